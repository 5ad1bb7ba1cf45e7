"""From the cells of a brought file to figures: numbers, years, areas, and the forms such files have."""

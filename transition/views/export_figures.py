"""The table of figures (`tables.FIGURES`) as a file; what `python -m transition figures --format …` writes."""

import pandas as pd

from transition.domain.areas import Level
from transition.store import Layer, Snapshot
from transition.views import export, export_geojson
from transition.views.explanation import of_figures


def as_file(form: export.Format, snapshot: Snapshot, indicator: str, table: pd.DataFrame) -> bytes:
    """The same rows and values in every form. CSV here is for programs: comma, decimal point.

    Raises ValueError, with what to do, where a form cannot hold the table.
    """
    if form is export.Format.CSV:
        return export.without_formulas(table).to_csv(index=False, lineterminator="\n").encode()
    explained = of_figures(snapshot, indicator, table)
    if form is export.Format.XLSX:
        return export.workbook(table, explained)
    if form is export.Format.PARQUET:
        return export.parquet(table, explained)
    layer = _layer(snapshot, table)
    facts = export_geojson.boundary_facts(snapshot, layer)
    return export_geojson.feature_collection(table, snapshot.shapes(layer), explained, facts)


def _layer(snapshot: Snapshot, table: pd.DataFrame) -> Layer:
    """The boundaries that have most of the table's areas; among equals those nearest to the year the figures stand on."""
    if table["level"].nunique() != 1 or table["period"].nunique() != 1:
        raise ValueError("GeoJSON gaat over één niveau en één jaar, want grenzen veranderen; geef --level en --period")
    level, year, codes = Level(table["level"].iloc[0]), int(table["vintage"].iloc[0]), set(table["area"])
    layers = [layer for layer in snapshot.layers.values() if layer.level is level]
    if not layers:
        raise ValueError(
            f"van het niveau {level} zijn geen grenzen opgeslagen; kies een ander niveau of een andere vorm"
        )
    return max(layers, key=lambda layer: (len(codes.intersection(layer.codes)), -abs(layer.year - year), layer.year))

"""What is kept by hand (reference) and the script of the fictional region (example)."""

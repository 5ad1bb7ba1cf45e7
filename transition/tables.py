"""The tables that cross a boundary: what a row is, and which columns it has. All text columns are str, never NaN.

Checked with pandera where they enter (`transition.ingest.check`).
"""

OBSERVATIONS = ("area", "indicator", "breakdown", "period", "value", "status", "vintage")
"""One row = one value of one indicator for one area and period, as a loader returns it. (area, indicator, breakdown, period) is unique.

area: tidy code, also the not assignable ones. breakdown: '' for the total. period: a year, '2024'. value: float64, NaN when
missing. status: a `Status`, or for a missing value a `Missing`. vintage: int, the year whose boundaries the value stands on.
"""

AREAS = ("code", "name", "level", "year", "provincie", "res", "subres")
"""One row = one area as one source describes it for one year. Name and parents are '' when the source does not tell."""

SHAPES = ("code", "name", "geometry")
"""One row = one area's polygon in EPSG:28992 (RD New, metres); the set of one level and year is one table."""

FIGURES = (
    "area",
    "name",
    "level",
    "indicator",
    "breakdown",
    "period",
    "value",
    "unit",
    "status",
    "source",
    "edition",
    "vintage",
)
"""One row = one figure as a page shows it and as `python -m transition figures` prints it."""

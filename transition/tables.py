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

REDRAWN = ("code", "year", "change")
"""One row = what CBS says of a wijk or buurt beside the year before. year: int, the year whose boundaries it is one of.

change: '1' the same, '2' only the code is another one, '3' the outline is another one, '' CBS does not say.
"""

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

REVISIONS = (
    "area",
    "indicator",
    "breakdown",
    "period",
    "value_old",
    "status_old",
    "edition_old",
    "value",
    "status",
    "edition",
    "revised_on",
    "source",
)
"""One row = one value that a new edition replaced, with what came in its place.

Sorted by the first four columns, the oldest replacement of a value first. value_old and value: float64, NaN when missing; then the
status is the reason. revised_on: ISO date of the refresh. Where both editions are the same, not the publisher but the reading changed.
"""

"""A table as GeoJSON (RFC 7946): each row a feature with its area's boundary, in degrees, with metadata and licence beside it."""

import json
import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from transition.store import Snapshot
from transition.views.explanation import Explanation
from transition.views.export import member

if TYPE_CHECKING:
    import geopandas as gpd

    from transition.store import Layer

_CODE_COLUMNS = ("area", "Code")


def feature_collection(
    table: pd.DataFrame, shapes: "gpd.GeoDataFrame", explanation: Explanation, boundaries: dict[str, str]
) -> bytes:
    """One feature per row, in the table's order; a row whose area has no boundary keeps its figures, with geometry null.

    shapes: `Snapshot.shapes`. boundaries: whose boundaries these are (`boundary_facts`). Raises ValueError for a table
    without a column of area codes.
    """
    from shapely import to_geojson

    code_column = next((name for name in _CODE_COLUMNS if name in table.columns), "")
    if not code_column:
        raise ValueError(f"de tabel heeft geen kolom met gebiedscodes; gevonden: {', '.join(map(str, table.columns))}")
    drawn = dict(zip(shapes["code"], (json.loads(to_geojson(shape)) for shape in shapes.geometry), strict=True))
    several = bool(table[code_column].duplicated().any())  # parts or years: then a row's number makes its id unique
    features = [
        {
            "type": "Feature",
            "id": f"{row[code_column]}-{number}" if several else row[code_column],
            "geometry": drawn.get(row[code_column]),
            "properties": {str(name): _plain(value) for name, value in row.items()},
        }
        for number, row in enumerate(table.to_dict("records"), start=1)
    ]
    made: dict[str, Any] = {
        "type": "FeatureCollection",
        "license": f"{explanation.source}. Grenzen: {boundaries['bron']}",
        "metadata": member(explanation) | {"grenzen": boundaries},
        "features": features,
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def boundary_facts(snapshot: Snapshot, layer: "Layer") -> dict[str, str]:
    """Whose boundaries a layer has, of which year and under which licence; regions are united from municipalities of that year."""
    of = {
        name: facts
        for facts in snapshot.sources.values()
        for name in facts.get("shapes", {})
        if name in (layer.id, f"gemeente-{layer.year}")
    }
    facts = of.get(layer.id) or of.get(f"gemeente-{layer.year}") or {}
    source = f"{facts['publisher']}, {facts['title']}, {facts['licence']}" if facts else "onbekend"
    return {"laag": layer.id, "jaar": str(layer.year), "bron": source, "detail": "vereenvoudigd voor kaarten"}


def _plain(value: Any) -> Any:
    if value is pd.NA or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return value.item() if hasattr(value, "item") else value

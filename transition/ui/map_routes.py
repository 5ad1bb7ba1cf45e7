"""The addresses the map asks: boundaries, values for its tooltips, and the picture and controls of another choice."""

import json
import re
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from transition import catalog
from transition.domain.selection import Selection
from transition.metrics import map_values
from transition.metrics.vintages import known_years
from transition.places import places
from transition.store import Snapshot
from transition.ui import cached, map_address, map_content
from transition.views.choropleth import specification
from transition.views.map_controls import controls

_SNAPSHOT = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")
_LAYER_FILE = re.compile(r"[a-z]+-\d{4}-[0-9a-f]{8}\.topojson")
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_FOR_NOW = {"Cache-Control": "private, max-age=600"}
"""A picture's words change with the dashboard's own code, which its address does not tell."""


def routes() -> list[BaseRoute]:
    """All of them below the snapshot they belong to: a page that is open keeps asking the figures it began with."""
    return [
        Route("/kaart/{snapshot}/waarden", _values),
        Route("/kaart/{snapshot}/beeld", _picture),
        Route("/kaart/{snapshot}/keuzes", _controls),
        Route("/kaart/{snapshot}/{file}", _layer_file),
    ]


def _folder(request: Request) -> Path | None:
    id = request.path_params["snapshot"]
    if not _SNAPSHOT.fullmatch(id):
        return None
    where = places()
    return next(
        (p.snapshots / id for p in (where, where.example) if (p.snapshots / id / "manifest.json").exists()), None
    )


def _refusal(what: str) -> Response:
    return JSONResponse({"fout": f"{what} er niet."}, status_code=404)


async def _layer_file(request: Request) -> Response:
    folder, name = _folder(request), request.path_params["file"]
    if folder is None or not _LAYER_FILE.fullmatch(name):
        return _refusal("Deze kaartlaag is")
    file = folder / "map" / f"{name}.gz"
    if not file.exists():
        return _refusal("Deze kaartlaag is")
    return FileResponse(file, media_type="application/json", headers={**_FOR_EVER, "Content-Encoding": "gzip"})


def _values(request: Request) -> Response:
    folder, asked = _folder(request), request.query_params
    if folder is None or asked.get("indicator") not in catalog.indicators():
        return _refusal("Deze cijfers zijn")
    snapshot: Snapshot = cached.snapshot_in(folder)
    layer = snapshot.layers.get(asked.get("layer", ""))
    if layer is None:
        return _refusal("Deze kaartlaag is")
    indicator, per = asked["indicator"], asked.get("per", "")
    if per not in ("", *catalog.indicator(indicator).per):
        return _refusal("Deze cijfers zijn")
    vintage = asked.get("vintage", "")
    if vintage and vintage not in map(str, known_years()):
        return _refusal("Deze grenzen zijn")
    shown = map_values.on_layer(
        snapshot,
        layer,
        indicator,
        asked.get("breakdown", ""),
        asked.get("period", ""),
        per,
        int(vintage) if vintage else None,
    )
    return JSONResponse(map_values.for_tooltips(snapshot, layer, indicator, shown), headers=_FOR_EVER)


def _picture(request: Request) -> Response:
    found = _asked(request)
    if found is None:
        return _refusal("Dit kaartbeeld is")
    snapshot, asked, content = found
    drawn = replace(asked.selection, period=content.period)
    return _json(_drawn(snapshot, replace(asked, selection=drawn)))


@lru_cache(maxsize=128)
def _drawn(snapshot: Snapshot, asked: map_address.Asked) -> bytes:
    """Some 3 kB for gemeenten, 16 kB for buurten; kept as it is sent."""
    return _bytes(specification(map_content.picture(snapshot, asked.selection, asked.dark, asked.base_map)))


def _controls(request: Request) -> Response:
    found = _asked(request)
    if found is None:
        return _refusal("Deze keuzes zijn")
    snapshot, asked, content = found
    return _json(_written(snapshot, replace(asked.selection, area="", period=""), content.period))


@lru_cache(maxsize=256)
def _written(snapshot: Snapshot, selection: Selection, period: str) -> bytes:
    """The same whichever area is chosen."""
    return _bytes([asdict(control) for control in controls(snapshot, selection, period)])


def _bytes(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json", headers=_FOR_NOW)


def _asked(request: Request) -> tuple[Snapshot, map_address.Asked, map_content.Shown] | None:
    folder = _folder(request)
    if folder is None:
        return None
    snapshot = cached.snapshot_in(folder)
    asked = map_address.asked_by(snapshot, request.query_params)
    content = asked and map_content.shown(snapshot, asked.selection)
    return (snapshot, asked, content) if asked and content else None

"""The server of the map benchmark: the page, the boundary layers, and the floor: our script without Streamlit."""

import json
import math
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bench.map_data import COLUMNS, areas, choropleth, controls, folder, values, visits
from transition.ui.server import send_promptly
from transition.views import theme
from transition.views.choropleth import paint_call, specification

KEPT: Mapping[str, str] = {"Cache-Control": "public, max-age=31536000, immutable"}


def layer(request: Request) -> Response:
    """One boundary layer, compressed once and kept by the browser."""
    packed = (folder() / f"{request.path_params['level']}.topojson.gz").read_bytes()
    return Response(packed, media_type="application/json", headers={**KEPT, "Content-Encoding": "gzip"})


def tooltip_values(request: Request) -> Response:
    """The values of one column, for tooltips."""
    level, column = request.query_params["level"], int(request.query_params["column"])
    found = [round(value) if math.isfinite(value) else None for value in values(level, column)]
    count = len(found)
    rank = {"rank": [1] * count, "of": [count] * count, "group": [0] * count, "groups": ["Nederland"]}
    return JSONResponse(
        {"codes": [a["code"] for a in areas(level)], "values": found, "status": [0] * count, **rank}, headers=KEPT
    )


def chosen(request: Request) -> tuple[str, int]:
    """Level and column of an address: the word that the map's own control changed stands last."""
    query = request.query_params
    return query["level"], int(query.get("indicator", query["period"]))


def picture(request: Request) -> Response:
    """The picture a choice on the map asks for."""
    return JSONResponse(specification(choropleth(*chosen(request))))


def choices(request: Request) -> Response:
    """What can be chosen beside it."""
    return JSONResponse(controls(chosen(request)[1]))


def floor(request: Request) -> Response:
    """The least a browser needs: the same map and the same calls, made by a button of the page itself."""
    from transition.ui.map_component import (
        _frame,
    )  # imports streamlit-folium, which must not happen before the server runs

    level, dark = request.query_params["level"], "dark" in request.query_params
    made = [replace(choropleth(level, column, dark), address="") for column in range(COLUMNS)]
    calls = [paint_call(one) for one in made]
    frame = _frame()
    styles = "".join(f'<link rel="stylesheet" href="{address}">' for address in frame["css_links"])
    scripts = "".join(f'<script src="{address}"></script>' for address in frame["js_links"])
    return HTMLResponse(
        f"""<!doctype html><html><head>{styles}</head><body>
        <button style="position:fixed;z-index:9999;right:60px" id="next">volgende</button>
        <div id="map_div" style="height:100vh"></div>{scripts}
        <script>{frame["script"]}
        const calls = {json.dumps(calls)}; let column = 0; eval(calls[0]);
        document.getElementById("next").onclick = () => eval(calls[(column = (column + 1) % {COLUMNS})]);
        </script></body></html>"""
    )


def leaflet(request: Request) -> Response:
    """Leaflet's own polygons on its canvas, repainted with setStyle: what our script is an alternative to."""
    from transition.ui.map_component import _frame

    level = request.query_params["level"]
    made = [choropleth(level, column) for column in range(COLUMNS)]
    fills = dict(zip("012345msnp", [*theme.LIGHT.sequential, *["#FFFFFF"] * 4], strict=True))
    return HTMLResponse(
        f"""<!doctype html><html><head><link rel="stylesheet" href="{_frame()["css_links"][0]}"></head><body>
        <button style="position:fixed;z-index:9999;right:60px" id="next">volgende</button>
        <div id="map_div" style="height:100vh"></div><script src="{_frame()["js_links"][0]}"></script>
        <script>{_frame()["script"]}
        const classes = {json.dumps([one.classes for one in made])}, fills = {json.dumps(fills)};
        let column = 0, areas, at;
        const style = () => ({{ fillColor: fills[classes[column][at++]], fillOpacity: 1, color: "#fff", weight: 0.3 }});
        const done = () => requestAnimationFrame(() => setTimeout(() => performance.mark("kaart-painted")));
        fetch("/kaart/bench/{level}.geojson").then((answer) => answer.json()).then((shapes) => {{
          at = 0; areas = L.geoJSON(shapes, {{ style }}).addTo(map_div); map_div.fitBounds(areas.getBounds()); done(); }});
        document.getElementById("next").onclick = () => {{
          column = (column + 1) % {COLUMNS}; at = 0; areas.setStyle(style); done(); }};
        </script></body></html>"""
    )


def shapes(request: Request) -> Response:
    """The shapes as GeoJSON, for Leaflet's own polygons."""
    return Response((folder() / f"{request.path_params['level']}.geojson").read_bytes(), media_type="application/json")


def state(_: Request) -> Response:
    """Script runs per contestant, and the server's processor time in seconds."""
    return JSONResponse({"visits": dict(visits), "cpu": time.process_time()})


send_promptly()
app = st.App(
    "map_page.py",
    routes=[
        Route("/kaart/bench/waarden", tooltip_values),
        Route("/kaart/bench/beeld", picture),
        Route("/kaart/bench/keuzes", choices),
        Route("/kaart/bench/{level}.topojson", layer),
        Route("/kaart/bench/{level}.geojson", shapes),
        Route("/vloer", floor),
        Route("/leaflet", leaflet),
        Route("/stand", state),
        Mount("/app/static", StaticFiles(directory=Path(__file__).parents[1] / "static")),
    ],
)

"""An area's outline in a form: drawn on the map or read from a file. Who cannot draw chooses wijken and buurten instead."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from transition.domain.areas import Level, gemeente_of
from transition.domain.register.fields import Field, Value
from transition.store import Layer, Snapshot
from transition.ui.mode import is_dark
from transition.ui.record_fields import Place
from transition.views import outline as outlines
from transition.views import record_words
from transition.views.brought import plain
from transition.views.drawing_map import Boundaries, drawing_map
from transition.views.outline import Box, NoOutline, Taken

_DRAW, _FILE = "Teken op de kaart", "Lees een bestand in"
_MARGIN = 0.1
"""Degrees around the country in which an outline may still lie."""
_UPLOADER = """<style>
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
</style>"""


def outline(place: Place, field: Field, start: Value) -> Value:
    """The outline as it stands now; what is drawn or read takes its place at once."""
    key = place.key(field)
    st.session_state.setdefault(key, start)
    st.markdown(f"**{field.label}** (niet verplicht)")
    now: Value = st.session_state[key]
    st.caption(f"Nu: {record_words.shown(field, now)}.")
    way = st.segmented_control(field.label, [_DRAW, _FILE], key=f"{key}:way", label_visibility="collapsed")
    if way == _DRAW:
        _draw(place, key)
    elif way == _FILE:
        _read(place, key)
    st.caption("Tekenen hoeft niet: u kunt ook de wijken en buurten kiezen, in het veld hierboven.")
    _tell(key)
    if now is not None:
        st.button(
            "Haal de omtrek weg",
            type="tertiary",
            icon=":material/delete:",
            key=f"{key}:clear",
            on_click=_clear,
            args=(key,),
        )
    return st.session_state[key]  # type: ignore[no-any-return]


def _tell(key: str) -> None:
    """What came of the last drawing or file."""
    said: Taken | NoOutline | None = st.session_state.get(f"{key}:said")
    if isinstance(said, NoOutline):
        st.error(plain(f"{said.what} {said.remedy}"))
    elif said is not None:
        st.success(plain(outlines.described(said)))


def _clear(key: str) -> None:
    st.session_state[key] = None
    st.session_state[f"{key}:way"] = None
    for part in ("said", "began", "heard"):
        st.session_state.pop(f"{key}:{part}", None)


def _draw(place: Place, key: str) -> None:
    """The map begins with what stood there when it was opened: every other script would build it anew under one's hands."""
    if f"{key}:began" not in st.session_state:
        st.session_state[f"{key}:began"] = st.session_state[key]
    where = place.values.get("municipalities")
    layers = _boundaries(place.snapshot, where if isinstance(where, tuple) else ())
    st.caption(
        "Klik op het vijfhoekje, en dan op de kaart: elke klik is een punt. Klik op het eerste punt om te sluiten. "
        "Met het potlood verschuift u punten, met de prullenbak haalt u een omtrek weg."
    )
    st_folium(
        drawing_map(st.session_state[f"{key}:began"], layers, is_dark()),
        key=f"{key}:map",
        height=420,
        use_container_width=True,
        returned_objects=["all_drawings"],
        on_change=lambda: _drawn(place.snapshot, key),
    )


def _drawn(snapshot: Snapshot, key: str) -> None:
    """Hears what is on the map now, before the form is drawn again."""
    told: Mapping[str, Any] = st.session_state.get(f"{key}:map") or {}
    drawings = told.get("all_drawings")
    if drawings is None or drawings == st.session_state.get(f"{key}:heard"):
        return
    st.session_state[f"{key}:heard"] = drawings
    if not drawings:
        st.session_state[key] = None
        st.session_state.pop(f"{key}:said", None)
        return
    _take(key, outlines.tidied([one["geometry"] for one in drawings], _country(snapshot)))


def _read(place: Place, key: str) -> None:
    st.html(_UPLOADER)
    file = st.file_uploader("GeoJSON-bestand met de omtrek, hoogstens 2 MB", key=f"{key}:file", max_upload_size=2)
    if file is None or st.session_state.get(f"{key}:file_read") == file.file_id:
        return
    st.session_state[f"{key}:file_read"] = file.file_id
    _take(key, outlines.read(file.getvalue(), _country(place.snapshot)))
    st.session_state.pop(f"{key}:began", None)
    st.rerun(scope="fragment")


def _take(key: str, found: Taken | NoOutline) -> None:
    st.session_state[f"{key}:said"] = found
    if isinstance(found, Taken):
        st.session_state[key] = found.outline


def _newest(snapshot: Snapshot, level: Level) -> Layer | None:
    return max((one for one in snapshot.layers.values() if one.level is level), key=lambda one: one.year, default=None)


@lru_cache(maxsize=8)
def _country(snapshot: Snapshot) -> Box:
    """West, south, east, north of all municipalities there are boundaries of; of the Netherlands when there are none."""
    layer = _newest(snapshot, Level.GEMEENTE)
    if layer is None:
        return (3.2, 50.7, 7.3, 53.7)
    boxes = layer.boxes
    west, south, east, north = (float(x) for x in (*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)))
    return (west - _MARGIN, south - _MARGIN, east + _MARGIN, north + _MARGIN)


@lru_cache(maxsize=32)
def _boundaries(snapshot: Snapshot, municipalities: tuple[str, ...]) -> tuple[Boundaries, ...]:
    """The municipalities in strong lines with their buurten in thin ones; the whole country when none is chosen."""
    whole, parts = _newest(snapshot, Level.GEMEENTE), _newest(snapshot, Level.BUURT)
    found = []
    if parts is not None and municipalities:
        inside = tuple(str(code) for code in parts.codes if gemeente_of(str(code)) in municipalities)
        found.append(Boundaries(_url(snapshot, parts), inside, named=True))
    if whole is not None:
        codes = municipalities or tuple(str(code) for code in whole.codes)
        found.append(Boundaries(_url(snapshot, whole), codes, fit=True))
    return tuple(found)


def _url(snapshot: Snapshot, layer: Layer) -> str:
    return f"/kaart/{snapshot.id}/{layer.file.removesuffix('.gz')}"

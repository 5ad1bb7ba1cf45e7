"""What the contestants of the map benchmark draw: shapes from the bench's own folder, and invented values."""

import gzip
import json
import os
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from transition.domain.values import Missing
from transition.metrics import classes
from transition.views.choropleth import LETTERS, Choropleth, Chosen, Format, Legend, class_labels, letters
from transition.views.map_controls import Control

COLUMNS = 20
visits: Counter[str] = Counter()
"""Script runs per contestant since the server started."""


def folder() -> Path:
    """Where bench/map_redraw.py put the shapes."""
    return Path(os.environ["BENCH_FOLDER"])


@cache
def geojson(level: str) -> dict[str, Any]:
    """The shapes as the naive contestant takes them."""
    return json.loads((folder() / f"{level}.geojson").read_text())


@cache
def areas(level: str) -> list[dict[str, str]]:
    """Code and name of each area, in the order of the layer."""
    topology = json.loads(gzip.decompress((folder() / f"{level}.topojson.gz").read_bytes()))
    return [geometry["properties"] for geometry in topology["objects"]["areas"]["geometries"]]


@cache
def values(level: str, column: int) -> pd.Series:
    """Invented values per code; one in fifty is missing."""
    random = np.random.default_rng(column)
    codes = [area["code"] for area in areas(level)]
    drawn = random.lognormal(7, 1, len(codes))
    drawn[random.random(len(codes)) < 0.02] = np.nan
    return pd.Series(drawn, index=codes)


@cache
def bounds(level: str) -> tuple[float, ...]:
    """Class bounds over all columns, as a page has them cached."""
    return classes.bounds(np.concatenate([values(level, column).to_numpy() for column in range(COLUMNS)]))


@cache
def choropleth(level: str, column: int, dark: bool = False) -> Choropleth:
    """Our contestant, with all a page asks for: legend, histogram, kinds of nothing, chosen area.

    Kept, as the map page keeps it for all readers (transition.ui.map_content); the naive page keeps its GeoJSON.
    """
    found = values(level, column).to_numpy()
    held = classes.class_of(found, bounds(level))
    missing = np.array(list(Missing))[np.arange(len(held)) % len(Missing)]
    words = ("geheim", "niet van toepassing", "nog niet gepubliceerd", "geen waarneming")
    counted = [
        (LETTERS[kind], word, int((missing[held < 0] == kind).sum())) for kind, word in zip(Missing, words, strict=True)
    ]
    chosen = areas(level)[7]
    legend = Legend(
        title=f"Opgesteld vermogen zonnestroom {column}",
        bounds=bounds(level),
        labels=class_labels(bounds(level), 0),
        counts=classes.counts(held, bounds(level)),
        histogram=classes.histogram(found, classes.span(found)),
        missing=tuple(entry for entry in counted if entry[2]),
        chosen=Chosen(chosen["name"], float(found[7]) if np.isfinite(found[7]) else None),
        note="Klassen gelijk in alle jaren.",
        source="Verzonnen waarden",
    )
    return Choropleth(
        layer_url=f"/kaart/bench/{level}.topojson",
        values_url=f"/kaart/bench/waarden?level={level}&column={column}",
        classes=letters(held, missing),
        legend=legend,
        format=Format(0, "kWp", "2024", ("definitief", "nader voorlopig", "voorlopig", "geschat", "herrekend")),
        chosen_code=chosen["code"],
        view=(3.3, 50.7, 7.3, 53.6),
        dark=dark,
        address=f"/kaart/bench/beeld?level={level}&period={column}",
    )


def controls(column: int) -> list[dict[str, Any]]:
    """The choices on the map: the columns stand for years as well as for figures."""
    columns = tuple((str(number), str(number)) for number in range(COLUMNS))
    made = (
        Control("indicator", "Cijfer", columns, str(column)),
        Control("period", "Jaar op de kaart", columns, str(column)),
    )
    return [asdict(control) for control in made]

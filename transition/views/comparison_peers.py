"""Who is compared with and why: each neighbour with the traits that make it so, those that do not, and what is not known; as HTML."""

import math
from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.metrics.comparison.neighbours import USUAL, Neighbours
from transition.views import neighbour_text, text


def html(found: Neighbours, place: str, names: Mapping[str, str]) -> str:
    """A piece per neighbour, nearest first."""
    pieces = []
    for one in found.found:
        name = names.get(one.code, one.code)
        said = [
            neighbour_text.alike(one, place, name),
            neighbour_text.unlike(one),
            neighbour_text.unknown(one, name),
            f"{name} lijkt niet echt op {place}: een betere is er niet." if one.is_far else "",
        ]
        told = "".join(f"<p>{escape(sentence)}</p>" for sentence in said if sentence)
        pieces.append(f"<li><h4>{escape(name)}</h4>{told}</li>")
    return f'<ol class="cmp-alike">{"".join(pieces)}</ol>'


def heading(found: Neighbours, place: str, names: Mapping[str, str]) -> str:
    """Who is most alike."""
    nearest = [names.get(one.code, one.code) for one in found.found[:3]]
    return f"{text.enumeration(nearest)} lijken het meest op {place}"


def reading(found: Neighbours, place: str, steady: float) -> str:
    """What it rests on, what is not in it, and how sure it is."""
    said = neighbour_text.basis(found, place)
    if not math.isnan(steady):
        said.append(neighbour_text.steady(steady, len(found.found)))
    return " ".join(
        [
            "Een gemeente lijkt meer naarmate de kenmerken dichter bij elkaar liggen; lijkt het meest staat bovenaan.",
            *said,
        ]
    )


def members(names: Sequence[str], near: Sequence[str] | None, place: str) -> list[str]:
    """Of a group that was not made by likeness: who is in it, and who of these is among the most alike; a sentence each.

    near: None where nobody is called alike, as among regions.
    """
    said = [f"In deze groep: {text.enumeration(sorted(names))}."]
    if near:
        said.append(f"Bij de {USUAL} gemeenten die het meest op {place} lijken, horen: {text.enumeration(list(near))}.")
    elif near is not None:
        said.append(f"Geen van deze hoort bij de {USUAL} gemeenten die het meest op {place} lijken.")
    return said


def table(found: Neighbours, names: Mapping[str, str], of: Mapping[str, Sequence[float]]) -> pd.DataFrame:
    """Every neighbour with its distance and its traits. of: code -> the raw traits, in the order of `found.weighed`."""
    rows = [found.code, *(one.code for one in found.found)]
    away = {one.code: one.distance for one in found.found}
    columns = {_column(trait): [of[code][at] for code in rows] for at, trait in enumerate(found.weighed)}
    head = {"Code": rows, "Gemeente": [names.get(code, code) for code in rows]}
    return pd.DataFrame({**head, "Afstand": [away.get(code, 0.0) for code in rows], **columns})


def _column(trait: str) -> str:
    name, unit, _ = neighbour_text.TRAITS[trait]
    return f"{name[:1].upper()}{name[1:]}" + (f" ({unit})" if unit else "")

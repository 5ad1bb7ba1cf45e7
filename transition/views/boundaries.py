"""Sentences about boundaries: what an old municipality became, and why figures have no value on other boundaries."""

from collections.abc import Sequence

import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.metrics import vintages
from transition.store import Snapshot
from transition.views import text

MOST_REASONS = 10
MOST_NAMES = 5


def now_in(snapshot: Snapshot, code: str) -> list[str]:
    """The names of the municipalities the land of an ended one lies in now; those the figures know."""
    return [snapshot.areas[c].name for c in catalog.successors().get(code, ()) if c in snapshot.areas]


def absent(snapshot: Snapshot, codes: Sequence[str], vintage: int) -> list[str]:
    """One sentence per municipality that does not exist on the boundaries of `vintage`."""
    found = []
    for code in codes:
        area = snapshot.areas.get(code)
        if area and area.level is Level.GEMEENTE and not area.exists_in(vintage):
            into = now_in(snapshot, code)
            now = f" Het gebied hoort nu bij {text.enumeration(into)}." if into else ""
            found.append(f"{area.name} ({code}) bestaat niet op de grenzen van {vintage}.{now}")
    return found


def why(gaps: pd.DataFrame, vintage: int) -> list[str]:
    """One sentence per reason, with the areas it holds for. gaps: of `metrics.figures.gaps`.

    Where there are many reasons, what is known all the same (a lower bound, between what it lies) is left out.
    """
    because = gaps["because"]
    if because.nunique() > MOST_REASONS:
        because = because.str.split("; ").str[0]
    reasons = gaps["name"].groupby(because).agg(lambda names: sorted(set(names))).to_dict()
    sentences = [
        f"Geen cijfer op de grenzen van {vintage} voor "
        f"{text.enumeration(names) if len(names) <= MOST_NAMES else f'{len(names)} gebieden'}: {because}."
        for because, names in sorted(reasons.items())
    ]
    rest = len(sentences) - MOST_REASONS
    return sentences if rest <= 0 else [*sentences[:MOST_REASONS], f"En om nog {rest} andere redenen."]


def unknown(vintage: int) -> str:
    """Why figures cannot be asked for on the boundaries of `vintage`; no full stop."""
    years = vintages.known_years()
    sentence = f"de grenzen van {vintage} zijn niet bekend; bekend zijn die van {years[0]} tot en met {years[-1]}"
    planned = any(change.is_planned and change.vintage == vintage for change in catalog.area_changes())
    return sentence + (f". Een herindeling per 1 januari {vintage} is gepland en geldt nog niet" if planned else "")

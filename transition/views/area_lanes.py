"""Judgements of two sides over time, on lanes: a round mark for the municipality, a diamond for the local party; never averaged."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from transition.domain.register.choices import SIDES
from transition.views import area_words as words
from transition.views import text

MARKS = {"municipality": "●", "local": "◆"}
READING = "● is volgens de gemeente, ◆ is volgens de lokale partij. Zeggen ze iets anders, dan ziet u beide; er is geen gemiddelde."


def message(given: pd.DataFrame, labels: Mapping[str, str], nothing: str) -> str:
    """What each side said last: 'Gemeente: 3 Mede-eigenaar. Lokale partij: 1 Betrokken.' given: `judgements`."""
    if given.empty:
        return nothing
    last = given.drop_duplicates("side", keep="last").set_index("side")["code"]
    said = [f"{SIDES[side]}: {labels[last[side]] if side in last else 'niet vastgelegd'}" for side in SIDES]
    both = [last[side] for side in SIDES if side in last]
    differ = "De twee kanten zeggen iets anders. " if len(both) == 2 and both[0] != both[1] else ""
    return f"{differ}{'. '.join(said)}"


def judgements(table: pd.DataFrame, day: str, code: str) -> pd.DataFrame:
    """Columns 'day', 'side', 'code', oldest first; of the register's table with the fields named."""
    found = table[[day, "side", code]].set_axis(["day", "side", "code"], axis=1)
    return found.sort_values("day", kind="stable").reset_index(drop=True)


def html(given: pd.DataFrame, labels: Mapping[str, str], label: str) -> str:
    """The picture; '' when there is nothing. labels: code -> words, lowest first; each gets a lane."""
    if given.empty:
        return ""
    first = pd.Timestamp(year=int(given["day"].min().year), month=1, day=1)
    last = pd.Timestamp(year=int(given["day"].max().year) + 1, month=1, day=1)
    width = (last - first).days
    lanes = "".join(
        f'<div class="area-lane"><b>{escape(labels[code])}</b>{_dots(given[given["code"] == code], first, width)}</div>'
        for code in reversed(labels)
    )
    years = "".join(
        f'<span style="left:{(pd.Timestamp(year=year, month=7, day=1) - first).days / width * 100:.1f}%">{year}</span>'
        for year in _years(first.year, last.year)
    )
    said = escape(f"{label}. {_told(given, labels)}", quote=True)
    return f'<div class="area-lanes" role="img" aria-label="{said}">{lanes}<div class="area-years">{years}</div></div>'


def _years(first: int, after: int) -> range:
    return range(first, after, max(1, -(-(after - first) // 8)))


def _dots(given: pd.DataFrame, first: pd.Timestamp, width: int) -> str:
    """Two marks of about one day stand beside each other."""
    return "".join(
        f'<span class="area-dot area-{one.side}" style="left:calc({(one.day - first).days / width * 100:.1f}% '
        f'{"- 7px" if one.side == "municipality" else "+ 7px"})">{MARKS[str(one.side)]}</span>'
        for one in given.itertuples()
    )


def _told(given: pd.DataFrame, labels: Mapping[str, str]) -> str:
    said = [
        f"{words.day(one.day)}, {SIDES[str(one.side)].lower()}: {labels[str(one.code)]}" for one in given.itertuples()
    ]
    return f"{text.number(len(said))} beoordelingen. {'; '.join(said)}."

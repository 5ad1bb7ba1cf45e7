"""What communities are put beside each other on: per part its heading, its cards, how to read them and its table; kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from types import ModuleType

import pandas as pd

from transition.domain.register.choices import THEMES
from transition.domain.selection import Selection
from transition.metrics.comparison.communities import Beside, Topic
from transition.metrics.comparison.gate import Comparable
from transition.store import Snapshot
from transition.ui import area_links, community_data
from transition.ui import communities_compared_data as data
from transition.ui.area_data import State
from transition.views import (
    beside,
    communities_cooperation,
    communities_levels,
    communities_method,
    communities_money,
    communities_phases,
    communities_short,
    communities_times,
    community_tables,
    text,
)
from transition.views.beside import Card

PARTS = {
    "kort": "In het kort",
    "methode": "Methode",
    "fasen": "Hoe ver",
    "doorlooptijd": "Doorlooptijd",
    "eigenaarschap": "Eigenaarschap",
    "geld": "Geld",
    "samenwerking": "Samenwerking",
}
KINDS: Mapping[str, tuple[str, ...]] = {
    "kort": ("community", "area_process", "session", "lesson", "party"),
    "methode": community_data.OF_CARDS,
    "fasen": ("area_process", "milestone", "method_phase"),
    "doorlooptijd": ("area_process", "milestone", "method_phase"),
    "eigenaarschap": ("ownership_assessment",),
    "geld": ("finance_line",),
    "samenwerking": ("cooperation_score",),
}
"""Per part the kinds of records it is made of."""
_ON: Mapping[str, tuple[Topic, ModuleType]] = {
    "fasen": (Topic.PHASES, communities_phases),
    "doorlooptijd": (Topic.TIMES, communities_times),
    "eigenaarschap": (Topic.OWNERSHIP, communities_levels),
    "geld": (Topic.MONEY, communities_money),
    "samenwerking": (Topic.COOPERATION, communities_cooperation),
}
_UNLIKE = " De thema's verschillen ({themes}): dezelfde trede vraagt dan ander werk, dus een verschil zegt niet wie het beter doet."


@dataclass(frozen=True)
class Shown:
    """One part: its message, what it is about and how to read it (plain text), and the cards (safe HTML)."""

    heading: str
    what: str
    reading: str
    picture: str


@lru_cache(maxsize=64)
def shown(snapshot: Snapshot, now: State, selection: Selection, ids: tuple[str, ...], part: str) -> Shown:  # noqa: ARG001 - the state is a key
    """The chosen communities on one part. ids: that are there."""
    names = data.names(snapshot)
    to = partial(link, selection, names)
    if part == "kort":
        return _short(snapshot, ids, to)
    if part == "methode":
        found = data.method(snapshot, ids)
        view = communities_method
        cards = [Card(to(one.id), view.rests(one), view.body(one)) for one in found]
        return Shown(view.heading(found, names), view.WHAT, view.READING, beside.html(cards, "Methode per community"))
    return _on_topic(snapshot, ids, part, to)


_Link = partial[str]


def _short(snapshot: Snapshot, ids: tuple[str, ...], to: _Link) -> Shown:
    found, rows = data.found(snapshot, ids), community_data.overview(snapshot).loc[list(ids)]
    parties, places = community_data.described(snapshot), community_data.names(snapshot)
    view = communities_short
    cards = [
        Card(to(one.id), beside.areas(len(one.areas)), view.body(one, rows.loc[one.id], parties, places))
        for one in found
    ]
    return Shown(view.heading(found, rows), view.WHAT, view.READING, beside.html(cards, "Communities in het kort"))


def _on_topic(snapshot: Snapshot, ids: tuple[str, ...], part: str, to: _Link) -> Shown:
    topic, view = _ON[part]
    found, names = data.found(snapshot, ids), data.names(snapshot)
    stands = data.stands(snapshot, ids, topic)
    told = [one for one in found if isinstance(stands[one.id], Comparable)]
    scale = (communities_times.longest(found),) if topic is Topic.TIMES else ()
    cards = [Card(to(one.id), view.rests(one), view.body(one, *scale), beside.because(stands[one.id])) for one in found]
    heading = view.heading(told, names) + _left_out(len(found) - len(told)) if len(told) > 1 else _NOTHING_BESIDE
    picture = beside.html(cards, f"{PARTS[part]} per community")
    what = communities_times.what(*scale) if scale else view.WHAT
    return Shown(heading, what, view.READING + _themes(part, found), picture)


_NOTHING_BESIDE = "Hierop zijn deze communities niet te vergelijken; bij elke community staat waarom"


def _left_out(count: int) -> str:
    if not count:
        return ""
    return f"; {text.number(count)} {'andere is' if count == 1 else 'andere zijn'} hierop niet te vergelijken"


def _themes(part: str, found: Sequence[Beside]) -> str:
    themes = sorted({THEMES.get(theme, theme).lower() for one in found for theme in one.themes})
    return _UNLIKE.format(themes=", ".join(themes)) if part in ("fasen", "doorlooptijd") and len(themes) > 1 else ""


def table(snapshot: Snapshot, ids: Sequence[str], part: str) -> pd.DataFrame:
    """The same to keep: what is public."""
    names = data.names(snapshot)
    if part == "methode":
        return communities_method.table(data.method(snapshot, ids, public_only=True), names)
    found = data.found(snapshot, ids, public_only=True)
    if part != "kort":
        made: pd.DataFrame = _ON[part][1].table(found, names)
        return made
    rows = community_data.overview(snapshot, public_only=True).loc[[one.id for one in found]]
    listed = community_tables.listing(rows, community_data.described(snapshot), community_data.names(snapshot))
    return communities_short.table(found, listed)


def link(selection: Selection, names: Mapping[str, str], id: str) -> str:
    """HTML of a link to a community's page. names: id -> name."""
    address = escape(area_links.address(selection, id, word="community"), quote=True)
    return f'<a href="{address}" data-community="{escape(id, quote=True)}" target="_self">{escape(names[id])}</a>'

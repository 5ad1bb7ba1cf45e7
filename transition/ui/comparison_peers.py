"""Wie zijn vergelijkbaar: the neighbours with why they are, or who is in the group that was chosen."""

from functools import lru_cache

import streamlit as st

from transition.domain.areas import Level
from transition.metrics.comparison.neighbours import USUAL, Choice, Neighbours
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.comparison.traits import MADE_OF
from transition.store import Snapshot
from transition.ui import comparison_data, comparison_shown
from transition.ui.comparison_group import About
from transition.views import comparison_peers, comparison_text, neighbour_text, text
from transition.views.brought import plain


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """Each neighbour with its traits."""
    found = _neighbours(snapshot, about, group)
    if group.sort is not Sort.NEIGHBOURS or found is None:
        _members(snapshot, about, group, found)
        return
    choice, indicator = found.choice, about.measure.indicator
    names = comparison_data.names(snapshot, Level.GEMEENTE)
    steady = comparison_data.steady(snapshot, about.code, choice, len(found.found), indicator)
    comparison_shown.shown(
        _html(snapshot, about.code, about.place, choice, len(found.found), indicator),
        heading=comparison_peers.heading(found, about.place, names),
        what=f"{about.place} en {comparison_text.group(group, about.place)}, van {text.number(found.candidates)} andere",
        reading=comparison_peers.reading(found, about.place, steady),
        source=_source(snapshot, found.weighed),
        table=lambda: comparison_peers.table(found, names, _raw(snapshot, found)),
        name=f"vergelijkbaar-{choice}-{about.code}",
        decimals=2,
    )


def not_alike(snapshot: Snapshot, about: About, group: PeerGroup) -> str:
    """How many of the neighbours are not really alike; '' when all are, and for a group that was made otherwise."""
    found = _neighbours(snapshot, about, group) if group.sort is Sort.NEIGHBOURS else None
    return neighbour_text.far(found, about.place) if found else ""


def _members(snapshot: Snapshot, about: About, group: PeerGroup, near: Neighbours | None) -> None:
    names = comparison_data.names(snapshot, group.level)
    st.subheader(f"{len(group.others)} andere {text.PLURALS[group.level]}")
    inside = [one.code for one in near.found if one.code in group.others] if near else None
    among = None if inside is None else [names[code] for code in inside]
    said = comparison_peers.members([names.get(code, code) for code in group.others], among, about.place)
    st.caption(plain(" ".join(said)))


def _neighbours(snapshot: Snapshot, about: About, group: PeerGroup) -> Neighbours | None:
    """Those of the group, or beside another group the usual ones; None where there are none, as of a region."""
    if group.level is not Level.GEMEENTE:
        return None
    chosen = Choice(str(group.facts.get("choice", Choice.GENERAL)))
    many = len(group.others) if group.sort is Sort.NEIGHBOURS else USUAL
    found = comparison_data.neighbours(snapshot, about.code, chosen, many, about.measure.indicator)
    return found if isinstance(found, Neighbours) else None


@lru_cache(maxsize=64)
def _html(snapshot: Snapshot, code: str, place: str, choice: Choice, n: int, indicator: str) -> str:
    found = comparison_data.neighbours(snapshot, code, choice, n, indicator)
    assert isinstance(found, Neighbours), "asked only where there are neighbours"
    return comparison_peers.html(found, place, comparison_data.names(snapshot, Level.GEMEENTE))


def _raw(snapshot: Snapshot, found: Neighbours) -> dict[str, list[float]]:
    known = comparison_data.traits(snapshot)
    at = [place for id in found.weighed for place, trait in enumerate(known.traits) if trait.id == id]
    return {code: known.raw[row, at].tolist() for row, code in enumerate(known.codes)}


@lru_cache(maxsize=64)
def _source(snapshot: Snapshot, weighed: tuple[str, ...]) -> str:
    """The tables the traits come from, with their years."""
    years = comparison_data.traits(snapshot).years
    used = sorted({year for trait in weighed for year in years[trait]})
    columns = [snapshot.column(Level.GEMEENTE, id, "", _newest(snapshot, id)) for id in MADE_OF]
    titles = dict.fromkeys(_told(snapshot, one.source) for one in columns if one)
    line = f"Bron: {'; '.join(titles)}; cijfers van {text.enumeration(used)}, op de grenzen van nu"
    return f"{text.EXAMPLE}. {line}." if snapshot.is_example else f"{line}."


def _newest(snapshot: Snapshot, indicator: str) -> str:
    return (snapshot.periods(Level.GEMEENTE, indicator) or [""])[-1]


def _told(snapshot: Snapshot, source: str) -> str:
    facts = snapshot.sources[source]
    return f"{facts['publisher']}, {facts['title']}"

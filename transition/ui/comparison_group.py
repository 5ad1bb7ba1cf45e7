"""With whom an area is compared, on what and of which year: chosen by the reader, and all of it in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.metrics.communities import several
from transition.metrics.comparison import peer_group
from transition.metrics.comparison.measures import Figures, Measure
from transition.metrics.comparison.neighbours import USUAL as USUAL_MANY
from transition.metrics.comparison.neighbours import Choice
from transition.metrics.comparison.peer_group import MOST_OWN, OwnSet, PeerGroup, Sort
from transition.metrics.no_number import NoNumber
from transition.store import Snapshot
from transition.ui import address_choice, choice, comparison_data, registered
from transition.views import comparison_text, neighbour_text, text
from transition.views.brought import plain
from transition.views.comparison_measures import entry

GROUP, WEIGHTS, MANY, OWN, MEASURE, PERIOD = "groep", "gewicht", "aantal", "met", "cijfer", "jaar"
"""Words of the address."""
_MANY = (5, 10, 15, 20, 30)
_OWN_KEY = "comparison_own"
_COMMUNITY = "community-"
_SORTS: Mapping[Level, tuple[Sort, ...]] = {
    Level.GEMEENTE: (Sort.NEIGHBOURS, Sort.SIZE, Sort.PROVINCE, Sort.RES, Sort.OWN),
    Level.WIJK: (Sort.WITHIN, Sort.OWN),
    Level.BUURT: (Sort.WITHIN, Sort.OWN),
    **dict.fromkeys((Level.PROVINCIE, Level.RES, Level.SUBRES), (Sort.EACH_OTHER, Sort.OWN)),
}
"""What can be chosen, the usual one first. Of the country there is nothing: it has no others."""


@dataclass(frozen=True)
class About:
    """What is compared: one area, called `place` in a sentence, on one measure. period: a year, '' when nothing is measured."""

    code: str
    place: str
    level: Level
    measure: Measure
    period: str


def has_others(level: Level) -> bool:
    """Whether an area of this level has others to be compared with."""
    return level in _SORTS


def measure(snapshot: Snapshot, level: Level, word: str = MEASURE, label: str = "Cijfer") -> Measure:
    """Draws the choice of what is compared. word: of the address, for a second one."""
    offered = comparison_data.measures(snapshot, level)
    asked = address_choice.selectbox(label, word, _labels(snapshot, level))
    return offered[asked]


def group(snapshot: Snapshot, code: str, about: Measure) -> PeerGroup | NoNumber:
    """Draws the choice of with whom, and gives the group; or why there is none. Whoever is left out of an own set is said."""
    area = snapshot.areas[code]
    asked = address_choice.selectbox("Met wie", GROUP, _groups(snapshot, registered.number(snapshot), code))
    if asked.startswith(_COMMUNITY):
        name, municipalities = _communities(snapshot, registered.number(snapshot))[asked.removeprefix(_COMMUNITY)]
        return peer_group.of_community(code, name, municipalities, snapshot.areas)
    sort = Sort(asked)
    if sort is Sort.NEIGHBOURS:
        chosen = Choice(address_choice.selectbox("Waarop lijken ze", WEIGHTS, _capital(neighbour_text.CHOICES)))
        many = {str(n): f"{n} gemeenten" for n in (USUAL_MANY, *(one for one in _MANY if one != USUAL_MANY))}
        n = int(address_choice.selectbox("Hoeveel", MANY, many))
        return peer_group.of_neighbours(comparison_data.neighbours(snapshot, code, chosen, n, about.indicator))
    if sort is Sort.OWN:
        return _own(snapshot, code, area.level)
    return _made(snapshot, code, sort)


def period(snapshot: Snapshot, found: PeerGroup, about: Measure) -> str:
    """Draws the choice of the year; the newest in which the group can be compared is as usual. One that cannot is marked."""
    options = _periods(snapshot, found, about)
    return address_choice.selectbox("Jaar", PERIOD, options) if options else ""


def _own(snapshot: Snapshot, code: str, level: Level) -> PeerGroup | NoNumber:
    names = _own_names(snapshot, code, level)
    asked = [one for one in choice.record(OWN).split(",") if one]
    found = peer_group.own_set(code, asked, snapshot.areas)
    there = [one for one in dict.fromkeys(asked) if one in names and one != code][:MOST_OWN]
    names = names | {one: snapshot.areas[one].name for one in there}
    choice.show_choice(_OWN_KEY, there)
    st.multiselect(
        "Kies 2 tot en met 5",
        [one for one in names if one != code],
        key=_OWN_KEY,
        format_func=lambda one: names.get(one, one),
        max_selections=MOST_OWN,
        placeholder="Typ een naam",
        on_change=lambda: choice.say(**{OWN: ",".join(st.session_state[_OWN_KEY])}),
    )
    _say_dropped(snapshot, found)
    return found.group


def _say_dropped(snapshot: Snapshot, found: OwnSet) -> None:
    known = {code: snapshot.areas[code].name for code, _ in found.dropped if code in snapshot.areas}
    if said := comparison_text.dropped(found.dropped, known):
        st.caption(plain(said))


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=256)
def _groups(snapshot: Snapshot, number: int, code: str) -> dict[str, str]:
    """Word of the address -> label."""
    area = snapshot.areas[code]
    found = {str(sort): comparison_text.SORTS[sort] for sort in _SORTS[area.level]}
    if str(Sort.EACH_OTHER) in found:
        found[str(Sort.EACH_OTHER)] = f"Alle {text.PLURALS[area.level]}"
    for sort, region in ((Sort.PROVINCE, area.provincie), (Sort.RES, area.res)):
        if str(sort) in found and region in snapshot.areas:
            found[str(sort)] += f": {snapshot.areas[region].name}"
    if area.level is Level.GEMEENTE:
        for id, (name, municipalities) in _communities(snapshot, number).items():
            if code in municipalities:
                found[f"{_COMMUNITY}{id}"] = f"Community: {name}"
    return found


@lru_cache(maxsize=3)
def _communities(snapshot: Snapshot, number: int) -> dict[str, tuple[str, tuple[str, ...]]]:  # noqa: ARG001
    """Id -> name and the present municipalities: those it lists, and those its area processes lie in."""
    communities, processes = registered.table(snapshot, "community"), registered.table(snapshot, "area_process")
    cells: dict[str, list[object]] = {str(id): [own] for id, own in communities["municipalities"].items()}
    for id, own in zip(processes["community"], processes["municipalities"], strict=True):
        if id in cells:
            cells[id].append(own)
    now = catalog.successors()
    return {
        id: (
            str(communities.at[id, "name"]),
            tuple(sorted({to for cell in of for code in several(cell) for to in now.get(code, (code,))})),
        )
        for id, of in cells.items()
    }


@lru_cache(maxsize=512)
def _made(snapshot: Snapshot, code: str, sort: Sort) -> PeerGroup | NoNumber:
    if sort is Sort.SIZE:
        return peer_group.of_size(code, snapshot.areas, comparison_data.people(snapshot))
    made: dict[Sort, Callable[..., PeerGroup | NoNumber]] = {
        Sort.PROVINCE: peer_group.of_province,
        Sort.RES: peer_group.of_res,
        Sort.WITHIN: peer_group.within_municipality,
        Sort.EACH_OTHER: peer_group.each_other,
    }
    return made[sort](code, snapshot.areas)


@lru_cache(maxsize=256)
def _own_names(snapshot: Snapshot, code: str, level: Level) -> dict[str, str]:
    """Who can be chosen, by name; of wijken and buurten those of the same municipality."""
    names = comparison_data.names(snapshot, level)
    if level in (Level.WIJK, Level.BUURT):
        names = {one: name for one, name in names.items() if one[2:6] == code[2:6]}
    return dict(sorted(names.items(), key=lambda one: one[1].removeprefix("'s-").removeprefix("'t ")))


@lru_cache(maxsize=16)
def _labels(snapshot: Snapshot, level: Level) -> dict[str, str]:
    return {id: entry(one).short for id, one in comparison_data.measures(snapshot, level).items()}


@lru_cache(maxsize=256)
def _periods(snapshot: Snapshot, found: PeerGroup, about: Measure) -> dict[str, str]:
    newest = comparison_data.newest(snapshot, found, about)
    there = comparison_data.periods(snapshot, found, about)
    order = [newest, *(one for one in reversed(there) if one != newest)] if newest else []
    return {one: _year(snapshot, found, about, one) for one in order}


def _year(snapshot: Snapshot, found: PeerGroup, about: Measure, period: str) -> str:
    if about.of_register:
        return "Nu"
    figures = comparison_data.figures(snapshot, about, found, period)
    until = figures.about.until if isinstance(figures, Figures) else ""
    return comparison_text.year(period, comparison_data.verdict(snapshot, about, found, period), until)


def _capital(words: Mapping[Choice, str]) -> dict[str, str]:
    return {str(one): said[:1].upper() + said[1:] for one, said in words.items()}

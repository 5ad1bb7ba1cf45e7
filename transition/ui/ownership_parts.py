"""The parts of the page about local ownership; each is computed only when the reader chooses it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition import published
from transition.domain.selection import Selection
from transition.domain.what_if import WhatIf
from transition.metrics.ownership.local import Local
from transition.metrics.ownership.shares import Definition
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.goal import Goal
from transition.store import Snapshot
from transition.ui import area_names, ownership_data, ownership_known, registered, show, what_if
from transition.ui.area_data import today
from transition.views import (
    areas,
    ownership_coops,
    ownership_policy,
    ownership_projects,
    ownership_published,
    ownership_say,
    ownership_way,
    text,
    what_if_text,
)
from transition.views import ownership_words as words
from transition.views import published as published_words
from transition.views.area_names import AreaNames
from transition.views.brought import plain

MOST = 100
"""Rows of a list on the page; the download has them all."""
_ASKED = ("local_share", "developing", "permitted", "building")


@dataclass(frozen=True, eq=False)
class Asked:
    """What a part is about. place: the scope as it stands in a sentence after 'in'."""

    snapshot: Snapshot
    selection: Selection
    about: Scope
    place: str
    found: Local
    definition: Definition
    assumed: WhatIf


def source(snapshot: Snapshot) -> str:
    """The source line of what people recorded."""
    line = f"Bron: register van deze Regiemonitor, stand van {text.day(today().isoformat())}"
    return f"{text.EXAMPLE}. {line}" if snapshot.is_example else line


def has_chances(assumed: WhatIf) -> bool:
    """Whether a reader's own chances of the pipeline are counted with."""
    return any(chance is not None for chance in (assumed.developing, assumed.permitted, assumed.building))


def _assumptions(assumed: WhatIf) -> str:
    """What stands in every file that rests on them."""
    return f"{what_if_text.MARK}: {text.enumeration(what_if_text.assumptions(assumed))}. "


def _shown(
    asked: Asked, name: str, draw: str, *, heading: str, what: str, reading: str,
    table: Callable[[], pd.DataFrame] | None, decimals: int = 0, assumed: str = "",
) -> None:  # fmt: skip
    show.show(
        draw, heading=heading, what=what, reading=reading, source=assumed + source(asked.snapshot),
        table=table, name=f"{name}-{asked.about.id}", decimals=decimals,
    )  # fmt: skip


def _way(asked: Asked) -> None:
    """What the rest must have for half in 2030; and a reader's own assumptions about it."""
    measured = asked.found.measured(asked.definition)
    part = None if asked.assumed.local_share is None else asked.assumed.local_share / 100
    is_assumed = part is not None or has_chances(asked.assumed)
    if asked.found.counted:
        said = [ownership_way.pipeline(measured.coming), *ownership_way.limits(measured.way), words.AMBITION]
        _shown(
            asked, "wat-als-op-weg-naar-50" if is_assumed else "op-weg-naar-50", ownership_way.html(measured, part),
            heading=ownership_way.heading(measured, asked.place, is_assumed=is_assumed),
            what=f"Lokaal eigendom in {asked.place}, {words.DEFINITIONS[asked.definition].lower()} geteld: "
            f"{words.MEANINGS[asked.definition]}",
            assumed=_assumptions(asked.assumed) if is_assumed else "", reading=ownership_way.reading(part),
            table=partial(ownership_way.table, measured), decimals=1,
        )  # fmt: skip
        st.markdown(" ".join(said))
        holds = dict.fromkeys(_ASKED[1:], "100, alles gaat door")
        what_if.panel(_ASKED, asked.assumed, {"local_share": "nog niet afgesproken", **holds})
    else:
        st.info(
            f"In {plain(asked.place)} is geen windpark of zonnepark vastgelegd. "
            f"Daarom is er nog geen weg naar 50% te tekenen. {words.AMBITION}"
        )
    if isinstance(asked.found.goal, Goal):
        st.caption(plain(ownership_way.own_goal(asked.found.goal)))


def _projects(asked: Asked) -> None:
    """The list behind the figures."""
    found = ownership_data.counting(asked.snapshot, asked.about)
    if found.empty:
        st.info(f"In {plain(asked.place)} zijn geen projecten vastgelegd die meetellen voor lokaal eigendom.")
        return
    drawn = _projects_html(
        asked.snapshot, registered.number(asked.snapshot), asked.about, area_names.names(asked.snapshot)
    )
    what = f"Windparken en zonneparken in {asked.place}. {_first(len(found))}"
    if asked.found.left_out:
        left = words.projects(asked.found.left_out)
        what += f" {left.capitalize()} met iets anders, zoals daken of warmte, telt niet mee."
    _shown(
        asked, "projecten", f'<div class="own-rows own-projects">{drawn}</div>', heading=ownership_projects.heading(found), what=what,
        reading=ownership_projects.READING, table=partial(_public_projects, asked), decimals=1,
    )  # fmt: skip


@lru_cache(maxsize=32)
def _projects_html(snapshot: Snapshot, number: int, about: Scope, names: AreaNames) -> str:  # noqa: ARG001 - the number is a key
    found = ownership_projects.ordered(ownership_data.counting(snapshot, about))
    return ownership_projects.html(found, snapshot.areas, names.link, MOST)


def _public_projects(asked: Asked) -> pd.DataFrame:
    """What may leave."""
    found = ownership_projects.ordered(ownership_data.counting(asked.snapshot, asked.about))
    public = registered.table(asked.snapshot, "project", public_only=True).index
    parties = registered.table(asked.snapshot, "party", public_only=True)["name"].to_dict()
    return ownership_projects.table(found[found.index.isin(public)], asked.snapshot.areas, parties)


def _first(number: int) -> str:
    return (
        f"U ziet de eerste {MOST} van {text.number(number)}; de tabel en de download hebben ze alle."
        if number > MOST
        else ""
    )


def _policy(asked: Asked) -> None:
    """How firmly it stands in policy, here and around."""
    snapshot, found = asked.snapshot, asked.found
    region = ownership_data.around(snapshot, asked.about)
    around = areas.called(snapshot, region) if region else asked.place
    if asked.about.sort is Sort.COMMUNITY:
        around = f"community {asked.about.name}"
    own = snapshot.areas.get(asked.about.municipalities[0]) if len(asked.about.municipalities) == 1 else None
    municipality = own.name if own else ""
    _shown(
        asked, "beleid", ownership_policy.decisions(found.policy) + ownership_policy.html(found, around),
        heading=ownership_policy.heading(found, municipality, around),
        what=f"Gemeenten in {around} per klasse" + (f"; beleid is van de hele gemeente {municipality}" if asked.about.is_part else ""),
        reading=ownership_policy.READING + (ownership_policy.OWN if found.policy else ""), table=partial(ownership_policy.table, found),
    )  # fmt: skip
    _national(asked, ownership_published.POLICY, "Beleid in heel Nederland")


def _cooperatives(asked: Asked) -> None:
    """Co-operatives, members and collective solar."""
    snapshot, found = asked.snapshot, asked.found
    if found.cooperatives is None:
        st.info("Coöperaties en hun leden staan per gemeente vast. Kies hierboven de gemeente.")
    else:
        parties = registered.table(snapshot, "party")
        listed = ownership_coops.listed(parties, asked.about.municipalities)
        drawn = ownership_coops.html(listed, snapshot.areas, MOST) if len(listed) else ""
        _shown(
            asked, "cooperaties", f'<div class="own-rows">{drawn}</div>' if drawn else "",
            heading=ownership_coops.heading(found.cooperatives),
            what=f"Energiecoöperaties in {asked.place}. {_first(len(listed))}", reading=ownership_coops.READING,
            table=partial(ownership_coops.table, listed, snapshot.areas) if len(listed) else None,
        )  # fmt: skip
        people = ownership_data.inhabitants(snapshot, asked.about)
        said = ownership_coops.sentences(found.cooperatives, people, parties["name"].to_dict())
        st.markdown(plain(" ".join(said)))
    st.markdown(plain(ownership_coops.solar(found.collective)))
    _national(asked, ownership_published.TOGETHER, "Coöperaties in heel Nederland")


def _yield(asked: Asked) -> None:
    """Money for the surroundings, and votes."""
    found = asked.found
    _shown(
        asked, "bijdrage", "", heading=ownership_say.fund_heading(found.fund),
        what=f"Bijdrage van parken die er staan aan de omgeving van {asked.place}. {ownership_say.fund_basis(found.fund)}",
        reading=ownership_say.FUND_READING, table=None,
    )  # fmt: skip
    votes = ownership_say.votes_html(found.votes) if sum(found.votes.values()) else ""
    _shown(
        asked, "stem", votes, heading=ownership_say.votes_heading(found.votes),
        what=f"Zeggenschap van lokale partijen in parken die er staan in {asked.place}",
        reading=ownership_say.VOTES_READING, table=partial(ownership_say.votes_table, found.votes) if votes else None,
    )  # fmt: skip
    _national(asked, ownership_published.MONEY, "Financieel meedoen in heel Nederland")


def _taking_part(asked: Asked) -> None:
    """How far people took part in decisions, with evidence."""
    took_part, snapshot = asked.found.took_part, asked.snapshot
    drawn = ownership_say.steps_html(took_part, area_names.names(snapshot).link, MOST) if took_part else ""
    _shown(
        asked, "meedoen", f'<div class="own-rows">{drawn}</div>' if drawn else "",
        heading=ownership_say.steps_heading(took_part, asked.found.unproven),
        what=f"Meedoen van inwoners en ondernemers bij besluiten in {asked.place}. {ownership_say.steps_limits(asked.found.unproven)}",
        reading=ownership_say.STEPS_READING, table=partial(_public_steps, asked) if took_part else None,
    )  # fmt: skip


def _public_steps(asked: Asked) -> pd.DataFrame:
    public = registered.table(asked.snapshot, "area_process", public_only=True)["name"].to_dict()
    return ownership_say.steps_table(asked.found.took_part, public)


def _country(asked: Asked) -> None:
    """What was published of the Netherlands."""
    _national(asked, ownership_published.OWNERSHIP, "Lokaal eigendom in heel Nederland", ownership_published.COMPARED)


def _national(asked: Asked, quantities: tuple[str, ...], heading: str, more: str = "") -> None:
    """Published figures, which never stand beside the fictional region."""
    if asked.snapshot.is_example:
        st.caption(
            "U ziet een fictieve regio. Gepubliceerde cijfers over Nederland ziet u als de echte cijfers zijn geladen."
        )
        return
    years, known = ownership_known.years(*quantities), published.quantities()
    st.subheader(heading)
    st.html(f'<div class="own-rows own-whole">{ownership_published.html(years, known, heading)}</div>')
    for conflict in ownership_published.conflicts(years, known):
        st.warning(plain(conflict))
    st.caption(f"**Zo leest u dit.** {ownership_published.READING} {more}")
    line = ownership_published.sources(years)
    st.caption(plain(line))
    figures = ownership_published.figures(years)
    show.download(partial(published_words.table, figures, known), f"landelijk-{quantities[0]}", line)


PARTS: Mapping[str, Callable[[Asked], None]] = {
    "weg": _way,
    "projecten": _projects,
    "beleid": _policy,
    "cooperaties": _cooperatives,
    "opbrengst": _yield,
    "meedoen": _taking_part,
    "landelijk": _country,
}
"""Word in the address -> what shows that part."""

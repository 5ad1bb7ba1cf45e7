"""Mijn communities: what a co-host wants to see of its communities, on one page that can be kept as a bookmark and printed."""

from collections.abc import Sequence
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.domain.selection import Selection
from transition.metrics.communities import several
from transition.metrics.comparison import co_host
from transition.metrics.comparison.co_host import Hosted
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering import area_signals
from transition.metrics.steering.decisions_needed import Asked
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_data,
    area_links,
    area_names,
    communities_topics,
    community_data,
    register_source,
    registered,
    scoped,
    show,
)
from transition.ui import communities_compared_data as data
from transition.ui.area_data import State
from transition.views import co_host_page, text
from transition.views.area_names import AreaNames

WORD = "partij"
"""In the address: whose communities are shown."""
KINDS = tuple(dict.fromkeys((*area_signals.NEEDED, *co_host.NEEDED, "decision", "community")))


def section(snapshot: Snapshot, selection: Selection) -> None:
    """Who asks, and their page."""
    hosts = _hosts(snapshot, registered.number(snapshot))
    if len(hosts) == 1:
        st.info(
            "Nog geen enkele community heeft een co-host. Kies bij een community wie haar mee leidt, dan staat zij hier."
        )
        return
    party = address_choice.selectbox("Wie bent u?", WORD, hosts)
    if not party:
        st.info(
            "Kies uw organisatie. U ziet dan al uw communities op één bladzijde: wie beweegt, wie stilstaat, wat een besluit vraagt, "
            "wanneer u weer bijeenkomt en welke lessen nog open staan."
        )
        return
    st.caption("Bewaar het adres van deze pagina als bladwijzer. Afdrukken: Ctrl + P (Mac: ⌘ + P).")
    st.html(_page(snapshot, area_data.state(snapshot), selection, party, area_names.names(snapshot)))
    area_links.listen("community")
    source = register_source.line(snapshot, KINDS)
    show.on_request(partial(_table, snapshot, party), f"mijn-communities-{party}", source)


@lru_cache(maxsize=4)
def _hosts(snapshot: Snapshot, number: int) -> dict[str, str]:  # noqa: ARG001 - in all of these the number or state is a key
    """The parties that are co-host of a community, by name."""
    there = {id for ids in community_data.overview(snapshot)["co_hosts"] for id in several(ids)}
    called = {id: words for id, words in community_data.described(snapshot).items() if id in there}
    return {"": "Kies uw organisatie", **called}


@lru_cache(maxsize=32)
def _page(snapshot: Snapshot, now: State, selection: Selection, party: str, names: AreaNames) -> str:
    found = _hosted(snapshot, now, party, public_only=False)
    name = str(registered.table(snapshot, "party").at[party, "name"])
    example = f"{text.EXAMPLE}. " if snapshot.is_example else ""
    when = text.day(now[1].isoformat())
    return co_host_page.html(
        found,
        _asked(snapshot, party, found),
        {one.id: communities_topics.link(selection, data.names(snapshot), one.id) for one in found},
        names,
        head=co_host_page.heading(name, found),
        under=f"{example}Stand van {when}. {register_source.line(snapshot, KINDS)}.",
        today=now[1],
    )


@lru_cache(maxsize=32)
def _hosted(snapshot: Snapshot, now: State, party: str, public_only: bool) -> Sequence[Hosted]:
    ids = co_host.hosted_by(community_data.overview(snapshot, public_only), party)
    tables = {kind: registered.table(snapshot, kind, public_only) for kind in co_host.NEEDED}
    return co_host.hosted(ids, tables, scoped.signals(snapshot, public_only), now[1])


def _asked(snapshot: Snapshot, party: str, found: Sequence[Hosted]) -> Sequence[Asked]:
    """What asks for a decision in all of their areas; a decision on a whole municipality is not theirs alone."""
    areas = tuple(one.area for of in found for one in of.standing)
    return scoped.decisions(snapshot, Scope(Sort.COMMUNITY, party, "", None, (), areas))


def _table(snapshot: Snapshot, party: str) -> pd.DataFrame:
    found = _hosted(snapshot, area_data.state(snapshot), party, public_only=True)
    return co_host_page.table(found, data.names(snapshot), area_names.names(snapshot))

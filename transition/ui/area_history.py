"""The history of one area process on its page: what happened there, and who changed what in the register."""

from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.domain.register.kinds import KINDS
from transition.store import Snapshot
from transition.ui import area_data, area_parts, area_pictures, record_options, registered
from transition.ui.area_data import State
from transition.views import area_history, record_words

_MOST_SETS = 20


def section(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Two lists: events, and on request changes of the register."""
    if picture := _picture(snapshot, area_data.state(snapshot), id):
        area_parts.put(snapshot, id, row, picture, "geschiedenis", partial(_public_table, snapshot, id, row))
    else:
        area_parts.nothing("wat er wanneer gebeurde", "Zet een datum bij een stap of een besluit.")
    st.subheader("Wie wijzigde wat in het register")
    everything = st.toggle("Toon alle wijzigingen", key=f"area_log_{id}")
    st.html(_log(snapshot, registered.number(snapshot), id, everything))
    st.caption("**Zo leest u dit.** Elke wijziging blijft bewaard: wie, wanneer, wat er stond en wat er kwam.")


def _public_table(snapshot: Snapshot, id: str, row: pd.Series) -> pd.DataFrame:
    public = area_data.records(snapshot, id, public_only=True)
    return area_history.table(area_history.events(row, area_data.steps(snapshot, id), public))


@lru_cache(maxsize=128)
def _picture(snapshot: Snapshot, now: State, id: str) -> str:
    row = area_pictures.row_of(snapshot, id)
    found = area_history.events(row, area_data.steps(snapshot, id), area_data.records(snapshot, id))
    if not found:
        return ""
    past = sum(not one.is_planned for one in found)
    return area_pictures.figure(
        snapshot, id, area_history.html(found, pd.Timestamp(now[1])),
        heading=f"Er zijn {past} gebeurtenissen vastgelegd, en {len(found) - past} die nog komen",
        about="het nieuwste bovenaan", reading="● is gebeurd, ○ is gepland.",
    )  # fmt: skip


@lru_cache(maxsize=64)
def _log(snapshot: Snapshot, number: int, id: str, everything: bool) -> str:  # noqa: ARG001 - the number is the key
    changes = registered.register(snapshot).history(registered.actor(), "area_process", id, with_children=True)
    if not everything:
        newest = list(dict.fromkeys(one.number for one in changes))[:_MOST_SETS]
        changes = [one for one in changes if one.number in newest]
    kinds = {one.kind for one in changes}
    names = record_options.names(snapshot, [field for kind in kinds for field in KINDS[kind].fields])
    titles = {f"{one.kind} {one.id}": _title(snapshot, one.kind, one.id) for one in changes}
    return area_history.log(changes, names, titles)


def _title(snapshot: Snapshot, kind: str, id: str) -> str:
    """By what people know a record; of one that was removed its id."""
    table, declared = registered.table(snapshot, kind), KINDS[kind]
    if id not in table.index:
        return id
    return record_words.shown(declared.by_name[declared.title], table.at[id, declared.title])

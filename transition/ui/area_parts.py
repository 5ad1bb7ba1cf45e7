"""The parts of the page of one area process; each is computed only when the reader chooses it."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.domain.register import choices
from transition.domain.register.kinds import OF_AREA
from transition.metrics import area_roles as roles_of
from transition.store import Snapshot
from transition.ui import area_data, mode, registered, show
from transition.views import (
    area_decisions,
    area_evidence,
    area_lanes,
    area_money,
    area_participation,
    area_projects,
    area_records,
    area_roles,
    area_sentences,
    area_steps,
    text,
)
from transition.views.brought import plain


def shown(
    snapshot: Snapshot, id: str, row: pd.Series, name: str, draw: Callable[[], object], *,
    heading: str, what: str, reading: str, table: Callable[[], pd.DataFrame] | None,
) -> None:  # fmt: skip
    """A picture of one area process with its table; of one that is not public there is no table to download."""
    show.show(
        draw, heading=plain(heading), what=plain(what), reading=reading, source=plain(area_sentences.source(row, snapshot.is_example)),
        table=table if table and area_data.is_public(row) else None, name=f"{name}-{id}",
    )  # fmt: skip


def steps(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is done, in the order of the method card, with what nobody recorded."""
    found = area_data.steps(snapshot, id)
    if found.empty:
        nothing("de stappen", "Kies een methodekaart en vul per stap in wanneer die gepland is en wanneer gehaald.")
        return
    cards = registered.table(snapshot, "method_card")
    card = cards["name"].get(row["method_card"]) if isinstance(row["method_card"], str) else None
    compared = f"naast de methodekaart {card}" if card else "zonder methodekaart: de stappen zoals ze zijn vastgelegd"
    shown(
        snapshot, id, row, "stappen", lambda: st.html(area_steps.html(found, row["next_code"])),
        heading=area_steps.heading(found), what=f"{row['name']}, {compared}",
        reading="✓ gehaald, ○ gepland, ! iets houdt tegen, – niet vastgelegd. De eerste planning blijft altijd staan.",
        table=partial(area_steps.table, found),
    )  # fmt: skip


def roles(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Who does what, in plain words, with what does not fit."""
    found = roles_of.by_letter(area_data.of(snapshot, "role", id))
    if not found:
        nothing("wie wat doet", "Leg per onderwerp vast wie eindverantwoordelijk is en wie het uitvoert.")
        return
    shown(
        snapshot, id, row, "rollen", lambda: st.html(area_roles.html(found)),
        heading=area_roles.heading(found), what=f"{row['name']}, wie wat doet per onderwerp",
        reading="Bij elk onderwerp hoort precies één eindverantwoordelijke. Wie uitvoert, doet het werk.",
        table=partial(area_roles.table, found),
    )  # fmt: skip
    for warning in area_roles.warnings(found):
        st.warning(warning)
    if absent := area_roles.not_recorded(found):
        st.caption(absent)


def money(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What it costs and what is paid."""
    lines = area_data.of(snapshot, "finance_line", id)
    if lines.empty:
        nothing("het geld", "Begin met de kosten, en zet erbij van welk jaar de prijzen zijn.")
        return
    shown(
        snapshot, id, row, "geld", lambda: st.html(area_money.html(row, mode.is_dark())),
        heading=area_money.heading(row), what=f"{row['name']}, kosten en dekking in euro's",
        reading=" ".join(["Alleen wat met een besluit is toegezegd, telt als gedekt.", *area_money.limits(row)]),
        table=partial(area_money.table, lines),
    )  # fmt: skip


def ownership(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """How far local parties lead, how the cooperation goes, by both sides; and how people took part."""
    _judged(
        snapshot, id, row, "ownership_assessment", "eigenaarschap", "assessed_on", "level", choices.OWNERSHIP_LEVELS
    )
    _judged(snapshot, id, row, "cooperation_score", "samenwerking", "scored_on", "score", choices.SCORES)
    held = area_data.of(snapshot, "participation", id)
    if held.empty:
        nothing("hoe inwoners meededen", "Leg per besluit vast op welke trede inwoners en ondernemers meededen.")
        return
    _took_part(snapshot, id, row, held)


def _judged(
    snapshot: Snapshot, id: str, row: pd.Series, kind: str, word: str, day: str, code: str, labels: Mapping[str, str]
) -> None:
    records = area_data.of(snapshot, kind, id)
    given = area_lanes.judgements(records, day, code)
    if given.empty:
        nothing(f"{word} in dit gebied", "Vraag het allebei de kanten: de gemeente en de lokale partij.")
        return
    shown(
        snapshot, id, row, word, lambda: st.html(area_lanes.html(given, labels, word.capitalize())),
        heading=area_lanes.message(given, labels, ""), what=f"{row['name']}, {word} volgens twee kanten",
        reading=area_lanes.READING, table=partial(area_records.table, kind, records, {}),
    )  # fmt: skip


def decisions(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is decided and what is coming; and the lessons of this area."""
    found = area_data.of(snapshot, "decision", id)
    if found.empty:
        nothing("besluiten", "Leg ook een besluit vast dat nog komt: dan staat het bovenaan deze pagina.")
    else:
        today = pd.Timestamp(area_data.today())
        shown(
            snapshot, id, row, "besluiten", lambda: st.html(area_decisions.html(found, today)),
            heading=area_decisions.heading(found), what=f"{row['name']}, het signaal, het besluit en wat het moet opleveren",
            reading="Wat nog komt, staat bovenaan.", table=_public(snapshot, "decision", id),
        )  # fmt: skip
    lessons = area_data.of(snapshot, "lesson", id)
    if len(lessons):
        st.subheader("Lessen uit dit gebied")
        st.html(area_decisions.lessons(lessons, registered.table(snapshot, "community")["name"]))


def projects(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is built or planned, and of whom it is."""
    found = area_data.of(snapshot, "project", id)
    if found.empty:
        nothing("projecten", "Denk aan een windpark, een zonnepark, een warmtenet of een collectief dak.")
        return
    shown(
        snapshot, id, row, "projecten", lambda: st.html(area_projects.html(found)),
        heading=area_projects.heading(found), what=f"{row['name']}, projecten in dit gebied",
        reading="'Onbekend' is het deel waarvan niemand weet van wie het is. Dat rekenen we nergens bij.",
        table=_public(snapshot, "project", id),
    )  # fmt: skip


def evidence(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Every document, and what has none."""
    found = _claims(snapshot, id, False, registered.number(snapshot))
    if found.empty:
        nothing(
            "iets waar bewijs bij hoort", "Bewijs is een adres (https://…) van een stuk, bij een stap of een besluit."
        )
        return
    shown(
        snapshot, id, row, "bewijs", lambda: st.html(area_evidence.html(found)),
        heading=area_evidence.heading(found), what=f"{row['name']}, wat er staat en in welk stuk",
        reading="Een adres opent in een nieuw tabblad. Wij hebben niet nagegaan of het stuk er nog staat.",
        table=lambda: area_evidence.table(_claims(snapshot, id, True, registered.number(snapshot))),
    )  # fmt: skip


@lru_cache(maxsize=64)
def _claims(snapshot: Snapshot, id: str, public_only: bool, number: int) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    return area_evidence.claims(area_data.steps(snapshot, id), records(snapshot, id, public_only))


def records(snapshot: Snapshot, id: str, public_only: bool = False) -> dict[str, pd.DataFrame]:
    """Everything that belongs to one area process, by kind."""
    return {kind: area_data.of(snapshot, kind, id, public_only) for kind in (*OF_AREA, "decision", "project")}


def nothing(what: str, remedy: str) -> None:
    """What a reader sees where nobody recorded anything."""
    st.info(f"Van {what} is nog niets vastgelegd. {remedy}")


def _took_part(snapshot: Snapshot, id: str, row: pd.Series, held: pd.DataFrame) -> None:
    times = "1 keer" if len(held) == 1 else f"{text.number(len(held))} keer"
    shown(
        snapshot, id, row, "participatie", lambda: st.html(area_participation.html(held)),
        heading=f"Inwoners en ondernemers deden {times} mee bij een besluit", what=f"{row['name']}, participatie per besluit",
        reading="De treden lopen van 1 (informeren) tot 6 (zelf organiseren).",
        table=partial(area_records.table, "participation", held, {}),
    )  # fmt: skip


def _public(snapshot: Snapshot, kind: str, id: str) -> Callable[[], pd.DataFrame]:
    """The records of a kind that may leave, as a table."""

    def table() -> pd.DataFrame:
        found = area_data.of(snapshot, kind, id, public_only=True)
        names = registered.table(snapshot, "party", public_only=True)["name"].to_dict()
        names |= {code: area.name for code in found["municipality"] if (area := snapshot.areas.get(code))}
        return area_records.table(kind, found, names)

    return table

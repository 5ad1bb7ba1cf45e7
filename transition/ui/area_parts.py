"""The parts of the page of one area process; each is put on the page only when the reader chooses it."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from transition.metrics import area_roles as roles_of
from transition.store import Snapshot
from transition.ui import area_data, area_pictures, mode, registered, show
from transition.views import (
    area_evidence,
    area_money,
    area_records,
    area_roles,
    area_sentences,
    area_steps,
)
from transition.views.brought import plain


def put(
    snapshot: Snapshot, id: str, row: pd.Series, picture: str, name: str, table: Callable[[], pd.DataFrame]
) -> None:
    """A picture of one area process, and its table on request; of one that is not public there is no table to download."""
    st.html(picture)
    if area_data.is_public(row):
        show.on_request(table, f"{name}-{id}", plain(area_sentences.source(row, snapshot.is_example)))


def steps(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is done, in the order of the method card, with what nobody recorded."""
    if picture := area_pictures.steps(snapshot, area_data.state(snapshot), id):
        put(snapshot, id, row, picture, "stappen", lambda: area_steps.table(area_data.steps(snapshot, id)))
    else:
        nothing("de stappen", "Kies een methodekaart en vul per stap in wanneer die gepland is en wanneer gehaald.")


def roles(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Who does what, in plain words, with what does not fit."""
    picture, warnings = area_pictures.roles(snapshot, area_data.state(snapshot), id)
    if not picture:
        nothing("wie wat doet", "Leg per onderwerp vast wie eindverantwoordelijk is en wie het uitvoert.")
        return

    def table() -> pd.DataFrame:
        return area_roles.table(roles_of.by_letter(area_data.of(snapshot, "role", id)))

    put(snapshot, id, row, picture, "rollen", table)
    for warning in warnings:
        st.warning(warning)


def money(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What it costs and what is paid."""
    if picture := area_pictures.money(snapshot, area_data.state(snapshot), id, mode.is_dark()):
        put(snapshot, id, row, picture, "geld", lambda: area_money.table(area_data.of(snapshot, "finance_line", id)))
    else:
        nothing("het geld", "Begin met de kosten, en zet erbij van welk jaar de prijzen zijn.")


def ownership(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """How far local parties lead, how the cooperation goes, by both sides; and how people took part."""
    now = area_data.state(snapshot)
    for word, (kind, *_) in area_pictures.JUDGED.items():
        if picture := area_pictures.judged(snapshot, now, id, word):
            put(snapshot, id, row, picture, word, partial(_records, snapshot, kind, id))
        else:
            nothing(f"{word} in dit gebied", "Vraag het allebei de kanten: de gemeente en de lokale partij.")
    if picture := area_pictures.took_part(snapshot, now, id):
        put(snapshot, id, row, picture, "participatie", partial(_records, snapshot, "participation", id))
    else:
        nothing("hoe inwoners meededen", "Leg per besluit vast op welke trede inwoners en ondernemers meededen.")


def decisions(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is decided and what is coming; and the lessons of this area."""
    now = area_data.state(snapshot)
    if picture := area_pictures.decisions(snapshot, now, id):
        put(snapshot, id, row, picture, "besluiten", partial(_public, snapshot, "decision", id))
    else:
        nothing("besluiten", "Leg ook een besluit vast dat nog komt: dan staat het bovenaan deze pagina.")
    if lessons := area_pictures.lessons(snapshot, now, id):
        st.html(lessons)


def projects(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """What is built or planned, and of whom it is."""
    if picture := area_pictures.projects(snapshot, area_data.state(snapshot), id):
        put(snapshot, id, row, picture, "projecten", partial(_public, snapshot, "project", id))
    else:
        nothing("projecten", "Denk aan een windpark, een zonnepark, een warmtenet of een collectief dak.")


def evidence(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Every document, and what has none."""
    picture = area_pictures.evidence(snapshot, area_data.state(snapshot), id)
    if not picture:
        nothing(
            "iets waar bewijs bij hoort", "Bewijs is een adres (https://…) van een stuk, bij een stap of een besluit."
        )
        return

    def table() -> pd.DataFrame:
        public = area_data.records(snapshot, id, public_only=True)
        return area_evidence.table(area_evidence.claims(area_data.steps(snapshot, id), public))

    put(snapshot, id, row, picture, "bewijs", table)


def nothing(what: str, remedy: str) -> None:
    """What a reader sees where nobody recorded anything."""
    st.info(f"Van {what} is nog niets vastgelegd. {remedy}")


def _records(snapshot: Snapshot, kind: str, id: str) -> pd.DataFrame:
    return area_records.table(kind, area_data.of(snapshot, kind, id), {})


def _public(snapshot: Snapshot, kind: str, id: str) -> pd.DataFrame:
    """The records of a kind that may leave, as a table."""
    found = area_data.of(snapshot, kind, id, public_only=True)
    names = registered.table(snapshot, "party", public_only=True)["name"].to_dict()
    names |= {code: area.name for code in found["municipality"] if (area := snapshot.areas.get(code))}
    return area_records.table(kind, found, names)

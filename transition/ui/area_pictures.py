"""What the parts of the page of one area process show, as HTML, kept per state of the register; '' where nothing is recorded."""

from functools import lru_cache

import pandas as pd

from transition.domain.register import choices
from transition.metrics import area_roles as roles_of
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.roles import role_checks as checks_of
from transition.store import Snapshot
from transition.ui import area_data, registered
from transition.ui.area_data import State
from transition.views import (
    area_decisions,
    area_evidence,
    area_facts,
    area_lanes,
    area_money,
    area_participation,
    area_projects,
    area_roles,
    area_sentences,
    area_steps,
    figure_html,
    role_checks,
    text,
)

JUDGED = {
    "eigenaarschap": ("ownership_assessment", "assessed_on", "level", choices.OWNERSHIP_LEVELS),
    "samenwerking": ("cooperation_score", "scored_on", "score", choices.SCORES),
}
"""What two sides judge -> the kind of record, its day, its judgement, and the words of that."""


def row_of(snapshot: Snapshot, id: str) -> pd.Series:
    """As `area_data.row`, of one that is there."""
    found = area_data.row(snapshot, id)
    assert found is not None
    return found


def figure(snapshot: Snapshot, id: str, picture: str, *, heading: str, about: str, reading: str) -> str:
    """A picture of one area process with what belongs to it."""
    row = row_of(snapshot, id)
    source = area_sentences.source(row, snapshot.is_example)
    return figure_html.figure(picture, heading=heading, what=f"{row['name']}, {about}", reading=reading, source=source)


@lru_cache(maxsize=128)
def top(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001 - in all of these the state is a key: another state is another entry
    """Where it stands in a sentence, the main facts, what people wrote of it, and what is not recorded."""
    return area_facts.top(row_of(snapshot, id), snapshot.areas)


@lru_cache(maxsize=128)
def steps(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    """What is done, in the order of the method card, with what nobody recorded."""
    found, row = area_data.steps(snapshot, id), row_of(snapshot, id)
    if found.empty:
        return ""
    cards = registered.table(snapshot, "method_card")
    card = cards["name"].get(row["method_card"]) if isinstance(row["method_card"], str) else None
    compared = f"naast de methodekaart {card}" if card else "zonder methodekaart: de stappen zoals ze zijn vastgelegd"
    return figure(
        snapshot, id, area_steps.html(found, row["next_code"]), heading=area_steps.heading(found), about=compared,
        reading="✓ gehaald, ○ gepland, ! iets houdt tegen, – niet vastgelegd. De eerste planning blijft altijd staan.",
    )  # fmt: skip


@lru_cache(maxsize=128)
def roles(snapshot: Snapshot, now: State, id: str) -> tuple[str, list[str]]:  # noqa: ARG001
    """Who does what, in plain words; and what does not fit, in sentences."""
    records = area_data.of(snapshot, "role", id)
    found, check = roles_of.by_letter(records), checks_of(records, [id])[id]
    if isinstance(check, NoNumber):
        return "", []
    picture = figure(
        snapshot, id, area_roles.html(found), heading=area_roles.heading(found), about="wie wat doet per onderwerp",
        reading="Bij elk onderwerp hoort precies één eindverantwoordelijke. Wie uitvoert, doet het werk.",
    )  # fmt: skip
    return picture + figure_html.note(area_roles.not_recorded(found)), role_checks.problems(check)


@lru_cache(maxsize=128)
def money(snapshot: Snapshot, now: State, id: str, dark: bool) -> str:  # noqa: ARG001
    """What it costs and what is paid."""
    if area_data.of(snapshot, "finance_line", id).empty:
        return ""
    row = row_of(snapshot, id)
    return figure(
        snapshot, id, area_money.html(row, dark), heading=area_money.heading(row), about="kosten en dekking in euro's",
        reading=" ".join(["Alleen wat met een besluit is toegezegd, telt als gedekt.", *area_money.limits(row)]),
    )  # fmt: skip


@lru_cache(maxsize=256)
def judged(snapshot: Snapshot, now: State, id: str, word: str) -> str:  # noqa: ARG001
    """How both sides judge. word: of `JUDGED`."""
    kind, day, code, labels = JUDGED[word]
    given = area_lanes.judgements(area_data.of(snapshot, kind, id), day, code)
    if given.empty:
        return ""
    return figure(
        snapshot, id, area_lanes.html(given, labels, word.capitalize()), heading=area_lanes.message(given, labels, ""),
        about=f"{word} volgens twee kanten", reading=area_lanes.READING,
    )  # fmt: skip


@lru_cache(maxsize=128)
def took_part(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    """How people took part in decisions."""
    held = area_data.of(snapshot, "participation", id)
    if held.empty:
        return ""
    times = "1 keer" if len(held) == 1 else f"{text.number(len(held))} keer"
    return figure(
        snapshot, id, area_participation.html(held), heading=f"Inwoners en ondernemers deden {times} mee bij een besluit",
        about="participatie per besluit", reading="De treden lopen van 1 (informeren) tot 6 (zelf organiseren).",
    )  # fmt: skip


@lru_cache(maxsize=128)
def decisions(snapshot: Snapshot, now: State, id: str) -> str:
    """What is decided and what is coming."""
    found = area_data.of(snapshot, "decision", id)
    if found.empty:
        return ""
    return figure(
        snapshot, id, area_decisions.html(found, pd.Timestamp(now[1])), heading=area_decisions.heading(found),
        about="het signaal, het besluit en wat het moet opleveren", reading="Wat nog komt, staat bovenaan.",
    )  # fmt: skip


@lru_cache(maxsize=128)
def lessons(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    """The lessons of this area."""
    found = area_data.of(snapshot, "lesson", id)
    if found.empty:
        return ""
    listed = area_decisions.lessons(found, registered.table(snapshot, "community")["name"])
    return f'<h3 class="figure-heading">Lessen uit dit gebied</h3>{listed}'


@lru_cache(maxsize=128)
def projects(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    """What is built or planned, and of whom it is."""
    found = area_data.of(snapshot, "project", id)
    if found.empty:
        return ""
    return figure(
        snapshot, id, area_projects.html(found), heading=area_projects.heading(found), about="projecten in dit gebied",
        reading="'Onbekend' is het deel waarvan niemand weet van wie het is. Dat rekenen we nergens bij.",
    )  # fmt: skip


@lru_cache(maxsize=128)
def evidence(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    """Every document, and what has none."""
    found = area_evidence.claims(area_data.steps(snapshot, id), area_data.records(snapshot, id))
    if found.empty:
        return ""
    return figure(
        snapshot, id, area_evidence.html(found), heading=area_evidence.heading(found), about="wat er staat en in welk stuk",
        reading="Een adres opent in een nieuw tabblad. Wij hebben niet nagegaan of het stuk er nog staat.",
    )  # fmt: skip

"""Does a municipality steer on result and pace? The norms of the audits, with what nobody knows kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.domain.register.choices import NORMS
from transition.metrics.band import Band
from transition.metrics.cells import day, text
from transition.metrics.no_number import NoNumber, Why, no_number


@dataclass(frozen=True)
class Answer:
    """'yes', 'partly', 'no' or 'unknown' on one norm."""

    answer: str
    answered_on: date | None
    evidence: str


@dataclass(frozen=True)
class Checklist:
    """The norms that are met. unknown: answered with 'unknown'; not_recorded: nobody answered. Neither is a no, nor a yes.

    share: yes as a part of those answered yes, partly or no. band: of all norms, from only the yes to all that may be one.
    proven: of the yes and partly, those with evidence.
    """

    answers: Mapping[str, Answer]
    yes: int
    partly: int
    no: int
    unknown: int
    not_recorded: int
    proven: int
    share: float | NoNumber
    band: Band

    @property
    def of(self) -> int:
        return len(NORMS)


def checklist(items: pd.DataFrame, municipality: str) -> Checklist:
    """items: the register's table of checklist items. The answers come in the order of the norms."""
    rows = {text(row["norm"]): row for row in items[items["municipality"].eq(municipality)].to_dict("records")}
    answers = {
        norm: Answer(text(rows[norm]["answer"]), day(rows[norm]["answered_on"]), text(rows[norm]["evidence"]))
        for norm in NORMS
        if norm in rows
    }
    yes, partly, no, unknown = (
        sum(one.answer == asked for one in answers.values()) for asked in ("yes", "partly", "no", "unknown")
    )
    known = yes + partly + no
    return Checklist(
        answers=answers,
        yes=yes,
        partly=partly,
        no=no,
        unknown=unknown,
        not_recorded=len(NORMS) - len(answers),
        proven=sum(one.answer in ("yes", "partly") and bool(one.evidence) for one in answers.values()),
        share=yes / known if known else no_number(Why.NOT_RECORDED),
        band=Band(yes / len(NORMS), 1 - no / len(NORMS)),
    )

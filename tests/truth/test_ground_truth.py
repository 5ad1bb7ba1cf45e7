"""Every published value of the design note that the present data can answer; the others are listed with the reason."""

import math

import pytest

from tests.conftest import PROJECT
from tests.truth.ground_truth import COUNTED, IDS, LOADED, SHIPPED, UNANSWERED, Loaded, Shipped, lines
from transition import published
from transition.domain.areas import Level
from transition.store import Snapshot

TABLE = PROJECT / "docs" / "truth.md"
BEGIN, END = "<!-- ground truth: begin -->", "<!-- ground truth: end -->"


def found(snapshot: Snapshot, check: Loaded) -> float:
    """The loaded figure; NaN when there is none. GM*: the municipalities together."""
    if check.area == "GM*":
        column = snapshot.column(Level.GEMEENTE, check.indicator, check.breakdown, check.period)
        assert column is not None
        return float(column.values.sum())
    series = snapshot.series(check.area, check.indicator, check.breakdown)
    return next((value for period, value, _ in series if period == check.period), math.nan)


@pytest.mark.parametrize("check", LOADED, ids=lambda c: f"{c.id}-{c.indicator}")
def test_a_published_value_is_what_is_loaded(real_snapshot: Snapshot, check: Loaded) -> None:
    value = found(real_snapshot, check)
    if check.value is None:
        assert math.isnan(value), f"{check.source}: {value}, gepubliceerd zonder getal"
        return
    lowest, highest = check.value * (1 - check.below / 100), check.value * (1 + check.above / 100)
    assert lowest <= value <= highest, (
        f"{check.source}: {value}, gepubliceerd {check.value} ({check.because or 'precies'})"
    )


@pytest.mark.parametrize("id", COUNTED)
def test_there_are_as_many_areas_as_published(real_snapshot: Snapshot, id: str) -> None:
    for (level, period), number in COUNTED[id][1].items():
        column = real_snapshot.column(level, "solar_capacity_kwp", "", period)
        assert column is not None
        assert len(column.codes) == len(set(column.codes.tolist())) == number


@pytest.mark.parametrize("check", SHIPPED, ids=lambda c: f"{c.id}-{c.quantity}-{c.period}-{c.area}")
def test_a_published_value_ships_with_its_source(check: Shipped) -> None:
    figures = [
        f for f in published.published_figures() if f.subject == (check.quantity, check.part, check.area, check.period)
    ]
    amounts = {number for figure in figures for number in figure.amount if number is not None}
    assert amounts == set(check.amounts)
    assert all(figure.source and figure.address for figure in figures)


def test_every_row_is_answered_or_listed_with_its_reason() -> None:
    answered = {check.id for check in LOADED} | {check.id for check in SHIPPED} | COUNTED.keys()
    assert len(IDS) == 73
    assert answered | UNANSWERED.keys() == set(IDS)
    assert answered & UNANSWERED.keys() == set()
    assert all(UNANSWERED.values())


def test_a_tolerance_has_a_reason_and_a_reason_a_tolerance() -> None:
    assert [check for check in LOADED if bool(check.because) != bool(check.below or check.above)] == []


def test_the_note_lists_what_the_tests_check() -> None:
    stands = TABLE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    assert stands.strip().splitlines() == lines(), (
        "put the output of `python -m tests.truth.ground_truth` between the markers"
    )

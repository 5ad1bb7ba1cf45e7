"""Whatever is changed and in whatever order: taking all of it back brings back exactly what was."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.register.entries import TODAY
from transition.domain.register.fields import Edit, Field, Type, Value
from transition.domain.register.kinds import KINDS
from transition.register.actor import SINGLE_USER
from transition.register.register import Refused, Register

TRIED = ("party", "community", "area_process", "milestone", "project", "decision", "lesson")
IDS = ("one", "two")
EXAMPLES = {"sqlite": 8, "postgresql": 3}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
Content = dict[str, dict[str, Mapping[str, Value]]]


def value(one: Field) -> st.SearchStrategy[Any]:
    """A value that may well hold for a field; often nothing."""
    if one.name == "lead_state":
        return st.sampled_from(["no_lead", "unknown"])
    if one.name in ("lead", "latitude", "longitude", "capacity", "planned") or one.name.startswith("share_"):
        return st.none()  # rules between fields would refuse most of what is drawn
    some: dict[Type, st.SearchStrategy[Any]] = {
        Type.TEXT: WORDS,
        Type.LONG_TEXT: WORDS,
        Type.INTEGER: st.integers(2016, 2030),
        Type.NUMBER: st.floats(0, 1e9),
        Type.MONEY: st.floats(0, 1e9),
        Type.DATE: st.dates(date(2000, 1, 1), TODAY),  # most dates say that something has happened
        Type.CHOICE: st.sampled_from(list(one.choices) or [""]),
        Type.LINK: st.sampled_from(["https://a.example/x", "https://b.example"]),
        Type.CODE: st.sampled_from(["GM9003", "ES91"] if one.name == "region" else ["GM9003", "GM9004"]),
        Type.CODES: st.lists(st.sampled_from(["GM9003", "GM9004"]), max_size=2).map(tuple),
        Type.REFERENCE: st.sampled_from(IDS),
        Type.REFERENCES: st.lists(st.sampled_from(IDS), max_size=2).map(tuple),
    }
    return st.one_of(st.none(), some[one.type]) if one.type in some else st.none()


@st.composite
def attempts(draw: st.DrawFn) -> tuple[str, str, bool, dict[str, Value]]:
    """One thing somebody might do to one record: remove it, or give it other values (everything it must have included)."""
    kind = KINDS[draw(st.sampled_from(TRIED))]
    values = {one.name: draw(value(one)) for one in kind.fields if one.required or draw(st.booleans())}
    for one in kind.fields:
        if one.required and not values[one.name]:
            values[one.name] = draw(value(one).filter(lambda found: found and (found != " ")))
    return kind.id, draw(st.sampled_from(IDS)), draw(st.integers(0, 5)) == 0, values


def content(register: Register) -> Content:
    """Everything in the register but the version of each record, which only goes up."""
    return {
        kind: {
            id: {name: value for name, value in record.values.items() if not KINDS[kind].by_name[name].personal}
            for id, record in register.records(SINGLE_USER, kind).items()
        }
        for kind in TRIED
    }


def attempt(register: Register, kind: str, id: str, remove: bool, values: dict[str, Value]) -> int | None:
    now = register.record(SINGLE_USER, kind, id)
    edit = Edit(kind, id, now.version if now else None, {} if remove else values, remove)
    try:
        return register.apply(SINGLE_USER, [edit]).number
    except Refused:
        return None


def take_back_and_forth(register: Register, tried: list[tuple[str, str, bool, dict[str, Value]]]) -> int:
    """Makes the attempts, takes all of them back one by one, and then takes the taking back back. Returns how many were written."""
    states, numbers = [content(register)], []
    for one in tried:
        if number := attempt(register, *one):
            numbers.append(number)
            states.append(content(register))
    undone = []
    for number, before in zip(reversed(numbers), reversed(states[:-1]), strict=True):
        undone.append(register.undo(SINGLE_USER, number).number)
        assert content(register) == before
    for again in reversed([number for number in undone if number]):
        register.undo(SINGLE_USER, again)
    assert content(register) == states[-1]
    return len(numbers)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_taking_back_all_changes_brings_back_what_was_and_taking_that_back_brings_them_back(
    register: Register, register_url: str
) -> None:
    written: list[int] = []
    examples = EXAMPLES[register_url.partition("+")[0].partition(":")[0]]

    # One register for all examples: each begins with what the one before left behind.
    @settings(
        max_examples=examples,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
        phases=[Phase.generate],
    )
    @given(st.lists(attempts(), min_size=3, max_size=8))
    def check(tried: list[tuple[str, str, bool, dict[str, Value]]]) -> None:
        written.append(take_back_and_forth(register, tried))

    check()
    assert sum(written) >= examples  # what is drawn is not all refused

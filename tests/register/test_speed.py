"""What the pages count on: a whole region is read and written in a moment. In the processor's time, so that others do not count."""

import time
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from tests.register.entries import AREA
from transition.domain.register.fields import Edit
from transition.domain.register.kinds import KINDS
from transition.register.actor import SINGLE_USER
from transition.register.register import Register
from transition.register.schema import TABLES

AREAS, PER_AREA = 2000, 29


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """How long the processor is busy with it."""
    began = time.process_time()
    for _ in range(times):
        action()
    return (time.process_time() - began) / times


@pytest.mark.slow
def test_a_region_is_written_and_read_in_a_moment(sqlite_register: Register) -> None:
    register, start = sqlite_register, {**AREA, "start": date(2024, 1, 1)}
    areas = [Edit("area_process", f"a{i}", None, {**start, "name": f"Gebied {i}"}) for i in range(AREAS)]
    assert seconds(lambda: register.apply(SINGLE_USER, areas)) < 5
    assert seconds(lambda: register.apply(SINGLE_USER, [Edit("area_process", "a7", 1, {"note": "Eén ding"})])) < 0.25
    with register._database.writing() as connection:  # around the rules: this is about reading
        connection.execute(
            sa.insert(TABLES["milestone"]),
            [
                {"id": f"a{i}.w{j}", "version": 1, "area": f"a{i}", "code": f"W{j}", "planned": date(2026, 1, 1 + j)}
                for i in range(AREAS)
                for j in range(PER_AREA)
            ],
        )
    assert min(seconds(lambda: [register.table(SINGLE_USER, kind) for kind in KINDS]) for _ in range(3)) < 1
    assert sum(len(register.table(SINGLE_USER, kind)) for kind in KINDS) > 60_000
    assert seconds(lambda: register.number("milestone"), times=200) < 0.001

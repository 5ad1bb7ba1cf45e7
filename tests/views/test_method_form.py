"""A method card as tables people edit."""

from dataclasses import replace

import pandas as pd

from tests.metrics.test_method_cards import LINES, PHASES, SHARED
from transition.metrics.method_cards import Line, Phase
from transition.metrics.method_derivation import adapted
from transition.views import method_form


def test_a_card_that_nobody_touched_comes_back_as_it_was() -> None:
    back = adapted(
        SHARED,
        method_form.phases(method_form.steps(SHARED)),
        method_form.roles(method_form.letters(SHARED)),
        method_form.lines(method_form.money(SHARED)),
    )
    assert back == SHARED


def test_steps_are_left_out_added_and_put_in_another_place() -> None:
    table = method_form.steps(SHARED)
    table.loc[1, "used"] = False
    table.loc[3, "place"] = 5
    new = pd.DataFrame(
        [(None, 15, " N1 ", "Nieuw", "design", None), (True, None, None, None, None, None)], columns=table.columns
    )
    found = method_form.phases(pd.concat([table, new], ignore_index=True))
    assert [(phase.code, phase.place) for phase in found] == [("W7", 1), ("W0", 2), ("N1", 3), ("W5", 4)]
    assert found[2] == Phase("N1", "Nieuw", 3, "design")


def test_lines_are_left_out_and_added() -> None:
    table = method_form.money(SHARED)
    table.loc[0, "used"] = False
    new = pd.DataFrame([(None, None, "Advies")], columns=table.columns)
    assert method_form.lines(pd.concat([table, new], ignore_index=True)) == [LINES[1], Line("cost", "Advies")]


def test_a_card_of_nothing_still_has_tables_to_fill_in() -> None:
    bare = replace(SHARED, phases=(), roles=(), lines=())
    assert (len(method_form.steps(bare)), len(method_form.letters(bare)), len(method_form.money(bare))) == (0, 8, 0)
    assert method_form.phases(method_form.steps(bare)) == []
    assert method_form.phases(method_form.steps(SHARED).iloc[[0]]) == [PHASES[0]]

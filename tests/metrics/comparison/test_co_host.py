"""The communities of a co-host: who moves, who stands still, what comes next, and which lessons are open."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import area, reached, table
from transition.metrics.comparison import co_host
from transition.metrics.comparison.co_host import Hosted, Lacks, Move, Session
from transition.metrics.steering.area_signals import AreaSignals, Schedule, Sign, Signal
from transition.views import co_host_page

TODAY = date(2026, 11, 23)
_STILL = Signal(Sign.STALLED, {"days": 500, "limit": 300.0, "n": 9})


def signals(id: str, *found: Signal, judged: bool = True, schedule: Schedule = Schedule.ON_SCHEDULE) -> AreaSignals:
    kinds = frozenset({Sign.STALLED}) if judged else frozenset()
    return AreaSignals(id, schedule, found, kinds, 1, 1)


def tables() -> dict[str, pd.DataFrame]:
    """Five areas; 'still' achieved a step lately too. Three sessions, one ahead; two lessons, both older than the last session."""
    names = ("moves", "still", "usual", "unknown", "ended")
    steps = {
        **reached("moves", W0="2025-01-01", W1="2026-10-01"),
        **reached("still", W0="2026-09-01"),
        **reached("usual", W0="2026-05-23"),
    }
    sessions = [("2026-03-01", "Rollen"), ("2026-09-10", "Geld"), ("2027-01-10", "Tempo")]
    return {
        "area_process": table("area_process", {one: area(one.title(), community="warm") for one in names}),
        "milestone": table("milestone", steps),
        "session": table("session", {day: {"community": "warm", "held_on": day, "title": name} for day, name in sessions}),
        "lesson": table("lesson", {
            "done": {"community": "warm", "title": "Af", "text": "Zo", "learned_on": "2026-03-02"},
            "open": {"community": "warm", "title": "Open", "visibility": "draft", "text": "Zo"},
        }),
    }  # fmt: skip


def hosted() -> Hosted:
    found = {
        "moves": signals("moves"),
        "still": signals("still", _STILL),
        "usual": signals("usual"),
        "unknown": signals("unknown", judged=False),
        "ended": signals("ended", schedule=Schedule.ENDED),
    }
    return co_host.hosted(["warm"], tables(), found, TODAY)[0]


@pytest.mark.parametrize("move", list(Move))
def test_each_area_moves_in_exactly_one_way_and_standing_still_comes_before_a_late_step(move: Move) -> None:
    """usual: its last step is 184 days ago, one more than half a year."""
    assert [one.area for one in hosted().that(move)] == [str(move)]


def test_the_newest_step_is_told_and_how_long_it_stands_still() -> None:
    found = {one.area: (one.step, one.on, one.days) for one in hosted().standing}
    assert found["moves"] == ("W1", date(2026, 10, 1), None)
    assert found["still"] == ("W0", date(2026, 9, 1), 500)
    assert found["unknown"] == ("", None, None)


def test_a_session_ahead_comes_next_and_one_without_a_lesson_since_is_open() -> None:
    found = hosted()
    assert found.coming == (Session("warm", date(2027, 1, 10), "Tempo"),)
    assert found.unlearned == found.last == Session("warm", date(2026, 9, 10), "Geld")
    assert [(one.id, one.lacks) for one in found.lessons] == [("open", (Lacks.DRAFT, Lacks.DATE))]


def test_only_communities_a_party_leads_are_its_own() -> None:
    rows = {"a": {"name": "A", "co_hosts": ("x", "y")}, "b": {"name": "B", "members": ("x",)}, "c": {"name": "C"}}
    assert co_host.hosted_by(table("community", rows), "x") == ["a"]


def test_the_message_counts_what_moves_and_what_cannot_be_said() -> None:
    said = co_host_page.heading("Provincie Noord", [hosted()])
    assert said == (
        "Provincie Noord leidt 1 community mee, met 5 gebieden: 1 beweegt, 1 staat stil en van 1 is het niet te zeggen"
    )
    nothing = Hosted("leeg", (), (), None, None, ())
    assert "nog geen gebied vastgelegd" in co_host_page.heading("X", [nothing])

"""A register in which nobody recorded anything: every figure is not recorded, and none is zero, on schedule or right."""

from datetime import date

from tests.metrics.register_tables import table
from transition.domain.register.choices import BLOCKAGES
from transition.domain.register.kinds import KINDS
from transition.metrics.area_steps import steps
from transition.metrics.no_number import Why, no_number
from transition.metrics.ownership.aim import required
from transition.metrics.ownership.cooperatives import collective_solar, cooperatives
from transition.metrics.ownership.ladder import cooperation, distribution
from transition.metrics.ownership.policy import anchoring
from transition.metrics.ownership.say import fund, participation, shares_of, votes
from transition.metrics.ownership.shares import Definition, owned, share
from transition.metrics.steering.area_signals import area_signals
from transition.metrics.steering.checklist import checklist
from transition.metrics.steering.decisions_needed import decisions_needed
from transition.metrics.steering.finance import finance
from transition.metrics.steering.hardness import hardness
from transition.metrics.steering.lead_time import lead_times, spells, waiting
from transition.metrics.steering.roles import role_checks
from transition.metrics.steering.signals import signals
from transition.metrics.steering.stalled import stalled

TODAY, HERE = date(2026, 11, 23), "GM0344"
NOTHING = no_number(Why.NOT_RECORDED)


def test_nothing_recorded_is_said_as_such_everywhere() -> None:
    empty = {kind: table(kind, {}) for kind in KINDS}
    areas, found = empty["area_process"], owned(empty["project"])
    lasted = spells(steps(areas, empty["milestone"], empty["method_phase"]), areas, TODAY)
    assert (lead_times(lasted), stalled(lasted), waiting(empty["milestone"], areas, BLOCKAGES, TODAY)) == ([], {}, [])
    judged = area_signals(empty, TODAY)
    assert signals(judged, ["a"]).on_schedule is None
    assert decisions_needed(empty, judged, TODAY, areas=["a"], municipalities=[HERE]) == []
    assert role_checks(empty["role"], ["a"])["a"] == NOTHING
    assert hardness(empty["project"], "renewable_on_land_gwh") == NOTHING
    assert finance(empty["finance_line"], ["a"]).cost == no_number(Why.NO_COST)
    assert checklist(empty["checklist_item"], HERE).share == NOTHING
    assert share(found, Definition.BROAD).share == required(found, Definition.BROAD).share == NOTHING
    assert (shares_of(votes(found)), fund(found).per_year, participation(empty["participation"])) == (
        NOTHING,
        NOTHING,
        ({}, 0),
    )
    assert distribution(empty["ownership_assessment"], ["a"], "local", TODAY).middle == NOTHING
    assert cooperation(empty["cooperation_score"], ["a"], TODAY)["a"].difference == no_number(
        Why.SIDE_MISSING, side="municipality"
    )
    assert cooperatives(empty["party"], [HERE], 1e5).members == collective_solar(empty["project"], 1e5).watts == NOTHING
    assert anchoring(empty["policy_anchoring"], HERE, TODAY) == {"solar": NOTHING, "wind": NOTHING}

"""When a record was last changed: also by a change of what belongs to it."""

from pathlib import Path

from transition.domain.register.fields import Edit
from transition.register.actor import ANYONE, Actor
from transition.register.register import Register

ANNA, BRAM = Actor("anna", "Anna"), Actor("bram", "Bram")
AREA = {
    "theme": "other",
    "municipalities": ("GM9003",),
    "state": "running",
    "lead_state": "unknown",
}


def test_a_change_of_what_belongs_to_a_record_is_a_change_of_it(tmp_path: Path) -> None:
    register = Register.open(f"sqlite:///{tmp_path / 'register.db'}")
    for name in ("haven", "dorp"):
        register.apply(ANNA, [Edit("area_process", name, None, {"name": name, **AREA})])
    register.apply(BRAM, [Edit("milestone", "haven.w1", None, {"area": "haven", "code": "W1"})])
    register.apply(BRAM, [Edit("milestone", "haven.w1", 1, remove=True)])

    found = register.last_changes(ANNA, "area_process")

    assert found["who"].to_dict() == {"haven": "Bram", "dorp": "Anna"}
    assert found["at"]["haven"] == register.change_sets(ANNA)[0].at
    assert register.last_changes(ANYONE, "area_process").empty

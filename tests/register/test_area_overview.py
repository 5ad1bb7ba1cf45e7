"""The overview of area processes on the tables of a real register, however little is in it."""

from datetime import date
from pathlib import Path

import pandas as pd

from tests.area_register import AREA, CARD, new
from transition.domain.areas import Area, Level
from transition.domain.register.choices import LADDER
from transition.domain.register.fields import Edit
from transition.metrics import area_processes
from transition.metrics.area_search import ORDERS, Filters, Search
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

ID = "gm9003-haven"
HARBOUR_TOWN = {"GM9003": Area("GM9003", "Havenstad", Level.GEMEENTE)}
HAVEN = new("area_process", {**AREA, "name": "Haven", "municipalities": ("GM9003",), "method_card": CARD})
OTHERS = {
    "milestone": {"area": ID, "code": "W1"},
    "role": {"area": ID, "activity": "frames", "council": "A"},
    "finance_line": {"area": ID, "kind": "cost", "label": "Net", "amount": 1.0, "price_level": 2025},
    "ownership_assessment": {
        "area": ID, "assessed_on": date(2025, 1, 1), "side": "local", "level": "0", "scale_version": "1", "assessor": "x",
    },
    "decision": {
        "area": ID, "municipality": "GM9003", "decided_on": date(2027, 1, 1), "title": "x", "state": "planned", "decided_by": "council",
    },
    "project": {"area": ID, "municipality": "GM9003", "name": "x", "technology": "wind", "status": "permitted"},
}  # fmt: skip


def found(register: Register) -> pd.DataFrame:
    tables = {kind: register.table(SINGLE_USER, kind) for kind in area_processes.NEEDED}
    changed = register.last_changes(SINGLE_USER, "area_process")
    overview = area_processes.overview(tables, changed, date(2026, 11, 23))
    search = Search(
        overview, HARBOUR_TOWN, {}, list(LADDER), area_processes.owner_names(tables["project"], tables["party"])
    )
    for order in ORDERS:
        assert len(search.find(Filters(), "GM9003", order)) == len(overview)
    return overview


def test_a_register_with_nothing_or_one_thing_in_it_has_an_overview(tmp_path: Path) -> None:
    register = Register.open(f"sqlite:///{tmp_path / 'register.db'}")
    assert found(register).empty
    register.apply(SINGLE_USER, [HAVEN])
    assert found(register).loc[ID, "is_bare"]
    for kind, values in OTHERS.items():
        one = new(kind, values)
        register.apply(SINGLE_USER, [one])
        row = found(register).loc[ID]
        assert not row["is_bare"], kind
        assert row["changed_by"] == SINGLE_USER.name
        register.apply(SINGLE_USER, [Edit(kind, one.id, 1, remove=True)])

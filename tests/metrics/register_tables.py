"""A small register as tables: eight area processes in two municipalities, each with something else recorded."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from transition.domain.register.fields import Type
from transition.domain.register.kinds import KINDS

_NUMBERS = (Type.INTEGER, Type.NUMBER, Type.MONEY, Type.SHARE)
CARD = "wijkaanpak-1"
PHASES = (
    ("W0", "Gebied gekozen", "explore"),
    ("W1", "Startnotitie vastgesteld", "organise"),
    ("W2", "Trekker benoemd", "organise"),
    ("W3", "Uitvoeringsplan vastgesteld", "decide"),
    ("W4", "Aanwijzing in het omgevingsplan", "decide"),
    ("W5", "Dekking rond", "finance"),
    ("W6", "Gas eruit", "operate"),
)


def table(kind: str, rows: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """The records of a kind as `Register.table` gives them: what a row does not say is not recorded."""
    made = {}
    for field in KINDS[kind].fields:
        values = pd.Series([row.get(field.name) for row in rows.values()], index=list(rows), dtype=object)
        if field.type is Type.DATE:
            values = pd.to_datetime(values)
        elif field.type in _NUMBERS:
            values = values.astype(float)
        made[field.name] = values
    return pd.DataFrame({**made, "version": 1}, index=pd.Index(list(rows), name="id"))


def area(name: str, **more: Any) -> dict[str, Any]:
    usual = {"theme": "neighbourhood_plan", "state": "running", "lead_state": "unknown", "municipalities": ("GM9003",)}
    return {"name": name, "method_card": CARD, **usual, **more}


def reached(area: str, *, planned: str = "2024-01-15", **days: str) -> dict[str, dict[str, Any]]:
    """Milestones of an area: code -> the day it was achieved, or '' for one that is only planned."""
    return {
        f"{area}.{code.lower()}": {"area": area, "code": code, "planned": planned, "actual": day or None}
        for code, day in days.items()
    }


def tables() -> dict[str, pd.DataFrame]:
    """haven: half way, held up by the grid. molen: all achieved. dorp: only planned. leeg: nothing. oud: no method card."""
    phases = {
        f"{CARD}.{code.lower()}": {
            "card": CARD, "code": code, "label": label, "place": place, "ladder": ladder,
            "needed": "if_needed" if code == "W4" else "always",
        }
        for place, (code, label, ladder) in enumerate(PHASES)
    }  # fmt: skip
    milestones = {
        **reached("haven", W0="2023-02-01", W1="2023-09-10", W3="2025-05-01"),
        "haven.w5": {
            "area": "haven", "code": "W5", "planned": "2026-03-01", "revised": "2027-02-01",
            "revised_because": "Later aangesloten", "blockage": "grid", "blockage_note": "Pas in 2029 ruimte",
        },
        **reached("molen", **{code: f"2025-0{place + 1}-01" for place, (code, _, _) in enumerate(PHASES)}),
        **reached("dorp", planned="2026-10-24", W0=""),
        **reached("oud", X1="2025-04-01"),
    }  # fmt: skip
    lines = {
        "haven.a": {"kind": "cost", "amount": 10_000_000, "price_level": 2025},
        "haven.b": {"kind": "cover", "amount": 4_000_000, "price_level": 2025, "certainty": "committed"},
        "haven.c": {"kind": "cover", "amount": 1_500_000, "price_level": 2026, "certainty": "applied"},
        "haven.d": {"kind": "cover", "amount": 500_000, "price_level": 2026},
        "molen.a": {"kind": "cost", "amount": 2_000_000, "price_level": 2024},
        "molen.b": {"kind": "cover", "amount": 2_500_000, "price_level": 2024, "certainty": "committed"},
        "dorp.a": {"kind": "cover", "amount": 50_000, "price_level": 2026, "certainty": "expected"},
    }
    assessed = {
        "haven.1": {"area": "haven", "assessed_on": "2024-03-01", "side": "municipality", "level": "1"},
        "haven.2": {"area": "haven", "assessed_on": "2026-03-01", "side": "municipality", "level": "3"},
        "haven.3": {"area": "haven", "assessed_on": "2026-02-01", "side": "local", "level": "1"},
    }
    decisions = {
        "d1": {"area": "haven", "title": "Krediet", "state": "planned", "decided_on": "2027-01-20", "decided_by": "council"},
        "d2": {"area": "haven", "title": "Startnotitie", "state": "taken", "decided_on": "2023-09-10"},
        "d3": {"municipality": "GM9003", "title": "Kader", "state": "planned", "decided_on": "2026-12-01"},
    }  # fmt: skip
    areas = {
        "haven": area("Havenkwartier", lead_state="lead", lead="eendracht", location_codes=("BU90030101",), community="warm"),
        "molen": area("Molenwijk", state="finished", municipalities=("GM9004",)),
        "dorp": area("Élst-dorp", lead_state="no_lead", theme="energy_hub"),
        "leeg": area("Akkers"),
        "oud": area("Zuid", method_card=None, municipalities=("GM9003", "GM9004")),
    }  # fmt: skip
    records = {
        "party": {"eendracht": {"name": "Coöperatie De Eendracht"}},
        "community": {"warm": {"name": "Warm Doggerland"}},
        "method_phase": phases,
        "area_process": areas,
        "milestone": milestones,
        "finance_line": {id: {"area": id.split(".")[0], "label": id, **line} for id, line in lines.items()},
        "ownership_assessment": assessed,
        "decision": decisions,
    }
    return {kind: table(kind, records.get(kind, {})) for kind in KINDS}

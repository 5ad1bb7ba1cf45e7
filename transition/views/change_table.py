"""What new editions changed, as tables for a page."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from transition import catalog
from transition.metrics.figures import NOT_ASSIGNABLE_NAME
from transition.metrics.revisions import Replaced, difference
from transition.views import source_table, text

LARGEST = 10
SHOWN = ["Bron", "Herzien", "Nieuw", "Weg"]
"""The columns of `per_source` for the page."""


def per_source(sources: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """One row a source: what its newest edition changed beside the one before; what changed last comes first. Numbers are ints."""
    found = [(facts, facts["changes"]) for facts in sources.values() if "changes" in facts]
    found.sort(key=lambda pair: (pair[1]["first"], pair[0]["title"]))
    return pd.DataFrame([_row(facts, changes) for facts, changes in found])


def _row(facts: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    years = " ".join([*changes["new_periods"], *changes["new_layers"]])
    return {
        "Bron": source_table.short(facts),
        "Herzien": changes["revised"],
        "Nieuw": changes["added"],
        "Weg": changes["removed"],
        "Nieuwe jaren": "eerste keer geladen" if changes["first"] else years or "–",
        "Uitgave": text.day(changes["edition"]),
        "Vorige uitgave": text.day(changes["edition_old"]) if changes["edition_old"] else "–",
        "Gezien op": text.day(changes["at"]),
        "Ingevuld": changes["filled"],
        "Niet meer gegeven": changes["emptied"],
        "Alleen andere status": changes["status"],
        "Gebieden weg": len(changes["areas_gone"]),
    }


def largest(sources: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> pd.DataFrame:
    """The ten largest revisions of the newest editions of all sources together. names: area code -> name."""
    rows = [(row, facts) for facts in sources.values() for row in facts.get("changes", {}).get("largest", ())]
    rows.sort(key=lambda pair: -pair[0]["weight"])
    return pd.DataFrame([_revision(row, facts, names) for row, facts in rows[:LARGEST]])


def _revision(row: Mapping[str, Any], facts: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    indicator = catalog.indicator(row["indicator"])
    changes = facts["changes"]
    one = Replaced(
        row["value_old"],
        row["status_old"],
        changes["edition_old"],
        row["value"],
        row["status"],
        changes["edition"],
        "",
        "",
    )
    absolute, percent = difference(one)
    sign = "+" if absolute > 0 else ""
    is_share = indicator.unit == "%"
    part = indicator.breakdowns.get(row["breakdown"], "")
    return {
        "Gebied": names.get(row["area"], NOT_ASSIGNABLE_NAME),
        "Jaar": row["period"],
        "Was": text.quantity(row["value_old"], indicator.unit, indicator.decimals),
        "Is nu": text.quantity(row["value"], indicator.unit, indicator.decimals),
        "Verschil": sign + text.quantity(absolute, " procentpunt" if is_share else indicator.unit, indicator.decimals),
        "In procenten": "–" if is_share else sign + text.quantity(percent, "%", 1),
        "Cijfer": indicator.short + (f" ({part})" if part else ""),
        "Bron": source_table.short(facts),
    }


def checks(found: list[dict[str, Any]]) -> pd.DataFrame:
    """The checks across sources, one row each, those that do not hold first."""
    order = {"klopt niet": 0, "klopt": 1, "niet te beantwoorden": 2}
    rows = sorted(found, key=lambda check: order[check["outcome"]])
    return pd.DataFrame(
        [
            {
                "Uitkomst": _OUTCOMES[check["outcome"]],
                "Controle": check["rule"],
                "Gevonden": _found(check) or f"Nog niet te doen: {check['because']}",
                "Verwacht": check["expected"],
                "Jaren": _years([finding["period"] for finding in check["findings"]]),
            }
            for check in rows
        ]
    )


_OUTCOMES = {"klopt": "✓ klopt", "klopt niet": "▼ klopt niet", "niet te beantwoorden": "– nog niet gedaan"}


def counted(right: int, wrong: int, not_done: int) -> str:
    """How the checks ended, in the words of `_OUTCOMES`: 'Van de 18 controles kloppen er 16. 2 konden we nog niet doen.'"""
    total = right + wrong + not_done
    made = f"Van de {total} controles {'klopt' if right == 1 else 'kloppen'} er {right}"
    made += f" en {'klopt' if wrong == 1 else 'kloppen'} er {wrong} niet." if wrong else "."
    return made + (f" {not_done} konden we nog niet doen." if not_done else "")


def check_line(check: Mapping[str, Any]) -> str:
    """One check as a line of a page: the rule, what was found and what was expected; or why it cannot be answered."""
    if not check["findings"]:
        return f"– {check['rule']} *Dit konden we nog niet doen: {check['because']}.*"
    sign = _OUTCOMES[check["outcome"]][0]
    years = _years([finding["period"] for finding in check["findings"]])
    return f"{sign} {check['rule']} *Gevonden: {_found(check)}. Verwacht: {check['expected']}. Nagerekend: {years}.*"


def _found(check: Mapping[str, Any]) -> str:
    """The years that do not hold; when all hold, the newest."""
    wrong = [finding for finding in check["findings"] if not finding["holds"]]
    return "; ".join(f"{finding['found']} ({finding['period']})" for finding in wrong or check["findings"][-1:])


def _years(periods: list[str]) -> str:
    return f"{periods[0]} tot en met {periods[-1]}" if len(periods) > 1 else "".join(periods) or "–"


def findings(check: Mapping[str, Any]) -> pd.DataFrame:
    """Every year of one check."""
    return pd.DataFrame(
        [
            {
                "Jaar": f["period"],
                "Gevonden": f["found"],
                "Verwacht": check["expected"],
                "Klopt": "ja" if f["holds"] else "nee",
            }
            for f in check["findings"]
        ]
    )

"""All area processes at once: where each stands, who leads, what is paid, and what nobody recorded. Facts only, no verdicts."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from transition.domain.register.kinds import OF_AREA
from transition.metrics import area_money, area_steps
from transition.metrics.area_search import folded
from transition.metrics.ownership.two_sided import latest

SIDES = ("municipality", "local")
TOPICS = ("lead", "location", "steps", "roles", "money", "ownership", "decisions")
"""What belongs to a complete record of an area, in the order of the page."""
NEEDED = (*OF_AREA, "area_process", "method_phase", "party", "community", "decision", "project")
"""The kinds of records an overview is made of."""
Tables = Mapping[str, pd.DataFrame]
"""Kind -> the register's table of it."""


def overview(tables: Tables, changed: pd.DataFrame, today: date) -> pd.DataFrame:
    """One row per area process; index 'id', ordered by name.

    tables: of the kinds `NEEDED`. changed: index 'id', columns 'at' and 'who': the last change of an area or of what belongs to
    it. Beside the area's own fields and those of `area_steps.standing` and `area_money.money`: lead_name, community_name;
    decision_*: the first decision that is still planned (decision_in: days until then, negative when that day has passed);
    level_municipality, level_local: the last assessed level of ownership
    by each side, as a code; has_*: per topic whether anything is recorded; is_bare: of none of the topics anything is recorded;
    due_in: days until the next step is due, negative when that day has passed; idle: days since the last change.
    """
    areas = tables["area_process"]
    standing = area_steps.standing(area_steps.steps(areas, tables["milestone"], tables["method_phase"]))
    made = areas.join(standing).join(area_money.money(tables["finance_line"]))
    made["lead_name"] = made["lead"].map(tables["party"]["name"])
    made["community_name"] = made["community"].map(tables["community"]["name"])
    made = made.join(_next_decision(tables["decision"])).join(_latest_levels(tables["ownership_assessment"], today))
    made = made.join(changed.rename(columns={"at": "changed_at", "who": "changed_by"}))
    for topic, there in _recorded(made, tables).items():
        made[f"has_{topic}"] = there
    told = _with_records(made.index, tables, (*OF_AREA, "decision", "project"))
    made["is_bare"] = ~(told | made["has_lead"] | made["has_location"])
    now = pd.Timestamp(today)
    made["due_in"] = (made["next_due"] - now).dt.days
    made["decision_in"] = (pd.to_datetime(made["decision_on"]) - now).dt.days
    made["idle"] = (now - pd.to_datetime(made["changed_at"], utc=True).dt.tz_localize(None).dt.normalize()).dt.days
    made = made.sort_index()  # two areas with one name
    return made.iloc[made["name"].map(folded).argsort(kind="stable").to_numpy()]


def _next_decision(decisions: pd.DataFrame) -> pd.DataFrame:
    planned = decisions[decisions["state"].eq("planned") & decisions["area"].notna()]
    first = planned.sort_values("decided_on", kind="stable").groupby("area").head(1).set_index("area")
    words = {
        "title": "decision_title", "decided_on": "decision_on", "decided_by": "decision_by",
        "visibility": "decision_visibility",
    }  # fmt: skip
    return first[list(words)].rename(columns=words)


def _latest_levels(assessments: pd.DataFrame, today: date) -> pd.DataFrame:
    """Per area the last level each side gave, as codes; the two are never added up or averaged. Index 'area'."""
    found: dict[str, dict[str, str]] = {side: {} for side in SIDES}
    for (area, side), view in latest(assessments, value="level", on="assessed_on", until=today).items():
        found[side][area] = str(view.value)
    return pd.DataFrame({f"level_{side}": pd.Series(found[side], dtype=object) for side in SIDES})


def _recorded(made: pd.DataFrame, tables: Tables) -> dict[str, pd.Series]:
    in_codes = made["location_codes"].map(lambda codes: isinstance(codes, tuple) and len(codes) > 0)
    return {
        "lead": made["lead_state"].isin(["lead", "no_lead"]),
        "location": in_codes | made["polygon"].notna(),
        "steps": made["recorded"].notna(),
        "roles": _with_records(made.index, tables, ("role",)),
        "money": _with_records(made.index, tables, ("finance_line",)),
        "ownership": _with_records(made.index, tables, ("ownership_assessment",)),
        "decisions": _with_records(made.index, tables, ("decision",)),
    }


def _with_records(ids: pd.Index, tables: Tables, kinds: tuple[str, ...]) -> pd.Series:
    named = pd.concat([tables[kind]["area"] for kind in kinds]).dropna().unique()
    return pd.Series(ids.isin(named), index=ids)


def owner_names(projects: pd.DataFrame, parties: pd.DataFrame) -> dict[str, str]:
    """Area -> the names of the owners of its projects, so that it can be found by them."""
    owned = projects[["area", "owners"]].dropna().explode("owners").dropna()
    named = owned["owners"].map(parties["name"])
    found = named.dropna().groupby(owned["area"]).agg(lambda names: " · ".join(dict.fromkeys(names)))
    return {str(area): names for area, names in found.items()}

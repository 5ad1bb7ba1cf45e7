"""The steps of area processes: what the method card asks for beside what is recorded, and where each area stands on the common ladder."""

import pandas as pd

STEPS = (
    "area",
    "code",
    "label",
    "place",
    "ladder",
    "needed",
    "is_recorded",
    "planned",
    "revised",
    "revised_because",
    "due",
    "actual",
    "decided_by",
    "link",
    "blockage",
    "blockage_note",
    "evidence",
)
"""One row = one step of one area, in the order of its method card; what is recorded beside the card comes last, by date.

label: the card's words, or the code where the card does not know it. ladder, needed: missing there too. is_recorded: whether a
milestone stands in the register. due: the revised date where there is one, else the planned one.
"""


def steps(areas: pd.DataFrame, milestones: pd.DataFrame, phases: pd.DataFrame) -> pd.DataFrame:
    """`STEPS` of all areas. areas, milestones, phases: the register's tables of area processes, milestones and method phases."""
    asked = areas.rename_axis("area").reset_index()[["area", "method_card"]].dropna()
    asked = asked.merge(phases.rename(columns={"card": "method_card"}), on="method_card").drop(columns="version")
    recorded = milestones.drop(columns="version").assign(is_recorded=True)
    recorded = recorded[recorded["area"].isin(areas.index)]
    found = asked.merge(recorded, on=["area", "code"], how="outer")
    found["is_recorded"] = found["is_recorded"].eq(True)
    found["label"] = found["label"].fillna(found["code"])
    found["due"] = found["revised"].fillna(found["planned"])
    when = found["actual"].fillna(found["due"])
    found = found.assign(_when=when).sort_values(["area", "place", "_when", "code"], na_position="last")
    return found[list(STEPS)].reset_index(drop=True)


def standing(found: pd.DataFrame) -> pd.DataFrame:
    """Where each area with a recorded step stands; index 'area'. found: `STEPS` of any areas.

    done, recorded, steps: how many. last_*: the achieved step that is furthest on. next_*: the first step after it that is not
    achieved; a step that is only there 'if needed' counts once it is recorded. next_due: NaT when nobody planned it. next_by: who decides
    on it.
    phase: the ladder's word for the next step, or for the last one when all are achieved. blockage, blockage_note: of the first
    open step that something holds up.
    """
    with_records = found[found.groupby("area")["is_recorded"].transform("any")].copy()
    with_records["row"] = range(len(with_records))
    done = with_records[with_records["actual"].notna()]
    last = done.groupby("area").tail(1).set_index("area")
    after = with_records["area"].map(last["row"]).astype(float).fillna(-1)
    asked = with_records["is_recorded"] | with_records["needed"].ne("if_needed")
    open_steps = with_records[with_records["actual"].isna() & asked]
    coming = open_steps[open_steps["row"] > after[open_steps.index]].groupby("area").head(1).set_index("area")
    held = open_steps[open_steps["blockage"].notna()].groupby("area").head(1).set_index("area")
    counted = with_records.groupby("area").agg(steps=("code", "size"), recorded=("is_recorded", "sum"))
    return counted.assign(
        done=done.groupby("area").size(),
        last_code=last["code"],
        last_label=last["label"],
        last_on=last["actual"],
        next_code=coming["code"],
        next_label=coming["label"],
        next_due=coming["due"],
        next_by=coming["decided_by"],
        phase=coming["ladder"].reindex(counted.index).fillna(last["ladder"]),
        blockage=held["blockage"],
        blockage_note=held["blockage_note"],
    ).fillna({"done": 0})

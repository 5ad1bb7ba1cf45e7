"""The steps of one area process in words: in order, with plan, new plan and result, who decided, what holds up, and evidence."""

import pandas as pd

from transition.domain.register import choices
from transition.views import area_rows, links, text
from transition.views import area_words as words
from transition.views.area_rows import Entry, safe
from transition.views.record_words import NOT_RECORDED, is_nothing

NO_EVIDENCE = "bewijs ontbreekt"


def heading(steps: pd.DataFrame) -> str:
    """The message: how many steps are achieved, and how many nobody recorded."""
    done, of = int(steps["actual"].notna().sum()), len(steps)
    if not of:
        return "Er zijn geen stappen vastgelegd"
    if not steps["is_recorded"].any():
        return f"Geen van de {text.number(of)} stappen is gehaald; van geen enkele is iets vastgelegd"
    absent = int((~steps["is_recorded"] & steps["needed"].ne("if_needed")).sum())
    said = f"{text.number(done) if done else 'Geen'} van de {text.number(of)} stappen {'zijn' if done > 1 else 'is'} gehaald"
    return said + (f"; van {text.number(absent)} is niets vastgelegd" if absent else "")


def html(steps: pd.DataFrame, next_code: object) -> str:
    """steps: `area_steps.STEPS` of one area. next_code: of the step that comes next."""
    return area_rows.listing([_entry(step, step["code"] == next_code) for _, step in steps.iterrows()], "Stappen")


def _entry(step: pd.Series, is_next: bool) -> Entry:
    title = words.step(step["code"], step["label"]) + (" (de volgende stap)" if is_next else "")
    held = not is_nothing(step["blockage"]) and is_nothing(step["actual"])
    if not step["is_recorded"]:
        optional = step["needed"] == "if_needed"
        return Entry(
            "–", "empty", title, ["alleen als het nodig is; niet vastgelegd" if optional else NOT_RECORDED], is_next
        )
    if not is_nothing(step["actual"]):
        return Entry("✓", "done", title, _lines(step))
    return Entry("!" if held else "○", "held" if held else "open", title, _lines(step), is_next)


def _lines(step: pd.Series) -> list[str]:
    found = [_dates(step)]
    if not is_nothing(step["revised"]):
        because = "de reden ontbreekt" if is_nothing(step["revised_because"]) else safe(step["revised_because"])
        found.append(f"Herzien: {because}")
    if not is_nothing(step["decided_by"]) or not is_nothing(step["link"]):
        by = "" if is_nothing(step["decided_by"]) else choices.DECIDERS[step["decided_by"]]
        found.append(
            " · ".join(
                part
                for part in (f"Wie besluit: {by}" if by else "", links.anchor(step["link"], "Lees het besluit"))
                if part
            )
        )
    if not is_nothing(step["blockage"]):
        was = "Wat tegenhield" if not is_nothing(step["actual"]) else "Wat tegenhoudt"
        note = "" if is_nothing(step["blockage_note"]) else f" ({safe(step['blockage_note'])})"
        found.append(f"{was}: {choices.BLOCKAGES[step['blockage']].lower()}{note}")
    found.append(_evidence(step))
    return found


def _dates(step: pd.Series) -> str:
    said = [
        f"gepland op {words.day(step['planned'])}" if not is_nothing(step["planned"]) else "geen planning vastgelegd"
    ]
    if not is_nothing(step["revised"]):
        said.append(f"nieuwe planning {words.day(step['revised'])}")
    if not is_nothing(step["actual"]):
        said.append(f"<strong>gehaald op {words.day(step['actual'])}</strong>{_late(step)}")
    joined = ", ".join(said)
    return joined[:1].upper() + joined[1:]


def _late(step: pd.Series) -> str:
    if is_nothing(step["planned"]):
        return ""
    late = (step["actual"] - step["planned"]).days
    if not late:
        return " (op de geplande dag)"
    number = f"{text.number(abs(late))} {'dag' if abs(late) == 1 else 'dagen'}"
    return f" ({number} {'na' if late > 0 else 'voor'} de eerste planning)"


def _evidence(step: pd.Series) -> str:
    if not is_nothing(step["evidence"]):
        return links.anchor(step["evidence"], "Bewijs")
    return NO_EVIDENCE[:1].upper() + NO_EVIDENCE[1:] if not is_nothing(step["actual"]) else ""


def table(steps: pd.DataFrame) -> pd.DataFrame:
    """The same as a table to keep."""
    made = {
        "Code": steps["code"],
        "Stap": steps["label"],
        "Trede": steps["ladder"].map(choices.LADDER).fillna(NOT_RECORDED),
        "Vastgelegd": steps["is_recorded"].map({True: "ja", False: "nee"}),
        "Gepland": _days(steps["planned"]),
        "Herzien": _days(steps["revised"]),
        "Waarom herzien": steps["revised_because"].fillna(""),
        "Gehaald": _days(steps["actual"]),
        "Wie besluit": steps["decided_by"].map(choices.DECIDERS).fillna(""),
        "Adres van het besluit": steps["link"].fillna(""),
        "Wat houdt tegen": steps["blockage"].map(choices.BLOCKAGES).fillna(""),
        "Uitleg": steps["blockage_note"].fillna(""),
        "Bewijs": steps["evidence"].fillna(""),
    }
    return pd.DataFrame(made).reset_index(drop=True)


def _days(dates: pd.Series) -> pd.Series:
    return dates.dt.strftime("%Y-%m-%d").fillna("")

"""What is known of area processes, in sentences; what is not known is said first. Plain text: whoever shows it escapes it."""

import pandas as pd

from transition.domain.register import choices
from transition.views import area_words as words
from transition.views import text
from transition.views.record_words import is_nothing

DOING = {
    "explore": "wordt verkend",
    "organise": "wordt georganiseerd",
    "design": "wordt ontworpen",
    "decide": "staat voor een besluit",
    "finance": "maakt het geld rond",
    "build": "wordt uitgevoerd",
    "operate": "is in bedrijf of bijna zover",
}
"""What an area process does in each phase of the common ladder."""


OF_MANY = ("is_bare", "blockage", "due_in", "lead_state")
"""The columns of the overview that sentences about several area processes rest on."""


def overview(found: pd.DataFrame, place: str, filtered: bool = False) -> str:
    """What is known of the area processes found, in two sentences. place: how the chosen area is called in a sentence.

    filtered: these are not all of them, but what a reader looked for.
    """
    count, bare = len(found), int(found["is_bare"].sum())
    if not count:
        return f"In {place} is nog geen gebied vastgelegd."
    if count == 1:
        one = "Er past één gebied bij uw keuze" if filtered else f"In {place} is één gebied vastgelegd"
        return f"{one}. {where_it_stands(found.iloc[0])}"
    areas = f"{text.number(count)} {'gevonden ' if filtered else ''}gebieden in {place}"
    if bare == count:
        return f"Van geen van de {areas} is meer vastgelegd dan de naam en het thema."
    known = _known(found[~found["is_bare"]])
    if not bare:
        return f"Van alle {areas} is iets vastgelegd. {known[:1].upper()}{known[1:]}"
    rest = "het andere" if count - bare == 1 else f"de andere {text.number(count - bare)}"
    return f"Van {text.number(bare)} van de {areas} is niets vastgelegd behalve de naam. Van {rest}: {known}"


def told(row: words.Row) -> dict[str, str]:
    """What people wrote of it themselves: its aim and what they want to add."""
    written = {"Doel": row["aim"], "Toelichting": row["note"]}
    return {label: str(said) for label, said in written.items() if not is_nothing(said)}


def _known(found: pd.DataFrame) -> str:
    counts = {
        "houdt iets een stap tegen": found["blockage"].notna(),
        "is de geplande dag van de volgende stap voorbij": found["due_in"] < 0,
        "is er geen trekker": found["lead_state"].eq("no_lead"),
    }
    said = [f"bij {text.number(int(fits.sum()))} {what}" for what, fits in counts.items() if fits.any()]
    if not said:
        return "nergens staat dat iets tegenhoudt, en geen geplande dag is voorbij."
    return f"{text.enumeration(said)}."


def where_it_stands(row: words.Row) -> str:
    """Where one area process stands: its phase, its last step, its next one, what holds it up."""
    name = str(row["name"])
    if row["is_bare"]:
        return f"Van {name} zijn alleen de naam en het thema vastgelegd."
    if is_nothing(row["recorded"]):
        return f"Van {name} zijn nog geen stappen vastgelegd."
    said = [_state(row)]
    if not is_nothing(row["last_code"]):
        said.append(
            f"Het laatst gehaald: {words.step(row['last_code'], row['last_label'])}, op {words.day(row['last_on'])}."
        )
    if not is_nothing(row["next_code"]):
        said.append(_next(row))
    if held := words.blocked(row):
        note = "" if is_nothing(row["blockage_note"]) else f" ({row['blockage_note']})"
        said.append(f"Wat tegenhoudt: {held.lower()}{note}.")
    return " ".join(said)


def _state(row: words.Row) -> str:
    name, state = str(row["name"]), row["state"]
    if state != "running":
        return f"{name} is {choices.AREA_STATES[str(state)].lower()}."
    if is_nothing(row["phase"]):
        return f"Op welke trede {name} staat, is niet vastgelegd."
    return f"{name} {DOING[str(row['phase'])]}."


def _next(row: words.Row) -> str:
    sentence = f"De volgende stap is {words.step(row['next_code'], row['next_label'])}, {words.when_due(row)}"
    past = not is_nothing(row["due_in"]) and float(row["due_in"]) < 0  # type: ignore[arg-type]
    return sentence + (f": {words.days(float(row['due_in']))}." if past else ".")  # type: ignore[arg-type]


def counted(shown: int, of: int) -> str:
    """'12 van 48 gebieden'."""
    areas = "gebied" if of == 1 else "gebieden"
    return f"{text.number(of)} {areas}" if shown == of else f"{text.number(shown)} van {text.number(of)} {areas}"


def not_recorded(row: words.Row) -> str:
    """Which topics nobody recorded anything about; '' when there are none."""
    topics = words.missing(row)
    return f"Nog niet vastgelegd: {text.enumeration(topics)}." if topics else ""


def source(row: words.Row, is_example: bool) -> str:
    """The source line under what is shown of one area process: who changed it last, and when."""
    example = f"{text.EXAMPLE}. " if is_example else ""
    if is_nothing(row["changed_at"]):
        return f"{example}Bron: het register van {row['name']}."
    last = text.moment(pd.Timestamp(row["changed_at"]).to_pydatetime())  # type: ignore[arg-type]
    return f"{example}Bron: het register van {row['name']}, laatst gewijzigd op {last} door {row['changed_by']}."

"""What has to hold for one field on its own: it is there when it must be, of its type, in its list, within its bounds."""

import math
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

from transition.domain.register.fields import LONGEST_ID, Field, Problem, Type, Value
from transition.register import outline
from transition.register.proposal import Step
from transition.register.schema import FRACTIONAL, MANY, WHOLE
from transition.register.wording import enumeration, number, share, shown

_LONGEST = {Type.LONG_TEXT: 5_000, Type.LINK: 2_000}
_LONGEST_TEXT = 300
_MOST_IN_LIST = 1_000
_MOST_NUMBER = 1e15
_MOST_WHOLE = 2**53
_YEARS = range(1900, 2101)
_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_KEPT_CONTROLS = "\n\r\t"


def problems(step: Step) -> Iterator[Problem]:
    """What is wrong with the fields of one record, each on its own. Fields that do not change were right when they were written."""
    if step.after is None:
        return
    if not _ID.fullmatch(step.edit.id) or len(step.edit.id) > LONGEST_ID:
        yield step.problem(
            step.kind.title,
            "Hiervan is geen kenmerk te maken.",
            "Geef een naam met letters of cijfers, en niet langer dan 100 tekens.",
        )
    for name in step.edit.changes:
        if name not in step.kind.by_name:
            yield step.problem(
                name, f"'{name}' hoort niet bij {step.kind.label}.", "Laat dit weg, of neem een nieuw invulblad."
            )
    for one in step.kind.fields:
        value = step.after[one.name]
        if value is None:
            if one.required:
                yield step.problem(one.name, f"'{one.label}' is niet ingevuld.", "Vul dit in: het is verplicht.")
        elif one.name in step.changed and (wrong := _wrong(one, value)):
            yield step.problem(one.name, *wrong)


def _wrong(one: Field, value: Value) -> tuple[str, str] | None:
    """What was found and how to mend it; None when the value holds."""
    if one.type is Type.DATE:
        return _wrong_date(one, value)
    if one.type in FRACTIONAL or one.type in WHOLE:
        return _wrong_number(one, value)
    if one.type in MANY:
        return _wrong_list(one, value)
    if one.type is Type.POLYGON:
        return outline.wrong(value)
    return _wrong_text(one, value)


def _wrong_date(one: Field, value: Value) -> tuple[str, str] | None:
    if not isinstance(value, date) or isinstance(value, datetime):
        return f"'{one.label}' is geen datum: {shown(one, value)}.", "Schrijf dag, maand en jaar: 3-5-2026."
    if value.year not in _YEARS:
        return f"'{one.label}' is {shown(one, value)}.", "Controleer het jaar."
    return None


def _wrong_number(one: Field, value: Value) -> tuple[str, str] | None:
    wanted = int if one.type in WHOLE else float
    if isinstance(value, bool) or not isinstance(value, wanted):
        what = "een geheel getal" if wanted is int else "een getal"
        return f"'{one.label}' is geen getal: {shown(one, value)}.", f"Schrijf {what}, zonder woorden erbij."
    if not math.isfinite(value) or abs(value) > (_MOST_WHOLE if wanted is int else _MOST_NUMBER):
        return f"'{one.label}' is een getal dat niet kan kloppen.", "Controleer het getal."
    word = share if one.type is Type.SHARE else number
    if one.least is not None and value < one.least:
        return f"'{one.label}' is {shown(one, value)}.", f"Dit kan niet lager zijn dan {word(one.least)}."
    if one.most is not None and value > one.most:
        return f"'{one.label}' is {shown(one, value)}.", f"Dit kan niet hoger zijn dan {word(one.most)}."
    return None


def _wrong_list(one: Field, value: Value) -> tuple[str, str] | None:
    if not isinstance(value, tuple) or not all(isinstance(part, str) for part in value):
        return f"'{one.label}' is geen lijst.", "Zet een puntkomma tussen wat u invult."
    if len(value) > _MOST_IN_LIST:
        return f"'{one.label}' is een lijst van {number(len(value))}.", f"Vul er hoogstens {number(_MOST_IN_LIST)} in."
    return next((wrong for part in value if (wrong := _wrong_characters(one, part, LONGEST_ID))), None)


def _wrong_text(one: Field, value: Value) -> tuple[str, str] | None:
    if not isinstance(value, str):
        return f"'{one.label}' is geen tekst: {shown(one, value)}.", "Schrijf het als tekst."
    if one.choices and value not in one.choices:
        choices = enumeration([f"'{label}'" for label in one.choices.values()], "of")
        return f"'{shown(one, value)}' staat niet in de lijst van '{one.label}'.", f"Kies {choices}."
    if one.type is Type.LINK and not _is_https(value):
        return (
            f"Het adres bij '{one.label}' is niet goed: {shown(one, value)}.",
            "Neem het hele adres over uit uw browser. Het begint met https://.",
        )
    return _wrong_characters(one, value, _LONGEST.get(one.type, _LONGEST_TEXT))


def _wrong_characters(one: Field, text: str, longest: int) -> tuple[str, str] | None:
    if len(text) > longest:
        return (
            f"'{one.label}' heeft {number(len(text))} tekens.",
            f"Maak de tekst korter: hoogstens {number(longest)} tekens.",
        )
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in _KEPT_CONTROLS for sign in text):
        return f"In '{one.label}' staat een teken dat niet te lezen is.", "Typ de tekst opnieuw in."
    return None


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and address.isprintable()
    except ValueError:
        return False

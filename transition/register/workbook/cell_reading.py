"""What a cell means for a field of the register, the Dutch way; what can be read in two ways is asked, never guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from transition.domain.register.fields import Field, Type, Value
from transition.domain.values import Missing
from transition.door import cells
from transition.door.cells import Doubt
from transition.door.grid import Cell, Kind
from transition.register.workbook.cell_content import tidy
from transition.register.workbook.template import YES

_NUMBERS = (Type.INTEGER, Type.NUMBER, Type.MONEY, Type.SHARE)
_NOTHING = frozenset(("-", "–", "?", "n.v.t.", "nvt", "onbekend"))
_EURO = re.compile(r"^\s*(?:€|eur|euro)\s*|\s*(?:€|eur|euro)\s*$|,[-–—]+$", re.IGNORECASE)
_BETWEEN = re.compile(r"[;\n]")
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2100, 12, 31)
_SERIAL = range(20_000, 73_416)
"""Days since 1900 that are dates between 1954 and 2100: what a date without a format looks like."""
_WORDS_FOR = {"ja": "yes", "j": "yes", "waar": "yes", "nee": "no", "n": "no", "onwaar": "no"}
_MOST = 1e15


@dataclass(frozen=True)
class Lookup:
    """What codes and references may mean. `reference`: (kind, text) -> id or Doubt; `code`: cell -> code or Doubt.

    `labels`: labels of choices that the workbook itself brought, of an older wording: label -> code.
    """

    reference: Callable[[str, str], str | Doubt]
    code: Callable[[Cell, Field], str | Doubt]
    labels: Mapping[str, str]


def value(field: Field, cell: Cell | None, lookup: Lookup) -> Value | Doubt:
    """The value a cell gives a field; None for an empty one."""
    if cell is None or (isinstance(cell.value, str) and not tidy(cell.value)):
        return None
    wrong = _no_content(cell.kind)
    if wrong:
        return wrong
    if field.type in (*_NUMBERS, Type.DATE) and _says_nothing(cell):
        return None
    if field.type in _NUMBERS:
        return _share(cell) if field.type is Type.SHARE else _number(field, cell)
    read = _READERS.get(field.type)
    return read(field, cell) if read else _listed(field, cell, lookup)


def _no_content(kind: Kind) -> Doubt | None:
    if kind is Kind.NO_RESULT:
        return Doubt(
            "hier staat een formule waarvan de uitkomst niet is bewaard",
            "Open het bestand in Excel of LibreOffice en bewaar het opnieuw, of typ de uitkomst",
        )
    if kind is Kind.ERROR:
        return Doubt("hier staat een foutmelding van het rekenblad", "Herstel de formule, of maak de cel leeg")
    return None


def _listed(field: Field, cell: Cell, lookup: Lookup) -> Value | Doubt:
    return _choice(field, cell, lookup) if field.type is Type.CHOICE else _named(field, cell, lookup)


def removal(cell: Cell | None) -> bool | Doubt:
    """Whether the last column says that the record goes."""
    words = tidy(str(cell.value)).lower() if cell else ""
    if words in ("", "nee", "n", "onwaar"):
        return False
    if words in (YES, "j", "x", "waar"):
        return True
    return Doubt("hier hoort 'ja' of niets", "Typ 'ja' als deze rij weg moet, en maak de cel anders leeg")


def _number(field: Field, cell: Cell) -> Value | Doubt:
    if isinstance(cell.value, str) and field.type is Type.MONEY:
        cell = cell._replace(value=_EURO.sub("", tidy(cell.value)))
    found = cells.number(cell, field.unit or "een gewoon getal")
    if isinstance(found, Doubt):
        return found
    if isinstance(found, Missing):
        return Doubt("dit is geen getal", "Typ een getal, of maak de cel leeg als u het niet weet")
    if abs(found) > _MOST:
        return Doubt("dit getal is veel te groot", "Controleer het getal en de eenheid")
    return _whole(found) if field.type is Type.INTEGER else round(found, 2) if field.type is Type.MONEY else found


def _whole(found: float) -> Value | Doubt:
    return int(found) if found == int(found) else Doubt("hier hoort een heel getal", "Typ het getal zonder komma")


def _says_nothing(cell: Cell) -> bool:
    return isinstance(cell.value, str) and tidy(cell.value).lower() in _NOTHING


def _share(cell: Cell) -> Value | Doubt:
    """25% in any spelling, or a part of 1; a bare 25 or 1 is asked."""
    if cell.kind is Kind.PERCENT:
        return round(float(cell.value), 12)
    has_sign = isinstance(cell.value, str) and tidy(cell.value).endswith("%")
    found = cells.number(cell, "%")
    if isinstance(found, Doubt):
        return found
    if isinstance(found, Missing):
        return Doubt("dit is geen aandeel", "Typ een percentage, bijvoorbeeld 25%, of maak de cel leeg")
    if has_sign:
        return round(found / 100, 12)
    if 0 <= found < 1:
        return found
    written = f"{found:.10g}".replace(".", ",")
    return Doubt("het is niet duidelijk of dit een percentage is", f"Typ {written}% met het procentteken")


def _day(_: Field, cell: Cell) -> Value | Doubt:
    if isinstance(cell.value, float | int) and cell.value in _SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(cell.value))
    found = cells.day(cell)
    if isinstance(found, Doubt):
        return Doubt(found.what, "Schrijf bijvoorbeeld 3-11-2026, of geef de cel de opmaak Datum")
    day = date.fromisoformat(found)
    if not _FIRST_DAY <= day <= _LAST_DAY:
        return Doubt("deze datum ligt niet tussen 1900 en 2100", "Controleer het jaar")
    return day


def _text(field: Field, cell: Cell) -> Value | Doubt:
    if cell.kind is Kind.DATE:
        return Doubt(
            "hier staat een datum waar tekst hoort; rekenbladen maken van 1-5 soms 1 mei",
            "Geef de cel de opmaak Tekst en typ het opnieuw",
        )
    words = tidy(str(cell.value)) if isinstance(cell.value, str) else f"{cell.value:.12g}".replace(".", ",")
    return words if field.type is Type.LONG_TEXT else " ".join(words.split()) or None


def _choice(field: Field, cell: Cell, lookup: Lookup) -> Value | Doubt:
    words = _one_line(cell)
    by_words = {label.casefold(): code for label, code in lookup.labels.items() if code in field.choices}
    by_words |= {code.casefold(): code for code in field.choices}
    by_words |= {" ".join(label.split()).casefold(): code for code, label in field.choices.items()}
    short = _WORDS_FOR.get(words.casefold(), "")
    found = by_words.get(words.casefold()) or (short if short in field.choices else None)
    if found is not None:
        return found
    if words.casefold() in _NOTHING:
        return None
    known = ", ".join(f"'{label}'" for label in field.choices.values())
    return Doubt(f"dit woord staat niet in de lijst van '{field.label}'", f"Kies uit: {known}")


def _named(field: Field, cell: Cell, lookup: Lookup) -> Value | Doubt:
    """Codes of areas or ids of records, one or several."""
    is_reference = field.type in (Type.REFERENCE, Type.REFERENCES)
    parts = [part for part in (tidy(one) for one in _BETWEEN.split(_plain_text(cell))) if part]
    found: list[str] = []
    for part in parts if field.type in (Type.CODES, Type.REFERENCES) else [" ".join(parts)]:
        one = (
            lookup.reference(field.refers_to, part)
            if is_reference
            else lookup.code(cell._replace(kind=Kind.TEXT, value=part), field)
        )
        if isinstance(one, Doubt):
            return one
        if one not in found:
            found.append(one)
    return tuple(found) or None if field.type in (Type.CODES, Type.REFERENCES) else found[0]


def _plain_text(cell: Cell) -> str:
    return cell.value if isinstance(cell.value, str) else f"{cell.value:.12g}"


def _one_line(cell: Cell) -> str:
    return " ".join(tidy(_plain_text(cell)).split())


_READERS: Mapping[Type, Callable[[Field, Cell], Value | Doubt]] = {
    Type.DATE: _day,
    Type.TEXT: _text,
    Type.LONG_TEXT: _text,
    Type.LINK: _text,
}

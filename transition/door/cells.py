"""Reads one cell as a number, a year or a date, the Dutch way; what can be read in two ways is asked, never guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from transition.domain.values import Missing
from transition.door.grid import Cell, Kind

_EMPTY_WORDS: dict[str, Missing] = {
    "": Missing.NOT_MEASURED,
    "-": Missing.NOT_MEASURED,
    "?": Missing.NOT_MEASURED,
    "onbekend": Missing.NOT_MEASURED,
    "geen waarneming": Missing.NOT_MEASURED,
    "n.v.t.": Missing.NOT_APPLICABLE,
    "n.v.t": Missing.NOT_APPLICABLE,
    "nvt": Missing.NOT_APPLICABLE,
    "niet van toepassing": Missing.NOT_APPLICABLE,
    ".": Missing.SUPPRESSED,
    "x": Missing.SUPPRESSED,
    "geheim": Missing.SUPPRESSED,
    "n.n.b.": Missing.NOT_PUBLISHED,
    "nnb": Missing.NOT_PUBLISHED,
    "nog niet gepubliceerd": Missing.NOT_PUBLISHED,
}
_LESS_THAN = re.compile(r"<\s*\d+([.,]\d+)?")
_DASHES = dict.fromkeys(map(ord, "−–—‐‑‒﹣-"), "-")
_GROUPED_BY_POINT = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
_GROUPED_WITH_DECIMALS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+,\d+")
_ENGLISH = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")
_DECIMAL_POINT = re.compile(r"-?\d+\.\d+")
_WHOLE = re.compile(r"-?\d+", re.ASCII)
_GROUPED_BY_SPACE = re.compile(r"-?[1-9]\d{0,2}( \d{3})+(,\d+)?")
_DAY_WITHIN = re.compile(r"\b\d{1,2}-\d{1,2}-(?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_DAY_FORMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y/%m/%d", "%d.%m.%Y", "%Y%m%d")
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


@dataclass(frozen=True)
class Doubt:
    """A cell that is not taken: what is wrong with it and what to do, in words."""

    what: str
    remedy: str


def plain(text: str) -> str:
    """One spelling of a text: composed signs, ordinary spaces, trimmed."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "").split())


def number(cell: Cell | None, unit: str) -> float | Missing | Doubt:
    """The number in a cell, why there is none, or what is wrong with it. `unit` is the unit it should be in."""
    if cell is None:
        return Missing.NOT_MEASURED
    wrong = _no_number(cell.kind)
    if wrong:
        return wrong
    if isinstance(cell.value, str):
        return _in_text(plain(cell.value).translate(_DASHES).replace("'", ""), unit)
    if cell.kind is Kind.PERCENT:
        return round(cell.value * 100, 10) if unit == "%" else _no_percentage(unit)
    return float(cell.value)


def _in_text(text: str, unit: str) -> float | Missing | Doubt:
    if text.lower() in _EMPTY_WORDS:
        return _EMPTY_WORDS[text.lower()]
    if _LESS_THAN.fullmatch(text):
        return Missing.SUPPRESSED
    if text.endswith("%"):
        if unit != "%":
            return _no_percentage(unit)
        text = text[:-1].strip()
    return _written(text.removeprefix("+").replace("- ", "-"))


def _no_number(kind: Kind) -> Doubt | None:
    if kind is Kind.NO_RESULT:
        return Doubt(
            "hier staat een formule waarvan de uitkomst niet is bewaard",
            "Open het bestand in Excel, bewaar het opnieuw, of plak de uitkomsten als waarden",
        )
    if kind is Kind.ERROR:
        return Doubt("hier staat een foutmelding van Excel", "Herstel de formule, of maak de cel leeg")
    if kind is Kind.DATE:
        return Doubt(
            "hier staat een datum waar een getal hoort; Excel maakt van 1-5 soms 1 mei",
            "Geef de cel de opmaak Getal en typ het getal opnieuw",
        )
    if kind is Kind.YES_NO:
        return Doubt("hier staat WAAR of ONWAAR waar een getal hoort", "Typ het getal")
    return None


def _no_percentage(unit: str) -> Doubt:
    return Doubt(
        f"hier staat een percentage; verwacht is een getal ({unit})",
        "Typ het getal zonder procentteken, en controleer de eenheid",
    )


def _written(text: str) -> float | Doubt:
    if _GROUPED_BY_POINT.fullmatch(text) and text.count(".") == 1:
        whole, decimals = text.replace(".", ""), text.replace(".", ",")
        return Doubt(
            f"dit kan {whole} zijn (punt voor duizend) of {decimals} (punt voor decimalen)",
            f"Schrijf {whole} of {decimals}, of geef de cel de opmaak Getal",
        )
    if _ENGLISH.fullmatch(text) and ("." in text or text.count(",") > 1):
        return Doubt(
            "dit getal is Engels geschreven (komma voor duizend)", "Schrijf het met een komma voor decimalen: 1.234,5"
        )
    for form, old, new in (
        (_WHOLE, "", ""),
        (_GROUPED_BY_POINT, ".", ""),
        (_GROUPED_WITH_DECIMALS, ".", ""),
        (_GROUPED_BY_SPACE, " ", ""),
        (_DECIMAL_COMMA, "", ""),
        (_DECIMAL_POINT, "", ""),
    ):
        if form.fullmatch(text):
            return float((text.replace(old, new) if old else text).replace(",", "."))
    return Doubt(
        "dit is geen getal", "Typ een getal, of '?' als het onbekend is en 'n.v.t.' als het niet van toepassing is"
    )


def year(cell: Cell | None, first: int, last: int) -> str | Doubt:
    """The year in a cell, from `first` to `last`."""
    if cell is None:
        return Doubt("hier ontbreekt het jaar", "Vul het jaar in, bijvoorbeeld 2024")
    if cell.kind is Kind.DATE:
        return Doubt("hier staat een datum waar een jaar hoort", "Geef de cel de opmaak Getal en typ alleen het jaar")
    wrong = _no_number(cell.kind)
    if wrong:
        return wrong
    text = f"{cell.value:g}" if isinstance(cell.value, float | int) else plain(cell.value)
    if not re.fullmatch(r"(19|20)\d\d", text) or not first <= int(text) <= last:
        return Doubt(
            f"dit is geen jaar van {first} tot en met {last}", "Typ het jaar met vier cijfers, bijvoorbeeld 2024"
        )
    return text


def day(cell: Cell | None) -> str | Doubt:
    """The date in a cell as ISO text; written in any usual Dutch way, or a real date in the workbook."""
    remedy = "Schrijf bijvoorbeeld 31-12-2024, of geef de cel de opmaak Datum"
    if cell is None:
        return Doubt("hier ontbreekt de datum", remedy)
    if cell.kind is Kind.DATE:
        return str(cell.value)
    if isinstance(cell.value, float | int):
        return Doubt("hier staat een getal waar een datum hoort (een datum zonder opmaak telt in dagen)", remedy)
    text = plain(cell.value).lower().replace("–", "-")
    for form in _DAY_FORMS:
        try:
            found = datetime.strptime(text, form).date()
        except ValueError:
            continue
        return (
            found.isoformat() if 1990 <= found.year <= 2100 else Doubt("deze datum ligt buiten 1990 tot 2100", remedy)
        )
    return day_in_words(text) or Doubt("dit is geen datum", remedy)


def day_within(cell: Cell) -> str:
    """The date in a cell, or the first one written anywhere in its text ('Bron: CBS, 1 oktober 2025'), as ISO; '' when there is none."""
    if cell.kind is Kind.DATE:
        return str(cell.value)
    text = plain(str(cell.value))
    written = _DAY_WITHIN.search(text)
    if not written:
        return day_in_words(text)
    found = day(cell._replace(kind=Kind.TEXT, value=written.group()))
    return found if isinstance(found, str) else ""


def day_in_words(text: str) -> str:
    """'1 oktober 2025' anywhere in a text as ISO; '' when there is none."""
    found = re.search(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) ((?:19|20)\d\d)\b", plain(text).lower())
    if not found:
        return ""
    try:
        return date(int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])).isoformat()
    except ValueError:
        return ""

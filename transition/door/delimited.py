"""Reads a CSV: finds out its signs and its separator by what is in it. Every cell is text."""

import codecs
import csv
import io
from pathlib import Path

from transition.door.collect import Collector
from transition.door.grid import LONGEST_TEXT, MOST_CELLS, Book, Kind, address
from transition.door.trouble import NotTaken, Trouble

_SEPARATORS = ";\t,|"
_LOOKED_AT = 50
"""So many lines tell which separator it is."""


def read(file: Path, most_cells: int = MOST_CELLS) -> Book:
    """One sheet without a name. Raises NotTaken."""
    text, signs = _decoded(file.read_bytes())
    lines = text.splitlines()
    if not any(line.strip() for line in lines):
        raise NotTaken(Trouble("het bestand is leeg", "Kies het goede bestand, of bewaar het opnieuw"))
    start = 0
    if lines[0].lower().startswith("sep=") and len(lines[0].strip()) == 5:
        separator, start = lines[0].strip()[4], 1
    else:
        separator = _separator(lines[:_LOOKED_AT])
    csv.field_size_limit(2 * LONGEST_TEXT)
    collector = Collector(most_cells)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            if number <= start:
                continue
            for column, value in enumerate(row, start=1):
                if value.strip():
                    collector.cell("", number, column, Kind.TEXT, value)
    except csv.Error as error:
        raise NotTaken(
            Trouble(
                "vanaf deze regel is de CSV niet te lezen; er ontbreekt een aanhalingsteken, of er staat er een te veel",
                'Zet tekst met aanhalingstekens of het scheidingsteken tussen dubbele aanhalingstekens (")',
                "",
                address(number + 1, 1),
            )
        ) from error
    collector.end_sheet("", False, [])
    name = {"\t": "tab", ";": "puntkomma", ",": "komma", "|": "verticale streep"}.get(separator, separator)
    return Book("csv", tuple(collector.sheets), (f"CSV met {name} als scheidingsteken, tekens gelezen als {signs}",))


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the name of how its signs are written."""
    for mark, encoding, name in (
        (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
    ):
        if content.startswith(mark):
            return _without_nul(_strict(content, encoding, name)), name
    half = content[:2000]
    if len(half) > 3 and half[1::2].count(0) > 0.8 * len(half[1::2]) and half[::2].count(0) < 0.2 * len(half[::2]):
        return _without_nul(_strict(content, "utf-16-le", "UTF-16")), "UTF-16"
    try:
        return _without_nul(content.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _without_nul(_strict(content, "cp1252", "Windows (cp1252)")), "Windows (cp1252)"


def _strict(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTaken(
            Trouble(
                f"byte {error.start} is in {name} geen teken; dit is geen tekst, of het bestand is beschadigd",
                "Bewaar het in Excel opnieuw als 'CSV UTF-8'",
            )
        ) from error


def _without_nul(text: str) -> str:
    at = text.find("\0")
    if at < 0:
        return text
    line = text.count("\n", 0, at) + 1
    raise NotTaken(
        Trouble(
            "er staat een nulteken in deze regel; dit is geen gewone tekst, of het bestand is beschadigd",
            "Bewaar het in Excel opnieuw als 'CSV UTF-8'",
            "",
            address(line, 1),
        )
    )


def _separator(lines: list[str]) -> str:
    """The sign that divides most lines in the same number of parts, two or more."""
    filled = [line for line in lines if line.strip()]
    best, score = "", 0.0
    for sign in _SEPARATORS:
        counts = [_outside_quotes(line, sign) for line in filled]
        most = max(set(counts), key=lambda count: (counts.count(count) if count else 0, count))
        share = counts.count(most) / len(counts) if most else 0.0
        if share * min(most, 3) > score:
            best, score = sign, share * min(most, 3)
    if not best:
        raise NotTaken(
            Trouble(
                "er is geen scheidingsteken gevonden; een CSV heeft ; of , of een tab tussen de kolommen",
                "Bewaar het in Excel opnieuw als 'CSV UTF-8 (gescheiden door lijstscheidingsteken)'",
                "",
                "A1",
                filled[0][:60],
            )
        )
    return best


def _outside_quotes(line: str, sign: str) -> int:
    return sum(part.count(sign) for part in line.split('"')[::2])

"""Numbers, dates, statuses and 'no number because …' in Dutch words; the only place where they are worded."""

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from transition.domain.areas import NOT_ASSIGNABLE, Level
from transition.domain.indicators import Direction
from transition.domain.values import Gap, Missing, Status

LEVELS: dict[str, str] = {
    Level.LAND: "Land",
    Level.PROVINCIE: "Provincie",
    Level.RES: "Energieregio (RES)",
    Level.SUBRES: "Deel van een energieregio",
    Level.GEMEENTE: "Gemeente",
    Level.WIJK: "Wijk",
    Level.BUURT: "Buurt",
    NOT_ASSIGNABLE: "Niet in te delen",
}
PLURALS: dict[str, str] = {
    Level.LAND: "het hele land",
    Level.PROVINCIE: "provincies",
    Level.RES: "energieregio's",
    Level.SUBRES: "delen van energieregio's",
    Level.GEMEENTE: "gemeenten",
    Level.WIJK: "wijken",
    Level.BUURT: "buurten",
}
PER_LEVEL: dict[str, str] = {
    Level.LAND: "land",
    Level.PROVINCIE: "provincie",
    Level.RES: "energieregio",
    Level.SUBRES: "deel van een energieregio",
    Level.GEMEENTE: "gemeente",
    Level.WIJK: "wijk",
    Level.BUURT: "buurt",
}
"""After 'per' and 'als enige'."""
STATUSES: dict[str, str] = {
    Status.FINAL: "definitief",
    Status.PROVISIONAL_REVISED: "nader voorlopig",
    Status.PROVISIONAL: "voorlopig",
    Status.ESTIMATED: "geschat",
    Status.RECALCULATED: "herrekend",
    Missing.SUPPRESSED: "geheim of te onzeker",
    Missing.NOT_APPLICABLE: "niet van toepassing",
    Missing.NOT_PUBLISHED: "niet gepubliceerd",
    Missing.NOT_MEASURED: "geen waarneming",
}
MEANINGS: dict[str, str] = {
    Status.FINAL: "het cijfer verandert niet meer",
    Status.PROVISIONAL_REVISED: "het cijfer is al een keer bijgesteld en kan nog veranderen",
    Status.PROVISIONAL: "het cijfer kan nog veranderen",
    Status.ESTIMATED: "het cijfer is niet gemeten, maar geschat",
    Status.RECALCULATED: "het cijfer is omgerekend, bijvoorbeeld naar andere grenzen",
    Missing.SUPPRESSED: "er is een cijfer, maar de uitgever geeft het niet",
    Missing.NOT_APPLICABLE: "hier kan geen cijfer zijn",
    Missing.NOT_PUBLISHED: "er is (nog) geen cijfer uitgegeven",
    Missing.NOT_MEASURED: "er is niets gemeten of doorgegeven",
}
"""What each status says about a figure."""
EXAMPLE = "Voorbeeldgegevens (fictief)"
_HERE = ZoneInfo("Europe/Amsterdam")
_NO_BREAK = "\u00a0"
_DUTCH_SIGNS = str.maketrans(",.-", ".,−")


def number(value: float, decimals: int = 0) -> str:
    """1234.5 -> '1.234,5'; negative with a real minus sign; a missing value is '–'."""
    if value is None or math.isnan(value):
        return "–"
    # Decimal rounds what is written, as Babel does; ten times as fast, and a table has thousands of numbers.
    return f"{Decimal(str(value)):,.{decimals}f}".translate(_DUTCH_SIGNS)


def quantity(value: float, unit: str, decimals: int = 0) -> str:
    """A number with its unit: '11,2%', '29.426.451 kWp'."""
    if value is None or math.isnan(value):
        return "–"
    return number(value, decimals) + (unit if unit.startswith("%") or not unit else _NO_BREAK + unit)


@lru_cache(maxsize=4096)
def day(iso: str) -> str:
    """'2025-11-18' -> '18 november 2025'; a bare year stays a year; '' is a date nobody told."""
    if not iso:
        return "onbekende datum"
    return str(format_date(date.fromisoformat(iso[:10]), "d MMMM y", locale="nl_NL")) if len(iso) >= 10 else iso


def moment(at: str | datetime) -> str:
    """'23 november 2026 om 14.05 uur', on the clock of the Netherlands; a time without a zone is UTC."""
    found = datetime.fromisoformat(at) if isinstance(at, str) else at
    there = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(_HERE)
    return f"{day(there.date().isoformat())} om {clock(there)}"


def clock(at: datetime) -> str:
    """'14.05 uur', on the clock of the Netherlands; a time without a zone is UTC."""
    return f"{(at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(_HERE):%H.%M} uur"


def period(label: str, measured_until: str = "") -> str:
    """A year, or for one that is not complete: '2025 (tot en met 30 juni)'."""
    if not measured_until:
        return label
    return f"{label} (tot en met {format_date(date.fromisoformat(measured_until), 'd MMMM', locale='nl_NL')})"


def enumeration(names: list[str]) -> str:
    """'Boxtel, Tilburg en Vught'."""
    return " en ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def part_of(count: int, of: int, one: str, more: str) -> str:
    """After 'van', 'bij' or 'in': '3 van de 4 gebieden', 'alle 4 gebieden', 'geen van de 4 gebieden', '1 gebied', 'geen gebied'."""
    if of <= 1:
        return f"{number(count) if count else 'geen'} {one}"
    if count in (0, of):
        return f"{'alle' if count else 'geen van de'} {number(of)} {more}"
    return f"{number(count)} van de {number(of)} {more}"


def because(gap: Gap) -> str:
    """Why there is no number, in one sentence."""
    return f"Geen cijfer: {STATUSES[gap.reason]}" + (f" ({gap.detail})." if gap.detail else ".")


def first(direction: Direction) -> str:
    """Which end a rank counts from."""
    return "laagste eerst" if direction is Direction.DOWN else "hoogste eerst"


def nth(rank: float, size: float, level: Level, group: str, direction: Direction) -> str:
    """'nummer 3 van de 12 gemeenten met een cijfer in Drenthe (hoogste eerst)'; '' when there is no rank.

    size: the areas of this level in the group that have a figure; it differs per figure.
    """
    if math.isnan(rank):
        return ""
    if size == 1:
        return f"als enige {PER_LEVEL[level]} met een cijfer in {group}"
    return f"nummer {rank:.0f} van de {size:.0f} {PLURALS[level]} met een cijfer in {group} ({first(direction)})"


def edition(facts: dict[str, str], stale: bool) -> str:
    """'uitgave 18 november 2025'; when the last refresh of the source failed 'stand van 18 november 2025 (verouderd)'."""
    return f"stand van {day(facts['edition'])} (verouderd)" if stale else f"uitgave {day(facts['edition'])}"


def source_line(facts: dict[str, str], period_text: str, statuses: set[str], example: bool, stale: bool = False) -> str:
    """What stands under every figure: source, table, edition, period, status, licence. stale: see `edition`."""
    known = ", ".join(sorted({STATUSES[s] for s in statuses if s in tuple(Status)})) or "geen cijfer"
    line = (
        f"Bron: {facts['publisher']}, {facts['title']}, {period_text} ({known}), {edition(facts, stale)}, "
        f"{facts['licence']}"
    )
    return f"{EXAMPLE}. {line}" if example and EXAMPLE not in line else line

"""How sure CBS is of a period's figures: read from the Dutch sentences in a table's description.

Source of the words: the heading 'Status van de cijfers' in the descriptions of the StatLine tables.
"""

import re
from collections.abc import Iterable, Mapping

from transition.domain.values import Status

_WORDS = {
    "definitief": Status.FINAL,
    "definitieve": Status.FINAL,
    "nadervoorlopig": Status.PROVISIONAL_REVISED,
    "nadervoorlopige": Status.PROVISIONAL_REVISED,
    "voorlopig": Status.PROVISIONAL,
    "voorlopige": Status.PROVISIONAL,
}
_WORD = re.compile(r"\b(definitie(?:f|ve)|nader\s*voorlopige?|voorlopige?)\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(20\d\d|19\d\d)\s*(?:tot en met|t/m|-|–)\s*(20\d\d|19\d\d)\b")
_YEAR = re.compile(r"\b(?:20|19)\d\d\b")
_HEADING = re.compile(
    r"Status van de cijfers\s*:?(.*?)(?=\n\s*(?:Wijziging|Wanneer komen)|\Z)", re.DOTALL | re.IGNORECASE
)
_ADDED = re.compile(r"\b(nader\s*)?voorlopige cijfers (?:over|voor|van) (20\d\d)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\(\s*t/m\s+(?:Q|kwartaal\s*)([1-4])\s*\)", re.IGNORECASE)
_HALF = re.compile(r"\beerste (?:helft|halfjaar) van (20\d\d)\b", re.IGNORECASE)
_QUARTER_ENDS = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}


def word_status(word: str) -> Status | None:
    """The status behind one of CBS's words ('Definitief', 'NaderVoorlopig', 'Nader voorlopig', 'Voorlopig')."""
    return _WORDS.get(re.sub(r"\s+", "", word).lower())


def stated_statuses(description: str, periods: Iterable[str]) -> dict[str, Status]:
    """The status of each of `periods` (years) that the description covers; a period it does not cover is left out.

    A year before a final one counts as final: CBS settles years in order, and names only the latest.
    """
    wanted = sorted(set(periods))
    heading = _HEADING.search(description)
    if heading is None:
        return {}
    found: dict[str, Status] = {}
    for sentence in re.split(r"(?<=[.;])\s|\n", heading.group(1)):
        for years, status in _said(re.sub(r",?\s*tenzij\b.*", "", sentence, flags=re.IGNORECASE)):
            for year in years or wanted:
                found.setdefault(year, status)
    for nearly, year in _ADDED.findall(description):
        found.setdefault(year, Status.PROVISIONAL_REVISED if nearly else Status.PROVISIONAL)
    last_final = max((year for year, status in found.items() if status is Status.FINAL), default="")
    return {year: found.get(year, Status.FINAL) for year in wanted if year in found or year < last_final}


def _said(sentence: str) -> list[tuple[list[str], Status]]:
    """What one sentence says: years (none: all of them) and their status, in its order.

    The years stand before the word ('2021 is definitief') or, when none do, behind it ('voorlopige cijfers over 2022').
    """
    parts = _WORD.split(sentence)
    texts, words = parts[0::2], parts[1::2]
    before = bool(_YEAR.search(texts[0]))
    said = []
    for number, word in enumerate(words):
        status = word_status(word)
        if status is not None:
            said.append((_years(texts[number] if before else texts[number + 1]), status))
    return said


def _years(text: str) -> list[str]:
    years = set(_YEAR.findall(text))
    for first, last in _RANGE.findall(text):
        years |= {str(year) for year in range(int(first), int(last) + 1)}
    return sorted(years)


def partial_periods(coverage: str, description: str) -> dict[str, str]:
    """Years that are not complete, with the date up to which they were measured: {'2025': '2025-06-30'}.

    coverage: the table's period, as in '2019 - 2025 (t/m Q2)'; description: may name 'de eerste helft van 2025' as the
    last year under 'Status van de cijfers'.
    """
    years = _YEAR.findall(coverage)
    quarter = _QUARTER.search(coverage)
    if quarter and years and quarter.group(1) != "4":
        return {years[-1]: f"{years[-1]}-{_QUARTER_ENDS[int(quarter.group(1))]}"}
    heading = _HEADING.search(description)
    return {year: f"{year}-06-30" for year in _HALF.findall(heading.group(1) if heading else "")}


def at_most_provisional(statuses: Mapping[str, Status], partial: Iterable[str]) -> dict[str, Status]:
    """The statuses, but a period that is not complete is provisional, whatever is said of it."""
    return {**statuses, **dict.fromkeys(partial, Status.PROVISIONAL)}

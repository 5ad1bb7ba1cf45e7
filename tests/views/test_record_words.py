"""What stands in the register, in words."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from transition.domain.register.fields import Problem
from transition.domain.register.kinds import KINDS
from transition.views import record_words, text

_SQUARE = ((5.1, 52.1), (5.2, 52.1), (5.2, 52.2), (5.1, 52.1))


@pytest.mark.parametrize(
    ("kind", "name", "value", "words"),
    [
        ("project", "share_residents", 0.125, "12,5%"),
        ("project", "share_residents", 1.0, "100%"),
        ("project", "share_residents", 0.01, "1%"),
        ("project", "share_residents", 0.0, "0%"),
        ("project", "share_residents", None, "niet vastgelegd"),
        ("project", "share_residents", float("nan"), "niet vastgelegd"),
        ("project", "capacity", 12.4, "12,4"),
        ("project", "expected_mwh", 31250.0, "31.250\u00a0MWh"),
        ("project", "fund_eur_per_mwh", 0.5, "0,50\u00a0euro per MWh"),
        ("finance_line", "amount", 1250000, "1.250.000\u00a0euro"),
        ("finance_line", "price_level", 2026, "2026"),
        ("area_process", "dwellings_count", 1250, "1.250"),
        ("area_process", "start", date(2026, 3, 1), "1 maart 2026"),
        ("area_process", "start", pd.Timestamp("2026-03-01"), "1 maart 2026"),
        ("area_process", "start", pd.NaT, "niet vastgelegd"),
        ("area_process", "lead_state", "unknown", "Niet vastgelegd"),
        ("area_process", "lead", "eendracht", "De Eendracht"),
        ("area_process", "location_codes", ("BU90030101", "BU90030102"), "Havenkwartier, BU90030102"),
        ("area_process", "location_codes", (), "niet vastgelegd"),
        ("area_process", "polygon", {"type": "Polygon", "coordinates": (_SQUARE,)}, "omtrek van 3 punten"),
        (
            "area_process", "polygon", {"type": "MultiPolygon", "coordinates": [[_SQUARE], [_SQUARE]]},
            "omtrek van 6 punten in 2 delen",
        ),
        ("area_process", "name", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)  # fmt: skip
def test_a_value_is_worded_as_people_write_it(kind: str, name: str, value: Any, words: str) -> None:
    names = {"eendracht": "De Eendracht", "BU90030101": "Havenkwartier"}
    assert record_words.shown(KINDS[kind].by_name[name], value, names) == words


def test_every_field_can_be_empty_and_has_words_for_its_choices() -> None:
    fields = [field for kind in KINDS.values() for field in kind.fields]
    assert {record_words.shown(field, None) for field in fields} == {"niet vastgelegd"}
    assert all(record_words.shown(f, code) == words for f in fields for code, words in f.choices.items())


def test_a_change_says_from_what_to_what() -> None:
    area = KINDS["area_process"]
    assert record_words.change(area, "state", "running", "paused") == "Stand: van 'Loopt' naar 'Stilgelegd'."
    assert record_words.change(area, "dwellings_count", None, 0) == "Woningen: ingevuld met '0'."
    assert record_words.change(area, "aim", "Warm", None) == "Doel: leeggemaakt, was 'Warm'."
    assert record_words.change(area, "", False, True) == "Gebied toegevoegd."
    assert record_words.change(area, "", True, False) == "Gebied weggehaald."


def test_a_problem_is_read_as_sentences() -> None:
    found = Problem("project", "x", "share_unknown", "de aandelen zijn samen 90%", "vul 10% onbekend in")
    assert record_words.problem(found) == "De aandelen zijn samen 90%. Vul 10% onbekend in."


def test_a_moment_is_on_the_clock_of_the_netherlands() -> None:
    assert text.moment("2026-11-23T13:05:00+00:00") == "23 november 2026 om 14.05 uur"
    assert text.moment(datetime(2026, 6, 30, 23, 30)) == "1 juli 2026 om 01.30 uur"

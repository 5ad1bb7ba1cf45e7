"""One table of areas out of several sources."""

import pandas as pd

from transition import tables
from transition.ingest.areas import together


def described(*rows: tuple[str, str, str, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["code", "name", "level", "year"]).assign(provincie="", res="", subres="")
    return table[list(tables.AREAS)]


def observed(*rows: tuple[str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["area", "period"])
    return table.assign(level=["gemeente" if code.startswith("GM") else "wijk" for code in table["area"]])


def test_the_newest_name_wins_but_keeps_its_accents() -> None:
    found = together(
        [described(("WK190001", "Súdwest-Fryslân", "wijk", 2020), ("WK190002", "Oude naam", "wijk", 2020)),
         described(("WK190001", "Sudwest-Fryslan", "wijk", 2022), ("WK190002", "Nieuwe naam", "wijk", 2022))],
        observed(),
    ).set_index("code")  # fmt: skip
    assert found.loc["WK190001", "name"] == "Súdwest-Fryslân"
    assert found.loc["WK190002", "name"] == "Nieuwe naam"


def test_an_area_nobody_names_is_called_by_its_code() -> None:
    found = together([], observed(("GM0999", "2012")))
    assert found["name"].tolist() == ["GM0999"]


def test_an_area_exists_in_the_years_it_was_seen_in() -> None:
    rows = [("GM0001", "2019"), ("GM0001", "2020"), ("GM0001", "2021"), ("GM0002", "2019"), ("GM0995", "2021")]
    found = together([], observed(*rows)).set_index("code")
    assert found.loc["GM0002", "valid_to"] == 2020
    assert found.loc["GM0995", "valid_from"] == 2021
    assert pd.isna(found.loc["GM0001", "valid_from"])
    assert pd.isna(found.loc["GM0001", "valid_to"])


def test_the_hand_kept_dates_win() -> None:
    found = together([], observed(("GM0457", "2019"), ("GM0457", "2022"), ("GM0363", "2024"))).set_index("code")
    assert found.loc["GM0457", "name"] == "Weesp"
    assert found.loc["GM0457", "valid_to"] == 2023


def test_what_stands_for_no_area_is_no_area() -> None:
    assert together([], observed(("GM0000", "2024"))).empty

"""The municipalities that changed, as kept by hand: they make the published numbers of municipalities, and bad entries are refused."""

from pathlib import Path

import pandas as pd
import pytest

from transition import catalog
from transition.catalog import CatalogError
from transition.domain.areas import Level, level_of
from transition.domain.changes import Kind

PUBLISHED = {
    2015: 393, 2016: 390, 2017: 388, 2018: 380, 2019: 355, 2020: 355, 2021: 352, 2022: 345, 2023: 342, 2026: 342,
}  # fmt: skip
"""Municipalities on 1 January. 2022: 345, and 344 from 24 March."""
HEAD = "before,after,date,kind,state,basis,share,share_source,source\n"


def reference(tmp_path: Path, *rows: str) -> Path:
    """A reference folder whose area changes are these rows."""
    folder, example = tmp_path / "reference", tmp_path / "example"
    for place in (folder, example):
        place.mkdir()
        (place / "area_changes.csv").write_text(HEAD, encoding="utf-8")
    (folder / "area_changes.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize(("year", "number"), PUBLISHED.items())
def test_the_changes_make_the_published_number_of_municipalities(year: int, number: int) -> None:
    changed = catalog.changed_gemeenten().values()
    ended = sum(area.valid_to is not None and area.valid_to > year for area in changed)
    began = sum(area.valid_from is not None and area.valid_from > year for area in changed)
    assert 342 + ended - began == number


def test_the_codes_of_the_downloaded_figures_stop_and_begin_where_the_table_says(real_data: Path) -> None:
    file = next((real_data / "municipal").glob("81528NED_*.csv"))
    table = pd.read_csv(file, dtype={"RegioS": str, "Perioden": str, "Woningkenmerken": str})
    table = table.assign(code=table["RegioS"].str.strip(), year=table["Perioden"].str[:4].astype(int))
    table = table[table["code"].str.startswith("GM")]
    assert table["code"].nunique() == 465
    filled = table[table.filter(like="Gemiddeld").notna().any(axis=1) | table["Stadsverwarming_4"].notna()]
    seen = filled.groupby("code")["year"].agg(["min", "max"])
    assert len(seen) == 463  # not GM0000 and GM0998, which are no municipalities
    changed = catalog.changed_gemeenten()
    for code, (first, last) in zip(seen.index, seen.to_numpy(), strict=True):
        area = changed.get(code)
        assert (area.valid_from if area else None) == (None if first == 2010 else first), code
        assert (area.valid_to if area else None) == (None if last == 2024 else last + 1), code


def test_a_municipality_ends_once_and_in_one_way() -> None:
    for before in {change.before for change in catalog.area_changes()}:
        own = [change for change in catalog.area_changes() if change.before == before]
        assert len({(change.on, change.kind) for change in own}) == 1, before
        assert len({change.after for change in own}) == len(own), before
        assert (len(own) > 1) == (own[0].kind is Kind.SPLIT), before
        assert all(level_of(code) is Level.GEMEENTE for change in own for code in (change.before, change.after))


def test_nothing_goes_into_what_had_ended_already() -> None:
    changed = catalog.changed_gemeenten()
    for change in catalog.area_changes():
        ended = changed[change.after].valid_to if change.after in changed else None
        assert ended is None or change.vintage < ended, change


def test_every_ended_municipality_leads_to_ones_that_exist() -> None:
    ended = {code for code, area in catalog.changed_gemeenten().items() if area.valid_to is not None}
    assert ended <= set(catalog.successors())
    assert not {now for into in catalog.successors().values() for now in into} & ended


def test_a_successor_that_ended_itself_leads_on() -> None:
    assert catalog.successors()["GM0282"] == ("GM1945",)  # Ubbergen: Groesbeek, now Berg en Dal
    assert catalog.successors()["GM0083"] == ("GM1949",)  # Menaldumadeel: Menameradiel, now Waadhoeke


def test_a_change_in_the_middle_of_a_year_is_in_force_on_the_next_first_of_january() -> None:
    weesp = next(change for change in catalog.area_changes() if change.before == "GM0457")
    assert (weesp.on.isoformat(), weesp.vintage) == ("2022-03-24", 2023)


def test_a_planned_change_is_known_and_not_in_force() -> None:
    planned = [change for change in catalog.area_changes() if change.is_planned]
    assert [(change.before, change.after, change.vintage) for change in planned] == [("GM1696", "GM0402", 2027)]
    assert "GM1696" not in catalog.successors()
    assert "GM1696" not in catalog.changed_gemeenten()
    assert "GM1696" not in catalog.boundary_changes()


def test_a_new_name_is_no_other_boundary() -> None:
    assert "GM1940" not in catalog.boundary_changes()  # De Fryske Marren, named so in 2015
    assert catalog.boundary_changes()["GM1921"] == (2014,)  # De Friese Meren, as it was made


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("GM0001,GM0002,2021-01-01,join,done,,,,x", "regel 2"),
        ("GM0001,GM0002,2021-13-01,merge,done,,,,x", "regel 2"),
        ("GM0001,GM0002,2021-01-01,merge,perhaps,,,,x", "regel 2"),
        ("GM0001,GM0002,2021-01-01,merge,done,dwellings_count,0.5,KWB,x", "regel 2"),
        ("GM0001,GM0002,2021-01-01,split,done,dwellings_count,0.5,,x", "regel 2"),
        ("GM0001,GM0002,2021-01-01,split,done,dwellings_count,0.5,KWB,x", "GM0001"),
        ("GM0001,GM0002,2021-01-01,split,done,onzin,1,KWB,x", "regel 2"),
    ],
    ids=["kind", "date", "state", "share-of-a-merge", "share-without-source", "not-the-whole", "unknown-basis"],
)
def test_an_entry_that_does_not_hold_is_refused_by_file_and_line(tmp_path: Path, row: str, found: str) -> None:
    with pytest.raises(CatalogError, match=rf"area_changes\.csv.*{found}"):
        catalog.area_changes(reference(tmp_path, row))


def test_shares_by_two_bases_stand_side_by_side(tmp_path: Path) -> None:
    rows = [
        f"GM0001,{after},2021-01-01,split,done,{basis},{share},KWB 2020,x"
        for after, basis, share in (
            ("GM0002", "dwellings_count", 0.25),
            ("GM0003", "dwellings_count", 0.75),
            ("GM0002", "population_count", 0.5),
            ("GM0003", "population_count", 0.5),
        )
    ]
    found = catalog.area_changes(reference(tmp_path, *rows))
    assert [change.kind for change in found] == [Kind.SPLIT, Kind.SPLIT]
    assert found[0].shares == {"dwellings_count": 0.25, "population_count": 0.5}

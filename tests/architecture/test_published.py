"""Published figures are kept by hand: each has its source, none is from memory, and what does not hold is said by line."""

import csv
import shutil
from pathlib import Path

import pytest

from transition import catalog, published
from transition.catalog import REFERENCE, CatalogError
from transition.store import Snapshot

UNIT_WORDS = {
    "TWh": "_twh", "GWh": "_gwh", "MW": "_mw", "MWp": "_mwp", "%": "_pct", "% van de gemeenten": "_pct", "% van de woningen": "_pct",
    "euro": "_eur", "Mt CO₂": "_mt",
}  # fmt: skip


def test_there_are_published_figures() -> None:
    assert len(published.published_figures()) > 100
    assert {figure.tag for figure in published.published_figures()} == {"V", "V2"}


def test_a_quantity_says_what_it_is_and_means_what_an_indicator_of_that_name_means() -> None:
    for quantity in published.quantities().values():
        assert quantity.definition.endswith(".")
        assert quantity.limits.endswith(".")
        assert quantity.id.endswith(UNIT_WORDS.get(quantity.unit, "_count")), quantity.id
        same = catalog.indicators().get(quantity.id)
        assert same is None or same.unit == quantity.unit, quantity.id


def test_verified_bids_are_those_of_the_design_note_and_add_up() -> None:
    """Domain note 2.4: eleven regions, together 27.79 TWh; g69."""
    bids = {
        f.area_name: f.value
        for f in published.published_figures()
        if f.quantity == "res_bid_twh" and f.edition == "RES 1.0" and not f.part and f.area.startswith("ES")
    }
    assert len(bids) == 11
    assert round(sum(value or 0 for value in bids.values()), 2) == 27.79


def test_bids_that_the_design_note_has_from_memory_do_not_ship() -> None:
    """Domain note 2.4: of seventeen regions the bid is unknown or marked [M]; two more were found in an earlier stage only."""
    there = {f.area for f in published.published_figures() if f.quantity == "res_bid_twh" and f.area.startswith("ES")}
    from_memory = {
        "ES02",
        "ES06",
        "ES09",
        "ES10",
        "ES11",
        "ES13",
        "ES18",
        "ES21",
        "ES22",
        "ES23",
        "ES27",
        "ES28",
        "ES29",
        "ES30",
    }
    unknown = {"ES17", "ES19", "ES20"}
    assert there & (from_memory | unknown) == set()
    assert len(there | from_memory | unknown) == 30
    earlier = {
        f.area: f.value
        for f in published.published_figures()
        if f.area in ("ES05", "ES25") and f.quantity == "res_bid_twh"
    }
    assert earlier == {"ES05": 1.6, "ES25": 1.0}


def test_two_published_values_stay_two_values() -> None:
    conflicts = [one for one in published.disagreements(published.published_figures()) if one.is_conflict]
    ownership = next(one for one in conflicts if one.figures[0].quantity == "local_ownership_solar_parks_pct")
    assert [(f.value, f.period) for f in ownership.figures] == [(20.3, "2022"), (22.8, "2022")]
    assert all(len({figure.subject for figure in one.figures}) == 1 for one in conflicts)


def test_two_values_that_name_the_same_source_have_a_note_about_it() -> None:
    """Otherwise a reader cannot find out which source says what."""
    for one in published.disagreements(published.published_figures()):
        said_by = [(figure.source, figure.edition) for figure in one.figures]
        for figure in one.figures:
            assert said_by.count((figure.source, figure.edition)) == 1 or figure.note, figure.id


def test_words_that_readers_did_not_understand_are_not_used() -> None:
    for quantity in published.quantities().values():
        said = " ".join((quantity.name, quantity.definition, quantity.limits)).lower()
        assert not any(word in said for word in ("borg", "genormaliseerd", "bandbreedte")), quantity.id
    assert not any("bandbreedte" in figure.note for figure in published.published_figures())


def test_a_value_that_a_later_edition_changed_is_no_conflict() -> None:
    changed = [one for one in published.disagreements(published.published_figures()) if not one.is_conflict]
    first = next(
        one for one in changed if one.figures[0].subject == ("local_ownership_solar_parks_pct", "", "NL01", "2020")
    )
    assert {figure.value for figure in first.figures} == {22.9, 23.8}


def test_the_order_of_the_rows_never_changes_what_disagrees() -> None:
    figures = published.published_figures()
    there = {frozenset(f.id for f in one.figures): one.is_conflict for one in published.disagreements(figures)}
    back = {frozenset(f.id for f in one.figures): one.is_conflict for one in published.disagreements(figures[::-1])}
    assert there == back != {}


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("tag", "M", "merk 'M'; verwacht: V of V2"),
        ("tag", "D", "merk 'D'"),
        ("tag", "?", r"merk '\?'"),
        ("value", "1,35", "'1,35' in kolom value; verwacht: een getal met een punt"),
        ("value", "", "geen waarde en geen onder- of bovengrens"),
        ("low", "99", "niet op volgorde"),
        ("unit", "GWh", "eenheid 'GWh'; verwacht: 'TWh'"),
        ("quantity", "bod", "onbekende grootheid 'bod'"),
        ("area", "Achterhoek", "geen gebiedscode"),
        ("period", "ooit", "periode 'ooit'"),
        ("approximate", "misschien", "kolom approximate"),
        ("source", "", "kolom source is leeg"),
        ("address", " x", "kolom address heeft spaties aan de rand"),
        ("id", "p002", "'p002' staat er twee keer in"),
    ],
)
def test_a_row_that_does_not_hold_is_named_by_file_and_line(
    tmp_path: Path, column: str, cell: str, expected: str
) -> None:
    shutil.copy(REFERENCE / published.QUANTITIES, tmp_path)
    with (REFERENCE / published.FIGURES).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    rows[2][column] = cell
    with (tmp_path / published.FIGURES).open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, published.COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    with pytest.raises(CatalogError, match=rf"^published_figures.csv, regel 4: .*{expected}"):
        published.published_figures(tmp_path)


def test_a_comma_that_is_not_quoted_is_named(tmp_path: Path) -> None:
    shutil.copy(REFERENCE / published.QUANTITIES, tmp_path)
    text = (REFERENCE / published.FIGURES).read_text(encoding="utf-8").splitlines()
    text[1] += ",nog een cel"
    (tmp_path / published.FIGURES).write_text("\n".join(text), encoding="utf-8")
    with pytest.raises(CatalogError, match="regel 2: een ander aantal cellen"):
        published.published_figures(tmp_path)


def test_codes_and_names_are_those_of_the_loaded_sources(real_snapshot: Snapshot) -> None:
    named = {figure.area: figure.area_name for figure in published.published_figures()}
    assert {code: real_snapshot.areas[code].name for code in named} == named

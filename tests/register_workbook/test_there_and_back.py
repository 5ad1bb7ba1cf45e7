"""A workbook out and back: exactly what was changed changes; the same bytes for the same content; nothing twice."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.register_workbook.world import (
    AREA,
    DUINDORP,
    OF_COMMUNITY,
    OF_HAVENSTAD,
    PARK,
    W3,
    Percent,
    Sheets,
    change,
    edit,
    exported,
    seen,
    small_register,
    taken,
)
from transition.domain.areas import Level
from transition.domain.register.kinds import KINDS
from transition.door.opened import opened
from transition.door.trouble import NotTaken
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.known import Known
from transition.register.register import Register
from transition.register.workbook import bring, template
from transition.register.workbook.bring import Moved
from transition.register.workbook.cell_content import tidy
from transition.register.workbook.scope import About, Scope
from transition.store import open_served
from transition.views import register_changes


def changed(register: Register, file: Path) -> dict[tuple[str, str, str], object]:
    found = seen(register, file)
    assert found.troubles == ()
    assert found.comparison.clashes == ()
    return {one.place: one.new for one in found.comparison.changes}


def test_the_same_content_gives_the_same_bytes_and_another_content_others(register: Register) -> None:
    first = exported(register)
    assert exported(register) == first
    change(register, "milestone", W3, actual=date(2026, 2, 1))
    assert exported(register) != first


def test_milestones_stand_in_the_order_of_the_method_with_the_name_of_their_step(tmp_path: Path) -> None:
    register = small_register(tmp_path)
    steps = [("W0", "Begin", 0), ("W10", "Klaar", 10)]
    register.apply(SINGLE_USER, [
        *(edit("method_phase", card="wijkaanpak-1", code=code, label=label, place=place, ladder="design")
          for code, label, place in steps),
        *(edit("milestone", area=AREA, code=code) for code in ("W0", "W10")),
    ])  # fmt: skip
    sheets = Sheets(exported(register), tmp_path)
    code, name = sheets.at("Mijlpalen", "Stap"), sheets.at("Mijlpalen", "Naam van de stap")
    found = sheets.cells["Mijlpalen"]
    told = [(found[row, code], found.get((row, name))) for row in range(2, 6)]
    assert told == [("W0", "Begin"), ("W3", "Ontwerp"), ("W10", "Klaar"), ("W4", None)]  # W4 is not of this card
    sheets.put("Mijlpalen", W3, "Naam van de stap", "Iets anders")
    read = seen(register, sheets.save())
    assert (read.troubles, read.comparison.notes, read.comparison.changes) == ((), (), ())
    register.close()


def test_a_municipality_may_be_written_by_its_name(register: Register, sheets: Sheets) -> None:
    new = {"Naam": "Dak van de Kade", "Gemeente": "Havenstad", "Techniek": "Collectief zonnedak"}
    file = sheets.add("Projecten", new | {"Stand": "In ontwikkeling"}).save()
    assert changed(register, file)["project", "gm9003-dak-van-de-kade", "municipality"] == "GM9003"


@pytest.mark.slow
def test_a_workbook_that_nobody_edited_changes_nothing(register: Register, tmp_path: Path) -> None:
    for scope in (OF_HAVENSTAD, OF_COMMUNITY):
        file = tmp_path / "register.xlsx"
        file.write_bytes(exported(register, scope))
        found = seen(register, file)
        assert (found.troubles, found.comparison.notes, found.comparison.changes) == ((), (), ())
        assert taken(register, found).number is None


def test_exactly_the_edited_cells_change_and_a_second_import_changes_nothing(
    register: Register, sheets: Sheets
) -> None:
    before = exported(register)
    sheets.put("Mijlpalen", W3, "Gehaald", date(2026, 11, 3)).put("Mijlpalen", W3, "Wat houdt tegen", None)
    sheets.put("Gebieden", AREA, "Toelichting", "=1+1 is\nhier tekst").put("Projecten", PARK, "Vermogen", 13.2)
    sheets.put("Projecten", PARK, "Aandeel bewoners en lokale partners samen", Percent(0.5))
    sheets.put("Projecten", PARK, "Aandeel onbekend", "50 %")
    file = sheets.save()
    assert changed(register, file) == {
        ("milestone", W3, "actual"): date(2026, 11, 3),
        ("milestone", W3, "blockage"): None,
        ("area_process", AREA, "note"): "=1+1 is\nhier tekst",
        ("project", PARK, "capacity"): 13.2,
        ("project", PARK, "share_residents"): 0.5,
        ("project", PARK, "share_unknown"): 0.5,
    }
    number = register.number()
    assert exported(register) == before, "looking changes nothing"
    assert taken(register, seen(register, file)).number == number + 1
    assert changed(register, file) == {}
    assert taken(register, seen(register, file)).number is None
    (change_set,) = register.change_sets(SINGLE_USER, limit=1)
    assert (change_set.origin, change_set.file_name, len(change_set.file_sha256)) == ("workbook", file.name, 64)
    register.undo(SINGLE_USER, number + 1)
    assert exported(register) == before, "to the byte"


@pytest.mark.slow
def test_a_new_row_gets_its_own_key_also_beneath_a_new_area_and_only_once(register: Register, sheets: Sheets) -> None:
    before = exported(register)
    new = {
        "Naam": "Oude Haven",
        "Thema": "energiehub",
        "Gemeenten": "Havenstad",
        "Stand": "LOOPT",
        "Trekker": "Geen trekker",
    }
    sheets.add("Gebieden", new).add("Mijlpalen", {"Gebied": "oude haven", "Stap": "H1", "Gepland": "3-11-2026"})
    file = sheets.save()
    found = changed(register, file)
    assert found["area_process", "gm9003-oude-haven", "municipalities"] == ("GM9003",)
    assert found["milestone", "gm9003-oude-haven.h1", "planned"] == date(2026, 11, 3)
    number = taken(register, seen(register, file)).number
    assert number is not None
    assert taken(register, seen(register, file)).number is None
    register.undo(SINGLE_USER, number)
    assert exported(register) == before


@pytest.mark.slow
def test_a_row_goes_by_the_last_column_alone(register: Register, sheets: Sheets) -> None:
    row = sheets.row("Mijlpalen", f"{AREA}.w4")
    sheets.cells["Mijlpalen"] = {place: value for place, value in sheets.cells["Mijlpalen"].items() if place[0] != row}
    assert changed(register, sheets.save()) == {}, "a row that is not in the file stays"
    sheets.put("Mijlpalen", W3, template.REMOVE, "Ja")
    file = sheets.save()
    assert changed(register, file) == {("milestone", W3, ""): None}
    taken(register, seen(register, file))
    assert register.record(SINGLE_USER, "milestone", W3) is None
    assert register.record(SINGLE_USER, "milestone", f"{AREA}.w4") is not None
    assert taken(register, seen(register, file)).number is None


@pytest.mark.slow
def test_what_somebody_else_changed_since_the_export_stays_unless_the_officer_chooses(
    register: Register, sheets: Sheets
) -> None:
    sheets.put("Mijlpalen", W3, "Herzien", date(2027, 1, 1)).put("Mijlpalen", W3, "Waarom herzien", "Het net is vol")
    file = sheets.save()
    change(register, "milestone", W3, revised=date(2026, 9, 1), revised_because="Het net is vol", decided_by="council")
    found = seen(register, file)
    (clash,) = found.comparison.clashes
    assert (clash.field, clash.base, clash.theirs, clash.mine) == ("revised", None, date(2026, 9, 1), date(2027, 1, 1))
    assert clash.cell == f"F{sheets.row('Mijlpalen', W3)}"
    kept = found.comparison.edits()
    assert not any(one.id == W3 for one in kept)
    mine = next(one for one in found.comparison.edits([clash.place]) if one.id == W3)
    assert mine.changes == {"revised": date(2027, 1, 1)}, "what they alone changed stays theirs"


@pytest.mark.slow
def test_when_the_register_moves_after_looking_the_officer_sees_it_again_or_it_makes_no_difference(
    register: Register, sheets: Sheets
) -> None:
    sheets.put("Mijlpalen", W3, "Gehaald", date(2026, 11, 3))
    found = seen(register, sheets.save())
    change(register, "project", PARK, capacity=14.0)
    assert taken(register, found).number is not None, "something else changed"
    sheets.put("Mijlpalen", W3, "Gehaald", date(2026, 11, 4))
    found = seen(register, sheets.save())
    number = change(register, "milestone", W3, actual=date(2026, 11, 5)).number
    with pytest.raises(Moved) as moved:
        taken(register, found)
    assert [one.field for one in moved.value.seen.comparison.clashes] == ["actual"]
    assert register.number() == number, "nothing was written"


@pytest.mark.slow
def test_each_workbook_holds_what_concerns_it_and_never_contact_data(register: Register, tmp_path: Path) -> None:
    def ids(content: bytes, sheet: str) -> set[object]:
        cells = Sheets(content, tmp_path).cells[sheet]
        return {value for (row, column), value in cells.items() if column == 1 and row > 1}

    of_town, of_community = exported(register), exported(register, OF_COMMUNITY)
    assert ids(of_town, "Gebieden") == ids(of_community, "Gebieden") == {AREA}
    assert ids(of_town, "Projecten") == {PARK}
    assert ids(of_town, "Partijen") == {"noorderwind"}
    assert ids(of_town, "Methodekaarten") == {"wijkaanpak-1"}
    assert ids(of_town, "Stappen") == {"wijkaanpak-1.w3"}
    assert ids(of_community, "Bijeenkomsten") == {"hubs-aan-zee.2026-03-05-kennismaken"}
    for content in (of_town, of_community):
        for sheet in Sheets(content, tmp_path).cells.values():
            words = " ".join(map(str, sheet.values()))
            assert "geheim@example.org" not in words
            assert "E-mailadres" not in words


NAMES = (
    '=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2+3", "<r><t>x</t></r>", "<script>alert(1)</script>", "_x0041_", "a\u200bb",
    "[x](javascript:alert(1))", "${7*7}", "\"><img src=x onerror=alert(1)>", "http://example.org", "' OR 1=1 --", "\u202etxet",
)  # fmt: skip


@pytest.mark.slow
def test_names_that_look_like_formulas_links_or_markup_stay_text(register: Register, tmp_path: Path) -> None:
    for at, name in enumerate(NAMES):
        change(register, "area_process", AREA, name=name, note=name, aim=f"{at}")
        file = tmp_path / "register.xlsx"
        file.write_bytes(exported(register))
        found = seen(register, file)
        assert (found.troubles, found.comparison.changes) == ((), ()), name
        assert tidy(name) in [tidy(str(cell.value)) for sheet in opened(file).sheets for cell in sheet.cells]
        with zipfile.ZipFile(file) as package:
            sheets = [package.read(part) for part in package.namelist() if part.startswith("xl/worksheets/sheet")]
        assert not any(sign in sheet for sheet in sheets for sign in (b"<f>", b"<hyperlink"))


@pytest.mark.slow
def test_every_workbook_of_the_example_region_comes_back_without_a_change(example_data: Path, tmp_path: Path) -> None:
    where = Places(example_data).example
    snapshot = open_served(where)
    assert snapshot is not None
    register = Register.open(where.register_url, is_example=True)
    known = Known(snapshot.snapshot.areas)
    towns = known.codes([Level.GEMEENTE])[::8]
    scopes = [
        *(Scope(About.MUNICIPALITY, code) for code in towns),
        *(Scope(About.COMMUNITY, id) for id in register.records(SINGLE_USER, "community")),
    ]
    for scope in scopes:
        file = tmp_path / "register.xlsx"
        file.write_bytes(bring.workbook(register, SINGLE_USER, scope, known))
        found = bring.look(register, SINGLE_USER, file, file.name, known, lambda *_: None)
        assert (found.troubles, found.comparison.notes, found.outcome[:2]) == ((), (), ((), ())), scope
    register.close()


@pytest.mark.slow
def test_a_workbook_of_another_town_or_of_the_example_region_is_refused(register: Register, sheets: Sheets) -> None:
    with pytest.raises(NotTaken, match="gaat over de gemeente Havenstad"):
        seen(register, sheets.save(), OF_COMMUNITY)
    stamp = sheets.cells[template.KEPT]
    stamp[1, 2] = stamp[1, 2].replace('"example":false', '"example":true')
    with pytest.raises(NotTaken, match="fictieve voorbeeldregio"):
        seen(register, sheets.save())
    assert DUINDORP not in stamp[1, 2]


def test_every_column_head_is_there_once_and_every_sheet_fits_a_spreadsheet() -> None:
    for kind in KINDS.values():
        assert len(set(template.heads(kind))) == len(template.heads(kind)), kind.id
        assert len(kind.plural) <= 31


def test_what_was_taken_is_told_by_name(register: Register, sheets: Sheets) -> None:
    sheets.put("Mijlpalen", W3, "Wat houdt tegen", None).put("Gebieden", AREA, "Toelichting", "Nieuw")
    found = seen(register, sheets.save())
    done = taken(register, found).changed
    assert register_changes.changed(found, done) == "Gewijzigd: Gebied Kade en Mijlpaal W3 (Kade)."
    assert register_changes.changed(found, done * 5).endswith("Mijlpaal W3 (Kade) en nog 2.")

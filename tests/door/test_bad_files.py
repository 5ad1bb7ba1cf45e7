"""No bad file gives a traceback, none comes in for a part, and each answer names sheet, cell, value and what to do."""

import json
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from loaders.brought.__main__ import all_kinds, app
from tests.door import workbooks
from tests.door.bad_files import BAD, HEAT, heat
from tests.door.workbooks import xlsx
from tests.door.world import bytes_of, world
from transition.places import Places


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return world(tmp_path_factory.mktemp("data"))


def brought(where: Places, file: Path, *options: str) -> tuple[int, dict[str, Any]]:
    result = CliRunner().invoke(app, [str(file), *options, "--json", "--data", str(where.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert "Traceback" not in result.output
    return result.exit_code, json.loads(result.stdout)


def test_there_are_at_least_forty() -> None:
    assert len(BAD) >= 40


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if at % 8 == 2 else pytest.mark.slow) for at, name in enumerate(BAD)]
)
def test_a_bad_file_changes_nothing_and_says_why_where_and_what_to_do(name: str, where: Places, tmp_path: Path) -> None:
    bad = BAD[name]
    file = bad.make(tmp_path / bad.name)
    before = bytes_of(where)
    code, answer = brought(where, file, "--confirm", *(["--kind", bad.kind] if bad.kind else []))
    assert bytes_of(where) == before
    assert code == 1
    assert answer["state"] == "geweigerd"
    first = answer["troubles"][0]
    assert bad.words in first["what"] + first["remedy"]
    assert first["remedy"]
    assert first["cell"] == bad.cell
    if bad.cell and file.read_bytes()[:2] in (b"PK", b"\xd0\xcf"):
        assert first["sheet"] == "Blad1"
    assert bad.value in first["value"]
    sentence = answer["sentences"][0]
    assert all(part in sentence for part in (bad.name, first["cell"], first["value"], first["remedy"]))
    assert "\n" not in sentence


def test_a_file_that_is_not_recognised_is_told_per_sheet_and_without_a_list_of_all_kinds(
    where: Places, tmp_path: Path
) -> None:
    file = workbooks.xlsx(tmp_path / "x.xlsx", {"Een": [["appel", "peer"], [1, 2]], "Twee": [["noot", "vijg"], [1, 2]]})
    _, answer = brought(where, file)
    assert [(t["sheet"], t["cell"]) for t in answer["troubles"]] == [("Een", "A1"), ("Twee", "A1")]
    assert "'noot', 'vijg'" in answer["troubles"][1]["what"]
    assert not any("Klimaatmonitor" in t["what"] + t["remedy"] for t in answer["troubles"])


@pytest.mark.parametrize("kind", ["", "res_monitor"])
def test_a_row_about_people_is_not_repeated_as_if_it_were_column_titles(
    kind: str, where: Places, tmp_path: Path
) -> None:
    file = workbooks.text(tmp_path / "x.csv", ["J. Jansen;9401 AB;12", "P. Pieters;9402 CD;13"])
    _, answer = brought(where, file, *(["--kind", kind] if kind else []))
    assert "geen kolomnamen" in answer["troubles"][0]["what"]
    assert "9401" not in json.dumps(answer)


@pytest.mark.parametrize("name", [name for name, bad in BAD.items() if name.startswith(("lijst", "postcodes"))])
def test_an_answer_never_repeats_a_name_or_a_postcode(name: str, where: Places, tmp_path: Path) -> None:
    bad = BAD[name]
    _, answer = brought(where, bad.make(tmp_path / bad.name))
    assert "9401" not in json.dumps(answer)
    assert "Jansen" not in json.dumps(answer)


def test_all_troubles_of_a_file_are_told_at_once(where: Places, tmp_path: Path) -> None:
    file = xlsx(
        tmp_path / "meer.xlsx", {"Blad1": [HEAT, heat("Atlantis"), heat(year=20224), heat("Emmen", value="veel")]}
    )
    _, answer = brought(where, file)
    assert [trouble["cell"] for trouble in answer["troubles"]] == ["A2", "B3", "C4"]


@pytest.mark.parametrize("kind", all_kinds())
def test_a_workbook_without_a_visible_cell_is_refused_for_every_kind(kind: str, where: Places, tmp_path: Path) -> None:
    hidden = workbooks.by_hand(tmp_path / "weg.xlsx", f'<row r="1">{workbooks.cell("A1", "x")}</row>', state="hidden")
    empty = workbooks.by_hand(tmp_path / "leeg.xlsx", "")
    for file in (hidden, empty):
        code, answer = brought(where, file, "--kind", kind)
        assert (code, "zichtbaar blad" in answer["troubles"][0]["what"]) == (1, True)


def test_while_figures_are_refreshed_a_file_waits_and_says_so(where: Places, tmp_path: Path) -> None:
    before = bytes_of(where)
    with FileLock(where.lock):
        code, answer = brought(where, xlsx(tmp_path / "w.xlsx", {"B": [HEAT, heat()]}), "--confirm")
        assert (code, "loopt al een verversing" in answer["troubles"][0]["what"]) == (1, True)
        assert bytes_of(where) == before

"""`figures --format … --output …`: whatever the form, the same figures."""

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.conftest import PROJECT
from transition.places import Places
from transition.store import open_served
from transition.views.export import Format
from transition.views.export_figures import as_file

pytestmark = pytest.mark.slow

ASKED = ("--indicator", "solar_capacity_kwp", "--level", "gemeente", "--period", "2023")


def command(data: Path, *asked: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "transition", "figures", "--data", str(data), *asked]
    return subprocess.run(call, cwd=PROJECT, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def printed(example_data: Path) -> pd.DataFrame:
    done = command(example_data, *ASKED)
    assert done.returncode == 0, done.stderr
    return pd.read_csv(io.StringIO(done.stdout), keep_default_na=False, dtype={"period": str, "breakdown": str})


def written(example_data: Path, tmp_path: Path, form: str) -> Path:
    file = tmp_path / f"cijfers.{form}"
    done = command(example_data, *ASKED, "--format", form, "--output", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "fictief" in done.stderr
    return file


def numbers(table: pd.DataFrame) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in pd.to_numeric(table["value"])]


def test_parquet_holds_what_is_printed_and_says_it_is_an_example(
    example_data: Path, tmp_path: Path, printed: pd.DataFrame
) -> None:
    file = written(example_data, tmp_path, "parquet")
    table = pd.read_parquet(file)
    assert table["area"].tolist() == printed["area"].tolist()
    assert table["breakdown"].tolist() == printed["breakdown"].tolist()
    assert numbers(table) == numbers(printed)
    about = json.loads(pq.read_schema(file).metadata[b"regiemonitor"])
    assert about["voorbeeldgegevens"] is True


def test_a_workbook_holds_what_is_printed_and_says_it_is_an_example(
    example_data: Path, tmp_path: Path, printed: pd.DataFrame
) -> None:
    book = openpyxl.load_workbook(written(example_data, tmp_path, "xlsx"))
    head, *rows = book["Gegevens"].iter_rows(values_only=True)
    at = {name: place for place, name in enumerate(head)}
    assert [row[at["area"]] for row in rows] == printed["area"].tolist()
    assert [row[at["value"]] for row in rows] == numbers(printed)
    assert book["Toelichting"]["A1"].value == "Voorbeeld"


def test_geojson_holds_what_is_printed(example_data: Path, tmp_path: Path, printed: pd.DataFrame) -> None:
    made = json.loads(written(example_data, tmp_path, "geojson").read_text(encoding="utf-8"))
    rows = [feature["properties"] for feature in made["features"]]
    assert [row["area"] for row in rows] == printed["area"].tolist()
    assert [row["value"] for row in rows] == numbers(printed)
    assert all(feature["geometry"] for feature in made["features"])


def test_a_file_with_csv_is_what_is_printed(example_data: Path, tmp_path: Path) -> None:
    file = written(example_data, tmp_path, "csv")
    assert file.read_text(encoding="utf-8") == command(example_data, *ASKED).stdout


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((*ASKED, "--format", "xlsx"), "Voor de vorm xlsx is een bestand nodig; geef --output NAAM.xlsx."),
        (
            ("--indicator", "solar_capacity_kwp", "--format", "geojson", "--output", "x.geojson"),
            "geef --level en --period",
        ),
        ((*ASKED, "--format", "parquet", "--output", "nergens/x.parquet"), "is niet te schrijven"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence(example_data: Path, asked: tuple[str, ...], sentence: str) -> None:
    done = command(example_data, *asked)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_name_that_is_a_formula_is_harmless_for_who_opens_the_printed_figures_in_a_spreadsheet(
    example_data: Path, printed: pd.DataFrame
) -> None:
    opened = open_served(Places(example_data).example)
    assert opened is not None
    hostile = printed.assign(name='=HYPERLINK("http://example.org")', value=-1.5)
    back = pd.read_csv(io.BytesIO(as_file(Format.CSV, opened.snapshot, "solar_capacity_kwp", hostile)))
    assert set(back["name"]) == {'\'=HYPERLINK("http://example.org")'}
    assert set(back["value"]) == {-1.5}

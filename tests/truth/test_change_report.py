"""The report of a refresh beside an independent comparison of the publisher's own files, by plain pandas."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.conftest import PROJECT
from transition.metrics.revisions import replaced
from transition.places import Places
from transition.store import Snapshot, open_served

NAME, FACTS = "85005NED_zonnestroom_regio_2019-2025.csv", "85005NED_metadata.json"
KEY = ["RegioS", "SectorEnVermogensklasse", "Perioden"]
COUNT, KWP, INVERTERS = "Installaties_1", "OpgesteldVermogenVanZonnepanelen_2", "OpgesteldVermogenOmvormers_3"
GONE = "GM0088"
NEXT = "2026-06-12"


def write_edition(folder: Path, real_data: Path, table: pd.DataFrame, modified: str) -> None:
    folder.mkdir()
    table.to_csv(folder / NAME, index=False)
    facts = json.loads((real_data / "municipal" / FACTS).read_text(encoding="utf-8"))
    (folder / FACTS).write_text(json.dumps(facts | {"Modified": f"{modified}T02:00:00"}), encoding="utf-8")


def next_edition(table: pd.DataFrame) -> pd.DataFrame:
    """Some capacities of 2024 and some counts of 2023 are others; some are no longer given; one municipality is gone."""
    rng = np.random.default_rng(7)
    found = table[table["RegioS"].str.strip() != GONE].copy()
    for column, year, share in ((KWP, "2024JJ00", 0.3), (COUNT, "2023JJ00", 0.1)):
        rows = (found["Perioden"] == year) & found[column].notna() & (rng.random(len(found)) < share)
        found.loc[rows, column] = (found.loc[rows, column] * 1.04).round()
    found.loc[(found["Perioden"] == "2022JJ00") & (rng.random(len(found)) < 0.02), INVERTERS] = np.nan
    return found


@pytest.fixture(scope="module")
def editions(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame, Path]:
    """Two editions of the file, and the data folder after both were loaded by the command."""
    base = tmp_path_factory.mktemp("editions")
    whole = pd.read_csv(real_data / "municipal" / NAME, dtype={"RegioS": str, "Perioden": str})
    late = (whole["Perioden"] >= "2025") & (
        whole["RegioS"] > "GM1500"
    )  # a first edition with the newest year half filled
    old, new = whole[~late], next_edition(whole)
    for name, table, modified in (("first", old, "2025-07-15"), ("next", new, NEXT)):
        write_edition(base / name, real_data, table, modified)
        call = ["loaders", "cbs_solar_regions", "--from", str(base / name), "--data", str(base / "data")]
        subprocess.run([sys.executable, "-m", *call], cwd=PROJECT, check=True, capture_output=True)
    return old, new, base / "data"


def cells(table: pd.DataFrame) -> "pd.Series[float]":
    """Every cell that is a figure: by area, part, year and measure. Landsdelen are not in use; inverters begin in 2022."""
    table = table.assign(RegioS=table["RegioS"].str.strip())
    table = table[~table["RegioS"].str.startswith("LD")]
    long = table.drop(columns="ID").melt(KEY, var_name="measure", value_name="value")
    long = long[(long["measure"] != INVERTERS) | (long["Perioden"] >= "2022")]
    there = long.groupby(["RegioS", "Perioden"])["value"].transform("count") > 0
    return long[there].set_index([*KEY, "measure"])["value"]


def report(snapshot: Snapshot) -> dict[str, Any]:
    found: dict[str, Any] = snapshot.sources["cbs_solar_regions"]["changes"]
    return found


def shown(data: Path) -> Snapshot:
    opened = open_served(Places(data))
    assert opened is not None
    return opened.snapshot


@pytest.mark.slow
def test_the_report_counts_what_plain_pandas_counts(editions: tuple[pd.DataFrame, pd.DataFrame, Path]) -> None:
    old, new, data = editions
    now, then = cells(new), cells(old)
    both = now.index.intersection(then.index)
    now_value, then_value = now[both], then[both]
    found = report(shown(data))
    assert {name: found[name] for name in ("added", "removed", "revised", "filled", "emptied")} == {
        "added": len(now.index.difference(then.index)),
        "removed": len(then.index.difference(now.index)),
        "revised": int((now_value.notna() & then_value.notna() & (now_value != then_value)).sum()),
        "filled": 0,
        "emptied": int((now_value.isna() & then_value.notna()).sum()),
    }
    assert min(found[name] for name in ("added", "removed", "revised", "emptied")) > 0
    assert (found["new_periods"], found["areas_gone"]) == ([], [GONE])
    assert (found["edition_old"], found["edition"], len(found["largest"])) == ("2025-07-15", NEXT, 10)


@pytest.mark.slow
def test_every_revised_cell_keeps_its_predecessor_to_the_last_digit(
    editions: tuple[pd.DataFrame, pd.DataFrame, Path],
) -> None:
    old, new, data = editions
    snapshot, then, now = shown(data), cells(old), cells(new)
    checked = 0
    for code in sorted(set(now.index.get_level_values("RegioS"))):
        for column, indicator, year in (
            (KWP, "solar_capacity_kwp", "2024"),
            (COUNT, "solar_installations_count", "2023"),
        ):
            key = (code, "E007161", f"{year}JJ00", column)
            if key not in now.index:  # a municipality that had ended by then
                continue
            was, is_now = then[key], now[key]
            found = replaced(snapshot, code, indicator, "", year)
            expected = [] if was == is_now else [(was, is_now)]
            assert [(one.value_old, one.value) for one in found] == expected
            checked += len(expected)
    assert checked > 100


@pytest.mark.slow
def test_the_command_prints_the_report(editions: tuple[pd.DataFrame, pd.DataFrame, Path]) -> None:
    _, _, data = editions
    call = [sys.executable, "-m", "loaders", "--report", "--data", str(data)]
    told = subprocess.run(call, cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    found = report(shown(data))
    assert f"van uitgave 2025-07-15 naar uitgave {NEXT}: {found['added']} nieuw, {found['removed']} weg" in told
    assert f"{found['revised']} herzien" in told
    assert f"gebieden weg: {GONE}" in told

"""What CBS says each year of wijken and buurten beside the year before."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from loaders import cbs_key_figures, cbs_solar_neighbourhoods
from tests.loaders.recorded_answers import answer
from transition import tables
from transition.ingest import redrawn, run, snapshot
from transition.ingest.contract import Parsed, Raw, Refused
from transition.places import Places
from transition.store import open_served

NEWEST = "86044NED_full_data.csv"


def says(word: str, code: str = "WK8001AA") -> Raw:
    """The recorded answer in which the newest table says `word` of one area."""
    raw = answer("cbs_solar_neighbourhoods")
    said = f"{code}  ,.,".encode()
    assert said in raw[NEWEST]
    return {**raw, NEWEST: raw[NEWEST].replace(said, f"{code}  ,{word},".encode())}


def row(*told: tuple[str, int, str]) -> pd.DataFrame:
    return pd.DataFrame(told, columns=list(tables.REDRAWN))


@pytest.mark.parametrize(("word", "kept"), [("1", "1"), ("2", "2"), ("3", "3"), (".", "")])
def test_the_word_of_a_wijk_is_read_with_its_year(word: str, kept: str) -> None:
    found = cbs_solar_neighbourhoods.parse(says(word)).redrawn
    assert found is not None
    of_wijk = found[found["code"] == "WK8001AA"]
    assert of_wijk["year"].tolist() == list(range(2016, 2023))
    assert of_wijk["change"].tolist()[-1] == kept


def test_only_wijken_and_buurten_are_in_it() -> None:
    found = cbs_solar_neighbourhoods.parse(answer("cbs_solar_neighbourhoods")).redrawn
    assert found is not None
    assert set(found["code"].str[:2]) == {"WK", "BU"}


def test_a_word_nobody_knows_is_refused() -> None:
    with pytest.raises(Refused, match=r"86044NED: '4' is geen indelingswijziging"):
        cbs_solar_neighbourhoods.parse(says("4"))


def test_a_table_that_does_not_tell_gives_no_rows() -> None:
    parsed = cbs_key_figures.parse(answer("cbs_key_figures"))
    assert parsed.redrawn is not None
    assert set(parsed.redrawn["year"]) <= {2020}


def test_where_sources_differ_the_largest_change_counts_and_silence_never_does() -> None:
    one = row(("BU1", 2020, "1"), ("BU2", 2020, ""), ("BU3", 2020, ""))
    other = row(("BU1", 2020, "3"), ("BU2", 2020, "1"))
    found = redrawn.together([one, other])
    assert dict(zip(found["code"], found["change"], strict=True)) == {"BU1": "3", "BU2": "1", "BU3": ""}


def test_nothing_told_is_an_empty_table() -> None:
    assert redrawn.together([]).columns.tolist() == list(tables.REDRAWN)


def test_an_answer_that_does_not_tell_keeps_what_was_told_before() -> None:
    stored = row(("BU1", 2020, "1"), ("BU1", 2021, "3"))
    silent = Parsed("2026-01-01", redrawn=redrawn.together([]))
    found = redrawn.kept(silent, stored).redrawn
    assert found is not None
    assert found["change"].tolist() == ["1", "3"]
    newer = redrawn.kept(Parsed("2026-01-01", redrawn=row(("BU1", 2021, "1"))), stored).redrawn
    assert newer is not None
    assert newer["change"].tolist() == ["1", "1"]
    assert redrawn.kept(Parsed("2026-01-01"), stored).redrawn is None


def test_a_refresh_through_v4_keeps_the_words_and_finds_nothing_new(tmp_path: Path) -> None:
    where, source = Places(tmp_path), replace(cbs_solar_neighbourhoods.SOURCE, minimum_rows=1)
    parsed = cbs_solar_neighbourhoods.parse(says("3"))
    run.serve_parsed(where, {source: parsed}, origin="real", came_from="test")
    stored = snapshot.stored_redrawn(where, source.id)
    assert stored is not None
    again = redrawn.kept(replace(parsed, redrawn=redrawn.together([])), stored)
    assert snapshot.says_the_same(where, source.id, again)
    opened = open_served(where)
    assert opened is not None
    marks = opened.snapshot.redrawn
    assert marks.loc[(marks["code"] == "WK8001AA") & (marks["year"] == 2022), "change"].tolist() == ["3"]

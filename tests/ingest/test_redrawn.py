"""What CBS says each year of wijken and buurten beside the year before."""

import pandas as pd
import pytest

from loaders import cbs_key_figures, cbs_solar_neighbourhoods
from tests.loaders.recorded_answers import answer
from transition import tables
from transition.ingest import redrawn
from transition.ingest.contract import Raw, Refused

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

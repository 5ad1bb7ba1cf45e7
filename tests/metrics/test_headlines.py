"""The main figures of an area: its last year, and the areas it is ranked among."""

from pathlib import Path

import pytest

from transition.metrics.headlines import headlines
from transition.places import Places
from transition.store import Snapshot, open_served

ENDED = "GM9020"  # Wulkmeer, that went into Garnalenkust on 1-1-2022


@pytest.fixture(scope="module")
def region(example_data: Path) -> Snapshot:
    opened = open_served(Places(example_data).example)
    assert opened is not None
    return opened.snapshot


def test_of_a_municipality_that_is_no_more_the_last_year_is_known(region: Snapshot) -> None:
    newest, earlier = headlines(region, ENDED)[0], headlines(region, ENDED, "2019")[0]
    assert (newest.period, newest.is_last) == ("2021", True)
    assert (earlier.period, earlier.is_last) == ("2019", False)
    assert not any(one.is_last for one in headlines(region, "GM9003"))


def test_an_area_is_ranked_inside_the_area_above_it(region: Snapshot) -> None:
    assert {one.group for one in headlines(region, "GM9003") if one.group} == {region.areas["GM9003"].provincie}
    assert {one.group for one in headlines(region, "PV91") if one.group} == {region.country}
    assert {one.group for one in headlines(region, region.country)} == {""}
    wijk = next(code for code in region.areas if code.startswith("WK9003"))
    assert {one.group for one in headlines(region, wijk) if one.group} <= {"GM9003"}

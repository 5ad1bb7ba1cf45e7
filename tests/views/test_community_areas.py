"""The areas of a community on the ladder."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics import register_tables
from transition.metrics import area_processes
from transition.views import community_areas


def overview() -> pd.DataFrame:
    nobody = pd.DataFrame({"at": pd.Series(dtype="datetime64[ns, UTC]"), "who": pd.Series(dtype=object)})
    return area_processes.overview(register_tables.tables(), nobody, date(2026, 11, 23))


def test_an_area_is_a_link_under_its_step_and_what_is_not_known_comes_first() -> None:
    shown = community_areas.ladder(overview(), lambda id: f"area_processes?gebied={id}&x=1", {"GM9003": "Havenstad"})
    assert (
        shown.index("Niet vastgelegd hoe ver: 2 gebieden")
        < shown.index("Verkennen: 1 gebied<")
        < shown.index("In bedrijf")
    )
    assert '<a href="area_processes?gebied=haven&amp;x=1" target="_self">Havenkwartier</a>' in shown
    assert "Havenstad · W5 Dekking rond" in shown


def test_a_name_is_no_html() -> None:
    found = overview()
    found.loc["haven", "name"] = "<script>alert(1)</script>"
    assert "<script>" not in community_areas.ladder(found, str, {})


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        ([], "Bij deze community is nog geen gebied vastgelegd."),
        (["leeg"], "Van het enige gebied is niet vastgelegd hoe ver het is."),
        (["leeg", "oud"], "Van geen van de 2 gebieden is vastgelegd hoe ver het is."),
        (["haven"], "Het enige gebied staat op de trede 'Geld rondmaken'."),
        (["haven", "molen"], "De 2 gebieden staan op 2 treden van de ladder."),
        (
            ["haven", "molen", "leeg"],
            "Van 1 van de 3 gebieden is niet vastgelegd hoe ver het is. De andere 2 staan op 2 treden van de ladder.",
        ),
    ],
)
def test_what_is_not_known_is_said_first(ids: list[str], says: str) -> None:
    assert community_areas.sentence(overview().loc[ids]) == says

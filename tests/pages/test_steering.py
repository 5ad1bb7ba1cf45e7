"""The page about goals and pace, run as Streamlit runs it: it answers for every sort of scope, and a what-if is marked."""

import re
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_communities import framed_page
from transition.places import PROJECT

pytestmark = pytest.mark.slow
ON_LAND = "zon en wind op land"
ANSWERS = {
    "a large city": ({"area": "GM9001"}, "In Doggerhaven is het doel van 101 GWh in 2030 al behaald"),
    "an island": ({"area": "GM9025"}, "Stormvogeloog"),
    "a merged municipality": ({"area": "GM9026"}, "Garnalenkust"),
    "one that ended": ({"area": "GM9020"}, "Wulkmeer"),
    "one without goals": ({"area": "GM9012"}, f"Voor Vuursteenwolde is geen eigen doel vastgelegd voor {ON_LAND}. Wel is er het doel van"),
    "a wijk": ({"area": "WK9001AJ"}, "is geen eigen doel vastgelegd"),
    "an area process": ({"area": "GM9001", "gebied": "gm9001-visafslag"}, "Het doel voor het gebied Visafslag is 788 woningen in 2030"),
    "a RES region": ({"area": "ES91"}, "Zilverkust"),
    "a province": ({"area": "PV90"}, "is geen eigen doel vastgelegd"),
    "the country": ({"area": "DG01"}, "Doggerland"),
    "a community": ({"area": "DG01", "community": "hubkring-zilverkust"}, "community Hubkring Zilverkust is geen eigen doel"),
}  # fmt: skip


@pytest.fixture(scope="module")
def data(example_data: Path) -> Path:
    return example_data


def plainly(words: str) -> str:
    """Without what only keeps Markdown from reading signs in a name."""
    return words.replace("\\", "").replace("\u00a0", " ")


def message(app: AppTest) -> str:
    """The heading of the figure, or the sentence that stands in its place."""
    drawn = " ".join(str(one.proto.body) for one in app.get("html"))
    inside = [unescape(one) for one in re.findall('<h3 class="figure-heading">(.+?)</h3>', drawn)]
    return plainly([*(one.value for one in app.subheader), *inside][0])


def opened(data: Path, monkeypatch: pytest.MonkeyPatch, **words: str) -> AppTest:
    monkeypatch.setenv("DATA_DIR", str(data))
    app = AppTest.from_function(framed_page, args=(str(PROJECT / "pages" / "steering.py"),), default_timeout=60)
    for word, value in words.items():
        app.query_params[word] = value
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("sort", ANSWERS)
def test_it_answers_for(sort: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words, said = ANSWERS[sort]
    app = opened(data, monkeypatch, **words)
    assert said in plainly(app.header[0].value)
    assert message(app)


@pytest.mark.parametrize("sort", ["one without goals", "a wijk", "the country", "a community"])
@pytest.mark.parametrize("part", ["pijplijn", "optellen"])
def test_each_part_says_something_also_without_records(
    sort: str, part: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(data, monkeypatch, **ANSWERS[sort][0], onderdeel=part)
    assert message(app)


def test_a_what_if_is_said_above_and_beside_everything(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"als-doel": "80", "als-tempo": "7", "als-kans-vergund": "100"}
    for part, heading in (
        ("", "Wat als: het tempo is"),
        ("pijplijn", "Wat als: met de projecten"),
        ("optellen", "Wat als: "),
    ):
        app = opened(data, monkeypatch, area="GM9004", onderdeel=part, **words)
        assert plainly(app.header[0].value).startswith("Wat als: Zilverkuil")
        assert message(app).startswith(heading)
        assert any("uw aannames" in one.value for one in app.warning)


@pytest.mark.parametrize(
    "figure", ["gas_use_m3_per_dwelling", "electricity_use_kwh_per_dwelling", "heating_gas_free_pct"]
)
def test_other_figures_without_a_goal_say_so(figure: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(data, monkeypatch, area="GM9012", cijfer=figure)
    assert "geen eigen doel" in app.header[0].value
    assert any(one.value.startswith(("Geen vooruitblik", "Geen bandbreedte", "Dit steunt")) for one in app.caption)

"""The page that compares, run as Streamlit runs it: an answer for every sort of area, group and part; an address shows the same again."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_communities import framed_page, said
from transition.places import PROJECT
from transition.ui.comparison_page import _word
from transition.ui.comparison_parts import PARTS

pytestmark = pytest.mark.slow
PAGE = str(PROJECT / "pages" / "comparison.py")


def seen(**words: str) -> str:
    """Everything the page says at an address."""
    app = AppTest.from_function(framed_page, args=(PAGE,), default_timeout=60)
    for word, value in words.items():
        app.query_params[word] = value
    app.run()
    assert not app.exception, words
    assert len(app.header) == 1, "one answer"
    html = "\n".join(str(one.proto.body) for one in app.get("html"))
    assert "<b>x</b>" not in html + said(app), "what stands in an address is text"
    return said(app).replace("\\", "") + html


AREAS = {
    "a large city": ({"area": "GM9001"}, "onder gemeenten die op Doggerhaven lijken"),
    "an island": ({"area": "GM9025"}, "met een cijfer"),
    "a merged municipality": ({"area": "GM9026"}, "onder gemeenten die op Garnalenkust lijken"),
    "an ended municipality": ({"area": "GM9021"}, "Het gebied hoort nu bij Garnalenkust."),
    "a wijk": ({"area": "WK9001AA"}, "onder wijken van Doggerhaven"),
    "a buurt": ({"area": "BU9001AA00"}, "onder buurten van Doggerhaven"),
    "a RES region": ({"area": "ES91"}, "onder energieregio's in het land"),
    "the country": ({}, "heeft hier niets om mee te vergelijken"),
    "an area process": (
        {"area": "GM9003", "gebied": "gm9003-molen-van-schulpbank"},
        "Communities en hun gebieden vergelijkt u op de pagina",
    ),
    "a community": ({"community": "hubkring-zilverkust"}, "Communities en hun gebieden vergelijkt u op de pagina"),
    "a province": ({"area": "GM9001", "groep": "province"}, "onder gemeenten in Zuiderbank"),
    "an energy region": ({"area": "GM9001", "groep": "res"}, "onder gemeenten in de energieregio Zilverkust"),
    "a community's": ({"area": "GM9005", "groep": "community-hubkring-zilverkust"}, "onder gemeenten in de community"),
    "an own set": (
        {"area": "GM9001", "groep": "own", "met": "GM9002,GM9003,GM9021"},
        "deze gemeente bestaat niet meer",
    ),
    "too few of one's own": ({"area": "GM9001", "groep": "own", "met": "GM9002,<b>x</b>"}, "Deze groep is er niet"),
    "what the register has": ({"area": "GM9003", "cijfer": "register_local_broad_pct"}, "Lokaal eigendom (breed)"),
    "words that mean nothing": ({"area": "GM9001", "groep": "x", "cijfer": "y", "jaar": "1800"}, "met een cijfer"),
}


def test_there_is_an_answer_for_every_sort_of_area_and_group(
    example_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(example_data))
    for sort, (words, answer) in AREAS.items():
        page = seen(**words)
        assert answer in page, sort
        assert "nan" not in page.lower().split(), sort
    for part in PARTS:
        page = seen(area="GM9001", onderdeel=_word(part))
        assert any(words in page for words in ("Zo leest u dit", "Kies een ander")), part

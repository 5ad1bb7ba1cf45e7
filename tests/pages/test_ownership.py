"""The page about local ownership, run as Streamlit runs it: an answer for every sort of scope, with a full register and without."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_communities import data, framed_page, said  # noqa: F401
from transition.places import PROJECT
from transition.ui.ownership_page import PARTS

pytestmark = pytest.mark.slow
PAGE = str(PROJECT / "pages" / "ownership.py")


def seen(**words: str) -> str:
    """Everything the page says at an address."""
    app = AppTest.from_function(framed_page, args=(PAGE,), default_timeout=60)
    for word, value in words.items():
        app.query_params[word] = value
    app.run()
    assert not app.exception, words
    assert len(app.header) == 1, "one answer"
    html = "\n".join(str(one.proto.body) for one in app.get("html"))
    return said(app).replace("\\", "") + html


SCOPES = {
    "a large city": {"area": "GM9001"},
    "an island": {"area": "GM9025"},
    "a merged municipality": {"area": "GM9026"},
    "an ended municipality": {"area": "GM9021"},
    "one without targets": {"area": "GM9012"},
    "a wijk": {"area": "WK900101"},
    "an area process": {"area": "GM9003", "gebied": "gm9003-molen-van-schulpbank"},
    "a RES region": {"area": "ES91"},
    "a province": {"area": "PV90"},
    "the country": {},
    "a community": {"community": "hubkring-zilverkust"},
    "an area that is not there": {"gebied": "<script>weg"},
}


def test_there_is_an_answer_for_every_sort_of_scope(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", str(example_data))
    for sort, words in SCOPES.items():
        page = seen(**words)
        assert "Van " in page, sort
        assert "nan" not in page.lower().split(), sort
    for part in PARTS:
        assert "Zo leest u dit" in seen(area="ES91", onderdeel=part), part


def test_without_register_it_says_what_is_known_and_what_to_do(data: Path) -> None:  # noqa: F811
    page = seen(area="GM9001")
    said_there = ("weten wij niet: er is geen windpark of zonnepark vastgelegd", "(geschat)", "op de pagina Gebieden")
    for words in said_there:
        assert words in page
    for part in PARTS:
        assert "vastgelegd" in seen(area="GM9001", onderdeel=part), part

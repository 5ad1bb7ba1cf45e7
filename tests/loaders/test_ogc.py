"""OGC API Features, page by page, against answers a server could give."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from transition.ingest import ogc
from transition.ingest.contract import Refused

URL = "https://example.org/items?f=json"
FIRST = f"{URL}&limit=1000"


def features(*ids: int) -> list[dict[str, Any]]:
    return [
        {"type": "Feature", "id": f"area.{id}", "properties": {"statcode": f"GM{id}"}, "geometry": None} for id in ids
    ]


def page(*ids: int, following: str = "", **members: Any) -> dict[str, Any]:
    links = [{"rel": "self", "href": FIRST}] + ([{"rel": "next", "href": following}] if following else [])
    return {"type": "FeatureCollection", "timeStamp": "now", "links": links, "features": features(*ids)} | members


def server(pages: dict[str, Any]) -> Callable[..., bytes]:
    def get(url: str, *, accept: str = "application/json") -> bytes:
        answer = pages[url]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, bytes) else json.dumps(answer).encode()

    return get


def test_all_pages_become_one_collection_without_what_changes_every_time() -> None:
    pages = {
        FIRST: page(1, 2, following="?cursor=2", numberMatched=3),
        "https://example.org/items?cursor=2": page(3, numberMatched=3),
    }
    found = json.loads(ogc.download(server(pages), URL))
    assert found == {"type": "FeatureCollection", "features": features(1, 2, 3)}


def test_a_page_without_objects_is_refused() -> None:
    pages = {FIRST: page(1, following="?cursor=2"), "https://example.org/items?cursor=2": page()}
    with pytest.raises(Refused, match="pagina zonder objecten"):
        ogc.download(server(pages), URL)


def test_a_server_that_wants_smaller_pages_gets_smaller_pages() -> None:
    pages = {FIRST: Refused("example.org antwoordt met code 400", code=400), f"{URL}&limit=100": page(1)}
    assert len(json.loads(ogc.download(server(pages), URL))["features"]) == 1


@pytest.mark.parametrize("sentence", ["antwoordt met code 503", "geeft meer dan 400 MB"])
def test_another_refusal_is_not_asked_again(sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        ogc.download(server({FIRST: Refused(f"example.org {sentence}")}), URL)


@pytest.mark.parametrize(
    ("answer", "because"),
    [
        (b"<html>", "geen volledige GeoJSON"),
        (b'{"type": "FeatureCollection", "features": [', "geen volledige GeoJSON"),
        ([], "iets anders"),
        ({"type": "FeatureCollection"}, "zonder objecten"),
        (page(), "geen enkel object"),
        (page(1, numberReturned=2), "noemt 2 objecten"),
        (page(1, numberMatched=2), "telt 2 objecten"),
        (page(1, 1), "twee keer"),
        (page(1, following=FIRST), "verwijst"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(answer: Any, because: str) -> None:
    with pytest.raises(Refused, match=because):
        ogc.download(server({FIRST: answer}), URL)


def test_an_endless_row_of_pages_ends() -> None:
    asked = []

    def get(url: str, *, accept: str = "application/json") -> bytes:
        asked.append(url)
        return json.dumps(page(len(asked), following=f"{URL}&cursor={len(asked)}")).encode()

    with pytest.raises(Refused, match="verwijst"):
        ogc.download(get, URL)
    assert len(asked) == ogc.MOST_PAGES

"""Asks an OGC API Features address for all objects of a collection, page by page."""

import json
from typing import Any
from urllib.parse import urljoin

from transition.ingest.contract import Get, Refused

PAGE, SMALLER_PAGE = 1000, 100
"""Objects asked for at a time. Some servers answer 400 to more than 100."""
MOST_PAGES = 500

_TOO_MUCH = 400
"""The code of such a server's answer."""


def download(get: Get, url: str, *, limit: int = PAGE, smaller: int = SMALLER_PAGE) -> bytes:
    """All objects behind `url` as one GeoJSON FeatureCollection.

    The objects stand as they came, without the pages' time stamps and links: unchanged data give unchanged bytes.
    Raises Refused when a page is not what was asked for, when pages repeat, or when the counts do not agree.
    """
    try:
        page = _page(get, _with_limit(url, limit))
        start = _with_limit(url, limit)
    except Refused as refused:
        if refused.code != _TOO_MUCH:
            raise
        start = _with_limit(url, smaller)
        page = _page(get, start)
    features: list[dict[str, Any]] = list(page["features"])
    asked, at = {start}, start
    while following := _next(page, at):
        if following in asked or len(asked) >= MOST_PAGES:
            raise Refused(f"{url} verwijst na {len(asked)} pagina's nog door, verwacht: een laatste pagina")
        asked.add(following)
        at, page = following, _page(get, following)
        if not page["features"]:
            raise Refused(f"{at} geeft een pagina zonder objecten, verwacht: objecten op elke pagina")
        features += page["features"]
    _check_complete(url, features, page.get("numberMatched"))
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _with_limit(url: str, limit: int) -> str:
    return f"{url}{'&' if '?' in url else '?'}limit={limit}"


def _page(get: Get, url: str) -> dict[str, Any]:
    content = get(url, accept="application/geo+json, application/json")
    try:
        page: Any = json.loads(content)
    except ValueError as error:
        raise Refused(f"{url} geeft geen volledige GeoJSON, verwacht: een FeatureCollection") from error
    if not isinstance(page, dict) or page.get("type") != "FeatureCollection":
        raise Refused(f"{url} geeft iets anders dan een FeatureCollection")
    features = page.get("features")
    if not isinstance(features, list):
        raise Refused(f"{url} geeft een FeatureCollection zonder objecten")
    returned = page.get("numberReturned", len(features))
    if returned != len(features):
        raise Refused(f"{url} noemt {returned} objecten op de pagina en geeft er {len(features)}")
    return page


def _next(page: dict[str, Any], at: str) -> str:
    """The address of the next page, '' when this is the last."""
    links = [link for link in page.get("links", ()) if isinstance(link, dict) and link.get("rel") == "next"]
    return urljoin(at, str(links[0]["href"])) if links and links[0].get("href") else ""


def _check_complete(url: str, features: list[dict[str, Any]], matched: object) -> None:
    if not features:
        raise Refused(f"{url} geeft geen enkel object")
    if isinstance(matched, int) and matched != len(features):
        raise Refused(f"{url} telt {matched} objecten en geeft er {len(features)}")
    ids = [str(feature["id"]) for feature in features if "id" in feature]
    if len(set(ids)) != len(ids):
        raise Refused(f"{url} geeft {len(ids) - len(set(ids))} objecten twee keer, verwacht: elk één keer")

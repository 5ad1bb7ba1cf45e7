"""A server on this machine that plays CBS (OData v4 and v3) and PDOK (OGC API Features), well or badly; for tests and by hand.

    python -m tests.faults.publisher --list
    python -m tests.faults.publisher --fault drip --port 8700

It stands in for every publisher at once: the path begins with the publisher's machine, as in
`/datasets.cbs.nl/odata/v1/CBS/85005NED/Properties`. `tests.faults.refresh` leads the loaders' questions here; the addresses in
its own answers are the live ones.
"""

import argparse
import re
import threading
from collections.abc import Mapping
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

from tests.faults import live_shapes
from tests.faults.fault import GOOD, Asked, Fault, as_json, respond
from tests.faults.misbehaviour import FAULTS
from tests.loaders.faults import Row
from transition.ingest import boundaries, odata

HOST = "127.0.0.1"
V4, V3_FEED, V3_API = (urlsplit(base).netloc + urlsplit(base).path for base in (odata.V4, odata.V3_FEED, odata.V3_API))
_PDOK = re.compile(re.escape(boundaries.ADDRESS.removeprefix("https://")).replace(r"\{level\}", "([a-z]+)"))
_SELECTED = re.compile(r"(\w+) eq '([^']*)'")


class Publisher:
    """Runs in the background until `close` (or the end of `with`). Everything about it may be changed while it runs.

    faults: what it does wrong, by source id; a source that is not named answers as it should. without: starts of addresses that
    are gone, such as `V4`, so that the loader takes its other way. later: whether what is wrong with the sending begins at the
    second page. largest: objects a page PDOK gives at most, beyond which it answers 400. asked: every address so far.
    """

    def __init__(self, faults: Mapping[str, Fault] | None = None, port: int = 0) -> None:
        self.faults: Mapping[str, Fault] = faults or {}
        self.without: tuple[str, ...] = ()
        self.later = False
        self.largest: int | None = None
        self.layers = dict(live_shapes.layers())
        self.asked: list[str] = []
        publisher = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                publisher.asked.append(self.path)
                try:
                    _answer(publisher, self)
                except OSError:
                    self.close_connection = True  # the other side has had enough, as it should

            def log_message(self, *args: Any) -> None: ...

        self._http = ThreadingHTTPServer((HOST, port), Handler)
        self._http.daemon_threads = True
        self.address = f"http://{HOST}:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()

    def __enter__(self) -> "Publisher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def _answer(publisher: Publisher, handler: BaseHTTPRequestHandler) -> None:
    """Finds what is asked, makes the answer with what is wrong in it, and sends it as it is sent."""
    path, _, question = handler.path.lstrip("/").partition("?")
    asked = {name: values[0] for name, values in parse_qs(question).items()}
    here = f"https://{path}?{question}" if question else f"https://{path}"
    if path.startswith(publisher.without):
        respond(handler, b"", code=404)
    elif layer := _PDOK.fullmatch(path):
        _features(publisher, handler, layer.group(1), asked, here)
    else:
        _statline(publisher, handler, path, asked, here)


def _send(publisher: Publisher, handler: BaseHTTPRequestHandler, fault: Fault, content: Any, start: int = 0) -> None:
    body = as_json(content)
    if publisher.later and start == 0:
        respond(handler, body)
    else:
        fault.send(handler, body)


# CBS.


def _statline(
    publisher: Publisher, handler: BaseHTTPRequestHandler, path: str, asked: dict[str, str], here: str
) -> None:
    rest = next((path.removeprefix(base) for base in (V4, V3_FEED, V3_API) if path.startswith(f"{base}/")), "")
    id, _, name = rest.lstrip("/").partition("/")
    table = live_shapes.tables().get(id.lower())
    if table is None:
        respond(handler, b"", code=404)
        return
    fault = publisher.faults.get(table.source, GOOD)
    is_v4 = path.startswith(V4)
    documents = _documents(table.id.lower(), fault, is_v4)
    if name not in documents:
        respond(handler, b"", code=404)
    elif name == "Properties":
        _send(publisher, handler, fault, documents[name][0])
    elif name not in ("Observations", "TypedDataSet"):
        _send(publisher, handler, fault, {"value": documents[name]})
    else:
        _rows(publisher, handler, fault, documents[name], asked, here, is_v4)


@lru_cache(maxsize=64)
def _documents(id: str, fault: Fault, is_v4: bool) -> dict[str, list[Row]]:
    """All documents of one table, with what is wrong in what they say."""
    return (live_shapes.v4 if is_v4 else live_shapes.v3)(fault.table(live_shapes.tables()[id]))


def _rows(
    publisher: Publisher,
    handler: BaseHTTPRequestHandler,
    fault: Fault,
    rows: list[Row],
    asked: dict[str, str],
    here: str,
    is_v4: bool,
) -> None:
    """The rows that were asked for, in two pages. v3 names the next one with http, as CBS does."""
    chosen = _selected(rows, asked)
    start = int(asked.get("$skip", 0))
    whole = here if is_v4 else here.replace("https://", "http://", 1)
    size = (len(chosen) + 1) // 2
    found = fault.page(Asked(chosen, start, size, here, lambda at: _with(whole, "$skip", str(at))))
    link = "@odata.nextLink" if is_v4 else "odata.nextLink"
    content = {"value": found.rows} | ({link: found.following} if found.following else {})
    _send(publisher, handler, fault, content, start)


def _selected(rows: list[Row], asked: dict[str, str]) -> list[Row]:
    """What `$filter` (one column, one or more values) and `$select` leave."""
    wanted = _SELECTED.findall(unquote(asked.get("$filter", "")))
    if wanted:
        rows = [row for row in rows if any(row[column] == value for column, value in wanted)]
    if columns := asked.get("$select", "").split(",") if "$select" in asked else []:
        rows = [{column: row[column] for column in columns} for row in rows]
    return rows


def _with(address: str, name: str, value: str) -> str:
    """The address with one part of its question set."""
    path, _, question = address.partition("?")
    rest = [(known, said) for known, said in parse_qsl(question) if known != name]
    return f"{path}?{urlencode([*rest, (name, value)], safe='$,')}"


# PDOK.


def _features(
    publisher: Publisher, handler: BaseHTTPRequestHandler, level: str, asked: dict[str, str], here: str
) -> None:
    """One page of a layer: at most half of it, so that there always is a second page; and never more than `limit`."""
    layer = publisher.layers.get(level)
    limit = int(asked.get("limit", 10))
    if layer is None or (publisher.largest is not None and limit > publisher.largest):
        respond(handler, b'{"title": "Bad Request"}', code=404 if layer is None else 400)
        return
    fault = publisher.faults.get(layer.source, GOOD)
    layer = fault.layer(layer)
    features = list(layer.features)
    start = int(asked.get("cursor", 0))
    size = min(limit, (len(features) + 1) // 2)
    found = fault.page(Asked(features, start, size, here, lambda at: _with(here, "cursor", str(at))))
    links = [{"rel": "self", "type": "application/geo+json", "href": here}]
    if found.following:
        links.append({"rel": "next", "type": "application/geo+json", "href": found.following})
    content = {"type": "FeatureCollection", "timeStamp": "2026-11-23T12:00:00Z", "links": links}
    of_year = [live_shapes.of_year(feature, int(asked["jaarcode"])) for feature in found.rows]
    content |= {"numberReturned": len(of_year), "features": of_year}
    content |= {} if layer.total is None else {"numberMatched": layer.total}
    _send(publisher, handler, fault, content, start)


def main() -> None:
    """Serves until Ctrl+C; prints the address, and the command that asks here."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.publisher", description=__doc__.splitlines()[0])
    parser.add_argument("--fault", choices=[GOOD.name, *FAULTS], default=GOOD.name)
    parser.add_argument("--only", nargs="+", metavar="SOURCE", help="sources that are wrong; the others are well")
    parser.add_argument("--without", nargs="+", choices=["v4", "v3"], default=[], help="ways of CBS that are gone")
    parser.add_argument("--later", action="store_true", help="sending goes wrong at the second page, not at the first")
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--list", action="store_true", help="every fault by name")
    chosen = parser.parse_args()
    if chosen.list:
        print("\n".join(f"{fault.name:18}{fault.what}" for fault in (GOOD, *FAULTS.values())))
        return
    sources = {one.source for one in (*live_shapes.tables().values(), *live_shapes.layers().values())}
    fault = {GOOD.name: GOOD, **FAULTS}[chosen.fault]
    with Publisher(dict.fromkeys(chosen.only or sources, fault), chosen.port) as publisher:
        publisher.later = chosen.later
        publisher.without = sum(({"v4": (V4,), "v3": (V3_FEED, V3_API)}[way] for way in chosen.without), ())
        print(f"Plays the publishers at {publisher.address}: {fault.what}. Ctrl+C ends it. Ask it with")
        print(
            f"  .venv/bin/python -m tests.faults.refresh --at {publisher.address} --data <scratch folder>", flush=True
        )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print(f"{len(publisher.asked)} questions asked")


if __name__ == "__main__":
    main()

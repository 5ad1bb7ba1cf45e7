"""Everything a publisher's server can do wrong (reliability.md, row B), each under its name.

Three kinds: in how an answer is sent, in how the pages follow each other, and in what an answer says. The last kind is done to a
table or a layer before it gets its shape, so that it is the same fault in OData v4 and in v3.
"""

import gzip
import json
import re
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.faults.live_shapes import Layer, Table, Topic
from tests.loaders.faults import HTML, Row

Send = Callable[[BaseHTTPRequestHandler, bytes], None]
NEVER = threading.Event()
"""What a silent server waits for."""


@dataclass(frozen=True)
class Page:
    """One page of a longer answer: its rows, and the address of the next one ('' when it is the last)."""

    rows: list[Row]
    following: str


@dataclass(frozen=True)
class Asked:
    """A question for a page: all rows there are, from where, how many at a time, and how the address of a page is written."""

    rows: list[Row]
    start: int
    size: int
    here: str
    address: Callable[[int], str]


def respond(
    handler: BaseHTTPRequestHandler,
    body: bytes,
    *,
    code: int = 200,
    length: int | None = None,
    **headers: str,
) -> None:
    """One whole answer. headers: with _ for -. length: what is announced, when that is not what is sent."""
    handler.send_response(code)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in {"Content-Type": "application/json", **named}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)
    if length is not None:
        handler.close_connection = True


def page(asked: Asked) -> Page:
    """A page as it should be."""
    end = asked.start + asked.size
    return Page(asked.rows[asked.start : end], asked.address(end) if end < len(asked.rows) else "")


def _as_it_is(what: Any) -> Any:
    return what


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. what: in words. names: a regular expression for what the refusal must say of what was found."""

    name: str
    what: str
    names: str
    send: Send = respond
    page: Callable[[Asked], Page] = page
    table: Callable[[Table], Table] = _as_it_is
    layer: Callable[[Layer], Layer] = _as_it_is


# In how an answer is sent.


def _silence(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    NEVER.wait(130)
    handler.close_connection = True


def _drip(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body) + 100_000))
    handler.end_headers()
    for byte in b" " * 100_000 + body:
        handler.wfile.write(bytes([byte]))
        if NEVER.wait(0.1):
            break


def _after_a_while(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    NEVER.wait(0.2)
    respond(handler, body)


def _reset(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    respond(handler, body[: len(body) // 2], length=len(body))
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def _zipped(change: Callable[[bytes], bytes]) -> Send:
    return lambda handler, body: respond(handler, change(body), Content_Encoding="gzip")


@cache
def _bomb() -> bytes:
    return gzip.compress(b" " * 60_000_000)


SENT_WRONG = (
    Fault("500", "the server is out of order", "code 500", lambda h, b: respond(h, b"Storing", code=500)),
    Fault(
        "503",
        "the server asks to come back in an hour",
        "code 503",
        lambda h, b: respond(h, b"Onderhoud", code=503, Retry_After="3600"),
    ),
    Fault("429", "the server has had too many questions", "code 429", lambda h, b: respond(h, b"", code=429)),
    Fault("404", "the address is gone", "code 404", lambda h, b: respond(h, b"", code=404)),
    Fault("timeout", "the server says nothing at all", "binnen de tijd|nog niet klaar", _silence),
    Fault("drip", "the server sends a byte every 0.1 s", "nog niet klaar", _drip),
    Fault("reset", "the connection is broken off halfway an answer", "verbrak de verbinding", _reset),
    Fault(
        "short-body",
        "fewer bytes come than were announced",
        "verbrak de verbinding",
        lambda h, b: respond(h, b[:-5], length=len(b)),
    ),
    Fault("truncated-json", "the JSON is cut off", "geen volledige JSON", lambda h, b: respond(h, b[: len(b) // 2])),
    Fault(
        "deep-json",
        "the JSON goes a hundred thousand levels deep",
        "geen volledige JSON",
        lambda h, b: respond(h, b"[" * 100_000 + b"]" * 100_000),
    ),
    Fault("html", "a web page with code 200", "webpagina", lambda h, b: respond(h, HTML, Content_Type="text/html")),
    Fault("empty", "an answer without a single byte", "leeg antwoord", lambda h, b: respond(h, b"")),
    Fault("gzip-cut", "a gzip answer that is cut off", "afgebroken gzip", _zipped(lambda b: gzip.compress(b)[:-12])),
    Fault("gzip-damaged", "bytes that are no gzip", "beschadigd gzip", _zipped(lambda b: b)),
    Fault("gzip-bomb", "58 kB that unpack to 60 MB", r"meer dan [\d.]+ MB", _zipped(lambda b: _bomb())),
    Fault(
        "redirect-private",
        "a redirect to an address inside",
        "hoort niet bij deze bron",
        lambda h, b: respond(h, b"", code=302, Location="https://10.0.0.8/"),
    ),
    Fault(
        "redirect-plain",
        "a redirect to the same machine without encryption",
        "verwacht is https",
        lambda h, b: respond(h, b"", code=302, Location="http://169.254.169.254/latest/meta-data"),
    ),
    Fault(
        "redirect-nowhere",
        "a redirect that does not say where to",
        "zonder adres",
        lambda h, b: respond(h, b"", code=302),
    ),
)


# In how the pages follow each other.


def _last_page_empty(asked: Asked) -> Page:
    found = page(asked)
    return found if found.following else Page([], "")


def _first_page_twice(asked: Asked) -> Page:
    found = page(asked)
    return found if found.following else Page(asked.rows[: asked.size], "")


def _endless(asked: Asked) -> Page:
    return Page(asked.rows[: asked.size], asked.address(asked.start + asked.size))


PAGED_WRONG = (
    Fault("empty-page", "the last page has no rows", "geen rijen|zonder objecten", page=_last_page_empty),
    Fault("duplicate-page", "the last page is the first one again", r"(twee|\d+) keer|twee", page=_first_page_twice),
    Fault("endless-next", "every page names another next one", "meer dan|verwijst na", page=_endless),
    Fault(
        "slow-pages",
        "every page takes a while and names another next one",
        "nog niet klaar",
        send=_after_a_while,
        page=_endless,
    ),
    Fault(
        "self-next",
        "a page names itself as the next",
        "al gelezen|verwijst na",
        page=lambda asked: replace(page(asked), following=asked.here),
    ),
    Fault(
        "foreign-next",
        "the next page is on another machine",
        "elders.example hoort niet bij deze bron",
        page=lambda asked: replace(page(asked), following="https://elders.example/volgende"),
    ),
)


# In what an answer says.


def _known(table: Table) -> Topic:
    """A topic that its loader reads."""
    return next(topic for topic in table.topics if topic.unit)


def _with_cells(table: Table, change: Callable[[Topic, Any], Any]) -> Table:
    rows = tuple(
        {**row, **{topic.column: change(topic, row[topic.column]) for topic in table.topics}} for row in table.rows
    )
    return replace(table, rows=rows)


def _with_properties(layer: Layer, change: Callable[[Row], Row]) -> Layer:
    return replace(layer, features=tuple({**one, "properties": change(one["properties"])} for one in layer.features))


def _topic_renamed(table: Table) -> Table:
    old = _known(table)
    new = replace(old, column=f"Nieuw{old.column}", code="M999999", title=f"Nieuw {old.title.lower()}")
    rows = tuple({new.column if name == old.column else name: cell for name, cell in row.items()} for row in table.rows)
    return replace(table, topics=tuple(new if topic is old else topic for topic in table.topics), rows=rows)


def _topic_missing(table: Table) -> Table:
    gone = _known(table)
    rows = tuple({name: cell for name, cell in row.items() if name != gone.column} for row in table.rows)
    return replace(table, topics=tuple(topic for topic in table.topics if topic is not gone), rows=rows)


def _topic_new(table: Table) -> Table:
    new = Topic("Onbekend_99", "M999999", "aantal", "Onbekend")
    return replace(table, topics=(*table.topics, new), rows=tuple({**row, new.column: 1.0} for row in table.rows))


def _dimension_new(table: Table) -> Table:
    """Each figure in two parts that differ."""
    first = tuple({"Herkomst": "H001", **row} for row in table.rows)
    second = _with_cells(table, lambda topic, cell: cell / 2 if isinstance(cell, float | int) else cell).rows
    rows = first + tuple({"Herkomst": "H002", **row} for row in second)
    return replace(table, dimensions=("Herkomst", *table.dimensions), rows=rows)


def _words_for_numbers(table: Table) -> Table:
    known = _known(table)
    return _with_cells(table, lambda topic, cell: "veel" if topic == known and cell is not None else cell)


def _code_is_a_number(properties: Row) -> Row:
    return {**properties, "statcode": int(re.sub(r"\D", "", properties["statcode"]))}


def _larger(table: Table) -> Table:
    return _with_cells(table, lambda topic, cell: cell * 1000 if topic.unit and cell is not None else cell)


def _farther(layer: Layer) -> Layer:
    """The coordinates in another unit: metres instead of degrees."""
    return replace(layer, features=tuple({**one, "geometry": _times(one["geometry"])} for one in layer.features))


def _times(geometry: Row) -> Row:
    def larger(part: Any) -> Any:
        return [larger(one) for one in part] if isinstance(part, list) else part * 111_000

    return {**geometry, "coordinates": larger(geometry["coordinates"])}


def _other_unit_word(table: Table) -> Table:
    topics = tuple(replace(topic, unit=f"1 000 {topic.unit}") if topic.unit else topic for topic in table.topics)
    return replace(table, topics=topics)


def _other_codes(table: Table) -> Table:
    """The last code of the first list of categories is another one; in a table of areas alone, a municipality's."""
    areas = ("RegioS", "WijkenEnBuurten", "Perioden")
    category = next((name for name in table.dimensions if name not in areas), "")
    last = max(str(row[category]) for row in table.rows) if category else ""

    def other(name: str, cell: Any) -> Any:
        if category:
            return "X999999" if name == category and cell == last else cell
        return re.sub(r"^GM(?=\d{4}\s*$)", "QQ", cell) if isinstance(cell, str) else cell

    rows = tuple({name: other(name, cell) for name, cell in row.items()} for row in table.rows)
    return replace(table, rows=rows)


def _three_quarters(table: Table) -> Table:
    rows = table.rows[: len(table.rows) * 3 // 4]
    numbers = [topic for topic in table.topics if topic.unit]
    return replace(table, rows=rows, total=len(table.rows) * len(numbers))


def _some_gone(layer: Layer) -> Layer:
    return replace(layer, features=layer.features[:-1], total=len(layer.features))


SAYS_WRONG = (
    Fault(
        "renamed-column",
        "a column has another name",
        r"(?i)heeft geen kolom|onbekende|geen kolom met gebiedscodes|0 kolommen",
        table=_topic_renamed,
        layer=lambda layer: _with_properties(
            layer, lambda p: {("code2" if name == "statcode" else name): cell for name, cell in p.items()}
        ),
    ),
    Fault(
        "missing-column",
        "a column is gone",
        "heeft geen kolom|geen kolom met gebiedscodes",
        table=_topic_missing,
        layer=lambda layer: _with_properties(
            layer, lambda p: {name: cell for name, cell in p.items() if name != "statcode"}
        ),
    ),
    Fault(
        "new-column",
        "there is a column nobody knows",
        "Onbekend",
        table=_topic_new,
        layer=lambda layer: _with_properties(layer, lambda p: {**p, "onbekend": 1}),
    ),
    Fault(
        "new-dimension",
        "every figure comes in two parts that nobody knows",
        "Herkomst|twee",
        table=_dimension_new,
        layer=lambda layer: replace(layer, features=(*layer.features, *layer.features)),
    ),
    Fault(
        "changed-type",
        "a number is a word, a code is a number",
        r"'veel'|is geen code",
        table=_words_for_numbers,
        layer=lambda layer: _with_properties(layer, _code_is_a_number),
    ),
    Fault(
        "jump",
        "every figure is a thousand times as large, coordinates are in metres",
        "eenheid|buiten Nederland",
        table=_larger,
        layer=_farther,
    ),
    Fault(
        "other-unit",
        "the unit has another word, coordinates are in metres",
        "staat in '1 000|buiten Nederland",
        table=_other_unit_word,
        layer=_farther,
    ),
    Fault(
        "changed-codes",
        "a code list has other codes",
        "X999999|QQ|codes voor",
        table=_other_codes,
        layer=lambda layer: _with_properties(layer, lambda p: {**p, "statcode": f"QQ{p['statcode'][2:]}"}),
    ),
    Fault(
        "other-total",
        "fewer rows come than there are said to be",
        r"\d+ (cellen|gebieden|rijen|objecten)|veranderd",
        table=_three_quarters,
        layer=_some_gone,
    ),
)

FAULTS = {fault.name: fault for fault in (*SENT_WRONG, *PAGED_WRONG, *SAYS_WRONG)}


# Nothing wrong.


def _next_edition(table: Table) -> Table:
    return _with_cells(table, lambda topic, cell: cell * 1.01 if topic == _known(table) and cell is not None else cell)


GOOD = Fault("good", "everything as it should be", "")
NEWS = Fault(
    "news",
    "a next edition: figures one per cent higher, other names of areas",
    "",
    table=_next_edition,
    layer=lambda layer: _with_properties(layer, lambda p: {**p, "statnaam": f"{p.get('statnaam', '')} Nieuw"}),
)


def as_json(content: Any) -> bytes:
    """How both publishers write JSON."""
    return json.dumps(content, ensure_ascii=False).encode()

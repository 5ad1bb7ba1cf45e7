"""What a fault is, and how an answer and a page are when nothing is wrong."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any

from tests.faults.live_shapes import Layer, Table
from tests.loaders.faults import Row

Send = Callable[[BaseHTTPRequestHandler, bytes], None]


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


GOOD = Fault("good", "everything as it should be", "")


def as_json(content: Any) -> bytes:
    """How both publishers write JSON."""
    return json.dumps(content, ensure_ascii=False).encode()

"""What is wrong in how answers are sent, and in how their pages follow each other."""

import gzip
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler

from tests.faults.fault import Asked, Fault, Page, Send, page, respond
from tests.loaders.faults import HTML

NEVER = threading.Event()
"""What a silent server waits for."""


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


# The pages.


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

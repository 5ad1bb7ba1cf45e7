"""What the server does beside running pages: boundary files and values for the map, the language, and what a page may load."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import runtime as streamlit_runtime

from transition import catalog
from transition.metrics import map_values
from transition.places import places
from transition.store import Snapshot
from transition.ui import cached

_SNAPSHOT = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{8}")
_LAYER_FILE = re.compile(r"[a-z]+-\d{4}-[0-9a-f]{8}\.topojson")
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob: https://service.pdok.nl",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss: data: blob:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


def send_promptly() -> None:
    """Lets a page's messages leave after 1 ms instead of Streamlit's 5: a map that is ready waits for nothing else.

    Streamlit has no setting for it; a test says so when a version no longer has this constant.
    """
    streamlit_runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0.001  # type: ignore[misc]


def routes() -> list[BaseRoute]:
    """Addresses the map asks, both for ever the same for one snapshot."""
    return [
        Route("/kaart/{snapshot}/waarden", _values),
        Route("/kaart/{snapshot}/{file}", _layer_file),
    ]


def middleware() -> list[Middleware]:
    """The page's language and the policy that keeps every request on this machine."""
    return [Middleware(DutchAndContained)]


def _folder(request: Request) -> Path | None:
    id = request.path_params["snapshot"]
    if not _SNAPSHOT.fullmatch(id):
        return None
    where = places()
    return next(
        (p.snapshots / id for p in (where, where.example) if (p.snapshots / id / "manifest.json").exists()), None
    )


async def _layer_file(request: Request) -> Response:
    folder, name = _folder(request), request.path_params["file"]
    if folder is None or not _LAYER_FILE.fullmatch(name):
        return JSONResponse({"fout": "Deze kaartlaag is er niet."}, status_code=404)
    file = folder / "map" / f"{name}.gz"
    if not file.exists():
        return JSONResponse({"fout": "Deze kaartlaag is er niet."}, status_code=404)
    return FileResponse(file, media_type="application/json", headers={**_FOR_EVER, "Content-Encoding": "gzip"})


def _values(request: Request) -> Response:
    folder, asked = _folder(request), request.query_params
    if folder is None or asked.get("indicator") not in catalog.indicators():
        return JSONResponse({"fout": "Deze cijfers zijn er niet."}, status_code=404)
    snapshot: Snapshot = cached.snapshot_in(folder)
    layer = snapshot.layers.get(asked.get("layer", ""))
    if layer is None:
        return JSONResponse({"fout": "Deze kaartlaag is er niet."}, status_code=404)
    indicator, per = asked["indicator"], asked.get("per", "")
    if per not in ("", *catalog.indicator(indicator).per):
        return JSONResponse({"fout": "Deze cijfers zijn er niet."}, status_code=404)
    shown = map_values.on_layer(snapshot, layer, indicator, asked.get("breakdown", ""), asked.get("period", ""), per)
    return JSONResponse(map_values.for_tooltips(snapshot, layer, indicator, shown), headers=_FOR_EVER)


class DutchAndContained:
    """Sets `lang=nl` on Streamlit's page and a Content-Security-Policy on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # The page must come uncompressed to be changed; it is small, its scripts are separate files.
        wants_page = any(k == b"accept" and b"text/html" in v for k, v in scope["headers"])
        if wants_page:
            scope = {
                **scope,
                "headers": [(k, v) for k, v in scope["headers"] if k not in (b"accept-encoding", b"range")],
            }
        await self.app(scope, receive, _Changed(send, wants_page))


class _Changed:
    """Passes an answer on with our headers; a page's text is held until whole, and its language changed."""

    def __init__(self, send: Callable[[Message], Awaitable[None]], wants_page: bool) -> None:
        self.send, self.wants_page = send, wants_page
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers: list[Any] = [*message["headers"], (b"content-security-policy", _POLICY.encode())]
            headers += [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin")]
            message = {**message, "headers": headers}
            is_html = any(k == b"content-type" and b"text/html" in v for k, v in headers)
            if self.wants_page and is_html and message["status"] == 200:
                self.start = message
                return
        elif self.start is not None:
            self.body += message.get("body", b"")
            if message.get("more_body"):
                return
            body = self.body.replace(b'<html lang="en"', b'<html lang="nl"', 1)
            kept = [(k, v) for k, v in self.start["headers"] if k != b"content-length"]
            await self.send({**self.start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
            message = {"type": "http.response.body", "body": body}
        await self.send(message)

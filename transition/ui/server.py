"""What the server does to every answer: the language, and what a page may load; and how promptly it sends."""

import socket
from asyncio import base_events
from collections.abc import Awaitable, Callable
from typing import Any

import pyarrow
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime import runtime as streamlit_runtime

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
    """Lets a page's messages leave after 1 ms instead of Streamlit's 5, and none of them wait for the browser's acknowledgement.

    Small packets wait for that, 40 ms, unless a socket says no (TCP_NODELAY). asyncio says it for sockets that name their
    protocol, and the one Streamlit listens on does not. Neither has a setting; a test says so when a version has changed.
    """
    streamlit_runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0.001  # type: ignore[misc]
    base_events._set_nodelay = _without_delay  # type: ignore[attr-defined]


def _without_delay(connection: socket.socket) -> None:
    if connection.family in (socket.AF_INET, socket.AF_INET6) and connection.type is socket.SOCK_STREAM:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def give_memory_back() -> None:
    """Texts of tables lie in Arrow's memory, which by its own allocator keeps what was freed: 12 MB after the pages of the register."""
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())


def middleware() -> list[Middleware]:
    """The page's language and the policy that keeps every request on this machine."""
    return [Middleware(DutchAndContained)]


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

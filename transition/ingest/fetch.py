"""The only code that opens a connection. Everything a server can do wrong ends here, as one Dutch sentence."""

import asyncio
import ipaddress
import json
import random
import socket
import time
import urllib.request
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from transition.ingest.contract import NoAnswer, Refused

_MEGABYTE = 1024 * 1024
_USER_AGENT = "Regiemonitor"


@dataclass(frozen=True)
class Limits:
    """How long and how much one source may take. Seconds, bytes, numbers of answers.

    `address_seconds` bounds one address with all its attempts, so that a publisher's second address still gets its turn
    within `total_seconds`, which starts at the first question.
    """

    connect_seconds: float = 5
    read_seconds: float = 30
    address_seconds: float = 60
    total_seconds: float = 120
    attempts: int = 4
    first_wait_seconds: float = 0.5
    answer_bytes: int = 50 * _MEGABYTE
    source_bytes: int = 400 * _MEGABYTE
    pages: int = 500
    redirects: int = 3


class _TryAgain(Exception):
    """A failure that may pass. `wait_seconds`: how long the server asked to wait."""

    def __init__(self, found: str, wait_seconds: float | None = None) -> None:
        super().__init__(found)
        self.wait_seconds = wait_seconds


class Fetcher:
    """Asks the addresses of one source; implements `contract.Get`. Make one per source (`with Fetcher(…) as get`): it counts
    time, bytes and pages, and keeps its connections open until the end.

    hosts: the only machines it may ask (`Source.hosts`). For tests only: transport, which carries the questions elsewhere as
    a proxy would, while every rule about addresses holds; local_http, which allows plain http and a server on this
    machine. Raises `Refused` when an answer does not come, is too large, or is not what was asked for.
    """

    def __init__(
        self,
        hosts: tuple[str, ...],
        limits: Limits = Limits(),
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        local_http: bool = False,
    ) -> None:
        self._hosts = frozenset(hosts)
        self._limits = limits
        self._local_http = local_http
        # Behind a proxy it is the proxy that connects: addresses on this side say nothing about the publisher's.
        proxied = transport is not None or bool({"https", "all"} & urllib.request.getproxies().keys())
        self._proxied = not local_http and proxied
        self._ends: float | None = None
        self._address_ends = 0.0
        self._asked: set[str] = set()
        self._bytes = 0
        self._runner = asyncio.Runner()
        times = httpx.Timeout(limits.read_seconds, connect=limits.connect_seconds)
        self._client = httpx.AsyncClient(
            timeout=times,
            transport=transport,
            trust_env=transport is None and not local_http,
            headers={"User-Agent": _USER_AGENT},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()

    def __call__(self, url: str, *, accept: str = "application/json") -> bytes:
        """The complete, decompressed body of `url`. Raises `Refused`."""
        self._judge_address(url, first=url)
        self._count(url)
        if self._ends is None:
            self._ends = time.monotonic() + self._limits.total_seconds
        body = self._runner.run(self._ask(url, accept))
        self._bytes += len(body)
        if self._bytes > self._limits.source_bytes:
            raise _too_large(url, self._limits.source_bytes, "de hele bron")
        return body

    def _count(self, url: str) -> None:
        if url in self._asked:
            raise Refused(
                f"{_host(url)} verwijst naar een pagina die al gelezen is ({url}); verwacht is elke pagina één keer."
            )
        if len(self._asked) >= self._limits.pages:
            raise Refused(
                f"{_host(url)} geeft meer dan {self._limits.pages} pagina's; verwacht zijn er ten hoogste zoveel."
            )
        self._asked.add(url)

    async def _ask(self, url: str, accept: str) -> bytes:
        assert self._ends is not None
        left = self._ends - time.monotonic()
        seconds = min(left, self._limits.address_seconds)
        self._address_ends = time.monotonic() + seconds
        try:
            async with asyncio.timeout(max(seconds, 0)):
                return await self._persist(url, accept)
        except TimeoutError as error:
            allowed = self._limits.total_seconds if left <= seconds else self._limits.address_seconds
            raise NoAnswer(
                f"{_host(url)} was na {allowed:g} seconden nog niet klaar; verwacht is een volledig antwoord binnen die tijd."
            ) from error

    async def _persist(self, url: str, accept: str) -> bytes:
        """Asks again, with jitter or as late as the server says, as long as the failure may pass."""
        wait = self._limits.first_wait_seconds
        retries = stamina.retry_context(
            on=self._worth_another_try,
            attempts=self._limits.attempts,
            timeout=None,
            wait_initial=wait,
            wait_jitter=wait,
            wait_max=16 * wait,
        )
        try:
            async for attempt in retries:
                with attempt:
                    return await self._follow(url, accept)
        except _TryAgain as error:
            raise NoAnswer(f"{_host(url)} {error} ({url}); verwacht is een volledig antwoord met code 200.") from error
        raise AssertionError("onbereikbaar")  # the loop returns or raises; mypy cannot see it

    def _worth_another_try(self, error: Exception) -> bool | float:
        if not isinstance(error, _TryAgain):
            return False
        if error.wait_seconds is None:
            return True
        if time.monotonic() + error.wait_seconds >= self._address_ends:
            return False  # the server asks us to come back after our deadline
        return error.wait_seconds + random.uniform(0, 0.1)

    async def _follow(self, url: str, accept: str) -> bytes:
        """Follows redirects on the same host only; each hop is judged like the first address."""
        headers = {"Accept": accept, "Accept-Encoding": "gzip"}
        at = url
        for _ in range(self._limits.redirects + 1):
            await self._judge(at, first=url)
            try:
                async with self._client.stream("GET", at, headers=headers, follow_redirects=False) as response:
                    if response.is_redirect:
                        at = _elsewhere(response, at)
                        continue
                    self._judge_peer(response, at)
                    _judge_code(response)
                    return _complete(await self._body(response, at), response, at, accept)
            except httpx.TimeoutException as error:
                raise _TryAgain("gaf geen antwoord binnen de tijd") from error
            except httpx.TransportError as error:
                raise _TryAgain(f"verbrak de verbinding of was niet te bereiken ({type(error).__name__})") from error
        raise Refused(
            f"{_host(url)} verwijst meer dan {self._limits.redirects} keer door ({url}); verwacht is een antwoord."
        )

    def _judge_address(self, url: str, *, first: str) -> None:
        """Raises `Refused` unless `url` may be asked: https, on the list, the same machine as asked first."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme != "https" and not (self._local_http and parts.scheme == "http"):
            raise Refused(f"{host or url} wordt gevraagd met '{parts.scheme}' ({url}); verwacht is https.")
        if host not in self._hosts:
            known = ", ".join(sorted(self._hosts))
            raise Refused(f"{host} hoort niet bij deze bron ({url}); verwacht is een adres bij {known}.")
        if host != _host(first) or parts.port != urlsplit(first).port:
            raise Refused(
                f"{_host(first)} verwijst door naar een andere machine ({url}); verwacht is een antwoord van {first}."
            )

    async def _judge(self, url: str, *, first: str) -> None:
        """Raises `Refused` unless `url` may be asked and is a public machine."""
        self._judge_address(url, first=first)
        if self._local_http or self._proxied:
            return
        parts = urlsplit(url)
        host = parts.hostname or ""
        try:
            found = await asyncio.get_running_loop().getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise _TryAgain("is niet te vinden op het netwerk") from error
        for address in {str(entry[4][0]) for entry in found}:
            _judge_public(address, host)

    def _judge_peer(self, response: httpx.Response, url: str) -> None:
        """The machine that did answer is public too: a name may point elsewhere a moment after it was looked up."""
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream is not None else None
        if peer and not self._local_http and not self._proxied:
            _judge_public(str(peer[0]), _host(url))

    async def _body(self, response: httpx.Response, url: str) -> bytes:
        """The body, unpacked as it comes in, so that neither a large file nor a gzip bomb is ever held whole."""
        limit = self._limits.answer_bytes
        coding = response.headers.get("content-encoding", "identity").strip().lower()
        if coding not in ("identity", "", "gzip"):
            raise Refused(
                f"{_host(url)} geeft een antwoord in de vorm '{coding}' ({url}); verwacht is gewone tekst of gzip."
            )
        chunks = response.aiter_raw()
        parts = _unzipped(chunks, limit) if coding == "gzip" else chunks
        body = bytearray()
        async for part in parts:
            body += part
            if len(body) > limit:
                raise _too_large(url, limit, "één antwoord")
        return bytes(body)


async def _unzipped(chunks: AsyncIterator[bytes], limit: int) -> AsyncIterator[bytes]:
    """Unpacks gzip, at most `limit` + 1 bytes a step. Raises `_TryAgain` when the stream is cut off or damaged."""
    unzip = zlib.decompressobj(wbits=31)
    try:
        async for chunk in chunks:
            rest = chunk
            while rest:
                yield unzip.decompress(rest, min(_MEGABYTE, limit + 1))
                rest = unzip.unconsumed_tail
                if unzip.eof and unzip.unused_data:  # gzip files may stand one after the other
                    rest, unzip = unzip.unused_data, zlib.decompressobj(wbits=31)
    except zlib.error as error:
        raise _TryAgain("gaf een beschadigd gzip-antwoord") from error
    if not unzip.eof:
        raise _TryAgain("gaf een afgebroken gzip-antwoord")


def _elsewhere(response: httpx.Response, url: str) -> str:
    """Where a redirect leads. Raises `Refused` when it does not say, or says something that is no address."""
    said: str = response.headers.get("location", "")
    try:
        at = urljoin(url, said)
        urlsplit(at).port  # noqa: B018 - reading it judges it
    except ValueError:
        said = ""
    if not said:
        raise Refused(f"{_host(url)} verwijst door zonder adres ({url}); verwacht is een antwoord van {url}.")
    return at


def _judge_code(response: httpx.Response) -> None:
    """Raises `_TryAgain` for 429 and 5xx, `Refused` for every other code but 200."""
    code = response.status_code
    if code == 429 or code >= 500:
        raise _TryAgain(f"antwoordt met code {code}", _retry_after(response.headers.get("retry-after", "")))
    if code != 200:
        url = str(response.request.url)
        raise Refused(f"{_host(url)} antwoordt met code {code} ({url}); verwacht is code 200.", code=code)


def _retry_after(text: str) -> float | None:
    """Seconds to wait: the header holds a number of seconds or a date. None when it holds neither."""
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _complete(body: bytes, response: httpx.Response, url: str, accept: str) -> bytes:
    """`body`, when it is what was asked for. Raises `Refused` for an empty answer, a web page, and JSON that is cut off."""
    kind = response.headers.get("content-type", "").lower()
    start = body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        raise NoAnswer(f"{_host(url)} geeft een leeg antwoord ({url}); verwacht zijn gegevens.")
    if "html" not in accept and ("text/html" in kind or start.startswith((b"<!doctype html", b"<html"))):
        raise NoAnswer(f"{_host(url)} geeft een webpagina in plaats van gegevens ({url}); verwacht is {accept}.")
    if "json" in accept:
        try:
            json.loads(body)
        except (ValueError, RecursionError) as error:
            raise NoAnswer(
                f"{_host(url)} geeft {len(body)} bytes die geen volledige JSON zijn ({url}); verwacht is volledige JSON."
            ) from error
    return body


def _judge_public(address: str, host: str) -> None:
    if not ipaddress.ip_address(address.partition("%")[0]).is_global:
        raise Refused(f"{host} wijst naar het interne adres {address}; verwacht is een openbaar adres.")


def _too_large(url: str, limit: int, whole: str) -> Refused:
    return Refused(
        f"{_host(url)} geeft meer dan {limit / _MEGABYTE:g} MB ({url}); verwacht is ten hoogste zoveel voor {whole}."
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or url

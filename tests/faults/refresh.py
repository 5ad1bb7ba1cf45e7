"""`python -m loaders`, with every question led to a server on this machine (`tests.faults.publisher`).

    python -m tests.faults.refresh --at http://127.0.0.1:8700 --data <scratch folder> [source …]

The loaders ask their own addresses and every rule about addresses holds: https, the list of machines, no other machine. Only the
connection goes elsewhere, as through a proxy. Nothing in the product takes an address from a user.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from unittest.mock import patch

import httpx

from loaders import __main__ as command
from transition.domain.sources import Source
from transition.ingest import fetch
from transition.ingest.contract import Get, Loader, Parsed, Raw


class Detour(httpx.AsyncBaseTransport):
    """Asks `<address>/<machine>/<path>` instead of `https://<machine>/<path>`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._inner = httpx.AsyncHTTPTransport(verify=False)  # nothing is encrypted on this machine

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = f"{self._address}/{request.url.host}{request.url.raw_path.decode()}"
        led = httpx.Request(request.method, url, headers=request.headers, extensions=request.extensions)
        led.headers["host"] = httpx.URL(self._address).netloc.decode()
        return await self._inner.handle_async_request(led)

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass(frozen=True)
class Small:
    """A loader as it is; only how many rows are enough is asked of a small answer, not of the whole country."""

    loader: Loader

    @property
    def SOURCE(self) -> Source:
        return replace(self.loader.SOURCE, minimum_rows=1)

    def fetch(self, get: Get) -> Raw:
        return self.loader.fetch(get)

    def parse(self, raw: Raw) -> Parsed:
        return self.loader.parse(raw)


@contextmanager
def asking(address: str, limits: fetch.Limits) -> Iterator[None]:
    """Within it, the command asks the server at `address`, with these limits."""
    small: dict[str, Loader] = {id: Small(loader) for id, loader in command.all_loaders().items()}
    detour = fetch.Fetcher
    with (
        patch.object(command, "all_loaders", lambda: small),
        patch.object(command.fetch, "Fetcher", lambda hosts: detour(hosts, limits, transport=Detour(address))),
    ):
        yield


def main() -> None:
    """Leads the command's questions to `--at`; the rest of the line is the command's."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.refresh", description=__doc__.splitlines()[0])
    parser.add_argument("--at", required=True, help="address that tests.faults.publisher printed")
    parser.add_argument("--seconds", type=float, default=fetch.Limits().total_seconds, help="for one source in all")
    chosen, rest = parser.parse_known_args()
    whole = fetch.Limits()
    share = chosen.seconds / whole.total_seconds
    limits = replace(
        whole,
        total_seconds=chosen.seconds,
        address_seconds=share * whole.address_seconds,
        read_seconds=share * whole.read_seconds,
    )
    with asking(chosen.at, limits):
        command.app(rest)


if __name__ == "__main__":
    main()

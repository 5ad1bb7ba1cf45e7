"""`python -m loaders` against a real server on this machine: what a user and a scheduler see of a bad answer."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner, Result

from loaders import __main__ as command
from loaders import boundaries_gemeente, cbs_solar_regions
from tests.loaders.faults import HTML
from tests.loaders.recorded_answers import answer
from tests.loaders.test_contract import Played, bytes_kept
from tests.loaders.test_fetch import HOST, QUICK, Server, send
from transition.ingest import boundaries, fetch, odata
from transition.ingest.contract import Get, Raw
from transition.places import Places

LOADERS = {"cbs_solar_regions": cbs_solar_regions, "boundaries_gemeente": boundaries_gemeente}
V4 = odata.V4.encode()
Spoil = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Asking(Played):
    """A loader that really asks; only how many rows are enough is asked of a small answer."""

    def fetch(self, get: Get) -> Raw:
        return self.loader.fetch(get)


def fewer_rows(body: bytes) -> bytes:
    document = json.loads(body)
    for rows in (document.get("value", []), document.get("features", [])):
        del rows[len(rows) // 2 :]
    return json.dumps(document).encode()


def swapped(body: bytes) -> bytes:
    document = json.loads(body)
    for feature in document.get("features", ()):
        rings = feature["geometry"]["coordinates"]
        feature["geometry"]["coordinates"] = [[[y, x] for x, y in ring] for ring in rings]
    return json.dumps(document).encode()


FAULTS: dict[str, tuple[Spoil, str]] = {
    "leeg": (lambda body: b"", "leeg antwoord"),
    "webpagina": (lambda body: HTML, "webpagina"),
    "half": (lambda body: body[: len(body) // 2], "geen volledige JSON"),
    "helft": (fewer_rows, r"cellen|gebieden|rijen"),
    "hernoemd": (
        lambda body: body.replace(b'"RegioS"', b'"Regio"').replace(b'"statcode"', b'"code2"'),
        "Regio|gebiedscodes",
    ),
    "codes": (lambda body: body.replace(b'"GM', b'"'), r"'\d+' is geen"),
    "eenheid": (lambda body: swapped(body.replace(b'"kWp"', b'"MWp"')), "MWp|buiten Nederland"),
}


class Publisher:
    """Both publishers on one server: documents by the last part of the address; CBS's other way is out of order."""

    def __init__(self, server: Server) -> None:
        self.spoil: Mapping[str, Spoil] = {}
        self._documents = {
            "cbs_solar_regions": answer("cbs_solar_regions", "v4"),
            "boundaries_gemeente": answer("boundaries_gemeente"),
        }
        self._url = server.url
        server.answer = self._answer

    def _answer(self, handler: BaseHTTPRequestHandler, times: int) -> None:
        parts = urlsplit(handler.path)
        if parts.path.startswith("/v3"):
            send(handler, code=404)
            return
        if parts.path.startswith("/pdok"):
            source, (body,) = "boundaries_gemeente", self._documents["boundaries_gemeente"].values()
        else:
            source, name = "cbs_solar_regions", parts.path.rpartition("/")[2]
            page = {"Observations": "_002" if "skip" in parts.query else "_001"}.get(name, "")
            body = self._documents[source][f"85005NED_{name}{page}.json"]
            body = body.replace(V4, f"{self._url}/v4".encode())
        send(handler, self.spoil.get(source, lambda body: body)(body))


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """The addresses of the loaders lead to this machine, over plain http, which only a test may allow."""
    server = Server()
    monkeypatch.setattr(odata, "V4", f"{server.url}/v4")
    monkeypatch.setattr(odata, "V3_FEED", f"{server.url}/v3")
    monkeypatch.setattr(boundaries, "ADDRESS", f"{server.url}/pdok/{{level}}/items")
    monkeypatch.setattr(boundaries_gemeente, "YEARS", (2025,))
    small = {id: Asking(loader, {}) for id, loader in LOADERS.items()}
    monkeypatch.setattr(command, "all_loaders", lambda: small)
    at_home = partial(fetch.Fetcher, limits=replace(QUICK, attempts=1), local_http=True)
    monkeypatch.setattr(command.fetch, "Fetcher", lambda hosts: at_home((HOST,)))
    yield Publisher(server)
    server.close()


def refreshed(folder: Path, *names: str) -> Result:
    return CliRunner().invoke(command.app, [*names, "--data", str(folder)])


def lines_about(result: Result, source: str) -> list[str]:
    return [line for line in result.stdout.splitlines() if line.startswith(f"{source}: ")]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("source", LOADERS)
def test_a_bad_answer_gives_one_line_and_exit_code_1_and_changes_nothing(
    source: str, fault: str, publisher: Publisher, tmp_path: Path
) -> None:
    good = refreshed(tmp_path, source)
    assert (good.exit_code, len(lines_about(good, source))) == (0, 1), good.output
    before = bytes_kept(Places(tmp_path))
    spoil, says = FAULTS[fault]
    publisher.spoil = {source: spoil}
    bad = refreshed(tmp_path, source)
    assert bad.exit_code == 1
    (line,) = lines_about(bad, source)
    assert "geweigerd" in line
    assert line.endswith("De opgeslagen cijfers blijven staan")
    assert re.search(says, line)
    assert bytes_kept(Places(tmp_path)) == before
    assert len(bad.stdout.splitlines()) == 2, "a line for the source, a line for the whole"


def test_the_other_sources_go_on_and_the_exit_code_still_says_that_one_failed(
    publisher: Publisher, tmp_path: Path
) -> None:
    publisher.spoil = {"cbs_solar_regions": lambda body: HTML}
    result = refreshed(tmp_path)
    assert result.exit_code == 1
    assert "geweigerd" in lines_about(result, "cbs_solar_regions")[0]
    assert "vernieuwd" in lines_about(result, "boundaries_gemeente")[0]
    assert "1 vernieuwd, 1 mislukt, van 2 bronnen" in result.stdout

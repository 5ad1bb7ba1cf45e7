"""The fetch module against a real server on this machine that does everything a server can do wrong."""

import gzip
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from unittest.mock import AsyncMock

import pytest

from transition.ingest import fetch, odata
from transition.ingest.contract import Refused
from transition.ingest.fetch import Fetcher, Limits

HOST = "127.0.0.1"
GOOD = json.dumps({"value": [{"Id": 1}]}).encode()
QUICK = Limits(
    connect_seconds=1, read_seconds=0.3, address_seconds=1.5, total_seconds=2, attempts=3, first_wait_seconds=0.01
)

Answer = Callable[[BaseHTTPRequestHandler, int], None]


class Server:
    """Plays one answer to every question, and remembers what was asked and when."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, float]] = []
        self.answer: Answer = lambda handler, times: send(handler)
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append((self.path, time.monotonic()))
                self.seen = dict(self.headers)
                try:
                    server.answer(self, len(server.asked))
                except OSError:
                    self.close_connection = True  # the other side has had enough, as it should

            def log_message(self, *args: Any) -> None: ...

        self._http = ThreadingHTTPServer((HOST, 0), Handler)
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
        self.url = f"http://{HOST}:{self._http.server_port}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes = GOOD,
    code: int = 200,
    headers: dict[str, str] | None = None,
    length: int | None = None,
) -> None:
    handler.send_response(code)
    for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    yield found
    threading.Thread(target=found.close, daemon=True).start()


@pytest.fixture
def get() -> Iterator[Fetcher]:
    with Fetcher((HOST,), QUICK, local_http=True) as fetcher:
        yield fetcher


def refusal(get: Fetcher, url: str, **how: str) -> str:
    with pytest.raises(Refused) as caught:
        get(url, **how)
    sentence = str(caught.value)
    assert "verwacht" in sentence, "a refusal says what was expected"
    assert "\n" not in sentence, "a refusal is one line"
    return sentence


def test_a_good_answer_comes_back_complete(server: Server, get: Fetcher) -> None:
    assert get(f"{server.url}/table") == GOOD


def test_a_zipped_answer_is_unpacked(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, gzip.compress(GOOD), headers={"Content-Encoding": "gzip"})
    assert get(f"{server.url}/table") == GOOD


def test_two_zipped_parts_one_after_the_other_are_both_unpacked(server: Server, get: Fetcher) -> None:
    halves = gzip.compress(GOOD[:9]) + gzip.compress(GOOD[9:])
    server.answer = lambda h, n: send(h, halves, headers={"Content-Encoding": "gzip"})
    assert get(f"{server.url}/table") == GOOD


@pytest.mark.parametrize("code", [500, 503, 429])
def test_a_failure_that_passes_is_asked_again(server: Server, get: Fetcher, code: int) -> None:
    server.answer = lambda h, n: send(h, code=code) if n < 3 else send(h)
    assert get(f"{server.url}/table") == GOOD
    assert len(server.asked) == 3


@pytest.mark.parametrize("code", [500, 503, 429])
def test_a_failure_that_stays_is_refused_with_its_code(server: Server, get: Fetcher, code: int) -> None:
    server.answer = lambda h, n: send(h, code=code)
    sentence = refusal(get, f"{server.url}/table")
    assert str(code) in sentence
    assert HOST in sentence
    assert len(server.asked) == QUICK.attempts


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410])
def test_a_mistake_of_ours_is_not_asked_again(server: Server, get: Fetcher, code: int) -> None:
    server.answer = lambda h, n: send(h, code=code)
    assert str(code) in refusal(get, f"{server.url}/table")
    assert len(server.asked) == 1


@pytest.mark.slow
@pytest.mark.parametrize("code", [503, 429])
def test_the_time_a_server_asks_for_is_waited(server: Server, get: Fetcher, code: int) -> None:
    server.answer = lambda h, n: send(h, code=code, headers={"Retry-After": "1"}) if n == 1 else send(h)
    assert get(f"{server.url}/table") == GOOD
    assert server.asked[1][1] - server.asked[0][1] >= 1


@pytest.mark.parametrize("seconds", [f"{QUICK.address_seconds:.0f}", "3600"])
def test_a_server_that_asks_for_more_time_than_there_is_is_given_up_at_once(
    server: Server, get: Fetcher, seconds: str
) -> None:
    server.answer = lambda h, n: send(h, code=503, headers={"Retry-After": seconds})
    began = time.monotonic()
    assert "code 503" in refusal(get, f"{server.url}/table")
    assert time.monotonic() - began < 1
    assert len(server.asked) == 1


@pytest.mark.parametrize("said", ["\u00b2", "morgen", "-1", "9" * 400])
def test_a_time_to_wait_that_is_none_is_no_accident(server: Server, get: Fetcher, said: str) -> None:
    server.answer = lambda h, n: send(h, code=503, headers={"Retry-After": said})
    assert "code 503" in refusal(get, f"{server.url}/table")


@pytest.mark.parametrize("to", ["", "http://["])
def test_a_redirect_that_leads_nowhere_is_refused(server: Server, get: Fetcher, to: str) -> None:
    server.answer = lambda h, n: send(h, code=302, headers={"Location": to})
    assert "zonder adres" in refusal(get, f"{server.url}/here")
    assert len(server.asked) == 1


def test_silence_is_asked_again_and_then_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: time.sleep(3)
    assert "binnen de tijd" in refusal(get, f"{server.url}/table")
    assert len(server.asked) == QUICK.attempts


def drip(handler: BaseHTTPRequestHandler, times: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(1000):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def drip_headers(handler: BaseHTTPRequestHandler, times: int) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(1000):
        handler.wfile.write(f"X-{number}: 1\r\n".encode())
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.parametrize("dripping", [drip, drip_headers])
def test_a_slow_drip_ends_at_the_deadline(server: Server, get: Fetcher, dripping: Answer) -> None:
    server.answer = dripping
    began = time.monotonic()
    assert "nog niet klaar" in refusal(get, f"{server.url}/table")
    assert time.monotonic() - began < 5


@pytest.mark.slow
def test_the_deadline_counts_for_all_questions_of_a_source_together(server: Server, get: Fetcher) -> None:
    server.answer = drip
    began = time.monotonic()
    refusal(get, f"{server.url}/one")
    assert "2 seconden" in refusal(get, f"{server.url}/two")
    refusal(get, f"{server.url}/three")
    assert time.monotonic() - began < 4


def test_a_broken_connection_is_asked_again_and_then_refused(server: Server, get: Fetcher) -> None:
    def reset(handler: BaseHTTPRequestHandler, times: int) -> None:
        linger = struct.pack("ii", 1, 0)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        handler.connection.close()
        handler.close_connection = True

    server.answer = reset
    assert "verbrak de verbinding" in refusal(get, f"{server.url}/table")
    assert len(server.asked) == QUICK.attempts


def test_nobody_at_home_is_refused(get: Fetcher) -> None:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    assert "niet te bereiken" in refusal(get, f"http://{HOST}:{port}/table")


def test_a_body_shorter_than_announced_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, GOOD[:10], length=len(GOOD))
    refusal(get, f"{server.url}/table")
    assert len(server.asked) == QUICK.attempts


def test_json_that_is_cut_off_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, GOOD[:-3])
    assert "JSON" in refusal(get, f"{server.url}/table")


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><title>Onderhoud</title>", b"\xef\xbb\xbf  <html><body>"])
@pytest.mark.parametrize("accept", ["application/json", "text/csv"])
def test_a_web_page_is_refused_whatever_was_asked(server: Server, get: Fetcher, body: bytes, accept: str) -> None:
    server.answer = lambda h, n: send(h, body)
    assert "webpagina" in refusal(get, f"{server.url}/table", accept=accept)


def test_an_empty_answer_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, b"")
    assert "leeg" in refusal(get, f"{server.url}/table")


def test_a_zipped_answer_that_is_cut_off_is_refused(server: Server, get: Fetcher) -> None:
    whole = gzip.compress(json.dumps({"value": list(range(5000))}).encode())
    server.answer = lambda h, n: send(h, whole[:-20], headers={"Content-Encoding": "gzip"})
    assert "afgebroken gzip" in refusal(get, f"{server.url}/table")


def test_a_damaged_zipped_answer_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, b"no gzip at all", headers={"Content-Encoding": "gzip"})
    assert "beschadigd" in refusal(get, f"{server.url}/table")


def test_an_unknown_packing_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, headers={"Content-Encoding": "br"})
    assert "'br'" in refusal(get, f"{server.url}/table")


def test_a_gzip_bomb_is_refused_before_it_is_unpacked(server: Server) -> None:
    bomb = gzip.compress(b"0" * 60_000_000)  # 58 kB on the wire
    server.answer = lambda h, n: send(h, bomb, headers={"Content-Encoding": "gzip"})
    with Fetcher((HOST,), Limits(), local_http=True) as get:
        assert "50 MB" in refusal(get, f"{server.url}/table", accept="text/csv")


def test_more_than_fifty_megabytes_is_refused(server: Server) -> None:
    server.answer = lambda h, n: send(h, b"0" * (50 * 1024 * 1024 + 1))
    with Fetcher((HOST,), Limits(), local_http=True) as get:
        assert "50 MB" in refusal(get, f"{server.url}/table", accept="text/csv")


def test_many_large_answers_together_are_refused(server: Server) -> None:
    with Fetcher((HOST,), Limits(source_bytes=3 * len(GOOD)), local_http=True) as get:
        for number in range(3):
            get(f"{server.url}/{number}")
        assert "de hele bron" in refusal(get, f"{server.url}/3")


def next_link(link: Callable[[int], str]) -> Answer:
    return lambda h, n: send(h, json.dumps({"value": [{"Id": n}], "@odata.nextLink": link(n)}).encode())


def test_pages_without_end_stop_at_the_limit(server: Server) -> None:
    server.answer = next_link(lambda n: f"{server.url}/page/{n}")
    with (
        Fetcher((HOST,), Limits(pages=7), local_http=True) as get,
        pytest.raises(Refused, match="meer dan 7 pagina's"),
    ):
        odata.pages(get, f"{server.url}/page", "t")
    assert len(server.asked) == 7


def test_a_page_that_names_itself_as_the_next_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = next_link(lambda n: f"{server.url}/page")
    with pytest.raises(Refused, match="al gelezen"):
        odata.pages(get, f"{server.url}/page", "t")
    assert len(server.asked) == 1


def test_a_next_page_on_another_machine_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = next_link(lambda n: "https://elders.example/page")
    with pytest.raises(Refused, match=r"elders\.example hoort niet bij deze bron"):
        odata.pages(get, f"{server.url}/page", "t")


def test_an_empty_page_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, b'{"value": []}')
    with pytest.raises(Refused, match="geen rijen"):
        odata.pages(get, f"{server.url}/page", "t")


def test_a_redirect_on_the_same_machine_is_followed(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, code=302, headers={"Location": "/there"}) if h.path == "/here" else send(h)
    assert get(f"{server.url}/here") == GOOD


def test_redirects_without_end_are_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, code=302, headers={"Location": f"/{n}"})
    assert "verwijst meer dan" in refusal(get, f"{server.url}/here")


@pytest.mark.parametrize(
    "to", ["http://localhost/", "http://169.254.169.254/", "https://elders.example/", "file:///etc/passwd"]
)
def test_a_redirect_to_another_or_a_private_machine_is_refused(server: Server, get: Fetcher, to: str) -> None:
    server.answer = lambda h, n: send(h, code=302, headers={"Location": to})
    refusal(get, f"{server.url}/here")
    assert len(server.asked) == 1


def test_a_redirect_to_another_port_of_the_same_machine_is_refused(server: Server, get: Fetcher) -> None:
    server.answer = lambda h, n: send(h, code=302, headers={"Location": f"http://{HOST}:1/"})
    assert "andere machine" in refusal(get, f"{server.url}/here")


def test_plain_http_is_refused() -> None:
    with Fetcher(("opendata.cbs.nl",), QUICK) as get:
        assert "https" in refusal(get, "http://opendata.cbs.nl/table")


def test_a_machine_that_is_not_on_the_list_is_refused() -> None:
    with Fetcher(("opendata.cbs.nl",), QUICK) as get:
        assert "opendata.cbs.nl" in refusal(get, "https://elders.example/table")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_that_points_inside_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: [(family, socket.SOCK_STREAM, 6, "", (address, 443))])
    monkeypatch.setattr(fetch.urllib.request, "getproxies", dict)
    with Fetcher(("opendata.cbs.nl",), QUICK) as get:
        assert "interne adres" in refusal(get, "https://opendata.cbs.nl/table")


def test_a_name_that_turns_out_to_answer_from_inside_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look-up says a public address, and the connection goes to this machine all the same."""
    monkeypatch.setattr(fetch.urllib.request, "getproxies", dict)
    with Fetcher((HOST,), QUICK) as get:
        monkeypatch.setattr(Fetcher, "_judge_address", lambda *_, **__: None)
        monkeypatch.setattr(Fetcher, "_judge", AsyncMock())
        assert "interne adres 127.0.0.1" in refusal(get, f"{server.url}/table")


def test_the_same_address_is_asked_once(server: Server, get: Fetcher) -> None:
    get(f"{server.url}/table")
    assert "al gelezen" in refusal(get, f"{server.url}/table")

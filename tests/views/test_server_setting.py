"""What we set inside Streamlit and asyncio is still there in the versions that are installed."""

import asyncio
import socket
from asyncio import base_events

import pytest
from streamlit.runtime import runtime

from transition.ui.server import send_promptly


@pytest.fixture
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", runtime.MESSAGE_FLUSH_INTERVAL_SECS)
    monkeypatch.setattr(base_events, "_set_nodelay", base_events._set_nodelay)  # type: ignore[attr-defined]
    send_promptly()


def test_streamlit_still_has_the_pause_between_its_messages(prompt: None) -> None:
    assert runtime.MESSAGE_FLUSH_INTERVAL_SECS == 0.001


def test_a_message_does_not_wait_until_the_one_before_is_acknowledged(prompt: None) -> None:
    async def waits() -> bool:
        arrived: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def connected(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server_side = writer.get_extra_info("socket")
            arrived.set_result(not server_side.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = socket.socket(family=socket.AF_INET)  # as Streamlit makes it: without the name of its protocol
        listening.bind(("127.0.0.1", 0))
        async with await asyncio.start_server(connected, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.close()
            return await arrived

    assert not asyncio.run(waits())

"""The single-user mode is for whoever sits at this machine: nobody else reaches the server, and else the register stays closed."""

import socket
import urllib.request
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.dashboard import Dashboard

PAGE = """
from types import SimpleNamespace
import streamlit as st
from transition.ui import registered
st.text(registered.register(SimpleNamespace(is_example=False)).number())
"""


def other_address() -> str | None:
    """An address of this machine that other machines could use."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # nothing is sent: it only chooses the address
        except OSError:
            return None
        found = str(asking.getsockname()[0])
    return None if found.startswith("127.") else found


@pytest.mark.slow
def test_the_server_with_the_projects_own_settings_listens_to_this_machine_only(example_data: Path) -> None:
    elsewhere = other_address()
    if elsewhere is None:
        pytest.skip("deze machine heeft geen adres dat anderen kunnen gebruiken")
    with Dashboard(example_data, address="") as running:
        assert urllib.request.urlopen(f"{running.url}/_stcore/health", timeout=5).status == 200
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((elsewhere, running.port), timeout=5)


def test_on_another_address_the_register_stays_closed_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    page = AppTest.from_string(PAGE)
    page.run()
    assert [one.value for one in page.text] == ["1"]
    real = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "0.0.0.0" if name == "server.address" else real(name))
    page.run()
    assert "aanmelden kan nog niet" in page.error[0].value
    assert not page.text

"""Every part of the page on steering answers for every scope, and nothing that is hidden leaves in a table."""

from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
SCOPES = (
    {"area": "DG01"},
    {"area": "GM9001"},
    {"area": "GM9025"},
    {"area": "WK9001AJ"},
    {"area": "ES92"},
    {"area": "GM9009", "gebied": "gm9009-datadok-sluiseiland"},
    {"area": "DG01", "community": "hubkring-zilverkust"},
)


def every_part(words: dict[str, str]) -> None:
    """All parts under each other, with every table made as a reader would download it."""
    from typing import Any
    from unittest.mock import patch

    import streamlit as st

    from transition.ui import cached, choice, registered, scoped, show, steering_parts

    snapshot = cached.opened().snapshot
    for word, value in words.items():
        st.query_params[word] = value
    registered.begin_run()
    about = scoped.chosen(snapshot, choice.selection(snapshot).area)
    st.session_state["tables"], st.session_state["silent"] = {}, []
    shown = show.show

    def showing(draw: Any, **said: Any) -> None:
        if said["table"]:  # the same as a reader would download
            st.session_state["tables"][said["name"]] = said["table"]().to_csv()
        shown(draw, **said)

    with patch.object(show, "show", showing):
        for title, section in steering_parts.PARTS.items():
            before = len(st.session_state["tables"])
            st.markdown(f"deel {title}")
            section(snapshot, about)
            if len(st.session_state["tables"]) == before:
                st.session_state["silent"].append(title)


@pytest.mark.parametrize("words", SCOPES, ids=lambda words: "-".join(words.values()))
def test_every_part_answers_and_no_table_holds_what_is_hidden(
    example_data: Path, monkeypatch: pytest.MonkeyPatch, words: dict[str, str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(example_data))
    app = AppTest.from_function(every_part, args=(words,), default_timeout=60).run()
    assert not app.exception
    if words.get("gebied"):
        assert app.session_state["tables"] == {}  # that area is confidential
        return
    assert len(app.info) >= len(app.session_state["silent"])  # a part without a table says why
    with closing(Register.open(Places(example_data).example.register_url, is_example=True)) as register:
        areas, decisions = (register.table(SINGLE_USER, kind) for kind in ("area_process", "decision"))
    hidden = {
        *areas.loc[areas["visibility"].isin(["draft", "confidential"]), "name"],
        *decisions.loc[decisions["visibility"].isin(["draft", "confidential"]), "title"],
    }
    assert len(hidden) >= 4
    assert [(name, one) for name, made in app.session_state["tables"].items() for one in hidden if one in made] == []

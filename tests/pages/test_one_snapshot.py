"""Frame and page of one run show the same snapshot, also when another one is served in between."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.editions import copied, publish_next
from transition.places import Places
from transition.store import Opened, open_served
from transition.ui import cached, page


def framed_page() -> None:
    """What the frame does, and then a page."""
    opened = cached.opened()
    page.mark_framed(opened)
    st.text(f"frame {opened.snapshot.id}")
    st.text(f"page {page.open_page('Waar staan we?').snapshot.id}")


@pytest.mark.slow
def test_a_snapshot_that_is_served_between_frame_and_page_waits_for_the_next_run(
    example_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = copied(example_data, tmp_path / "data")
    before = open_served(Places(data).example)
    publish_next(data)
    after = open_served(Places(data).example)
    assert before is not None
    assert after is not None
    served: list[Opened] = [before, after]
    monkeypatch.setattr(cached, "opened", lambda: served.pop(0) if len(served) > 1 else served[0])
    app = AppTest.from_string(
        "from tests.pages.test_one_snapshot import framed_page\nframed_page()\n", default_timeout=30
    ).run()
    assert [one.value for one in app.text] == [f"frame {before.snapshot.id}", f"page {before.snapshot.id}"]
    app.run()
    assert [one.value for one in app.text] == [f"frame {after.snapshot.id}", f"page {after.snapshot.id}"]

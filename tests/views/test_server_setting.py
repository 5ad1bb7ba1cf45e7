"""What we set inside Streamlit is still there in the version that is installed."""

from streamlit.runtime import runtime

from transition.ui.server import send_promptly


def test_streamlit_still_has_the_pause_between_its_messages(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    assert 0 < runtime.MESSAGE_FLUSH_INTERVAL_SECS <= 0.01
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", 0.005)
    send_promptly()
    assert runtime.MESSAGE_FLUSH_INTERVAL_SECS == 0.001

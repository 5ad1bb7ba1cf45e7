"""A small trend without axes, as HTML: one bar a year, from zero, beside its figure."""

import math
from collections.abc import Sequence
from html import escape

from transition.domain.values import Status

HEIGHT = 36
"""Pixels of the highest bar."""


def sparkline(series: Sequence[tuple[str, float, str]], message: str) -> str:
    """Bars for a series of (period, value, status); '' with fewer than three values. A missing year is an open place.

    message: what a reader who does not see the picture gets to hear. A bar that may still change is lighter. The colour is that
    of the text around it. Streamlit keeps HTML with styles but takes drawings (SVG) out of it.
    """
    known = [value for _, value, _ in series if not math.isnan(value)]
    if len(known) < 3:
        return ""
    highest = max(*(abs(value) for value in known), 1e-12)
    bars = "".join(_bar(value / highest, status) for _, value, status in series)
    return (
        f'<div role="img" aria-label="{escape(message)}" '
        f'style="display:flex;align-items:flex-end;gap:2px;height:{HEIGHT}px">{bars}</div>'
    )


def _bar(share: float, status: str) -> str:
    if math.isnan(share):
        return '<span style="flex:1"></span>'
    opacity = 0.75 if status == Status.FINAL else 0.4
    return f'<span style="flex:1;height:{max(share, 0) * 100:.0f}%;background:currentColor;opacity:{opacity}"></span>'

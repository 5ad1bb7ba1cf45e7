"""A small trend without axes, as SVG text: the shape of a series beside its figure."""

import math
from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 140, 36, 4


def sparkline(series: Sequence[tuple[str, float, str]], message: str) -> str:
    """An SVG picture of a series of (period, value, status); '' with fewer than three values. A gap breaks the line.

    message: what a reader who does not see the picture gets to hear. The colour is that of the text around it.
    """
    known = [value for _, value, _ in series if not math.isnan(value)]
    if len(known) < 3:
        return ""
    low, high = min(known), max(known)
    step = (WIDTH - 2 * EDGE) / (len(series) - 1)
    points: list[list[str]] = [[]]
    for at, (_, value, _) in enumerate(series):
        if math.isnan(value):
            points.append([])
            continue
        share = (value - low) / (high - low) if high > low else 0.5
        points[-1].append(f"{EDGE + at * step:.1f},{HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE):.1f}")
    lines = "".join(f'<polyline points="{" ".join(part)}"/>' for part in points if len(part) > 1)
    x, y = next(part[-1] for part in reversed(points) if part).split(",")
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" height="{HEIGHT}" role="img" aria-label="{_escaped(message)}" '
        f'fill="none" stroke="currentColor" stroke-width="2" preserveAspectRatio="none">{lines}'
        f'<circle cx="{x}" cy="{y}" r="2.5" fill="currentColor"/></svg>'
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

"""Areas beside each other as dots on one line each, or of many on one line together; as HTML. In the order given: never best to worst."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from transition.domain.indicators import Indicator
from transition.domain.values import Status
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.comparison.spread import Spread
from transition.views import text

MOST_ROWS = 31
"""Of more areas there is one line with all dots: a page full of rows is not read."""
_UNSURE = (Status.PROVISIONAL, Status.PROVISIONAL_REVISED, Status.ESTIMATED)
_ROOM = 0.04
_COLUMN = 1.6
"""Dots nearer than this, in percents of the line, are put on top of each other."""


@dataclass(frozen=True)
class Row:
    """value: NaN for none; status: its word, '' of the register. before: where it came from, NaN when only `value` is shown."""

    name: str
    value: float
    status: str = ""
    before: float = math.nan
    is_own: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the figure can still change, or is estimated: then its dot is open."""
        return self.status in _UNSURE


def order(group: PeerGroup, names: Mapping[str, str]) -> list[str]:
    """The members as they are listed: the area itself first, then the most alike first, as they were chosen, or by name."""
    if group.sort in (Sort.NEIGHBOURS, Sort.OWN):
        return list(group.members)
    return [group.area, *sorted(group.others, key=lambda code: (names.get(code, code), code))]


def html(rows: Sequence[Row], entry: Indicator, middle: Spread | None = None) -> str:
    """A line each, or of many areas one line. middle: draws the group's middle and the half around it."""
    if not any(not math.isnan(row.value) for row in rows):
        return ""
    scale = _Scale(rows)
    style, has_middle = _middle(scale, middle)
    made = _lines(rows, entry, scale, style) if len(rows) <= MOST_ROWS else _strip(rows, entry, scale, style)
    return f'<div class="{has_middle}">{made}</div>'


class _Scale:
    """From a value to percents of the line; from zero when the figures lie far apart."""

    def __init__(self, rows: Sequence[Row]) -> None:
        known = [one for row in rows for one in (row.value, row.before) if not math.isnan(one)]
        low, high = min(known), max(known)
        low = 0.0 if 0 <= low < high / 2 else low
        self.low, self.high = low, high if high > low else low + (abs(low) or 1.0)

    def at(self, value: float) -> float:
        """Where a value stands."""
        inside = (value - self.low) / (self.high - self.low)
        return 100 * (_ROOM + (1 - 2 * _ROOM) * inside)


def _middle(scale: _Scale, found: Spread | None) -> tuple[str, str]:
    if found is None or not isinstance(found.median, float):
        return "--from:0%;--to:0%", ""
    low, high = (one if isinstance(one, float) else found.median for one in (found.low_quartile, found.high_quartile))
    at = f"--from:{scale.at(low):.2f}%;--to:{scale.at(high):.2f}%;--middle:{scale.at(found.median):.2f}%"
    return at, "cmp-has-middle"


def _lines(rows: Sequence[Row], entry: Indicator, scale: _Scale, style: str) -> str:
    ends = "".join(f"<span>{text.number(one, entry.decimals)}</span>" for one in (scale.low, scale.high))
    head = f'<thead><tr><th scope="col"><span class="cmp-hidden">Gebied</span></th><th scope="col"><span>{ends}</span></th>'
    head += f'<th scope="col"><span class="cmp-hidden">{escape(entry.unit)}</span></th></tr></thead>'
    body = "".join(_line(row, entry, scale) for row in rows)
    return f'<table class="cmp-dots" style="{style}">{head}<tbody>{body}</tbody></table>'


def _line(row: Row, entry: Indicator, scale: _Scale) -> str:
    own = ' class="cmp-own"' if row.is_own else ""
    value = escape(_said(row, entry))
    if math.isnan(row.value):
        value = '<span class="cmp-none">geen cijfer</span>'
    return (
        f'<tr{own}><th scope="row">{escape(row.name)}</th><td><div class="cmp-track">{_dots(row, scale)}</div></td>'
        f"<td>{value}</td></tr>"
    )


def _dots(row: Row, scale: _Scale) -> str:
    if math.isnan(row.value):
        return ""
    at = scale.at(row.value)
    is_open = ' class="cmp-open"' if row.is_open else ""
    dot = f'<i{is_open} style="left:{at:.2f}%"></i>'
    if math.isnan(row.before):
        return dot
    since = scale.at(row.before)
    line = f'<u style="left:{min(at, since):.2f}%;width:{abs(at - since):.2f}%"></u>'
    return f'{line}<i class="cmp-since" style="left:{since:.2f}%"></i>{dot}'


def _said(row: Row, entry: Indicator) -> str:
    value = text.number(row.value, entry.decimals)
    return value if math.isnan(row.before) else f"{text.number(row.before, entry.decimals)} → {value}"


def _strip(rows: Sequence[Row], entry: Indicator, scale: _Scale, style: str) -> str:
    heights: dict[int, int] = {}
    dots, label = [], ""
    for row in sorted((row for row in rows if not math.isnan(row.value)), key=lambda row: not row.is_own):
        at = scale.at(row.value)
        column = round(at / _COLUMN)
        level = heights[column] = heights.get(column, 0) + 1
        names = " ".join(word for word, is_so in (("cmp-own", row.is_own), ("cmp-open", row.is_open)) if is_so)
        told = escape(f"{row.name}: {_said(row, entry)}")
        dots.append(
            f'<i class="{names}" style="left:{at:.2f}%;bottom:{(level - 1) * 0.7 + 0.15:.2f}rem" title="{told}"></i>'
        )
        if row.is_own:
            side = "cmp-left" if at < 15 else "cmp-right" if at > 85 else ""
            label = f'<b class="{side}" style="left:{at:.2f}%">{told}</b>'
    high = max(heights.values(), default=1) * 0.7 + 0.6
    ends = "".join(f"<span>{text.number(one, entry.decimals)}</span>" for one in (scale.low, scale.high))
    return (
        f'<div class="cmp-strip" style="{style};height:{high:.2f}rem" aria-hidden="true">{"".join(dots)}{label}</div>'
        f'<p class="cmp-ends">{ends}</p>'
    )

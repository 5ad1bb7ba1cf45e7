"""Several beside each other as cards on one scale: few as dots, more as bars, each case a dot on a line.

Looks as in static/communities.css.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from transition.metrics.comparison.gate import Refusal
from transition.metrics.comparison.side_by_side import Stands
from transition.metrics.comparison.spread import FEWEST
from transition.metrics.no_number import NoNumber
from transition.views import comparison_text, gap_text, text

MOST_NAMED = 3
"""Of so many each is named in a heading; of more only what they have together."""
_IN_A_ROW = 4
_One = TypeVar("_One")


@dataclass(frozen=True)
class Card:
    """name, body: safe HTML. rests: on what it rests; why: why it may not stand beside the others, '' when it may. Plain text."""

    name: str
    rests: str
    body: str
    why: str = ""


def html(cards: Sequence[Card], label: str) -> str:
    """The cards, as many beside each other as fit."""
    made = "".join(_card(one) for one in cards)
    many = " beside-many" if len(cards) > _IN_A_ROW else ""
    return f'<div class="beside{many}" role="group" aria-label="{escape(label, quote=True)}">{made}</div>'


def _card(one: Card) -> str:
    why = f'<p class="beside-why">{escape(one.why)}</p>' if one.why else ""
    grey = " beside-grey" if one.why else ""
    return f'<section class="beside-one{grey}"><h4>{one.name}</h4><p class="beside-rests">{escape(one.rests)}</p>{why}{one.body}</section>'


def because(stands: Stands) -> str:
    """Why it may not stand beside the others; '' when it may."""
    if isinstance(stands, Refusal):
        return comparison_text.refused(stands)
    return gap_text.sentence(stands) if isinstance(stands, NoNumber) else ""


def rows(made: Iterable[str]) -> str:
    """made: of `count`, `line` or `said`."""
    return f'<ul class="beside-rows">{"".join(made)}</ul>'


def count(label: str, number: int, of: int, more: str = "") -> str:
    """A row with how many of how many: below `FEWEST` as dots, else as a bar. label, more: plain text."""
    if of < FEWEST:
        mark = f'<span class="beside-few" aria-hidden="true">{"●" * number}{"○" * (of - number)}</span>'
    else:
        mark = f'<span class="beside-room" aria-hidden="true"><i style="width:{number / of * 100:.1f}%"></i></span>'
    return _row(label, mark, f"{text.number(number)} van {text.number(of)}{more}", "beside-count")


def line(label: str, points: Iterable[tuple[float, bool]], most: float, more: str, tick: float | None = None) -> str:
    """A row with a dot for each case on a line from 0 to `most`; an open case is an open dot. more: what it says, plain text."""
    return _row(label, marks(points, most, tick), more)


def marks(points: Iterable[tuple[float, bool]], most: float, tick: float | None = None) -> str:
    """The line of `line`, by itself."""
    dots = "".join(
        f'<i class="beside-open" style="left:{at / most * 100:.1f}%"></i>'
        if is_open
        else f'<i style="left:{at / most * 100:.1f}%"></i>'
        for at, is_open in points
    )
    half = "" if tick is None else f'<b style="left:{tick / most * 100:.1f}%"></b>'
    return f'<span class="beside-line" aria-hidden="true">{half}{dots}</span>'


def said(label: str, more: str) -> str:
    """A row in words alone. Plain text."""
    return _row(label, "", more)


def _row(label: str, mark: str, more: str, kind: str = "beside-line-row") -> str:
    return f'<li class="{kind}"><b>{escape(label)}</b>{mark}<span>{escape(more)}</span></li>'


def of_all(some: int, of: int) -> str:
    """'In 2 van de 6 communities', 'In alle 6 communities', 'In geen van de 6 communities'."""
    if some == of:
        return f"In alle {text.number(of)} communities"
    return f"In {text.number(some) if some else 'geen'} van de {text.number(of)} communities"


def each(found: Sequence[_One], say: Callable[[_One], str]) -> str:
    """What is told of each, as one enumeration; '' where there are too many to name."""
    return text.enumeration([say(one) for one in found]) if len(found) <= MOST_NAMED else ""


def areas(number: int) -> str:
    """'1 gebied', '5 gebieden'."""
    return f"{text.number(number)} {'gebied' if number == 1 else 'gebieden'}"

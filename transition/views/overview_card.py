"""A headline figure as a card: value, goal, comparable areas, verdict by form and word, year and status. HTML; every text is escaped."""

from dataclasses import dataclass
from html import escape

from transition.domain.values import Gap
from transition.metrics.council_peers import Beside
from transition.metrics.no_number import NoNumber, Why
from transition.views import gap_text, text

NOTHING = "–"
Mark = tuple[str, str, str]
"""The form, the word, and the name of its colour."""
_UNKNOWN = {Why.NOT_RECORDED, Why.NO_GOAL}


@dataclass(frozen=True)
class Peers:
    """Each figure beside that of the group. ladder: the middle levels of the areas of the others. are_municipalities: or regions."""

    reach: Beside | NoNumber
    pace: Beside | NoNumber
    local: Beside | NoNumber
    ladder: tuple[int, int] | NoNumber
    cover: Beside | NoNumber
    are_municipalities: bool = True


@dataclass(frozen=True)
class Figure:
    """One card. at, aim, median: places on its bar, parts of the bar from 0 to 1; None where there is none."""

    label: str
    value: str
    more: str
    aim_text: str
    peers: str
    mark: Mark
    basis: str
    at: float | None = None
    aim: float | None = None
    median: float | None = None


def card(one: Figure) -> str:
    """HTML of a term and its description; every text is escaped."""
    form, word, colour = one.mark
    lines = "".join(f"<small>{escape(line)}</small>" for line in (one.more, one.aim_text, one.peers, one.basis) if line)
    mark = f'<span class="overview-mark overview-{colour}"><b aria-hidden="true">{form}</b> {escape(word)}</span>'
    return f"<div><dt>{escape(one.label)}</dt><dd>{escape(one.value)}{_bar(one)}{mark}{lines}</dd></div>"


def _bar(one: Figure) -> str:
    if one.at is None:
        return ""
    signs = {"overview-aim": one.aim, "overview-median": one.median}
    drawn = "".join(
        f'<i class="{name}" style="left:{_place(at):.1f}%"></i>' for name, at in signs.items() if at is not None
    )
    return f'<span class="overview-bar" aria-hidden="true"><i style="width:{_place(one.at):.1f}%"></i>{drawn}</span>'


def _place(part: float) -> float:
    return 100 * min(max(part, 0.0), 1.0)


def no(why: Gap) -> Mark:
    """Not recorded is something else than what cannot be worked out."""
    unknown = isinstance(why, NoNumber) and why.why in _UNKNOWN
    said = "geen eigen doel vastgelegd" if isinstance(why, NoNumber) and why.why is Why.NO_GOAL else gap_text.short(why)
    return ("○" if unknown else "–", said, "unknown")


def median_of(peers: Beside | NoNumber, said: str, are_municipalities: bool) -> str:
    """The line on the middle of the group. said: that middle in words."""
    if isinstance(peers, NoNumber):
        return ""
    who = "vergelijkbare gemeenten" if are_municipalities else "andere regio's of provincies"
    return f"Midden van {who}: {said} (bekend van {text.part_of(peers.known, peers.of, 'ander', 'andere')})"


def on_bar(value: float, aim: float, peers: Beside | NoNumber) -> tuple[float, float, float | None]:
    """Value, aim and median on one bar that holds the largest of the three."""
    median = None if isinstance(peers, NoNumber) else peers.median
    top = max(value, aim, median or 0.0) or 1.0
    return value / top, aim / top, None if median is None else median / top

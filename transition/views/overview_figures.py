"""The five headline figures as cards: value, goal, comparable areas, verdict by form and word, year and status. One piece of HTML."""

from transition.domain.values import Gap
from transition.metrics.council import Council
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Pace, Verdict
from transition.metrics.steering.result import Expected, Realised
from transition.views import council_words, overview_ownership, text
from transition.views.council_words import amount, percent
from transition.views.overview_card import NOTHING, Figure, Mark, Peers, card, median_of, no, on_bar

_VERDICTS = {
    Verdict.ON_SCHEDULE: ("▲", "op schema", "on-track"),
    Verdict.ATTENTION: ("●", "vraagt aandacht", "attention"),
    Verdict.BEHIND: ("▼", "loopt achter", "behind"),
}
_COVERED: dict[bool, dict[str, Mark]] = {
    True: {
        "yes": ("▲", "genoeg, ook als veel niet doorgaat", "on-track"),
        "perhaps": ("●", "alleen genoeg als veel doorgaat", "attention"),
        "no": ("▼", "niet genoeg, ook als veel doorgaat", "behind"),
    },
    False: {
        "yes": ("▲", "genoeg", "on-track"),
        "perhaps": ("●", "misschien genoeg", "attention"),
        "no": ("▼", "niet genoeg", "behind"),
    },
}
"""Whether what is coming is reckoned with chances -> whether the goal is reached -> the verdict."""
_NO_MARGIN: Mark = ("–", "geen oordeel: één publicatie, zonder marge", "unknown")


def html(found: Council, peers: Peers) -> str:
    """All five; every text is escaped."""
    cards = (
        _result(found, peers),
        _pace(found, peers),
        overview_ownership.local(found, peers),
        overview_ownership.ladder(found, peers),
        _cover(found, peers),
    )
    return f'<dl class="overview-figures">{"".join(card(one) for one in cards)}</dl>'


def _result(found: Council, peers: Peers) -> Figure:
    label, goal, result, at = "Resultaat", found.outcome.goal, found.outcome.result, found.outcome.realised
    aim = _aim(goal)
    if isinstance(at, Gap):
        return Figure(label, NOTHING, "", aim, "", no(at), "")
    basis, indicator = _basis(at), found.outcome.indicator
    least = "ten minste " if found.outcome.series.is_lower_bound else ""
    if isinstance(result, Gap) or isinstance(result.reach, NoNumber):
        why = result if isinstance(result, Gap) else result.reach
        assert isinstance(why, Gap)
        value, what = amount(indicator, at.value, with_what=False), council_words.what(indicator)
        return Figure(label, f"{least}{value}", what, aim, "", no(why), basis)
    is_there = result.reach >= 1
    mark = (
        ("▲", "doel behaald", "on-track")
        if is_there
        else ("△", f"nog {amount(indicator, result.remaining, with_what=False)}", "plain")
    )
    beside = "" if isinstance(peers.reach, NoNumber) else percent(peers.reach.median)
    return Figure(
        label,
        f"{least}{percent(result.reach)}",
        f"van het doel: {amount(indicator, at.value)}",
        aim,
        median_of(peers.reach, beside, peers.are_municipalities),
        mark,
        basis,
        *on_bar(result.reach, 1.0, peers.reach),
    )


def _aim(goal: Goal | NoNumber) -> str:
    if isinstance(goal, NoNumber):
        return ""
    return f"Doel: {amount(goal.indicator, goal.value, with_what=False)} in {goal.year}"


def _basis(at: Realised) -> str:
    return f"{at.period}, {council_words.status(at.status)}"


def _pace(found: Council, peers: Peers) -> Figure:
    label, pace = "Snelheid", found.outcome.pace
    if isinstance(pace, NoNumber):
        return Figure(label, NOTHING, "", "", "", no(pace), "")
    indicator = found.outcome.indicator
    need = (
        ""
        if isinstance(pace.needed, NoNumber)
        else f"Nodig: {amount(indicator, pace.needed, with_what=False)} per jaar"
    )
    if isinstance(pace.factor, NoNumber):
        reached = pace.factor.why is Why.REACHED
        mark = ("▲", "doel behaald", "on-track") if reached else no(pace.factor)
        return Figure(label, NOTHING, _actual(pace, indicator), need, "", mark, _years(pace))
    beside = "" if isinstance(peers.pace, NoNumber) else f"{text.number(peers.pace.median, 1)} keer"
    light, is_over = pace.light, _is_over(found)
    mark = no(light) if isinstance(light, NoNumber) else _VERDICTS[light.verdict]
    mark = ("–", "de termijn is voorbij", "unknown") if is_over else mark
    return Figure(
        label,
        f"{text.number(pace.factor, 1)} keer",
        f"wat nodig {'was' if is_over else 'is'}; {_actual(pace, indicator)}",
        need,
        median_of(peers.pace, beside, peers.are_municipalities),
        mark,
        _years(pace),
        *on_bar(pace.factor, 1.0, peers.pace),
    )


def _actual(pace: Pace, indicator: str) -> str:
    if isinstance(pace.actual, NoNumber):
        return ""
    return f"{amount(indicator, pace.actual, with_what=False)} per jaar"


def _years(pace: Pace) -> str:
    if isinstance(pace.actual, NoNumber):
        return ""
    marks = () if isinstance(pace.light, NoNumber) else pace.light.marks
    return ", ".join([f"{pace.since} tot en met {pace.until}", *(council_words.status(one) for one in marks)])


def _is_over(found: Council) -> bool:
    """The goal's year has ended, whatever year the newest figure is of."""
    goal = found.outcome.goal
    return isinstance(goal, Goal) and goal.year < found.day.year


def covered(found: Outcome, expected: Expected) -> Mark:
    """The verdict on what is coming; none on one number of one publication, of which nobody says how sure it is."""
    by_chance = isinstance(found.hardness, Hardness)
    if not by_chance and not expected.amount.width:
        return _NO_MARGIN
    return _COVERED[by_chance][expected.is_reached]


def _cover(found: Council, peers: Peers) -> Figure:
    label, expected, goal = "Dekking van het doel", found.outcome.expected, found.outcome.goal
    if not isinstance(expected, Expected) or isinstance(goal, NoNumber):
        why = goal if isinstance(goal, NoNumber) else expected
        return Figure(label, NOTHING, "", "", "", no(why) if isinstance(why, Gap) else no(goal), "")  # type: ignore[arg-type]
    by_chance = isinstance(found.outcome.hardness, Hardness)
    low, high = percent(expected.reach.low), percent(expected.reach.high)
    beside = "" if isinstance(peers.cover, NoNumber) else f"ten minste {percent(peers.cover.median)}"
    return Figure(
        label,
        low if low == high else f"{low} tot {high}",
        f"van het doel in {goal.year}, met wat er nog aankomt",
        f"Doel: 100% in {goal.year}",
        median_of(peers.cover, beside, peers.are_municipalities),
        ("–", "de termijn is voorbij", "unknown") if _is_over(found) else covered(found.outcome, expected),
        "Geschat: kansen van projecten aangenomen" if by_chance else "Volgens publicaties",
        *on_bar(expected.reach.low, 1.0, peers.cover),
    )

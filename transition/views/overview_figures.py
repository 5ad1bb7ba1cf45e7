"""The five headline figures as cards: value, goal, comparable areas, verdict by form and word, year and status. One piece of HTML."""

from dataclasses import dataclass
from html import escape

from transition.domain.register.choices import OWNERSHIP_LEVELS
from transition.domain.values import Gap
from transition.metrics.band import Band
from transition.metrics.council import Council
from transition.metrics.council_peers import Beside
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.ladder import Distribution
from transition.metrics.ownership.shares import AIM
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace, Verdict
from transition.metrics.steering.result import Expected, Realised
from transition.views import council_words, gap_text, text
from transition.views.council_words import amount, areas, percent

NOTHING = "–"
Mark = tuple[str, str, str]
"""The form, the word, and the name of its colour."""
_VERDICTS = {
    Verdict.ON_SCHEDULE: ("▲", "op schema", "on-track"),
    Verdict.ATTENTION: ("●", "vraagt aandacht", "attention"),
    Verdict.BEHIND: ("▼", "loopt achter", "behind"),
}
COVERED: dict[bool, dict[str, Mark]] = {
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
_UNKNOWN = {Why.NOT_RECORDED, Why.NO_GOAL}
_TOP_LEVEL = max(int(level) for level in OWNERSHIP_LEVELS)


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


def html(found: Council, peers: Peers) -> str:
    """All five; every text is escaped."""
    cards = (
        _result(found, peers),
        _pace(found, peers),
        _local(found, peers),
        _ladder(found, peers),
        _cover(found, peers),
    )
    return f'<dl class="overview-figures">{"".join(_card(one) for one in cards)}</dl>'


def _card(one: Figure) -> str:
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


def _no(why: Gap) -> Mark:
    """Not recorded is something else than what cannot be worked out."""
    unknown = isinstance(why, NoNumber) and why.why in _UNKNOWN
    return ("○" if unknown else "–", gap_text.short(why), "unknown")


def _beside(peers: Beside | NoNumber, said: str, are_municipalities: bool) -> str:
    if isinstance(peers, NoNumber):
        return ""
    who = "vergelijkbare gemeenten" if are_municipalities else "andere regio's of provincies"
    return f"Midden van {who}: {said} ({peers.known} van {peers.of} bekend)"


def _result(found: Council, peers: Peers) -> Figure:
    label, goal, result, at = "Resultaat", found.outcome.goal, found.outcome.result, found.outcome.realised
    aim = _aim(goal)
    if isinstance(at, Gap):
        return Figure(label, NOTHING, "", aim, "", _no(at), "")
    basis, indicator = _basis(at), found.outcome.indicator
    least = "ten minste " if found.outcome.series.is_lower_bound else ""
    if isinstance(result, Gap) or isinstance(result.reach, NoNumber):
        why = result if isinstance(result, Gap) else result.reach
        assert isinstance(why, Gap)
        value, what = amount(indicator, at.value, with_what=False), council_words.what(indicator)
        return Figure(label, f"{least}{value}", what, aim, "", _no(why), basis)
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
        _beside(peers.reach, beside, peers.are_municipalities),
        mark,
        basis,
        *_on_bar(result.reach, 1.0, peers.reach),
    )


def _on_bar(value: float, aim: float, peers: Beside | NoNumber) -> tuple[float, float, float | None]:
    """Value, aim and median on one bar that holds the largest of the three."""
    median = None if isinstance(peers, NoNumber) else peers.median
    top = max(value, aim, median or 0.0) or 1.0
    return value / top, aim / top, None if median is None else median / top


def _aim(goal: Goal | NoNumber) -> str:
    if isinstance(goal, NoNumber):
        return ""
    return f"Doel: {amount(goal.indicator, goal.value, with_what=False)} in {goal.year}"


def _basis(at: Realised) -> str:
    return f"{at.period}, {council_words.status(at.status)}"


def _pace(found: Council, peers: Peers) -> Figure:
    label, pace = "Snelheid", found.outcome.pace
    if isinstance(pace, NoNumber):
        return Figure(label, NOTHING, "", "", "", _no(pace), "")
    indicator = found.outcome.indicator
    need = (
        ""
        if isinstance(pace.needed, NoNumber)
        else f"Nodig: {amount(indicator, pace.needed, with_what=False)} per jaar"
    )
    if isinstance(pace.factor, NoNumber):
        reached = pace.factor.why is Why.REACHED
        mark = ("▲", "doel behaald", "on-track") if reached else _no(pace.factor)
        return Figure(label, NOTHING, _actual(pace, indicator), need, "", mark, _years(pace))
    beside = "" if isinstance(peers.pace, NoNumber) else f"{text.number(peers.pace.median, 1)} keer"
    light = pace.light
    return Figure(
        label,
        f"{text.number(pace.factor, 1)} keer",
        f"wat nodig is; {_actual(pace, indicator)}",
        need,
        _beside(peers.pace, beside, peers.are_municipalities),
        _no(light) if isinstance(light, NoNumber) else _VERDICTS[light.verdict],
        _years(pace),
        *_on_bar(pace.factor, 1.0, peers.pace),
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


def _local(found: Council, peers: Peers) -> Figure:
    label, broad, strict = "Lokaal eigendom", found.broad, found.strict
    aim = f"Streven: {percent(AIM)} in 2030, geen verplichting"
    basis = f"Register, {broad.n} van {broad.of} projecten{', geschat' if broad.estimated else ''}" if broad.of else ""
    if isinstance(broad.share, NoNumber):
        between = (
            f"tussen {percent(broad.band.low)} en {percent(broad.band.high)}" if isinstance(broad.band, Band) else ""
        )
        return Figure(label, NOTHING, between, aim, "", _no(broad.share), basis)
    points = 100 * (AIM - broad.share)
    mark = (
        ("▲", "op of boven het streven", "on-track") if points <= 0
        else ("△", f"{text.number(points)} procentpunt onder het streven", "plain")
    )  # fmt: skip
    only = "" if isinstance(strict.share, NoNumber) else f", {percent(strict.share)} van bewoners"
    unknown = f"; van {percent(broad.unknown)} is de eigenaar onbekend" if broad.unknown else ""
    beside = "" if isinstance(peers.local, NoNumber) else percent(peers.local.median)
    return Figure(
        label,
        percent(broad.share),
        f"van de opwek op land{only}{unknown}",
        aim,
        _beside(peers.local, beside, peers.are_municipalities),
        mark,
        basis,
        broad.share,
        AIM,
        None if isinstance(peers.local, NoNumber) else peers.local.median,
    )


def _ladder(found: Council, peers: Peers) -> Figure:
    label, sides = "Eigenaarschap", found.recorded.eigenaarschap
    own, other = sides[MUNICIPALITY], sides[LOCAL]
    if not own.of:
        return Figure(label, NOTHING, "Er is geen gebied vastgelegd", "", "", _no(no_number(Why.NOT_RECORDED)), "")
    counted = f"{own.recorded} van {areas(own.of)}"
    basis = f"Volgens de gemeente, {counted}"
    if isinstance(own.middle, NoNumber):
        return Figure(label, NOTHING, _other(other), "", "", _no(own.middle), basis)
    low, high = own.middle
    same = len(set(own.middle)) == 1
    value = OWNERSHIP_LEVELS[str(low)] if same else f"{low} tot {high}"
    beside = "" if isinstance(peers.ladder, NoNumber) else f"Midden bij vergelijkbare gemeenten: {level(peers.ladder)}"
    return Figure(
        label,
        value,
        f"{'het middelste gebied' if own.recorded > 1 else 'het gebied'}, op een ladder van 0 tot {_TOP_LEVEL}",
        _other(other),
        beside,
        ("△", f"{counted} beoordeeld", "plain"),
        basis,
        (low + high) / 2 / _TOP_LEVEL,
    )


def level(middle: tuple[int, int]) -> str:
    """'2' or '1 tot 2': never averaged."""
    low, high = middle
    return str(low) if low == high else f"{low} tot {high}"


def _other(side: Distribution) -> str:
    if isinstance(side.middle, NoNumber):
        return "Volgens de lokale partij: niet vastgelegd"
    return f"Volgens de lokale partij: {level(side.middle)} ({side.recorded} van {areas(side.of)})"


def _cover(found: Council, peers: Peers) -> Figure:
    label, expected, goal = "Dekking van het doel", found.outcome.expected, found.outcome.goal
    if not isinstance(expected, Expected) or isinstance(goal, NoNumber):
        why = goal if isinstance(goal, NoNumber) else expected
        return Figure(label, NOTHING, "", "", "", _no(why) if isinstance(why, Gap) else _no(goal), "")  # type: ignore[arg-type]
    by_chance = isinstance(found.outcome.hardness, Hardness)
    low, high = percent(expected.reach.low), percent(expected.reach.high)
    beside = "" if isinstance(peers.cover, NoNumber) else f"ten minste {percent(peers.cover.median)}"
    return Figure(
        label,
        low if low == high else f"{low} tot {high}",
        f"van het doel in {goal.year}, met wat er nog aankomt",
        f"Doel: 100% in {goal.year}",
        _beside(peers.cover, beside, peers.are_municipalities),
        COVERED[by_chance][expected.is_reached],
        "Geschat: kansen van projecten aangenomen" if by_chance else "Volgens publicaties",
        *_on_bar(expected.reach.low, 1.0, peers.cover),
    )

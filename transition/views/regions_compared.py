"""Energy regions beside each other: per topic a mark and words for each, and what they have together as the message."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from transition.domain.register.choices import ANCHORING_TECHNOLOGIES
from transition.metrics.band import Band
from transition.metrics.comparison.gate import Comparable
from transition.metrics.comparison.regions import Region, Topic
from transition.metrics.comparison.side_by_side import Stands
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.policy import Spread
from transition.metrics.steering.cascade import Cascade
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.views import beside, gap_text, text
from transition.views import steering_words as words

TOPICS = {
    Topic.RESULT: "Resultaat",
    Topic.PACE: "Tempo",
    Topic.PIPELINE: "Onderweg",
    Topic.OWNERSHIP: "Lokaal eigendom",
    Topic.ANCHORING: "Borging",
    Topic.CASCADE: "Telt het op?",
}
WHAT = {
    Topic.RESULT: "Zon en wind op land die er staan, als deel van het doel van de regio",
    Topic.PACE: "Groei per jaar, naast de groei die nodig is om het doel op tijd te halen",
    Topic.PIPELINE: "Projecten die nog komen, als deel van het doel; hoe zeker zij zijn, is een aanname",
    Topic.OWNERSHIP: "Deel van de productie die er staat, dat van lokale partijen is (brede telling)",
    Topic.ANCHORING: "Gemeenten waar lokaal eigendom goed of optimaal in het beleid staat",
    Topic.CASCADE: "Wat gemeenten samen beloven, als deel van het doel van de regio",
}
READING = (
    "De regio's staan in de volgorde van het alfabet, of zoals u ze koos; het is geen ranglijst. Grijs is wat niet naast de andere mag; "
    "de reden staat erbij. Niet vastgelegd is geen nul en ook niet op schema. Concepten en wat vertrouwelijk is, tellen hier niet mee."
)
_SCALE = words.Scale("renewable_on_land_gwh")
"""All regions in GWh."""
_WELL = 2
_AIM = 0.5


@dataclass(frozen=True)
class Row:
    """One region on one topic. mark: safe HTML, '' without a figure. said, rests, why: plain text; why: '' when it may stand there."""

    mark: str
    said: str
    rests: str
    why: str


def row(found: Region, topic: Topic, stands: Stands) -> Row:
    """What is shown of a region."""
    mark, said, rests = _ROWS[topic](found)
    return Row(mark, said, rests, _because(stands, said))


def _because(stands: Stands, said: str) -> str:
    """Where there is no figure at all, the words say it already."""
    if isinstance(stands, NoNumber) and stands.why is Why.NOT_RECORDED and said == "niet vastgelegd":
        return ""
    return beside.because(stands)


def _result(found: Region) -> tuple[str, str, str]:
    one = found.outcome
    if not isinstance(one.result, Result) or isinstance(one.result.reach, NoNumber):
        gap = one.result.reach if isinstance(one.result, Result) else one.result
        return "", gap_text.short(gap) if isinstance(gap, NoNumber) else "geen cijfer", ""
    least = "ten minste " if one.series.is_lower_bound else ""
    size = _SCALE.amount(one.result.realised.value)
    of = f"{least}{words.share(one.result.reach)} van {_SCALE.amount(one.result.goal.value)} in {one.result.goal.year}"
    return _bar(Band(0.0, one.result.reach)), of, f"{size} {_when(one.result.realised)}"


def _when(one: Realised) -> str:
    status = text.STATUSES.get(one.status, one.status)
    return f"in {one.period}{f' ({status})' if status else ''}"


def _pace(found: Region) -> tuple[str, str, str]:
    pace = found.outcome.pace
    if not isinstance(pace, Pace):
        return "", gap_text.short(pace), ""
    if isinstance(pace.factor, NoNumber):
        return "", gap_text.short(pace.factor), ""
    said = f"{words.factor(pace.factor)} keer wat nodig is"
    marks = [text.STATUSES[one] for one in _marks(pace) if one in text.STATUSES]
    status = f" ({text.enumeration(marks)})" if marks else ""
    wind = ", zonder wind" if found.outcome.series.is_lower_bound else ""
    return (
        beside.marks([(min(pace.factor, 2.0), False)], 2.0, 1.0),
        said,
        f"groei {pace.since}–{pace.until}{status}{wind}",
    )


def _marks(pace: Pace) -> tuple[str, ...]:
    return () if isinstance(pace.light, NoNumber) else pace.light.marks


def _pipeline(found: Region) -> tuple[str, str, str]:
    hard, goal = found.outcome.hardness, found.outcome.goal
    if not isinstance(hard, Hardness):
        return "", gap_text.short(hard), ""
    said = _SCALE.between(hard.pipeline)
    rests = _projects(found)
    if not isinstance(goal, Goal) or goal.value <= 0:
        return "", said, rests
    part = Band(hard.pipeline.low / goal.value, hard.pipeline.high / goal.value)
    return _bar(part), f"{said}, {words.shares(part)} van het doel", rests


def _projects(found: Region) -> str:
    return f"projecten vastgelegd in {text.number(found.with_projects)} van de {text.number(found.of)} gemeenten"


def _ownership(found: Region) -> tuple[str, str, str]:
    share, strict = found.broad, found.strict
    if isinstance(share.share, NoNumber):
        return "", gap_text.short(share.share), ""
    narrow = "" if isinstance(strict.share, NoNumber) else f"; strikt {words.share(strict.share)}"
    part = "minder dan 1%" if 0 < share.unknown < 0.005 else words.share(share.unknown)
    unknown = f"van {part} is de eigenaar onbekend; " if share.unknown else ""
    estimated = ", deels geschat" if share.estimated else ""
    rests = f"{unknown}{_count(share.n, share.of)} projecten die er staan{estimated}; {_projects(found)}"
    return beside.marks([(share.share, False)], 1.0, _AIM), f"{words.share(share.share)}{narrow}", rests


def _count(number: int, of: int) -> str:
    return f"{text.number(number)} van de {text.number(of)}"


def _anchoring(found: Region) -> tuple[str, str, str]:
    there = {id: one for id, one in found.policy.items() if one.recorded}
    if not there:
        return "", "niet vastgelegd", ""
    said = [f"{ANCHORING_TECHNOLOGIES[id].lower()} {_count(_well(one), one.recorded)}" for id, one in there.items()]
    rests = [f"{ANCHORING_TECHNOLOGIES[id].lower()} {_count(one.recorded, one.of)}" for id, one in there.items()]
    bars = "".join(_bar(Band(0.0, _well(one) / one.recorded)) for one in there.values())
    return bars, text.enumeration(said), f"vastgelegd: {text.enumeration(rests)} gemeenten"


def _well(one: Spread) -> int:
    return sum(count for level, count in one.counts.items() if level >= _WELL)


def _cascade(found: Region) -> tuple[str, str, str]:
    one = found.cascade
    if isinstance(one, NoNumber):
        return "", gap_text.short(one), ""
    rests = f"{_count(len(one.promises), one.parts_count)} gemeenten met een doel voor {one.year}"
    if not one.promises:
        return "", "niet vastgelegd", rests
    promised = _SCALE.between(one.promised)
    if isinstance(one.covered, NoNumber) or isinstance(one.gap, NoNumber):
        return "", f"samen beloofd: {promised}", rests
    least, most = ("ten minste ", "hoogstens ") if one.is_lower_bound else ("", "")
    said = f"{least}{words.shares(one.covered)} beloofd ({promised}); van niemand: {most}{_SCALE.between(one.gap)}"
    return _bar(Band(0.0, one.covered.high)), said, rests


_ROWS: Mapping[Topic, Callable[[Region], tuple[str, str, str]]] = {
    Topic.RESULT: _result,
    Topic.PACE: _pace,
    Topic.PIPELINE: _pipeline,
    Topic.OWNERSHIP: _ownership,
    Topic.ANCHORING: _anchoring,
    Topic.CASCADE: _cascade,
}


def _bar(band: Band) -> str:
    """From nothing to the goal; what goes beyond it is cut off. The part between low and high is hatched."""
    low, high = (min(max(one, 0.0), 1.0) * 100 for one in (band.low or band.high, band.high))
    more = f'<i class="regions-maybe" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>' if high > low else ""
    return f'<span class="beside-room" aria-hidden="true"><i style="width:{low:.1f}%"></i>{more}</span>'


def html(rows: Sequence[tuple[str, Row]], label: str) -> str:
    """rows: (name as safe HTML, what is shown), in the order of the list."""
    items = "".join(_item(name, one) for name, one in rows)
    return f'<ul class="regions" aria-label="{escape(label, quote=True)}">{items}</ul>'


def _item(name: str, one: Row) -> str:
    grey = ' class="beside-grey"' if one.why or not one.mark else ""
    told = "".join(f"<small>{escape(words)}</small>" for words in (one.rests, one.why) if words)
    return f"<li{grey}><b>{name}</b><span>{one.mark}</span><span>{escape(one.said)}{told}</span></li>"


def heading(found: Sequence[Region], topic: Topic, stands: Mapping[str, Stands]) -> str:
    """The message: what cannot be compared first, then between which figures the others lie."""
    told = [one for one in found if isinstance(stands[one.code], Comparable)]
    about = f"{TOPICS[topic].rstrip('?')}: "
    if len(told) < 2:
        return f"{about}deze energieregio's zijn niet te vergelijken; bij elke regio staat waarom"
    between = _range(told, topic)
    if len(told) == len(found):
        return f"{about}{between}"
    return f"{about}{_count(len(told), len(found))} regio's zijn te vergelijken, {between}; bij de andere staat waarom niet"


def _range(told: Sequence[Region], topic: Topic) -> str:
    known = [one for one in (value(region, topic) for region in told) if one is not None]
    say = words.factor if topic is Topic.PACE else words.share
    low, high = say(min(known)), say(max(known))
    return f"alle {high} {_OF[topic]}" if low == high else f"tussen {low} en {high} {_OF[topic]}"


_OF = {
    Topic.RESULT: "van hun doel",
    Topic.PACE: "keer wat nodig is",
    Topic.PIPELINE: "van hun doel als alles meezit",
    Topic.OWNERSHIP: "in lokale handen",
    Topic.ANCHORING: "van de gemeenten heeft zon goed in het beleid",
    Topic.CASCADE: "van het doel beloofd door gemeenten",
}


def value(found: Region, topic: Topic) -> float | None:
    """The one figure of a topic, a part of 1 or the pace factor; None without any."""
    one = found.outcome
    if topic is Topic.RESULT:
        return _known(one.result.reach) if isinstance(one.result, Result) else None
    if topic is Topic.PACE:
        return _known(one.pace.factor) if isinstance(one.pace, Pace) else None
    if topic is Topic.PIPELINE:
        there = isinstance(one.hardness, Hardness) and isinstance(one.goal, Goal) and one.goal.value > 0
        return one.hardness.pipeline.high / one.goal.value if there else None  # type: ignore[union-attr]
    if topic is Topic.OWNERSHIP:
        return _known(found.broad.share)
    if topic is Topic.ANCHORING:
        solar = found.policy["solar"]
        return _well(solar) / solar.recorded if solar.recorded else None
    return found.cascade.covered.high if _is_covered(found.cascade) else None  # type: ignore[union-attr]


def _is_covered(one: Cascade | NoNumber) -> bool:
    return isinstance(one, Cascade) and isinstance(one.covered, Band)


def _known(value: float | NoNumber) -> float | None:
    return None if isinstance(value, NoNumber) else value

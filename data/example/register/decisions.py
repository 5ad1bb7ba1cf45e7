"""The decision logs of areas: what was decided on which signal and to what effect, and what is still to be decided."""

from collections.abc import Sequence
from datetime import date, timedelta

from data.example.register.areas import Area
from data.example.register.chance import TODAY, chance, council_day, one_of, workday
from data.example.register.content import Content
from data.example.register.decision_texts import OF_STEP, STEERED
from data.example.register.steps import Moment
from transition.domain.register.fields import slug

HEARD = {"council": "raad", "executive": "college", "local": "leden", "grid_operator": "netbeheer"}
"""Part of the address where a decision can be read, by who decided."""
_HIDDEN = {"Industriehaven Walviskaap": "confidential", "Centrum-Oud": "draft", "Amberpark": "draft"}
_AHEAD = timedelta(days=480)


def add_decisions(content: Content, areas: Sequence[Area]) -> None:
    """Adds what was decided, and is to be decided, about areas."""
    for area in areas:
        if area.plan.pace != "thin":
            for moment in area.moments:
                _add_of_step(content, area, moment)
            _add_steered(content, area)


def _add_of_step(content: Content, area: Area, moment: Moment) -> None:
    texts, code = OF_STEP.get(moment.step.code), moment.step.code
    if not texts or area.plan.approach == "sharing" or (moment.actual and not area.happens(0.72, "decided", code)):
        return
    expected = moment.actual or _planned(moment)
    if not expected:
        return
    title, signals, effects = texts
    told = moment.actual and area.happens(0.85, "signal told", code)
    signal = one_of(signals, "signal", area.id, code) if told else None
    effect = one_of(effects, "effect", area.id, code) if area.happens(0.9, "effect told", code) else None
    _add(content, area, expected, title, moment.step.decider, signal, effect, is_taken=moment.actual is not None)


def _planned(moment: Moment) -> date | None:
    """When a decision that is still to come is expected; not what is far away. One that should have come is still there."""
    day = moment.expected
    if day is None or day > TODAY + _AHEAD:
        return None
    return council_day(day) if moment.step.decider == "council" else workday(day - timedelta(days=3))


def _add_steered(content: Content, area: Area) -> None:
    """What was decided because an area came behind."""
    texts = STEERED.get((area.plan.theme, area.plan.blockage))
    if not texts or area.plan.lead_state == "unknown" or not area.happens(0.65, "steered"):
        return
    title, effect = texts
    last = max(moment.actual for moment in area.moments if moment.actual)
    day = workday(last + (TODAY - last) * chance("steered on", area.id).uniform(0.45, 0.85))
    who = "executive" if area.plan.theme == "neighbourhood_plan" else "local"
    _add(content, area, day, title, who, _behind(area, day), effect, is_taken=True)


def _behind(area: Area, day: date) -> str:
    """How far behind the area was on that day."""
    waiting = next((one for one in area.moments if not one.actual), None)
    late = (day - waiting.planned).days // 30 if waiting and waiting.planned else 0
    if waiting is None or late < 2:
        return "De volgende stap komt niet dichterbij."
    return f"Stap {waiting.step.code} is {late} maanden later dan gepland."


def _add(
    content: Content,
    area: Area,
    day: date,
    title: str,
    who: str,
    signal: str | None,
    effect: str | None,
    is_taken: bool,
) -> None:
    told = title.format(name=area.plan.name)
    has_link = is_taken and area.happens(0.7, "link", told)
    content.add(
        "decision",
        area=area.id,
        municipality=area.town.code,
        decided_on=day,
        title=told[0].upper() + told[1:],
        state="taken" if is_taken else "planned",
        decided_by=who,
        signal=signal,
        effect=effect,
        link=f"https://voorbeeld.example/{area.town.code.lower()}/{HEARD[who]}/{slug(told)}" if has_link else None,
        visibility="public" if is_taken else _HIDDEN.get(area.plan.name, "public"),
    )

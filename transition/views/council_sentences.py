"""The ten sentences an alderman says to the council, by rules from the data; where one cannot be said, why and what would help."""

from collections.abc import Iterator

from transition.domain.register.choices import DECIDERS
from transition.domain.values import Gap
from transition.metrics.council import Council
from transition.metrics.council_peers import Beside
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.scope import Sort
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.metrics.steering.stated import ON_LAND
from transition.views import (
    council_pace,
    council_peers,
    council_register,
    council_words,
    ownership_answer,
    steering_answer,
    text,
)
from transition.views.council_register import Said, the
from transition.views.council_unknown import left_to_know
from transition.views.council_words import Speaker, amount, percent

UNKNOWN = "Dit weten we niet"


def ten(found: Council, who: Speaker, reach: Beside | NoNumber) -> list[Said]:
    """In the order of the reference: goal, result, pace, what holds up, who leads, whose it is, money, decision, peers, unknown.

    reach: the part of the goal that is there, beside that of the group.
    """
    return [
        _goal(found, who),
        _standing(found, who),
        _pace(found, who),
        council_register.held_up(found),
        council_register.leads(found),
        council_register.ownership(found, who),
        council_register.money(found),
        council_register.decision(found, who),
        council_peers.sentence(found, who, reach),
        Said(UNKNOWN, left_to_know(found, who), "", True),
    ]


def _goal(found: Council, who: Speaker) -> Said:
    goal, topic = found.outcome.goal, "Ons doel" if who.we else "Het doel"
    if isinstance(goal, NoNumber):
        return _no_goal(topic, found, who)
    is_over = goal.year < found.day.year
    said = f"{who.goal} {'was' if is_over else 'is'} {amount(goal.indicator, goal.value)} in {goal.year}"
    said += "; dat jaar is voorbij." if is_over else "."
    return Said(topic, f"{said} {_decided(goal)}", _source(found, goal))


def _source(found: Council, goal: Goal) -> str:
    return (
        "Gepubliceerd doel, niet in het register vastgelegd"
        if _is_stated(goal)
        else f"Register, stand {text.day(found.day.isoformat())}"
    )


def _is_stated(goal: Goal) -> bool:
    """Whether it comes from publications: nobody recorded a decision."""
    return goal.scope in ("national", "regional") and not goal.decided_on and not goal.decided_by


def _decided(goal: Goal) -> str:
    if _is_stated(goal):
        return "Dat staat in publicaties; het besluit erachter is hier niet vastgelegd."
    by = DECIDERS.get(goal.decided_by, "")
    if by and goal.decided_on:
        return f"Dat is vastgesteld op {text.day(goal.decided_on.isoformat())} door {the(by)}."
    if by:
        return f"Dat is vastgesteld door {the(by)}; de datum is niet vastgelegd."
    if goal.decided_on:
        return f"Dat is vastgesteld op {text.day(goal.decided_on.isoformat())}; door wie is niet vastgelegd."
    return "Wie dat heeft vastgesteld en wanneer, is niet vastgelegd."


def _no_goal(topic: str, found: Council, who: Speaker) -> Said:
    """The very sentence of the page about steering, with whose goal holds."""
    if found.about.sort is Sort.COMMUNITY:
        said = f"{who.place} heeft hier geen eigen doel: doelen zijn van gemeenten, regio's en gebieden."
        return Said(topic, said, "", False)
    said = steering_answer.answer(found.outcome, ownership_answer.place(found.about, who.place), found.above)
    todo = "Een doel legt u vast in het werkblad Doelen; dat staat op de pagina Gebieden."
    if who.parent and not found.above:
        todo = f"Doelen zijn meestal van de gemeente: kijk bij {who.parent}."
    return Said(topic, said, "Gepubliceerd of vastgelegd doel van een ander" if found.above else "", False, todo)


def _standing(found: Council, who: Speaker) -> Said:
    topic, at = "Waar we staan" if who.we else "Waar het staat", found.outcome.realised
    if isinstance(at, Gap):
        return Said(
            topic, f"Hoe ver {who.place} is, is niet te zeggen: er is geen cijfer over een heel jaar.", "", False
        )
    least = "ten minste " if found.outcome.series.is_lower_bound else ""
    said = f"{who.stands} op {least}{amount(found.outcome.indicator, at.value)} ({at.period})."
    result = found.outcome.result
    is_known = isinstance(result, Result) and not isinstance(result.reach, NoNumber)
    part = f"Dat is {least}{percent(result.reach)} van het doel." if is_known else _no_reach(result)  # type: ignore[union-attr, arg-type]
    words = " ".join(one for one in (said, part, _since(found, at)) if one)
    return Said(topic, words, _figure(found, at), is_known)


def _figure(found: Council, at: Realised) -> str:
    """What the figure is, so that nobody holds it against the production in the sentence on ownership."""
    said = [f"Cijfer over {at.period}", council_words.status(at.status)]
    if found.outcome.indicator == ON_LAND:
        said.append("met zonnedaken boven 15 kWp")
    if found.outcome.series.is_lower_bound:
        said.append("ondergrens: niet alle wind op land is vastgelegd")
    if found.hidden_projects:
        said.append(f"zonder {council_register.not_public(found.hidden_projects, 'project', 'projecten')}")
    return ", ".join(said)


def _since(found: Council, at: Realised) -> str:
    """What stands by now and is not in the figure yet; '' without any."""
    hard = found.outcome.hardness
    since = hard.realised_since if isinstance(hard, Hardness) else None
    if since is None or not since.count:
        return ""
    came = "kwam 1 project" if since.count == 1 else f"kwamen {since.count} projecten"
    size = (
        f" ({amount(found.outcome.indicator, since.amount, with_what=False)})"
        if since.amount and not since.unknown
        else ""
    )
    return f"Na {at.period} {came} klaar{size}; {'dat zit' if since.count == 1 else 'die zitten'} hier nog niet in."


def _no_reach(result: Result | Gap) -> str:
    why = result.reach if isinstance(result, Result) else result
    if isinstance(why, NoNumber) and why.why is Why.NO_BASELINE:
        return "Welk deel van de weg dat is, is niet te zeggen: de beginwaarde is niet vastgelegd."
    return "Welk deel van het doel dat is, is niet te zeggen zonder een doel met een getal en een jaar."


def _pace(found: Council, who: Speaker) -> Said:
    pace, goal, at = found.outcome.pace, found.outcome.goal, found.outcome.realised
    if isinstance(pace, NoNumber) or isinstance(goal, NoNumber):
        return Said(
            "Tempo", "Of het snel genoeg gaat, is niet te zeggen zonder doel en cijfers over de jaren.", "", False
        )
    said = council_pace.sentence(pace, goal, who, found.day)
    return Said("Tempo", said, _pace_basis(pace, at), not isinstance(pace.actual, NoNumber))


def _pace_basis(pace: Pace, at: Realised | Gap) -> str:
    if isinstance(pace.actual, NoNumber):
        return ""
    marks = (
        pace.light.marks if not isinstance(pace.light, NoNumber) else ((at.status,) if isinstance(at, Realised) else ())
    )
    how = text.enumeration([council_words.status(one) for one in marks]) or "definitief"
    return f"Gemeten van {pace.since} tot en met {pace.until}, {how}"


def as_text(found: list[Said], heading: str) -> str:
    """All ten as one text to paste in a mail or a note."""
    return "\n".join([heading, "", *_lines(found)])


def _lines(found: list[Said]) -> Iterator[str]:
    for place, one in enumerate(found, start=1):
        begin = f"{one.topic}: " if one.topic == UNKNOWN else ""
        basis = f" ({one.basis}.)" if one.basis else ""
        yield f"{place}. {begin}{one.words}{basis}"

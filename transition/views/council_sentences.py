"""The ten sentences an alderman says to the council, by rules from the data; where one cannot be said, why and what would help."""

from collections.abc import Iterator

from transition.domain.areas import Level
from transition.domain.register.choices import DECIDERS
from transition.domain.values import Gap
from transition.metrics.council import Council
from transition.metrics.council_peers import SolarBeside
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.scope import Sort
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.views import council_pace, council_register, council_words, text
from transition.views.council_register import Said, the
from transition.views.council_unknown import left_to_know
from transition.views.council_words import Speaker, amount, percent

UNKNOWN = "Dit weten we niet"


def ten(found: Council, who: Speaker) -> list[Said]:
    """In the order of the reference: goal, result, pace, what holds up, who leads, whose it is, money, decision, peers, unknown."""
    return [
        _goal(found, who),
        _standing(found, who),
        _pace(found, who),
        council_register.held_up(found),
        council_register.leads(found),
        council_register.ownership(found),
        council_register.money(found),
        council_register.decision(found, who),
        _peers(found, who),
        Said(UNKNOWN, left_to_know(found, who), "", True),
    ]


def _goal(found: Council, who: Speaker) -> Said:
    goal, topic = found.outcome.goal, "Ons doel" if who.we else "Het doel"
    if isinstance(goal, NoNumber):
        return Said(topic, _no_goal(found, who), "", False)
    said = f"{who.goal} is {amount(goal.indicator, goal.value)} in {goal.year}. {_decided(goal)}"
    return Said(topic, said, _source(found, goal))


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


def _no_goal(found: Council, who: Speaker) -> str:
    if found.about.sort is Sort.COMMUNITY:
        return f"{who.place} heeft hier geen eigen doel: doelen zijn van gemeenten, regio's en gebieden."
    if who.parent:
        return (
            f"Van {who.place} zelf is geen doel vastgelegd. Doelen zijn meestal van de gemeente: kijk bij {who.parent}."
        )
    return f"{who.goal} is niet vastgelegd. Neem het op in het werkblad Doelen; dat staat op de pagina Gebieden."


def _standing(found: Council, who: Speaker) -> Said:
    topic, at = "Waar we staan" if who.we else "Waar het staat", found.outcome.realised
    if isinstance(at, Gap):
        return Said(
            topic, f"Hoe ver {who.place} is, is niet te zeggen: er is geen cijfer over een heel jaar.", "", False
        )
    least = "ten minste " if found.outcome.series.is_lower_bound else ""
    said = f"{who.stands} op {least}{amount(found.outcome.indicator, at.value)} ({at.period})."
    basis = f"Cijfer over {at.period}, {council_words.status(at.status)}"
    if least:
        basis += ", ondergrens: niet alle wind op land is vastgelegd"
    result = found.outcome.result
    if isinstance(result, Result) and not isinstance(result.reach, NoNumber):
        return Said(topic, f"{said} Dat is {least}{percent(result.reach)} van het doel.", basis)
    return Said(topic, f"{said} {_no_reach(result)}", basis, False)


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
    said = council_pace.sentence(pace, goal, who)
    return Said("Tempo", said, _pace_basis(pace, at), not isinstance(pace.actual, NoNumber))


def _pace_basis(pace: Pace, at: Realised | Gap) -> str:
    if isinstance(pace.actual, NoNumber):
        return ""
    marks = (
        pace.light.marks if not isinstance(pace.light, NoNumber) else ((at.status,) if isinstance(at, Realised) else ())
    )
    how = text.enumeration([council_words.status(one) for one in marks]) or "definitief"
    return f"Gemeten van {pace.since} tot en met {pace.until}, {how}"


def _peers(found: Council, who: Speaker) -> Said:
    topic, peers = "Vergelijking", found.peers
    if not isinstance(peers, SolarBeside):
        if found.about.level is Level.LAND:
            return Said(topic, "Er is geen gelijksoortig land om mee te vergelijken in deze cijfers.", "", False)
        if who.parent or not found.about.is_place:
            return Said(
                topic, "Deze vergelijking is er alleen voor hele gemeenten, energieregio's en provincies.", "", False
            )
        return Said(topic, "Er zijn te weinig gelijksoortige gebieden met een cijfer om mee te vergelijken.", "", False)
    own, beside = text.number(peers.beside.value), peers.beside
    group = council_words.group(peers.group, who.province)
    said = (
        f"Bij ons staat {own} kWp aan zonnepanelen per 1.000 inwoners." if who.we
        else f"In {who.place} staat {own} kWp aan zonnepanelen per 1.000 inwoners."
    )  # fmt: skip
    said += f" In het midden van de {group} is dat {text.number(beside.median)} kWp. In {beside.lower} van de {beside.known} is het minder."
    basis = f"{peers.publisher}, {peers.period}, {council_words.status(peers.status)}; cijfer bekend van {beside.known} van {beside.of}"
    return Said(topic, said, basis)


def as_text(found: list[Said], heading: str) -> str:
    """All ten as one text to paste in a mail or a note."""
    return "\n".join([heading, "", *_lines(found)])


def _lines(found: list[Said]) -> Iterator[str]:
    for place, one in enumerate(found, start=1):
        begin = f"{one.topic}: " if one.topic == UNKNOWN else ""
        basis = f" ({one.basis}.)" if one.basis else ""
        yield f"{place}. {begin}{one.words}{basis}"

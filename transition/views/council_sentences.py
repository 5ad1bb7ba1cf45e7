"""The ten sentences an alderman says to the council, by rules from the data; where one cannot be said, why and what would help."""

from collections.abc import Iterator
from dataclasses import dataclass

from transition.domain.areas import Level
from transition.domain.register.choices import DECIDERS
from transition.domain.values import Gap
from transition.metrics.band import Band
from transition.metrics.council import Coming, Council, Held
from transition.metrics.council_peers import SolarBeside
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.shares import AIM
from transition.metrics.scope import Sort
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.views import area_words, council_pace, council_words, sign_text, text
from transition.views.council_unknown import left_to_know
from transition.views.council_words import Speaker, amount, areas, percent, some

UNKNOWN = "Dit weten we niet"
_NO_AREAS = "is niet te zeggen: er is geen gebied vastgelegd. Dat doet u op de pagina Gebieden."


@dataclass(frozen=True)
class Said:
    """One of the ten. topic: a few words; words: what can be said, or why it cannot; basis: where it comes from and how sure it is.

    is_known: whether it says what was asked, and not only why it cannot be said. All plain text.
    """

    topic: str
    words: str
    basis: str
    is_known: bool = True


def ten(found: Council, who: Speaker) -> list[Said]:
    """In the order of the reference: goal, result, pace, what holds up, who leads, whose it is, money, decision, peers, unknown."""
    return [
        _goal(found, who),
        _standing(found, who),
        _pace(found, who),
        _held_up(found),
        _leads(found),
        _ownership(found),
        _money(found),
        _decision(found, who),
        _peers(found, who),
        Said(UNKNOWN, left_to_know(found, who), "", True),
    ]


def _register(found: Council, more: str = "") -> str:
    """Where what people recorded comes from; more: on how much of it the sentence rests."""
    hidden = found.recorded.hidden
    left = f", zonder {areas(hidden)} die niet openbaar {'is' if hidden == 1 else 'zijn'}" if hidden else ""
    return f"Register, stand {text.day(found.day.isoformat())}{f', {more}' if more else ''}{left}"


def _goal(found: Council, who: Speaker) -> Said:
    goal, topic = found.outcome.goal, "Ons doel" if who.we else "Het doel"
    if isinstance(goal, NoNumber):
        return Said(topic, _no_goal(found, who), "", False)
    said = f"{who.goal} is {amount(goal.indicator, goal.value)} in {goal.year}. {_decided(goal)}"
    return Said(topic, said, _from_register(found, goal))


def _from_register(found: Council, goal: Goal) -> str:
    return "Gepubliceerd doel, niet in het register vastgelegd" if _is_stated(goal) else _register(found)


def _is_stated(goal: Goal) -> bool:
    """Whether it comes from publications: nobody recorded a decision."""
    return goal.scope in ("national", "regional") and not goal.decided_on and not goal.decided_by


def _decided(goal: Goal) -> str:
    if _is_stated(goal):
        return "Dat staat in publicaties; het besluit erachter is hier niet vastgelegd."
    by = DECIDERS.get(goal.decided_by, "")
    if by and goal.decided_on:
        return f"Dat is vastgesteld op {text.day(goal.decided_on.isoformat())} door {_the(by)}."
    if by:
        return f"Dat is vastgesteld door {_the(by)}; de datum is niet vastgelegd."
    if goal.decided_on:
        return f"Dat is vastgesteld op {text.day(goal.decided_on.isoformat())}; door wie is niet vastgelegd."
    return "Wie dat heeft vastgesteld en wanneer, is niet vastgelegd."


_ARTICLES = {"Iemand anders": "iemand anders", "Lokale trekker of leden": "de lokale trekker of de leden"}


def _the(decider: str) -> str:
    if decider in _ARTICLES:
        return _ARTICLES[decider]
    article = "het" if decider.startswith("College") else "de"
    return f"{article} {decider[:1].lower()}{decider[1:]}"


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


def _held_up(found: Council) -> Said:
    held, topic = found.recorded.held_up, "Wat tegenhoudt"
    if not held.of:
        return Said(topic, f"Wat tegenhoudt, {_NO_AREAS}", "", False)
    if not held.judged and not held.causes:
        return Said(topic, f"Van geen van de {areas(held.of)} is vastgelegd of iets tegenhoudt.", "", False)
    basis = _register(found, f"van {held.judged} van de {areas(held.of)}")
    if not held.causes:
        return Said(topic, "Nergens is vastgelegd dat iets een stap tegenhoudt.", basis)
    total = len({area for one in held.causes for area in one.areas})
    first = (
        f"In {total} van de {areas(held.of)} houdt iets een stap tegen."
        if held.of > 1
        else "Iets houdt een stap tegen."
    )
    return Said(topic, " ".join([first, *(_cause(one, held.of) for one in held.causes[:3])]), basis)


def _cause(one: Held, of: int) -> str:
    """'Stroomnet (3 gebieden): daarover gaat de netbeheerder.'"""
    count = f" ({areas(len(one.areas))})" if of > 1 else ""
    known = [_the(DECIDERS[code]) for code in one.deciders if code in DECIDERS]
    over = (
        f"daarover {'gaan' if len(known) > 1 else 'gaat'} {text.enumeration(known)}"
        if known
        else "wie daarover gaat, is niet vastgelegd"
    )
    waits = sign_text.WAITS_FOR.get(one.cause, one.cause)
    return f"Wachten op {waits}{count}: {over}."


def _leads(found: Council) -> Said:
    leads, topic = found.recorded.leads, "Wie de leiding heeft"
    if not leads.of:
        return Said(topic, f"Wie de leiding heeft, {_NO_AREAS}", "", False)
    known = leads.of - len(leads.unknown)
    if not known:
        return Said(topic, f"Van geen van de {areas(leads.of)} is vastgelegd wie trekt.", "", False)
    said = [
        _led("hebben bewoners of ondernemers zelf de leiding", leads.local),
        _led("heeft een andere partij de leiding", leads.other),
        _led("is er nog geen trekker", leads.nobody),
    ]
    if not leads.local:
        said.insert(0, "Nergens is vastgelegd dat bewoners of ondernemers zelf de leiding hebben.")
    return Said(topic, " ".join(one for one in said if one), _register(found, f"van {known} van de {areas(leads.of)}"))


def _led(what: str, names: tuple[str, ...]) -> str:
    return f"In {areas(len(names))} {what}: {some(names)}." if names else ""


def _ownership(found: Council) -> Said:
    broad, strict, topic = found.broad, found.strict, "Lokaal eigendom"
    basis = _register(
        found, f"productie bekend van {broad.n} van {broad.of} projecten{', geschat' if broad.estimated else ''}"
    )
    if not isinstance(broad.share, NoNumber) and not isinstance(strict.share, NoNumber):
        unknown = (
            f" Van {percent(broad.unknown)} is de eigenaar onbekend."
            if broad.unknown
            else " Van alles is de eigenaar bekend."
        )
        part = f"{percent(strict.share)} is van bewoners" if strict.share else "niets daarvan is van bewoners"
        return Said(
            topic,
            f"Van de opwek met zon en wind op land is {percent(broad.share)} lokaal eigendom; {part}.{unknown} "
            f"Het streven is {percent(AIM)} in 2030; dat is een ambitie, geen verplichting.",
            basis,
        )
    if isinstance(broad.band, Band):
        low, high = percent(broad.band.low), percent(broad.band.high)
        said = f"Van {percent(broad.unknown)} van de opwek is de eigenaar onbekend. Lokaal eigendom ligt tussen {low} en {high}."
        return Said(topic, said, basis, False)
    if broad.of:
        return Said(
            topic, f"Van geen van de {broad.of} projecten is de productie bekend. Daarom is er geen aandeel.", "", False
        )
    return Said(
        topic,
        "Van wie de opwek is, is niet vastgelegd. Leg projecten met hun eigenaren vast op de pagina Gebieden.",
        "",
        False,
    )


def _money(found: Council) -> Said:
    money, topic = found.recorded.money, "Geld"
    if not money.of:
        return Said(topic, f"Wat het kost, {_NO_AREAS}", "", False)
    if isinstance(money.cost, NoNumber):
        return Said(
            topic, f"Van geen van de {areas(money.of)} zijn kosten vastgelegd die bij elkaar passen.", "", False
        )
    least = "ten minste " if money.is_lower_bound else ""
    whose = "Dit gebied kost" if money.of == 1 else f"De {areas(money.of)} kosten samen"
    said = [f"{whose} {least}{_euros(money.cost)}."]
    if isinstance(money.covered, NoNumber) or isinstance(money.open, NoNumber) or isinstance(money.gap, NoNumber):
        said.append("Hoeveel daarvan gedekt is, is niet vastgelegd.")
    else:
        some_cover = money.with_cover < money.with_cost
        of = f" van de {_euros(money.cost_with_cover)} waarvan de dekking is vastgelegd" if some_cover else ""
        said.append(f"Toegezegd is {percent(money.covered) if money.covered else 'nog niets'}{of}.")
        said.append(f"Nog niet toegezegd is {_euros(money.open)}; voor {_euros(money.gap)} is nog geen geld in zicht.")
    years = (
        f", prijzen van {text.enumeration([str(year) for year in money.price_levels])}" if money.price_levels else ""
    )
    basis = _register(
        found, f"kosten van {money.with_cost} en dekking van {money.with_cover} van de {areas(money.of)}{years}"
    )
    return Said(topic, " ".join(said), basis, not isinstance(money.covered, NoNumber))


def _euros(amount: float) -> str:
    """Millions with one decimal: a council speaks of no smaller part."""
    return area_words.euros(round(amount, -5) if amount >= 1e6 else amount)


def _decision(found: Council, who: Speaker) -> Said:
    decisions, topic = found.recorded.decisions, "Volgend besluit van de raad"
    past = len(decisions.past)
    late = f" Van {past} eerdere besluit{'en' if past > 1 else ''} is de geplande dag voorbij." if past else ""
    if decisions.next is None:
        return Said(
            topic,
            f"Er is geen volgend besluit van de raad vastgelegd met een datum.{late}",
            _register(found) if past else "",
            False,
        )
    whose = "uw raad" if who.we else "een gemeenteraad"
    return Said(topic, f"Het volgende besluit van {whose} is {_coming(decisions.next)}.{late}", _register(found))


def _coming(one: Coming) -> str:
    where = f" in {one.area}" if one.area else ""
    return f"'{one.what}'{where}, op {text.day(one.due.isoformat())}"


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

"""What the register lets an alderman say: what holds up, who leads, whose it is, what it costs, and the next decision."""

from dataclasses import dataclass

from transition.domain.register.choices import DECIDERS
from transition.metrics.band import Band
from transition.metrics.council import Coming, Council, Held
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.shares import AIM, Definition, Share
from transition.metrics.steering.goal import Goal
from transition.views import area_words, ownership_words, sign_text, text
from transition.views.council_words import Speaker, areas, of_areas, percent, some

_NO_AREAS = "is niet te zeggen: er is geen gebied vastgelegd."
_RECORD_AREAS = "Gebieden legt u vast op de pagina Gebieden."


@dataclass(frozen=True)
class Said:
    """One of the ten. topic: a few words; words: what can be said, or why it cannot; basis: where it comes from and how sure it is.

    is_known: whether it says what was asked, and not only why it cannot be said. todo: what would help; for the reader alone, never
    said aloud. All plain text.
    """

    topic: str
    words: str
    basis: str
    is_known: bool = True
    todo: str = ""


def register(found: Council, more: str = "") -> str:
    """Where what people recorded comes from; more: on how much of it the sentence rests."""
    left = f", zonder {not_public(found.recorded.hidden, 'gebied', 'gebieden')}" if found.recorded.hidden else ""
    return f"Register, stand {text.day(found.day.isoformat())}{f', {more}' if more else ''}{left}"


def not_public(count: int, one: str, more: str) -> str:
    """'1 project dat niet openbaar is', '3 gebieden die niet openbaar zijn'."""
    return f"1 {one} dat niet openbaar is" if count == 1 else f"{text.number(count)} {more} die niet openbaar zijn"


_ARTICLES = {
    "Iemand anders": "iemand anders",
    "Het Rijk": "het Rijk",
    DECIDERS["local"]: "de lokale partij",
}


def the(decider: str) -> str:
    """A label of `DECIDERS` as it stands in a sentence."""
    if decider in _ARTICLES:
        return _ARTICLES[decider]
    article = "het" if decider.startswith("College") else "de"
    return f"{article} {decider[:1].lower()}{decider[1:]}"


def held_up(found: Council) -> Said:
    """What holds steps up, and who decides on it."""
    held, topic = found.recorded.held_up, "Wat tegenhoudt"
    if not held.of:
        return Said(topic, f"Wat tegenhoudt, {_NO_AREAS}", "", False, _RECORD_AREAS)
    if not held.judged and not held.causes:
        return Said(topic, f"Van {of_areas(0, held.of)} is vastgelegd of iets tegenhoudt.", "", False)
    basis = register(found, f"vastgelegd van {of_areas(held.judged, held.of)}")
    if not held.causes:
        return Said(topic, "Nergens is vastgelegd dat iets een stap tegenhoudt.", basis)
    total = len({area for one in held.causes for area in one.areas})
    first = f"In {of_areas(total, held.of)} houdt iets een stap tegen." if held.of > 1 else "Iets houdt een stap tegen."
    return Said(topic, " ".join([first, *(_cause(one, held.of) for one in held.causes[:3])]), basis)


def _cause(one: Held, of: int) -> str:
    """'Stroomnet (3 gebieden): over die stap beslist de netbeheerder.'"""
    count = f" ({areas(len(one.areas))})" if of > 1 else ""
    # where the lead is missing, that lead cannot be the one to decide
    deciders = [code for code in one.deciders if not (one.cause == "lead" and code == "local")]
    known = [the(DECIDERS[code]) for code in deciders if code in DECIDERS]
    over = (
        f"over die stap {'beslissen' if len(known) > 1 else 'beslist'} {text.enumeration(known)}"
        if known
        else "wie over die stap beslist, is niet vastgelegd"
    )
    waits = sign_text.WAITS_FOR.get(one.cause, one.cause)
    return f"Wachten op {waits}{count}: {over}."


def leads(found: Council) -> Said:
    """In which areas people there lead themselves, and in which not yet."""
    leads, topic = found.recorded.leads, "Wie de leiding heeft"
    if not leads.of:
        return Said(topic, f"Wie de leiding heeft, {_NO_AREAS}", "", False, _RECORD_AREAS)
    known = leads.of - len(leads.unknown)
    if not known:
        return Said(topic, f"Van {of_areas(0, leads.of)} is vastgelegd wie trekt.", "", False)
    said = [
        _led("hebben bewoners of ondernemers zelf de leiding", leads.local),
        _led("heeft een andere partij de leiding", leads.other),
        _led("is er nog geen trekker", leads.nobody),
    ]
    if not leads.local:
        said.insert(0, "Nergens is vastgelegd dat bewoners of ondernemers zelf de leiding hebben.")
    return Said(
        topic, " ".join(one for one in said if one), register(found, f"vastgelegd van {of_areas(known, leads.of)}")
    )


def _led(what: str, names: tuple[str, ...]) -> str:
    return f"In {areas(len(names))} {what}: {some(names)}." if names else ""


def ownership(found: Council, who: Speaker) -> Said:
    """Whose the production is: what is unknown first, then the part of what is known, then between what it lies over all."""
    broad, strict, topic = found.broad, found.strict, "Lokaal eigendom"
    if not broad.of:
        todo = "Leg projecten met hun eigenaren vast op de pagina Gebieden."
        return Said(topic, f"Van wie {ownership_words.COUNTED} is, is niet vastgelegd.", "", False, todo)
    basis = register(found, _of_projects(found))
    if not broad.n:
        whole = ownership_words.of_projects(0, broad.of)
        return Said(topic, f"Van {whole} is de productie bekend. Daarom is er geen aandeel.", basis, False)
    said = [*_shares(broad, strict), _aim(found.local_goal, who)]
    return Said(topic, " ".join(said), basis, not isinstance(broad.share, NoNumber))


def _of_projects(found: Council) -> str:
    broad = found.broad
    said = f"productie bekend van {ownership_words.of_projects(broad.n, broad.of)}"
    if broad.estimated:
        said += ", geschat uit het vermogen" if broad.estimated == broad.n else f", waarvan {broad.estimated} geschat"
    if found.hidden_projects:
        said += f", zonder {not_public(found.hidden_projects, 'project', 'projecten')}"
    return said


def _shares(broad: Share, strict: Share) -> list[str]:
    counted, known = ownership_words.COUNTED, not isinstance(broad.share, NoNumber)
    shares = _of_known(broad.share, strict.share) if known else ""
    if not broad.unknown:
        return [f"Van {counted} {shares}", "Van alles is de eigenaar bekend."]
    said = [f"Van {percent(broad.unknown)} van {counted} is de eigenaar onbekend."]
    said += [f"Van de opwek waarvan wij de eigenaar kennen, {shares}"] if known else []
    lies = ownership_words.lies(broad.band) if isinstance(broad.band, Band) else ""
    return [*said, f"Over alle opwek ligt lokaal eigendom {lies}."] if lies else said


def _of_known(broad: float | NoNumber, strict: float | NoNumber) -> str:
    assert not isinstance(broad, NoNumber), "asked only where there is a share"
    residents = ownership_words.OF_WHOM[Definition.STRICT]
    part = (
        f"{percent(strict)} is {residents}" if isinstance(strict, float) and strict else f"niets daarvan is {residents}"
    )
    return f"is {percent(broad)} lokaal eigendom; {part}."


def _aim(goal: Goal | None, who: Speaker) -> str:
    """The own goal where there is one; else what the country strives for."""
    if goal is None:
        return f"Het streven is {percent(AIM)} in 2030; dat is een ambitie, geen verplichting."
    whose = "Ons eigen doel" if who.we else f"Het eigen doel van {who.place}"
    return f"{whose} is {text.quantity(goal.value, '%')} in {goal.year}."


def money(found: Council) -> Said:
    """What it costs, what is promised, and what is missing."""
    money, topic = found.recorded.money, "Geld"
    if not money.of:
        return Said(topic, f"Wat het kost, {_NO_AREAS}", "", False, _RECORD_AREAS)
    if isinstance(money.cost, NoNumber):
        return Said(topic, f"Van {of_areas(0, money.of)} zijn kosten vastgelegd die bij elkaar passen.", "", False)
    least = "ten minste " if money.is_lower_bound else ""
    whose = "Dit gebied kost" if money.of == 1 else f"De {areas(money.of)} kosten samen"
    said = [f"{whose} {least}{_euros(money.cost)}."]
    if isinstance(money.covered, NoNumber) or isinstance(money.open, NoNumber) or isinstance(money.gap, NoNumber):
        said.append("Hoeveel daarvan gedekt is, is niet vastgelegd.")
    elif money.open <= 0 and money.with_cover == money.with_cost:
        said.append("Alles daarvan is toegezegd.")
    else:
        some_cover = money.with_cover < money.with_cost
        of = f" van de {_euros(money.cost_with_cover)} waarvan de dekking is vastgelegd" if some_cover else ""
        said.append(f"Toegezegd is {percent(money.covered) if money.covered else 'nog niets'}{of}.")
        said.append(f"Nog niet toegezegd is {_euros(money.open)}; voor {_euros(money.gap)} is nog geen geld in zicht.")
    years = (
        f", prijzen van {text.enumeration([str(year) for year in money.price_levels])}" if money.price_levels else ""
    )
    basis = register(
        found,
        f"kosten van {of_areas(money.with_cost, money.of)}, dekking van {of_areas(money.with_cover, money.of)}{years}",
    )
    return Said(topic, " ".join(said), basis, not isinstance(money.covered, NoNumber))


def _euros(amount: float) -> str:
    """Millions with one decimal: a council speaks of no smaller part."""
    return area_words.euros(round(amount, -5) if amount >= 1e6 else amount)


def decision(found: Council, who: Speaker) -> Said:
    """The next decision of the council."""
    decisions, topic = found.recorded.decisions, "Volgend besluit van de raad"
    past = len(decisions.past)
    earlier, them = (
        ("1 eerder besluit", "het is") if past == 1 else (f"{text.number(past)} eerdere besluiten", "ze zijn")
    )
    late = f" Van {earlier} is de geplande dag voorbij; of {them} genomen, is niet vastgelegd." if past else ""
    if decisions.next is None:
        return Said(
            topic,
            f"Er is geen volgend besluit van de raad vastgelegd met een datum.{late}",
            register(found) if past else "",
            False,
        )
    whose = "uw raad" if who.we else "een gemeenteraad"
    return Said(topic, f"Het volgende besluit van {whose} is {_coming(decisions.next)}.{late}", register(found))


def _coming(one: Coming) -> str:
    where = f" in {one.where}" if one.where else ""
    return f"'{one.what}'{where}, op {text.day(one.due.isoformat())}"

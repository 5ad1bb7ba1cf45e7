"""What the register lets an alderman say: what holds up, who leads, whose it is, what it costs, and the next decision."""

from dataclasses import dataclass

from transition.domain.register.choices import DECIDERS
from transition.metrics.band import Band
from transition.metrics.council import Coming, Council, Held
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.shares import AIM
from transition.views import area_words, sign_text, text
from transition.views.council_words import Speaker, areas, percent, some

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


def register(found: Council, more: str = "") -> str:
    """Where what people recorded comes from; more: on how much of it the sentence rests."""
    hidden = found.recorded.hidden
    those = "dat niet openbaar is" if hidden == 1 else "die niet openbaar zijn"
    left = f", zonder {areas(hidden)} {those}" if hidden else ""
    return f"Register, stand {text.day(found.day.isoformat())}{f', {more}' if more else ''}{left}"


_ARTICLES = {
    "Iemand anders": "iemand anders",
    "Het Rijk": "het Rijk",
    "Lokale trekker of leden": "de lokale trekker of de leden",
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
        return Said(topic, f"Wat tegenhoudt, {_NO_AREAS}", "", False)
    if not held.judged and not held.causes:
        return Said(topic, f"Van geen van de {areas(held.of)} is vastgelegd of iets tegenhoudt.", "", False)
    basis = register(found, f"van {held.judged} van de {areas(held.of)}")
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
    known = [the(DECIDERS[code]) for code in one.deciders if code in DECIDERS]
    over = (
        f"daarover {'gaan' if len(known) > 1 else 'gaat'} {text.enumeration(known)}"
        if known
        else "wie daarover gaat, is niet vastgelegd"
    )
    waits = sign_text.WAITS_FOR.get(one.cause, one.cause)
    return f"Wachten op {waits}{count}: {over}."


def leads(found: Council) -> Said:
    """In which areas people there lead themselves, and in which not yet."""
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
    return Said(topic, " ".join(one for one in said if one), register(found, f"van {known} van de {areas(leads.of)}"))


def _led(what: str, names: tuple[str, ...]) -> str:
    return f"In {areas(len(names))} {what}: {some(names)}." if names else ""


def ownership(found: Council) -> Said:
    """Whose the production is."""
    broad, strict, topic = found.broad, found.strict, "Lokaal eigendom"
    basis = register(
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


def money(found: Council) -> Said:
    """What it costs, what is promised, and what is missing."""
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
        found, f"kosten van {money.with_cost} en dekking van {money.with_cover} van de {areas(money.of)}{years}"
    )
    return Said(topic, " ".join(said), basis, not isinstance(money.covered, NoNumber))


def _euros(amount: float) -> str:
    """Millions with one decimal: a council speaks of no smaller part."""
    return area_words.euros(round(amount, -5) if amount >= 1e6 else amount)


def decision(found: Council, who: Speaker) -> Said:
    """The next decision of the council."""
    decisions, topic = found.recorded.decisions, "Volgend besluit van de raad"
    past = len(decisions.past)
    late = f" Van {past} eerdere besluit{'en' if past > 1 else ''} is de geplande dag voorbij." if past else ""
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

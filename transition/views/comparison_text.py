"""Comparing in Dutch words: with whom, which place, and why something cannot be compared. Plain text: whoever shows it escapes it."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Indicator
from transition.domain.values import Gap
from transition.metrics.comparison.gate import Comparable, Reason, Refusal, Remark
from transition.metrics.comparison.neighbours import Choice
from transition.metrics.comparison.peer_group import MOST_OWN, Dropped, PeerGroup, Sort
from transition.metrics.comparison.spread import FEWEST, Spread
from transition.metrics.no_number import Fact, NoNumber, Why
from transition.views import text
from transition.views.neighbour_text import CHOICES

_Facts = Mapping[str, Fact]
SORTS = {
    Sort.NEIGHBOURS: "Gemeenten die erop lijken",
    Sort.SIZE: "Even grote gemeenten",
    Sort.PROVINCE: "Dezelfde provincie",
    Sort.RES: "Dezelfde energieregio",
    Sort.COMMUNITY: "Dezelfde community",
    Sort.WITHIN: "Dezelfde gemeente",
    Sort.EACH_OTHER: "Allemaal",
    Sort.OWN: "Eigen keuze",
}
"""The kinds of groups, as they are chosen."""
DROPPED = {
    Dropped.UNKNOWN: "dit gebied kennen we niet",
    Dropped.OTHER_LEVEL: "dit is een ander soort gebied",
    Dropped.ENDED: "deze gemeente bestaat niet meer",
    Dropped.TWICE: "stond er twee keer in",
    Dropped.ITSELF: "dit is het gebied zelf",
    Dropped.TOO_MANY: f"er kunnen er {MOST_OWN} in",
}
REMARKS = {
    Remark.PROVISIONAL: "Een deel van de cijfers is voorlopig en kan nog veranderen.",
    Remark.RECALCULATED: "Een deel van de cijfers is omgerekend naar andere grenzen.",
    Remark.INCOMPLETE: "Niet elk gebied heeft een cijfer.",
    Remark.PERIODS_DIFFER: "De twee cijfers zijn van verschillende jaren.",
    Remark.ESTIMATED: "Een deel van de cijfers is geschat.",
}
"""What has to be said beside a comparison."""


def group(found: PeerGroup, place: str) -> str:
    """With whom, as it stands in a sentence: 'gemeenten die op Assen lijken (woningen)', 'gemeenten in Drenthe'."""
    facts, many = found.facts, text.PLURALS[found.level]
    if found.sort is Sort.NEIGHBOURS:
        return f"gemeenten die op {place} lijken ({CHOICES[Choice(str(facts['choice']))]})"
    if found.sort is Sort.SIZE:
        return f"gemeenten met {_size(_number(facts, 'least'), _number(facts, 'below'))}"
    if found.sort is Sort.EACH_OTHER:
        return f"{many} in het land"
    if found.sort is Sort.OWN:
        return f"{many} die u koos"
    if found.sort is Sort.WITHIN:
        return f"{many} van {facts['name']}"
    where = {Sort.PROVINCE: "in", Sort.RES: "in de energieregio", Sort.COMMUNITY: "in de community"}[found.sort]
    return f"gemeenten {where} {facts['name']}"


def no_group(gap: Gap) -> str:
    """Why a group cannot be made."""
    if isinstance(gap, NoNumber) and gap.why is Why.TOO_FEW_CASES:
        found, needed = int(_number(gap.facts, "found")), int(_number(gap.facts, "needed"))
        others = "geen andere" if not found else "1 andere" if found == 1 else f"{found} andere"
        return f"Deze groep heeft {others}. Om te vergelijken zijn er minstens {needed} nodig."
    if isinstance(gap, NoNumber) and gap.why is Why.NO_INHABITANTS:
        return "Het aantal inwoners is niet bekend. Daarom is er geen groep van even grote gemeenten."
    return text.because(gap)


def dropped(found: Sequence[tuple[str, Dropped]], names: Mapping[str, str]) -> str:
    """'Niet meegenomen: Haaren (deze gemeente bestaat niet meer).'; '' when all are in. names: code -> name."""
    said = [f"{names.get(code, code)} ({DROPPED[why]})" for code, why in found]
    return f"Niet meegenomen: {text.enumeration(said)}." if said else ""


def place(found: Spread, level: Level, within: str) -> str:
    """'nummer 3 van de 11 met een cijfer (hoogste eerst), onder gemeenten in Drenthe'; within: of `group`."""
    if isinstance(found.rank, NoNumber):
        return f"zonder cijfer, en dus zonder plaats onder {within}"
    if found.of == 1:
        return f"als enige {text.PER_LEVEL[level]} met een cijfer onder {within}"
    return f"nummer {found.rank} van de {found.of} met een cijfer ({text.first(found.direction)}), onder {within}"


def middle(found: Spread, indicator: Indicator) -> str:
    """Where the group lies: its middle and the half around it; of few only from which to which."""

    unit, decimals = indicator.unit, indicator.decimals
    if isinstance(found.median, NoNumber):
        ends = f" De cijfers lopen van {_range(found.least, found.most, 'tot', indicator)}." if found.of > 1 else ""
        return f"Er {_is(found.of)} {found.of} met een cijfer; bij minder dan {FEWEST} geven we geen midden.{ends}"
    low, high = cast("float", found.low_quartile), cast("float", found.high_quartile)
    half = _range(low, high, "en", indicator)
    return f"Het midden is {text.quantity(found.median, unit, decimals)}. De helft zit tussen {half}."


def missing(found: Spread, names: Mapping[str, str], most: int = 4) -> str:
    """'Van 2 is er geen cijfer: Boxtel en Vught.'; '' when nobody misses. names: code -> name."""
    if not found.missing:
        return ""
    some = [names.get(code, code) for code in found.missing[:most]]
    left = len(found.missing) - len(some)
    return f"Van {len(found.missing)} is er geen cijfer: {text.enumeration([*some, *([f'{left} andere'] if left else [])])}."


def year(period: str, found: Comparable | Refusal | Gap, until: str = "") -> str:
    """A year as it is chosen; one that cannot be compared, or is not complete, says so. until: the day it is measured up to."""
    if isinstance(found, Refusal):
        return f"{period} (niet te vergelijken)"
    return f"{period} (geen cijfer)" if isinstance(found, Gap) else text.period(period, until)


def refused(found: Refusal) -> str:
    """Why two figures are not put beside each other, in one sentence."""
    return f"Niet te vergelijken: {_REFUSED[found.reason](found.facts)}."


def _range(low: float, high: float, word: str, indicator: Indicator) -> str:
    return f"{text.number(low, indicator.decimals)} {word} {text.quantity(high, indicator.unit, indicator.decimals)}"


def _size(least: float, below: float) -> str:
    if not below:
        return f"{text.number(least)} inwoners of meer"
    if not least:
        return f"minder dan {text.number(below)} inwoners"
    return f"{text.number(least)} tot {text.number(below)} inwoners"


def _number(facts: _Facts, name: str) -> float:
    return float(cast("float", facts[name]))


def _is(count: int) -> str:
    return "is" if count == 1 else "zijn"


def _level(facts: _Facts, name: str) -> str:
    level = str(facts[name])
    return f"een {text.PER_LEVEL[level]}" if level in text.PER_LEVEL else "een gebied in het register"


def _measure(facts: _Facts, name: str) -> str:
    known = catalog.indicators().get(str(facts[name]))
    return f"‘{known.short}’" if known else "een cijfer uit het register"


_DEFINITIONS = {"": "het totaal", "strict": "strikt", "broad": "breed"}


def _part(facts: _Facts, name: str) -> str:
    word = str(facts[name])
    labels = {id: label for one in catalog.indicators().values() for id, label in one.breakdowns.items()}
    return _DEFINITIONS.get(word) or labels.get(word, "een ander deel")


_PER = {"population_count": "per inwoner", "dwellings_count": "per woning", "households_count": "per huishouden"}


def _per(facts: _Facts, name: str) -> str:
    return _PER.get(str(facts[name]), "niet per inwoner of woning")


def _because(facts: _Facts) -> str:
    because = str(facts.get("because") or "").removesuffix(".")
    return f" ({because})" if because else ""


def _of(facts: _Facts, known: str = "known", of: str = "of") -> str:
    return f"{text.number(_number(facts, known))} van de {text.number(_number(facts, of))}"


_REFUSED: dict[Reason, Callable[[_Facts], str]] = {
    Reason.EXAMPLE: lambda _: "het ene cijfer is een voorbeeld, het andere is echt",
    Reason.OTHER_LEVEL: lambda f: f"het ene cijfer gaat over {_level(f, 'one')}, het andere over {_level(f, 'other')}",
    Reason.OTHER_INDICATOR: lambda f: f"het ene cijfer is {_measure(f, 'one')}, het andere {_measure(f, 'other')}",
    Reason.OTHER_DEFINITION: lambda f: f"het ene cijfer telt {_part(f, 'one')}, het andere {_part(f, 'other')}",
    Reason.OTHER_DENOMINATOR: lambda f: f"het ene cijfer is {_per(f, 'one')}, het andere {_per(f, 'other')}",
    Reason.OTHER_SCALE: lambda f: (
        f"het ene oordeel staat op schaal {f['one'] or 'onbekend'}, het andere op schaal {f['other'] or 'onbekend'}"
    ),
    Reason.MIXED_SCALES: lambda f: (
        f"in één cijfer zitten oordelen op schaal {text.enumeration([str(one) for one in cast('tuple[str, ...]', f['scales'])])}"
    ),
    Reason.OTHER_PERIOD: lambda f: f"het ene cijfer is van {f['one']}, het andere van {f['other']}",
    Reason.PARTIAL_PERIOD: lambda f: f"{f['period']} is nog niet compleet (tot en met {text.day(str(f['until']))})",
    Reason.DEFINITION_BREAK: lambda f: f"sinds {f['period']} wordt anders gemeten{_because(f)}",
    Reason.OTHER_BOUNDARIES: lambda f: (
        f"het ene cijfer staat op de grenzen van {_number(f, 'one'):.0f}, het andere op die van {_number(f, 'other'):.0f}"
    ),
    Reason.REDRAWN: lambda f: f"sinds {f['period']} gaat het over een ander stuk land{_because(f)}",
    Reason.ESTIMATED: lambda _: "het ene cijfer is gemeten, het andere geschat",
    Reason.LITTLE_COVERAGE: lambda f: f"er is maar een cijfer van {_of(f)}",
    Reason.OTHER_COVERAGE: lambda f: (
        f"het ene cijfer rust op {_of(f)}, het andere op {_of(f, 'other_known', 'other_of')}"
    ),
}

"""Why a figure about goals, pace or ownership cannot be given, as one plain Dutch sentence for every code."""

from collections.abc import Callable, Mapping

from transition import catalog
from transition.domain.register.choices import TARGET_INDICATORS
from transition.domain.values import Gap
from transition.metrics.no_number import Fact, NoNumber, Why
from transition.views import text

Facts = Mapping[str, Fact]


def sentence(gap: Gap) -> str:
    """Why there is no number: a whole sentence, to stand by itself."""
    if isinstance(gap, NoNumber):
        return _SAID[gap.why](gap.facts)
    return text.because(gap)


def short(gap: Gap) -> str:
    """In the place of the figure itself, a few words."""
    if isinstance(gap, NoNumber):
        return _SHORT.get(gap.why, "niet te bepalen")
    return "niet te bepalen"


def figure(indicator: str) -> str:
    """What a goal is about, as it stands in a sentence: 'zon en wind op land'."""
    if indicator in TARGET_INDICATORS:
        name = TARGET_INDICATORS[indicator].partition(" (")[0]
    else:
        name = catalog.indicator(indicator).name if indicator in catalog.indicators() else indicator
    return name[0].lower() + name[1:]


_ARTICLES = {
    "solar_capacity_kwp": "het ",
    "gas_use_m3_per_dwelling": "het ",
    "electricity_use_kwh_per_dwelling": "de ",
    "solar_installations_count": "het ",
}


def the_figure(indicator: str) -> str:
    """As `figure`, with its article where it has one: 'het gasverbruik per woning'."""
    return f"{_ARTICLES.get(indicator, '')}{figure(indicator)}"


def _of(facts: Facts, name: str, decimals: int = 0) -> str:
    found = facts.get(name)
    return text.number(float(found), decimals) if isinstance(found, int | float) else str(found or "onbekend")


def _year(facts: Facts, name: str) -> str:
    return str(facts.get(name, "onbekend"))


def _about(facts: Facts) -> str:
    return the_figure(str(facts.get("indicator", "dit cijfer")))


def _list(facts: Facts, name: str) -> str:
    found = facts.get(name, ())
    return text.enumeration([str(one) for one in found]) if isinstance(found, tuple) else str(found)


def _percent(facts: Facts, name: str) -> str:
    found = facts.get(name)
    return f"{text.number(100 * float(found))}%" if isinstance(found, int | float) else "een onbekend deel"


def _because(facts: Facts) -> str:
    because = str(facts.get("because") or "")
    return f" ({because.removesuffix('.')})" if because else ""


def _number_of(facts: Facts, name: str, one: str, more: str) -> str:
    return f"1 {one}" if facts.get(name) == 1 else f"{_of(facts, name)} {more}"


_SAID: Mapping[Why, Callable[[Facts], str]] = {
    Why.NOT_RECORDED: lambda _: "Niet vastgelegd. Dat is geen nul, en ook niet op schema.",
    Why.NO_GOAL: lambda f: f"Er is geen doel vastgelegd voor {_about(f)}.",
    Why.NO_FIGURE: lambda _: "Er is geen cijfer om mee te rekenen.",
    Why.GOAL_NOT_POSITIVE: lambda f: f"Het doel is {_of(f, 'value')}. Een deel daarvan zegt niets.",
    Why.NO_BASELINE: lambda _: "Het beginpunt is niet vastgelegd. Bij een doel dat omlaag gaat, rekenen we vanaf daar.",
    Why.BASELINE_BEYOND_GOAL: lambda f: (
        f"Het beginpunt ({_of(f, 'baseline')}) lag al voorbij het doel ({_of(f, 'value')})."
    ),
    Why.NOT_ADDITIVE: lambda f: f"Cijfers over {_about(f)} zijn niet op te tellen: het is een deel of een gemiddelde.",
    Why.REACHED: lambda _: "Het doel is al behaald.",
    Why.NO_GROWTH: lambda f: f"Er is geen vooruitgang over de laatste {_of(f, 'years')} jaar.",
    Why.TERM_PASSED: lambda f: f"De termijn is verstreken: het doel was voor {_year(f, 'year')}.",
    Why.TOO_FEW_POINTS: lambda f: (
        f"Er {'is' if f.get('found') == 1 else 'zijn'} {_number_of(f, 'found', 'jaar', 'jaren')} met een cijfer dat te vergelijken is; "
        f"{_of(f, 'needed')} jaren op een rij zijn nodig."
    ),
    Why.DEFINITION_BREAK: lambda f: (
        f"Sinds {_year(f, 'period')} wordt anders gemeten{_because(f)}. Van ervoor en erna samen is geen tempo te maken."
    ),
    Why.BOUNDARY_BREAK: lambda f: f"Sinds {_year(f, 'period')} gaat het over een ander stuk land{_because(f)}.",
    Why.LOWER_BOUND: lambda _: "Wind telt mee, maar is hier niet vastgelegd. Daarom geven we geen oordeel.",
    Why.TOO_FAR_AWAY: lambda f: f"Dat is pas na {_year(f, 'latest')}. Een jaartal zegt dan niets meer.",
    Why.PROJECTS_DO_NOT_COUNT: lambda f: f"Projecten in het register zeggen niets over {_about(f)}.",
    Why.NO_PRODUCTION: lambda f: (
        f"Van {_number_of(f, 'count', 'project', 'projecten')} is de productie niet vastgelegd."
    ),
    Why.UNKNOWN_TOO_LARGE: lambda f: (
        f"Van {_percent(f, 'unknown')} is onbekend van wie het is. Boven {_percent(f, 'most')} geven we geen deel."
    ),
    Why.NO_PIPELINE: lambda _: "Er zijn geen projecten meer onderweg.",
    Why.NO_INHABITANTS: lambda _: "Het aantal inwoners is niet bekend.",
    Why.TOO_FEW_CASES: lambda f: (
        f"Er {'is' if f.get('found') == 1 else 'zijn'} {_number_of(f, 'found', 'geval', 'gevallen')} afgerond; "
        f"{_of(f, 'needed')} zijn nodig. Nog bezig: {_of(f, 'open')}."
    ),
    Why.MEDIAN_STILL_OPEN: lambda f: (
        f"De helft duurt langer dan {_of(f, 'at_least')} dagen en is nog bezig (n = {_of(f, 'n')}, nog open: {_of(f, 'open')})."
    ),
    Why.SIDE_MISSING: lambda f: (
        f"Het oordeel van één kant ontbreekt: {_SIDES.get(str(f.get('side')), str(f.get('side')))}."
    ),
    Why.OTHER_PERIOD: lambda f: (
        f"Er liggen {_of(f, 'days')} dagen tussen beide oordelen. Bij meer dan {_of(f, 'most')} vergelijken we niet."
    ),
    Why.OTHER_SCALE: lambda f: f"De oordelen staan op verschillende schalen: {_list(f, 'scales')}.",
    Why.MIXED_PRICE_LEVELS: lambda f: (
        f"De bedragen zijn in prijzen van verschillende jaren: {_list(f, 'years')}. Die tellen we niet op."
    ),
    Why.NO_COST: lambda _: "De kosten zijn niet vastgelegd.",
    Why.INCOMPLETE: lambda f: f"Van {_of(f, 'recorded')} van de {_of(f, 'of')} is iets vastgelegd. Dat is te weinig.",
}
_SIDES = {
    "municipality": "de gemeente",
    "local": "de lokale partij",
}
_SHORT = {
    Why.NOT_RECORDED: "niet vastgelegd",
    Why.NO_GOAL: "geen doel vastgelegd",
    Why.NO_FIGURE: "geen cijfer",
    Why.REACHED: "doel behaald",
    Why.NO_GROWTH: "geen groei",
    Why.TERM_PASSED: "termijn verstreken",
    Why.TOO_FAR_AWAY: "na 2100",
    Why.NO_COST: "kosten niet vastgelegd",
}

"""Checks across sources and levels, on everything that is stored together. They refuse nothing: they are shown, passed or not.

A check looks at all years it can and keeps each year's figure. What cannot be answered stays in the list, with the reason. The
rules are section 3.10 of the domain reference.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

import pandas as pd

from transition.ingest.stored_together import Stored

KWP, COUNT, INVERTERS, PRODUCTION = (
    "solar_capacity_kwp",
    "solar_installations_count",
    "solar_inverter_capacity_kw",
    "solar_production_gwh",
)
HOMES_KWP, HOMES_COUNT = "solar_homes_capacity_kwp", "solar_homes_installations_count"
GAS, POPULATION, HOUSEHOLDS, DWELLINGS = (
    "gas_use_m3_per_dwelling",
    "population_count",
    "households_count",
    "dwellings_count",
)
POPULATION_PUBLISHED = {"2024": 17_942_942}
"""Inhabitants of the country on 1 January in another table than those we read (CBS 03759ned, Bevolking)."""
_ROUNDING = 1.0
"""Two rounded parts differ at most this much from their rounded whole."""


class Outcome(StrEnum):
    """How a check ended."""

    HOLDS = "klopt"
    FAILS = "klopt niet"
    UNANSWERED = "niet te beantwoorden"


@dataclass(frozen=True)
class Finding:
    """What one check found for one year: numbers or words, in Dutch."""

    period: str
    found: str
    holds: bool


@dataclass(frozen=True)
class Check:
    """One check. rule: a plain Dutch sentence; expected: what should be found; because: why it cannot be answered."""

    id: str
    rule: str
    expected: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    because: str = ""


def cross_checks(
    observations: pd.DataFrame, areas: pd.DataFrame, partial: Mapping[str, Collection[str]]
) -> list[dict[str, Any]]:
    """Every check with its outcome, as plain values for the manifest (fields of `Check`). See `Stored` for what goes in."""
    stored = Stored(observations, areas, partial)
    made = [_answered(check, stored) for check in (*CHECKS, *(ELSEWHERE if stored.is_real else ()))]
    return [asdict(check) for check in made]


def _answered(check: Callable[[Stored], Check], stored: Stored) -> Check:
    try:
        return check(stored)
    except Exception as error:  # a mistake in a check must not cost anyone the refresh
        kind = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        because = f"de controle liep vast ({kind}); dat ligt niet aan de cijfers"
        return Check("stuck", "Een controle is vastgelopen.", "een uitkomst", Outcome.UNANSWERED, because=because)


def _judged(id: str, rule: str, expected: str, findings: Iterable[Finding], missing: str) -> Check:
    """Holds when every year holds; without any year it cannot be answered, because of `missing`."""
    all_of_them = tuple(findings)
    if not all_of_them:
        return Check(id, rule, expected, Outcome.UNANSWERED, because=missing)
    outcome = Outcome.HOLDS if all(finding.holds for finding in all_of_them) else Outcome.FAILS
    return Check(id, rule, expected, outcome, all_of_them)


def _within(values: Mapping[str, float], low: float, high: float, decimals: int, unit: str) -> list[Finding]:
    return [
        Finding(period, f"{_dutch(value, decimals)}{unit}", bool(low <= value <= high + 1e-9))
        for period, value in sorted(values.items())
    ]


def _dutch(value: float, decimals: int = 0) -> str:
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _share_of_country(indicator: str, id: str, what: str, low: float) -> Callable[[Stored], Check]:
    def check(stored: Stored) -> Check:
        parts, whole = stored.gemeenten(indicator)["sum"], stored.country(indicator)
        shares = {str(p): parts[p] / whole[p] * 100 for p in parts.index if p in whole.index and whole[p] > 0}
        return _judged(
            id,
            f"De gemeenten samen hebben bijna {what} van het hele land.",
            f"{_dutch(low, 1)}% tot 100%",
            _within(shares, low, 100.0, 2, "%"),
            "de cijfers van gemeenten of van het land zijn er niet",
        )

    return check


def _number_of_gemeenten(indicator: str, id: str, what: str) -> Callable[[Stored], Check]:
    def check(stored: Stored) -> Check:
        counts = stored.gemeenten(indicator)["count"]
        known = {str(p): (int(n), stored.number_of_gemeenten(str(p))) for p, n in counts.items()}
        findings = [
            Finding(period, f"{number} van {published}", number == published)
            for period, (number, published) in sorted(known.items())
            if published is not None
        ]
        return _judged(
            id,
            f"Elke gemeente die in een jaar bestond, heeft een cijfer: {what}.",
            "even veel als er gemeenten waren op 1 januari",
            findings,
            "er zijn geen cijfers van gemeenten over een jaar waarvan het aantal gemeenten bekend is",
        )

    return check


def _parts_make_whole(id: str, rule: str, parts: tuple[str, str], whole: str) -> Callable[[Stored], Check]:
    def check(stored: Stored) -> Check:
        worst: dict[str, float] = {}
        for indicator in (KWP, COUNT, INVERTERS, PRODUCTION):
            series = [stored.of(indicator, breakdown) for breakdown in (*parts, whole)]
            if any(rows.empty for rows in series):
                continue
            one, other, all_of_it = (rows.set_index(["period", "area"])["value"] for rows in series)
            difference = (one + other - all_of_it).abs().dropna()
            for period, largest in difference.groupby(level="period").max().items():
                worst[str(period)] = max(worst.get(str(period), 0.0), float(largest))
        findings = [
            Finding(period, f"grootste verschil {_dutch(value)}", value <= _ROUNDING)
            for period, value in sorted(worst.items())
        ]
        expected = "een verschil van hoogstens 1, door afronden"
        return _judged(id, rule, expected, findings, "de delen of het geheel zijn er niet")

    return check


def _population(stored: Stored) -> Check:
    parts, whole = stored.gemeenten(POPULATION)["sum"], stored.country(POPULATION)
    findings = [
        Finding(str(p), f"{_dutch(parts[p])} en {_dutch(whole[p])}", bool(parts[p] == whole[p]))
        for p in parts.index
        if p in whole.index
    ]
    return _judged(
        "population_sum",
        "De inwoners van alle gemeenten samen zijn de inwoners van het land (Kerncijfers wijken en buurten).",
        "precies gelijk",
        findings,
        "de inwoners van gemeenten of van het land zijn er niet",
    )


def _population_elsewhere(stored: Stored) -> Check:
    parts = stored.gemeenten(POPULATION)["sum"]
    findings = [
        Finding(period, f"{_dutch(parts[period])} en {_dutch(published)}", bool(parts[period] == published))
        for period, published in POPULATION_PUBLISHED.items()
        if period in parts
    ]
    return _judged(
        "population_03759ned",
        "De inwoners van alle gemeenten samen zijn de inwoners van het land in een andere tabel (Bevolking, StatLine 03759ned).",
        "precies gelijk",
        findings,
        "van dat jaar zijn de inwoners van gemeenten er niet; zelf wordt de tabel 03759ned nog niet opgehaald",
    )


def _ratio(
    id: str,
    rule: str,
    above: tuple[str, str],
    below: tuple[str, str],
    bounds: tuple[float, float],
    unit: str,
    *,
    times: float = 1.0,
) -> Callable[[Stored], Check]:
    """One figure of the country divided by another of the same complete year must lie between `bounds`."""

    def check(stored: Stored) -> Check:
        one, other = (stored.country(*series, complete=True) for series in (above, below))
        ratios = {str(p): one[p] / other[p] * times for p in one.index if p in other.index and other[p] > 0}
        low, high = bounds
        expected = f"{_dutch(low, 2).removesuffix(',00')} tot {_dutch(high, 2).removesuffix(',00')}{unit}"
        return _judged(id, rule, expected, _within(ratios, low, high, 2, unit), "een van de twee cijfers is er niet")

    return check


def _gas(stored: Stored) -> Check:
    return _judged(
        "gas_in_m3",
        "Het gasverbruik per woning staat in kubieke meters. In kilowattuur zou het bijna tien keer zo hoog zijn.",
        "300 tot 3.500 m³ per woning",
        _within({str(p): float(v) for p, v in stored.country(GAS).items()}, 300, 3500, 0, " m³"),
        "het gasverbruik van het land is er niet",
    )


CHECKS: tuple[Callable[[Stored], Check], ...] = (
    _share_of_country(COUNT, "installations_share", "alle installaties met zonnepanelen", 99.9),
    _share_of_country(KWP, "capacity_share", "al het vermogen van zonnepanelen", 97.0),
    _number_of_gemeenten(KWP, "gemeenten_solar", "vermogen van zonnepanelen"),
    _number_of_gemeenten(GAS, "gemeenten_gas", "gasverbruik per woning"),
    _parts_make_whole(
        "size_classes",
        "Kleine en grote installaties zijn samen alle installaties met zonnepanelen, in elk gebied.",
        ("small_up_to_15_kwp", "large_over_15_kwp"),
        "",
    ),
    _parts_make_whole(
        "field_and_roof",
        "Grote installaties in het veld en op daken zijn samen alle grote installaties, in elk gebied.",
        ("large_field", "large_roof"),
        "large_over_15_kwp",
    ),
    _parts_make_whole(
        "sectors",
        "Woningen en bedrijven zijn samen alle installaties met zonnepanelen, in elk gebied.",
        ("homes", "businesses"),
        "",
    ),
    _population,
    _ratio(
        "homes_two_tables",
        "Het vermogen bij woningen is in de tabellen van wijken en buurten ongeveer even groot als in de tabel van regio's.",
        (HOMES_KWP, ""),
        (KWP, "homes"),
        (0.9, 1.1),
        " keer",
    ),
    _ratio(
        "homes_two_tables_count",
        "Er zijn in de tabellen van wijken en buurten ongeveer even veel installaties bij woningen als in de tabel van regio's.",
        (HOMES_COUNT, ""),
        (COUNT, "homes"),
        (0.9, 1.1),
        " keer",
    ),
    _ratio(
        "kwp_per_installation",
        "Het gemiddelde vermogen van een installatie is geloofwaardig: het staat in kilowattpiek, niet in megawatt.",
        (KWP, ""),
        (COUNT, ""),
        (2, 50),
        " kWp",
    ),
    _ratio(
        "inverters_and_panels",
        "Omvormers hebben ongeveer het vermogen van de panelen: beide staan in kilowatt.",
        (INVERTERS, ""),
        (KWP, ""),
        (0.5, 1.2),
        " keer",
    ),
    _ratio(
        "full_load_hours",
        "De stroom past bij het vermogen: een miljoen kilowattuur is een gigawattuur.",
        (PRODUCTION, ""),
        (KWP, ""),
        (400, 1200),
        " uur",
        times=1e6,
    ),
    _gas,
    _ratio(
        "persons_per_household",
        "Inwoners en huishoudens staan in aantallen, niet in duizendtallen.",
        (POPULATION, ""),
        (HOUSEHOLDS, ""),
        (1.5, 3.5),
        " per huishouden",
    ),
    _ratio(
        "persons_per_dwelling",
        "Inwoners en woningen staan in aantallen, niet in duizendtallen.",
        (POPULATION, ""),
        (DWELLINGS, ""),
        (1.5, 3.5),
        " per woning",
    ),
)


def _production_elsewhere(_: Stored) -> Check:
    return Check(
        "production_82610NED",
        "De zonnestroom van het land is gelijk aan die in de tabel Hernieuwbare elektriciteit (82610NED).",
        "precies gelijk",
        Outcome.UNANSWERED,
        because="de tabel 82610NED wordt nog niet opgehaald",
    )


ELSEWHERE: tuple[Callable[[Stored], Check], ...] = (_population_elsewhere, _production_elsewhere)
"""Checks against tables of the real country that no loader reads yet."""

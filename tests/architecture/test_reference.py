"""Style rules for what is kept by hand in data/reference: it is on screen, so it is read like a text."""

import re

import pytest

from transition import catalog
from transition.domain.areas import Level, level_of
from transition.domain.indicators import AddsUp, Indicator

UNIT_WORDS = {
    "kWp": "_kwp",
    "kW": "_kw",
    "MW": "_mw",
    "GWh": "_gwh",
    "m³ per woning": "_m3_per_dwelling",
    "kWh per woning": "_kwh_per_dwelling",
    "%": "_pct",
    "inwoners per km²": "_per_km2",
    "installaties": "_count",
    "inwoners": "_count",
    "huishoudens": "_count",
    "woningen": "_count",
    "TWh": "_twh",
    "TJ": "_tj",
    "MWp": "_mwp",
    "coöperaties": "_count",
    "leden en deelnemers": "_count",
    "projecten": "_count",
    "aansluitingen": "_count",
    "kWh per aansluiting": "_kwh_per_connection",
    "m³ per aansluiting": "_m3_per_connection",
    "op schaal van 0 tot 3": "_class",
}
INDICATORS = list(catalog.indicators().values())
WITHOUT_SUBJECT = re.compile(
    "Niet (hetzelfde|gecorrigeerd|te vergelijken)|Kan |Uit |Door |Geen |Apart |Overgenomen|Berekend|Beoordeeld|Geteld|Opgeteld|Gemeten"
)


def test_there_are_indicators() -> None:
    assert INDICATORS, "a test over all indicators passes when there are none"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_says_what_it_is_and_what_it_is_not(indicator: Indicator) -> None:
    for text in (
        indicator.definition,
        indicator.measured,
        indicator.limits,
        *(change.because for change in indicator.breaks),
    ):
        assert text.endswith("."), text
        assert text == text.strip()
    assert indicator.name
    assert indicator.short
    assert len(indicator.short) <= 40


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_what_is_said_of_an_indicator_has_a_subject_in_every_sentence(indicator: Indicator) -> None:
    for sentence in re.split(r"(?<=[.]) ", f"{indicator.measured} {indicator.limits}"):
        assert not WITHOUT_SUBJECT.match(sentence), sentence


def test_two_shares_of_heating_that_do_not_fit_together_say_so() -> None:
    district, free = catalog.indicator("district_heating_pct"), catalog.indicator("heating_gas_free_pct")
    assert f"Vergelijk dit deel niet met dat van {free.short}" in district.limits
    assert f"Vergelijk dit deel niet met dat van {district.short}" in free.limits


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_id_ends_in_its_unit(indicator: Indicator) -> None:
    assert indicator.unit in UNIT_WORDS, f"unit '{indicator.unit}' is new: give its word for ids here"
    assert indicator.id.endswith(UNIT_WORDS[indicator.unit])


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_has_a_plausible_range_for_every_level(indicator: Indicator) -> None:
    assert set(indicator.plausible) == set(indicator.levels)
    assert all(low < high for low, high in indicator.plausible.values())
    assert indicator.unit != "%" or all(low >= 0 and high == 100 for low, high in indicator.plausible.values())


@pytest.mark.parametrize("indicator", [i for i in INDICATORS if Level.LAND in i.levels], ids=lambda i: i.id)
def test_a_figure_of_the_country_in_a_unit_a_thousand_times_as_large_or_small_is_not_plausible(
    indicator: Indicator,
) -> None:
    low, high = indicator.plausible[Level.LAND]
    # From zero only where zero is published: heating_electric_pct has a breakdown of 0.0 % for the whole country.
    assert low == 0 or (low > 0 and high < 1000 * low)


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.id)
def test_an_indicator_declares_how_it_adds_up(indicator: Indicator) -> None:
    assert bool(indicator.weight) == (indicator.adds_up is AddsUp.WEIGHTED_MEAN)
    assert not indicator.per or indicator.adds_up is AddsUp.SUM, "only a sum can be divided by inhabitants or dwellings"
    assert list(indicator.policy_bounds) == sorted(indicator.policy_bounds)


def test_a_gemeente_that_ended_has_a_name_and_lies_in_a_region() -> None:
    ended = [area for area in catalog.changed_gemeenten().values() if area.valid_to is not None]
    assert ended
    for area in ended:
        assert area.name
        assert level_of(area.provincie) is Level.PROVINCIE
        assert level_of(area.res) is Level.RES
        assert not area.subres or area.subres[2:4] == area.res[2:]

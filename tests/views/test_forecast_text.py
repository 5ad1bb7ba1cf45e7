"""A forecast in words: what it comes to, how sure that is, and what it rests on."""

from dataclasses import replace

from tests.metrics.forecast_panels import PACE, SHARED, table
from transition import catalog
from transition.domain.values import Gap, Status
from transition.metrics.forecast.band import Held
from transition.metrics.forecast.families import ELECTRICITY, GAS, SHARES, SOLAR
from transition.metrics.forecast.forecast import Forecast, forecast
from transition.metrics.forecast.learned import learn
from transition.metrics.forecast.path import Scenario
from transition.views import forecast_text

USE = catalog.indicator("gas_use_m3_per_dwelling")
ROWS = {"a": [1000.0, 900, 810, 729, 656.1, 590.49], "b": [500.0, 450, 405, 364.5, 328.05, 295.245]}


def made(rows: dict[str, list[float]] = ROWS, family=SHARED) -> Forecast:  # type: ignore[no-untyped-def]
    found = forecast(replace(learn(table(rows), family), held={}), "a", 2026)  # of few rows nothing was checked
    assert isinstance(found, Forecast)
    return replace(found, method="similar")


def test_a_sentence_has_the_year_the_amount_and_the_band() -> None:
    first, *_, last = made().years
    assert forecast_text.sentence("Utrecht", USE, first) == (
        "Gaat het door zoals het ging, dan komt Utrecht in 2022 op 531\u00a0m³ per woning (531 tot 531)."
    )
    assert forecast_text.sentence("Utrecht", USE, last, "het doel is 300").endswith("m³ per woning; het doel is 300.")
    assert "ongeveer" in forecast_text.outlook(USE, last, Scenario.CONTINUED)


def test_how_sure_it_is_names_the_worst_year_or_the_reason() -> None:
    first, *_, last = made().years
    held = Held(0.81, 900, 0.62, 2023, 3)
    assert forecast_text.how_sure(replace(first, held=held)) == (
        "Bij eerdere bandbreedtes van 1 jaar vooruit viel 81% van de gemeenten erbinnen, gegeven hoe het landelijk ging; "
        "in het slechtste jaar (2023) was dat 62%."
    )
    once = replace(held, worst=0.81, years=1)
    assert forecast_text.how_sure(replace(first, held=once)).endswith("dat is maar over 1 jaar na te gaan (2023).")
    assert "Geen bandbreedte voor 2026: zo ver vooruit (5 jaar)" in forecast_text.how_sure(last)
    assert "nog niet na te gaan" in forecast_text.how_sure(first)


def test_from_which_year_on_there_is_no_band_is_said_and_the_band_is_explained_only_where_it_is() -> None:
    found = made()
    with_band = [year for year in found.years if not isinstance(year.band, Gap)]
    assert forecast_text.sureness(found)[1].startswith(f"Geen bandbreedte vanaf {with_band[-1].year + 1}: ")
    assert "Het gekleurde vlak is de bandbreedte" in forecast_text.reading(found)
    without = replace(found, years=found.years[-1:])
    assert "vlak" not in forecast_text.reading(without)
    assert forecast_text.sureness(without)[0].startswith("Geen bandbreedte voor 2026: ")


def test_a_band_that_did_not_hold_eight_in_ten_before_is_not_shown_nor_a_longer_one() -> None:
    learned = learn(table(ROWS), SHARED)
    good, bad = Held(0.8, 900, 0.6, 2023, 3), Held(0.72, 900, 0.675, 2022, 3)
    assert not isinstance(replace(learned, held={1: good, 2: good}).band(2), Gap)
    refused = replace(learned, held={1: bad, 2: good}).band(2)
    assert isinstance(refused, Gap)
    assert "eerdere bandbreedtes van 1 jaar vooruit klopten niet goed genoeg: 72% van de gemeenten" in refused.detail
    for held in (replace(good, share=0.85), replace(good, worst=0.59)):
        assert isinstance(replace(learned, held={1: held}).band(1), Gap)


def test_what_it_rests_on_names_what_can_still_change() -> None:
    found = made()
    provisional = replace(found.rests_on[-1], status=Status.PROVISIONAL)
    recalculated = replace(found.rests_on[0], status=Status.RECALCULATED)
    said = forecast_text.rests_on(replace(found, rests_on=(recalculated, *found.rests_on[1:-1], provisional)))
    assert "Dit steunt op 6 jaren, van 2016 tot en met 2021" in said
    both = tuple(replace(known, status=Status.PROVISIONAL) for known in found.rests_on[-2:])
    several = forecast_text.rests_on(replace(found, rests_on=(*found.rests_on[:-2], *both)))
    assert several.endswith("De cijfers over 2020 en 2021 kunnen nog veranderen.")
    assert "Het cijfer over 2021 kan nog veranderen. 1 cijfer is herrekend naar de grenzen van nu." in said


def test_the_table_has_every_scenario_by_name_and_no_band_is_an_empty_cell() -> None:
    shown = forecast_text.table(made({"a": [10.0, 20, 31, 40, 52, 60], "b": [5.0, 25, 45, 60, 85, 99]}, PACE))
    assert shown["Als het landelijk gaat"].unique().tolist() == [
        "Door zoals het ging", "Half zo snel", "Eén jaar zoals 2020, daarna zoals het ging",
    ]  # fmt: skip
    assert shown.loc[shown["Jaar"] == "2026", "Laag"].isna().all()


def test_every_method_in_use_has_words() -> None:
    assert {family.method for family in (GAS, ELECTRICITY, SHARES, SOLAR)} == set(forecast_text.METHODS)

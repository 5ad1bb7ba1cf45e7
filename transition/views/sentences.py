"""Sentences made from figures by rules: each clause only when its figures are there, with year and status."""

import math
from collections.abc import Sequence

from transition.domain.values import Status
from transition.metrics.headlines import Headline
from transition.views import text

_SAID = {
    "solar_capacity_kwp": "In {place} was het vermogen van zonnepanelen {amount} in {year}",
    "gas_use_m3_per_dwelling": "In {place} was het gasverbruik gemiddeld {amount} in {year}",
    "electricity_use_kwh_per_dwelling": "In {place} was de levering van elektriciteit gemiddeld {amount} in {year}",
    "district_heating_pct": "In {place} had {amount} van de bewoonde woningen stadsverwarming in {year}",
    "heating_gas_free_pct": "In {place} was {amount} van de woningen zonder aardgas in {year}",
    "solar_homes_capacity_kwp": "In {place} was het vermogen van zonnepanelen bij woningen {amount} in {year}",
    "solar_homes_installations_count": "In {place} waren er {amount} met zonnepanelen bij woningen in {year}",
    "population_count": "In {place} waren er {amount} in {year}",
    "households_count": "In {place} waren er {amount} in {year}",
    "population_density_per_km2": "In {place} waren er {amount} in {year}",
}
"""The figure in a sentence, for each of `headlines.ORDER`. amount: with its unit."""


def where_we_stand(place: str, headline: Headline) -> str:
    """The answer of the overview in one or two sentences: the figure, its year and status, and the change since a year before.

    place: the area's name as it stands in a sentence (`areas.called`).
    """
    year = text.period(headline.period, headline.measured_until)
    status = text.STATUSES[headline.status]
    if math.isnan(headline.value):
        return f"Van {place} is er over {year} geen cijfer voor {_lower(headline.indicator.name)}: {status}."
    amount = text.quantity(headline.value, headline.indicator.unit, headline.indicator.decimals)
    said = _SAID[headline.indicator.id].format(place=place, amount=amount, year=year)
    last = last_year(place, headline)
    return f"{said} ({status}){f', {last}' if last else ''}.{_change(headline)}"


def last_year(place: str, headline: Headline) -> str:
    """'het laatste jaar van Boxmeer'; '' for a municipality that is there, and in an earlier year of one that is not."""
    return f"het laatste jaar van {place}" if headline.is_last else ""


def what_statuses_say(found: Sequence[Headline]) -> str:
    """What each status of these figures means, the sure ones apart; '' when all are sure."""
    shown = {headline.status for headline in found} - {Status.FINAL}
    return " ".join(
        f"{text.STATUSES[word].capitalize()} betekent: {meaning}."
        for word, meaning in text.MEANINGS.items()
        if word in shown
    )


def not_to_compare(headline: Headline, found: Sequence[Headline]) -> str:
    """A share beside another share of the same subject, from another source: why they do not fit together; else ''."""
    other = next((one for one in found if _is_counted_otherwise(one, headline)), None)
    if other is None:
        return ""
    year = ", ander jaar" if other.period != headline.period else ""
    return f"Niet te vergelijken met {other.indicator.short}: andere tabel{year}, andere telling"


def _is_counted_otherwise(one: Headline, other: Headline) -> bool:
    same = (one.indicator.theme, one.indicator.unit) == (other.indicator.theme, other.indicator.unit)
    both_known = not math.isnan(one.value) and not math.isnan(other.value)
    return same and both_known and one.indicator.unit == "%" and one.source != other.source


def _change(headline: Headline) -> str:
    before = str(int(headline.period) - 1)
    earlier = next((value for period, value, _ in headline.series if period == before), math.nan)
    broken = headline.period in _stops(headline)
    if math.isnan(earlier) or earlier <= 0 or broken or headline.measured_until:
        return ""
    if headline.indicator.unit.startswith("%"):
        points = round(headline.value - earlier, 1)
        if points == 0:
            return f" Dat was evenveel als in {before}."
        word = "meer" if points > 0 else "minder"
        return f" Dat was {text.number(abs(points), 1)} procentpunt {word} dan in {before}."
    share = round((headline.value / earlier - 1) * 100)
    if share == 0:
        return f" Dat was bijna evenveel als in {before}."
    return f" Dat was {text.number(abs(share))}% {'meer' if share > 0 else 'minder'} dan in {before}."


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _stops(headline: Headline) -> list[str]:
    """The periods from which on it is measured in another way, or is about another piece of land."""
    return [*(b.period for b in headline.indicator.breaks if not b.breakdowns), *headline.redrawn]


def unbroken(headline: Headline) -> list[tuple[str, float, str]]:
    """The series up to the shown year, from the last year in which the way of measuring or the land changed."""
    since = max([period for period in _stops(headline) if period <= headline.period], default="")
    return [point for point in headline.series if since <= point[0] <= headline.period]


def growth(place: str, headline: Headline) -> str:
    """The message of a trend chart: from the first year of the unbroken line to the last. place: see `where_we_stand`."""
    known = [(period, value) for period, value, _ in unbroken(headline) if not math.isnan(value)]
    about = f"{headline.indicator.short} in {place}"
    if len(known) < 2 or known[0][1] <= 0:
        return about
    (first, start), (last, end) = known[0], known[-1]
    if headline.indicator.unit.startswith("%"):
        points = end - start
        word = "hoger" if points >= 0 else "lager"
        return f"{about}: {text.number(abs(points), 1)} procentpunt {word} in {last} dan in {first}"
    times = end / start
    if times >= 2:
        return f"{about}: {text.number(times, 1)} keer zo veel in {last} als in {first}"
    share = round((times - 1) * 100)
    return f"{about}: {text.number(abs(share))}% {'meer' if share >= 0 else 'minder'} in {last} dan in {first}"

"""Sentences made from figures by rules: each clause only when its figures are there, with year and status."""

import math

from transition.metrics.headlines import Headline
from transition.views import text


def where_we_stand(name: str, headline: Headline) -> str:
    """The answer of the overview in one or two sentences: the figure, its year and status, and the change since a year before."""
    year = text.period(headline.period, headline.measured_until)
    if math.isnan(headline.value):
        return f"Van {name} is er over {year} geen cijfer voor {_lower(headline.indicator.name)}: {text.STATUSES[headline.status]}."
    amount = text.quantity(headline.value, headline.indicator.unit, headline.indicator.decimals)
    status = text.STATUSES[headline.status]
    return f"{headline.indicator.name} in {name}: {amount} in {year} ({status}).{_change(headline)}"


def _change(headline: Headline) -> str:
    before = str(int(headline.period) - 1)
    earlier = next((value for period, value, _ in headline.series if period == before), math.nan)
    broken = headline.period in _stops(headline)
    if math.isnan(earlier) or earlier <= 0 or broken or headline.measured_until:
        return ""
    if headline.indicator.unit.startswith("%"):
        points = round(headline.value - earlier, 1)
        if points == 0:
            return f" Dat is evenveel als in {before}."
        word = "meer" if points > 0 else "minder"
        return f" Dat is {text.number(abs(points), 1)} procentpunt {word} dan in {before}."
    share = round((headline.value / earlier - 1) * 100)
    if share == 0:
        return f" Dat is bijna evenveel als in {before}."
    return f" Dat is {text.number(abs(share))}% {'meer' if share > 0 else 'minder'} dan in {before}."


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _stops(headline: Headline) -> list[str]:
    """The periods from which on it is measured in another way, or is about another piece of land."""
    return [*(b.period for b in headline.indicator.breaks if not b.breakdowns), *headline.redrawn]


def growth(name: str, headline: Headline) -> str:
    """The message of a trend chart: from the first year of the unbroken line to the last."""
    since = max([period for period in _stops(headline) if period <= headline.period], default="")
    known = [(p, v) for p, v, _ in headline.series if not math.isnan(v) and since <= p <= headline.period]
    if len(known) < 2 or known[0][1] <= 0:
        return f"{headline.indicator.short} in {name}"
    (first, start), (last, end) = known[0], known[-1]
    if headline.indicator.unit.startswith("%"):
        points = end - start
        word = "hoger" if points >= 0 else "lager"
        return f"{headline.indicator.short} in {name}: {text.number(abs(points), 1)} procentpunt {word} in {last} dan in {first}"
    times = end / start
    if times >= 2:
        return f"{headline.indicator.short} in {name}: {text.number(times, 1)} keer zo veel in {last} als in {first}"
    share = round((times - 1) * 100)
    return f"{headline.indicator.short} in {name}: {text.number(abs(share))}% {'meer' if share >= 0 else 'minder'} in {last} dan in {first}"

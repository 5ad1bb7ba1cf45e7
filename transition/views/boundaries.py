"""Sentences about boundaries: what an old municipality became, and why figures have no value on other boundaries."""

import math
from collections.abc import Sequence

import pandas as pd

from transition import catalog
from transition.domain.areas import Area, Level
from transition.domain.changes import AreaChange, Kind
from transition.domain.indicators import Indicator
from transition.domain.values import Status
from transition.metrics import vintages
from transition.metrics.trend import Trend
from transition.store import Snapshot
from transition.views import text

MOST_REASONS = 10
MOST_NAMES = 5


def now_in(snapshot: Snapshot, code: str) -> list[str]:
    """The names of the municipalities the land of an ended one lies in now; those the figures know."""
    return [snapshot.areas[c].name for c in catalog.successors().get(code, ()) if c in snapshot.areas]


def became(snapshot: Snapshot, code: str) -> str:
    """What happened to an area that is no more, or that is about to end; '' for one that just exists."""
    area = snapshot.areas[code]
    changes = [change for change in catalog.area_changes() if change.before == code]
    if changes:
        return _happened(snapshot, area, changes)
    if area.level in (Level.WIJK, Level.BUURT) and area.valid_to is not None:
        return f"Deze {area.level} staat sinds {area.valid_to} niet meer in de cijfers van het CBS."
    return ""


def _happened(snapshot: Snapshot, area: Area, changes: Sequence[AreaChange]) -> str:
    first, into = changes[0], text.enumeration([_name(snapshot, change.after) for change in changes])
    day = text.day(first.on.isoformat())
    if first.is_planned:
        return f"Gepland: op {day} gaat {area.name} op in {into}. Dat geldt nog niet."
    others = [
        _name(snapshot, other.before)
        for other in catalog.area_changes()
        if (other.after, other.on, other.kind) == (first.after, first.on, Kind.MERGE) and other.before != area.code
    ]
    sentence = {
        Kind.MERGE: f"{area.name} is op {day} samen met {text.enumeration(others)} de gemeente {into} geworden.",
        Kind.ABSORB: f"{area.name} is op {day} opgegaan in {into}.",
        Kind.SPLIT: f"{area.name} is op {day} verdeeld over {into}.",
        Kind.NEW_NAME: f"{area.name} heet sinds {day} {into}.",
    }[first.kind]
    now = now_in(snapshot, area.code)
    later = now and {change.after for change in changes} != set(catalog.successors().get(area.code, ()))
    return sentence + (f" Het gebied hoort nu bij {text.enumeration(now)}." if later else "")


def _name(snapshot: Snapshot, code: str) -> str:
    return snapshot.areas[code].name if code in snapshot.areas else catalog.changed_gemeenten()[code].name or code


def absent(snapshot: Snapshot, codes: Sequence[str], vintage: int) -> list[str]:
    """One sentence per municipality that does not exist on the boundaries of `vintage`."""
    found = []
    for code in codes:
        area = snapshot.areas.get(code)
        if area and area.level is Level.GEMEENTE and not area.exists_in(vintage):
            into = now_in(snapshot, code)
            now = f" Het gebied hoort nu bij {text.enumeration(into)}." if into else ""
            found.append(f"{area.name} ({code}) bestaat niet op de grenzen van {vintage}.{now}")
    return found


def why(gaps: pd.DataFrame, indicator: Indicator, vintage: int) -> list[str]:
    """One sentence per reason, with the areas it holds for. gaps: of `metrics.figures.gaps`.

    Where there are many, what is known all the same (a lower bound, between what it lies) is left out.
    """
    because = gaps["because"] + [
        bounds(low, high, indicator) for low, high in zip(gaps["low"], gaps["high"], strict=True)
    ]
    if because.nunique() > MOST_REASONS:
        because = gaps["because"]
    reasons = gaps["name"].groupby(because).agg(lambda names: sorted(set(names))).to_dict()
    sentences = [
        f"Geen cijfer op de grenzen van {vintage} voor "
        f"{text.enumeration(names) if len(names) <= MOST_NAMES else f'{len(names)} gebieden'}: {because}."
        for because, names in sorted(reasons.items())
    ]
    rest = len(sentences) - MOST_REASONS
    return sentences if rest <= 0 else [*sentences[:MOST_REASONS], f"En om nog {rest} andere redenen."]


def bounds(low: float, high: float, indicator: Indicator) -> str:
    """'; het cijfer ligt tussen 1.190 en 1.240 m³ per woning' or '; het cijfer is minstens 40 kWp'; '' when nothing is known."""
    if math.isinf(low):
        return ""
    least = text.number(low, indicator.decimals)
    if math.isinf(high):
        return f"; het cijfer is minstens {text.quantity(low, indicator.unit, indicator.decimals)}"
    return f"; het cijfer ligt tussen {least} en {text.quantity(high, indicator.unit, indicator.decimals)}"


def under_chart(area: Area, shown: Trend) -> list[str]:
    """What a reader has to know of the boundaries below the line of one area: where it stops, and why."""
    if shown.vintage is None:
        became: dict[str, list[str]] = {}
        for when in shown.redrawn:
            became.setdefault(_became(area, when.because), []).append(when.period)
        return [
            f"Vanaf {text.enumeration(when)} loopt de lijn niet door: {because}." for because, when in became.items()
        ]
    sentences = [f"Alle jaren staan op de grenzen van 1 januari {shown.vintage}."]
    if any(status == Status.RECALCULATED for _, _, status in shown.points):
        sentences.append("Een ruitje is een cijfer dat is herrekend naar die grenzen.")
    years: dict[str, list[str]] = {}
    for period, gap in shown.gaps.items():
        if gap.detail:
            years.setdefault(gap.detail, []).append(period)
    return sentences + [f"Geen cijfer over {_span(found)}: {because}." for because, found in years.items()]


def _became(area: Area, because: str) -> str:
    if area.level in (Level.WIJK, Level.BUURT):
        of = f"van deze {area.level}"
        return f"{because} {of} is veranderd" if because else f"het CBS zegt niet of de grens {of} gelijk bleef"
    if area.level is Level.GEMEENTE:
        return f"{because} hoort er sindsdien bij"
    return f"de grens veranderde door {because}"


def _span(years: Sequence[str]) -> str:
    """'2019 en 2020', '2010 tot en met 2022': consecutive years as a span."""
    numbers = [int(year) for year in years]
    if len(years) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{years[0]} tot en met {years[-1]}"
    return text.enumeration(list(years))


def unknown(vintage: int) -> str:
    """Why figures cannot be asked for on the boundaries of `vintage`; no full stop."""
    years = vintages.known_years()
    sentence = f"de grenzen van {vintage} zijn niet bekend; bekend zijn die van {years[0]} tot en met {years[-1]}"
    planned = any(change.is_planned and change.vintage == vintage for change in catalog.area_changes())
    return sentence + (f". Een herindeling per 1 januari {vintage} is gepland en geldt nog niet" if planned else "")

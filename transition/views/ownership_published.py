"""What was published about local ownership in the whole country, year by year: two values for one year stay two values. HTML and words."""

from collections.abc import Mapping, Sequence
from html import escape

from transition.metrics.ownership.published_years import PublishedYear
from transition.published import PublishedFigure, Quantity
from transition.views import area_rows, published, text

OWNERSHIP = ("local_ownership_solar_parks_pct", "local_ownership_wind_pct", "financial_participation_solar_pct")
POLICY = ("policy_anchoring_solar_pct", "policy_anchoring_wind_pct", "policy_anchoring_wind_provinces_count")
TOGETHER = ("coops_count", "coop_members_count", "collective_solar_mwp", "collective_wind_mw", "coop_gemeenten_pct")
READING = (
    "'Of' betekent: twee publicaties over dezelfde uitgave noemen een ander cijfer. Wij kiezen niet. "
    "'Later bijgesteld' betekent: een nieuwere uitgave noemt een ander cijfer dan de eerste. Een streepje is: niet gevonden."
)
COMPARED = (
    "Vergelijk deze cijfers niet zonder meer met de cijfers op deze pagina: de Participatiemonitor telt andere parken. "
    "Wind 2019 gaat alleen over windparken die sinds 2015 zijn gebouwd."
)
Years = Mapping[str, Sequence[PublishedYear]]
"""Quantity -> its years, oldest first."""


def newest(years: Sequence[PublishedYear], known: Quantity) -> str:
    """'20,3% of 22,8% in 2022 (publicaties spreken elkaar tegen)'; '' without years."""
    if not years:
        return ""
    last = years[-1]
    conflict = " (publicaties spreken elkaar tegen)" if last.is_conflict else ""
    return f"{_cell(last, known)} in {last.period}{conflict}"


def known_sentence(years: Years, known: Mapping[str, Quantity]) -> str:
    """What is known of the whole country when nothing is recorded of a place."""
    solar, wind = (newest(years[id], known[id]) for id in OWNERSHIP[:2])
    return f"In heel Nederland was van zonneparken {solar} lokaal eigendom, en van wind op land {wind}."


def html(years: Years, known: Mapping[str, Quantity], label: str) -> str:
    """One row per quantity, one column per year."""
    periods = sorted({one.period for found in years.values() for one in found})
    rows = []
    for id, found in years.items():
        at = {one.period: one for one in found}
        cells = [_html_cell(at[period], known[id]) if period in at else "–" for period in periods]
        rows.append([escape(known[id].name), *cells])
    return area_rows.table(("", *periods), rows, label)


def _cell(year: PublishedYear, known: Quantity) -> str:
    """Every value that was given: joined by 'of' in a conflict, else the newest edition's."""
    amounts = list(dict.fromkeys(published.amount(one, known) for one in year.figures))
    return " of ".join(amounts) if year.is_conflict or len(amounts) == 1 else amounts[0]


def _html_cell(year: PublishedYear, known: Quantity) -> str:
    amounts = list(dict.fromkeys(published.amount(one, known) for one in year.figures))
    if year.is_conflict:
        return f'<b class="own-conflict">{escape(" of ".join(amounts))}</b>'
    restated = f"<small>later bijgesteld; ook {escape(text.enumeration(amounts[1:]))} gegeven</small>"
    return escape(amounts[0]) + (restated if year.is_restated and len(amounts) > 1 else "")


def conflicts(years: Years, known: Mapping[str, Quantity]) -> list[str]:
    """A sentence per year in which publications of one edition differ: who says what."""
    said = []
    for id, found in years.items():
        for one in found:
            if one.is_conflict:
                each = [f"{published.amount(figure, known[id])} volgens {figure.source}" for figure in one.figures]
                said.append(f"{known[id].name} in {one.period}: {text.enumeration(each)}. Dat spreekt elkaar tegen.")
    return said


def sources(years: Years) -> str:
    """Who published them, each once, and where it was read."""
    figures: list[PublishedFigure] = [figure for found in years.values() for one in found for figure in one.figures]
    named = dict.fromkeys(f"{one.source} ({one.edition}), gelezen {published.READ_AT[one.tag]}" for one in figures)
    return f"Bron: {'; '.join(named)}."

"""What was published about local ownership in the whole country, year by year: two values for one year stay two values. HTML and words."""

from collections.abc import Mapping, Sequence
from html import escape

from transition.metrics.ownership.published_years import PublishedYear
from transition.published import PublishedFigure, Quantity
from transition.views import published, text
from transition.views.card_table import card_table

OWNERSHIP = ("local_ownership_solar_parks_pct", "local_ownership_wind_pct", "financial_participation_solar_pct")
MONEY = ("financial_participation_solar_pct",)
POLICY = ("policy_anchoring_solar_pct", "policy_anchoring_wind_pct", "policy_anchoring_wind_provinces_count")
TOGETHER = ("coops_count", "coop_members_count", "collective_solar_mwp", "collective_wind_mw", "coop_gemeenten_pct")
READING = (
    "'Of' betekent: twee publicaties over dezelfde uitgave noemen een ander cijfer. Wij kiezen niet. "
    "Staan er twee cijfers onder elkaar, dan noemt een andere uitgave een ander cijfer. Een streepje is: niet gevonden."
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
    """One row per year, the newest first; one column per quantity."""
    periods = sorted({one.period for found in years.values() for one in found}, reverse=True)
    at = {id: {one.period: one for one in found} for id, found in years.items()}
    rows = [
        [period, *(_html_cell(at[id][period], known[id]) if period in at[id] else "–" for id in years)]
        for period in periods
    ]
    return card_table(("Jaar", *(known[id].name for id in years)), rows, label)


def _cell(year: PublishedYear, known: Quantity) -> str:
    """Every value that was given, in the order of the file: nobody chooses."""
    return " of ".join(dict.fromkeys(published.amount(one, known) for one in year.figures))


def _html_cell(year: PublishedYear, known: Quantity) -> str:
    if year.is_conflict:
        return f'<b class="own-conflict">{escape(_cell(year, known))}</b>'
    if year.is_restated:
        return "".join(
            f"{escape(published.amount(one, known))} <small>{escape(one.edition)}</small>" for one in year.figures
        )
    return escape(_cell(year, known))


def conflicts(years: Years, known: Mapping[str, Quantity]) -> list[str]:
    """A sentence per year in which publications of one edition differ: who says what."""
    said = []
    for id, found in years.items():
        for one in found:
            if one.is_conflict:
                said.append(f"{known[id].name} in {one.period}: {_who_says(one, known[id])}. Dat spreekt elkaar tegen.")
    return said


def _who_says(year: PublishedYear, known: Quantity) -> str:
    sources = dict.fromkeys(one.source for one in year.figures)
    amounts = [published.amount(one, known) for one in year.figures]
    if len(sources) == 1:
        return f"{text.enumeration(amounts)}, volgens {next(iter(sources))}"
    return text.enumeration(
        [f"{amount} volgens {one.source}" for amount, one in zip(amounts, year.figures, strict=True)]
    )


def sources(years: Years) -> str:
    """Who published them and in which editions, each once, and where it was read."""
    editions: dict[str, dict[str, None]] = {}
    for figure in figures(years):
        editions.setdefault(f"{figure.source}, gelezen {published.READ_AT[figure.tag]}", {})[figure.edition] = None
    return f"Bron: {'; '.join(f'{source} ({text.enumeration(list(named))})' for source, named in editions.items())}."


def figures(years: Years) -> list[PublishedFigure]:
    """All of them, for a file."""
    return [figure for found in years.values() for one in found for figure in one.figures]

"""What can be chosen on the map itself: the figure, which part of it, per how many, and the year."""

from dataclasses import dataclass

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Indicator
from transition.domain.selection import Selection
from transition.metrics import rates
from transition.store import Snapshot
from transition.views import text

_PER = {
    "": "Totaal",
    "population_count": "Per 1.000 inwoners",
    "households_count": "Per huishouden",
    "dwellings_count": "Per woning",
}


@dataclass(frozen=True)
class Control:
    """One choice: `field` of the selection, its label, (value, words) of each possibility, and the present value."""

    field: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


def controls(snapshot: Snapshot, selection: Selection, period: str) -> tuple[Control, ...]:
    """The choices of a map of `period`; one that has a single possibility is left out, but the figure always stands there."""
    entry = catalog.indicator(selection.indicator)
    parts = [part for part in ("", *entry.breakdowns) if snapshot.periods(selection.level, entry.id, part)]
    ways = ["", *(per for per in entry.per if rates.has_denominator(snapshot, selection.level, per))]
    periods = snapshot.periods(selection.level, entry.id, selection.breakdown)
    all_parts = {"": "Alles samen", **entry.breakdowns}
    made = (
        figure_choice(snapshot, selection),
        Control("breakdown", "Deel", tuple((part, all_parts[part]) for part in parts), selection.breakdown),
        Control("per", "Weergave", tuple((way, _PER[way]) for way in ways), selection.per),
        Control("period", "Jaar op de kaart", tuple((year, year) for year in periods), period),
    )
    return tuple(control for control in made if control.field == "indicator" or len(control.options) > 1)


def figure_choice(snapshot: Snapshot, selection: Selection) -> Control:
    """The choice of the figure: all that are there at some level; one that is not there at this level says so."""
    there = [id for id, entry in catalog.indicators().items() if id == selection.indicator or _exists(snapshot, entry)]
    named = tuple((id, _named(snapshot, selection, id)) for id in there)
    return Control("indicator", "Cijfer", named, selection.indicator)


def _exists(snapshot: Snapshot, entry: Indicator) -> bool:
    return any(
        snapshot.periods(level, entry.id, part)
        for level in entry.levels
        if level is not Level.LAND
        for part in ("", *entry.breakdowns)
    )


def _named(snapshot: Snapshot, selection: Selection, id: str) -> str:
    entry = catalog.indicator(id)
    there = selection.level in entry.levels and any(
        snapshot.periods(selection.level, id, part) for part in ("", *entry.breakdowns)
    )
    return entry.short + ("" if there else f" (niet per {text.PER_LEVEL[selection.level]})")

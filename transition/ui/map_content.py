"""What the map shows for a choice: the layer, the values, where they come from, the picture, and the same as a table."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.domain.values import Status
from transition.metrics import rates
from transition.metrics.headlines import newest_complete
from transition.metrics.map_values import NOT_APPLICABLE, MapValues, inside, layer_for, on_layer
from transition.metrics.revisions import replaced, replaced_areas
from transition.metrics.vintages import column_shown, newest
from transition.store import Layer, Snapshot
from transition.ui import cached, map_address
from transition.views import map_picture, revision_text, text
from transition.views.choropleth import Choropleth


@dataclass(frozen=True)
class Shown:
    """What is on the map: the layer, the year, the values, and the line that says where they come from.

    until: for a year that is not complete the date up to which it was measured. vintage: the year of the figures' boundaries.
    asked_vintage: the year of the boundaries all years are put on; None for each year on its own. recalculated: how many areas
    got another figure for that.
    """

    layer: Layer
    period: str
    values: MapValues
    source: str
    until: str
    vintage: int
    asked_vintage: int | None = None
    recalculated: int = 0
    note: str = ""


def shown(snapshot: Snapshot, selection: Selection) -> Shown | None:
    """The map's content for a choice; None when the figure does not exist at that level, or there are no boundaries."""
    found = _anywhere(snapshot, replace(selection, area="", classes=""), cached.stale(snapshot))
    return found and replace(found, note=_note(snapshot, selection, found))


@lru_cache(maxsize=128)
def _anywhere(snapshot: Snapshot, selection: Selection, stale: frozenset[str]) -> Shown | None:
    """What holds whichever area is chosen, which is nearly all of it; kept, and shared by all readers."""
    level, indicator, breakdown = selection.level, selection.indicator, selection.breakdown
    periods = snapshot.periods(level, indicator, breakdown)
    if not periods or level not in catalog.indicator(indicator).levels:
        return None
    period = selection.period if selection.period in periods else newest_complete(snapshot, level, indicator, breakdown)
    vintage = vintage_of(snapshot, selection)
    layer = layer_for(snapshot, level, period, indicator, breakdown, vintage)
    if layer is None:
        return None
    values = on_layer(snapshot, layer, indicator, breakdown, period, selection.per, vintage)
    column = column_shown(snapshot, level, indicator, breakdown, period, vintage)
    assert column is not None, "a level that has the period has its column"
    until = snapshot.measured_until(column.source, period)
    statuses = {map_picture.STATUS_CODES[number] for number in np.unique(column.statuses)}
    line = text.source_line(
        snapshot.sources[column.source],
        text.period(period, until),
        statuses,
        snapshot.is_example,
        column.source in stale,
    )
    touched = int((column.statuses == map_picture.STATUS_CODES.index(Status.RECALCULATED)).sum())
    return Shown(layer, period, values, line, until, column.vintage, vintage, touched)


def vintage_of(snapshot: Snapshot, selection: Selection) -> int | None:
    """The year of the boundaries that all years are put on; None when each year stands on its own."""
    return newest(snapshot, selection.level) if selection.boundaries == "nu" else None


def _note(snapshot: Snapshot, selection: Selection, shown: Shown) -> str:
    layer, period, values = shown.layer, shown.period, shown.values
    notes = []
    if selection.period not in ("", period):
        notes.append(f"Voor {selection.period} is dit cijfer er niet; u ziet {period}.")
    if shown.until:
        notes.append(f"{text.period(period, shown.until)} is nog geen heel jaar.")
    within = map_picture.scope(snapshot, selection).within
    lost = [code for code in values.lost if _lies_in(snapshot, code, within)]
    if layer.year != shown.vintage and lost:
        notes.append(
            f"De kaart heeft de grenzen van {layer.year}; de cijfers gaan over de indeling van {shown.vintage}."
        )
    gone = [] if shown.asked_vintage else _gone(snapshot, shown, within)
    if gone:
        names = text.enumeration([snapshot.areas[code].name for code in gone[:4]])
        rest = f" en {text.number(len(gone) - 4)} andere" if len(gone) > 4 else ""
        notes.append(f"Leeg op de kaart, omdat het gebied in {period} niet bestond: {names}{rest}.")
    if lost:
        names = [snapshot.areas[c].name for c in lost[:3] if c in snapshot.areas]
        rest = f" en {text.number(len(lost) - 3)} andere" if len(lost) > 3 else ""
        notes.append(f"Wel in de tabel, niet op de kaart: {', '.join(names)}{rest}.")
    if shown.asked_vintage:
        notes.append(_on_boundaries(shown))
    changed = len(_revised_inside(snapshot, selection, shown, within))
    if changed:
        figures = "1 cijfer is" if changed == 1 else f"{text.number(changed)} cijfers zijn"
        notes.append(f"Herzien: {figures} in een nieuwere uitgave veranderd. De vorige staan in de tabel.")
    if selection.per:
        notes.append(_denominator(snapshot, selection, values, period))
    return " ".join(notes)


def _gone(snapshot: Snapshot, shown: Shown, within: str) -> list[str]:
    """The areas that have a shape on the map, but did not exist in that year."""
    empty = inside(snapshot, shown.layer, within) & (shown.values.statuses == NOT_APPLICABLE)
    codes = [str(code) for code in shown.layer.codes[empty]]
    return [c for c in codes if c in snapshot.areas and not snapshot.areas[c].exists_in(int(shown.period))]


def _on_boundaries(shown: Shown) -> str:
    sentence = f"Alle jaren staan op de grenzen van 1 januari {shown.asked_vintage}."
    if not shown.recalculated:
        return sentence
    count = "is 1 gebied" if shown.recalculated == 1 else f"zijn {text.number(shown.recalculated)} gebieden"
    return f"{sentence} In {shown.period} {count} daarnaar herrekend."


def _denominator(snapshot: Snapshot, selection: Selection, values: MapValues, period: str) -> str:
    """By what the figures are divided, of which year and source."""
    below = catalog.indicator(selection.per).short.lower()
    if not values.denominator_years:
        return f"Het aantal {below} is er niet voor deze gebieden en dit jaar."
    years = " of ".join(values.denominator_years)
    origins = [
        snapshot.column(level, selection.per, "", year)
        for level in (selection.level, Level.GEMEENTE)
        for year in values.denominator_years
    ]
    titles = dict.fromkeys(snapshot.sources[found.source]["title"] for found in origins if found)
    nearest = "" if values.denominator_years == (period,) else ", het dichtste jaar met dezelfde grenzen"
    return f"Gedeeld door het aantal {below} in {years}{nearest} (bron: {'; '.join(titles)})."


def picture(snapshot: Snapshot, selection: Selection, dark: bool, base_map: bool) -> Choropleth:
    """The painted map, the same for all readers with this choice. selection: with the period that is shown."""
    return _drawn(snapshot, selection, dark, base_map, cached.stale(snapshot))


@lru_cache(maxsize=256)
def _drawn(
    snapshot: Snapshot,
    selection: Selection,
    dark: bool,
    base_map: bool,
    stale: frozenset[str],  # noqa: ARG001 - the source line says it, so another one is another entry
) -> Choropleth:
    """At most some 15 kB each, for all buurten."""
    content = shown(snapshot, selection)
    assert content is not None, "a map is drawn of figures that are there"
    scale = cached.scale(
        snapshot, selection.level, selection.indicator, selection.breakdown, selection.per, selection.classes,
        content.asked_vintage,
    )  # fmt: skip
    made = map_picture.picture(
        snapshot, selection, content.layer, content.values, scale,
        period=content.period, source=content.source, dark=dark, base_map=base_map, vintage=content.asked_vintage,
    )  # fmt: skip
    return replace(made, address=map_address.address(snapshot, map_address.Asked(selection, dark, base_map)))


def table(snapshot: Snapshot, selection: Selection, content: Shown) -> pd.DataFrame:
    """What the map shows as a table: area, value, status, place; sorted from high to low."""
    indicator = catalog.indicator(selection.indicator)
    vintage = content.asked_vintage
    column = column_shown(snapshot, selection.level, indicator.id, selection.breakdown, content.period, vintage)
    assert column is not None
    codes, values = column.codes, column.values
    if selection.per:
        values = rates.rate(snapshot, selection.level, codes, values, content.period, selection.per, vintage).values
    within = map_picture.scope(snapshot, selection).within
    keep = np.array([_lies_in(snapshot, str(code), within) for code in codes])
    unit = map_picture.unit_of(indicator, selection.per)
    words = np.array([text.STATUSES[map_picture.STATUS_CODES[number]] for number in column.statuses])
    made = pd.DataFrame(
        {
            "Code": codes[keep],
            "Gebied": [snapshot.areas[str(c)].name if str(c) in snapshot.areas else str(c) for c in codes[keep]],
            unit: values[keep],
            "Status": words[keep],
            "Jaar": content.period,
            "Grenzen van": str(column.vintage),
        }
    )
    earlier = _earlier(snapshot, selection, content, made["Code"].tolist())
    if any(earlier):
        made["Herzien"] = earlier
    return made.sort_values(unit, ascending=False, na_position="last").reset_index(drop=True)


@lru_cache(maxsize=128)
def revised(snapshot: Snapshot, level: Level, indicator: str, breakdown: str, period: str) -> frozenset[str]:
    """The areas of a level whose figure a newer edition changed."""
    column = snapshot.column(level, indicator, breakdown, period)
    return replaced_areas(snapshot, indicator, breakdown, period).intersection(column.codes.tolist() if column else ())


def _revised_inside(snapshot: Snapshot, selection: Selection, content: Shown, within: str) -> list[str]:
    """Not of what is computed: that has no edition of its own."""
    if selection.per or content.asked_vintage:
        return []
    changed = revised(snapshot, selection.level, selection.indicator, selection.breakdown, content.period)
    return [code for code in changed if _lies_in(snapshot, code, within)]


def _earlier(snapshot: Snapshot, selection: Selection, content: Shown, codes: list[str]) -> list[str]:
    """Per area what its figure was before; '' where it never changed."""
    changed = set(_revised_inside(snapshot, selection, content, snapshot.country))
    indicator = catalog.indicator(selection.indicator)
    found = (
        replaced(snapshot, code, indicator.id, selection.breakdown, content.period) if code in changed else ()
        for code in codes
    )
    return [revision_text.earlier(one, indicator) for one in found]


def _lies_in(snapshot: Snapshot, code: str, within: str) -> bool:
    if within == snapshot.country:
        return True
    if within[:2] in ("GM", "WK"):
        return code[2:].startswith(within[2:])
    gemeente = snapshot.areas.get(f"GM{code[2:6]}" if code[:2] in ("WK", "BU") else code)
    return gemeente is not None and within in (gemeente.provincie, gemeente.res, gemeente.subres)

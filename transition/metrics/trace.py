"""Where a shown value comes from: what was computed, from which inputs, each down to the stored row and the publisher's documents."""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from transition import catalog
from transition.domain.areas import Level, is_not_assignable
from transition.domain.indicators import Indicator
from transition.domain.values import STATUS_CODES, Gap, Missing, Status
from transition.metrics import rates
from transition.metrics.figures import name_of
from transition.metrics.municipal import Converted
from transition.metrics.plan import plan
from transition.metrics.revisions import Replaced, replaced
from transition.metrics.vintages import column_shown
from transition.store import Snapshot, StoredRow, level_word

_TABLE = re.compile(r"\(StatLine ([^)]+)\)")


class Kind(StrEnum):
    """How a value came about."""

    PUBLISHED = "published"
    RATE = "rate"
    SUM = "sum"
    RECALCULATED = "recalculated"


@dataclass(frozen=True)
class Document:
    """One of the publisher's documents as it came: its place below the data folder ('' when it was not kept) and its sha256."""

    name: str
    path: str
    sha256: str


@dataclass(frozen=True)
class Origin:
    """The source of a stored row. table: the publisher's number of the table, '' when it has none. fetched_at: ISO moment."""

    source: str
    publisher: str
    title: str
    table: str
    address: str
    edition: str
    fetched_at: str
    came_from: str
    licence: str
    sha256: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Trace:
    """One value with all that made it. value: NaN when missing; then `status` is the reason.

    PUBLISHED: `row` is the stored row and `origin` its source. RATE: `inputs` are the numerator and the denominator, and the value
    is their quotient times `scale`. SUM: `inputs` are the parts. RECALCULATED: `inputs` are the municipalities it was made of, each
    on its own boundaries, and `weights` (of a mean) their weights in the same order. measured_until: ISO date, for a period that
    is not complete. vintage: the boundaries it was asked on; None for those of its own year. because: why a recalculated value is
    missing.
    """

    kind: Kind
    area: str
    name: str
    indicator: Indicator
    breakdown: str
    period: str
    value: float
    status: str
    measured_until: str = ""
    row: StoredRow | None = None
    origin: Origin | None = None
    scale: int = 1
    inputs: tuple["Trace", ...] = ()
    replaced: tuple[Replaced, ...] = ()
    weights: tuple["Trace", ...] = ()
    vintage: int | None = None
    because: str = ""


def trace(
    snapshot: Snapshot,
    area: str,
    indicator: str,
    period: str,
    *,
    breakdown: str = "",
    per: str = "",
    vintage: int | None = None,
) -> Trace | Gap:
    """The trace of one value as pages show it; per: the indicator it is divided by (see `rates`); vintage: on which boundaries.

    A `Gap` when there is no such figure at all. Raises KeyError for an unknown indicator, ValueError for a text that is no code.
    """
    above = _figure(snapshot, area, catalog.indicator(indicator), breakdown, period, vintage)
    if not per or isinstance(above, Gap):
        return above
    if is_not_assignable(area):
        return Gap(Missing.NOT_APPLICABLE, "wat bij geen gebied hoort, is nergens door te delen")
    level = Level(level_word(area))
    made = rates.rate(snapshot, level, np.array([area]), np.array([above.value]), period, per, vintage)
    value = float(made.values[0])
    below = _denominator(snapshot, level, area, per, made.years[0], vintage) if made.years else None
    status = above.status if math.isnan(above.value) or not math.isnan(value) else str(Missing.NOT_MEASURED)
    return Trace(
        kind=Kind.RATE,
        area=area,
        name=above.name,
        indicator=above.indicator,
        breakdown=breakdown,
        period=period,
        value=value,
        status=status,
        measured_until=above.measured_until,
        scale=rates.PER[per],
        inputs=(above, below) if below else (above,),
        vintage=vintage,
    )


def _figure(
    snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str, period: str, vintage: int | None
) -> Trace | Gap:
    """A value as it was stored, or as it was made for the boundaries of `vintage`."""
    column = column_shown(snapshot, level_word(area), indicator.id, breakdown, period, vintage)
    if vintage is None or column is None or area not in column.codes:
        return _published(snapshot, area, indicator, breakdown, period)
    at = int(np.searchsorted(column.codes, area))
    status = STATUS_CODES[int(column.statuses[at])]
    gap = column.gaps.get(area) if isinstance(column, Converted) else None
    if status != Status.RECALCULATED and gap is None:
        return _published(snapshot, area, indicator, breakdown, period)
    parts = _parts(snapshot, area, indicator, breakdown, period, vintage)
    weights = (
        _parts(snapshot, area, catalog.indicator(indicator.weight), breakdown, period, vintage)
        if indicator.weight
        else ()
    )
    return Trace(
        kind=Kind.RECALCULATED,
        area=area,
        name=name_of(snapshot, area),
        indicator=indicator,
        breakdown=breakdown,
        period=period,
        value=float(column.values[at]),
        status=str(status),
        measured_until=snapshot.measured_until(column.source, period),
        inputs=parts,
        weights=weights,
        vintage=vintage,
        because=gap.detail if gap else "",
    )


def _parts(
    snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str, period: str, vintage: int
) -> tuple[Trace, ...]:
    """The municipalities an area is made of, as they were stored in `period`; none for another level."""
    column = snapshot.column(level_word(area), indicator.id, breakdown, period)
    pieces = plan(column.vintage, vintage).parts.get(area, ()) if column else ()
    return tuple(_published_all(snapshot, [code for code, _ in pieces], indicator, breakdown, period)) if pieces else ()


def _published(snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str, period: str) -> Trace | Gap:
    """A value that is shown as it was stored."""
    found = _published_all(snapshot, [area], indicator, breakdown, period)
    if not found:
        return Gap(
            Missing.NOT_MEASURED, f"{indicator.short} van {name_of(snapshot, area)} over {period} is niet opgeslagen"
        )
    return found[0]


def _published_all(
    snapshot: Snapshot, areas: list[str], indicator: Indicator, breakdown: str, period: str
) -> list[Trace]:
    """The same for areas of one level at once; an area without a row is left out."""
    column = snapshot.column(level_word(areas[0]), indicator.id, breakdown, period)
    if column is None:
        return []
    rows = snapshot.stored_rows(column.source, areas, indicator.id, breakdown, period)
    place_of = {str(code): place for place, code in enumerate(column.codes)}
    from_here = origin(snapshot, column.source, period)
    return [
        Trace(
            kind=Kind.PUBLISHED,
            area=area,
            name=name_of(snapshot, area),
            indicator=indicator,
            breakdown=breakdown,
            period=period,
            value=float(column.values[place_of[area]]),
            status=STATUS_CODES[int(column.statuses[place_of[area]])],
            measured_until=snapshot.measured_until(column.source, period),
            row=rows.get(area),
            origin=from_here,
            replaced=replaced(snapshot, area, indicator.id, breakdown, period),
        )
        for area in areas
        if area in place_of
    ]


def _denominator(snapshot: Snapshot, level: Level, area: str, per: str, year: str, vintage: int | None) -> Trace | None:
    """What was divided by: published for the area, or the sum of its municipalities."""
    indicator = catalog.indicator(per)
    found = _figure(snapshot, area, indicator, "", year, vintage)
    if isinstance(found, Trace):
        return found
    value = rates.denominators(snapshot, level, per, year, vintage).get(area)
    if value is None:
        return None
    parts = tuple(_published_all(snapshot, rates.members(snapshot, level, year)[area], indicator, "", year))
    least_sure = max((part.status for part in parts), key=STATUS_CODES.index)
    return Trace(Kind.SUM, area, name_of(snapshot, area), indicator, "", year, value, least_sure, inputs=parts)


def origin(snapshot: Snapshot, source: str, period: str) -> Origin:
    """The facts of a source as they hold for one period: of several tables in one source, the one with that period."""
    facts: dict[str, Any] = snapshot.sources[source]
    own: dict[str, str] = facts.get("published_in", {}).get(period, {})
    named = _TABLE.search(facts["title"])
    table = own.get("table", named.group(1) if named else "")
    return Origin(
        source=source,
        publisher=facts["publisher"],
        title=facts["title"],
        table=table,
        address=own.get("address", facts["url"]),
        edition=own.get("edition", facts["edition"]),
        fetched_at=facts["fetched_at"],
        came_from=facts["came_from"],
        licence=facts["licence"],
        sha256=facts["raw_sha256"],
        documents=_documents(source, facts, table),
    )


def _documents(source: str, facts: dict[str, Any], table: str) -> tuple[Document, ...]:
    """The documents of the table; all of the source's when their names do not tell."""
    known: dict[str, str] = facts.get("documents", {})
    mine = {name: sha for name, sha in known.items() if table and table.lower() in name.lower()} or known
    folder = f"raw/{source}/{facts['raw_sha256'][:12]}"
    return tuple(Document(name, f"{folder}/{name}", sha) for name, sha in mine.items())

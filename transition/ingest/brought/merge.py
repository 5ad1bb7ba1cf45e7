"""New figures beside those brought before: the new ones count, on boundaries on which all areas of a series exist."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from transition import catalog, cube, published
from transition.door.known_areas import KnownAreas
from transition.door.trouble import NotTaken, Trouble
from transition.ingest.brought.precedence import brought_ids
from transition.ingest.brought.reading import Reading
from transition.ingest.check import levels_of

_KEY = ["area", "indicator", "breakdown", "period"]


def without_published(
    table: pd.DataFrame,
    blocks: Mapping[str, cube.Block],
    source: str,
    sources: Mapping[str, Mapping[str, Any]],
    reading: Reading,
) -> pd.DataFrame:
    """The rows no publisher gives already; what is left out is told. sources: the facts of all sources, by id.

    Raises NotTaken when nothing is left, or when another brought source gives the same series: two files that contradict each other
    are for a person to settle.
    """
    brought = brought_ids(sources)
    keys = list(zip(levels_of(table["area"]), table["indicator"], table["breakdown"], table["period"], strict=True))
    owners = {key: blocks[key[0]].origins.get(key[1:]) for key in set(keys) if key[0] in blocks}
    others = {key: owner.source for key, owner in owners.items() if owner is not None and owner.source != source}
    titles = {owner: str(sources[owner]["title"]) for owner in others.values()}
    for (level, indicator, _, period), owner in sorted(others.items()):
        short = catalog.indicator(indicator).short
        if owner in brought:
            raise NotTaken(
                Trouble(
                    f"'{short}' van {period} per {level} is al toegevoegd als '{titles[owner]}'",
                    "Haal deze kolom uit het bestand, of maak het andere bestand eerst ongedaan",
                )
            )
        reading.note(
            f"'{short}' van {period} per {level} komt al van '{titles[owner]}'. Dat cijfer blijft; het uwe is niet overgenomen."
        )
    kept = table[[key not in others for key in keys]]
    if kept.empty:
        raise NotTaken(
            Trouble(
                "alle cijfers in dit bestand komen al van een uitgever; die blijven staan",
                f"U hoeft niets te doen. Bron: {', '.join(sorted(set(titles.values())))}",
            )
        )
    return kept


def merged(new: pd.DataFrame, stored: pd.DataFrame | None, areas: KnownAreas, reading: Reading) -> pd.DataFrame:
    """New and stored rows together, each key once and sorted, with the year of their boundaries. Raises NotTaken."""
    parts = [new]
    if stored is not None and len(stored):
        again = pd.MultiIndex.from_frame(stored[_KEY]).isin(pd.MultiIndex.from_frame(new[_KEY]))
        parts.append(stored[~again])
    together = pd.concat(parts, ignore_index=True)
    is_new = pd.Series([position < len(new) for position in range(len(together))], index=together.index)
    level = levels_of(together["area"])
    drop: list[int] = []
    for (_, period), rows in together.groupby([level, together["period"]]):
        year = _year_of(rows[is_new[rows.index]], str(period), areas, reading) if is_new[rows.index].any() else None
        if year is None:
            continue
        fits = rows["area"].map(lambda code, year=year: areas.areas[code].exists_in(year))
        gone = rows.index[~fits & ~is_new[rows.index]]
        if len(gone):
            reading.note(f"{len(gone)} eerder toegevoegde cijfers van {period} staan op andere grenzen en gaan weg.")
        drop += list(gone)
        together.loc[rows.index, "vintage"] = year
    return together.drop(index=drop).sort_values(_KEY, ignore_index=True)


def _year_of(rows: pd.DataFrame, period: str, areas: KnownAreas, reading: Reading) -> int:
    year = areas.boundaries_year(rows["area"].unique(), int(period))
    if isinstance(year, int):
        if year != int(period):
            reading.note(f"De cijfers van {period} staan op de gemeentegrenzen van {year}.")
        return year
    raise NotTaken(_no_such_year(*year, period, areas, reading))


def _no_such_year(ended_code: str, later_code: str, period: str, areas: KnownAreas, reading: Reading) -> Trouble:
    """What is wrong with a municipality that had ended: alone, or beside one that came after it."""
    ended = areas.areas[ended_code]
    place = reading.place_of(ended_code, period)
    if later_code:
        later = areas.areas[later_code]
        return Trouble(
            f"in {period} staan {ended.name} (bestaat niet meer sinds {ended.valid_to}) en {later.name} (bestaat sinds "
            f"{later.valid_from}) samen; die bestonden nooit tegelijk",
            "Gebruik voor één jaar één indeling van gemeenten",
            *place,
            value=f"{ended.name}, {later.name}",
        )
    codes = [code for code in catalog.successors().get(ended_code, ()) if code in areas.areas]
    into = f"; het gebied hoort nu bij {', '.join(areas.areas[code].name for code in codes)}" if codes else ""
    return Trouble(
        f"{ended.name} bestaat niet meer sinds {ended.valid_to}, en dit cijfer is van {period}{into}",
        "Vul de gemeente in waar het gebied nu bij hoort, of controleer het jaar",
        *place,
        value=ended.name,
    )


def beside_published(table: pd.DataFrame, areas: KnownAreas, reading: Reading) -> None:
    """Tells where a publication kept in data/reference has a figure of the same thing: both stay, and neither replaces the other."""
    ours = table.set_index(_KEY)["value"]
    for figure in published.published_figures():
        key = (figure.area, figure.quantity, "", figure.period)
        if figure.part or figure.value is None or key not in ours.index:
            continue
        name, unit = areas.areas[figure.area].name, figure.unit
        reading.note(
            f"Van {name}, {figure.period} is er ook een gepubliceerd cijfer: {_dutch(figure.value)} {unit} "
            f"({figure.source}, {figure.edition}). Uw cijfer is {_dutch(float(ours[key]))} {unit}. Beide blijven staan."
        )


def _dutch(value: float) -> str:
    return f"{value:.10g}".replace(".", ",")

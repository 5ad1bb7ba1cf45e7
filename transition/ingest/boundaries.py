"""Boundaries of one level, in every shape in which they are published: who is who in a file, of which year, and what is no area."""

import re
from collections.abc import Sequence
from fnmatch import fnmatch

import geopandas as gpd
import pandas as pd
import shapely

from transition import tables
from transition.domain.areas import Level, is_abroad, is_code, is_not_assignable, level_of, tidy_code
from transition.ingest import geometry, ogc
from transition.ingest.contract import Get, Parsed, Raw, Refused

HOSTS = ("api.pdok.nl",)
ADDRESS = "https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections/{level}_gegeneraliseerd/items"

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_SHAPEFILE_NAME = 10
"""Files that were a shapefile once have their column names cut to this many characters."""


def download(get: Get, level: Level, years: Sequence[int]) -> Raw:
    """The generalised boundaries of `level` at 1 January of each year, from PDOK, as CBS divides the country."""
    address = ADDRESS.format(level=level)
    return {
        f"{level}_{year}_gegeneraliseerd.geojson": ogc.download(get, f"{address}?f=json&jaarcode={year}")
        for year in years
    }


def parsed(raw: Raw, level: Level, lesser: str = "") -> Parsed:
    """All documents of `level`, one per year, as areas (without parents) and mended shapes in EPSG:28992.

    lesser: file names (with * as wildcard) of documents that only count for a year no other document is about.
    Raises Refused when a document is not readable, its year is unclear, or it holds codes of another level.
    """
    shapes: dict[tuple[Level, int], gpd.GeoDataFrame] = {}
    repairs: list[str] = []
    for name in sorted(raw, key=lambda name: (fnmatch(name, lesser), name)):
        table = geometry.read(name, raw[name])
        year = _year(name, table)
        if (level, year) in shapes:
            if fnmatch(name, lesser):
                continue
            raise Refused(f"{name} is over {year}, en daarover is er al een bestand; verwacht: één bestand per jaar")
        shapes[level, year], done = _areas(name, table, level)
        repairs += [f"{level} {year}: {sentence}" for sentence in done]
    if not shapes:
        raise Refused(f"geen enkel bestand met grenzen per {level}")
    described = pd.concat([_described(found, level, year) for (_, year), found in sorted(shapes.items())])
    newest = max(year for _, year in shapes)
    return Parsed(str(newest), areas=described.reset_index(drop=True), shapes=shapes, repairs=tuple(repairs))


def _described(shapes: gpd.GeoDataFrame, level: Level, year: int) -> pd.DataFrame:
    told = pd.DataFrame({"code": shapes["code"], "name": shapes["name"], "level": str(level), "year": year})
    return told.assign(provincie="", res="", subres="")[list(tables.AREAS)]


def _year(name: str, table: gpd.GeoDataFrame) -> int:
    """The year of division: from the attributes, else from the file name. Raises Refused when they contradict each other."""
    told: set[str] = set()
    for column in ("jrstatcode", "jaarcode", "jaar"):
        if (found := _column(table, column)) is not None:
            told |= set(found[found != ""].str[:4])
    named = set(_YEAR.findall(name))
    years = told or named
    if len(years) != 1 or not _YEAR.fullmatch(next(iter(years))):
        raise Refused(f"{name}: het jaar van indeling is {', '.join(sorted(years)) or 'onbekend'}, verwacht: één jaar")
    if named and years != named:
        raise Refused(
            f"{name} gaat volgens de inhoud over {years.pop()}, volgens de naam over {', '.join(sorted(named))}"
        )
    return int(years.pop())


def _areas(name: str, table: gpd.GeoDataFrame, level: Level) -> tuple[gpd.GeoDataFrame, list[str]]:
    codes = _column(table, "statcode", f"{level}code", "code")
    if codes is None:
        raise Refused(f"{name} heeft geen kolom met gebiedscodes ({', '.join(map(str, table.columns[:6]))})")
    names = _column(table, "statnaam", f"{level}naam", "name")
    water = _column(table, "water")
    shapes = gpd.GeoDataFrame(
        {"code": codes.map(tidy_code), "name": "" if names is None else names}, geometry=table.geometry
    )
    abroad = shapes["code"].map(is_abroad)
    wet = (water != "NEE") & ~abroad if water is not None else abroad & False
    shapes, sentences = shapes[~abroad & ~wet].reset_index(drop=True), []
    if abroad.any():
        sentences.append(f"{int(abroad.sum())} keer buitenland weggelaten")
    if wet.any():
        sentences.append(f"{int(wet.sum())} keer alleen water weggelaten")
    _check_codes(name, shapes["code"], level)
    shapes, united = _one_row_per_code(shapes)
    if united:
        part = "los deel bij zijn" if united == 1 else "losse delen bij hun"
        sentences.append(f"{united} {part} gebied gevoegd")
    shapes, mends = geometry.mended(shapes)
    return shapes.sort_values("code", ignore_index=True), sentences + mends


def _column(table: gpd.GeoDataFrame, *names: str) -> "pd.Series[str] | None":
    """The first of the named columns that is there, as tidy text; in any case of letters, or cut to shapefile length."""
    there = {str(column).lower(): column for column in table.columns}
    for name in names:
        for known in (name, name[:_LONGEST_SHAPEFILE_NAME]):
            if known in there:
                found: pd.Series[str] = table[there[known]].map(lambda cell: "" if pd.isna(cell) else str(cell).strip())
                return found.astype(str)
    return None


def _check_codes(name: str, codes: "pd.Series[str]", level: Level) -> None:
    if codes.empty:
        raise Refused(f"{name} bevat geen enkel gebied per {level}")
    wrong = [code for code in codes if not is_code(code) or level_of(code) is not level or is_not_assignable(code)]
    if wrong:
        raise Refused(f"{name}: '{wrong[0]}' is geen code van een {level} ({len(wrong)} keer)")


def _one_row_per_code(shapes: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, int]:
    """Areas that came in several rows united, and the number of rows that went."""
    if not shapes["code"].duplicated().any():
        return shapes, 0
    single = shapes.drop_duplicates("code").set_index("code")
    for code, parts in shapes[shapes["code"].duplicated(keep=False)].groupby("code"):
        single.at[code, "geometry"] = shapely.union_all(
            shapely.make_valid(parts.geometry.to_numpy(), method="structure")
        )
    return single.reset_index()[list(tables.SHAPES)], len(shapes) - len(single)

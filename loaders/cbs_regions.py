"""CBS 85755NED 'Gebieden in Nederland 2024': to which province, RES region and sub-RES region a gemeente belongs."""

from itertools import pairwise

import pandas as pd

from transition import tables
from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import odata
from transition.ingest.contract import Get, Parsed, Raw, Refused
from transition.ingest.observations import observations

TABLE, YEAR = "85755NED", "2024"
WHOLE, TRIMMED = "cbs_gebieden_in_nederland_koppeltabel.csv", "gemeente_res_provincie_2024_cbs.csv"
SOURCE = Source(
    id="cbs_regions",
    title=f"Gebieden in Nederland 2024 (StatLine {TABLE})",
    publisher="CBS",
    url=f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
    licence="CC BY 4.0",
    rhythm="elk jaar een nieuwe tabel",
    minimum_rows=750,
    hosts=odata.HOSTS,
    files=(f"{TABLE}_*", WHOLE, TRIMMED),
)
SHAPES = {"gemeente": r"GM\d{4}", "provincie": r"PV\d{2}", "res": r"ES\d{2}", "subres": r"ET\d{4}"}


def fetch(get: Get) -> Raw:
    """All documents of the table."""
    return odata.download(get, TABLE)


def parse(raw: Raw) -> Parsed:
    """Areas with their parents, and the population of each gemeente on 1 January."""
    table = odata.read(_own(raw), TABLE)
    if YEAR not in (table.title or YEAR):
        raise Refused(f"Tabel {TABLE} heet '{table.title}'; verwacht is een titel met {YEAR}.")
    pairs = {level: _pair(table, level) for level in SHAPES}
    wide = pd.DataFrame({level: table.text(code) for level, (code, _) in pairs.items()})
    names = pd.DataFrame({level: table.text(name) for level, (_, name) in pairs.items()})
    keys = pd.DataFrame({"area": wide["gemeente"], "breakdown": "", "period": YEAR})
    people = "Inwonertal" if any(column.startswith("Inwonertal_") for column in table.left) else "inwonertal"
    rows = observations(table, keys, {"population_count": table.numbers(people, units=("aantal",))}, all_exist=True)
    table.ignore_rest()  # some twenty other divisions of the country
    return Parsed(
        edition=table.edition or YEAR, observations=rows, areas=_areas(wide, names), repairs=tuple(table.repairs)
    )


def _own(raw: Raw) -> Raw:
    """The documents to read: the whole table where it is there, else the trimmed one; under the table's id."""
    dumps = {name: body for name, body in raw.items() if name in (WHOLE, TRIMMED)}
    if not dumps:
        return raw
    name = WHOLE if WHOLE in dumps else TRIMMED
    return {**{other: body for other, body in raw.items() if other not in dumps}, f"{TABLE}_{name}": dumps[name]}


def _pair(table: odata.Table, level: str) -> tuple[str, str]:
    """The columns with the code and the name of a level. CBS numbers them ('Code_30'), and the numbers move.

    So the code column is the one whose values all have the level's shape; the name stands directly behind it.
    """
    columns = [str(column) for column in table.rows.columns]
    found = []
    for code, name in pairwise(columns):
        named = name.lower().startswith("naam") or name.lower().endswith("naam")
        if named and table.rows[code].astype("str").str.strip().str.fullmatch(SHAPES[level]).all():
            found.append((code, name))
    if len(found) != 1:
        raise Refused(
            f"Tabel {table.id}: {len(found)} kolommen met codes voor '{level}' en een naam erachter; verwacht is er één."
        )
    return found[0]


def _areas(codes: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """One row an area. A RES region may lie in more provinces than one, so only a gemeente has a province."""
    parts = []
    for level in SHAPES:
        part = pd.DataFrame({"code": codes[level], "name": names[level], "level": str(Level(level)), "year": int(YEAR)})
        own = {"gemeente": ("provincie", "res", "subres"), "subres": ("res",)}.get(level, ())
        for parent in ("provincie", "res", "subres"):
            part[parent] = codes[parent] if parent in own else ""
        parts.append(part.drop_duplicates())
    rows = pd.concat(parts, ignore_index=True)[list(tables.AREAS)]
    twice = rows["code"][rows["code"].duplicated()]
    if len(twice):
        raise Refused(f"Tabel {TABLE} noemt {twice.iloc[0]} met twee namen of in twee gebieden; verwacht is er één.")
    return rows

"""CBS: solar power on homes per wijk and buurt; one table a year, 2016 to 2022."""

import re

import pandas as pd

from transition.domain.sources import Source
from transition.domain.values import Missing
from transition.ingest import odata, redrawn
from transition.ingest.contract import Get, Parsed, PublishedIn, Raw, Refused
from transition.ingest.observations import areas, observations

TABLES = {
    "84131NED": "2016",
    "84517NED": "2017",
    "84772NED": "2018",
    "85010NED": "2019",
    "85447NED": "2020",
    "85775NED": "2021",
    "86044NED": "2022",
}
ADDRESS = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{table}"
MEASURES = {"AantalInstallatiesBijWoningen": "", "OpgesteldVermogenVanZonnepanelen": "M002461"}
SOURCE = Source(
    id="cbs_solar_neighbourhoods",
    title="Zonnestroom; vermogen zonnepanelen woningen, wijken en buurten (StatLine 84131NED tot en met 86044NED)",
    publisher="CBS",
    url=ADDRESS.format(table="86044NED"),
    licence="CC BY 4.0",
    rhythm="elk jaar een nieuwe tabel (november)",
    minimum_rows=230_000,
    hosts=odata.HOSTS,
    files=tuple(f"{table}_*" for table in TABLES),
)


def fetch(get: Get) -> Raw:
    """All documents of the seven tables."""
    return {name: body for table in TABLES for name, body in odata.download(get, table, MEASURES).items()}


def parse(raw: Raw) -> Parsed:
    """Number and capacity. Each table has the boundaries of its own year. Edition: that of the newest table."""
    strange = [name for name in raw if not any(table.lower() in name.lower() for table in TABLES)]
    if strange:
        raise Refused(f"{strange[0]} hoort niet bij deze bron; verwacht zijn de tabellen {', '.join(TABLES)}.")
    tables = [odata.read(raw, table) for table in TABLES]
    years = [_year(table, TABLES[table.id]) for table in tables]
    rows = pd.concat([rows for rows, _ in years], ignore_index=True)
    repairs = tuple(repair for table in tables for repair in table.repairs)
    published = {TABLES[t.id]: PublishedIn(t.id, ADDRESS.format(table=t.id), t.edition) for t in tables}
    edition = max(table.edition for table in tables)
    marks = redrawn.together([marks for _, marks in years])
    return Parsed(edition=edition, observations=rows, redrawn=marks, repairs=repairs, published_in=published)


def _year(table: odata.Table, year: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    stated = re.findall(r"\b20\d\d\b", table.title)
    if stated and stated != [year]:
        raise Refused(f"Tabel {table.id} gaat over {', '.join(stated)} ('{table.title}'); verwacht is {year}.")
    if table.coverage.strip() not in ("", year):
        table.repairs.append(
            f"Tabel {table.id} noemt als periode '{table.coverage}'; het jaar in de titel ({year}) geldt."
        )
    keys = pd.DataFrame({"area": areas(table, "WijkenEnBuurten", ignore=("GE",)), "breakdown": "", "period": year})
    nameless = pd.Series(False, index=keys.index)
    if "SoortRegio_2" in table.left:  # v4 leaves out the columns that only describe the area
        nameless = (table.text("SoortRegio") == "") & (keys["area"] != "")
    if nameless.any():
        table.repairs.append(
            f"Tabel {table.id}: {int(nameless.sum())} gebieden zonder naam en zonder cijfers; opgeslagen als niet gepubliceerd."
        )
    strange = int((keys["area"] == "").sum())
    if strange:
        table.repairs.append(f"Tabel {table.id}: {strange} rij(en) overgeslagen die over geen gebied gaan.")
    count = table.numbers("AantalInstallatiesBijWoningen", units=("aantal",))
    capacity = table.numbers("OpgesteldVermogenVanZonnepanelen", "M002461", ("kWp", "kW"))  # 'kW' in some editions
    marks = redrawn.marks(table, keys["area"], year)
    table.ignore("Gemeentenaam", "Codering")
    table.nothing_left()
    measures = {
        "solar_homes_installations_count": count.empty_means(Missing.NOT_PUBLISHED, nameless),
        "solar_homes_capacity_kwp": capacity.empty_means(Missing.NOT_PUBLISHED, nameless),
    }
    return observations(table, keys, measures, all_exist=True), marks

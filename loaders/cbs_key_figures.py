"""CBS 84799NED: key figures of wijken and buurten 2020: population, households, dwellings, density; and their names."""

import pandas as pd

from transition import tables
from transition.domain.areas import level_of
from transition.domain.sources import Source
from transition.ingest import odata, redrawn
from transition.ingest.contract import Get, Parsed, Raw, Refused
from transition.ingest.observations import areas, observations

TABLE, YEAR = "84799NED", "2020"
MEASURES = {
    "AantalInwoners": "T001036",
    "HuishoudensTotaal": "1050010_2",
    "Woningvoorraad": "M000297",
    "Bevolkingsdichtheid": "M000100",
}
SOURCE = Source(
    id="cbs_key_figures",
    title=f"Kerncijfers wijken en buurten 2020 (StatLine {TABLE})",
    publisher="CBS",
    url=f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
    licence="CC BY 4.0",
    rhythm="elk jaar een nieuwe tabel, elk kwartaal verder gevuld",
    minimum_rows=80_000,
    hosts=odata.HOSTS,
    files=(f"*{TABLE}_*",),
)


def fetch(get: Get) -> Raw:
    """The four measures we use, of more than a hundred."""
    return odata.download(get, TABLE, MEASURES)


def parse(raw: Raw) -> Parsed:
    """Figures on 1 January. The first edition leaves dwellings empty; later ones fill them."""
    table = odata.read(raw, TABLE)
    if YEAR not in (table.title or YEAR):
        raise Refused(f"Tabel {TABLE} heet '{table.title}'; verwacht is een titel met {YEAR}.")
    keys = pd.DataFrame({"area": areas(table, "WijkenEnBuurten"), "breakdown": "", "period": YEAR})
    measures = {
        "population_count": table.numbers("AantalInwoners", MEASURES["AantalInwoners"], ("aantal",)),
        "households_count": table.numbers("HuishoudensTotaal", MEASURES["HuishoudensTotaal"], ("aantal",)),
        "dwellings_count": table.numbers("Woningvoorraad", MEASURES["Woningvoorraad"], ("aantal",)),
        "population_density_per_km2": table.numbers(
            "Bevolkingsdichtheid", MEASURES["Bevolkingsdichtheid"], ("aantal inwoners per km²", "aantal per km²")
        ),
    }
    marks = redrawn.marks(table, keys["area"], YEAR)
    table.ignore_rest()
    rows = observations(table, keys, measures, all_exist=True)
    names = table.names.get("WijkenEnBuurten", {})
    return Parsed(
        edition=table.edition,
        observations=rows,
        areas=_areas(keys["area"], names),
        redrawn=marks,
        repairs=tuple(table.repairs),
    )


def _areas(codes: "pd.Series[str]", names: "dict[str, str]") -> pd.DataFrame:
    """Every area of the table with its name, where the list of names came along."""
    found = pd.DataFrame({"code": codes[codes != ""].unique()})
    found["name"] = found["code"].map({"NL01": names.get("NL00", ""), **names}).fillna("").astype("str")
    found["level"] = found["code"].map(lambda code: str(level_of(code))).astype("str")
    return found.assign(year=int(YEAR), provincie="", res="", subres="")[list(tables.AREAS)]

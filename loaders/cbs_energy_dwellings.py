"""CBS 81528NED: gas, electricity and district heating of dwellings, per region and type of dwelling; 2010 and later."""

import pandas as pd

from transition.domain.sources import Source
from transition.ingest import odata
from transition.ingest.contract import Get, Parsed, Raw
from transition.ingest.observations import areas, categories, observations, years

TABLE = "81528NED"
SOURCE = Source(
    id="cbs_energy_dwellings",
    title=f"Energieverbruik particuliere woningen; woningtype en regio's (StatLine {TABLE})",
    publisher="CBS",
    url=f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
    licence="CC BY 4.0",
    rhythm="elk jaar (derde kwartaal)",
    minimum_rows=110_000,
    hosts=odata.HOSTS,
    files=(f"{TABLE}_*",),
)
DWELLINGS = {
    "T001100": "",
    "ZW25810": "apartment",
    "ZW25805": "terraced",
    "ZW25806": "corner",
    "ZW10300": "semi_detached",
    "ZW10320": "detached",
    "1014800": "owner_occupied",
    "1014850": "rented",
}


def fetch(get: Get) -> Raw:
    """All documents of the table."""
    return odata.download(get, TABLE)


def parse(raw: Raw) -> Parsed:
    """Averages per dwelling, and the share with district heating, which CBS gives for all types together only."""
    table = odata.read(raw, TABLE)
    keys = pd.DataFrame(
        {
            "area": areas(table, "RegioS", ignore=("LD", "PVZZ")),
            "breakdown": categories(table, "Woningkenmerken", DWELLINGS),
            "period": years(table),
        }
    )
    measures = {
        "gas_use_m3_per_dwelling": table.numbers("GemiddeldAardgasverbruik", units=("m³", "m3")),
        "electricity_use_kwh_per_dwelling": table.numbers("GemiddeldeElektriciteitslevering", units=("kWh",)),
        "electricity_net_use_kwh_per_dwelling": table.numbers("GemiddeldeNettoElektriciteitslevering", units=("kWh",)),
        "district_heating_pct": table.numbers("Stadsverwarming", units=("%",)),
    }
    table.nothing_left()
    rows = observations(table, keys, measures, since={"electricity_net_use_kwh_per_dwelling": "2021"})
    rows = rows[(rows["indicator"] != "district_heating_pct") | (rows["breakdown"] == "")].reset_index(drop=True)
    return Parsed(
        edition=table.edition,
        observations=rows,
        partial_periods=table.partial_periods(),
        repairs=tuple(table.repairs),
    )

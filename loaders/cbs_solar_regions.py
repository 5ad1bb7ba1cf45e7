"""CBS 85005NED: solar power per region, sector and size class; 2019 and later."""

import pandas as pd

from transition.domain.sources import Source
from transition.domain.values import Missing
from transition.ingest import odata
from transition.ingest.contract import Get, Parsed, Raw
from transition.ingest.observations import areas, categories, observations, years

TABLE = "85005NED"
SOURCE = Source(
    id="cbs_solar_regions",
    title=f"Zonnestroom; vermogen en vermogensklasse, bedrijven en woningen, regio (StatLine {TABLE})",
    publisher="CBS",
    url=f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
    licence="CC BY 4.0",
    rhythm="twee keer per jaar (juni en november)",
    minimum_rows=90_000,
    hosts=odata.HOSTS,
    files=(f"{TABLE}_*",),
)
SECTORS = {
    "E007161": "",
    "E007037": "homes",
    "T001081": "businesses",
    "301000": "agriculture",
    "346600": "energy_sector",
    "A050176": "small_up_to_15_kwp",
    "A050177": "large_over_15_kwp",
    "A050178": "large_field",
    "A050179": "large_roof",
}


def fetch(get: Get) -> Raw:
    """All documents of the table."""
    return odata.download(get, TABLE)


def parse(raw: Raw) -> Parsed:
    """Capacity, number, inverters and production. CBS uses the municipal division of the year itself."""
    table = odata.read(raw, TABLE)
    keys = pd.DataFrame(
        {
            "area": areas(table, "RegioS", ignore=("LD",)),
            "breakdown": categories(table, "SectorEnVermogensklasse", SECTORS),
            "period": years(table),
        }
    )
    measures = {
        "solar_installations_count": table.numbers("Installaties", units=("aantal",)),
        "solar_capacity_kwp": table.numbers("OpgesteldVermogenVanZonnepanelen", "M002461", ("kWp", "kW")),
        "solar_inverter_capacity_kw": table.numbers("OpgesteldVermogenOmvormers", "M008184", ("kW", "kWe")),
        "solar_production_gwh": table.numbers("ProductieVanZonnestroom", "M007785", ("mln kWh", "GWh")),
    }
    table.nothing_left()
    rows = observations(table, keys, measures, since={"solar_inverter_capacity_kw": "2022"})
    return Parsed(
        edition=table.edition,
        observations=_nothing_there(rows),
        partial_periods=table.partial_periods(),
        repairs=tuple(table.repairs),
    )


def _nothing_there(rows: pd.DataFrame) -> pd.DataFrame:
    """CBS also leaves a cell empty where there is nothing: no field where the roofs make up all large installations.

    Then the empty cell is no secret; it is not applicable.
    """
    kwp = rows[rows["indicator"] == "solar_capacity_kwp"].pivot(
        index=["area", "period"], columns="breakdown", values="value"
    )
    for there, empty in (("large_roof", "large_field"), ("large_field", "large_roof")):
        all_of_it = kwp.index[kwp[there] == kwp["large_over_15_kwp"]]
        mine = (rows["breakdown"] == empty) & (rows["status"] == str(Missing.SUPPRESSED))
        known = pd.MultiIndex.from_frame(rows.loc[mine, ["area", "period"]]).isin(all_of_it)
        rows.loc[rows.index[mine][known], "status"] = str(Missing.NOT_APPLICABLE)
    return rows

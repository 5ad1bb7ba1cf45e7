"""CBS 84948NED: main heating installation of dwellings, per region; 2017 to 2022, stopped."""

import pandas as pd

from transition.domain.sources import Source
from transition.ingest import odata
from transition.ingest.contract import Get, Parsed, Raw
from transition.ingest.observations import areas, categories, observations, years

TABLE = "84948NED"
SOURCE = Source(
    id="cbs_heating",
    title=f"Woningen; hoofdverwarmingsinstallaties, regio 2017-2022 (StatLine {TABLE})",
    publisher="CBS",
    url=f"https://opendata.cbs.nl/statline/#/CBS/nl/dataset/{TABLE}",
    licence="CC BY 4.0",
    rhythm="gestopt",
    minimum_rows=23_000,
    hosts=odata.HOSTS,
    files=(f"{TABLE}_*",),
)
INSTALLATIONS = {
    "A050112": ("heating_gas_boiler_pct", ""),
    "A050113": ("heating_block_pct", ""),
    "A050114": ("heating_district_pct", "high_gas"),
    "A050115": ("heating_district_pct", "low_gas"),
    "A050116": ("heating_district_pct", "no_gas"),
    "A050117": ("heating_electric_pct", "high_gas"),
    "A050118": ("heating_electric_pct", "low_gas"),
    "A050119": ("heating_electric_pct", "no_gas"),
    "A052175": ("heating_gas_free_pct", ""),
    "A050120": ("heating_unknown_pct", ""),
}


def fetch(get: Get) -> Raw:
    """All documents of the table."""
    return odata.download(get, TABLE)


def parse(raw: Raw) -> Parsed:
    """Shares of dwellings. The country's figures stand under NL00; NL01 and NL99 come empty."""
    table = odata.read(raw, TABLE)
    codes = {code: code for code in INSTALLATIONS}
    keys = pd.DataFrame(
        {
            "area": areas(table, "RegioS", ignore=("LD", "NL99")),
            "breakdown": categories(table, "TypeVerwarmingsinstallatie", codes),
            "period": years(table),
        }
    )
    share = table.numbers("Woningen", units=("%",))
    table.nothing_left()
    rows = observations(table, keys, {"share": share})
    code = rows["breakdown"]
    rows["indicator"] = code.map({code: indicator for code, (indicator, _) in INSTALLATIONS.items()}).astype("str")
    rows["breakdown"] = code.map({code: breakdown for code, (_, breakdown) in INSTALLATIONS.items()}).astype("str")
    return Parsed(
        edition=table.edition,
        observations=rows,
        partial_periods=table.partial_periods(),
        repairs=tuple(table.repairs),
    )

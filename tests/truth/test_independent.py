"""A second computation that shares nothing with the project: the downloaded files read with plain pandas, cell by cell.

Every value in scope agrees to the last digit with what `python -m transition figures` prints, and the other way round:
nothing is printed that is not in the files. What is empty in the file is empty, or absent, in the figures. No import from
`transition` or `loaders` here, on purpose; codes, measures and units are written down again from the publisher's pages.
"""

import csv
import functools
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

PROJECT = Path(__file__).parents[2]
GEMEENTEN = (
    "GM0014",  # Groningen
    "GM0080",  # Leeuwarden
    "GM0088",  # Schiermonnikoog: very small
    "GM0344",  # Utrecht
    "GM0363",  # Amsterdam: took in Weesp in 2022
    "GM0518",  # 's-Gravenhage
    "GM1680",  # Aa en Hunze: first in the files
    "GM1728",  # Bladel
    "GM1979",  # Eemsdelta: began in 2021
    "GM0788",  # Haaren: ended in 2021, split over four
)
REGIONS = tuple(f"ES{number:02}" for number in range(1, 31))
Key = tuple[str, str, str]
"""Area, part, period."""
Values = dict[Key, float | None]

SOLAR_PARTS = {
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
SOLAR_MEASURES = {
    "solar_installations_count": "Installaties_1",
    "solar_capacity_kwp": "OpgesteldVermogenVanZonnepanelen_2",
    "solar_inverter_capacity_kw": "OpgesteldVermogenOmvormers_3",
    "solar_production_gwh": "ProductieVanZonnestroom_4",
}
DWELLING_PARTS = {
    "T001100": "",
    "ZW25810": "apartment",
    "ZW25805": "terraced",
    "ZW25806": "corner",
    "ZW10300": "semi_detached",
    "ZW10320": "detached",
    "1014800": "owner_occupied",
    "1014850": "rented",
}
DWELLING_MEASURES = {
    "gas_use_m3_per_dwelling": "GemiddeldAardgasverbruik_1",
    "electricity_use_kwh_per_dwelling": "GemiddeldeElektriciteitslevering_2",
    "electricity_net_use_kwh_per_dwelling": "GemiddeldeNettoElektriciteitslevering_3",
    "district_heating_pct": "Stadsverwarming_4",
}
HEATING = {
    ("heating_gas_boiler_pct", ""): "A050112",
    ("heating_block_pct", ""): "A050113",
    ("heating_district_pct", "high_gas"): "A050114",
    ("heating_district_pct", "low_gas"): "A050115",
    ("heating_district_pct", "no_gas"): "A050116",
    ("heating_electric_pct", "high_gas"): "A050117",
    ("heating_electric_pct", "low_gas"): "A050118",
    ("heating_electric_pct", "no_gas"): "A050119",
    ("heating_gas_free_pct", ""): "A052175",
    ("heating_unknown_pct", ""): "A050120",
}
NEIGHBOURHOOD_TABLES = {
    "2016": "84131NED",
    "2017": "84517NED",
    "2018": "84772NED",
    "2019": "85010NED",
    "2020": "85447NED",
    "2021": "85775NED",
    "2022": "86044NED",
}
KEY_FIGURES = {
    "population_count": "AantalInwoners_",
    "households_count": "HuishoudensTotaal_",
    "dwellings_count": "Woningvoorraad_",
    "population_density_per_km2": "Bevolkingsdichtheid_",
}

Printed = Callable[[str], Values]


@pytest.fixture(scope="module")
def printed(loaded_real_data: Path) -> Printed:
    """What the command prints of one indicator, all of it; asked once."""

    @functools.cache
    def ask(indicator: str) -> Values:
        command = [
            sys.executable,
            "-m",
            "transition",
            "figures",
            "--indicator",
            indicator,
            "--data",
            str(loaded_real_data),
        ]
        done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True, encoding="utf-8")
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert rows, f"niets afgedrukt voor {indicator}"
        found = {(r["area"], r["breakdown"], r["period"]): float(r["value"]) if r["value"] else None for r in rows}
        assert len(found) == len(rows), f"{indicator}: een gebied staat er twee keer in"
        return found

    return ask


def cells(file: Path) -> pd.DataFrame:
    """A downloaded CSV as text, padding gone."""
    table = pd.read_csv(file, dtype=str, keep_default_na=False)
    return table.apply(lambda column: column.str.strip())


def number(cell: str) -> float | None:
    return None if cell in ("", ".") else float(cell)


def assert_same(raw: Values, shown: Values, least: int) -> None:
    """Both ways, exactly. least: how many values there must be at least, so that an empty comparison does not pass."""
    known = {key: value for key, value in raw.items() if value is not None}
    there = {key: value for key, value in shown.items() if value is not None}
    assert len(known) >= least
    different = {k: (known.get(k), there.get(k)) for k in known.keys() | there.keys() if known.get(k) != there.get(k)}
    assert different == {}, f"{len(different)} verschillen, bijvoorbeeld {list(different.items())[:3]}"


@pytest.mark.parametrize(
    "shown",
    [
        {("GM1", "", "2024"): 1.0000000000000002, ("GM2", "", "2024"): None},
        {("GM2", "", "2024"): None},
        {("GM1", "", "2024"): 1.0, ("GM2", "", "2024"): 0.0},
        {("GM1", "", "2024"): 1.0, ("GM3", "", "2024"): 7.0},
    ],
)
def test_the_comparison_fails_on_a_last_digit_a_lost_value_a_zero_for_nothing_and_a_value_too_many(
    shown: Values,
) -> None:
    raw: Values = {("GM1", "", "2024"): 1.0, ("GM2", "", "2024"): None}
    assert_same(raw, dict(raw), 1)
    with pytest.raises(AssertionError, match="1 verschil"):
        assert_same(raw, shown, 1)


def in_scope(values: Values, areas: tuple[str, ...]) -> Values:
    return {key: value for key, value in values.items() if key[0] in areas}


@pytest.mark.parametrize(("indicator", "column"), SOLAR_MEASURES.items())
def test_solar_power_of_regions_and_ten_municipalities(
    printed: Printed, real_data: Path, indicator: str, column: str
) -> None:
    table = cells(real_data / "municipal" / "85005NED_zonnestroom_regio_2019-2025.csv")
    assert set(table["SectorEnVermogensklasse"]) == set(SOLAR_PARTS)
    assert set(REGIONS) <= set(table["RegioS"])
    raw = {
        (area, SOLAR_PARTS[part], period[:4]): number(cell)
        for area, part, period, cell in zip(
            table["RegioS"], table["SectorEnVermogensklasse"], table["Perioden"], table[column], strict=True
        )
    }
    for areas, least in ((REGIONS, 700), (GEMEENTEN, 0 if indicator == "solar_production_gwh" else 150)):
        assert_same(in_scope(raw, areas), in_scope(printed(indicator), areas), least)


@pytest.mark.parametrize(("indicator", "column"), DWELLING_MEASURES.items())
def test_energy_of_dwellings_of_regions_and_ten_municipalities(
    printed: Printed, real_data: Path, indicator: str, column: str
) -> None:
    table = cells(real_data / "municipal" / "81528NED_energieverbruik_woningen_2010-2024.csv")
    raw = {
        (area, DWELLING_PARTS[part], period[:4]): number(cell)
        for area, part, period, cell in zip(
            table["RegioS"], table["Woningkenmerken"], table["Perioden"], table[column], strict=True
        )
    }
    if indicator == "district_heating_pct":  # shown for all dwellings together; CBS gives no parts worth the name
        raw = {key: value for key, value in raw.items() if key[1] == ""}
    areas = (*REGIONS, *GEMEENTEN, *(f"PV{n}" for n in range(20, 32)), "NL01")
    assert_same(in_scope(raw, areas), in_scope(printed(indicator), areas), 90)


@pytest.mark.parametrize("indicator", sorted({indicator for indicator, _ in HEATING}))
def test_heating_of_dwellings_of_regions_and_ten_municipalities(
    printed: Printed, real_data: Path, indicator: str
) -> None:
    table = cells(real_data / "municipal" / "84948NED_verwarmingsinstallatie_2017-2022.csv")
    assert set(HEATING.values()) == set(table["TypeVerwarmingsinstallatie"])
    parts = {code: part for (id, part), code in HEATING.items() if id == indicator}
    table = table[table["TypeVerwarmingsinstallatie"].isin(parts)]
    raw = {
        (area, parts[code], period[:4]): number(cell)
        for area, code, period, cell in zip(
            table["RegioS"], table["TypeVerwarmingsinstallatie"], table["Perioden"], table["Woningen_1"], strict=True
        )
    }
    areas = (*REGIONS, *GEMEENTEN)
    assert_same(in_scope(raw, areas), in_scope(printed(indicator), areas), 200)


@pytest.mark.parametrize(
    ("indicator", "prefix"),
    [
        ("solar_homes_installations_count", "AantalInstallatiesBijWoningen"),
        ("solar_homes_capacity_kwp", "OpgesteldVermogenVanZonnepanelen"),
    ],
)
@pytest.mark.parametrize(("year", "id"), NEIGHBOURHOOD_TABLES.items())
def test_solar_power_on_homes_of_every_municipality_wijk_and_buurt(
    printed: Printed, real_data: Path, year: str, id: str, indicator: str, prefix: str
) -> None:
    table = cells(real_data / "solar_wijk_buurt" / f"{id}_full_data.csv")
    (column,) = [name for name in table.columns if name.startswith(prefix)]
    # The country is NL00 here. 'Buitenland' and 'niet in te delen' are no municipality, wijk or buurt.
    code = table["WijkenEnBuurten"].replace("NL00", "NL01")
    is_area = code.str.fullmatch(r"NL01|(GM\d{4}|WK\w{6}|BU\w{8})") & ~code.str.fullmatch(
        r"(GM|WK|BU)(0000|9999|099[789])\w*"
    )
    assert not code[is_area].duplicated().any()
    raw = {(area, "", year): number(cell) for area, cell in zip(code[is_area], table.loc[is_area, column], strict=True)}
    shown = {key: value for key, value in printed(indicator).items() if key[2] == year}
    assert_same(raw, shown, 12_000)


@pytest.mark.parametrize(("indicator", "prefix"), KEY_FIGURES.items())
def test_key_figures_of_ten_municipalities_with_their_wijken_and_buurten(
    printed: Printed, real_data: Path, indicator: str, prefix: str
) -> None:
    table = pd.read_parquet(real_data / "kwb" / "cbs.v3.84799NED_TypedDataSet.parquet")
    (column,) = [name for name in table.columns if name.startswith(prefix)]
    code = table["WijkenEnBuurten"].str.strip()
    numbers = pd.to_numeric(table[column])
    mine = code.str[2:6].isin([area[2:] for area in GEMEENTEN]) & code.str.match("GM|WK|BU")
    raw = {
        (area, "", "2020"): None if pd.isna(value) else float(value)
        for area, value in zip(code[mine], numbers[mine], strict=True)
    }
    shown = {
        key: value
        for key, value in printed(indicator).items()
        if key[2] == "2020" and key[0][:2] in ("GM", "WK", "BU") and f"GM{key[0][2:6]}" in GEMEENTEN
    }
    assert set(raw) == set(shown)
    # The first edition leaves the number of dwellings empty, everywhere.
    assert_same(raw, shown, 0 if indicator == "dwellings_count" else 1_000)
    assert indicator != "dwellings_count" or set(raw.values()) == {None}


def test_ten_municipalities_and_their_provinces_and_regions_have_their_published_names(
    loaded_real_data: Path, real_data: Path
) -> None:
    table = cells(real_data / "regions" / "gemeente_res_provincie_2024_cbs.csv")
    names = dict(zip(table["gemeentecode"], table["gemeentenaam"], strict=True))
    names |= dict(zip(table["res_code"], table["res_naam"], strict=True))
    names |= dict(zip(table["provinciecode"], table["provincienaam"], strict=True))
    command = [sys.executable, "-m", "transition", "figures", "--indicator", "solar_capacity_kwp", "--period", "2024"]
    done = subprocess.run(
        [*command, "--format", "json", "--data", str(loaded_real_data)],
        cwd=PROJECT, check=True, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    shown = {row["area"]: row["name"] for row in json.loads(done.stdout)}
    asked = [code for code in (*GEMEENTEN, *REGIONS, *(f"PV{n}" for n in range(20, 32))) if code in names]
    assert len(asked) == 9 + 30 + 12
    assert {code: shown[code] for code in asked} == {code: names[code] for code in asked}

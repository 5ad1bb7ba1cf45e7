"""The published values of the design note (domain.md 6, g01 to g73): which of them the present data can answer, and how exactly.

`python -m tests.truth.ground_truth` prints the table of docs/truth.md; tests/truth/test_ground_truth.py checks both.
"""

from dataclasses import dataclass

IDS = tuple(f"g{number:02}" for number in range(1, 74))
KWP, COUNT, GWH = "solar_capacity_kwp", "solar_installations_count", "solar_production_gwh"
SOLAR = "CBS 85005NED"
LATER = "the loaded edition is newer than the copy the value was read from, and CBS had revised it"
HALF = "the loaded edition holds the first half of 2025, the value is of the whole year"


@dataclass(frozen=True)
class Loaded:
    """A value that a loaded table answers. `value` None: there must be no number. below: percent the loaded value may be lower,
    above: percent it may be higher; because: why they may differ at all."""

    id: str
    source: str
    indicator: str
    area: str
    period: str
    value: float | None
    breakdown: str = ""
    below: float = 0
    above: float = 0
    because: str = ""


def _solar(
    id: str,
    area: str,
    period: str,
    count: float | None,
    kwp: float | None,
    gwh: float | None,
    why: tuple[float, float, str] = (0, 0, ""),
) -> tuple[Loaded, ...]:
    measured = ((COUNT, count), (KWP, kwp), (GWH, gwh))
    return tuple(Loaded(id, SOLAR, i, area, period, v, "", *why) for i, v in measured if v is not None)


_NADER = (3, 3, LATER)
_FIRST = (10, 10, LATER)
_HALF = (6, 0, HALF)
LOADED: tuple[Loaded, ...] = (
    *_solar("g01", "NL01", "2021", None, 14_822_880, None),
    *_solar("g02", "NL01", "2021", 1_730_285, None, None),
    *_solar("g03", "NL01", "2021", None, None, 11_304),
    *_solar("g04", "NL01", "2022", None, 19_599_808, None, _NADER),
    *_solar("g05", "NL01", "2022", None, None, 17_080, _NADER),
    *_solar("g06", "NL01", "2023", None, 23_943_429, None, (4, 4, LATER)),
    *_solar("g07", "NL01", "2023", 2_808_437, None, None, (1, 1, LATER)),
    *_solar("g08", "NL01", "2023", None, None, 19_960, _NADER),
    *_solar("g09", "NL01", "2023", None, 23_904_000, None, (0, 4, "a first estimate, revised upward since")),
    *_solar("g10", "NL01", "2024", None, 27_979_732, None),
    *_solar("g11", "NL01", "2024", None, None, 21_822),
    *_solar("g12", "NL01", "2025", None, 29_426_451, None, _HALF),
    *_solar("g13", "NL01", "2025", 3_313_355, None, None, _HALF),
    Loaded("g14", SOLAR, KWP, "GM*", "2025", 28_980_590, below=6, because=HALF),
    Loaded("g15", SOLAR, COUNT, "GM*", "2025", 3_312_895, below=6, because=HALF),
    *_solar("g16", "NL01", "2019", None, None, 5_399),
    *_solar("g17", "GM0363", "2019", 14_872, 89_583, None),
    *_solar("g18", "GM0363", "2022", 33_257, 208_180, None),
    *_solar("g19", "GM0363", "2025", 51_617, 339_795, None, _HALF),
    Loaded("g20", SOLAR, COUNT, "GM0363", "2025", 46_616, "homes", 6, 0, HALF),
    Loaded("g20", SOLAR, KWP, "GM0363", "2025", 142_068, "homes", 6, 0, HALF),
    Loaded("g21", SOLAR, COUNT, "GM0363", "2025", 49_863, "small_up_to_15_kwp", 6, 0, HALF),
    Loaded("g21", SOLAR, KWP, "GM0363", "2025", 136_355, "small_up_to_15_kwp", 6, 0, HALF),
    *_solar("g22", "GM0088", "2025", 313, 3_214, None, _HALF),
    *_solar("g23", "GM0096", "2025", 402, 3_415, None, _HALF),
    *_solar("g24", "GM0277", "2025", 439, 2_635, None, _HALF),
    *_solar("g25", "GM1680", "2019", 2_922, 20_968, None),
    *_solar("g26", "GM1680", "2021", 4_392, 33_382, None),
    *_solar("g27", "ES07", "2021", 39_599, 328_553, 245),
    *_solar("g28", "ES07", "2022", 50_702, 424_313, 370, _NADER),
    *_solar("g29", "ES07", "2023", 62_401, 531_907, 439, _FIRST),
    *_solar("g30", "PV24", "2021", 46_201, 585_708, 436),
    *_solar("g31", "PV24", "2023", 74_541, 1_145_547, 905, _FIRST),
    *_solar("g32", "GM0358", "2021", 3_093, 34_473, None),
    Loaded("g32", SOLAR, GWH, "GM0358", "2021", None),
    *_solar("g33", "GM1708", "2023", 8_239, 55_662, None, _FIRST),
    Loaded("g44", "CBS 85755NED", "population_count", "GM*", "2024", 17_942_942),
    Loaded("g46", "CBS 85755NED", "population_count", "GM0344", "2024", 374_238),
    Loaded("g47", "CBS 85755NED", "population_count", "GM0363", "2024", 931_298),
    Loaded("g48", "CBS 85755NED", "population_count", "GM0599", "2024", 670_610),
    Loaded("g55", "CBS 84948NED", "heating_gas_free_pct", "GM0080", "2022", 7.2),
    Loaded("g55", "CBS 84948NED", "heating_unknown_pct", "GM0080", "2022", 3.1),
    Loaded("g56", "CBS 81528NED", "gas_use_m3_per_dwelling", "GM1728", "2023", 960),
    Loaded("g56", "CBS 81528NED", "electricity_use_kwh_per_dwelling", "GM1728", "2023", 2_970),
    Loaded("g56", "CBS 81528NED", "electricity_net_use_kwh_per_dwelling", "GM1728", "2023", 1_930),
    Loaded("g57", "CBS 81528NED", "district_heating_pct", "GM0518", "2023", 10.0),
)

COUNTED = {
    "g60": ("CBS 85005NED", {("gemeente", "2024"): 342}, "the 424 objects of the map layer are not loaded"),
    "g62": ("CBS 85005NED", {("res", "2025"): 30, ("subres", "2025"): 40}, ""),
}
"""Id -> source, number of areas with a solar figure per level and year, and what is not answered."""


@dataclass(frozen=True)
class Shipped:
    """A value that stands in data/reference/published_figures.csv; amount: value, low or high."""

    id: str
    quantity: str
    period: str
    amounts: tuple[float, ...]
    area: str = "NL01"
    part: str = ""


SHIPPED: tuple[Shipped, ...] = (
    Shipped("g09", "solar_capacity_first_estimate_mwp", "2023", (23_904,)),
    Shipped("g34", "wind_on_land_mw", "2018", (3_436,)),
    Shipped("g35", "wind_on_land_mw", "2019", (3_527,)),
    Shipped("g36", "wind_on_land_mw", "2020", (4_188, 4_159)),
    Shipped("g37", "wind_on_land_mw", "2021", (5_214, 5_310, 5_258)),
    Shipped("g38", "wind_on_land_mw", "2022", (6_185,)),
    Shipped("g38", "wind_turbines_on_land_count", "2022", (2_509,)),
    Shipped("g39", "wind_on_land_normalised_gwh", "2022", (12_978,)),
    Shipped("g39", "wind_on_land_production_gwh", "2022", (13_386,)),
    Shipped("g40", "wind_on_land_mw", "2022", (1_609,), "PV24"),
    Shipped("g41", "wind_on_land_mw", "2022", (842,), "PV20"),
    Shipped("g42", "wind_on_land_mw", "2022", (618,), "PV21"),
    Shipped("g51", "homes_gas_free_pct", "2024", (11.2,)),
    Shipped("g52", "homes_gas_free_pct", "2022", (8.7,)),
    Shipped("g53", "homes_hybrid_heating_pct", "2024", (3.7,)),
    Shipped("g53", "homes_hybrid_heating_pct", "2022", (1.5,)),
    Shipped("g54", "homes_gas_free_old_method_pct", "2019", (5.7,)),
    Shipped("g54", "homes_gas_free_old_method_pct", "2017", (5.0,)),
    *(
        Shipped("g64", "coops_count", year, (number,))
        for year, number in zip(
            ("2018", "2019", "2020", "2021", "2022", "2023", "2024"), (484, 582, 623, 676, 702, 714, 702), strict=True
        )
    ),
    *(
        Shipped("g65", "coop_members_count", year, (number * 1000,))
        for year, number in zip(("2019", "2020", "2021", "2022", "2023"), (85, 97, 112, 120, 131), strict=True)
    ),
    *(
        Shipped("g66", "collective_solar_mwp", year, (number,))
        for year, number in zip(("2018", "2019", "2020", "2021", "2023"), (74.5, 119, 166.3, 217, 319), strict=True)
    ),
    *(
        Shipped("g67", "collective_wind_mw", year, (number,))
        for year, number in zip(("2018", "2019", "2023"), (159, 193, 336.3), strict=True)
    ),
    Shipped("g68", "res_realised_twh", "", (31.4,)),
    Shipped("g68", "res_pipeline_twh", "", (4.3,)),
    Shipped("g68", "res_expected_twh", "2030", (38.2, 31.2, 45.7, 35, 46, 34, 44, 42)),
    *(
        Shipped("g69", "res_bid_twh", "2030", amounts, area)
        for area, amounts in {
            "ES07": (1.35,), "ES08": (1.62,), "ES03": (3.45,), "ES26": (2.0,), "ES01": (5.7,), "ES15": (3.6,),
            "ES16": (2.7, 0.7), "ES12": (1.07,), "ES04": (1.5,), "ES14": (1.8,), "ES24": (3.0,),
        }.items()
    ),
    Shipped("g70", "cdoke_eur", "2023-2025", (1_037_612_596,)),
    *(
        Shipped("g71", "local_ownership_wind_pct", year, (number,))
        for year, number in zip(("2019", "2020", "2021", "2022"), (53.4, 32.9, 32.2, 36.1), strict=True)
    ),
    Shipped("g72", "policy_anchoring_solar_pct", "2025", (36,)),
    Shipped("g72", "policy_anchoring_wind_pct", "2025", (26,)),
    Shipped("g73", "grid_queue_requests_count", "2024", (9_396,), part="afname"),
    Shipped("g73", "grid_queue_requests_count", "2024", (7_539,), part="invoeding"),
    Shipped("g73", "grid_queue_mw", "2024", (5_116,), part="afname"),
    Shipped("g73", "grid_queue_mw", "2024", (3_664,), part="invoeding"),
)  # fmt: skip

UNANSWERED = {
    "g43": "wind on land 2024: 82610NED and 70960ned are not loaded; the value was only seen in code ([VC]), so it does not ship",
    "g45": "population of 2025: 03759ned is not loaded; the loaded tables give 2020 and 2024",
    "g49": "dwelling stock: 82235NED is not loaded, and the loaded first edition of 84799NED leaves dwellings empty",
    "g50": "dwelling stock: as g49",
    "g58": "energy use per buurt 2024: 86159NED is not loaded",
    "g59": "energy use per buurt 2024: 86159NED is not loaded",
    "g61": "wijken and buurten of 2025: the loaded tables and boundaries go up to 2022",
    "g63": "wind turbines as points: the RIVM service is not loaded",
}


def lines() -> list[str]:
    """The table of docs/truth.md."""
    made = ["| id | answered by | agrees | why not exactly, or not at all |", "|---|---|---|---|"]
    for id in IDS:
        loaded = [check for check in LOADED if check.id == id]
        shipped = [check for check in SHIPPED if check.id == id]
        ways, how, why = [], [], []
        if loaded:
            ways.append(", ".join(sorted({check.source for check in loaded})))
            how.append(_agrees(loaded[0]))
            why += sorted({check.because for check in loaded if check.because})
        if id in COUNTED:
            ways.append(COUNTED[id][0])
            how.append("number of areas, exactly")
            why += [COUNTED[id][2]] if COUNTED[id][2] else []
        if shipped:
            ways.append("`published_figures.csv`")
            how.append("as published")
        if id in UNANSWERED:
            ways, how, why = ["not answered"], ["–"], [UNANSWERED[id]]
        made.append(f"| {id} | {'; '.join(ways)} | {'; '.join(how)} | {'; '.join(why)} |")
    return made


def _agrees(check: Loaded) -> str:
    if check.value is None or not (check.below or check.above):
        return "to the last digit"
    if not check.above:
        return f"at most {check.below:g}% lower, never higher"
    return f"within {check.above:g}%" if check.below else f"at most {check.above:g}% higher, never lower"


if __name__ == "__main__":
    print("\n".join(lines()))

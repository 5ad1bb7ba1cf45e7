"""Good files of every kind, made by this script; every figure in them is made up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.door import workbooks
from tests.door.bad_files import DAY, HEAT, LINK, OWNED, WHO, heat, owned

Figure = tuple[str, str, str, str, float | None, str]
"""Area, indicator, breakdown, period, value, status."""
_SDE = ["Aanvrager", "Postcode", "Plaats", "Gemeente", "Thema", "Vermogen (MW)", "Realisatie"]
_GRID = "NETBEHEERDER\tPOSTCODE_VAN\tPOSTCODE_TOT\tPRODUCTSOORT\tAANSLUITINGEN_AANTAL\tSJV_GEMIDDELD\tgemeentecode"
_RES = "gebied;jaar;bod_twh;gerealiseerd_twh;pijplijn_twh;status;bron_url;peildatum;ingevoerd_door;toelichting"
_LOCAL = "gebied;jaar;cooperaties;leden;zon_mwp;wind_mw;bron_url;peildatum;ingevoerd_door"
_POLICY = ["gebied", "jaar", "zon_klasse", "wind_klasse", "bron_url", "peildatum", "ingevoerd_door"]


@dataclass(frozen=True)
class Good:
    """One good file and some of the figures it must become."""

    name: str
    make: Callable[[Path], Path]
    figures: tuple[Figure, ...]


def _projects(gemeente: str, theme: str, power: float, built: str, number: int) -> list[list[object]]:
    return [["J. Jansen", "9401AA", "Dorp", gemeente, theme, power, built] for _ in range(number)]


GOOD: dict[str, Good] = {
    "klimaatmonitor": Good(
        "km.xlsx",
        lambda f: workbooks.xlsx(
            f,
            {
                "2022": [
                    ["Klimaatmonitor"],
                    ["Gemeenten", "hern_tot (TJ)", "energie_totaal_combi (PJ)"],
                    ["Den Haag", "1.234,5", 2.5],
                    ["súdwest-fryslân", "?", "n.v.t."],
                    ["Nederland", 12345, None],
                    ["Bron: eigen berekening, 1 oktober 2025"],
                ],
                "2023": [["Gemeenten", "hern_tot (TJ)"], ["Den\u00a0Bosch", "11"], ["Gemeente Utrecht", 12]],
            },
        ),
        (
            ("GM0518", "renewable_energy_tj", "", "2022", 1234.5, "provisional"),
            ("GM0518", "energy_use_tj", "", "2022", 2500.0, "provisional"),
            ("GM1900", "renewable_energy_tj", "", "2022", None, "not_measured"),
            ("GM1900", "energy_use_tj", "", "2022", None, "not_applicable"),
            ("NL01", "renewable_energy_tj", "", "2022", 12345.0, "provisional"),
            ("GM0796", "renewable_energy_tj", "", "2023", 11.0, "provisional"),
            ("GM0344", "renewable_energy_tj", "", "2023", 12.0, "provisional"),
        ),
    ),
    "klimaatmonitor_xls": Good(
        "km.xls",
        lambda f: workbooks.xls(
            f,
            {
                "Blad1": [
                    ["Totaal bekende hernieuwbare energie [TJ]"],
                    [],
                    ["Gebieden", "2019 (definitief)", "2020 (voorlopig)"],
                    ["Heerhugowaard", 10, 11],
                    ["Langedijk", 20.5, "<5"],
                    [],
                    ["? = onbekend"],
                ]
            },
        ),
        (
            ("GM0398", "renewable_energy_tj", "", "2019", 10.0, "final"),
            ("GM0398", "renewable_energy_tj", "", "2020", 11.0, "provisional"),
            ("GM0416", "renewable_energy_tj", "", "2020", None, "suppressed"),
        ),
    ),
    "rvo_sde": Good(
        "sde.xlsx",
        lambda f: workbooks.xlsx(
            f,
            {
                "Lijst": [
                    ["SDE-projecten in beheer"],
                    ["Peildatum: 1 oktober 2025"],
                    _SDE,
                    *_projects("Assen", "Zon", 0.5, "Ja", 12),
                    *_projects("Assen", "Wind", 3, "Nee", 10),
                    *_projects("Emmen", "Zon", 0.5, "Ja", 12),
                    *_projects("Emmen", "Biomassa", 2, "Nee", 1),
                    *_projects("Coevorden", "Zon", 1, "Ja", 9),
                ]
            },
        ),
        (
            ("GM0106", "sde_projects_count", "", "2025", 22.0, "provisional"),
            ("GM0106", "sde_granted_mw", "", "2025", 36.0, "provisional"),
            ("GM0106", "sde_granted_mw", "solar", "2025", 6.0, "provisional"),
            ("GM0106", "sde_granted_mw", "wind", "2025", 30.0, "provisional"),
            ("GM0106", "sde_granted_mw", "other", "2025", 0.0, "provisional"),
            ("GM0106", "sde_realised_mw", "", "2025", 6.0, "provisional"),
            # One project of another kind: 'all minus solar' would tell about it.
            ("GM0114", "sde_granted_mw", "", "2025", 8.0, "provisional"),
            ("GM0114", "sde_granted_mw", "solar", "2025", None, "suppressed"),
            ("GM0114", "sde_realised_mw", "", "2025", None, "suppressed"),
            ("GM0109", "sde_projects_count", "", "2025", None, "suppressed"),
        ),
    ),
    "rvo_sce": Good(
        "sce_2025-07-01.csv",
        lambda f: workbooks.text(
            f,
            [
                "Coöperatie;Postcode;Gemeente;productie-installatie;Vermogen (kW);Gerealiseerd",
                *["Zonnedorp;9401AA;Assen;zon-PV;60,5;ja"] * 10,
            ],
            encoding="cp1252",
        ),
        (
            ("GM0106", "sce_projects_count", "", "2025", 10.0, "provisional"),
            ("GM0106", "sce_granted_kw", "", "2025", 605.0, "provisional"),
            ("GM0106", "sce_realised_kw", "", "2025", 605.0, "provisional"),
        ),
    ),
    "grid_small_consumers": Good(
        "kleinverbruik_2024.csv",
        lambda f: workbooks.text(
            f,
            [
                _GRID,
                "Net\t9401AA\t9401AB\tELK\t10\t2000,5\tGM0106",
                "Net\t9401AC\t9401AD\tELK\t30\t3000\t106",
                "Net\t9401AC\t9401AD\tGAS\t5\t1100\t106",
            ],
            encoding="utf-16",
        ),
        (
            ("GM0106", "small_consumer_electricity_connections_count", "", "2024", 40.0, "provisional"),
            ("GM0106", "small_consumer_electricity_kwh_per_connection", "", "2024", 2750.125, "provisional"),
            ("GM0106", "small_consumer_gas_connections_count", "", "2024", None, "suppressed"),
            ("GM0106", "small_consumer_gas_m3_per_connection", "", "2024", None, "suppressed"),
        ),
    ),
    "res_monitor": Good(
        "res.csv",
        lambda f: workbooks.text(
            f,
            [
                "Overgenomen uit de bijlage;;;;;;;;;",
                _RES,
                f"Fryslân;2030;3,0;;;definitief;{LINK};{DAY};{WHO};",
                f"ES03;2024;;1,234;0,5;geschat;{LINK};15 december 2025;{WHO};let op",
            ],
            encoding="utf-8-sig",
        ),
        (
            ("ES02", "res_bid_twh", "", "2030", 3.0, "final"),
            ("ES03", "res_realised_twh", "", "2024", 1.234, "estimated"),
            ("ES03", "res_pipeline_twh", "", "2024", 0.5, "estimated"),
        ),
    ),
    "participation_monitor": Good(
        "eigendom.xlsx",
        lambda f: workbooks.xlsx(
            f, {"Blad1": [OWNED, owned("Nederland", 2022, "20,3%"), owned("provincie Utrecht", 2022, "-")]}
        ),
        (
            ("NL01", "local_ownership_solar_parks_pct", "", "2022", 20.3, "provisional"),
            ("PV26", "local_ownership_solar_parks_pct", "", "2022", None, "not_measured"),
        ),
    ),
    "local_energy_monitor": Good(
        "lem.csv",
        lambda f: workbooks.text(
            f, [_LOCAL, f"34;2024;5;1.234.567;?;0;{LINK};{DAY};{WHO}".replace("1.234.567", "1 234")]
        ),
        (
            ("GM0034", "coops_count", "", "2024", 5.0, "provisional"),
            ("GM0034", "coop_members_count", "", "2024", 1234.0, "provisional"),
            ("GM0034", "collective_wind_mw", "", "2024", 0.0, "provisional"),
        ),
    ),
    "policy_anchoring": Good(
        "beleid.xlsx",
        lambda f: workbooks.xlsx(
            f, {"B": [_POLICY, ["Drenthe", 2025, 3, 0, LINK, DAY, WHO], ["gm0106", 2025, 1, "?", LINK, DAY, WHO]]}
        ),
        (
            ("PV22", "policy_anchoring_solar_class", "", "2025", 3.0, "provisional"),
            ("GM0106", "policy_anchoring_wind_class", "", "2025", None, "not_measured"),
        ),
    ),
    "heat_programmes": Good(
        "warmte.xls",
        lambda f: workbooks.xls(
            f,
            {
                "B": [
                    ["Titel boven de tabel"],
                    list(reversed(HEAT)),
                    list(reversed(heat(34.0, "2024"))),
                    list(reversed(heat("0106"))),
                ]
            },
        ),
        (
            ("GM0034", "heat_programme_class", "", "2024", 2.0, "provisional"),
            ("GM0106", "heat_programme_class", "", "2024", 2.0, "provisional"),
        ),
    ),
}

"""Files that may not come in, made by this script: what is wrong with each, where, and which words must be in the answer."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.door import workbooks

HEAT = ["gebied", "jaar", "warmteprogramma_klasse", "status", "bron_url", "peildatum", "ingevoerd_door"]
OWNED = ["gebied", "jaar", "zon_lokaal_pct", "bron_url", "peildatum", "ingevoerd_door"]
LINK, DAY, WHO = "https://example.org/stuk", "31-12-2024", "griffie"


def heat(area: Any = "Assen", year: Any = 2024, value: Any = 2, **other: Any) -> list[Any]:
    """One good row of the heat programmes, with what is said otherwise."""
    row = dict(zip(HEAT, [area, year, value, "", LINK, DAY, WHO], strict=True)) | other
    return [None if content == "" else content for content in row.values()]


def owned(area: Any = "Assen", year: Any = 2024, value: Any = 12.5) -> list[Any]:
    """One good row of the participation monitor, whose unit is a percentage."""
    return [area, year, value, LINK, DAY, WHO]


def as_xlsx(*rows: Sequence[Any]) -> Callable[[Path], Path]:
    return lambda file: workbooks.xlsx(file, {"Blad1": rows})


def as_xls(*rows: Sequence[Any]) -> Callable[[Path], Path]:
    return lambda file: workbooks.xls(file, {"Blad1": rows})


def as_csv(*lines: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    return lambda file: workbooks.text(file, lines, encoding=encoding)


def as_bytes(content: bytes) -> Callable[[Path], Path]:
    def make(file: Path) -> Path:
        file.write_bytes(content)
        return file

    return make


@dataclass(frozen=True)
class Bad:
    """One bad file. `cell`: where the first trouble is; `value`: what stands there; `words`: in the answer."""

    make: Callable[[Path], Path]
    words: str
    cell: str = ""
    value: str = ""
    kind: str = ""
    name: str = "bestand.xlsx"


_FORMULA = (
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Assen</t></is></c><c r="B2"><v>2024</v></c><c r="C2"><f>A1+1</f></c>'
    f"{workbooks.cell('E2', LINK)}{workbooks.cell('F2', DAY)}{workbooks.cell('G2', WHO)}</row>"
)
_ERROR = _FORMULA.replace('<c r="C2"><f>A1+1</f></c>', '<c r="C2" t="e"><v>#N/A</v></c>')
_TITLES = "".join(workbooks.cell(f"{'ABCDEFG'[n]}1", title) for n, title in enumerate(HEAT))
_SDE = ["Naam", "Postcode", "Gemeente", "Thema", "Vermogen (MW)", "Realisatie"]
_GRID = "POSTCODE_VAN;POSTCODE_TOT;PRODUCTSOORT;AANSLUITINGEN_AANTAL;SJV_GEMIDDELD"

_NO_AREA = _ERROR.replace('<c r="A2" t="inlineStr"><is><t>Assen</t></is></c>', '<c r="A2" t="e"><v>#REF!</v></c>')

BAD: dict[str, Bad] = {
    # what the door refuses
    "leeg": Bad(as_bytes(b""), "leeg"),
    "html_als_xls": Bad(as_bytes(b"<html><body><table></table></body></html>"), "webpagina", name="export.xls"),
    "pdf_als_xlsx": Bad(as_bytes(b"%PDF-1.4"), "PDF"),
    "zip_als_xlsx": Bad(as_bytes(workbooks.packed_bytes()), "ingepakt"),
    "halve_werkmap": Bad(lambda f: workbooks.cut_off(f, as_xlsx(HEAT, heat())(f.with_suffix(".heel"))), "beschadigd"),
    "wachtwoord": Bad(workbooks.with_password, "wachtwoord"),
    "macros": Bad(workbooks.with_macros, "macro"),
    "verre_cel": Bad(workbooks.far_cell, "ver buiten", "XFD1048576", "1"),
    "zipbom": Bad(lambda f: workbooks.zip_bomb(f, 300), "uitgepakt"),
    "miljard_keer_lachen": Bad(workbooks.billion_laughs, "DOCTYPE"),
    "entiteit_van_buiten": Bad(workbooks.entity_from_outside, "DOCTYPE"),
    "nul_in_csv": Bad(as_bytes(b"gebied;jaar\nAs\x00sen;2024\n"), "nulteken", "A2", name="x.csv"),
    "geen_csv": Bad(as_csv("zomaar een tekst", "zonder kolommen"), "scheidingsteken", "A1", "zomaar een tekst", name="x.csv"),
    # titles
    "andere_kolommen": Bad(as_xlsx(["appel", "peer"], [1, 2]), "Er staat: 'appel', 'peer'. Verwacht:", "A1"),
    "kolom_ontbreekt": Bad(
        as_xlsx([t for t in HEAT if t != "bron_url"], [c for n, c in enumerate(heat()) if HEAT[n] != "bron_url"]),
        "'bron_url' ontbreekt",
        "A1",
        "gebied",
    ),
    "geen_gebied": Bad(as_xlsx(HEAT[1:], heat()[1:]), "'gebied' ontbreekt", "A1", "jaar"),
    "kolom_dubbel": Bad(as_xlsx([*HEAT, "jaar"], [*heat(), 2023]), "twee keer", "H1", "jaar"),
    "waarde_zonder_titel": Bad(as_xlsx(HEAT, [*heat(), "los"]), "onder geen kolomnaam", "H2", "los"),
    "alleen_verborgen_blad": Bad(
        lambda f: workbooks.xlsx(f, {"Blad1": [["niets hier"]], "Cijfers": [HEAT, heat()]}, hidden=["Cijfers"]), "Verborgen bladen", "A1"
    ),
    "alleen_titels": Bad(as_xlsx(HEAT), "geen enkel cijfer"),
    # areas
    "gebied_onbekend": Bad(as_xlsx(HEAT, heat("Atlantis")), "we kennen geen gemeente met deze naam", "A2", "Atlantis"),
    "gebied_leeg": Bad(as_xlsx(HEAT, heat("")), "ontbreekt het gebied", "A2"),
    "gebied_tweeduidig": Bad(as_xlsx(HEAT, heat("Bergen")), "GM0373", "A2", "Bergen"),
    "code_onbekend": Bad(as_xlsx(HEAT, heat("GM9998")), "GM9998", "A2", "GM9998"),
    "code_van_provincie": Bad(as_xlsx(HEAT, heat("PV22")), "is een provincie", "A2", "PV22"),
    "gebied_is_fout": Bad(
        lambda f: workbooks.by_hand(f, f'<row r="1">{_TITLES}</row>{_NO_AREA}'),
        "naam of code",
        "A2",
        "#REF!",
    ),
    "twee_indelingen_door_elkaar": Bad(
        as_xlsx(HEAT, heat("Heerhugowaard", 2021), heat("Dijk en Waard", 2021)), "nooit tegelijk", "C2", "Heerhugowaard"
    ),
    "gemeente_bestond_niet_meer": Bad(
        as_xlsx(HEAT, heat("Emmen"), heat("Heerhugowaard", 2024)), "hoort nu bij Dijk en Waard", "C3", "Heerhugowaard"
    ),
    # years
    "jaar_20224": Bad(as_xlsx(HEAT, heat(year=20224)), "geen jaar", "B2", "20224"),
    "jaar_leeg": Bad(as_xlsx(HEAT, heat(year="")), "ontbreekt het jaar", "B2"),
    "jaar_als_datum": Bad(as_xlsx(HEAT, heat(year=datetime.date(2024, 1, 1))), "datum waar een jaar", "B2", "2024-01-01"),
    "jaar_met_decimalen": Bad(as_xlsx(HEAT, heat(year=2024.5)), "geen jaar", "B2", "2024,5"),
    # numbers
    "punt_of_komma": Bad(as_xlsx(OWNED, owned(value="1.234")), "1234 zijn (punt voor duizend) of 1,234", "C2", "1.234"),
    "engels_getal": Bad(as_xlsx(OWNED, owned(value="1,234.5")), "Engels", "C2", "1,234.5"),
    "tekst_als_getal": Bad(as_xlsx(OWNED, owned(value="veel")), "geen getal", "C2", "veel"),
    "boven_honderd_procent": Bad(as_xlsx(OWNED, owned(value=112.0)), "kan niet 112%", "C2", "112"),
    "negatief": Bad(as_xlsx(OWNED, owned(value="−3,5")), "kan niet −3,5", "C2", "−3,5"),
    "veel_te_groot": Bad(as_xlsx(OWNED, owned(value=1e308)), "1e+308", "C2", "1e+308"),
    "halve_klasse": Bad(as_xlsx(HEAT, heat(value="1,5")), "heel getal", "C2", "1,5"),
    "procent_waar_het_niet_hoort": Bad(as_xlsx(HEAT, heat(value="2%")), "percentage", "C2", "2%"),
    "getal_werd_datum": Bad(as_xlsx(OWNED, owned(value=datetime.date(2024, 5, 1))), "1 mei", "C2", "2024-05-01"),
    "waar_of_onwaar": Bad(as_xlsx(OWNED, owned(value=True)), "WAAR of ONWAAR", "C2", "WAAR"),
    "formule_zonder_uitkomst": Bad(
        lambda f: workbooks.by_hand(f, f'<row r="1">{_TITLES}</row>{_FORMULA}'), "uitkomst niet is bewaard", "C2"
    ),
    "fout_van_excel": Bad(lambda f: workbooks.by_hand(f, f'<row r="1">{_TITLES}</row>{_ERROR}'), "foutmelding", "C2", "#N/A"),
    "twee_keer_hetzelfde": Bad(as_xlsx(HEAT, heat(), heat("GM0106", value=3)), "twee keer", "C3", "3"),
    # where it comes from
    "bron_is_geen_adres": Bad(as_xlsx(HEAT, heat(bron_url="van internet")), "adres van de publicatie", "E2", "van internet"),
    "peildatum_bestaat_niet": Bad(as_xlsx(HEAT, heat(peildatum="31-02-2024")), "geen datum", "F2", "31-02-2024"),
    "peildatum_als_getal": Bad(as_xlsx(HEAT, heat(peildatum=45657)), "getal waar een datum", "F2", "45657"),
    "niemand_vulde_het_in": Bad(as_xlsx(HEAT, heat(ingevoerd_door="")), "wie dit invulde", "G2"),
    "status_onbekend": Bad(as_xlsx(HEAT, heat(status="zeker weten")), "geen status", "D2", "zeker weten"),
    # exports of monitors
    "export_zonder_jaar": Bad(as_xls(["hern_tot (TJ)"], ["Gebied", "waarde"], ["Assen", 10]), "staat geen jaar", "B2", "waarde"),
    "export_jaar_20224": Bad(as_xls(["hern_tot (TJ)"], ["Gebied", 20224], ["Assen", 10]), "geen jaar", "B2", "20224"),
    "export_andere_eenheid": Bad(
        as_xls(["hern_tot [MWh]"], ["Gebied", 2023], ["Assen", 10]), "eenheid is 'MWh'", "B2", "2023"
    ),
    "export_zonder_eenheid": Bad(as_xls(["hern_tot"], ["Gebied", 2023], ["Assen", 10]), "eenheid staat er niet bij", "B2"),
    "export_onbekend_gebied": Bad(
        as_xls(["hern_tot (TJ)"], ["Gebied", 2023], ["Assen", 10], ["Atlantis", 11], ["Emmen", 12]), "met deze naam", "A4", "Atlantis"
    ),
    "export_onbekend_onderwerp": Bad(as_csv("Gebied;Auto's 2023", "Assen;10", "Emmen;12"), "herkennen", "A1", name="x.csv"),
    "alles_al_gepubliceerd": Bad(
        as_csv("Gebied;Aantal inwoners 2024", "Assen;10000", "Emmen;12000"), "al van een uitgever", kind="klimaatmonitor", name="x.csv"
    ),
    # lists
    "lijst_zonder_gemeente": Bad(
        as_xlsx(["Peildatum: 1 oktober 2025"], [t for t in _SDE if t != "Gemeente"], ["J. Jansen", "9401AA", "Zon", 1, "ja"]),
        "niet zeker af te leiden",
        "C2",
    ),
    "lijst_zonder_datum": Bad(as_xlsx(_SDE, ["J. Jansen", "9401AA", "Assen", "Zon", 1, "ja"]), "datum van de lijst", "A1"),
    "lijst_zonder_eenheid": Bad(
        as_xlsx(["Peildatum: 1 oktober 2025"], [*_SDE[:4], "Vermogen", "Realisatie"], ["J", "9401AA", "Assen", "Zon", 1, "ja"]),
        "eenheid",
        "E2",
        "Vermogen",
    ),
    "lijst_gebouwd_onduidelijk": Bad(
        as_xlsx(["Peildatum: 1 oktober 2025"], _SDE, ["J. Jansen", "9401AA", "Assen", "Zon", 1, "misschien"]),
        "ja of nee",
        "F3",
        "misschien",
    ),
    "postcodes_zonder_gebied": Bad(as_csv(_GRID, "9401AA;9401AB;ELK;25;2500,5"), "postcodes", "C1", name="kv_2024.csv"),
    "aansluitingen_negatief": Bad(
        as_csv(f"{_GRID};gemeentecode", "9401AA;9401AB;ELK;-25;2500,5;GM0106"), "niet kleiner dan nul", "D2", "-25", name="kv_2024.csv"
    ),
    "kleinverbruik_zonder_jaar": Bad(
        as_csv(f"{_GRID};gemeentecode", "9401AA;9401AB;ELK;25;2500,5;GM0106"), "jaar van de lijst", "C1", name="kv.csv"
    ),
}  # fmt: skip

"""Workbooks that may not come in, made by this script: what is wrong with each, where, and which words must be in the answer."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.door import workbooks
from tests.door.bad_files import BAD as AT_THE_DOOR
from tests.register_workbook.world import AREA, OTHER_AREA, PARK, W3, Formula, Percent, Sheets
from transition.register.workbook.template import KEPT, REMOVE

Make = Callable[[Sheets], Path]
NET = f"{AREA}.cost-net"


@dataclass(frozen=True)
class Bad:
    """One bad workbook. `sheet`, `cell` and `value`: of the first trouble; `words`: in its answer."""

    make: Make
    words: str
    sheet: str = ""
    cell: str = ""
    value: str = ""


def put(sheet: str, id: str, head: str, value: Any, words: str, shown: str | None = None) -> Bad:
    """One cell that is wrong; its place follows from the head."""
    return Bad(
        lambda open: open.put(sheet, id, head, value).save(),
        words,
        sheet,
        f"{id}|{head}",
        str(value) if shown is None else shown,
    )


def cells(change: Callable[[Sheets], object], words: str, sheet: str = "", cell: str = "", value: str = "") -> Bad:
    """Something else that is wrong."""

    def make(open: Sheets) -> Path:
        change(open)
        return open.save()

    return Bad(make, words, sheet, cell, value)


def added(sheet: str, row: dict[str, Any], words: str, cell: str, value: str = "") -> Bad:
    """A row that is added."""
    return cells(lambda open: open.add(sheet, row), words, sheet, cell, value)


def other_file(make: Callable[[Path], Path], words: str, name: str = "bestand.xlsx") -> Bad:
    """A file that is no workbook of ours at all."""
    return Bad(lambda open: make(open.folder / name), words)


def _rename(sheets: Sheets, old: str, new: str) -> None:
    sheets.cells = {new if name == old else name: found for name, found in sheets.cells.items()}


def _stamp(old: str, new: str) -> Callable[[Sheets], object]:
    def change(sheets: Sheets) -> None:
        kept = sheets.cells[KEPT]
        kept[1, 2] = kept[1, 2].replace(old, new)

    return change


def _head(sheet: str, column: int, text: str | None) -> Callable[[Sheets], object]:
    return lambda sheets: sheets.cells[sheet].update({(1, column): text})


def _twice(sheets: Sheets) -> None:
    row, new = sheets.row("Mijlpalen", W3), sheets.row("Mijlpalen", "")
    found = sheets.cells["Mijlpalen"]
    found.update({(new, column): value for (at, column), value in list(found.items()) if at == row})


def _new_area(**more: Any) -> Callable[[Sheets], object]:
    good = {"Naam": "Nieuw", "Thema": "Energiehub", "Gemeenten": "GM9003", "Stand": "Loopt", "Trekker": "Geen trekker"}
    return lambda sheets: sheets.add("Gebieden", good | more)


def _same_new_row_twice(sheets: Sheets) -> None:
    for _ in range(2):
        sheets.add("Mijlpalen", {"Gebied": AREA, "Stap": "W9"})


_MONEY, _DAY, _SHARE = ("Geld", NET, "Bedrag"), ("Mijlpalen", W3, "Gehaald"), ("Projecten", PARK, "Aandeel niet-lokaal")
_WHOLE, _CHOICE = ("Gebieden", AREA, "Woningen"), ("Gebieden", AREA, "Stand")

BAD: dict[str, Bad] = {
    # what the door refuses
    **{
        name: Bad(lambda open, name=name: AT_THE_DOOR[name].make(open.folder / AT_THE_DOOR[name].name), AT_THE_DOOR[name].words,
                  cell=AT_THE_DOOR[name].cell, value=AT_THE_DOOR[name].value)
        for name in ("leeg", "html_als_xls", "pdf_als_xlsx", "zip_als_xlsx", "halve_werkmap", "wachtwoord", "macros", "verre_cel",
                     "zipbom", "miljard_keer_lachen", "entiteit_van_buiten", "nul_in_csv", "geen_csv")
    },
    # what is no workbook of ours
    "andere_werkmap": other_file(lambda f: workbooks.xlsx(f, {"Gebieden": [["Kenmerk", "Naam"], ["x", "y"]]}),
        "geen werkmap die de Regiemonitor"),
    "oude_xls": other_file(lambda f: workbooks.xls(f, {"Gebieden": [["Kenmerk"], ["x"]]}), "geen werkmap die de Regiemonitor", "oud.xls"),
    "csv_cp1252": other_file(lambda f: workbooks.text(f, ["Kenmerk;Naam", "a;Súdwest"], encoding="cp1252"), "geen werkmap die", "x.csv"),
    "csv_utf16": other_file(lambda f: workbooks.text(f, ["Kenmerk\tNaam", "a\tb"], encoding="utf-16"), "geen werkmap die", "x.csv"),
    "csv_met_bom": other_file(lambda f: workbooks.text(f, ["\ufeffKenmerk,Naam", "a,b"]), "geen werkmap die", "x.csv"),
    "bijlage_weg": cells(lambda open: open.cells.pop(KEPT), "geen werkmap die de Regiemonitor"),
    "bijlage_beschadigd": cells(_stamp("{", ""), "bijlage van de werkmap is beschadigd"),
    "bijlage_van_een_ander": cells(lambda open: open.cells[KEPT].update({(1, 1): "Iets anders"}), "beschadigd"),
    "inhoud_in_bijlage_beschadigd": cells(lambda open: open.cells[KEPT].update({(2, 3): '{"name":'}), "beschadigd"),
    "nieuwere_versie": cells(_stamp('"edition":', '"edition":9'), "nieuwere versie"),
    "versie_die_niet_meer_gelezen_wordt": cells(_stamp('"edition":', '"edition":-'), "niet meer gelezen"),
    # sheets and columns
    "blad_hernoemd": cells(lambda open: _rename(open, "Mijlpalen", "Mijn palen"), "blad met deze naam", "Mijn palen", "A1", "Mijn palen"),
    "kenmerk_weg": cells(_head("Mijlpalen", 1, "Nummer"), "'Kenmerk' is niet gevonden", "Mijlpalen", "A1", "Nummer"),
    "kolom_hernoemd": cells(_head("Mijlpalen", 5, "Planning"), "ontbreekt: 'Gepland'", "Mijlpalen", "E1", "Planning"),
    "kolom_dubbel": cells(_head("Mijlpalen", 6, "Gepland"), "twee keer", "Mijlpalen", "F1", "Gepland"),
    "kolom_met_contactgegevens": cells(_head("Partijen", 30, "E-mailadres"), "contactgegevens", "Partijen", "AD1", "E-mailadres"),
    "waarde_zonder_titel": cells(lambda open: open.cells["Mijlpalen"].update({(2, 30): "los"}), "onder geen kolomnaam",
        "Mijlpalen", "AD2", "los"),
    # rows
    "kenmerk_dubbel": cells(_twice, "staat er twee keer", "Mijlpalen", "A4", W3),
    "nieuwe_rij_dubbel": cells(_same_new_row_twice, "staat er twee keer", "Mijlpalen", "A5", f"{AREA}.w9"),
    "kenmerk_verzonnen": added("Mijlpalen", {"Kenmerk": "eigen-7", "Gebied": AREA, "Stap": "W8"}, "Laat het kenmerk leeg", "A4", "eigen-7"),
    "rij_van_andere_gemeente": added("Gebieden", {"Kenmerk": OTHER_AREA, "Naam": "x"}, "hoort niet bij deze werkmap", "A3", OTHER_AREA),
    "nieuw_in_andere_gemeente": cells(_new_area(Gemeenten="Duindorp"), "hoort niet bij deze werkmap (GM9003)", "Gebieden", "A3",
        "gm9004-nieuw"),
    "nieuw_maar_van_een_ander": added("Projecten", {"Naam": "Zonnepark Duin", "Gemeente": "GM9004", "Techniek": "Zon op veld",
        "Stand": "In ontwikkeling"}, "hoort niet bij deze werkmap", "A3"),
    "onder_gebied_van_een_ander": added("Mijlpalen", {"Gebied": OTHER_AREA, "Stap": "W1"}, "hoort niet bij deze werkmap", "A4"),
    "nieuwe_rij_zonder_iets_vasts": added("Gebieden", {"Woningen": 4}, "vul 'Naam' in", "B3"),
    "verwijderen_misschien": put("Mijlpalen", W3, REMOVE, "misschien", "hier hoort 'ja' of niets"),
    "lege_rij_verwijderen": added("Mijlpalen", {REMOVE: "ja"}, "deze rij is leeg", "N4", "ja"),
    "nieuwe_rij_verwijderen": added("Mijlpalen", {"Gebied": AREA, "Stap": "W7", REMOVE: "ja"}, "Haal de rij weg", "A4"),
    # numbers
    "punt_of_komma": put(*_MONEY, "1.234", "1234 zijn (punt voor duizend) of 1,234"),
    "engels_getal": put(*_MONEY, "1,234.5", "Engels"),
    "tekst_als_getal": put(*_MONEY, "veel", "geen getal"),
    "minder_dan": put(*_WHOLE, "<5", "geen getal"),
    "veel_te_groot": put(*_MONEY, 1e308, "veel te groot", "1e+308"),
    "half_huis": put(*_WHOLE, "12,5", "heel getal"),
    "procent_in_bedrag": put(*_MONEY, Percent(0.5), "percentage", "0,5"),
    "getal_werd_datum": put(*_MONEY, datetime.date(2024, 5, 1), "1 mei", "2024-05-01"),
    "waar_of_onwaar": put(*_WHOLE, True, "WAAR of ONWAAR", "WAAR"),
    "formule_zonder_uitkomst": put(*_MONEY, Formula("=1+1"), "uitkomst niet is bewaard", ""),
    "fout_van_excel": put(*_MONEY, float("nan"), "foutmelding", "#NUM!"),
    "aandeel_zonder_procent": put(*_SHARE, 25, "Typ 25% met het procentteken"),
    "aandeel_van_een": put(*_SHARE, 1, "Typ 1% met het procentteken"),
    # dates
    "datum_bestaat_niet": put(*_DAY, "31-02-2024", "geen datum"),
    "jaar_20224": put(*_DAY, "1-1-20224", "geen datum"),
    "datum_is_een_getal": put(*_DAY, 1.5, "getal waar een datum", "1,5"),
    "datum_in_2924": put(*_DAY, datetime.date(2924, 1, 1), "tussen 1900 en 2100", "2924-01-01"),
    # lists, codes and references
    "woord_niet_in_de_lijst": put(*_CHOICE, "Staat stil", "Kies uit: 'Loopt'"),
    "gemeente_onbekend": put("Gebieden", AREA, "Gemeenten", "GM9003; GM9998", "GM9998", "GM9003; GM9998"),
    "gemeente_tweeduidig": put("Projecten", PARK, "Gemeente", "Bergen", "GM9005"),
    "wijk_is_gemeente": put("Gebieden", AREA, "Wijken en buurten", "GM9003", "hier hoort een wijk of buurt"),
    "partij_onbekend": put("Gebieden", AREA, "Wie trekt", "Niemand BV", "er is geen partij met"),
    "verplicht_leeg": put("Gebieden", AREA, "Naam", None, "'Naam' is niet ingevuld", ""),
    "datum_in_tekst": put("Geld", NET, "Post", datetime.date(2026, 5, 1), "waar tekst hoort", "2026-05-01"),
    # what the rules of the register say, with its place in the file
    "boven_honderd_procent": put(*_SHARE, Percent(1.12), "", "1,12"),
    "negatief": put(*_MONEY, -5, "", "-5"),
    "adres_zonder_https": put("Mijlpalen", W3, "Bewijs", "http://example.org/x", "https"),
    "aandelen_tellen_niet_op": put("Projecten", PARK, "Aandeel onbekend", Percent(0.5), "100", "0,5"),
    "eerste_planning_gewijzigd": put("Mijlpalen", W3, "Gepland", datetime.date(2026, 1, 1), "", "2026-01-01"),
    "twee_eindverantwoordelijken": put("Rollen", f"{AREA}.plan", "Raad", "A: eindverantwoordelijk", "eindverantwoordelijk"),
}  # fmt: skip

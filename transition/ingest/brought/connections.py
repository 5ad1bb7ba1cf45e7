"""Grid operators' lists of small consumers, one row per postcode range, become figures per area; never of fewer than ten connections.

A range of postcodes says nothing certain about a municipality or buurt: postcodes cross their borders and the ranges are of the
operator's own making. So the list must have a column with the area's code, and is refused, with the reason, when it has not.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from transition.domain.areas import Level
from transition.domain.values import Missing
from transition.door import cells
from transition.door.cells import Doubt
from transition.door.grid import Book, Cell
from transition.door.known_areas import spelling
from transition.ingest.brought.columns import Columns, columns, header_row
from transition.ingest.brought.listing import LEAST_IN_A_FIGURE
from transition.ingest.brought.reading import Key, Reading, Situation
from transition.ingest.brought.template import CODE_TITLES

_NAMES = {
    "product": ("PRODUCTSOORT", "productsoort"),
    "aansluitingen": ("AANSLUITINGEN_AANTAL", "Aansluitingen Aantal", "aantal aansluitingen"),
    "gemiddelde": ("SJV_GEMIDDELD", "SJA_GEMIDDELD", "SJV", "SJA", "standaardjaarverbruik gemiddeld"),
    "gebiedscode": CODE_TITLES,
    "jaar": ("jaar",),
}
_REQUIRED = ("product", "aansluitingen", "gemiddelde")
_PRODUCTS = {"elk": "electricity_kwh", "elektriciteit": "electricity_kwh", "gas": "gas_m3"}
_UNITS = {"electricity_kwh": "kWh per aansluiting", "gas_m3": "m³ per aansluiting"}
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LEVELS = (Level.GEMEENTE, Level.WIJK, Level.BUURT)


@dataclass
class _Group:
    """The connections of one area, product and year. `first`: where its first row stands."""

    connections: float = 0.0
    use: float = 0.0
    hidden: int = 0
    first: tuple[int, int] = (1, 1)


@dataclass
class _Groups:
    of: dict[tuple[str, str, str], _Group] = field(default_factory=lambda: defaultdict(_Group))


@dataclass(frozen=True)
class Connections:
    """Reads the lists as the operators publish them: other order, separator and decimal sign each."""

    def fits(self, book: Book) -> bool:
        """Whether a file has the columns of such a list."""
        return any(header_row(sheet, _NAMES, _REQUIRED) is not None for sheet in book.visible)

    def read(self, book: Book, situation: Situation) -> Reading:
        """Connections and average use per area. Averages are rebuilt: the use of all connections over their number."""
        reading = Reading()
        for sheet in book.visible:
            found = columns(sheet, _NAMES, _REQUIRED, reading) if sheet.cells else None
            if found is None:
                continue
            if "gebiedscode" not in found.at:
                reading.doubt(
                    Doubt(
                        "de lijst gaat over postcodes, en een reeks postcodes ligt niet zeker in één gemeente",
                        "Voeg een kolom 'gemeentecode' of 'buurtcode' toe; het CBS geeft elk jaar een tabel van postcode naar buurt",
                    ),
                    sheet,
                    found.row,
                    min(found.at.values()),
                    private=True,
                )
                continue
            self._sheet(found, situation, reading)
        return reading

    def _sheet(self, found: Columns, situation: Situation, reading: Reading) -> None:
        named = _YEAR.search(situation.file)
        if "jaar" not in found.at and not named:
            doubt = Doubt(
                "het jaar van de lijst is niet gevonden",
                "Voeg een kolom 'jaar' toe, of zet het jaar in de bestandsnaam",
            )
            reading.doubt(doubt, found.sheet, found.row, min(found.at.values()))
            return
        groups = _Groups()
        for number, row in found.rows():
            self._row(found, number, row, named[1] if named else "", situation, reading, groups)
        if not reading.troubles:
            _figures(found, groups, reading)

    def _row(
        self,
        found: Columns,
        number: int,
        row: dict[int, Cell],
        named: str,
        situation: Situation,
        reading: Reading,
        groups: _Groups,
    ) -> None:
        def read(name: str, what: object) -> None:
            if isinstance(what, Doubt):
                reading.doubt(what, found.sheet, number, found.at[name])

        area = situation.areas.find(row.get(found.at["gebiedscode"]), _LEVELS)
        read("gebiedscode", area)
        cell = row.get(found.at["product"])
        product = _PRODUCTS.get(spelling(str(cell.value)) if cell else "", "")
        if not product:
            read("product", Doubt("dit is geen productsoort die we kennen", "Verwacht: ELK of GAS"))
        connections = _not_negative(cells.number(row.get(found.at["aansluitingen"]), "aansluitingen"))
        read("aansluitingen", connections)
        average = cells.number(row.get(found.at["gemiddelde"]), _UNITS.get(product, ""))
        read("gemiddelde", average)
        year: str | Doubt = named
        if "jaar" in found.at:
            year = cells.year(row.get(found.at["jaar"]), 2000, situation.this_year)
            read("jaar", year)
        if isinstance(area, str) and product and isinstance(year, str):
            group = groups.of[area, product, year]
            group.first = group.first if group.connections or group.hidden else (number, found.at["aansluitingen"])
            if isinstance(connections, float) and isinstance(average, float):
                group.connections += connections
                group.use += connections * average
            else:
                group.hidden += 1


def _not_negative(number: float | Missing | Doubt) -> float | Missing | Doubt:
    if isinstance(number, float) and number < 0:
        return Doubt("een aantal aansluitingen is niet kleiner dan nul", "Controleer het getal")
    return number


def _figures(found: Columns, groups: _Groups, reading: Reading) -> None:
    for (area, product, year), group in groups.of.items():
        stem = f"small_consumer_{product.split('_')[0]}_connections_count", f"small_consumer_{product}_per_connection"
        told = group.connections >= LEAST_IN_A_FIGURE and not group.hidden
        values: list[float | Missing] = [Missing.SUPPRESSED, Missing.SUPPRESSED]
        if told:
            values = [group.connections, round(group.use / group.connections, 4)]
        for indicator, value in zip(stem, values, strict=True):
            reading.figure(Key(area, indicator, "", year), value, found.sheet, group.first)
    reading.note(
        f"Van minder dan {LEAST_IN_A_FIGURE} aansluitingen, of als een deel geheim is, staat er geen cijfer maar 'geheim'. "
        "Postcodes en woonplaatsen zijn niet gelezen."
    )
    reading.note(
        "Gebieden die maar voor een deel in de lijst staan, tellen alleen met dat deel mee. "
        "Staat een gebied in lijsten van twee netbeheerders? Zet die dan eerst in één bestand."
    )
    latest = max((year for _, _, year in groups.of), default="")
    reading.edition = max(reading.edition, latest)

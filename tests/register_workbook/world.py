"""A small register to bring workbooks to: two municipalities, one community; names and figures are made up."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from transition.domain.areas import Area, Level
from transition.domain.register.fields import Edit, Value, id_of
from transition.domain.register.kinds import KINDS
from transition.door.grid import Book, Kind
from transition.door.opened import opened
from transition.register.actor import SINGLE_USER
from transition.register.known import Known
from transition.register.register import Applied, Register
from transition.register.workbook import bring
from transition.register.workbook.scope import About, Scope

HAVENSTAD, DUINDORP = "GM9003", "GM9004"
OF_HAVENSTAD = Scope(About.MUNICIPALITY, HAVENSTAD)
OF_COMMUNITY = Scope(About.COMMUNITY, "hubs-aan-zee")
AREA, OTHER_AREA = "gm9003-kade", "gm9004-duinweg"
W3, PARK = f"{AREA}.w3", "gm9003-windpark-noord"
KNOWN = Known(
    {
        area.code: area
        for area in (
            Area("NL01", "Nederland", Level.LAND),
            Area("ES90", "Energieregio Zee", Level.RES),
            Area(HAVENSTAD, "Havenstad", Level.GEMEENTE),
            Area(DUINDORP, "Duindorp", Level.GEMEENTE),
            Area("GM9005", "Bergen (Z.)", Level.GEMEENTE),
            Area("GM9006", "Bergen (D.)", Level.GEMEENTE),
            Area("WK900301", "Kade", Level.WIJK),
        )
    }
)


def edit(kind: str, /, **values: Value) -> Edit:
    """A new record."""
    return Edit(kind, id_of(KINDS[kind], values), None, values)


def _content() -> list[Edit]:
    wharf: dict[str, Value] = {
        "name": "Kade",
        "theme": "neighbourhood_plan",
        "state": "running",
        "community": "hubs-aan-zee",
        "method_card": "wijkaanpak-1",
        "start": date(2024, 1, 15),
        "lead_state": "lead",
        "lead": "noorderwind",
        "dwellings_count": 1200,
        "polygon": {"type": "Polygon", "coordinates": [[[4.0, 52.0], [4.1, 52.0], [4.1, 52.1], [4.0, 52.0]]]},
    }
    return [
        edit("party", name="Noorderwind", type="cooperative", municipality=HAVENSTAD, contact_email="geheim@example.org"),
        edit("party", name="Duinstroom", type="cooperative", municipality=DUINDORP),
        edit("community", name="Hubs aan zee", theme="energy_hub", state="active", municipalities=(HAVENSTAD, DUINDORP),
             co_hosts=("noorderwind",)),
        edit("session", community="hubs-aan-zee", held_on=date(2026, 3, 5), title="Kennismaken"),
        edit("method_card", name="Wijkaanpak", theme="neighbourhood_plan", edition=1),
        edit("method_phase", card="wijkaanpak-1", code="W3", label="Ontwerp", place=3, ladder="design"),
        edit("area_process", municipalities=(HAVENSTAD,), **wharf),
        edit("area_process", municipalities=(DUINDORP,), **{**wharf, "name": "Duinweg", "lead": "duinstroom", "community": None}),
        edit("milestone", area=AREA, code="W3", planned=date(2025, 6, 1), blockage="grid"),
        edit("milestone", area=AREA, code="W4", planned=date(2026, 6, 1)),
        edit("role", area=AREA, activity="plan", team="RA", local_lead="R"),
        edit("finance_line", area=AREA, kind="cost", label="Net", amount=1250000.5, price_level=2025),
        edit("project", name="Windpark Noord", municipality=HAVENSTAD, area=AREA, technology="wind", status="building",
             capacity=12.6, capacity_unit="MW", expected_mwh=31000.0, share_residents=0.25, share_unknown=0.75),
        edit("project", name="Zonnepark Duin", municipality=DUINDORP, technology="solar_field", status="developing"),
        edit("target", scope="municipal", code=HAVENSTAD, indicator="renewable_on_land_gwh", value=120.0, year=2030),
        edit("checklist_item", municipality=HAVENSTAD, norm="goal_decided", answer="yes", answered_on=date(2026, 1, 5)),
    ]  # fmt: skip


def small_register(folder: Path) -> Register:
    """A register with this content."""
    register = Register.open(f"sqlite:///{folder / 'register.db'}")
    register.apply(SINGLE_USER, _content(), why="Begin", known=KNOWN)
    return register


def change(register: Register, kind: str, id: str, **values: Value) -> Applied:
    """What somebody else does in a form meanwhile."""
    record = register.record(SINGLE_USER, kind, id)
    assert record is not None
    return register.apply(SINGLE_USER, [Edit(kind, id, record.version, values)], known=KNOWN)


def exported(register: Register, scope: Scope = OF_HAVENSTAD) -> bytes:
    return bring.workbook(register, SINGLE_USER, scope, KNOWN)


def seen(register: Register, file: Path, wanted: Scope | None = None) -> bring.Seen:
    return bring.look(register, SINGLE_USER, file, file.name, KNOWN, lambda *_: None, wanted)


def taken(register: Register, found: bring.Seen, *mine: tuple[str, str, str]) -> Applied:
    return bring.take(register, SINGLE_USER, found, KNOWN, lambda *_: None, mine)


class Sheets:
    """A workbook as an officer has it open: cells by sheet, row and head, to be changed and saved again as another program would."""

    def __init__(self, content: bytes, folder: Path) -> None:
        self.folder = folder
        before = folder / "voor.xlsx"
        before.write_bytes(content)
        self.book: Book = opened(before)
        self.cells: dict[str, dict[tuple[int, int], Any]] = {}
        for sheet in self.book.sheets:
            found = self.cells.setdefault(sheet.name, {})
            for cell in sheet.cells:
                value: Any = cell.value
                if cell.kind is Kind.DATE:
                    value = date.fromisoformat(str(value))
                found[cell.row, cell.column] = Percent(value) if cell.kind is Kind.PERCENT else value
        self.hidden = {sheet.name for sheet in self.book.sheets if sheet.hidden}

    def at(self, sheet: str, head: str) -> int:
        """The column with this head."""
        return next(column for (row, column), value in self.cells[sheet].items() if row == 1 and value == head)

    def row(self, sheet: str, id: str) -> int:
        """The row of the record with this id; for '' the first empty one."""
        if not id:
            return max(row for row, _ in self.cells[sheet]) + 1
        return next(row for (row, column), value in self.cells[sheet].items() if column == 1 and value == id)

    def put(self, sheet: str, id: str, head: str, value: Any) -> "Sheets":
        self.cells[sheet][self.row(sheet, id), self.at(sheet, head)] = value
        return self

    def add(self, sheet: str, values: Mapping[str, Any]) -> "Sheets":
        """A new row at the end."""
        row = self.row(sheet, "")
        for head, value in values.items():
            self.cells[sheet][row, self.at(sheet, head)] = value
        return self

    def save(self, name: str = "register.xlsx") -> Path:
        file = self.folder / name
        options = {"strings_to_formulas": False, "default_date_format": "dd-mm-yyyy", "nan_inf_to_errors": True}
        with xlsxwriter.Workbook(str(file), options) as book:
            percent = book.add_format({"num_format": "0.0%"})
            for title, cells in self.cells.items():
                sheet = book.add_worksheet(title)
                for (row, column), value in cells.items():
                    _write(sheet, row - 1, column - 1, value, percent)
                if title in self.hidden:
                    sheet.hide()
        return file


class Percent(float):
    """A number shown as a percentage."""


class Formula(str):
    """A formula, with the result a spreadsheet would keep; an empty one is kept as none."""


def _write(sheet: Any, row: int, column: int, value: Any, percent: Any) -> None:
    if isinstance(value, Formula):
        sheet.write_formula(row, column, str(value), None, "")
    elif isinstance(value, Percent):
        sheet.write_number(row, column, value, percent)
    elif value is not None:
        sheet.write(row, column, value)


Change = Callable[[Sheets], object]

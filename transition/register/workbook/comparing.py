"""Lays a brought workbook beside the register: what the officer changed, what others changed meanwhile, and what cannot be read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from transition.domain.register.fields import Field, Kind, Record, Type, Value, id_of
from transition.domain.register.kinds import KINDS
from transition.door.cells import Doubt
from transition.door.grid import Cell
from transition.door.trouble import Trouble, shown
from transition.register.workbook import cell_content, cell_reading
from transition.register.workbook.cell_reading import Lookup
from transition.register.workbook.outcome import CellChange, CellClash, Comparison
from transition.register.workbook.reading import Brought, Row
from transition.register.workbook.references import References
from transition.register.workbook.scope import Records, belongs, selected

Progress = Callable[[float], None]
"""Takes the part that is done, from 0 to 1."""


def compare(
    brought: Brought, records: Records, code: Callable[[Cell, Field], str | Doubt], progress: Progress
) -> Comparison:
    """The workbook beside all records as they stand. code: finds the area that a cell names. Writes nothing."""
    return _Comparing(brought, records, code).run(progress)


@dataclass
class _Comparing:
    brought: Brought
    records: Records
    code: Callable[[Cell, Field], str | Doubt]
    changes: list[CellChange] = field(default_factory=list)
    clashes: list[CellClash] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: dict[tuple[str, str], Row] = field(default_factory=dict)

    def run(self, progress: Progress) -> Comparison:
        self.mine = selected(self.brought.stamp.scope, self.records)
        self.references = References(self.records)
        self.lookup = Lookup(self.references.find, self.code, self.brought.labels)
        order = list(KINDS)
        rows = sorted(self.brought.rows, key=lambda row: order.index(row.kind))
        for at, row in enumerate(rows):
            self._row(row)
            if at % 100 == 0:
                progress(at / len(rows))
        versions = {
            place: self.records[place[0]][place[1]].version
            for place in self.rows
            if place[1] in self.records.get(place[0], {})
        }
        return Comparison(
            tuple(self.changes),
            tuple(self.clashes),
            (*self.brought.troubles, *self.troubles),
            (*self.brought.notes, *self.notes),
            self.rows,
            versions,
        )

    def _row(self, row: Row) -> None:
        if not row.id:
            self._new_row(row)
        elif self._is_first(row):
            current = self.records.get(row.kind, {}).get(row.id)
            if (row.kind, row.id) in self.brought.kept:
                self._known_row(row, current, self.brought.kept[row.kind, row.id])
            elif current is not None and row.id in self.mine.get(row.kind, {}):
                self._added_meanwhile(row, current)
            elif current is not None:
                self._doubt(row, "", Doubt("dit kenmerk hoort niet bij deze werkmap", "Haal de rij weg"))
            else:
                self._own_key(row)

    def _is_first(self, row: Row) -> bool:
        """Remembers the row of this record; tells when there was one already."""
        before = self.rows.get((row.kind, row.id))
        if before is None:
            self.rows[row.kind, row.id] = row
            return True
        doubt = Doubt(
            f"'{shown(row.id)}' staat er twee keer: ook in blad '{before.sheet}', rij {before.number}",
            "Haal één van de twee rijen weg, of maak het kenmerk leeg als het iets nieuws is",
        )
        self._doubt(row, "", doubt)
        return False

    def _known_row(self, row: Row, current: Record | None, base: Mapping[str, Value]) -> None:
        kind = KINDS[row.kind]
        if row.remove:
            if current is not None:
                self._remove(row, current, base)
            return
        for one in _readable(kind, row):
            if one.type is Type.POLYGON:
                self._outline(row, one, base.get(one.name))
                continue
            before = base.get(one.name)
            if cell_content.says_the_same(one, row.cells[one.name], cell_content.content(one, before)):
                continue
            value = self._value(row, one)
            if isinstance(value, Doubt):
                self._doubt(row, one.name, value)
            elif cell_content.same_value(value, before):
                continue
            elif current is None:
                self.notes.append(
                    f"Blad '{row.sheet}', rij {row.number}: '{shown(row.id)}' is intussen weggehaald. Uw wijziging gaat niet mee."
                )
                return
            else:
                self._weigh(row, one.name, before, current.values.get(one.name), value)

    def _weigh(self, row: Row, name: str, base: Value, theirs: Value, mine: Value) -> None:
        """One changed cell: theirs, mine, or both."""
        where = (row.kind, row.id, name)
        if cell_content.same_value(theirs, mine):
            return
        if cell_content.same_value(theirs, base):
            self.changes.append(CellChange(*where, theirs, mine, row.sheet, row.address(name)))
        else:
            self.clashes.append(CellClash(*where, base, theirs, mine, row.sheet, row.address(name)))

    def _remove(self, row: Row, current: Record, base: Mapping[str, Value]) -> None:
        same = all(
            cell_content.same_value(current.values.get(one.name), base.get(one.name))
            for one in KINDS[row.kind].exported
            if one.type is not Type.POLYGON
        )
        where = (row.kind, row.id, "", None)
        if same:
            self.changes.append(CellChange(*where, None, row.sheet, row.address("")))
        else:
            self.clashes.append(CellClash(*where, None, None, row.sheet, row.address("")))

    def _added_meanwhile(self, row: Row, current: Record) -> None:
        """A record that came after the export: from this file, or from somebody else. Only what is filled in counts."""
        if row.remove:
            self.changes.append(CellChange(row.kind, row.id, "", None, None, row.sheet, row.address("")))
            return
        for one in _readable(KINDS[row.kind], row):
            if one.type is Type.POLYGON or row.cells[one.name] is None:
                continue
            value = self._value(row, one)
            theirs = current.values.get(one.name)
            if isinstance(value, Doubt):
                self._doubt(row, one.name, value)
            elif value is not None and not cell_content.same_value(value, theirs):
                self.clashes.append(
                    CellClash(row.kind, row.id, one.name, None, theirs, value, row.sheet, row.address(one.name))
                )

    def _new_row(self, row: Row) -> None:
        if row.remove:
            self._doubt(row, "", Doubt("deze rij is nieuw en staat op 'verwijderen'", "Haal de rij weg"))
            return
        kind = KINDS[row.kind]
        values = self._new_values(row)
        if values is None:
            return
        row = replace(row, id=id_of(kind, values))
        if not row.id:
            self._doubt(
                row,
                kind.key[-1],
                Doubt(f"vul '{kind.by_name[kind.key[-1]].label}' in", "Zonder dat krijgt de rij geen kenmerk"),
            )
        elif self._is_first(row):
            current = self.records.get(row.kind, {}).get(row.id)
            if current is None:
                self._add(row, values)
            elif belongs(self.brought.stamp.scope, current, self._areas()):
                self._added_meanwhile(row, current)
            else:
                self._doubt(
                    row,
                    "",
                    Doubt(
                        f"'{row.id}' bestaat al en hoort niet bij deze werkmap",
                        "Geef de rij een andere naam",
                    ),
                )

    def _own_key(self, row: Row) -> None:
        """A key the register does not know: good only when it is the one this row would get, as in a second import of another file."""
        values = self._new_values(row)
        if values is not None and id_of(KINDS[row.kind], values) == row.id and not row.remove:
            self._add(row, values)
        elif values is not None:
            self._doubt(row, "", Doubt("dit kenmerk bestaat niet", "Laat het kenmerk leeg bij een nieuwe rij"))

    def _new_values(self, row: Row) -> dict[str, Value] | None:
        """The values of a new row; None after telling what cannot be read."""
        found: dict[str, Value] = {}
        told = len(self.troubles)
        for one in _readable(KINDS[row.kind], row):
            value = None if one.type is Type.POLYGON else self._value(row, one)
            if isinstance(value, Doubt):
                self._doubt(row, one.name, value)
            elif value is not None:
                found[one.name] = value
        if len(self.troubles) == told:
            return found
        self.references.add_wrong(row.kind, row.cells.get(KINDS[row.kind].title))
        return None

    def _add(self, row: Row, values: dict[str, Value]) -> None:
        record = Record(row.kind, row.id, 0, values)
        if not belongs(self.brought.stamp.scope, record, self._areas()):
            self._doubt(
                row,
                "",
                Doubt(f"deze rij hoort niet bij {_words(self.brought)}", "Zet die in de werkmap waar hij bij hoort"),
            )
            return
        for name, value in values.items():
            self.changes.append(
                CellChange(row.kind, row.id, name, None, value, row.sheet, row.address(name), is_new=True)
            )
        self.references.add(row.kind, row.id, values.get(KINDS[row.kind].title))
        if row.kind == "area_process":
            self.mine["area_process"][row.id] = record

    def _areas(self) -> Iterable[str]:
        return self.mine["area_process"]

    def _outline(self, row: Row, one: Field, before: Value) -> None:
        if not cell_content.says_the_same(one, row.cells[one.name], cell_content.content(one, before)):
            self.notes.append(
                f"Blad '{row.sheet}', cel {row.address(one.name)}: '{one.label}' wijzigt u op de kaart, niet hier."
            )

    def _value(self, row: Row, one: Field) -> Value | Doubt:
        return cell_reading.value(one, row.cells[one.name], self.lookup)

    def _doubt(self, row: Row, name: str, doubt: Doubt) -> None:
        cell = row.cells.get(name)
        found = shown(cell.value) if cell else shown(row.id) if not name else ""
        self.troubles.append(Trouble(doubt.what, doubt.remedy, row.sheet, row.address(name), found))


def _readable(kind: Kind, row: Row) -> list[Field]:
    return [one for one in kind.exported if one.name in row.cells]


def _words(brought: Brought) -> str:
    return f"deze werkmap ({brought.stamp.scope.id})"

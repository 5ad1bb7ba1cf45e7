"""What a brought workbook would do: cells that change, cells that somebody else changed too, and what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from transition.domain.register.fields import Edit, Problem, Value
from transition.domain.register.kinds import KINDS
from transition.door.trouble import Trouble, shown
from transition.register.workbook.reading import Row

Place = tuple[str, str, str]
"""Kind, id and field; the field is '' for the record itself."""


@dataclass(frozen=True)
class CellChange:
    """One cell that would change the register. `is_new`: of a record that is not there yet; field '': the record goes."""

    kind: str
    id: str
    field: str
    old: Value
    new: Value
    sheet: str
    cell: str
    is_new: bool = False

    @property
    def place(self) -> Place:
        return self.kind, self.id, self.field


@dataclass(frozen=True)
class CellClash:
    """A cell that the officer and somebody else changed. `base`: at export; `theirs`: in the register now; `mine`: in the file."""

    kind: str
    id: str
    field: str
    base: Value
    theirs: Value
    mine: Value
    sheet: str
    cell: str

    @property
    def place(self) -> Place:
        return self.kind, self.id, self.field


@dataclass(frozen=True)
class Comparison:
    """What a workbook would do. Nothing is taken while there are troubles."""

    changes: tuple[CellChange, ...]
    clashes: tuple[CellClash, ...]
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...]
    rows: Mapping[tuple[str, str], Row]
    versions: Mapping[tuple[str, str], int]

    @property
    def changes_nothing(self) -> bool:
        return not self.changes and not self.clashes

    def edits(self, mine: Collection[Place] = ()) -> list[Edit]:
        """The edits that do what is shown. mine: the clashes in which the officer's value wins; elsewhere the register keeps its own."""
        wanted = [(one.place, one.new) for one in self.changes]
        wanted += [(one.place, one.mine) for one in self.clashes if one.place in mine]
        found: dict[tuple[str, str], Edit] = {}
        for (kind, id, name), value in wanted:
            edit = found.setdefault((kind, id), Edit(kind, id, self.versions.get((kind, id)), {}))
            changes = {**edit.changes, name: value} if name else edit.changes
            found[kind, id] = replace(edit, changes=changes, remove=edit.remove or not name)
        order = list(KINDS)
        return sorted((_removal(edit) for edit in found.values()), key=lambda edit: order.index(edit.kind))

    def trouble(self, problem: Problem) -> Trouble:
        """A problem of the register with its place in the file."""
        row = self.rows.get((problem.kind, problem.id))
        what, remedy = problem.what.rstrip("."), problem.remedy.rstrip(".")
        if row is None:
            return Trouble(what, remedy)
        cell = row.cells.get(problem.field)
        return Trouble(what, remedy, row.sheet, row.address(problem.field), shown(cell.value) if cell else "")


def _removal(edit: Edit) -> Edit:
    return replace(edit, changes={}) if edit.remove else edit

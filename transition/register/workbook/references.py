"""Finds the record that a text in a cell means: by its key, or by its name, also when it is new in the same file."""

from transition.domain.register.kinds import KINDS
from transition.door.cells import Doubt
from transition.door.grid import Cell
from transition.register.workbook.scope import Records


class References:
    """The records one can refer to. Rows that are new in the file are added while they are read."""

    def __init__(self, records: Records) -> None:
        self._ids = {kind: set(found) for kind, found in records.items()}
        self._names: dict[str, dict[str, list[str]]] = {}
        self._wrong: set[tuple[str, str]] = set()
        for kind, found in records.items():
            for id, record in found.items():
                self._name(kind, id, record.values.get(KINDS[kind].title))

    def add(self, kind: str, id: str, title: object) -> None:
        """A record that is new in the file."""
        self._ids.setdefault(kind, set()).add(id)
        self._name(kind, id, title)

    def add_wrong(self, kind: str, title: Cell | None) -> None:
        """A new row that cannot be taken as it is: who refers to it hears that, and not that it is not there."""
        if title is not None:
            self._wrong.add((kind, _plain(title.value)))

    def find(self, kind: str, text: str) -> str | Doubt:
        """The id that a text means; or why there is none."""
        if text in self._ids.get(kind, ()):
            return text
        found = self._names.get(kind, {}).get(_plain(text), [])
        if len(found) == 1:
            return found[0]
        label, sheet = KINDS[kind].label.lower(), KINDS[kind].plural
        if found:
            keys = " of ".join(found[:4])
            return Doubt(f"er is meer dan één {label} met deze naam", f"Schrijf het kenmerk: {keys}")
        if (kind, _plain(text)) in self._wrong:
            return Doubt(f"de rij hiervan op blad '{sheet}' klopt nog niet", "Verbeter eerst die rij")
        return Doubt(
            f"er is geen {label} met dit kenmerk of deze naam",
            f"Kies uit de lijst, of vul een rij in op blad '{sheet}'",
        )

    def _name(self, kind: str, id: str, title: object) -> None:
        self._names.setdefault(kind, {}).setdefault(_plain(title), []).append(id)


def _plain(title: object) -> str:
    return " ".join(str(title).split()).casefold()

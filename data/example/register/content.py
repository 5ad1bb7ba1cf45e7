"""Collects the records that are made up, each under the id the register gives it."""

from collections.abc import Iterator

from transition.domain.register.fields import Edit, Value, id_of
from transition.domain.register.kinds import KINDS


class Content:
    """Kind -> id -> values. Only what is recorded is kept: a field without a value is left out."""

    def __init__(self) -> None:
        self._records: dict[str, dict[str, dict[str, Value]]] = {kind: {} for kind in KINDS}

    def add(self, kind_id: str, **values: Value) -> str:
        """Adds a record; returns its id. Raises ValueError for a field the kind does not have, or an id that is taken."""
        kind = KINDS[kind_id]
        if unknown := set(values) - set(kind.by_name):
            raise ValueError(f"{kind_id} has no {', '.join(sorted(unknown))}")
        id = id_of(kind, values)
        if id in self._records[kind_id]:
            raise ValueError(f"there are two {kind_id} records '{id}'")
        self._records[kind_id][id] = {name: value for name, value in values.items() if value is not None}
        return id

    def of(self, kind_id: str) -> dict[str, dict[str, Value]]:
        """The records of a kind by id."""
        return self._records[kind_id]

    def edits(self) -> list[Edit]:
        """Everything as new records, what is referred to before what refers to it."""
        return [Edit(kind, id, None, values) for kind, id, values in self]

    def __iter__(self) -> Iterator[tuple[str, str, dict[str, Value]]]:
        for kind, records in self._records.items():
            for id, values in records.items():
                yield kind, id, values

"""A register of a size nobody has yet: 2,000 area processes, 5,000 projects and 200 communities, multiplied from the example's.

The figures beside it are the example region's own. Made once into the machine's temporary folder.
"""

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from data.example.register.build import content
from data.example.register.built import MAKER, script_sha
from data.example.register.content import Content
from data.example.register.land import land_of
from data.example.snapshot import make
from transition.domain.register.fields import Value
from transition.domain.register.kinds import KINDS
from transition.places import Places
from transition.register.known import Known
from transition.register.register import Register
from transition.store import open_served

AREAS, PROJECTS, COMMUNITIES = 2_000, 5_000, 200
_ONCE = frozenset(
    ("party", "method_card", "method_phase", "method_role", "method_finance_line", "policy_anchoring", "checklist_item")
)
"""Kinds that stay as they are: the rest refers to the same parties and cards."""
_NAMED = {"area_process": "name", "project": "name", "community": "name"}
"""Kinds with a name of their own in every copy; what belongs to these gets another id by them."""
_MADE = "register_made"


@cache
def register_folder() -> Path:
    """A data folder that serves the example region with the large register beside it."""
    folder = Path(tempfile.gettempdir()) / "regiemonitor-bench-register"
    where = Places(folder).example
    stamp, made_by = where.root / _MADE, script_sha()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == made_by:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    make(where)
    opened = open_served(where)
    assert opened is not None
    for file in where.root.glob("register.db*"):
        file.unlink()
    register = Register.open(where.register_url, is_example=True)
    large = multiplied(content(land_of(opened.snapshot)))
    register.apply(MAKER, large.edits(), why="Vermenigvuldigd", origin="example", known=Known(opened.snapshot.areas))
    register.close()
    stamp.write_text(made_by, encoding="utf-8")
    return folder


def multiplied(small: Content) -> Content:
    """The small register, copied with other names until each kind is as many as asked."""
    large = Content()
    many = {"area_process": AREAS, "project": PROJECTS, "community": COMMUNITIES}
    copies = {kind: -(-number // len(small.of(kind))) for kind, number in many.items()}
    for copy in range(max(copies.values())):
        _add_copy(large, small, copy, {kind for kind, number in copies.items() if copy < number})
    return large


def _add_copy(large: Content, small: Content, copy: int, wanted: set[str]) -> None:
    """Adds one copy of what is wanted, with all that belongs to it. References to what is not copied are left out."""
    ids: dict[tuple[str, str], str] = {}
    for kind, id, values in small:
        if kind in _ONCE:
            if copy == 0:
                ids[kind, id] = large.add(kind, **values)
            else:
                ids[kind, id] = id
            continue
        if kind in _NAMED and kind not in wanted:
            continue
        changed = dict(_referring(kind, values, ids))
        owner = KINDS[kind].parent or ("area" if kind in ("target", "decision") else "")
        if owner and not changed.get(owner) and (values.get(owner) or copy):
            continue  # what it belongs to is not in this copy; what belongs to no area comes once
        if kind in _NAMED and copy:
            changed[_NAMED[kind]] = f"{values[_NAMED[kind]]} {copy + 1}"
        if kind == "decision" and copy:
            changed["title"] = f"{values['title']} {copy + 1}"
        ids[kind, id] = large.add(kind, **changed)


def _referring(kind: str, values: dict[str, Value], ids: dict[tuple[str, str], str]) -> Iterator[tuple[str, Value]]:
    """The values, with references to records of the same copy."""
    fields = KINDS[kind].by_name
    for name, value in values.items():
        to = fields[name].refers_to
        if not to:
            yield name, value
        elif isinstance(value, tuple):
            yield name, tuple(ids[to, one] for one in value if (to, one) in ids) or None
        else:
            yield name, ids.get((to, str(value)), value if to == "method_card" else None)

"""Brings a workbook back: look first, then take it or leave it. Nothing is written before it is confirmed."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from transition import catalog
from transition.domain.areas import Level
from transition.domain.register.fields import Field, Problem
from transition.domain.register.kinds import KINDS
from transition.door.cells import Doubt
from transition.door.grid import Cell
from transition.door.known_areas import known_areas
from transition.door.opened import opened
from transition.door.trouble import NotTaken, Trouble
from transition.register.actor import Actor
from transition.register.known import Known
from transition.register.register import Applied, Refused, Register
from transition.register.workbook import export, reading
from transition.register.workbook.comparing import compare
from transition.register.workbook.outcome import Comparison, Place
from transition.register.workbook.reading import Brought
from transition.register.workbook.scope import About, Records, Scope

MOST_CELLS = 150_000
"""Of one workbook: ten times what 2,000 rows take, and few enough for the process of a server."""
_LEVELS = {
    "municipality": (Level.GEMEENTE,),
    "municipalities": (Level.GEMEENTE,),
    "region": (Level.RES, Level.PROVINCIE),
    "code": (Level.LAND, Level.PROVINCIE, Level.RES, Level.GEMEENTE),
    "location_codes": (Level.WIJK, Level.BUURT),
}
Progress = Callable[[float, str], None]
"""Takes the part that is done, from 0 to 1, and in Dutch what is being done."""


@dataclass(frozen=True)
class Seen:
    """What a file would do to the register as it was at change set `number`. `troubles`: nothing is taken while there are any.

    `warnings` stop nothing. `names`: of the codes and ids that occur.
    """

    file: str
    sha256: str
    brought: Brought
    comparison: Comparison
    troubles: tuple[Trouble, ...]
    warnings: tuple[Trouble, ...]
    names: Mapping[str, str]
    number: int

    @property
    def scope(self) -> Scope:
        return self.brought.stamp.scope

    @property
    def outcome(self) -> tuple[object, ...]:
        """What is shown and confirmed."""
        return self.comparison.changes, self.comparison.clashes, self.troubles


class Moved(Exception):
    """The register changed after the file was looked at, and now it would do something else. `seen`: what it would do now."""

    def __init__(self, seen: Seen) -> None:
        super().__init__("Het register is intussen gewijzigd. Bekijk opnieuw wat er verandert.")
        self.seen = seen


def all_records(register: Register, actor: Actor) -> Records:
    """Everything the actor may see."""
    return {kind: register.records(actor, kind) for kind in KINDS}


def workbook(register: Register, actor: Actor, scope: Scope, known: Known) -> bytes:
    """The workbook of a municipality or community, as it stands now. Raises LookupError when there is no such one."""
    records = all_records(register, actor)
    if scope.about is About.MUNICIPALITY:
        if known.level(scope.id) is not Level.GEMEENTE:
            raise LookupError(f"er is geen gemeente met code '{scope.id}'")
        told = export.Told(known.name(scope.id), (scope.id,), register.is_example)
    else:
        community = records["community"].get(scope.id)
        if community is None:
            raise LookupError(f"er is geen community met kenmerk '{scope.id}'")
        codes = community.values.get("municipalities")
        told = export.Told(
            str(community.values["name"]), codes if isinstance(codes, tuple) else (), register.is_example
        )
    return export.workbook(scope, records, told)


def look(
    register: Register,
    actor: Actor,
    file: Path,
    name: str,
    known: Known,
    progress: Progress,
    wanted: Scope | None = None,
) -> Seen:
    """What a file would do. name: as the officer knows it. wanted: the only municipality or community it may be about. Raises NotTaken."""
    progress(0.0, "Het bestand wordt geopend")
    brought = reading.read(opened(file, MOST_CELLS))
    _is_for(brought, register, wanted, known)
    sha = hashlib.sha256(file.read_bytes()).hexdigest()
    return _weighed(register, actor, name, sha, brought, known, progress)


def again(register: Register, actor: Actor, seen: Seen, known: Known, progress: Progress) -> Seen:
    """The same file beside the register as it stands now."""
    return _weighed(register, actor, seen.file, seen.sha256, seen.brought, known, progress)


def take(
    register: Register, actor: Actor, seen: Seen, known: Known, progress: Progress, mine: Collection[Place] = ()
) -> Applied:
    """Writes what was seen, as one change set. mine: the clashes in which the officer's value wins.

    Writes nothing and raises Moved when the file would do something else by now, or NotTaken when it does not hold.
    """
    if seen.troubles:
        raise NotTaken(*seen.troubles)
    if register.number() != seen.number:
        now = again(register, actor, seen, known, progress)
        if now.outcome != seen.outcome:
            raise Moved(now)
        seen = now
    progress(0.8, "De wijzigingen worden bewaard")
    edits = seen.comparison.edits(mine)
    try:
        applied = register.apply(
            actor,
            edits,
            why=f"Werkmap {seen.file}",
            origin="workbook",
            file_name=seen.file,
            file_sha256=seen.sha256,
            known=known,
        )
    except Refused as refused:
        raise NotTaken(*map(seen.comparison.trouble, refused.problems)) from refused
    progress(1.0, "Klaar")
    return applied


def _is_for(brought: Brought, register: Register, wanted: Scope | None, known: Known) -> None:
    """Raises NotTaken for a workbook of another municipality, community or register."""
    if brought.stamp.is_example != register.is_example:
        which = "de fictieve voorbeeldregio" if brought.stamp.is_example else "echte gebieden"
        raise NotTaken(Trouble(f"deze werkmap is van {which}", "Download de werkmap van dit register, en vul die in"))
    scope = brought.stamp.scope
    if wanted is not None and scope != wanted:
        what = "de gemeente" if scope.about is About.MUNICIPALITY else "de community"
        raise NotTaken(
            Trouble(
                f"deze werkmap gaat over {what} {known.name(scope.id)}, en niet over wat u hier hebt gekozen",
                "Kies op deze pagina eerst waar de werkmap over gaat",
            )
        )


def _weighed(
    register: Register, actor: Actor, file: str, sha: str, brought: Brought, known: Known, progress: Progress
) -> Seen:
    number = register.number()
    progress(0.2, "Het register wordt gelezen")
    records = all_records(register, actor)
    comparison = compare(
        brought, records, _code_finder(known), lambda part: progress(0.3 + 0.3 * part, "De rijen worden vergeleken")
    )
    progress(0.6, "De regels worden nagegaan")
    problems = register.problems(actor, comparison.edits(), known)
    wrong, warnings = _told(comparison, problems, stops=True), _told(comparison, problems, stops=False)
    progress(0.8, "Bekeken")
    return Seen(
        file,
        sha,
        brought,
        comparison,
        (*comparison.troubles, *wrong),
        warnings,
        _names(records, comparison, known),
        number,
    )


def _told(comparison: Comparison, problems: list[Problem], stops: bool) -> tuple[Trouble, ...]:
    return tuple(comparison.trouble(one) for one in problems if one.is_warning is not stops)


def _code_finder(known: Known) -> Callable[[Cell, Field], str | Doubt]:
    areas = known_areas(known.areas.values(), catalog.aliases())
    return lambda cell, field: areas.find(cell, _LEVELS[field.name])


def _names(records: Records, comparison: Comparison, known: Known) -> dict[str, str]:
    """Names of the records others refer to, new ones too, and of the areas that occur."""
    found: dict[str, str] = {}
    for kind in ("party", "community", "method_card", "area_process"):
        found |= {id: str(one.values.get(KINDS[kind].title) or id) for id, one in records[kind].items()}
        title = KINDS[kind].title
        found |= {one.id: str(one.new) for one in comparison.changes if (one.kind, one.field) == (kind, title)}
    for one in comparison.changes:
        codes = [code for value in (one.old, one.new) for code in (value if isinstance(value, tuple) else (value,))]
        found |= {code: known.name(code) for code in codes if isinstance(code, str) and code in known.areas}
    return found

"""What can be chosen in a field of the register: areas by name, records of other kinds by name."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pandas as pd

from transition.domain.areas import Level, gemeente_of
from transition.domain.register.fields import Field, Type, Value
from transition.domain.register.kinds import KINDS
from transition.store import Snapshot
from transition.ui import registered
from transition.views import areas, record_words
from transition.views.record_layout import levels, unlike


def options(snapshot: Snapshot, field: Field, values: Mapping[str, Value]) -> dict[str, str]:
    """Code or id -> words, of everything a field of codes or references may hold. `values`: what the form holds now."""
    if field.type in (Type.REFERENCE, Type.REFERENCES):
        return names_of(snapshot, field.refers_to)
    if field.name != "location_codes":
        return _areas_at(snapshot, levels(field))
    where = values.get("municipalities")
    year = values.get("location_year")
    return _small_areas(
        snapshot, tuple(where) if isinstance(where, tuple) else (), year if isinstance(year, int) else None
    )


def names_of(snapshot: Snapshot, kind: str) -> dict[str, str]:
    """Id -> name of all records of a kind, in order of their names; like names have their id behind them. Shared: do not change it."""
    return _names_of(snapshot, kind, registered.register(snapshot).number(kind))


@lru_cache(maxsize=32)
def _names_of(snapshot: Snapshot, kind: str, number: int) -> dict[str, str]:  # noqa: ARG001 - the number is the key
    table = registered.table(snapshot, kind)
    declared = KINDS[kind]
    titles: pd.Series = table[declared.title]
    field = declared.by_name[declared.title]
    words = {
        id: str(id) if record_words.is_nothing(title) else record_words.shown(field, title)
        for id, title in titles.items()
    }
    return dict(sorted(unlike(words).items(), key=lambda one: one[1].casefold()))


def steps_of(snapshot: Snapshot, area: Value) -> dict[str, str]:
    """Code -> words of the steps of its method card, in their order; none without a card.

    Those there is a milestone for already say so and stay: were W1 not there, who types 'W1' would choose W10 and not see it.
    """
    table, steps = registered.table(snapshot, "area_process"), registered.table(snapshot, "method_phase")
    card = table["method_card"].get(area)
    milestones = registered.table(snapshot, "milestone")
    taken = set(milestones["code"][milestones["area"] == area])
    mine = (steps[steps["card"] == card] if isinstance(card, str) else steps.iloc[:0]).sort_values("place")
    return {
        str(code): f"{code} {label}" + (" (staat er al)" if code in taken else "")
        for code, label in zip(mine["code"], mine["label"], strict=True)
    }


def names(snapshot: Snapshot, fields: Sequence[Field]) -> dict[str, str]:
    """Code or id -> words of whatever these fields may hold; for showing values, so small areas of all years are in it."""
    found: dict[str, str] = {}
    for field in fields:
        if field.type in (Type.REFERENCE, Type.REFERENCES):
            found |= names_of(snapshot, field.refers_to)
        elif field.type in (Type.CODE, Type.CODES):
            found |= _names_at(snapshot, levels(field))
    return found


@lru_cache(maxsize=16)
def _names_at(snapshot: Snapshot, wanted: tuple[Level, ...]) -> dict[str, str]:
    return {area.code: areas.label(snapshot, area.code) for level in wanted for area in snapshot.areas_at[level]}


@lru_cache(maxsize=16)
def _areas_at(snapshot: Snapshot, wanted: tuple[Level, ...]) -> dict[str, str]:
    """Ended areas come last: a record may be about one, but one seldom looks for it."""
    found = [area for level in wanted for area in snapshot.areas_at[level]]
    found.sort(key=lambda area: (area.valid_to is not None, wanted.index(area.level), area.name.removeprefix("'s-")))
    ended = {area.code: f" (tot {area.valid_to})" for area in found if area.valid_to is not None}
    return unlike({area.code: areas.label(snapshot, area.code) + ended.get(area.code, "") for area in found})


@lru_cache(maxsize=64)
def _small_areas(snapshot: Snapshot, municipalities: tuple[str, ...], year: int | None) -> dict[str, str]:
    """The wijken and buurten of these municipalities in a year, each buurt after its wijk; of now when there is no year."""
    if year is None:
        found = [snapshot.areas[code] for gemeente in municipalities for code in areas.inside(snapshot, gemeente)]
    else:
        small = (*snapshot.areas_at[Level.WIJK], *snapshot.areas_at[Level.BUURT])
        found = [area for area in small if gemeente_of(area.code) in municipalities and area.exists_in(year)]
        found.sort(key=lambda area: (area.code[2:8], area.level is Level.BUURT, area.code))
    several = len(municipalities) > 1
    return unlike(
        {
            area.code: areas.label(snapshot, area.code)
            + (f", {snapshot.areas[gemeente_of(area.code)].name}" if several else "")
            for area in found
        }
    )

"""How areas are named, found and placed: labels, aliases, the way up."""

import unicodedata

from transition import catalog
from transition.domain.areas import Area, Level, gemeente_of, wijk_of
from transition.store import Snapshot
from transition.views import text

_KINDS = {Level.PROVINCIE: "provincie", Level.RES: "energieregio"}
_SEARCHED = (Level.LAND, Level.PROVINCIE, Level.RES, Level.GEMEENTE)


def label(snapshot: Snapshot, code: str) -> str:
    """A name with its level where that helps: 'Utrecht (provincie)', 'Centrum (wijk)'."""
    area = snapshot.areas[code]
    if area.level in (Level.LAND, Level.GEMEENTE):
        return area.name
    return f"{area.name} ({_kind(area.level)})"


def called(snapshot: Snapshot, code: str) -> str:
    """A name as it stands in a sentence: 'Amsterdam'; 'de provincie Utrecht' where areas of two levels have this name.

    Only the levels that can be searched for are compared: every energy region of one part has a part with its name.
    """
    area = snapshot.areas[code]
    others = {snapshot.areas[c].level for c in _named(snapshot, area.name)} - {area.level}
    if not others or area.level is Level.LAND:
        return area.name
    return label(snapshot, code) if area.level is Level.SUBRES else f"de {_kind(area.level)} {area.name}"


def in_full(snapshot: Snapshot, code: str) -> str:
    """As `called`, and of a region always that it is one: 'de energieregio Drenthe', 'Assen', 'Nederland'."""
    area = snapshot.areas[code]
    return f"de {_KINDS[area.level]} {area.name}" if area.level in _KINDS else called(snapshot, code)


def _named(snapshot: Snapshot, name: str) -> list[str]:
    """The areas with this name, of the levels that can be searched for."""
    return [area.code for level in _SEARCHED for area in snapshot.areas_at[level] if area.name == name]


def _kind(level: Level) -> str:
    return _KINDS.get(level, text.LEVELS[level].lower())


def searchable(snapshot: Snapshot) -> dict[str, str]:
    """Code -> label of what the area search offers: country, provinces, energy regions, and municipalities.

    A label also holds the other names people look for, and the name without accents. An ended municipality is there too, and
    its label names the municipality it went into.
    """
    found = [area for area in snapshot.areas.values() if area.level in _SEARCHED]
    found.sort(key=lambda area: (_SEARCHED.index(area.level), area.valid_to is not None, area.name.removeprefix("'s-")))
    return {area.code: _found_label(snapshot, area) for area in found}


def _found_label(snapshot: Snapshot, area: Area) -> str:
    if area.valid_to is None:
        others = list(catalog.aliases().get(area.code, ()))
        plain = unicodedata.normalize("NFKD", area.name).encode("ascii", "ignore").decode()
        others += [plain] if plain != area.name else []
        return label(snapshot, area.code) + (f" · ook: {', '.join(others)}" if others else "")
    into = [snapshot.areas[code].name for code in catalog.successors().get(area.code, ()) if code in snapshot.areas]
    return f"{area.name} (tot {area.valid_to}{', nu ' + text.enumeration(into) if into else ''})"


def inside(snapshot: Snapshot, gemeente: str) -> list[str]:
    """The wijken and buurten of a municipality that exist in the newest year, each buurt after its wijk; else empty."""
    return snapshot.parts.get(gemeente, [])


def path(snapshot: Snapshot, code: str) -> list[Area]:
    """The way from the country down to an area, itself included."""
    area = snapshot.areas[code]
    above = [snapshot.country]
    if area.level in (Level.WIJK, Level.BUURT):
        above.append(gemeente_of(code))
    if area.level is Level.BUURT:
        above.append(wijk_of(code))
    gemeente = snapshot.areas.get(above[1]) if len(above) > 1 else area
    if gemeente and gemeente.provincie:
        above.insert(1, gemeente.provincie)
    codes = dict.fromkeys([*above, code])
    return [snapshot.areas[c] for c in codes if c in snapshot.areas]


LEVEL_BELOW = {
    Level.LAND: Level.PROVINCIE,
    Level.PROVINCIE: Level.GEMEENTE,
    Level.RES: Level.GEMEENTE,
    Level.SUBRES: Level.GEMEENTE,
    Level.GEMEENTE: Level.WIJK,
    Level.WIJK: Level.BUURT,
}
"""Where a click on the map leads: the areas inside the one that was clicked."""

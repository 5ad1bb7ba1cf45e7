"""Reads data/reference/methods.toml: the method cards a new register begins with."""

import tomllib
from pathlib import Path
from typing import Any

from transition.catalog import REFERENCE, CatalogError
from transition.domain.register.choices import ACTIVITIES, ACTORS, LADDER, LETTERS, THEMES
from transition.domain.register.fields import Edit, Value, id_of
from transition.domain.register.kinds import KINDS

_NOTE = "Een voorstel van de Regiemonitor. Een community kan er een eigen versie van maken."


def starting_points(folder: Path = REFERENCE) -> list[Edit]:
    """The cards with their phases, roles and finance lines, as new records. Raises CatalogError naming the file and the card."""
    file = folder / "methods.toml"
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    found: list[Edit] = []
    for card in content["card"]:
        try:
            found += _card(card, content["roles"])
        except (KeyError, ValueError, TypeError) as error:
            raise CatalogError(f"{file.name}, kaart '{card.get('name', '?')}': {error!r}") from error
    return found


def _card(card: dict[str, Any], roles: dict[str, list[str]]) -> list[Edit]:
    values: dict[str, Value] = {
        "name": card["name"],
        "theme": _one_of(card["theme"], THEMES),
        "edition": 1,
        "scale_version": "1",
        "note": _NOTE,
    }
    edit = _new("method_card", values)
    belongs: dict[str, Value] = {"card": edit.id}
    phases = [
        _new("method_phase", belongs | _phase(phase) | {"place": place}) for place, phase in enumerate(card["phases"])
    ]
    activities = [
        _new("method_role", belongs | {"activity": activity} | _letters(roles, activity)) for activity in ACTIVITIES
    ]
    lines = [
        _new("method_finance_line", belongs | {"kind": kind, "label": label})
        for kind in ("cost", "cover")
        for label in card[kind]
    ]
    return [edit, *phases, *activities, *lines]


def _phase(phase: dict[str, str]) -> dict[str, Value]:
    return {
        "code": phase["code"],
        "label": phase["label"],
        "ladder": _one_of(phase["ladder"], LADDER),
        "needed": phase.get("needed", "always"),
    }


def _letters(roles: dict[str, list[str]], activity: str) -> dict[str, Value]:
    pairs = zip(roles["actors"], roles[activity], strict=True)
    return {_one_of(actor, ACTORS): _one_of(letter, LETTERS) for actor, letter in pairs}


def _one_of(code: str, choices: dict[str, str]) -> str:
    if code not in choices:
        raise ValueError(f"'{code}'; verwacht: {', '.join(choices)}")
    return code


def _new(kind: str, values: dict[str, Value]) -> Edit:
    return Edit(kind, id_of(KINDS[kind], values), None, values)

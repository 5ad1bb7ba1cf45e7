"""A reader's own assumptions: another target, pace, chance of the pipeline or share of local owners. Never a figure, always marked."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

WORDS = {
    "target": "als-doel",
    "year": "als-jaar",
    "pace": "als-tempo",
    "developing": "als-kans-plannen",
    "permitted": "als-kans-vergund",
    "building": "als-kans-bouw",
    "local_share": "als-lokaal",
}
"""Field -> its word in the address."""
BOUNDS = {
    "target": (0.0, 1e12),
    "year": (2024.0, 2060.0),
    "pace": (-1e12, 1e12),
    "developing": (0.0, 100.0),
    "permitted": (0.0, 100.0),
    "building": (0.0, 100.0),
    "local_share": (0.0, 100.0),
}


@dataclass(frozen=True)
class WhatIf:
    """None: nothing is assumed, what is recorded or measured holds.

    target: in the unit of `indicator`, by the end of `year`. pace: progress per year in that unit. developing, permitted, building: the
    chance in per cent that a project in this state is realised. local_share: the per cent of what is still open that gets local owners.
    """

    target: float | None = None
    year: int | None = None
    pace: float | None = None
    developing: float | None = None
    permitted: float | None = None
    building: float | None = None
    local_share: float | None = None

    @property
    def is_set(self) -> bool:
        return self != WhatIf()


def read(words: Mapping[str, str]) -> tuple[WhatIf, list[str]]:
    """The assumptions in an address; and the words whose value is no number within `BOUNDS`, as they were written."""
    found, wrong = WhatIf(), []
    for field in fields(WhatIf):
        word = WORDS[field.name]
        if word not in words:
            continue
        number = _number(words[word])
        low, high = BOUNDS[field.name]
        if number is None or not low <= number <= high:
            wrong.append(f"{word}={words[word][:20]}")
        else:
            given: dict[str, Any] = {field.name: int(number) if field.name == "year" else number}
            found = replace(found, **given)
    return found, wrong


def address_words(assumed: WhatIf) -> dict[str, str]:
    """The assumptions as words of an address; what is not assumed is left out."""
    given = {WORDS[field.name]: getattr(assumed, field.name) for field in fields(WhatIf)}
    return {word: f"{value:.12g}" for word, value in given.items() if value is not None}


def _number(written: str) -> float | None:
    try:
        found = float(written)
    except ValueError:
        return None
    return found if abs(found) < float("inf") else None

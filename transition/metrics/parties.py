"""Parties that are probably one and the same, recorded twice."""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from transition.domain.register.fields import slug

_LEGAL_WORDS = frozenset(
    (
        "bv",
        "nv",
        "ua",
        "cooperatie",
        "cooperatieve",
        "vereniging",
        "stichting",
        "de",
        "het",
        "en",
        "i",
        "o",
        "b",
        "v",
        "u",
        "a",
        "n",
    )
)
"""Words in which one name is often written in two ways: with or without the legal form or the article."""
_SHORTEST = 6
"""Names shorter than this may differ in one letter and be two parties."""


def look_alikes(names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of ids whose names read alike: the same but for legal form, article, accents and order, or one letter apart.

    names: id -> name. Names with other figures in them ('Hub 1', 'Hub 2') are never alike. In the order of the ids.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for id, name in names.items():
        for form in _forms(_core(name)):
            found[form].add(id)
    pairs = {pair for ids in found.values() for pair in combinations(sorted(ids), 2)}
    return sorted(pair for pair in pairs if _figures(names[pair[0]]) == _figures(names[pair[1]]))


def _core(name: str) -> str:
    words = [word for word in slug(name.replace(".", "")).split("-") if word not in _LEGAL_WORDS]
    return "".join(sorted(words)) or slug(name)


def _forms(core: str) -> set[str]:
    """The core, and the core without each of its letters: two words one letter apart share one of these."""
    if len(core) < _SHORTEST:
        return {core}
    return {core, *(core[:at] + core[at + 1 :] for at in range(len(core)))}


def _figures(name: str) -> list[str]:
    return re.findall(r"\d+", name)

"""The address of one picture of the map: what the map's own controls ask the server for, and what such an address means."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from transition.domain.selection import Selection
from transition.store import Snapshot
from transition.ui import choice

_DARK, _BASE_MAP = "donker", "ondergrond"


@dataclass(frozen=True)
class Asked:
    """A picture that is asked for: the choice, on dark or light, with or without the grey base map."""

    selection: Selection
    dark: bool = False
    base_map: bool = False


def address(snapshot: Snapshot, asked: Asked) -> str:
    """The one address of this picture: the same choice always has the same."""
    words = choice.address_words(asked.selection)
    words |= {word: "1" for word, on in ((_DARK, asked.dark), (_BASE_MAP, asked.base_map)) if on}
    return f"/kaart/{snapshot.id}/beeld?{urlencode(words)}"


def asked_by(snapshot: Snapshot, query: Mapping[str, str]) -> Asked | None:
    """What an address asks for; None when it holds something that does not exist."""
    selection, wrong = choice.read(query, Selection(area=snapshot.country), snapshot)
    return None if wrong else Asked(selection, query.get(_DARK) == "1", query.get(_BASE_MAP) == "1")

"""What a reader looks for among the area processes, as Dutch words of an address, and back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from transition.domain.register import choices
from transition.domain.register.fields import slug
from transition.metrics.area_search import AHEAD, ANY, NOTHING, PAST, Filters

WORDS = {
    "words": "zoek",
    "theme": "thema",
    "phase": "fase",
    "state": "stand",
    "lead_state": "trekker",
    "community": "community",
    "blocked": "tegengehouden",
    "planning": "planning",
}
"""Field of `Filters` -> its word."""
ORDER, PAGE = "volgorde", "blad"
ORDERS = {
    "name": "Naam",
    "next": "Volgende stap, eerst wat het eerst komt",
    "decision": "Volgend besluit, eerst wat het eerst komt",
    "reached": "Laatste stap gehaald, eerst het langst geleden",
    "idle": "Laatst gewijzigd, eerst het langst geleden",
    "phase": "Fase, eerst wat het verst is",
    "gap": "Gat in het geld, eerst het grootste",
}
_ORDER_WORDS = {
    "name": "naam",
    "next": "volgende-stap",
    "decision": "volgend-besluit",
    "reached": "lang-geen-stap-gehaald",
    "idle": "lang-niet-gewijzigd",
    "phase": "fase",
    "gap": "gat",
}
_NOTHING = {NOTHING: "Niet vastgelegd"}
LABELS: dict[str, dict[str, str]] = {
    "theme": choices.THEMES,
    "phase": choices.LADDER | _NOTHING,
    "state": choices.AREA_STATES,
    "lead_state": choices.LEAD_STATES,
    "blocked": {ANY: "Iets houdt een stap tegen"} | choices.BLOCKAGES,
    "planning": {PAST: "Geplande dag voorbij", AHEAD: "Geplande dag komt nog", NOTHING: "Geen geplande dag"},
}
"""Field of `Filters` -> what can be chosen, with its label."""
_CODES = {field: {slug(label): code for code, label in labels.items()} for field, labels in LABELS.items()} | {
    "blocked": {"ja": ANY} | {slug(label): code for code, label in choices.BLOCKAGES.items()}
}
LONGEST_WORDS = 80


@dataclass(frozen=True)
class Asked:
    """What an address asks for: filters, an order, and a page of the list, from 1."""

    filters: Filters = field(default_factory=Filters)
    order: str = "name"
    page: int = 1


def read(words: Mapping[str, str], communities: Collection[str]) -> tuple[Asked, list[str]]:
    """What an address asks for, and the words that mean nothing, as they were written. communities: the ids that exist."""
    found, wrong = {"words": words.get(WORDS["words"], "")[:LONGEST_WORDS]}, []
    for name, word in WORDS.items():
        written = words.get(word, "")
        if name == "words" or not written:
            continue
        code = _community(written, communities) if name == "community" else _CODES[name].get(written, "")
        found[name] = code
        wrong += [] if code else [f"{word}={written[:20]}"]
    orders = {word: order for order, word in _ORDER_WORDS.items()}
    order, page = words.get(ORDER, "naam"), words.get(PAGE, "1")
    wrong += [f"{ORDER}={order[:20]}"] if order not in orders else []
    wrong += [f"{PAGE}={page[:20]}"] if not _is_page(page) else []
    return Asked(Filters(**found), orders.get(order, "name"), int(page) if _is_page(page) else 1), wrong


def word_of(name: str, code: str) -> str:
    """The word for one choice, '' for none."""
    if name in ("words", "community"):
        return "geen" if code == NOTHING else code
    return next((word for word, found in _CODES[name].items() if found == code), "")


def order_word(order: str) -> str:
    """The word for an order; '' for the usual one."""
    return "" if order == "name" else _ORDER_WORDS[order]


def _community(written: str, communities: Collection[str]) -> str:
    return NOTHING if written == "geen" else written if written in communities else ""


def _is_page(written: str) -> bool:
    return written.isascii() and written.isdigit() and int(written[:9]) > 0 and len(written) < 7

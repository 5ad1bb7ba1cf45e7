"""The method of a community beside that of others: which cards its areas use, and what was adapted in them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from transition.metrics import method_cards
from transition.metrics.method_cards import Card
from transition.metrics.method_changes import Difference, difference


@dataclass(frozen=True)
class Used:
    """One card: how many areas use it, and what it has otherwise than the card of others it was made from (None: it was made from none)."""

    card: Card
    areas: int
    origin: Card | None
    changed: Difference | None


@dataclass(frozen=True)
class Method:
    """The cards of one community, its own first. without: areas of which no card is recorded, of `of`."""

    id: str
    used: tuple[Used, ...]
    without: int
    of: int

    @property
    def is_adapted(self) -> bool:
        """Whether the community works with a card it changed."""
        return any(one.changed and not one.changed.is_empty for one in self.used)


def method(known: Mapping[str, Card], community: str, cards_of_areas: Mapping[str, object]) -> Method:
    """known: every card. cards_of_areas: area of the community -> its card, or nothing."""
    counts = Counter(card for card in cards_of_areas.values() if isinstance(card, str) and card)
    cards = method_cards.of_community(known, community, counts.keys())
    without = len(cards_of_areas) - counts.total()
    return Method(community, tuple(_used(known, one, counts[one.id]) for one in cards), without, len(cards_of_areas))


def _used(known: Mapping[str, Card], card: Card, areas: int) -> Used:
    """What it came from is the furthest of its origins: with a card of the same community in between, the one before that."""
    origin = next(iter(reversed(method_cards.origins(known, card))), None)
    return Used(card, areas, origin, difference(origin, card) if origin else None)

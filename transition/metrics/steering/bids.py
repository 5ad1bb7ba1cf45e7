"""What energy regions offered, as publications give it: the promises of the upper step of the goal cascade."""

from collections.abc import Iterable

from transition.published import PublishedFigure

_FINAL = "RES 1.0"
"""The edition that was decided; an earlier offer only stands in where it is not known."""
_GWH_PER_TWH = 1000


def bids_gwh(figures: Iterable[PublishedFigure]) -> dict[str, tuple[float, ...]]:
    """Region -> its offer for 2030 in GWh, lowest first: every value that publications of the newest edition give; nobody chooses."""
    found: dict[str, dict[bool, set[float]]] = {}
    for one in figures:
        if one.quantity == "res_bid_twh" and not one.part and one.period == "2030" and one.value is not None:
            by_edition = found.setdefault(one.area, {True: set(), False: set()})
            by_edition[one.edition == _FINAL].add(one.value * _GWH_PER_TWH)
    return {area: tuple(sorted(editions[True] or editions[False])) for area, editions in sorted(found.items())}

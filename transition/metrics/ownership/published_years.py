"""What was published about a quantity, year by year: where publications differ both values stand, and nobody chooses."""

from collections.abc import Iterable
from dataclasses import dataclass

from transition.published import PublishedFigure, disagreements


@dataclass(frozen=True)
class PublishedYear:
    """The figures of one year. is_conflict: publications of one edition differ; is_restated: a later edition says something else."""

    period: str
    figures: tuple[PublishedFigure, ...]
    is_conflict: bool
    is_restated: bool

    @property
    def values(self) -> tuple[float, ...]:
        """The values that were given, each once, in the order of the file."""
        return tuple(dict.fromkeys(one.value for one in self.figures if one.value is not None))


def published_years(
    figures: Iterable[PublishedFigure], quantity: str, area: str = "NL01", part: str = ""
) -> list[PublishedYear]:
    """One entry per year in which something was published, oldest first; figures without a year are left out."""
    own = [one for one in figures if (one.quantity, one.area, one.part) == (quantity, area, part) and one.period]
    found = []
    for period in sorted({one.period for one in own}):
        year = tuple(one for one in own if one.period == period)
        differs = disagreements(year)
        conflict = any(one.is_conflict for one in differs)
        found.append(PublishedYear(period, year, conflict, bool(differs) and not conflict))
    return found

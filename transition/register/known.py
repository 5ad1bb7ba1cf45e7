"""Which codes of areas exist, as the served figures know them; so that a typing error in a code is seen when it is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transition.domain.areas import Area, Level


@dataclass(frozen=True)
class Known:
    """Areas by code, of all years."""

    areas: Mapping[str, Area]

    def level(self, code: str) -> Level | None:
        """The level of an area that exists or existed; None for an unknown code."""
        return self.areas[code].level if code in self.areas else None

    def name(self, code: str) -> str:
        """The name of an area; its code when it is unknown."""
        return self.areas[code].name if code in self.areas else code

    def exists_in(self, code: str, year: int) -> bool:
        """Whether the area existed on 1 January of the year."""
        return code in self.areas and self.areas[code].exists_in(year)

    def ended(self, code: str) -> int | None:
        """The first year in which the area no longer existed; None when it still does, or is unknown."""
        return self.areas[code].valid_to if code in self.areas else None

    def codes(self, levels: Iterable[Level]) -> list[str]:
        """The codes of these levels that still exist."""
        wanted = set(levels)
        return sorted(code for code, area in self.areas.items() if area.level in wanted and area.valid_to is None)

"""What area processes, their steps and municipalities are called, and where the page of an area is. For lists over many areas."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

from transition.domain.areas import Area
from transition.domain.register.fields import PUBLIC, VISIBILITY
from transition.views import area_words


@dataclass(frozen=True, eq=False)
class AreaNames:
    """areas, visibilities: by id of the area process. steps: (area process, code) -> its words. address: of an area's page, by id."""

    areas: Mapping[str, str]
    visibilities: Mapping[str, str]
    steps: Mapping[tuple[str, str], str]
    places: Mapping[str, Area]
    address: Callable[[str], str]

    def area(self, id: str) -> str:
        """Plain text; the id for one that is gone."""
        return self.areas.get(id, id)

    def link(self, id: str) -> str:
        """HTML of a link to the area's page, with 'Concept' or 'Vertrouwelijk' where it is one."""
        seen = self.visibilities.get(id) or PUBLIC
        mark = "" if seen == PUBLIC else f" <small>({escape(VISIBILITY[seen].lower())})</small>"
        return f'<a href="{escape(self.address(id), quote=True)}" target="_self">{escape(self.area(id))}</a>{mark}'

    def step(self, area: str, code: object) -> str:
        """'W5 Dekking rond'; the code alone where nobody named the step."""
        return area_words.step(code, self.steps.get((area, str(code)), code))

    def place(self, code: str) -> str:
        """The name of a municipality, or its code where the figures do not know it."""
        return self.places[code].name if code in self.places else code

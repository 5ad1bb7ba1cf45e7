"""In which municipalities, districts and regions an area process lies, and which of them belong to the area a reader chose."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from transition.domain.areas import Area, Level, gemeente_of, is_code, level_of, wijk_of


def codes_of(
    municipalities: Sequence[str], parts: Sequence[str], areas: Mapping[str, Area], became: Mapping[str, Sequence[str]]
) -> set[str]:
    """Every code in which an area process lies, from its municipalities and its wijken and buurten up to the country.

    became: municipality -> the ones it went into, so that an area recorded under a former municipality is found in the present one.
    """
    found = {part for part in parts if is_code(part)}
    found |= {wijk_of(part) for part in found if level_of(part) is Level.BUURT}
    gemeenten = {*municipalities, *(gemeente_of(p) for p in found if level_of(p) in (Level.WIJK, Level.BUURT))}
    gemeenten |= {after for code in gemeenten for after in became.get(code, ())}
    for code in gemeenten & areas.keys():
        found |= {code, areas[code].provincie, areas[code].res, areas[code].subres} - {""}
    return found


class Places:
    """Code -> the places (row numbers) of the area processes that lie in it."""

    def __init__(self, processes: pd.DataFrame, areas: Mapping[str, Area], became: Mapping[str, Sequence[str]]) -> None:
        self._all = np.arange(len(processes))
        found: dict[str, list[int]] = {}
        rows = zip(processes["municipalities"], processes["location_codes"], strict=True)
        for place, (municipalities, parts) in enumerate(rows):
            for code in codes_of(_several(municipalities), _several(parts), areas, became):
                found.setdefault(code, []).append(place)
        self._of = {code: np.array(places) for code, places in found.items()}
        self._country = {code for code, area in areas.items() if area.level is Level.LAND}

    def within(self, code: str) -> np.ndarray:
        """The rows of the area processes in an area; in the country all of them, wherever they lie."""
        return self._all if code in self._country else self._of.get(code, np.array([], dtype=int))


def _several(cell: object) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()

"""Invented Dutch names for wijken and buurten. Like real ones they say what a place is, and they come back in other municipalities."""

import numpy as np

_BEGIN = [
    "Wulk",
    "Kokkel",
    "Garnaal",
    "Zeester",
    "Wier",
    "Kwelder",
    "Strandkruid",
    "Schulp",
    "Spiering",
    "Haring",
    "Griet",
    "Schol",
    "Steur",
    "Slenk",
    "Priel",
    "Nevel",
    "Storm",
    "Barnsteen",
    "Vuursteen",
    "Elanden",
    "Rendier",
    "Wolhaar",
    "Mammoet",
    "Berken",
    "Oeros",
    "Zeekraal",
    "Meeuwen",
    "Sterntjes",
    "Lepelaar",
    "Robben",
    "Bruinvis",
    "Mossel",
    "Tonijn",
    "Vuurtoren",
]
_END = [
    "horn",
    "zand",
    "bank",
    "diep",
    "rade",
    "hoek",
    "werd",
    "wolde",
    "dijk",
    "oord",
    "gors",
    "zijl",
    "meet",
    "made",
    "broek",
    "ambacht",
    "kerke",
    "veld",
    "siel",
]
_CENTRE = "Centrum"
_IN_TOWN = 0.3
"""From how urban on a wijk is a quarter of the town."""
_TOWN_WIJKEN = (
    "Havenkwartier",
    "Stationskwartier",
    "Zeeheldenwijk",
    "Schelpenwijk",
    "Nieuw-Noord",
    "Nieuw-Zuid",
    "Oosterkwartier",
    "Westerkwartier",
    "Vuurtorenpark",
    "De Ebbe",
    "Vloedlanden",
    "Bankenwijk",
    "Kustrand",
    "De Grote Geul",
    "Walvisvaarderswijk",
    "Binnenduin",
    "Buitenduin",
    "Rietpolder",
    "Sluiseiland",
    "Amberpark",
)
_TOWN_BUURTEN = (
    "Oude Haven",
    "Kop van de Pier",
    "Loodsenbuurt",
    "Kompasbuurt",
    "Reddersbuurt",
    "Zeesterbuurt",
    "Mosselbuurt",
    "Ankerkwartier",
    "Tonnenmakersbuurt",
    "Windrozenbuurt",
    "Netboetersbuurt",
    "Parelmoerbuurt",
    "Sterrenbuurt",
    "Getijdenbuurt",
    "Schipperskwartier",
    "Helmgrasbuurt",
    "Duindoornbuurt",
    "Campus Dogger",
    "Bedrijventerrein De Geul",
    "Sportpark en omgeving",
    "Café-eiland",
    "Nieuwe Kade",
    "Bakenbuurt",
    "Kluizenaarsbuurt",
    "Pakhuizen",
    "Visafslag",
    "Tramremise",
    "Zeesluisbuurt",
    "Garnalenhof",
    "Brakwaterpark",
)


class Names:
    """Gives each name once per municipality."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._villages: list[str] = []
        self._streets: list[str] = []
        self._quarters: list[str] = []

    def start_municipality(self) -> None:
        """All names are free again."""
        villages = [begin + end for begin in _BEGIN for end in _END]
        self._villages = [str(name) for name in self._rng.permutation(villages)]
        self._quarters = [str(name) for name in self._rng.permutation(_TOWN_WIJKEN)]
        self._streets = [str(name) for name in self._rng.permutation(_TOWN_BUURTEN)]

    def wijken(self, town: str, urban: list[float], *, large: bool) -> list[str]:
        """A name per wijk; `urban` 0 to 1. The most urban one is the centre of the town."""
        names = [
            self._quarters.pop() if large and u > _IN_TOWN and self._quarters else self._villages.pop() for u in urban
        ]
        names[int(np.argmax(urban))] = _CENTRE if large else town
        return names

    def buurten(self, wijk: str, urban: list[float], area: list[float]) -> list[str]:
        """A name per buurt of the wijk; `area` in km2. A quarter of a town has streets, any other wijk a village in its polders."""
        if wijk == _CENTRE or wijk in _TOWN_WIJKEN or min(urban) > _IN_TOWN:
            names = [self._street(wijk) if u > 0.12 else self._outside(place) for place, u in enumerate(urban)]
            names[int(np.argmax(urban))] = wijk if wijk != _CENTRE else f"{_CENTRE}-Oud"
            return names
        names = [self._outside(place) if u < 0.1 else self._villages.pop() for place, u in enumerate(urban)]
        core = int(np.argmax(urban))
        names[core] = f"Dorpskern {wijk}"
        widest = int(np.argmax([0.0 if i == core else a for i, a in enumerate(area)]))
        if widest != core:
            names[widest] = f"Buitengebied {wijk}"
        return names

    def _street(self, wijk: str) -> str:
        return self._streets.pop() if self._streets else f"{wijk} bij {self._villages.pop()}"

    def _outside(self, place: int) -> str:
        return f"{'Verspreide huizen' if place % 2 else 'Polder'} {self._villages.pop()}"

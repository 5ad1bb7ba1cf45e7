"""Invented Dutch names for wijken and buurten. Like real ones they say what a place is, and they come back in other municipalities."""

import numpy as np

_BEGIN = (
    "Wulk Kokkel Garnaal Zeester Wier Kwelder Strandkruid Schulp Spiering Haring Griet Schol Steur Slenk Priel Nevel Storm Barnsteen "
    "Vuursteen Elanden Rendier Wolhaar Mammoet Berken Oeros Zeekraal Meeuwen Sterntjes Lepelaar Robben Bruinvis Mossel Tonijn Vuurtoren"
).split()
_END = "horn zand bank diep rade hoek werd wolde dijk oord gors zijl meet made broek ambacht kerke veld wijk siel".split()
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
        names = [self._quarters.pop() if large and u > 0.3 and self._quarters else self._villages.pop() for u in urban]
        names[int(np.argmax(urban))] = "Centrum" if large else town
        return names

    def buurten(self, wijk: str, urban: list[float], area: list[float]) -> list[str]:
        """A name per buurt of the wijk; `area` in km2."""
        if min(urban) > 0.3:
            names = [self._streets.pop() if self._streets else f"{wijk}-{i + 1}" for i in range(len(urban))]
            names[int(np.argmax(urban))] = wijk if wijk != "Centrum" else "Centrum-Oud"
            return names
        outside = iter([f"Verspreide huizen {self._villages.pop()}" if i % 2 else f"Polder {self._villages.pop()}" for i in range(len(urban))])
        names = [next(outside) if u < 0.1 else self._villages.pop() for u in urban]
        core = int(np.argmax(urban))
        names[core] = f"Dorpskern {wijk}"
        widest = int(np.argmax([0.0 if i == core else a for i, a in enumerate(area)]))
        if widest != core:
            names[widest] = f"Buitengebied {wijk}"
        return names

"""What is decided by hand about Doggerland: its municipalities, regions, kinds and coast line. Everything is invented.

Coordinates are kilometres in a local grid (x to the east, y to the north); `terrain.TO_RD` places it in the North Sea.
"""

from dataclasses import dataclass

LAND = ("DG01", "Doggerland")
PROVINCIES = {"PV90": "Zuiderbank", "PV91": "Noorderbank"}
RES_REGIOS = {"ES91": "Zilverkust", "ES92": "Midden-Dogger", "ES93": "Noorderbank en Eilanden"}
SUBRES_REGIOS = {
    "ET9101": "Doggermonding",
    "ET9102": "Duinen en Zilverkust",
    "ET9103": "Barnsteenregio",
    "ET9104": "Oerbos en Vuursteenvelden",
    "ET9105": "Noorderbank en Eilanden",
}
PROVINCIE_OF_RES = {"ES91": "PV90", "ES92": "PV90", "ES93": "PV91"}
RES_OF_SUBRES = {"ET9101": "ES91", "ET9102": "ES91", "ET9103": "ES92", "ET9104": "ES92", "ET9105": "ES93"}

MERGER_YEAR = 2022
MERGED = ("GM9020", "GM9021")
MERGED_INTO = ("GM9026", "Garnalenkust")


@dataclass(frozen=True)
class Kind:
    """What a kind of municipality is like. Factors stand beside 1 = the average of the region.

    growth: of the number of dwellings per year. people: per dwelling. gas, power: use per dwelling. adoption: solar panels on
    homes. business: solar capacity of businesses per inhabitant. field: share of it in the field. district: % of the dwellings on
    district heat in 2024.
    """

    growth: float
    people: float
    gas: float
    power: float
    adoption: float
    business: float
    field: float
    district: float


KINDS = {
    "port": Kind(0.007, 2.05, 0.86, 0.92, 0.62, 1.1, 0.15, 14.0),
    "university": Kind(0.012, 1.90, 0.80, 0.86, 0.70, 0.6, 0.20, 11.0),
    "city": Kind(0.006, 2.10, 0.97, 0.97, 0.85, 0.8, 0.25, 3.0),
    "new_town": Kind(0.021, 2.35, 0.78, 1.02, 1.15, 0.7, 0.20, 46.0),
    "suburb": Kind(0.008, 2.30, 1.06, 1.08, 1.10, 0.6, 0.10, 1.6),
    "town": Kind(0.005, 2.20, 1.02, 1.02, 1.05, 0.9, 0.30, 0.8),
    "greenhouse": Kind(0.009, 2.40, 1.00, 1.10, 1.15, 2.3, 0.10, 4.5),
    "industry": Kind(0.001, 2.15, 1.04, 1.00, 0.95, 1.9, 0.40, 0.4),
    "polder": Kind(0.006, 2.40, 1.08, 1.14, 1.45, 3.2, 0.55, 0.2),
    "villages": Kind(0.003, 2.25, 1.15, 1.10, 1.30, 1.5, 0.40, 0.0),
    "rural": Kind(-0.001, 2.20, 1.24, 1.14, 1.40, 2.6, 0.60, 0.0),
    "spa": Kind(0.004, 1.95, 1.12, 0.98, 0.75, 0.5, 0.05, 0.0),
    "island": Kind(0.002, 2.00, 1.18, 1.16, 1.20, 0.8, 0.50, 0.0),
}


@dataclass(frozen=True)
class Municipality:
    """One municipality of 2015: where its main town lies, how many people it has then, and its kind."""

    code: str
    name: str
    kind: str
    subres: str
    x: float
    y: float
    people: int


MUNICIPALITIES = (
    Municipality("GM9001", "Doggerhaven", "port", "ET9101", 27, 47, 168_000),
    Municipality("GM9002", "Glaswaard", "greenhouse", "ET9101", 23, 33, 52_000),
    Municipality("GM9003", "Kreeftenpolder", "polder", "ET9101", 37, 36, 21_000),
    Municipality("GM9004", "Zilverkuil", "city", "ET9101", 12, 40, 64_000),
    Municipality("GM9005", "'s-Heerenbank", "suburb", "ET9102", 14, 26, 38_000),
    Municipality("GM9006", "Bad Zeeschuim", "spa", "ET9102", 12, 14, 19_000),
    Municipality("GM9007", "Brakkemonde", "villages", "ET9102", 28, 15, 24_000),
    Municipality("GM9008", "Barnsteen", "university", "ET9103", 57, 35, 124_000),
    Municipality("GM9009", "Nieuw-Wulkenstad", "new_town", "ET9103", 47, 44, 92_000),
    Municipality("GM9010", "Mammoethorst", "suburb", "ET9103", 47, 26, 41_000),
    Municipality("GM9011", "Rendierveen", "villages", "ET9104", 44, 12, 27_000),
    Municipality("GM9012", "Vuursteenwolde", "industry", "ET9104", 65, 23, 33_000),
    Municipality("GM9013", "Kokkelrade", "town", "ET9104", 73, 37, 46_000),
    Municipality("GM9014", "Elandsgeest", "rural", "ET9104", 58, 13, 15_000),
    Municipality("GM9015", "Súdersân", "rural", "ET9104", 64, 46, 22_000),
    Municipality("GM9016", "Kwelderstad", "city", "ET9105", 55, 60, 78_000),
    Municipality("GM9017", "Haringmade", "town", "ET9105", 54, 75, 36_000),
    Municipality("GM9018", "Walviskaap", "industry", "ET9105", 59, 87, 29_000),
    Municipality("GM9019", "Oud- en Nieuw-Schelpenwaard aan de Zilveren Monding", "villages", "ET9105", 26, 67, 31_000),
    Municipality("GM9020", "Wulkmeer", "villages", "ET9105", 68, 64, 14_000),
    Municipality("GM9021", "Garnaalderdijk", "villages", "ET9105", 78, 56, 11_000),
    Municipality("GM9022", "'t Hoge Wier", "polder", "ET9105", 28, 80, 17_000),
    Municipality("GM9023", "Reeënduin", "spa", "ET9105", 40, 65, 23_000),
    Municipality("GM9024", "Robbenplaat", "island", "ET9105", 7.5, 84, 4_300),
    Municipality("GM9025", "Stormvogeloog", "island", "ET9105", 82, 80, 2_400),
)

MAINLAND = (
    (12, 11), (18, 6.5), (25, 5), (36, 7), (45, 3.5), (57, 6), (67, 11), (73, 18), (72.5, 26), (79, 32), (84, 41), (81.5, 49),
    (84, 57), (79, 66), (71, 70), (66, 77), (68, 86), (60, 93.5), (51, 90), (46.5, 82), (41, 74), (38, 84), (31, 89), (22, 85),
    (16, 77), (13, 69), (19, 64.5), (29, 59.6), (39, 55.5), (30, 53.0), (19, 53.6), (10, 50.0), (5.5, 42), (7.5, 33), (6, 24), (7.5, 16),
)  # fmt: skip
ISLANDS = (
    ((2, 77), (3.2, 82), (6.5, 87.5), (11, 92.5), (14.5, 94.5), (13, 90), (10, 85.5), (7, 80.5), (4, 76)),
    ((75.5, 86), (79, 83), (82.5, 78.5), (85.5, 73.5), (87.5, 75), (86.5, 80), (82.5, 86), (77.5, 89)),
)
RIVERS = (
    ((39, 55.5), (46, 53), (52, 48), (60, 41.5), (66, 31), (71, 24)),
    ((52, 48), (50, 40), (41, 31), (37, 21), (36, 7)),
    ((46, 53), (60, 54), (70, 50), (84, 50)),
)

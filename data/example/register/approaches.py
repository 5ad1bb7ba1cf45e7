"""What areas set out to do: the aim in a sentence, what it costs, and how large the project is that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Approach:
    """One way to go about it.

    `aims`: sentences with {homes}, {place}, {year}, {firms}, {size}, {turbines}. `costs`: lowest and highest, in euros of 2025. Of a
    neighbourhood: network, insulation and changes at home, per dwelling. Of a hub: equipment and measuring, in all. Of a community:
    building, per MW, kWp or dwelling. `size`: of the project, in `unit`; `technology` '' when no project comes of it. `subjects`: what
    people can join in on, in order. `firms`: how many companies a hub has.
    """

    aims: tuple[str, ...]
    costs: tuple[tuple[int, int], ...]
    technology: str = ""
    size: tuple[float, float] = (0, 0)
    unit: str = "MW"
    subjects: tuple[str, ...] = ()
    firms: tuple[int, int] = (9, 34)


_HEAT = ("Keuze van de warmtebron", "Aansluitbijdrage en prijs", "Uitvoeringsplan")
_HOMES = ("Volgorde van de straten", "Uitvoeringsplan", "Keuze van de aannemer")
APPROACHES: Mapping[str, Approach] = {
    "heat_network": Approach(
        (
            "De {homes} woningen krijgen voor {year} warmte uit een net waarvan de bewoners mede-eigenaar zijn.",
            "In {year} is driekwart van de {homes} woningen aangesloten op een warmtenet, tegen een prijs die niet hoger is dan nu.",
        ),
        ((17_000, 23_500), (3_500, 7_000), (3_800, 6_500)),
        "heat",
        subjects=_HEAT,
    ),
    "residual": Approach(
        (
            "De {homes} woningen gebruiken voor {year} restwarmte, met een tweede bron achter de hand.",
            "In {year} stookt de buurt op restwarmte; wie niet wil, kan een andere oplossing kiezen.",
        ),
        ((14_500, 19_500), (3_500, 6_500), (3_800, 6_000)),
        "heat",
        subjects=_HEAT,
    ),
    "aqua": Approach(
        (
            "De {homes} woningen krijgen voor {year} warmte uit het water van de haven en de kanalen.",
            "In {year} komt de warmte van {homes} woningen uit oppervlaktewater, met een warmtepomp voor de hele buurt.",
        ),
        ((21_000, 27_000), (5_000, 9_000), (4_500, 7_500)),
        "heat",
        subjects=_HEAT,
    ),
    "geo": Approach(
        (
            "De {homes} woningen delen voor {year} een aardwarmtebron met de telers.",
            "In {year} verwarmt aardwarmte {homes} woningen en twaalf kassen.",
        ),
        ((15_500, 21_000), (3_500, 6_500), (4_000, 7_000)),
        "heat",
        subjects=_HEAT,
    ),
    "all_electric": Approach(
        (
            "De {homes} woningen hebben voor {year} een eigen warmtepomp; het net in de straat is dan zwaar genoeg.",
            "In {year} is {place} van het gas af, woning voor woning en zonder piek op het stroomnet.",
        ),
        ((2_400, 4_200), (7_000, 12_000), (14_500, 19_500)),
        subjects=_HOMES,
    ),
    "hybrid": Approach(
        (
            "De {homes} woningen gebruiken in {year} 60% minder gas dan in 2020, door isolatie en een hybride warmtepomp.",
            "In {year} zijn alle {homes} woningen geïsoleerd tot een niveau waarop lage temperatuur genoeg is.",
            "Het gasgebruik in {place} is in {year} gehalveerd, zonder dat bewoners er op achteruitgaan.",
        ),
        ((300, 900), (8_500, 13_500), (5_500, 8_500)),
        subjects=_HOMES,
    ),
    "small_network": Approach(
        (
            "{place} krijgt voor {year} een klein warmtenet dat van het dorp zelf is.",
            "In {year} levert een warmtepomp met buffer warmte aan de {homes} woningen van de kern.",
        ),
        ((20_000, 26_000), (5_500, 9_000), (4_500, 7_500)),
        "heat",
        subjects=_HEAT,
    ),
    "expand": Approach(
        (
            "Het warmtenet van de stad groeit voor {year} met {homes} woningen.",
            "De {homes} woningen van {place} stappen voor {year} over op het warmtenet dat er al ligt.",
        ),
        ((10_500, 14_500), (1_500, 4_000), (3_500, 5_500)),
        "heat",
        subjects=("Aansluitbijdrage en prijs", "Planning van het graafwerk", "Uitvoeringsplan"),
    ),
    "business_park": Approach(
        (
            "{firms} bedrijven delen hun aansluitingen, zodat wie wacht op stroom toch kan groeien.",
            "In {year} is de piek van {place} een kwart lager, met één contract voor {firms} bedrijven.",
        ),
        ((900_000, 2_400_000), (140_000, 320_000)),
        "storage",
        (1.0, 4.0),
        subjects=("Verdeling van de ruimte op het net", "Toetreden van nieuwe bedrijven"),
    ),
    "port": Approach(
        (
            "Schepen krijgen voor {year} stroom aan de wal, zonder zwaardere aansluiting voor de haven.",
            "{firms} bedrijven aan het water stemmen koelen, laden en walstroom op elkaar af.",
        ),
        ((2_600_000, 6_500_000), (300_000, 650_000)),
        "storage",
        (3.0, 9.0),
        subjects=("Verdeling van de ruimte op het net", "Plek van de batterij"),
    ),
    "greenhouse": Approach(
        (
            "{firms} telers draaien hun ketels en lampen op elkaars overschot en zijn in {year} 40% minder gas kwijt.",
            "De telers leveren in {year} samen regelvermogen en warmte, in plaats van ieder voor zich.",
        ),
        ((1_800_000, 4_800_000), (250_000, 550_000)),
        "storage",
        (2.0, 8.0),
        subjects=("Verdeling van de ruimte op het net", "Prijs van de warmte"),
        firms=(6, 18),
    ),
    "logistics": Approach(
        (
            "{firms} vervoerders laden in {year} de helft van hun vrachtwagens elektrisch, op één gedeeld plein.",
            "In {year} rijdt de bezorging vanaf {place} elektrisch, met laden buiten de piek.",
        ),
        ((1_600_000, 3_900_000), (180_000, 380_000)),
        "storage",
        (1.5, 5.0),
        subjects=("Plek van het laadplein", "Verdeling van de laadtijden"),
    ),
    "agrarian": Approach(
        (
            "{firms} boeren leggen zonnepanelen op hun daken zonder zwaardere aansluiting, door op te slaan en te schuiven.",
            "In {year} gebruikt de polder zijn eigen zonnestroom voor koelen, pompen en melken.",
        ),
        ((450_000, 1_300_000), (70_000, 160_000)),
        "storage",
        (0.5, 2.0),
        subjects=("Plek van de batterij", "Onderzoek naar de vergister"),
        firms=(5, 14),
    ),
    "mixed": Approach(
        (
            "{firms} bedrijven en de huizen eromheen stemmen hun gebruik op elkaar af, zodat het net voor {year} niet zwaarder hoeft.",
        ),
        ((600_000, 1_700_000), (110_000, 240_000)),
        "storage",
        (0.8, 3.0),
        subjects=("Verdeling van de ruimte op het net",),
    ),
    "campus": Approach(
        ("De {firms} instellingen en bedrijven op {place} delen in {year} koude, warmte en één aansluiting.",),
        ((1_400_000, 3_600_000), (200_000, 420_000)),
        "storage",
        (1.0, 4.0),
        subjects=("Verdeling van de kosten", "Toetreden van nieuwe bedrijven"),
        firms=(4, 12),
    ),
    "village_turbine": Approach(
        (
            "Het dorp wekt met {size} eigen wind meer stroom op dan het gebruikt; de opbrengst blijft in het dorp.",
            "{turbines} van de leden, samen {size}, met een fonds waarover het dorp zelf beslist.",
        ),
        ((1_380_000, 1_560_000),),
        "wind",
        (4.2, 12.6),
        subjects=("Plek en hoogte van de turbines", "Besteding van het dorpsfonds"),
    ),
    "solar_field": Approach(
        (
            "De leden bouwen een zonneveld van {size} met hagen en bijen, en verdelen de opbrengst over het dorp.",
            "Een zonneveld van {size} dat voor ten minste de helft van de bewoners is.",
        ),
        ((640, 780),),
        "solar_field",
        (2_400, 9_500),
        "kWp",
        ("Ontwerp van het zonneveld", "Besteding van het omgevingsfonds"),
    ),
    "floating": Approach(
        ("Een drijvend zonneveld van {size}, voor de helft van de bewoners.",),
        ((720, 860),),
        "solar_water",
        (2_400, 6_000),
        "kWp",
        ("Deel van de plas dat vrij blijft", "Besteding van het omgevingsfonds"),
    ),
    "roofs": Approach(
        (
            "Wie geen eigen dak heeft, kan meedoen met {size} op de daken van sporthal, school en schuren.",
            "De grote daken in de buurt liggen in {year} vol: samen {size}, van de leden.",
        ),
        ((880, 1_080),),
        "solar_roof",
        (220, 900),
        "kWp",
        ("Keuze van de daken", "Verdeling van de opbrengst"),
    ),
    "village_heat": Approach(
        (
            "De {homes} woningen van het dorp krijgen voor {year} een warmtenet van een eigen coöperatie.",
            "In {year} verwarmt het dorp zichzelf met een bodembron en een collectieve warmtepomp.",
        ),
        ((33_000, 41_000),),
        "heat",
        subjects=("Keuze van de warmtebron", "Hoogte van het vastrecht"),
    ),
    "sharing": Approach(
        (
            "Buren delen hun zonnestroom op het moment dat die er is, zodat er minder terug het net op hoeft.",
            "In {year} delen tweehonderd huishoudens stroom, ook zij die geen panelen kunnen betalen.",
        ),
        ((70_000, 190_000),),
        subjects=("Regels voor het delen",),
    ),
    "storage": Approach(
        ("Een batterij van {size} voor de buurt, zodat de zonnestroom van de middag in de avond blijft.",),
        ((620_000, 760_000),),
        "storage",
        (0.5, 1.5),
        subjects=("Plek van de batterij", "Verdeling van de opbrengst"),
    ),
}

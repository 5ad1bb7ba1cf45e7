"""What decisions are called, the signals they answer and what they should bring, in the words of a decision list."""

from collections.abc import Mapping

OF_STEP: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "W1": (
        "Startnotitie {name} vaststellen",
        (
            "De wijk staat vooraan in de warmtevisie.",
            "Het riool wordt vervangen: nu kan het werk samen.",
            "Bewoners vroegen zelf om een plan.",
        ),
        (
            "De kaders liggen vast; de oplossing is nog open.",
            "Binnen een half jaar ligt er een plan voor participatie.",
        ),
    ),
    "W2": (
        "Participatieplan {name}",
        (
            "De raad vroeg vooraf te bepalen waarover bewoners meebeslissen.",
            "Bij de vorige wijk bleef onduidelijk wie namens de eigenaren sprak.",
            "Bewoners vroegen waarover nog iets te kiezen valt.",
        ),
        ("Bewoners weten waarover zij beslissen, wanneer, en wie hen vertegenwoordigt.",),
    ),
    "W3a": (
        "Bewonerspanel {name} kiest de warmtebron",
        ("De raad zegde toe dat hij de keuze van het panel volgt.",),
        ("Er wordt één bron doorgerekend in plaats van vier.",),
    ),
    "W6": (
        "Investeringsbesluit {name}",
        ("De subsidies zijn binnen en de aannemer heeft een prijs gegeven.",),
        ("De uitvoering kan beginnen.", "Bewoners krijgen een aanbod waarvan de prijs een half jaar vaststaat."),
    ),
    "H3": (
        "Oprichting van de vereniging {name}",
        (
            "Zonder rechtspersoon wil de netbeheerder geen contract sluiten.",
            "De bank vraagt één partij die aansprakelijk is.",
        ),
        ("Er is één partij die namens de bedrijven tekent.",),
    ),
    "W3": (
        "Projectplan {name}",
        ("De trekker en de rollen zijn bekend.", "Het participatieplan is klaar en besproken met de wijk."),
        (
            "Geld voor de doorrekening en een vaste projectleider.",
            "De alternatieven zijn over acht maanden doorgerekend.",
        ),
    ),
    "W5": (
        "Uitvoeringsplan {name} vaststellen",
        (
            "De doorrekening is klaar en door bewoners gecontroleerd.",
            "Een meerderheid van de eigenaren steunt het plan.",
        ),
        ("De dekking kan worden aangevraagd.", "Bewoners weten wanneer hun straat aan de beurt is en wat het kost."),
    ),
    "W7": (
        "{name} aanwijzen in het omgevingsplan",
        (
            "Zonder einddatum voor gas sluit niet iedereen aan.",
            "Het warmtebedrijf vraagt zekerheid over het aantal woningen.",
        ),
        ("Over acht jaar is er geen gas meer; wie een andere oplossing wil, kan dat melden.",),
    ),
    "H4": (
        "Groepscontract {name}",
        ("Bedrijven staan op de wachtlijst, terwijl de pieken niet samenvallen.",),
        (
            "De groep verdeelt zelf de ruimte; twee bedrijven kunnen uitbreiden.",
            "De groep blijft onder de afgesproken piek; vooraf is bepaald wie dan afschakelt.",
        ),
    ),
    "H5": (
        "Investering in {name}",
        ("De offertes zijn binnen en het contract is getekend.",),
        ("De hub draait binnen een jaar.",),
    ),
    "G3": (
        "Vergunning voor {name}",
        (
            "De aanvraag is compleet en het dorp is gehoord.",
            "De coöperatie en de gemeente zijn het eens over lokaal eigendom.",
        ),
        ("De coöperatie kan naar de bank.", "Bouw binnen twee jaar, met een fonds voor het dorp."),
    ),
    "G4": ("Financiering van {name}", ("De leden hebben genoeg ingelegd.",), ("De aannemer kan beginnen.",)),
}
STEERED: Mapping[tuple[str, str], tuple[str, str]] = {
    ("neighbourhood_plan", "money"): (
        "Een derde offerte en een hogere garantie voor {name}",
        "De aansluitbijdrage blijft onder de grens van de raad.",
    ),
    ("neighbourhood_plan", "decision"): (
        "Een datum voor het besluit over {name}",
        "De raad besluit uiterlijk in het tweede kwartaal van 2027.",
    ),
    ("neighbourhood_plan", "grid"): (
        "Eerst isoleren en bufferen in {name}",
        "De piek wordt een derde lager, zodat een lichtere aansluiting genoeg is.",
    ),
    ("neighbourhood_plan", "support"): (
        "Een tweede ontwerp met de bewoners van {name}",
        "Een nieuwe peiling, met als grens de helft van de eigenaren.",
    ),
    ("neighbourhood_plan", "capacity"): (
        "Een tweede projectleider voor {name}",
        "De achterstand is binnen een jaar ingelopen.",
    ),
    ("neighbourhood_plan", "permit"): (
        "Een ander tracé voor {name}",
        "De leiding kruist de dijk op een plek waar het waterschap geen bezwaar heeft.",
    ),
    ("neighbourhood_plan", "lead"): (
        "Een opbouwwerker voor {name}",
        "Binnen een half jaar is duidelijk of iemand wil trekken.",
    ),
    ("energy_hub", "permit"): (
        "Vergister uit het plan van {name}",
        "De hub gaat door met opslag; de vergister komt later.",
    ),
    ("energy_hub", "support"): (
        "Verder zonder de twee grootste gebruikers van {name}",
        "Het profiel blijft goed genoeg voor een contract.",
    ),
    ("energy_hub", "grid"): (
        "Laden en koelen verschuiven in {name}",
        "De groep past binnen de bestaande aansluiting, met minder groei.",
    ),
    ("energy_hub", "lead"): ("Een parkmanager voor {name}", "Er is iemand die namens de bedrijven kan tekenen."),
    ("energy_community", "grid"): (
        "Aansluiting delen met de buren van {name}",
        "De coöperatie kan twee jaar eerder leveren, met minder vermogen in de middag.",
    ),
    ("energy_community", "lead"): (
        "Een kwartiermaker voor {name}",
        "Voor de zomer van 2027 is er een nieuw bestuur, of stopt het project.",
    ),
}
"""By theme and by what holds an area up: what people did about it, and what that should bring."""

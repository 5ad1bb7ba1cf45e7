"""Why things stand still or took longer, in the words of people who keep a register: per theme and cause."""

from collections.abc import Mapping

BLOCKED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("neighbourhood_plan", "money"): (
        "De bijdrage per woning ligt 3.800 euro boven wat de raad betaalbaar noemt.",
        "De subsidieaanvraag is afgewezen omdat de pot leeg was. In maart opent een nieuwe ronde.",
        "De aanneemsom viel hoger uit; de dekking van de laatste straten ontbreekt.",
    ),
    ("neighbourhood_plan", "decision"): (
        "Het raadsvoorstel is van de agenda gehaald tot de vraag over de garantstelling is beantwoord.",
        "Het college wacht op de keuze van het warmtebedrijf voor de hele stad.",
        "De raad wil de uitkomst van de bewonerspeiling zien voordat hij besluit.",
    ),
    ("neighbourhood_plan", "grid"): (
        "De netbeheerder kan de warmtecentrale niet voor 2029 aansluiten.",
        "Er is geen plek gevonden voor twee nieuwe trafohuisjes in de wijk.",
    ),
    ("neighbourhood_plan", "support"): (
        "Minder dan de helft van de eigenaren wil meedoen bij de huidige prijs.",
        "Bewoners hebben het gevoel dat de uitkomst al vaststaat. De bijeenkomsten liggen stil.",
    ),
    ("neighbourhood_plan", "capacity"): (
        "De projectleider is vertrokken; de functie staat sinds het voorjaar open.",
        "Er is één projectleider voor drie wijken.",
    ),
    ("neighbourhood_plan", "permit"): (
        "De leiding mag de zeedijk alleen in de zomer kruisen; de vergunning is er nog niet.",
    ),
    ("neighbourhood_plan", "lead"): ("Geen enkele partij in de wijk wil het voortouw nemen.",),
    ("energy_hub", "grid"): (
        "De netbeheerder geeft tot de uitbreiding van het station geen ruimte voor invoeding.",
        "Het voorstel voor een groepscontract ligt sinds het voorjaar bij de netbeheerder.",
        "Het station is vol tot 2030; alleen verschuiven van verbruik kan nog.",
    ),
    ("energy_hub", "metering"): (
        "De meetkast die het contract vraagt wordt pas in 2027 geplaatst.",
        "De meters geven nog geen goedgekeurde gegevens per kwartier.",
    ),
    ("energy_hub", "money"): ("De batterij is 30% duurder dan begroot; de leden willen een tweede offerte.",),
    ("energy_hub", "lead"): ("Er is geen ondernemersvereniging die namens de bedrijven kan tekenen.",),
    ("energy_hub", "capacity"): (
        "De parkmanager doet dit naast zijn andere werk en heeft er een halve dag per week voor.",
    ),
    ("energy_hub", "permit"): ("Het geuronderzoek voor de vergister is nog niet goedgekeurd.",),
    ("energy_hub", "support"): ("Twee grote verbruikers delen hun gegevens niet.",),
    ("energy_hub", "decision"): (
        "Het college besluit pas na het beleid voor bedrijventerreinen of de gemeente meedoet.",
    ),
    ("energy_community", "grid"): (
        "Er is geen ruimte om terug te leveren; de aansluiting staat gepland voor 2028.",
        "De netbeheerder heeft de aansluitdatum twee keer verzet.",
    ),
    ("energy_community", "permit"): (
        "Het beroep van omwonenden loopt nog.",
        "De rechter behandelt het beroep in het voorjaar van 2027.",
    ),
    ("energy_community", "money"): ("De bank vraagt 25% eigen geld; de leden hebben 16% ingelegd.",),
    ("energy_community", "support"): ("Het dorp is verdeeld over de afstand tot de dichtstbijzijnde huizen.",),
    ("energy_community", "decision"): (
        "Zonder beleid voor lokaal eigendom neemt de gemeente geen aanvraag in behandeling.",
    ),
    ("energy_community", "capacity"): (
        "Het bestuur bestaat uit vier vrijwilligers en kan er geen project bij hebben.",
    ),
    ("energy_community", "lead"): ("Er is geen bestuur meer.",),
}
REVISED_BY_CAUSE: Mapping[str, str] = {
    "money": "De dekking was op de oude datum niet rond",
    "decision": "Het besluit is uitgesteld",
    "grid": "De netbeheerder gaf een latere datum",
    "support": "Meer tijd nodig voor gesprekken met de buurt",
    "capacity": "Te weinig mensen om de planning te halen",
    "permit": "De vergunning kwam later",
    "lead": "Zonder trekker kon de volgende stap niet beginnen",
}
REVISED: Mapping[str, tuple[str, ...]] = {
    "neighbourhood_plan": (
        "Samengevoegd met de vervanging van het riool",
        "De raad vroeg een tweede variant door te rekenen",
        "De bewoners vroegen om een extra ronde",
        "De woningcorporatie had een half jaar meer nodig",
        "Wachten op de nieuwe tarieven voor warmte",
        "Het gasgebruik bleek anders dan in de eerste berekening",
        "Eerst afgestemd met de planning van de netbeheerder",
        "De enquête leverde te weinig antwoorden op",
        "Oudheidkundig onderzoek in de hoofdstraat",
        "De aanbesteding moest over",
        "Het onderzoek naar de bodem liep uit",
    ),
    "energy_hub": (
        "De bedrijven leverden hun gegevens later aan",
        "De notaris had een tweede ronde met de leden nodig",
        "Levertijd van de batterij",
        "De netbeheerder paste zijn voorwaarden aan",
        "Twee nieuwe bedrijven kwamen erbij; het profiel is opnieuw gemaakt",
    ),
    "energy_community": (
        "De ledenvergadering wilde eerst een tweede offerte",
        "De gemeente vroeg aanvullend onderzoek",
        "De subsidieronde opende later",
        "De aannemer kon pas na de zomer beginnen",
        "Het bouwteam wachtte op het einde van het broedseizoen",
    ),
}
MOVED_ALONG = (
    "Schuift mee met de stap ervoor",
    "De stappen ervoor duurden langer",
    "Volgt uit de nieuwe planning van het gebied",
)
"""Why what comes later was planned again."""
AFTER_ELECTIONS = "Over de gemeenteraadsverkiezingen heen getild"

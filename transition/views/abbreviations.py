"""The abbreviations and units on the page of sources, each with what it stands for."""

MEANINGS: dict[str, str] = {
    "ANP": "Algemeen Nederlands Persbureau",
    "CBS": "Centraal Bureau voor de Statistiek",
    "CC BY 4.0": "een licentie: u mag de gegevens gebruiken als u de bron noemt",
    "CDOKE": "capaciteit decentrale overheden voor klimaat- en energiebeleid: een regeling van het Rijk voor gemeenten en provincies",
    "CSV": "een tabel als tekst, met een teken tussen de kolommen",
    "GWh": "gigawattuur: 1 miljoen kilowattuur (kWh)",
    "HIER": "de naam van een organisatie, geen afkorting; maakt de Participatiemonitor en de Lokale Energie Monitor",
    "KEV": "Klimaat- en Energieverkenning: elk jaar een rapport van het PBL",
    "kWp": "kilowattpiek: wat zonnepanelen in volle zon kunnen leveren",
    "Mt CO₂": "megaton koolstofdioxide: 1 miljoen ton",
    "MW": "megawatt: 1.000 kilowatt (kW)",
    "MWp": "megawattpiek: 1.000 kWp",
    "NIP": "een stuk waarnaar gemeente.nu verwijst; wat de letters betekenen, is niet vastgelegd",
    "NPLW": "Nationaal Programma Lokale Warmtetransitie",
    "PBL": "Planbureau voor de Leefomgeving",
    "PDOK": "Publieke Dienstverlening Op de Kaart: geeft kaarten van de overheid",
    "RES": "Regionale Energiestrategie: het plan van een energieregio voor stroom en warmte",
    "RES 1.0": "het vastgestelde plan van een energieregio; een concept-RES kwam daarvoor",
    "RVO": "Rijksdienst voor Ondernemend Nederland",
    "SCE": "Subsidieregeling Coöperatieve Energieopwekking",
    "SDE": "Stimulering Duurzame Energieproductie: een subsidie",
    "SpUk": "specifieke uitkering: geld van het Rijk voor één doel",
    "StatLine": "de databank van het CBS",
    "TWh": "terawattuur: 1.000 GWh, 1 miljard kilowattuur (kWh)",
}


def lines() -> list[str]:
    """One line of Markdown each."""
    return [f"**{short}**: {meaning}." for short, meaning in MEANINGS.items()]

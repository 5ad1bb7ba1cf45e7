"""Every kind of record the register holds, in the order in which people fill them in."""

from transition.domain.register import choices
from transition.domain.register.fields import PUBLIC, VISIBILITY, Field, Kind, Type

_EVIDENCE = Field("evidence", "Bewijs", Type.LINK, "Het adres (https://…) van een stuk waarin dit staat.")
_NOTE = Field("note", "Toelichting", Type.LONG_TEXT)
_VISIBILITY = Field(
    "visibility",
    "Zichtbaar",
    Type.CHOICE,
    f"Meestal: {VISIBILITY[PUBLIC]}. Een concept of iets vertrouwelijks komt niet in openbare tabellen.",
    choices=VISIBILITY,
)
_AREA = Field("area", "Gebied", Type.REFERENCE, "Het kenmerk van het gebied.", required=True, refers_to="area_process")
_LINK = Field("link", "Adres van het besluit", Type.LINK, "Waar het besluit te lezen is (https://…).")
_LETTERS = tuple(
    Field(
        name,
        label,
        Type.CHOICE,
        "A: eindverantwoordelijk. R: voert uit. S: helpt mee. C: geeft advies. I: wordt geïnformeerd. Leeg: geen rol.",
        choices=choices.LETTERS,
    )
    for name, label in choices.ACTORS.items()
)
_ACTIVITY = Field("activity", "Onderwerp", Type.CHOICE, required=True, choices=choices.ACTIVITIES)
_FINANCE_KIND = Field("kind", "Soort", Type.CHOICE, "Kosten of dekking.", True, choices.FINANCE_KINDS)

PARTY = Kind(
    "party",
    "Partij",
    "Partijen",
    "Wie meedoet: een coöperatie, een bedrijf, een netbeheerder, een gemeente.",
    (
        Field("name", "Naam", Type.TEXT, required=True),
        Field("type", "Soort partij", Type.CHOICE, required=True, choices=choices.PARTY_TYPES),
        Field("municipality", "Gemeente", Type.CODE, "De code van de gemeente, bijvoorbeeld GM0344."),
        Field("is_local", "Lokaal", Type.CHOICE, "Komt deze partij uit de buurt zelf?", choices=choices.YES_NO_UNKNOWN),
        Field(
            "is_energy_community",
            "Energiegemeenschap volgens de wet",
            Type.CHOICE,
            "Een coöperatie is dat niet vanzelf.",
            choices=choices.YES_NO_UNKNOWN,
        ),
        Field("members_count", "Leden", Type.INTEGER, "Het aantal leden.", least=0),
        Field("members_on", "Leden geteld op", Type.DATE, happened=True),
        Field("website", "Website", Type.LINK),
        Field(
            "contact_name", "Contactpersoon", Type.TEXT, "Niet verplicht; komt in geen enkel bestand.", personal=True
        ),
        Field("contact_email", "E-mailadres", Type.TEXT, "Niet verplicht; komt in geen enkel bestand.", personal=True),
        Field("contact_phone", "Telefoon", Type.TEXT, "Niet verplicht; komt in geen enkel bestand.", personal=True),
        _NOTE,
    ),
    key=("name",),
    title="name",
)
COMMUNITY = Kind(
    "community",
    "Community",
    "Communities",
    "Een groep gemeenten en partijen die samen leert over één thema, met een organisatie die de groep mee leidt.",
    (
        Field("name", "Naam", Type.TEXT, required=True),
        Field("theme", "Thema", Type.CHOICE, required=True, choices=choices.THEMES),
        Field("theme_note", "Welk ander thema", Type.TEXT, "Alleen bij 'Ander thema'."),
        Field("region", "Regio", Type.CODE, "De code van de energieregio of provincie, bijvoorbeeld ES01 of PV22."),
        Field("start", "Begonnen op", Type.DATE),
        Field("state", "Stand", Type.CHOICE, required=True, choices=choices.COMMUNITY_STATES),
        Field(
            "co_hosts",
            "Co-hosts",
            Type.REFERENCES,
            "Kenmerken van partijen, met een puntkomma ertussen.",
            refers_to="party",
        ),
        Field("municipalities", "Gemeenten", Type.CODES, "Codes van gemeenten, met een puntkomma ertussen."),
        Field(
            "members",
            "Deelnemers",
            Type.REFERENCES,
            "Kenmerken van partijen, met een puntkomma ertussen.",
            refers_to="party",
        ),
        _NOTE,
        _VISIBILITY,
    ),
    key=("name",),
    title="name",
)
METHOD_CARD = Kind(
    "method_card",
    "Methodekaart",
    "Methodekaarten",
    "De aanpak van een thema: stappen, rollen en posten. Een community kan een eigen versie maken.",
    (
        Field("name", "Naam", Type.TEXT, required=True),
        Field("theme", "Thema", Type.CHOICE, required=True, choices=choices.THEMES),
        Field("edition", "Versie", Type.INTEGER, required=True, least=1),
        Field("community", "Community", Type.REFERENCE, "Leeg: de kaart is van iedereen.", refers_to="community"),
        Field(
            "derived_from", "Gemaakt van", Type.REFERENCE, "De kaart waarvan deze is afgeleid.", refers_to="method_card"
        ),
        Field("valid_from", "Geldig vanaf", Type.DATE),
        Field("scale_version", "Schaal van eigenaarschap", Type.CHOICE, choices=choices.SCALE_VERSIONS),
        _NOTE,
    ),
    key=("name", "edition"),
    title="name",
)
METHOD_PHASE = Kind(
    "method_phase",
    "Stap",
    "Stappen",
    "Een stap van een methodekaart. Elke stap hoort bij een trede van de gemeenschappelijke ladder.",
    (
        Field("card", "Methodekaart", Type.REFERENCE, required=True, refers_to="method_card"),
        Field("code", "Code", Type.TEXT, "Bijvoorbeeld W3.", required=True),
        Field("label", "Stap", Type.TEXT, required=True),
        Field("place", "Volgorde", Type.INTEGER, required=True, least=0),
        Field("ladder", "Trede", Type.CHOICE, required=True, choices=choices.LADDER),
        Field("needed", "Nodig", Type.CHOICE, choices=choices.PHASE_NEEDS),
    ),
    key=("card", "code"),
    title="label",
    parent="card",
)
METHOD_ROLE = Kind(
    "method_role",
    "Rol in de methode",
    "Rollen in de methode",
    "Wie wat doet, volgens de methodekaart.",
    (Field("card", "Methodekaart", Type.REFERENCE, required=True, refers_to="method_card"), _ACTIVITY, *_LETTERS),
    key=("card", "activity"),
    title="activity",
    parent="card",
)
METHOD_FINANCE_LINE = Kind(
    "method_finance_line",
    "Post in de methode",
    "Posten in de methode",
    "Kosten en dekking die de methodekaart noemt.",
    (
        Field("card", "Methodekaart", Type.REFERENCE, required=True, refers_to="method_card"),
        _FINANCE_KIND,
        Field("label", "Post", Type.TEXT, required=True),
    ),
    key=("card", "kind", "label"),
    title="label",
    parent="card",
)
AREA_PROCESS = Kind(
    "area_process",
    "Gebied",
    "Gebieden",
    "Een gebied waar aan de overstap wordt gewerkt: een wijk, een bedrijventerrein, een dorp.",
    (
        Field("name", "Naam", Type.TEXT, required=True),
        Field("theme", "Thema", Type.CHOICE, required=True, choices=choices.THEMES),
        Field("theme_note", "Welk ander thema", Type.TEXT, "Alleen bij 'Ander thema'."),
        Field(
            "municipalities", "Gemeenten", Type.CODES, "Codes van gemeenten, met een puntkomma ertussen.", required=True
        ),
        Field("community", "Community", Type.REFERENCE, refers_to="community"),
        Field("method_card", "Methodekaart", Type.REFERENCE, refers_to="method_card"),
        Field("state", "Stand", Type.CHOICE, required=True, choices=choices.AREA_STATES),
        Field("start", "Begonnen op", Type.DATE),
        Field(
            "lead_state",
            "Trekker",
            Type.CHOICE,
            "Is er geen trekker? Kies dan 'Geen trekker'. Weet u het niet? Kies 'Niet vastgelegd'.",
            required=True,
            choices=choices.LEAD_STATES,
        ),
        Field("lead", "Wie trekt", Type.REFERENCE, "Het kenmerk van de partij die trekt.", refers_to="party"),
        Field(
            "location_codes",
            "Wijken en buurten",
            Type.CODES,
            "Codes van wijken en buurten, met een puntkomma ertussen.",
        ),
        Field("location_year", "Grenzen van jaar", Type.INTEGER, "Van welk jaar de codes zijn.", least=2015, most=2035),
        Field(
            "polygon", "Omtrek", Type.POLYGON, "Getekend of ingelezen op de kaart; niet in dit werkblad te wijzigen."
        ),
        Field("dwellings_count", "Woningen", Type.INTEGER, "Het aantal woningen in het gebied.", least=0),
        Field("companies_count", "Bedrijven", Type.INTEGER, "Het aantal bedrijven in het gebied.", least=0),
        Field("aim", "Doel", Type.LONG_TEXT, "Wat het gebied wil bereiken, in één zin."),
        _NOTE,
        _VISIBILITY,
    ),
    key=("municipalities", "name"),
    title="name",
)
MILESTONE = Kind(
    "milestone",
    "Mijlpaal",
    "Mijlpalen",
    "Een stap van de methode in dit gebied: wanneer gepland, en wanneer gehaald.",
    (
        _AREA,
        Field("code", "Stap", Type.TEXT, "De code van de stap, bijvoorbeeld W3.", required=True),
        Field(
            "planned",
            "Gepland",
            Type.DATE,
            "De eerste planning. Die blijft staan; een nieuwe datum hoort bij 'Herzien'.",
        ),
        Field("revised", "Herzien", Type.DATE, "De nieuwe planning."),
        Field("revised_because", "Waarom herzien", Type.TEXT),
        Field("actual", "Gehaald", Type.DATE, happened=True),
        Field("decided_by", "Wie besluit", Type.CHOICE, choices=choices.DECIDERS),
        _LINK,
        Field("blockage", "Wat houdt tegen", Type.CHOICE, choices=choices.BLOCKAGES),
        Field("blockage_note", "Uitleg bij wat tegenhoudt", Type.TEXT),
        _EVIDENCE,
    ),
    key=("area", "code"),
    title="code",
    parent="area",
)
ROLE = Kind(
    "role",
    "Rol",
    "Rollen",
    "Wie in dit gebied wat doet. Bij elk onderwerp is precies één partij eindverantwoordelijk.",
    (_AREA, _ACTIVITY, *_LETTERS),
    key=("area", "activity"),
    title="activity",
    parent="area",
)
FINANCE_LINE = Kind(
    "finance_line",
    "Post",
    "Geld",
    "Wat het kost, en waar het geld vandaan komt.",
    (
        _AREA,
        _FINANCE_KIND,
        Field("label", "Post", Type.TEXT, required=True),
        Field("amount", "Bedrag", Type.MONEY, "In euro's.", required=True, least=0),
        Field(
            "price_level", "Prijspeil", Type.INTEGER, "Het jaar van de prijzen.", required=True, least=2010, most=2050
        ),
        Field("certainty", "Hoe zeker", Type.CHOICE, "Alleen bij dekking.", choices=choices.CERTAINTIES),
        Field("financier", "Wie betaalt", Type.TEXT, "Alleen bij dekking."),
        Field("decided_on", "Besluit op", Type.DATE),
        _EVIDENCE,
    ),
    key=("area", "kind", "label"),
    title="label",
    parent="area",
)
OWNERSHIP_ASSESSMENT = Kind(
    "ownership_assessment",
    "Beoordeling eigenaarschap",
    "Eigenaarschap",
    "Hoe ver de lokale partijen zelf de leiding hebben, volgens de gemeente of volgens henzelf.",
    (
        _AREA,
        Field("assessed_on", "Datum", Type.DATE, required=True, happened=True),
        Field("side", "Volgens", Type.CHOICE, required=True, choices=choices.SIDES),
        Field("level", "Niveau", Type.CHOICE, required=True, choices=choices.OWNERSHIP_LEVELS),
        Field("scale_version", "Schaal", Type.CHOICE, required=True, choices=choices.SCALE_VERSIONS),
        Field(
            "assessor",
            "Beoordeeld door",
            Type.TEXT,
            "Een functie of organisatie, geen naam van een persoon.",
            required=True,
        ),
        _EVIDENCE,
        _NOTE,
    ),
    key=("area", "assessed_on", "side"),
    title="assessed_on",
    parent="area",
)
COOPERATION_SCORE = Kind(
    "cooperation_score",
    "Cijfer samenwerking",
    "Samenwerking",
    "Hoe de samenwerking gaat, volgens de gemeente en volgens de lokale partij.",
    (
        _AREA,
        Field("scored_on", "Datum", Type.DATE, required=True, happened=True),
        Field("side", "Volgens", Type.CHOICE, required=True, choices=choices.SIDES),
        Field("score", "Cijfer", Type.CHOICE, required=True, choices=choices.SCORES),
        Field("assessor", "Gegeven door", Type.TEXT, "Een functie of organisatie, geen naam van een persoon."),
        _EVIDENCE,
        _NOTE,
    ),
    key=("area", "scored_on", "side"),
    title="scored_on",
    parent="area",
)
PARTICIPATION = Kind(
    "participation",
    "Meedoen bij een besluit",
    "Participatie",
    "Hoe inwoners en ondernemers meededen bij een besluit.",
    (
        _AREA,
        Field("held_on", "Datum", Type.DATE, required=True, happened=True),
        Field("about", "Besluit", Type.TEXT, "Waarover het ging.", required=True),
        Field("step", "Trede", Type.CHOICE, required=True, choices=choices.PARTICIPATION_STEPS),
        _EVIDENCE,
        _NOTE,
    ),
    key=("area", "held_on", "about"),
    title="about",
    parent="area",
)
DECISION = Kind(
    "decision",
    "Besluit",
    "Besluiten",
    "Welk signaal er was, wat is besloten, en wat dat moet opleveren. Ook een besluit dat nog komt.",
    (
        Field(
            "area", "Gebied", Type.REFERENCE, "Leeg: het besluit gaat over de hele gemeente.", refers_to="area_process"
        ),
        Field("municipality", "Gemeente", Type.CODE, "De code van de gemeente.", required=True),
        Field("decided_on", "Datum", Type.DATE, "Van een gepland besluit: wanneer het wordt verwacht.", required=True),
        Field("title", "Besluit", Type.TEXT, required=True),
        Field("state", "Stand", Type.CHOICE, required=True, choices=choices.DECISION_STATES),
        Field("decided_by", "Wie besluit", Type.CHOICE, required=True, choices=choices.DECIDERS),
        Field("signal", "Signaal", Type.LONG_TEXT, "Waarom dit besluit nodig was."),
        Field("effect", "Verwacht effect", Type.LONG_TEXT),
        _LINK,
        _VISIBILITY,
    ),
    key=("municipality", "decided_on", "title"),
    title="title",
)
PROJECT = Kind(
    "project",
    "Project",
    "Projecten",
    "Een windpark, een zonnepark, een warmtenet, een collectief dak.",
    (
        Field("name", "Naam", Type.TEXT, required=True),
        Field("municipality", "Gemeente", Type.CODE, "De code van de gemeente.", required=True),
        Field("area", "Gebied", Type.REFERENCE, refers_to="area_process"),
        Field("technology", "Techniek", Type.CHOICE, required=True, choices=choices.TECHNOLOGIES),
        Field("status", "Stand", Type.CHOICE, required=True, choices=choices.PROJECT_STATES),
        Field("capacity", "Vermogen", Type.NUMBER, "In de eenheid van de volgende kolom.", least=0),
        Field("capacity_unit", "Eenheid", Type.CHOICE, "MW of kWp.", choices=choices.CAPACITY_UNITS),
        Field("expected_mwh", "Verwachte opbrengst", Type.NUMBER, "In MWh per jaar.", least=0, unit="MWh"),
        Field("started_on", "Begonnen op", Type.DATE, happened=True),
        Field("permitted_on", "Vergund op", Type.DATE, happened=True),
        Field("building_from", "In aanbouw vanaf", Type.DATE),
        Field("realised_on", "Klaar op", Type.DATE, happened=True),
        Field("expected_on", "Verwacht klaar op", Type.DATE),
        Field(
            "share_residents",
            "Aandeel bewoners en lokale partners samen",
            Type.SHARE,
            "Iedereen in de buurt kon meedoen.",
            least=0,
            most=1,
        ),
        Field(
            "share_public",
            "Aandeel overheid",
            Type.SHARE,
            "Gemeente, waterschap of een bedrijf dat helemaal van de overheid is.",
            least=0,
            most=1,
        ),
        Field(
            "share_local_business",
            "Aandeel lokale bedrijven",
            Type.SHARE,
            "Ondernemers, agrariërs en instellingen uit de omgeving.",
            least=0,
            most=1,
        ),
        Field("share_not_local", "Aandeel niet-lokaal", Type.SHARE, least=0, most=1),
        Field(
            "share_unknown",
            "Aandeel onbekend",
            Type.SHARE,
            "Wat u niet weet. Alle aandelen samen zijn 100%.",
            least=0,
            most=1,
        ),
        Field(
            "vote_local",
            "Stem van lokale partijen",
            Type.SHARE,
            "Welk deel van de stemmen lokale partijen hebben.",
            least=0,
            most=1,
        ),
        Field(
            "fund_eur_per_mwh", "Bijdrage omgevingsfonds", Type.MONEY, "In euro per MWh.", least=0, unit="euro per MWh"
        ),
        Field("agreement_signed", "Overeenkomst over eigendom getekend", Type.CHOICE, choices=choices.YES_NO_UNKNOWN),
        Field(
            "owners",
            "Eigenaren",
            Type.REFERENCES,
            "Kenmerken van partijen, met een puntkomma ertussen.",
            refers_to="party",
        ),
        Field("latitude", "Breedtegraad", Type.NUMBER, "In graden, bijvoorbeeld 52,16.", least=50, most=56),
        Field("longitude", "Lengtegraad", Type.NUMBER, "In graden, bijvoorbeeld 5,39.", least=2, most=8),
        _EVIDENCE,
        _NOTE,
        _VISIBILITY,
    ),
    key=("municipality", "name"),
    title="name",
)
TARGET = Kind(
    "target",
    "Doel",
    "Doelen",
    "Een doel met een getal, een jaar en een besluit.",
    (
        Field("scope", "Van wie", Type.CHOICE, required=True, choices=choices.TARGET_SCOPES),
        Field(
            "code",
            "Code",
            Type.CODE,
            "De code van het land (NL01), de energieregio of de gemeente. Leeg bij een gebied.",
        ),
        Field("area", "Gebied", Type.REFERENCE, "Alleen bij een doel van een gebied.", refers_to="area_process"),
        Field("indicator", "Wat", Type.CHOICE, required=True, choices=choices.TARGET_INDICATORS),
        Field("baseline", "Beginwaarde", Type.NUMBER),
        Field("baseline_year", "Beginjaar", Type.INTEGER, least=1990, most=2035),
        Field("value", "Doelwaarde", Type.NUMBER, required=True),
        Field("year", "Doeljaar", Type.INTEGER, required=True, least=2015, most=2060),
        Field("decided_by", "Vastgesteld door", Type.CHOICE, choices=choices.DECIDERS),
        Field("decided_on", "Vastgesteld op", Type.DATE, happened=True),
        Field("document", "Document", Type.LINK, "Het adres van het besluit (https://…)."),
        _NOTE,
        _VISIBILITY,
    ),
    key=("code", "area", "indicator", "year"),
    title="indicator",
)
POLICY_ANCHORING = Kind(
    "policy_anchoring",
    "Borging in beleid",
    "Borging",
    "Hoe goed lokaal eigendom in het beleid van de gemeente staat.",
    (
        Field("municipality", "Gemeente", Type.CODE, "De code van de gemeente.", required=True),
        Field("technology", "Zon of wind", Type.CHOICE, required=True, choices=choices.ANCHORING_TECHNOLOGIES),
        Field("level", "Klasse", Type.CHOICE, required=True, choices=choices.ANCHORING_CLASSES),
        Field("decided_on", "Besluit op", Type.DATE, required=True, happened=True),
        Field("document", "Document", Type.LINK, "Het adres van het besluit (https://…)."),
        _NOTE,
    ),
    key=("municipality", "technology", "decided_on"),
    title="technology",
)
CHECKLIST_ITEM = Kind(
    "checklist_item",
    "Punt van de checklist",
    "Checklist",
    "Stuurt de gemeente op resultaat en snelheid? Twaalf punten.",
    (
        Field("municipality", "Gemeente", Type.CODE, "De code van de gemeente.", required=True),
        Field("norm", "Punt", Type.CHOICE, required=True, choices=choices.NORMS),
        Field("answer", "Antwoord", Type.CHOICE, required=True, choices=choices.ANSWERS),
        Field("answered_on", "Datum", Type.DATE, required=True, happened=True),
        _EVIDENCE,
        _NOTE,
    ),
    key=("municipality", "norm"),
    title="norm",
)
SESSION = Kind(
    "session",
    "Bijeenkomst",
    "Bijeenkomsten",
    "Een bijeenkomst van een community.",
    (
        Field("community", "Community", Type.REFERENCE, required=True, refers_to="community"),
        Field("held_on", "Datum", Type.DATE, required=True),
        Field("title", "Onderwerp", Type.TEXT, required=True),
        Field("participants_count", "Deelnemers", Type.INTEGER, least=0),
        Field("summary", "Samenvatting", Type.LONG_TEXT),
        Field("link", "Verslag", Type.LINK),
    ),
    key=("community", "held_on", "title"),
    title="title",
    parent="community",
)
LESSON = Kind(
    "lesson",
    "Les",
    "Lessen",
    "Wat een community heeft geleerd, en in welk gebied.",
    (
        Field("community", "Community", Type.REFERENCE, required=True, refers_to="community"),
        Field("area", "Gebied", Type.REFERENCE, "Het gebied waar de les vandaan komt.", refers_to="area_process"),
        Field("learned_on", "Datum", Type.DATE, happened=True),
        Field("title", "Les", Type.TEXT, required=True),
        Field("text", "Uitleg", Type.LONG_TEXT),
        Field("link", "Meer lezen", Type.LINK),
        _VISIBILITY,
    ),
    key=("community", "title"),
    title="title",
    parent="community",
)

KINDS: dict[str, Kind] = {
    kind.id: kind
    for kind in (
        PARTY,
        COMMUNITY,
        METHOD_CARD,
        METHOD_PHASE,
        METHOD_ROLE,
        METHOD_FINANCE_LINE,
        AREA_PROCESS,
        MILESTONE,
        ROLE,
        FINANCE_LINE,
        OWNERSHIP_ASSESSMENT,
        COOPERATION_SCORE,
        PARTICIPATION,
        DECISION,
        PROJECT,
        TARGET,
        POLICY_ANCHORING,
        CHECKLIST_ITEM,
        SESSION,
        LESSON,
    )
}
"""Kind id -> kind. What a record refers to comes before it, `derived_from` of a method card excepted."""
OF_AREA = tuple(kind.id for kind in KINDS.values() if kind.parent == "area")
"""The kinds whose records belong to one area process."""

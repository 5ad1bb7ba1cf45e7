"""The trace of a value in Dutch words: steps for a page, lines for the command line."""

import math
from dataclasses import dataclass
from datetime import datetime

from transition.domain.indicators import AddsUp
from transition.metrics import rates
from transition.metrics.trace import Kind, Origin, Trace
from transition.views import revision_text, text

MOST_PARTS = 100
"""How many parts of a sum are named; no province has more municipalities."""


@dataclass(frozen=True)
class Step:
    """One line of a trace. deep: how far it is inside; the inputs of a value are one deeper than the value."""

    label: str
    words: str
    deep: int = 0


def steps(found: Trace, deep: int = 0) -> list[Step]:
    """Everything that made the value: figure, formula, inputs; and of a published value the row, table, edition and documents."""
    made = [Step("Cijfer", figure(found), deep), Step("Formule", formula(found), deep)]
    for part in found.inputs[:MOST_PARTS]:
        inside = steps(part, deep + 1) if found.kind is not Kind.SUM else [Step("Deel", _part(part), deep + 1)]
        made += inside
    made += [Step("Gewicht", _part(weight), deep + 1) for weight in found.weights]
    if found.kind is Kind.SUM and found.inputs and (origin := found.inputs[0].origin):
        made += [Step(label, words, deep) for label, words in _origin(found.inputs[0], origin)]
    if found.kind is Kind.PUBLISHED and found.origin:
        made += [Step(label, words, deep) for label, words in _row(found)]
        made += [Step(label, words, deep) for label, words in _origin(found, found.origin)]
        made += [Step("Herzien", revision_text.sentence(one, found.indicator), deep) for one in found.replaced]
    if not deep:
        indicator = found.indicator
        made.append(Step("Wat het betekent", indicator.definition))
        made.append(Step("Zo wordt het gemeten", indicator.measured))
        made.append(Step("Let op", indicator.limits))
    return made


def lines(found: Trace) -> list[str]:
    """The steps as plain lines, the inputs of a value further to the right."""
    return [f"{'    ' * step.deep}{step.label}: {step.words}".replace("\u00a0", " ") for step in steps(found)]


def figure(found: Trace) -> str:
    """'318.170 kWp: Opgesteld vermogen van zonnepanelen, alles samen, Amsterdam (GM0363), 2024, nader voorlopig.'"""
    parts = found.indicator.breakdowns.get(found.breakdown, "alles samen") if found.indicator.breakdowns else ""
    about = [
        found.indicator.name,
        parts,
        f"{found.name} ({found.area})",
        text.period(found.period, found.measured_until),
    ]
    words = unit(found)
    amount = exact(found.value) + (words if words.startswith("%") else f" {words}")
    amount = "Geen cijfer" if math.isnan(found.value) else amount
    return f"{amount}: {', '.join(word for word in about if word)}, {text.STATUSES[found.status]}."


def unit(found: Trace) -> str:
    """The unit, for a rate with what it is divided by."""
    if found.kind is not Kind.RATE:
        return found.indicator.unit
    below = found.inputs[-1].indicator.id if len(found.inputs) > 1 else ""
    words = {"population_count": "1.000 inwoners", "households_count": "huishouden", "dwellings_count": "woning"}
    return f"{found.indicator.unit} per {words[below]}" if below else found.indicator.unit


def exact(value: float) -> str:
    """Every digit that is stored, the Dutch way: 1234.5 -> '1.234,5'."""
    if math.isnan(value):
        return "–"
    whole, _, rest = repr(float(value)).partition(".")
    if "e" in rest or "e" in whole:
        return text.number(value, 6)
    return text.number(float(whole)) + (f",{rest}" if rest != "0" else "") if value >= 0 else f"−{exact(-value)}"


def formula(found: Trace) -> str:
    """How the value was made, in words and numbers."""
    if found.kind is Kind.SUM:
        count = len(found.inputs)
        return f"De som van {count} gemeenten. {found.indicator.name} is er niet voor dit gebied zelf."
    if found.kind is Kind.RATE:
        return _division(found)
    if found.kind is Kind.RECALCULATED:
        return _recalculation(found)
    if math.isnan(found.value):
        return f"Er is niets berekend. De uitgever geeft geen cijfer: {text.STATUSES[found.status]}."
    return "Overgenomen zoals de uitgever het geeft. Er is niets aan gerekend."


def _recalculation(found: Trace) -> str:
    """How a value came onto other boundaries; for one that could not, why not."""
    on = f"Herrekend naar de grenzen van 1 januari {found.vintage}"
    if math.isnan(found.value):
        return f"{on}: dat kan niet, want {found.because}." if found.because else f"{on}: er is geen cijfer."
    if len(found.inputs) < 2:
        return f"{on}: hetzelfde gebied, met een andere code."
    if found.indicator.adds_up is AddsUp.SUM:
        parts = [part.value for part in found.inputs]
        if not math.isclose(math.fsum(parts), found.value):
            return f"{on}: de som van de delen, en van een gesplitste gemeente alleen wat hierheen ging."
        return f"{on}: {' + '.join(exact(part) for part in parts)} = {exact(found.value)}."
    by = found.weights[0].indicator.name if found.weights else ""
    return f"{on}: het gemiddelde van de delen, gewogen met {by[:1].lower()}{by[1:]} = {exact(found.value)}."


def _division(found: Trace) -> str:
    if len(found.inputs) < 2:
        return (
            "Niet te berekenen: van hetzelfde gebied met dezelfde grenzen is er geen getal om door te delen, "
            f"niet verder dan {rates.MOST_YEARS_APART} jaar van {found.period}."
        )
    above, below = found.inputs
    name = below.indicator.name
    times = f", keer {text.number(found.scale)}" if found.scale > 1 else ""
    nearest = "" if below.period == above.period else ", het jaar dat er het dichtst bij ligt"
    words = (
        f"{above.indicator.name} ({above.period}) gedeeld door {name[0].lower()}{name[1:]} "
        f"({below.period}{nearest}){times}"
    )
    if math.isnan(found.value):
        return f"{words}. Dat is niet te berekenen: een van de twee ontbreekt."
    sum_ = f"{exact(above.value)} : {exact(below.value)}" + (
        f" × {text.number(found.scale)}" if found.scale > 1 else ""
    )
    return f"{words}: {sum_} = {exact(found.value)}."


def _part(part: Trace) -> str:
    row = f", rij {text.number(part.row.row)}" if part.row else ""
    return f"{part.name} ({part.area}): {text.quantity(part.value, part.indicator.unit, part.indicator.decimals)}{row}"


def _row(found: Trace) -> list[tuple[str, str]]:
    if found.row is None:
        return []
    value = exact(found.row.value) if not math.isnan(found.row.value) else "leeg"
    return [
        (
            "Opgeslagen rij",
            f"rij {text.number(found.row.row)} van {found.row.file}: {value}, {text.STATUSES[found.row.status]}, "
            f"grenzen van {found.row.vintage} (sha256 van het bestand: {found.row.sha256})",
        )
    ]


def _origin(found: Trace, origin: Origin) -> list[tuple[str, str]]:
    table = f", tabel {origin.table}" if origin.table and f"(StatLine {origin.table})" not in origin.title else ""
    made = [
        ("Bron", f"{origin.publisher}, {origin.title}{table}"),
        ("Periode", text.period(found.period, found.measured_until)),
        ("Uitgave", text.day(origin.edition)),
        ("Adres", origin.address or "geen adres"),
        ("Opgehaald", f"{moment(origin.fetched_at)}, {way(origin.came_from)}"),
        ("Licentie", origin.licence),
    ]
    made += [("Document", f"{one.path} (sha256: {one.sha256})") for one in origin.documents]
    return made


def way(came_from: str) -> str:
    """How documents came in: 'live' and 'map <name>' as stored, in a reader's words."""
    if came_from == "live":
        return "van het adres van de uitgever"
    if came_from == "voorbeeld":
        return "gemaakt door het script van de voorbeeldregio"
    if came_from.startswith("bestand "):
        return f"uit het gebrachte {came_from}"
    return came_from.replace("map ", "uit de map ", 1)


def moment(iso: str) -> str:
    """'23 november 2026, 14:32 (UTC)'."""
    return f"{text.day(iso)}, {datetime.fromisoformat(iso):%H:%M} (UTC)" if len(iso) > 10 else text.day(iso)

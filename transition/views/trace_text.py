"""The trace of a value in Dutch words: steps for a page, lines for the command line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from transition.domain.indicators import AddsUp
from transition.metrics import rates
from transition.metrics.trace import Kind, Origin, Trace
from transition.store import StoredRow
from transition.views import revision_text, text

TECHNICAL = "Voor technici"
MOST_PARTS = 100
"""How many parts of a sum are named; no province has more municipalities."""


@dataclass(frozen=True)
class Step:
    """One line of a trace. deep: how far it is inside; the inputs of a value are one deeper than the value."""

    label: str
    words: str
    deep: int = 0


def steps(found: Trace, deep: int = 0) -> list[Step]:
    """What made the value, for every reader: figure, source, calculation, inputs, and what the figure means."""
    made = [Step("Cijfer", figure(found), deep)]
    if known := _published(found):
        made += [Step(label, words, deep) for label, words in _source(known)]
    made.append(Step("Berekening", formula(found), deep))
    for part in found.inputs[:MOST_PARTS]:
        made += steps(part, deep + 1) if found.kind is not Kind.SUM else [Step("Deel", _part(part), deep + 1)]
    made += [Step("Gewicht", _part(weight), deep + 1) for weight in found.weights]
    if found.kind is Kind.PUBLISHED:
        made += [Step("Herzien", revision_text.sentence(one, found.indicator), deep) for one in found.replaced]
    if not deep:
        indicator = found.indicator
        made.append(Step("Wat het betekent", indicator.definition))
        made.append(Step("Zo wordt het gemeten", indicator.measured))
        made.append(Step("Let op", indicator.limits))
    return made


def technical_steps(found: Trace, deep: int = 0) -> list[Step]:
    """The way back to the stored rows and the documents as they came; for an input first which figure it is about."""
    made = [Step("Van", f"{found.indicator.name}, {found.name} ({found.area}), {found.period}", deep)] if deep else []
    if found.row:
        made.append(Step("Opgeslagen rij", _row(found, found.row), deep))
    for label, parts in (("Rijen van de delen", found.inputs), ("Rijen van de gewichten", found.weights)):
        if found.kind is Kind.SUM or parts is found.weights:
            made += [Step(label, words, deep) for words in _rows(parts[:MOST_PARTS])]
    if known := _published(found):
        made += [Step(label, words, deep) for label, words in _documents(known)]
    if found.kind is not Kind.SUM:
        for part in found.inputs[:MOST_PARTS]:
            made += technical_steps(part, deep + 1)
    return made


def lines(found: Trace) -> list[str]:
    """All steps as plain lines, the inputs of a value further to the right."""
    made = [_plain(step) for step in steps(found)]
    return [*made, f"{TECHNICAL}:", *(_plain(step) for step in technical_steps(found))]


def _plain(step: Step) -> str:
    return f"{'    ' * step.deep}{step.label}: {step.words}".replace("\u00a0", " ")


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
        return f"geen. De uitgever geeft geen cijfer: {text.STATUSES[found.status]}."
    return "geen. Dit is het cijfer van de uitgever."


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
    return f"{part.name} ({part.area}): {text.quantity(part.value, part.indicator.unit, part.indicator.decimals)}"


def _published(found: Trace) -> Trace | None:
    """The published value whose source is that of this one: itself, or the first part of a sum; None when it has no one source."""
    first = found.inputs[0] if found.kind is Kind.SUM and found.inputs else found
    return first if first.kind is Kind.PUBLISHED and first.origin else None


def _row(found: Trace, row: StoredRow) -> str:
    value = exact(row.value) if not math.isnan(row.value) else "leeg"
    return (
        f"rij {text.number(row.row)} van {row.file}: {found.area}, {found.period}, {value}, "
        f"{text.STATUSES[row.status]}, grenzen van {row.vintage} (sha256 van het bestand: {row.sha256})"
    )


def _rows(parts: Sequence[Trace]) -> list[str]:
    """The stored rows of the parts, a line per file; which value each part has stands with the calculation."""
    files: dict[tuple[str, str], list[str]] = {}
    for part in parts:
        if part.row:
            files.setdefault((part.row.file, part.row.sha256), []).append(f"{text.number(part.row.row)} ({part.area})")
    return [
        f"{', '.join(rows)} van {file} (sha256 van het bestand: {sha256})" for (file, sha256), rows in files.items()
    ]


def _source(found: Trace) -> list[tuple[str, str]]:
    origin = _origin(found)
    table = f", tabel {origin.table}" if origin.table and f"(StatLine {origin.table})" not in origin.title else ""
    return [
        ("Bron", f"{origin.publisher}, {origin.title}{table}"),
        ("Periode", text.period(found.period, found.measured_until)),
        ("Uitgave", text.day(origin.edition)),
        ("Adres", origin.address or "geen adres"),
        ("Licentie", origin.licence),
    ]


def _documents(found: Trace) -> list[tuple[str, str]]:
    origin = _origin(found)
    made = [("Opgehaald", f"{moment(origin.fetched_at)}, {way(origin.came_from)}")]
    return made + [("Document", f"{one.path} (sha256: {one.sha256})") for one in origin.documents]


def _origin(found: Trace) -> Origin:
    assert found.origin is not None, "asked only for what `_published` found"
    return found.origin


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

"""A community makes its own method card from another one: always a new edition; the card it was made from is never changed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from transition.domain.register.fields import Edit, Kind, Problem, Value, id_of, slug
from transition.domain.register.kinds import METHOD_CARD, METHOD_FINANCE_LINE, METHOD_PHASE, METHOD_ROLE
from transition.metrics.method_cards import Card, Line, Phase, Role, next_edition


def derived(
    source: Card, known: Mapping[str, Card], community: str, name: str, valid_from: date | None, note: str
) -> Card:
    """A card that says the same as `source`, as the next edition under `name`, of a community ('': of everyone)."""
    edition = next_edition(known, name)
    return replace(
        source,
        id=id_of(METHOD_CARD, {"name": name, "edition": edition}),
        name=name.strip(),
        edition=edition,
        community=community,
        derived_from=source.id,
        valid_from=valid_from,
        note=note.strip(),
    )


def adapted(card: Card, phases: Iterable[Phase], roles: Iterable[Role], lines: Iterable[Line]) -> Card:
    """The card with other steps, roles and lines. The steps stand in the order given; texts lose their outer blanks."""
    return replace(
        card,
        phases=tuple(
            replace(phase, code=phase.code.strip(), label=phase.label.strip(), place=place)
            for place, phase in enumerate(phases, start=1)
        ),
        roles=tuple(role for role in roles if role.letters),
        lines=tuple(Line(line.kind, line.label.strip()) for line in lines),
    )


def edits(card: Card) -> tuple[Edit, ...]:
    """What makes a whole new card. Every record in it is new."""
    head: dict[str, Value] = {
        "name": card.name,
        "theme": card.theme,
        "edition": card.edition,
        "community": card.community or None,
        "derived_from": card.derived_from or None,
        "valid_from": card.valid_from,
        "scale_version": card.scale_version or None,
        "note": card.note or None,
    }
    return (
        Edit(METHOD_CARD.id, card.id, None, head),
        *(_part(METHOD_PHASE, card, _phase_values(phase)) for phase in card.phases),
        *(_part(METHOD_ROLE, card, {"activity": role.activity, **role.letters}) for role in card.roles),
        *(_part(METHOD_FINANCE_LINE, card, {"kind": line.kind, "label": line.label}) for line in card.lines),
    )


def _phase_values(phase: Phase) -> dict[str, Value]:
    return {
        "code": phase.code,
        "label": phase.label,
        "place": phase.place,
        "ladder": phase.ladder or None,
        "needed": phase.needed or None,
    }


def _part(kind: Kind, card: Card, values: Mapping[str, Value]) -> Edit:
    whole = {"card": card.id, **values}
    return Edit(kind.id, id_of(kind, whole), None, whole)


def problems(card: Card, known: Mapping[str, Card]) -> list[Problem]:
    """What stops the card from becoming records at all: no name, no steps, two things under one id. The rest the register checks."""
    found = []
    if not slug(card.name):
        found.append(_problem(METHOD_CARD, card.id, "name", "de kaart heeft geen naam", "Geef de kaart een naam"))
    elif other := next((one for one in known.values() if _is_of_others(one, card)), None):
        what = (
            f"'{other.name}' is de naam van een kaart van {'een andere community' if other.community else 'iedereen'}"
        )
        found.append(_problem(METHOD_CARD, card.id, "name", what, "Kies een andere naam"))
    if not card.phases:
        found.append(
            _problem(METHOD_PHASE, card.id, "code", "de kaart heeft geen enkele stap", "Voeg minstens één stap toe")
        )
    return found + _unnamed(card) + _twice(card)


def warnings(card: Card) -> list[Problem]:
    """What is allowed and yet worth a thought: when the local lead carries out nothing, the lead stays with the municipality."""
    if not card.roles or any(role.letters.get("local_lead") in ("R", "RA") for role in card.roles):
        return []
    what = "de lokale trekker voert bij geen enkel onderwerp iets uit"
    remedy = "Geef de lokale trekker ergens R of R/A, als dat de bedoeling is"
    return [Problem(METHOD_ROLE.id, card.id, "local_lead", what, remedy, is_warning=True)]


def _is_of_others(one: Card, card: Card) -> bool:
    return slug(one.name) == slug(card.name) and one.community != card.community


def _unnamed(card: Card) -> list[Problem]:
    steps = [phase for phase in card.phases if not slug(phase.code)]
    lines = [line for line in card.lines if not slug(line.label)]
    return [
        *(
            _problem(
                METHOD_PHASE, card.id, "code", f"de stap '{phase.label}' heeft geen code", "Vul een code in, zoals W3"
            )
            for phase in steps
        ),
        *(
            _problem(
                METHOD_FINANCE_LINE, card.id, "label", "een post heeft geen naam", "Vul de post in of haal de rij weg"
            )
            for _ in lines
        ),
    ]


def _twice(card: Card) -> list[Problem]:
    codes = Counter(slug(phase.code) for phase in card.phases if slug(phase.code))
    lines = Counter((line.kind, slug(line.label)) for line in card.lines if slug(line.label))
    return [
        *(
            _problem(
                METHOD_PHASE,
                card.id,
                "code",
                f"de code '{code.upper()}' staat er {count} keer",
                "Geef elke stap een eigen code",
            )
            for code, count in codes.items()
            if count > 1
        ),
        *(
            _problem(
                METHOD_FINANCE_LINE, card.id, "label", f"de post '{label}' staat er {count} keer", "Laat er één staan"
            )
            for (_, label), count in lines.items()
            if count > 1
        ),
    ]


def _problem(kind: Kind, card: str, field: str, what: str, remedy: str) -> Problem:
    return Problem(kind.id, card, field, what, remedy)

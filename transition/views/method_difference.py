"""What differs between two method cards, in Dutch: one sentence that counts, and a table with a row per difference."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS, FINANCE_KINDS, LADDER, LETTERS, PHASE_NEEDS
from transition.metrics.method_cards import Card, Line, Phase
from transition.metrics.method_changes import Difference
from transition.views import text

COLUMNS = ("Wat", "Waar", "Was", "Is nu")
_NOTHING = "–"
_NO_ROLE = "geen rol"


def summary(found: Difference) -> str:
    """'Er zijn 2 stappen bij, 1 stap is weg en 3 rollen zijn anders.'; 'Er is geen verschil.'"""
    counted = [
        words.format(text.number(number)) if number > 1 else word
        for number, word, words in (
            (len(found.added), "1 stap is erbij", "{} stappen zijn erbij"),
            (len(found.removed), "1 stap is weg", "{} stappen zijn weg"),
            (len(found.renamed), "1 stap heet anders", "{} stappen heten anders"),
            (len(found.recoded), "1 stap heeft een andere code", "{} stappen hebben een andere code"),
            (len(found.moved), "1 stap staat op een andere trede", "{} stappen staan op een andere trede"),
            (len(found.needed), "1 stap is anders nodig", "{} stappen zijn anders nodig"),
            (int(found.reordered), "de volgorde is anders", ""),
            (len(found.roles), "1 rol is anders", "{} rollen zijn anders"),
            (len(found.lines_added), "1 post is erbij", "{} posten zijn erbij"),
            (len(found.lines_removed), "1 post is weg", "{} posten zijn weg"),
        )
        if number
    ]
    words = text.enumeration(counted)
    return f"{words[:1].upper()}{words[1:]}." if words else "Er is geen verschil: de kaarten zeggen hetzelfde."


def table(found: Difference) -> pd.DataFrame:
    """One row per difference: what kind, where in the card, what stood there and what stands there now. Plain texts."""
    return pd.DataFrame([*_steps(found), *_roles(found), *_lines(found)], columns=list(COLUMNS))


def _steps(found: Difference) -> Iterator[tuple[str, str, str, str]]:
    for phase in found.added:
        yield "Stap erbij", step(phase), _NOTHING, _on_ladder(phase)
    for phase in found.removed:
        yield "Stap weg", step(phase), _on_ladder(phase), _NOTHING
    for old, new in found.renamed:
        yield "Andere naam", f"Stap {new.code}", old.label, new.label
    for old, new in found.recoded:
        yield "Andere code", new.label, old.code, new.code
    for old, new in found.moved:
        yield "Andere trede", step(new), LADDER.get(old.ladder, old.ladder), LADDER.get(new.ladder, new.ladder)
    for old, new in found.needed:
        yield "Anders nodig", step(new), needed(old), needed(new)
    if found.reordered:
        yield "Andere volgorde", "De stappen", _NOTHING, "in een andere volgorde"


def _roles(found: Difference) -> Iterator[tuple[str, str, str, str]]:
    for change in found.roles:
        where = f"{ACTIVITIES.get(change.activity, change.activity)}: {ACTORS.get(change.actor, change.actor)}"
        yield "Andere rol", where, LETTERS.get(change.old, _NO_ROLE), LETTERS.get(change.new, _NO_ROLE)


def _lines(found: Difference) -> Iterator[tuple[str, str, str, str]]:
    for line in found.lines_added:
        yield "Post erbij", _kind(line), _NOTHING, line.label
    for line in found.lines_removed:
        yield "Post weg", _kind(line), line.label, _NOTHING


def _kind(line: Line) -> str:
    return FINANCE_KINDS.get(line.kind, line.kind)


def _on_ladder(phase: Phase) -> str:
    return f"trede {LADDER.get(phase.ladder, phase.ladder)}"


def step(phase: Phase) -> str:
    """'W5 Uitvoeringsplan vastgesteld'."""
    return f"{phase.code} {phase.label}"


def needed(phase: Phase) -> str:
    """Whether a step is always needed, in words."""
    return PHASE_NEEDS.get(phase.needed, "niet vastgelegd")


def called(card: Card) -> str:
    """'Wijkuitvoeringsplan, versie 2'."""
    return f"{card.name}, versie {card.edition}"


def use(cards: Sequence[Card], of_areas: Mapping[str, str], without: int, community: str) -> str:
    """Which cards a community works with: its own and those its areas use.

    of_areas: area -> its card. without: how many areas have no card.
    """
    silent = ""
    if without:
        silent = (
            f" Van {text.number(without)} {'gebied' if without == 1 else 'gebieden'} is geen methodekaart vastgelegd."
        )
    if not cards:
        return (
            f"Deze community heeft nog geen methodekaart.{silent} Hieronder staat een kaart die iedereen kan gebruiken."
        )
    counts = Counter(of_areas.values())
    said = [
        f"{'de eigen kaart' if card.community == community else 'de kaart'} {called(card)} ({_areas(counts[card.id])})"
        for card in cards
    ]
    return f"Deze community werkt met {text.enumeration(said)}.{silent}"


def _areas(number: int) -> str:
    return f"{text.number(number)} {'gebied' if number == 1 else 'gebieden'}" if number else "nog geen gebied"

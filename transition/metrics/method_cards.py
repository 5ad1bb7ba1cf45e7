"""A method card as a whole: its steps in order, who does what, its lines of money; and which community and areas use which edition."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from transition.domain.register.choices import ACTIVITIES, ACTORS, LADDER
from transition.domain.register.fields import Edit, Record, Value, slug
from transition.domain.register.kinds import AREA_PROCESS

Records = Mapping[str, Record]


@dataclass(frozen=True)
class Phase:
    """One step. `place` orders the steps; `ladder` is the step of the common ladder it maps to; `needed` '' is not recorded."""

    code: str
    label: str
    place: int
    ladder: str
    needed: str = ""


@dataclass(frozen=True)
class Role:
    """Who does what in one activity: actor -> letter; an actor without a role is not in it."""

    activity: str
    letters: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """One line of money the method names. `kind`: cost or cover."""

    kind: str
    label: str


@dataclass(frozen=True)
class Card:
    """One edition of a method. `community` '' means that it is everyone's; `derived_from` '' that it was made from no other card."""

    id: str
    name: str
    theme: str
    edition: int
    community: str = ""
    derived_from: str = ""
    valid_from: date | None = None
    scale_version: str = ""
    note: str = ""
    phases: tuple[Phase, ...] = ()
    roles: tuple[Role, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def by_ladder(self) -> dict[str, tuple[Phase, ...]]:
        """Step of the common ladder -> the card's steps on it, in order; every step of the ladder is there, also an empty one."""
        return {step: tuple(phase for phase in self.phases if phase.ladder == step) for step in LADDER}


def cards(heads: Records, phases: Records, roles: Records, lines: Records) -> dict[str, Card]:
    """Every card with what belongs to it, from the four kinds of records a card is kept in."""
    of_phase, of_role, of_line = _by_card(phases), _by_card(roles), _by_card(lines)
    return {
        id: Card(
            id,
            _text(head.values["name"]),
            _text(head.values["theme"]),
            _whole(head.values["edition"]),
            _text(head.values.get("community")),
            _text(head.values.get("derived_from")),
            head.values.get("valid_from"),  # type: ignore[arg-type]
            _text(head.values.get("scale_version")),
            _text(head.values.get("note")),
            tuple(sorted(map(_phase, of_phase[id]), key=lambda phase: (phase.place, phase.code))),
            tuple(sorted(map(_role, of_role[id]), key=lambda role: _place(role.activity))),
            tuple(sorted(map(_line, of_line[id]), key=lambda line: (line.kind != "cost", slug(line.label)))),
        )
        for id, head in heads.items()
    }


def _by_card(records: Records) -> dict[str, list[Mapping[str, Value]]]:
    found: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for record in records.values():
        found[_text(record.values["card"])].append(record.values)
    return found


def _phase(values: Mapping[str, Value]) -> Phase:
    place = _whole(values["place"])
    return Phase(
        _text(values["code"]), _text(values["label"]), place, _text(values["ladder"]), _text(values.get("needed"))
    )


def _role(values: Mapping[str, Value]) -> Role:
    return Role(_text(values["activity"]), {actor: _text(values[actor]) for actor in ACTORS if values.get(actor)})


def _line(values: Mapping[str, Value]) -> Line:
    return Line(_text(values["kind"]), _text(values["label"]))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def _whole(value: Value) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _place(activity: str) -> int:
    known = list(ACTIVITIES)
    return known.index(activity) if activity in known else len(known)


def next_edition(known: Mapping[str, Card], name: str) -> int:
    """The number a new edition of the card with this name gets; 1 when there is none yet. Names that read alike are one name."""
    return max((card.edition for card in known.values() if slug(card.name) == slug(name)), default=0) + 1


def newest(known: Mapping[str, Card], card: Card) -> Card:
    """The newest edition of the same method: the same name, of the same community or of everyone."""
    same = [one for one in known.values() if slug(one.name) == slug(card.name) and one.community == card.community]
    return max([card, *same], key=lambda one: one.edition)


def origins(known: Mapping[str, Card], card: Card) -> tuple[Card, ...]:
    """The card this one was made from, and the nearest one before it that is not of the same community, when that is another.

    Cards that are no longer there end the chain, and so does a chain that comes round.
    """
    found: list[Card] = []
    seen, at = {card.id}, known.get(card.derived_from)
    while at is not None and at.id not in seen:
        if not found or at.community != card.community:
            found.append(at)
        if at.community != card.community:
            break
        seen.add(at.id)
        at = known.get(at.derived_from)
    return tuple(found)


def used_by(cards_of_areas: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Card -> the areas that use exactly this edition. cards_of_areas: area -> its card, or nothing."""
    found: dict[str, list[str]] = defaultdict(list)
    for area, card in cards_of_areas.items():
        if card:
            found[card].append(area)
    return {card: tuple(areas) for card, areas in found.items()}


def of_community(known: Mapping[str, Card], community: str, used: Collection[str]) -> tuple[Card, ...]:
    """The cards a community works with: its own, and those its areas use. Its own before everyone's, the newest edition first."""
    found = [card for card in known.values() if card.community == community or card.id in used]
    return tuple(sorted(found, key=lambda card: (card.community != community, slug(card.name), -card.edition)))


def without_step(codes: Iterable[str], card: Card) -> tuple[str, ...]:
    """The codes of recorded milestones that have no step in a card: they stay recorded, but the card does not know them."""
    steps = {phase.code for phase in card.phases}
    return tuple(code for code in codes if code not in steps)


def move(area: str, version: int, card: Card) -> Edit:
    """The edit by which an area uses a card from now on. What was recorded about the area stays as it is."""
    return Edit(AREA_PROCESS.id, area, version, {"method_card": card.id})

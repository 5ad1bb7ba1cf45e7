"""What differs between two method cards: steps, who does what, lines of money."""

from collections.abc import Sequence
from dataclasses import dataclass

from transition.domain.register.choices import ACTORS
from transition.domain.register.fields import slug
from transition.metrics.method_cards import Card, Line, Phase


@dataclass(frozen=True)
class RoleChange:
    """Another letter for one actor in one activity; '' is no role."""

    activity: str
    actor: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """What the new card has otherwise than the old one. Steps are the same step when their code is, or else their name.

    A pair is (old, new). reordered: the steps both have stand in another order.
    """

    added: tuple[Phase, ...] = ()
    removed: tuple[Phase, ...] = ()
    renamed: tuple[tuple[Phase, Phase], ...] = ()
    recoded: tuple[tuple[Phase, Phase], ...] = ()
    moved: tuple[tuple[Phase, Phase], ...] = ()
    needed: tuple[tuple[Phase, Phase], ...] = ()
    reordered: bool = False
    roles: tuple[RoleChange, ...] = ()
    lines_added: tuple[Line, ...] = ()
    lines_removed: tuple[Line, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both cards say the same."""
        return self == Difference()


def difference(old: Card, new: Card) -> Difference:
    """What somebody who knows `old` must know about `new`. Names, editions and dates of the cards themselves do not count."""
    pairs = _same_steps(old.phases, new.phases)
    kept_old, kept_new = {one.code for one, _ in pairs}, {one.code for _, one in pairs}
    old_lines, new_lines = _by_name(old.lines), _by_name(new.lines)
    return Difference(
        added=tuple(phase for phase in new.phases if phase.code not in kept_new),
        removed=tuple(phase for phase in old.phases if phase.code not in kept_old),
        renamed=tuple((a, b) for a, b in pairs if a.label != b.label),
        recoded=tuple((a, b) for a, b in pairs if a.code != b.code),
        moved=tuple((a, b) for a, b in pairs if a.ladder != b.ladder),
        needed=tuple((a, b) for a, b in pairs if a.needed != b.needed),
        reordered=[b.code for _, b in pairs] != [one.code for one in new.phases if one.code in kept_new],
        roles=_role_changes(old, new),
        lines_added=tuple(line for name, line in new_lines.items() if name not in old_lines),
        lines_removed=tuple(line for name, line in old_lines.items() if name not in new_lines),
    )


def _same_steps(old: Sequence[Phase], new: Sequence[Phase]) -> list[tuple[Phase, Phase]]:
    """The steps both have, in the order of the old card."""
    by_code = {phase.code: phase for phase in new}
    pairs = {phase.code: by_code[phase.code] for phase in old if phase.code in by_code}
    taken = {phase.code for phase in pairs.values()}
    by_label = {slug(phase.label): phase for phase in new if phase.code not in taken}
    for phase in old:
        if phase.code not in pairs and slug(phase.label) in by_label:
            pairs[phase.code] = by_label.pop(slug(phase.label))
    return [(phase, pairs[phase.code]) for phase in old if phase.code in pairs]


def _role_changes(old: Card, new: Card) -> tuple[RoleChange, ...]:
    before = {role.activity: role.letters for role in old.roles}
    after = {role.activity: role.letters for role in new.roles}
    cells = [(activity, actor) for activity in dict.fromkeys((*before, *after)) for actor in ACTORS]
    found = [
        RoleChange(activity, actor, before.get(activity, {}).get(actor, ""), after.get(activity, {}).get(actor, ""))
        for activity, actor in cells
    ]
    return tuple(change for change in found if change.old != change.new)


def _by_name(lines: Sequence[Line]) -> dict[tuple[str, str], Line]:
    return {(line.kind, slug(line.label)): line for line in lines}

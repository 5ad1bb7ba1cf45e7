"""Which of several may stand beside each other: the gate, asked of all of them at once."""

from collections.abc import Mapping

from transition.metrics.comparison.gate import Comparable, Measured, Refusal, compared
from transition.metrics.no_number import NoNumber

Stands = Comparable | Refusal | NoNumber
"""Whether one may stand beside the others: yes, no with the reason, or there is nothing of it."""


def side_by_side(found: Mapping[str, Measured | NoNumber]) -> dict[str, Stands]:
    """Of each whether it may stand beside the others; those that may, may all stand beside one another. found: in the order chosen.

    One after the other is asked beside those that stand: first the one that may stand beside most, of equals what rests on the
    largest part of what it is about, of these the first. One that stands has the remarks about itself.
    """
    known = {id: one for id, one in found.items() if isinstance(one, Measured)}
    answers = {id: {other: compared(mine, its) for other, its in known.items()} for id, mine in known.items()}
    order = sorted(known, key=lambda id: (-_may(answers[id]), -known[id].covered))
    standing: list[str] = []
    made: dict[str, Stands] = {}
    for id in order:
        no = next((answer for other in (id, *standing) if isinstance(answer := answers[id][other], Refusal)), None)
        made[id] = no or answers[id][id]
        if no is None:
            standing.append(id)
    return {id: one if isinstance(one, NoNumber) else made[id] for id, one in found.items()}


def _may(answers: Mapping[str, Comparable | Refusal]) -> int:
    return sum(isinstance(one, Comparable) for one in answers.values())

"""What a part of the goal side of the page about steering is drawn from."""

from dataclasses import dataclass

from transition.metrics.scope import Scope
from transition.metrics.steering.outcome import Outcome
from transition.store import Snapshot


@dataclass(frozen=True, eq=False)
class Asked:
    """place: what the scope is called after 'in'. name: of the figure, as it stands in a sentence. source: the line under a picture."""

    snapshot: Snapshot
    about: Scope
    place: str
    name: str
    found: Outcome
    source: str

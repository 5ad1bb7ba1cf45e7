"""Who acts, what they may see and what they may change. Every read and write of the register asks here, and nowhere else.

For now the dashboard runs for one user on one machine (`SINGLE_USER`). When people sign in, they become other actors and the two
functions below get their answers from a role; nothing else of the register has to change.
"""

from dataclasses import dataclass

from transition.domain.register.fields import PUBLIC


@dataclass(frozen=True)
class Actor:
    """Somebody who acts. `id` keys their drafts; `name` stands in the change log and on screen."""

    id: str
    name: str


SINGLE_USER = Actor("gebruiker", "Gebruiker van deze computer")
"""The embedded default: nobody signs in, the server listens to its own machine only, and whoever sits there may do everything."""
PRODUCT = Actor("regiemonitor", "Regiemonitor")
"""The product itself, which fills in the starting points of a new register."""
ANYONE = Actor("anyone", "Iedereen")
"""Nobody in particular: the reader of what is public."""


def may_see(actor: Actor, visibility: str | None) -> bool:
    """Whether the actor may see a record of this visibility (a key of `VISIBILITY`). Not recorded is public, as the field's note says."""
    return actor != ANYONE or visibility in (None, PUBLIC)


def may_change(actor: Actor) -> bool:
    """Whether the actor may change records, and see who changed them."""
    return actor != ANYONE

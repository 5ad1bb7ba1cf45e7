"""How far two sides are apart, or why that cannot be said. Plain text."""

from typing import cast

from transition.domain.register.choices import SIDES
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.two_sided import TwoSided
from transition.views import sign_text


def difference(one: TwoSided) -> str:
    """'gelijk', 'de gemeente 2 hoger'; or why not."""
    found = one.difference
    if isinstance(found, NoNumber):
        return because(found)
    if not found:
        return "gelijk"
    return f"de {SIDES['municipality' if found > 0 else 'local'].lower()} {abs(found)} hoger"


def because(gap: NoNumber) -> str:
    """Why there is no difference between the two sides."""
    match gap.why:
        case Why.SIDE_MISSING:
            return f"geen oordeel van de {SIDES[cast('str', gap.facts['side'])].lower()}"
        case Why.OTHER_PERIOD:
            return f"niet te vergelijken: {sign_text.days(gap.facts['days'])} na elkaar"
        case Why.OTHER_SCALE:
            return "niet te vergelijken: andere schaal"
        case _:
            return "niet vastgelegd"

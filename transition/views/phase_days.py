"""How long areas are in their phase now, beside comparable areas: the running ones count as 'at least so long'."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from transition.domain.register.choices import LADDER, THEMES
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.lead_time import LeadTime
from transition.metrics.steering.stalled import Stalled, Stands
from transition.metrics.steering.survival import Median
from transition.views import count_bars, sign_text, text
from transition.views.area_names import AreaNames
from transition.views.count_bars import Bar

READING = (
    "De balk is hoe lang een gebied in zijn fase is; het streepje is wanneer de helft van de gebieden klaar was. "
    "Een gebied vergelijken we met gebieden van hetzelfde thema in dezelfde fase, overal in het register. "
    "Een gebied dat nog bezig is, telt daarin mee als 'minstens zo lang' (mediaan volgens Kaplan en Meier). "
    "Stilstaan is: langer dan drie van de vier andere gebieden. Met minder dan vijf afgeronde gebieden zeggen we dat niet."
)
_KEY = {"full": "staat stil", "half": "binnen wat gewoon is", "unknown": "te weinig vergelijkbare gebieden"}
_WORDS = {Stands.STILL: "staat stil", Stands.WITHIN: "binnen wat gewoon is"}


@dataclass(frozen=True)
class InPhase:
    """An area in its phase, beside the median of its theme and phase; None when nobody has such a phase recorded."""

    area: str
    stalled: Stalled
    common: LeadTime | None

    @property
    def stands(self) -> str:
        found = self.stalled.stands
        return "niet te zeggen" if isinstance(found, NoNumber) else _WORDS[found]


def in_phase(found: Mapping[str, Stalled], times: Iterable[LeadTime], areas: Iterable[str]) -> list[InPhase]:
    """The areas of a scope that are in a phase; those longest beyond what is usual first, those without a comparison last."""
    common = {(one.theme, one.phase): one for one in times}
    own = [InPhase(id, found[id], common.get((found[id].theme, found[id].phase))) for id in areas if id in found]
    return sorted(own, key=lambda one: (-_beyond(one.stalled), one.area))


def _beyond(one: Stalled) -> float:
    return one.days / max(1.0, one.limit.days) if isinstance(one.limit, Median) else -1.0


def heading(found: Sequence[InPhase], of: int) -> str:
    """The message. of: the areas that go on, in a phase that is known or not."""
    still = sum(one.stalled.stands is Stands.STILL for one in found)
    known = sum(not isinstance(one.stalled.stands, NoNumber) for one in found)
    if not known:
        return "Of een gebied stilstaat, is niet te zeggen: er zijn te weinig vergelijkbare gebieden of datums"
    if of == 1:
        return (
            "Dit gebied staat stil: langer in zijn fase dan vergelijkbare gebieden"
            if still
            else "Dit gebied is niet langer in zijn fase dan gewoon is"
        )
    are = "staat" if still == 1 else "staan"
    which = text.part_of(still, known, "gebied", "gebieden")
    said = f"{which[:1].upper()}{which[1:]} {are} stil: langer in {'zijn' if still == 1 else 'hun'} fase dan vergelijkbare gebieden"
    rest = of - known
    return f"{said}; van {text.number(rest)} is het niet te zeggen" if rest else said


def html(found: Sequence[InPhase], names: AreaNames) -> str:
    """A bar per area, as long as its days."""
    return count_bars.html([_bar(one, names) for one in found], _KEY, "Dagen in de fase van nu")


def _bar(one: InPhase, names: AreaNames) -> Bar:
    stands = one.stalled.stands
    kind = "unknown" if isinstance(stands, NoNumber) else "full" if stands is Stands.STILL else "half"
    said = f"{sign_text.days(one.stalled.days)}, {one.stands}. {usual(one.common)}"
    common = one.common.median if one.common else None
    half = common.days if isinstance(common, Median) else None
    return Bar(f"{names.area(one.area)}: {LADDER[one.stalled.phase].lower()}", {kind: one.stalled.days}, said, half)


def usual(common: LeadTime | None) -> str:
    """'De helft is na 531 dagen klaar (54 gebieden, 16 nog bezig).'; or why there is no median."""
    if common is None:
        return "Er is niets om mee te vergelijken."
    many = f"{text.number(common.n)} {'gebied' if common.n == 1 else 'gebieden'}, {text.number(common.open)} nog bezig"
    if isinstance(common.median, NoNumber):
        return f"Geen mediaan: te weinig is al afgerond ({many})."
    return f"De helft is na {sign_text.days(common.median.days)} klaar ({many})."


def table(found: Sequence[InPhase], names: AreaNames) -> pd.DataFrame:
    """All of them to keep."""
    rows = [
        (
            names.area(one.area),
            THEMES[one.stalled.theme],
            LADDER[one.stalled.phase],
            one.stalled.days,
            one.stands,
            one.stalled.limit.days if isinstance(one.stalled.limit, Median) else None,
            one.common.median.days if one.common and isinstance(one.common.median, Median) else None,
            one.common.n if one.common else None,
            one.common.open if one.common else None,
        )
        for one in found
    ]
    heads = [
        "Gebied", "Thema", "Fase", "Dagen in deze fase", "Oordeel", "Drie van de vier klaar na (dagen)",
        "De helft klaar na (dagen)", "Vergelijkbare gebieden", "Daarvan nog bezig",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)

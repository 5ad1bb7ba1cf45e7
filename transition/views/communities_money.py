"""How far the costs of communities are covered, beside each other: the sum, and every area a dot from nothing to everything."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.metrics.comparison.communities import Beside
from transition.metrics.comparison.spread import FEWEST
from transition.metrics.no_number import NoNumber
from transition.views import area_words, beside, finance_cover, text

WHAT = "Kosten die met een besluit zijn toegezegd"
READING = (
    "Alleen wat met een besluit is toegezegd, telt als gedekt. Elke stip is een gebied: links is niets toegezegd, rechts alles. "
    "Gebieden zonder kosten of zonder dekking tellen niet mee; dat is iets anders dan niet gedekt."
)


def rests(found: Beside) -> str:
    """On how much it rests."""
    return f"{text.number(found.finance.with_cover)} van {beside.areas(found.finance.of)} met kosten én dekking"


def heading(found: Sequence[Beside], names: Mapping[str, str]) -> str:
    """The message: what is committed of what it costs. Of few areas as amounts, never as a part."""
    told = [one for one in found if not isinstance(one.finance.covered, NoNumber)]
    if not told:
        return "Van geen van deze communities zijn kosten en dekking vastgelegd"
    named = beside.each(told, lambda one: f"{_committed(one)} in {names[one.id]}")
    if named:
        return f"Toegezegd: {named}"
    enough = sorted((one.finance.covered, names[one.id]) for one in told if _is_enough(one))  # type: ignore[type-var]
    if len(enough) < 2:
        return f"In {text.number(len(told))} communities zijn kosten en dekking vastgelegd"
    (least, first), (most, last) = enough[0], enough[-1]
    return (
        f"Het deel van de kosten dat is toegezegd, loopt van {_percent(least)} ({first}) tot {_percent(most)} ({last})"
    )


def _is_enough(one: Beside) -> bool:
    return one.finance.with_cover >= FEWEST


def _percent(part: float | NoNumber) -> str:
    assert not isinstance(part, NoNumber)
    return text.quantity(part * 100, "%")


def _committed(one: Beside) -> str:
    """'5,4 van 12 miljoen euro'."""
    there, cost = one.finance.cover.get("committed", 0.0), one.finance.cost_with_cover
    return f"{text.number(there / 1e6, 1)} van {text.quantity(cost / 1e6, 'miljoen euro', 1)}"


def body(found: Beside) -> str:
    """What is committed, what is not, and where the areas stand."""
    paid = found.finance
    if isinstance(paid.covered, NoNumber) or isinstance(paid.gap, NoNumber):
        return f"<p>{finance_cover.heading(paid)}.</p>"
    part = f" ({_percent(paid.covered)})" if _is_enough(found) else ""
    made = [
        beside.said("Toegezegd", f"{_committed(found)}{part}"),
        beside.said("Nog geen dekking", area_words.euros(round(paid.gap, -5)) if paid.gap else "geen gat"),
        beside.line(
            "Elk gebied",
            [(one, False) for one in found.parts],
            1.0,
            f"van niets tot alles toegezegd ({beside.areas(len(found.parts))})",
        ),
    ]
    return beside.rows(made) + f'<p class="beside-rests">{_prices(found)}</p>'


def _prices(found: Beside) -> str:
    levels = found.finance.price_levels
    if not levels:
        return "Prijspeil niet vastgelegd."
    if len(levels) == 1:
        return f"Prijspeil {levels[0]}."
    return f"Prijzen van {levels[0]} tot en met {levels[-1]}, per gebied van één jaar, zonder omrekenen opgeteld."


def table(found: Sequence[Beside], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community, in euros."""
    rows = [
        (
            names[one.id],
            one.finance.cost_with_cover or None,
            *(one.finance.cover.get(kind) for kind in ("committed", "applied", "expected", "unsure")),
            None if isinstance(one.finance.gap, NoNumber) else one.finance.gap,
            one.finance.with_cover,
            one.finance.of,
            ", ".join(str(year) for year in one.finance.price_levels),
        )
        for one in found
    ]
    heads = [
        "Community", "Kosten (euro)", "Toegezegd (euro)", "Aangevraagd (euro)", "Verwacht (euro)",
        "Niet vastgelegd hoe zeker (euro)", "Gat (euro)", "Gebieden met kosten én dekking", "Alle gebieden", "Prijspeil",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)

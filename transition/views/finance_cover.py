"""What areas cost and how far that is covered, in sum and per area; what nobody recorded stands beside it, never in it."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from transition.metrics.area_money import SURENESS
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.finance import Finance
from transition.views import area_money, text
from transition.views.area_names import AreaNames
from transition.views.card_table import card_table
from transition.views.record_words import NOT_RECORDED, is_nothing

_HEADS = ("Gebied", "Kosten", "Toegezegd", "Aangevraagd", "Verwacht", "Gat")
"""Below the first: in millions of euros."""
READING_AREAS = "Het grootste gat staat bovenaan. Een teveel in het ene gebied vult geen gat in het andere."


def heading(found: Finance) -> str:
    """The message; only what is committed counts as covered."""
    if isinstance(found.cost, NoNumber):
        if found.cost.why is Why.MIXED_PRICE_LEVELS:
            return "Wat het kost, is niet op te tellen: de bedragen zijn van prijzen van verschillende jaren"
        return "Wat het kost, is niet vastgelegd"
    if isinstance(found.covered, NoNumber) or isinstance(found.gap, NoNumber):
        return f"De kosten zijn {'minstens ' if found.is_lower_bound else ''}{_rounded(found.cost)}; de dekking is niet vastgelegd"
    if found.covered >= 1 and not found.gap:
        return f"Alle kosten, {_rounded(found.cost_with_cover)}, zijn toegezegd"
    said = f"{text.quantity(found.covered * 100, '%')} van {_rounded(found.cost_with_cover)} is toegezegd"
    return (
        f"{said}; voor {_rounded(found.gap)} is nog geen dekking"
        if found.gap
        else f"{said}; alle kosten hebben een dekking"
    )


def _rounded(euros: float) -> str:
    """'2.367 miljoen euro': a sum over areas is not known to the euro."""
    if abs(euros) >= 1e8:
        return text.quantity(euros / 1e6, "miljoen euro")
    return text.quantity(euros / 1e6, "miljoen euro", 1) if abs(euros) >= 1e6 else text.quantity(euros, "euro")


def html(found: Finance, dark: bool) -> str:
    """The sum as one bar."""
    if isinstance(found.gap, NoNumber):
        return "<p>Er zijn geen kosten met een dekking om te tekenen.</p>"
    parts = {one: found.cover.get(one, float("nan")) for one in SURENESS}
    row = {**parts, "gap": found.gap, "cost": found.cost_with_cover, "covered": found.covered}
    return area_money.html(pd.Series(row), dark)


def reading(found: Finance) -> str:
    """On how many areas it rests, and in which prices."""
    said = ["Alleen wat met een besluit is toegezegd, telt als gedekt."]
    if found.of > 1:
        said.append(
            f"De som rust op {text.part_of(found.with_cover, found.of, 'gebied', 'gebieden')}: met kosten én dekking."
        )
    if only := found.with_cost - found.with_cover:
        said.append(f"Van {_areas(only)} zijn de kosten bekend, maar de dekking niet.")
    if found.cover_without_cost:
        said.append(f"Van {_areas(found.cover_without_cost)} is dekking vastgelegd, maar geen kosten.")
    if found.unlike_prices:
        counts = "telt" if found.unlike_prices == 1 else "tellen"
        said.append(
            f"{_areas(found.unlike_prices).capitalize()} {counts} niet mee: daar staan prijzen van verschillende jaren door elkaar."
        )
    if nothing := found.of - found.with_cost - found.cover_without_cost - found.unlike_prices:
        said.append(f"Van {_areas(nothing)} is niets vastgelegd.")
    if found.is_mixed:
        first, last = str(min(found.price_levels)), str(max(found.price_levels))
        said.append(
            f"De prijzen zijn van {first} tot en met {last}, per gebied van één jaar, en zo opgeteld, zonder omrekenen."
        )
    elif found.price_levels:
        said.append(f"Alle bedragen hebben prijspeil {found.price_levels[0]}.")
    return " ".join(said)


def heading_of_areas(gaps: Sequence[float]) -> str:
    """The message of the list. gaps: euros, of the areas of which cost and cover are recorded."""
    if not gaps:
        return "Van geen enkel gebied zijn kosten en dekking vastgelegd"
    holes = [one for one in gaps if one > 0]
    if not holes:
        return "In geen van de gebieden met kosten en dekking zit een gat"
    of = text.part_of(len(holes), len(gaps), "gebied", "gebieden")
    largest = f"het grootste is {_rounded(max(holes))}" if len(holes) > 1 else f"het is {_rounded(holes[0])}"
    return f"In {of} met kosten en dekking zit een gat; {largest}"


def _areas(count: int) -> str:
    return f"{text.number(count)} {'gebied' if count == 1 else 'gebieden'}"


def sum_table(found: Finance) -> pd.DataFrame:
    """The sum to keep, in euros."""
    parts = [(label, found.cover.get(name)) for name, label in area_money.PARTS.items() if name != "gap"]
    rows = [
        ("Kosten van alle gebieden met kosten", _amount(found.cost)),
        ("Kosten van de gebieden met kosten én dekking", found.cost_with_cover or None),
        *parts,
        (area_money.PARTS["gap"], _amount(found.gap)),
    ]
    return pd.DataFrame(rows, columns=["Wat", "Bedrag (euro)"])


def _amount(value: float | NoNumber) -> float | None:
    return None if isinstance(value, NoNumber) else value


def in_order(found: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """The areas with the largest gap first, those without a gap to tell last. found: of `area_money.money`."""
    gaps = -found["gap"].mask(found["price_levels"].map(len) > 1).fillna(-1.0)
    order = pd.DataFrame(
        {"gap": gaps, "name": [names.area(str(id)).casefold() for id in found.index]}, index=found.index
    )
    return found.loc[order.sort_values(["gap", "name"], kind="stable").index]


def gaps(found: pd.DataFrame) -> list[float]:
    """Euros, of the areas of which cost and cover are recorded in prices of one year."""
    return [float(gap) for gap in found.loc[found["price_levels"].map(len) <= 1, "gap"].dropna()]


def areas_html(found: pd.DataFrame, names: AreaNames) -> str:
    """A row per area, in the order given."""
    rows = (
        (names.link(str(row["area"])), *(escape(cell) for cell in _cells(row)))
        for row in found.rename_axis("area").reset_index().to_dict("records")
    )
    return card_table(_HEADS, rows, "Kosten en dekking per gebied")


def _cells(row: Mapping[Hashable, Any]) -> tuple[str, ...]:
    cost = NOT_RECORDED if is_nothing(row["cost"]) else _millions(row["cost"])
    cover = ("–" if is_nothing(row[part]) else _millions(row[part]) for part in ("committed", "applied", "expected"))
    return (cost, *cover, _gap(row))


def _millions(euros: float) -> str:
    return text.number(euros / 1e6, 2)


def _gap(row: Mapping[Hashable, Any]) -> str:
    if len(row["price_levels"]) > 1:
        return "niet te zeggen: prijzen van verschillende jaren"
    if is_nothing(row["cost"]):
        return "niet te zeggen"
    if is_nothing(row["gap"]):
        return "dekking niet vastgelegd"
    return _millions(row["gap"]) if row["gap"] else "geen"


def table(found: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """All of them to keep, in euros as they were typed."""
    words = {
        "cost": "Kosten",
        "committed": "Toegezegd",
        "applied": "Aangevraagd",
        "expected": "Verwacht",
        "unsure": "Niet vastgelegd hoe zeker",
    }
    made: dict[str, object] = {"Gebied": [names.area(str(id)) for id in found.index]}
    made |= {f"{label} (euro)": found[name].to_numpy() for name, label in words.items()}
    made["Gat (euro)"] = found["gap"].mask(found["price_levels"].map(len) > 1).to_numpy()
    made["Prijspeil"] = [", ".join(str(year) for year in years) for years in found["price_levels"]]
    return pd.DataFrame(made)

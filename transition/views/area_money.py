"""What an area process costs and what is paid: one stacked bar, told by its pattern as well as its colour, and its lines as a table."""

from html import escape

import pandas as pd

from transition.domain.register import choices
from transition.views import area_words as words
from transition.views import text, theme
from transition.views.record_words import NOT_RECORDED, is_nothing

PARTS = {
    "committed": "Toegezegd, met besluit",
    "applied": "Aangevraagd",
    "expected": "Verwacht",
    "unsure": "Dekking, niet vastgelegd hoe zeker",
    "gap": "Gat: nog geen dekking",
}


def heading(row: pd.Series) -> str:
    """The message; only what is committed counts as covered."""
    if is_nothing(row["cost"]):
        return "Wat het kost, is niet vastgelegd"
    if is_nothing(row["covered"]):
        return f"De kosten zijn {words.euros(row['cost'])}" + (
            "; de dekking is niet vastgelegd" if is_nothing(row["gap"]) else ""
        )
    share = text.quantity(row["covered"] * 100, "%")
    if row["gap"]:
        return f"{share} van de kosten is toegezegd; voor {words.euros(row['gap'])} is nog geen dekking"
    return f"{share} van de kosten is toegezegd; alle kosten hebben een dekking"


def limits(row: pd.Series) -> list[str]:
    """What a reader has to know of the sums."""
    years = row["price_levels"]
    said = []
    if isinstance(years, tuple) and len(years) > 1:
        listed = text.enumeration([str(year) for year in years])
        said.append(f"De bedragen hebben prijspeil {listed} en zijn zo opgeteld, zonder omrekenen.")
    elif isinstance(years, tuple) and years:
        said.append(f"Alle bedragen hebben prijspeil {years[0]}.")
    if is_nothing(row["cost"]):
        said.append("Zonder kosten is niet te zeggen hoe groot het gat is.")
    elif is_nothing(row["gap"]):
        said.append("Zonder dekking is niet te zeggen hoe groot het gat is.")
    elif row["excess"]:
        said.append(f"Er is {words.euros(row['excess'])} meer dekking dan kosten.")
    return said


def html(row: pd.Series, dark: bool) -> str:
    """The bar with its key. Its whole width is the cost, or the cover where that is more or the cost is not recorded."""
    amounts = {name: float(row[name]) for name in PARTS if not is_nothing(row[name]) and row[name] > 0}
    whole = sum(amounts.values())
    if not whole:
        return "<p>Er zijn nog geen bedragen om te tekenen. De posten staan in de tabel.</p>"
    patterns = _patterns(dark)
    bar = "".join(
        f'<span style="width:{amount / whole * 100:.2f}%;{patterns[name]}"></span>' for name, amount in amounts.items()
    )
    key = "".join(
        f'<li><i style="{patterns[name]}"></i><span>{escape(PARTS[name])}: {words.euros(amount)}</span></li>'
        for name, amount in amounts.items()
    )
    said = ", ".join(f"{PARTS[name].lower()} {words.euros(amount)}" for name, amount in amounts.items())
    label = escape(f"{heading(row)}. {said}.", quote=True)
    return f'<div class="area-bar" role="img" aria-label="{label}">{bar}</div><ul class="area-key">{key}</ul>'


def _patterns(dark: bool) -> dict[str, str]:
    """Full, hatched one way, dotted, hatched the other way, empty."""
    colours = theme.palette(dark)
    ink, paper, quiet = colours.accent, colours.paper, colours.quiet
    return {
        "committed": f"background:{ink}",
        "applied": f"background:repeating-linear-gradient(45deg,{ink} 0 4px,{paper} 4px 8px)",
        "expected": f"background:radial-gradient({ink} 1.5px,{paper} 2px) 0 0/8px 8px",
        "unsure": f"background:repeating-linear-gradient(-45deg,{colours.muted} 0 1px,{quiet} 1px 7px)",
        "gap": f"background:{paper}",
    }


def table(lines: pd.DataFrame) -> pd.DataFrame:
    """The finance lines, costs first; amounts in euros as typed."""
    rows = lines.sort_values(["kind", "amount"], ascending=[True, False], key=_costs_first)
    made = {
        "Soort": rows["kind"].map(choices.FINANCE_KINDS),
        "Post": rows["label"],
        "Bedrag (euro)": rows["amount"],
        "Prijspeil": rows["price_level"].map(lambda year: NOT_RECORDED if is_nothing(year) else str(int(year))),
        "Hoe zeker": rows["certainty"]
        .map(choices.CERTAINTIES)
        .fillna(rows["kind"].map({"cost": "", "cover": NOT_RECORDED})),
        "Wie betaalt": rows["financier"].fillna(""),
        "Besluit op": rows["decided_on"].dt.strftime("%Y-%m-%d").fillna(""),
        "Bewijs": rows["evidence"].fillna(""),
    }
    return pd.DataFrame(made).reset_index(drop=True)


def _costs_first(column: pd.Series) -> pd.Series:
    return column.map({"cost": 0, "cover": 1}) if column.name == "kind" else column

"""The projects behind the figures of local ownership, as HTML and as a table. Every typed text is escaped."""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd

from transition.domain.areas import Area
from transition.domain.register import choices
from transition.views import area_decisions, area_projects, links
from transition.views import ownership_words as words
from transition.views.area_rows import safe
from transition.views.card_table import card_table
from transition.views.record_words import NOT_RECORDED, is_nothing

HEADS = ("Project", "Waar", "Techniek en stand", "Opbrengst per jaar", "Van wie", "Afspraak getekend", "Bewijs")
READING = (
    "'Geschat' is uitgerekend uit het vermogen: niemand legde de opbrengst vast. "
    "'Onbekend' is het deel waarvan niemand weet van wie het is."
)


def heading(found: pd.DataFrame) -> str:
    """The message: how many projects count, and how many stand."""
    stands = int(found["status"].eq("realised").sum())
    return f"{words.projects(len(found)).capitalize()} die meetellen, waarvan er {stands} {'staat' if stands == 1 else 'staan'}"


def ordered(found: pd.DataFrame) -> pd.DataFrame:
    """What stands first, the largest first; what is of unknown production last of its state."""
    states = {name: place for place, name in enumerate(reversed(choices.PROJECT_STATES))}
    return found.assign(_state=found["status"].map(states)).sort_values(
        ["_state", "mwh", "name"], ascending=[True, False, True]
    )


def html(found: pd.DataFrame, places: Mapping[str, Area], area: Callable[[str], str], most: int) -> str:
    """The first `most` of `ordered`. found: rows of `local.counting`. area: id -> HTML of a link to the area process."""
    rows = [_row(one, places, area) for _, one in found.head(most).iterrows()]
    return card_table(HEADS, rows, "Projecten die meetellen")


def _row(one: pd.Series, places: Mapping[str, Area], area: Callable[[str], str]) -> list[str]:
    hidden = area_decisions.hidden(one["visibility"])
    state = f"{choices.TECHNOLOGIES[one['technology']]}, {choices.PROJECT_STATES[one['status']].lower()}"
    where = safe(place(one["municipality"], places))
    return [
        safe(one["name"]) + (f'<span class="area-muted">{hidden}</span>' if hidden else ""),
        where if is_nothing(one["area"]) else f"{where}, {area(str(one['area']))}",
        escape(state),
        escape(production(one)),
        escape(area_projects.owned(one)),
        _agreement(one),
        links.anchor(one["evidence"]) or "ontbreekt",
    ]


def _agreement(one: pd.Series) -> str:
    """Of what stands it no longer matters whether it was agreed."""
    usual = "staat er al" if one["status"] == "realised" else NOT_RECORDED
    return choices.YES_NO_UNKNOWN.get(str(one["agreement_signed"]), usual).lower()


def production(one: pd.Series) -> str:
    """'45,8 GWh', '8,1 GWh (geschat)', 'niet vastgelegd'."""
    if is_nothing(one["mwh"]):
        return NOT_RECORDED
    return words.power(one["mwh"]) + (f" ({words.ESTIMATED})" if one["is_estimated"] else "")


def place(code: object, places: Mapping[str, Area]) -> str:
    """The name of a municipality, or its code where the figures do not know it."""
    return places[str(code)].name if str(code) in places else str(code)


def table(found: pd.DataFrame, places: Mapping[str, Area], parties: Mapping[str, str]) -> pd.DataFrame:
    """All of them to keep: production in MWh, shares in per cent; an empty cell is not recorded. parties: id -> name."""
    shares = {f"{label} (%)": found[name] * 100 for name, label in words.OWNERS.items()}
    made = {
        "Project": found["name"],
        "Gemeente": found["municipality"].map(lambda code: place(code, places)),
        "Gebied": found["area"].fillna(""),
        "Techniek": found["technology"].map(choices.TECHNOLOGIES),
        "Stand": found["status"].map(choices.PROJECT_STATES),
        "Opbrengst (MWh per jaar)": found["mwh"],
        "Opbrengst is": found["is_estimated"]
        .map({True: "geschat", False: "vastgelegd"})
        .where(found["mwh"].notna(), ""),
        **shares,
        "Stem van lokale partijen (%)": found["vote_local"].astype(float) * 100,
        "Bijdrage omgevingsfonds (euro per MWh)": found["fund_eur_per_mwh"],
        "Afspraak getekend": found["agreement_signed"].map(choices.YES_NO_UNKNOWN).fillna(NOT_RECORDED),
        "Verwacht klaar op": found["expected_on"].dt.strftime("%Y-%m-%d").fillna(""),
        "Eigenaren": found["owners"].map(lambda ids: _owners(ids, parties)),
        "Bewijs": found["evidence"].fillna(""),
    }
    return pd.DataFrame(made).reset_index(drop=True)


def _owners(ids: object, parties: Mapping[str, str]) -> str:
    """Names of those that may leave."""
    return ", ".join(parties[id] for id in ids if id in parties) if isinstance(ids, tuple) else ""

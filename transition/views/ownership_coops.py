"""Co-operatives, their members and what they generate together, in words, as HTML and as a table. Every typed text is escaped."""

from collections.abc import Collection, Mapping

import pandas as pd

from transition.domain.areas import Area
from transition.domain.register.choices import YES_NO_UNKNOWN
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.cooperatives import CollectiveSolar, Cooperatives
from transition.views import area_words, text
from transition.views import ownership_words as words
from transition.views.area_rows import safe
from transition.views.card_table import card_table
from transition.views.record_words import NOT_RECORDED, is_nothing

READING = (
    "Een coöperatie telt in de gemeente waar zij is vastgelegd. "
    "Een coöperatie is niet vanzelf een energiegemeenschap volgens de wet: dat staat erbij als iemand het vastlegde."
)
_HEADS = ("Coöperatie", "Gemeente", "Leden", "Geteld op", "Energiegemeenschap volgens de wet")


def heading(found: Cooperatives) -> str:
    """The message: how many, with how many members."""
    if not found.count:
        return "Er is geen energiecoöperatie vastgelegd"
    said = words.counted(found.count, "energiecoöperatie", "energiecoöperaties")
    if isinstance(found.members, NoNumber):
        return f"{said}; van geen enkele is het aantal leden vastgelegd"
    least = "minstens " if found.is_lower_bound else ""
    return f"{said} met samen {least}{words.counted(found.members, 'lid', 'leden')}"


def sentences(found: Cooperatives, people: tuple[float, str] | None, names: Mapping[str, str]) -> list[str]:
    """How much that is per inhabitant, and what the count leaves out. people: inhabitants and their year. names: of parties."""
    said = []
    if people and isinstance(found.per_10000, float) and found.count:
        rate = f"Dat is {text.number(found.per_10000, 1)} per 10.000 inwoners"
        if isinstance(found.members_per_1000, float):
            least = "minstens " if found.is_lower_bound else ""
            rate += f" en {least}{text.number(found.members_per_1000, 1)} leden per 1.000 inwoners"
        said.append(f"{rate} (inwoners van {people[1]}).")
    elif found.count and not people:
        said.append("Per inwoner is het niet te zeggen: van dit gebied is geen aantal inwoners opgeslagen.")
    if found.is_lower_bound and not isinstance(found.members, NoNumber):
        said.append(f"Van {found.counted} van de {found.count} is het aantal leden vastgelegd.")
    if found.regional:
        several = text.enumeration([names.get(id, id) for id in found.regional[:5]])
        more = f" en {len(found.regional) - 5} andere" if len(found.regional) > 5 else ""
        said.append(f"Niet meegeteld, want zonder gemeente of niet van hier: {several}{more}.")
    for one, other in found.alike[:3]:
        said.append(f"{names.get(one, one)} en {names.get(other, other)} lijken dezelfde. Beide tellen nu mee.")
    return said


def solar(found: CollectiveSolar) -> str:
    """LE7: collective solar capacity per inhabitant."""
    if isinstance(found.kwp, NoNumber):
        return "Van zonnepanelen in gezamenlijke handen is niets vastgelegd dat er staat."
    each = f", {text.number(found.watts)} Wp per inwoner" if isinstance(found.watts, float) else ""
    unknown = (
        f" Van {words.projects(found.unknown)} is niet vastgelegd hoeveel, of welk deel van bewoners is."
        if found.unknown
        else ""
    )
    least = "minstens " if found.unknown else ""
    return (
        f"In gezamenlijke handen staat {least}{text.quantity(found.kwp, 'kWp')} aan zonnepanelen{each}.{unknown} "
        "Gezamenlijke daken tellen hier wel mee. Bij lokaal eigendom tellen daken niet."
    )


def listed(parties: pd.DataFrame, municipalities: Collection[str]) -> pd.DataFrame:
    """The co-operatives of these municipalities, by name. parties: the register's table."""
    own = parties["type"].eq("cooperative") & parties["municipality"].isin(list(municipalities))
    return parties[own].sort_values("name")


def html(parties: pd.DataFrame, places: Mapping[str, Area], most: int) -> str:
    """The first `most` of `listed`."""
    rows = [
        [
            safe(one["name"]),
            safe(_place(one["municipality"], places)),
            NOT_RECORDED if is_nothing(one["members_count"]) else text.number(one["members_count"]),
            area_words.day(one["members_on"]),
            YES_NO_UNKNOWN.get(str(one["is_energy_community"]), NOT_RECORDED).lower(),
        ]
        for one in parties.head(most).to_dict("records")
    ]
    return card_table(_HEADS, rows, "Energiecoöperaties")


def table(parties: pd.DataFrame, places: Mapping[str, Area]) -> pd.DataFrame:
    """All of `listed` to keep; an empty number of members is not recorded, it is not zero."""
    made = {
        "Coöperatie": parties["name"],
        "Gemeente": parties["municipality"].map(lambda code: _place(code, places)),
        "Leden": parties["members_count"],
        "Geteld op": parties["members_on"].dt.strftime("%Y-%m-%d").fillna(""),
        "Energiegemeenschap volgens de wet": parties["is_energy_community"].map(YES_NO_UNKNOWN).fillna(NOT_RECORDED),
    }
    return pd.DataFrame(made).reset_index(drop=True)


def _place(code: object, places: Mapping[str, Area]) -> str:
    return places[str(code)].name if str(code) in places else str(code)

"""The areas, decided by hand: what each is called, where it lies, how far it is and who leads. One file per theme beside this one."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILES = {
    "neighbourhood_plan": "neighbourhood_plans.csv",
    "energy_hub": "energy_hubs.csv",
    "energy_community": "energy_communities.csv",
}
LEAD_TYPES = {
    "coop": "cooperative",
    "residents": "residents",
    "business": "business_association",
    "farmer": "farmer",
    "vve": "owners_association",
    "housing": "housing_corporation",
}
NO_LEAD, UNKNOWN_LEAD = "-", "?"


@dataclass(frozen=True)
class Plan:
    """One line by hand. `place`: ends of codes of wijken and buurten; 'draw' before one: drawn in it; 'former': a wijk of before 2022.

    `reached`: the code of the last step that was reached, with its month where a text names it (G6@2023-05).
    `pace`: ok, late, stuck, done, new, thin (little is recorded).
    """

    theme: str
    municipalities: tuple[str, ...]
    name: str
    place: str
    variant: str
    reached: str
    pace: str
    blockage: str
    lead: str
    note: str

    @property
    def municipality(self) -> str:
        """The first one: an area may lie in more than one."""
        return self.municipalities[0]

    @property
    def approach(self) -> str:
        return self.variant.split("=")[0]

    @property
    def size(self) -> float | None:
        """The size of its project, where that is decided by hand (village_turbine=12.6)."""
        _, _, size = self.variant.partition("=")
        return float(size) if size else None

    @property
    def reached_step(self) -> str:
        return self.reached.split("@")[0]

    @property
    def reached_on(self) -> date | None:
        """About when, where that is decided by hand."""
        _, _, month = self.reached.partition("@")
        return date.fromisoformat(f"{month}-12") if month else None

    @property
    def lead_name(self) -> str:
        """The party that leads; '' when there is none, or nobody recorded it."""
        return "" if self.lead in (NO_LEAD, UNKNOWN_LEAD) else self.lead.split(" ", 1)[1]

    @property
    def lead_type(self) -> str:
        return LEAD_TYPES[self.lead.split(" ", 1)[0]] if self.lead_name else ""

    @property
    def lead_state(self) -> str:
        return {NO_LEAD: "no_lead", UNKNOWN_LEAD: "unknown"}.get(self.lead, "lead")


def plans() -> list[Plan]:
    """All lines, theme by theme."""
    found = []
    for theme, name in FILES.items():
        with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                found.append(Plan(theme, tuple(row.pop("municipality").split(",")), **row))
    return found

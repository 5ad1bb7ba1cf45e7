"""How a project is recorded: its dates, its production and who owns it, from what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.example.register.chance import TODAY, chance, happens, month_end, months_later, one_of
from data.example.register.content import Content
from data.example.register.shares import shares, vote_local
from transition.domain.register.fields import slug

FULL_LOAD_HOURS = {
    "wind": (2_450, 3_250),
    "solar_field": (900, 965),
    "solar_water": (920, 980),
    "solar_roof": (840, 900),
}
_MONTHS = {"wind": (62, 14, 18), "solar_field": (26, 9, 7), "solar_water": (30, 10, 8), "solar_roof": (12, 5, 3), "heat": (30, 10, 22),
           "storage": (14, 8, 7), "other": (24, 8, 10)}  # fmt: skip
"""Months from the start to the permit, from there to the first spade, and from there to the end."""
_STATES = ("developing", "permitted", "building", "realised")


@dataclass(frozen=True)
class Draft:
    """A project as far as it is decided; the rest follows from it."""

    name: str
    municipality: str
    technology: str
    status: str
    capacity: float
    unit: str
    division: str
    owners: tuple[str, ...] = ()
    area: str | None = None
    point: tuple[float, float] | None = None
    note: str | None = None
    visibility: str = "public"
    days: Mapping[str, date | None] | None = None
    homes: int = 0


def add_project(content: Content, draft: Draft) -> None:
    """Adds one project with its dates, its production and who owns it."""
    key = (draft.municipality, draft.name)
    found = shares(draft.division, *key)
    days = dict(draft.days) if draft.days else _days(draft)
    signed = one_of(("yes", "yes", "no", "unknown"), "signed", *key) if found and draft.status in _STATES[:3] else None
    is_counted = draft.technology in ("wind", "solar_field", "solar_water")
    is_village = draft.technology == "wind" and draft.area is not None
    has_fund = is_counted and draft.status != "cancelled" and happens(0.55, "fund", *key)
    content.add(
        "project",
        name=draft.name,
        municipality=draft.municipality,
        area=draft.area,
        technology=draft.technology,
        status=draft.status,
        capacity=draft.capacity,
        capacity_unit=draft.unit,
        expected_mwh=_expected_mwh(draft),
        **days,
        **found,
        vote_local=vote_local(found, *key),
        fund_eur_per_mwh=0.5 if is_village else one_of((0.4, 0.5, 0.5, 0.6, 1.0), "fund", *key) if has_fund else None,
        agreement_signed=signed,
        owners=tuple(dict.fromkeys(draft.owners)) or None,
        latitude=draft.point[0] if draft.point else None,
        longitude=draft.point[1] if draft.point else None,
        evidence=f"https://voorbeeld.example/projecten/{slug(draft.name)}" if happens(0.55, "evidence", *key) else None,
        note=draft.note,
        visibility=draft.visibility,
    )


def _expected_mwh(draft: Draft) -> float | None:
    if draft.technology == "heat":
        return float(round(draft.homes * 8.2, -1)) if draft.homes else None
    hours = FULL_LOAD_HOURS.get(draft.technology)
    if not hours or happens(0.08, "no mwh", draft.name):
        return None
    mw = draft.capacity / 1000 if draft.unit == "kWp" else draft.capacity
    low, high = hours
    if draft.technology == "wind" and mw < 15 and draft.status == "realised":
        high = 2_900
    return float(round(mw * chance("hours", draft.municipality, draft.name).uniform(low, high), -1))


def _days(draft: Draft) -> dict[str, date | None]:
    """Dates that fit the status, each after the one before."""
    draw = chance("project days", draft.municipality, draft.name)
    to_permit, to_spade, to_end = (months * draw.uniform(0.8, 1.3) for months in _MONTHS[draft.technology])
    done = _STATES.index(draft.status) if draft.status in _STATES else 0
    ago = draw.uniform(5, 110 if draft.technology == "wind" else 78) if done == 3 else draw.uniform(2, 9)
    spans = (to_permit, to_spade, to_end)
    start = months_later(TODAY, -ago - sum(spans[:done]) - (0 if done else draw.uniform(0, 20)))
    days = [months_later(start, sum(spans[:place])) for place in range(4)]
    names = ("started_on", "permitted_on", "building_from", "realised_on")
    found: dict[str, date | None] = {
        name: day if place <= done else None for place, (name, day) in enumerate(zip(names, days, strict=True))
    }
    if done < 3 and draft.status != "cancelled" and draw.random() < 0.85:
        found["expected_on"] = month_end(max(days[3], months_later(TODAY, 4)))
    return found

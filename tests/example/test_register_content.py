"""What the example region recorded: every situation an officer knows, in figures, dates and places that can be true."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import pytest
import shapely
from shapely.geometry import shape

from data.example.register.chance import TODAY
from data.example.register.content import Content
from data.example.register.land import Land
from data.example.register.method import cards_of_everyone
from transition.domain.register.choices import ACTORS, LADDER
from transition.domain.register.fields import Problem, Type, Value
from transition.domain.register.kinds import KINDS

pytestmark = pytest.mark.slow

Records = Mapping[str, Mapping[str, Value]]
NEW_SCHEMES = ("SpUk", "WIS", "ISDE")


def _of_area(records: Records) -> dict[str, list[Mapping[str, Value]]]:
    found: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for values in records.values():
        found[str(values["area"])].append(values)
    return found


def _day(values: Mapping[str, Value], field: str) -> date | None:
    found = values.get(field)
    assert found is None or isinstance(found, date)
    return found


def _number(values: Mapping[str, Value], field: str) -> float:
    found = values.get(field) or 0
    assert isinstance(found, int | float)
    return found


def test_areas_of_three_themes_stand_at_every_step_of_the_ladder(made: Content) -> None:
    phases = {
        (values["card"], values["code"]): values["ladder"] for values in made.of("method_phase").values()
    }  # of the own card; the others come with every register
    assert phases
    assert {values["theme"] for values in made.of("area_process").values()} == {
        "neighbourhood_plan",
        "energy_hub",
        "energy_community",
    }
    ladder = {(card.id, step.code): step.ladder for card in cards_of_everyone().values() for step in card.steps}
    areas = made.of("area_process")
    reached = set()
    for area, milestones in _of_area(made.of("milestone")).items():
        done = [one["code"] for one in milestones if one.get("actual")]
        reached.add((ladder | phases)[areas[area]["method_card"], done[-1]])
    assert reached == set(LADDER)


def test_some_areas_stand_still_have_no_lead_or_recorded_little(made: Content) -> None:
    leads = [values["lead_state"] for values in made.of("area_process").values()]
    assert leads.count("no_lead") >= 10
    assert leads.count("unknown") >= 5
    milestones = _of_area(made.of("milestone"))
    last = {area: max(day for one in some if (day := _day(one, "actual"))) for area, some in milestones.items()}
    still = [area for area, day in last.items() if (TODAY - day).days > 400]
    assert len(still) >= 12
    blocked = {one["blockage"] for some in milestones.values() for one in some if one.get("blockage")}
    assert blocked >= {"grid", "permit", "decision", "money", "support", "lead", "capacity"}
    assert any(one.get("revised") and not one.get("actual") for some in milestones.values() for one in some)
    told = [bool(one.get("evidence")) for some in milestones.values() for one in some if one.get("actual")]
    assert 0.4 < sum(told) / len(told) < 0.8


def test_both_sides_look_at_an_area_and_do_not_always_agree(made: Content) -> None:
    for kind, field in (("ownership_assessment", "level"), ("cooperation_score", "score")):
        newest: dict[str, dict[str, tuple[date, str]]] = defaultdict(dict)
        for values in made.of(kind).values():
            day = _day(values, "assessed_on" if kind == "ownership_assessment" else "scored_on")
            assert day is not None
            seen = newest[str(values["area"])]
            seen[str(values["side"])] = max(seen.get(str(values["side"]), (date.min, "")), (day, str(values[field])))
        both = [(seen["municipality"][1], seen["local"][1]) for seen in newest.values() if len(seen) == 2]
        assert 0.2 < sum(one != other for one, other in both) / len(both) < 0.8, kind


def test_goals_of_municipalities_add_up_in_one_region_and_not_in_another(made: Content, land: Land) -> None:
    goals = [v for v in made.of("target").values() if v["indicator"] == "renewable_on_land_gwh"]
    bid = {str(v["code"]): _number(v, "value") for v in goals if v["scope"] == "regional"}
    together: dict[str, float] = defaultdict(float)
    for values in goals:
        if values["scope"] == "municipal":
            together[land.towns[str(values["code"])].res] += _number(values, "value")
    assert together["ES91"] >= bid["ES91"]
    assert together["ES92"] < 0.8 * bid["ES92"]


def test_some_municipalities_recorded_nothing_at_all(made: Content, land: Land) -> None:
    named = set()
    for kind, _, values in made:
        if kind not in ("party", "community"):
            codes = values.get("municipalities") or (values.get("municipality"), values.get("code"))
            assert isinstance(codes, tuple)
            named |= set(codes)
    assert set(land.towns) - named == {"GM9012", "GM9025"}


def test_there_is_no_personal_data_and_no_address_of_anyone_real(made: Content) -> None:
    for kind, id, values in made:
        for one in KINDS[kind].fields:
            value = values.get(one.name)
            assert not (one.personal and value), id
            if one.type is Type.LINK and value:
                assert str(value).startswith("https://voorbeeld.example/"), id


def test_some_of_it_is_a_draft_or_confidential(made: Content) -> None:
    for kind in ("area_process", "project", "decision", "target", "lesson"):
        hidden = [values for values in made.of(kind).values() if values["visibility"] != "public"]
        assert 1 <= len(hidden) <= 6, kind


def test_dates_follow_one_another(made: Content) -> None:
    areas = made.of("area_process")
    for area, milestones in _of_area(made.of("milestone")).items():
        for field in ("planned", "actual"):
            days = [day for one in milestones if (day := _day(one, field))]
            assert days == sorted(days), (area, field)
        ahead = [
            day for one in milestones if not one.get("actual") and (day := _day(one, "revised") or _day(one, "planned"))
        ]
        assert ahead == sorted(ahead), area
        assert all((_day(one, "actual") or TODAY) <= TODAY for one in milestones)
    for values in made.of("project").values():
        steps = ("started_on", "permitted_on", "building_from", "realised_on")
        days = [day for field in steps if (day := _day(values, field))]
        assert days == sorted(days), values["name"]
        assert all(day <= TODAY for day in days), values["name"]
    for kind, field in (
        ("lesson", "learned_on"),
        ("participation", "held_on"),
        ("ownership_assessment", "assessed_on"),
    ):
        for id, values in made.of(kind).items():
            start = _day(areas[str(values["area"])], "start") if values.get("area") else None
            assert start is None or start <= (_day(values, field) or TODAY) <= TODAY, id


def test_decisions_were_taken_are_coming_or_are_late(made: Content) -> None:
    found: dict[tuple[Value, bool], int] = defaultdict(int)
    for values in made.of("decision").values():
        found[values["state"], (_day(values, "decided_on") or TODAY) > TODAY] += 1
    assert ("taken", True) not in found
    assert found["taken", False] > 100
    assert found["planned", True] > 30
    assert 5 < found["planned", False] < 50


def test_every_row_of_roles_has_one_who_is_accountable_and_some_leads_carry_out_nothing(
    made: Content, warnings: list[Problem]
) -> None:
    for id, values in made.of("role").items():
        assert sum(values.get(actor) in ("A", "RA") for actor in ACTORS) == 1, id
    idle = {one.id for one in warnings if "voert de lokale trekker" in one.what}
    assert 5 <= len(idle) <= 20


def test_money_is_of_a_size_that_people_know(made: Content) -> None:
    areas, spent = made.of("area_process"), 0
    for area, lines in _of_area(made.of("finance_line")).items():
        cost = sum(_number(one, "amount") for one in lines if one["kind"] == "cost")
        homes = _number(areas[area], "dwellings_count")
        if areas[area]["theme"] == "neighbourhood_plan" and len(lines) > 2:
            assert 12_000 < cost / homes < 50_000, area
            spent += 1
        for one in lines:
            day = _day(one, "decided_on")
            if day and day < date(2023, 1, 1):
                assert not str(one["label"]).startswith(NEW_SCHEMES), (area, "a subsidy that was not there yet")
    assert spent > 25


def test_projects_are_of_a_size_that_people_know(made: Content, land: Land) -> None:
    fields: dict[str, float] = defaultdict(float)
    for values in made.of("project").values():
        capacity, hours = _number(values, "capacity"), None
        mw = capacity / 1000 if values["capacity_unit"] == "kWp" else capacity
        if values.get("expected_mwh"):
            hours = _number(values, "expected_mwh") / mw
        match values["technology"]:
            case "wind":
                assert 3 <= mw <= 55, values["name"]
                assert hours is None or 2_300 < hours < 3_400, values["name"]
            case "solar_field" | "solar_water" | "solar_roof":
                assert 0.1 <= mw <= 30, values["name"]
                assert hours is None or 800 < hours < 1_000, values["name"]
        if values["technology"] == "solar_field" and values["status"] == "realised":
            fields[str(values["municipality"])] += capacity
        shares = [_number(values, name) for name in KINDS["project"].by_name if name.startswith("share_")]
        assert sum(shares) in (0, pytest.approx(1)), values["name"]
    for code, kwp in fields.items():
        assert kwp <= land.towns[code].field_kwp, (code, "more panels in fields than the statistics count")


def test_a_community_has_a_method_card_of_its_own_with_one_step_more(made: Content) -> None:
    (card,) = made.of("method_card").items()
    assert card[1]["derived_from"] == "wijkuitvoeringsplan-1"
    assert "W3a" in {values["code"] for values in made.of("method_phase").values()}
    assert any(values["method_card"] == card[0] for values in made.of("area_process").values())


def test_areas_lie_in_wijken_and_buurten_or_in_an_outline_within_their_municipality(made: Content, land: Land) -> None:
    drawn = 0
    for id, values in made.of("area_process").items():
        outline, codes = values.get("polygon"), values.get("location_codes")
        assert bool(outline) != bool(codes), id
        if outline:
            towns = values["municipalities"]
            assert isinstance(towns, tuple)
            inside = shapely.union_all([land.shapes[one.code] for town in towns for one in land.towns[town].wijken])
            assert shape(outline).is_valid, id  # type: ignore[arg-type]
            assert inside.buffer(1e-4).contains(shape(outline)), id  # type: ignore[arg-type]
            drawn += 1
    assert drawn >= 20
    assert {values.get("location_year") for values in made.of("area_process").values()} == {None, 2021, 2025}

"""Groups with a name: province, energy region, size, a community, each other, and a set of one's own."""

import pytest

from transition.domain.areas import Area, Level
from transition.metrics.comparison import peer_group
from transition.metrics.comparison.peer_group import Dropped, PeerGroup, Sort
from transition.metrics.council_peers import FEWEST
from transition.metrics.no_number import NoNumber, Why


def gemeente(number: int, provincie: str = "PV01", res: str = "ES01", valid_to: int | None = None) -> Area:
    return Area(f"GM{number:04}", f"Plaats {number}", Level.GEMEENTE, None, valid_to, provincie, res)


AREAS = {
    area.code: area
    for area in (
        *(gemeente(number) for number in range(1, 6)),
        gemeente(6, res="ES02"),
        gemeente(7, "PV02", "ES02"),
        gemeente(8, valid_to=2021),
        Area("PV01", "Noorderland", Level.PROVINCIE),
        Area("ES01", "De Vlakte", Level.RES),
        Area("ES02", "Het Eiland", Level.RES),
    )
}


def made(found: object) -> PeerGroup:
    assert isinstance(found, PeerGroup)
    return found


def test_a_province_is_its_present_municipalities_with_the_area_itself_in_front() -> None:
    group = made(peer_group.of_province("GM0003", AREAS))
    assert group.members == ("GM0003", "GM0001", "GM0002", "GM0004", "GM0005", "GM0006")
    assert (group.sort, group.facts, group.area) == (Sort.PROVINCE, {"name": "Noorderland"}, "GM0003")


def test_an_energy_region_of_two_is_no_group() -> None:
    found = peer_group.of_res("GM0007", AREAS)
    assert isinstance(found, NoNumber)
    assert (found.why, found.facts["found"], found.facts["needed"]) == (Why.TOO_FEW_CASES, 1, FEWEST)


def test_a_size_class_begins_at_its_own_bound() -> None:
    people = {
        "GM0001": 50_000,
        "GM0002": 99_999,
        "GM0003": 60_000,
        "GM0004": 70_000,
        "GM0005": 80_000,
        "GM0006": 49_999,
    }
    group = made(peer_group.of_size("GM0001", AREAS, people))
    assert group.others == ("GM0002", "GM0003", "GM0004", "GM0005")
    assert group.facts == {"least": 50_000.0, "below": 100_000.0}
    without = peer_group.of_size("GM0007", AREAS, people)
    assert isinstance(without, NoNumber)
    assert without.why is Why.NO_INHABITANTS


def test_a_community_counts_its_municipalities_of_now() -> None:
    group = made(peer_group.of_community("GM0001", "Warm", ("GM0001", "GM0007", "GM0008"), AREAS))
    assert (group.members, group.facts) == (("GM0001", "GM0007"), {"name": "Warm"})


@pytest.mark.parametrize(
    ("chosen", "kept", "dropped"),
    [
        (("GM0002", "GM0007"), ("GM0002", "GM0007"), {}),
        (("GM0002", "GM0003", "GM0004", "GM0005", "GM0006", "GM0007"), 5, {"GM0007": Dropped.TOO_MANY}),
        (("GM0002", "GM0002", "GM0003"), 2, {"GM0002": Dropped.TWICE}),
        (("GM0001", "GM0002", "GM0003"), 2, {"GM0001": Dropped.ITSELF}),
        (("GM0002", "GM0003", "GM0008"), 2, {"GM0008": Dropped.ENDED}),
        (("GM0002", "GM0003", "PV01"), 2, {"PV01": Dropped.OTHER_LEVEL}),
        (("GM0002", "GM0003", "<script>"), 2, {"<script>": Dropped.UNKNOWN}),
        (("GM0002", "'; drop"), None, {"'; drop": Dropped.UNKNOWN}),
        ((), None, {}),
    ],
)
def test_a_set_of_ones_own_holds_two_to_five_others_and_says_what_is_not_in_it(
    chosen: tuple[str, ...], kept: object, dropped: dict[str, Dropped]
) -> None:
    found = peer_group.own_set("GM0001", chosen, AREAS)
    assert dict(found.dropped) == dropped
    if kept is None:
        assert isinstance(found.group, NoNumber)
    else:
        others = made(found.group).others
        assert others == kept or len(others) == kept

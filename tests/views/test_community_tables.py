"""Communities as tables: Dutch words, nothing left blank, no contact data."""

import pandas as pd

from tests.metrics import register_tables
from tests.metrics.register_tables import table
from tests.metrics.test_communities import AREAS, TODAY, overview
from transition.metrics import area_processes
from transition.views import community_tables
from transition.views.record_words import NOT_RECORDED

PARTIES = table(
    "party",
    {
        "prov": {"name": "Provincie Noord", "type": "province", "contact_email": "iemand@voorbeeld.nl"},
        "net": {"name": "Net <b>Oost</b>", "type": "grid_operator", "members_count": 12500},
    },
)
NAMES = {code: area.name for code, area in AREAS.items()}


def test_the_list_says_who_hosts_where_and_when_and_never_leaves_a_blank() -> None:
    found = community_tables.listing(overview(), community_tables.described(PARTIES), NAMES).set_index("Community")
    warm = found.loc["Warme wijken"]
    assert warm["Co-hosts"] == "Provincie Noord (provincie) en Net <b>Oost</b> (netbeheerder)"
    assert (warm["Gemeenten"], warm["Aantal gebieden"], warm["Laatste bijeenkomst"]) == (
        "Havenstad",
        2,
        "10 september 2026",
    )
    assert found.loc["élan", "Regio"] == "Noordkust"
    assert list(found.loc["Zonder", ["Co-hosts", "Regio", "Gemeenten", "Laatste bijeenkomst"]]) == [NOT_RECORDED] * 4
    assert not (found == "").any(axis=None)


def test_a_host_that_is_gone_is_named_by_its_id() -> None:
    assert (
        community_tables.hosts(("prov", "weg"), community_tables.described(PARTIES))
        == "Provincie Noord (provincie) en weg"
    )


def test_another_theme_is_named_by_its_own_words() -> None:
    assert community_tables.theme("other", "Aquathermie") == "Ander thema: Aquathermie"
    assert community_tables.theme("other", None) == "Ander thema"
    assert community_tables.theme("energy_hub", "iets") == "Energiehub"


def test_parties_are_shown_without_contact_data() -> None:
    found = community_tables.parties(PARTIES, NAMES)
    assert "voorbeeld.nl" not in found.to_csv()
    assert list(found["Leden"]) == [NOT_RECORDED, "12.500"]


def test_an_empty_register_gives_tables_with_their_columns() -> None:
    nothing = {kind: table(kind, {}) for kind in ("session", "lesson", "party")}
    assert len(community_tables.sessions(nothing["session"])) == 0
    lessons = community_tables.lessons(
        nothing["lesson"].assign(**dict.fromkeys(("area_name", "community_name"), pd.Series(dtype=object)))
    )
    assert "Les" in lessons.columns
    assert community_tables.parties(nothing["party"], NAMES).empty


def test_areas_say_where_they_lie_and_how_far_they_are() -> None:
    nobody = pd.DataFrame({"at": pd.Series(dtype="datetime64[ns, UTC]"), "who": pd.Series(dtype=object)})
    areas = area_processes.overview(register_tables.tables(), nobody, TODAY).loc[["haven", "leeg"]]
    found = community_tables.areas(areas, {register_tables.CARD: "Wijkaanpak, versie 1"}, NAMES)
    assert list(found.iloc[0, :3]) == ["Havenkwartier", "Havenstad", "Geld rondmaken"]
    assert found.loc[0, "Methodekaart"] == "Wijkaanpak, versie 1"
    assert list(found.iloc[1, 2:5]) == [NOT_RECORDED] * 3

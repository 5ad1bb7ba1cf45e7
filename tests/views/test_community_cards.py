"""Communities to choose from."""

from tests.metrics.test_communities import AREAS, overview
from transition.views import community_cards

NAMES = {code: area.name for code, area in AREAS.items()}


def test_a_card_is_a_link_that_says_who_and_where_and_leaves_nothing_blank() -> None:
    shown = community_cards.html(overview(), {"net": "Net (netbeheerder)"}, NAMES, lambda id: f"?community={id}&x=1")
    assert '<a href="?community=warm&amp;x=1" data-community="warm" target="_self">Warme wijken</a>' in shown
    assert "Wijkuitvoeringsplan · Actief · regio niet vastgelegd · 1 gemeente · 2 gebieden" in shown
    assert "Co-hosts: prov en Net (netbeheerder). Laatste bijeenkomst: 10 september 2026." in shown
    assert "gemeenten niet vastgelegd · nog geen gebied" in shown
    assert "Co-hosts: niet vastgelegd. Laatste bijeenkomst: niet vastgelegd." in shown


def test_a_name_is_no_html() -> None:
    found = overview()
    found.loc["warm", "name"] = "<script>alert(1)</script>"
    assert "<script>" not in community_cards.html(found, {}, NAMES, str)

"""Lessons to read."""

from tests.metrics.test_communities import tables
from transition.metrics import communities
from transition.views import lesson_list, session_list


def shown() -> str:
    of = tables()
    of["lesson"].loc["l2", ["title", "link"]] = ["<b>Vraag</b>", "javascript:alert(1)"]
    of["lesson"].loc["l3", ["area", "link"]] = ["weg", "https://www.voorbeeld.nl/verslag"]
    return lesson_list.html(communities.lessons(of, "warm"), lambda id: f"area_processes?gebied={id}")


def test_a_lesson_leads_to_the_area_it_came_from_and_to_more_about_it() -> None:
    assert '<a href="area_processes?gebied=haven" target="_self">Havenkwartier</a>' in shown()
    assert "Meer lezen (voorbeeld.nl)" in shown()
    assert "Uit een gebied dat er niet meer is" in shown()
    assert "Niet uit één gebied · datum niet vastgelegd" in shown()


def test_lessons_of_more_than_one_community_lead_to_it_too() -> None:
    shown = lesson_list.html(communities.all_lessons(tables()), str, lambda id: f"?community={id}")
    assert 'Les van <a href="?community=warm" data-community="warm" target="_self">Warme wijken</a>' in shown


def test_what_people_typed_is_no_html_and_no_script() -> None:
    assert "<b>" not in shown()
    assert 'href="javascript' not in shown()


def test_a_session_says_when_and_how_many_and_leads_to_its_report() -> None:
    found = communities.sessions(tables(), "warm")
    found.loc["s1", ["participants_count", "link", "summary"]] = [1, "https://voorbeeld.nl/1", "<i>Kort</i>"]
    shown = session_list.html(found)
    assert shown.index("Tempo") < shown.index("Geld") < shown.index("Rollen")
    assert "1 maart 2026 · 1 deelnemer · " in shown
    assert "Verslag (voorbeeld.nl)" in shown
    assert "10 september 2026 · aantal deelnemers niet vastgelegd" in shown
    assert "&lt;i&gt;Kort" in shown

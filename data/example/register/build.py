"""Everything Doggerland recorded, put together."""

from data.example.register.area_projects import of_areas
from data.example.register.areas import add_areas
from data.example.register.communities import add_communities, add_sessions_and_lessons, members_of
from data.example.register.content import Content
from data.example.register.decisions import add_decisions
from data.example.register.fields_and_parks import add_parks
from data.example.register.land import Land
from data.example.register.method import add_own_card, cards_of_everyone
from data.example.register.money import add_money
from data.example.register.ownership import add_ownership
from data.example.register.parties import add_parties
from data.example.register.plans import plans
from data.example.register.projects import add_project
from data.example.register.roles import add_roles
from data.example.register.steering import add_steering
from data.example.register.targets import add_targets
from data.example.register.town_decisions import add_town_decisions
from transition.domain.register.fields import slug

OWN_CARD_OF = slug("Wijkwarmte Barnsteen")
"""The community that made a method card its own."""


def content(land: Land) -> Content:
    """All records as they are today."""
    made = Content()
    lines = plans()
    communities = members_of(lines, land)
    add_parties(made, land, lines)
    add_communities(made, communities)
    cards = {**cards_of_everyone(), OWN_CARD_OF: add_own_card(made, OWN_CARD_OF)}
    areas = add_areas(made, land, lines, communities, cards)
    add_sessions_and_lessons(made, areas)
    add_roles(made, areas)
    add_money(made, areas)
    add_ownership(made, areas)
    add_decisions(made, areas)
    add_town_decisions(made, land)
    of_area = of_areas(areas)
    for draft in of_area:
        add_project(made, draft)
    add_parks(made, land, of_area)
    add_targets(made, land, areas)
    add_steering(made, land)
    return made

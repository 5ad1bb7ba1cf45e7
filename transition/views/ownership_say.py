"""What ownership brings beside electricity: votes, money for the surroundings, and how people took part, in words and HTML."""

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd

from transition.domain.register.choices import PARTICIPATION_STEPS
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.say import Fund, Step, shares_of
from transition.views import area_rows, links, text
from transition.views import ownership_words as words
from transition.views.card_table import card_table

VOTES = {
    "half_or_more": "De helft of meer",
    "quarter_to_half": "Een kwart tot de helft",
    "below_quarter": "Minder dan een kwart",
    "none": "Geen",
    "unknown": "Niet vastgelegd",
}
VOTES_READING = (
    "Stem is iets anders dan eigendom: met weinig geld kan een lokale partij toch veel stem hebben, en andersom."
)
FUND_READING = (
    "Alleen projecten waarvan de bijdrage en de opbrengst zijn vastgelegd, tellen mee; daarom is het minstens dit bedrag. "
    "Een bijdrage maakt niemand mede-eigenaar. Obligaties en andere vormen van meedoen legt het register niet vast."
)
STEPS_READING = (
    "De treden lopen van 1 (informeren) tot 6 (zelf organiseren). "
    "Van elk besluit telt de hoogste trede waarvan een stuk het bewijs is."
)


def votes_heading(votes: Mapping[str, int]) -> str:
    """The message: in how many projects local parties have at least half of the votes; what is unknown first."""
    whole, unknown = sum(votes.values()), votes["unknown"]
    if not whole:
        return "Er staat geen park waarvan de stem is vastgelegd"
    if isinstance(shares_of(votes), NoNumber):
        return "Welke stem lokale partijen hebben, is van geen enkel project vastgelegd"
    half, known = votes["half_or_more"], whole - unknown
    said = "hebben lokale partijen de helft of meer van de stemmen"
    if not unknown:
        return f"In {half} van de {words.projects(known)} {said}"
    return f"Van {words.projects(unknown)} is de stem niet vastgelegd; in {half} van de {known} andere {said}"


def votes_html(votes: Mapping[str, int]) -> str:
    """How many projects are in each class."""
    rows = [[escape(label), text.number(votes[name])] for name, label in VOTES.items()]
    return area_rows.table(("Stemmen van lokale partijen", "Projecten die er staan"), rows, "Zeggenschap")


def votes_table(votes: Mapping[str, int]) -> pd.DataFrame:
    """The same to keep."""
    rows = [(label, votes[name]) for name, label in VOTES.items()]
    return pd.DataFrame(rows, columns=["Stemmen van lokale partijen", "Projecten"])


def fund_heading(found: Fund) -> str:
    """The message: euros a year and per MWh, on how many projects it rests."""
    if not found.of:
        return "Er staat geen park waarvan een bijdrage is vastgelegd"
    if isinstance(found.per_year, NoNumber):
        return "Wat parken aan de omgeving bijdragen, is niet vastgelegd"
    if isinstance(found.per_mwh, NoNumber) and found.per_mwh.why is Why.NO_PRODUCTION:
        return "Wat parken aan de omgeving bijdragen, is niet te zeggen: de opbrengst is nul"
    each = f", {text.quantity(found.per_mwh, 'euro', 2)} per MWh" if isinstance(found.per_mwh, float) else ""
    least = "minstens " if found.n < found.of else ""
    return f"Parken dragen per jaar {least}{text.quantity(found.per_year, 'euro')} bij aan de omgeving{each}"


def fund_basis(found: Fund) -> str:
    """On how many projects it rests; '' when nothing stands."""
    if not found.of:
        return ""
    return (
        f"Vastgelegd voor {found.n} van de {words.projects(found.of)} die er {'staat' if found.of == 1 else 'staan'}."
    )


def steps_heading(took_part: Mapping[tuple[str, str], Step], unproven: int) -> str:
    """The message: how many decisions have a step with evidence; records without any are said."""
    if not took_part:
        none = f"; {_without(unproven)}" if unproven else ""
        return f"Hoe inwoners meededen bij een besluit, is niet met bewijs vastgelegd{none}"
    decided = sum(one.step >= 5 for one in took_part.values())
    return (
        f"Bij {decided} van de {words.counted(len(took_part), 'besluit', 'besluiten')} met bewijs "
        "beslisten inwoners en ondernemers mee, of organiseerden zij het zelf"
    )


def steps_limits(unproven: int) -> str:
    """'82 vastgelegde keren tellen niet mee, want het bewijs ontbreekt.'; '' when there are none."""
    return f"{_without(unproven).capitalize()}." if unproven else ""


def _without(unproven: int) -> str:
    return f"{words.counted(unproven, 'keer telt', 'keren tellen')} niet mee, want het bewijs ontbreekt"


def steps_html(took_part: Mapping[tuple[str, str], Step], area: Callable[[str], str], most: int) -> str:
    """The first `most`, the highest step first. area: id -> HTML of its name."""
    rows = [
        [area(one.area), escape(one.about), escape(PARTICIPATION_STEPS[str(one.step)]), text.day(one.held_on), links.anchor(one.evidence)]
        for one in ordered(took_part)[:most]
    ]  # fmt: skip
    return card_table(("Gebied", "Besluit", "Trede", "Datum", "Bewijs"), rows, "Meedoen bij besluiten")


def ordered(took_part: Mapping[tuple[str, str], Step]) -> list[Step]:
    """The highest step first, of these the newest."""
    return sorted(took_part.values(), key=lambda one: (one.step, one.held_on), reverse=True)


def steps_table(took_part: Mapping[tuple[str, str], Step], names: Mapping[str, str]) -> pd.DataFrame:
    """All of them to keep. names: of area processes."""
    rows = [
        (names[one.area], one.about, PARTICIPATION_STEPS[str(one.step)], one.held_on, one.evidence)
        for one in ordered(took_part)
        if one.area in names
    ]
    return pd.DataFrame(rows, columns=["Gebied", "Besluit", "Trede", "Datum", "Bewijs"])

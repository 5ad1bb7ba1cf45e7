"""Van wie is de opwek? in one sentence made by rules: what is not known is said first. Plain text."""

from datetime import date

from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.local import Local
from transition.metrics.ownership.shares import Definition, Share
from transition.metrics.scope import Scope, Sort
from transition.views import ownership_words as words
from transition.views import text


def place(about: Scope, called: str) -> str:
    """What a scope is called in a sentence after 'in'. called: of a place, its name as it stands in a sentence."""
    if about.sort is Sort.AREA_PROCESS:
        return f"het gebied {about.name}"
    return f"de gebieden van community {about.name}" if about.sort is Sort.COMMUNITY else called


def answer(found: Local, place: str, definition: Definition) -> str:
    """The answer of the page in one or two sentences. place: after 'in'."""
    stands = found.measured(definition).stands
    if not found.counted:
        return f"Van wie de opwek in {place} is, weten wij niet: er is geen windpark of zonnepark vastgelegd."
    if not stands.of:
        return (
            f"In {place} staat nog geen windpark of zonnepark dat is vastgelegd. "
            f"Er {'is' if found.counted == 1 else 'zijn'} {words.projects(found.counted)} in voorbereiding."
        )
    if not stands.n:
        return f"Van wie de opwek in {place} is, weten wij niet: van geen enkel project is bekend hoeveel het opwekt."
    return _of_known(stands, place)


def _of_known(stands: Share, place: str) -> str:
    whose = words.OF_WHOM[stands.definition]
    unknown = words.percent(stands.unknown)
    if isinstance(stands.share, NoNumber):
        if stands.unknown >= 1:
            return f"Van geen enkele opwek in {place} is vastgelegd van wie die is."
        assert isinstance(stands.band, Band), "what has production has a band"
        low, high = words.percent(stands.band.low), words.percent(stands.band.high)
        return (
            f"Van {unknown} van de opwek in {place} weten wij niet van wie die is. "
            f"Daarom is er geen percentage: minstens {low} en hoogstens {high} is {whose}."
        )
    share = words.percent(stands.share)
    if stands.unknown > 0:
        return f"Van {unknown} van de opwek in {place} weten wij niet van wie die is. Van de rest is {share} {whose}."
    return f"Van de opwek in {place} is {share} {whose}."


def basis(found: Local, today: date) -> str:
    """What the answer rests on: the day, how many of how many projects, and which of them were estimated."""
    stands, said = found.broad.stands, []
    if stands.of > stands.n:
        missing = stands.of - stands.n
        said.append(
            f"Van {missing} van de {words.projects(stands.of)} die er staan is de opbrengst niet vastgelegd; "
            f"{'dat telt' if missing == 1 else 'die tellen'} niet mee."
        )
    rests = f"Stand van het register op {text.day(today.isoformat())}"
    rests += f", {words.projects(stands.n)} die er {'staat' if stands.n == 1 else 'staan'}." if stands.n else "."
    said.append(rests)
    if stands.estimated:
        whose = (
            "De opbrengst daarvan" if stands.estimated == stands.n else f"De opbrengst van {stands.estimated} daarvan"
        )
        said.append(f"{whose} is {words.ESTIMATED} uit het vermogen.")
    return " ".join(said)


COUNTS = (
    "Het gaat om lokaal eigendom: wie volgens de wet eigenaar is van windparken en zonneparken. "
    "Zon op daken en warmte tellen niet mee. Parken met meer opbrengst tellen zwaarder."
)
"""What this page measures, and what not."""

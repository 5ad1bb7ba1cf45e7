"""What nobody knows, as a sentence: areas without records, owners unknown, figures that can still change."""

from collections.abc import Iterator

from transition.domain.values import Gap, Status
from transition.metrics.council import Council
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.result import Realised
from transition.views import council_words, text
from transition.views.council_words import Speaker, of_areas, percent
from transition.views.ownership_words import COUNTED, counted, of_projects, projects

_PROVISIONAL = (Status.PROVISIONAL, Status.PROVISIONAL_REVISED, Status.ESTIMATED)


def left_to_know(found: Council, who: Speaker) -> str:
    """All that is missing, the goal first; when nothing is, that too."""
    said = [*_of_goal(found, who), *_of_areas(found), *_of_projects(found), *_of_figures(found)]
    if not said:
        return "Alles waar deze zinnen op steunen, is vastgelegd."
    return " ".join(f"{one[:1].upper()}{one[1:]}." for one in said)


def _of_goal(found: Council, who: Speaker) -> Iterator[str]:
    if isinstance(found.outcome.goal, NoNumber):
        yield f"het doel van {who.place}"
    elif found.outcome.goal.decided_on is None:
        yield "wanneer het doel is vastgesteld"


def _of_areas(found: Council) -> Iterator[str]:
    recorded = found.recorded
    of = recorded.schedules.of
    if not of:
        yield "hoe het in de gebieden gaat: er is geen gebied vastgelegd"
        return
    missing = {
        "de planning van de volgende stappen": of - recorded.schedules.recorded,
        "wie trekt": len(recorded.leads.unknown),
        "wat het kost": of - recorded.money.with_cost,
        "hoe het betaald wordt": of - recorded.money.with_cover,
        "het eigenaarschap volgens de gemeente": of - recorded.eigenaarschap[MUNICIPALITY].recorded,
        "het eigenaarschap volgens de lokale partij": of - recorded.eigenaarschap[LOCAL].recorded,
    }
    by_count: dict[int, list[str]] = {}
    for what, count in missing.items():
        if count:
            by_count.setdefault(count, []).append(what)
    for count, topics in sorted(by_count.items(), reverse=True):
        yield f"van {of_areas(count, of)}: {text.enumeration(topics)}"


def _of_projects(found: Council) -> Iterator[str]:
    broad, hard = found.broad, found.outcome.hardness
    if broad.of and broad.unknown:
        yield f"van wie {percent(broad.unknown)} van {COUNTED} is"
    if broad.of > broad.n:
        yield f"de productie van {of_projects(broad.of - broad.n, broad.of)} die er {'staat' if broad.of == 1 else 'staan'}"
    if not broad.of:
        yield f"van wie {COUNTED} is"
    if isinstance(hard, Hardness) and hard.unknown:
        yield f"de opbrengst van {projects(hard.unknown)} in voorbereiding"


def _of_figures(found: Council) -> Iterator[str]:
    series, at = found.outcome.series, found.outcome.realised
    if isinstance(at, Gap):
        yield "hoe ver het is: er is geen cijfer over een heel jaar"
    if series.wind_unknown:
        yield f"de productie van {counted(series.wind_unknown, 'windproject', 'windprojecten')}"
    elif series.is_lower_bound and series.wind_count == 0:
        yield "hoeveel stroom windmolens leveren: in het register staat geen windpark, en het cijfer van het CBS is alleen zon"
    if isinstance(at, Realised) and at.status in _PROVISIONAL:
        yield f"het definitieve cijfer over {at.period}: het is nu {council_words.status(at.status)}"
    if series.assumed_period:
        yield f"van welk jaar het cijfer is: wij nemen {series.assumed_period}"

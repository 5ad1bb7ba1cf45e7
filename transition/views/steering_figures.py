"""The figures above the page about steering, as cards in one piece of HTML; a verdict has a form and a word, never colour alone."""

from collections.abc import Callable
from html import escape

from transition.domain.values import Gap, Status
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Expected, Realised, Result
from transition.views import gap_text, text
from transition.views import steering_words as words
from transition.views.what_if_text import MARK


def html(found: Outcome) -> str:
    """The cards; what rests on an assumption is marked."""
    measured = (_pace(found), _year(found)) if isinstance(found.result, Result) else ()
    projects = () if _say_nothing(found) else (_coming(found),)
    cards = (_goal(found), _there(found), *measured, *projects)
    mark = f"<em>{MARK}</em> " if found.is_assumed else ""
    return f'<dl class="goal-facts">{"".join(_card(mark, *card) for card in cards)}</dl>'


def _say_nothing(found: Outcome) -> bool:
    """Whether no project could say anything about this figure."""
    return isinstance(found.hardness, NoNumber) and found.hardness.why is Why.PROJECTS_DO_NOT_COUNT


def _card(mark: str, label: str, value: str, more: str, verdict: str = "") -> str:
    return f"<div><dt>{mark}{escape(label)}</dt><dd>{escape(value)}{verdict}<small>{escape(more)}</small></dd></div>"


def _verdict(found: Outcome) -> str:
    light = found.pace.light if isinstance(found.pace, Pace) else found.pace
    if isinstance(light, NoNumber):
        return ""
    form, word, name = words.VERDICTS[light.verdict]
    told = [text.STATUSES[mark] for mark in light.marks if mark in text.STATUSES]
    unsure = f" ({text.enumeration(told)})" if told else ""
    return f'<b class="goal-{name}">{form} {word}{unsure}</b>'


def _goal(found: Outcome) -> tuple[str, str, str]:
    if isinstance(found.goal, NoNumber):
        return "Doel", "○ niet vastgelegd", gap_text.sentence(found.goal)
    said = words.scale(found).amount(found.goal.value)
    own = found.assumed.target is not None or found.assumed.year is not None
    return f"Doel voor {found.goal.year}", said, "uw aanname" if own else words.decided(found.goal)


def _there(found: Outcome) -> tuple[str, str, str]:
    if not isinstance(found.realised, Realised):
        return "Bereikt", "○ niet vastgelegd", gap_text.sentence(found.realised)
    one = found.realised
    least = "ten minste " if found.series.is_lower_bound else ""
    amount, when = f"{least}{words.scale(found).amount(one.value)}", f"in {one.period}{_status(one.status)}"
    if not isinstance(found.result, Result):
        return "Nu", amount, when
    if isinstance(found.result.reach, NoNumber):
        return "Bereikt", amount, f"{when}. {gap_text.sentence(found.result.reach)}"
    return "Van het doel bereikt", f"{least}{words.share(found.result.reach)}", f"{amount} {when}"


def _status(status: str) -> str:
    """' (geschat)'; nothing for a final figure."""
    return f" ({text.STATUSES.get(status, status)})" if status and status != Status.FINAL else ""


def _pace(found: Outcome) -> tuple[str, str, str, str]:
    label = "Tempo"
    if not isinstance(found.pace, Pace):
        return label, "– niet te bepalen", gap_text.sentence(found.pace), ""
    pace = found.pace
    told = " ".join(_rates(found, pace))
    if isinstance(pace.factor, NoNumber):
        return label, f"– {gap_text.short(pace.factor)}", f"{told} {gap_text.sentence(pace.factor)}".strip(), ""
    if isinstance(pace.light, NoNumber):
        return label, "– geen oordeel", f"{told} {gap_text.sentence(pace.light)}".strip(), ""
    if found.is_over:
        return label, f"{words.factor(pace.factor)} keer wat nodig was", told, ""
    return label, f"{words.factor(pace.factor)} keer wat nodig is", told, _verdict(found)


def _rates(found: Outcome, pace: Pace) -> list[str]:
    """Needed and actual. Where more is there than is counted, less may be needed and more may have been added."""
    said, least = words.scale(found), found.series.is_lower_bound
    told = []
    if not isinstance(pace.needed, NoNumber):
        told.append(f"Nodig: {'hoogstens ' if least else ''}{said.rate(pace.needed)}.")
    if not isinstance(pace.actual, NoNumber):
        what = f"Werkelijk ({pace.since}–{pace.until})" if pace.since else "Uw aanname"
        only = " (alleen zon)" if pace.since and found.series.wind_count == 0 else ""
        told.append(f"{what}: {said.rate(pace.actual)}{only}.")
    return told


def _year(found: Outcome) -> tuple[str, str, str]:
    label = "Bij dit tempo bereikt"
    if not isinstance(found.pace, Pace):
        return label, "–", gap_text.short(found.pace)
    year = found.pace.year
    if isinstance(year, NoNumber):
        said = "" if year == found.pace.factor else gap_text.sentence(year)  # one reason is told once
        return label, f"– {gap_text.short(year)}", said
    if isinstance(found.pace.light, NoNumber) and found.pace.light.why is Why.LOWER_BOUND:
        return label, "–", "niet te bepalen, want wind is hier niet vastgelegd"
    if isinstance(found.goal, NoNumber):
        return label, str(year), ""
    late = year - found.goal.year
    years = (
        f"{text.number(abs(late))} jaar {'na' if late > 0 else 'voor'} {found.goal.year}" if late else "precies op tijd"
    )
    if found.today and year < found.today.year:
        years += f"; het cijfer over {year} is er nog niet"
    return label, f"eind {year}", years


def _coming(found: Outcome) -> tuple[str, str, str]:
    label = "Verwacht met projecten"
    if isinstance(found.expected, Expected) and not isinstance(found.hardness, Hardness):
        label = "Verwacht met wat zeker komt"
    if not isinstance(found.expected, Expected):
        if isinstance(found.hardness, Hardness):
            low, high = found.hardness.pipeline.low, found.hardness.pipeline.high
            return (
                "Onderweg",
                words.scale(found).between(found.hardness.pipeline) if high else "0",
                _chances(low, high),
            )
        if _not_recorded(found.pipeline):
            return (
                label,
                "○ niet vastgelegd",
                "Er is geen project vastgelegd. Dat is niet hetzelfde als geen projecten.",
            )
        return label, "–", gap_text.sentence(_reason(found))
    least = "ten minste " if found.series.is_lower_bound else ""
    reach = f"{least}{words.shares(found.expected.reach)} van het doel: {words.enough(found)}"
    rests = "de kansen zijn een aanname" if isinstance(found.hardness, Hardness) else "volgens de Monitor RES 2025"
    return label, f"{least}{words.scale(found).between(found.expected.amount)}", f"{reach}; {rests}"


def _chances(low: float, high: float) -> str:
    return "de kansen zijn een aanname" if low != high else ""


def _reason(found: Outcome) -> Gap:
    return found.pipeline if isinstance(found.pipeline, NoNumber) else found.expected  # type: ignore[return-value]


def _not_recorded(gap: object) -> bool:
    return isinstance(gap, NoNumber) and gap_text.short(gap) == "niet vastgelegd"


def ownership_goal(goal: Goal, address: Callable[[str], str]) -> str:
    """That there is a goal for local ownership too, with the way to the page about it. address: of a page, by its name."""
    decided = escape(words.decided(goal))
    return (
        f'<p class="goal-told">Er is ook een doel voor lokaal eigendom: {escape(text.quantity(goal.value, "%"))} in {goal.year} '
        f'({decided}). <a href="{escape(address("ownership"), quote=True)}" target="_self">Bekijk lokaal eigendom</a>.</p>'
    )


def holds(found: Outcome) -> dict[str, str]:
    """Field of an assumption -> what is recorded, measured or begun with."""
    said, scale = {state: words.shares(chance) for state, chance in found.chances.items()}, words.scale(found)
    if isinstance(found.goal, Goal):
        said |= {"target": scale.amount(found.goal.value), "year": str(found.goal.year)}
    if isinstance(found.pace, Pace) and not isinstance(found.pace.actual, NoNumber):
        said["pace"] = scale.rate(found.pace.actual)
    return said

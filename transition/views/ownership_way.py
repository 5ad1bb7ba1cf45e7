"""The way to half in local hands: what stands, what was agreed, and what the rest must bring, as steps along one line. HTML and words."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.aim import BY, Required, Step
from transition.metrics.ownership.local import Measured
from transition.metrics.ownership.shares import AIM, Share
from transition.metrics.steering.goal import Goal
from transition.views import ownership_words as words
from transition.views import text
from transition.views.ownership_figures import UNSURE, needed
from transition.views.what_if_text import MARK

STEPS = {
    "realised": "Gerealiseerd",
    "building": "In aanbouw, met afspraak",
    "permitted": "Vergund, met afspraak",
    "developing": "In ontwikkeling, met afspraak",
    "open": "De rest, zonder afspraak",
}
_DECIDERS = {
    "council": "de gemeenteraad",
    "executive": "het college van burgemeester en wethouders",
    "province": "de provincie",
    "local": "de lokale trekker of leden",
    "grid_operator": "de netbeheerder",
    "region": "de gemeenten, provincie en waterschappen samen",
    "state": "het Rijk",
}
"""After 'door'."""
READING = (
    "De hele breedte is alle stroom in 2030: wat er staat en wat er komt. Elke stap begint waar de vorige eindigt. "
    "Vol is lokaal, gearceerd is onbekend. Gestreept omlijnd is wat de rest nog moet brengen tot de streep van 50%. "
    "Met afspraak betekent: de overeenkomst over eigendom is getekend."
)


def reading(local_part: float | None) -> str:
    """How to read it. local_part: what a reader assumes of the rest."""
    return READING if local_part is None else f"{READING} Schuin gestreept is uw aanname."


def heading(found: Measured, place: str, *, is_assumed: bool = False) -> str:
    """The message; that it rests on a reader's chances or share of the rest stands before it."""
    said = _message(found, place)
    return f"{MARK}: {said[:1].lower()}{said[1:]}" if is_assumed else said


def _message(found: Measured, place: str) -> str:
    way = found.way
    if isinstance(found.assumed, Band):
        return f"Dan is in {BY} {words.between(found.assumed)} van de opwek in {place} lokaal"
    if isinstance(way.share, NoNumber):
        return _no_share(way)
    fixed = {
        "none": f"Van de rest hoeft niets meer lokaal te worden voor 50% in {BY}",
        "out_of_reach": f"Ook als alles wat nog open is lokaal wordt, komt {place} in {BY} niet op 50%",
    }
    said = needed(way.share)
    unsure = said == UNSURE
    usual = (
        f"Hoeveel van de rest lokaal moet worden voor 50% in {BY}, hangt af van wat nu onbekend is"
        if unsure
        else f"Van de rest moet {said} lokaal worden voor 50% in {BY}"
    )
    return fixed.get(way.answer, usual)


def _no_share(way: Required) -> str:
    if way.steps[-1].count:
        return "Hoeveel van de rest lokaal moet worden, is niet te zeggen: de opbrengst is niet vastgelegd"
    if not any(step.count for step in way.steps):
        return "Er is geen windpark of zonnepark vastgelegd"
    return "Er is geen project in voorbereiding zonder afspraak over eigendom"


def pipeline(coming: Share) -> str:
    """LE3 in words: what is agreed about what does not stand yet. It is no part of the share of today."""
    if not coming.of:
        return "Van geen enkel project in voorbereiding is een getekende afspraak over eigendom vastgelegd."
    agreed = f"Over {words.projects(coming.of)} in voorbereiding is een afspraak getekend"
    if isinstance(coming.share, NoNumber):
        band = f"; lokaal is {words.between(coming.band)}" if isinstance(coming.band, Band) else ""
        return f"{agreed}. Van wie die worden is te weinig bekend voor een percentage{band}. Ze tellen nu nog niet mee."
    return (
        f"{agreed}: {words.power(coming.mwh)} per jaar, waarvan {words.percent(coming.share)} "
        f"{words.OF_WHOM[coming.definition]}. Dat telt nu nog niet mee."
    )


def limits(way: Required) -> list[str]:
    """What is not in it, or not certain."""
    said = []
    if way.unweighted:
        counts = "dat telt" if way.unweighted == 1 else "die tellen"
        said.append(f"Van {words.projects(way.unweighted)} is de opbrengst niet vastgelegd; {counts} niet mee.")
    if way.late:
        are, counts = ("is", "telt") if way.late == 1 else ("zijn", "tellen")
        said.append(f"{words.projects(way.late).capitalize()} {are} pas na {BY} klaar en {counts} niet mee.")
    if way.undated:
        when = "het klaar is; het telt" if way.undated == 1 else "ze klaar zijn; ze tellen"
        said.append(f"Van {words.projects(way.undated)} is niet vastgelegd wanneer {when} wel mee.")
    return said


def own_goal(goal: Goal) -> str:
    """A goal that the place decided itself: '50% in 2030, vastgesteld op 12 februari 2026 door de gemeenteraad.'"""
    by = f" door {_DECIDERS[goal.decided_by]}" if goal.decided_by in _DECIDERS else ""
    on = (
        f", vastgesteld op {text.day(goal.decided_on.isoformat())}{by}"
        if goal.decided_on
        else ", besluit niet vastgelegd"
    )
    return f"Eigen doel: {text.quantity(goal.value, '%')} lokaal eigendom in {goal.year}{on}."


@dataclass(frozen=True)
class _Part:
    """A piece of the line, from `start`, in parts of all production."""

    kind: str
    start: float
    width: float


def html(found: Measured, local_part: float | None = None) -> str:
    """The steps as rows, one under the other, so that they read on a phone too. local_part: what a reader assumes of the rest."""
    whole = sum(step.mwh for step in found.way.steps)
    if whole <= 0:
        return ""
    rows, at = [], 0.0
    *settled, rest = found.way.steps
    for step in settled:
        if step.name == "realised" or step.count:
            pieces = [
                _Part("local", at, step.local / whole),
                _Part("unknown", at + step.local / whole, step.unknown / whole),
            ]
            rows.append(_row(step, _settled(step), pieces))
            at += step.local / whole
    unknown = sum(step.unknown for step in settled) / whole
    if rest.count:
        rows.append(_row(rest, _rest(found, local_part), _of_rest(at, unknown, rest.mwh / whole, local_part)))
    return f'<div class="own-way"><p class="own-aim"><span>50% in {BY}</span></p>{"".join(rows)}</div>'


def _of_rest(at: float, unknown: float, whole: float, local_part: float | None) -> list[_Part]:
    if local_part is not None:
        mine = local_part * whole
        return [_Part("assumed", at, mine), _Part("unknown", at + mine, unknown)]
    start = min(at + unknown, 1.0)
    return [_Part("unknown", at, unknown), _Part("needed", start, max(AIM - start, 0.0))]


def _row(step: Step, said: str, pieces: list[_Part]) -> str:
    spans = "".join(
        f'<span class="own-{one.kind}" style="left:{one.start * 100:.2f}%;width:{one.width * 100:.2f}%"></span>'
        for one in pieces
        if one.width > 0
    )
    label = STEPS[step.name]
    return (
        f"<p><span><b>{escape(label)}</b> {escape(said)}</span></p>"
        f'<div class="own-track" role="img" aria-label="{escape(f"{label}: {said}", quote=True)}">{spans}</div>'
    )


def _settled(step: Step) -> str:
    if not step.count:
        return "niets vastgelegd"
    unknown = f", {words.power(step.unknown)} onbekend" if step.unknown > 0 else ""
    return f"{words.power(step.local)} van {words.power(step.mwh)} lokaal{unknown} ({words.projects(step.count)})"


def _rest(found: Measured, local_part: float | None) -> str:
    rest = found.way.steps[-1]
    there = f"{words.power(rest.mwh)} ({words.projects(rest.count)})"
    if local_part is not None:
        return f"{MARK}: {words.percent(local_part)} van {there} wordt lokaal"
    if isinstance(found.way.share, NoNumber):
        return f"{words.projects(rest.count)}, opbrengst niet vastgelegd"
    if found.way.answer == "none":
        return f"{there}, daarvan is niets meer nodig"
    if found.way.answer == "out_of_reach":
        return f"{there}, alles is niet genoeg"
    return f"{there}, daarvan moet {needed(found.way.share)} lokaal worden"


def table(found: Measured) -> pd.DataFrame:
    """The steps in MWh a year; of the rest nothing is local yet and all is unknown."""
    rows = [(STEPS[one.name], one.mwh, one.local, one.unknown, one.count) for one in found.way.steps]
    columns = ["Stap", "Opbrengst (MWh per jaar)", "Lokaal (MWh)", "Onbekend (MWh)", "Projecten"]
    return pd.DataFrame(rows, columns=columns)

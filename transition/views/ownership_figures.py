"""The figures above the page about local ownership, strict and broad side by side, as cards in one piece of HTML."""

from html import escape

from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.aim import BY, Required
from transition.metrics.ownership.local import Local
from transition.metrics.ownership.shares import Definition, Distance, Share, Side
from transition.views import ownership_words as words
from transition.views import text
from transition.views.what_if_text import MARK

NONE, UNSURE = "–", "niet te zeggen"
_WHY = {
    Why.NOT_RECORDED: "er staat nog niets dat is vastgelegd",
    Why.NO_PRODUCTION: "de opbrengst is niet vastgelegd",
    Why.UNKNOWN_TOO_LARGE: "er is te veel onbekend voor één getal",
}


def html(found: Local, definition: Definition, *, is_assumed: bool = False) -> str:
    """definition: what the reader counts as local, for the distance and for what is needed; the shares show both."""
    chosen = found.measured(definition)
    cards = (
        _share(found.broad.stands),
        _share(found.strict.stands),
        _unknown(found.broad.stands),
        _distance(chosen.distance, chosen.stands),
        _required(chosen.way, is_assumed),
    )
    return f'<dl class="own-facts">{"".join(_card(*card) for card in cards)}</dl>'


def _card(label: str, value: str, more: str) -> str:
    return f"<div><dt>{escape(label)}</dt><dd>{escape(value)}<small>{escape(more)}</small></dd></div>"


def _share(stands: Share) -> tuple[str, str, str]:
    name = words.DEFINITIONS[stands.definition]
    label, whose = f"Lokaal eigendom, {name.lower()}", words.MEANINGS[stands.definition]
    if isinstance(stands.share, NoNumber):
        between = f"; het ligt {words.lies(stands.band)}" if isinstance(stands.band, Band) else ""
        return label, NONE, f"{_WHY[stands.share.why]}{between}"
    if isinstance(stands.band, Band) and stands.unknown > 0:
        whose += f". Met het onbekende erbij: {words.between(stands.band)}"
    return label, words.percent(stands.share), whose


def _unknown(stands: Share) -> tuple[str, str, str]:
    if not stands.mwh:
        return words.OWNERS["unknown"], NONE, _WHY[Why.NO_PRODUCTION if stands.of else Why.NOT_RECORDED]
    unknown = stands.unknown * stands.mwh
    more = f"{words.power(unknown)} van {words.power(stands.mwh)} per jaar"
    return words.OWNERS["unknown"], words.percent(stands.unknown), more


def _distance(found: Distance | NoNumber, stands: Share) -> tuple[str, str, str]:
    """Over all production: where the unknown decides on which side of the aim it is, there is no distance."""
    label, counted = "Afstand tot 50%", f"{words.DEFINITIONS[stands.definition].lower()} geteld"
    if isinstance(found, NoNumber):
        return label, NONE, f"{_WHY[found.why]}. {words.AMBITION}"
    lies = f"; het ligt {words.lies(stands.band)}" if isinstance(stands.band, Band) and stands.unknown > 0 else ""
    note = f"{counted}{lies}. {words.AMBITION}"
    if found.side is Side.UNSURE:
        return label, UNSURE, note
    ends = _points(found)
    if found.side is Side.THERE:
        return label, "50% gehaald" if ends == "0" else f"{ends} procentpunt erboven", note
    return label, f"{'minder dan 1' if ends == '0' else ends} procentpunt", note


def _points(found: Distance) -> str:
    """'28', or '20 tot 30' where too much is unknown for one figure."""
    if not isinstance(found.points, NoNumber):
        return text.number(abs(round(found.points)))
    near, far = sorted(abs(round(end)) for end in (found.band.low, found.band.high))
    return text.number(near) if near == far else f"{text.number(near)} tot {text.number(far)}"


def _required(way: Required, is_assumed: bool) -> tuple[str, str, str]:
    """What the rest of the pipeline must have; marked when it rests on the reader's own chances."""
    label = (f"{MARK}: " if is_assumed else "") + f"Nodig van de rest voor 50% in {BY}"
    rest = way.steps[-1]
    if isinstance(way.share, NoNumber):
        if rest.count:
            return label, NONE, f"van {words.projects(rest.count)} zonder afspraak is de opbrengst niet vastgelegd"
        return label, NONE, "er is geen project in voorbereiding zonder afspraak over eigendom"
    of = f"van {words.power(rest.mwh)} waarover nog geen afspraak is"
    if way.answer == "none":
        return label, "niets meer", of
    if way.answer == "out_of_reach":
        return label, "alles is niet genoeg", of
    return label, needed(way.share), of


def needed(share: Band) -> str:
    """'66% tot 71%'; where the unknown decides whether anything is needed or enough: 'hoogstens 40%', 'minstens 66%'."""
    low, high = words.percent(max(share.low, 0.0)), words.percent(min(share.high, 1.0))
    if share.low <= 0 and share.high > 1:
        return UNSURE
    if share.low <= 0:
        return f"hoogstens {high}"
    return f"minstens {low}" if share.high > 1 else words.between(share)

"""The communities of one co-host on one page, to read and to print: who moves, who stands still, what comes. Every text is escaped."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import pandas as pd

from transition.metrics.comparison.co_host import RECENT, Hosted, Lacks, Move, OpenLesson, Session, Standing
from transition.metrics.steering.decisions_needed import Asked, Urgency
from transition.views import beside, decisions_needed, sign_text, text
from transition.views.area_names import AreaNames

MOVES = {
    Move.STILL: ("▼", "staat stil", "staan stil"),
    Move.MOVES: ("▲", "beweegt", "bewegen"),
    Move.USUAL: ("●", "zonder stap, niet langer dan gewoon", "zonder stap, niet langer dan gewoon"),
    Move.UNKNOWN: ("○", "niet te zeggen", "niet te zeggen"),
    Move.ENDED: ("–", "gestopt of afgerond", "gestopt of afgerond"),
}
"""The form, and the words for one and for more."""
READING = (
    f"Een gebied beweegt als het in de laatste {RECENT.days // 30} maanden een stap haalde. Het staat stil als het langer in zijn fase is "
    "dan drie van de vier vergelijkbare gebieden. Met te weinig gegevens is het niet te zeggen; dat is niet hetzelfde als op schema. "
    "Een les is open als zij nog een concept is, als de uitleg of de datum ontbreekt, "
    "of als na de laatste bijeenkomst geen les is vastgelegd."
)
_LACKS = {Lacks.DRAFT: "nog een concept", Lacks.TEXT: "zonder uitleg", Lacks.DATE: "zonder datum"}
_FIRST, _FIRST_ASKED, _MOST = 3, 6, 8
"""So many names per community, decisions, and communities fit on a printed page."""


def heading(name: str, found: Sequence[Hosted]) -> str:
    """The message: how many communities and areas, and how these move; plain text."""
    areas = sum(len(one.standing) for one in found)
    if not areas:
        return f"{name} leidt {_communities(len(found))} mee; daar is nog geen gebied vastgelegd"
    counts = {move: sum(len(one.that(move)) for one in found) for move in Move}
    told = [
        f"{text.number(counts[move])} {MOVES[move][1 if counts[move] == 1 else 2]}"
        for move in (Move.MOVES, Move.STILL)
        if counts[move]
    ]
    told += [f"van {text.number(counts[Move.UNKNOWN])} is het niet te zeggen"] if counts[Move.UNKNOWN] else []
    moving = f": {text.enumeration(told)}" if told else ""
    return f"{name} leidt {_communities(len(found))} mee, met {beside.areas(areas)}{moving}"


def _communities(count: int) -> str:
    return "1 community" if count == 1 else f"{text.number(count)} communities"


def html(
    found: Sequence[Hosted],
    asked: Sequence[Asked],
    links: Mapping[str, str],
    names: AreaNames,
    *,
    head: str,
    under: str,
    today: date,
) -> str:
    """links: community -> a link to its page, safe HTML. head, under: the message, and where it comes from; plain text."""
    shown = found[:_MOST]
    cards = "".join(_card(one, links[one.id], names) for one in shown)
    left = (
        f"<p>En nog {_communities(len(found) - len(shown))}; de tabel heeft ze alle.</p>" if len(found) > _MOST else ""
    )
    return (
        f'<div class="mine"><h2>{escape(head)}</h2><p class="figure-note">{escape(under)}</p>'
        f'<div class="beside">{cards}</div>{left}'
        f'<div class="mine-lists">{_asked(asked, names, today)}{_sessions(found, links)}{_lessons(found, links)}</div>'
        f'<p class="figure-note"><strong>Zo leest u dit.</strong> {escape(READING)}</p></div>'
    )


def _card(one: Hosted, link: str, names: AreaNames) -> str:
    counts = "".join(_count(move, len(one.that(move))) for move in Move)
    lists = _listed("Staat stil", one.that(Move.STILL), names) + _listed("Laatste stap", one.that(Move.MOVES), names)
    rests = beside.areas(len(one.standing)) if one.standing else "Nog geen gebied vastgelegd"
    return (
        f'<section class="beside-one"><h3>{link}</h3><p class="beside-rests">{rests}</p>'
        f'<ul class="mine-counts">{counts}</ul>{lists}</section>'
    )


def _count(move: Move, count: int) -> str:
    if not count:
        return ""
    form, one, more = MOVES[move]
    said = f"<span>{text.number(count)} {one if count == 1 else more}</span>"
    return f'<li class="mine-{move}"><span aria-hidden="true">{form}</span> {said}</li>'


def _listed(label: str, found: Sequence[Standing], names: AreaNames) -> str:
    if not found:
        return ""
    items = "".join(
        f"<li>{names.link(one.area)} <span>{escape(_what(one, names))}</span></li>" for one in found[:_FIRST]
    )
    more = f"<li><span>en nog {text.number(len(found) - _FIRST)}</span></li>" if len(found) > _FIRST else ""
    return f'<p class="beside-side">{label}</p><ul class="beside-told">{items}{more}</ul>'


def _what(one: Standing, names: AreaNames) -> str:
    if one.days is not None:
        return f"al {sign_text.days(one.days)} in deze fase"
    return f"{names.step(one.area, one.step)}, {text.day(one.on.isoformat())}" if one.on else ""


def _asked(asked: Sequence[Asked], names: AreaNames, today: date) -> str:
    if not asked:
        return _section("Er is niets vastgelegd dat een besluit vraagt", "")
    items = "".join(_ask(one, names, today) for one in asked[:_FIRST_ASKED])
    more = f"<p>En nog {text.number(len(asked) - _FIRST_ASKED)}.</p>" if len(asked) > _FIRST_ASKED else ""
    return _section(decisions_needed.heading(asked), f"<ol>{items}</ol>{more}")


def _ask(one: Asked, names: AreaNames, today: date) -> str:
    where = names.link(one.area) if one.area else ""
    said = ", ".join(part for part in (decisions_needed.when(one, today), decisions_needed.decider(one)) if part)
    now = "<strong>Nu</strong> " if one.urgency is Urgency.HALTED else ""
    aside = " · ".join(part for part in (where, escape(said)) if part)
    return f"<li>{now}{escape(decisions_needed.title(one, names))} <span>{aside}</span></li>"


def _sessions(found: Sequence[Hosted], links: Mapping[str, str]) -> str:
    coming = sorted((one for of in found for one in of.coming), key=lambda one: (one.on, one.title))
    silent = [of for of in found if not of.coming]
    items = "".join(_session(one, links) for one in coming[:_FIRST_ASKED])
    items += "".join(
        f"<li>{links[of.id]}: geen volgende vastgelegd<span>{_last(of.last)}</span></li>" for of in silent[:_MOST]
    )
    head = f"{text.number(len(coming))} volgende bijeenkomsten" if len(coming) > 1 else "De volgende bijeenkomst"
    return _section(head if coming else "Er is geen volgende bijeenkomst vastgelegd", f"<ul>{items}</ul>")


def _session(one: Session, links: Mapping[str, str]) -> str:
    return f"<li>{escape(text.day(one.on.isoformat()))}: {escape(one.title)} <span>{links[one.community]}</span></li>"


def _last(one: Session | None) -> str:
    return f" (de laatste was op {escape(text.day(one.on.isoformat()))})" if one else " (ook geen eerdere)"


def _lessons(found: Sequence[Hosted], links: Mapping[str, str]) -> str:
    there = [(of.id, one) for of in found for one in of.lessons]
    unlearned = [(of.id, of.unlearned) for of in found if of.unlearned]
    items = "".join(_lesson(one, links[id]) for id, one in there[:_FIRST_ASKED])
    items += "".join(
        f"<li>Na '{escape(one.title)}' op {escape(text.day(one.on.isoformat()))} is nog geen les vastgelegd <span>{links[id]}</span></li>"
        for id, one in unlearned[:_MOST]
    )
    if not items:
        return _section("Er zijn geen open lessen", "")
    count = len(there) + len(unlearned)
    return _section(
        "1 les staat nog open" if count == 1 else f"{text.number(count)} lessen staan nog open", f"<ul>{items}</ul>"
    )


def _lesson(one: OpenLesson, link: str) -> str:
    lacks = text.enumeration([_LACKS[each] for each in one.lacks])
    return f"<li>{escape(one.title)} <span>{lacks} · {link}</span></li>"


def _section(head: str, body: str) -> str:
    return f'<section class="mine-list"><h3>{escape(head)}</h3>{body}</section>'


def table(found: Sequence[Hosted], communities: Mapping[str, str], names: AreaNames) -> pd.DataFrame:
    """Every area with how it moves. communities: id -> name."""
    rows = [
        (
            communities[of.id],
            names.area(one.area),
            MOVES[one.move][1],
            names.step(one.area, one.step) if one.step else "",
            one.on.isoformat() if one.on else "",
            one.days,
        )
        for of in found
        for one in of.standing
    ]
    heads = [
        "Community",
        "Gebied",
        "Beweging",
        "Laatste gehaalde stap",
        "Gehaald op",
        "Dagen in de fase (als het stilstaat)",
    ]
    return pd.DataFrame(rows, columns=heads)

"""The two headline figures that are never one: lokaal eigendom, a part of production, and eigenaarschap, a level of a ladder."""

from transition.domain.register.choices import OWNERSHIP_LEVELS
from transition.metrics.band import Band
from transition.metrics.council import Council
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership import shares
from transition.metrics.ownership.ladder import Distribution
from transition.metrics.ownership.shares import AIM, Side
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.views import ownership_words, text
from transition.views.council_words import of_areas, percent
from transition.views.overview_card import NOTHING, Figure, Mark, Peers, median_of, no

_TOP_LEVEL = max(int(level) for level in OWNERSHIP_LEVELS)


def local(found: Council, peers: Peers) -> Figure:
    """Of what is known, beside between what it lies over all production; the verdict rests on that."""
    label, broad = "Lokaal eigendom", found.broad
    aim, whose = (AIM, "het streven") if found.local_goal is None else (found.local_goal.value / 100, "het eigen doel")
    aim_text = (
        f"Streven: {percent(AIM)} in 2030, geen verplichting" if found.local_goal is None
        else f"Eigen doel: {text.quantity(found.local_goal.value, '%')} in {found.local_goal.year}"
    )  # fmt: skip
    if isinstance(broad.band, NoNumber):
        return Figure(label, NOTHING, "", aim_text, "", no(broad.band), "")
    over_all = f"over alles {ownership_words.between(broad.band)}" if broad.unknown else ""
    mark = _towards(shares.side(broad, aim), broad.band, aim, whose)
    basis = f"Register, {ownership_words.of_projects(broad.n, broad.of)}{', geschat' if broad.estimated else ''}"
    if isinstance(broad.share, NoNumber):
        more = f"van {percent(broad.unknown)} is de eigenaar onbekend; {over_all}"
        return Figure(label, NOTHING, more, aim_text, "", mark, basis)
    median = None if isinstance(peers.local, NoNumber) else peers.local.median
    return Figure(
        label,
        percent(broad.share),
        _of_what(found, over_all),
        aim_text,
        median_of(peers.local, "" if median is None else percent(median), peers.are_municipalities),
        mark,
        basis,
        broad.share,
        aim,
        median,
    )


def _of_what(found: Council, over_all: str) -> str:
    broad, strict = found.broad, found.strict
    residents = ownership_words.OF_WHOM[strict.definition]
    only = "" if isinstance(strict.share, NoNumber) else f"; {percent(strict.share)} is {residents}"
    if not broad.unknown:
        return f"van {ownership_words.COUNTED}{only}"
    unknown = f"van {percent(broad.unknown)} is de eigenaar onbekend"
    return f"van {ownership_words.COUNTED}, waarvan wij de eigenaar kennen{only}; {unknown}, {over_all}"


def _towards(side: Side | NoNumber, band: Band, aim: float, whose: str) -> Mark:
    """No verdict where what is unknown decides it."""
    if side is Side.THERE:
        return "▲", f"op of boven {whose}", "on-track"
    if side is Side.BELOW:
        low, high = round(100 * (aim - band.high)), round(100 * (aim - band.low))
        if not high:
            return "△", f"net onder {whose}", "plain"
        points = text.number(low) if low == high else f"{text.number(low)} tot {text.number(high)}"
        return "△", f"{points} procentpunt onder {whose}", "plain"
    return "–", f"niet te zeggen of {whose} is gehaald", "unknown"


def ladder(found: Council, peers: Peers) -> Figure:
    """The level of the area in the middle, according to the municipality; what the other side says stands beside it."""
    label, sides = "Eigenaarschap", found.recorded.eigenaarschap
    own, other = sides[MUNICIPALITY], sides[LOCAL]
    if not own.of:
        return Figure(label, NOTHING, "Er is geen gebied vastgelegd", "", "", no(no_number(Why.NOT_RECORDED)), "")
    counted = of_areas(own.recorded, own.of)
    basis = f"Volgens de gemeente, {counted}"
    if isinstance(own.middle, NoNumber):
        return Figure(label, NOTHING, _other(other), "", "", no(own.middle), basis)
    low, high = own.middle
    same = len(set(own.middle)) == 1
    value = OWNERSHIP_LEVELS[str(low)] if same else f"{low} tot {high}"
    beside = "" if isinstance(peers.ladder, NoNumber) else f"Midden bij vergelijkbare gemeenten: {level(peers.ladder)}"
    return Figure(
        label,
        value,
        f"{'het middelste gebied' if own.recorded > 1 else 'het gebied'}, op een ladder van 0 tot {_TOP_LEVEL}",
        _other(other),
        beside,
        ("△", f"{counted} beoordeeld", "plain"),
        basis,
        (low + high) / 2 / _TOP_LEVEL,
    )


def level(middle: tuple[int, int]) -> str:
    """'2' or '1 tot 2': never averaged."""
    low, high = middle
    return str(low) if low == high else f"{low} tot {high}"


def _other(side: Distribution) -> str:
    if isinstance(side.middle, NoNumber):
        return "Volgens de lokale partij: niet vastgelegd"
    return f"Volgens de lokale partij: {level(side.middle)} ({of_areas(side.recorded, side.of)})"

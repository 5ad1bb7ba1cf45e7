"""How it stands beside comparable areas, as a sentence: towards the own goal where that can be, else its solar panels. No bare rank."""

from transition.domain.areas import Level
from transition.metrics.council import Council
from transition.metrics.council_peers import FEWEST, Beside, SolarBeside
from transition.metrics.no_number import NoNumber
from transition.views import council_words, text
from transition.views.council_register import Said
from transition.views.council_words import Speaker, percent

_TOPIC = "Vergelijking"


def sentence(found: Council, who: Speaker, reach: Beside | NoNumber) -> Said:
    """reach: the part of the goal that is there, beside that of the group: each towards its own goal."""
    peers = found.peers
    if not isinstance(peers, SolarBeside):
        return Said(_TOPIC, _why_not(found, who), "", False)
    group = council_words.group(peers.group, who.province)
    if isinstance(reach, Beside) and reach.known >= FEWEST:
        return _of_goal(reach, group, who)
    return _of_sun(peers, group, who)


def _of_goal(reach: Beside, group: str, who: Speaker) -> Said:
    whose = "ons doel" if who.we else "het eigen doel"
    said = f"{who.stands} op {percent(reach.value)} van {whose}. In het midden van de {group} is dat {percent(reach.median)}. "
    basis = f"Elk met het eigen doel vergeleken; bekend van {text.part_of(reach.known, reach.of, 'ander', 'andere')}"
    return Said(_TOPIC, said + _fewer(reach), basis)


def _of_sun(peers: SolarBeside, group: str, who: Speaker) -> Said:
    own, beside = text.number(peers.beside.value), peers.beside
    where = "Bij ons" if who.we else f"In {who.place}"
    said = f"{where} staat {own} kWp aan zonnepanelen per 1.000 inwoners. "
    said += f"In het midden van de {group} is dat {text.number(beside.median)} kWp. "
    known = text.part_of(beside.known, beside.of, "ander", "andere")
    basis = f"{peers.publisher}, {peers.period}, {council_words.status(peers.status)}; bekend van {known}"
    return Said(_TOPIC, said + _fewer(beside), basis)


def _fewer(beside: Beside) -> str:
    """Of how many others it is less; who has the least or the most is no bare last or first."""
    return f"Bij {text.part_of(beside.lower, beside.known, 'ander', 'andere')} is het minder."


def _why_not(found: Council, who: Speaker) -> str:
    if found.about.level is Level.LAND:
        return "Nederland vergelijken wij hier niet: er zijn geen cijfers van andere landen."
    if who.parent or not found.about.is_place:
        return "Deze vergelijking is er alleen voor hele gemeenten, energieregio's en provincies."
    return "Er zijn te weinig vergelijkbare gebieden met een cijfer."

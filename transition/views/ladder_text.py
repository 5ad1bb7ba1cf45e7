"""Eigenaarschap over many areas: how many on each level of the ladder according to each side, and what moved. Never averaged."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.domain.register.choices import OWNERSHIP_LEVELS, SIDES
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.ladder import Change, Distribution
from transition.metrics.ownership.two_sided import TwoSided, View
from transition.views import no_difference, text
from transition.views.area_lanes import MARKS
from transition.views.area_names import AreaNames
from transition.views.card_table import card_table

READING = (
    "Elke balk is een aantal gebieden. Niveau 0 is geen trekker, niveau 4 is: lokale partijen beslissen, betalen en voeren uit. "
    "De twee kanten staan naast elkaar; er is geen gemiddelde. "
    "Dit gaat over de rol van de lokale partij, niet over wie de stroom bezit. Het is ook iets anders dan wie de trekker is: "
    "een trekker kan op elk niveau vanaf 1 staan. Wie de trekker is, ziet u bij 'Wie doet wat'."
)
READING_AREAS = (
    "Gebieden waar de twee kanten het meest verschillen staan bovenaan. De pijl is de verandering sinds een jaar."
)
_LEADS = (3, 4)
_HEADS = ("Gebied", "● Volgens de gemeente", "◆ Volgens de lokale partij", "Verschil")


def heading(found: Distribution) -> str:
    """The message: in how many of the judged areas the local party is co-owner or owner."""
    by = SIDES[found.side].lower()
    if not found.recorded:
        return f"Van geen enkel gebied is een oordeel van de {by} over eigenaarschap vastgelegd"
    leads, of = sum(found.counts[level] for level in _LEADS), found.recorded
    of_areas = (
        "het beoordeelde gebied" if of == 1 else f"{text.number(leads)} van de {text.number(of)} beoordeelde gebieden"
    )
    if of == 1:
        return f"In {of_areas} is een lokale partij volgens de {by} {'wel' if leads else 'geen'} (mede-)eigenaar"
    return f"In {of_areas} is een lokale partij volgens de {by} mede-eigenaar of eigenaar"


def middle(found: Distribution) -> str:
    """'Het middelste niveau volgens de gemeente: 2 Mede-ontwerper.'; why there is none when areas were judged on two scales."""
    by = SIDES[found.side].lower()
    if isinstance(found.middle, NoNumber):
        return f"Er is geen middelste niveau volgens de {by}: de schalen verschillen." if len(found.scales) > 1 else ""
    levels = text.enumeration([OWNERSHIP_LEVELS[str(level)] for level in sorted(set(found.middle))])
    return f"Het middelste niveau volgens de {by}: {levels}."


def changed(found: Change) -> str:
    """'Volgens de gemeente steeg het sinds een jaar in 12, bleef het gelijk in 50 en daalde het in 4 gebieden; …'."""
    by, judged = SIDES[found.side].lower(), len(found.moves)
    if not judged:
        return f"Volgens de {by}: geen gebied is in dat jaar twee keer beoordeeld."
    areas = "gebied" if found.fell == 1 else "gebieden"
    said = (
        f"Volgens de {by} steeg het sinds een jaar in {text.number(found.rose)}, bleef het gelijk in {text.number(found.stayed)} "
        f"en daalde het in {text.number(found.fell)} {areas}"
    )
    rest = found.of - judged
    return (
        f"{said}; {text.number(rest)} {'is' if rest == 1 else 'zijn'} niet twee keer beoordeeld."
        if rest
        else f"{said}."
    )


def html(sides: Sequence[Distribution], changes: Sequence[Change]) -> str:
    """The levels as rows, highest first, and what nobody recorded; a column of bars per side; under it what moved."""
    most = max((max((*one.counts.values(), one.of - one.recorded)) for one in sides), default=0) or 1
    rows = [
        (label, [one.counts[int(level)] for one in sides], "full")
        for level, label in reversed(OWNERSHIP_LEVELS.items())
    ]
    rows.append(("Niet vastgelegd", [one.of - one.recorded for one in sides], "unknown"))
    head = "".join(
        f'<th scope="col"><span aria-hidden="true">{MARKS[one.side]}</span> {escape(SIDES[one.side])}'
        f"<small>{text.number(one.recorded)} van {text.number(one.of)} gebieden</small></th>"
        for one in sides
    )
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{"".join(_cell(count, most, kind) for count in counts)}</tr>'
        for label, counts, kind in rows
    )
    return (
        '<table class="regie-ladder"><caption class="regie-hidden">Gebieden per niveau van eigenaarschap</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
        + "".join(f'<p class="regie-said">{escape(changed(one))}</p>' for one in changes)
    )


def _cell(count: int, most: int, kind: str) -> str:
    bar = f'<i class="regie-{kind}" style="width:{count / most * 100:.1f}%"></i>' if count else ""
    return f'<td><span class="regie-level"><b>{text.number(count)}</b><span class="regie-room">{bar}</span></span></td>'


def table(sides: Sequence[Distribution], changes: Sequence[Change]) -> pd.DataFrame:
    """The same, with the change since a year."""
    rows = []
    for found, moved in zip(sides, changes, strict=True):
        by = SIDES[found.side]
        rows += [(by, label, found.counts[int(level)]) for level, label in OWNERSHIP_LEVELS.items()]
        rows.append((by, "Niet vastgelegd", found.of - found.recorded))
        for label, count in (("Gestegen", moved.rose), ("Gelijk", moved.stayed), ("Gedaald", moved.fell)):
            rows.append((by, f"{label} sinds een jaar", count))
    return pd.DataFrame(rows, columns=["Volgens", "Niveau", "Gebieden"])


Moves = Mapping[str, Mapping[str, tuple[int, int]]]
"""Side -> area -> (level a year ago, level now)."""


def heading_of_areas(found: Mapping[str, TwoSided]) -> str:
    """The message: in how many areas both sides judged, and in how many of these they do not say the same."""
    both = [one.difference for one in found.values() if not isinstance(one.difference, NoNumber)]
    if not both:
        return "Van geen enkel gebied zijn de oordelen van beide kanten te vergelijken"
    differ = sum(one != 0 for one in both)
    if len(both) == 1:
        return f"In 1 gebied oordeelden beide kanten; ze zeggen {'iets anders' if differ else 'hetzelfde'}"
    return f"In {text.number(len(both))} gebieden oordeelden beide kanten; in {text.number(differ)} daarvan zeggen ze iets anders"


def in_order(found: Mapping[str, TwoSided], names: AreaNames) -> list[TwoSided]:
    """The areas with any judgement; those on which the sides differ most first, of equals by name."""
    told = [
        one
        for one in found.values()
        if not (isinstance(one.municipality, NoNumber) and isinstance(one.local, NoNumber))
    ]
    return sorted(told, key=lambda one: (-_far(one), names.area(one.area).casefold()))


def _far(one: TwoSided) -> int:
    return -1 if isinstance(one.difference, NoNumber) else abs(one.difference)


def areas_html(found: Sequence[TwoSided], moves: Moves, names: AreaNames) -> str:
    """A row per area, in the order given."""
    rows = (
        (
            names.link(one.area),
            escape(_level(one.municipality, moves["municipality"].get(one.area))),
            escape(_level(one.local, moves["local"].get(one.area))),
            escape(no_difference.difference(one)),
        )
        for one in found
    )
    return card_table(_HEADS, rows, "Eigenaarschap per gebied")


def _level(view: View | NoNumber, move: tuple[int, int] | None) -> str:
    if isinstance(view, NoNumber):
        return "niet vastgelegd"
    said = f"{OWNERSHIP_LEVELS[str(view.value)]} ({text.day(view.on.isoformat())})"
    if move is None:
        return said
    sign = "gelijk aan een jaar ervoor" if move[0] == move[1] else f"{'↗' if move[1] > move[0] else '↘'} was {move[0]}"
    return f"{said}, {sign}"


def areas_table(records: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """Every judgement over time, per area the oldest first; records: of the register's table, what is public."""
    own = records.sort_values(["area", "assessed_on"], kind="stable")
    return pd.DataFrame(
        {
            "Gebied": [names.area(id) for id in own["area"]],
            "Datum": own["assessed_on"].dt.strftime("%Y-%m-%d"),
            "Volgens": own["side"].map(SIDES),
            "Niveau": own["level"].map(OWNERSHIP_LEVELS),
            "Schaal": own["scale_version"].fillna(""),
            "Beoordeeld door": own["assessor"].fillna(""),
            "Bewijs": own["evidence"].fillna(""),
        }
    ).reset_index(drop=True)

"""All measures of one group in one table, a row per measure and a column per area; what may not be compared is left out and said."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.spread import Spread, spread
from transition.metrics.no_number import NoNumber
from transition.views import comparison_rows, comparison_text, text
from transition.views.comparison_measures import entry

Found = tuple[Figures, Comparable | Refusal | NoNumber]


def html(found: Sequence[Found], group: PeerGroup, names: Mapping[str, str]) -> str:
    """The measures below each other, the area itself and the group's middle first."""
    codes = comparison_rows.order(group, names)
    heads = [names.get(codes[0], codes[0]), "Midden", *(names.get(code, code) for code in codes[1:])]
    own = ' class="cmp-own"'
    head = "".join(f'<th scope="col"{own if not at else ""}>{escape(name)}</th>' for at, name in enumerate(heads))
    body = "".join(_row(one, codes, own) for one in shown_in(found))
    return (
        f'<div class="cmp-table" tabindex="0"><table><thead><tr><th scope="col">Cijfer</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def table(found: Sequence[Found], group: PeerGroup, names: Mapping[str, str]) -> pd.DataFrame:
    """For a file. A name that two areas have gets its code."""
    codes = comparison_rows.order(group, names)
    called = [names.get(code, code) for code in codes]
    heads = [f"{name} ({code})" if called.count(name) > 1 else name for name, code in zip(called, codes, strict=True)]
    shown = shown_in(found)
    known = [entry(one.measure) for one in shown]
    columns: dict[str, object] = {
        "Cijfer": [one.short for one in known],
        "Eenheid": [one.unit for one in known],
        "Jaar": ["nu" if one.measure.of_register else one.period for one in shown],
        "Status": [_statuses(one) for one in shown],
        "Midden van de groep": [_middle(one) for one in shown],
    }
    values = {
        head: [float(one.table.at[code, "value"]) for one in shown] for head, code in zip(heads, codes, strict=True)
    }
    return pd.DataFrame(columns | values)


def shown_in(found: Sequence[Found]) -> list[Figures]:
    """The figures that may be compared."""
    return [one for one, verdict in found if isinstance(verdict, Comparable)]


def left_out(found: Sequence[Found]) -> list[str]:
    """Which measures are not in it, and why; a sentence each."""
    said = [
        f"{entry(one.measure).short}: {_lower(comparison_text.refused(verdict))}"
        for one, verdict in found
        if isinstance(verdict, Refusal)
    ]
    if nothing := [entry(one.measure).short for one, verdict in found if isinstance(verdict, NoNumber)]:
        said.append(
            f"Niet in de tabel, want van het gebied zelf of van alle andere is er geen cijfer: {text.enumeration(nothing)}."
        )
    return said


def _row(one: Figures, codes: Sequence[str], own: str) -> str:
    known = entry(one.measure)
    when = "nu" if one.measure.of_register else text.period(one.period, one.about.until)
    values = [float(one.table.at[code, "value"]) for code in codes]
    told = [text.number(value, known.decimals) for value in (values[0], _middle(one), *values[1:])]
    cells = "".join(f"<td{own if not at else ''}>{escape(said)}</td>" for at, said in enumerate(told))
    head = f"{escape(known.short)}<small>{escape(known.unit)}, {escape(when)}</small>"
    return f'<tr><th scope="row">{head}</th>{cells}</tr>'


def _middle(one: Figures) -> float:
    found = spread(tuple(one.table.index), one.values.tolist(), entry(one.measure).direction)
    return found.median if isinstance(found, Spread) and isinstance(found.median, float) else float("nan")


def _statuses(one: Figures) -> str:
    return (
        ", ".join(sorted(text.STATUSES[status] for status in one.statuses if status in text.STATUSES))
        or "uit het register"
    )


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]

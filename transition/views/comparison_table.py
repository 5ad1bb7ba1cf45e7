"""All measures of one group in one table, a row per area; what may not be compared is left out and said."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd

from transition.domain.indicators import Indicator
from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures
from transition.metrics.no_number import NoNumber
from transition.views import comparison_text, text
from transition.views.comparison_measures import entry

Found = tuple[Figures, Comparable | Refusal | NoNumber]


def table(found: Sequence[Found], names: Mapping[str, str]) -> pd.DataFrame:
    """Rows as the group has them; per measure its figures, with unit and year in the head."""
    shown = shown_in(found)
    codes = list(shown[0].table.index) if shown else []
    columns = {_column(one): one.values for one in shown}
    return pd.DataFrame({"Code": codes, "Gebied": [names.get(code, code) for code in codes], **columns})


def formats(found: Sequence[Found]) -> dict[str, partial[str]]:
    """How each column is written on screen."""
    return {_column(one): partial(text.number, decimals=entry(one.measure).decimals) for one in shown_in(found)}


def shown_in(found: Sequence[Found]) -> list[Figures]:
    """The figures that may be compared."""
    return [one for one, verdict in found if isinstance(verdict, Comparable)]


def left_out(found: Sequence[Found]) -> list[str]:
    """Which measures are not in it, and why; a sentence each."""
    said = []
    nothing = [entry(one.measure).short for one, verdict in found if isinstance(verdict, NoNumber)]
    for one, verdict in found:
        if isinstance(verdict, Refusal):
            said.append(f"‘{entry(one.measure).short}’: {_lower(comparison_text.refused(verdict))}")
    if nothing:
        said.append(f"Zonder cijfer van het gebied zelf of van de andere: {text.enumeration(nothing)}.")
    return said


def _column(found: Figures) -> str:
    known: Indicator = entry(found.measure)
    return f"{known.short} ({known.unit}, {found.period})"


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]

"""What is recorded of one area process, kind by kind, as tables to keep: the register's own labels, values in words, dates as ISO."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.domain.register.fields import Type
from transition.domain.register.kinds import KINDS
from transition.views import record_words
from transition.views.record_words import is_nothing

_LEFT_OUT = ("area", "visibility")
_AMOUNTS = (Type.MONEY, Type.NUMBER)


def table(kind: str, records: pd.DataFrame, names: Mapping[str, str], only: Sequence[str] = ()) -> pd.DataFrame:
    """records: of `Register.table`. names: of the codes and ids that occur. only: the fields, in order; without it all public ones."""
    fields = KINDS[kind].by_name
    shown = [fields[name] for name in only] or [f for f in KINDS[kind].exported if f.name not in _LEFT_OUT]
    made = {}
    for field in shown:
        column = records[field.name]
        if field.type is Type.DATE:
            made[field.label] = column.dt.strftime("%Y-%m-%d").fillna("")
        elif field.type in _AMOUNTS:
            made[f"{field.label} ({field.unit})" if field.unit else field.label] = column
        else:
            made[field.label] = column.map(
                lambda value, f=field: "" if is_nothing(value) else record_words.shown(f, value, names)
            )
    return pd.DataFrame(made).reset_index(drop=True)

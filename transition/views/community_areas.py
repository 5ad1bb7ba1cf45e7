"""The areas of a community by step of the common ladder, as links; what is not known comes first."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.communities import several
from transition.views import area_words, text
from transition.views.record_words import is_nothing

Row = Mapping[str, Any]
"""One area: its id and the columns `_SHOWN` of `metrics.area_processes.overview`."""
_SHOWN = ["name", "municipalities", "phase", "recorded", "next_code", "next_label", "next_due", "due_in"]


def sentence(found: pd.DataFrame) -> str:
    """'Van 3 van de 12 gebieden is niet vastgelegd hoe ver ze zijn. De andere 9 staan op 4 treden van de ladder.'"""
    if found.empty:
        return "Bij deze community is nog geen gebied vastgelegd."
    unknown = int(found["phase"].isna().sum())
    known = len(found) - unknown
    if not known:
        if len(found) == 1:
            return "Van het enige gebied is niet vastgelegd hoe ver het is."
        return f"Van geen van de {text.number(len(found))} gebieden is vastgelegd hoe ver het is."
    if not unknown:
        return (
            f"{'Het enige gebied staat' if known == 1 else f'De {text.number(known)} gebieden staan'} {_where(found)}."
        )
    of = f"{text.number(unknown)} van de {text.number(len(found))} gebieden"
    rest = "Het andere staat" if known == 1 else f"De andere {text.number(known)} staan"
    return f"Van {of} is niet vastgelegd hoe ver {'het is' if unknown == 1 else 'ze zijn'}. {rest} {_where(found)}."


def _where(found: pd.DataFrame) -> str:
    """'op de trede 'Uitvoeren''; 'op 4 treden van de ladder'."""
    rungs = found["phase"].dropna().unique()
    return (
        f"op de trede '{LADDER[rungs[0]]}'" if len(rungs) == 1 else f"op {text.number(len(rungs))} treden van de ladder"
    )


def ladder(found: pd.DataFrame, address: Callable[[str], str], names: Mapping[str, str]) -> str:
    """HTML: every step with its areas, each a link with where it lies and its next step; every text escaped.

    found: rows of `metrics.area_processes.overview`. address: id of an area -> its page. names: of municipalities. Steps without
    an area are left out.
    """
    of_rung: dict[str, list[Row]] = {"": [], **{rung: [] for rung in LADDER}}
    for row in found[_SHOWN].rename_axis("id").reset_index().to_dict("records"):
        of_rung["" if is_nothing(row["phase"]) else row["phase"]].append(row)
    blocks = [_rung(rung, rows, address, names) for rung, rows in of_rung.items() if rows]
    return f'<ol class="areas-on-ladder">{"".join(blocks)}</ol>'


def _rung(rung: str, rows: list[Row], address: Callable[[str], str], names: Mapping[str, str]) -> str:
    number = f"{text.number(len(rows))} {'gebied' if len(rows) == 1 else 'gebieden'}"
    items = "".join(_area(row, address, names) for row in rows)
    kind = "areas-rung" if rung else "areas-rung areas-unknown"
    label = LADDER.get(rung, "Niet vastgelegd hoe ver")
    return f'<li class="{kind}"><h4>{escape(label)}: {number}</h4><ul>{items}</ul></li>'


def _area(row: Row, address: Callable[[str], str], names: Mapping[str, str]) -> str:
    link = f'<a href="{escape(address(str(row["id"])), quote=True)}" target="_self">{escape(str(row["name"]))}</a>'
    where = text.enumeration([names.get(code, code) for code in several(row["municipalities"])])
    step = "" if is_nothing(row["recorded"]) else area_words.next_step(row)
    return f"<li>{link} <span>{escape(' · '.join(part for part in (where, step) if part))}</span></li>"

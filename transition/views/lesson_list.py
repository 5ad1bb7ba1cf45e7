"""Lessons to read: what was learned, where, and where more is written. Every text is escaped."""

from collections.abc import Callable, Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd

from transition.views import area_words, links
from transition.views.record_words import is_nothing


def html(found: pd.DataFrame, address: Callable[[str], str], of: Callable[[str], str] | None = None) -> str:
    """HTML: a lesson per item. found: of `metrics.communities.lessons`. address: id of an area -> its page.

    of: id of a community -> its page; where the lessons are of more than one.
    """
    return f'<ul class="lesson-list">{"".join(_lesson(row, address, of) for row in found.to_dict("records"))}</ul>'


def _lesson(row: Mapping[Hashable, Any], address: Callable[[str], str], of: Callable[[str], str] | None) -> str:
    text = "" if is_nothing(row["text"]) else f"<p>{escape(row['text'])}</p>"
    parts = (_where(row, address), _whose(row, of), _when(row), links.anchor(row["link"], "Meer lezen"))
    aside = " · ".join(part for part in parts if part)
    return f'<li class="lesson"><h4>{escape(row["title"])}</h4>{text}<p class="lesson-aside">{aside}</p></li>'


def _whose(row: Mapping[Hashable, Any], of: Callable[[str], str] | None) -> str:
    if of is None:
        return ""
    id = str(row["community"])
    name = id if is_nothing(row["community_name"]) else str(row["community_name"])
    return f'Les van <a href="{escape(of(id), quote=True)}" data-community="{escape(id, quote=True)}" target="_self">{escape(name)}</a>'


def _where(row: Mapping[Hashable, Any], address: Callable[[str], str]) -> str:
    if is_nothing(row["area"]):
        return "Niet uit één gebied"
    if is_nothing(row["area_name"]):
        return "Uit een gebied dat er niet meer is"
    return f'Uit <a href="{escape(address(row["area"]), quote=True)}" target="_self">{escape(row["area_name"])}</a>'


def _when(row: Mapping[Hashable, Any]) -> str:
    return "datum niet vastgelegd" if is_nothing(row["learned_on"]) else area_words.day(row["learned_on"])

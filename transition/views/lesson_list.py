"""Lessons to read: what was learned, where, and where more is written. Every text is escaped."""

from collections.abc import Callable
from html import escape

import pandas as pd

from transition.views import area_words, links
from transition.views.record_words import is_nothing


def html(found: pd.DataFrame, address: Callable[[str], str]) -> str:
    """HTML: a lesson per item. found: of `metrics.communities.lessons`. address: id of an area -> its page."""
    return f'<ul class="lesson-list">{"".join(_lesson(row, address) for _, row in found.iterrows())}</ul>'


def _lesson(row: pd.Series, address: Callable[[str], str]) -> str:
    text = "" if is_nothing(row["text"]) else f"<p>{escape(row['text'])}</p>"
    aside = " · ".join(
        part for part in (_where(row, address), _when(row), links.anchor(row["link"], "Meer lezen")) if part
    )
    return f'<li class="lesson"><h4>{escape(row["title"])}</h4>{text}<p class="lesson-aside">{aside}</p></li>'


def _where(row: pd.Series, address: Callable[[str], str]) -> str:
    if is_nothing(row["area"]):
        return "Niet uit één gebied"
    if is_nothing(row["area_name"]):
        return "Uit een gebied dat er niet meer is"
    return f'Uit <a href="{escape(address(row["area"]), quote=True)}" target="_self">{escape(row["area_name"])}</a>'


def _when(row: pd.Series) -> str:
    return "datum niet vastgelegd" if is_nothing(row["learned_on"]) else area_words.day(row["learned_on"])

"""Sessions of a community to read: when, about what, how many took part, and where the report is. Every text is escaped."""

from html import escape

import pandas as pd

from transition.views import area_words, links, text
from transition.views.record_words import is_nothing


def html(found: pd.DataFrame) -> str:
    """HTML: a session per item, in the order given. found: the register's table of sessions."""
    return f'<ul class="lesson-list">{"".join(_session(row) for _, row in found.iterrows())}</ul>'


def _session(row: pd.Series) -> str:
    summary = "" if is_nothing(row["summary"]) else f"<p>{escape(row['summary'])}</p>"
    took_part = "aantal deelnemers niet vastgelegd"
    if not is_nothing(row["participants_count"]):
        number = row["participants_count"]
        took_part = f"{text.number(number)} {'deelnemer' if number == 1 else 'deelnemers'}"
    aside = " · ".join(
        part for part in (area_words.day(row["held_on"]), took_part, links.anchor(row["link"], "Verslag")) if part
    )
    return f'<li class="lesson"><h4>{escape(row["title"])}</h4>{summary}<p class="lesson-aside">{aside}</p></li>'

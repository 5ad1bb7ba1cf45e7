"""The ten sentences as a numbered list. Every text is escaped."""

from collections.abc import Sequence
from html import escape

from transition.views.council_register import Said


def html(found: Sequence[Said]) -> str:
    """What cannot be said has another form, and says why."""
    return f'<ol class="overview-say">{"".join(_item(one) for one in found)}</ol>'


def _item(one: Said) -> str:
    basis = f"<small>{escape(one.basis)}</small>" if one.basis else ""
    word = "deels te zeggen" if one.basis else "nog niet te zeggen"
    todo = f"<small>{escape(one.todo)}</small>" if one.todo else ""
    mark = "" if one.is_known else f'<span class="overview-open">○ {word}</span>'
    return f"<li><h4>{escape(one.topic)}{mark}</h4><p>{escape(one.words)}</p>{basis}{todo}</li>"

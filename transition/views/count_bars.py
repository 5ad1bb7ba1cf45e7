"""How many of a whole, as rows of bars: told by pattern, figures and words, never by colour alone. Looks as in static/regie.css.

Patterns: 'full', 'half' (hatched one way), 'dots', 'empty', 'unknown' (hatched the other way, pale).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from transition.views import text


@dataclass(frozen=True)
class Bar:
    """One row: its label, how many per pattern, and what it says beside the bar. All plain text. tick: a mark to compare with."""

    label: str
    counts: Mapping[str, float]
    said: str
    tick: float | None = None


def first_of(shown: int, of: int) -> str:
    """That a list shows only its first rows; '' when it shows all."""
    return (
        f" U ziet de eerste {text.number(shown)} van de {text.number(of)}; de andere staan in de tabel."
        if of > shown
        else ""
    )


def html(bars: Sequence[Bar], key: Mapping[str, str], label: str) -> str:
    """key: pattern -> what it stands for, in the order drawn. label: what a reader who does not see the picture hears first."""
    most = max((max(sum(bar.counts.values()), bar.tick or 0) for bar in bars), default=0)
    if not most:
        return ""
    used = {name: words for name, words in key.items() if any(bar.counts.get(name) for bar in bars)}
    rows = "".join(
        f'<li><b>{escape(bar.label)}</b><span class="regie-bar" aria-hidden="true">{_parts(bar, key, most)}</span>'
        f"<span>{escape(bar.said)}</span></li>"
        for bar in bars
    )
    return f'<ul class="regie-bars" aria-label="{escape(label, quote=True)}">{rows}</ul>{legend(used)}'


def _parts(bar: Bar, key: Mapping[str, str], most: float) -> str:
    tick = "" if bar.tick is None else f'<b class="regie-tick" style="left:{bar.tick / most * 100:.2f}%"></b>'
    return tick + "".join(
        f'<i class="regie-{name}" style="width:{bar.counts[name] / most * 100:.2f}%"></i>'
        for name in key
        if bar.counts.get(name)
    )


def legend(key: Mapping[str, str]) -> str:
    """What each pattern stands for."""
    entries = "".join(
        f'<li><i class="regie-{name}"></i><span>{escape(words)}</span></li>' for name, words in key.items()
    )
    return f'<ul class="regie-key">{entries}</ul>'

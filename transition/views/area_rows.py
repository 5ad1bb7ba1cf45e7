"""Small tables and lists of one area process as HTML, of cells that are escaped already."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from transition.views.record_words import is_nothing


@dataclass(frozen=True)
class Entry:
    """One entry of a list: its mark (a sign, and 'done', 'held', 'empty' or ''), a title, and lines of safe HTML."""

    sign: str
    kind: str
    title: str
    lines: Sequence[str] = ()
    is_now: bool = False


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], label: str) -> str:
    """heads and label: plain text; rows: safe HTML, the first cell of each names the row."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
    )
    return (
        f'<div class="area-rows" role="region" aria-label="{escape(label, quote=True)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def listing(entries: Sequence[Entry], label: str, style: str = "area-steps") -> str:
    """An ordered list with a mark before each entry; the titles are plain text."""
    items = "".join(_item(entry) for entry in entries)
    return f'<ol class="{style}" aria-label="{escape(label, quote=True)}">{items}</ol>'


def _item(entry: Entry) -> str:
    mark = f'<span class="area-mark area-is-{entry.kind}" aria-hidden="true">{escape(entry.sign)}</span>'
    lines = "".join(f"<p>{line}</p>" for line in entry.lines if line)
    now = ' class="area-is-now"' if entry.is_now else ""
    return f"<li{now}>{mark}<h4>{escape(entry.title)}</h4>{lines}</li>"


def safe(words: object) -> str:
    """A typed text as safe HTML; '' for nothing."""
    return "" if is_nothing(words) else escape(str(words))

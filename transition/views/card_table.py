"""A table that becomes cards on a small screen, of cells that are safe HTML. Looks as in static/gebieden.css."""

from collections.abc import Iterable, Sequence
from html import escape


def card_table(heads: Sequence[str], rows: Iterable[Sequence[str]], label: str) -> str:
    """heads and label: plain text. rows: safe HTML; the first cell of each names the row; an empty cell says nothing."""
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in heads)
    body = "".join(_row(heads, row) for row in rows)
    return (
        f'<div class="area-list regie-list" role="region" aria-label="{escape(label, quote=True)}" tabindex="0">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    cells = "".join(
        f'<td role="cell" data-head="{escape(head, quote=True)}">{cell}</td>'
        for head, cell in zip(heads[1:], row[1:], strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{row[0]}</th>{cells}</tr>'

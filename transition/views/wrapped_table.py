"""A table as HTML whose texts wrap, so that a small screen shows every column."""

from html import escape

import pandas as pd

from transition.views import text

_STYLE = """<style>
.wrapped-table { overflow-x: auto; } .wrapped-table.tall { max-height: 26rem; overflow-y: auto; }
.wrapped-table table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
.wrapped-table.wide table { min-width: 44rem; }
.wrapped-table th, .wrapped-table td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid rgba(128, 144, 144, .5); }
.wrapped-table td { overflow-wrap: break-word; hyphens: auto; }
.wrapped-table .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
@media (max-width: 640px) { .wrapped-table table { font-size: .8rem; } }
</style>"""


def html(table: pd.DataFrame, label: str, *, tall: bool = False, wide: bool = False) -> str:
    """The table with every text escaped and its numbers the Dutch way, on the right.

    label: what a screen reader calls it. tall: it scrolls inside itself when it is long. wide: too many columns for a small
    screen; there it scrolls sideways, inside itself.
    """
    number = {name: pd.api.types.is_numeric_dtype(table[name]) for name in table.columns}
    head = "".join(f'<th scope="col"{_class(number[name])}>{escape(name)}</th>' for name in table.columns)
    body = "".join(
        "<tr>" + "".join(_cell(value, number[name]) for name, value in zip(table.columns, row, strict=True)) + "</tr>"
        for row in table.itertuples(index=False)
    )
    kind = " ".join(["wrapped-table", *(["tall"] if tall else []), *(["wide"] if wide else [])])
    return (
        f'{_STYLE}<div class="{kind}" role="region" aria-label="{escape(label)}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _class(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _cell(value: object, is_number: bool) -> str:
    words = text.number(value) if is_number else escape(str(value))  # type: ignore[arg-type]
    return f"<td{_class(is_number)}>{words}</td>"

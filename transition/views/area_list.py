"""The list of area processes as HTML: a table that becomes cards on a small screen. Every text is escaped."""

from collections.abc import Callable, Iterable
from html import escape

import pandas as pd

from transition.domain.areas import Area
from transition.domain.register import choices
from transition.domain.register.fields import PUBLIC, VISIBILITY
from transition.views import area_decisions
from transition.views import area_words as words
from transition.views.record_words import NOT_RECORDED, is_nothing

HEADS = ("Gebied", "Fase", "Volgende stap en besluit", "Trekker", "Dekking", "Laatst gewijzigd")
NEEDED = (
    "name", "state", "visibility", "municipalities", "theme", "theme_note", "phase", "recorded", "next_code", "next_label",
    "next_due", "due_in", "blockage", "lead_state", "lead_name", "cost", "gap", "covered", "has_money", "changed_at", "idle",
    "decision_title", "decision_on", "decision_in", "decision_visibility",
)  # fmt: skip
"""The columns of the overview that the list shows."""
Names = dict[str, Area]


Columns = dict[str, list[object]]
_ID = "id"


def columns(overview: pd.DataFrame) -> Columns:
    """What the list shows of every row of `metrics.area_processes.overview`, as plain lists: of these any page is quickly cut."""
    return {_ID: [str(id) for id in overview.index]} | {name: overview[name].tolist() for name in NEEDED}


def html(every: Columns, shown: Iterable[int], areas: Names, address: Callable[[str], str]) -> str:
    """shown: the rows of `columns`, in order. address: of the page of one area, by its id."""
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in HEADS)
    rows = ({name: cells[at] for name, cells in every.items()} for at in shown)
    body = "".join(_row(str(row[_ID]), row, areas, address(str(row[_ID]))) for row in rows)
    return (
        '<div class="area-list" role="region" aria-label="Gebieden" tabindex="0"><table role="table">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(id: str, row: words.Row, areas: Names, address: str) -> str:
    cells = (
        _phase(row),
        _step(row),
        escape(words.lead(row)),
        escape(words.covered(row)),
        escape(words.changed(row)),
    )
    cells_html = "".join(
        f'<td role="cell" data-head="{head}"{_muted(cell)}>{cell}</td>'
        for head, cell in zip(HEADS[1:], cells, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{_name(id, row, areas, address)}</th>{cells_html}</tr>'


def _muted(cell: str) -> str:
    return ' class="area-nothing"' if cell == NOT_RECORDED else ""


def _name(id: str, row: words.Row, areas: Names, address: str) -> str:
    marks = [choices.AREA_STATES[str(row["state"])]] if row["state"] != "running" else []
    if not is_nothing(row["visibility"]) and row["visibility"] != PUBLIC:
        marks.append(VISIBILITY[str(row["visibility"])])
    about = " · ".join((*marks, places(row["municipalities"], areas), theme(row)))
    link = f'<a href="{escape(address, quote=True)}" target="_self" data-gebied="{escape(id, quote=True)}">'
    return f'{link}{escape(str(row["name"]))}</a><span class="area-muted">{escape(about)}</span>'


def places(codes: object, areas: Names) -> str:
    """The names of municipalities, or their codes where the figures do not know them."""
    if not isinstance(codes, tuple) or not codes:
        return NOT_RECORDED
    return ", ".join(areas[code].name if code in areas else code for code in codes)


def theme(row: words.Row) -> str:
    """The theme; of another theme what it is, where somebody said so."""
    named = choices.THEMES[str(row["theme"])]
    return named if row["theme"] != "other" or is_nothing(row["theme_note"]) else str(row["theme_note"])


def _phase(row: words.Row) -> str:
    place, of = words.phase_place(row), len(words.LADDER)
    if not place:
        return NOT_RECORDED
    drawn = f'<span class="area-ladder" aria-hidden="true">{"<b></b>" * place}{"<i></i>" * (of - place)}</span>'
    return f'{drawn}{words.phase(row)} <span class="area-muted">trede {place} van {of}</span>'


def _step(row: words.Row) -> str:
    said = escape(words.next_step(row))
    if held := words.blocked(row):
        said += f'<span class="area-held"><span aria-hidden="true">■</span> Houdt tegen: {escape(held.lower())}</span>'
    title, when = area_decisions.coming(row)
    if title:
        hidden = area_decisions.hidden(row["decision_visibility"])
        mark = f" ({hidden.lower()})" if hidden else ""
        said += f'<span class="area-decision">Volgend besluit: {escape(f"{title}, {when}{mark}")}</span>'
    return said

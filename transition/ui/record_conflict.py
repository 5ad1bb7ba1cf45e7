"""Somebody else changed the same record meanwhile: shows both, lets the reader choose per field, and gives the merged edits back."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from transition.domain.register.fields import Edit, Value
from transition.domain.register.kinds import KINDS
from transition.register.answers import Clash
from transition.ui import registered
from transition.views import record_merge, record_words
from transition.views.brought import plain
from transition.views.record_merge import Both

_MINE, _THEIRS = "mine", "theirs"


def choose(
    edits: Sequence[Edit],
    clashes: Sequence[Clash],
    names: Mapping[str, str],
    key: str,
    before: Mapping[tuple[str, str], Mapping[str, Value]],
) -> tuple[Edit, ...] | None:
    """The edits as they can be saved now, once everything is chosen; until then None.

    What only one of the two changed needs no choice: both stay. `names`: of the codes and ids that occur. `before`: by kind and
    id the values you started from.
    """
    by_record = {(one.kind, one.id): one for one in clashes}
    st.warning(
        "**Iemand anders heeft dit intussen gewijzigd, of u deed dat zelf in een ander venster.** Er is nog niets bewaard, "
        "en niets van u is weg. Kies per veld wat er moet staan.",
        icon=":material/group:",
    )
    merged = []
    for edit in edits:
        clash = by_record.get((edit.kind, edit.id))
        began = before.get((edit.kind, edit.id), {})
        merged.append(_about(edit, clash, names, f"{key}:{edit.kind}:{edit.id}", began) if clash else edit)
    return tuple(one for one in merged if one is not None) if all(one is not None for one in merged) else None


def _about(edit: Edit, clash: Clash, names: Mapping[str, str], key: str, began: Mapping[str, Value]) -> Edit | None:
    kind = KINDS[edit.kind]
    who = record_words.by_whom(clash.who, clash.at) if clash.who else "Iemand anders"
    if clash.current is None:
        st.text(f"{who}, heeft dit weggehaald. Bewaart u toch, dan komt het terug met wat u invulde.")
        return record_merge.merged(edit, clash, {}, began)
    st.text(f"Laatst gewijzigd door {who}.")
    questions = record_merge.both(edit, clash)
    st.html(_table(edit, clash, questions, names))
    keep_theirs: dict[str, bool] = {}
    for one in questions:
        field = kind.by_name[one.field]
        words = {
            _MINE: f"Van u: {plain(record_words.shown(field, one.yours, names))}",
            _THEIRS: f"{plain(_other(clash))}: {plain(record_words.shown(field, one.theirs, names))}",
        }
        chosen = st.radio(
            f"Wat moet er staan bij '{field.label}'?",
            list(words),
            index=None,
            format_func=words.__getitem__,
            key=f"{key}:{one.field}",
        )
        if chosen:
            keep_theirs[one.field] = chosen == _THEIRS
    if len(keep_theirs) < len(questions):
        return None
    return record_merge.merged(edit, clash, keep_theirs)


def _other(clash: Clash) -> str:
    """Who made the other change; as long as nobody signs in that is the same user, in another window."""
    return "Het andere venster" if clash.who == registered.actor().name else clash.who


def _table(edit: Edit, clash: Clash, questions: Sequence[Both], names: Mapping[str, str]) -> str:
    """HTML: a row per field that anybody changed, every text escaped; scrolls inside itself on a small screen."""
    kind = KINDS[edit.kind]

    def cell(name: str, value: object) -> str:
        return f"<td>{escape(record_words.shown(kind.by_name[name], value, names))}</td>"  # type: ignore[arg-type]

    rows = [
        (
            one.field,
            cell(one.field, one.was),
            cell(one.field, one.yours),
            cell(one.field, one.theirs),
            "U kiest hieronder",
        )
        for one in questions
    ]
    asked = {one.field for one in questions}
    for name, pair in clash.theirs.items():
        if name in kind.by_name and name not in asked:
            yours = cell(name, edit.changes[name]) if name in edit.changes else "<td>niet gewijzigd</td>"
            rows.append((name, cell(name, pair[0]), yours, cell(name, pair[1]), "Blijft zoals de ander het maakte"))
    for name, value in record_merge.only_yours(edit, clash).items():
        now = clash.current.values.get(name) if clash.current else None
        rows.append((name, cell(name, now), cell(name, value), "<td>niet gewijzigd</td>", "Blijft zoals u het maakte"))
    head = "".join(
        f'<th scope="col">{escape(words)}</th>' for words in ("Veld", "Stond er", "U", _other(clash), "Wat er gebeurt")
    )
    body = "".join(
        f'<tr><th scope="row">{escape(kind.by_name[name].label)}</th>{was}{yours}{theirs}<td>{escape(what)}</td></tr>'
        for name, was, yours, theirs, what in rows
    )
    return (
        '<div class="record-table" role="region" aria-label="Wat u en de ander wijzigden" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )

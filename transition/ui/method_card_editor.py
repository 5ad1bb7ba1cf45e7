"""A community makes its own version of a method card: which steps, who does what, which lines; a new edition, the old one stays."""

import pandas as pd
import streamlit as st

from transition.domain.register.choices import ACTIVITIES, ACTORS, FINANCE_KINDS, LADDER, LETTERS, PHASE_NEEDS
from transition.domain.register.fields import Problem
from transition.metrics.method_cards import Card
from transition.metrics.method_changes import difference
from transition.metrics.method_derivation import adapted, derived, edits, problems, warnings
from transition.register.answers import RegisterError
from transition.store import Snapshot
from transition.ui import choice, community_data, record_saved, registered
from transition.views import method_difference, method_form, record_words, text, wrapped_table
from transition.views.brought import plain


def _letter(letter: str | None) -> str:
    """'R/A', and a dash for no role."""
    return LETTERS[letter].partition(":")[0] if letter in LETTERS else "–"


_USED = st.column_config.CheckboxColumn("Mee", default=True, width="small", help="Vinkje weg: dit doet niet mee.")
_STEPS = {
    "used": _USED,
    "place": st.column_config.NumberColumn(
        "Volgorde", width="small", help="15 komt tussen 10 en 20.", min_value=0, step=1, format="%d"
    ),
    "code": st.column_config.TextColumn(
        "Code", width="small", max_chars=20, help="Bijvoorbeeld W3. Mijlpalen horen bij deze code."
    ),
    "label": st.column_config.TextColumn("Stap", width="large", max_chars=200),
    "ladder": st.column_config.SelectboxColumn("Trede", options=list(LADDER), format_func=LADDER.get, width="medium"),
    "needed": st.column_config.SelectboxColumn("Nodig", options=list(PHASE_NEEDS), format_func=PHASE_NEEDS.get),
}
_ROLES = {
    "activity": st.column_config.SelectboxColumn(
        "Onderwerp", options=list(ACTIVITIES), format_func=ACTIVITIES.get, disabled=True, pinned=True, width="medium"
    )
} | {
    actor: st.column_config.SelectboxColumn(
        label, options=[method_form.NO_ROLE, *LETTERS], format_func=_letter, width="small", help=label
    )
    for actor, label in ACTORS.items()
}
_MONEY = {
    "used": _USED,
    "kind": st.column_config.SelectboxColumn("Soort", options=list(FINANCE_KINDS), format_func=FINANCE_KINDS.get),
    "label": st.column_config.TextColumn("Post", width="large", max_chars=200),
}


def section(snapshot: Snapshot, community: str, source: Card, place: str) -> bool:
    """The choice to make a version of one card, and the editor; whether it is open. place: where is said what was saved."""
    own = source.community == community
    label = "Maak een nieuwe versie van deze kaart" if own else "Maak een eigen versie van deze kaart"
    is_open = st.toggle(label, key=_key(community, source, "open"))
    if is_open:
        _editor(snapshot, community, source, place)
    return is_open


@st.fragment
def _editor(snapshot: Snapshot, community: str, source: Card, place: str) -> None:
    """Runs by itself at every change: the rest of the page stands still meanwhile."""
    st.markdown(
        f"U maakt een nieuwe kaart. {plain(method_difference.called(source))} zelf verandert niet. "
        "Gebieden stappen pas over als u dat kiest."
    )
    known = community_data.cards(snapshot)
    card = _head(snapshot, community, source, known)
    st.markdown("**Stappen.** Haal een vinkje weg, wijzig een cel, of voeg onderaan een rij toe.")
    steps = _table(community, source, "steps", method_form.steps(source), _STEPS, "dynamic")
    st.markdown(
        "**Wie doet wat.** A is eindverantwoordelijk, R voert uit, S helpt mee, C geeft advies, I wordt geïnformeerd. "
        "Kies per onderwerp precies één keer A of R/A."
    )
    roles = _table(community, source, "roles", method_form.letters(source), _ROLES, "fixed")
    st.markdown("**Geld.** Welke kosten en welke dekking bij deze methode horen.")
    money = _table(community, source, "money", method_form.money(source), _MONEY, "dynamic")
    card = adapted(card, method_form.phases(steps), method_form.roles(roles), method_form.lines(money))
    _preview(source, card)
    found = problems(card, known) or registered.register(snapshot).problems(
        registered.actor(), edits(card), registered.known(snapshot)
    )
    found += warnings(card)
    _told(card, found)
    same = source.community == community and difference(source, card).is_empty
    if same:
        st.caption("U kunt bewaren als er iets verandert.")
    if st.button(
        f"Bewaar als {plain(method_difference.called(card))}",
        type="primary",
        key=_key(community, source, "save"),
        disabled=same or any(not one.is_warning for one in found),
    ):
        _save(snapshot, community, source, card, place)


def _head(snapshot: Snapshot, community: str, source: Card, known: dict[str, Card]) -> Card:
    own = source.community == community
    names = registered.table(snapshot, "community")["name"]
    usual = source.name if own else f"{source.name} {names.get(community, community)}"
    name = st.text_input("Naam van de kaart", value=usual, max_chars=100, key=_key(community, source, "name"))
    valid = st.date_input("Geldig vanaf", value=None, format="DD-MM-YYYY", key=_key(community, source, "valid"))
    note = st.text_area(
        "Wat is anders, en waarom? (niet verplicht)", max_chars=2000, key=_key(community, source, "note")
    )
    return derived(source, known, community, name or "", valid, note or "")


def _table(
    community: str, source: Card, part: str, start: pd.DataFrame, columns: dict[str, object], rows: str
) -> pd.DataFrame:
    """An editable table. What was typed is kept when the reader looks at another page: then the table begins with it."""
    key, began, now = (_key(community, source, f"{part}{end}") for end in ("", ":began", ":now"))
    if key not in st.session_state:
        st.session_state[began] = st.session_state.get(now, start)
    st.session_state[now] = st.data_editor(
        st.session_state[began],
        key=key,
        column_config=columns,
        num_rows=rows,
        hide_index=True,  # type: ignore[call-overload]
    )
    return st.session_state[now]


def _preview(source: Card, card: Card) -> None:
    found = difference(source, card)
    st.markdown("**Wat verandert.** " + plain(method_difference.summary(found)))
    if not found.is_empty:
        st.html(wrapped_table.html(method_difference.table(found), "Wat verandert", tall=True))


def _told(card: Card, found: list[Problem]) -> None:
    labels = {edit.id: str(edit.changes["label"]) for edit in edits(card) if edit.kind == "method_phase"}
    wrong = [one for one in found if not one.is_warning]
    if wrong:
        what = "Eén ding klopt nog niet." if len(wrong) == 1 else f"{text.number(len(wrong))} dingen kloppen nog niet."
        st.error(
            f"**{what}**\n" + "".join(f"\n- {plain(_which(one, labels) + record_words.problem(one))}" for one in wrong)
        )
    for one in found:
        if one.is_warning:
            st.warning(plain(record_words.problem(one)))


def _which(problem: Problem, labels: dict[str, str]) -> str:
    """Which step a problem is about: 'Startnotitie: '."""
    return f"{labels[problem.id]}: " if problem.id in labels else ""


def _save(snapshot: Snapshot, community: str, source: Card, card: Card, place: str) -> None:
    register = registered.register(snapshot)
    try:
        applied = register.apply(registered.actor(), edits(card), known=registered.known(snapshot))
    except RegisterError as error:
        st.error(plain(str(error)))
        return
    record_saved.say(place, f"{method_difference.called(card)} is bewaard.", applied.number, applied.warnings)
    for key in [key for key in st.session_state if str(key).startswith(_key(community, source, ""))]:
        del st.session_state[key]
    choice.say(kaart=card.id)
    st.rerun()


def _key(community: str, source: Card, part: str) -> str:
    return f"own_card:{community}:{source.id}:{part}"

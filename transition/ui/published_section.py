"""The section with figures that were read in publications: filtered by area and subject, disagreements shown, gaps with a form."""

from functools import partial

import streamlit as st

from transition import published
from transition.domain.areas import Area, Level
from transition.published import Disagreement, PublishedFigure
from transition.store import Snapshot
from transition.ui import show
from transition.views import export, text, wrapped_table
from transition.views import published as words

_EVERYWHERE, _EVERYTHING = "Alle gebieden", "Alle onderwerpen"
_ABOUT = (
    "Cijfers uit publicaties, met de hand overgenomen; bron, uitgave en adres staan in elke rij. "
    "Noem de uitgever als u een cijfer gebruikt. Verzameld in Regiemonitor"
)


def section(snapshot: Snapshot) -> None:
    """All of it. The fictional region has none: real figures never stand beside it."""
    st.subheader("Gepubliceerde cijfers")
    if snapshot.is_example:
        st.caption(
            "U ziet een fictieve regio. Gepubliceerde cijfers over echte gebieden ziet u als de echte cijfers zijn geladen."
        )
        return
    figures, known = published.published_figures(), published.quantities()
    st.markdown(
        "Deze cijfers komen niet uit een tabel, maar uit een publicatie. "
        "Zeggen twee publicaties iets anders, dan ziet u beide. Wij kiezen niet."
    )
    chosen = _filtered(figures)
    st.html(wrapped_table.html(words.shown(chosen, known), "Gepubliceerde cijfers", tall=True, wide=True))
    st.caption(
        f"{text.number(len(chosen))} van {text.number(len(figures))} cijfers. Schuif in de tabel om alles te zien. "
        "'In een ander stuk' is bijvoorbeeld een krant of een adviesbureau. "
        "De adressen staan in de download; ze zijn overgenomen en niet opnieuw bezocht."
    )
    show.download(partial(words.table, chosen, known), "gepubliceerde-cijfers", _ABOUT)
    if st.toggle("Toon wat de onderwerpen betekenen", key="published_meanings"):
        st.markdown("\n".join(f"- {line}" for line in words.meanings(chosen, known)))
    _disagreements(published.disagreements(chosen))
    _missing(snapshot, figures)


def _filtered(figures: tuple[PublishedFigure, ...]) -> list[PublishedFigure]:
    known = published.quantities()
    names = dict.fromkeys([_EVERYWHERE, *sorted({f.area_name for f in figures})])
    themes = dict.fromkeys([_EVERYTHING, *(quantity.theme for quantity in known.values())])
    left, right = st.columns(2)
    with left:
        area = st.selectbox("Gebied van het cijfer", list(names), key="published_area")
    with right:
        theme = st.selectbox("Onderwerp", list(themes), key="published_theme")
    return [
        f for f in figures if area in (_EVERYWHERE, f.area_name) and theme in (_EVERYTHING, known[f.quantity].theme)
    ]


def _disagreements(found: list[Disagreement]) -> None:
    known = published.quantities()
    for one in found:
        if one.is_conflict:
            st.warning(f"{words.sentence(one, known)} Publicaties over dezelfde uitgave spreken elkaar tegen.")
    later = [one for one in found if not one.is_conflict]
    if later and st.toggle(f"Toon waar uitgaven verschillen ({len(later)})", key="published_editions"):
        st.markdown("\n".join(f"- {words.sentence(one, known)}" for one in later))


def _missing(snapshot: Snapshot, figures: tuple[PublishedFigure, ...]) -> None:
    """A figure that someone brought is not missing either."""
    areas = list(snapshot.areas.values())
    regions = snapshot.areas_at[Level.RES]
    bid, pipeline = (
        [area for area in words.regions_without(quantity, areas, figures) if not snapshot.series(area.code, quantity)]
        for quantity in (words.BID, words.PIPELINE)
    )
    said = words.not_found(bid, pipeline, len(regions))
    if not said:
        return
    st.markdown(said)
    with st.container(horizontal=True, gap="small", key="published_form"):
        for form_of_file in (export.Format.XLSX, export.Format.CSV):
            st.download_button(
                f"Download het invulblad als {export.NAMES[form_of_file]}",
                data=partial(_form, form_of_file, areas, figures),
                file_name=f"invulblad-energieregios.{form_of_file}",
                mime=export.MIME[form_of_file],
                icon=":material/edit_note:",
                on_click="ignore",
                key=f"published_form_{form_of_file}",
            )


def _form(form: export.Format, areas: list[Area], figures: tuple[PublishedFigure, ...]) -> bytes:
    made = words.template(areas, figures, published.quantities())
    if form is export.Format.XLSX:
        return export.workbook(made, above=words.FORM_LINES)
    return export.dutch_csv(made, above=words.FORM_LINES)

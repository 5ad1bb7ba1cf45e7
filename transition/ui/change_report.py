"""What the newest editions changed: counts per source, and the ten largest revisions."""

import streamlit as st

from transition.store import Snapshot
from transition.ui import show
from transition.views import change_table, wrapped_table


def section(snapshot: Snapshot) -> None:
    """The table of changes per source, and the revisions that matter most."""
    st.subheader("Wat nieuwe uitgaven veranderden")
    table = change_table.per_source(snapshot.sources)
    if table.empty:
        st.info("Van deze momentopname is geen verslag. Na de volgende verversing staat het hier.")
        return
    st.html(wrapped_table.html(table[change_table.SHOWN], "Wat nieuwe uitgaven veranderden, per bron"))
    st.caption(
        "**Zo leest u dit.** Per bron: hoeveel cijfers er anders zijn dan in de vorige uitgave. Herzien: het cijfer is anders. "
        "Bij de eerste keer laden is elk cijfer nieuw. Namen en grenzen van gebieden zijn geen cijfers: die tellen hier niet mee. "
        "Welke uitgaven het zijn, ziet u bij 'Bekijk één bron' en in de download."
    )
    show.download(lambda: table, "veranderingen", "Regiemonitor, wat nieuwe uitgaven veranderden")
    names = {code: area.name for code, area in snapshot.areas.items()}
    largest = change_table.largest(snapshot.sources, names)
    if largest.empty:
        st.caption("In de nieuwste uitgaven is geen enkel cijfer herzien.")
        return
    st.markdown("**De tien grootste herzieningen**" if len(largest) > 1 else "**De grootste herziening**")
    show.sortable(largest)
    st.caption(
        "**Zo leest u dit.** Groot is wat zowel in procenten als in aantal opvalt: een verschil telt zwaarder naarmate het "
        "gebied groter is dan gemiddeld. Van een gebied, cijfer en jaar staat er één regel."
    )

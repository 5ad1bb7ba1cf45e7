"""The checks across sources, passed or not, with what was found and what was expected."""

import streamlit as st

from transition.store import Snapshot
from transition.ui import show
from transition.views import change_table


def section(snapshot: Snapshot) -> None:
    """A warning for what does not hold, all checks as a table, and one check year by year."""
    st.subheader("Controles over de bronnen heen")
    checks = snapshot.checks
    if not checks:
        st.info("Deze momentopname is nog niet nagerekend. Na de volgende verversing staan de controles hier.")
        return
    number = {outcome: sum(check["outcome"] == outcome for check in checks) for outcome in ("klopt", "klopt niet")}
    for check in checks:
        if check["outcome"] == "klopt niet":
            st.warning(f"**Klopt niet.** {check['rule']} Verwacht: {check['expected']}.")
    st.markdown(
        f"Bij elke verversing rekenen we na of de bronnen bij elkaar passen. Van de {len(checks)} controles kloppen er "
        f"{number['klopt']} en kloppen er {number['klopt niet']} niet. De andere zijn nog niet te beantwoorden."
    )
    table = change_table.checks(checks)
    show.sortable(table)
    show.download(lambda: table, "controles", "Regiemonitor, controles over de bronnen heen")
    answered = {check["id"]: check for check in checks if check["findings"]}
    picked = st.selectbox(
        "Bekijk één controle per jaar",
        list(answered),
        index=None,
        format_func=lambda id: answered[id]["rule"],
        placeholder="Kies een controle",
        key="check_details",
    )
    if picked in answered:
        show.sortable(change_table.findings(answered[picked]))

"""The checks across sources, passed or not, with what was found and what was expected."""

from typing import Any

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
    wrong = [check for check in checks if check["outcome"] == "klopt niet"]
    unanswered = [check for check in checks if check["outcome"] == "niet te beantwoorden"]
    right = len(checks) - len(wrong) - len(unanswered)
    st.markdown(
        "Bij elke verversing rekenen we na of de bronnen bij elkaar passen. "
        + change_table.counted(right, len(wrong), len(unanswered))
    )
    if wrong:
        st.warning("**Dit klopt niet:**\n\n" + _list(wrong))
    which = "De andere controles" if wrong else "Alle controles"
    with st.expander(f"{which}, met wat er gevonden is"):
        st.markdown(_list([check for check in checks if check not in wrong]))
    show.download(lambda: change_table.checks(checks), "controles", "Regiemonitor, controles over de bronnen heen")
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


def _list(checks: list[dict[str, Any]]) -> str:
    return "\n".join(f"- {change_table.check_line(check)}" for check in checks)

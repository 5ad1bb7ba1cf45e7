"""Who a community is: its theme, state, co-hosts, municipalities and members, as a list of facts. Every text is escaped."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from transition.domain.register.choices import COMMUNITY_STATES
from transition.metrics.communities import several
from transition.views import area_words, community_tables, text
from transition.views.record_words import NOT_RECORDED, is_nothing

_MANY = 6


def html(row: pd.Series, parties: Mapping[str, str], names: Mapping[str, str]) -> str:
    """HTML of the facts. row: of `metrics.communities.overview`. parties: of `community_tables.described`. names: of areas."""
    hosts = [parties.get(id, id) for id in several(row["co_hosts"])]
    members = [parties.get(id, id).rpartition(" (")[0] or id for id in several(row["members"])]
    since = "" if is_nothing(row["start"]) else f", begonnen op {area_words.day(row['start'])}"
    facts = {
        "Thema": community_tables.theme(row["theme"], row["theme_note"]),
        "Stand": COMMUNITY_STATES.get(row["state"], row["state"]) + since,
        "Co-hosts": _enumerated(hosts),
        "Regio": NOT_RECORDED if is_nothing(row["region"]) else names.get(row["region"], row["region"]),
        "Gemeenten": _enumerated([names.get(code, code) for code in several(row["municipalities"])]),
        "Deelnemers": _enumerated(members),
        "Bijeenkomsten": _met(row),
    }
    if not is_nothing(row["note"]):
        facts["Toelichting"] = row["note"]
    items = "".join(f"<dt>{label}</dt><dd>{escape(words)}</dd>" for label, words in facts.items())
    return f'<dl class="community-facts">{items}</dl>'


def _enumerated(found: list[str]) -> str:
    """'Assen en Emmen'; a long list is counted first: '8: Assen, Emmen …'."""
    if not found:
        return NOT_RECORDED
    return text.enumeration(found) if len(found) <= _MANY else f"{text.number(len(found))}: {text.enumeration(found)}"


def _met(row: pd.Series) -> str:
    held = NOT_RECORDED
    if row["sessions_count"]:
        held = f"{text.number(row['sessions_count'])}, de laatste op {area_words.day(row['last_session'])}"
    return held if is_nothing(row["next_session"]) else f"{held}; de volgende op {area_words.day(row['next_session'])}"

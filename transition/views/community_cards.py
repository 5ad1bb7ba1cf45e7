"""Communities to choose from, a card each: a link with its name, and what it is. Every text is escaped."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import pandas as pd

from transition.domain.register.choices import COMMUNITY_STATES
from transition.metrics.communities import several
from transition.views import area_words, community_tables
from transition.views.record_words import is_nothing

_SHOWN = [
    "name",
    "theme",
    "theme_note",
    "state",
    "region",
    "municipalities",
    "areas_count",
    "co_hosts",
    "last_session",
]


def html(
    found: pd.DataFrame, parties: Mapping[str, str], names: Mapping[str, str], address: Callable[[str], str]
) -> str:
    """HTML: a card per row of `metrics.communities.overview`. parties: of `community_tables.described`. names: of areas."""
    rows = found[_SHOWN].rename_axis("id").reset_index().to_dict("records")
    return f'<ul class="community-cards">{"".join(_card(row, parties, names, address) for row in rows)}</ul>'


def _card(
    row: Mapping[Any, Any], parties: Mapping[str, str], names: Mapping[str, str], address: Callable[[str], str]
) -> str:
    facts = [
        community_tables.theme(row["theme"], row["theme_note"]),
        COMMUNITY_STATES.get(row["state"], row["state"]),
        "regio niet vastgelegd" if is_nothing(row["region"]) else names.get(row["region"], row["region"]),
        community_tables.counted(
            len(several(row["municipalities"])), "gemeente", "gemeenten", "gemeenten niet vastgelegd"
        ),
        community_tables.counted(row["areas_count"], "gebied", "gebieden", "nog geen gebied"),
    ]
    hosts = community_tables.hosts(row["co_hosts"], parties) or "niet vastgelegd"
    last = area_words.day(row["last_session"])
    id = escape(str(row["id"]), quote=True)
    link = f'<a href="{escape(address(str(row["id"])), quote=True)}" data-community="{id}" target="_self">{escape(row["name"])}</a>'
    return (
        f"<li>{link}<p>{escape(' · '.join(facts))}</p>"
        f"<p>{escape(f'Co-hosts: {hosts}. Laatste bijeenkomst: {last}.')}</p></li>"
    )

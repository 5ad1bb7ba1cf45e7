"""Energy regions beside each other in short: every topic in a few words, grey where it may not stand beside the others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.metrics.comparison.gate import Comparable
from transition.metrics.comparison.regions import Region, Topic
from transition.metrics.comparison.side_by_side import Stands
from transition.views import regions_compared, text
from transition.views.card_table import card_table
from transition.views.regions_compared import TOPICS

WHAT = "Resultaat, tempo, wat onderweg is, eigendom, borging in beleid, en of de plannen optellen; per energieregio"


def heading(found: Sequence[Region], stands: Mapping[Topic, Mapping[str, Stands]]) -> str:
    """The message: on which topics two or more regions may stand beside each other."""
    able = [TOPICS[topic].lower().rstrip("?") for topic in Topic if _count(stands[topic]) > 1]
    regions = f"{text.number(len(found))} energieregio's" if len(found) > 1 else "Eén energieregio"
    if not able:
        return f"{regions}; op geen enkel onderwerp is genoeg vastgelegd om te vergelijken"
    if len(able) == len(TOPICS):
        return f"{regions} naast elkaar; op elk onderwerp zijn er minstens twee te vergelijken"
    return f"{regions} naast elkaar; minstens twee zijn te vergelijken op: {text.enumeration(able)}"


def _count(stands: Mapping[str, Stands]) -> int:
    return sum(isinstance(one, Comparable) for one in stands.values())


def html(found: Sequence[Region], stands: Mapping[Topic, Mapping[str, Stands]], links: Mapping[str, str]) -> str:
    """links: code -> a link, safe HTML."""
    rows = [[links[one.code], *(_cell(one, topic, stands[topic][one.code]) for topic in Topic)] for one in found]
    made = card_table(("Regio", *TOPICS.values()), rows, "Energieregio's naast elkaar")
    return f'<div class="regions-table">{made}</div>{_reasons(found, stands)}'


def _reasons(found: Sequence[Region], stands: Mapping[Topic, Mapping[str, Stands]]) -> str:
    """Why what is grey is grey, every reason once with the number of regions it holds for."""
    counts = Counter(
        (topic, why)
        for topic in Topic
        for one in found
        if (why := regions_compared.row(one, topic, stands[topic][one.code]).why)
    )
    items = "".join(f"<li>{escape(_reason(topic, why, count))}</li>" for (topic, why), count in counts.items())
    return f'<p class="beside-side">Waarom iets grijs is</p><ul class="beside-told">{items}</ul>' if items else ""


def _reason(topic: Topic, why: str, count: int) -> str:
    return f"{TOPICS[topic].rstrip('?')}, {_regions(count)}: {why}"


def _regions(count: int) -> str:
    return "1 regio" if count == 1 else f"{text.number(count)} regio's"


def _cell(found: Region, topic: Topic, stands: Stands) -> str:
    shown = regions_compared.row(found, topic, stands)
    grey = ' class="regions-grey"' if not isinstance(stands, Comparable) else ""
    return f'<span{grey}>{escape(shown.said)}<span class="area-muted">{escape(shown.rests)}</span></span>'


def table(
    found: Sequence[Region], stands: Mapping[Topic, Mapping[str, Stands]], names: Mapping[str, str]
) -> pd.DataFrame:
    """A row per region and topic: what it says, on what it rests, and why it may not stand beside the others."""
    rows = []
    for one in found:
        for topic, label in TOPICS.items():
            shown = regions_compared.row(one, topic, stands[topic][one.code])
            value = regions_compared.value(one, topic)
            rows.append((names[one.code], label, value, shown.said, shown.rests, shown.why))
    heads = [
        "Energieregio",
        "Onderwerp",
        "Cijfer (deel van 1; tempo: keer)",
        "In woorden",
        "Rust op",
        "Waarom niet naast de andere",
    ]
    return pd.DataFrame(rows, columns=heads)

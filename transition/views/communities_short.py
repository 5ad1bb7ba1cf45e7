"""Communities beside each other in short: what each is, and on how many of its areas every comparison would rest."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.domain.register.choices import COMMUNITY_STATES
from transition.metrics.communities import several
from transition.metrics.comparison.communities import Beside, Topic, rests_on
from transition.views import area_words, beside, community_tables, text

WHAT = "Wie zij zijn, en op hoeveel gebieden een vergelijking rust"
READING = (
    "Onder 'Rust op' staat bij hoeveel gebieden iets is vastgelegd. Wat niet is vastgelegd, is geen nul en ook niet op schema. "
    "Rust iets op minder dan de helft van de gebieden, dan staat het bij de vergelijking in het grijs."
)
TOPICS = {
    Topic.PHASES: "hoe ver",
    Topic.TIMES: "doorlooptijd",
    Topic.OWNERSHIP: "eigenaarschap",
    Topic.MONEY: "geld",
    Topic.COOPERATION: "samenwerking",
}


def heading(found: Sequence[Beside], rows: pd.DataFrame) -> str:
    """The message: how many communities and areas stand here. rows: of `metrics.communities.overview`, in the same order."""
    areas, themes = sum(len(one.areas) for one in found), rows["theme"].nunique()
    same = "met hetzelfde thema" if themes == 1 else f"met {text.number(themes)} verschillende thema's"
    return f"{text.number(len(found))} communities {same} naast elkaar, samen {beside.areas(areas)}"


def body(found: Beside, row: pd.Series, parties: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The facts of one. parties: of `community_tables.described`. names: of municipalities and regions."""
    facts = {
        "Thema": community_tables.theme(row["theme"], row["theme_note"]),
        "Stand": COMMUNITY_STATES.get(row["state"], row["state"]),
        "Co-hosts": community_tables.hosts(row["co_hosts"], parties) or "niet vastgelegd",
        "Gemeenten": _municipalities(row, names),
        "Bijeenkomsten": _sessions(row),
        "Lessen": community_tables.counted(row["lessons_count"], "les", "lessen", "nog geen les"),
    }
    items = "".join(f"<dt>{label}</dt><dd>{escape(words)}</dd>" for label, words in facts.items())
    resting = "".join(f"<li>{escape(_rests(found, topic))}</li>" for topic in TOPICS)
    rests = f'<p class="beside-side">Rust op</p><ul class="beside-told">{resting}</ul>' if found.areas else ""
    return f'<dl class="beside-facts">{items}</dl>{rests}'


def _municipalities(row: pd.Series, names: Mapping[str, str]) -> str:
    found = [names.get(code, code) for code in several(row["municipalities"])]
    return f"{text.number(len(found))}: {text.enumeration(found)}" if found else "niet vastgelegd"


def _sessions(row: pd.Series) -> str:
    held = community_tables.counted(row["sessions_count"], "bijeenkomst", "bijeenkomsten", "geen vastgelegd")
    return held if row["next_session"] is pd.NaT else f"{held}; de volgende op {area_words.day(row['next_session'])}"


def _rests(found: Beside, topic: Topic) -> str:
    known, of = rests_on(found, topic)
    return f"{TOPICS[topic].capitalize()}: {text.number(known)} van {beside.areas(of)}"


def table(found: Sequence[Beside], listed: pd.DataFrame) -> pd.DataFrame:
    """listed: of `community_tables.listing`, in the same order; beside it on how many areas each topic rests."""
    rests = {f"Gebieden met {words}": [rests_on(one, topic)[0] for one in found] for topic, words in TOPICS.items()}
    return listed.assign(**rests)

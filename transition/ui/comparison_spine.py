"""Alles van één gebied: every headline measure of it beside the group's middle and spread."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from transition.metrics.comparison import profile
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import comparison_data, comparison_shown, registered
from transition.ui.area_data import today
from transition.ui.comparison_group import About
from transition.views import comparison_spine, comparison_text
from transition.views.comparison_measures import entry
from transition.views.comparison_spine import Drawn


@dataclass(frozen=True, eq=False)
class _Made:
    drawn: Drawn
    picture: str
    source: str


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """One line a measure; what cannot be compared is named with why."""
    made = _made(snapshot, registered.number(snapshot), today(), about.code, about.place, group)
    reading = " ".join([comparison_spine.READING.format(place=about.place), *comparison_spine.told(made.drawn)])
    comparison_shown.shown(
        made.picture,
        heading=comparison_spine.heading(made.drawn),
        what=f"De belangrijkste cijfers van {about.place}, naast {made.drawn.within}",
        reading=reading,
        source=made.source,
        table=partial(comparison_spine.table, made.drawn),
        name=f"alles-van-{about.code}",
        decimals=1,
    )


@lru_cache(maxsize=64)
def _made(snapshot: Snapshot, number: int, day: date, code: str, place: str, group: PeerGroup) -> _Made:  # noqa: ARG001
    found = []
    for measure in profile.headlines(comparison_data.measures(snapshot, group.level).values()):
        figures = comparison_data.figures(snapshot, measure, group)
        if isinstance(figures, Figures):
            verdict = comparison_data.verdict(snapshot, measure, group)
            found.append((figures, entry(measure).direction, verdict))
    rows, refused = profile.rows(found)
    drawn = Drawn(rows, refused, place, comparison_text.group(group, place))
    source = comparison_shown.source(snapshot, [row.found for row in rows])
    return _Made(drawn, comparison_spine.html(drawn), source)

"""The parts of the page that compares: title -> how it is drawn, computed only when chosen."""

from collections.abc import Callable

from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import (
    comparison_better,
    comparison_change,
    comparison_dots,
    comparison_funnel,
    comparison_multiples,
    comparison_peers,
    comparison_scatter,
    comparison_spine,
    comparison_table,
)
from transition.ui.comparison_group import About

Part = Callable[[Snapshot, About, PeerGroup], None]
"""What it is about, and with whom: the group has the area itself in front. Only asked when there is a group."""
PARTS: dict[str, Part] = {
    "Stand": comparison_dots.section,
    "Verandering": comparison_change.section,
    "Wie zijn vergelijkbaar": comparison_peers.section,
    "Alles van één gebied": comparison_spine.section,
    "Kleine plaatjes": comparison_multiples.section,
    "Kleine gebieden": comparison_funnel.section,
    "Samenhang": comparison_scatter.section,
    "Wie doet het beter": comparison_better.section,
    "Tabel": comparison_table.section,
}
"""In the order in which a reader finds them."""

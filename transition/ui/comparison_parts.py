"""The parts of the page that compares: title -> how it is drawn, computed only when chosen."""

from collections.abc import Callable

from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import comparison_change, comparison_dots, comparison_peers, comparison_table
from transition.ui.comparison_group import About

Part = Callable[[Snapshot, About, PeerGroup], None]
"""What it is about, and with whom: the group has the area itself in front. Only asked when there is a group."""
PARTS: dict[str, Part] = {
    "Stand": comparison_dots.section,
    "Verandering": comparison_change.section,
    "Wie zijn vergelijkbaar": comparison_peers.section,
    "Tabel": comparison_table.section,
}
"""In the order in which a reader finds them."""

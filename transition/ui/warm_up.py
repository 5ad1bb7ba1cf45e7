"""Makes a server that just started ready for its first reader, while that reader's browser is still loading Streamlit's page."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from transition.domain.areas import Level
from transition.places import places
from transition.store import served_id
from transition.ui import cached


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:  # noqa: ARG001 - Streamlit hands over the app
    """Starts the warm-up in a thread of its own: the server answers at once."""
    Thread(target=_warm_up, name="warm-up", daemon=True).start()
    yield


def _warm_up() -> None:
    """Imports what the map needs and opens the figures. What fails here fails again, and is told, in a reader's run."""
    import transition.ui.map_section  # noqa: F401 - streamlit-folium takes a quarter of a second to import

    where = places()
    if not (served_id(where) or served_id(where.example)):
        return  # the first reader sees on the page that the fictional region is being made
    snapshot = cached.opened().snapshot
    cached.searchable(snapshot)
    _ = snapshot.layers, snapshot.areas_at, snapshot.parts, [snapshot.block(level) for level in Level]
    # What was loaded until now stays: no later collection need look through it again.
    gc.collect()
    gc.freeze()

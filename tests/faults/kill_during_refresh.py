"""A refresh of two invented editions in turn, for the test that kills it at any moment."""

from multiprocessing.connection import Connection
from pathlib import Path

from tests.ingest.test_refresh import GOOD, Tiny
from transition.ingest import run
from transition.places import Places


def refresh(folder: Path, number: int, begun: Connection) -> None:
    """Says that it begins, and refreshes into a data folder: what runs in the process that is killed."""
    answer = GOOD.replace("930000", str(930000 + number))
    begun.send("begin")
    run.refresh(Places(folder), {"tiny": Tiny(answer=answer)}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]

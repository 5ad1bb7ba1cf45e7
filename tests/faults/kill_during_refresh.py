"""A refresh of two invented editions in turn, for the test that kills it at any moment. Run as a module with a data folder."""

import sys
from pathlib import Path

from tests.ingest.test_refresh import GOOD, Tiny
from transition.ingest import run
from transition.places import Places

if __name__ == "__main__":
    where, round_number = Places(Path(sys.argv[1])), int(sys.argv[2])
    answer = GOOD.replace("930000", str(930000 + round_number))
    print("begin", flush=True)
    run.refresh(where, {"tiny": Tiny(answer=answer)}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]
    print("klaar", flush=True)

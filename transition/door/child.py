"""The process that reads a brought file: limits itself first, then reads, then writes plain cells. Started by `opened` only."""

import json
import sys
from pathlib import Path

from transition.door.grid import MOST_CELLS

MOST_MEMORY_BYTES = 1_500_000_000
MOST_PROCESSOR_SECONDS = 18


def limit_itself() -> None:
    """Memory and processor time, where the system can limit them (not on Windows: there the caps and the clock guard)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR_SECONDS, MOST_PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(file: Path, most_cells: int = MOST_CELLS) -> dict[str, object]:
    """What there is to say about the file: its cells, or its troubles."""
    from transition.door import grid, preflight
    from transition.door.trouble import NotTaken

    try:
        form = preflight.form_of(file)
        if form == "xlsx":
            from transition.door.xlsx import read
        elif form == "xls":
            from transition.door.xls import read
        else:
            from transition.door.delimited import read
        return {"book": grid.packed(read(file, most_cells))}
    except NotTaken as refusal:
        return {"troubles": [trouble.as_dict() for trouble in refusal.troubles]}
    except MemoryError:
        raise
    except Exception:  # a damaged file may make a reader stumble in a way nobody thought of
        return {"troubles": [preflight.broken().as_dict()]}


if __name__ == "__main__":
    limit_itself()
    json.dump(main(Path(sys.argv[1]), int(sys.argv[2])), sys.stdout, ensure_ascii=True)

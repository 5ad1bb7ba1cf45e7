"""`python -m tests.live.check [source …]`: asks every source's address for real, and says per source whether it answers as expected.

Not part of the tests: a publisher that is out of order must break no build. Nothing is stored.
"""

import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import stamina

from loaders.__main__ import all_loaders
from transition.domain.sources import Source
from transition.ingest import fetch
from transition.ingest.check import check
from transition.ingest.contract import Loader, Raw, Refused

SIDE_BY_SIDE = 4
_DESCRIPTION = re.compile(r"_(Properties|TableInfos)\.json$")


def main(names: list[str]) -> int:
    """Prints a line per source; 1 when one of them did not answer as expected, 2 when a name is unknown."""
    stamina.instrumentation.set_on_retry_hooks([])  # a refusal says in the end what was tried
    known = all_loaders()
    if unknown := sorted(set(names) - set(known)):
        print(f"Onbekende bron: {', '.join(unknown)}. Bekend zijn: {', '.join(known)}.")
        return 2
    chosen = [known[name] for name in names or known]
    print(f"{len(chosen)} bronnen worden gevraagd; dat duurt hoogstens enkele minuten.", flush=True)
    as_expected = []
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        for loader, (sentence, good) in zip(chosen, pool.map(answered, chosen), strict=True):
            print(f"{loader.SOURCE.id}: {sentence}", flush=True)
            as_expected.append(good)
    print(f"{sum(as_expected)} van {len(as_expected)} bronnen antwoorden zoals verwacht.")
    return 0 if all(as_expected) else 1


def answered(loader: Loader) -> tuple[str, bool]:
    """What a source answers now, in one sentence, and whether that is as expected."""
    source = loader.SOURCE
    try:
        with fetch.Fetcher(source.hosts) as get:
            raw = loader.fetch(get)
    except Refused as refused:
        return f"geen bruikbaar antwoord - {_line(refused)}", False
    except Exception as error:  # one source's surprise must not hide how the others are
        return f"niet te vragen - {type(error).__name__}: {_line(error)}", False
    try:
        parsed = loader.parse(raw)
        check(parsed, source, None)
    except Refused as refused:
        return f"wijkt af - {_line(refused)}", False
    except Exception as error:  # the loader did not see it coming: that is worth knowing too
        return f"wijkt af, en de lader voorzag dat niet - {type(error).__name__}: {_line(error)}", False
    if other := _other_titles(raw, source):
        return f"wijkt af - de titel is nu '{other[0]}', verwacht: '{source.title}'", False
    repairs = f"; {len(parsed.repairs)} bijzonderheden, waaronder: {parsed.repairs[0]}" if parsed.repairs else ""
    return f"goed - {parsed.rows} rijen (minstens {source.minimum_rows}), uitgave {parsed.edition}{repairs}", True


def _other_titles(raw: Raw, source: Source) -> list[str]:
    """Titles in the publisher's catalogue that the source's own title does not begin with, apart from a year at the end."""
    found = []
    for name in filter(_DESCRIPTION.search, sorted(raw)):
        document = json.loads(raw[name])
        title = str(document.get("value", [document])[0].get("Title", "")).strip()
        if not source.title.startswith((title, re.sub(r",? \d{4}$", "", title))):
            found.append(title)
    return found


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

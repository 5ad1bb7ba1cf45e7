"""How a figure of the parts on steering is put on the page: about whom it is, where it comes from, and whether its table may leave."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import pandas as pd

from transition.domain.register.fields import PUBLIC
from transition.metrics.scope import Scope, Sort
from transition.store import Snapshot
from transition.ui import register_source, registered, show
from transition.views.brought import plain


def shown(
    snapshot: Snapshot, about: Scope, draw: Callable[[], object] | str, *,
    heading: str, what: str, reading: str, kinds: Iterable[str], table: Callable[[], pd.DataFrame], name: str,
) -> None:  # fmt: skip
    """draw: as of `show.show`. heading, what: as people typed or we say it. kinds: of records it is made of. table: of what is public.

    name: of its file.
    """
    said = str if isinstance(draw, str) else plain  # beside HTML there is no Markdown
    show.show(
        draw,
        heading=said(heading),
        what=said(f"{about.name}, {what}"),
        reading=said(f"{reading}{_left_out(snapshot, registered.number(snapshot), about)}"),
        source=f"{said(register_source.line(snapshot, kinds))}.",
        table=None if is_hidden(snapshot, about) else table,
        name=f"{name}-{about.id}",
    )


def is_hidden(snapshot: Snapshot, about: Scope) -> bool:
    """Whether it is about one record that is not public: then there is nothing to download."""
    if about.sort is Sort.PLACE:
        return False
    found = registered.table(snapshot, about.sort.value)["visibility"].get(about.id)
    return isinstance(found, str) and found != PUBLIC


@lru_cache(maxsize=128)
def _left_out(snapshot: Snapshot, number: int, about: Scope) -> str:  # noqa: ARG001 - the number is the key
    """That the table has less than the page, where that is so."""
    decisions = registered.table(snapshot, "decision")
    own = decisions["area"].isin(about.areas) | decisions["municipality"].isin(about.municipalities)
    hidden = own & decisions["visibility"].notna() & decisions["visibility"].ne(PUBLIC)
    if is_hidden(snapshot, about) or (len(public_areas(snapshot, about)) == len(about.areas) and not hidden.any()):
        return ""
    return " Concepten en wat vertrouwelijk is, tellen hier mee, maar staan niet in de tabel."


def public_areas(snapshot: Snapshot, about: Scope) -> list[str]:
    """The area processes of a scope that may leave in a file."""
    public = registered.table(snapshot, "area_process", public_only=True).index
    return [id for id in about.areas if id in public]


def public_records(snapshot: Snapshot, kind: str, about: Scope) -> pd.DataFrame:
    """The records of a kind that belong to the area processes of a scope and may leave in a file."""
    found = registered.table(snapshot, kind, public_only=True)
    return found[found["area"].isin(about.areas)]

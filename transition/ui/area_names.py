"""The names lists over many area processes need, kept per state of the register and per choice of the reader."""

from functools import lru_cache, partial
from urllib.parse import urlencode

import pandas as pd

from transition.domain.selection import Selection
from transition.metrics import area_steps
from transition.store import Snapshot
from transition.ui import area_links, choice, registered
from transition.views import area_list
from transition.views.area_names import AreaNames


def names(snapshot: Snapshot) -> AreaNames:
    """Of every area process, with links that keep the reader's choice; the same object until something changes."""
    return _names(snapshot, registered.number(snapshot), choice.selection(snapshot))


def steps(snapshot: Snapshot, public_only: bool = False) -> pd.DataFrame:
    """`area_steps.STEPS` of every area process; read-only. public_only: what may leave in a file."""
    return _steps(snapshot, registered.number(snapshot), public_only)


@lru_cache(maxsize=4)
def _steps(snapshot: Snapshot, number: int, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    kinds = ("area_process", "milestone", "method_phase")
    return area_steps.steps(*(registered.table(snapshot, kind, public_only) for kind in kinds))


@lru_cache(maxsize=4)
def _labels(snapshot: Snapshot, number: int) -> dict[tuple[str, str], str]:  # noqa: ARG001 - the number is the key
    found = steps(snapshot)
    return dict(zip(zip(found["area"], found["code"], strict=True), found["label"], strict=True))


@lru_cache(maxsize=32)
def _names(snapshot: Snapshot, number: int, selection: Selection) -> AreaNames:
    processes = registered.table(snapshot, "area_process")
    return AreaNames(
        areas=_called(snapshot, number),
        visibilities=processes["visibility"].dropna().to_dict(),
        steps=_labels(snapshot, number),
        places=snapshot.areas,
        address=partial(_address, selection),
    )


@lru_cache(maxsize=4)
def _called(snapshot: Snapshot, number: int) -> dict[str, str]:  # noqa: ARG001 - the number is the key
    """The names; of two areas with one name with the municipality behind it."""
    processes = registered.table(snapshot, "area_process")
    twice = processes["name"].duplicated(keep=False)
    found: dict[str, str] = processes["name"].to_dict()
    for id, codes in processes.loc[twice, "municipalities"].items():
        found[id] += f" ({area_list.places(codes, snapshot.areas)})"
    return found


def _address(selection: Selection, id: str) -> str:
    return f"area_processes?{urlencode({**choice.address_words(selection), area_links.WORD: id})}"

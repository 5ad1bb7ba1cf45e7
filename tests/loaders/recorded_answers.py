"""Reads the answers typed for the tests, and plays them as the publisher would."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pandas as pd

from transition.ingest import odata
from transition.ingest.contract import Loader, Parsed, Refused

RECORDED = Path(__file__).parent / "recorded"


def answer(source: str, shape: str = "") -> dict[str, bytes]:
    """The documents of one source by name; `shape`: '' for its dump, 'v3' or 'v4' for a live answer."""
    return {file.name: file.read_bytes() for file in (RECORDED / source / shape).iterdir() if file.is_file()}


@cache
def recorded(loader: Loader, shape: str = "") -> Parsed:
    """A recorded answer as its loader reads it. Read-only: every test gets the same one."""
    return loader.parse(answer(loader.SOURCE.id, shape))


def figure(parsed: Parsed, area: str, indicator: str, period: str, breakdown: str = "") -> tuple[float | None, str]:
    """Value (None when missing) and status of one observation."""
    rows = parsed.observations
    assert rows is not None
    key = (rows["area"] == area) & (rows["indicator"] == indicator) & (rows["period"] == period)
    row = rows[key & (rows["breakdown"] == breakdown)]
    assert len(row) == 1, f"{len(row)} rijen voor {area} {indicator} {period} '{breakdown}'"
    value = row["value"].iloc[0]
    return (None if pd.isna(value) else float(value)), str(row["status"].iloc[0])


class Publisher:
    """A `Get` that answers like CBS: v4, the v3 feed and the v3 interface, each of which may be out of order."""

    def __init__(
        self, v4: Mapping[str, bytes] | None, v3: Mapping[str, bytes] | None, *, feed_rows: bool = True
    ) -> None:
        self.asked: list[str] = []
        self._v4, self._v3, self._feed_rows = v4, v3, feed_rows

    def __call__(self, url: str, *, accept: str = "application/json") -> bytes:
        assert url not in self.asked
        assert url.startswith("https://")
        self.asked.append(url)
        base, _, question = url.partition("?")
        start, _, name = base.rpartition("/")
        table = start.rpartition("/")[2]
        found = self._documents(start.removesuffix(f"/{table}"), name, unquote(question))
        for document in (f"{table}_{name}{self._page(question)}.json", f"{table}_{name}.json"):
            if found and document in found:
                return found[document]
        raise Refused(f"{base} antwoordt met code 500; verwacht is code 200.")

    def _documents(self, base: str, name: str, question: str) -> Mapping[str, bytes] | None:
        if base == odata.V4:
            return self._v4
        if base == odata.V3_FEED and (name != "TypedDataSet" or self._feed_rows):
            return self._v3
        if base == odata.V3_API and self._v3 and "Perioden eq" in question:
            return self._one_period(question.split("'")[1])
        return None

    def _one_period(self, period: str) -> Mapping[str, bytes]:
        assert self._v3 is not None
        rows = [row for name, body in self._v3.items() if "TypedDataSet" in name for row in json.loads(body)["value"]]
        chosen = [row for row in rows if row["Perioden"] == period]
        return {"85005NED_TypedDataSet.json": json.dumps({"value": chosen}).encode()}

    @staticmethod
    def _page(question: str) -> str:
        return "_002" if "$skip" in question else "_001"

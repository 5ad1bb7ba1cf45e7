"""A refresh: what is good is served, what is not is refused, and nothing that was good is ever lost."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest
from filelock import FileLock

from transition import store
from transition.domain.sources import Source
from transition.ingest import archive, run, snapshot
from transition.ingest.contract import Get, Parsed, Raw, Refused
from transition.places import Places

SOURCE = Source(
    "tiny",
    "Een kleine tabel",
    "CBS",
    "https://www.cbs.nl",
    "CC BY 4.0",
    "jaarlijks",
    3,
    ("www.cbs.nl",),
    ("tiny*.csv",),
)


@dataclass
class Tiny:
    """A loader whose document is CSV with the columns of the observations table."""

    SOURCE: Source = SOURCE
    answer: str = ""

    def fetch(self, get: Get) -> Raw:
        return {"tiny.csv": self.answer.encode()}

    def parse(self, raw: Raw) -> Parsed:
        rows = [line.split(",") for line in raw["tiny.csv"].decode().splitlines()]
        if any(len(row) != 4 for row in rows):
            raise Refused("een regel heeft niet vier kolommen")
        table = pd.DataFrame(rows, columns=["area", "period", "value", "status"])
        table = table.assign(indicator="population_count", breakdown="", vintage=table["period"].astype("int64"))
        table["value"] = pd.to_numeric(table["value"]).astype(float)
        return Parsed("2025-01-01", table[["area", "indicator", "breakdown", "period", "value", "status", "vintage"]])


GOOD = "NL01,2024,18000000,final\nGM0363,2024,930000,final\nGM0344,2024,370000,final"


def refresh(where: Places, answer: str, **more: object) -> run.Outcome:
    loader = Tiny(answer=answer)
    outcomes = run.refresh(where, {"tiny": loader}, lambda one: one.fetch(None), came_from="live", **more)  # type: ignore[arg-type]
    return outcomes[0]


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return Places(tmp_path)


def bytes_served(where: Places) -> dict[str, bytes]:
    folder = where.snapshots / store.served_id(where)
    return {str(f.relative_to(where.root)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()} | {
        "CURRENT": where.current.read_bytes()
    }


def test_a_refresh_tells_its_rows_in_dutch_numbers(where: Places) -> None:
    many = "\n".join(f"BU0363{number:04},2024,{number},final" for number in range(1, 1_201))
    assert refresh(where, f"{GOOD}\n{many}").sentence.startswith("1.203 rijen, uitgave 2025-01-01")


def test_a_good_answer_is_served_with_its_source_and_edition(where: Places) -> None:
    assert refresh(where, GOOD).state is run.State.RENEWED
    opened = store.open_served(where)
    assert opened is not None
    assert opened.snapshot.series("GM0363", "population_count") == [("2024", 930000.0, "final")]
    facts = opened.snapshot.sources["tiny"]
    assert (facts["edition"], facts["came_from"], facts["publisher"]) == ("2025-01-01", "live", "CBS")
    kept = list(where.raw.glob("tiny/*/tiny.csv"))
    assert [f.read_text() for f in kept] == [GOOD]
    assert facts["raw_sha256"] == archive.sha256_of({"tiny.csv": GOOD.encode()})


def test_the_same_answer_writes_no_second_snapshot(where: Places) -> None:
    refresh(where, GOOD)
    before = snapshot.complete(where)
    assert refresh(where, GOOD).state is run.State.UNCHANGED
    assert snapshot.complete(where) == before


def test_another_document_with_the_same_figures_writes_no_second_snapshot(where: Places) -> None:
    refresh(where, GOOD)
    before = snapshot.complete(where)
    assert refresh(where, GOOD + "\n").state is run.State.UNCHANGED
    assert snapshot.complete(where) == before


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("", "0 rijen"),
        ("<html><body>Storing</body></html>", "vier kolommen"),
        (GOOD[: len(GOOD) // 2], "vier kolommen"),
        (GOOD.rsplit("\n", 1)[0], "2 rijen"),
        (GOOD.replace("GM0363", "0363"), "'0363'"),
        (GOOD.replace("18000000", "18000"), "eenheid"),
        (GOOD + "\nGM0344,2024,5,final", "twee keer"),
        (GOOD.replace("370000,final", "370000,zeker"), "'zeker'"),
        (GOOD.replace("370000,final", ",final"), "reden"),
    ],
    ids=["empty", "html", "half", "row-missing", "code-format", "unit", "double", "status", "no-reason"],
)
def test_a_bad_answer_never_replaces_good_data(where: Places, answer: str, says: str) -> None:
    refresh(where, GOOD)
    before = bytes_served(where)
    outcome = refresh(where, answer)
    assert outcome.state is run.State.REFUSED
    assert says in outcome.sentence
    assert "\n" not in outcome.sentence
    assert bytes_served(where) == before


def test_a_series_that_jumps_by_a_factor_is_refused_though_every_value_is_plausible(where: Places) -> None:
    many = "\n".join(f"GM{n:04d},2024,{1000 + n},final" for n in range(1, 41))
    assert refresh(where, many).state is run.State.RENEWED
    outcome = refresh(where, many.replace(",1", ",100"))
    assert outcome.state is run.State.REFUSED
    assert "keer zo groot" in outcome.sentence


def test_one_source_that_fails_does_not_cost_the_other(where: Places) -> None:
    class Broken(Tiny):
        def parse(self, raw: Raw) -> Parsed:
            raise ZeroDivisionError("a mistake of the loader")

    broken = Broken(SOURCE=replace(SOURCE, id="broken"), answer="x")
    outcomes = run.refresh(
        where, {"tiny": Tiny(answer=GOOD), "broken": broken}, lambda one: one.fetch(None), came_from="live"
    )
    assert {o.source: o.state for o in outcomes} == {"tiny": run.State.RENEWED, "broken": run.State.REFUSED}
    opened = store.open_served(where)
    assert opened is not None
    assert list(opened.snapshot.sources) == ["tiny"]
    assert json.loads(where.last_run.read_text())["outcomes"]["broken"]["state"] == "geweigerd"


def test_a_revision_is_counted(where: Places) -> None:
    refresh(where, GOOD)
    outcome = refresh(where, GOOD.replace("930000", "931298") + "\nGM0599,2024,670610,provisional")
    assert {k: outcome.changes[k] for k in ("added", "removed", "revised")} == {"added": 1, "removed": 0, "revised": 1}


def test_rollback_serves_the_snapshot_before(where: Places) -> None:
    refresh(where, GOOD)
    first = store.served_id(where)
    refresh(where, GOOD.replace("930000", "931298"))
    assert store.served_id(where) != first
    assert snapshot.roll_back(where) == first
    assert snapshot.roll_back(where) is None
    assert store.served_id(where) == first


def test_example_and_real_figures_never_mix(where: Places) -> None:
    refresh(where, GOOD, origin="example")
    before = bytes_served(where)
    with pytest.raises(Refused, match="example"):
        refresh(where, GOOD.replace("930000", "931298"), origin="real")
    assert bytes_served(where) == before


def test_a_second_refresh_at_the_same_time_is_turned_away(where: Places) -> None:
    where.root.mkdir(exist_ok=True)
    with FileLock(where.lock), pytest.raises(run.Busy):
        refresh(where, GOOD)


def test_a_flipped_byte_is_noticed_and_the_snapshot_before_is_shown(where: Places) -> None:
    refresh(where, GOOD)
    first = store.served_id(where)
    refresh(where, GOOD.replace("930000", "931298"))
    damaged = where.snapshots / store.served_id(where) / "cube" / "gemeente.values.npy"
    content = bytearray(damaged.read_bytes())
    content[-3] ^= 1
    damaged.write_bytes(content)
    opened = store.open_served(where)
    assert opened is not None
    assert opened.snapshot.id == first
    assert opened.fallen_back_from == store.served_id(where)


@pytest.mark.parametrize("pointer", ["", "nonsense\n", "20200101T000000000000Z-00000000\n"])
def test_a_broken_pointer_still_leads_to_a_complete_snapshot(where: Places, pointer: str) -> None:
    refresh(where, GOOD)
    id = store.served_id(where)
    where.current.write_text(pointer)
    opened = store.open_served(where)
    assert opened is not None
    assert opened.snapshot.id == id


def test_an_edition_with_less_is_taken_when_someone_says_that_it_is_right(where: Places) -> None:
    many = "\n".join(f"GM{n:04d},2024,{1000 + n},final" for n in range(1, 41))
    fewer = "\n".join(many.split("\n")[:20])
    refresh(where, many)
    assert refresh(where, fewer).state is run.State.REFUSED
    assert refresh(where, fewer, smaller_is_fine=True).state is run.State.RENEWED


def test_two_sources_with_the_same_series_are_refused_in_one_sentence_and_nothing_changes(where: Places) -> None:
    refresh(where, GOOD)
    before = bytes_served(where)
    other = Tiny(SOURCE=replace(SOURCE, id="other"), answer=GOOD)
    with pytest.raises(Refused, match="meer dan één bron"):
        run.refresh(where, {"other": other}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]
    assert bytes_served(where) == before

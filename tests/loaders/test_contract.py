"""The contract of every loader: a bad answer is refused with one clear line, and never replaces good data."""

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from loaders.__main__ import all_loaders
from tests.ingest.test_refresh import GOOD, Tiny
from tests.loaders.faults import Documents, Fault, data_documents, faults, rows_of, with_rows
from tests.loaders.recorded_answers import RECORDED, answer
from transition import catalog
from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import geometry, run
from transition.ingest.check import levels_of
from transition.ingest.contract import Get, Loader, Parsed, Raw
from transition.places import Places

LOADERS = all_loaders()
BESIDE = GOOD.replace("2024", "2018")
"""What a source beside it says, of a year no other source has this indicator of."""


@dataclass(frozen=True)
class Played:
    """A loader that gets these documents. How many rows are enough is asked of small answers, not of a whole country."""

    loader: Loader
    documents: Documents
    minimum_rows: int = 1

    @property
    def SOURCE(self) -> Source:
        return replace(self.loader.SOURCE, minimum_rows=self.minimum_rows)

    def fetch(self, get: Get) -> Raw:
        return self.documents

    def parse(self, raw: Raw) -> Parsed:
        return self.loader.parse(raw)


def recorded(source: str) -> Iterator[tuple[str, Documents]]:
    """Every recorded answer of a source, and the same as Parquet and TopoJSON where a publisher's files come in these forms."""
    folder = RECORDED / source
    if not folder.is_dir():
        return
    shapes = ["", *(part.name for part in sorted(folder.iterdir()) if part.is_dir())]
    for shape in shapes:
        raw = answer(source, shape)
        yield shape or "opgenomen", raw
        rows = [name for name in data_documents(raw) if "TypedDataSet" in name]
        if len(rows) == 1:
            dump = rows[0].replace(".json", ".parquet")
            rest = {name: body for name, body in raw.items() if name != rows[0]}
            yield "parquet", {**rest, dump: with_rows(dump, b"", rows_of(rows[0], raw[rows[0]]))}
    if not any(name.endswith(".geojson") for name in answer(source)):
        return
    for (level, year), found in LOADERS[source].parse(answer(source)).shapes.items():
        topology = gzip.decompress(geometry.published(found, level, year).topojson_gz)
        yield "topojson", {f"{level}_{year}_topojson.json": topology}


ANSWERS = {f"{source}-{shape}": (source, raw) for source in LOADERS for shape, raw in recorded(source)}
IN_THE_DAILY_LOOP = {next(id for id in ANSWERS if id.endswith(form)) for form in ("v4", "opgenomen")}
"""One live answer and one file."""
READ_BY_OTHERS = ("parquet", "topojson")
"""Forms made of an answer that is tried whole already: of these the faults that every loader must see are enough."""
SEEN_BY_CHECKS = ("helft", "codes", "alles", "coordinaten", "eenheid", "zonder")
"""What only shows when the figures are judged; the rest never gets that far, whether or not there is a stored edition."""


def _marks(id: str, fault: Fault) -> list[pytest.MarkDecorator]:
    """Every answer with every fault is for the whole suite."""
    daily = id in IN_THE_DAILY_LOOP and not fault.may_be_unread
    return [] if daily else [pytest.mark.slow]


def _has_a_lowest_value(id: str) -> bool:
    """Whether any figure is of an indicator that cannot be next to nothing: else only the stored edition tells a small unit."""
    source, raw = ANSWERS[id]
    rows = LOADERS[source].parse(raw).observations
    if rows is None:
        return False
    pairs = set(zip(rows["indicator"], levels_of(rows["area"]), strict=True))
    return any(catalog.indicator(i).plausible[Level(at)][0] > 0 for i, at in pairs if at in catalog.indicator(i).levels)


CASES = [
    pytest.param(id, fault, id=f"{id}-{fault.name}", marks=_marks(id, fault))
    for id, (_, raw) in ANSWERS.items()
    for fault in faults(raw)
    if not (fault.may_be_unread and id.endswith(READ_BY_OTHERS))
]
FIRST = [
    case
    for case in CASES
    if case.values[1].name.startswith(SEEN_BY_CHECKS)
    and not case.values[0].endswith(READ_BY_OTHERS)
    and (case.values[1].name != "alles-gedeeld-door-1000" or _has_a_lowest_value(case.values[0]))
]


def test_there_are_loaders_and_each_has_a_recorded_answer() -> None:
    assert LOADERS, "a test over all loaders passes when there are none"
    assert {source for source, _ in ANSWERS.values()} == set(LOADERS)


@pytest.mark.parametrize("id", ANSWERS)
def test_every_kind_of_fault_is_tried_on_every_answer(id: str) -> None:
    source, raw = ANSWERS[id]
    kinds = {fault.name.partition("-")[0] for fault in faults(raw)}
    unit = {"coordinaten"} if LOADERS[source].parse(raw).shapes else {"alles"}
    assert kinds >= {"leeg", "webpagina", "half", "eind", "geen", "helft", "hernoemd", "codes"} | unit


def refreshed(where: Places, *played: Played | Tiny) -> list[run.Outcome]:
    """How the refresh of each of these loaders ended; each told once, in one line."""
    told: list[run.Outcome] = []
    by_id = {loader.SOURCE.id: loader for loader in played}
    outcomes = run.refresh(where, by_id, lambda loader: loader.fetch(None), came_from="live", tell=told.append)  # type: ignore[arg-type]
    assert sorted(outcome.source for outcome in told) == sorted(by_id), "one line per source"
    assert not any("\n" in outcome.sentence for outcome in told)
    return sorted(outcomes, key=lambda outcome: list(by_id).index(outcome.source))


def bytes_kept(where: Places) -> dict[str, bytes]:
    files = [file for file in where.snapshots.rglob("*") if file.is_file()] if where.snapshots.exists() else []
    kept = {str(file.relative_to(where.root)): file.read_bytes() for file in sorted(files)}
    return kept | ({"CURRENT": where.current.read_bytes()} if where.current.exists() else {})


def assert_refused(outcome: run.Outcome, fault: Fault) -> None:
    assert outcome.state is run.State.REFUSED
    assert "niet te lezen (" not in outcome.sentence, "a mistake of the loader, not a judgement of the answer"
    assert re.search(fault.names, outcome.sentence), f"zegt niet wat er gevonden is: {outcome.sentence}"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Places]:
    """The data folder of a recorded answer, with that answer loaded; made when a test first asks for it."""

    @cache
    def of(id: str) -> Places:
        source, raw = ANSWERS[id]
        found = Places(tmp_path_factory.mktemp("data"))
        (outcome,) = refreshed(found, Played(LOADERS[source], raw))
        assert outcome.state is run.State.RENEWED, outcome.sentence
        return found

    return of


@pytest.mark.parametrize(("id", "fault"), CASES)
def test_a_bad_answer_never_replaces_good_data(id: str, fault: Fault, loaded: Callable[[str], Places]) -> None:
    where = loaded(id)
    before = bytes_kept(where)
    (outcome,) = refreshed(where, Played(LOADERS[ANSWERS[id][0]], fault.documents))
    assert bytes_kept(where) == before
    if not fault.may_be_unread or outcome.state is not run.State.UNCHANGED:
        assert_refused(outcome, fault)
        assert outcome.sentence.endswith("De opgeslagen cijfers blijven staan")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A data folder with nothing in it."""
    return Places(tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(("id", "fault"), FIRST)
def test_a_bad_first_answer_is_not_stored(id: str, fault: Fault, bare: Places) -> None:
    enough = int(0.95 * rows_read(id))
    (outcome,) = refreshed(bare, Played(LOADERS[ANSWERS[id][0]], fault.documents, enough))
    assert_refused(outcome, fault)
    assert bytes_kept(bare) == {}


@cache
def rows_read(id: str) -> int:
    source, raw = ANSWERS[id]
    return LOADERS[source].parse(raw).rows


@pytest.mark.slow
@pytest.mark.parametrize("id", ANSWERS)
def test_a_source_that_is_refused_does_not_cost_the_other_its_news(id: str, tmp_path: Path) -> None:
    where, (source, raw) = Places(tmp_path), ANSWERS[id]
    refreshed(where, Played(LOADERS[source], raw), Tiny(answer=BESIDE))
    before = _bytes_of(where, source)
    fault, news = next(faults(raw)), Tiny(answer=BESIDE.replace("930000", "931298"))
    outcome, beside = refreshed(where, Played(LOADERS[source], fault.documents), news)
    assert (outcome.state, beside.state) == (run.State.REFUSED, run.State.RENEWED)
    assert before
    assert _bytes_of(where, source) == before


def _bytes_of(where: Places, source: str) -> dict[str, bytes]:
    folder = where.snapshots / where.current.read_text().strip() / "sources" / source
    return {file.name: file.read_bytes() for file in folder.iterdir()}

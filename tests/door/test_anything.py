"""Whatever is in a file or a cell: the answer is figures or words, never an error of ours."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.brought.__main__ import all_kinds
from tests.door.good_files import GOOD
from tests.door.test_reading import KNOWN
from transition.door import child
from transition.door.grid import Book, Cell, Kind, Sheet
from transition.door.trouble import NotTaken
from transition.ingest.brought.reading import Situation

pytestmark = pytest.mark.slow
KINDS = all_kinds()
TITLES = {
    "klimaatmonitor": ["Gebied", "code", "hern_tot (TJ) 2022", "2023", "Aantal inwoners"],
    "rvo_sde": ["Gemeente", "Thema", "Vermogen (MW)", "Realisatie", "Postcode"],
    "rvo_sce": ["Gemeente", "productie-installatie", "Vermogen (kW)", "Gerealiseerd", "Peildatum: 1 mei 2025"],
    "grid_small_consumers": ["gemeentecode", "PRODUCTSOORT", "AANSLUITINGEN_AANTAL", "SJV_GEMIDDELD", "jaar"],
}
WORDS = [
    "Assen",
    "GM0106",
    "34",
    "2024",
    "ja",
    "ELK",
    "zon",
    "1.234",
    "1,5",
    "?",
    "n.v.t.",
    "https://x.nl",
    "31-12-2024",
    "Peildatum",
]
TEXTS = st.sampled_from(WORDS) | st.text(max_size=12)
CONTENTS = st.one_of(
    st.tuples(st.just(Kind.TEXT), TEXTS),
    st.tuples(st.sampled_from([Kind.NUMBER, Kind.PERCENT]), st.floats(allow_nan=True, allow_infinity=True)),
    st.tuples(st.just(Kind.DATE), st.dates().map(lambda day: day.isoformat())),
    st.tuples(st.sampled_from([Kind.ERROR, Kind.NO_RESULT, Kind.YES_NO]), st.sampled_from(["#N/A", "WAAR", "x"])),
)


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    rows=st.lists(st.lists(st.none() | CONTENTS, max_size=10), max_size=6),
    shift=st.integers(0, 2),
    hidden=st.booleans(),
)
def test_any_cells_under_the_right_titles_become_figures_or_words(
    name: str, rows: list[list[tuple[Kind, str | float] | None]], shift: int, hidden: bool
) -> None:
    kind = KINDS[name]
    titles = TITLES.get(name) or kind.form.lines("x")[-1]  # type: ignore[attr-defined]
    cells = [Cell(1 + shift, n, Kind.TEXT, title) for n, title in enumerate(titles, start=1)]
    for at, row in enumerate(rows, start=2 + shift):
        cells += [
            Cell(at, n, *content) for n, content in enumerate(row, start=1) if content is not None and content[1] != ""
        ]
    book = Book("xlsx", (Sheet("Blad1", False, cells), Sheet("Ook", hidden, cells[:5])))
    kind.form.fits(book)
    told = []
    try:
        reading = kind.form.read(book, Situation("lijst_2024.xlsx", KNOWN, 2026))
        reading.refuse_if_wrong()
        reading.table()
    except NotTaken as refusal:
        told = list(refusal.troubles)
    assert all(trouble.what and trouble.remedy for trouble in told)


@pytest.mark.parametrize("name", ["klimaatmonitor", "klimaatmonitor_xls", "res_monitor"])
def test_a_file_with_a_few_other_bytes_is_read_or_refused(name: str, tmp_path: Path) -> None:
    whole = GOOD[name].make(tmp_path / GOOD[name].name).read_bytes()
    chance = random.Random(20261123)
    outcomes = set()
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice([1, 3, 20])):
            content[chance.randrange(len(content))] = chance.randrange(256)
        if chance.random() < 0.2:
            del content[chance.randrange(len(content)) :]
        file = tmp_path / "anders"
        file.write_bytes(bytes(content))
        answer = child.main(file)
        assert set(answer) in ({"book"}, {"troubles"})
        outcomes |= set(answer)
    assert "troubles" in outcomes

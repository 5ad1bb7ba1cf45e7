"""A workbook that somebody downloaded before the form changed is still understood, or refused with the reason."""

import json
from pathlib import Path

import pytest

from tests.register_workbook.world import Sheets
from transition.domain.register.kinds import KINDS
from transition.door.opened import opened
from transition.register.workbook import reading, template

FIRST = Path(__file__).parent / "edition_1.json"
"""The column heads of edition 1, by sheet, as they were given out."""


def test_a_workbook_of_an_older_edition_is_read_by_its_old_names(sheets: Sheets) -> None:
    change = template.Change(3, sheets={"Financiën": "Geld"}, columns={("finance_line", "Omschrijving"): "Post"})
    sheets.cells["Financiën"] = sheets.cells.pop("Geld")
    sheets.cells["Financiën"][1, sheets.at("Financiën", "Post")] = "Omschrijving"
    brought = reading.read(opened(sheets.save()), (change,), 3)
    assert brought.troubles == ()
    assert brought.notes == ("Deze werkmap is van versie 2. We lezen hem als versie 3.",)
    (row,) = (row for row in brought.rows if row.kind == "finance_line")
    cell = row.cells["label"]
    assert cell is not None
    assert (cell.value, row.sheet) == ("Net", "Financiën")


@pytest.mark.parametrize(
    ("edition", "newest", "words"), [(3, 2, "nieuwere versie (3)"), (0, 2, "van versie 0; die wordt niet meer gelezen")]
)
def test_an_edition_that_is_not_read_is_refused_with_the_reason(edition: int, newest: int, words: str) -> None:
    answer = template.names_of(edition, (template.Change(2),), newest)
    assert isinstance(answer, str)
    assert words in answer


def test_every_name_that_was_ever_given_out_is_still_understood() -> None:
    """Did you rename a sheet or a column? Raise `template.EDITION`, and say in `template.CHANGES` what it was called."""
    names = template.names_of(1, template.CHANGES, template.EDITION)
    assert isinstance(names, template.Names)
    kinds = {kind.plural: kind for kind in KINDS.values()}
    for sheet, heads in json.loads(FIRST.read_text(encoding="utf-8")).items():
        kind = kinds[names.sheet(sheet)]
        assert {names.head(kind.id, head) for head in heads} <= set(template.heads(kind)), sheet

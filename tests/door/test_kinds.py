"""The kinds of files people bring: one module each, never fetched, and only about figures the catalogue knows."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from loaders.__main__ import all_loaders
from loaders.__main__ import app as refresh_app
from loaders.brought.__main__ import all_kinds, app
from tests.door.good_files import GOOD
from tests.door.test_bad_files import brought
from tests.door.world import world
from transition import catalog
from transition.ingest.brought.kind import Kind
from transition.ingest.brought.template import Template

KINDS = all_kinds()


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_is_named_after_its_source_and_is_never_fetched(name: str) -> None:
    source = KINDS[name].source
    assert source.id == name
    assert source.brought
    assert source.hosts == source.files == ()
    assert name not in all_loaders()
    assert source.title
    assert source.publisher
    assert source.licence


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if isinstance(kind.form, Template)], ids=lambda k: k.source.id
)
def test_a_template_asks_only_what_the_catalogue_knows_at_levels_it_has(kind: Kind) -> None:
    assert isinstance(kind.form, Template)
    for column in kind.form.values:
        entry = catalog.indicator(column.indicator)
        assert column.breakdown in ("", *entry.breakdowns)
        assert set(kind.form.levels) <= set(entry.levels)


def test_a_brought_source_is_listed_and_cannot_be_asked_for(tmp_path: Path) -> None:
    where = world(tmp_path / "data")
    good = GOOD["heat_programmes"]
    brought(where, good.make(tmp_path / good.name), "--confirm")
    listed = CliRunner().invoke(refresh_app, ["--list", "--data", str(where.root)])
    assert "heat_programmes" in listed.stdout
    assert "gebracht" in listed.stdout
    asked = CliRunner().invoke(refresh_app, ["heat_programmes", "--data", str(where.root)])
    assert asked.exit_code == 2


def test_the_command_tells_in_words_what_it_reads_and_what_would_change(tmp_path: Path) -> None:
    where = world(tmp_path / "data")
    good = GOOD["res_monitor"]
    told = CliRunner().invoke(app, [str(good.make(tmp_path / good.name)), "--data", str(where.root)])
    assert told.exit_code == 0
    assert "Bod van de energieregio voor 2030, 2030: 1 gebied" in told.stdout
    assert "Wat verandert: 3 nieuw." in told.stdout
    assert "--confirm" in told.stdout
    kinds = CliRunner().invoke(app, ["--kinds"])
    assert all(name in kinds.stdout for name in KINDS)

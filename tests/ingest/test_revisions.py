"""A value that a new edition changes keeps its predecessor, and the report of a refresh counts what an independent look counts."""

import json
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pytest

from tests.ingest.test_refresh import GOOD, SOURCE, Tiny, refresh
from transition import store
from transition.ingest import change_report, compare, run, snapshot
from transition.ingest.contract import Parsed, Raw
from transition.metrics.revisions import replaced, replaced_areas, replaced_periods
from transition.places import Places

KEY = ["area", "indicator", "breakdown", "period"]
FIRST, SECOND, THIRD = "2025-01-01", "2025-06-01", "2025-11-01"


@dataclass
class Edition(Tiny):
    """The tiny loader, with the date of its edition."""

    edition: str = FIRST

    def parse(self, raw: Raw) -> Parsed:
        return replace(super().parse(raw), edition=self.edition)


def publish(where: Places, edition: str, answer: str = GOOD) -> run.Outcome:
    loader = Edition(answer=answer, edition=edition)
    return run.refresh(where, {"tiny": loader}, lambda one: one.fetch(None), came_from="live")[0]  # type: ignore[arg-type]


def shown(where: Places) -> store.Snapshot:
    opened = store.open_served(where)
    assert opened is not None
    return opened.snapshot


def amsterdam(where: Places) -> list[tuple[float, str, float, str]]:
    found = replaced(shown(where), "GM0363", "population_count", "", "2024")
    return [(one.value_old, one.edition_old, one.value, one.edition) for one in found]


@pytest.fixture
def where(tmp_path) -> Places:  # type: ignore[no-untyped-def]
    return Places(tmp_path)


def test_a_first_edition_has_no_predecessors(where: Places) -> None:
    publish(where, FIRST)
    assert amsterdam(where) == []
    assert shown(where).revisions.empty


def test_a_revised_value_keeps_its_predecessor_over_two_and_three_editions(where: Places) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    assert amsterdam(where) == [(930_000, FIRST, 931_000, SECOND)]
    publish(where, THIRD, GOOD.replace("930000", "931298"))
    assert amsterdam(where) == [(930_000, FIRST, 931_000, SECOND), (931_000, SECOND, 931_298, THIRD)]
    assert shown(where).series("GM0363", "population_count") == [("2024", 931_298.0, "final")]
    assert replaced_areas(shown(where), "population_count", "", "2024") == {"GM0363"}
    assert replaced_periods(shown(where), "GM0363", "population_count") == ("2024",)
    assert replaced_periods(shown(where), "GM0344", "population_count") == ()
    assert replaced(shown(where), "GM0344", "population_count", "", "2024") == ()


def test_a_status_that_changes_alone_is_no_revision(where: Places) -> None:
    publish(where, FIRST, GOOD.replace("930000,final", "930000,provisional"))
    outcome = publish(where, SECOND)
    assert amsterdam(where) == []
    assert (outcome.changes["revised"], outcome.changes["status"]) == (0, 1)


def test_predecessors_stay_when_only_another_source_is_renewed(where: Places) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    other = Edition(SOURCE=replace(SOURCE, id="other"), answer=GOOD.replace("2024", "2018"))
    run.refresh(where, {"other": other}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]
    assert amsterdam(where) == [(930_000, FIRST, 931_000, SECOND)]


def test_the_same_edition_again_after_going_back_leaves_one_predecessor(where: Places) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    snapshot.roll_back(where)
    assert amsterdam(where) == []
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    assert amsterdam(where) == [(930_000, FIRST, 931_000, SECOND)]


def test_a_value_that_is_no_longer_given_keeps_its_predecessor_and_so_does_the_one_that_comes_back(
    where: Places,
) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000,final", ",not_published"))
    publish(where, THIRD, GOOD.replace("930000", "931298"))
    found = replaced(shown(where), "GM0363", "population_count", "", "2024")
    assert (found[0].value_old, found[0].status_old) == (930_000, "final")
    assert np.isnan(found[1].value_old)
    assert (found[1].status_old, found[1].value) == ("not_published", 931_298)


def test_a_value_that_becomes_secret_is_not_kept_by_us_either(where: Places) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    outcome = publish(where, THIRD, GOOD.replace("930000,final", ",suppressed"))
    assert outcome.changes["emptied"] == 1
    assert amsterdam(where) == []


def test_a_figure_that_is_filled_in_for_the_first_time_has_no_predecessor(where: Places) -> None:
    publish(where, FIRST, GOOD.replace("930000,final", ",not_published"))
    outcome = publish(where, SECOND)
    assert outcome.changes["filled"] == 1
    assert amsterdam(where) == []


def test_the_same_documents_read_in_another_way_say_so(where: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(where, FIRST)
    loader = Edition(answer=GOOD)
    read = loader.parse

    def otherwise(raw: Raw) -> Parsed:
        parsed = read(raw)
        assert parsed.observations is not None
        return replace(parsed, observations=parsed.observations.assign(value=parsed.observations["value"] + 1))

    monkeypatch.setattr(loader, "parse", otherwise)
    monkeypatch.setattr(run, "reader_sha", lambda _: "another")
    run.refresh(where, {"tiny": loader}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]
    (one,) = replaced(shown(where), "GM0363", "population_count", "", "2024")
    assert one.is_reading
    assert shown(where).sources["tiny"]["changes"]["same_documents"]


def test_a_snapshot_of_an_older_form_is_written_anew_though_nothing_changed(
    where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "FORM", 1)
    refresh(where, GOOD)
    before = store.served_id(where)
    monkeypatch.undo()
    facts = shown(where).manifest["sources"]["tiny"]
    (where.snapshots / before / "manifest.json").write_text(
        json.dumps(shown(where).manifest | {"sources": {"tiny": {k: v for k, v in facts.items() if k != "documents"}}})
    )
    assert refresh(where, GOOD).state is run.State.UNCHANGED
    assert store.served_id(where) != before
    assert list(shown(where).sources["tiny"]["documents"]) == ["tiny.csv"], (
        "what newer code keeps is there for every source"
    )
    assert shown(where).series("GM0363", "population_count") == [("2024", 930000.0, "final")]


def test_another_title_leaves_the_last_change_to_be_read(where: Places) -> None:
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931000"))
    again = Edition(
        SOURCE=replace(SOURCE, title="Een andere naam"), answer=GOOD.replace("930000", "931000") + "\n", edition=SECOND
    )
    (outcome,) = run.refresh(where, {"tiny": again}, lambda one: one.fetch(None), came_from="live")  # type: ignore[arg-type]
    assert (outcome.state, outcome.changes["revised"]) == (run.State.RENEWED, 0)
    facts = shown(where).sources["tiny"]
    assert (facts["title"], facts["changes"]["revised"]) == ("Een andere naam", 1)


def editions(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two random editions of the same table: rows added, removed, revised, filled, emptied, with another status."""
    rng = np.random.default_rng(seed)
    rows = [
        (f"GM{n:04d}", "solar_capacity_kwp", part, year)
        for n in range(1, 201)
        for part in ("", "homes")
        for year in ("2023", "2024", "2025")
    ]
    table = pd.DataFrame(rows, columns=KEY)
    old = table.assign(value=rng.integers(1, 1000, len(table)).astype(float), status="final")
    old.loc[rng.random(len(old)) < 0.1, ["value", "status"]] = [np.nan, "not_published"]
    new = old.copy()
    changed = rng.random(len(new)) < 0.2
    new.loc[changed, "value"] = rng.integers(1, 1000, changed.sum()).astype(float)
    new.loc[changed, "status"] = "final"
    empty = rng.random(len(new)) < 0.05
    new.loc[empty, ["value", "status"]] = [np.nan, "suppressed"]
    new.loc[(rng.random(len(new)) < 0.1) & new["value"].notna(), "status"] = "provisional"
    old, new = old[(old["period"] != "2025") & (old["area"] != "GM0001")], new[new["area"] != "GM0002"]
    vintage = {"vintage": 2024}
    return new.sample(frac=1, random_state=seed).assign(**vintage), old.assign(**vintage)


@pytest.mark.parametrize("seed", range(5))
def test_the_counts_of_a_report_are_those_of_an_independent_look(seed: int) -> None:
    new, old = editions(seed)
    now = {tuple(row[:4]): (row[4], row[5]) for row in new[[*KEY, "value", "status"]].itertuples(index=False)}
    then = {tuple(row[:4]): (row[4], row[5]) for row in old[[*KEY, "value", "status"]].itertuples(index=False)}
    both = now.keys() & then.keys()
    is_there = {
        side: {key for key in both if not np.isnan(values[key][0])} for side, values in (("now", now), ("then", then))
    }
    common = is_there["now"] & is_there["then"]
    revised = {key for key in common if now[key][0] != then[key][0]}
    filled, emptied = is_there["now"] - is_there["then"], is_there["then"] - is_there["now"]
    report = compare.changes(new, old)
    assert {kind: report[kind] for kind in ("added", "removed", "revised", "filled", "emptied", "status")} == {
        "added": len(now.keys() - then.keys()),
        "removed": len(then.keys() - now.keys()),
        "revised": len(revised),
        "filled": len(filled),
        "emptied": len(emptied),
        "status": len({key for key in both - revised - filled - emptied if now[key][1] != then[key][1]}),
    }
    assert min(report[kind] for kind in ("added", "removed", "revised", "filled", "emptied", "status")) > 0
    assert report["new_periods"] == ["2025"]
    assert report["areas_gone"] == ["GM0002"]


def table(*rows: tuple[str, str, float]) -> pd.DataFrame:
    """Rows of area, indicator and value, of one year."""
    found = pd.DataFrame(rows, columns=["area", "indicator", "value"])
    return found.assign(breakdown="", period="2024", status="final", vintage=2024)


def test_the_largest_revision_counts_in_percent_and_in_number() -> None:
    usual = [(f"GM{n:04d}", "solar_capacity_kwp", 10_000.0 + n) for n in range(10, 60)]
    old = table(
        ("NL01", "solar_capacity_kwp", 2e7),
        ("GM0001", "solar_capacity_kwp", 2.0),
        ("GM0002", "solar_capacity_kwp", 50_000.0),
        *usual,
    )
    new = table(
        ("NL01", "solar_capacity_kwp", 2e7 + 13_002),  # hardly anything of the whole
        ("GM0001", "solar_capacity_kwp", 4.0),  # twice as much, of next to nothing
        ("GM0002", "solar_capacity_kwp", 63_000.0),  # a quarter more, in a large town
        *usual,
    )
    largest = compare.changes(new, old)["largest"]
    assert [row["area"] for row in largest] == ["GM0002", "GM0001", "NL01"]
    assert (largest[0]["value_old"], largest[0]["value"]) == (50_000.0, 63_000.0)


def test_units_do_not_matter_for_which_revision_is_largest() -> None:
    parts = [(f"GM{n:04d}", "district_heating_pct", 5.0 + n / 10) for n in range(10, 30)]
    counts = [(f"GM{n:04d}", "solar_capacity_kwp", 10_000.0 + n) for n in range(10, 60)]
    old = table(*parts, *counts)
    new = old.copy()
    new.loc[new["indicator"].eq("district_heating_pct") & new["area"].eq("GM0012"), "value"] = 12.4
    new.loc[new["indicator"].eq("solar_capacity_kwp") & new["area"].eq("GM0040"), "value"] = 10_200.0
    assert [row["area"] for row in compare.changes(new, old)["largest"]] == ["GM0012", "GM0040"]


def test_ten_revisions_are_named_and_of_one_area_and_year_only_the_largest() -> None:
    new, old = editions(1)
    largest = compare.changes(new, old)["largest"]
    assert len(largest) == 10
    assert len({(row["area"], row["indicator"], row["period"]) for row in largest}) == 10
    assert [row["weight"] for row in largest] == sorted((row["weight"] for row in largest), reverse=True)


def test_the_command_tells_what_the_last_refresh_changed(where: Places) -> None:
    assert change_report.lines(where, ["tiny"]) == []
    publish(where, FIRST)
    publish(where, SECOND, GOOD.replace("930000", "931298") + "\nGM0599,2025,670610,provisional")
    told = "\n".join(change_report.lines(where, ["tiny"]))
    assert f"van uitgave {FIRST} naar uitgave {SECOND}: 1 nieuw, 0 weg, 1 herzien, nieuwe jaren: 2025" in told
    assert "GM0363 population_count 2024: 930000 werd 931298 inwoners, +0.1%" in told
    assert "Controles: " in told
    publish(where, SECOND, GOOD.replace("930000", "931298") + "\nGM0599,2025,670610,provisional")
    again = "\n".join(change_report.lines(where, ["tiny"]))
    assert "tiny: ongewijzigd" in again
    assert "930000 werd 931298" in again, "what the last edition changed stays to be read"

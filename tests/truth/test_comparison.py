"""What the page that compares says, of fifty municipalities: every number in it found again in the published figures, by another way."""

import math
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.metrics.comparison import peer_group
from transition.metrics.comparison.measures import USUAL
from transition.metrics.comparison.neighbours import Choice, Neighbours
from transition.metrics.comparison.peer_group import PeerGroup
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.ui import comparison_change, comparison_data, comparison_dots
from transition.ui.comparison_group import About
from transition.views import comparison_change as change_words
from transition.views import comparison_peers, comparison_standing, neighbour_text, text
from transition.views.comparison_change import Changed

pytestmark = pytest.mark.slow
MEASURES = (USUAL, "gas_use_m3_per_dwelling", "heating_gas_free_pct", "solar_installations_count.population_count")
DRAWN, CHECKED = 150, 50
FACT = re.compile(r"(?P<trait>[^()]+) \((?P<own>[\d.,]+) tegenover (?P<other>[\d.,]+)[^()]*\)")


@pytest.fixture(scope="module", params=["example_data", "loaded_real_data"])
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    folder: Path = request.getfixturevalue(request.param)
    opened = open_served(Places(folder)) or open_served(Places(folder).example)
    assert opened is not None
    return opened.snapshot


def drawn(snapshot: Snapshot) -> Iterator[tuple[str, str, PeerGroup]]:
    """Municipalities, with a measure and a group each; more than fifty, because not of all there is something to check."""
    codes = [area.code for area in snapshot.areas_at[Level.GEMEENTE] if area.valid_to is None]
    offered = comparison_data.measures(snapshot, Level.GEMEENTE)
    chance = np.random.default_rng(6)
    for turn, code in enumerate(chance.choice(codes, DRAWN, replace=len(codes) < DRAWN).tolist()):
        measure = MEASURES[turn % len(MEASURES)]
        near = comparison_data.neighbours(snapshot, code, Choice.GENERAL, 10, offered[measure].indicator)
        group = peer_group.of_province(code, snapshot.areas) if turn % 3 == 0 else peer_group.of_neighbours(near)
        if isinstance(group, PeerGroup):
            yield measure, code, group


def published(snapshot: Snapshot, code: str, measure: str, year: str) -> float:
    """From the published rows alone: only of municipalities whose boundaries stayed the same."""
    indicator, _, per = measure.partition(".")
    value = {period: value for period, value, _ in snapshot.series(code, indicator)}.get(year, math.nan)
    if not per:
        return value
    below = {int(period): value for period, value, _ in snapshot.series(code, per) if not math.isnan(value)}
    nearest = min(below, key=lambda at: (abs(at - int(year)), -at), default=None)
    return value / below[nearest] * 1000 if nearest is not None and below[nearest] else math.nan


def untouched(group: PeerGroup, since: str) -> bool:
    changes = catalog.boundary_changes()
    return not any(year > int(since) for code in group.members for year in changes.get(code, ()))


def test_the_answer_is_true_of_the_published_figures(snapshot: Snapshot) -> None:
    seen = 0
    for measure, code, group in drawn(snapshot):
        offered = comparison_data.measures(snapshot, Level.GEMEENTE)[measure]
        year = comparison_data.newest(snapshot, group, offered)
        about = About(code, snapshot.areas[code].name, Level.GEMEENTE, offered, year)
        found = comparison_dots._standing(snapshot, 0, about, group)
        if found is None or not untouched(group, year):
            continue
        values = {one: published(snapshot, one, measure, year) for one in group.members}
        known = [value for value in values.values() if not math.isnan(value)]
        if math.isnan(values[code]) or len(known) < 5:
            continue
        seen += 1
        answer, decimals = comparison_standing.answer(found), found.entry.decimals
        is_less = found.entry.direction is Direction.DOWN
        ahead = sum(value < values[code] if is_less else value > values[code] for value in known)
        assert f"had {text.quantity(values[code], found.entry.unit, decimals)} in {year}" in answer
        assert f"nummer {ahead + 1} van de {len(known)} met een cijfer" in answer
        middle = statistics.median(known)
        assert f"<dd>{text.quantity(middle, found.entry.unit, decimals)}<small>de helft" in comparison_standing.figures(
            found
        )
        is_same = text.number(values[code], decimals) == text.number(middle, decimals)
        side = "op het midden" if is_same else "boven" if values[code] > middle else "onder"
        assert f"ligt {side}" in comparison_standing.heading(found)
        assert sorted(row.name for row in comparison_standing.rows(found)) == sorted(
            snapshot.areas[m].name for m in values
        )
    assert seen >= CHECKED


def test_the_change_is_true_of_the_published_figures(snapshot: Snapshot) -> None:
    seen = 0
    for _, code, group in drawn(snapshot):
        offered = comparison_data.measures(snapshot, Level.GEMEENTE)["gas_use_m3_per_dwelling"]
        about = About(code, snapshot.areas[code].name, Level.GEMEENTE, offered, "2024")
        found = comparison_change._changed(snapshot, about, group, "2021")
        if not untouched(group, "2021") or not isinstance(found, Changed):
            continue
        then, now = (published(snapshot, code, offered.indicator, year) for year in ("2021", "2024"))
        if math.isnan(then) or math.isnan(now):
            continue
        seen += 1
        went = text.quantity(now, "m³ per woning")
        assert f"van {text.number(then)} in 2021 naar {went} in 2024" in change_words.heading(found)
        if now != then:
            assert f"Dat is {text.number(abs(now - then))}" in change_words.told(found)
            assert f"m³ per woning {'meer' if now > then else 'minder'}" in change_words.told(found)
    assert seen >= CHECKED


def test_every_statement_about_a_neighbour_is_true_of_the_published_figures(snapshot: Snapshot) -> None:
    """Both figures in each sentence are those of the two municipalities; alike ones are nearer than unlike ones."""
    looked_up = {"inwoners": "population_count", "gas per woning": "gas_use_m3_per_dwelling"}
    looked_up["elektriciteit per woning"] = "electricity_use_kwh_per_dwelling"
    names = comparison_data.names(snapshot, Level.GEMEENTE)
    checked = 0
    for _, code, _ in drawn(snapshot):
        found = comparison_data.neighbours(snapshot, code, Choice.GENERAL, 10, "")
        if not isinstance(found, Neighbours):
            continue
        page = comparison_peers.html(found, names[code], names)
        years = comparison_data.traits(snapshot).years
        for one in found.found:
            told = [neighbour_text.alike(one, names[code], names[one.code]), neighbour_text.unlike(one)]
            for sentence in told:
                assert text_of(sentence) in text_of(page)
                for fact in FACT.finditer(sentence.partition(" in ")[2] or sentence.partition(": ")[2]):
                    trait = re.sub(r"^(, | en |en )", "", fact["trait"]).strip()
                    if (
                        trait not in looked_up
                        or catalog.boundary_changes().get(code)
                        or catalog.boundary_changes().get(one.code)
                    ):
                        continue
                    id = next(id for id, (name, *_) in neighbour_text.TRAITS.items() if name == trait)
                    figures = [
                        {period: value for period, value, _ in snapshot.series(who, looked_up[trait])}[years[id][0]]
                        for who in (code, one.code)
                    ]
                    assert [fact["own"], fact["other"]] == [text.number(value) for value in figures]
                    checked += 1
    assert checked >= 100


def text_of(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("&#x27;", "'").replace("&amp;", "&"))

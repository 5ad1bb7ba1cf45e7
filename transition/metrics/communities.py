"""Communities: how many areas, sessions and lessons each has, where it works, and finding one by theme, co-host and area."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from transition.domain.areas import Area, Level
from transition.metrics.area_scope import codes_of
from transition.metrics.area_search import folded

Tables = Mapping[str, pd.DataFrame]
"""Kind -> the register's table of it."""
NEEDED = ("community", "area_process", "session", "lesson")
"""The kinds of records an overview is made of."""


def overview(
    tables: Tables, areas: Mapping[str, Area], became: Mapping[str, Sequence[str]], today: date
) -> pd.DataFrame:
    """One row per community, index 'id', ordered by name: its own fields, and what belongs to it.

    areas_count, sessions_count (held until today), lessons_count: how many are recorded; 0 is really none recorded. last_session,
    next_session: NaT when there is none. codes: every municipality, region and province it works in, former municipalities as the
    present ones. became: municipality -> the ones it went into.
    """
    found = tables["community"].copy()
    sessions = tables["session"]
    held = sessions[sessions["held_on"] <= pd.Timestamp(today)].groupby("community")["held_on"]
    coming = sessions[sessions["held_on"] > pd.Timestamp(today)].groupby("community")["held_on"]
    for name, counted in (
        ("areas_count", tables["area_process"]["community"].value_counts()),
        ("sessions_count", held.size()),
        ("lessons_count", tables["lesson"]["community"].value_counts()),
    ):
        found[name] = counted.reindex(found.index).fillna(0).astype(int)
    found["last_session"] = pd.to_datetime(held.max().reindex(found.index))
    found["next_session"] = pd.to_datetime(coming.min().reindex(found.index))
    found["codes"] = pd.Series(_codes(found, tables["area_process"], areas, became), found.index, dtype=object)
    order = found["name"].map(folded).argsort(kind="stable")
    return found.iloc[order.to_numpy()]


def _codes(
    communities: pd.DataFrame, processes: pd.DataFrame, areas: Mapping[str, Area], became: Mapping[str, Sequence[str]]
) -> list[frozenset[str]]:
    of_areas: dict[str, set[str]] = {}
    for community, municipalities in zip(processes["community"], processes["municipalities"], strict=True):
        of_areas.setdefault(str(community), set()).update(several(municipalities))
    found = []
    for id, municipalities, region in zip(
        communities.index, communities["municipalities"], communities["region"], strict=True
    ):
        named = {*several(municipalities), *of_areas.get(str(id), ())} or _inside(region, areas)
        found.append(
            frozenset(codes_of(sorted(named), (), areas, became) | ({region} if isinstance(region, str) else set()))
        )
    return found


def _inside(region: object, areas: Mapping[str, Area]) -> set[str]:
    """The municipalities of a region, for a community that names none of its own."""
    return {
        area.code
        for area in areas.values()
        if area.level is Level.GEMEENTE and area.valid_to is None and region in (area.provincie, area.res, area.subres)
    }


def find(found: pd.DataFrame, area: Area, theme: str = "", co_host: str = "") -> pd.DataFrame:
    """The communities that work in an area, with this theme and this co-host; '' leaves that open."""
    keep = [
        (area.level is Level.LAND or area.code in codes)
        and theme in ("", of_theme)
        and (not co_host or co_host in several(hosts))
        for codes, of_theme, hosts in zip(found["codes"], found["theme"], found["co_hosts"], strict=True)
    ]
    return found[keep]


def lessons(tables: Tables, community: str, words: str = "") -> pd.DataFrame:
    """The lessons of a community that hold all these words; as `all_lessons`."""
    own = tables["lesson"][tables["lesson"]["community"] == community]
    return with_words(all_lessons({**tables, "lesson": own}), words)


def all_lessons(tables: Tables) -> pd.DataFrame:
    """The lessons of all communities; newest first, undated ones last.

    Beside the fields of a lesson: area_name, missing where a lesson comes from no area; community_name; and `searched`, all that a
    lesson is found by (its name, its text and its area), without capitals and accents.
    """
    found = tables["lesson"]
    found = found.assign(
        area_name=found["area"].map(tables["area_process"]["name"]),
        community_name=found["community"].map(tables["community"]["name"]),
    )
    texts = zip(found["title"], found["text"], found["area_name"], strict=True)
    searched = [folded(" ".join(one for one in row if isinstance(one, str))) for row in texts]
    found["searched"] = pd.Series(searched, index=found.index, dtype=object)
    return found.sort_values("learned_on", ascending=False, kind="stable", na_position="last")


def with_words(found: pd.DataFrame, words: str) -> pd.DataFrame:
    """Of `all_lessons`: those that hold all these words."""
    asked = folded(words).split()
    keep = [all(word in searched for word in asked) for searched in found["searched"]]
    return found[pd.Series(keep, index=found.index, dtype=bool)]


def sessions(tables: Tables, community: str) -> pd.DataFrame:
    """The sessions of a community, newest first."""
    found = tables["session"]
    return found[found["community"] == community].sort_values("held_on", ascending=False, kind="stable")


def several(cell: object) -> tuple[str, ...]:
    """The codes or references in a cell of a table; none when nothing is recorded."""
    return cell if isinstance(cell, tuple) else ()

"""What an answer must satisfy before it may stand beside good data. What does not hold is refused in one plain sentence."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pandera.errors
import pandera.pandas as pa

from transition import catalog, tables
from transition.domain.areas import NOT_ASSIGNABLE, Level, is_code, is_not_assignable, level_of
from transition.domain.sources import Source
from transition.domain.values import Missing, Status
from transition.ingest.contract import Parsed, Refused, UnlikeStored

LEAST_SHARE_OF_AREAS = 0.95
"""A new edition that has less than this share of the areas the stored one has (same level and period) is half an answer."""
LEAST_SHARE_OF_VALUES = 0.5
"""A new edition with less than this share of the stored values of an indicator (same breakdown, level and period) is hollow."""
LARGEST_MEDIAN_JUMP = 20.0
"""An indicator that is in some period this many times larger or smaller than the stored one has another unit."""

_MISSING = [str(reason) for reason in Missing]
_STATUSES = [str(status) for status in Status]

_SCHEMA = pa.DataFrameSchema(
    {
        "area": pa.Column(str, pa.Check(lambda codes: codes.map(_known_shape), name="een gebiedscode van het CBS")),
        "indicator": pa.Column(str, pa.Check.isin(list(catalog.indicators()), name="een indicator uit de catalogus")),
        "breakdown": pa.Column(str),
        "period": pa.Column(str, pa.Check.str_matches(r"^(19|20)\d\d$", name="een jaar")),
        "value": pa.Column(float, nullable=True),
        "status": pa.Column(str, pa.Check.isin(_STATUSES + _MISSING, name="een bekende status")),
        "vintage": pa.Column("int64", pa.Check.in_range(1990, 2100, name="een jaar van indeling")),
    },
    checks=[
        pa.Check(
            lambda t: t["value"].isna() == t["status"].isin(_MISSING),
            name="een waarde, of een reden waarom die er niet is",
        ),
        pa.Check(lambda t: ~np.isinf(t["value"]), name="een eindig getal"),
    ],
    unique=["area", "indicator", "breakdown", "period"],
    strict=True,
)


def _known_shape(code: str) -> bool:
    return is_code(code)


def check(
    parsed: Parsed,
    source: Source,
    previous: pd.DataFrame | None,
    previous_shapes: Mapping[str, int] | None = None,
    previous_areas: pd.DataFrame | None = None,
) -> None:
    """Raises Refused unless `parsed` is complete and plausible.

    previous, previous_areas: the stored observations and areas of the same source; previous_shapes: stored number of shapes
    per 'level-year'.
    """
    if parsed.rows < source.minimum_rows:
        raise Refused(f"het antwoord heeft {parsed.rows} rijen, verwacht: minstens {source.minimum_rows}")
    _check_areas(parsed.areas)
    for (level, year), shapes in parsed.shapes.items():
        _check_shapes(shapes, level, year)
    found = {f"{level}-{year}": len(shapes) for (level, year), shapes in parsed.shapes.items()}
    for layer, stored in (previous_shapes or {}).items():
        _check_number(found.get(layer, 0), stored, f"grenzen {layer}")
    if previous_areas is not None:
        _check_told(parsed.areas, previous_areas)
    if parsed.observations is None:
        if previous is not None:
            raise UnlikeStored(f"het antwoord heeft geen cijfers, opgeslagen zijn er {len(previous)}")
    else:
        _check_schema(parsed.observations)
        _check_breakdowns_and_levels(parsed.observations)
        _check_plausible(parsed.observations)
        if previous is not None:
            _check_beside(parsed.observations, previous)


def _check_number(found: int, stored: int, of: str) -> None:
    if found < LEAST_SHARE_OF_AREAS * stored:
        raise UnlikeStored(
            f"{of}: {found} gebieden, opgeslagen zijn er {stored}. Een half antwoord wordt niet overgenomen"
        )


def _check_told(new: pd.DataFrame | None, old: pd.DataFrame) -> None:
    """Names and parents that were told before are told again."""
    for column in ("name", "provincie", "res", "subres"):
        stored = int((old[column] != "").sum())
        found = 0 if new is None else int((new[column] != "").sum())
        if found < LEAST_SHARE_OF_AREAS * stored:
            raise UnlikeStored(
                f"van {found} gebieden staat '{column}' in het antwoord, opgeslagen is dat van {stored}. "
                "Een half antwoord wordt niet overgenomen"
            )


def _check_schema(observations: pd.DataFrame) -> None:
    try:
        _SCHEMA.validate(observations, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        raise Refused(_in_plain_words(errors.failure_cases)) from errors


def _in_plain_words(failures: pd.DataFrame) -> str:
    first = failures.iloc[0]
    where = f"kolom '{first['column']}'" if first["column"] not in (None, "") else "de tabel"
    if str(first["check"]) == "multiple_fields_uniqueness":
        return f"een gebied staat twee keer in de tabel ({len(failures)} keer gevonden), verwacht: één keer"
    found = f"'{first['failure_case']}'" if pd.notna(first["failure_case"]) else "iets anders"
    return f"{where}: gevonden {found}, verwacht: {first['check']} ({len(failures)} keer)"


def _check_breakdowns_and_levels(observations: pd.DataFrame) -> None:
    known = catalog.indicators()
    for (indicator, breakdown), _ in observations.groupby(["indicator", "breakdown"]):
        if breakdown and breakdown not in known[str(indicator)].breakdowns:
            raise Refused(f"uitsplitsing '{breakdown}' van {indicator} staat niet in de catalogus")
    # A row that only says 'not published' may stand at a level the indicator has no figures of.
    pairs = observations.loc[observations["value"].notna(), ["indicator", "area"]].drop_duplicates()
    pairs = pairs.assign(level=levels_of(pairs["area"]))
    for (indicator, level), found in pairs.groupby(["indicator", "level"]):
        if level != NOT_ASSIGNABLE and Level(str(level)) not in known[str(indicator)].levels:
            raise Refused(f"{indicator} bestaat niet per {level}, gevonden: {found['area'].iloc[0]}")


def levels_of(codes: pd.Series) -> pd.Series:
    """Per code its level's word, or `NOT_ASSIGNABLE`. Every code must have a known shape."""
    words = {code: NOT_ASSIGNABLE if is_not_assignable(code) else str(level_of(code)) for code in codes.unique()}
    return codes.map(words)


def _check_plausible(observations: pd.DataFrame) -> None:
    observations = observations[observations["value"].notna()]
    level = levels_of(observations["area"])
    for (indicator, word), rows in observations.groupby([observations["indicator"], level]):
        if word == NOT_ASSIGNABLE:
            continue
        entry = catalog.indicator(str(indicator))
        totals = rows[rows["breakdown"] == ""]
        totals = totals if len(totals) else rows
        low, high = entry.plausible[Level(str(word))]
        outside = totals[(totals["value"] < low) | (totals["value"] > high)]
        if len(outside):
            row = outside.iloc[0]
            raise Refused(
                f"{entry.short} van {row['area']} in {row['period']} is {row['value']:g} {entry.unit}; "
                f"geloofwaardig is {low:g} tot {high:g} ({len(outside)} keer). Is de eenheid veranderd?"
            )


def _check_beside(new: pd.DataFrame, old: pd.DataFrame) -> None:
    group = ["indicator", "breakdown", "level", "period"]
    new, old = new.assign(level=levels_of(new["area"])), old.assign(level=levels_of(old["area"]))
    counts = pd.DataFrame({"new": new.groupby(group).size(), "old": old.groupby(group).size()}).fillna(0)
    short = counts[counts["new"] < LEAST_SHARE_OF_AREAS * counts["old"]]
    if len(short):
        _check_number(int(short["new"].iloc[0]), int(short["old"].iloc[0]), _series(short.index[0]))
    values = pd.DataFrame(
        {"new": new.groupby(group)["value"].count(), "old": old.groupby(group)["value"].count()}
    ).fillna(0)
    hollow = values[values["new"] < LEAST_SHARE_OF_VALUES * values["old"]]
    if len(hollow):
        raise UnlikeStored(
            f"{_series(hollow.index[0])}: {int(hollow['new'].iloc[0])} getallen, de rest is leeg; "
            f"opgeslagen zijn er {int(hollow['old'].iloc[0])}"
        )
    both = new.merge(old, on=["area", *group], suffixes=("", "_old"))
    comparable = both[(both["value"] > 0) & (both["value_old"] > 0)]
    ratio = comparable["value"] / comparable["value_old"]
    median = ratio.groupby([comparable["indicator"], comparable["breakdown"], comparable["period"]]).median()
    jumped = median[(median > LARGEST_MEDIAN_JUMP) | (median < 1 / LARGEST_MEDIAN_JUMP)]
    if len(jumped):
        indicator, _, period = jumped.index[0]
        raise UnlikeStored(
            f"{indicator} in {period} is ineens {jumped.iloc[0]:g} keer zo groot als opgeslagen. Is de eenheid veranderd?"
        )


def _series(key: tuple[str, str, str, str]) -> str:
    indicator, breakdown, level, period = key
    return f"{indicator}{f' ({breakdown})' if breakdown else ''} per {level} in {period}"


def _check_areas(areas: pd.DataFrame | None) -> None:
    if areas is None:
        return
    if tuple(areas.columns) != tables.AREAS:
        raise Refused(f"de gebiedentabel heeft kolommen {list(areas.columns)}, verwacht: {list(tables.AREAS)}")
    if areas.duplicated(["code", "year"]).any():
        raise Refused(
            f"gebied {areas['code'][areas.duplicated(['code', 'year'])].iloc[0]} staat twee keer in hetzelfde jaar"
        )
    wrong = areas[~areas["code"].map(is_code)]
    if len(wrong):
        raise Refused(f"'{wrong['code'].iloc[0]}' is geen gebiedscode van het CBS ({len(wrong)} keer)")


def _check_shapes(shapes: pd.DataFrame, level: Level, year: int) -> None:
    wrong = [code for code in shapes["code"] if not is_code(code) or level_of(code) is not level]
    if wrong:
        raise Refused(f"grenzen {level} {year}: '{wrong[0]}' is geen code van dit niveau ({len(wrong)} keer)")
    if shapes["code"].duplicated().any():
        raise Refused(
            f"grenzen {level} {year}: {shapes['code'][shapes['code'].duplicated()].iloc[0]} staat er twee keer in"
        )

"""The answers recorded for the tests, in the shapes in which the publishers send them live: CBS OData v4 and v3, PDOK features."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from loaders import cbs_key_figures, cbs_regions, cbs_solar_neighbourhoods
from tests.loaders.faults import Row, data_documents, rows_of
from tests.loaders.recorded_answers import RECORDED, answer
from transition.domain.values import Status
from transition.ingest import cbs_status

_TABLE = re.compile(r"\d{5}NED")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_UNITS = {
    "GemiddeldAardgasverbruik": "m³",
    "GemiddeldeElektriciteitslevering": "kWh",
    "GemiddeldeNettoElektriciteitslevering": "kWh",
    "Stadsverwarming": "%",
    "Woningen": "%",
    "Installaties": "aantal",
    "OpgesteldVermogenVanZonnepanelen": "kWp",
    "OpgesteldVermogenOmvormers": "kW",
    "ProductieVanZonnestroom": "mln kWh",
    "AantalInstallatiesBijWoningen": "aantal",
    "AantalInwoners": "aantal",
    "HuishoudensTotaal": "aantal",
    "Woningvoorraad": "aantal",
    "Bevolkingsdichtheid": "aantal inwoners per km²",
    "Inwonertal": "aantal",
}
_CODES = {
    "ProductieVanZonnestroom": "M007785",
    "OpgesteldVermogenOmvormers": "M008184",
    **cbs_key_figures.MEASURES,
    **{stem: code for stem, code in cbs_solar_neighbourhoods.MEASURES.items() if code},
}
_ONLY_DESCRIBES = {"Gemeentenaam", "SoortRegio", "Codering", "IndelingswijzigingWijkenEnBuurten"}
"""Columns of v3 that v4 does not have."""
_STATUS_WORDS = {
    Status.FINAL: "Definitief",
    Status.PROVISIONAL_REVISED: "NaderVoorlopig",
    Status.PROVISIONAL: "Voorlopig",
}


@dataclass(frozen=True)
class Topic:
    """A column that is no dimension. code: as v4 calls it; made up where no loader asks for it by code."""

    column: str
    code: str
    unit: str
    title: str


@dataclass(frozen=True)
class Table:
    """One table of StatLine: each row has every dimension (text) and every topic (number, text or None).

    titles: code -> title, where a list of them was recorded. total: how many cells CBS says there are; None: as many as there are.
    """

    id: str
    source: str
    info: Row
    dimensions: tuple[str, ...]
    topics: tuple[Topic, ...]
    rows: tuple[Row, ...] = field(repr=False)
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)
    total: int | None = None


@dataclass(frozen=True)
class Layer:
    """The boundaries of one level as PDOK sends them. total: how many objects it says there are; None: as many as there are."""

    level: str
    source: str
    features: tuple[Row, ...] = field(repr=False)
    total: int | None = None


@cache
def tables() -> dict[str, Table]:
    """Every CBS table that a loader reads, by its id in lower case."""
    found = {}
    for folder in sorted(RECORDED.glob("cbs_*")):
        for table in recorded_tables(folder.name, answer(folder.name)):
            found[table.id.lower()] = table
    return found


def recorded_tables(source: str, documents: dict[str, bytes]) -> Iterator[Table]:
    """The tables in a recorded answer: in OData v4, in v3, or as a dump with the columns of v3."""
    cells = sorted(name for name in documents if "_Observations" in name)
    if cells:
        yield _from_cells(source, cells, documents)
    else:
        for name in data_documents(documents):
            yield _table(source, name, documents)


@cache
def layers() -> dict[str, Layer]:
    """The boundaries of every level that a loader reads, by level."""
    found = {}
    for folder in sorted(RECORDED.glob("boundaries_*")):
        level = folder.name.removeprefix("boundaries_")
        (body,) = answer(folder.name).values()
        found[level] = Layer(level, folder.name, tuple(json.loads(body)["features"]))
    return found


def _table(source: str, name: str, documents: dict[str, bytes]) -> Table:
    known = _TABLE.search(name)
    id = known.group() if known else cbs_regions.TABLE
    rows = rows_of(name, documents[name])
    columns = [column for column in rows[0] if column != "ID"]
    dimensions = tuple(column for column in columns if not re.search(r"_\d+$", column))
    topics = tuple(_topic(number, column) for number, column in enumerate(columns, start=1) if column not in dimensions)
    typed = [
        {column: cell if column in dimensions else _typed(cell) for column, cell in row.items() if column != "ID"}
        for row in rows
    ]
    return Table(id, source, _info(id, documents), dimensions, topics, tuple(typed), _titles(id, dimensions, documents))


def _from_cells(source: str, names: list[str], documents: dict[str, bytes]) -> Table:
    """A table that was recorded as cells: each measure a column, each combination of categories a row."""
    id = names[0].partition("_")[0]

    def listed(name: str) -> list[Row]:
        return rows_of(f"{id}_{name}.json", documents[f"{id}_{name}.json"])

    topics = {
        entry["Identifier"]: Topic(
            f"{''.join(word[:1].upper() + word[1:] for word in re.findall(r'[0-9A-Za-z]+', entry['Title']))}_{place}",
            entry["Identifier"],
            entry["Unit"],
            entry["Title"],
        )
        for place, entry in enumerate(listed("MeasureCodes"), start=1)
    }
    dimensions = tuple(str(entry["Identifier"]) for entry in listed("Dimensions"))
    rows: dict[tuple[str, ...], Row] = {}
    for cell in (cell for name in names for cell in rows_of(name, documents[name])):
        key = tuple(cell[name] for name in dimensions)
        empty = dict.fromkeys(topic.column for topic in topics.values())
        row = rows.setdefault(key, {**dict(zip(dimensions, key, strict=True)), **empty})
        row[topics[cell["Measure"]].column] = cell["StringValue"] if cell["Value"] is None else cell["Value"]
    (told,) = listed("Properties")
    info = {name: told[name] for name in ("Title", "Identifier")} | {
        "Modified": told["Modified"][:19],
        "Period": told.get("TemporalCoverage", ""),
        "ShortDescription": told["Description"],
    }
    return Table(id, source, info, dimensions, tuple(topics.values()), tuple(rows.values()))


def _titles(id: str, dimensions: tuple[str, ...], documents: dict[str, bytes]) -> dict[str, str]:
    lists = [name for dimension in dimensions if (name := f"{id}_{dimension}.json") in documents]
    return {entry["Key"].strip(): entry["Title"] for name in lists for entry in rows_of(name, documents[name])}


def _topic(number: int, column: str) -> Topic:
    stem = column.rpartition("_")[0]
    return Topic(column, _CODES.get(stem, f"M9{number:05}"), _UNITS.get(stem, ""), _words(stem))


def _words(stem: str) -> str:
    """A name written together as a title: 'OpgesteldVermogen' -> 'Opgesteld vermogen'."""
    return re.sub(r"(?<=.)([A-Z])", r" \1", stem).lower().capitalize()


def _typed(cell: Any) -> Any:
    if not isinstance(cell, str):
        return cell
    return None if not cell.strip() else float(cell) if _NUMBER.fullmatch(cell.strip()) else cell


def _info(id: str, documents: dict[str, bytes]) -> Row:
    """The table's own description, in the words of v3."""
    for name, body in documents.items():
        if id in name and re.search("(?i)metadata|TableInfos", name):
            return rows_of(name, body)[0]
    known = {"ID": 0, "Title": "Gebieden in Nederland 2024", "Identifier": id, "Modified": "2024-11-01T02:00:00"}
    return {**known, "Period": "2024", "ShortDescription": ""}


def v3(table: Table) -> dict[str, list[Row]]:
    """The documents of `table` in OData v3, by name, each as its rows."""
    dimensions = [
        {"ID": place, "Type": _kind(name), "Key": name, "Title": name} for place, name in enumerate(table.dimensions)
    ]
    topics = [
        {"ID": place, "Type": "Topic", "Key": topic.column, "Title": topic.title, "Unit": topic.unit}
        for place, topic in enumerate(table.topics, start=len(dimensions))
    ]
    return {
        "TableInfos": [table.info],
        "DataProperties": [*dimensions, *topics],
        **{name: [{"Key": code, **entry} for code, entry in _codes(table, name).items()] for name in table.dimensions},
        "TypedDataSet": [{"ID": place, **row} for place, row in enumerate(table.rows)],
    }


def v4(table: Table) -> dict[str, list[Row]]:
    """The documents of `table` in OData v4, by name, each as its rows: one row a cell."""
    topics = [topic for topic in table.topics if topic.column.rpartition("_")[0] not in _ONLY_DESCRIBES]
    cells = [{"Id": place, **cell} for place, cell in enumerate(_cells(table, topics))]
    info = {
        "Identifier": table.info["Identifier"],
        "Title": table.info["Title"],
        "Description": table.info["ShortDescription"],
        "Modified": f"{table.info['Modified']}+01:00",
        "TemporalCoverage": table.info["Period"],
        "ObservationCount": len(cells) if table.total is None else table.total,
    }
    return {
        "Properties": [info],
        "MeasureCodes": [
            {"Identifier": topic.code, "Index": place, "Title": topic.title, "Unit": topic.unit}
            for place, topic in enumerate(topics, start=1)
        ],
        "Dimensions": [{"Identifier": name, "Title": name, "Kind": _kind(name)} for name in table.dimensions],
        **{
            f"{name}Codes": [{"Identifier": code.strip(), **entry} for code, entry in _codes(table, name).items()]
            for name in table.dimensions
        },
        "Observations": cells,
    }


def _cells(table: Table, topics: list[Topic]) -> Iterator[Row]:
    for row in table.rows:
        keys = {name: str(row[name]).strip() for name in table.dimensions}
        for topic in topics:
            value = row[topic.column]
            # Words of a topic without a unit stand apart; words where a number is due (a fault) stand where it was.
            text = value if isinstance(value, str) and not topic.unit else None
            number = value if text is None else None
            yield {
                "Measure": topic.code,
                "ValueAttribute": "None",
                "Value": number,
                "StringValue": text,
                **keys,
            }


def _codes(table: Table, name: str) -> dict[str, Row]:
    """The code list of a dimension, by code; of periods with how sure CBS is of them."""
    codes = dict.fromkeys(str(row[name]) for row in table.rows)
    entries: dict[str, Row] = {code: {"Title": table.titles.get(code.strip(), code.strip())} for code in codes}
    if name == "Perioden":
        stated = cbs_status.stated_statuses(table.info["ShortDescription"], [code[:4] for code in codes])
        for code, entry in entries.items():
            entry["Status"] = _STATUS_WORDS[stated.get(code[:4], Status.PROVISIONAL)]
    return entries


def _kind(dimension: str) -> str:
    return {"RegioS": "GeoDimension", "WijkenEnBuurten": "GeoDimension", "Perioden": "TimeDimension"}.get(
        dimension, "Dimension"
    )


def of_year(feature: Row, year: int) -> Row:
    """The same boundary, said to be of another year."""
    properties = feature["properties"]
    stamped = {"jaarcode": year, "jrstatcode": f"{year}{properties.get('statcode', '')}"}
    return {**feature, "properties": {**properties, **stamped}}

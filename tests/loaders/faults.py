"""What a publisher can do wrong, done to any recorded answer, by the shape of its documents and without knowing the source.

A document is seen as rows (CSV, StatLine's JSON, Parquet; GeoJSON and TopoJSON with the shape as one more column); a table's
description is one row.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyproj
import shapely

Row = dict[str, Any]
Documents = Mapping[str, bytes]

HTML = b'<!DOCTYPE html><html lang="nl"><body>Storing: probeer het later opnieuw</body></html>'
_DATA = re.compile(r"(?i)\.(csv|parquet|geojson|topojson)$|topojson|TypedDataSet|Observations")
_AREA_CODE = re.compile(r"(NL|LD|PV|ES|ET|GM|WK|BU)\d\w*\s*")
_CODE = re.compile(r"[A-Z]{1,2}\d\w*\s*")
_SHAPE = ("geometry", "arcs")


@dataclass(frozen=True)
class Fault:
    """A bad answer. names: a regular expression for what the refusal must name of what was found.

    may_be_unread: the fault is in a part that a loader may have no need of; then the figures come out as they were.
    """

    name: str
    documents: Documents
    names: str
    may_be_unread: bool = False


def faults(raw: Documents) -> Iterator[Fault]:
    """Every fault that can be done to an answer: empty, a web page, cut, half, renamed, hollow, other codes, another unit."""
    yield Fault("geen-documenten", {}, r"geen|niet bij")
    for kind in (_replaced, _halved, _without_a_document, _renamed, _hollow, _other_codes, _other_unit, _moved):
        yield from kind(raw)


def data_documents(raw: Documents) -> list[str]:
    """The documents that hold the figures or shapes, not lists of codes or a description; by name."""
    return [name for name in sorted(raw) if _DATA.search(name)] or sorted(raw)


def _one_of_each_kind(raw: Documents) -> list[str]:
    """Of pages and of tables of several years the last: names that differ in their digits only are of one kind."""
    return sorted({re.sub(r"\d", "", name): name for name in sorted(raw)}.values())


# Documents as rows.


def rows_of(name: str, body: bytes) -> list[Row]:
    """The rows of a document."""
    if name.endswith(".csv"):
        return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig")), delimiter=_delimiter(body)))
    if name.endswith(".parquet"):
        return pd.read_parquet(io.BytesIO(body)).to_dict("records")
    document = json.loads(body)
    if document.get("type") == "FeatureCollection":
        return [{**one["properties"], "geometry": one["geometry"]} for one in document["features"]]
    if document.get("type") == "Topology":
        (layer,) = document["objects"].values()
        return [{**one["properties"], "arcs": one["arcs"]} for one in layer["geometries"]]
    return list(document["value"]) if "value" in document else [document]


def with_rows(name: str, body: bytes, rows: list[Row]) -> bytes:
    """The document with other rows, in the form it had."""
    if name.endswith(".csv"):
        text = io.StringIO()
        columns = list(rows[0]) if rows else list(rows_of(name, body)[0])
        writer = csv.DictWriter(text, columns, delimiter=_delimiter(body), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return text.getvalue().encode()
    if name.endswith(".parquet"):
        found = io.BytesIO()
        pd.DataFrame(rows, columns=None if rows else list(rows_of(name, body)[0])).to_parquet(found)
        return found.getvalue()
    document = json.loads(body)
    if document.get("type") == "FeatureCollection":
        document["features"] = [
            {"type": "Feature", "properties": _without_shape(row), "geometry": row.get("geometry")} for row in rows
        ]
    elif document.get("type") == "Topology":
        (layer,) = document["objects"].values()
        layer["geometries"] = [
            {"type": "Polygon", "properties": _without_shape(row), "arcs": row.get("arcs", [])} for row in rows
        ]
    elif "value" in document:
        document["value"] = rows
    else:
        (document,) = rows
    return json.dumps(document).encode()


def _without_shape(row: Row) -> Row:
    return {column: cell for column, cell in row.items() if column not in _SHAPE}


def _delimiter(body: bytes) -> str:
    header = body.partition(b"\n")[0]
    return ";" if header.count(b";") > header.count(b",") else ","


def _changed(raw: Documents, name: str, change: Callable[[list[Row]], list[Row]]) -> Documents:
    return {**raw, name: with_rows(name, raw[name], change(rows_of(name, raw[name])))}


def _columns(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(column for row in rows for column in row))


# The faults.


def _replaced(raw: Documents) -> Iterator[Fault]:
    """A document of each kind in turn: nothing, a web page, the first half of its bytes, all but the last few, no rows."""
    for name in _one_of_each_kind(raw):
        body, known = raw[name], re.escape(name)
        for what, content in (
            ("leeg", b""),
            ("webpagina", HTML),
            ("half", body[: len(body) // 2]),
            ("eind", body[:-3]),
        ):
            yield Fault(f"{what}-{name}", {**raw, name: content}, rf"{known}|\d+ (rijen|gebieden)|zonder")
    last = data_documents(raw)[-1]
    yield Fault(f"geen-rijen-{last}", _changed(raw, last, lambda rows: []), r"geen|0 ")


def _halved(raw: Documents) -> Iterator[Fault]:
    """Half of the rows, in documents that are well-formed."""
    names = data_documents(raw)
    half = dict(raw)
    for name in names:
        rows = rows_of(name, raw[name])
        half[name] = with_rows(name, raw[name], rows[: len(rows) // 2])
    yield Fault("helft-van-de-rijen", half, r"\d+ (rijen|gebieden|cellen)|verdwenen|geen")
    if len(names) > 1:
        last = {**raw, names[-1]: half[names[-1]]}
        yield Fault(f"helft-van-{names[-1]}", last, r"\d+ (rijen|gebieden|cellen)|verdwenen|geen")


def _without_a_document(raw: Documents) -> Iterator[Fault]:
    names = data_documents(raw)
    if len(names) > 1:
        rest = {name: body for name, body in raw.items() if name != names[-1]}
        yield Fault(f"zonder-{names[-1]}", rest, r"\d+ (rijen|gebieden|cellen)|bestand|grenzen")


def _renamed(raw: Documents) -> Iterator[Fault]:
    """Each column of a document of each kind in turn under another name."""
    for name in _one_of_each_kind(raw):
        for column in _columns(rows_of(name, raw[name])):
            new = f"Nieuw{column}"
            other = _changed(raw, name, lambda rows, c=column, n=new: [_with_name(row, c, n) for row in rows])
            stem = re.escape(column.partition("_")[0])
            named = rf"(?i){stem}|geen|codes voor|onbekend|\d+ gebieden|{re.escape(name)}"
            yield Fault(f"hernoemd-{column}-in-{name}", other, named, may_be_unread=True)


def _with_name(row: Row, old: str, new: str) -> Row:
    return {new if column == old else column: cell for column, cell in row.items()}


def _hollow(raw: Documents) -> Iterator[Fault]:
    """Each column with figures in turn without its figures."""
    for name in data_documents(raw)[-1:]:
        for label, change in _figures(rows_of(name, raw[name]), lambda cell: None):
            yield Fault(
                f"leeggelopen-{label}", _changed(raw, name, change), r"\d+ (getallen|rijen|gebieden)|geen", True
            )


def _other_codes(raw: Documents) -> Iterator[Fault]:
    """Area codes (or, where there are none, the other codes) without their letters, and without their zeros too."""
    cells = [cell for name in raw for row in rows_of(name, raw[name]) for cell in row.values() if isinstance(cell, str)]
    pattern = _AREA_CODE if any(_AREA_CODE.fullmatch(cell) for cell in cells) else _CODE
    for label, strip in (("zonder-letters", "[A-Z]+"), ("zonder-nullen", r"[A-Z]+0*(?=\S)")):
        documents = dict(raw)
        new: set[str] = set()
        for name in raw:
            rows = rows_of(name, raw[name])
            other = [{c: _other_code(cell, pattern, strip, new) for c, cell in row.items()} for row in rows]
            documents[name] = with_rows(name, raw[name], other) if other != rows else raw[name]
        found = "|".join(sorted({re.escape(code.strip()) for code in new if code.strip()}))
        yield Fault(f"codes-{label}", documents, rf"({found})|codes voor")


def _other_code(cell: Any, pattern: re.Pattern[str], strip: str, new: set[str]) -> Any:
    if not isinstance(cell, str) or not pattern.fullmatch(cell):
        return cell
    found = re.sub(f"^{strip}", "", cell)
    new.add(found)
    return found


def _other_unit(raw: Documents) -> Iterator[Fault]:
    """All figures, and each column of them in turn, a thousand times as large and as small; and another word for each unit."""
    for label, factor in (("maal-1000", 1000), ("gedeeld-door-1000", 1 / 1000)):
        documents = dict(raw)
        for name in data_documents(raw):
            for _, change in _figures(rows_of(name, raw[name]), lambda cell, f=factor: _times(cell, f)):
                documents[name] = with_rows(name, raw[name], change(rows_of(name, documents[name])))
        if documents != raw:
            yield Fault(f"alles-{label}", documents, "eenheid")
        for name in data_documents(raw)[-1:]:
            for column, change in _figures(rows_of(name, raw[name]), lambda cell, f=factor: _times(cell, f)):
                yield Fault(f"{column}-{label}", _changed(raw, name, change), "eenheid", may_be_unread=True)
    for name in sorted(raw):
        for unit in sorted({str(row["Unit"]) for row in rows_of(name, raw[name]) if row.get("Unit")}):
            new = f"1 000 {unit}"
            other = _changed(raw, name, lambda rows, u=unit, n=new: [_with_unit(row, u, n) for row in rows])
            yield Fault(f"eenheid-{new}-in-{name}", other, re.escape(new))


def _with_unit(row: Row, old: str, new: str) -> Row:
    return {**row, "Unit": new} if row.get("Unit") == old else row


def _times(cell: Any, factor: float) -> Any:
    return str(float(cell) * factor) if isinstance(cell, str) else cell * factor


def _figures(rows: list[Row], change: Callable[[Any], Any]) -> Iterator[tuple[str, Callable[[list[Row]], list[Row]]]]:
    """Per column of figures (or, where a row is one figure, per measure) its name, and the change of all its figures."""
    measures = sorted({str(row["Measure"]) for row in rows if "Measure" in row})
    if measures:
        for measure in measures:
            yield (
                measure,
                lambda rows, m=measure: [
                    {**row, "Value": change(row["Value"])} if row["Measure"] == m and _filled(row["Value"]) else row
                    for row in rows
                ],
            )
        return
    if any(column in _SHAPE for column in _columns(rows)):
        return
    for column in _columns(rows):
        cells = [row[column] for row in rows if _filled(row.get(column))]
        if column.lower() != "id" and cells and all(_is_number(cell) for cell in cells):
            yield (
                column,
                lambda rows, c=column: [{**row, c: change(row[c])} if _filled(row.get(c)) else row for row in rows],
            )


def _filled(cell: Any) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else pd.api.types.is_scalar(cell) and not pd.isna(cell)


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and bool(re.fullmatch(r"-?\d+(\.\d+)?", cell)))


def _moved(raw: Documents) -> Iterator[Fault]:
    """Shapes with their axes swapped, in metres of another projection, and a thousand times as far."""
    web = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform
    moves = {
        "assen-verwisseld": lambda x, y: (y, x),
        "andere-projectie": web,
        "maal-1000": lambda x, y: (1000 * x, 1000 * y),
    }
    for label, move in moves.items():
        documents = {name: _elsewhere(raw[name], move) if name in data_documents(raw) else raw[name] for name in raw}
        if documents != raw:
            yield Fault(f"coordinaten-{label}", documents, "buiten Nederland")


def _elsewhere(body: bytes, move: Callable[[Any, Any], Any]) -> bytes:
    """A document with shapes somewhere else: every point of GeoJSON, the corner of TopoJSON's grid. Another one as it is."""
    try:
        document = json.loads(body)
    except ValueError:
        return body
    if document.get("type") == "FeatureCollection":
        for feature in document["features"]:
            moved = shapely.transform(shapely.geometry.shape(feature["geometry"]), move, interleaved=False)
            feature["geometry"] = shapely.geometry.mapping(moved)
    elif document.get("type") == "Topology":
        document["transform"]["translate"] = list(move(*document["transform"]["translate"]))
    else:
        return body
    return json.dumps(document).encode()

"""What is wrong in what an answer says; and what is right in the next edition."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.faults.fault import Fault
from tests.faults.live_shapes import Layer, Table, Topic
from tests.loaders.faults import Row


def _known(table: Table) -> Topic:
    """A topic that its loader reads."""
    return next(topic for topic in table.topics if topic.unit)


def _with_cells(table: Table, change: Callable[[Topic, Any], Any]) -> Table:
    rows = tuple(
        {**row, **{topic.column: change(topic, row[topic.column]) for topic in table.topics}} for row in table.rows
    )
    return replace(table, rows=rows)


def _with_properties(layer: Layer, change: Callable[[Row], Row]) -> Layer:
    return replace(layer, features=tuple({**one, "properties": change(one["properties"])} for one in layer.features))


def _topic_renamed(table: Table) -> Table:
    old = _known(table)
    new = replace(old, column=f"Nieuw{old.column}", code="M999999", title=f"Nieuw {old.title.lower()}")
    rows = tuple({new.column if name == old.column else name: cell for name, cell in row.items()} for row in table.rows)
    return replace(table, topics=tuple(new if topic is old else topic for topic in table.topics), rows=rows)


def _topic_missing(table: Table) -> Table:
    gone = _known(table)
    rows = tuple({name: cell for name, cell in row.items() if name != gone.column} for row in table.rows)
    return replace(table, topics=tuple(topic for topic in table.topics if topic is not gone), rows=rows)


def _topic_new(table: Table) -> Table:
    new = Topic("Onbekend_99", "M999999", "aantal", "Onbekend")
    return replace(table, topics=(*table.topics, new), rows=tuple({**row, new.column: 1.0} for row in table.rows))


def _dimension_new(table: Table) -> Table:
    """Each figure in two parts that differ."""
    first = tuple({"Herkomst": "H001", **row} for row in table.rows)
    second = _with_cells(table, lambda topic, cell: cell / 2 if isinstance(cell, float | int) else cell).rows
    rows = first + tuple({"Herkomst": "H002", **row} for row in second)
    return replace(table, dimensions=("Herkomst", *table.dimensions), rows=rows)


def _words_for_numbers(table: Table) -> Table:
    known = _known(table)
    return _with_cells(table, lambda topic, cell: "veel" if topic == known and cell is not None else cell)


def _code_is_a_number(properties: Row) -> Row:
    return {**properties, "statcode": int(re.sub(r"\D", "", properties["statcode"]))}


def _larger(table: Table) -> Table:
    return _with_cells(table, lambda topic, cell: cell * 1000 if topic.unit and cell is not None else cell)


def _farther(layer: Layer) -> Layer:
    """The coordinates in another unit: metres instead of degrees."""
    return replace(layer, features=tuple({**one, "geometry": _times(one["geometry"])} for one in layer.features))


def _times(geometry: Row) -> Row:
    def larger(part: Any) -> Any:
        return [larger(one) for one in part] if isinstance(part, list) else part * 111_000

    return {**geometry, "coordinates": larger(geometry["coordinates"])}


def _other_unit_word(table: Table) -> Table:
    topics = tuple(replace(topic, unit=f"1 000 {topic.unit}") if topic.unit else topic for topic in table.topics)
    return replace(table, topics=topics)


def _other_codes(table: Table) -> Table:
    """The last code of the first list of categories is another one; in a table of areas alone, a municipality's."""
    areas = ("RegioS", "WijkenEnBuurten", "Perioden")
    category = next((name for name in table.dimensions if name not in areas), "")
    last = max(str(row[category]) for row in table.rows) if category else ""

    def other(name: str, cell: Any) -> Any:
        if category:
            return "X999999" if name == category and cell == last else cell
        return re.sub(r"^GM(?=\d{4}\s*$)", "QQ", cell) if isinstance(cell, str) else cell

    rows = tuple({name: other(name, cell) for name, cell in row.items()} for row in table.rows)
    return replace(table, rows=rows)


def _three_quarters(table: Table) -> Table:
    rows = table.rows[: len(table.rows) * 3 // 4]
    numbers = [topic for topic in table.topics if topic.unit]
    return replace(table, rows=rows, total=len(table.rows) * len(numbers))


def _some_gone(layer: Layer) -> Layer:
    return replace(layer, features=layer.features[:-1], total=len(layer.features))


SAYS_WRONG = (
    Fault(
        "renamed-column",
        "a column has another name",
        r"(?i)heeft geen kolom|onbekende|geen kolom met gebiedscodes|0 kolommen",
        table=_topic_renamed,
        layer=lambda layer: _with_properties(
            layer, lambda p: {("code2" if name == "statcode" else name): cell for name, cell in p.items()}
        ),
    ),
    Fault(
        "missing-column",
        "a column is gone",
        "heeft geen kolom|geen kolom met gebiedscodes",
        table=_topic_missing,
        layer=lambda layer: _with_properties(
            layer, lambda p: {name: cell for name, cell in p.items() if name != "statcode"}
        ),
    ),
    Fault(
        "new-column",
        "there is a column nobody knows",
        "Onbekend",
        table=_topic_new,
        layer=lambda layer: _with_properties(layer, lambda p: {**p, "onbekend": 1}),
    ),
    Fault(
        "new-dimension",
        "every figure comes in two parts that nobody knows",
        "Herkomst|twee",
        table=_dimension_new,
        layer=lambda layer: replace(layer, features=(*layer.features, *layer.features)),
    ),
    Fault(
        "changed-type",
        "a number is a word, a code is a number",
        r"'veel'|is geen code",
        table=_words_for_numbers,
        layer=lambda layer: _with_properties(layer, _code_is_a_number),
    ),
    Fault(
        "jump",
        "every figure is a thousand times as large, coordinates are in metres",
        "eenheid|buiten Nederland",
        table=_larger,
        layer=_farther,
    ),
    Fault(
        "other-unit",
        "the unit has another word, coordinates are in metres",
        "staat in '1 000|buiten Nederland",
        table=_other_unit_word,
        layer=_farther,
    ),
    Fault(
        "changed-codes",
        "a code list has other codes",
        "X999999|QQ|codes voor",
        table=_other_codes,
        layer=lambda layer: _with_properties(layer, lambda p: {**p, "statcode": f"QQ{p['statcode'][2:]}"}),
    ),
    Fault(
        "other-total",
        "fewer rows come than there are said to be",
        r"\d+ (cellen|gebieden|rijen|objecten)|veranderd",
        table=_three_quarters,
        layer=_some_gone,
    ),
)


# Nothing wrong.


def _next_edition(table: Table) -> Table:
    return _with_cells(table, lambda topic, cell: cell * 1.01 if topic == _known(table) and cell is not None else cell)


NEWS = Fault(
    "news",
    "a next edition: figures one per cent higher, other names of areas",
    "",
    table=_next_edition,
    layer=lambda layer: _with_properties(layer, lambda p: {**p, "statnaam": f"{p.get('statnaam', '')} Nieuw"}),
)

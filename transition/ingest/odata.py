"""CBS's dialect: a table of StatLine in any of the three shapes it comes in becomes one `Table`.

The shapes are OData v4 observations (one row = one cell), v3 typed rows (JSON pages or a Parquet dump; one row = all measures
of one combination of categories), and CSV dumps of those rows. Columns are found by measure code (v4) or by the first part of
their name (v3: 'AantalInwoners' for 'AantalInwoners_5'; the number moves between editions), never by position.
"""

import io
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

import numpy as np
import pandas as pd

from transition.domain.values import Missing, Status
from transition.ingest import cbs_status
from transition.ingest.contract import Get, NoAnswer, Raw, Refused

V4 = "https://datasets.cbs.nl/odata/v1/CBS"
V3_FEED = "https://opendata.cbs.nl/ODataFeed/odata"
V3_API = "https://opendata.cbs.nl/ODataApi/odata"
HOSTS = ("datasets.cbs.nl", "opendata.cbs.nl")
"""What a loader of a CBS table puts in `Source.hosts`."""

EMPTY = "empty"
"""The reason of a cell that came empty without a word; the loader knows what that means in its table."""

_REASONS = {  # v4's ValueAttribute; an untyped '.' says the same as Confidential
    "confidential": Missing.SUPPRESSED,
    "secret": Missing.SUPPRESSED,
    "unreliable": Missing.SUPPRESSED,
    "missing": Missing.SUPPRESSED,
    "impossible": Missing.NOT_APPLICABLE,
}
_CELL = ("Id", "Measure", "Value", "StringValue", "ValueAttribute")
_ROW_DOCUMENTS = ("typeddataset", "untypeddataset")
_SELECTION = "observationsselection"  # cells of some measures only: their number is not the number of the table
_INFO_DOCUMENTS = ("metadata", "tableinfos", "properties")


@dataclass(frozen=True)
class Numbers:
    """One measure, row by row. value: float, NaN when missing. reason: '' beside a value, else a `Missing` or `EMPTY`."""

    value: "pd.Series[float]"
    reason: "pd.Series[str]"

    def empty_means(self, reason: Missing, where: "pd.Series[bool]") -> "Numbers":
        """The same, where the cells that came empty without a word have this reason in the rows of `where`."""
        return Numbers(self.value, self.reason.mask(where & (self.reason == EMPTY), str(reason)))


@dataclass
class Table:
    """One table of StatLine, from which a loader takes the columns it knows, one by one.

    edition: ISO date, '' when no metadata came along. statuses: period code -> status, from the code list of periods.
    names: dimension -> code -> title, where code lists came along. units: column -> unit.
    """

    id: str
    title: str
    edition: str
    description: str
    coverage: str
    rows: pd.DataFrame
    reasons: Mapping[str, "pd.Series[str]"] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)
    repairs: list[str] = field(default_factory=list)
    left: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.left = [str(name) for name, column in self.rows.items() if name != "ID" and not column.isna().all()]

    def text(self, name: str) -> "pd.Series[str]":
        """A column of codes or words, without padding; '' where empty. Raises `Refused` when there is no such column."""
        return _stripped(self.rows[self._take(name)])

    def numbers(self, name: str, code: str = "", units: Collection[str] = ()) -> Numbers:
        """A measure, by the first part of its v3 name or by its v4 code. `units`: in which it may be expressed.

        Raises `Refused` when it is absent or ambiguous, expressed in another unit, or holds something that is no number.
        """
        column = self._take(name, code)
        unit = self.units.get(column, "")
        if unit and units and unit.lower() not in {known.lower() for known in units}:
            raise Refused(f"Tabel {self.id}: '{column}' staat in '{unit}'; verwacht is {' of '.join(units)}.")
        value, reason = _numbers(self.rows[column], self.id, column)
        stated = self.reasons.get(column)
        return Numbers(value, reason if stated is None else reason.mask((reason == EMPTY) & (stated != ""), stated))

    def ignore(self, *names: str) -> None:
        """Leaves out columns that we know and do not need. One that is not there is no harm."""
        self.left = [column for column in self.left if column not in names and _stem(column) not in names]

    def ignore_rest(self) -> None:
        """For a table with so many topics that naming them all would say nothing."""
        self.left = []

    def nothing_left(self) -> None:
        """Raises `Refused` when the table has a column nobody knows: it may change what the others mean."""
        if self.left:
            raise Refused(
                f"Tabel {self.id} heeft onbekende kolommen: {', '.join(self.left)}; verwacht zijn alleen de bekende kolommen."
            )

    def period_statuses(self, years: Iterable[str]) -> dict[str, Status]:
        """The status of each year. What is not stated is provisional, never final; `repairs` says so."""
        wanted = sorted(set(years))
        listed = {code[:4]: status for code, status in self.statuses.items() if code[4:] in ("JJ00", "")}
        known = {**cbs_status.stated_statuses(self.description, wanted), **listed}
        silent = [year for year in wanted if year not in known]
        if silent:
            self.repairs.append(
                f"Tabel {self.id} zegt niet hoe zeker {', '.join(silent)} is: als voorlopig opgeslagen."
            )
        found = {year: known.get(year, Status.PROVISIONAL) for year in wanted}
        return cbs_status.at_most_provisional(found, set(self.partial_periods()) & set(wanted))

    def partial_periods(self) -> dict[str, str]:
        """Years that are not complete, with the date up to which they were measured."""
        return cbs_status.partial_periods(self.coverage, self.description)

    def _take(self, name: str, code: str = "") -> str:
        """The one column that is meant; it is no longer left. By code, whole name, name without its number, or start."""
        columns = [str(column) for column in self.rows.columns]
        exact = [self.codes[code]] if code in self.codes else [column for column in columns if column == name]
        found = exact or [column for column in columns if _stem(column) == name]
        found = found or [column for column in columns if column.startswith(name)]
        if not found:
            raise Refused(f"Tabel {self.id} heeft geen kolom '{name}'; gevonden zijn: {', '.join(columns[:20])}.")
        if len(found) > 1:
            raise Refused(f"Tabel {self.id} heeft meer kolommen '{name}': {', '.join(found)}; verwacht is er één.")
        if found[0] in self.left:
            self.left.remove(found[0])
        return found[0]


def read(raw: Raw, table: str) -> Table:
    """The table with this id, from its documents among `raw` (the id is part of their names). Raises `Refused`."""
    documents = {_kind(name, table): name for name in sorted(raw) if table.lower() in name.lower()}
    if not documents:
        raise Refused(f"Tabel {table} zit niet bij de bestanden; verwacht is een bestand met '{table}' in de naam.")
    info = _info(raw, documents)
    if info and str(info.get("Identifier", table)).lower() != table.lower():
        raise Refused(f"De beschrijving van tabel {table} hoort bij tabel {info['Identifier']}; verwacht is {table}.")
    _judge_info(info, table)
    if any(kind.startswith("observations") for kind in documents):
        rows, reasons, codes, units = _from_cells(raw, documents, table, info)
    else:
        rows, units = _from_rows(raw, documents, table)
        reasons, codes = {}, {}
    names, statuses = _code_lists(raw, documents, [str(column) for column in rows.columns])
    edition = re.match(r"\d{4}-\d\d-\d\d", str(info.get("Modified", "")))
    repairs = [] if edition else [f"Tabel {table} kwam zonder datum van uitgave."]
    return Table(
        id=table,
        title=str(info.get("Title", "")),
        edition=edition.group() if edition else "",
        description=str(info.get("ShortDescription") or info.get("Description") or ""),
        coverage=str(info.get("Period") or info.get("TemporalCoverage") or ""),
        rows=rows,
        reasons=reasons,
        codes=codes,
        units=units,
        names=names,
        statuses=statuses,
        repairs=repairs,
    )


def _kind(name: str, table: str) -> str:
    """What a document is, from its name: '85005NED_TypedDataSet_002.json' -> 'typeddataset_002'. Every CSV holds rows."""
    base, _, suffix = name.rpartition(".")
    if suffix.lower() == "csv":
        return f"csv {name}"
    return base.lower().partition(table.lower())[2].strip("._- ")


def _info(raw: Raw, documents: Mapping[str, str]) -> dict[str, Any]:
    """The table's own description: title, identifier, modified, period, text. Empty when it did not come along."""
    for kind in _INFO_DOCUMENTS:
        if kind in documents:
            document = _json(raw, documents[kind])
            return _values(raw, documents[kind])[0] if "value" in document else document
    return {}


def _judge_info(info: Mapping[str, Any], table: str) -> None:
    """Raises `Refused` when a description came along that lacks what it always has: without it no figure is final."""
    for known in (("Title",), ("Modified",), ("ShortDescription", "Description")):
        if info and not any(key in info for key in known):
            raise Refused(
                f"De beschrijving van tabel {table} heeft geen '{known[0]}'; gevonden zijn: {', '.join(list(info)[:12])}."
            )


def _from_rows(raw: Raw, documents: Mapping[str, str], table: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """v3: pages of JSON, a Parquet dump or a CSV dump."""
    pages = []
    for kind, name in documents.items():
        if kind.startswith("csv "):
            pages.append(_csv(raw[name], name))
        elif kind.startswith(_ROW_DOCUMENTS):
            pages.append(_parquet(raw, name) if name.endswith(".parquet") else pd.DataFrame(_values(raw, name)))
    if not pages:
        raise Refused(
            f"Tabel {table} heeft geen rijen: gevonden zijn {', '.join(documents.values())}; verwacht is een gegevensbestand."
        )
    rows = _joined(pages, table)
    if rows.empty:
        raise Refused(f"Tabel {table} heeft 0 rijen; verwacht zijn rijen met cijfers.")
    if "ID" in rows and rows["ID"].duplicated().any():
        raise Refused(
            f"Tabel {table} geeft rij {rows['ID'][rows['ID'].duplicated()].iloc[0]} twee keer; verwacht is elke rij één keer."
        )
    units = {}
    if "dataproperties" in documents:
        topics = _with(_frame(raw, documents["dataproperties"]), ("Key", "Unit"), documents["dataproperties"], needed=2)
        units = dict(zip(_stripped(topics["Key"]), _stripped(topics["Unit"]), strict=True))
    return rows, units


def _from_cells(
    raw: Raw, documents: Mapping[str, str], table: str, info: Mapping[str, Any]
) -> "tuple[pd.DataFrame, dict[str, pd.Series[str]], dict[str, str], dict[str, str]]":
    """v4: one row a cell. Makes one column a measure, named like v3 would ('AantalInwoners_T001036')."""
    cells = _joined([_frame(raw, name) for kind, name in documents.items() if kind.startswith("observations")], table)
    if "measurecodes" not in documents:
        raise Refused(f"Tabel {table} kwam zonder de lijst van onderwerpen; verwacht is 'MeasureCodes' erbij.")
    cells = _with(cells, ("Measure", "Value", "StringValue", "ValueAttribute"), f"{table}_Observations", needed=2)
    measures = _with(
        _frame(raw, documents["measurecodes"]),
        ("Identifier", "Title", "Unit", "Index"),
        documents["measurecodes"],
        needed=3,
    )
    measures = measures.sort_values("Index", kind="stable")
    identifiers = _stripped(measures["Identifier"])
    columns = [f"{_camel(title)}_{code}" for title, code in zip(_stripped(measures["Title"]), identifiers, strict=True)]
    codes = dict(zip(identifiers, columns, strict=True))
    units = dict(zip(columns, _stripped(measures["Unit"]), strict=True))
    dimensions = [str(column) for column in cells.columns if column not in _CELL]
    _judge_dimensions(raw, documents, table, dimensions)
    for name in dimensions:
        cells[name] = _stripped(cells[name])
    row = cells.groupby(dimensions, sort=False).ngroup().to_numpy()
    whole = not any(kind.startswith(_SELECTION) for kind in documents)
    _judge_cells(cells.assign(row=row), table, info, codes, whole=whole)
    rows = cells.loc[np.sort(np.unique(row, return_index=True)[1]), dimensions].reset_index(drop=True)
    said = _stripped(cells["ValueAttribute"]).str.lower().map(lambda word: str(_REASONS.get(word, "")))
    reasons = {}
    for code, column in codes.items():
        mine = (cells["Measure"] == code).to_numpy()
        values = cells.loc[mine, "Value"]
        if values.isna().all() and cells.loc[mine, "StringValue"].notna().any():
            values = cells.loc[mine, "StringValue"]
        numeric = pd.api.types.is_numeric_dtype(values)
        content = np.full(len(rows), np.nan, dtype=float if numeric else object)
        content[row[mine]] = values
        rows[column] = content
        stated = np.full(len(rows), "", dtype=object)
        stated[row[mine]] = said[mine]
        reasons[column] = pd.Series(stated, dtype="str")
    return rows, reasons, codes, units


def _judge_dimensions(raw: Raw, documents: Mapping[str, str], table: str, found: list[str]) -> None:
    """Raises `Refused` when the cells have other columns than the table says it has dimensions."""
    if "dimensions" not in documents:
        return
    listed = _with(_frame(raw, documents["dimensions"]), ("Identifier",), documents["dimensions"], needed=1)
    stated = set(_stripped(listed["Identifier"]))
    if stated != set(found):
        odd = ", ".join(sorted(stated ^ set(found)))
        raise Refused(
            f"Tabel {table}: de cellen en de lijst van dimensies verschillen ({odd}); verwacht is dezelfde indeling."
        )


def _judge_cells(
    cells: pd.DataFrame, table: str, info: Mapping[str, Any], codes: Mapping[str, str], *, whole: bool
) -> None:
    """Raises `Refused` for unknown topics, a cell that comes twice, and (when the whole table was asked) cells that are absent."""
    unknown = sorted(set(cells["Measure"].unique()) - codes.keys())
    if unknown:
        raise Refused(
            f"Tabel {table} heeft onbekende onderwerpen: {', '.join(unknown)}; verwacht zijn die van MeasureCodes."
        )
    twice = cells.duplicated(["row", "Measure"])
    if twice.any():
        raise Refused(f"Tabel {table} geeft {int(twice.sum())} cellen twee keer; verwacht is elke cel één keer.")
    stated = info.get("ObservationCount")
    if whole and stated is not None and str(len(cells)) != str(stated):
        raise Refused(f"Tabel {table} geeft {len(cells)} cellen; het CBS zegt dat het er {stated} zijn.")


def _code_lists(
    raw: Raw, documents: Mapping[str, str], columns: Iterable[str]
) -> tuple[dict[str, Mapping[str, str]], dict[str, Status]]:
    """Titles of the codes of each dimension that has a code list, and the status of each period."""
    names: dict[str, Mapping[str, str]] = {}
    statuses: dict[str, Status] = {}
    for dimension in columns:
        document = documents.get(f"{dimension.lower()}codes") or documents.get(dimension.lower())
        if document is None:
            continue
        entries = _frame(raw, document)
        entries = _with(entries, ("Identifier" if "Identifier" in entries else "Key", "Title"), document, needed=2)
        codes = _stripped(entries["Identifier" if "Identifier" in entries else "Key"])
        names[dimension] = dict(zip(codes, _stripped(entries["Title"]), strict=True))
        if dimension == "Perioden" and "Identifier" in entries:
            # OData v4 states the status with every period; without it final figures would pass for provisional ones.
            entries = _with(entries, ("Status",), document, needed=1)
        if dimension == "Perioden" and "Status" in entries:
            found = zip(codes, _stripped(entries["Status"]).map(cbs_status.word_status), strict=True)
            statuses = {code: status for code, status in found if status is not None}
    return names, statuses


def _numbers(column: pd.Series, table: str, name: str) -> "tuple[pd.Series[float], pd.Series[str]]":
    """Values and reasons of one column, typed or as text. '.' is secret or unreliable; an empty cell says nothing."""
    if pd.api.types.is_numeric_dtype(column):
        value = column.astype("float64")
        return value, pd.Series(np.where(value.isna(), EMPTY, ""), index=column.index, dtype="str")
    text = _stripped(column)
    number = pd.to_numeric(text.str.replace(",", ".", regex=False), errors="coerce").astype("float64")
    wrong = number.isna() & ~text.isin(["", "."])
    if wrong.any():
        raise Refused(f"Tabel {table}: in '{name}' staat '{text[wrong].iloc[0]}'; verwacht is een getal, '.' of niets.")
    reason = np.select([text == ".", number.isna()], [str(Missing.SUPPRESSED), EMPTY], "")
    return number, pd.Series(reason, index=column.index, dtype="str")


def _csv(body: bytes, name: str) -> pd.DataFrame:
    """A dump of rows, separated by ',' or ';', with or without byte order mark. Everything is text."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"{name} is geen tekst in UTF-8; verwacht is een CSV-bestand van StatLine.") from error
    header = text.partition("\n")[0]
    if not text.strip():
        raise Refused(f"{name} is leeg; verwacht is een kopregel met kolomnamen.")
    if not header.strip() or header.lstrip().startswith(("<", "{")):
        raise Refused(f"{name} begint met '{header[:40]}'; verwacht is een kopregel met kolomnamen.")
    if not text.endswith("\n"):  # a last number may have lost digits
        raise Refused(
            f"{name} houdt midden in een regel op ('{text.splitlines()[-1][-40:]}'); verwacht is een hele laatste regel."
        )
    separator = ";" if header.count(";") > header.count(",") else ","
    width = header.count(separator)
    for number, line in enumerate(text.splitlines(), start=1):  # pandas fills up a row that is cut off, without a word
        if line and '"' not in line and line.count(separator) != width:
            raise Refused(
                f"{name} is afgebroken of verschoven in regel {number}: {line.count(separator) + 1} kolommen; "
                f"verwacht zijn er {width + 1}."
            )
    try:
        rows = pd.read_csv(io.StringIO(text), sep=separator, dtype="str", keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise Refused(f"{name} is beschadigd ({error}); verwacht is een CSV-bestand van StatLine.") from error
    rows.columns = rows.columns.str.strip()
    return rows


def _parquet(raw: Raw, name: str) -> pd.DataFrame:
    try:
        return pd.read_parquet(io.BytesIO(raw[name]))
    except (OSError, ValueError) as error:
        raise Refused(f"{name} is geen leesbaar Parquet-bestand; verwacht zijn rijen van StatLine.") from error


def _frame(raw: Raw, name: str) -> pd.DataFrame:
    return _parquet(raw, name) if name.endswith(".parquet") else pd.DataFrame(_values(raw, name))


def _values(raw: Raw, name: str) -> list[dict[str, Any]]:
    """The entries of one answer. Raises `Refused` when there are none: CBS never publishes an empty page."""
    entries = _json(raw, name).get("value")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise Refused(f"{name} bevat geen rijen; verwacht is een lijst onder 'value'.")
    return entries


def _json(raw: Raw, name: str) -> dict[str, Any]:
    try:
        document = json.loads(raw[name])
    except ValueError as error:
        raise Refused(f"{name} is geen volledige JSON; verwacht is een antwoord van StatLine.") from error
    if not isinstance(document, dict):
        raise Refused(f"{name} bevat een {type(document).__name__}; verwacht is een antwoord van StatLine.")
    return document


def _with(frame: pd.DataFrame, columns: tuple[str, ...], name: str, *, needed: int) -> pd.DataFrame:
    """The frame with all of `columns`; the first `needed` must be there, the others are empty when absent."""
    absent = [column for column in columns[:needed] if column not in frame]
    if absent:
        raise Refused(f"{name} heeft geen kolom '{absent[0]}'; gevonden zijn: {', '.join(map(str, frame.columns))}.")
    return frame.assign(**{column: None for column in columns if column not in frame})


def _joined(pages: list[pd.DataFrame], table: str) -> pd.DataFrame:
    """All pages as one. Raises `Refused` when they do not have the same columns."""
    for page in pages:
        if set(page.columns) != set(pages[0].columns):
            odd = ", ".join(sorted(str(column) for column in set(page.columns) ^ set(pages[0].columns)))
            raise Refused(
                f"Tabel {table}: de pagina's hebben niet dezelfde kolommen ({odd}); verwacht is één indeling."
            )
    return pd.concat(pages, ignore_index=True) if len(pages) > 1 else pages[0].reset_index(drop=True)


def _stripped(column: pd.Series) -> "pd.Series[str]":
    """Text without padding; '' where empty. Categories first: codes repeat thousands of times."""
    found = column.astype("str").astype("category")
    tidy = {text: text.strip() for text in found.cat.categories}
    return found.map(tidy, na_action="ignore").astype("str").fillna("")


def _stem(column: str) -> str:
    """The name without the code or number CBS puts behind it."""
    return column.partition("_")[0] if not column.startswith("k_") else "k_" + column[2:].partition("_")[0]


def _camel(title: str) -> str:
    """A v4 title as v3 writes it in a column name: 'Opgesteld vermogen' -> 'OpgesteldVermogen'."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^0-9A-Za-z]+", plain) if word)


def download(get: Get, table: str, keep: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """All documents of one table: from v4, and when that fails from v3. Raises `Refused` with both reasons.

    Either may be out of order for a while: then it is `NoAnswer`.

    keep: the measures wanted, v3 name -> v4 code ('' when unknown), for a table with far more than we need.
    """
    try:
        return _download_v4(get, table, keep or {})
    except Refused as first:
        try:
            return _download_v3(get, table, keep or {})
        except Refused as second:
            kind = NoAnswer if isinstance(first, NoAnswer) or isinstance(second, NoAnswer) else Refused
            raise kind(f"Tabel {table} is langs geen van beide wegen te krijgen: {first} Daarna: {second}") from second


def _download_v4(get: Get, table: str, keep: Mapping[str, str]) -> dict[str, bytes]:
    base = f"{V4}/{table}"
    found = {f"{table}_{name}.json": get(f"{base}/{name}") for name in ("Properties", "MeasureCodes", "Dimensions")}
    for dimension in _values(found, f"{table}_Dimensions.json"):
        name = f"{dimension.get('Identifier')}Codes"
        found[f"{table}_{name}.json"] = get(f"{base}/{name}")
    where, what = "", "Observations"
    if keep:
        what = "ObservationsSelection"
        measures = _values(found, f"{table}_MeasureCodes.json")
        wanted = [
            str(measure.get("Identifier"))
            for measure in measures
            if measure.get("Identifier") in keep.values() or _camel(str(measure.get("Title"))) in keep
        ]
        where = "?$filter=" + quote(" or ".join(f"Measure eq '{code}'" for code in wanted))
    return {**found, **pages(get, f"{base}/Observations{where}", f"{table}_{what}")}


def _download_v3(get: Get, table: str, keep: Mapping[str, str]) -> dict[str, bytes]:
    base = f"{V3_FEED}/{table}"
    found = {f"{table}_{name}.json": get(f"{base}/{name}?$format=json") for name in ("TableInfos", "DataProperties")}
    topics = [topic for topic in _values(found, f"{table}_DataProperties.json") if topic.get("Key")]
    dimensions = [str(topic["Key"]) for topic in topics if topic.get("Type") not in ("Topic", "TopicGroup")]
    for name in dimensions:
        found[f"{table}_{name}.json"] = get(f"{base}/{name}?$format=json")
    columns = [
        str(topic["Key"]) for topic in topics if topic.get("Type") == "Topic" and _stem(str(topic["Key"])) in keep
    ]
    select = f"&$select={','.join(['ID', *dimensions, *columns])}" if columns else ""
    try:
        rows = pages(get, f"{base}/TypedDataSet?$format=json{select}", f"{table}_TypedDataSet")
    except Refused:
        if "Perioden" not in dimensions:
            raise
        rows = {}
        for entry in _values(
            found, f"{table}_Perioden.json"
        ):  # a whole table is too much for this address, one year is not
            period = str(entry.get("Key")).strip()
            where = quote(f"Perioden eq '{period}'")
            address = f"{V3_API}/{table}/TypedDataSet?$format=json&$filter={where}{select}"
            rows |= pages(get, address, f"{table}_TypedDataSet_{period}")
    return {**found, **rows}


def pages(get: Get, url: str, name: str) -> dict[str, bytes]:
    """One page after the other, as long as the answer names a next one. `get` stops what is endless or leads elsewhere."""
    found: dict[str, bytes] = {}
    at: str | None = url
    while at:
        page = f"{name}_{len(found) + 1:03}.json"
        found[page] = get(at)
        document = _json(found, page)
        if not document.get("value"):
            raise Refused(f"Pagina {page} bevat geen rijen ({at}); verwacht is een lijst onder 'value'.")
        following = document.get("@odata.nextLink") or document.get("odata.nextLink")
        at = _secure(urljoin(at, str(following))) if following else None
    return found


def _secure(url: str) -> str:
    """CBS writes its own next links with http; the address is the same."""
    return url.replace("http://", "https://", 1) if urlsplit(url).hostname in HOSTS else url

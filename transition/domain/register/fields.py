"""How a kind of record is declared. Tables, workbooks, forms, validation and the change log all follow from these declarations."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

Scalar = str | int | float | date
Value = Scalar | tuple[str, ...] | Mapping[str, object] | None
"""What a field can hold. `None`: not recorded. Several codes or references: a tuple, in the order given. A polygon: a GeoJSON geometry."""

PUBLIC, DRAFT, CONFIDENTIAL = "public", "draft", "confidential"
VISIBILITY = {PUBLIC: "Openbaar", DRAFT: "Concept", CONFIDENTIAL: "Vertrouwelijk"}
LONGEST_ID = 120


class Type(StrEnum):
    """What kind of value a field holds. `SHARE` is a part of 1, shown as a percentage; `MONEY` is in euros."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    DATE = "date"
    CHOICE = "choice"
    LINK = "link"
    CODE = "code"
    CODES = "codes"
    REFERENCE = "reference"
    REFERENCES = "references"
    POLYGON = "polygon"


@dataclass(frozen=True)
class Field:
    """One thing that is recorded. `label` and `note` are Dutch, for column heads and forms; `choices` maps codes to Dutch labels.

    `refers_to`: the kind whose ids are meant. `least` and `most`: the bounds of a number. `personal`: contact data, never exported.
    `happened`: the date of something that took place, so it cannot be after today.
    """

    name: str
    label: str
    type: Type
    note: str = ""
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    refers_to: str = ""
    least: float | None = None
    most: float | None = None
    unit: str = ""
    personal: bool = False
    happened: bool = False


@dataclass(frozen=True)
class Kind:
    """One kind of record. `key` names the fields an id is made of; `parent` the field that says to which record it belongs.

    `title`: the field by which people know a record. `label`, `plural`: Dutch; `plural` also heads its sheet in a workbook.
    """

    id: str
    label: str
    plural: str
    note: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    title: str
    parent: str = ""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        return {one.name: one for one in self.fields}

    @property
    def exported(self) -> tuple[Field, ...]:
        """The fields that may leave in a workbook or a table: all but contact data."""
        return tuple(one for one in self.fields if not one.personal)


@dataclass(frozen=True)
class Record:
    """One record as it stands. `version` counts its changes; `values` holds every field of its kind, `None` where not recorded."""

    kind: str
    id: str
    version: int
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Edit:
    """What somebody wants: a new record (`base` is None), changed fields of the record that was at version `base`, or its removal."""

    kind: str
    id: str
    base: int | None
    changes: Mapping[str, Value] = field(default_factory=dict)
    remove: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with an edit, in Dutch: what was found, what was expected, how to mend it. A warning does not stop anything."""

    kind: str
    id: str
    field: str
    what: str
    remedy: str
    is_warning: bool = False


def slug(text: str) -> str:
    """A text as part of an id: lower case, plain letters and digits, hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def id_of(kind: Kind, values: Mapping[str, Value]) -> str:
    """The id a record with these values gets; the same values always give the same id.

    A record that belongs to another starts with the id of that one: `gm9003-havenkwartier.w3`.
    """
    rest = "-".join(slug(_word(values.get(name))) for name in kind.key if name != kind.parent)
    owner = str(values.get(kind.parent) or "") if kind.parent in kind.key else ""
    return (f"{owner}.{rest}" if owner else rest)[:LONGEST_ID].strip("-.")


def _word(value: Value) -> str:
    if isinstance(value, tuple):
        return value[0] if value else ""
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value)

"""What a loader is: a module with `SOURCE`, `fetch` and `parse`. See CONTRIBUTING.md, 'a new source'."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from transition.domain.areas import Level
from transition.domain.sources import Source

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

Raw = Mapping[str, bytes]
"""The publisher's documents as they came, by file name: answers of an address, or downloaded files."""


class Get(Protocol):
    """Asks one address and hands back the complete, decompressed body. Raises `Refused` when that does not succeed."""

    def __call__(self, url: str, *, accept: str = "application/json") -> bytes: ...


class Refused(Exception):
    """An answer that is not taken. The text is one plain Dutch sentence: what was found, and what was expected.

    code: the HTTP code, when it was the server that said no. what_to_do: what the reader can do about it, in Dutch;
    `{source}` stands for the source's id.
    """

    what_to_do = "Kijk bij de bron wat er is veranderd en meld het aan de beheerder"

    def __init__(self, sentence: str, *, code: int = 0) -> None:
        super().__init__(sentence)
        self.code = code


class NoAnswer(Refused):
    """There was no whole answer. That may pass."""

    what_to_do = "Probeer het later opnieuw"


class UnlikeStored(Refused):
    """A good answer, but so much less than what is stored, or so different, that someone has to look."""

    what_to_do = "Klopt het volgens de bron? Ververs dan met --accept-smaller {source}"


@dataclass(frozen=True)
class PublishedIn:
    """The publisher's own table behind the figures of one period, for a source that consists of several tables."""

    table: str
    address: str
    edition: str


@dataclass(frozen=True)
class Parsed:
    """What a loader read. Any of the tables may be absent; `transition.tables` describes their columns.

    edition: the date the publisher gives its edition, ISO ('2025-11-18'), or a year for boundaries. partial_periods: period ->
    ISO date up to which it was measured, for a period that is not complete. repairs: plain Dutch sentences with counts.
    published_in: period -> the table it stands in, where the source's own title and address do not tell.
    """

    edition: str
    observations: "pd.DataFrame | None" = None
    areas: "pd.DataFrame | None" = None
    redrawn: "pd.DataFrame | None" = None
    shapes: "Mapping[tuple[Level, int], gpd.GeoDataFrame]" = field(default_factory=dict)
    partial_periods: Mapping[str, str] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()
    published_in: Mapping[str, PublishedIn] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """All rows of all its tables and shapes."""
        tables = [table for table in (self.observations, self.areas) if table is not None]
        return sum(map(len, tables)) + sum(map(len, self.shapes.values()))


class Loader(Protocol):
    """The three names every module in `loaders/` has."""

    SOURCE: Source

    def fetch(self, get: Get) -> Raw: ...

    def parse(self, raw: Raw) -> Parsed: ...

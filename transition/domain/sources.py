"""Where figures come from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """The facts of one source. `id` is the name of its loader, its raw folder and its recorded answer.

    `files` are the names (with * as wildcard) under which its downloaded files are known; `hosts` the only machines it may
    be fetched from; `minimum_rows` the least number of rows a complete answer has, over all its tables and shapes. `brought`:
    it is never fetched, someone brings its files; its figures give way to published ones.
    """

    id: str
    title: str
    publisher: str
    url: str
    licence: str
    rhythm: str
    minimum_rows: int
    hosts: tuple[str, ...]
    files: tuple[str, ...]
    brought: bool = False

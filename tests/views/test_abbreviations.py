"""Every abbreviation and unit on the page of sources is explained there."""

import re

from loaders.brought.__main__ import all_kinds
from transition import published
from transition.store import Snapshot
from transition.views.abbreviations import MEANINGS

_SHORT = re.compile(r"\b[A-Za-z]*[A-Z][a-z]*[A-Z][A-Za-z]*\b|\b[kMGT]Wh?p?\b|\bMt\b")
NAMES = {"NRC", "NU", "NH", "RTV", "KEI"}
"""Parts of the names of newspapers, broadcasters and one association: names, not abbreviations to be spelled out."""
EXPLAINED = {word for short in MEANINGS for word in short.split()}


def unexplained(words: str) -> set[str]:
    return set(_SHORT.findall(words)) - EXPLAINED - NAMES


def test_every_abbreviation_of_published_figures_is_explained() -> None:
    for figure in published.published_figures():
        said = " ".join((figure.part, figure.area_name, figure.unit, figure.edition, figure.source, figure.note))
        assert unexplained(said) == set(), figure.id
    for quantity in published.quantities().values():
        said = " ".join((quantity.name, quantity.unit, quantity.definition, quantity.limits))
        assert unexplained(said) == set(), quantity.id


def test_every_abbreviation_of_the_sources_is_explained(real_snapshot: Snapshot) -> None:
    for id, facts in real_snapshot.sources.items():
        said = " ".join(facts[name] for name in ("title", "publisher", "licence", "rhythm"))
        assert unexplained(re.sub(r"\d{5}[A-Z]{3}", "", said)) == set(), id


def test_every_abbreviation_of_the_kinds_of_files_is_explained() -> None:
    for id, kind in all_kinds().items():
        said = f"{kind.source.title} {kind.source.publisher} {kind.source.licence} {kind.explanation}"
        assert unexplained(said) == set(), id


def test_an_abbreviation_that_nobody_explained_is_found() -> None:
    assert unexplained("De RVO en de XYZ, in GWh en PJ en kWp") == {"XYZ", "PJ"}

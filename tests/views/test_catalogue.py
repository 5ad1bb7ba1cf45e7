"""The catalogue is DCAT-AP-NL in JSON-LD: every name resolves, and each class has what the profile asks."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.views.catalogue import CONTEXT, catalogue

REQUIRED = {
    "dcat:Catalog": {"dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:dataset"},
    "dcat:Dataset": {
        "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator", "dcat:contactPoint", "dcat:theme",
        "dct:accessRights",
    },
    "dcat:Distribution": {"dcat:accessURL", "dct:license"},
    "foaf:Agent": {"foaf:name"},
    "vcard:Organization": {"vcard:fn"},
    "dct:PeriodOfTime": {"dcat:startDate", "dcat:endDate"},
    "spdx:Checksum": {"spdx:algorithm", "spdx:checksumValue"},
}  # fmt: skip
"""DCAT-AP-NL 3.0 (docs.geostandaarden.nl/dcat/dcat-ap-nl30), and DCAT 3 for what it points to."""
ADDRESS = "https://regiemonitor.example/"


@pytest.fixture(scope="module")
def snapshot(example_data: Path) -> Snapshot:
    opened = open_served(Places(example_data).example)
    assert opened is not None
    return opened.snapshot


def nodes(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from nodes(value)
    elif isinstance(part, list):
        for item in part:
            yield from nodes(item)


@pytest.fixture(params=["", ADDRESS])
def made(snapshot: Snapshot, request: pytest.FixtureRequest) -> dict[str, Any]:
    return json.loads(json.dumps(catalogue(snapshot, request.param)))


def test_every_class_has_what_the_profile_requires(made: dict[str, Any]) -> None:
    seen = set()
    for node in nodes({key: value for key, value in made.items() if key != "@context"}):
        for kind, required in REQUIRED.items():
            if node.get("@type") == kind:
                seen.add(kind)
                assert required - node.keys() == set(), node.get("@id", kind)
                assert all(node[name] not in ("", [], None) for name in required)
    assert seen == set(REQUIRED)


def test_every_name_is_in_the_context_and_every_address_is_whole(made: dict[str, Any]) -> None:
    assert made["@context"] == CONTEXT
    for node in nodes({key: value for key, value in made.items() if key != "@context"}):
        for key in node:
            assert key.startswith("@") or key.split(":")[0] in CONTEXT, key
        for at in ("@id", "@type"):
            name = node.get(at, "urn:")
            assert name.split(":")[0] in {*CONTEXT, "http", "https", "urn"}, name
            assert " " not in name


def test_a_text_says_its_language_and_a_date_its_kind(made: dict[str, Any]) -> None:
    values = [node for node in nodes(made) if "@value" in node]
    assert len(values) > 20
    assert all(("@language" in node) != ("@type" in node) for node in values)
    lengths = {"xsd:gYear": 4, "xsd:date": 10}
    dates = [node for node in values if node.get("@type") in lengths]
    assert dates
    assert all(len(node["@value"]) == lengths[node["@type"]] for node in dates)


def test_every_source_is_a_dataset_with_its_files(snapshot: Snapshot, made: dict[str, Any]) -> None:
    found = {dataset["@id"].rsplit("bron-")[-1]: dataset for dataset in made["dcat:dataset"]}
    assert set(found) == set(snapshot.sources)
    for id, dataset in found.items():
        assert dataset["dct:title"]["@value"] == snapshot.sources[id]["title"]
        hashes = {
            part["spdx:checksum"]["spdx:checksumValue"]["@value"]
            for part in dataset["dcat:distribution"]
            if "spdx:checksum" in part
        }
        stored = snapshot.manifest["files"].items()
        assert hashes == {facts["sha256"] for name, facts in stored if name.startswith(f"sources/{id}/")} != set()


def test_the_example_says_so_and_lies_in_no_country(made: dict[str, Any]) -> None:
    assert "fictief" in made["dct:title"]["@value"]
    for dataset in made["dcat:dataset"]:
        assert "fictief" in dataset["dct:description"]["@value"]
        assert "dct:spatial" not in dataset


def test_real_sources_have_licence_country_years_and_the_publishers_page(real_snapshot: Snapshot) -> None:
    found = {d["@id"].rsplit("bron-")[-1]: d for d in catalogue(real_snapshot)["dcat:dataset"]}
    solar = found["cbs_solar_regions"]
    assert solar["dct:spatial"]["@id"].endswith("/country/NLD")
    assert solar["dct:temporal"]["dcat:startDate"]["@value"] == "2019-01-01"
    assert solar["dct:temporal"]["dcat:endDate"]["@value"] == "2025-12-31"
    assert solar["dcat:landingPage"]["@id"] == real_snapshot.sources["cbs_solar_regions"]["url"]
    licences = {part["dct:license"]["@id"] for dataset in found.values() for part in dataset["dcat:distribution"]}
    assert licences == {"http://creativecommons.org/licenses/by/4.0/"}
    assert found["boundaries_gemeente"]["dct:temporal"]["dcat:startDate"]["@value"] == "2019-01-01"


def test_what_somebody_brought_is_not_called_public(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    first = next(iter(snapshot.sources))
    monkeypatch.setitem(snapshot.sources[first], "brought", True)
    found = {d["@id"].rsplit("bron-")[-1]: d for d in catalogue(snapshot)["dcat:dataset"]}
    assert found[first]["dct:accessRights"]["@id"].endswith("/RESTRICTED")
    assert "Gebracht door een gebruiker" in found[first]["dct:description"]["@value"]
    others = {d["dct:accessRights"]["@id"].rsplit("/")[-1] for id, d in found.items() if id != first}
    assert others == {"PUBLIC"}


def test_a_licence_without_an_address_is_named_in_words(snapshot: Snapshot) -> None:
    own = next(iter(snapshot.sources.values()))
    licences = [part["dct:license"] for d in catalogue(snapshot)["dcat:dataset"] for part in d["dcat:distribution"]]
    assert licences
    assert all("@id" in licence or licence["rdfs:label"]["@value"] for licence in licences), own["licence"]


@pytest.mark.slow
def test_the_command_prints_it(example_data: Path) -> None:
    call = [sys.executable, "-m", "transition", "catalogue", "--data", str(example_data), "--address", ADDRESS]
    done = subprocess.run(call, cwd=PROJECT, check=True, capture_output=True, text=True, encoding="utf-8")
    assert json.loads(done.stdout)["@id"] == f"{ADDRESS}#catalogus"

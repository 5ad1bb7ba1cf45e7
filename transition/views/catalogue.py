"""The sources of a snapshot as a catalogue entry: DCAT-AP-NL 3.0, written as JSON-LD.

What must be there per class is in the profile of Geonovum (docs.geostandaarden.nl/dcat/dcat-ap-nl30): for a dataset title, description,
identifier, publisher, creator, contact point, theme and access rights; for a distribution access address and licence.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from transition import catalog
from transition.domain.areas import Level
from transition.store import Snapshot
from transition.views import text

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_NETHERLANDS = f"{_EU}/country/NLD"
LICENCES = {
    "CC BY 4.0": "http://creativecommons.org/licenses/by/4.0/",
    "CC0": "http://creativecommons.org/publicdomain/zero/1.0/",
    "CC0 1.0": "http://creativecommons.org/publicdomain/zero/1.0/",
}
"""Words of a licence -> its address. A licence without an address is described in words."""
_FREQUENCIES = {
    "elk jaar": "ANNUAL",
    "jaarlijks": "ANNUAL",
    "twee keer per jaar": "ANNUAL_2",
    "elk kwartaal": "QUARTERLY",
}
_ABOUT_AREAS = "Gebied"
_URL = re.compile(r"https?://\S+")


def catalogue(snapshot: Snapshot, address: str = "") -> dict[str, Any]:
    """One dcat:Catalog with a dcat:Dataset per source.

    address: where this dashboard is served ('https://…/'), for who wants to open it; without one, names that stay the same
    (urn:regiemonitor:…) are used and only the publishers' own addresses can be followed.
    """
    base = address.rstrip("/") + "/#" if _URL.fullmatch(address) else "urn:regiemonitor:"
    made = snapshot.manifest["made_at"]
    title = "Regiemonitor: bronnen over de regionale energietransitie"
    description = (
        "De bronnen van de cijfers en kaarten in de Regiemonitor, met uitgave, licentie en wat er is opgeslagen."
    )
    if snapshot.is_example:
        title, description = f"{text.EXAMPLE}: {title}", f"{text.EXAMPLE}. Over geen enkele echte plek. {description}"
    datasets = [_dataset(snapshot, id, facts, base, address) for id, facts in sorted(snapshot.sources.items())]
    publisher = _agent("Beheerder van deze Regiemonitor", address)
    return {
        "@context": CONTEXT,
        "@id": f"{base}catalogus",
        "@type": "dcat:Catalog",
        "dct:title": _nl(title),
        "dct:description": _nl(description),
        "dct:publisher": publisher,
        "dcat:contactPoint": _contact("Beheerder van deze Regiemonitor", address),
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:modified": _moment(made),
        "dct:identifier": snapshot.id,
        "dcat:dataset": datasets,
    }


def as_json(snapshot: Snapshot, address: str = "") -> bytes:
    """The catalogue as a file (application/ld+json)."""
    return json.dumps(catalogue(snapshot, address), ensure_ascii=False, indent=1).encode()


def _dataset(snapshot: Snapshot, id: str, facts: Mapping[str, Any], base: str, address: str) -> dict[str, Any]:
    indicators, periods, levels = _content(snapshot, id)
    layers = facts.get("shapes", {})
    names = [catalog.indicator(indicator).name for indicator in indicators]
    years = [p[:4] for p in periods] or sorted({layer.rsplit("-", 1)[-1] for layer in layers})
    found: dict[str, Any] = {
        "@id": f"{base}bron-{id}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{base}bron-{id}",
        "dct:title": _nl(facts["title"]),
        "dct:description": _nl(_description(snapshot, facts, names, levels, layers)),
        "dct:publisher": _agent(facts["publisher"]),
        "dct:creator": _agent(facts["publisher"]),
        "dcat:contactPoint": _contact(facts["publisher"], facts["url"]),
        # What somebody brought may be meant for governments only: the publisher's terms decide.
        "dct:accessRights": {
            "@id": f"{_EU}/access-right/{'RESTRICTED' if facts.get('brought') else 'PUBLIC'}",
            "@type": "dct:RightsStatement",
        },
        "dcat:theme": [{"@id": f"{_EU}/data-theme/{theme}"} for theme in _themes(indicators)],
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:modified": _moment(facts["edition"] or facts["fetched_at"]),
        "dcat:version": facts["edition"],
        "dcat:keyword": [_nl(name) for name in names] or [_nl("grenzen")],
        "dcat:distribution": _distributions(snapshot, id, facts, base, address),
    }
    if years:
        found["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _date(f"{min(years)}-01-01"),
            "dcat:endDate": _date(f"{max(years)}-12-31"),
        }
    if not snapshot.is_example:  # the fictional region lies in no country
        found["dct:spatial"] = {"@id": _NETHERLANDS, "@type": "dct:Location"}
    if _URL.fullmatch(facts["url"]):
        found["dcat:landingPage"] = {"@id": facts["url"]}
    frequency = next((word for start, word in _FREQUENCIES.items() if facts["rhythm"].startswith(start)), "")
    if frequency:
        found["dct:accrualPeriodicity"] = {"@id": f"{_EU}/frequency/{frequency}"}
    return found


def _content(snapshot: Snapshot, source: str) -> tuple[list[str], list[str], list[str]]:
    """The indicators, periods and levels a source gives, each in order."""
    found = [
        (indicator, period, str(level))
        for level in Level
        if (block := snapshot.block(level)) is not None
        for (indicator, _, period), origin in block.origins.items()
        if origin.source == source
    ]
    known = [id for id in catalog.indicators() if any(id == indicator for indicator, _, _ in found)]
    levels = [str(level) for level in Level if any(str(level) == there for _, _, there in found)]
    return known, sorted({period for _, period, _ in found}), levels


def _description(
    snapshot: Snapshot, facts: Mapping[str, Any], names: list[str], levels: list[str], layers: Iterable[str]
) -> str:
    parts = [f"{text.EXAMPLE}. Over geen enkele echte plek."] if snapshot.is_example else []
    if names:
        parts.append(f"Cijfers: {', '.join(names)}. Voor: {', '.join(text.PLURALS[level] for level in levels)}.")
    if facts.get("brought"):
        parts.append("Gebracht door een gebruiker; wat ermee mag, bepaalt de uitgever.")
    if layers:
        parts.append(f"Grenzen: {', '.join(sorted(layers))}.")
    parts.append(
        f"Uitgave van {text.day(facts['edition'])}, in de Regiemonitor geladen op {text.day(facts['fetched_at'])}."
    )
    return " ".join(parts)


def _themes(indicators: list[str]) -> list[str]:
    """EU themes: energy, or regions for what only describes an area."""
    themes = {catalog.indicator(id).theme for id in indicators}
    return ["ENER"] if themes - {_ABOUT_AREAS} else ["REGI"]


def _distributions(
    snapshot: Snapshot, id: str, facts: Mapping[str, Any], base: str, address: str
) -> list[dict[str, Any]]:
    """The publisher's own page, and each file of the snapshot with its size and hash."""
    licence = _licence(facts["licence"])
    found: list[dict[str, Any]] = []
    if _URL.fullmatch(facts["url"]):
        found.append(
            {
                "@id": f"{base}bron-{id}-uitgever",
                "@type": "dcat:Distribution",
                "dct:title": _nl("Bij de uitgever"),
                "dcat:accessURL": {"@id": facts["url"]},
                "dct:license": licence,
            }
        )
    page = f"{address.rstrip('/')}/sources" if _URL.fullmatch(address) else f"{base}bron-{id}"
    for name, stored in snapshot.manifest["files"].items():
        if name.startswith(f"sources/{id}/"):
            file = name.rsplit("/", 1)[-1]
            found.append(
                {
                    "@id": f"{base}{snapshot.id}-{id}-{file}",
                    "@type": "dcat:Distribution",
                    "dct:title": _nl(f"Zoals opgeslagen in de Regiemonitor: {file}"),
                    "dcat:accessURL": {"@id": page},
                    "dct:license": licence,
                    "dcat:mediaType": {
                        "@id": "https://www.iana.org/assignments/media-types/application/vnd.apache.parquet"
                    },
                    "dcat:byteSize": {"@value": str(stored["bytes"]), "@type": "xsd:nonNegativeInteger"},
                    "dct:modified": _moment(facts["fetched_at"]),
                    "spdx:checksum": {
                        "@type": "spdx:Checksum",
                        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                        "spdx:checksumValue": {"@value": stored["sha256"], "@type": "xsd:hexBinary"},
                    },
                }
            )
    return found


def _licence(words: str) -> dict[str, Any]:
    if words in LICENCES:
        return {"@id": LICENCES[words], "@type": "dct:LicenseDocument"}
    return {"@type": "dct:LicenseDocument", "rdfs:label": _nl(words or "onbekend")}


def _agent(name: str, page: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "foaf:Agent", "foaf:name": _nl(name)}
    return made | ({"foaf:homepage": {"@id": page}} if _URL.fullmatch(page) else {})


def _contact(name: str, page: str) -> dict[str, Any]:
    made: dict[str, Any] = {"@type": "vcard:Organization", "vcard:fn": _nl(name)}
    return made | ({"vcard:hasURL": {"@id": page}} if _URL.fullmatch(page) else {})


def _nl(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "nl"}


def _date(day: str) -> dict[str, str]:
    return {"@value": day, "@type": "xsd:date"}


def _moment(iso: str) -> dict[str, str]:
    """A year, a month, a day or a moment, each with its own type."""
    kinds = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
    return {"@value": iso, "@type": kinds.get(len(iso), "xsd:dateTime")}

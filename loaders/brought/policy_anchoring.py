"""How firmly local ownership stands in policy (NP RES, Energie Samen), typed over: class 0 to 3 per municipality or province."""

from transition.domain.areas import Level
from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.template import Template, ValueColumn

_CLASSES = "0 (staat er niet in) tot en met 3 (staat er het best in)"

KIND = Kind(
    source=brought_source(
        id="policy_anchoring",
        title="Lokaal eigendom in het beleid (invulblad)",
        publisher="Nationaal Programma RES en Energie Samen",
        url="https://www.regionale-energiestrategie.nl",
        licence="niet vermeld: bron noemen",
        rhythm="elk jaar",
    ),
    form=Template(
        values=(
            ValueColumn("zon_klasse", "policy_anchoring_solar_class", meaning=_CLASSES),
            ValueColumn("wind_klasse", "policy_anchoring_wind_class", meaning=_CLASSES),
        ),
        levels=(Level.GEMEENTE, Level.PROVINCIE),
    ),
    explanation="Het invulblad met de klasse per gemeente of provincie: hoe stevig staat lokaal eigendom in het beleid?",
)

"""The Participatiemonitor, typed over: which share of wind and of solar parks is owned locally, and by whom."""

from transition.domain.areas import Level
from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.template import Template, ValueColumn

_WHOSE = {"residents": "bewoners", "public": "overheid", "local_businesses": "lokale_bedrijven", "unknown": "onbekend"}

KIND = Kind(
    source=brought_source(
        id="participation_monitor",
        title="Participatiemonitor (invulblad)",
        publisher="Rijksdienst voor Ondernemend Nederland (RVO)",
        url="https://www.energieparticipatie.nl",
        licence="openbaar stuk: bron noemen",
        rhythm="elk jaar",
    ),
    form=Template(
        values=tuple(
            ValueColumn(f"{word}_{part}_pct", indicator, breakdown, meaning)
            for word, indicator in (("zon", "local_ownership_solar_parks_pct"), ("wind", "local_ownership_wind_pct"))
            for part, breakdown, meaning in (
                ("lokaal", "", "alles wat lokaal is samen, in %"),
                *((part, breakdown, "deel van alle stroom, in %") for breakdown, part in _WHOSE.items()),
            )
        ),
        levels=(Level.LAND, Level.PROVINCIE, Level.RES, Level.GEMEENTE),
    ),
    explanation="Het invulblad met lokaal eigendom van zonneparken en wind op land, en van wie die zijn. Zon op daken telt niet mee.",
)

"""The Lokale Energie Monitor (HIER, Energie Samen), typed over: co-operatives, members and what they generate."""

from transition.domain.areas import Level
from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.template import Template, ValueColumn

KIND = Kind(
    source=brought_source(
        id="local_energy_monitor",
        title="Lokale Energie Monitor (invulblad)",
        publisher="HIER en Energie Samen",
        url="https://www.hier.nu",
        licence="niet vermeld: bron noemen",
        rhythm="elk jaar",
    ),
    form=Template(
        values=(
            ValueColumn("cooperaties", "coops_count", meaning="aantal energiecoöperaties"),
            ValueColumn("leden", "coop_members_count", meaning="aantal leden en deelnemers"),
            ValueColumn("zon_mwp", "collective_solar_mwp", meaning="gezamenlijke zonnepanelen, in MWp"),
            ValueColumn("wind_mw", "collective_wind_mw", meaning="gezamenlijke windmolens, in MW"),
        ),
        levels=(Level.LAND, Level.PROVINCIE, Level.RES, Level.GEMEENTE),
    ),
    explanation="Het invulblad met energiecoöperaties, hun leden en hun zonnepanelen en windmolens.",
)

"""PBL's Monitor RES, typed over from its annex: bid, realised and pipeline per energy region."""

from transition.domain.areas import Level
from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.template import Template, ValueColumn

KIND = Kind(
    source=brought_source(
        id="res_monitor",
        title="Monitor RES (invulblad)",
        publisher="Planbureau voor de Leefomgeving (PBL)",
        url="https://www.pbl.nl",
        licence="bron noemen",
        rhythm="elk jaar (december)",
    ),
    form=Template(
        values=(
            ValueColumn("bod_twh", "res_bid_twh", meaning="het bod van de regio voor dat jaar (meestal 2030), in TWh"),
            ValueColumn("gerealiseerd_twh", "res_realised_twh", meaning="wat er staat en meetelt, in TWh"),
            ValueColumn(
                "pijplijn_twh", "res_pipeline_twh", meaning="vergund of met subsidie en nog niet gebouwd, in TWh"
            ),
        ),
        levels=(Level.RES, Level.LAND),
        years_ahead=25,
    ),
    explanation="Het invulblad met het bod, wat er al is en de pijplijn per energieregio. "
    "De cijfers staan in de bijlage van het Planbureau voor de Leefomgeving (PBL).",
)

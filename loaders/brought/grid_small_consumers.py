"""Grid operators' open lists of small consumers (kleinverbruik), per postcode range: only with a column that gives the area."""

from transition.ingest.brought.connections import Connections
from transition.ingest.brought.kind import Kind, brought_source

KIND = Kind(
    source=brought_source(
        id="grid_small_consumers",
        title="Kleinverbruik (lijst van de netbeheerder)",
        publisher="uw netbeheerder",
        url="",
        licence="verschilt per netbeheerder: kijk dit na",
        rhythm="elk jaar",
    ),
    form=Connections(),
    explanation=(
        "De open lijst van uw netbeheerder met verbruik per reeks postcodes (CSV). Voeg zelf een kolom 'gemeentecode' of "
        "'buurtcode' toe: een reeks postcodes ligt niet zeker in één gebied. Wij tellen per gebied, van tien aansluitingen of meer."
    ),
)

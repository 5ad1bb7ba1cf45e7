"""Exports of Klimaatmonitor (RVO, made with Swing): by who may use it; its terms allow governments only, and no direct coupling."""

from transition.ingest.brought.export import Export, Subject
from transition.ingest.brought.kind import Kind, brought_source

KIND = Kind(
    source=brought_source(
        id="klimaatmonitor",
        title="Klimaatmonitor (uw eigen export)",
        publisher="Rijksdienst voor Ondernemend Nederland (RVO)",
        url="https://klimaatmonitor.databank.nl",
        licence="gebruiksvoorwaarden Klimaatmonitor: alleen voor overheden",
        rhythm="elk jaar",
    ),
    form=Export(
        subjects=(
            Subject(
                "renewable_energy_tj",
                ("hern_tot", "Totaal bekende hernieuwbare energie", "Hernieuwbare energie totaal"),
                {"TJ": 1.0, "PJ": 1000.0, "GJ": 0.001},
            ),
            Subject(
                "energy_use_tj",
                ("energie_totaal_combi", "Totaal bekend energiegebruik", "Totaal bekend energieverbruik"),
                {"TJ": 1.0, "PJ": 1000.0, "GJ": 0.001},
            ),
            Subject("res_bid_twh", ("res_bod", "RES bod", "Bod RES"), {"GWh": 0.001, "TWh": 1.0}),
            Subject("res_pipeline_twh", ("res_pijplijn", "RES pijplijn"), {"GWh": 0.001, "TWh": 1.0}),
            Subject(
                "population_count", ("bevtot", "Totaal inwoners", "Inwoners totaal"), {"inwoners": 1.0, "aantal": 1.0}
            ),
        )
    ),
    explanation=(
        "Een tabel die u zelf in de Klimaatmonitor hebt gemaakt en bewaard als Excel (.xlsx of .xls) of CSV. "
        "Gebieden staan onder elkaar; jaren of onderwerpen staan naast elkaar, of elk jaar heeft een eigen blad."
    ),
)

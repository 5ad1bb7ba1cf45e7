"""RVO's list of projects with a grant for co-operatives (SCE): one row a project, made into figures per municipality."""

from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.listing import Listing

KIND = Kind(
    source=brought_source(
        id="rvo_sce",
        title="SCE-projecten (lijst van RVO)",
        publisher="Rijksdienst voor Ondernemend Nederland (RVO)",
        url="https://www.rvo.nl",
        licence="niet vermeld door RVO",
        rhythm="een paar keer per jaar",
    ),
    form=Listing(
        count="sce_projects_count",
        granted="sce_granted_kw",
        realised="sce_realised_kw",
        unit="kW",
        parts={},
        power_titles=(
            "vermogen (kW)",
            "vermogen kW",
            "vermogen in kW",
            "vermogen (kWp)",
            "vermogen kWp",
            "beschikt vermogen (kW)",
        ),
        technique_titles=("productie-installatie", "type installatie", "categorie SCE"),
    ),
    explanation=(
        "De lijst van RVO met subsidies voor coöperaties (SCE): één rij per project, met gemeente, vermogen en of het er staat. "
        "Wij tellen per gemeente. Namen, adressen en postcodes lezen wij niet."
    ),
)

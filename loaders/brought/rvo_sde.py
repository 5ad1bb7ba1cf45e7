"""RVO's list of projects with a current SDE grant: one row a project, made into figures per municipality."""

from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.listing import Listing

KIND = Kind(
    source=brought_source(
        id="rvo_sde",
        title="SDE-projecten in beheer (lijst van RVO)",
        publisher="Rijksdienst voor Ondernemend Nederland (RVO)",
        url="https://www.rvo.nl/subsidies-financiering/sde/feiten-en-cijfers",
        licence="niet vermeld door RVO",
        rhythm="een paar keer per jaar",
    ),
    form=Listing(
        count="sde_projects_count",
        granted="sde_granted_mw",
        realised="sde_realised_mw",
        unit="MW",
        parts={"solar": ("zon",), "wind": ("wind",)},
        power_titles=(
            *("vermogen (MW)", "vermogen MW", "beschikt vermogen (MW)", "vermogen in MW", "vermogen", "vermogen (kW)"),
            *("beschikt vermogen MW", "beschikt vermogen", "vermogen (MWp)", "vermogen (kWp)"),
        ),
    ),
    explanation=(
        "De lijst 'projecten in beheer' van RVO: één rij per project, met gemeente, technologie, vermogen en of het er staat. "
        "Wij tellen per gemeente. Namen, adressen en postcodes lezen wij niet."
    ),
)

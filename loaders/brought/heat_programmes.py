"""How far municipalities are with their heat programme (warmteprogramma), typed over from public documents: class 0 to 3."""

from transition.domain.areas import Level
from transition.ingest.brought.kind import Kind, brought_source
from transition.ingest.brought.template import Template, ValueColumn

KIND = Kind(
    source=brought_source(
        id="heat_programmes",
        title="Stand van de warmteprogramma's (invulblad)",
        publisher="gemeenten",
        url="",
        licence="openbare stukken: bron noemen",
        rhythm="als er iets verandert",
    ),
    form=Template(
        values=(
            ValueColumn(
                "warmteprogramma_klasse",
                "heat_programme_class",
                meaning="0 niet begonnen, 1 in voorbereiding, 2 ontwerp ligt er, 3 vastgesteld",
            ),
        ),
        levels=(Level.GEMEENTE,),
    ),
    explanation="Het invulblad met de stand van het warmteprogramma per gemeente, uit openbare stukken.",
)

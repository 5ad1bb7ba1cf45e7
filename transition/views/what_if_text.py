"""A reader's assumptions in words: what is assumed, and the mark that stands beside everything that rests on it."""

from transition.domain.what_if import WhatIf
from transition.views import text

MARK = "Wat als"
"""Stands beside every figure, heading and file that rests on an assumption."""
LABELS = {
    "target": "Een ander doel",
    "year": "Te halen eind",
    "pace": "Een ander tempo, per jaar",
    "developing": "Kans dat een plan doorgaat (%)",
    "permitted": "Kans dat een vergund project doorgaat (%)",
    "building": "Kans dat een project in aanbouw klaarkomt (%)",
    "local_share": "Lokaal deel van wat nog open is (%)",
}
"""Field of `WhatIf` -> what it is called where a reader fills it in."""


def assumptions(assumed: WhatIf, unit: str = "", decimals: int = 1) -> list[str]:
    """Each assumption as a clause: 'het doel is 40 GWh', 'van de plannen gaat 50% door'. unit: of the target and the pace."""
    told = []
    if assumed.target is not None:
        told.append(f"het doel is {_amount(assumed.target, unit, decimals)}")
    if assumed.year is not None:
        told.append(f"het doel geldt voor eind {assumed.year}")
    if assumed.pace is not None:
        told.append(f"elk jaar komt er {_amount(assumed.pace, unit, decimals)} bij")
    told += [
        f"van de projecten {where} gaat {_percent(chance)} door"
        for where, chance in (
            ("in ontwikkeling", assumed.developing),
            ("met een vergunning", assumed.permitted),
            ("in aanbouw", assumed.building),
        )
        if chance is not None
    ]
    if assumed.local_share is not None:
        told.append(f"van de projecten zonder afspraak wordt {_percent(assumed.local_share)} lokaal eigendom")
    return told


def banner(assumed: WhatIf, unit: str = "", decimals: int = 1) -> str:
    """What a page says above everything when a reader assumes something."""
    told = text.enumeration(assumptions(assumed, unit, decimals))
    return f"**{MARK}:** {told}. Dit zijn uw aannames. Ze zijn niet vastgelegd of gemeten."


def _amount(value: float, unit: str, decimals: int) -> str:
    return text.quantity(value, unit, 0 if float(value).is_integer() else decimals)


def _percent(value: float) -> str:
    return text.quantity(value, "%", 0 if float(value).is_integer() else 1)

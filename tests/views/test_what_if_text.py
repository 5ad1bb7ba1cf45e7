"""What a reader assumes is said in words, and marked."""

from transition.domain.what_if import WORDS, WhatIf
from transition.views import what_if_text


def test_every_assumption_is_told_and_can_be_filled_in() -> None:
    everything = WhatIf(40, 2032, 2.5, 50, 75.5, 90, 60)
    told = what_if_text.assumptions(everything, "GWh")
    assert told == [
        "het doel is 40\u00a0GWh",
        "het doel geldt voor eind 2032",
        "elk jaar komt er 2,5\u00a0GWh bij",
        "van de projecten in ontwikkeling gaat 50% door",
        "van de projecten met een vergunning gaat 75,5% door",
        "van de projecten in aanbouw gaat 90% door",
        "van de projecten zonder afspraak wordt 60% lokaal eigendom",
    ]
    assert what_if_text.LABELS.keys() == WORDS.keys()


def test_a_chance_of_nothing_is_an_assumption_too() -> None:
    assert what_if_text.assumptions(WhatIf(building=0)) == ["van de projecten in aanbouw gaat 0% door"]
    assert "Wat als" in what_if_text.banner(WhatIf(building=0))
    assert "niet vastgelegd of gemeten" in what_if_text.banner(WhatIf(building=0))

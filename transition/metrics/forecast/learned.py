"""Everything that is the same for all areas of one series, worked out once: keep it per snapshot and series."""

from dataclasses import dataclass

import numpy as np

from transition.domain.values import Gap, Missing
from transition.metrics.forecast.band import MOST_CHECKED, Band, Held, bands, held, past_errors
from transition.metrics.forecast.deviation import Local, local
from transition.metrics.forecast.families import LEAST_CHECKS, Family
from transition.metrics.forecast.panel import Panel
from transition.metrics.forecast.path import Path, path


@dataclass(frozen=True, eq=False)
class Learned:
    """What a panel teaches, at its last year.

    bands and held: per look-ahead in years; none where nothing could be checked.
    """

    panel: Panel
    family: Family
    path: Path
    local: Local
    bands: dict[int, Band]
    held: dict[int, Held]

    def band(self, horizon: int) -> Band | Gap:
        """The band to show, or why there is none."""
        found = self.bands.get(horizon)
        checks = found.checks if found else 0
        if found and checks >= LEAST_CHECKS:
            return found if (failed := self._failed(horizon)) is None else failed
        most = int((~np.isnan(self.panel.values)).sum(axis=0).max())
        if most < self.family.least_areas:
            return Gap(
                Missing.NOT_APPLICABLE,
                f"maar {most} gemeenten hebben dit cijfer; om een bandbreedte te toetsen zijn er minstens {self.family.least_areas} nodig",
            )
        if horizon > MOST_CHECKED:
            return Gap(Missing.NOT_APPLICABLE, f"verder dan {MOST_CHECKED} jaar vooruit is niet getoetst")
        ahead = "1 jaar" if horizon == 1 else f"{horizon} jaar"
        times = "niet" if checks == 0 else "1 keer" if checks == 1 else f"{checks} keer"
        return Gap(
            Missing.NOT_APPLICABLE,
            f"zo ver vooruit ({ahead}) is in deze reeks {times} na te gaan wat er van uitkwam; "
            f"voor een bandbreedte is dat minstens {LEAST_CHECKS} keer nodig",
        )

    def _failed(self, horizon: int) -> Gap | None:
        """Why a band is not shown although there is one: in the past it held too little or too much, or a shorter one did."""
        for ahead in range(1, horizon + 1):
            held = self.held.get(ahead)
            if held is None or held.is_enough:
                continue
            years = "1 jaar" if ahead == 1 else f"{ahead} jaar"
            share, worst = round(100 * held.share), round(100 * held.worst)
            return Gap(
                Missing.NOT_APPLICABLE,
                f"eerdere bandbreedtes van {years} vooruit klopten niet goed genoeg: {share}% van de gemeenten viel erbinnen "
                f"(in het slechtste jaar {worst}%), en dat moet ongeveer 80% zijn",
            )
        return None


def learn(panel: Panel, family: Family) -> Learned:
    """What the panel teaches. It must have at least one year."""
    found = past_errors(panel, family)
    made = bands(found, family, panel.last)
    return Learned(panel, family, path(panel, family), local(panel, family), made, held(panel, family, found))

"""What the forecasts would have been worth in the past: all candidates, the bands, and what does not hold. `python -m bench backtest`.

Prints the tables and writes them to docs/forecast.md. On the real figures; on the fictional region the numbers mean nothing.
"""

from dataclasses import dataclass, replace

import pandas as pd

from bench import backtest_report
from bench.figures_folder import figures_folder
from transition.domain.values import Gap
from transition.metrics.forecast import backtest
from transition.metrics.forecast.families import SHARES, Family, Kind, family_of
from transition.metrics.forecast.record import segments
from transition.places import PROJECT, Places
from transition.store import Snapshot, open_served

GAS, POWER, KWP = "gas_use_m3_per_dwelling", "electricity_use_kwh_per_dwelling", "solar_capacity_kwp"
COUNT = "solar_installations_count"
HOMES = ("apartment", "terraced", "corner", "semi_detached", "detached", "owner_occupied", "rented")
TOTALS = ("heating_gas_boiler_pct", "heating_gas_free_pct", "heating_block_pct")
PARTS = ("heating_electric_pct", "heating_district_pct")
SIZES = ("", "small_up_to_15_kwp", "large_over_15_kwp", "large_roof", "large_field")


@dataclass(frozen=True)
class Group:
    """Series judged together. chosen_on: whether the choices were made with these very figures."""

    name: str
    series: tuple[tuple[str, str], ...]
    chosen_on: bool = True

    @property
    def family(self) -> Family:
        """How these series are forecast; of those that are not, the way of the other shares."""
        found = family_of(self.series[0][0])
        return SHARES if isinstance(found, Gap) else found

    @property
    def is_offered(self) -> bool:
        """Whether a forecast is made of these series."""
        return not isinstance(family_of(self.series[0][0]), Gap)


# fmt: off
GROUPS = (
    Group("Gas per home", ((GAS, ""),)),
    Group("Electricity per home", ((POWER, ""),)),
    Group("Heating shares", (*((id, "") for id in TOTALS), *((id, gas) for id in PARTS for gas in ("no_gas", "low_gas", "high_gas")))),
    Group("Solar capacity", tuple((KWP, size) for size in SIZES)),
    Group("Check: gas per type of home", tuple((GAS, kind) for kind in HOMES), chosen_on=False),
    Group("Check: electricity per type of home", tuple((POWER, kind) for kind in HOMES), chosen_on=False),
    Group("Check: number of solar installations", tuple((COUNT, size) for size in SIZES), chosen_on=False),
)
# fmt: on
UNUSED = Group("District heating", (("district_heating_pct", ""),), chosen_on=False)
"""Too few municipalities have it: no forecast is made of it, and the table says what one would be worth."""


@dataclass(frozen=True)
class Found:
    """What the backtest found of one group: `scaled` and `covered` as in `transition.metrics.forecast.backtest`."""

    group: Group
    years: dict[str, str]
    scaled: pd.DataFrame
    covered: pd.DataFrame
    flat: int
    silent: int
    variants: pd.DataFrame


def found(snapshot: Snapshot, group: Group) -> Found:
    """Every series of a group, on every stretch of years without a break."""
    scaled, covered, years, flat, silent = [], [], {}, 0, 0
    for indicator, breakdown in group.series:
        name = f"{indicator} {breakdown}".strip()
        for segment in segments(snapshot, indicator, breakdown):
            one = backtest.scaled_errors(segment.panel, group.family, name)
            bands = backtest.coverage(segment.panel, group.family, name)
            flat, silent = flat + one.flat, silent + one.silent
            if len(one.errors):
                scaled.append(one.errors)
                years[name] = f"{segment.panel.years[0]}-{segment.panel.last}"
            if len(bands):
                covered.append(bands)
    nothing = pd.DataFrame(columns=list(backtest.COVERED))
    tried = variants(snapshot, group) if group.chosen_on and group.family.kind is not Kind.PACE else pd.DataFrame()
    return Found(group, years, pd.concat(scaled), pd.concat(covered) if covered else nothing, flat, silent, tried)


def variants(snapshot: Snapshot, group: Group) -> pd.DataFrame:
    """COVERED of every band that was compared before one was chosen, with what it was: method, widen, learn_from."""
    tried = []
    for method in ("shared", "similar", "shared_smoothed", "similar_smoothed"):
        for widen in (False, True):
            for learn_from in (1, 2):
                other = replace(group.family, method=method, widen=widen, learn_from=learn_from)
                for indicator, breakdown in group.series:
                    for segment in segments(snapshot, indicator, breakdown):
                        covered = backtest.coverage(segment.panel, other, f"{indicator} {breakdown}".strip())
                        tried.append(covered.assign(method=method, widen=widen, learn_from=learn_from))
    return pd.concat(tried)


def main() -> None:
    """Judges all groups, prints the report, writes it to docs/forecast.md."""
    opened = open_served(Places(figures_folder()))
    assert opened is not None, "the folder of figures serves nothing"
    everything = [found(opened.snapshot, group) for group in (*GROUPS, UNUSED)]
    report = backtest_report.report(everything)
    print(report)
    if not opened.snapshot.is_example:
        (PROJECT / "docs" / "forecast.md").write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()

"""How every benchmark prints what it found: what, measured, goal, and whether the goal is reached."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One thing measured. `most` or `least` is the goal in the same unit; neither when it is only told."""

    what: str
    measured: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    def goal(self) -> str:
        """The goal in words; '' when there is none."""
        if self.most is not None:
            return f"<= {written(self.most)}"
        return f">= {written(self.least)}" if self.least is not None else ""

    def reached(self) -> str:
        """'yes', 'no', or '' when there is no goal."""
        if self.most is None and self.least is None:
            return ""
        holds = self.measured <= self.most if self.most is not None else self.measured >= (self.least or 0)
        return "yes" if holds else "no"


def written(value: float) -> str:
    """A number with as many digits as mean something."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def show(title: str, lines: list[Line]) -> None:
    """Prints one table, ready to be copied into a document."""
    rows = [("what", "measured", "goal", "reached")]
    rows += [(one.what, f"{written(one.measured)} {one.unit}".strip(), one.goal(), one.reached()) for one in lines]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    print(f"\n{title}\n")
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|", flush=True)

"""Every colour, size and font of the product, light and dark. Nothing else names a colour."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import plotly.graph_objects as go

FONT = "Atkinson Hyperlegible Next"
FONT_STACK = f"'{FONT}', 'Atkinson Hyperlegible', 'Segoe UI', system-ui, sans-serif"
FONT_FILES = "vendor/atkinson-hyperlegible-next-5.3.0"
"""Folder under static/ with the font (latin and latin-ext, weights 200 to 800)."""

SIZES = (32, 24, 18, 16, 14)
"""Text sizes in pixels: title, message, heading, text, small print. Nothing smaller than the last."""
LINE_LENGTH = 70
"""Characters a line of text has at most."""


@dataclass(frozen=True)
class Palette:
    """The colours of one mode. Text colours have a contrast of at least 4.5 on `paper`.

    sequential: map classes from low to high, ever further from the paper. on_track, attention, behind, unknown: verdicts,
    always with their form and word. owners: four types of owner, the same on every page; unknown owners are hatched.
    """

    paper: str
    quiet: str
    line: str
    ink: str
    muted: str
    accent: str
    on_track: str
    attention: str
    behind: str
    unknown: str
    sequential: tuple[str, ...]
    owners: tuple[str, ...]


LIGHT = Palette(
    paper="#FFFFFF",
    quiet="#F2F5F4",
    line="#C9D2D1",
    ink="#14242B",
    muted="#52636B",
    accent="#0A6B6B",
    on_track="#1D5B9E",
    attention="#8F5A00",
    behind="#8A2F5D",
    unknown="#52636B",
    sequential=("#DDEFEC", "#AFD8D3", "#7CBDB8", "#479E9B", "#1A7877", "#064B4E"),
    owners=("#0A6B6B", "#3A6EA8", "#96671A", "#8A5A86"),
)
DARK = Palette(
    paper="#10191D",
    quiet="#18252A",
    line="#35464C",
    ink="#E8EEEC",
    muted="#A9B8B8",
    accent="#57C4BC",
    on_track="#8CBBEE",
    attention="#F0B75A",
    behind="#E79BC0",
    unknown="#A9B8B8",
    sequential=("#1E3D41", "#275A5C", "#347A79", "#4F9E98", "#82C5BC", "#CDEFE8"),
    owners=("#57C4BC", "#8CBBEE", "#F0B75A", "#CFA3CB"),
)

ON_ACCENT = f"""<style>
[data-testid="stBaseButton-primary"]:enabled, [data-testid="stBaseButton-primary"]:enabled p, [data-tag], [data-tag] * {{
  color: light-dark({LIGHT.paper}, {DARK.paper}); }}
</style>"""
"""Words on the accent have the colour of the paper: Streamlit writes them white, which on the dark mode's accent is hard to read."""


def palette(dark: bool = False) -> Palette:
    """The colours of the mode."""
    return DARK if dark else LIGHT


@cache
def plotly_template(dark: bool = False) -> "go.layout.Template":
    """How every chart looks: our font, quiet axes, Dutch separators (1.234,5), room for direct labels, no legend."""
    import plotly.graph_objects as go  # only charts need it

    colours = palette(dark)
    axis = {
        "gridcolor": colours.line,
        "linecolor": colours.line,
        "zerolinecolor": colours.muted,
        "tickfont": {"color": colours.muted, "size": SIZES[-1]},
        "title": {"font": {"color": colours.muted, "size": SIZES[-1]}},
        "automargin": True,
    }
    return go.layout.Template(
        layout=go.Layout(
            font={"family": FONT_STACK, "size": SIZES[-1], "color": colours.ink},
            separators=",.",
            paper_bgcolor="rgba(0,0,0,0)",
            plot_bgcolor="rgba(0,0,0,0)",
            colorway=[colours.accent, colours.muted, *colours.owners[1:]],
            colorscale={"sequential": [[at / 5, colour] for at, colour in enumerate(colours.sequential)]},
            xaxis={**axis, "showgrid": False},
            yaxis={**axis, "rangemode": "tozero"},
            hoverlabel={"bgcolor": colours.quiet, "bordercolor": colours.line, "font": {"color": colours.ink}},
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
            showlegend=False,
        )
    )

"""How the page about local ownership looks: the four hues of owners as custom properties, and static/eigendom.css that uses them."""

from functools import cache
from pathlib import Path

from transition.metrics.ownership.shares import OWNERS
from transition.views import area_style, theme

_FILE = Path(__file__).parents[2] / "static" / "eigendom.css"


@cache
def style(dark: bool) -> str:
    """A style element for the page; its tables look as those of the area processes."""
    colours = theme.palette(dark)
    named = zip(OWNERS, colours.owners, strict=False)
    properties = "".join(f"--own-{name.replace('_', '-')}:{colour};" for name, colour in named)
    return f"{area_style.style(dark)}<style>:root{{{properties}}}{_FILE.read_text(encoding='utf-8')}</style>"

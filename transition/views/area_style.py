"""How the pages of area processes look: the colours of the mode as custom properties, and static/gebieden.css that uses them."""

from functools import cache
from pathlib import Path

from transition.views import theme

_FILE = Path(__file__).parents[2] / "static" / "gebieden.css"


@cache
def style(dark: bool) -> str:
    """A style element for the page."""
    colours = theme.palette(dark)
    named = ("paper", "quiet", "line", "ink", "muted", "accent", "on_track", "attention", "behind")
    properties = "".join(f"--area-{name.replace('_', '-')}:{getattr(colours, name)};" for name in named)
    return f"<style>:root{{{properties}}}{_FILE.read_text(encoding='utf-8')}</style>"

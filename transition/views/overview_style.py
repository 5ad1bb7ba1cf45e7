"""How the overview looks: the colours of the mode as custom properties, and static/overview.css that uses them."""

from functools import cache
from pathlib import Path

from transition.views import area_style

_FILE = Path(__file__).parents[2] / "static" / "overview.css"


@cache
def style(dark: bool) -> str:
    """Style elements for the page; those of area processes too, for the list of decisions."""
    return f"{area_style.style(dark)}<style>{_FILE.read_text(encoding='utf-8')}</style>"

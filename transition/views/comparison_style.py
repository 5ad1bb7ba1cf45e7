"""How the page that compares looks: static/vergelijken.css, on the colours of the pages of area processes."""

from functools import cache
from pathlib import Path

from transition.views import area_style

_FILE = Path(__file__).parents[2] / "static" / "vergelijken.css"


@cache
def style(dark: bool) -> str:
    """Style elements for the page."""
    return f"{area_style.style(dark)}<style>{_FILE.read_text(encoding='utf-8')}</style>"

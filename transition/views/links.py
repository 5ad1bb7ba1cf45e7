"""Addresses that people typed, as links: only https, shown by their host, opened in a new tab that knows nothing of this one."""

from html import escape
from urllib.parse import urlsplit


def host(address: str) -> str:
    """The host of an https address that is safe to open; '' for anything else."""
    try:
        parts = urlsplit(address.strip())
        found = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    unsafe = parts.username is not None or parts.password is not None or any(c.isspace() for c in address.strip())
    return "" if parts.scheme != "https" or unsafe else found


def anchor(address: object, words: str = "") -> str:
    """HTML of a link, with `words` before its host; of what is no https address the text itself, escaped; '' for nothing."""
    if not isinstance(address, str) or not address.strip():
        return ""
    where = host(address)
    if not where:
        return escape(f"{words}: {address}" if words else address)
    shown = f"{words} ({where})" if words else where
    return (
        f'<a href="{escape(address.strip(), quote=True)}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{escape(shown)}</a>"
    )

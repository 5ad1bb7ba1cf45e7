"""A figure whose picture is HTML, as one piece: every piece of a page costs the server, and a page has many figures."""

from html import escape


def figure(picture: str, *, heading: str, what: str, reading: str, source: str) -> str:
    """Heading with the message, what it is about, the picture, how to read it and its source. picture: HTML; the rest is escaped here."""
    return (
        f'<h3 class="figure-heading">{escape(heading)}</h3>{body(picture, what=what, reading=reading, source=source)}'
    )


def body(picture: str, *, what: str, reading: str, source: str) -> str:
    """The same without its heading, for where the message heads the page."""
    return f'{note(what)}{picture}<p class="figure-note"><strong>Zo leest u dit.</strong> {escape(reading)}</p>{note(source)}'


def note(words: str) -> str:
    """Small words under or above a picture; '' for none."""
    return f'<p class="figure-note">{escape(words)}</p>' if words else ""

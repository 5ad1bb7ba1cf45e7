"""The order of names in a list, as a Dutch reader looks for them."""

import unicodedata


def place(name: str) -> str:
    """What to sort a name by: without capitals, accents and the article in front ("'s-Hertogenbosch" stands at the H)."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return bare.removeprefix("'s-").removeprefix("'t ")

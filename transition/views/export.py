"""Tables as files: CSV that Dutch Excel opens right, and that never carries a formula."""

import pandas as pd

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def dutch_csv(table: pd.DataFrame, about: str = "") -> bytes:
    """Semicolons, decimal comma, UTF-8 with a mark at the start; `about` (source, licence) as the last line."""
    safe = table.copy()
    for column in safe.select_dtypes(include=["str", "object"]).columns:
        safe[column] = safe[column].map(_harmless)
    text = safe.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    return ("\ufeff" + text + (f'"{_harmless(about).replace(chr(34), chr(39))}"\r\n' if about else "")).encode("utf-8")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell

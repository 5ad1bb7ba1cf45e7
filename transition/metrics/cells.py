"""The cells of the register's tables as plain values: what is not recorded is '' or None."""

import math
from datetime import date

import pandas as pd


def text(cell: object) -> str:
    """A text, a choice or a reference; '' when it is not recorded."""
    return cell if isinstance(cell, str) else ""


def number(cell: object) -> float | None:
    """A number; None when it is not recorded."""
    return float(cell) if isinstance(cell, int | float) and not math.isnan(cell) else None


def whole(cell: object) -> int | None:
    """A whole number; None when it is not recorded."""
    found = number(cell)
    return None if found is None else int(found)


def day(cell: object) -> date | None:
    """A date; None when it is not recorded."""
    return cell.date() if isinstance(cell, pd.Timestamp) and not pd.isna(cell) else None


def days(column: pd.Series) -> list[date | None]:
    """A column of dates; None where nothing is recorded."""
    return [None if pd.isna(moment) else moment for moment in column.dt.date]

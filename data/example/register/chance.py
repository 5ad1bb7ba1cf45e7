"""Choices that look like chance and are always the same: each has a key, so that a new record changes no other one."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

SEED = 2411
TODAY = date(2026, 11, 23)
"""The day on which the example stands still; what is dated later is planned."""
_RECESS_FROM, _RECESS_TO = (7, 10), (8, 31)
Item = TypeVar("Item")


def chance(*key: object) -> Random:
    """A source of numbers of its own for this key."""
    return Random(f"{SEED} {' '.join(map(str, key))}")


def one_of(items: Sequence[Item], *key: object) -> Item:
    """One of the items."""
    return items[chance(*key).randrange(len(items))]


def happens(part: float, *key: object) -> bool:
    """True for about this part of the keys."""
    return chance("happens", *key).random() < part


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend; after Christmas in January."""
    if (day.month, day.day) >= (12, 23):
        day = date(day.year + 1, 1, 6)
    if (day.month, day.day) <= (1, 3):
        day = date(day.year, 1, 6)
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def council_day(day: date) -> date:
    """The Thursday of that week, outside the recesses."""
    if _RECESS_FROM <= (day.month, day.day) <= _RECESS_TO:
        day = date(day.year, 9, 10)
    if (day.month, day.day) >= (12, 18):
        day = date(day.year, 12, 16)
    if (day.month, day.day) <= (1, 9):
        day = date(day.year, 1, 14)
    return day + timedelta(days=3 - day.weekday())


def evening(day: date) -> date:
    """A working day on which people come: not in the summer holidays."""
    return workday(date(day.year, 7, 3) if (7, 6) <= (day.month, day.day) <= (8, 24) else day)


def months_later(day: date, months: float) -> date:
    """About so many months after `day`, on a working day."""
    return workday(day + timedelta(days=round(months * 30.44)))


def month_end(day: date) -> date:
    """The last day of that month: what people write in a planning."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def rounded(value: float, to: int) -> float:
    """An amount as people write it in a plan."""
    return float(max(to, round(value / to) * to))

"""The rounds in which the register was filled: a beginning, then what each quarter brought."""

from collections.abc import Iterator, Mapping
from datetime import date

from data.example.register.as_of import as_of
from data.example.register.content import Content
from transition.domain.register.fields import Edit, Value
from transition.domain.register.kinds import KINDS

ROUNDS = (
    (date(2025, 12, 31), "Overgenomen uit de werkbladen van de gemeenten, stand eind 2025"),
    (date(2026, 3, 31), "Bijgewerkt over het eerste kwartaal van 2026"),
    (date(2026, 6, 30), "Bijgewerkt over het tweede kwartaal van 2026"),
    (date(2026, 9, 30), "Bijgewerkt over het derde kwartaal van 2026"),
    (date.max, "Bijgewerkt in november 2026"),
)
Records = dict[tuple[str, str], Mapping[str, Value]]


def rounds(content: Content) -> Iterator[tuple[str, list[Edit]]]:
    """Why, and the edits, of each round. Together they make the content."""
    lying: Records = {}
    version: dict[tuple[str, str], int] = {}
    for day, why in ROUNDS:
        now = _known(content, day)
        edits = []
        for key, values in now.items():
            old = lying.get(key, {})
            changes = {name: values.get(name) for name in {**old, **values} if values.get(name) != old.get(name)}
            if changes:
                edits.append(Edit(*key, version.get(key), changes))
                version[key] = version.get(key, 0) + 1
        lying = now
        yield why, edits


def _known(content: Content, day: date) -> Records:
    """Everything that was there on the day; what belongs to an area that was not there yet is left out."""
    found: Records = {}
    for kind, id, values in content:
        refers = (values.get(one.name) for one in KINDS[kind].fields if one.refers_to == "area_process")
        if any(area and ("area_process", str(area)) not in found for area in refers):
            continue
        if day == date.max:
            found[kind, id] = values
        elif (known := as_of(kind, id, values, day)) is not None:
            found[kind, id] = known
    return found

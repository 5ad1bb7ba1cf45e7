"""A register in which every text somebody can type is an attack: made from the declarations, so that a new field is in it by itself."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle

from transition.domain.register import choices
from transition.domain.register.fields import Edit, Field, Type, Value, id_of
from transition.domain.register.kinds import KINDS
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

PAYLOADS = (
    '<img src=x onerror="window.hacked=1">',
    "<script>window.hacked=1</script>",
    '"><svg onload=window.hacked=1>',
    "</script><script>window.hacked=1</script>",
    "${window.hacked=1}`${window.hacked=1}`",
    "';window.hacked=1;//\\';window.hacked=1;//",
    "[klik](javascript:window.hacked=1)<javascript:window.hacked=1>",
    "![beeld](https://kwaad.example/beeld.png)",
    '=HYPERLINK("https://kwaad.example";"klik")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{constructor.constructor('window.hacked=1')()}}$$\\href{javascript:window.hacked=1}{x}$$",
    "\u202eomgekeerd<iframe srcdoc='<script>parent.hacked=1</script>'>",
)
LINK = 'https://kwaad.example/%22onmouseover=%22window.hacked=1/"><script>window.hacked=1</script>'
TEXTS = (Type.TEXT, Type.LONG_TEXT)
_BEGAN = date(2024, 1, 1)
_STANDING = {
    "area_process": {"lead_state": "lead", "state": "running", "visibility": "public", "location_codes": None, "location_year": None},
    "finance_line": {"kind": "cover", "certainty": "committed"},
    "role": dict.fromkeys(choices.ACTORS) | {"council": "A", "local_lead": "R"},
    "method_role": dict.fromkeys(choices.ACTORS) | {"council": "A", "local_lead": "R"},
    "project": {"status": "realised", "share_residents": 0.4, "share_unknown": 0.6, "share_public": None,
                "share_local_business": None, "share_not_local": None, "expected_on": None},
    "milestone": {"revised": None, "revised_because": None},
    "party": {"type": "cooperative", "is_local": "yes"},
    "target": {"scope": "area", "code": None, "year": 2030},
    "method_card": {"derived_from": "wijkuitvoeringsplan-1", "theme": "neighbourhood_plan"},
    "community": {"theme": "other", "region": None},
    "decision": {"visibility": "public", "state": "planned", "decided_on": date(2027, 2, 1)},
}  # fmt: skip
"""What the rules of the register ask of a kind, beside the attacks."""


def fill(register: Register, municipality: str) -> dict[str, str]:
    """Writes one record of every kind, and one more area without any. Returns the id of each kind's record."""
    attacks = cycle(PAYLOADS)
    ids: dict[str, str] = {}
    edits = []
    for kind in KINDS.values():
        made = {one.name: _value(one, attacks, municipality, ids) for one in kind.fields}
        values = {**made, **_STANDING.get(kind.id, {})}
        ids[kind.id] = id_of(kind, values)
        edits.append(Edit(kind.id, ids[kind.id], None, values))
    register.apply(SINGLE_USER, edits, why=PAYLOADS[0], file_name=PAYLOADS[1])
    return ids


def _value(one: Field, attacks: Iterator[str], municipality: str, ids: dict[str, str]) -> Value:
    if one.type in TEXTS:
        return next(attacks)
    simple: dict[Type, Value] = {
        Type.INTEGER: max(2024, int(one.least or 0)) if "jaar" in one.label.lower() or one.most else 3,
        Type.NUMBER: one.least or 5.0,
        Type.MONEY: 1000.0,
        Type.SHARE: 0.5,
        Type.DATE: _BEGAN,
        Type.LINK: LINK,
        Type.CODE: municipality,
        Type.CODES: (municipality,),
    }
    if one.type is Type.CHOICE:
        return next(iter(one.choices))
    if one.type is Type.REFERENCE:
        return ids.get(one.refers_to)
    if one.type is Type.REFERENCES:
        return (ids[one.refers_to],) if one.refers_to in ids else ()
    return simple.get(one.type)

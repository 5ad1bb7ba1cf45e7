"""What has to hold for codes of areas: they exist, are of the right level, and existed in the year whose boundaries are meant."""

from collections.abc import Iterator

from transition.domain.areas import Level, is_code, level_of
from transition.domain.register.fields import Field, Problem, Type
from transition.register.known import Known
from transition.register.proposal import Step
from transition.register.wording import enumeration

_GEMEENTE = frozenset((Level.GEMEENTE,))
_OF_FIELD = {
    "municipality": _GEMEENTE,
    "municipalities": _GEMEENTE,
    "region": frozenset((Level.RES, Level.SUBRES, Level.PROVINCIE)),
    "location_codes": frozenset((Level.WIJK, Level.BUURT)),
}
_OF_SCOPE = {
    "national": frozenset((Level.LAND,)),
    "regional": frozenset((Level.RES, Level.SUBRES, Level.PROVINCIE)),
    "municipal": _GEMEENTE,
}
_WORDS = {
    Level.LAND: "het land (NL01)",
    Level.PROVINCIE: "een provincie (PV en 2 cijfers)",
    Level.RES: "een energieregio (ES en 2 cijfers)",
    Level.SUBRES: "een deel van een energieregio (ET en 4 cijfers)",
    Level.GEMEENTE: "een gemeente (GM en 4 cijfers)",
    Level.WIJK: "een wijk (WK en 6 tekens)",
    Level.BUURT: "een buurt (BU en 8 tekens)",
}


def problems(step: Step, known: Known | None) -> Iterator[Problem]:
    """What is wrong with the codes that change. Without `known` only their shape is looked at."""
    if step.after is None:
        return
    year = step.after.get("location_year")
    for one in step.kind.fields:
        value = step.after[one.name]
        moved = one.name in step.changed or (one.name == "location_codes" and "location_year" in step.changed)
        if one.type not in (Type.CODE, Type.CODES) or not moved or value is None:
            continue
        codes = value if isinstance(value, tuple) else (str(value),)
        levels = _OF_FIELD.get(one.name) or _OF_SCOPE.get(str(step.after.get("scope")), frozenset())
        for code in codes:
            yield from _one(step, one, code, levels, known, year if isinstance(year, int) else None)


def _one(
    step: Step, one: Field, code: str, levels: frozenset[Level], known: Known | None, year: int | None
) -> Iterator[Problem]:
    if not is_code(code) or (levels and level_of(code) not in levels):
        wanted = enumeration([_WORDS[level] for level in _WORDS if level in levels], "of")
        yield step.problem(
            one.name,
            f"'{code[:30]}' bij '{one.label}' is niet de goede code.",
            f"Geef de code van {wanted}." if wanted else "Controleer de code.",
        )
    elif known is None:
        return
    elif known.level(code) is None:
        yield step.problem(one.name, f"De code {code} bij '{one.label}' bestaat niet.", "Controleer de cijfers.")
    elif one.name == "location_codes":
        if year is not None and not known.exists_in(code, year):
            yield step.problem(
                one.name,
                f"{known.name(code)} ({code}) bestond niet op 1 januari {year}.",
                f"Neem een code van {year}, of pas 'Grenzen van jaar' aan.",
            )
    elif (ended := known.ended(code)) is not None:
        yield step.warning(
            one.name,
            f"{known.name(code)} ({code}) bestaat niet meer sinds 1 januari {ended}.",
            "Gaat dit over nu? Neem dan de code van nu.",
        )

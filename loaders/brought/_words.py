"""What bringing a file led to, as lines on the command line."""

from typing import Any

_COUNTS = {
    "added": "nieuw",
    "removed": "weg",
    "revised": "herzien",
    "filled": "voor het eerst ingevuld",
    "emptied": "niet meer gegeven",
    "status": "alleen een andere status",
}
_KINDS = {
    "added": "nieuw",
    "removed": "weg",
    "revised": "herzien",
    "filled": "ingevuld",
    "emptied": "leeg",
    "status": "status",
}


def lines(answer: dict[str, Any]) -> list[str]:
    """The answer, line by line."""
    match answer["state"]:
        case "geweigerd":
            more = answer.get("more_troubles", 0)
            told = [sentence[0].upper() + sentence[1:] for sentence in answer["sentences"]]
            return [
                *told,
                *([f"En nog {more}."] if more else []),
                "Er is niets overgenomen. De opgeslagen cijfers blijven staan.",
            ]
        case "ongedaan":
            return [f"Ongedaan gemaakt: {answer['file']}. Getoond wordt {answer['served']}."]
        case "soorten":
            return [
                line
                for kind in answer["kinds"]
                for line in (f"{kind['id']}: {kind['title']}", f"    {kind['explanation']}")
            ]
        case _:
            return _understood(answer)


def _understood(answer: dict[str, Any]) -> list[str]:
    told = [
        f"Bestand: {answer['file']}, gelezen als '{answer['title']}'.",
        f"Peildatum of uitgave: {answer['edition'] or 'staat niet in het bestand'}.",
    ]
    for series in answer["series"]:
        part = f" ({series['breakdown']})" if series["breakdown"] else ""
        told.append(
            f"  {series['indicator']}{part}, {series['period']}: {series['figures']} gebied{'en' if series['figures'] != 1 else ''}"
        )
    told += [f"  Zo gelezen: {note}" for note in answer["read_as"]]
    told += [f"  Let op: {note}" for note in answer["notes"]]
    counts = ", ".join(f"{number} {_COUNTS[kind]}" for kind, number in answer["counts"].items() if number)
    told.append(f"Wat verandert: {counts or 'niets'}.")
    for example in answer["examples"]:
        old, new = _number(example["old"]), _number(example["new"])
        told.append(
            f"  {_KINDS[example['kind']]}: {example['indicator']}, {example['area']}, {example['period']}: "
            f"{old} -> {new} {example['unit']}"
        )
    endings = {
        "bekeken": "Er is niets veranderd. Klopt dit? Geef dezelfde opdracht met --confirm.",
        "vernieuwd": "Overgenomen. Ongedaan maken: python -m loaders.brought --undo",
        "ongewijzigd": "Deze cijfers waren er al. Er is niets veranderd.",
    }
    return [*told, endings[answer["state"]]]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:g}".replace(".", ",")

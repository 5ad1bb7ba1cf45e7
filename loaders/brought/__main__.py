"""`python -m loaders.brought FILE`: see what a file of your own would change, take it, or take it back."""

import importlib
import json
import pkgutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import loaders.brought
from transition.door.opened import opened
from transition.door.trouble import MOST_TOLD, NotTaken, Trouble
from transition.places import Places, places

if TYPE_CHECKING:
    from transition.domain.areas import Level
    from transition.ingest.brought.bring import Understood
    from transition.ingest.brought.kind import Kind

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=__doc__)
_EXAMPLES = 12


def all_kinds() -> "dict[str, Kind]":
    """Every module in this folder, by source id: the listing is the list of kinds."""
    names = sorted(m.name for m in pkgutil.iter_modules(loaders.brought.__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"loaders.brought.{name}").KIND for name in names}


@app.command()
def main(
    file: Annotated[Path | None, typer.Argument(help="Het bestand: een werkmap (.xlsx, .xls) of CSV.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="Welke soort het is; zonder: zoek het uit.")] = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="Neem de cijfers over. Zonder: alleen bekijken.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Maak het laatst gebrachte bestand ongedaan.")] = False,
    kinds: Annotated[bool, typer.Option("--kinds", help="Toon welke soorten bestanden we kennen.")] = False,
    template: Annotated[str, typer.Option("--template", help="Schrijf het invulblad van deze soort (CSV).")] = "",
    name: Annotated[str, typer.Option("--name", help="Hoe het bestand heet, als dat anders is dan hier.")] = "",
    served: Annotated[str, typer.Option("--served", help="Alleen als deze momentopname nog getoond wordt.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Antwoord als JSON, voor de pagina.")] = False,
    data: Annotated[Path | None, typer.Option("--data", help="Map voor alles wat gemaakt wordt.")] = None,
) -> None:
    """Bekijkt een bestand, en neemt het over als u dat zegt. Wat niet klopt, wordt geweigerd; de opgeslagen cijfers blijven staan."""
    where, called = places(data), name or (file.name if file else "")
    try:
        if kinds or template:
            answer = _about_kinds(template, as_json)
        elif undo:
            answer = _take_back(where)
        elif file is None:
            raise NotTaken(Trouble("noem een bestand, of --undo of --kinds", "Zie: python -m loaders.brought --help"))
        else:
            answer = _bring(where, file, called, kind, served, confirm=confirm)
    except NotTaken as refusal:
        answer = {"state": "geweigerd", "file": called, "troubles": [t.as_dict() for t in refusal.troubles[:MOST_TOLD]]}
        answer["more_troubles"] = max(0, len(refusal.troubles) - MOST_TOLD)
        answer["sentences"] = [trouble.sentence(called) for trouble in refusal.troubles[:MOST_TOLD]]
    _say(answer, as_json)
    raise typer.Exit(1 if answer["state"] == "geweigerd" else 0)


def _bring(where: Places, file: Path, called: str, kind: str, served: str, *, confirm: bool) -> dict[str, Any]:
    book = opened(file)  # before the heavy imports: what the door refuses, it refuses at once
    from transition.ingest.brought import bring
    from transition.ingest.run import Busy

    known = all_kinds()
    if kind and kind not in known:
        raise NotTaken(Trouble(f"soort '{kind}' kennen we niet", f"Kies: {', '.join(known)}"))
    understood = bring.understand(where, file, called, book, known, kind)
    if served and served != understood.served:
        raise NotTaken(Trouble("de cijfers zijn intussen ververst", "Bekijk het bestand opnieuw, en bevestig dan"))
    answer = _as_plain(understood)
    if confirm:
        try:
            outcome = bring.take(where, file, understood)
        except Busy as busy:
            raise NotTaken(Trouble(str(busy), "Probeer het over een minuut opnieuw")) from busy
        except OSError as error:
            raise NotTaken(
                Trouble(f"de cijfers zijn niet te bewaren ({error.strerror})", "Controleer de schijf")
            ) from error
        answer["state"] = str(outcome.state)
    return answer


def _take_back(where: Places) -> dict[str, Any]:
    from transition.ingest import snapshot
    from transition.ingest.brought.undo import take_back

    undone = take_back(where)
    return {"state": "ongedaan", "file": undone.file, "served": snapshot.served_id(where)}


def _as_plain(understood: "Understood") -> dict[str, Any]:
    """What was understood, in plain values."""
    from transition import catalog
    from transition.domain.areas import level_of

    found, parsed = understood.found, understood.parsed
    rows = understood.reading.figures
    told: dict[tuple[str, str, str], int] = {}
    levels: dict[tuple[str, str, str], Level] = {}
    for key in rows:
        place = (key.indicator, key.breakdown, key.period)
        told[place] = told.get(place, 0) + 1
        levels.setdefault(place, level_of(key.area))
    changed = found[found["kind"] != "same"].head(_EXAMPLES)
    return {
        "state": "bekeken",
        "file": understood.file,
        "sha256": understood.sha256,
        "served": understood.served,
        "kind": understood.kind.source.id,
        "title": understood.kind.source.title,
        "licence": understood.kind.source.licence,
        "edition": parsed.edition,
        "sheets": [
            {"name": sheet.name, "cells": len(sheet.cells), "hidden": sheet.hidden} for sheet in understood.book.sheets
        ],
        "series": [
            {
                "id": i,
                "level": str(levels[i, b, p]),
                "indicator": catalog.indicator(i).name,
                "breakdown": catalog.indicator(i).breakdowns.get(b, ""),
                "period": p,
                "figures": n,
            }
            for (i, b, p), n in sorted(told.items())
        ],
        "read_as": list(understood.book.notes),
        "notes": list(understood.reading.notes),
        "counts": {
            kind: understood.changes[kind] for kind in ("added", "removed", "revised", "filled", "emptied", "status")
        },
        "changes_nothing": understood.changes_nothing,
        "examples": [
            {
                "kind": row.kind,
                "area": row.area,
                "indicator": catalog.indicator(row.indicator).short,
                "breakdown": catalog.indicator(row.indicator).breakdowns.get(row.breakdown, ""),
                "period": row.period,
                "old": None if row.value_old != row.value_old else row.value_old,
                "new": None if row.value != row.value else row.value,
                "unit": catalog.indicator(row.indicator).unit,
                "status": "" if row.status != row.status else row.status,
            }
            for row in changed.itertuples()
        ],
    }


def _about_kinds(template: str, as_json: bool) -> dict[str, Any]:
    known = all_kinds()
    if template:
        content = known[template].template if template in known else None
        if content is None:
            raise NotTaken(Trouble(f"van soort '{template}' is er geen invulblad", "Zie: --kinds"))
        if not as_json:
            sys.stdout.buffer.write(content)
            raise typer.Exit(0)
    about = [
        {
            "id": id,
            "title": kind.source.title,
            "publisher": kind.source.publisher,
            "licence": kind.source.licence,
            "explanation": kind.explanation,
            "template": kind.template.decode("utf-8") if kind.template else "",
        }
        for id, kind in known.items()
    ]
    return {"state": "soorten", "kinds": about}


def _say(answer: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    from loaders.brought import _words

    for line in _words.lines(answer):
        typer.echo(line, err=answer["state"] == "geweigerd")


if __name__ == "__main__":
    app()

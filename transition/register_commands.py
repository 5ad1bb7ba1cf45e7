"""`python -m transition register …`: the workbook of a municipality or community, both ways; what changed, and undo."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from transition.domain.areas import tidy_code
from transition.domain.register.kinds import KINDS
from transition.door.trouble import NotTaken
from transition.places import Places, places
from transition.register.actor import SINGLE_USER
from transition.register.known import Known
from transition.register.register import Conflict, Register, RegisterError
from transition.register.workbook import bring
from transition.register.workbook.scope import About, Scope
from transition.store import open_served
from transition.views import record_words, register_changes, text

app = typer.Typer(
    add_completion=False, help="Het register: werkmap ophalen, terugbrengen, geschiedenis en ongedaan maken."
)
Data = Annotated[Path | None, typer.Option("--data", help="Map met de opgeslagen cijfers en het register.")]
Json = Annotated[bool, typer.Option("--json", help="Druk het antwoord af als JSON.")]
_NOT_TAKEN, _WRONG_QUESTION = 1, 2


@app.command("export")
def export_workbook(
    municipality: Annotated[str, typer.Option(help="De code van de gemeente, bijvoorbeeld GM0344.")] = "",
    community: Annotated[str, typer.Option(help="Het kenmerk van de community.")] = "",
    output: Annotated[Path | None, typer.Option(help="Schrijf naar dit bestand; anders register-<naam>.xlsx.")] = None,
    data: Data = None,
) -> None:
    """Schrijft de werkmap van een gemeente of community."""
    if bool(municipality) == bool(community):
        raise _stop("geef --municipality of --community, één van de twee")
    scope = Scope(About.MUNICIPALITY, tidy_code(municipality)) if municipality else Scope(About.COMMUNITY, community)
    with _opened(data) as (register, known):
        try:
            content = bring.workbook(register, SINGLE_USER, scope, known)
        except LookupError as error:
            raise _stop(str(error.args[0])) from error
    file = output or Path(f"register-{scope.id.lower()}.xlsx")
    try:
        file.write_bytes(content)
    except OSError as error:
        raise _stop(f"het bestand {file} is niet te schrijven ({error.strerror}); kies een andere plek") from error
    typer.echo(f"Geschreven: {file} ({len(content)} bytes).", err=True)


@app.command("import")
def import_workbook(
    file: Annotated[Path, typer.Argument(help="De ingevulde werkmap.")],
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Neem de wijzigingen over; zonder: alleen bekijken.")
    ] = False,
    mine: Annotated[
        bool,
        typer.Option("--mine", help="Waar iemand anders intussen hetzelfde wijzigde: neem de waarde uit de werkmap."),
    ] = False,
    as_json: Json = False,
    data: Data = None,
) -> None:
    """Laat zien wat een ingevulde werkmap verandert; met --confirm wordt het overgenomen, helemaal of helemaal niet."""
    with _opened(data) as (register, known):
        try:
            seen = bring.look(register, SINGLE_USER, file, file.name, known, _told if not as_json else _silent)
            chosen = [one.place for one in seen.comparison.clashes] if mine else []
            applied = None
            if confirm or seen.troubles:
                applied = bring.take(register, SINGLE_USER, seen, known, _silent, chosen)
        except NotTaken as refusal:
            _refused(refusal, file.name, as_json)
            raise typer.Exit(_NOT_TAKEN) from refusal
        except (bring.Moved, Conflict) as error:
            raise _stop(f"{str(error).removesuffix('.')}; er is niets overgenomen", _NOT_TAKEN) from error
    number = applied.number if applied else None
    if as_json:
        typer.echo(json.dumps(_answer(seen, confirm, number), ensure_ascii=False))
    else:
        _tell(seen, confirm, number)


@app.command("undo")
def undo(
    number: Annotated[int, typer.Argument(help="Het nummer van de wijziging (zie: register history).")],
    data: Data = None,
) -> None:
    """Maakt één wijziging ongedaan, helemaal of helemaal niet."""
    with _opened(data) as (register, _):
        try:
            applied = register.undo(SINGLE_USER, number)
        except Conflict as error:
            raise _stop(
                "hiervan is later nog iets gewijzigd; maak eerst die latere wijziging ongedaan", _NOT_TAKEN
            ) from error
    if applied.number is None:
        typer.echo(f"Wijziging {number} was al ongedaan gemaakt. Er verandert niets.")
    else:
        typer.echo(f"Wijziging {number} is ongedaan gemaakt (dat is wijziging {applied.number}).")


@app.command("history")
def history(
    kind: Annotated[
        str, typer.Argument(help=f"Soort: {', '.join(KINDS)}. Leeg: de laatste wijzigingen van alles.")
    ] = "",
    id: Annotated[str, typer.Argument(help="Het kenmerk.")] = "",
    limit: Annotated[int, typer.Option(help="Hoeveel wijzigingen.")] = 20,
    data: Data = None,
) -> None:
    """Wat er is gewijzigd, door wie en wanneer; het nieuwste eerst."""
    if kind and kind not in KINDS:
        raise _stop(f"onbekende soort '{kind}'; bekend zijn: {', '.join(KINDS)}")
    if kind and not id:
        raise _stop("geef ook het kenmerk")
    with _opened(data) as (register, _):
        if not kind:
            for one in register.change_sets(SINGLE_USER, limit):
                typer.echo(f"{one.number}: {register_changes.change_set(one)}")
            return
        for one in register.history(SINGLE_USER, kind, id, with_children=True)[:limit]:
            what = record_words.change(KINDS[one.kind], one.field, one.old, one.new)
            typer.echo(f"{one.number}: {record_words.by_whom(one.who, one.at, one.origin)}: {one.id}: {what}")


@contextmanager
def _opened(data: Path | None) -> Iterator[tuple[Register, Known]]:
    """The register that goes with the served figures, as pages open it; and the areas it may name."""
    where: Places = places(data)
    opened = open_served(where)
    if opened is None:
        where, opened = where.example, open_served(where.example)
    if opened is None:
        raise _stop("er zijn nog geen cijfers; laad ze met: python -m loaders")
    if opened.snapshot.is_example:
        typer.echo("Let op: dit zijn voorbeeldgegevens (fictief).", err=True)
    try:
        register = Register.open(where.register_url, is_example=opened.snapshot.is_example)
        try:
            yield register, Known(opened.snapshot.areas)
        finally:
            register.close()
    except RegisterError as error:
        raise _stop(str(error).removesuffix("."), _NOT_TAKEN) from error


def _tell(seen: bring.Seen, confirm: bool, number: int | None) -> None:
    for note in seen.comparison.notes:
        typer.echo(f"Let op. {note}")
    for warning in seen.warnings:
        typer.echo(f"Let op. {register_changes.notice(warning)}")
    typer.echo(register_changes.summary(seen))
    for row in register_changes.changes(seen).itertuples(index=False):
        typer.echo(f"  blad '{row[0]}', cel {row[1]}, {row[2]}: {row[3]}: {row[4]} -> {row[5]}")
    for row in register_changes.clashes(seen).itertuples(index=False):
        typer.echo(
            f"  blad '{row[0]}', cel {row[1]}, {row[2]}: {row[3]}: was {row[4]}, nu {row[5]}, in uw werkmap {row[6]}"
        )
    if number is not None:
        typer.echo(f"Overgenomen als wijziging {number}. Ongedaan maken: python -m transition register undo {number}")
    elif not confirm and not seen.comparison.changes_nothing:
        typer.echo("Er is nog niets overgenomen. Overnemen: dezelfde opdracht met --confirm.")


def _answer(seen: bring.Seen, confirm: bool, number: int | None) -> dict[str, Any]:
    return {
        "state": "overgenomen" if number is not None else "bekeken" if not confirm else "ongewijzigd",
        "number": number,
        "changes": register_changes.changes(seen).to_dict("records"),
        "clashes": register_changes.clashes(seen).to_dict("records"),
        "warnings": register_changes.troubles(seen.warnings),
        "notes": list(seen.comparison.notes),
        "troubles": [],
    }


def _refused(refusal: NotTaken, name: str, as_json: bool) -> None:
    if as_json:
        answer = {"state": "geweigerd", "number": None, "troubles": register_changes.troubles(refusal.troubles)}
        typer.echo(json.dumps(answer, ensure_ascii=False))
        return
    typer.echo("Er is niets overgenomen.", err=True)
    for trouble in refusal.troubles:
        typer.echo(record_words.sentence(trouble.sentence(name)), err=True)


def _told(part: float, what: str) -> None:
    if part in (0.0, 0.2, 0.6):
        typer.echo(f"{text.number(part * 100)}% {what} …", err=True)


def _silent(part: float, what: str) -> None:
    """Progress that nobody watches."""


def _stop(sentence: str, code: int = _WRONG_QUESTION) -> typer.Exit:
    """Says in one line what was wrong; to be raised."""
    typer.echo(sentence[0].upper() + sentence[1:] + ".", err=True)
    return typer.Exit(code)

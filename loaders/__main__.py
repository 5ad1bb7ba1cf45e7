"""`python -m loaders [name …]`: refresh sources, from their addresses or from a folder; see what is stored; go back."""

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import stamina.instrumentation
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import loaders
from transition.ingest import archive, change_report, fetch, run, snapshot
from transition.ingest.contract import Loader, Refused
from transition.places import Places, places

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help=__doc__)


def all_loaders() -> dict[str, Loader]:
    """Every module in this folder, by source id: the listing is the list of sources."""
    names = [m.name for m in pkgutil.iter_modules(loaders.__path__) if not (m.name.startswith("_") or m.ispkg)]
    return {name: importlib.import_module(f"loaders.{name}") for name in sorted(names)}  # type: ignore[misc]


@app.command()
def main(
    names: Annotated[list[str] | None, typer.Argument(help="Bronnen om te verversen; zonder namen: alle.")] = None,
    folder: Annotated[Path | None, typer.Option("--from", help="Map met gedownloade bestanden.", exists=True)] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Map voor alles wat gemaakt wordt.")] = None,
    smaller: Annotated[
        bool,
        typer.Option(
            "--accept-smaller",
            help="Neem van de genoemde bronnen ook een uitgave over die minder heeft dan de opgeslagen.",
        ),
    ] = False,
    list_sources: Annotated[
        bool, typer.Option("--list", help="Toon elke bron met stand, uitgave en ouderdom.")
    ] = False,
    report: Annotated[bool, typer.Option("--report", help="Toon wat de laatste verversing veranderde.")] = False,
    table: Annotated[bool, typer.Option("--table", help="Toon de bronnen als tabel voor de README.")] = False,
    rollback: Annotated[bool, typer.Option("--rollback", help="Ga terug naar de vorige momentopname.")] = False,
) -> None:
    """Ververst de cijfers. Wat niet klopt, wordt geweigerd; de opgeslagen cijfers blijven dan staan."""
    stamina.instrumentation.set_on_retry_hooks([])  # a refusal says in the end what was tried
    where, known = places(data), all_loaders()
    unknown = sorted(set(names or ()) - set(known))
    if unknown:
        raise _stop(f"onbekende bron {', '.join(unknown)}; bekend zijn: {', '.join(known)}")
    if smaller and not names:
        raise _stop("noem bij --accept-smaller de bronnen waarvoor u dit hebt nagekeken")
    chosen = {name: known[name] for name in names or known}
    if table:
        typer.echo(source_table(known))
    elif report:
        _report(where, chosen)
    elif list_sources:
        _list(where, chosen)
    elif rollback:
        _roll_back(where)
    else:
        raise typer.Exit(_refresh(where, chosen, folder, must_be_there=bool(names), smaller=smaller))


def _refresh(
    where: Places, chosen: dict[str, Loader], folder: Path | None, *, must_be_there: bool, smaller: bool
) -> int:
    def obtain(loader: Loader) -> archive.Raw | None:
        if folder:
            return archive.downloaded(loader.SOURCE, folder)
        with fetch.Fetcher(loader.SOURCE.hosts) as get:
            return loader.fetch(get)

    came_from = f"map {folder.resolve().name}" if folder else "live"
    try:
        outcomes = _with_progress(
            chosen,
            lambda tell: run.refresh(where, chosen, obtain, came_from=came_from, smaller_is_fine=smaller, tell=tell),
        )
    except run.Busy as busy:
        typer.echo(f"Niet begonnen: {busy}. Probeer het later opnieuw.", err=True)
        return 3
    except (Refused, OSError) as error:
        typer.echo(f"Geen momentopname gemaakt: {error}. {_served(where)}", err=True)
        return 4
    refused = [o for o in outcomes if o.state is run.State.REFUSED or (must_be_there and o.state is run.State.ABSENT)]
    renewed = sum(o.state is run.State.RENEWED for o in outcomes)
    typer.echo(f"{renewed} vernieuwd, {len(refused)} mislukt, van {len(outcomes)} bronnen. {_served(where)}")
    if failing := change_report.failing(where):
        typer.echo(
            f"Let op: {failing} van de controles over de bronnen heen klopt niet. Zie: python -m loaders --report"
        )
    return 1 if refused else 0


def _with_progress(
    chosen: dict[str, Loader], work: Callable[[Callable[[run.Outcome], None]], list[run.Outcome]]
) -> list[run.Outcome]:
    def line(outcome: run.Outcome) -> str:
        return f"{outcome.source}: {outcome.state} - {outcome.sentence}"

    if not sys.stdout.isatty():
        told: list[run.Outcome] = []

        def print_line(outcome: run.Outcome) -> None:
            told.append(outcome)
            print(line(outcome), flush=True)
            if len(told) == len(chosen) and any(one.state is run.State.RENEWED for one in told):
                print("Alle bronnen gelezen. De momentopname wordt gemaakt ...", flush=True)

        return work(print_line)
    console = Console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Bronnen lezen", total=len(chosen))

        def tell(outcome: run.Outcome) -> None:
            console.print(line(outcome), highlight=False, markup=False)
            progress.advance(task)
            if progress.finished:
                progress.update(task, description="Momentopname maken")

        return work(tell)


def _served(where: Places) -> str:
    served = snapshot.served_id(where)
    return f"Getoond wordt {served}." if served else "Er is nog geen momentopname."


def _roll_back(where: Places) -> None:
    older = snapshot.roll_back(where)
    if older is None:
        typer.echo("Er is geen eerdere momentopname om naar terug te gaan.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Teruggegaan. Getoond wordt {older}.")


def _report(where: Places, chosen: dict[str, Loader]) -> None:
    for line in change_report.lines(where, list(chosen)) or ["Er is nog niets ververst."]:
        typer.echo(line)


def _list(where: Places, chosen: dict[str, Loader]) -> None:
    served = snapshot.served_id(where)
    stored = snapshot.manifest(where.snapshots / served)["sources"] if served else {}
    last = json.loads(where.last_run.read_text(encoding="utf-8"))["outcomes"] if where.last_run.exists() else {}
    rows = [("bron", "stand", "uitgave", "ouderdom", "titel")]
    brought = {id: facts for id, facts in stored.items() if facts.get("brought")}
    for id, loader in chosen.items():
        facts = stored.get(id)
        state = last.get(id, {}).get("state", "opgeslagen") if facts else last.get(id, {}).get("state", "niet geladen")
        rows.append(
            (
                id,
                state,
                facts["edition"] if facts else "-",
                _age(facts["fetched_at"]) if facts else "-",
                loader.SOURCE.title,
            )
        )
    for id, facts in brought.items():
        rows.append((id, "gebracht", facts["edition"] or "-", _age(facts["fetched_at"]), facts["title"]))
    widths = [max(len(row[i]) for row in rows) for i in range(4)]
    for row in rows:
        typer.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]))


def _age(fetched_at: str) -> str:
    days = (datetime.now(UTC) - datetime.fromisoformat(fetched_at)).days
    return "vandaag" if days == 0 else f"{days} dag{'en' if days > 1 else ''}"


def source_table(known: dict[str, Loader]) -> str:
    """The sources as a Markdown table, as it stands in the README."""
    lines = ["| bron | titel | uitgever | ritme | licentie |", "|---|---|---|---|---|"]
    for id, loader in known.items():
        s = loader.SOURCE
        lines.append(f"| `{id}` | {s.title} | {s.publisher} | {s.rhythm} | {s.licence} |")
    return "\n".join(lines)


def _stop(sentence: str) -> typer.Exit:
    """Says in one line what was wrong with the question; to be raised."""
    typer.echo(sentence[0].upper() + sentence[1:] + ".", err=True)
    return typer.Exit(2)


if __name__ == "__main__":
    app()

"""`python -m transition figures …` prints exactly what pages show; `python -m transition start` starts the dashboard."""

import os
import socket
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from transition import catalog, register_commands
from transition.domain.areas import Level, tidy_code
from transition.domain.values import Gap
from transition.metrics import vintages
from transition.metrics.figures import figures, gaps, not_assignable
from transition.metrics.trace import trace
from transition.places import PROJECT, Places, places
from transition.store import open_served, served_id
from transition.views import boundaries, catalogue, export, export_figures, text, trace_text

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="De Regiemonitor op de opdrachtregel.")
app.add_typer(register_commands.app, name="register")

SOURCES_ANSWER_WITHIN_SECONDS = 3.0


class Format(StrEnum):
    """How figures are printed, or written to a file."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    PARQUET = "parquet"
    GEOJSON = "geojson"


@app.command("figures")
def print_figures(
    indicator: Annotated[str, typer.Option(help="Welke indicator, bijvoorbeeld solar_capacity_kwp.")],
    level: Annotated[Level | None, typer.Option(help="Welk niveau.")] = None,
    period: Annotated[str | None, typer.Option(help="Welk jaar.")] = None,
    area: Annotated[list[str] | None, typer.Option(help="Alleen dit gebied (code); mag vaker.")] = None,
    vintage: Annotated[int | None, typer.Option(help="Op de grenzen van dit jaar; zonder: van het jaar zelf.")] = None,
    format: Annotated[
        Format, typer.Option(help="De vorm; xlsx, parquet en geojson gaan naar een bestand.")
    ] = Format.CSV,
    output: Annotated[Path | None, typer.Option(help="Schrijf naar dit bestand in plaats van af te drukken.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Map met de opgeslagen cijfers.")] = None,
) -> None:
    """Drukt cijfers af, met bron, uitgave en status; precies wat de pagina's laten zien."""
    if indicator not in catalog.indicators():
        raise _stop(f"onbekende indicator '{indicator}'; bekend zijn: {', '.join(catalog.indicators())}")
    where = places(data)
    opened = open_served(where) or open_served(where.example)
    if opened is None:
        typer.echo("Er zijn nog geen cijfers. Laad ze met: python -m loaders", err=True)
        raise typer.Exit(2)
    if opened.snapshot.is_example:
        typer.echo("Let op: dit zijn voorbeeldgegevens (fictief).", err=True)
    if vintage is not None and vintage not in vintages.known_years():
        raise _stop(boundaries.unknown(vintage))
    codes = [tidy_code(code) for code in area or ()]
    try:
        table = figures(opened.snapshot, indicator, level=level, period=period, areas=codes, vintage=vintage)
    except ValueError as error:
        raise _stop(str(error)) from error
    _tell(opened.snapshot, indicator, level, period, bool(codes), table)
    if vintage is not None:
        holes = gaps(opened.snapshot, indicator, vintage, level=level, period=period, areas=codes)
        for line in [
            *boundaries.absent(opened.snapshot, codes, vintage),
            *boundaries.why(holes, catalog.indicator(indicator), vintage),
        ]:
            typer.echo(line, err=True)
    if format is Format.JSON:
        content = (table.to_json(orient="records", force_ascii=False, double_precision=15) + "\n").encode()
    else:
        try:
            content = export_figures.as_file(export.Format(format), opened.snapshot, indicator, table)
        except ValueError as error:
            raise _stop(str(error)) from error
    _write(content, format, output)


def _write(content: bytes, format: Format, output: Path | None) -> None:
    """To the file, or printed; a form that is no text is never printed on a terminal."""
    if output is None:
        if format in (Format.XLSX, Format.PARQUET, Format.GEOJSON):
            raise _stop(f"voor de vorm {format} is een bestand nodig; geef --output NAAM.{format}")
        typer.echo(content.decode(), nl=False)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise _stop(f"het bestand {output} is niet te schrijven ({error.strerror}); kies een andere plek") from error
    typer.echo(f"Geschreven: {output} ({len(content)} bytes).", err=True)


def _tell(snapshot, indicator, level, period, by_area, table) -> None:  # type: ignore[no-untyped-def]
    """Notes beside the figures go to the error stream, so that a script gets the table alone."""
    if table.empty:
        typer.echo("Hiervoor zijn geen cijfers opgeslagen.", err=True)
    for source, at in sorted(set(zip(table["source"], table["period"], strict=True))):
        if until := snapshot.measured_until(source, at):
            typer.echo(f"Let op: {at} is nog geen heel jaar; gemeten tot en met {until}.", err=True)
    if level and period and not by_area:
        rest = not_assignable(snapshot, indicator, level, period)
        if rest is not None:
            typer.echo(f"Niet in te delen naar {level}: {rest:.0f} {catalog.indicator(indicator).unit}.", err=True)


@app.command("trace")
def print_trace(
    area: Annotated[str, typer.Option(help="Welk gebied (code), bijvoorbeeld GM0363.")],
    indicator: Annotated[str, typer.Option(help="Welke indicator, bijvoorbeeld solar_capacity_kwp.")],
    period: Annotated[str, typer.Option(help="Welk jaar.")],
    breakdown: Annotated[str, typer.Option(help="Welk onderdeel, bijvoorbeeld homes; leeg: alles samen.")] = "",
    per: Annotated[str, typer.Option(help="Gedeeld door deze indicator, bijvoorbeeld population_count.")] = "",
    vintage: Annotated[int | None, typer.Option(help="Op de grenzen van 1 januari van dit jaar.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Map met de opgeslagen cijfers.")] = None,
) -> None:
    """Laat zien waar één cijfer vandaan komt: formule, rij, tabel, uitgave en documenten."""
    known = catalog.indicators()
    if indicator not in known:
        raise _stop(f"onbekende indicator '{indicator}'; bekend zijn: {', '.join(known)}")
    if per and per not in known[indicator].per:
        raise _stop(
            f"'{indicator}' is niet te delen door '{per}'; wel door: {', '.join(known[indicator].per) or 'niets'}"
        )
    where = places(data)
    opened = open_served(where) or open_served(where.example)
    if opened is None:
        raise _stop("er zijn nog geen cijfers; laad ze met: python -m loaders")
    if opened.snapshot.is_example:
        typer.echo("Let op: dit zijn voorbeeldgegevens (fictief).", err=True)
    try:
        found = trace(
            opened.snapshot, tidy_code(area), indicator, period, breakdown=breakdown, per=per, vintage=vintage
        )
    except ValueError as error:
        raise _stop(str(error)) from error
    if isinstance(found, Gap):
        raise _stop(text.because(found).removesuffix("."))
    typer.echo("\n".join(trace_text.lines(found)))


@app.command("catalogue")
def print_catalogue(
    address: Annotated[str, typer.Option(help="Het adres waarop dit dashboard te zien is, met https://.")] = "",
    output: Annotated[Path | None, typer.Option(help="Schrijf naar dit bestand in plaats van af te drukken.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Map met de opgeslagen cijfers.")] = None,
) -> None:
    """Drukt de catalogus van de bronnen af: DCAT-AP-NL, als JSON-LD."""
    where = places(data)
    opened = open_served(where) or open_served(where.example)
    if opened is None:
        raise _stop("er zijn nog geen cijfers; laad ze met: python -m loaders")
    _write(catalogue.as_json(opened.snapshot, address) + b"\n", Format.JSON, output)


@app.command()
def example(
    data: Annotated[Path | None, typer.Option("--data", help="Map voor alles wat gemaakt wordt.")] = None,
) -> None:
    """Maakt de voorbeeldregio Doggerland (fictief), als die er nog niet is."""
    typer.echo(f"Voorbeeldregio klaar: {make_example(places(data))}.")


def make_example(where: Places) -> str:
    """Builds the fictional region unless it is there, made by the same script; returns the id of its snapshot."""
    from data.example.snapshot import make

    return make(where.example)


@app.command()
def start(
    data: Annotated[Path | None, typer.Option("--data", help="Map voor alles wat gemaakt wordt.")] = None,
    port: Annotated[int, typer.Option(envvar="PORT", help="Poort van de server.")] = 8501,
) -> None:
    """Zorgt dat er cijfers zijn (echte als de bronnen antwoorden, anders het voorbeeld) en start het dashboard."""
    where = places(data)
    environment = os.environ | {"DATA_DIR": str(where.root)}
    real = os.environ.get("REAL_DATA")
    load = [sys.executable, "-m", "loaders"]
    if real:
        subprocess.run([*load, "--from", real], cwd=PROJECT, env=environment, check=False)
    elif not served_id(where):
        if _sources_answer():
            subprocess.run(load, cwd=PROJECT, env=environment, check=False)
        else:
            typer.echo("De bronnen antwoorden niet. Het dashboard start met de voorbeeldregio Doggerland (fictief).")
    if not served_id(where):
        make_example(where)
    typer.echo(f"Open http://localhost:{port} in uw browser. Stoppen: Ctrl+C.")
    serve = ["-m", "streamlit", "run", "dashboard.py", "--server.port", str(port), "--server.headless", "true"]
    os.chdir(PROJECT)
    os.environ.update(environment)
    os.execv(sys.executable, [sys.executable, *serve])


def _sources_answer() -> bool:
    try:
        socket.create_connection(("datasets.cbs.nl", 443), timeout=SOURCES_ANSWER_WITHIN_SECONDS).close()
    except OSError:
        return False
    return True


def _stop(sentence: str) -> typer.Exit:
    """Says in one line what was wrong with the question; to be raised."""
    typer.echo(sentence[0].upper() + sentence[1:] + ".", err=True)
    return typer.Exit(2)


if __name__ == "__main__":
    app()

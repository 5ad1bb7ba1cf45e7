"""Production by type of owner as bars, the unknown hatched and in its own place: never spread over the others. HTML and a table."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from transition.domain.register.choices import TECHNOLOGIES
from transition.metrics.ownership.local import ALL, Local
from transition.metrics.ownership.shares import Definition
from transition.views import ownership_words as words

READING = (
    "Elke balk is alle stroom van een jaar. Gearceerd is onbekend: dat verdelen wij niet over de anderen. "
    "Breed telt de eerste drie kleuren als lokaal, strikt alleen de eerste."
)
_LEAST_LABELLED = 0.09
"""A narrower part has its percentage in the list below only."""


def heading(found: Local) -> str:
    """The message: who owns most of what stands."""
    owners = found.owners[ALL]
    whole = sum(owners.values())
    if not whole:
        return "Van geen enkel project dat er staat is de opbrengst vastgelegd"
    largest = max(owners, key=lambda name: owners[name])
    part = words.percent(owners[largest] / whole)
    if largest == "unknown":
        return f"Van {part} van de opwek is niet vastgelegd van wie die is; dat is meer dan van elke groep eigenaren"
    if owners[largest] == whole:
        return f"Alle opwek is {_OF[largest]}"
    if len(_perhaps_largest(owners)) > 1:
        return f"Voor zover vastgelegd heeft geen groep eigenaren meer dan {part} van de opwek"
    return f"De grootste groep eigenaren is {words.OWNERS[largest].lower()}: {part} van de opwek"


def _perhaps_largest(owners: Mapping[str, float]) -> list[str]:
    """The groups that would be the largest, or as large, if all of the unknown were theirs."""
    groups = {name: owned for name, owned in owners.items() if name != "unknown"}
    return [name for name, owned in groups.items() if owned + owners["unknown"] >= max(groups.values())]


_OF = {
    "residents": "van bewoners en lokale partners samen",
    "public": "van de overheid",
    "local_business": "van lokale bedrijven",
    "not_local": "niet-lokaal",
}


def html(found: Local) -> str:
    """All together first, then each technique when there are more; below them what every colour is."""
    rows = {ALL: "Alles samen"} | {name: TECHNOLOGIES[name] for name in found.owners if name != ALL}
    shown = rows if len(rows) > 2 else {ALL: rows[next(reversed(rows))]}
    bars = "".join(_bar(label, found.owners[name]) for name, label in shown.items())
    return f'<div class="own-bars">{bars}</div>{_key(found.owners[ALL])}'


def _bar(label: str, owners: Mapping[str, float]) -> str:
    whole = sum(owners.values())
    title = f"<p><b>{escape(label)}</b> {words.power(whole)} per jaar</p>" if whole else ""
    if not whole:
        return f"<p><b>{escape(label)}</b> opbrengst niet vastgelegd</p>"
    parts = {name: owners[name] / whole for name in words.OWNERS if owners[name] > 0}
    said = ", ".join(f"{words.OWNERS[name].lower()} {words.percent(part)}" for name, part in parts.items())
    spans = "".join(
        f'<span class="own-{name}" style="width:{part * 100:.2f}%">'
        f"{f'<em>{words.percent(part)}</em>' if part >= _LEAST_LABELLED else ''}</span>"
        for name, part in parts.items()
    )
    return (
        f'{title}<div class="own-bar" role="img" aria-label="{escape(f"{label}: {said}.", quote=True)}">{spans}</div>'
    )


def _key(owners: Mapping[str, float]) -> str:
    """What every colour is, with what all techniques together have of it; a type with nothing says so."""
    items = "".join(
        f'<li><i class="own-{name}"></i><span>{escape(label)}: {_amount(owners, name)}</span></li>'
        for name, label in words.OWNERS.items()
    )
    return f'<ul class="own-key">{items}</ul>'


def _amount(owners: Mapping[str, float], name: str) -> str:
    """Nothing is 'geen' only when it is known of all production whose it is."""
    whole = sum(owners.values())
    if owners[name] and whole:
        return f"{words.power(owners[name])} ({words.percent(owners[name] / whole)})"
    return "niets vastgelegd" if owners["unknown"] or not whole else "geen"


def table(found: Local) -> pd.DataFrame:
    """One row per technique and type of owner; MWh a year and the part of that technique in per cent."""
    rows = [
        ("Alles samen" if technique == ALL else TECHNOLOGIES[technique], label, owners[name], _percent(owners, name))
        for technique, owners in found.owners.items()
        for name, label in words.OWNERS.items()
    ]
    return pd.DataFrame(rows, columns=["Techniek", "Van wie", "Opbrengst (MWh per jaar)", "Deel (%)"])


def _percent(owners: Mapping[str, float], name: str) -> float:
    whole = sum(owners.values())
    return 100 * owners[name] / whole if whole else float("nan")


def summary(found: Local) -> pd.DataFrame:
    """Strict and broad beside each other, as parts in per cent: without the unknown, and from none to all of it."""
    rows = []
    for definition in (Definition.BROAD, Definition.STRICT):
        stands = found.measured(definition).stands
        band = (getattr(stands.band, "low", float("nan")) * 100, getattr(stands.band, "high", float("nan")) * 100)
        share = stands.share * 100 if isinstance(stands.share, float) else float("nan")
        rows.append((words.DEFINITIONS[definition], share, *band, stands.unknown * 100, stands.n, stands.of))
    columns = ["Telling", "Lokaal (%)", "Minstens (%)", "Hoogstens (%)", "Onbekend (%)", "Projecten", "Van"]
    return pd.DataFrame(rows, columns=columns)

"""What a brought workbook would do to the register, in Dutch: sentences, and tables with a row per cell. Whoever shows it escapes it."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.domain.register.fields import Field, Value
from transition.domain.register.kinds import KINDS
from transition.door.grid import Kind as CellKind
from transition.door.trouble import Trouble
from transition.register.answers import ChangeSet
from transition.register.workbook.bring import Seen
from transition.register.workbook.outcome import CellChange, CellClash, Comparison
from transition.views import record_words, text

COLUMNS = ("Blad", "Cel", "Waarvan", "Veld", "Nu", "Straks")
CLASH_COLUMNS = ("Blad", "Cel", "Waarvan", "Veld", "Stond er bij het downloaden", "Staat er nu", "In uw werkmap")
NEW, GONE = "nieuw", "gaat weg"
_MOST_NAMED = 8
"""More names are no longer read."""


def summary(seen: Seen) -> str:
    """How much would change, in a few sentences."""
    words = _summary(seen.comparison)
    return f"Dit zou er verder veranderen. {words}" if seen.troubles and not seen.comparison.changes_nothing else words


def _summary(comparison: Comparison) -> str:
    new = {(one.kind, one.id) for one in comparison.changes if one.is_new}
    gone = [one for one in comparison.changes if not one.field]
    cells = [one for one in comparison.changes if not one.is_new and one.field]
    said = [
        _counted(len(cells), "Er verandert 1 cel", "Er veranderen {} cellen"),
        _counted(len(new), "Er komt 1 rij bij", "Er komen {} rijen bij"),
        _counted(len(gone), "Er gaat 1 rij weg", "Er gaan {} rijen weg"),
        _counted(
            len(comparison.clashes),
            "Bij 1 cel heeft iemand anders intussen iets gewijzigd: kies daar zelf",
            "Bij {} cellen heeft iemand anders intussen iets gewijzigd: kies daar zelf",
        ),
    ]
    return (
        " ".join(part for part in said if part)
        or "Alles in deze werkmap staat al zo in het register. Er verandert niets."
    )


def changes(seen: Seen) -> pd.DataFrame:
    """One row per cell that would change; `COLUMNS`."""
    rows = [(one.sheet, one.cell, whose(seen, one.kind, one.id), *_words(seen, one)) for one in seen.comparison.changes]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)


def on_screen(table: pd.DataFrame) -> pd.DataFrame:
    """The same in fewer columns, so that a small screen shows what stands there now and what will."""
    place = table["Blad"] + " " + table["Cel"]
    what = table["Waarvan"] + ": " + table["Veld"]
    return pd.concat([place.rename("Cel"), what.rename("Wat"), table.iloc[:, 4:]], axis=1)


def clashes(seen: Seen) -> pd.DataFrame:
    """One row per cell that somebody else changed too; `CLASH_COLUMNS`."""
    rows = [
        (one.sheet, one.cell, whose(seen, one.kind, one.id), field_label(one), *(clash_words(seen, one)))
        for one in seen.comparison.clashes
    ]
    return pd.DataFrame(rows, columns=list(CLASH_COLUMNS), dtype=str)


def clash_words(seen: Seen, one: CellClash) -> tuple[str, str, str]:
    """What stood there, what stands there, what the file says."""
    if not one.field:
        return "zoals u het downloadde", "intussen gewijzigd", GONE
    if (one.kind, one.id) not in seen.brought.kept:
        return "stond er nog niet", shown(seen, one, one.theirs), shown(seen, one, one.mine)
    return shown(seen, one, one.base), shown(seen, one, one.theirs), shown(seen, one, one.mine)


def field_label(one: CellChange | CellClash) -> str:
    """The label of the column; of the record itself: 'de hele rij'."""
    return record_words.label(KINDS[one.kind], one.field) if one.field else "de hele rij"


def shown(seen: Seen, one: CellChange | CellClash, value: Value) -> str:
    """A value of the cell in words."""
    return record_words.shown(_field(one), value, seen.names)


def whose(seen: Seen, kind: str, id: str) -> str:
    """By what people know the record: 'Mijlpaal W3 (Kade)'."""
    declared, row = KINDS[kind], seen.comparison.rows.get((kind, id))
    if row is None:
        return f"{declared.label} {id}"
    title = _typed(seen, row.cells, declared.title) or seen.names.get(id, id)
    owner = _typed(seen, row.cells, declared.parent) if declared.parent else ""
    return f"{declared.label} {title}" + (f" ({owner})" if owner else "")


def changed(seen: Seen, records: Sequence[tuple[str, str]]) -> str:
    """What a workbook changed, by name: 'Gewijzigd: Gebied Kade, Mijlpaal W3 (Kade) en nog 12.'; `records`: kind and id."""
    names = [whose(seen, kind, id) for kind, id in records]
    rest = len(names) - _MOST_NAMED
    named = [*names[:_MOST_NAMED], *([f"nog {text.number(rest)}"] if rest > 0 else [])]
    return f"Gewijzigd: {text.enumeration(named)}."


def troubles(found: Sequence[Trouble]) -> list[dict[str, str]]:
    """Troubles as `views.brought` shows them."""
    return [one.as_dict() for one in found]


def refusal(number: int) -> str:
    """How many things are wrong, in a sentence or two."""
    what = "Eén ding klopt niet." if number == 1 else f"{text.number(number)} dingen kloppen niet."
    return f"{what} Er is niets overgenomen. Verbeter de werkmap, bewaar die, en kies die opnieuw."


def notice(warning: Trouble) -> str:
    """A warning with its place: "Mijlpalen C36: 'X9' is geen stap … . Kies een van de stappen …"."""
    place = f"{warning.sheet} {warning.cell}: " if warning.sheet else ""
    return " ".join(record_words.sentence(part) for part in (f"{place}{warning.what}", warning.remedy) if part)


def undo_reason(number: int) -> str:
    """Why a change set was taken back, as it is kept: so the page knows that it was."""
    return f"Wijziging {number} ongedaan gemaakt."


def change_set(one: ChangeSet) -> str:
    """What an earlier workbook did: 'register.xlsx, op 23 november 2026 om 14.05 uur: 3 mijlpalen, 1 gebied'."""
    counted = [f"{KINDS[kind].label.lower()}: {number}" for kind, number in one.counts.items() if kind in KINDS]
    return f"{one.file_name or one.why}, {record_words.by_whom(one.who, one.at)} ({', '.join(counted)})"


def _words(seen: Seen, one: CellChange) -> tuple[str, str, str]:
    if not one.field:
        return "de hele rij", "staat in het register", GONE
    now = NEW if one.is_new else shown(seen, one, one.old)
    return field_label(one), now, shown(seen, one, one.new)


def _field(one: CellChange | CellClash) -> Field:
    return KINDS[one.kind].by_name[one.field]


def _typed(seen: Seen, cells: Mapping[str, object], name: str) -> str:
    """What stands in a cell of the row that says what the row is."""
    cell = cells.get(name)
    words = str(getattr(cell, "value", "") or "")
    if not words:
        return ""
    if getattr(cell, "kind", None) is CellKind.DATE:
        return text.day(words)
    return seen.names.get(words, words)


def _counted(number: int, one: str, more: str) -> str:
    return f"{(one if number == 1 else more).format(text.number(number))}." if number else ""

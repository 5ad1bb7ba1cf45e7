"""The first sheet of the workbook: what it is and how to fill it in, in plain Dutch."""

from typing import Any

from transition.domain.register.kinds import KINDS
from transition.register.workbook import template
from transition.register.workbook.scope import SHEETS, About, Scope

_STEPS = (
    "Wijzig een cel op een van de bladen. Alleen wat u wijzigt, verandert straks.",
    "Iets nieuws? Vul een lege rij onder de andere in. Laat 'Kenmerk' leeg: dat krijgt de rij vanzelf.",
    "Moet een rij weg? Zet 'ja' in de laatste kolom. Een rij die u uit het werkblad haalt, blijft gewoon bestaan.",
    "Maakt u een cel leeg, dan staat er straks 'niet vastgelegd'.",
    "Bewaar de werkmap als .xlsx. Kies die daarna op dezelfde pagina. U ziet eerst wat er verandert, en bevestigt dan.",
)
_MORE = (
    "De fase van een gebied volgt uit de stappen op blad 'Mijlpalen'. Is een stap gehaald? Vul de dag in bij 'Gehaald'.",
    "Moet die dag nog komen? Zet hem dan bij 'Gepland', of bij 'Herzien' met de reden.",
    "Een vette kolomnaam is verplicht. Houd de muis op een kolomnaam voor uitleg.",
    "Een datum is bijvoorbeeld 3-11-2026. Een getal is bijvoorbeeld 1234,5. Een aandeel is bijvoorbeeld 25%.",
    "Meer dan één code of kenmerk in een cel? Zet er een puntkomma tussen.",
    "Heeft iemand anders intussen hetzelfde gewijzigd? Dan ziet u beide en kiest u.",
    "Namen, telefoonnummers en e-mailadressen van contactpersonen staan niet in deze werkmap.",
    "Er kunnen concepten en vertrouwelijke gegevens in staan. Geef de werkmap niet zomaar door.",
)


def write(book: Any, scope: Scope, name: str, is_example: bool) -> None:
    """Adds the sheet."""
    sheet = book.add_worksheet(template.READ_ME)
    title = book.add_format({"bold": True, "font_size": 16})
    head = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    sheet.hide_gridlines(2)
    what = "gemeente" if scope.about is About.MUNICIPALITY else "community"
    sheet.write_string(0, 0, template.unmarked(f"Register van {name}"), title)
    lines = [("Waarover", f"Alles wat in de Regiemonitor is vastgelegd over {what} {name} ({scope.id}).")]
    if is_example:
        lines.append(("Let op", "Voorbeeldgegevens (fictief)"))
    lines += [(f"Stap {number}", sentence) for number, sentence in enumerate(_STEPS, start=1)]
    lines += [("Goed om te weten" if not at else "", sentence) for at, sentence in enumerate(_MORE)]
    lines += [(f"Blad '{KINDS[id].plural}'", KINDS[id].note) for id in SHEETS[scope.about]]
    lines.append(("Versie van de werkmap", str(template.EDITION)))
    for row, (word, sentence) in enumerate(lines, start=2):
        sheet.write_string(row, 0, word, head)
        sheet.write_string(row, 1, template.unmarked(sentence), wrap)

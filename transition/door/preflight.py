"""What a file really is, judged by its first bytes and its table of contents, before any reader touches it."""

import zipfile
from pathlib import Path

from transition.door.trouble import NotTaken, Trouble, shown

MOST_BYTES = 10_000_000
MOST_UNPACKED_BYTES = 200_000_000
MOST_TIMES_LARGER = 200
"""A part of a workbook packs 10 to 60 times; a zip bomb a thousand times."""
BOMB_FROM_BYTES = 1_000_000
MOST_PARTS = 2_000

_SAVE_AS = "Open het in Excel of LibreOffice, kies 'Opslaan als' en bewaar het als .xlsx of .csv"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FORMS = {
    b"%PDF": "een PDF",
    b"\x89PNG": "een plaatje",
    b"GIF8": "een plaatje",
    b"\xff\xd8\xff": "een plaatje",
    b"Rar!": "een ingepakt bestand (rar)",
    b"7z\xbc\xaf": "een ingepakt bestand (7z)",
    b"\x1f\x8b": "een ingepakt bestand (gzip)",
    b"PAR1": "een Parquet-bestand",
    b"SQLite": "een database",
    b"{\\rtf": "een tekstdocument",
}


def form_of(file: Path) -> str:
    """'xlsx', 'xls' or 'csv', by content and not by name. Raises NotTaken for what cannot or may not be read."""
    size = file.stat().st_size
    if size == 0:
        raise NotTaken(Trouble("het bestand is leeg", "Kies het goede bestand, of bewaar het opnieuw"))
    if size > MOST_BYTES:
        raise NotTaken(
            Trouble(
                f"het bestand is {size / 1e6:.1f} MB; hoogstens {MOST_BYTES // 1_000_000} MB wordt gelezen".replace(
                    ".", ","
                ),
                "Haal weg wat niet nodig is (andere bladen, plaatjes), of verdeel het over meer bestanden",
            )
        )
    with file.open("rb") as handle:
        start = handle.read(4096)
    if start.startswith(b"PK"):
        return _of_zip(file)
    if start.startswith(_OLE):
        return _of_ole(file)
    for sign, form in _OTHER_FORMS.items():
        if start.startswith(sign):
            raise NotTaken(Trouble(f"dit is {form}, geen werkmap of CSV", _SAVE_AS))
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise NotTaken(
            Trouble(
                "dit is een webpagina of XML met de naam van een werkmap",
                f"{_SAVE_AS}. Sommige websites leveren zo'n bestand als .xls",
            )
        )
    return "csv"


def _of_zip(file: Path) -> str:
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise NotTaken(broken()) from error
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS:
        raise NotTaken(Trouble(f"de werkmap heeft {len(parts)} onderdelen; hoogstens {MOST_PARTS} is gewoon", _SAVE_AS))
    if any(part.flag_bits & 0x1 for part in parts):
        raise NotTaken(locked())
    _no_bomb(parts)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise NotTaken(_macros())
    if any(name.startswith("xl/") and name.endswith("workbook.bin") for name in names):
        raise NotTaken(Trouble("dit is een binaire werkmap (.xlsb)", _SAVE_AS))
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        other = "een OpenDocument-bestand" if "content.xml" in names else "een ingepakt bestand"
        raise NotTaken(Trouble(f"dit is {other}, geen werkmap van Excel", _SAVE_AS))
    return "xlsx"


def _no_bomb(parts: list[zipfile.ZipInfo]) -> None:
    total = sum(part.file_size for part in parts)
    for part in parts:
        times = part.file_size / max(part.compress_size, 1)
        if part.file_size > BOMB_FROM_BYTES and times > MOST_TIMES_LARGER:
            raise NotTaken(
                Trouble(
                    f"onderdeel '{shown(part.filename)}' wordt uitgepakt {times:.0f} keer zo groot; "
                    f"hoogstens {MOST_TIMES_LARGER} keer wordt gelezen",
                    "Kopieer alleen de cellen die u nodig hebt naar een nieuwe werkmap, en breng die",
                )
            )
    if total > MOST_UNPACKED_BYTES:
        raise NotTaken(
            Trouble(
                f"de werkmap wordt uitgepakt {total / 1e6:.0f} MB; hoogstens {MOST_UNPACKED_BYTES // 1_000_000} MB wordt gelezen",
                "Haal weg wat niet nodig is, of verdeel het over meer bestanden",
            )
        )


def _of_ole(file: Path) -> str:
    """Old .xls; but a workbook with a password and old Word documents come in the same wrapping."""
    content = file.read_bytes()

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if has("EncryptedPackage"):
        raise NotTaken(locked())
    if has("_VBA_PROJECT"):
        raise NotTaken(_macros())
    if not (has("Workbook") or has("Book")):
        raise NotTaken(Trouble("dit is geen werkmap van Excel", _SAVE_AS))
    return "xls"


def _macros() -> Trouble:
    return Trouble(
        "de werkmap heeft macro's; die worden niet gelezen",
        "Kies in Excel 'Opslaan als' en bewaar het als gewone werkmap (.xlsx)",
    )


def locked() -> Trouble:
    """A workbook with a password."""
    return Trouble(
        "de werkmap heeft een wachtwoord",
        "Haal in Excel het wachtwoord weg (Bestand, Info, Werkmap beveiligen) en bewaar het opnieuw",
    )


def broken() -> Trouble:
    """A file that stops halfway or does not hold together."""
    return Trouble(
        "het bestand is beschadigd of niet compleet",
        "Download het opnieuw, of open het in Excel en bewaar het opnieuw",
    )

"""Reads the XML parts of a workbook as a stream: no document types, no entities, nothing kept but what a handler keeps."""

import zipfile
from collections.abc import Callable
from xml.parsers import expat

from transition.door.preflight import broken
from transition.door.trouble import NotTaken, Trouble, shown

_AT_A_TIME = 65_536
_LONGEST_SMALL_PART = 20_000_000

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def stream(package: zipfile.ZipFile, name: str, start: Start, end: End, text: Text) -> None:
    """Sends the elements of one part to the handlers; names come without their namespace prefix. Raises NotTaken."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise NotTaken(
            Trouble(
                f"onderdeel '{shown(name)}' heeft een documenttype of verwijzingen (DOCTYPE, ENTITY)",
                "Excel maakt zulke bestanden niet. Kopieer de cellen naar een nieuwe werkmap, en breng die",
            )
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse  # type: ignore[assignment]
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        with package.open(name) as part:
            while block := part.read(_AT_A_TIME):
                parser.Parse(block, False)
            parser.Parse(b"", True)
    except (expat.ExpatError, zipfile.BadZipFile, EOFError, OSError, KeyError, RuntimeError, ValueError) as error:
        raise NotTaken(broken()) from error
    except NotImplementedError as error:  # a way of packing that zipfile does not know
        raise NotTaken(broken()) from error
    except Exception as error:  # zlib.error has no common parent with the others
        if type(error).__module__ == "zlib":
            raise NotTaken(broken()) from error
        raise


def elements(package: zipfile.ZipFile, name: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element called `wanted`, in order; for small parts. Attribute names come without prefix."""
    if package.getinfo(name).file_size > _LONGEST_SMALL_PART:
        raise NotTaken(broken())
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == wanted:
            found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})

    stream(package, name, start, lambda _: None, lambda _: None)
    return found

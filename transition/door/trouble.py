"""What is wrong with a file someone brought, in Dutch words: where, what was found, and what to do about it."""

from dataclasses import asdict, dataclass

MOST_TOLD = 200
"""How many troubles of one file are told one by one."""


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong. `cell` is an address such as 'B7'; `value` is what stands there; both '' when it is about more."""

    what: str
    remedy: str
    sheet: str = ""
    cell: str = ""
    value: str = ""

    def sentence(self, file: str) -> str:
        """All of it as one line of plain Dutch."""
        where = [f"bestand '{file}'"]
        if self.sheet:
            where.append(f"blad '{self.sheet}'")
        if self.cell:
            where.append(f"cel {self.cell}")
        found = f" (gevonden: '{self.value}')" if self.value else ""
        return f"{', '.join(where)}: {self.what}{found}. {self.remedy}".replace("\n", " ")

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return asdict(self)


class NotTaken(Exception):
    """A brought file is not taken, and nothing of it is: every trouble that was found, in the order of the file."""

    def __init__(self, *troubles: Trouble) -> None:
        if not troubles:
            raise ValueError("een weigering noemt ten minste één reden")
        self.troubles = troubles
        super().__init__("; ".join(trouble.what for trouble in troubles[:3]))


def shown(value: object) -> str:
    """A cell's content as it may stand in a message: one line, at most 60 signs, nothing invisible."""
    value = f"{value:.10g}".replace(".", ",") if isinstance(value, float) else value
    text = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return text if len(text) <= 60 else f"{text[:57]}..."


_NO_MARKUP = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "`": "'", "*": "∗", "\n": " ", "\r": " "})


def harmless(sentence: str) -> str:
    """A sentence with words from a file, that stays a sentence wherever it is shown: no link, picture, code or tag."""
    return sentence.translate(_NO_MARKUP)

"""Communities, their sessions and lessons, and parties, as Dutch tables to show and to download. Never contact data."""

from collections.abc import Mapping

import pandas as pd

from transition.domain.register.choices import COMMUNITY_STATES, PARTY_TYPES, THEMES, YES_NO_UNKNOWN
from transition.metrics.communities import several
from transition.views import area_words, text
from transition.views.record_words import NOT_RECORDED, is_nothing

Names = Mapping[str, str]
"""Code or id -> name."""


def theme(theme: str, note: object) -> str:
    """'Energiehub'; for another theme the words people gave it."""
    return (
        f"{THEMES[theme]}: {note}" if theme == "other" and isinstance(note, str) and note else THEMES.get(theme, theme)
    )


def described(parties: pd.DataFrame) -> dict[str, str]:
    """Party -> what it is called, with what kind it is: 'Provincie Noord (provincie)'. parties: index 'id', name, type."""
    kinds = {type: f"{label[:1].lower()}{label[1:]}" for type, label in PARTY_TYPES.items()}
    rows = zip(parties.index.tolist(), parties["name"].tolist(), parties["type"].tolist(), strict=True)
    return {id: f"{name} ({kinds[type]})" if type in kinds else str(name) for id, name, type in rows}


def hosts(ids: object, parties: Names) -> str:
    """'Provincie Noord (provincie) en Netbeheer Oost (netbeheerder)'; '' when none is recorded, an id for one that is gone."""
    return text.enumeration([parties.get(id, id) for id in several(ids)])


def counted(number: float, one: str, more: str, none: str = "") -> str:
    """'1 gebied', '12 gebieden', or for zero `none`."""
    if not number and none:
        return none
    return f"{text.number(number)} {one if number == 1 else more}"


def listing(found: pd.DataFrame, parties: Names, names: Names) -> pd.DataFrame:
    """A row per community of `metrics.communities.overview`. parties: of `described`. names: of municipalities and regions."""
    return pd.DataFrame(
        {
            "Community": found["name"],
            "Thema": [theme(*row) for row in zip(found["theme"], found["theme_note"], strict=True)],
            "Co-hosts": [hosts(ids, parties) or NOT_RECORDED for ids in found["co_hosts"]],
            "Regio": [_named(region, names) for region in found["region"]],
            "Gemeenten": [
                text.enumeration([names.get(c, c) for c in several(m)]) or NOT_RECORDED for m in found["municipalities"]
            ],
            "Aantal gebieden": found["areas_count"],
            "Stand": found["state"].map(COMMUNITY_STATES),
            "Laatste bijeenkomst": [area_words.day(when) for when in found["last_session"]],
            "Lessen": found["lessons_count"],
        },
    ).reset_index(drop=True)


def _named(code: object, names: Names) -> str:
    return names.get(code, code) if isinstance(code, str) and code else NOT_RECORDED


def areas(found: pd.DataFrame, cards: Names, names: Names) -> pd.DataFrame:
    """A row per area of a community. found: of `metrics.area_processes.overview`. cards: card -> how it is called. names: of areas."""
    rows = [
        (
            row["name"],
            text.enumeration([names.get(code, code) for code in several(row["municipalities"])]),
            area_words.phase(row),
            area_words.next_step(row),
            area_words.lead(row),
            NOT_RECORDED if is_nothing(row["method_card"]) else cards.get(row["method_card"], row["method_card"]),
        )
        for _, row in found.iterrows()
    ]
    return pd.DataFrame(
        rows, columns=["Gebied", "Gemeente", "Trede van de ladder", "Volgende stap", "Trekker", "Methodekaart"]
    )


def _or_nothing(words: object) -> str:
    return NOT_RECORDED if is_nothing(words) else str(words)


def sessions(found: pd.DataFrame) -> pd.DataFrame:
    """A row per session of a community."""
    return pd.DataFrame(
        {
            "Datum": [area_words.day(when) for when in found["held_on"]],
            "Onderwerp": found["title"],
            "Deelnemers": [
                NOT_RECORDED if is_nothing(count) else text.number(count) for count in found["participants_count"]
            ],
            "Samenvatting": [_or_nothing(words) for words in found["summary"]],
            "Verslag": [_or_nothing(link) for link in found["link"]],
        }
    ).reset_index(drop=True)


def lessons(found: pd.DataFrame) -> pd.DataFrame:
    """A row per lesson of `metrics.communities.lessons`."""
    return pd.DataFrame(
        {
            "Community": [_or_nothing(name) for name in found["community_name"]],
            "Les": found["title"],
            "Uitleg": [_or_nothing(words) for words in found["text"]],
            "Gebied": [_or_nothing(name) for name in found["area_name"]],
            "Datum": [area_words.day(when) for when in found["learned_on"]],
            "Meer lezen": [_or_nothing(link) for link in found["link"]],
        }
    ).reset_index(drop=True)


def parties(found: pd.DataFrame, names: Names) -> pd.DataFrame:
    """A row per party; contact data is not in it. names: of municipalities."""
    return pd.DataFrame(
        {
            "Partij": found["name"],
            "Soort": found["type"].map(PARTY_TYPES),
            "Gemeente": [_named(code, names) for code in found["municipality"]],
            "Lokaal": [YES_NO_UNKNOWN.get(word, NOT_RECORDED) for word in found["is_local"].fillna("")],
            "Leden": [NOT_RECORDED if is_nothing(count) else text.number(count) for count in found["members_count"]],
            "Website": [_or_nothing(link) for link in found["website"]],
        }
    ).reset_index(drop=True)

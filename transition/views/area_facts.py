"""The main facts of one area process as cards, the next decision first. Every text is escaped."""

from html import escape

import pandas as pd

from transition.domain.areas import Area
from transition.domain.register import choices
from transition.views import area_decisions, area_list, area_sentences, figure_html, text
from transition.views import area_words as words
from transition.views.record_words import NOT_RECORDED, is_nothing


def html(row: pd.Series, areas: dict[str, Area]) -> str:
    """row: of `metrics.area_processes.overview`."""
    cards = (
        ("Volgende besluit", *_decision(row)),
        ("Fase", words.phase(row), _ladder(row)),
        ("Trekker", words.lead(row), ""),
        ("Dekking", words.covered(row), f"gat {words.euros(row['gap'])}" if not is_nothing(row["gap"]) else ""),
        ("Eigenaarschap volgens de gemeente", *_levels(row)),
        ("Waar en wat", area_list.places(row["municipalities"], areas), _about(row)),
        (
            "Register laatst gewijzigd",
            words.changed(row),
            "" if is_nothing(row["changed_by"]) else f"door {row['changed_by']}",
        ),
    )
    return f'<dl class="area-facts">{"".join(_card(at, *card) for at, card in enumerate(cards))}</dl>'


def top(row: pd.Series, areas: dict[str, Area]) -> str:
    """The facts with what is said above and below them: where it stands, what people wrote of it, and what is not recorded."""
    wrote = "".join(
        f"<p><strong>{escape(label)}.</strong> {escape(said)}</p>" for label, said in area_sentences.told(row).items()
    )
    stands = f'<p class="area-sentence">{escape(area_sentences.where_it_stands(row))}</p>'
    return f"{stands}{html(row, areas)}{wrote}{figure_html.note(area_sentences.not_recorded(row))}"


def _card(at: int, label: str, said: str, more: str) -> str:
    small = f"<small>{escape(more)}</small>" if more else ""
    first = "" if at else ' class="area-first"'
    return f"<div{first}><dt>{escape(label)}</dt><dd>{escape(said)}{small}</dd></div>"


def _decision(row: pd.Series) -> tuple[str, str]:
    """The first planned decision; without one the next step, when it is known who decides on it."""
    title, when = area_decisions.coming(row)
    if title:
        by = "" if is_nothing(row["decision_by"]) else f", {choices.DECIDERS[str(row['decision_by'])]}"
        hidden = area_decisions.hidden(row["decision_visibility"])
        return title, f"{when}{by}{f' ({hidden.lower()})' if hidden else ''}"
    if not is_nothing(row["next_by"]):
        step = words.step(row["next_code"], row["next_label"])
        return step, f"{words.when_due(row)}, {choices.DECIDERS[str(row['next_by'])]}"
    return "geen gepland besluit vastgelegd", ""


def _ladder(row: pd.Series) -> str:
    place = words.phase_place(row)
    done = (
        "" if is_nothing(row["done"]) else f"{text.number(row['done'])} van {text.number(row['steps'])} stappen gehaald"
    )
    return ", ".join(part for part in (f"trede {place} van {len(words.LADDER)}" if place else "", done) if part)


def _levels(row: pd.Series) -> tuple[str, str]:
    """Both sides, beside each other."""
    return words.level(row["level_municipality"]), f"volgens de lokale partij: {words.level(row['level_local'])}"


def _about(row: pd.Series) -> str:
    size = [
        f"{text.number(row[name])} {what}"
        for name, what in (("dwellings_count", "woningen"), ("companies_count", "bedrijven"))
        if not is_nothing(row[name])
    ]
    community = [] if is_nothing(row["community_name"]) else [f"community {row['community_name']}"]
    begun = [] if is_nothing(row["start"]) else [f"begonnen op {words.day(row['start'])}"]
    return ", ".join((area_list.theme(row), *size, *community, *begun)) or NOT_RECORDED

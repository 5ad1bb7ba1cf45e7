"""What has to hold between the fields of one record."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

from transition.domain.register.choices import ACTORS, TARGET_SCOPES
from transition.domain.register.fields import Problem, Value
from transition.register.proposal import Step
from transition.register.wording import day, enumeration, share

SHARES = ("share_residents", "share_public", "share_local_business", "share_not_local", "share_unknown")
_ROUNDING = 0.0005
"""Shares are written in tenths of a percent."""
_IN_ORDER = ("started_on", "permitted_on", "building_from", "realised_on")
Values = dict[str, Value]


def problems(step: Step, going_back: bool) -> Iterator[Problem]:
    """What is wrong with one record as a whole. `going_back`: it is brought back to what it was, so that fixed fields may change."""
    if step.after is None or not step.changed:
        return
    for rule in _RULES.get(step.edit.kind, ()):
        yield from rule(step, step.after)
    if step.edit.kind == "milestone" and not going_back:
        yield from _first_plan_stays(step, step.after)


def _shares_are_whole(step: Step, after: Values) -> Iterator[Problem]:
    filled = [value for name in SHARES if isinstance(value := after[name], float)]
    left = 1 - sum(filled)
    if not filled or abs(left) <= _ROUNDING or not step.changed & set(SHARES):
        return
    together = f"De aandelen zijn samen {share(1 - left)}."
    if left > 0:
        remedy = f"Samen zijn ze 100%. Weet u {share(left)} niet? Vul dat in bij 'Aandeel onbekend'."
        yield step.problem("share_unknown", together, remedy)
    else:
        yield step.problem("share_residents", together, "Samen zijn ze 100%. Maak een van de aandelen kleiner.")


def _dates_are_in_order(step: Step, after: Values) -> Iterator[Problem]:
    if not step.changed & set(_IN_ORDER):
        return
    filled = [(name, value) for name in _IN_ORDER if isinstance(value := after[name], date)]
    for (earlier, first), (later, second) in pairwise(filled):
        if second < first:
            labels = step.kind.by_name
            yield step.problem(
                later,
                f"'{labels[later].label}' ({day(second)}) is eerder dan '{labels[earlier].label}' ({day(first)}).",
                "Controleer beide datums.",
            )


def _project_is_complete(step: Step, after: Values) -> Iterator[Problem]:
    if after["capacity"] is not None and after["capacity_unit"] is None:
        yield step.problem("capacity_unit", "Bij het vermogen staat geen eenheid.", "Kies MW of kWp.")
    if (after["latitude"] is None) != (after["longitude"] is None):
        empty = "latitude" if after["latitude"] is None else "longitude"
        label = step.kind.by_name[empty].label
        yield step.problem(
            empty, f"'{label}' is leeg.", "Vul breedtegraad en lengtegraad allebei in, of geen van beide."
        )
    if after["status"] == "realised" and after["realised_on"] is None:
        yield step.warning("realised_on", "Het project is gerealiseerd, maar 'Klaar op' is leeg.", "Vul de datum in.")
    if after["realised_on"] is not None and after["status"] in ("developing", "permitted", "building"):
        yield step.warning(
            "status", "'Klaar op' is ingevuld, maar de stand is nog niet 'Gerealiseerd'.", "Pas de stand aan."
        )


def _lead_is_consistent(step: Step, after: Values) -> Iterator[Problem]:
    if after["lead_state"] == "lead" and after["lead"] is None:
        remedy = "Kies wie trekt. Is er geen trekker, of weet u het niet? Kies dat dan bij 'Trekker'."
        yield step.problem("lead", "Er is een trekker, maar er staat niet wie.", remedy)
    if after["lead_state"] in ("no_lead", "unknown") and after["lead"] is not None:
        remedy = "Kies bij 'Trekker' voor 'Er is een trekker', of maak 'Wie trekt' leeg."
        yield step.problem("lead_state", "Er staat wie trekt, maar bij 'Trekker' staat iets anders.", remedy)


def _codes_have_a_year(step: Step, after: Values) -> Iterator[Problem]:
    if after["location_codes"] is not None and after["location_year"] is None:
        what = "Bij de codes van wijken en buurten staat geen jaar."
        yield step.problem("location_year", what, "Vul het jaar in waarvan deze codes zijn.")


def _revision_has_a_reason(step: Step, after: Values) -> Iterator[Problem]:
    if after["revised"] is None:
        return
    if after["revised_because"] is None:
        yield step.problem("revised_because", "De planning is herzien, maar er staat niet waarom.", "Vul de reden in.")
    if after["planned"] is None:
        remedy = "Weet u de eerste planning? Vul die in bij 'Gepland'."
        yield step.warning("planned", "Er is een herziene datum, maar geen eerste planning.", remedy)


def _first_plan_stays(step: Step, after: Values) -> Iterator[Problem]:
    first = step.old.get("planned")
    if isinstance(first, date) and after["planned"] != first:
        remedy = "De eerste planning blijft staan. Zet de nieuwe datum bij 'Herzien', met de reden."
        yield step.problem("planned", f"De eerste planning was {day(first)}.", remedy)


def _one_is_accountable(step: Step, after: Values) -> Iterator[Problem]:
    if not step.changed & {*ACTORS, "activity"}:
        return
    accountable = [ACTORS[actor] for actor in ACTORS if after[actor] in ("A", "RA")]
    activity = step.kind.by_name["activity"].choices.get(str(after["activity"]), "dit onderwerp")
    if not accountable:
        yield step.problem(
            "council", f"Bij '{activity}' is niemand eindverantwoordelijk.", "Geef precies één partij A of R/A."
        )
    if len(accountable) > 1:
        what = f"Bij '{activity}' zijn er {len(accountable)} eindverantwoordelijk: {enumeration(accountable)}."
        yield step.problem("council", what, "Geef precies één partij A of R/A.")


def _cover_says_how_sure(step: Step, after: Values) -> Iterator[Problem]:
    if after["kind"] != "cover":
        return
    if after["certainty"] is None:
        yield step.warning(
            "certainty", "Er staat niet hoe zeker deze dekking is.", "Kies toegezegd, aangevraagd of verwacht."
        )
    if after["certainty"] == "committed" and after["decided_on"] is None:
        yield step.warning(
            "decided_on", "Deze dekking is toegezegd, maar de datum van het besluit ontbreekt.", "Vul de datum in."
        )


def _target_is_somewhere(step: Step, after: Values) -> Iterator[Problem]:
    scope, of_area = str(after["scope"]), after["scope"] == "area"
    if scope not in TARGET_SCOPES:
        return
    if of_area and after["area"] is None:
        yield step.problem("area", "Dit is een doel van een gebied, maar er staat niet welk.", "Kies het gebied.")
    if not of_area and after["code"] is None:
        yield step.problem(
            "code", "Er staat niet van welk land, welke regio of welke gemeente dit doel is.", "Vul de code in."
        )
    if of_area and after["code"] is not None:
        yield step.problem("code", "Bij een doel van een gebied hoort geen code.", "Maak 'Code' leeg.")
    if not of_area and after["area"] is not None:
        yield step.problem(
            "area", "Dit doel is niet van een gebied, maar er staat wel een gebied.", "Maak 'Gebied' leeg."
        )


def _target_comes_after_its_start(step: Step, after: Values) -> Iterator[Problem]:
    year, start = after["year"], after["baseline_year"]
    if isinstance(year, int) and isinstance(start, int) and year <= start:
        yield step.problem(
            "year", f"Het doeljaar ({year}) komt niet na het beginjaar ({start}).", "Controleer beide jaren."
        )
    if after["baseline"] is not None and start is None:
        yield step.problem(
            "baseline_year", "Er is een beginwaarde, maar geen beginjaar.", "Vul het jaar van de beginwaarde in."
        )


def _is_not_made_of_itself(step: Step, after: Values) -> Iterator[Problem]:
    if after["derived_from"] == step.edit.id:
        yield step.problem(
            "derived_from", "Deze kaart is gemaakt van zichzelf.", "Kies een andere kaart, of maak dit leeg."
        )


_RULES: dict[str, tuple[Callable[[Step, Values], Iterator[Problem]], ...]] = {
    "project": (_shares_are_whole, _dates_are_in_order, _project_is_complete),
    "area_process": (_lead_is_consistent, _codes_have_a_year),
    "milestone": (_revision_has_a_reason,),
    "role": (_one_is_accountable,),
    "method_role": (_one_is_accountable,),
    "finance_line": (_cover_says_how_sure,),
    "target": (_target_is_somewhere, _target_comes_after_its_start),
    "method_card": (_is_not_made_of_itself,),
}

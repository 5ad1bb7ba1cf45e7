"""What has to hold between a record and those around it: what it refers to, what refers to it, its area, its likes."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transition.domain.register.choices import LOCAL_PARTY_TYPES, PARTY_TYPES
from transition.domain.register.fields import Kind, Problem, Value
from transition.domain.register.kinds import KINDS
from transition.register.proposal import Proposal, Step
from transition.register.wording import enumeration, number

_SHOWN = 3


def problems(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    """What is wrong around the records of these steps, whose fields hold on their own."""
    for edit in proposal.twice:
        what = f"'{edit.id}' staat er twee keer in."
        yield Problem(edit.kind, edit.id, "", what, "Houd één van de twee over.")
    for rule in (
        _references_exist,
        _nothing_refers_to_what_goes,
        _goes_with_it,
        _each_is_there_once,
        _lead_is_local,
        _local_lead_does_something,
        _cover_is_not_above_cost,
        _milestone_is_of_the_card,
    ):
        yield from rule(proposal, steps)


def _references_exist(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    asked: dict[str, list[tuple[Step, str, str]]] = {}
    for step in steps:
        for name in step.changed:
            one, value = step.kind.by_name[name], (step.after or {}).get(name)
            if one.refers_to and value is not None:
                ids = value if isinstance(value, tuple) else (str(value),)
                asked.setdefault(one.refers_to, []).extend((step, name, str(id)) for id in ids)
    for kind, uses in asked.items():
        missing = proposal.missing(kind, {id for _, _, id in uses})
        for step, name, id in uses:
            if id in missing:
                what = f"'{id[:60]}' bij '{step.kind.by_name[name].label}' staat niet in het register."
                remedy = f"Kies er een uit de lijst, of voeg eerst een {KINDS[kind].label.lower()} met dit kenmerk toe."
                yield step.problem(name, what, remedy)


def _nothing_refers_to_what_goes(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    for kind, some in _of_removed(steps).items():
        going = {step.edit.id for step in some}
        used: dict[str, list[str]] = {}
        for other, name in _referring(kind):
            for values in proposal.referring(other, name, going):
                title = str(values.get(other.title) or other.label)
                value = values[name]
                for id in going.intersection(value if isinstance(value, tuple) else (str(value),)):
                    used.setdefault(id, []).append(f"{other.label.lower()} '{title[:60]}'")
        for step in some:
            if users := used.get(step.edit.id):
                rest = f", en nog {number(len(users) - _SHOWN)}" if len(users) > _SHOWN else ""
                what = f"Dit wordt nog gebruikt door {enumeration(users[:_SHOWN])}{rest}."
                yield step.problem("", what, "Haal het daar eerst weg.")


def _referring(kind: str) -> Iterator[tuple[Kind, str]]:
    """The fields that refer to a kind."""
    return ((other, one.name) for other in KINDS.values() for one in other.fields if one.refers_to == kind)


def _goes_with_it(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    for step in steps:
        if step.after is None and (counts := proposal.along.get((step.edit.kind, step.edit.id))):
            parts = [f"{KINDS[kind].plural} ({number(count)})" for kind, count in counts.items()]
            what = f"Wat hierbij hoort, gaat ook weg: {enumeration(parts)}."
            yield step.warning("", what, "U kunt dit later terugdraaien.")


def _each_is_there_once(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    """Two records with other ids and the same key would be counted twice."""
    by_kind: dict[str, list[Step]] = {}
    for step in steps:
        if step.after is not None and step.changed & set(step.kind.key):
            by_kind.setdefault(step.edit.kind, []).append(step)
    for id, some in by_kind.items():
        kind = KINDS[id]
        keys = proposal.keys(kind)
        times = Counter(keys.values())
        for step in some:
            if times[keys[step.edit.id]] > 1:
                labels = enumeration([f"'{kind.by_name[name].label}'" for name in kind.key])
                what = f"Er is al een {kind.label.lower()} met hetzelfde bij {labels}."
                yield step.problem(kind.title, what, "Wijzig die, of geef deze een andere naam, code of datum.")


def _lead_is_local(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    some = [step for step in steps if step.edit.kind == "area_process" and "lead" in step.changed]
    parties = proposal.after("party", "id", {_text(step.after, "lead") for step in some})
    for step in some:
        party = parties.get(_text(step.after, "lead"))
        if party is not None and party["type"] not in LOCAL_PARTY_TYPES:
            sort = PARTY_TYPES.get(str(party["type"]), "").lower()
            what = f"De trekker is geen lokale partij, maar: {sort}."
            yield step.warning("lead", what, "Is er geen lokale partij die trekt? Kies dan 'Geen trekker'.")


def _local_lead_does_something(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    roles = _by_area(proposal, steps, "role", {"lead_state"})
    areas = proposal.after("area_process", "id", roles)
    for id, rows in roles.items():
        area = areas.get(id)
        if area is None or area["lead_state"] != "lead" or not rows:
            continue
        if not any(row["local_lead"] in ("R", "RA") for row in rows):
            what = f"In '{area['name']}' voert de lokale trekker volgens de rollen niets uit."
            remedy = "Geef de lokale trekker bij minstens één onderwerp R of R/A. Anders trekt die niet echt."
            yield Problem("area_process", id, "lead", what, remedy, is_warning=True)


def _cover_is_not_above_cost(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    lines = _by_area(proposal, steps, "finance_line", set())
    areas = proposal.after("area_process", "id", lines)
    for id, rows in lines.items():
        cost, cover = (
            sum(amount for row in rows if row["kind"] == kind and isinstance(amount := row["amount"], float))
            for kind in ("cost", "cover")
        )
        if id in areas and cost and cover > cost:
            what = f"In '{areas[id]['name']}' is de dekking {number(cover)} euro. Dat is meer dan de kosten: {number(cost)} euro."
            remedy = "Staat er een post dubbel in, of ontbreken er kosten? Pas dat aan."
            yield Problem("area_process", id, "", what, remedy, is_warning=True)


def _by_area(
    proposal: Proposal, steps: Sequence[Step], kind: str, of_the_area: set[str]
) -> dict[str, list[dict[str, Value]]]:
    """The records of a kind, as they will be, of each area where one of them is edited, or one of the named fields of the area itself."""
    areas: set[str] = set()
    for step in steps:
        if step.edit.kind == kind:
            areas |= {str(values["area"]) for values in (step.old, step.after) if values}
        elif step.edit.kind == "area_process" and step.changed & of_the_area:
            areas.add(step.edit.id)
    found: dict[str, list[dict[str, Value]]] = {area: [] for area in sorted(areas)}
    for values in proposal.after(kind, "area", areas).values():
        found[str(values["area"])].append(values)
    return found


def _milestone_is_of_the_card(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    some = [step for step in steps if step.edit.kind == "milestone" and step.changed & {"code", "area"}]
    areas = proposal.after("area_process", "id", {_text(step.after, "area") for step in some})
    cards = {str(area["method_card"]) for area in areas.values() if area["method_card"]}
    codes: dict[str, set[Value]] = {}
    for phase in proposal.after("method_phase", "card", cards).values():
        codes.setdefault(str(phase["card"]), set()).add(phase["code"])
    for step in some:
        area = areas.get(_text(step.after, "area"))
        known = codes.get(_text(area, "method_card"))
        if known and step.after and step.after["code"] not in known:
            what = f"'{step.after['code']}' is geen stap van de methodekaart van dit gebied."
            remedy = f"Kies een van de stappen: {enumeration(sorted(map(str, known)))}."
            yield step.warning("code", what, remedy)


def _text(values: dict[str, Value] | None, name: str) -> str:
    return str((values or {}).get(name) or "")


def _of_removed(steps: Sequence[Step]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in steps:
        if step.after is None and step.stands:
            found.setdefault(step.edit.kind, []).append(step)
    return found

"""What has to hold for what people record, in Dutch words: what was found, what was expected, how to mend it."""

from transition.domain.register.fields import Problem
from transition.register.known import Known
from transition.register.proposal import Proposal, Step


def problems(proposal: Proposal, known: Known | None, going_back: bool = False) -> list[Problem]:  # noqa: ARG001
    """What is wrong with a proposal; warnings too."""
    return [found for step in proposal.steps for found in _required(step)]


def _required(step: Step) -> list[Problem]:
    return [
        Problem(
            step.edit.kind, step.edit.id, one.name, f"'{one.label}' is niet ingevuld.", "Vul dit in: het is verplicht."
        )
        for one in step.kind.fields
        if one.required and step.after is not None and step.after[one.name] is None
    ]

"""What has to hold for what people record, in Dutch words: what was found, what was expected, how to mend it.

Forms, workbooks and the register itself all ask here, so that the same thing is right or wrong whichever way it comes in.
"""

from datetime import date

from transition.domain.register.fields import Problem
from transition.register import code_rules, day_rules, field_rules, record_rules, step_rules, surrounding_rules
from transition.register.known import Known
from transition.register.proposal import Proposal


def problems(proposal: Proposal, known: Known | None, today: date, going_back: bool = False) -> list[Problem]:
    """What is wrong with a proposal, and what may be meant otherwise (warnings), in the order of its records.

    The rules that compare a record with others have nothing to say yet about one whose fields do not hold on their own.
    `today`: what is said to have happened is not after it. `going_back`: what stood there before may stand there again.
    """
    found = [one for step in proposal.steps for one in field_rules.problems(step)]
    unsound = {(one.kind, one.id) for one in found}
    steps = [step for step in proposal.steps if (step.edit.kind, step.edit.id) not in unsound]
    for step in steps:
        if not going_back:
            found += day_rules.problems(step, today)
        found += [*code_rules.problems(step, known), *record_rules.problems(step, going_back)]
    return [*found, *surrounding_rules.problems(proposal, steps), *step_rules.problems(proposal, steps)]

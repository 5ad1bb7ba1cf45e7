"""The steps of the method behind the milestones of a workbook: their names, and the order in which they come."""

from collections.abc import Mapping

from transition.domain.register.fields import Record
from transition.register.workbook.scope import Records


class Steps:
    """Knows the step of its method card a milestone is about, when the card has it."""

    def __init__(self, records: Records) -> None:
        self._areas = records.get("area_process", {})
        self._phases = {
            (str(one.values["card"]), str(one.values["code"])): one for one in records.get("method_phase", {}).values()
        }

    def name(self, milestone: Record) -> str:
        """'Ontwerp'; '' for a step that is not of the area's method card."""
        phase = self._phase(milestone)
        return str(phase.values.get("label") or "") if phase else ""

    def in_order(self, milestones: Mapping[str, Record]) -> dict[str, Record]:
        """By area, then as the method has them; those that are not of the method last."""
        return dict(sorted(milestones.items(), key=lambda one: self._place(*one)))

    def _place(self, id: str, milestone: Record) -> tuple[str, float, str]:
        phase = self._phase(milestone)
        place = phase.values.get("place") if phase else None
        return str(milestone.values["area"]), place if isinstance(place, int | float) else float("inf"), id

    def _phase(self, milestone: Record) -> Record | None:
        area = self._areas.get(str(milestone.values["area"]))
        card = area.values.get("method_card") if area else None
        return self._phases.get((str(card), str(milestone.values["code"])))

"""The register as it began."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from transition.register.migrations.append_only import only_grows

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TYPES: dict[str, type[sa.types.TypeEngine[Any]]] = {
    "text": sa.Text,
    "whole": sa.BigInteger,
    "number": sa.Double,
    "date": sa.Date,
    "json": sa.JSON,
}


def upgrade() -> None:
    """All tables, and a change log that can only grow."""
    _records(
        "party",
        text="name type municipality is_local is_energy_community website contact_name contact_email contact_phone note",
        whole="members_count",
        date="members_on",
    )
    _records(
        "community",
        text="name theme theme_note region state note visibility",
        date="start",
        json="co_hosts municipalities members",
    )
    _records(
        "method_card",
        text="name theme scale_version note",
        whole="edition",
        date="valid_from",
        refers={"community": "community", "derived_from": "method_card"},
    )
    _records("method_phase", text="code label ladder needed", whole="place", refers={"card": "method_card"})
    _records(
        "method_role",
        text="activity council executive team local_lead grid_operator region companies state",
        refers={"card": "method_card"},
    )
    _records("method_finance_line", text="kind label", refers={"card": "method_card"})
    _records(
        "area_process",
        text="name theme theme_note state lead_state aim note visibility",
        json="municipalities location_codes polygon",
        date="start",
        whole="location_year dwellings_count companies_count",
        refers={"community": "community", "method_card": "method_card", "lead": "party"},
    )
    _records(
        "milestone",
        text="code revised_because decided_by link blockage blockage_note evidence",
        date="planned revised actual",
        refers={"area": "area_process"},
    )
    _records(
        "role",
        text="activity council executive team local_lead grid_operator region companies state",
        refers={"area": "area_process"},
    )
    _records(
        "finance_line",
        text="kind label certainty financier evidence",
        number="amount",
        whole="price_level",
        date="decided_on",
        refers={"area": "area_process"},
    )
    _records(
        "ownership_assessment",
        date="assessed_on",
        text="side level scale_version assessor evidence note",
        refers={"area": "area_process"},
    )
    _records(
        "cooperation_score", date="scored_on", text="side score assessor evidence note", refers={"area": "area_process"}
    )
    _records("participation", date="held_on", text="about step evidence note", refers={"area": "area_process"})
    _records(
        "decision",
        text="municipality title state decided_by signal effect link visibility",
        date="decided_on",
        refers={"area": "area_process"},
    )
    _records(
        "project",
        text="name municipality technology status capacity_unit agreement_signed evidence note visibility",
        number="capacity expected_mwh share_residents share_public share_local_business share_not_local"
        " share_unknown vote_local fund_eur_per_mwh latitude longitude",
        date="started_on permitted_on building_from realised_on expected_on",
        json="owners",
        refers={"area": "area_process"},
    )
    _records(
        "target",
        text="scope code indicator decided_by document note visibility",
        number="baseline value",
        whole="baseline_year year",
        date="decided_on",
        refers={"area": "area_process"},
    )
    _records("policy_anchoring", text="municipality technology level document note", date="decided_on")
    _records("checklist_item", text="municipality norm answer evidence note", date="answered_on")
    _records(
        "session",
        date="held_on",
        text="title summary link",
        whole="participants_count",
        refers={"community": "community"},
    )
    _records(
        "lesson",
        date="learned_on",
        text="title text link visibility",
        refers={"community": "community", "area": "area_process"},
    )
    _the_rest()
    only_grows("changes", "change_sets")


def _records(kind: str, refers: Mapping[str, str] | None = None, **columns: str) -> None:
    """A table of records: names of columns by type, separated by spaces; `refers`: column -> the table it refers to."""
    refers = refers or {}
    op.create_table(
        kind,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("removed_at", sa.Text),
        *(sa.Column(name, _TYPES[type]) for type, names in columns.items() for name in names.split()),
        *(sa.Column(name, sa.Text) for name in refers),
        sa.PrimaryKeyConstraint("id", name=f"pk_{kind}"),
        *(
            sa.ForeignKeyConstraint(
                [name], [f"{other}.id"], name=f"fk_{kind}_{name}", deferrable=True, initially="DEFERRED"
            )
            for name, other in refers.items()
        ),
    )
    for name in refers:
        op.create_index(f"ix_{kind}_{name}", kind, [name])


def _the_rest() -> None:
    op.create_table(
        "register_facts",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_register_facts"),
    )
    op.create_table(
        "change_sets",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("at", "who_id", "who", "why", "origin", "file_name", "file_sha256")
        ),
        sa.PrimaryKeyConstraint("number", name="pk_change_sets"),
    )
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("old", sa.JSON),
        sa.Column("new", sa.JSON),
        sa.PrimaryKeyConstraint("number", "kind", "id", "field", name="pk_changes"),
        sa.ForeignKeyConstraint(["number"], ["change_sets.number"], name="fk_changes_number"),
    )
    op.create_index("ix_changes_kind_number", "changes", ["kind", "number"])
    op.create_index("ix_changes_kind_id_number", "changes", ["kind", "id", "number"])
    op.create_table(
        "drafts",
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("values", sa.JSON, nullable=False),
        sa.Column("base", sa.Integer),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("actor", "kind", "id", name="pk_drafts"),
    )

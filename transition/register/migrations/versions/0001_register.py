"""The register as it began."""

from alembic import op

from transition.register.migrations.append_only import only_grows
from transition.register.schema import METADATA

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """All tables, and a change log that can only grow."""
    METADATA.create_all(op.get_bind())
    only_grows("changes", "change_sets")

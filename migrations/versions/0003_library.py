"""The library's own identity, by which its backups are told from those of another one."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from vrp.backend.persistence.tables import PlainText

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    library = op.create_table(
        "library",
        sa.Column("id", PlainText, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_library"),
        sa.CheckConstraint("length(id) = 32", name="id"),
    )
    op.bulk_insert(library, [{"id": uuid4().hex}])


def downgrade() -> None:
    op.drop_table("library")

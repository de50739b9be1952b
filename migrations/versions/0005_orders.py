"""Each column of the table can be sorted by: also tags, favourites, when something was added or deleted."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from vrp.backend.domain.searching import NO_TAGS, tags_key
from vrp.backend.persistence.tables import PlainText

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ADDED = ("created_at", "favourite", "tags_key")
LIVE = "deleted_at IS NULL"
TRASH = "deleted_at IS NOT NULL"


def upgrade() -> None:
    op.add_column("recordings", sa.Column("tags_key", PlainText, nullable=False, server_default=NO_TAGS))
    _fill()
    for name, columns, where in _indexes():
        op.create_index(name, "recordings", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    for name, _, _ in _indexes():
        op.drop_index(name, "recordings")
    op.drop_column("recordings", "tags_key")


def _indexes() -> list[tuple[str, list[str], str]]:
    marked = "favourite AND deleted_at IS NULL" if _on_postgresql() else "favourite = 1 AND deleted_at IS NULL"
    return [
        *((f"ix_recordings_live_{one}", [one, "id"], LIVE) for one in ADDED),
        *((f"ix_recordings_origin_{one}", ["origin", one, "id"], LIVE) for one in ADDED),
        *((f"ix_recordings_favourite_{one}", [one, "id"], marked) for one in ADDED),
        *((f"ix_recordings_trash_{one}", [one, "id"], TRASH) for one in (*ADDED, "deleted_at")),
    ]


def _on_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _fill() -> None:
    """Of the recordings with tags alone: the others have what the column has by itself."""
    connection = op.get_bind()
    tagged = sa.text("SELECT id, tags FROM recordings WHERE id IN (SELECT recording_id FROM recording_tags)")
    values = [{"number": id_, "tags_key": tags_key(_read(tags))} for id_, tags in connection.execute(tagged)]
    if values:
        table = sa.table("recordings", sa.column("id"), sa.column("tags_key"))
        changed = sa.update(table).where(table.c.id == sa.bindparam("number"))
        connection.execute(changed.values(tags_key=sa.bindparam("tags_key")), values)


def _read(tags: Any) -> list[str]:
    return list(json.loads(tags)) if isinstance(tags, str) else list(tags)

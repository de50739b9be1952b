"""The recordings, the orders in which views show them, and the two search indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vrp.backend.persistence.tables import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCHED = ("title", "filename", "notes", "tags", "artist")
# Whole words with any accents, and pieces of words; both read the text from the rows (external content).
INDEXES = {
    "recordings_words": "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'",
    "recordings_pieces": "tokenize = 'trigram'",
}


def upgrade() -> None:
    op.create_table(
        "recordings",
        sa.Column("id", sa.Integer, nullable=False),
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("uuid", "filename", "stored_filename", "title", "title_key", "artist", "notes")
        ),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("duration", sa.Float, nullable=False),
        sa.Column("filesize_bytes", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("mime_type", "checksum", "codec")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("sample_rate", "channels")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("origin", "status", "sync_status")),
        sa.Column("last_synced_at", UtcDateTime),
        *(sa.Column(name, UtcDateTime, nullable=False) for name in ("recorded_at", "created_at", "modified_at")),
        sa.Column("deleted_at", UtcDateTime),
        sa.PrimaryKeyConstraint("id", name="pk_recordings"),
        sa.UniqueConstraint("uuid", name="uq_recordings_uuid"),
        sa.UniqueConstraint("stored_filename", name="uq_recordings_stored_filename"),
        *_checks(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_recordings_checksum", "recordings", ["checksum"])
    for column in ("recorded_at", "title_key", "duration", "filesize_bytes"):
        _view_index(f"ix_recordings_live_{column}", column, "deleted_at IS NULL")
    _view_index("ix_recordings_trash_recorded_at", "recorded_at", "deleted_at IS NOT NULL")
    _make_search()


def downgrade() -> None:
    for event in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER recordings_search_{event}")
    for name in INDEXES:
        op.execute(f"DROP TABLE {name}")
    op.drop_table("recordings")


def _checks() -> list[sa.CheckConstraint]:
    rules = {
        "status": "status IN ('active', 'archived', 'deleted')",
        "sync_status": "sync_status IN ('unsynced', 'syncing', 'synced', 'failed')",
        "origin": "origin IN ('recorded', 'imported', 'recovered')",
        "deleted_at": "(status = 'deleted') = (deleted_at IS NOT NULL)",
        "duration": "duration > 0",
        "filesize_bytes": "filesize_bytes > 0",
        "checksum": "length(checksum) = 64",
        "uuid": "length(uuid) = 32",
        "title": "title <> ''",
        "format": "sample_rate > 0 AND channels > 0",
    }
    return [sa.CheckConstraint(rule, name=name) for name, rule in rules.items()]


def _view_index(name: str, column: str, where: str) -> None:
    op.create_index(name, "recordings", [column, "id"], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def _make_search() -> None:
    columns = ", ".join(SEARCHED)
    old, new = (", ".join(f"{row}.{name}" for name in SEARCHED) for row in ("old", "new"))
    insert = "".join(f"INSERT INTO {t}(rowid, {columns}) VALUES (new.id, {new}); " for t in INDEXES)
    remove = "".join(f"INSERT INTO {t}({t}, rowid, {columns}) VALUES ('delete', old.id, {old}); " for t in INDEXES)
    for name, options in INDEXES.items():
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content = 'recordings', content_rowid = 'id', "
            f"{options})"
        )
    op.execute(f"CREATE TRIGGER recordings_search_insert AFTER INSERT ON recordings BEGIN {insert}END")
    op.execute(f"CREATE TRIGGER recordings_search_delete AFTER DELETE ON recordings BEGIN {remove}END")
    op.execute(
        f"CREATE TRIGGER recordings_search_update AFTER UPDATE OF {columns} ON recordings BEGIN {remove}{insert}END"
    )

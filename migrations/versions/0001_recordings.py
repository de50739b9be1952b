"""The recordings, the orders in which views show them, and the two search indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vrp.backend.persistence.tables import Bytes, Json, PlainText, UtcDateTime

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
            sa.Column(name, PlainText, nullable=False)
            for name in ("uuid", "filename", "stored_filename", "title", "title_key", "artist", "notes")
        ),
        sa.Column("tags", Json, nullable=False),
        sa.Column("duration", sa.Float, nullable=False),
        sa.Column("filesize_bytes", Bytes, nullable=False),
        *(sa.Column(name, PlainText, nullable=False) for name in ("mime_type", "checksum", "codec")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("sample_rate", "channels")),
        *(sa.Column(name, PlainText, nullable=False) for name in ("origin", "status", "sync_status")),
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
    if _on_postgresql():
        _make_search_on_postgresql()
    else:
        _make_search()


def downgrade() -> None:
    if _on_postgresql():
        op.drop_table("recordings_search")
        op.drop_table("recordings")
        op.execute("DROP FUNCTION recordings_search_feed, recordings_fold")
        return
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


def _on_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _make_search_on_postgresql() -> None:
    """One row beside each recording: its words, and its text for pieces of words; both without case and accents."""
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.execute(
        "CREATE FUNCTION recordings_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS "
        "$$ SELECT regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g') $$"
    )
    op.execute(
        "CREATE TABLE recordings_search (id integer PRIMARY KEY REFERENCES recordings ON DELETE CASCADE, "
        "words tsvector NOT NULL, pieces text NOT NULL)"
    )
    # A tsvector holds at most a mebibyte: of very long notes the first quarter million characters are found by word.
    op.execute(
        """
        CREATE FUNCTION recordings_search_feed() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE folded text := recordings_fold(
            concat_ws(' ', NEW.title, NEW.filename, NEW.artist,
                      (SELECT string_agg(tag, ' ') FROM jsonb_array_elements_text(NEW.tags) AS tag), NEW.notes));
        BEGIN
            INSERT INTO recordings_search VALUES (
                NEW.id, to_tsvector('simple', regexp_replace(left(folded, 250000), '[^[:alnum:]]+', ' ', 'g')), folded)
            ON CONFLICT (id) DO UPDATE SET words = EXCLUDED.words, pieces = EXCLUDED.pieces;
            RETURN NULL;
        END $$
        """
    )
    op.execute(
        f"CREATE TRIGGER recordings_search_feed AFTER INSERT OR UPDATE OF {', '.join(SEARCHED)} ON recordings "
        "FOR EACH ROW EXECUTE FUNCTION recordings_search_feed()"
    )
    op.execute("CREATE INDEX ix_recordings_search_words ON recordings_search USING gin (words)")
    op.execute("CREATE INDEX ix_recordings_search_pieces ON recordings_search USING gin (pieces gin_trgm_ops)")


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

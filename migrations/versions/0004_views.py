"""What views need at a million rows: favourites, kept counts, tags by name, an index for each order, saved searches.

The counts and the tags are kept by triggers, so that they hold whoever writes, and no view ever counts.
"""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from vrp.backend.domain.audit import START, digest, row_state, seal
from vrp.backend.persistence.tables import Bytes, Json, PlainText, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BOTH = ("recorded_at", "title_key", "duration", "filesize_bytes", "codec")
LIVE = "deleted_at IS NULL"
TRASH = "deleted_at IS NOT NULL"
COUNTED = ("deleted_at", "origin", "favourite", "filesize_bytes", "tags")
TIMES = ("recorded_at", "created_at", "modified_at", "deleted_at")
COUNTS = "library_counts"


def upgrade() -> None:
    op.add_column("recordings", sa.Column("favourite", sa.Boolean, nullable=False, server_default=sa.false()))
    for name, columns, where in _indexes():
        op.create_index(name, "recordings", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    _make_tables()
    for statement in _fill():
        op.execute(statement)
    for statement in _triggers_on_postgresql() if _on_postgresql() else _triggers():
        op.execute(statement)


def downgrade() -> None:
    _unmark()
    if _on_postgresql():
        op.execute("DROP TRIGGER recordings_count ON recordings")
        op.execute("DROP FUNCTION recordings_count, recordings_count_one")
    else:
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER recordings_count_{event}")
    for table in ("file_checks", "saved_searches", COUNTS, "recording_tags"):
        op.drop_table(table)
    for name, _, _ in _indexes():
        op.drop_index(name, "recordings")
    op.drop_column("recordings", "favourite")


def _on_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _indexes() -> list[tuple[str, list[str], str]]:
    marked = "favourite AND deleted_at IS NULL" if _on_postgresql() else "favourite = 1 AND deleted_at IS NULL"
    return [
        *((f"ix_recordings_live_{one}", [one, "id"], LIVE) for one in ("codec", "origin")),
        *((f"ix_recordings_origin_{one}", ["origin", one, "id"], LIVE) for one in BOTH),
        *((f"ix_recordings_favourite_{one}", [one, "id"], marked) for one in (*BOTH, "origin")),
        *((f"ix_recordings_trash_{one}", [one, "id"], TRASH) for one in (*BOTH[1:], "origin")),
    ]


def _make_tables() -> None:
    op.create_table(
        "recording_tags",
        sa.Column("tag", PlainText, nullable=False),
        sa.Column("recording_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("tag", "recording_id", name="pk_recording_tags"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        COUNTS,
        sa.Column("tag", PlainText, nullable=False),
        sa.Column("trash", sa.Boolean, nullable=False),
        sa.Column("origin", PlainText, nullable=False),
        sa.Column("favourite", sa.Boolean, nullable=False),
        sa.Column("recordings", sa.Integer, nullable=False),
        sa.Column("bytes", Bytes, nullable=False),
        sa.PrimaryKeyConstraint("tag", "trash", "origin", "favourite", name="pk_library_counts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "saved_searches",
        sa.Column("name", PlainText, nullable=False),
        sa.Column("query", Json, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_saved_searches"),
    )
    op.create_table(
        "file_checks",
        sa.Column("recording_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("recording_id", name="pk_file_checks"),
        sa.ForeignKeyConstraint(
            ["recording_id"], ["recordings.id"], name="fk_file_checks_recording_id_recordings", ondelete="CASCADE"
        ),
    )


def _tags(row: str) -> str:
    """The tags of a row as a table; each once, whatever somebody wrote there."""
    if _on_postgresql():
        return f"(SELECT DISTINCT value FROM jsonb_array_elements_text({row}tags)) AS each_tag"
    return f"(SELECT DISTINCT value FROM json_each({row}tags)) AS each_tag"


def _fill() -> list[str]:
    each = "recordings CROSS JOIN LATERAL" if _on_postgresql() else "recordings, "
    source = f"{each} {_tags('recordings.')}" if _on_postgresql() else "recordings, json_each(recordings.tags)"
    group = "deleted_at IS NOT NULL, origin, favourite"
    return [
        f"INSERT INTO recording_tags SELECT DISTINCT value, recordings.id FROM {source} ORDER BY 1, 2",
        f"INSERT INTO {COUNTS} SELECT '', {group}, count(*), sum(filesize_bytes) FROM recordings GROUP BY {group}",
        (
            f"INSERT INTO {COUNTS} SELECT tag, {group}, count(*), sum(filesize_bytes) FROM recording_tags "
            f"JOIN recordings ON recordings.id = recording_id GROUP BY tag, {group}"
        ),
    ]


def _triggers() -> list[str]:
    def add(tag: str, source: str) -> str:
        return (
            f"INSERT INTO {COUNTS} SELECT {tag}, new.deleted_at IS NOT NULL, new.origin, new.favourite, 1, "
            f"new.filesize_bytes {source} ON CONFLICT (tag, trash, origin, favourite) DO UPDATE SET "
            "recordings = recordings + 1, bytes = bytes + excluded.bytes; "
        )

    def take(tags: str) -> str:
        return (
            f"UPDATE {COUNTS} SET recordings = recordings - 1, bytes = bytes - old.filesize_bytes WHERE {tags} "
            "AND trash = (old.deleted_at IS NOT NULL) AND origin = old.origin AND favourite = old.favourite; "
        )

    old_tags = "tag IN (SELECT value FROM json_each(old.tags))"
    put = (
        add("''", "WHERE true")
        + add("value", f"FROM {_tags('new.')} WHERE true")
        + f"INSERT OR IGNORE INTO recording_tags SELECT value, new.id FROM {_tags('new.')}; "
    )
    remove = (
        take("tag = ''")
        + take(old_tags)
        + f"DELETE FROM {COUNTS} WHERE {old_tags} AND recordings = 0; "
        + f"DELETE FROM recording_tags WHERE {old_tags} AND recording_id = old.id; "
    )
    changed = " OR ".join(f"new.{name} IS NOT old.{name}" for name in COUNTED)
    return [
        f"CREATE TRIGGER recordings_count_insert AFTER INSERT ON recordings BEGIN {put}END",
        f"CREATE TRIGGER recordings_count_delete AFTER DELETE ON recordings BEGIN {remove}END",
        (
            f"CREATE TRIGGER recordings_count_update AFTER UPDATE OF {', '.join(COUNTED)} ON recordings "
            f"WHEN {changed} BEGIN {remove}{put}END"
        ),
    ]


def _triggers_on_postgresql() -> list[str]:
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in COUNTED)
    return [
        f"""
        CREATE FUNCTION recordings_count_one(one recordings, step integer) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO {COUNTS} SELECT value, one.deleted_at IS NOT NULL, one.origin, one.favourite, step,
                step * one.filesize_bytes
            FROM (SELECT '' AS value UNION SELECT jsonb_array_elements_text(one.tags)) AS each_tag ORDER BY value
            ON CONFLICT (tag, trash, origin, favourite) DO UPDATE SET
                recordings = {COUNTS}.recordings + step, bytes = {COUNTS}.bytes + EXCLUDED.bytes;
            IF step > 0 THEN
                INSERT INTO recording_tags SELECT DISTINCT jsonb_array_elements_text(one.tags), one.id
                ON CONFLICT DO NOTHING;
            ELSE
                DELETE FROM {COUNTS} WHERE tag IN (SELECT jsonb_array_elements_text(one.tags)) AND recordings = 0;
                DELETE FROM recording_tags
                WHERE tag IN (SELECT jsonb_array_elements_text(one.tags)) AND recording_id = one.id;
            END IF;
        END $$
        """,
        f"""
        CREATE FUNCTION recordings_count() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND NOT ({changed}) THEN RETURN NULL; END IF;
            IF TG_OP <> 'INSERT' THEN PERFORM recordings_count_one(OLD, -1); END IF;
            IF TG_OP <> 'DELETE' THEN PERFORM recordings_count_one(NEW, 1); END IF;
            RETURN NULL;
        END $$
        """,
        (
            f"CREATE TRIGGER recordings_count AFTER INSERT OR DELETE OR UPDATE OF {', '.join(COUNTED)} ON recordings "
            "FOR EACH ROW EXECUTE FUNCTION recordings_count()"
        ),
    ]


def _unmark() -> None:
    """The version before knows no favourites: each loses its mark, and its history says so."""
    connection = op.get_bind()
    columns = [sa.column(name, UtcDateTime) for name in TIMES]
    marked = sa.select(sa.text("recordings.*"), *(one.label(f"{one.name}_read") for one in columns))
    found = marked.select_from(sa.table("recordings")).where(sa.column("favourite", sa.Boolean)).order_by(sa.text("id"))
    rows = [dict(row) for row in connection.execute(found).mappings()]
    if not rows:
        return
    entries = sa.table(
        "audit_entries",
        *(sa.column(name, UtcDateTime if name == "at" else None) for name in (
            "seq", "at", "recording_uuid", "action", "nonce", "details", "state", "digest", "previous", "hash")),
    )  # fmt: skip
    last = connection.execute(sa.text("SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1")).one_or_none()
    seq, previous = (0, START) if last is None else last
    connection.execute(sa.insert(entries), _entries(rows, seq, previous))
    connection.execute(sa.update(sa.table("recordings", sa.column("favourite"))).values(favourite=sa.false()))


def _entries(rows: list[dict[str, Any]], seq: int, previous: str) -> list[dict[str, Any]]:
    now, made = datetime.now(UTC), []
    details = json.dumps({"favourite": [True, False]})
    for seq_, row in enumerate(rows, start=seq + 1):
        tags = json.loads(row["tags"]) if isinstance(row["tags"], str) else row["tags"]
        values = {**row, **{name: row[f"{name}_read"] for name in TIMES}, "tags": tags, "favourite": False}
        nonce, state = secrets.token_hex(16), row_state(values)
        content = digest(nonce, details, state)
        chained = seal(previous, seq_, now, row["uuid"], "edited", content)
        made.append(
            {
                "seq": seq_, "at": now, "recording_uuid": row["uuid"], "action": "edited", "nonce": nonce,
                "details": details, "state": state, "digest": content, "previous": previous, "hash": chained,
            }
        )  # fmt: skip
        previous = chained
    return made

"""The history of the recordings, append-only; those that are there already begin theirs now."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from vrp.backend.domain.audit import START, digest, row_state, seal
from vrp.backend.persistence.tables import PlainText, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLE = "audit_entries"
KEPT = ("seq", "at", "recording_uuid", "action", "digest", "previous", "hash")
ERASED = ("nonce", "details", "state")
TIMES = ("recorded_at", "created_at", "modified_at", "deleted_at")


def upgrade() -> None:
    entries = op.create_table(
        TABLE,
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", UtcDateTime, nullable=False),
        *(sa.Column(name, PlainText, nullable=False) for name in ("recording_uuid", "action")),
        *(sa.Column(name, PlainText) for name in ERASED),
        *(sa.Column(name, PlainText, nullable=False) for name in ("digest", "previous", "hash")),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_entries"),
    )
    op.create_index("ix_audit_entries_recording_uuid", TABLE, ["recording_uuid"])
    _adopt(entries)
    if op.get_bind().dialect.name == "postgresql":
        _guard_on_postgresql()
        return
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in KEPT)
    erased = " AND ".join(f"NEW.{name} IS NULL" for name in ERASED)
    op.execute(
        f"CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON {TABLE} WHEN NOT ({same} AND {erased}) "
        "BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END"
    )
    op.execute(
        f"CREATE TRIGGER audit_entries_stay BEFORE DELETE ON {TABLE} "
        "BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END"
    )


def downgrade() -> None:
    op.drop_table(TABLE)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_entries_keep")


def _guard_on_postgresql() -> None:
    same = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in KEPT)
    erased = " AND ".join(f"NEW.{name} IS NULL" for name in ERASED)
    op.execute(
        f"""
        CREATE FUNCTION audit_entries_keep() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'UPDATE' AND {same} AND {erased} THEN RETURN NEW; END IF;
            RAISE EXCEPTION 'the history is only added to' USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """
    )
    op.execute(
        f"CREATE TRIGGER audit_entries_keep BEFORE UPDATE OR DELETE ON {TABLE} "
        "FOR EACH ROW EXECUTE FUNCTION audit_entries_keep()"
    )
    op.execute(
        f"CREATE TRIGGER audit_entries_stay BEFORE TRUNCATE ON {TABLE} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_keep()"
    )


def _adopt(entries: sa.Table) -> None:
    connection = op.get_bind()
    columns = [sa.column(name, UtcDateTime) for name in TIMES]
    recordings = sa.select(sa.text("recordings.*"), *(c.label(f"{c.name}_read") for c in columns))
    rows = connection.execute(recordings.select_from(sa.table("recordings")).order_by(sa.text("id"))).mappings()
    now, previous, adopted = datetime.now(UTC), START, []
    for seq, row in enumerate(rows, start=1):
        values = {**row, **{name: row[f"{name}_read"] for name in TIMES}, "tags": _tags(row["tags"])}
        nonce, details, state = secrets.token_hex(16), "{}", row_state(values)
        content = digest(nonce, details, state)
        chained = seal(previous, seq, now, values["uuid"], "adopted", content)
        adopted.append(
            {
                "seq": seq, "at": now, "recording_uuid": values["uuid"], "action": "adopted", "nonce": nonce,
                "details": details, "state": state, "digest": content, "previous": previous, "hash": chained,
            }
        )  # fmt: skip
        previous = chained
    if adopted:
        connection.execute(sa.insert(entries), adopted)


def _tags(stored: object) -> object:
    import json

    return json.loads(stored) if isinstance(stored, str) else stored

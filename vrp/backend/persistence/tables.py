"""The tables, as SQLAlchemy sees them. The migrations make them; a test holds the two against each other."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import ClassVar, Final

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    false,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vrp.backend.domain.searching import NO_TAGS

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# Compared by bytes, as SQLite does it, whatever language the server's databases are in.
PlainText: Final = Text().with_variant(Text(collation="C"), "postgresql")
Bytes: Final = BigInteger().with_variant(Integer(), "sqlite")
Json: Final = JSON().with_variant(JSONB(), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """Aware times in the program, UTC in the database (SQLite keeps no zone)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {str: PlainText, float: Float(), datetime: UtcDateTime()}


ORDERS: Final = (
    "recorded_at", "title_key", "duration", "filesize_bytes", "codec", "origin", "created_at", "favourite", "tags_key",
)  # fmt: skip
_PLACES: Final = {
    "live": ("deleted_at IS NULL", "deleted_at IS NULL"),
    "origin": ("deleted_at IS NULL", "deleted_at IS NULL"),
    "favourite": ("favourite = 1 AND deleted_at IS NULL", "favourite AND deleted_at IS NULL"),
    "trash": ("deleted_at IS NOT NULL", "deleted_at IS NOT NULL"),
}


def _view_indexes() -> list[Index]:
    """The order of each view: the rows of one place by one column and then by id."""
    return [
        Index(
            f"ix_recordings_{place}_{order}",
            *(("origin", order, "id") if place == "origin" else (order, "id")),
            sqlite_where=text(on_sqlite),
            postgresql_where=text(on_server),
        )
        for place, (on_sqlite, on_server) in _PLACES.items()
        for order in (*ORDERS, *(("deleted_at",) if place == "trash" else ()))
        if (place, order) != ("origin", "origin")
    ]


class RecordingRow(Base):
    """One recording. The CHECKs repeat those rules that data could break behind the program's back."""

    __tablename__ = "recordings"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'archived', 'deleted')", name="status"),
        CheckConstraint("sync_status IN ('unsynced', 'syncing', 'synced', 'failed')", name="sync_status"),
        CheckConstraint("origin IN ('recorded', 'imported', 'recovered')", name="origin"),
        CheckConstraint("(status = 'deleted') = (deleted_at IS NOT NULL)", name="deleted_at"),
        CheckConstraint("duration > 0", name="duration"),
        CheckConstraint("filesize_bytes > 0", name="filesize_bytes"),
        CheckConstraint("length(checksum) = 64", name="checksum"),
        CheckConstraint("length(uuid) = 32", name="uuid"),
        CheckConstraint("title <> ''", name="title"),
        CheckConstraint("sample_rate > 0 AND channels > 0", name="format"),
        *_view_indexes(),
        # Numbers of purged recordings are never given again: somebody may have written one down.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = mapped_column(unique=True)
    filename: Mapped[str]
    stored_filename: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_key: Mapped[str]
    artist: Mapped[str]
    notes: Mapped[str]
    tags: Mapped[list[str]] = mapped_column(Json)
    duration: Mapped[float]
    filesize_bytes: Mapped[int] = mapped_column(Bytes)
    mime_type: Mapped[str]
    checksum: Mapped[str] = mapped_column(index=True)
    codec: Mapped[str]
    sample_rate: Mapped[int]
    channels: Mapped[int]
    origin: Mapped[str]
    status: Mapped[str]
    sync_status: Mapped[str]
    last_synced_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    created_at: Mapped[datetime]
    modified_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    favourite: Mapped[bool] = mapped_column(server_default=false())
    tags_key: Mapped[str] = mapped_column(server_default=NO_TAGS)


class TagRow(Base):
    """Which recordings carry a tag; triggers keep it from the rows of the recordings."""

    __tablename__ = "recording_tags"
    __table_args__ = ({"sqlite_with_rowid": False},)

    tag: Mapped[str] = mapped_column(primary_key=True)
    recording_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class CountRow(Base):
    """How many recordings there are of each kind, and their bytes; triggers keep it. ``tag`` is empty for all."""

    __tablename__ = "library_counts"
    __table_args__ = ({"sqlite_with_rowid": False},)

    tag: Mapped[str] = mapped_column(primary_key=True)
    trash: Mapped[bool] = mapped_column(primary_key=True)
    origin: Mapped[str] = mapped_column(primary_key=True)
    favourite: Mapped[bool] = mapped_column(primary_key=True)
    recordings: Mapped[int]
    bytes: Mapped[int] = mapped_column(Bytes)


class SavedSearchRow(Base):
    """A query that a person gave a name."""

    __tablename__ = "saved_searches"

    name: Mapped[str] = mapped_column(primary_key=True)
    query: Mapped[dict[str, object]] = mapped_column(Json)


class FileCheckRow(Base):
    """When the bytes of a recording's file were last read and found whole."""

    __tablename__ = "file_checks"

    recording_id: Mapped[int] = mapped_column(
        ForeignKey("recordings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    at: Mapped[datetime]


class AuditRow(Base):
    """One entry of the history. Triggers let nobody change or remove one, but for erasing what it says."""

    __tablename__ = "audit_entries"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    recording_uuid: Mapped[str] = mapped_column(index=True)
    action: Mapped[str]
    nonce: Mapped[str | None]
    details: Mapped[str | None]
    state: Mapped[str | None]
    digest: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class LibraryRow(Base):
    """The one row that says which library this is. A restored library is the same one."""

    __tablename__ = "library"
    __table_args__ = (CheckConstraint("length(id) = 32", name="id"),)

    id: Mapped[str] = mapped_column(primary_key=True)

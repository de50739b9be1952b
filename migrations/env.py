"""Runs the migrations on the one connection that the caller hands over, inside that caller's transaction."""

from __future__ import annotations

from alembic import context

from vrp.backend.persistence.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table_schema=context.config.attributes.get("schema"),
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
    include_object=lambda _object, name, kind, *_: not (kind == "table" and name.startswith("recordings_")),
)
context.run_migrations()

"""A second schema that no release has, with something of everything a migration may do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "schema_2"
down_revision = "schema_1"


def upgrade(op: Operations, *, schema: str | None, prefix: str) -> None:
    """Add and fill a column, make and fill a table, rename a column, change an index and a rule."""
    text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    cases = sa.Table(
        f"{prefix}cases", sa.MetaData(), *(sa.Column(n, text) for n in ("register", "state", "stage")), schema=schema
    )
    op.add_column(cases.name, sa.Column("stage", text, nullable=False, server_default=""), schema=schema)
    op.execute(sa.update(cases).values(stage=sa.func.upper(cases.c.state)))
    stages = op.create_table(
        f"{prefix}stages",
        sa.Column("register", text, nullable=False),
        sa.Column("stage", text, nullable=False),
        sa.PrimaryKeyConstraint("register", "stage", name=f"pk_{prefix}stages"),
        schema=schema,
    )
    op.execute(
        sa.insert(stages).from_select(["register", "stage"], sa.select(cases.c.register, cases.c.stage).distinct())
    )
    op.drop_index(f"ix_{prefix}loads_register_worker", f"{prefix}loads", schema=schema)
    op.create_index(f"ix_{prefix}loads_worker", f"{prefix}loads", ["worker"], schema=schema)
    with op.batch_alter_table(f"{prefix}outbox", schema=schema) as outbox:
        outbox.alter_column("type", new_column_name="kind")
        outbox.create_check_constraint(f"ck_{prefix}outbox_kind", "kind <> ''")

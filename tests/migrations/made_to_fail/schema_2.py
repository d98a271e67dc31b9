"""A second schema that fails when almost everything of it is done."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

revision = "schema_2"
down_revision = "schema_1"


def upgrade(op: Operations, *, schema: str | None, prefix: str) -> None:
    """Change tables and rows, then break a rule of the database.

    Raises:
        IntegrityError: Always.
    """
    op.add_column(f"{prefix}cases", sa.Column("stage", sa.Text()), schema=schema)
    meta = sa.Table(
        f"{prefix}meta", sa.MetaData(), sa.Column("name", sa.Text), sa.Column("value", sa.Text), schema=schema
    )
    op.execute(meta.update().values(value="2"))
    op.execute(meta.insert().values(name="schema", value="there already"))

"""The first schema, of 0.1.0: every table, as it was then.

It describes the tables anew and imports nothing of the library, whose own description goes on changing.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

revision = "schema_1"
down_revision = None

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
HOME = ("register", "case_id")


def upgrade(op: Operations, *, schema: str | None, prefix: str) -> None:
    """Make the tables.

    Args:
        op: Alembic's operations on the connection.
        schema: Schema of the database that they stand in.
        prefix: What every table's name begins with.
    """
    connection = op.get_bind()
    metadata = sa.MetaData(schema=schema, naming_convention=NAMING)

    def table(name: str, *parts: Any, key: tuple[str, ...], **options: Any) -> None:
        sa.Table(f"{prefix}{name}", metadata, *parts, sa.PrimaryKeyConstraint(*key), **options)

    def case() -> sa.ForeignKeyConstraint:
        home = f"{schema}.{prefix}cases" if schema else f"{prefix}cases"
        return sa.ForeignKeyConstraint(HOME, [f"{home}.{name}" for name in HOME])

    table("meta", *texts("name", "value"), key=("name",))
    cases(table)
    sqlite = connection.dialect.name == "sqlite"
    journal(table, case, written_in="0" if sqlite else "(pg_current_xact_id()::text::bigint)")
    queues(table, case)
    shared(table)
    lasting(table)
    metadata.create_all(connection, checkfirst=False)


def cases(table: Any) -> None:
    """Describe the cases and who has a part in them."""
    names = ("head", "snapshot", "pathway", "definition_version", "digest", "subject_kind", "client", "state")
    table(
        "cases",
        *texts(*HOME),
        number("version"),
        *texts(*names, "organisation", "role", "worker", "pending_on", "opened_at"),
        optional("closed_on"),
        *texts("recorded_at", "mac"),
        sa.CheckConstraint("subject_kind IN ('client', 'region')", name="subject_kind"),
        sa.CheckConstraint("organisation <> ''", name="one_coordinates"),
        sa.CheckConstraint("version > 0", name="version"),
        sa.Index(None, "register", "client", **where("client <> ''")),
        sa.Index(None, "register", "state", "case_id"),
        key=HOME,
    )
    table("case_keys", *texts(*HOME, "key_id"), sa.Column("wrapped", sa.LargeBinary, nullable=False), key=HOME)


def journal(table: Any, case: Any, *, written_in: str) -> None:
    """Describe the journal."""
    position = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    table(
        "journal",
        sa.Column("position", position, autoincrement=True, nullable=False),
        sa.Column("written_in", sa.BigInteger, nullable=False, server_default=sa.text(written_in)),
        *texts(*HOME),
        number("seq"),
        *texts("type"),
        number("type_version"),
        *texts("occurred_at", "recorded_at", "actor", "digest", "body"),
        sa.Column("sealed", sa.LargeBinary, nullable=True),
        *texts("sealed_names", "receipt", "prev_hash", "hash"),
        sa.UniqueConstraint(*HOME, "seq"),
        sa.CheckConstraint("seq > 0", name="seq"),
        case(),
        key=("position",),
        sqlite_autoincrement=True,
    )


def queues(table: Any, case: Any) -> None:
    """Describe the deadlines, the outbox, and who has a part in a case."""
    table(
        "deadlines",
        *texts(*HOME, "id", "rule", "service", "due_on", "due_at"),
        number("missed"),
        *lending(),
        case(),
        sa.Index(None, "due_at", *HOME, "id", **where("missed = 0 AND quarantined_at IS NULL")),
        key=(*HOME, "id"),
    )
    table(
        "holders",
        *texts(*HOME, "part", "name", "organisation", "worker"),
        case(),
        sa.Index(None, "register", "organisation", "case_id"),
        sa.Index(None, "register", "worker", "case_id", **where("worker <> ''")),
        key=(*HOME, "part", "name", "organisation", "worker"),
    )
    table(
        "outbox",
        *texts(*HOME),
        number("seq"),
        *texts("type", "recorded_at"),
        optional("sent_at"),
        optional("withheld_at"),
        *lending(),
        case(),
        sa.Index(None, "recorded_at", *HOME, "seq", **where("sent_at IS NULL AND withheld_at IS NULL")),
        sa.Index(None, *HOME, "seq", **where("sent_at IS NULL AND withheld_at IS NULL")),
        key=(*HOME, "seq"),
    )


def shared(table: Any) -> None:
    """Describe what cases share."""
    table(
        "receipts",
        *texts("register", "key", "fingerprint", "case_id"),
        number("first_seq"),
        number("last_seq"),
        *texts("recorded_at"),
        sa.Index(None, *HOME),
        key=("register", "key"),
    )
    table(
        "loads",
        *texts("register", "capacity", "worker"),
        number("load"),
        sa.Index(None, "register", "worker"),
        key=("register", "capacity", "worker"),
    )
    table("definitions", *texts("digest", "name", "version", "text"), key=("digest",))


def lasting(table: Any) -> None:
    """Describe what outlives a case."""
    table(
        "access_log",
        *texts(*HOME),
        number("number"),
        *texts("kind", "at", "subject", "organisation", "entry", "prev_hash", "hash"),
        sa.Index(None, "register", "subject", "at"),
        key=(*HOME, "number"),
    )
    table("erasures", *texts(*HOME, "erased_at", "basis"), key=HOME)
    table(
        "tombstones",
        *texts("register"),
        number("number"),
        *texts("case_id"),
        number("version"),
        *texts("head", "purged_at", "basis", "prev_hash", "hash"),
        sa.UniqueConstraint("register", "case_id"),
        key=("register", "number"),
    )


def texts(*names: str) -> list[sa.Column[str]]:
    """Describe columns of text that are never empty of a value."""
    return [sa.Column(name, TEXT, nullable=False) for name in names]


def optional(name: str) -> sa.Column[str]:
    """Describe a column of text that may have no value."""
    return sa.Column(name, TEXT, nullable=True)


def number(name: str) -> sa.Column[int]:
    """Describe a column of whole numbers."""
    return sa.Column(name, sa.BigInteger, nullable=False)


def lending() -> list[sa.Column[Any]]:
    """Describe how a queued row stands."""
    attempts = sa.Column("attempts", sa.BigInteger, nullable=False, server_default=sa.text("0"))
    return [attempts, *(optional(name) for name in ("lease_until", "token", "quarantined_at"))]


def where(condition: str) -> dict[str, Any]:
    """Limit an index to some rows."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}

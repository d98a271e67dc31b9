"""The tables: one schema for SQLite and PostgreSQL.

What holds for all of them:

- The register leads every key: each controller's data lie together, and can be moved or divided by it.
- Texts that are hashed are kept as the very text, so that a journal is the same bytes in every database. Instants are
  text as well, in a form that sorts as time does.
- Text is compared byte by byte (collation `C`), so that order and paging are the same everywhere.
- Nothing personal stands in clear: persons are pseudonyms, personal fields are ciphertext.
"""

from __future__ import annotations

__all__ = ["SCHEMA_VERSION", "Tables", "tables"]

from typing import Any

from attrs import frozen
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.expression import FunctionElement

SCHEMA_VERSION = 1

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
_NUMBER = BigInteger()
# SQLite numbers rows by itself only in a column declared INTEGER.
_POSITION = BigInteger().with_variant(Integer(), "sqlite")


class WritingTransaction(FunctionElement[int]):
    """The database's own number of the writing transaction, where it has one; 0 elsewhere.

    On PostgreSQL positions are given out before they are committed: a reader who follows them may read only below the
    oldest transaction still under way. SQLite has one writer at a time and needs none.
    """

    inherit_cache = True


@compiles(WritingTransaction)
def _no_transaction_number(*_: Any, **__: Any) -> str:
    return "0"


@compiles(WritingTransaction, "postgresql")
def _transaction_number(*_: Any, **__: Any) -> str:
    return "(pg_current_xact_id()::text::bigint)"


@frozen
class Tables:
    """The tables of one schema, in a `MetaData` that the host may add to its own.

    `version` is the version of the schema that they describe, and `prefix` what every table's name begins with.
    """

    metadata: MetaData
    prefix: str
    version: int
    meta: Table
    cases: Table
    journal: Table
    case_keys: Table
    deadlines: Table
    holders: Table
    outbox: Table
    receipts: Table
    loads: Table
    definitions: Table
    access_log: Table
    erasures: Table
    tombstones: Table


def tables(schema: str | None = None, prefix: str = "pathway_") -> Tables:
    """Describe the tables.

    Args:
        schema: Schema of the database that they stand in; the connection's own when left out.
        prefix: What every table's name begins with.
    """
    metadata = MetaData(schema=schema, naming_convention=NAMING)
    make = _Maker(metadata, prefix)
    return Tables(
        metadata=metadata,
        prefix=prefix,
        version=SCHEMA_VERSION,
        meta=make.table("meta", _text("name"), _text("value"), key=("name",)),
        cases=_cases(make),
        journal=_journal(make),
        case_keys=make.table("case_keys", *_home(), _text("key_id"), _bytes("wrapped"), key=_HOME),
        deadlines=_deadlines(make),
        holders=_holders(make),
        outbox=_outbox(make),
        receipts=_receipts(make),
        loads=make.table(
            "loads",
            *(_text(name) for name in ("register", "capacity", "worker")),
            _number("load"),
            Index(None, "register", "worker"),
            key=("register", "capacity", "worker"),
        ),
        definitions=make.table(
            "definitions", *(_text(name) for name in ("digest", "name", "version", "text")), key=("digest",)
        ),
        access_log=_access_log(make),
        erasures=make.table("erasures", *_home(), _text("erased_at"), _text("basis"), key=_HOME),
        tombstones=_tombstones(make),
    )


_HOME = ("register", "case_id")
_UNSENT = "sent_at IS NULL AND withheld_at IS NULL"


@frozen
class _Maker:
    metadata: MetaData
    prefix: str

    def table(self, name: str, *parts: Any, key: tuple[str, ...], **options: Any) -> Table:
        return Table(f"{self.prefix}{name}", self.metadata, *parts, PrimaryKeyConstraint(*key), **options)

    def of_a_case(self) -> ForeignKeyConstraint:
        schema = f"{self.metadata.schema}." if self.metadata.schema else ""
        return ForeignKeyConstraint(_HOME, [f"{schema}{self.prefix}cases.{name}" for name in _HOME])


def _text(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, _TEXT, nullable=optional)


def _number(name: str) -> Column[int]:
    return Column(name, _NUMBER, nullable=False)


def _bytes(name: str, *, optional: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=optional)


def _home() -> tuple[Column[str], ...]:
    return _text("register"), _text("case_id")


def _lending() -> tuple[Column[Any], ...]:
    """How a queued row stands: failures, until when and by which token it is lent, since when it is set aside."""
    return (
        Column("attempts", _NUMBER, nullable=False, server_default=text("0")),
        _text("lease_until", optional=True),
        _text("token", optional=True),
        _text("quarantined_at", optional=True),
    )


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def _cases(make: _Maker) -> Table:
    """Each case as it is. That exactly one organisation coordinates is said by one column that is never empty."""
    return make.table(
        "cases",
        *_home(),
        _number("version"),
        *(_text(name) for name in ("head", "snapshot", "pathway", "definition_version", "digest", "subject_kind")),
        *(_text(name) for name in ("client", "state", "organisation", "role", "worker", "pending_on", "opened_at")),
        _text("closed_on", optional=True),
        _text("recorded_at"),
        _text("mac"),
        CheckConstraint("subject_kind IN ('client', 'region')", name="subject_kind"),
        CheckConstraint("organisation <> ''", name="one_coordinates"),
        CheckConstraint("version > 0", name="version"),
        Index(None, "register", "client", **_where("client <> ''")),
        Index(None, "register", "state", "case_id"),
        key=_HOME,
    )


def _journal(make: _Maker) -> Table:
    """The journal. `position` is the order in which rows were written to the register, for those who follow it.

    A position is given out once: SQLite would give that of a purged case's last row to the next row by itself, and who
    follows the journal would pass over it.
    """
    return make.table(
        "journal",
        Column("position", _POSITION, autoincrement=True, nullable=False),
        Column("written_in", _NUMBER, nullable=False, server_default=WritingTransaction()),
        *_home(),
        _number("seq"),
        _text("type"),
        _number("type_version"),
        *(_text(name) for name in ("occurred_at", "recorded_at", "actor", "digest", "body")),
        _bytes("sealed", optional=True),
        *(_text(name) for name in ("sealed_names", "receipt", "prev_hash", "hash")),
        UniqueConstraint(*_HOME, "seq"),
        CheckConstraint("seq > 0", name="seq"),
        make.of_a_case(),
        key=("position",),
        sqlite_autoincrement=True,
    )


def _deadlines(make: _Maker) -> Table:
    return make.table(
        "deadlines",
        *_home(),
        *(_text(name) for name in ("id", "rule", "service", "due_on", "due_at")),
        _number("missed"),
        *_lending(),
        make.of_a_case(),
        Index(None, "due_at", *_HOME, "id", **_where("missed = 0 AND quarantined_at IS NULL")),
        key=(*_HOME, "id"),
    )


def _holders(make: _Maker) -> Table:
    return make.table(
        "holders",
        *_home(),
        *(_text(name) for name in ("part", "name", "organisation", "worker")),
        make.of_a_case(),
        Index(None, "register", "organisation", "case_id"),
        Index(None, "register", "worker", "case_id", **_where("worker <> ''")),
        key=(*_HOME, "part", "name", "organisation", "worker"),
    )


def _outbox(make: _Maker) -> Table:
    return make.table(
        "outbox",
        *_home(),
        _number("seq"),
        _text("type"),
        _text("recorded_at"),
        _text("sent_at", optional=True),
        _text("withheld_at", optional=True),
        *_lending(),
        make.of_a_case(),
        # The oldest first; and of one case, whether an older one waits, without walking over what was sent.
        Index(None, "recorded_at", *_HOME, "seq", **_where(_UNSENT)),
        Index(None, *_HOME, "seq", **_where(_UNSENT)),
        key=(*_HOME, "seq"),
    )


def _receipts(make: _Maker) -> Table:
    return make.table(
        "receipts",
        _text("register"),
        *(_text(name) for name in ("key", "fingerprint", "case_id")),
        _number("first_seq"),
        _number("last_seq"),
        _text("recorded_at"),
        Index(None, *_HOME),
        key=("register", "key"),
    )


def _access_log(make: _Maker) -> Table:
    """Uses and disclosures, chained case by case; it outlives the case, so nothing refers to the case's row."""
    return make.table(
        "access_log",
        *_home(),
        _number("number"),
        *(_text(name) for name in ("kind", "at", "subject", "organisation", "entry", "prev_hash", "hash")),
        Index(None, "register", "subject", "at"),
        key=(*_HOME, "number"),
    )


def _tombstones(make: _Maker) -> Table:
    """What stays of a case that was purged after its retention: that it was there, and the last hash of its chain."""
    return make.table(
        "tombstones",
        _text("register"),
        _number("number"),
        _text("case_id"),
        _number("version"),
        *(_text(name) for name in ("head", "purged_at", "basis", "prev_hash", "hash")),
        UniqueConstraint("register", "case_id"),
        key=("register", "number"),
    )

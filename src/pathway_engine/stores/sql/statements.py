"""The statements, written once with SQLAlchemy and compiled once for a database.

They are executed on the driver's own cursor: a durable move is a handful of statements, and executing each through
SQLAlchemy would cost more than SQLite needs to carry them out. Every statement runs on SQLite and on PostgreSQL.
"""

from __future__ import annotations

__all__ = ["Prepared", "Statements", "schema_of"]

from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import import_module
from operator import itemgetter
from typing import Any

from attrs import field, frozen
from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Dialect,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    delete,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from pathway_engine.stores.sql.tables import Tables

HOME = ("register", "case_id")
CASE = (
    *("register", "case_id", "version", "head", "snapshot", "pathway", "definition_version", "digest", "subject_kind"),
    *("client", "state", "organisation", "role", "worker", "pending_on", "opened_at", "closed_on", "recorded_at"),
    "mac",
)
ENTRY = (
    *("register", "case_id", "seq", "type", "type_version", "occurred_at", "recorded_at", "actor", "digest", "body"),
    *("sealed", "sealed_names", "receipt", "prev_hash", "hash"),
)
DUE = (*HOME, "id", "rule", "due_at")
UNSENT = (*HOME, "seq", "type")
LOGGED = (*HOME, "number", "kind", "at", "subject", "organisation", "entry", "prev_hash", "hash")


@frozen
class Prepared:
    """A statement as a driver takes it.

    Args:
        text: The statement.
        order: The order of its values, where the driver wants them in order.
        constants: Values that belong to the statement itself.
    """

    text: str
    order: tuple[str, ...] | None
    constants: Mapping[str, Any]
    _in_order: Callable[[Mapping[str, Any]], Any] = field(init=False, repr=False)

    @_in_order.default
    def _in_order_default(self) -> Callable[[Mapping[str, Any]], Any]:
        if self.order is None:
            return dict
        if not self.order:
            return lambda _: ()
        # Of one name `itemgetter` would give the bare value.
        if len(self.order) == 1:
            name = self.order[0]
            return lambda values: [values[name]]
        return itemgetter(*self.order)

    def arguments(self, given: Mapping[str, Any]) -> Any:
        """Give the values as the driver wants them."""
        return self._in_order({**self.constants, **given} if self.constants else given)


class Statements:
    """Every statement on our tables, for one database; each is compiled when it is first asked for.

    Args:
        tables: The tables.
        dialect: The database's dialect.
    """

    def __init__(self, tables: Tables, dialect: Dialect) -> None:
        self.tables = tables
        self._dialect = dialect
        # Both databases say ON CONFLICT alike; SQLAlchemy has a class for each.
        self._insert: Any = import_module(f"sqlalchemy.dialects.{dialect.name}").insert

        self.on_server = dialect.name == "postgresql"
        self.listings: dict[frozenset[str], Prepared] = {}

    def prepare(self, statement: ClauseElement) -> Prepared:
        """Compile a statement."""
        compiled: Any = statement.compile(dialect=self._dialect, compile_kwargs={"render_postcompile": True})
        order = compiled.positiontup
        constants = {name: value for name, value in compiled.params.items() if value is not None}
        return Prepared(str(compiled), None if order is None else tuple(order), constants)

    @cached_property
    def schema(self) -> Prepared:
        """Read which version the tables are of."""
        return self.prepare(schema_of(self.tables))

    @cached_property
    def clock(self) -> Prepared:
        """Ask PostgreSQL what time it is."""
        return self.prepare(select(func.clock_timestamp()))

    @cached_property
    def lasting(self) -> Prepared:
        """Make PostgreSQL's next commit one that waits for the disk and the standbys, though it changes no row."""
        return self.prepare(select(literal_column("pg_logical_emit_message(true, 'pathway', ''::text)")))

    # ── Journal ────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def load(self) -> Prepared:
        """Read the case, its key, whether it was erased, the receipt, and whether this is a copy, in one round trip."""
        t = self.tables
        one = select(literal_column("1").label("one")).subquery()
        of_case = [
            and_(*(each.c[name] == _given(name) for name in HOME)) for each in (t.cases, t.case_keys, t.erasures)
        ]
        joined = one.outerjoin(t.cases, of_case[0]).outerjoin(t.case_keys, of_case[1]).outerjoin(t.erasures, of_case[2])
        receipt = and_(t.receipts.c.register == _given("register"), t.receipts.c.key == _given("key"))
        return self.prepare(
            select(
                *(t.cases.c[name] for name in CASE),
                t.case_keys.c.key_id,
                t.case_keys.c.wrapped,
                t.erasures.c.erased_at,
                *(t.receipts.c[name] for name in ("key", "fingerprint", "case_id", "first_seq", "last_seq")),
                func.pg_is_in_recovery() if self.on_server else literal_column("0"),
            ).select_from(joined.outerjoin(t.receipts, receipt))
        )

    @cached_property
    def open_case(self) -> Prepared:
        """Open a case; writes nothing when the case is there."""
        return self.prepare(self._new(self.tables.cases, CASE).on_conflict_do_nothing())

    @cached_property
    def move_case(self) -> Prepared:
        """Write a case's row; writes nothing when the case has moved on since it was read."""
        cases = self.tables.cases
        kept = {*HOME, "opened_at", "pathway", "subject_kind"}
        changes = {name: bindparam(name, type_=cases.c[name].type) for name in CASE if name not in kept}
        still = [cases.c.version == _given("before_version", number=True), cases.c.head == _given("before_head")]
        return self.prepare(update(cases).where(*_equal(cases, HOME), *still).values(changes))

    @cached_property
    def add_entry(self) -> Prepared:
        """Add a row of the journal."""
        return self.prepare(self._new(self.tables.journal, ENTRY))

    @cached_property
    def scan(self) -> Prepared:
        """Read a case's journal, from a number on."""
        journal = self.tables.journal
        return self.prepare(
            select(*(journal.c[name] for name in ENTRY))
            .where(*_equal(journal, HOME), journal.c.seq > _given("after", number=True))
            .order_by(journal.c.seq)
            .limit(_given("limit", number=True))
        )

    @cached_property
    def add_receipt(self) -> Prepared:
        """Keep a receipt; writes nothing when the idempotency key has been used."""
        names = ("register", "key", "fingerprint", "case_id", "first_seq", "last_seq", "recorded_at")
        return self.prepare(self._new(self.tables.receipts, names).on_conflict_do_nothing())

    @cached_property
    def claim_load(self) -> Prepared:
        """Count a worker's case up or down."""
        return self.prepare(self._claiming(limited=False))

    @cached_property
    def claim_load_within(self) -> Prepared:
        """Count a worker's case; writes nothing when the limit is reached."""
        return self.prepare(self._claiming(limited=True))

    def _claiming(self, *, limited: bool) -> ClauseElement:
        loads = self.tables.loads
        insert_ = self._new(loads, ("register", "capacity", "worker", "load"))
        after = loads.c.load + insert_.excluded.load
        claim: ClauseElement = insert_.on_conflict_do_update(
            index_elements=["register", "capacity", "worker"],
            set_={"load": after},
            where=after <= _given("limit", number=True) if limited else None,
        )
        return claim

    @cached_property
    def worker_loads(self) -> Prepared:
        """Read how many cases count on a worker."""
        loads = self.tables.loads
        counted = [*_equal(loads, ("register", "worker")), loads.c.load != 0]
        return self.prepare(select(loads.c.capacity, loads.c.load).where(*counted))

    @cached_property
    def arm_deadline(self) -> Prepared:
        """Put a time limit in, or in the place of the one with its id; a loan of it goes on, unless it was told."""
        deadlines = self.tables.deadlines
        names = (*HOME, "id", "rule", "service", "due_on", "due_at", "missed")
        new = self._new(deadlines, names)
        changes = {name: new.excluded[name] for name in names[3:]} | {"attempts": 0, "quarantined_at": null()}
        told = new.excluded.missed == 1
        changes |= {name: case((told, null()), else_=deadlines.c[name]) for name in ("lease_until", "token")}
        return self.prepare(new.on_conflict_do_update(index_elements=[*HOME, "id"], set_=changes))

    @cached_property
    def drop_deadline(self) -> Prepared:
        """Take a time limit off."""
        deadlines = self.tables.deadlines
        return self.prepare(delete(deadlines).where(*_equal(deadlines, (*HOME, "id"))))

    @cached_property
    def drop_holders(self) -> Prepared:
        """Take all parts in a case off."""
        holders = self.tables.holders
        return self.prepare(delete(holders).where(*_equal(holders, HOME)))

    @cached_property
    def add_holder(self) -> Prepared:
        """Put a part in a case in."""
        return self.prepare(self._new(self.tables.holders, (*HOME, "part", "name", "organisation", "worker")))

    @cached_property
    def add_message(self) -> Prepared:
        """Put a message in the outbox."""
        return self.prepare(self._new(self.tables.outbox, (*HOME, "seq", "type", "recorded_at")))

    # ── Queue ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def due_deadlines(self) -> Prepared:
        """Find the deadlines to lend, the longest due first; pass over those another worker is just taking."""
        return self._due_deadlines()

    @cached_property
    def due_deadlines_of_register(self) -> Prepared:
        """Find the deadlines to lend, of one register."""
        return self._due_deadlines("register")

    @cached_property
    def due_messages(self) -> Prepared:
        """Find the oldest unsent message of each case: the one after it waits, so that messages leave in order."""
        return self._due_messages()

    @cached_property
    def due_messages_of_register(self) -> Prepared:
        """Find the oldest unsent message of each case of one register."""
        return self._due_messages("register")

    def _due_deadlines(self, *of: str) -> Prepared:
        deadlines = self.tables.deadlines
        return self.prepare(
            select(*(deadlines.c[name] for name in DUE), _failures(deadlines))
            # As it stands in the index's own condition: with a value in its place the index would not be used.
            .where(deadlines.c.missed == literal_column("0"), deadlines.c.due_at <= _given("due"), *_free(deadlines))
            .where(*self._besides(deadlines, of))
            .order_by(deadlines.c.due_at, *(deadlines.c[name] for name in (*HOME, "id")))
            .limit(_given("limit", number=True))
            .with_for_update(skip_locked=True)
        )

    def _due_messages(self, *of: str) -> Prepared:
        outbox = self.tables.outbox
        older = outbox.alias("older")
        waits = (
            select(true())
            .where(older.c.register == outbox.c.register, older.c.case_id == outbox.c.case_id)
            .where(older.c.seq < outbox.c.seq, older.c.sent_at.is_(None), older.c.withheld_at.is_(None))
        )
        if self.on_server:
            # Keeps it from becoming a join, which without statistics of a new table is planned as one of all with all.
            waits = waits.offset(literal_column("0"))
        return self.prepare(
            select(*(outbox.c[name] for name in UNSENT), _failures(outbox))
            .where(outbox.c.sent_at.is_(None), outbox.c.withheld_at.is_(None), *_free(outbox), ~waits.exists())
            .where(*self._besides(outbox, of))
            .order_by(outbox.c.recorded_at, *(outbox.c[name] for name in HOME))
            .limit(_given("limit", number=True))
            .with_for_update(skip_locked=True, of=outbox)
        )

    @cached_property
    def lend_deadline(self) -> Prepared:
        """Lend a deadline."""
        return self._lend(self.tables.deadlines, "id")

    @cached_property
    def lend_message(self) -> Prepared:
        """Lend a message."""
        return self._lend(self.tables.outbox, "seq")

    @cached_property
    def settle_deadline(self) -> Prepared:
        """Take a deadline back; writes nothing when the lease was lost."""
        return self._settle(self.tables.deadlines, "id", ())

    @cached_property
    def settle_message(self) -> Prepared:
        """Take a message back; writes nothing when the lease was lost."""
        return self._settle(self.tables.outbox, "seq", ("sent_at", "withheld_at"))

    def _besides(self, table: Table, names: tuple[str, ...]) -> list[ColumnElement[bool]]:
        """Give a condition that must not choose the index: what is due is few, what a register holds is nearly all.

        SQLite would take the key that begins with the register; a `+` before a column keeps it from that.
        """
        if self._dialect.name != "sqlite":
            return _equal(table, names)
        return [UnaryExpression(table.c[name], operator=custom_op("+"), type_=Text()) == _given(name) for name in names]

    def _lend(self, table: Table, name: str) -> Prepared:
        changes = {name: _given(given) for name, given in (("lease_until", "until"), ("token", "new_token"))}
        changes["attempts"] = _given("attempts", number=True)
        return self.prepare(update(table).where(*_equal(table, (*HOME, name))).values(changes))

    def _settle(self, table: Table, name: str, more: tuple[str, ...]) -> Prepared:
        changes: dict[str, Any] = {each: _given(each) for each in ("lease_until", "quarantined_at", *more)}
        changes |= {"attempts": _given("attempts", number=True), "token": null()}
        return self.prepare(update(table).where(*_equal(table, (*HOME, name, "token"))).values(changes))

    # ── Definitions, keys, logs ────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def put_definition(self) -> Prepared:
        """Keep a definition, unless its digest is there."""
        names = ("digest", "name", "version", "text")
        return self.prepare(self._new(self.tables.definitions, names).on_conflict_do_nothing())

    @cached_property
    def get_definition(self) -> Prepared:
        """Read a definition."""
        t = self.tables.definitions
        return self.prepare(select(t.c.digest, t.c.name, t.c.version, t.c.text).where(*_equal(t, ("digest",))))

    @cached_property
    def add_key(self) -> Prepared:
        """Keep the wrapped key of a new case."""
        return self.prepare(self._new(self.tables.case_keys, (*HOME, "key_id", "wrapped")))

    @cached_property
    def rewrap_key(self) -> Prepared:
        """Put a key wrapped anew in the place of the old one; writes nothing when that is not there any more."""
        keys = self.tables.case_keys
        same = [
            keys.c.key_id == _given("old_key_id"),
            keys.c.wrapped == bindparam("old_wrapped", type_=keys.c.wrapped.type),
        ]
        changes = {name: bindparam(f"new_{name}", type_=keys.c[name].type) for name in ("key_id", "wrapped")}
        return self.prepare(update(keys).where(*_equal(keys, HOME), *same).values(changes))

    @cached_property
    def destroy_key(self) -> Prepared:
        """Destroy the key of a case."""
        keys = self.tables.case_keys
        return self.prepare(delete(keys).where(*_equal(keys, HOME)))

    @cached_property
    def add_erasure(self) -> Prepared:
        """Enter a case in the register of erasures, unless it is there."""
        names = (*HOME, "erased_at", "basis")
        return self.prepare(self._new(self.tables.erasures, names).on_conflict_do_nothing())

    @cached_property
    def erasures(self) -> Prepared:
        """Read the register of erasures."""
        t = self.tables.erasures
        return self.prepare(
            select(t.c.case_id, t.c.erased_at, t.c.basis)
            .where(*_equal(t, ("register",)), t.c.case_id > _given("after"))
            .order_by(t.c.case_id)
            .limit(_given("limit", number=True))
        )

    @cached_property
    def hold_case(self) -> Prepared:
        """Take the case's row, where the database has locks for rows."""
        cases = self.tables.cases
        return self.prepare(select(cases.c.version).where(*_equal(cases, HOME)).with_for_update())

    @cached_property
    def log_end(self) -> Prepared:
        """Read where a case's log ends."""
        log = self.tables.access_log
        last = select(log.c.number, log.c.hash).where(*_equal(log, HOME)).order_by(log.c.number.desc())
        return self.prepare(last.limit(literal_column("1")))

    @cached_property
    def add_log(self) -> Prepared:
        """Add to a case's log; writes nothing when another has written an entry of that number."""
        return self.prepare(self._new(self.tables.access_log, LOGGED).on_conflict_do_nothing())

    @cached_property
    def read_log(self) -> Prepared:
        """Read a case's log, from a number on."""
        log = self.tables.access_log
        return self.prepare(
            select(log.c.kind, log.c.entry)
            .where(*_equal(log, HOME), log.c.number > _given("after", number=True))
            .order_by(log.c.number)
            .limit(_given("limit", number=True))
        )

    def _new(self, table: Table, names: tuple[str, ...]) -> Any:
        return self._insert(table).values({name: bindparam(name, type_=table.c[name].type) for name in names})


def schema_of(tables: Tables) -> Select[str]:
    """Ask which version the tables are of."""
    meta = tables.meta
    return select(meta.c.value).where(meta.c.name == literal_column("'schema'"))


def _given(name: str, *, number: bool = False) -> BindParameter[Any]:
    return bindparam(name, type_=BigInteger() if number else Text())


def _equal(table: Table, names: tuple[str, ...]) -> list[ColumnElement[bool]]:
    return [table.c[name] == bindparam(name, type_=table.c[name].type) for name in names]


def _failures(table: Table) -> ColumnElement[int]:
    """How often it failed; a token that is still there belongs to somebody who never came back."""
    return table.c.attempts + case((table.c.token.is_(None), 0), else_=1)


def _free(table: Table) -> tuple[ColumnElement[bool], ...]:
    lease = table.c.lease_until
    return table.c.quarantined_at.is_(None), or_(lease.is_(None), lease <= _given("now"))

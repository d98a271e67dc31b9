"""Reading the log of use and disclosure: for the data-protection officer, and for the client who asks (703/2023 s. 11).

The log is itself personal data about the client, and about whoever dealt with the case. So reading it is a use that is
logged like any other, and an attempt that is refused is logged too: the officer who reads is seen by the next one who
does, and by the client.
"""

from __future__ import annotations

__all__ = ["OFFICER", "AccessLog", "access_log"]

from collections.abc import Iterator
from datetime import UTC, datetime

from attrs import evolve, frozen

from pathway_engine.authority import Standing
from pathway_engine.case.commands import Actor
from pathway_engine.case.deciding.erasing import keeping_role
from pathway_engine.case.intake import take_actor
from pathway_engine.case.model import Case
from pathway_engine.engine.core import PathwayEngine
from pathway_engine.engine.library import Shelf
from pathway_engine.engine.reading import use_of
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.uses import DisclosureEntry, UseEntry
from pathway_engine.stores.port import MOST_ROWS

OFFICER = "data_protection_officer"
"""A role that every register has (GDPR, articles 37-39), named by its pathways or not: it reads logs, not content."""

_OFFICER_NAMES = frozenset({OFFICER, "data protection officer", "tietosuojavastaava", "dataskyddsombud"})
_YEARS = 2
"""For how long back a client is told without a special reason (703/2023, section 11)."""


@frozen
class AccessLog:
    """What of a case's log somebody may read.

    Args:
        case_id: The case.
        client: Pseudonym of the client, so that the client's own acts can be told apart; empty once purged.
        entries: Oldest first, as they were before this reading.
        withheld: How many older ones were left out, because the client gave no reason for them.
    """

    case_id: str
    client: str
    entries: tuple[UseEntry | DisclosureEntry, ...]
    withheld: int = 0


def access_log(
    engine: PathwayEngine, case_id: str, actor: Actor, *, since: datetime | None = None, reason: bool = False
) -> AccessLog:
    """Read who used a case's data and to whom they were passed; a logged use.

    The client, or the client's representative, is told of the last two years, and of older ones for a special reason.
    The data-protection officer of the register, and whoever keeps it, is told everything. Of a purged case the log is
    left, and the officer alone may read it.

    Args:
        engine: The engine of the register.
        case_id: The case.
        actor: Who asks.
        since: Only what happened at this moment or later, aware.
        reason: True when the client has a special reason to ask for what is older than two years, and the controller
            has accepted it. That it was so is logged, the reason itself is not: it may be personal.

    Raises:
        CaseNotFound: There is no such case in this register, or its log is none of the actor's business.
    """
    now = engine.sources.clock().astimezone(UTC)
    try:
        case: Case | None = engine.case(case_id)
    except CaseNotFound:
        case = None
    as_client, entry = _asked(engine, case, actor, now, reason=reason)
    entries = tuple(_entries(engine, case_id))
    if case is None and not entries:
        raise CaseNotFound(case_id)
    engine.store.write(engine.register, case_id, entry)
    if not entry.allowed:
        raise CaseNotFound(case_id)
    wanted = [each for each in entries if since is None or each.at >= since]
    told = [each for each in wanted if not as_client or reason or each.at >= _years_before(now)]
    return AccessLog(case_id, case.client if case else "", tuple(told), len(wanted) - len(told))


def _asked(
    engine: PathwayEngine, case: Case | None, actor: Actor, now: datetime, *, reason: bool
) -> tuple[bool, UseEntry]:
    """Tell whether the client asks, and give the entry of the log that says who asked and whether it was allowed."""
    shelf: Shelf = engine.library.of(case.digest, engine.store) if case else engine.library.first
    taken = take_actor(shelf.machine, shelf.naming, actor, engine.pseudonym)
    standing = Standing(authority=shelf.machine.authority, case=case, actor=taken) if case is not None else None
    as_client = standing is not None and standing.is_client()
    # In a matter of their own nobody reads as the register's officer, but as the client.
    role = "" if standing is not None and standing.is_own() else _office(engine, shelf, taken)
    entry = use_of(shelf.pathway, taken, "access_log", now, allowed=bool(role) or as_client)
    if role:
        return False, evolve(entry, role=role)
    basis = "703/2023 s. 11" + (", special reason" if reason else "")
    return as_client, evolve(entry, basis=basis) if as_client else entry


def _office(engine: PathwayEngine, shelf: Shelf, actor: Actor) -> str:
    """Give the office in which an actor may read logs of this register; empty when there is none."""
    party = shelf.pathway.organisations.get(actor.organisation)
    at_home = ((party.register if party else "") or actor.organisation) == engine.register
    if at_home and any(role.casefold() in _OFFICER_NAMES for role in actor.roles):
        return OFFICER
    return keeping_role(shelf.pathway, actor, engine.register)


def _entries(engine: PathwayEngine, case_id: str) -> Iterator[UseEntry | DisclosureEntry]:
    after = 0
    while page := engine.store.read(engine.register, case_id, after=after):
        yield from page
        after += len(page)
        if len(page) < MOST_ROWS:
            return


def _years_before(now: datetime) -> datetime:
    try:
        return now.replace(year=now.year - _YEARS)
    except ValueError:  # the 29th of February
        return now.replace(year=now.year - _YEARS, day=28)

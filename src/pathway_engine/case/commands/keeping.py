"""Commands about records, permits, roles and the protection of data."""

from __future__ import annotations

__all__ = [
    "ERASURE_GROUNDS",
    "Correct",
    "EndRole",
    "Erase",
    "Forbid",
    "GivePermit",
    "LiftProhibition",
    "LiftRestriction",
    "NameWorker",
    "Record",
    "Restrict",
    "WithdrawPermit",
    "WithholdDisclosure",
]

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from pathway_engine.case.commands.base import Command, Value, shown


@frozen(kw_only=True)
class Record(Command):
    """Make a record: a form, plan, assessment, decision, meeting or contact.

    Args:
        record: Type of record.
        fields: Field -> value.
        supplements: True adds to the record that counts now; False replaces it.
        service: The service it is made in, if any.
    """

    name = "record"
    record: str = field(repr=shown)
    fields: Mapping[str, Value] = field(factory=dict, repr=False)
    supplements: bool = False
    service: str = field(default="", repr=shown)


@frozen(kw_only=True)
class Correct(Command):
    """Put right a record, permit or the last move, by its number; both values stay in the journal (§E3).

    Args:
        seq: Number of the event that was wrong.
        fields: The right fields of a record; all of them.
        until: The right last day of a permit.
        to: The right state, for a wrong move.
    """

    name = "correct"
    seq: int
    fields: Mapping[str, Value] = field(factory=dict, repr=False)
    until: date | None = None
    to: str = field(default="", repr=shown)


@frozen(kw_only=True)
class GivePermit(Command):
    """Write down the client's permit to pass information to a recipient.

    Args:
        kind: Kind of permit.
        recipient: Organisation.
        until: Last day, if any.
        records: Records it covers; all when left out.
        wording, language, channel: Evidence: hash of the wording shown, its language, and how it was given.
    """

    name = "give_permit"
    kind: str = field(repr=shown)
    recipient: str = field(repr=shown)
    until: date | None = None
    records: tuple[str, ...] = field(default=(), repr=shown)
    wording: str = field(default="", repr=False)
    language: str = field(default="", repr=False)
    channel: str = field(default="", repr=False)


@frozen(kw_only=True)
class WithdrawPermit(Command):
    """Withdraw a permit, by its id or its kind; it never undoes what was passed before."""

    name = "withdraw_permit"
    permit: str = field(repr=shown)


@frozen(kw_only=True)
class WithholdDisclosure(Command):
    """Hold back records that were to be passed, if their basis has gone since; the relay asks this before it sends.

    Only the system may ask it. It is refused while the basis stands: the message may leave (semantics §B2).

    Args:
        seq: Number of the event that passed them.
    """

    name = "withhold_disclosure"
    seq: int


@frozen(kw_only=True)
class Forbid(Command):
    """Write down that the client forbids giving information to a recipient (luovutuskielto)."""

    name = "forbid"
    recipient: str = field(repr=shown)
    records: tuple[str, ...] = field(default=(), repr=shown)


@frozen(kw_only=True)
class LiftProhibition(Command):
    """Take back a prohibition."""

    name = "lift_prohibition"
    prohibition: str = field(repr=shown)


@frozen(kw_only=True)
class NameWorker(Command):
    """Name who holds a role in this case."""

    name = "name_worker"
    role: str = field(repr=shown)
    organisation: str = field(default="", repr=shown)
    worker: str = field(default="", repr=False)


@frozen(kw_only=True)
class EndRole(Command):
    """End somebody's role in this case."""

    name = "end_role"
    role: str = field(repr=shown)


@frozen(kw_only=True)
class Restrict(Command):
    """Restrict the use of the client's data (GDPR art. 18)."""

    name = "restrict"
    reason: str = field(repr=False)


@frozen(kw_only=True)
class LiftRestriction(Command):
    """Lift the restriction."""

    name = "lift_restriction"
    reason: str = field(repr=False)


ERASURE_GROUNDS: Mapping[str, bool] = {
    "unlawful": True,
    "wrong_person": True,
    "legal_duty": True,
    "no_longer_needed": False,
    "consent_withdrawn": False,
    "objection": False,
}
"""Ground of an erasure (GDPR art. 17(1)) -> whether it is enough while the law has the data kept."""


@frozen(kw_only=True)
class Erase(Command):
    """Destroy the case's key: what is sealed in it can never be opened again, by anybody (semantics §D2).

    Only a role that `keeps` the register may ask it. Erasing again changes nothing and finishes what was left undone.

    Args:
        ground: One of `ERASURE_GROUNDS`. It stays in clear.
    """

    name = "erase"
    ground: str = field(repr=shown)

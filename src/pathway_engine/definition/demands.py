"""What a move may ask for, as an expert writes it.

These are values only: each kind says *what* is asked. Whether it is met is found in `pathway_engine.requirements`.
Because a requirement is data, the checker can reason about it, and a refusal can say what is missing and who can
supply it.
"""

from __future__ import annotations

__all__ = [
    "KINDS",
    "STATUSES",
    "AllOf",
    "AnyOf",
    "BasisRequirement",
    "CapacityRequirement",
    "ElapsedRequirement",
    "EvaluationsRequirement",
    "FlagRequirement",
    "MeetingRequirement",
    "Not",
    "PredicateRequirement",
    "RecordRequirement",
    "Requirement",
    "RoleNamedRequirement",
    "ServiceRequirement",
    "Where",
]

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from attrs import field, frozen

from pathway_engine.durations import Duration

Scalar = str | int | bool

STATUSES = ("open", "closed")


def _about(text: str) -> dict[str, str]:
    return {"description": text}


@frozen(kw_only=True)
class Where:
    """Conditions on the fields of a record; of a sealed field only `present` and `any_of` may be asked (§D1)."""

    present: tuple[str, ...] = field(default=(), metadata=_about("Fields that must be filled in."))
    any_of: tuple[str, ...] = field(default=(), metadata=_about("Fields of which at least one must be filled in."))
    equals: Mapping[str, Scalar] = field(factory=dict, metadata=_about("Field -> the value it must have."))
    one_of: Mapping[str, tuple[Scalar, ...]] = field(factory=dict, metadata=_about("Field -> values it may have."))
    contains: Mapping[str, str] = field(
        factory=dict, metadata=_about("Field of several choices -> a choice it must hold.")
    )
    at_least: Mapping[str, int] = field(
        factory=dict, metadata=_about("Field of several choices -> how many it must hold.")
    )
    min: Mapping[str, Scalar] = field(factory=dict, metadata=_about("Field -> smallest value, or earliest date."))
    max: Mapping[str, Scalar] = field(factory=dict, metadata=_about("Field -> largest value, or latest date."))
    within: Mapping[str, Duration] = field(factory=dict, metadata=_about("Date field -> how old it may be today."))

    @cached_property
    def asks_nothing(self) -> bool:
        """True when no condition is set, as with most requirements: the record itself is all they ask for."""
        return self == Where()


@frozen(kw_only=True)
class _Base:
    tag: ClassVar[str]
    id: str = field(default="", metadata=_about("Name of this requirement; `kind:target` when left out."))
    when: Requirement | None = field(default=None, metadata=_about("Asked only when this holds, such as a flag."))


@frozen(kw_only=True)
class RecordRequirement(_Base):
    """A record of that type is held, with its required fields and with what `where` asks."""

    tag = "record"
    record: str = field(metadata=_about("Type of record."))
    where: Where = field(factory=Where, metadata=_about("Conditions on its fields."))
    fresh: bool = field(
        default=False, metadata=_about("Made after the last move that relied on one: a form for each job.")
    )


@frozen(kw_only=True)
class BasisRequirement(_Base):
    """There is a valid basis for passing information: a permit of that kind, or a statute (semantics §B1)."""

    tag = "basis"
    basis: str = field(metadata=_about("Kind of permit."))
    recipient: str = field(default="", metadata=_about("Kind of organisation it must cover; any when left out."))


@frozen(kw_only=True)
class RoleNamedRequirement(_Base):
    """Somebody is named in that role (R033, R146)."""

    tag = "role_named"
    role_named: str = field(metadata=_about("Role."))


@frozen(kw_only=True)
class MeetingRequirement(_Base):
    """A meeting of that type was held with all these roles present; remote counts."""

    tag = "meeting"
    meeting: str = field(metadata=_about("Type of record that tells of the meeting."))
    present: tuple[str, ...] = field(metadata=_about("Roles that took part."))
    fresh: bool = field(default=False, metadata=_about("Held after the last move that relied on one."))


@frozen(kw_only=True)
class ServiceRequirement(_Base):
    """A parallel service is open, or none is."""

    tag = "service"
    service: str = field(metadata=_about("Service."))
    status: str = field(default="open", metadata={**_about("`open` or `closed`."), "choices": STATUSES})


@frozen(kw_only=True)
class FlagRequirement(_Base):
    """A flag is up (or, with `up: false`, down)."""

    tag = "flag"
    flag: str = field(metadata=_about("Flag."))
    up: bool = field(default=True, metadata=_about("False asks that the flag is down."))


@frozen(kw_only=True)
class EvaluationsRequirement(_Base):
    """One evaluation is on file in which all these roles took part (model.md, correction 1)."""

    tag = "evaluations"
    evaluations: str = field(metadata=_about("Type of record that holds the evaluation."))
    by: tuple[str, ...] = field(metadata=_about("Roles that must have evaluated."))
    fresh: bool = field(default=True, metadata=_about("Held after the last move that relied on one."))


@frozen(kw_only=True)
class CapacityRequirement(_Base):
    """The worker has room for one more case. Whether a full worker blocks or warns stands with the capacity (R093)."""

    tag = "capacity"
    capacity: str = field(metadata=_about("Capacity."))


@frozen(kw_only=True)
class ElapsedRequirement(_Base):
    """Some time has gone by; for follow-ups only, never for a way forward (semantics §T3)."""

    tag = "elapsed"
    elapsed: Duration = field(metadata=_about("How long."))
    since: str = field(
        default="state_entered",
        metadata={
            **_about("`state_entered`, `pending` or `record.<type>`."),
            "pattern": r"^(state_entered|pending|record\..+)$",
        },
    )


@frozen(kw_only=True)
class AllOf(_Base):
    """All of these."""

    tag = "all"
    all: tuple[Requirement, ...] = field(metadata=_about("Requirements."))


@frozen(kw_only=True)
class AnyOf(_Base):
    """At least one of these."""

    tag = "any"
    any: tuple[Requirement, ...] = field(metadata=_about("Requirements."))


@frozen(kw_only=True)
class Not(_Base):
    """This does not hold."""

    tag = "not"
    not_: Requirement = field(metadata={**_about("Requirement."), "key": "not"})


@frozen(kw_only=True)
class PredicateRequirement(_Base):
    """A predicate that the host registered under a name; it sees only the coded fields it declares here."""

    tag = "predicate"
    predicate: str = field(metadata=_about("Name the host registered."))
    inputs: tuple[str, ...] = field(default=(), metadata=_about("What it may see: `record.field`, `flag`, `state`."))


Requirement = (
    RecordRequirement
    | BasisRequirement
    | RoleNamedRequirement
    | MeetingRequirement
    | ServiceRequirement
    | FlagRequirement
    | EvaluationsRequirement
    | CapacityRequirement
    | ElapsedRequirement
    | AllOf
    | AnyOf
    | Not
    | PredicateRequirement
)

KINDS: Mapping[str, type[Requirement]] = {
    kind.tag: kind
    for kind in (
        RecordRequirement,
        BasisRequirement,
        RoleNamedRequirement,
        MeetingRequirement,
        ServiceRequirement,
        FlagRequirement,
        EvaluationsRequirement,
        CapacityRequirement,
        ElapsedRequirement,
        AllOf,
        AnyOf,
        Not,
        PredicateRequirement,
    )
}

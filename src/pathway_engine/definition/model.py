"""A pathway as an expert wrote it: frozen values; what follows from one alone is worked out once, nothing else is here.

What a key means stands in its description; the reference page and the JSON Schema are made from these descriptions.
Values here are already free of `extends`, `use`, `remove` and `add`: overlays and fragments are resolved before (see
`overlay` and `fragments`). Positions of the keys in the files are kept beside the model, never in it.
"""

from __future__ import annotations

__all__ = [
    "ANY_STATE",
    "LEGAL_HOLD",
    "PREVIOUS",
    "SERVICE_TASKS",
    "Capacity",
    "Catalogue",
    "Checklist",
    "Dated",
    "DatedValue",
    "Deadline",
    "Field",
    "Handover",
    "Levels",
    "Organisation",
    "Pathway",
    "PlainText",
    "RecordType",
    "Retention",
    "Review",
    "Role",
    "Service",
    "Settings",
    "State",
    "Statement",
    "Transition",
    "Validity",
]

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Generic, Literal, TypeVar

from attrs import field, frozen

from pathway_engine.definition.demands import Requirement
from pathway_engine.definition.statements import Checklist, Levels, Settings, Statement
from pathway_engine.durations import Duration
from pathway_engine.text import Text

T = TypeVar("T")

PREVIOUS = "previous"
ANY_STATE = "any"
LEGAL_HOLD = "legal_hold"
"""The flag that keeps a case from being erased and purged, whatever has run out."""
SERVICE_TASKS = "service_tasks"
"""The catalogue of service tasks (palvelutehtävät); a coded field with these options says which ones a case is."""

StateKind = Literal["ordinary", "outcome", "hold", "final"]
FieldType = Literal[
    "text", "choice", "choices", "date", "integer", "boolean", "role", "roles", "organisation", "worker"
]
FieldClass = Literal["coded", "confidential", "special"]
RecordKind = Literal["form", "plan", "assessment", "decision", "agreement", "meeting", "contact", "note"]
DeadlineKind = Literal["statutory", "regional", "quality"]
RetentionStart = Literal["closing", "last_closing", "death", "birth", "date"]
Relation = Literal["anyone", "client", "coordinating", "named", "participant", "provider", "receiver"]


def _about(text: str, **more: str | bool) -> dict[str, str | bool]:
    return {"description": text, **more}


@frozen(kw_only=True)
class Validity:
    """The days on which something is in force; both ends belong to it."""

    from_: date | None = field(default=None, metadata=_about("First day.", key="from"))
    to: date | None = field(default=None, metadata=_about("Last day."))
    by: Literal["pending", "event"] = field(default="pending", metadata=_about("Which date chooses (semantics §T2)."))


@frozen(kw_only=True)
class DatedValue(Generic[T]):
    """A value and the days on which it holds."""

    from_: date | None = field(default=None, metadata=_about("First day.", key="from"))
    to: date | None = field(default=None, metadata=_about("Last day."))
    value: T = field(metadata=_about("The value."))


@frozen(kw_only=True)
class Dated(Generic[T]):
    """A value that changed with the law: one entry a period, resolved when deciding (semantics §T2)."""

    dated: tuple[DatedValue[T], ...] = field(metadata=_about("Periods and values."))
    by: Literal["pending", "event"] = field(
        default="pending", metadata=_about("Chosen by the date the matter became pending, or the event's.")
    )


@frozen(kw_only=True)
class PlainText:
    """What the client reads: plain words, with an own heading when the thing's title is not plain."""

    title: Text | None = field(default=None, metadata=_about("Heading for the client."))
    text: Text = field(
        metadata=_about("Plain words; {worker}, {phone}, {date}, {organisation}, {reason} stand uninflected.")
    )


@frozen(kw_only=True)
class Catalogue:
    """A list that regions may lengthen: signs, places, reasons."""

    title: Text = field(metadata=_about("Name of the list."))
    items: Mapping[str, Text] = field(metadata=_about("Id -> label, in order."))


@frozen(kw_only=True)
class Role:
    """A role somebody acts in, and the relation to the case that goes with it (semantics §M3)."""

    title: Text = field(metadata=_about("Name of the role."))
    relation: tuple[Relation, ...] = field(
        default=("named", "coordinating"),
        metadata=_about("Any one of these ties the actor to the case; without it nothing is allowed."),
    )
    held_by: tuple[str, ...] = field(
        default=(), metadata=_about("Roles whose holders may act in this one (R032: five coordinator roles).")
    )
    organisation: str = field(default="", metadata=_about("Kind of organisation one must act for; any when left out."))
    keeps: bool = field(
        default=False,
        metadata=_about("May erase and purge cases of the register it acts for; that needs no relation to the case."),
    )


@frozen(kw_only=True)
class Organisation:
    """A kind of party, or with `kind` a party of the region."""

    title: Text = field(metadata=_about("Name."))
    kind: str = field(default="", metadata=_about("The kind of party it is; empty when this entry is a kind itself."))
    register: str = field(
        default="", metadata=_about("Controller whose register it writes to; its own when left out (§B1).")
    )


@frozen(kw_only=True)
class Field:
    """One field of a record."""

    title: Text = field(metadata=_about("Label."))
    type: FieldType = field(metadata=_about("Type of value."))
    required: bool = field(default=False, metadata=_about("Must be filled in before a move relies on the record."))
    class_: FieldClass = field(
        default="confidential",
        metadata=_about("`coded` is kept in clear for rules and statistics; the others are sealed.", key="class"),
    )
    options: str = field(default="", metadata=_about("Catalogue of the choices."))
    min: int | None = field(default=None, metadata=_about("Smallest integer."))
    max: int | None = field(default=None, metadata=_about("Largest integer."))
    by: tuple[str, ...] = field(
        default=(), metadata=_about("Roles that can supply it; those of the record when left out.")
    )


@frozen(kw_only=True)
class RecordType:
    """A form, plan, assessment, decision or contact: one idea, declared fields."""

    title: Text = field(metadata=_about("Name."))
    kind: RecordKind = field(metadata=_about("Kind of record."))
    fields: Mapping[str, Field] = field(factory=dict, metadata=_about("Fields, in order."))
    by: tuple[str, ...] = field(metadata=_about("Roles that may make it."))
    law: str | Dated[str] = field(default="", metadata=_about("Law it rests on."))

    @cached_property
    def required(self) -> tuple[str, ...]:
        """Fields that must be filled in before a move relies on the record."""
        return tuple(name for name, each in self.fields.items() if each.required)


@frozen(kw_only=True)
class State:
    """A place on the path. Groups are already flattened: `coaching.job_search`."""

    title: Text = field(metadata=_about("Name."))
    kind: StateKind = field(
        default="ordinary", metadata=_about("`ordinary`, `outcome`, `hold` or `final` (semantics §M5).")
    )
    initial: bool = field(default=False, metadata=_about("A case opens here."))
    phase: str = field(
        default="", metadata=_about("Phase it belongs to, for reports; one of `phases` when the pathway lists them.")
    )
    responsible: str | Dated[str] = field(
        default="", metadata=_about("Role that answers for the client here; needed unless final.")
    )
    counts_as: tuple[str, ...] = field(
        default=(), metadata=_about("What it counts as in statistics, such as `employed`.")
    )
    plain: PlainText | None = field(default=None, metadata=_about("What the client reads here."))


@frozen(kw_only=True)
class Handover:
    """A warm handover that belongs to a move (semantics §H)."""

    to: str = field(metadata=_about("Role that receives the client."))
    organisation: str = field(default="", metadata=_about("Kind of organisation that may receive; any when left out."))
    when: Literal["always", "another_organisation"] = field(
        default="another_organisation", metadata=_about("When the move is a handover.")
    )
    extract: tuple[str, ...] = field(default=(), metadata=_about("Records passed on, if there is a basis."))
    basis: str = field(default="", metadata=_about("Kind of permit that allows the extract."))
    statute: str = field(default="", metadata=_about("Statute that gives the receiver a right to the extract."))
    accept_within: Duration | None = field(
        default=None, metadata=_about("Not accepted in time is escalated, never moved (§H5).")
    )
    escalate_to: tuple[str, ...] = field(
        default=("coordinator",), metadata=_about("Roles told when nobody accepts in time.")
    )
    declinable: bool = field(
        default=True, metadata=_about("False: the receiver may only transfer it to the competent authority.")
    )


@frozen(kw_only=True)
class Transition:
    """A move. Without `to` the case stays where it is."""

    title: Text = field(metadata=_about("Name."))
    trigger: str = field(
        default="",
        metadata=_about("The move's word when several entries share it, one for each state (§M1); the key otherwise."),
    )
    from_: tuple[str, ...] = field(
        metadata=_about("States or groups; `any` is every state that is not final.", key="from")
    )
    to: str = field(
        default="", metadata=_about("State or group; `previous` is the state left when the case was put on hold.")
    )
    by: tuple[str, ...] | Dated[tuple[str, ...]] = field(metadata=_about("Roles, any one of which may make it."))
    agreed_by: tuple[str, ...] = field(
        default=(), metadata=_about("Roles whose agreement the act records: a joint act.")
    )
    fact: bool = field(
        default=False,
        metadata=_about("Something that has happened: never refused, what is missing becomes a task (§M4)."),
    )
    requires: tuple[Requirement, ...] = field(
        default=(), metadata=_about("What must hold; all that is missing is listed at once.")
    )
    advises: tuple[Requirement, ...] = field(
        default=(), metadata=_about("Agreed practice: missing it warns and is counted, never blocks.")
    )
    handover: Handover | None = field(default=None, metadata=_about("The warm handover that goes with it."))
    reasons: str = field(default="", metadata=_about("Catalogue from which a reason must be given."))
    sets: tuple[str, ...] = field(default=(), metadata=_about("Flags it raises."))
    clears: tuple[str, ...] = field(default=(), metadata=_about("Flags it lowers."))
    tasks_within: Duration | None = field(default=None, metadata=_about("How soon the tasks of a fact are due."))


@frozen(kw_only=True)
class Deadline:
    """A time limit: how it is anchored, counted and met (semantics §T1). It never blocks anybody."""

    title: Text = field(metadata=_about("Name."))
    from_: str = field(
        metadata=_about(
            "`pending`, `state_entered`, `event:<move or record>` or `record.<type>.<field>`.",
            key="from",
            pattern=r"^(pending|state_entered|event:.+|record\.[^.]+\..+)$",
        )
    )
    in_: tuple[str, ...] = field(
        default=(), metadata=_about("States or groups it belongs to, for `state_entered`.", key="in")
    )
    within: Duration | Dated[Duration] | None = field(
        default=None, metadata=_about("Time from the anchor; may be negative.")
    )
    every: Duration | None = field(
        default=None, metadata=_about("Repeats: next round counted from the day it was met.")
    )
    for_: Duration | None = field(
        default=None, metadata=_about("No round is due later than this after the anchor.", key="for")
    )
    met_by: tuple[str, ...] = field(default=(), metadata=_about("Records or moves that meet it."))
    kind: DeadlineKind = field(metadata=_about("`statutory` needs a law id; `regional` and `quality` are not law."))
    law: str = field(default="", metadata=_about("Law id, such as L5."))
    valid: Validity | None = field(default=None, metadata=_about("Days on which the rule is in force."))
    calendar: Literal["day", "working_day"] = field(default="day", metadata=_about("How days are counted (C4)."))
    shift: bool = field(
        default=False, metadata=_about("A last day on a holiday or Saturday moves to the next working day (C3).")
    )
    on_miss: Literal["warn", "escalate"] = field(
        default="warn", metadata=_about("What a missed one does: tells, or tells the escalation roles too.")
    )
    notify: tuple[str, ...] = field(
        default=(), metadata=_about("Roles told when it is missed; the responsible role when left out.")
    )
    escalate_to: tuple[str, ...] = field(default=(), metadata=_about("Roles told besides when `on_miss: escalate`."))
    verify: bool = field(default=False, metadata=_about("The source is not sure enough to ship as statutory."))


@frozen(kw_only=True)
class Review:
    """How often a service is looked at together, and by which record."""

    every: Duration = field(metadata=_about("Interval, counted from the last review."))
    kind: DeadlineKind = field(default="regional", metadata=_about("Kind of time limit."))
    law: str = field(default="", metadata=_about("Law id when statutory."))
    met_by: str = field(metadata=_about("Record or move of the service that counts as the review."))
    title: Text | None = field(default=None, metadata=_about("Name of the time limit."))
    notify: tuple[str, ...] = field(default=(), metadata=_about("Roles told when it is missed."))


@frozen(kw_only=True)
class Service:
    """A parallel service: its own small machine beside the main path (R003, R107)."""

    title: Text = field(metadata=_about("Name."))
    states: Mapping[str, State] = field(metadata=_about("States of the service, from its fragment."))
    transitions: Mapping[str, Transition] = field(metadata=_about("Moves of the service, from its fragment."))
    deadlines: Mapping[str, Deadline] = field(factory=dict, metadata=_about("Time limits of the service."))
    by: tuple[str, ...] = field(metadata=_about("Roles that may open it."))
    requires: tuple[Requirement, ...] = field(default=(), metadata=_about("What must hold before it is opened."))
    organiser: str | Dated[str] = field(default="", metadata=_about("Kind of organisation that organises it."))
    review: Review | None = field(default=None, metadata=_about("Regular review."))
    counts_as: tuple[str, ...] = field(default=(), metadata=_about("What it counts as in statistics."))
    service_tasks: tuple[str, ...] = field(
        default=(), metadata=_about("Service tasks a case belongs to once the service has been opened in it.")
    )
    law: str | Dated[str] = field(default="", metadata=_about("Law it rests on; the event of its opening keeps which."))
    plain: PlainText | None = field(default=None, metadata=_about("What the client reads about it."))


@frozen(kw_only=True)
class Capacity:
    """How many cases one worker may have (R093: 20 in purchased coaching)."""

    title: Text = field(metadata=_about("Name."))
    per: str = field(metadata=_about("Role whose named worker is counted."))
    limit: int = field(metadata=_about("Cases."))
    over: Literal["block", "warn"] = field(default="warn", metadata=_about("What one case too many does."))
    counts: tuple[str, ...] = field(metadata=_about("States or groups in which a case counts."))


@frozen(kw_only=True)
class Retention:
    """How long the data of cases of a service task are kept (703/2023).

    Of several rules that hold for a case the longest counts. A case for which none holds is never due.
    """

    title: Text = field(metadata=_about("Name."))
    service_tasks: tuple[str, ...] = field(
        metadata=_about("Service tasks whose cases it holds for, from the catalogue `service_tasks`.")
    )
    from_: RetentionStart = field(
        metadata=_about(
            "`closing` of the case; `last_closing` of the client's cases of these tasks; `death`; `birth`; a `date`.",
            key="from",
        )
    )
    day: str = field(
        default="",
        metadata=_about(
            "Where the day of death or birth, or the date, stands: `flag.<flag>`, the day it was raised;"
            " `record.<type>.<field>`; or a day itself.",
            pattern=r"^(flag\..+|record\.[^.]+\..+|[0-9]{4}-[0-9]{2}-[0-9]{2})$",
        ),
    )
    once: tuple[str, ...] = field(
        default=(), metadata=_about("Flags, any one of which must be up for the time to run: the need has ended.")
    )
    keep: Duration | None = field(default=None, metadata=_about("How long; left out when kept permanently."))
    archive: Literal["none", "permanent"] = field(
        default="none", metadata=_about("`permanent`: kept for ever, by a decision of the National Archives.")
    )
    law: str = field(metadata=_about("Law id, such as L33."))
    valid: Validity | None = field(default=None, metadata=_about("Days on which the rule is in force."))
    verify: bool = field(
        default=False, metadata=_about("The source is not complete or not sure: until it is, nothing is due by it.")
    )


@frozen(kw_only=True)
class Pathway:
    """A whole pathway, ready to compile."""

    pathway: str = field(metadata=_about("Name: the file's name without its ending."))
    version: str = field(metadata=_about("Version, always in quotes."))
    title: Text = field(metadata=_about("Name for people."))
    valid: Validity = field(
        factory=Validity, metadata=_about("Chosen by the date the matter became pending, never by today.")
    )
    subject: Literal["client", "region"] = field(
        default="client", metadata=_about("Whose case it is; a region's matters have no client.")
    )
    catalogues: Mapping[str, Catalogue] = field(factory=dict, metadata=_about("Lists."))
    roles: Mapping[str, Role] = field(factory=dict, metadata=_about("Roles."))
    organisations: Mapping[str, Organisation] = field(factory=dict, metadata=_about("Parties and kinds of party."))
    phases: Mapping[str, Text] = field(
        factory=dict, metadata=_about("Phases of the path, in order -> name, for reports and diagrams.")
    )
    flags: Mapping[str, Text] = field(factory=dict, metadata=_about("Flags."))
    permits: Mapping[str, Text] = field(factory=dict, metadata=_about("Kinds of permit for passing information."))
    records: Mapping[str, RecordType] = field(factory=dict, metadata=_about("Types of record."))
    states: Mapping[str, State] = field(metadata=_about("States, groups flattened."))
    groups: Mapping[str, Text] = field(factory=dict, metadata=_about("Groups of states -> name; made from `use`."))
    transitions: Mapping[str, Transition] = field(metadata=_about("Moves."))
    deadlines: Mapping[str, Deadline] = field(factory=dict, metadata=_about("Time limits."))
    services: Mapping[str, Service] = field(factory=dict, metadata=_about("Parallel services."))
    capacities: Mapping[str, Capacity] = field(factory=dict, metadata=_about("Caseload limits."))
    service_tasks: tuple[str, ...] = field(
        default=(), metadata=_about("Service tasks that every case belongs to, from the catalogue `service_tasks`.")
    )
    retention: Mapping[str, Retention] = field(
        factory=dict, metadata=_about("How long cases are kept, by service task.")
    )
    plain: Mapping[str, PlainText] = field(
        factory=dict, metadata=_about("Texts for the client beside the states': `always`, `waiting`, `handover`.")
    )
    checklist: Checklist | None = field(
        default=None, metadata=_about("What the region states for its checklist; no rule, so no part of the digest.")
    )
    digest: str = field(
        default="", metadata=_about("SHA-256 of the effective rules, set by the loader (semantics §O2).", made=True)
    )

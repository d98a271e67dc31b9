"""Is a requirement met, and if not, what is missing and who can supply it.

One small function for each kind, found in `_CHECKS`. Each sees the case and today's date and nothing else, and
lists at once all that is missing, so that nobody is sent home twice (promise 5, R004); an empty list is a yes.
"""

from __future__ import annotations

__all__ = [
    "CaseView",
    "HolderView",
    "Reason",
    "Reasons",
    "RecordView",
    "Room",
    "Situation",
    "all_missing",
    "is_met",
    "missing",
    "records_of",
]

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from pathway_engine.definition import demands as d
from pathway_engine.definition.model import Pathway, RecordType
from pathway_engine.durations import FIRST_DATE, LAST_DATE, DateRangeError, Duration
from pathway_engine.situation import CaseView, HolderView, RecordView, Room, Situation
from pathway_engine.text import Message, Names, Param, Ref, listed, message, render


@frozen
class Reason:
    """One thing that is missing, as data.

    Args:
        message: What is missing.
        who: Roles that can supply it.
        requirement: Id of the requirement, such as `record:client_plan`.
        alternatives: For "one of these": the reasons of each alternative.
    """

    message: Message
    who: tuple[str, ...] = ()
    requirement: str = ""
    alternatives: tuple[tuple[Reason, ...], ...] = ()

    @property
    def code(self) -> str:
        """Stable code of the reason, such as `record-missing`."""
        return self.message.code

    def text(self, language: str, names: Names | None = None) -> str:
        """Write what is missing in `language`."""
        if not self.alternatives:
            return render(self.message, language, names)
        choices = [listed([each.text(language, names) for each in one], language) for one in self.alternatives]
        return render(message("any-of", alternatives="; ".join(choices)), language, names)

    def suppliers(self, language: str, names: Names | None = None) -> str:
        """Write who can supply it, or an empty text."""
        return ", ".join(names.label("role", role, language) if names else role for role in self.who)


Reasons = tuple[Reason, ...]


def missing(requirement: d.Requirement, situation: Situation) -> Reasons:
    """Tell all that is missing for `requirement`; nothing when it is met, or when its `when` does not hold."""
    if requirement.when is not None and missing(requirement.when, situation):
        return ()
    found = _CHECKS[type(requirement)](requirement, situation)
    if not found:
        return ()
    return tuple(
        each if each.requirement else Reason(each.message, each.who, requirement.id, each.alternatives)
        for each in found
    )


def is_met(requirement: d.Requirement, situation: Situation) -> bool:
    """Tell whether nothing is missing, where nobody is told what is: a record that is not there needs no words."""
    if requirement.when is None and isinstance(requirement, d.RecordRequirement):
        held = situation.case.records.get(requirement.record)
        if held is None or (requirement.fresh and held.used):
            return False
    return not missing(requirement, situation)


def all_missing(requirements: Iterable[d.Requirement], situation: Situation) -> Reasons:
    """Tell all that is missing for all of them, each thing once."""
    return tuple(dict.fromkeys(reason for each in requirements for reason in missing(each, situation)))


def records_of(requirement: d.Requirement) -> tuple[str, ...]:
    """Give every type of record the requirement may rest on."""
    match requirement:
        case d.RecordRequirement():
            return (requirement.record,)
        case d.MeetingRequirement():
            return (requirement.meeting,)
        case d.EvaluationsRequirement():
            return (requirement.evaluations,)
        case d.AllOf():
            return tuple(name for each in requirement.all for name in records_of(each))
        case d.AnyOf():
            return tuple(name for each in requirement.any for name in records_of(each))
        case _:
            return ()


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _record_ref(name: str) -> Ref:
    return Ref("record", name)


def _kind(kind: RecordType) -> Message:
    # A small word that each language has its own for: "lomake", "blanketten", "form".
    return message(f"kind-{kind.kind}")


def _suppliers(kind: RecordType, name: str) -> tuple[str, ...]:
    return kind.fields[name].by or kind.by


def _held(record: str, situation: Situation, *, fresh: bool) -> tuple[RecordView | None, Reasons]:
    held = situation.case.records.get(record)
    kind = situation.pathway.records[record]
    if held is not None and not (fresh and held.used):
        return held, ()
    code = "record-missing" if held is None else "record-stale"
    return None, (Reason(message(code, kind=_kind(kind), record=_record_ref(record)), kind.by),)


def _record(asked: d.RecordRequirement, situation: Situation) -> Reasons:
    held, absent = _held(asked.record, situation, fresh=asked.fresh)
    if held is None:
        return absent
    kind, where = situation.pathway.records[asked.record], asked.where
    needed = kind.required
    if where.present:
        needed = tuple(name for name, each in kind.fields.items() if each.required or name in where.present)
    empty = [_field_missing(asked.record, kind, name) for name in needed if not held.holds(name)]
    return tuple(empty) if where.asks_nothing else (*empty, *_where(asked.record, kind, where, held, situation))


def _field_missing(record: str, kind: RecordType, name: str) -> Reason:
    params = {"field": Ref("field", f"{record}.{name}"), "record": _record_ref(record)}
    return Reason(message("field-missing", **params), _suppliers(kind, name))


def _where(record: str, kind: RecordType, where: d.Where, held: RecordView, situation: Situation) -> Reasons:
    def lacking(code: str, name: str, expected: Param) -> Reason:
        field_, record_ = Ref("field", f"{record}.{name}"), _record_ref(record)
        return Reason(message(code, field=field_, record=record_, expected=expected), _suppliers(kind, name))

    found: list[Reason] = []
    if where.any_of and not any(held.holds(name) for name in where.any_of):
        fields = tuple(Ref("field", f"{record}.{name}") for name in where.any_of)
        who = tuple(dict.fromkeys(role for name in where.any_of for role in _suppliers(kind, name)))
        found.append(Reason(message("fields-any", fields=fields, record=_record_ref(record)), who))
    for code, name, expected in _unequal(kind, where, held):
        found.append(lacking(code, name, expected))
    for code, name, expected in _out_of_bounds(where, held, situation.today):
        found.append(lacking(code, name, expected))
    return tuple(found)


Lack = tuple[str, str, Param]
"""What a field lacks: code of the message, name of the field, and what was expected."""


def _expected(kind: RecordType, name: str, value: Any) -> Ref | Message:
    if isinstance(value, bool):
        return message("answer-yes" if value else "answer-no")
    options = kind.fields[name].options
    return Ref("option", f"{options}.{value}") if options else message("plain", text=str(value))


def _unequal(kind: RecordType, where: d.Where, held: RecordView) -> Iterator[Lack]:
    for name, value in where.equals.items():
        if held.coded.get(name) != value:
            yield "field-value", name, _expected(kind, name, value)
    for name, values in where.one_of.items():
        if held.coded.get(name) not in values:
            yield "field-value", name, tuple(_expected(kind, name, value) for value in values)
    for name, item in where.contains.items():
        if item not in held.coded.get(name, ()):
            yield "field-holds", name, _expected(kind, name, item)
    for name, count in where.at_least.items():
        if len(held.coded.get(name, ())) < count:
            yield "field-at-least", name, count


def _out_of_bounds(where: d.Where, held: RecordView, today: date) -> Iterator[Lack]:
    for name, least in where.min.items():
        value = held.coded.get(name)
        if value is None or _comparable(value) < _comparable(least):
            yield "field-at-least", name, str(least)
    for name, most in where.max.items():
        value = held.coded.get(name)
        if value is None or _comparable(value) > _comparable(most):
            yield "field-at-most", name, str(most)
    for name, age in where.within.items():
        value = held.coded.get(name)
        if value is None or _later(date.fromisoformat(str(value)), age) < today:
            yield "field-too-old", name, str(age)


def _later(day: date, length: Duration) -> date:
    try:
        return length.add_to_date(day)
    except DateRangeError:  # beyond every day that anybody asks on
        return FIRST_DATE if length.is_negative else LAST_DATE


def _comparable(value: Any) -> tuple[int, str]:
    # Whole numbers compare as numbers; coded dates are ISO text, whose order is that of the days.
    return (value, "") if isinstance(value, int) else (0, str(value))


def _meeting(asked: d.MeetingRequirement, situation: Situation) -> Reasons:
    return _together("meeting-missing", asked.meeting, asked.present, situation, fresh=asked.fresh)


def _evaluations(asked: d.EvaluationsRequirement, situation: Situation) -> Reasons:
    return _together("evaluation-missing", asked.evaluations, asked.by, situation, fresh=asked.fresh)


def _together(code: str, record: str, roles: tuple[str, ...], situation: Situation, *, fresh: bool) -> Reasons:
    """A record in which all these roles took part, as its field of type `roles` tells."""
    kind = situation.pathway.records[record]
    held = situation.case.records.get(record)
    present: Any = ()
    if held is not None and not (fresh and held.used):
        present = next((held.coded.get(name, ()) for name, each in kind.fields.items() if each.type == "roles"), ())
    absent = tuple(role for role in roles if role not in present)
    if not absent:
        return ()
    refs = tuple(Ref("role", role) for role in (absent if present else roles))
    return (Reason(message(code, record=_record_ref(record), roles=refs), kind.by),)


# ── everything else ────────────────────────────────────────────────────────────────────────────────────────────────


def _basis(asked: d.BasisRequirement, situation: Situation) -> Reasons:
    for permit in situation.case.permits.values():
        in_time = permit.until is None or permit.until >= situation.today
        organisation = situation.pathway.organisations.get(permit.recipient)
        kind = organisation.kind if organisation else ""
        if permit.kind == asked.basis and in_time and asked.recipient in {"", permit.recipient, kind}:
            return ()
    return (Reason(message("basis-missing", permit=Ref("permit", asked.basis)), ("client",)),)


def _role_named(asked: d.RoleNamedRequirement, situation: Situation) -> Reasons:
    role = situation.pathway.roles[asked.role_named]
    # A role that others hold, such as the coordinator's, is named as soon as one of them is (R032). An organisation
    # alone is no name: somebody has to answer (L7).
    for each in (asked.role_named, *role.held_by):
        holder = situation.case.named.get(each)
        if holder is not None and holder.worker:
            return ()
    return (Reason(message("role-not-named", role=Ref("role", asked.role_named)), ("coordinator",)),)


def _service(asked: d.ServiceRequirement, situation: Situation) -> Reasons:
    is_open = any(track.kind == asked.service for track in situation.case.services.values())
    if is_open == (asked.status == "open"):
        return ()
    code = "service-still-open" if is_open else "service-not-open"
    by = situation.pathway.services[asked.service].by
    return (Reason(message(code, service=Ref("service", asked.service)), by),)


def _flag(asked: d.FlagRequirement, situation: Situation) -> Reasons:
    if (asked.flag in situation.case.flags) == asked.up:
        return ()
    return (Reason(message("flag-down" if asked.up else "flag-up", flag=Ref("flag", asked.flag))),)


def _capacity(asked: d.CapacityRequirement, situation: Situation) -> Reasons:
    capacity = situation.pathway.capacities[asked.capacity]
    room = situation.rooms.get(asked.capacity, Room())
    if capacity.over == "warn" or room.counted or room.others < capacity.limit:
        return ()
    full = message("capacity-full", role=Ref("role", capacity.per), count=room.others, limit=capacity.limit)
    return (Reason(full, (capacity.per,)),)


def _elapsed(asked: d.ElapsedRequirement, situation: Situation) -> Reasons:
    case = situation.case
    since: date | None = {"pending": case.pending_on, "state_entered": case.entered_on}.get(asked.since)
    if since is None:
        held = case.records.get(asked.since.removeprefix("record."))
        since = held.occurred_on if held else situation.today
    ready = _later(since, asked.elapsed)
    return () if situation.today >= ready else (Reason(message("too-early", on=ready)),)


def _all(asked: d.AllOf, situation: Situation) -> Reasons:
    return all_missing(asked.all, situation)


def _any(asked: d.AnyOf, situation: Situation) -> Reasons:
    alternatives = []
    for each in asked.any:
        found = missing(each, situation)
        if not found:
            return ()
        alternatives.append(found)
    who = tuple(dict.fromkeys(role for one in alternatives for reason in one for role in reason.who))
    return (Reason(message("any-of", alternatives=""), who, alternatives=tuple(alternatives)),)


def _not(asked: d.Not, situation: Situation) -> Reasons:
    if missing(asked.not_, situation):
        return ()
    return (Reason(message("not-holding", what=_described(asked.not_, situation.pathway))),)


def _described(asked: d.Requirement, pathway: Pathway) -> Message:
    """Give what a requirement asks for as words, for a sentence that says it should not hold."""
    match asked:
        case d.RecordRequirement():
            kind = _kind(pathway.records[asked.record])
            return message("record-missing", kind=kind, record=_record_ref(asked.record))
        case d.FlagRequirement():
            return message("flag-down", flag=Ref("flag", asked.flag))
        case d.RoleNamedRequirement():
            return message("role-not-named", role=Ref("role", asked.role_named))
        case d.ServiceRequirement():
            return message("service-not-open", service=Ref("service", asked.service))
        case d.BasisRequirement():
            return message("basis-missing", permit=Ref("permit", asked.basis))
        case _:
            return message("plain", text=asked.id or asked.tag)


def _predicate(asked: d.PredicateRequirement, situation: Situation) -> Reasons:
    registered = situation.predicates.get(asked.predicate)
    if registered is None:
        return (Reason(message("predicate-unknown", name=asked.predicate)),)
    if registered({name: _input(name, situation.case) for name in asked.inputs}):
        return ()
    return (Reason(message("predicate-unmet", name=asked.predicate)),)


def _input(name: str, case: CaseView) -> Any:
    if name == "state":
        return case.state
    record, dot, part = name.partition(".")
    if not dot:
        return name in case.flags
    held = case.records.get(record)
    return held.coded.get(part) if held else None


_CHECKS: dict[type[Any], Callable[[Any, Situation], Reasons]] = {
    d.RecordRequirement: _record,
    d.BasisRequirement: _basis,
    d.RoleNamedRequirement: _role_named,
    d.MeetingRequirement: _meeting,
    d.ServiceRequirement: _service,
    d.FlagRequirement: _flag,
    d.EvaluationsRequirement: _evaluations,
    d.CapacityRequirement: _capacity,
    d.ElapsedRequirement: _elapsed,
    d.AllOf: _all,
    d.AnyOf: _any,
    d.Not: _not,
    d.PredicateRequirement: _predicate,
}

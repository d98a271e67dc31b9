"""Taking a command in: names become ids, persons become pseudonyms, and what is personal is set apart.

Deciding never sees plain personal data (semantics §D1): it is told only which sealed fields are filled in. Free text
that was given where a code belongs is treated as a note: sealed, with the code `other` in its place.
"""

from __future__ import annotations

__all__ = ["Taken", "is_case_id", "take_actor", "take_in"]

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date
from functools import cache
from typing import Any

from attrs import evolve, fields_dict, frozen

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.case.events import Event, RecordCorrected, Recorded
from pathway_engine.case.fields import FieldFault, clean_text, read_value
from pathway_engine.case.model import Case
from pathway_engine.case.naming import Naming
from pathway_engine.definition.model import RecordType
from pathway_engine.durations import FIRST_DATE, LAST_DATE
from pathway_engine.machine import Machine
from pathway_engine.requirements import Reason
from pathway_engine.text import Param, Ref, message

_NO_HINT = message("plain", text="")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,63}")
_CASE_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_IDENTITY_CODE = re.compile(r"\d{6}[-+A-Ya-y]\d{3}[0-9A-Za-z]")
_PERSON_LIMIT = 200

_REFERENCES: Mapping[str, str] = {
    "receiver": "organisation",
    "recipient": "organisation",
    "organisation": "organisation",
    "organiser": "organisation",
    "provider": "organisation",
    "to_organisation": "organisation",
    "record": "record",
    "role": "role",
    "receiver_role": "role",
    "basis": "permit",
    "kind": "permit",
}
"""Arguments of commands that name a thing of the definition, and the kind of thing."""

_DAYS = ("pending_on", "until", "due_on", "expected_on")
_PERSONS = ("worker", "receiver_worker", "client")
_SHAPES: Mapping[str, str] = {
    "language": "[a-z]{2,3}",
    "wording": "[0-9a-f]{64}",
    "channel": "in_person|phone|video|online|paper|message",
    "without_meeting": ".*",
    "reason": "",
    "end_open": "",
    "place": "",
}
"""Arguments that are kept in clear, and the shape of what is a code there; items of the definition's catalogues are
codes besides, and so are the few words in `_COMMON`. Whatever else is typed may be personal: it is sealed like a
note."""

_COMMON = frozenset(
    {"other", "own_wish", "client_wish", "not_competent", "no_room", "mistake", "ended", "completed", "moved"}
)


@frozen
class _Arguments:
    """Which arguments of a kind of command are looked at in taking it in.

    Args:
        named: Those that name a thing of the definition, with the kind of thing, and persons, with no kind; in order.
        days: Those that are days.
        codes: Those that are kept in clear, with the shape of a code.
    """

    named: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]


@cache
def _arguments(name: str) -> _Arguments:
    has = fields_dict(c.COMMANDS[name])
    return _Arguments(
        named=tuple((each, _REFERENCES.get(each, "")) for each in has if each in _REFERENCES or each in _PERSONS),
        days=tuple(each for each in _DAYS if each in has),
        codes=tuple((each, shape) for each, shape in _SHAPES.items() if each in has),
    )


@frozen
class Taken:
    """A command ready to be decided, and the personal values that were taken off it (name -> value)."""

    command: Any
    personal: Mapping[str, Any]

    def __repr__(self) -> str:
        """Never show what is personal."""
        return f"Taken({self.command.name!r}, {len(self.personal)} sealed)"


def is_case_id(given: str) -> bool:
    """Tell whether a text may be the id of a case: it stands in clear, so it must not hold an identity code."""
    return bool(_CASE_ID.fullmatch(given)) and not _IDENTITY_CODE.search(given)


def take_in(
    machine: Machine,
    naming: Naming,
    case: Case | None,
    command: c.Command,
    pseudonym: Callable[[str], str],
    target: Event | None = None,
) -> Taken | Refused:
    """Make a command ready to be decided.

    Args:
        machine: The definition the case runs under.
        naming: Its names.
        case: The case; None when it is to be opened.
        command: The command as the host gave it.
        pseudonym: Turns a person's id into the register's pseudonym.
        target: The event that a correction names.

    Returns:
        The command with ids and pseudonyms and its personal values apart, or what could not be understood, all at once.

    Raises:
        ValueError: The command's time has no zone.
    """
    return _Intake(machine, naming, case, pseudonym, target).take(command)


def take_actor(machine: Machine, naming: Naming, actor: c.Actor, pseudonym: Callable[[str], str]) -> c.Actor:
    """Make an actor ready to be asked about: roles and organisation as ids, persons as pseudonyms."""
    return _Intake(machine, naming, None, pseudonym, None).actor(actor)


class _Intake:
    def __init__(
        self,
        machine: Machine,
        naming: Naming,
        case: Case | None,
        pseudonym: Callable[[str], str],
        target: Event | None,
    ) -> None:
        self.pathway = machine.pathway
        self.naming = naming
        self.case = case
        self.pseudonym = pseudonym
        self.target = target
        self.reasons: list[Reason] = []
        self.personal: dict[str, Any] = {}

    def take(self, command: c.Command) -> Taken | Refused:
        arguments = _arguments(command.name)
        changes: dict[str, Any] = {"actor": self.actor(command.actor), **self._times(command, arguments)}
        if command.note:
            self._personal_text("note", command.note)
            changes["note"] = ""
        for name, kind in arguments.named:
            if value := getattr(command, name):
                changes[name] = self._reference(kind, value) if kind else self._person(value)
        changes |= self._particulars(command)
        changes |= self._codes(command, arguments, changes)
        if self.reasons:
            return Refused(tuple(self.reasons))
        return Taken(evolve(command, **changes, sealed=tuple(sorted(self.personal))), self.personal)

    # ── what most commands share ──────────────────────────────────────────────────────────────────────────────────

    def refuse(self, code: str, **params: Param) -> None:
        self.reasons.append(Reason(message(code, **params)))

    def _times(self, command: c.Command, arguments: _Arguments) -> dict[str, Any]:
        if command.at is not None and command.at.tzinfo is None:
            msg = "the time of a command needs a time zone"
            raise ValueError(msg)
        for name in arguments.days:
            if (day := getattr(command, name)) is not None:
                self._is_countable(name, day)
        if command.at is None or not self._is_countable("at", command.at.date()):
            return {}
        return {"at": command.at.astimezone(UTC)}

    def _is_countable(self, name: str, day: date) -> bool:
        """Tell whether a day lies in the years the engine counts in, with a day to spare for the zones."""
        if FIRST_DATE < day < LAST_DATE:
            return True
        self.reasons.append(Reason(message("expected-date"), requirement=name))
        return False

    def actor(self, actor: c.Actor) -> c.Actor:
        roles = frozenset(self.naming.find("role", role) or role for role in actor.roles)
        organisation = self._reference("organisation", actor.organisation) if actor.organisation else ""
        codes = {"purpose": actor.purpose, "agent": actor.agent}
        for name, code in codes.items():
            if code and not _CODE.fullmatch(code.replace("-", "_")):
                self.refuse("unknown-name", typed=code, hint=_NO_HINT)
                codes[name] = "other"  # an attempt is logged in clear, and what was typed may be personal
        return c.Actor(
            **codes,
            roles=roles,
            organisation=organisation,
            subject=self._person(actor.subject),
            acting_for=self._person(actor.acting_for),
        )

    def _person(self, typed: str) -> str:
        try:
            return self.pseudonym(clean_text(typed, _PERSON_LIMIT)) if typed else ""
        except FieldFault as fault:
            self.reasons.append(Reason(fault.expected))
            return ""

    def _reference(self, kind: str, typed: str) -> str:
        found = self.naming.find(kind, typed)
        if found is None:
            self.refuse("unknown-name", typed=f"”{typed}”", hint=self.naming.hint(kind, typed))
            return ""
        return found

    def _personal_text(self, name: str, typed: str) -> None:
        try:
            self.personal[name] = clean_text(typed)
        except FieldFault as fault:
            self.reasons.append(Reason(fault.expected))

    def _codes(self, command: c.Command, arguments: _Arguments, changes: Mapping[str, Any]) -> dict[str, str]:
        """Free text where a code belongs may be personal, even one word of it: it is sealed."""
        found: dict[str, str] = {}
        for name, shape in arguments.codes:
            value = changes.get(name, getattr(command, name))
            if value and not self._is_code(value, shape):
                self._personal_text(name, value)
                found[name] = "other"
        return found

    def _is_code(self, value: str, shape: str) -> bool:
        if value in _COMMON or (shape and re.fullmatch(shape, value)):
            return True
        return any(value in catalogue.items for catalogue in self.pathway.catalogues.values())

    # ── what single commands need besides ─────────────────────────────────────────────────────────────────────────

    def _particulars(self, command: c.Command) -> dict[str, Any]:
        particular = _PARTICULARS.get(type(command))
        return particular(self, command) if particular else {}

    def _open(self, command: c.Open) -> dict[str, Any]:
        if command.continues and not is_case_id(command.continues):
            self.refuse("unknown-name", typed=command.continues, hint=_NO_HINT)
        return {}

    def _roles(self, typed: frozenset[str]) -> list[str]:
        return [self._reference("role", role) for role in sorted(typed)]

    def _present(self, typed: str) -> str:
        role, at, organisation = (part.strip() for part in typed.partition("@"))
        found = self._reference("role", role)
        return f"{found}@{self._reference('organisation', organisation)}" if at else found

    def _records(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._reference("record", record) for record in typed)

    def _move(self, command: c.Move) -> dict[str, Any]:
        trigger = self.naming.trigger(command.trigger)
        if trigger is None:
            self.refuse("unknown-move", typed=f"”{command.trigger}”", hint=self.naming.hint("move", command.trigger))
            return {}
        return {
            "trigger": trigger,
            "agreed_by": frozenset(self._roles(command.agreed_by)),
            "reason": self._reason(self.naming.reasons_of(trigger), command.reason),
        }

    def _reason(self, catalogue: str, typed: str) -> str:
        """A reason may be given by its label; one that is not in the catalogue is refused by name, never sealed."""
        if not catalogue or not typed:
            return typed
        found = self.naming.find_in("option", catalogue, typed)
        if found is None:
            items = self.pathway.catalogues[catalogue].items
            options = tuple(Ref("option", f"{catalogue}.{item}") for item in items)
            self.refuse("reason-unknown", typed=typed, options=options)
            return ""
        return found

    def _track(self, typed: str) -> str:
        """Give the id of an open service that was given by id, kind or label; leaves the rest to deciding."""
        if not typed or self.case is None or typed in self.case.services:
            return typed
        kind = self.naming.find("service", typed) or typed
        open_ones = [track.id for track in self.case.services.values() if track.kind == kind]
        return open_ones[0] if len(open_ones) == 1 else kind

    def _parties(self, command: c.ProposeHandover) -> dict[str, Any]:
        return {"extract": self._records(command.extract), "service": self._track(command.service)}

    def _service(self, command: c.MoveService | c.EndService | c.OpenService) -> dict[str, Any]:
        if isinstance(command, c.OpenService):
            return {"service": self._reference("service", command.service)}
        found: dict[str, Any] = {"service": self._track(command.service)}
        if isinstance(command, c.MoveService):
            track = self.case.services.get(found["service"]) if self.case else None
            kind = track.kind if track else found["service"]
            key = self.naming.find_in("move", kind, command.trigger)
            moves = self.pathway.services[kind].transitions if kind in self.pathway.services else {}
            if key is None or key not in moves:
                self.refuse("unknown-move", typed=f"”{command.trigger}”", hint=_NO_HINT)
                return found
            found["trigger"] = moves[key].trigger or key
            found["reason"] = self._reason(moves[key].reasons, command.reason)
            found["agreed_by"] = frozenset(self._roles(command.agreed_by))
        return found

    def _queue(self, typed: str) -> str:
        found = self.naming.find("service", typed) or self.naming.find("move", typed)
        if found is None:
            self.refuse("unknown-name", typed=f"”{typed}”", hint=_NO_HINT)
            return ""
        return found

    # ── records ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _record(self, command: c.Record) -> dict[str, Any]:
        record = self.naming.find("record", command.record)
        kind = self.pathway.records.get(record or "")
        found: dict[str, Any] = {"service": self._track(command.service)}
        if record is not None and kind is not None:
            found["fields"] = self._fields(record, kind, command.fields)
        return found

    def _correct(self, command: c.Correct) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if command.to:
            found["to"] = self._reference("state", command.to)
        if command.fields:
            wrong = self.target.body if self.target is not None else None
            if isinstance(wrong, Recorded | RecordCorrected) and wrong.record in self.pathway.records:
                found["fields"] = self._fields(wrong.record, self.pathway.records[wrong.record], command.fields)
            else:
                self.refuse("nothing-to-correct", seq=command.seq)
        return found

    def _fields(self, record: str, kind: RecordType, typed: Mapping[str, Any]) -> dict[str, Any]:
        """Read every field; coded values stay with the command, the others are set apart."""
        coded: dict[str, Any] = {}
        for name, value in typed.items():
            key = self.naming.find_in("field", record, name)
            if key is None:
                hint = self.naming.hint_in("field", record, name, kind.fields)
                self.refuse("unknown-field", record=Ref("record", record), typed=f"”{name}”", hint=hint)
                continue
            if value is None or value in ("", ()):
                continue
            try:
                read = read_value(kind.fields[key], value, self.naming, self.pseudonym)
            except FieldFault as fault:
                self._field_fault(record, key, fault)
                continue
            if read == () or (isinstance(read, str) and not read.strip()):
                continue  # an empty list, or blanks, fill nothing in
            (coded if kind.fields[key].class_ == "coded" else self.personal)[key] = read
        return coded

    def _field_fault(self, record: str, key: str, fault: FieldFault) -> None:
        params: dict[str, Param] = {"field": Ref("field", f"{record}.{key}"), "record": Ref("record", record)}
        self.reasons.append(Reason(message("field-type", **params, expected=fault.expected)))


_PARTICULARS: Mapping[type[c.Command], Callable[[_Intake, Any], dict[str, Any]]] = {
    c.Open: _Intake._open,
    c.Move: _Intake._move,
    c.MoveService: _Intake._service,
    c.EndService: _Intake._service,
    c.OpenService: _Intake._service,
    c.Record: _Intake._record,
    c.Correct: _Intake._correct,
    c.ProposeHandover: _Intake._parties,
    c.MeetHandover: lambda self, command: {"present": frozenset(map(self._present, sorted(command.present)))},
    c.TransferHandover: lambda self, command: {"to": self._reference("organisation", command.to)},
    c.GivePermit: lambda self, command: {"records": self._records(command.records)},
    c.Forbid: lambda self, command: {"records": self._records(command.records)},
    c.LiftProhibition: lambda self, command: {
        "prohibition": self.naming.find("organisation", command.prohibition) or command.prohibition
    },
    c.WithdrawPermit: lambda self, command: {"permit": self.naming.find("permit", command.permit) or command.permit},
    c.JoinQueue: lambda self, command: {"queue": self._queue(command.queue)},
    c.LeaveQueue: lambda self, command: {"queue": self._queue(command.queue)},
}

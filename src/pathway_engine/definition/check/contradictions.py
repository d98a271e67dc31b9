"""What can never happen, whatever the case: the static contradictions.

This is the whole list. A move, or a requirement of one, can never be met when

* nobody may make the move, for every role in `by` is without relation to the case;
* its requirements exclude one another: something and its contrary, a flag up and down, a service open and closed,
  one field of one record with two values, a least value above the largest;
* a requirement asks for a flag that no move raises, a record that nobody may make, a field that nobody can fill or
  that has nothing to choose from, a value outside of what the field may hold, more choices than there are, or for who
  was present in a record that has no readable field for it;
* a reason must be given from a list that is empty;
* its handover is addressed to a role that may not receive anybody;
* it starts only in states nobody can reach, is shadowed in all of them, or leads back from a hold that nothing leads
  into (see `soundness`).

Names that do not exist, `to: previous` outside of a hold, values outside of a catalogue, and limits below one are told
of by `names`. Requirements in a `when` are not asked of anybody, and are not looked at.
"""

from __future__ import annotations

__all__ = ["check_contradictions"]

from collections.abc import Sequence

from attrs import frozen

from pathway_engine.definition.check.asking import Asked, asked, can_all_hold
from pathway_engine.definition.check.authority import Authority, every
from pathway_engine.definition.check.comparing import never_fits
from pathway_engine.definition.check.places import Notes, Part, parts_of
from pathway_engine.definition.demands import (
    ElapsedRequirement,
    EvaluationsRequirement,
    FlagRequirement,
    MeetingRequirement,
    RecordRequirement,
    Requirement,
)
from pathway_engine.definition.model import Field, Handover, Pathway, RecordType, Transition
from pathway_engine.definition.tree import Path


def check_contradictions(notes: Notes, pathway: Pathway) -> None:
    """Check every move and every service of a pathway for what can never happen."""
    checker = _Checker(notes, pathway, Authority(pathway), _raised(pathway))
    for name, record in pathway.records.items():
        checker.record(record, "records", name)
    for part in parts_of(pathway):
        checker.part(part)
    for name, service in pathway.services.items():
        if not checker.authority.anybody(service.by):
            notes.value("nobody-may-open", "services", name, "by", name=name)
        checker.requirements(service.requires, ("services", name, "requires"), name)


def _raised(pathway: Pathway) -> frozenset[str]:
    moves = [move for part in parts_of(pathway) for move in part.moves.values()]
    return frozenset(flag for move in moves for flag in move.sets)


@frozen
class _Checker:
    notes: Notes
    pathway: Pathway
    authority: Authority
    raised: frozenset[str]

    def record(self, record: RecordType, *path: str) -> None:
        """Check that somebody may make a record, and can fill in what it must hold."""
        if not self.authority.may_record(record):
            self.notes.value("record-nobody-makes", *path, "by", name=path[-1])
        for name, each in record.fields.items():
            if each.required and not self.authority.can_fill(each):
                self.notes.key("field-nobody-fills", *path, "fields", name, name=f"{path[-1]}.{name}")

    def part(self, part: Part) -> None:
        for name, state in part.states.items():
            roles = [role for role in every(state.responsible) if role]
            if roles and not self.authority.anybody(roles):
                path = (*part.path, "states", name, "responsible")
                self.notes.value("responsible-without-tie", *path, name=name, found=roles[0])
        for name, move in part.moves.items():
            self._move(move, (*part.path, "transitions", name), name)

    def _move(self, move: Transition, path: Path, name: str) -> None:
        if not self.authority.may_move(move.by):
            self.notes.value("nobody-may-move", *path, "by", name=name)
        catalogue = self.pathway.catalogues.get(move.reasons)
        if catalogue is not None and not catalogue.items:
            also = [("catalogues", move.reasons)]
            self.notes.value("empty-reasons", *path, "reasons", also=also, name=name, found=move.reasons)
        for flag in move.sets:
            if flag in move.clears:
                self.notes.value("sets-and-clears", *path, "clears", move.clears.index(flag), name=flag)
        if move.handover:
            self._handover(move.handover, *path, "handover")
        self.requirements(move.requires, (*path, "requires"), name)

    def _handover(self, handover: Handover, *path: str | int) -> None:
        role = self.pathway.roles.get(handover.to)
        if role is not None and "receiver" not in role.relation:
            self.notes.value("no-receiver", *path, "to", name=handover.to)

    def requirements(self, requirements: Sequence[Requirement], path: Path, name: str) -> None:
        """Check a list of requirements, each by itself and all together."""
        if not can_all_hold(requirements, self._required):
            self.notes.key("contradiction", *path, name=name)
        for each in asked(requirements, *path):
            if isinstance(each.what, FlagRequirement):
                self._flag(each, each.what)
            elif each.holds:
                self._single(each)

    def _required(self, record: str) -> frozenset[str]:
        known = self.pathway.records.get(record)
        return frozenset(name for name, each in known.fields.items() if each.required) if known else frozenset()

    def _flag(self, place: Asked, what: FlagRequirement) -> None:
        known = what.flag in self.pathway.flags
        if known and what.up == place.holds and what.flag not in self.raised:
            self.notes.key("flag-never-raised", *place.path, "flag", name=what.flag)

    def _single(self, place: Asked) -> None:
        match place.what:
            case RecordRequirement(record=record):
                self._filled(place, place.what, record)
            case MeetingRequirement(meeting=record, present=roles):
                self._present(place, record, "meeting", roles)
            case EvaluationsRequirement(evaluations=record, by=roles):
                self._present(place, record, "evaluations", roles)
            case ElapsedRequirement(since=since) if since.startswith("record."):
                self._made(place, since.removeprefix("record."), "since")
            case _:
                pass

    def _made(self, place: Asked, record: str, key: str) -> RecordType | None:
        """Give a type of record, having told if nobody may make one."""
        known = self.pathway.records.get(record)
        if known is not None and not self.authority.may_record(known):
            self.notes.value("record-nobody-makes", *place.path, key, name=record)
        return known

    def _filled(self, place: Asked, what: RecordRequirement, record: str) -> None:
        known = self._made(place, record, "record")
        if known is None:
            return
        for index, name in enumerate(what.where.present):
            if name in known.fields and not self.authority.can_fill(known.fields[name]):
                path = (*place.path, "where", "present", index)
                self.notes.value("field-nobody-fills", *path, name=f"{record}.{name}")
        for name, each in known.fields.items():
            key = never_fits(what.where, name, each, self._choices(each))
            if key:
                self.notes.value("value-never-fits", *place.path, "where", key, name, name=f"{record}.{name}")

    def _choices(self, field: Field) -> int:
        if field.type == "roles":
            return len(self.pathway.roles)
        catalogue = self.pathway.catalogues.get(field.options)
        return len(catalogue.items) if catalogue else 0

    def _present(self, place: Asked, record: str, key: str, roles: tuple[str, ...]) -> None:
        known = self._made(place, record, key)
        if known is None or not roles:
            return
        # The engine looks at the first field of type `roles`, and can read it only when it is coded.
        field = next((each for each in known.fields.values() if each.type == "roles"), None)
        if field is None or field.class_ != "coded":
            self.notes.value("no-roles-field", *place.path, key, name=record)

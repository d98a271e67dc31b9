"""Passing information to another organisation: only on a basis that is valid at that moment (semantics §B).

Consent gates no step of the path. Without a basis the step goes on and the extract stays behind, visibly.
"""

from __future__ import annotations

__all__ = ["disclose", "means", "withhold_disclosure"]

from typing import Final

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.draft import Draft
from pathway_engine.case.model import HandoverHeld, Permit, Prohibition, oldest_first
from pathway_engine.text import Ref


def disclose(draft: Draft, handover: HandoverHeld) -> None:
    """Pass the handover's extract on, or withhold it and say why."""
    held = {name: draft.case.records[name].seq for name in handover.extract if name in draft.case.records}
    if not held:
        return
    recipient = handover.receiver
    bans = [ban for ban in oldest_first(draft.case.prohibitions) if means(draft, ban.recipient, recipient)]
    if handover.statute:
        # A statutory right to the information overrides a prohibition, and the override is written down (§B1).
        overrides = next((ban.id for ban in bans if any(_bans([ban], name) for name in held)), "")
        _passed(draft, recipient, held, f"statute:{handover.statute}", handover.id, overrides)
        return
    if _same_register(draft, handover.sender, recipient):
        _passed(draft, recipient, held, "same_register", handover.id)
        return
    permits = [
        permit for permit in oldest_first(draft.case.permits) if _valid(draft, permit, handover.basis, recipient)
    ]
    allowed: dict[str, dict[str, int]] = {}
    forbidden: list[str] = []
    uncovered: list[str] = []
    for name, seq in held.items():
        covering = next((permit.id for permit in permits if not permit.records or name in permit.records), "")
        if _bans(bans, name):
            forbidden.append(name)
        elif covering:
            allowed.setdefault(covering, {})[name] = seq
        else:
            uncovered.append(name)
    for permit_id, records in allowed.items():
        _passed(draft, recipient, records, f"permit:{permit_id}", handover.id)
    if forbidden:
        _withheld(draft, recipient, forbidden, "forbidden", handover.id)
    if uncovered:
        _withheld(draft, recipient, uncovered, "no_basis", handover.id)


_STANDING: Final = ("same_register", "statute")
"""Bases that nobody can withdraw."""


def withhold_disclosure(draft: Draft, command: c.WithholdDisclosure) -> None:
    """Look again at the basis of what is about to leave; hold back what has none any more (semantics §B2).

    What still has its basis is passed on anew, by an event of its own: its message leaves instead.
    """
    held = command.actor.roles
    passed = draft.facts.target.body if draft.facts.target is not None else None
    if "system" not in held:
        draft.refuse("role-may-not", roles="system", held=tuple(Ref("role", role) for role in sorted(held)) or "–")
    elif not isinstance(passed, e.ExtractDisclosed):
        draft.refuse("disclosure-unknown", seq=command.seq)
    else:
        lost = {name: reason for name in sorted(passed.records) if (reason := _lost(draft, passed, name))}
        if not lost:
            draft.refuse("disclosure-stands", recipient=Ref("organisation", passed.recipient))
            return
        draft.role = "system"
        for reason in dict.fromkeys(lost.values()):
            names = [name for name in lost if lost[name] == reason]
            _withheld(draft, passed.recipient, names, reason, passed.handover, command.seq)
        if kept := {name: seq for name, seq in passed.records.items() if name not in lost}:
            _passed(draft, passed.recipient, kept, passed.basis, passed.handover)


def _lost(draft: Draft, passed: e.ExtractDisclosed, record: str) -> str:
    """Say why a record may not leave any more; nothing when it may."""
    kind, _, permit_id = passed.basis.partition(":")
    if draft.case.restricted:
        return "restricted"
    if kind in _STANDING:
        return ""
    bans = [ban for ban in draft.case.prohibitions.values() if means(draft, ban.recipient, passed.recipient)]
    if _bans(bans, record):
        return "forbidden"
    permit = draft.case.permits.get(permit_id)
    valid = permit is not None and _valid(draft, permit, "", passed.recipient)
    return "" if valid and permit is not None and record in (permit.records or (record,)) else "no_basis"


def _passed(
    draft: Draft, recipient: str, records: dict[str, int], basis: str, handover: str, overrides: str = ""
) -> None:
    body = e.ExtractDisclosed(recipient=recipient, records=records, basis=basis, handover=handover, overrides=overrides)
    draft.emit(body)


def _withheld(
    draft: Draft, recipient: str, records: list[str], reason: str, handover: str, disclosure: int = 0
) -> None:
    draft.emit(
        e.DisclosureWithheld(
            recipient=recipient, records=tuple(records), reason=reason, handover=handover, disclosure=disclosure
        )
    )
    draft.warn("warn-withheld", recipient=Ref("organisation", recipient))


def means(draft: Draft, named: str, recipient: str) -> bool:
    """Tell whether a permit or prohibition that names a party, or a kind of party, means this recipient."""
    organisation = draft.machine.pathway.organisations.get(recipient)
    return named == recipient or (organisation is not None and bool(organisation.kind) and named == organisation.kind)


def _same_register(draft: Draft, sender: str, recipient: str) -> bool:
    """A purchased provider acts for the controller: between the two there is one register (§B1)."""
    organisations = draft.machine.pathway.organisations

    def register(name: str) -> str:
        known = organisations.get(name)
        return (known.register if known else "") or name

    return register(sender) == register(recipient)


def _valid(draft: Draft, permit: Permit, kind: str, recipient: str) -> bool:
    in_time = permit.until is None or permit.until >= draft.today
    return in_time and kind in {"", permit.kind} and means(draft, permit.recipient, recipient)


def _bans(bans: list[Prohibition], record: str) -> bool:
    return any(not ban.records or record in ban.records for ban in bans)

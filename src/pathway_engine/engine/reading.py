"""Looking at a case: who may, and what the client reads."""

from __future__ import annotations

__all__ = ["UNSEALED_FOR", "ClientView", "Told", "client_view", "may_ask", "may_read", "may_unseal", "use_of"]

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from attrs import frozen

from pathway_engine.authority import Standing
from pathway_engine.case import commands as c
from pathway_engine.case.commands import Actor
from pathway_engine.case.deciding.erasing import keeping_role
from pathway_engine.case.events import Event
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Pathway, PlainText
from pathway_engine.journal.uses import UseEntry
from pathway_engine.machine import Machine

_ANSWERS = (c.AnswerHandover, c.AcceptHandover, c.ReturnHandover, c.TransferHandover, c.MeetHandover, c.ReceiveHandover)
"""What an organisation that was asked to receive a client may try before it has accepted."""

UNSEALED_FOR = ("client_request", "legal_claim", "protection_of_others")
"""Purposes for which sealed data are opened while their use is restricted (GDPR art. 18(2))."""


@frozen
class Told:
    """An event of the history.

    Args:
        event: The event.
        personal: Its sealed fields when they were opened; never shown by `repr`.
        withheld: Names of those that were asked for and not opened: another controller wrote them, and they were not
            passed on.
    """

    event: Event
    personal: Mapping[str, Any]
    withheld: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Never show what is personal."""
        return f"Told({self.event.seq}, {self.event.body.type!r})"


@frozen
class ClientView:
    """What the client reads: where you are, who helps, what comes next (R105)."""

    title: str
    text: str
    always: str


def may_read(machine: Machine, case: Case, actor: Actor) -> bool:
    """Tell whether the actor may look at the case: the client, or somebody of an organisation that has to do with it.

    An organisation that was only asked to receive the client sees nothing before it has accepted (faults 4.1). In a
    role that only naming ties to a case, such as a peer coach's, one sees the cases in which one is named.
    """
    standing = Standing(authority=machine.authority, case=case, actor=actor)
    if standing.is_client():
        return True
    accepted = {each.receiver for each in case.handovers.values() if each.status in {"accepted", "met"}}
    offices, here = machine.authority.offices, standing.is_involved() or actor.organisation in accepted
    return any(
        standing.is_named_in(role) or (here and not offices[role].personal)
        for role in machine.authority.professions(actor)
    )


def may_unseal(machine: Machine, case: Case, actor: Actor) -> bool:
    """Tell whether sealed fields may be opened for the actor, who may read the case.

    While the use of the data is restricted only the client reads them, and others for one of the purposes that the
    law leaves (GDPR art. 18(2)).
    """
    if not case.restricted or actor.purpose in UNSEALED_FOR:
        return True
    return Standing(authority=machine.authority, case=case, actor=actor).is_client()


def may_ask(machine: Machine, case: Case, actor: Actor, command: c.Command) -> bool:
    """Tell whether the actor may learn why a command was refused: reasons tell of the case and its state.

    Beside those who may look at the case these are an organisation that was asked to receive the client, about that
    handover only, the system about what it alone may ask, and whoever keeps the register about erasing and migrating.
    """
    if isinstance(command, c.Erase | c.Migrate) and keeping_role(machine.pathway, actor, case.register):
        return True
    if isinstance(command, c.DeadlineDue | c.WithholdDisclosure) and "system" in actor.roles:
        return True
    works = bool(machine.authority.professions(actor))
    asked = works and any(each.receiver == actor.organisation for each in case.handovers.values())
    return may_read(machine, case, actor) or (asked and isinstance(command, _ANSWERS))


def use_of(pathway: Pathway, actor: Actor, action: str, at: datetime, *, allowed: bool) -> UseEntry:
    """Give the log's entry of a use, or of an attempt; a role that nobody knows may be anything, and is left out."""
    return UseEntry(
        at=at,
        action=action,
        subject=actor.subject,
        organisation=actor.organisation,
        role=",".join(sorted(role for role in actor.roles if role in pathway.roles)),
        purpose=actor.purpose,
        acting_for=actor.acting_for,
        agent=actor.agent,
        allowed=allowed,
    )


def client_view(pathway: Pathway, case: Case, language: str, values: Mapping[str, str]) -> ClientView:
    """Give the client's text for where the case is.

    Args:
        pathway: The definition.
        case: The case.
        language: `fi`, `sv` or `en`.
        values: What may be filled in: `worker`, `phone`, `date`, `organisation`, `reason`. A sentence whose value is
            missing is left out whole.
    """
    state = pathway.states[case.state]
    plain = pathway.plain["handover"] if case.handovers and "handover" in pathway.plain else state.plain
    always = pathway.plain.get("always")
    title = plain.title if plain and plain.title else state.title
    text = _filled(plain, language, values)
    # Who waits for a place on the path is told so beside where they are; the text speaks of coaching, not of services.
    if any(queue not in pathway.services for queue in case.waiting):
        text = f"{text} {_filled(pathway.plain.get('waiting'), language, values)}".strip()
    return ClientView(
        title=title.to(language),
        text=text,
        always=_filled(always, language, values),
    )


_SENTENCE = re.compile(r"[^.!?]+[.!?]+\s*")
_PLACE = re.compile(r"\{(\w+)\}")


def _filled(plain: PlainText | None, language: str, values: Mapping[str, str]) -> str:
    if plain is None:
        return ""
    return " ".join(
        _PLACE.sub(lambda found: values[found[1]], sentence).strip()
        for sentence in _SENTENCE.findall(plain.text.to(language))
        if all(values.get(name) for name in _PLACE.findall(sentence))
    )

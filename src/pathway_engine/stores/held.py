"""What the memory store holds of a case, and what of it waits in the queues."""

from __future__ import annotations

__all__ = ["Cases", "Held", "Lending", "Sent", "due_deadlines", "fits", "set_aside", "unsent_messages"]

from collections.abc import Iterator, Mapping
from datetime import datetime

from attrs import define, field, frozen

from pathway_engine.stores.port import (
    CaseRow,
    Claimed,
    DeadlineRow,
    Entry,
    HolderRow,
    Message,
    QueueKind,
    SetAside,
    Wanted,
)


@frozen
class Lending:
    """How a queued thing stands: to whom it is lent, how often it failed, whether it is done, since when set aside."""

    until: datetime | None = None
    token: str = ""
    attempts: int = 0
    aside_since: datetime | None = None
    done: bool = False
    withheld: bool = False

    def free(self, now: datetime) -> bool:
        """Tell whether it may be lent."""
        return not self.done and self.aside_since is None and (self.until is None or self.until <= now)


@frozen
class Sent:
    """A message of the outbox, and when its event was recorded."""

    message: Message
    recorded_at: datetime


@define
class Held:
    """One case. `lendings` has the deadlines' by id and the messages' by number."""

    row: CaseRow
    entries: list[Entry] = field(factory=list)
    deadlines: dict[str, DeadlineRow] = field(factory=dict)
    messages: dict[int, Sent] = field(factory=dict)
    holders: tuple[HolderRow, ...] = ()
    lendings: dict[str | int, Lending] = field(factory=dict)


Cases = Mapping[tuple[str, str], Held]
Due = tuple[tuple[datetime, str, str, str], Held, str | int, Claimed]


def due_deadlines(cases: Cases, now: datetime, due: datetime) -> Iterator[Due]:
    """Give the deadlines due by `due` that nobody has on loan at `now`, each with its place in the order."""
    for (register, case_id), held in cases.items():
        for row in held.deadlines.values():
            if not row.missed and row.due_at <= due and held.lendings.get(row.id, Lending()).free(now):
                yield (
                    (row.due_at, register, case_id, row.id),
                    held,
                    row.id,
                    Claimed(
                        kind="deadlines",
                        register=register,
                        case_id=case_id,
                        id=row.id,
                        type=row.rule,
                        seq=0,
                        due_at=row.due_at,
                        attempts=0,
                        token="",
                    ),
                )


def unsent_messages(cases: Cases, now: datetime) -> Iterator[Due]:
    """Give of each case the oldest unsent message, if it may be lent, with its place in the order."""
    for (register, case_id), held in cases.items():
        unsent = [seq for seq in held.messages if not held.lendings.get(seq, Lending()).done]
        if not unsent or not held.lendings.get(min(unsent), Lending()).free(now):
            continue
        sent = held.messages[min(unsent)]
        yield (
            (sent.recorded_at, register, case_id, str(sent.message.seq)),
            held,
            sent.message.seq,
            Claimed(
                kind="messages",
                register=register,
                case_id=case_id,
                id=sent.message.id,
                type=sent.message.type,
                seq=sent.message.seq,
                due_at=None,
                attempts=0,
                token="",
            ),
        )


def set_aside(cases: Cases, kind: QueueKind) -> Iterator[SetAside]:
    """Give what was set aside, in the order of its place."""
    for (register, case_id), held in sorted(cases.items(), key=lambda each: each[0]):
        for key, lending in sorted(held.lendings.items(), key=lambda each: (str(type(each[0])), each[0])):
            if lending.aside_since is None or isinstance(key, int) != (kind == "messages"):
                continue
            yield SetAside(
                kind=kind,
                register=register,
                case_id=case_id,
                id=held.messages[key].message.id if isinstance(key, int) else key,
                type=held.messages[key].message.type if isinstance(key, int) else held.deadlines[key].rule,
                seq=key if isinstance(key, int) else 0,
                since=lending.aside_since,
                attempts=lending.attempts,
            )


def fits(held: Held, wanted: Wanted) -> bool:
    """Tell whether a case is one of those asked for."""
    row = held.row
    workers = {each.worker for each in held.holders}
    organisations = {each.organisation for each in held.holders}
    asked = (
        (wanted.state, {row.state}),
        (wanted.coordinator, {row.organisation}),
        (wanted.client, {row.client}),
        (wanted.digest, {row.digest}),
        (wanted.worker, workers),
        (wanted.organisation, organisations),
    )
    return (
        all(value is None or value in held_by for value, held_by in asked)
        and (wanted.is_open is None or wanted.is_open == (row.closed_on is None))
        and (
            wanted.due_before is None
            or any(not each.missed and each.due_at < wanted.due_before for each in held.deadlines.values())
        )
    )

"""What must hold of a run that was broken off, whatever broke it off: read from the tables with plain SQL.

Nothing of the engine is used here. What ought to be is what a run that nothing befell has left.
"""

from __future__ import annotations

__all__ = ["Books", "books", "broken_off", "ended", "settled", "verified"]

from collections import Counter
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from attrs import evolve, frozen

from pathway_engine.verify import CannotVerify, verify_database
from tests.faults.run import TOLD_FIRST, read_lines

Journal = list[tuple[int, str, str]]


@frozen
class Books:
    """What a database holds.

    Args:
        journals: Of each case its events: number, type, body.
        receipts: Of each case the spans of events that a receipt stands for.
        waiting: Ids of messages that are not marked as sent.
        messages: Ids of all messages.
        erasures: Cases whose key was destroyed.
    """

    journals: dict[str, Journal]
    receipts: dict[str, list[tuple[int, int]]]
    waiting: frozenset[str]
    messages: frozenset[str]
    erasures: frozenset[str]

    @property
    def commands(self) -> int:
        """How many commands with a key took effect."""
        return sum(map(len, self.receipts.values()))

    @property
    def missed(self) -> int:
        """How many deadlines were told as missed."""
        return sum(type_ == "deadline_missed" for journal in self.journals.values() for _, type_, _ in journal)


def books(url: str) -> Books:
    """Read a database; one whose tables are not there yet holds nothing."""
    engine = sa.create_engine(url.replace("postgresql://", "postgresql+psycopg://"), poolclass=sa.NullPool)
    with engine.connect() as connection:

        def rows(table: str, columns: str, order: str) -> list[Any]:
            return list(connection.exec_driver_sql(f"SELECT {columns} FROM pathway_{table} ORDER BY {order}"))  # noqa: S608

        if not sa.inspect(connection).has_table("pathway_journal"):
            return Books({}, {}, frozenset(), frozenset(), frozenset())
        journals: dict[str, Journal] = {}
        for case, *event in rows("journal", "case_id, seq, type, body", "case_id, seq"):
            journals.setdefault(case, []).append((event[0], event[1], event[2]))
        receipts: dict[str, list[tuple[int, int]]] = {}
        for case, first, last in rows("receipts", "case_id, first_seq, last_seq", "case_id, first_seq"):
            receipts.setdefault(case, []).append((first, last))
        outbox = rows("outbox", "case_id, seq, sent_at", "case_id, seq")
        return Books(
            journals,
            receipts,
            frozenset(f"{case}:{seq}" for case, seq, sent in outbox if sent is None),
            frozenset(f"{case}:{seq}" for case, seq, _ in outbox),
            frozenset(case for (case,) in rows("erasures", "case_id", "case_id")),
        )


def settled(found: Books) -> Books:
    """Give books that do not tell in which order deadlines were told: one that failed for a moment is told later."""
    journals = {}
    for case, journal in found.journals.items():
        missed = iter(sorted(body for _, type_, body in journal if type_ == "deadline_missed"))
        journals[case] = [
            (seq, type_, next(missed) if type_ == "deadline_missed" else body) for seq, type_, body in journal
        ]
    return evolve(found, journals=journals)


def verified(url: str) -> list[str]:
    """Give what the independent verifier finds; a database without any table of ours has nothing to verify."""
    try:
        found = verify_database(url)
    except CannotVerify:
        if books(url) == Books({}, {}, frozenset(), frozenset(), frozenset()):
            return []
        raise
    return [finding.line("en") for finding in found]


def broken_off(url: str, folder: Path, whole: Books) -> list[str]:
    """Give what is wrong with a database whose run was just broken off.

    Args:
        url: The database.
        folder: Where the run wrote down what was acknowledged.
        whole: What a whole run leaves.
    """
    found, acks, sent = books(url), read_lines(folder / "acks"), read_lines(folder / "sent")
    wrong = verified(url) + _of_acks(found, acks)
    # acked <= stored <= acked + 1: the one command that was under way is there or is not.
    keyed = {ack["key"] for ack in acks if ack["key"] != "deadline"}
    if not len(keyed) <= found.commands <= len(keyed) + 1:
        wrong.append(f"{len(keyed)} commands acknowledged, {found.commands} stored")
    told = sum(ack["key"] == "deadline" for ack in acks) + (TOLD_FIRST in keyed)
    if not told <= found.missed <= told + 1 + _attempts(acks):
        wrong.append(f"{told} deadlines told, {found.missed} stored")
    for case, journal in found.journals.items():
        if journal != whole.journals[case][: len(journal)]:
            wrong.append(f"{case}: the journal is not the beginning of the whole one")
    marked = found.messages - found.waiting
    if lost := marked - {line["id"] for line in sent}:
        wrong.append(f"marked as sent and never delivered: {sorted(lost)}")
    return wrong


def ended(url: str, folder: Path, whole: Books, *, faults: int) -> list[str]:
    """Give what is wrong with a database whose run was broken off and then came to its end.

    Args:
        url: The database.
        folder: Where the runs wrote down what was acknowledged.
        whole: What a whole run leaves.
        faults: How often it was broken off: no message may have been delivered more often again.
    """
    found, acks, sent = books(url), read_lines(folder / "acks"), read_lines(folder / "sent")
    wrong = verified(url) + _of_acks(found, acks)
    if settled(found) != settled(whole):
        wrong.append("journals, receipts, messages or erasures are not those of a whole run")
    delivered = Counter(line["id"] for line in sent)
    if set(delivered) != whole.messages:
        wrong.append(f"never delivered: {sorted(whole.messages - set(delivered))}")
    if sum(delivered.values()) - len(delivered) > faults:
        wrong.append("delivered more often again than it was broken off")
    return wrong + _out_of_order(sent)


def _of_acks(found: Books, acks: list[dict[str, Any]]) -> list[str]:
    """What was acknowledged is there, and a repeated command was answered as the first time."""
    wrong = []
    answers: dict[str, tuple[str, int, int]] = {}
    for ack in acks:
        if ack["key"] == "deadline":
            continue
        answer = ack["case"], ack["first"], ack["last"]
        if answers.setdefault(ack["key"], answer) != answer:
            wrong.append(f"{ack['key']}: answered {answers[ack['key']]} and then {answer}")
        if answer[1:] not in found.receipts.get(answer[0], ()):
            wrong.append(f"acknowledged and lost: {ack['key']}")
    for case, spans in found.receipts.items():
        numbers = [seq for seq, _, _ in found.journals.get(case, ())]
        covered = [seq for first, last in spans for seq in range(first, last + 1)]
        if len(covered) != len(set(covered)) or not set(covered) <= set(numbers):
            wrong.append(f"{case}: receipts overlap, or speak of events that are not there")
    return wrong


def _attempts(acks: list[dict[str, Any]]) -> int:
    return len({ack["attempt"] for ack in acks}) - 1 if acks else 0


def _out_of_order(sent: list[dict[str, Any]]) -> list[str]:
    """Within a case each message is delivered for the first time after those before it."""
    last: Counter[str] = Counter()
    wrong = []
    for line in dict.fromkeys(line["id"] for line in sent):
        case, _, seq = line.rpartition(":")
        if int(seq) < last[case]:
            wrong.append(f"{line} was delivered after number {last[case]}")
        last[case] = int(seq)
    return wrong

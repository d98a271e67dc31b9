"""What every event must fit: the laws of movement, handover, responsibility, disclosure and time.

They are read off the journal alone. A law that is broken tells of a fault in what wrote the journal, or of a journal
that was written anew as a whole: the chain cannot show that, the laws may.
"""

from __future__ import annotations

__all__ = ["Laws"]

from collections.abc import Callable, Iterator
from typing import Any

from .fold import Body, Case, Entry, helsinki_day, midnight_after

Broken = Iterator[tuple[str, dict[str, str]]]

# Which status of a handover each step starts from (requested -> agreed -> accepted -> met -> completed).
_STEPS = {
    "handover_agreed": ("requested",),
    "handover_declined": ("requested",),
    "handover_accepted": ("agreed",),
    "handover_met": ("accepted",),
    "handover_returned": ("requested", "agreed", "accepted", "met"),
    "handover_cancelled": ("requested", "agreed", "accepted", "met"),
    "handover_transferred": ("requested", "agreed", "accepted", "met"),
}

# What an event speaks of must be there.
_SPEAKS_OF = {
    "permit_withdrawn": ("permits", "permit"),
    "prohibition_lifted": ("prohibitions", "prohibition"),
    "role_ended": ("named", "role"),
    "service_moved": ("services", "service"),
    "service_ended": ("services", "service"),
    "service_passed": ("services", "service"),
    "waiting_ended": ("waiting", "queue"),
    "deadline_met": ("deadlines", "deadline"),
    "deadline_missed": ("deadlines", "deadline"),
    "deadline_dropped": ("deadlines", "deadline"),
    "deadline_extended": ("deadlines", "deadline"),
    "task_done": ("tasks", "task"),
    **dict.fromkeys((*_STEPS, "handover_completed"), ("handovers", "handover")),
}


class _Past:
    """What laws remember of the events before.

    Attributes:
        types: Number -> type, and the record it made.
        received: Handovers completed in this append -> number, and the handover as it was.
        made: Handovers whose move was made in this append.
        successors: Handovers that one transferred in this append goes on as -> number.
    """

    def __init__(self) -> None:
        self.types: dict[int, tuple[str, str]] = {}
        self.received: dict[str, tuple[int, dict[str, Any]]] = {}
        self.made: set[str] = set()
        self.successors: dict[str, int] = {}


class Laws:
    """The laws, put to the events of one case in order: `before` each is folded, `after` it, and at the end.

    What belongs together is written in one append: a completed handover, its move and the coordination that passes.
    The events of one append have the same `recorded_at`.
    """

    def __init__(self) -> None:
        self._past = _Past()

    def before(self, case: Case, entry: Entry) -> Broken:
        """Tell which laws an event breaks, given the case before it."""
        body, type_ = entry.body, entry.type
        if entry.recorded_at < case["recorded_at"]:
            yield "time-runs-back", {"before": case["recorded_at"], "at": entry.recorded_at}
        if entry.digest != case["digest"]:
            yield "law-digest", {"digest": entry.digest[:12]}
        within, name = _SPEAKS_OF.get(type_, ("", ""))
        if within and body[name] not in case[within]:
            yield "law-not-there", {"what": f"{name} {body[name]}", "type": type_}
            return
        yield from _relies(case, body.get("relied_on", {}))
        if type_ in _STEPS:
            yield from _step(case["handovers"][body["handover"]], type_)
        law = _LAWS.get(type_)
        if law:
            yield from law(self._past, case, entry, body)
        self._past.types[entry.seq] = (type_, body.get("record", ""))

    def after(self, case: Case, _entry: Entry) -> Broken:
        """Tell which laws the case breaks after an event."""
        if case["closed"] is None and not case["coordinator"]["organisation"]:
            yield "law-coordinator", {"found": "–", "wanted": "1"}

    def settled(self, case: Case) -> Iterator[tuple[int, str, dict[str, str]]]:
        """Tell what an append that is over has left undone; the number is that of the event that asked for it."""
        past = self._past
        for handover, (seq, held) in past.received.items():
            if held["trigger"] and handover not in past.made:
                yield seq, "law-unfinished", {"handover": handover, "what": held["trigger"]}
            if held["subject"] == "case" and case["coordinator"]["organisation"] != held["receiver"]:
                yield seq, "law-unfinished", {"handover": handover, "what": held["receiver"]}
            track = case["services"].get(held["subject"].removeprefix("service:"))
            if held["subject"] != "case" and track and track["provider"] != held["receiver"]:
                yield seq, "law-unfinished", {"handover": handover, "what": held["receiver"]}
        for successor, seq in past.successors.items():
            if successor not in case["handovers"]:
                yield seq, "law-unfinished", {"handover": successor, "what": "handover_requested"}
        past.received, past.made, past.successors = {}, set(), {}


# ── movement ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _moved(past: _Past, case: Case, entry: Entry, body: Body) -> Broken:
    yield from _starts_at(case, body["from"])
    if entry.occurred_at < case["last_moved_at"] and not body["fact"]:
        yield "law-order", {"before": case["last_moved_at"], "at": entry.occurred_at}
    yield from _by_handover(past, body)


def _acted(past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    yield from _starts_at(case, body["state"])
    yield from _by_handover(past, body)


def _state_corrected(past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    yield from _starts_at(case, body["from"])
    if past.types.get(body["corrects"], ("", ""))[0] not in {"moved", "state_corrected"}:
        yield "law-not-there", {"what": str(body["corrects"]), "type": "state_corrected"}


def _record_corrected(past: _Past, _case: Case, _entry: Entry, body: Body) -> Broken:
    type_, record = past.types.get(body["corrects"], ("", ""))
    if type_ not in {"recorded", "record_corrected"} or record != body["record"]:
        yield "law-not-there", {"what": str(body["corrects"]), "type": "record_corrected"}


def _closed(_past: _Past, case: Case, _entry: Entry, _body: Body) -> Broken:
    left = [*case["services"], *case["handovers"]]
    if case["closed"] is not None or left:
        yield "law-closing", {"what": ", ".join(left) or "closed"}


def _reopened(_past: _Past, case: Case, _entry: Entry, _body: Body) -> Broken:
    if case["closed"] is None:
        yield "law-closing", {"what": "reopened"}


def _migrated(_past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    if body["from_digest"] != case["digest"]:
        yield "law-digest", {"digest": body["from_digest"][:12]}


def _opened_again(_past: _Past, _case: Case, _entry: Entry, _body: Body) -> Broken:
    yield "law-closing", {"what": "opened"}


def _starts_at(case: Case, state: str) -> Broken:
    if state != case["state"]:
        yield "law-state", {"found": state, "wanted": case["state"]}


def _by_handover(past: _Past, body: Body) -> Broken:
    if not body["handover"]:
        return
    received = past.received.get(body["handover"])
    if received is None or received[1]["trigger"] != body["trigger"]:
        yield "law-not-received", {"handover": body["handover"]}
    past.made.add(body["handover"])


# ── handover and responsibility ──────────────────────────────────────────────────────────────────────────────────────


def _handover_requested(_past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    if any(held["subject"] == body["subject"] for held in case["handovers"].values()):
        yield "law-second-handover", {"subject": body["subject"]}
    track = case["services"].get(body["subject"].removeprefix("service:"))
    sender = track["provider"] if track else case["coordinator"]["organisation"]
    if body["sender"] != sender:
        yield "law-coordinator", {"found": body["sender"], "wanted": sender}


def _handover_completed(past: _Past, case: Case, entry: Entry, body: Body) -> Broken:
    held = case["handovers"][body["handover"]]
    warm = body["warm"] and held["status"] == "met"
    cold = not body["warm"] and held["status"] == "accepted" and body["without_meeting"]
    if not (warm or cold):
        yield "law-handover", {"handover": held["id"], "status": held["status"], "step": "handover_completed"}
    past.received[held["id"]] = (entry.seq, held)


def _handover_transferred(past: _Past, _case: Case, entry: Entry, body: Body) -> Broken:
    past.successors[body["successor"]] = entry.seq
    yield from ()


def _coordination_passed(past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    current = case["coordinator"]["organisation"]
    if body["from"] != current or not body["to"]:
        yield "law-coordinator", {"found": body["from"], "wanted": current}
    received = past.received.get(body["handover"])
    if body["to"] != current and (received is None or received[1]["receiver"] != body["to"]):
        yield "law-not-received", {"handover": body["handover"] or "–"}


def _service_moved(_past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    state = case["services"][body["service"]]["state"]
    if body["from"] != state:
        yield "law-state", {"found": body["from"], "wanted": state}


def _service_passed(past: _Past, case: Case, _entry: Entry, body: Body) -> Broken:
    if body["from"] != case["services"][body["service"]]["provider"] or body["handover"] not in past.received:
        yield "law-not-received", {"handover": body["handover"] or "–"}


# ── disclosure ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _extract_disclosed(_past: _Past, case: Case, entry: Entry, body: Body) -> Broken:
    yield from _relies(case, body["records"])
    kind, _, named = body["basis"].partition(":")
    bans = [
        ban
        for ban in case["prohibitions"].values()
        if ban["recipient"] == body["recipient"] and (not ban["records"] or set(ban["records"]) & set(body["records"]))
    ]
    permit = case["permits"].get(named)
    in_force = permit and (permit["until"] is None or permit["until"] >= helsinki_day(entry.recorded_at))
    allowed = {
        "permit": bool(in_force) and not bans,
        "statute": bool(named) and (not bans or body["overrides"] in case["prohibitions"]),
        "same_register": True,
    }
    if not allowed.get(kind, False):
        yield "law-basis", {"recipient": body["recipient"], "basis": body["basis"] or "–"}


# ── time ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _deadline_missed(_past: _Past, case: Case, entry: Entry, body: Body) -> Broken:
    running = case["deadlines"][body["deadline"]]
    if entry.recorded_at < running["due_at"]:
        yield "law-early", {"deadline": body["deadline"], "due": running["due_at"], "at": entry.recorded_at}
    if running["missed"]:
        yield "law-twice", {"deadline": body["deadline"]}


def _due(_past: _Past, _case: Case, _entry: Entry, body: Body) -> Broken:
    if body["due_at"] != midnight_after(body["due_on"]):
        yield "law-due", {"on": body["due_on"], "at": body["due_at"]}


def _relies(case: Case, relied_on: dict[str, int]) -> Broken:
    for record, seq in relied_on.items():
        if record not in case["records"] or case["records"][record]["seq"] != seq:
            yield "law-not-there", {"what": f"{record} {seq}", "type": "record"}


def _step(held: dict[str, Any], step: str) -> Broken:
    refused = step == "handover_returned" and not held["declinable"]
    if held["status"] not in _STEPS[step] or refused:
        yield "law-handover", {"handover": held["id"], "status": held["status"], "step": step}


_LAWS: dict[str, Callable[[_Past, Case, Entry, Body], Broken]] = {
    "opened": _opened_again,
    "moved": _moved,
    "acted": _acted,
    "state_corrected": _state_corrected,
    "record_corrected": _record_corrected,
    "closed": _closed,
    "reopened": _reopened,
    "migrated": _migrated,
    "handover_requested": _handover_requested,
    "handover_completed": _handover_completed,
    "handover_transferred": _handover_transferred,
    "coordination_passed": _coordination_passed,
    "service_moved": _service_moved,
    "service_passed": _service_passed,
    "extract_disclosed": _extract_disclosed,
    "deadline_armed": _due,
    "deadline_extended": _due,
    "task_set": _due,
    "deadline_missed": _deadline_missed,
}

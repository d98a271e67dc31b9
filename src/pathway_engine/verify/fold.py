"""The case as its journal makes it: a fold of plain dictionaries, written anew from what the events mean.

The result has the form of the kept snapshot, so that the two can be compared letter by letter. An event is folded
only after its form has been looked at; one that speaks of something the case does not have raises `KeyError`.
"""

from __future__ import annotations

__all__ = ["Entry", "fold", "helsinki_day", "midnight_after", "opened"]

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

Case = dict[str, Any]
Body = dict[str, Any]


class Entry(NamedTuple):
    """A row of the journal, read."""

    seq: int
    type: str
    occurred_at: str
    recorded_at: str
    actor: dict[str, Any]
    digest: str
    body: Body


def helsinki_day(instant: str) -> str:
    """Give the day in Finland at an instant."""
    return datetime.fromisoformat(instant).astimezone(_zone()).date().isoformat()


def midnight_after(day: str) -> str:
    """Give the instant at which a day ends in Finland."""
    after = datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(), _zone()).astimezone(UTC)
    return f"{after.isoformat(timespec='microseconds')[:-6]}Z"


def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/Helsinki")


_MAPS = ("named", "services", "records", "permits", "prohibitions", "handovers", "deadlines", "tasks", "waiting")


def opened(register: str, case: str, entry: Entry) -> Case:
    """Make the case that the first event opens."""
    body = entry.body
    return {
        "id": case,
        "register": register,
        "pathway": body["pathway"],
        "definition_version": body["definition_version"],
        "digest": entry.digest,
        "subject_kind": body["subject_kind"],
        "client": body["client"],
        "state": body["state"],
        "held": "",
        "pending_on": body["pending_on"],
        "entered_on": helsinki_day(entry.occurred_at),
        "entered_seq": entry.seq,
        "last_moved_at": entry.occurred_at,
        "coordinator": _of(body, "organisation role worker"),
        "participants": [],
        "flags": [],
        "closed": None,
        "restricted": False,
        "erased": False,
        "version": entry.seq,
        "recorded_at": entry.recorded_at,
        **{name: {} for name in _MAPS},
    }


def fold(case: Case, entry: Entry) -> None:
    """Change the case by what happened.

    Raises:
        KeyError: The event speaks of something that the case does not have.
    """
    _FOLDS[entry.type](case, entry, entry.body)
    case["version"] = entry.seq
    case["recorded_at"] = entry.recorded_at


def _of(body: Body, names: str) -> dict[str, Any]:
    return {name: body[name] for name in names.split()}


def _rely(case: Case, body: Body) -> None:
    for name in body["relied_on"]:
        if name in case["records"]:
            case["records"][name] = {**case["records"][name], "used": True}


def _enter(case: Case, entry: Entry, state: str) -> None:
    case["state"] = state
    case["entered_on"] = helsinki_day(entry.occurred_at)
    case["entered_seq"] = entry.seq


# ── movement ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _moved(case: Case, entry: Entry, body: Body) -> None:
    if body["from"] == body["to"]:
        pass  # On hold once more: where one goes back to stays the same.
    elif body["holds"]:
        case["held"] = body["from"]
    elif body["resumes"]:
        case["held"] = ""
    _enter(case, entry, body["to"])
    case["last_moved_at"] = max(case["last_moved_at"], entry.occurred_at)
    _rely(case, body)


def _acted(case: Case, _entry: Entry, body: Body) -> None:
    _rely(case, body)


def _state_corrected(case: Case, entry: Entry, body: Body) -> None:
    case["held"] = ""
    _enter(case, entry, body["to"])


def _closed(case: Case, entry: Entry, body: Body) -> None:
    case["closed"] = {"reason": body["reason"], "on": helsinki_day(entry.occurred_at), "seq": entry.seq}
    case["waiting"] = {}


def _reopened(case: Case, _entry: Entry, body: Body) -> None:
    case["closed"] = None
    case["held"] = ""
    case["pending_on"] = body["pending_on"]
    case["coordinator"] = _of(body, "organisation role worker")


def _migrated(case: Case, entry: Entry, body: Body) -> None:
    if body["state"] != case["state"]:
        case["entered_seq"] = entry.seq
    case |= {"digest": body["to_digest"], **_of(body, "definition_version state held")}
    for name, state in body["services"].items():
        if name in case["services"]:
            case["services"][name] = {**case["services"][name], "state": state}


def _flag_raised(case: Case, _entry: Entry, body: Body) -> None:
    case["flags"] = sorted({*case["flags"], body["flag"]})


def _flag_lowered(case: Case, _entry: Entry, body: Body) -> None:
    case["flags"] = [flag for flag in case["flags"] if flag != body["flag"]]


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _recorded(case: Case, entry: Entry, body: Body) -> None:
    coded, sealed = dict(body["coded"]), dict.fromkeys(body["sealed_fields"], entry.seq)
    before = case["records"].get(body["record"])
    if body["supplements"] and before:
        kept = {name: value for name, value in before["coded"].items() if name not in sealed}
        coded = {**kept, **coded}
        sealed = {**{name: seq for name, seq in before["sealed"].items() if name not in coded}, **sealed}
    case["records"][body["record"]] = _record(entry, coded, sealed, used=False)


def _record_corrected(case: Case, entry: Entry, body: Body) -> None:
    held = case["records"].get(body["record"])
    if held and held["seq"] == body["corrects"]:
        sealed = dict.fromkeys(body["sealed_fields"], entry.seq)
        case["records"][body["record"]] = _record(entry, dict(body["coded"]), sealed, used=held["used"])


def _record(entry: Entry, coded: dict[str, Any], sealed: dict[str, int], *, used: bool) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "record": entry.body["record"],
        "coded": coded,
        "sealed": sealed,
        "occurred_on": helsinki_day(entry.occurred_at),
        "role": entry.actor["role"],
        "organisation": entry.actor["organisation"],
        "digest": entry.digest,
        "used": used,
    }


# ── what is held under an id, and let go ───────────────────────────────────────────────────────────────────────────


def _put(within: str, id_: str, names: str, **more: Any) -> Callable[[Case, Entry, Body], None]:
    """Make a fold that puts something under its id: the named fields of the event, its number, and `more`."""

    def put(case: Case, entry: Entry, body: Body) -> None:
        case[within][body[id_]] = {"id": body[id_], **_of(body, names), **more, "seq": entry.seq}

    return put


def _drop(within: str, id_: str) -> Callable[[Case, Entry, Body], None]:
    def drop(case: Case, _entry: Entry, body: Body) -> None:
        del case[within][body[id_]]

    return drop


def _alter(case: Case, within: str, id_: str, **changes: Any) -> None:
    case[within][id_] = {**case[within][id_], **changes}


def _role_named(case: Case, _entry: Entry, body: Body) -> None:
    case["named"][body["role"]] = _of(body, "organisation role worker")


def _coordination_passed(case: Case, _entry: Entry, body: Body) -> None:
    case["coordinator"] = {"organisation": body["to"], "role": body["role"], "worker": body["worker"]}


def _participant_joined(case: Case, _entry: Entry, body: Body) -> None:
    case["participants"] = sorted({*case["participants"], body["organisation"]})


def _participant_left(case: Case, _entry: Entry, body: Body) -> None:
    case["participants"] = [each for each in case["participants"] if each != body["organisation"]]


def _handover_agreed(case: Case, _entry: Entry, body: Body) -> None:
    _alter(case, "handovers", body["handover"], status="agreed", waived=body["waived"])


def _handover_accepted(case: Case, _entry: Entry, body: Body) -> None:
    worker = body["worker"] or case["handovers"][body["handover"]]["receiver_worker"]
    _alter(case, "handovers", body["handover"], status="accepted", receiver_worker=worker)


def _handover_met(case: Case, _entry: Entry, body: Body) -> None:
    _alter(case, "handovers", body["handover"], status="met")


def _service_moved(case: Case, _entry: Entry, body: Body) -> None:
    if body["ended"]:
        del case["services"][body["service"]]
    else:
        _alter(case, "services", body["service"], state=body["to"])
    _rely(case, body)


def _service_passed(case: Case, _entry: Entry, body: Body) -> None:
    _alter(case, "services", body["service"], provider=body["to"])


def _waiting_started(case: Case, entry: Entry, body: Body) -> None:
    before = case["waiting"].get(body["queue"])
    since = before["since"] if before else helsinki_day(entry.occurred_at)
    waiting = {**_of(body, "queue expected_on"), "since": since, "seq": entry.seq}
    case["waiting"][body["queue"]] = waiting


def _deadline_missed(case: Case, _entry: Entry, body: Body) -> None:
    _alter(case, "deadlines", body["deadline"], missed=True)


def _deadline_extended(case: Case, _entry: Entry, body: Body) -> None:
    _alter(case, "deadlines", body["deadline"], **_of(body, "due_on due_at"), missed=False)


def _task_done(case: Case, _entry: Entry, body: Body) -> None:
    del case["tasks"][body["task"]]
    _rely(case, body)


def _set(**changes: Any) -> Callable[[Case, Entry, Body], None]:
    return lambda case, _entry, _body: case.update(changes)


_FOLDS: dict[str, Callable[[Case, Entry, Body], None]] = {
    "moved": _moved,
    "acted": _acted,
    "flag_raised": _flag_raised,
    "flag_lowered": _flag_lowered,
    "state_corrected": _state_corrected,
    "closed": _closed,
    "reopened": _reopened,
    "migrated": _migrated,
    "recorded": _recorded,
    "record_corrected": _record_corrected,
    "permit_given": _put("permits", "permit", "kind recipient until records"),
    "permit_withdrawn": _drop("permits", "permit"),
    "disclosure_forbidden": _put("prohibitions", "prohibition", "recipient records"),
    "prohibition_lifted": _drop("prohibitions", "prohibition"),
    "role_named": _role_named,
    "role_ended": _drop("named", "role"),
    "coordination_passed": _coordination_passed,
    "participant_joined": _participant_joined,
    "participant_left": _participant_left,
    "handover_requested": _put(
        "handovers",
        "handover",
        "subject trigger sender receiver receiver_role receiver_worker extract basis statute declinable agreed_by"
        " reason",
        status="requested",
        waived=False,
    ),
    "handover_agreed": _handover_agreed,
    "handover_declined": _drop("handovers", "handover"),
    "handover_accepted": _handover_accepted,
    "handover_met": _handover_met,
    "handover_completed": _drop("handovers", "handover"),
    "handover_returned": _drop("handovers", "handover"),
    "handover_cancelled": _drop("handovers", "handover"),
    "handover_transferred": _drop("handovers", "handover"),
    "extract_disclosed": _set(),
    "disclosure_withheld": _set(),
    "service_opened": _put("services", "service", "kind state organiser provider law"),
    "service_moved": _service_moved,
    "service_ended": _drop("services", "service"),
    "service_passed": _service_passed,
    "waiting_started": _waiting_started,
    "waiting_ended": _drop("waiting", "queue"),
    "deadline_armed": _put(
        "deadlines",
        "deadline",
        "rule due_on due_at anchored_on kind notify escalate_to service ends_on",
        missed=False,
    ),
    "deadline_met": _drop("deadlines", "deadline"),
    "deadline_missed": _deadline_missed,
    "deadline_dropped": _drop("deadlines", "deadline"),
    "deadline_extended": _deadline_extended,
    "task_set": _put("tasks", "task", "trigger requirement owner due_on due_at"),
    "task_done": _task_done,
    "warned": _set(),
    "restricted": _set(restricted=True),
    "restriction_lifted": _set(restricted=False),
    "erased": _set(erased=True),
}

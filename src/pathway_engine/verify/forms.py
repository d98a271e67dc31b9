"""The form of every event: its fields and their kinds, for each type and version that was ever written.

A type's form is never changed; a new shape is a new version beside the old one. Fields are texts unless they say
otherwise: `bool`, `int`, `day`, `day?` (or nothing), `instant`, `texts` (a list), `numbers` (name -> number), `words`
(name -> text), `coded` (name -> text, number, yes-or-no or list of texts).
"""

from __future__ import annotations

__all__ = ["ACTOR", "FORMS", "has_form"]

from collections.abc import Callable, Mapping
from typing import Any

from .chain import is_day, is_instant

_VERSION_1 = {
    # the case and its movement
    "opened": (
        "pathway definition_version subject_kind client state pending_on:day organisation role worker place continues"
    ),
    "moved": ("trigger from to fact:bool reason agreed_by:texts relied_on:numbers holds:bool resumes:bool handover"),
    "acted": "trigger state reason agreed_by:texts relied_on:numbers handover",
    "flag_raised": "flag",
    "flag_lowered": "flag",
    "state_corrected": "from to corrects:int",
    "closed": "reason",
    "reopened": "pending_on:day organisation role worker",
    "migrated": "from_digest to_digest definition_version state held services:words",
    # records, permits, responsibility
    "recorded": "record coded:coded sealed_fields:texts supplements:bool service",
    "record_corrected": "record corrects:int coded:coded sealed_fields:texts",
    "permit_given": "permit kind recipient until:day? records:texts wording language channel",
    "permit_withdrawn": "permit",
    "disclosure_forbidden": "prohibition recipient records:texts",
    "prohibition_lifted": "prohibition",
    "role_named": "role organisation worker",
    "role_ended": "role",
    "coordination_passed": "from to role worker handover",
    "participant_joined": "organisation",
    "participant_left": "organisation",
    "restricted": "reason",
    "restriction_lifted": "reason",
    "erased": "basis",
    # the warm handover
    "handover_requested": (
        "handover subject trigger sender receiver receiver_role receiver_worker extract:texts basis statute"
        " declinable:bool agreed_by:texts reason"
    ),
    "handover_agreed": "handover waived:bool reason told_to",
    "handover_declined": "handover told_to",
    "handover_accepted": "handover worker",
    "handover_met": "handover present:texts remote:bool",
    "handover_completed": "handover warm:bool without_meeting",
    "handover_returned": "handover reason",
    "handover_cancelled": "handover reason",
    "handover_transferred": "handover to successor",
    "extract_disclosed": "recipient records:numbers basis handover overrides",
    "disclosure_withheld": "recipient records:texts reason handover disclosure:int",
    # parallel services and waiting
    "service_opened": "service kind state organiser provider law",
    "service_moved": "service trigger from to reason agreed_by:texts relied_on:numbers ended:bool",
    "service_ended": "service reason",
    "service_passed": "service from to handover",
    "waiting_started": "queue expected_on:day?",
    "waiting_ended": "queue reason",
    # time limits and tasks
    "deadline_armed": (
        "deadline rule due_on:day due_at:instant anchored_on:day kind notify:texts escalate_to:texts service"
        " ends_on:day?"
    ),
    "deadline_met": "deadline late:bool",
    "deadline_missed": "deadline rule told:texts escalated:bool",
    "deadline_dropped": "deadline",
    "deadline_extended": "deadline due_on:day due_at:instant reason",
    "task_set": "task trigger requirement owner due_on:day due_at:instant",
    "task_done": "task reason relied_on:numbers",
    "warned": "code about told:texts",
}


def _form(written: str) -> dict[str, str]:
    pairs = (field.partition(":") for field in written.split())
    return {name: kind or "text" for name, _, kind in pairs}


FORMS: Mapping[tuple[str, int], Mapping[str, str]] = {
    (type_, 1): _form(written) for type_, written in _VERSION_1.items()
}
"""Type and version -> field -> kind."""

ACTOR = _form("subject organisation role purpose acting_for agent")
"""Who acted, in every event."""


def has_form(data: Any, form: Mapping[str, str]) -> bool:
    """Tell whether plain data have exactly the fields of a form, each of its kind."""
    return (
        isinstance(data, dict) and data.keys() == form.keys() and all(_KINDS[form[name]](data[name]) for name in form)
    )


def _is_texts(value: Any) -> bool:
    return type(value) is list and all(type(each) is str for each in value)


def _map_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: type(value) is dict and all(fits(each) for each in value.values())


_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "text": lambda value: type(value) is str,
    "bool": lambda value: type(value) is bool,
    "int": lambda value: type(value) is int,
    "day": is_day,
    "day?": lambda value: value is None or is_day(value),
    "instant": is_instant,
    "texts": _is_texts,
    "numbers": _map_of(lambda each: type(each) is int),
    "words": _map_of(lambda each: type(each) is str),
    "coded": _map_of(lambda each: type(each) in (str, int, bool) or _is_texts(each)),
}

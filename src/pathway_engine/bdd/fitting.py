"""What fits a place of a sentence, and what to say of what does not: a day that is none, a role nobody has.

Each place is looked up as the sentence itself looks it up when it is acted out, so that nothing is found fault with
here that would hold, and nothing let through that cannot.
"""

from __future__ import annotations

__all__ = ["View", "day_fault", "faults", "field_fault", "move_fault", "named", "reason_fault", "text_fault"]

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from attrs import define

from pathway_engine.bdd.outlines import HOLE
from pathway_engine.bdd.reasons import TASK_KINDS, is_acceptance, is_task_name, may_be_reason, said_reason
from pathway_engine.bdd.sentences import Match, role_words
from pathway_engine.bdd.timing import MOST, moved_on
from pathway_engine.bdd.vocabulary import KINDS
from pathway_engine.case.fields import FieldFault, read_date
from pathway_engine.case.naming import Naming
from pathway_engine.definition.labels import likened
from pathway_engine.durations import DateRangeError, DurationError
from pathway_engine.handovers import WITHOUT_MEETING
from pathway_engine.text import LANGUAGES, Message, Ref, message, text_of

_FINNISH_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_STATUSES = ("requested", "agreed", "accepted", "met", "completed", "returned", "declined", "cancelled", "transferred")
_CLIENTS = ("K4", "K5", "L1", "L2", "L3", "L4", "V2", "V3", "N4")
"""Sentences in which the client acts, though no place says so."""


@define(eq=False)
class View:
    """What is known when a sentence of a scenario is read.

    Args:
        naming: Names of the pathway in use.
        language: Language to speak.
        day: The day on which the scenario stands; working days are counted as days, so it may be a later one.
    """

    naming: Naming
    language: str
    day: date


Check = Callable[[View, Match, str], Message | None]


def faults(view: View, match: Match) -> Iterator[tuple[str, Message]]:
    """Give what does not fit into a sentence: what was typed, and what to say of it."""
    if match.id in _CLIENTS and not _has_client(view):
        yield "", message("bdd-no-client")
    for place, typed in match.values.items():
        # What no example fills in is told of as such.
        check = None if HOLE.search(typed) else _OWN.get((match.id, place)) or _CHECKS.get(place)
        found = check(view, match, typed) if check is not None else None
        if found is not None:
            yield (role_words(typed) if place == "actor" else typed), found


def _has_client(view: View) -> bool:
    return any("client" in role.relation for role in view.naming.pathway.roles.values())


# ── days, lengths of time, numbers ─────────────────────────────────────────────────────────────────────────────────


def day_fault(typed: str, language: str) -> Message | None:
    """Tell what is wrong with a date, with the last day of its month when it has too many."""
    try:
        read_date(typed)
    except FieldFault:
        parts = _FINNISH_DAY.fullmatch(typed.strip())
        day, month, year = (int(parts[at]) for at in (1, 2, 3)) if parts else (0, 0, 0)
        if not (1 <= month <= 12 and 1 <= year <= 9999):
            return message("bdd-no-date", typed=typed)
        last = calendar.monthrange(year, month)[1]
        shown = f"{year:04}-{month:02}-{last:02}" if language == "en" else f"{last}.{month}.{year}"
        return message("lint-month", typed=typed, count=last, last=shown) if day > last else _no_day(typed)
    return None


def _no_day(typed: str) -> Message:
    return message("bdd-no-date", typed=typed)


def _day(view: View, match: Match, typed: str) -> Message | None:
    wrong = day_fault(typed, view.language)
    if wrong is not None or match.id not in {"T2", "D2"}:
        return wrong
    wanted, before = read_date(typed), view.day
    view.day = wanted
    if match.id == "D2" and wanted < before:
        return message("bdd-back-in-time", day=f"{before.day}.{before.month}.{before.year}")
    return None


def _duration(view: View, _match: Match, typed: str) -> Message | None:
    try:
        view.day = moved_on(view.day, typed)
    except (DurationError, DateRangeError):
        return message("bdd-too-long", typed=typed)
    return None


def _count(_view: View, _match: Match, typed: str) -> Message | None:
    if int(typed) > MOST:
        return message("bdd-too-many", typed=typed, most=MOST)
    return None


# ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unknown(view: View, kinds: Iterable[str], typed: str) -> Message:
    """Nobody is called so, or several are."""
    if not typed.strip():
        return message("lint-quotes-empty")
    labels, kinds = view.naming.labels, tuple(kinds)
    several = dict.fromkeys(each for kind in kinds for each in labels.candidates(kind, typed))
    if len(several) > 1:
        return message("bdd-several", typed=typed, known=_quoted(several))
    found = (each for kind in kinds for each in labels.suggestions(kind, typed, view.language))
    near = dict.fromkeys(each for each in found if likened(each) != likened(typed))
    return message("lint-name", typed=typed, near=_quoted(near)) if near else message("lint-name-only", typed=typed)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"”{each}”" for each in names)


def named(kind: str) -> Check:
    """Give the check of a place that names one thing of a kind."""

    def check(view: View, _match: Match, typed: str) -> Message | None:
        return None if view.naming.find(kind, typed) is not None else _unknown(view, (kind,), typed)

    return check


def _actor(view: View, match: Match, typed: str) -> Message | None:
    role = role_words(typed)
    if not role:
        return None if _has_client(view) else message("bdd-no-client")
    return named("role")(view, match, role)


def _move(view: View, match: Match, typed: str) -> Message | None:
    """A move of the path, or of a service that may be open when it is tried."""
    return move_fault(view, typed, any_of=match.id in {"S3", "S4"})


def move_fault(view: View, typed: str, *, any_of: bool = False) -> Message | None:
    """Tell that no move is called so; `any_of` lets a name through that several of them share."""
    naming = view.naming
    if naming.trigger(typed) is not None or (any_of and naming.labels.candidates("move", typed)):
        return None
    if any(naming.find_in("move", service, typed) is not None for service in naming.pathway.services):
        return None
    return _unknown(view, ("move",), typed)


def _in_service(kind: str) -> Check:
    """Give the check of a move or a state inside the service that the sentence names."""

    def check(view: View, match: Match, typed: str) -> Message | None:
        service = view.naming.find("service", match.values["service"])
        if service is None or view.naming.find_in(kind, service, typed) is not None:
            return None
        of = view.naming.pathway.services[service]
        known = of.transitions if kind == "move" else of.states
        hint = _hint(view, kind, service, typed, known)
        return message(f"lint-service-{kind}", typed=typed, service=Ref("service", service), hint=hint)

    return check


def _hint(view: View, kind: str, scope: str, typed: str, known: Iterable[str]) -> Message:
    hint = view.naming.hint_in(kind, scope, typed, list(known))
    return message("lint-names-shown") if hint.code == "plain" else hint


def _service(view: View, match: Match, typed: str) -> Message | None:
    """A service; caseloads and queues may name a part of the path or a move as well."""
    kinds = {"C1": ("service", "state"), "R2": ("service", "state")}.get(match.id, ("service",))
    if any(view.naming.find(kind, typed) is not None for kind in kinds):
        return None
    if match.id in {"C3", "C4"}:
        kinds = ("service", "move")
        if view.naming.trigger(typed) is not None:
            return None
    return _unknown(view, kinds, typed)


def _deadline(view: View, _match: Match, typed: str) -> Message | None:
    if view.naming.labels.candidates("deadline", typed) or is_acceptance(typed):
        return None
    return _unknown(view, ("deadline",), typed)


def _task(view: View, _match: Match, typed: str) -> Message | None:
    return None if is_task_name(view.naming.labels, typed) else _unknown(view, TASK_KINDS, typed)


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _kind(view: View, match: Match, typed: str) -> Message | None:
    """The word for the kind of record: the right one, or the one for any."""
    record = view.naming.find("record", match.values.get("record", ""))
    kind = next((each for each, words in KINDS.items() if likened(typed) in words), "note")
    if record is None or kind in {"note", view.naming.pathway.records[record].kind}:
        return None
    right = KINDS[view.naming.pathway.records[record].kind][KINDS[kind].index(likened(typed))]
    return message("bdd-record-kind", record=Ref("record", record), word=typed, right=right)


def field_fault(view: View, record: str, typed: str) -> Message | None:
    """Tell that a record has no such field."""
    if not typed.strip():
        return message("lint-cell-empty")
    if view.naming.find_in("field", record, typed) is not None:
        return None
    fields = view.naming.pathway.records[record].fields
    near = dict(view.naming.hint_in("field", record, typed, list(fields)).params).get("names")
    known = near or tuple(Ref("field", f"{record}.{each}") for each in fields)
    code = "lint-field" if near else "bdd-unknown-field"
    return message(code, typed=typed, record=Ref("record", record), known=known)


def _field(view: View, match: Match, typed: str) -> Message | None:
    record = view.naming.find("record", match.values["record"])
    return None if record is None else field_fault(view, record, typed)


def _accepted(view: View, match: Match, typed: str) -> Message | None:
    """A record that the client accepts needs a field to say so."""
    wrong = named("record")(view, match, typed)
    key = view.naming.find("record", typed)
    if wrong is not None or key is None:
        return wrong
    fields = view.naming.pathway.records[key].fields
    if any(field.type == "boolean" and "accepted" in name for name, field in fields.items()):
        return None
    return message("bdd-not-acceptable", record=Ref("record", key))


# ── reasons ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_move(view: View, match: Match, typed: str) -> Message | None:
    """The reason for a move of the path: one of its list, when it has one."""
    trigger = view.naming.trigger(match.values["move"])
    entries = view.naming.pathway.transitions.items()
    lists = [each.reasons for key, each in entries if trigger in {key, each.trigger} and each.reasons]
    return _option(view, lists[0], typed) if lists else None


def _of_service_move(view: View, match: Match, typed: str) -> Message | None:
    service = view.naming.find("service", match.values["service"])
    move = view.naming.find_in("move", service, match.values["move"]) if service else None
    if service is None or move is None:
        return None
    declared = view.naming.pathway.services[service].transitions[move].reasons
    return _option(view, declared, typed) if declared else None


def _of_service(view: View, match: Match, typed: str) -> Message | None:
    service = view.naming.find("service", match.values["service"])
    moves = view.naming.pathway.services[service].transitions.values() if service else ()
    lists = sorted({each.reasons for each in moves if each.reasons})
    return _option(view, lists[0], typed) if lists else None


def _option(view: View, catalogue: str, typed: str) -> Message | None:
    if view.naming.find_in("option", catalogue, typed) is not None:
        return None
    items = tuple(view.naming.pathway.catalogues[catalogue].items)
    near = dict(view.naming.hint_in("option", catalogue, typed, items).params).get("names")
    known = near or tuple(Ref("option", f"{catalogue}.{item}") for item in items)
    return message("lint-option" if near else "bdd-no-option", typed=typed, known=known)


def reason_fault(view: View, typed: str) -> Message | None:
    """Tell that nothing that can be missing, or be said instead, is called so."""
    if may_be_reason(view.naming, typed):
        return None
    near = said_reason(view.naming, typed, view.language)
    return message("lint-reason" if near else "lint-reason-only", typed=typed, near=_quoted(near))


def _reason(view: View, _match: Match, typed: str) -> Message | None:
    return reason_fault(view, typed)


def _without_meeting(_view: View, _match: Match, typed: str) -> Message | None:
    known = [[text_of(f"without-{code}", language) for language in LANGUAGES] for code in WITHOUT_MEETING]
    words = {likened(each) for one in known for each in one} | set(WITHOUT_MEETING)
    if likened(typed) in words:
        return None
    return message("bdd-no-option", typed=typed, known=_words(f"without-{code}" for code in WITHOUT_MEETING))


def _status(_view: View, _match: Match, typed: str) -> Message | None:
    words = {likened(text_of(f"status-{code}", language)) for code in _STATUSES for language in LANGUAGES}
    if likened(typed) in {*words, "-"}:
        return None
    return message("lint-status", typed=typed, known=_words(f"status-{code}" for code in _STATUSES))


def _words(codes: Iterable[str]) -> tuple[Message, ...]:
    return tuple(message(code) for code in codes)


# ── permits and texts ──────────────────────────────────────────────────────────────────────────────────────────────


def _basis(view: View, _match: Match, typed: str) -> Message | None:
    """The ground on which information was passed: a permit, or a statute that a warm handover names."""
    of = view.naming.pathway
    moves = (*of.transitions.values(), *(each for one in of.services.values() for each in one.transitions.values()))
    if typed in {each.handover.statute for each in moves if each.handover}:
        return None
    return named("permit")(view, _match, typed)


def text_fault(view: View, typed: str) -> Message | None:
    """Tell that no page of a client holds such a text, whatever happens in the scenario."""
    said = [likened(each) for each in _pages(view)]
    parts = [each.strip() for each in re.findall(r"[^.!?]+[.!?]*", likened(typed)) if each.strip()]
    if all(any(part in page for page in said) for part in parts):
        return None
    sentences = dict.fromkeys(one.strip() for page in _pages(view) for one in re.findall(r"[^.!?]+[.!?]*", page))
    near = get_close_matches(typed, [each for each in sentences if each], n=1, cutoff=0.5)
    return message("lint-text" if near else "lint-text-only", typed=typed, near=_quoted(near))


def _pages(view: View) -> Iterator[str]:
    """Give all that a client may read of the path, its states and its services."""
    of = view.naming.pathway
    plains = [*of.plain.values(), *(each.plain for each in of.states.values())]
    plains += [each.plain for each in of.services.values()]
    titles = [each.title for each in of.states.values()]
    titles += [each.title for each in plains if each and each.title]
    yield from (each.to(view.language) for each in titles)
    yield from (each.text.to(view.language) for each in plains if each)


def _text(view: View, _match: Match, typed: str) -> Message | None:
    return text_fault(view, typed)


_CHECKS: Mapping[str, Check] = {
    "actor": _actor,
    "basis": _basis,
    "count": _count,
    "day": _day,
    "deadline": _deadline,
    "duration": _duration,
    "field": _field,
    "flag": named("flag"),
    "kind": _kind,
    "move": _move,
    "organisation": named("organisation"),
    "party": named("organisation"),
    "permit": named("permit"),
    "record": named("record"),
    "role": named("role"),
    "service": _service,
    "state": named("state"),
    "task": _task,
    "warning": _reason,
}
"""What stands in a place -> what it has to be. Persons are not looked up."""

_OWN: Mapping[tuple[str, str], Check] = {
    ("E2", "reason"): _reason,
    ("K4", "record"): _accepted,
    ("K5", "record"): _accepted,
    ("N1", "text"): _text,
    ("P3", "reason"): _of_service,
    ("P4", "move"): _in_service("move"),
    ("P5", "state"): _in_service("state"),
    ("P7", "move"): _in_service("move"),
    ("P7", "reason"): _of_service_move,
    ("P10", "move"): _in_service("move"),
    ("P11", "move"): _in_service("move"),
    ("P11", "reason"): _of_service_move,
    ("S6", "reason"): _of_move,
    ("S7", "reason"): _of_move,
    ("V7", "status"): _status,
    ("V9", "reason"): _without_meeting,
    ("V10", "reason"): _of_move,
}
"""Places that mean something of their own in one sentence. A reason that cannot be chosen (E5), what the client does
not see (N3) and why a handover comes back (V5) may be anything."""

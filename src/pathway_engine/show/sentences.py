"""One function for each type of event: the sentences that tell it. The words stand in `text.event_messages`."""

from __future__ import annotations

__all__ = ["SENTENCES"]

from collections.abc import Callable, Iterable
from typing import Any

from pathway_engine.case import events as e
from pathway_engine.show.voice import Voice
from pathway_engine.show.words import move_id
from pathway_engine.text import Param, Ref, message

Told = Iterable[str]


# ── the case and its movement ──────────────────────────────────────────────────────────────────────────────────────


def _opened(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say(
        "event-opened",
        pathway=Ref("pathway", body.pathway),
        state=Ref("state", body.state),
        pending_on=voice.day(body.pending_on),
        organisation=voice.organisation(body.organisation),
    )


def _additions(voice: Voice, event: e.Event, catalogue: str) -> Told:
    body: Any = event.body
    others = [role for role in body.agreed_by if role != event.actor.role]
    if others:
        yield voice.say("event-agreed-with", roles=voice.roles(others))
    if body.reason:
        yield voice.say("event-with-reason", reason=voice.reason(catalogue, body.reason))


def _moved(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    voice.memory.catalogue = voice.catalogue_of(body.trigger, body.from_)
    move = voice.move(body.trigger, body.from_)
    yield voice.say("event-moved", move=move, entered=Ref("state", body.to))
    yield from _additions(voice, event, voice.memory.catalogue)


def _acted(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-acted", move=voice.move(body.trigger, body.state))
    yield from _additions(voice, event, voice.catalogue_of(body.trigger, body.state))


def _flag(code: str) -> Callable[[Voice, e.Event], Told]:
    def tell(voice: Voice, event: e.Event) -> Told:
        body: Any = event.body
        yield voice.say(code, flag=Ref("flag", body.flag))

    return tell


def _state_corrected(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    left, entered = Ref("state", body.from_), Ref("state", body.to)
    yield voice.say("event-state_corrected", corrects=body.corrects, left=left, entered=entered)


def _closed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-closed", reason=voice.reason(voice.memory.catalogue, body.reason))


def _reopened(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    organisation = voice.organisation(body.organisation)
    yield voice.say("event-reopened", pending_on=voice.day(body.pending_on), organisation=organisation)


def _migrated(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-migrated", version=body.definition_version, state=Ref("state", body.state))


# ── records, permits and prohibitions ──────────────────────────────────────────────────────────────────────────────


def _recorded(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    known = voice.pathway.records.get(body.record)
    kind = known.kind if known else "note"
    code = "event-recorded-note" if kind == "note" else "event-recorded"
    if body.supplements:
        code = "event-recorded-supplement"
    yield voice.say(code, kind=message(f"kind-{kind}"), record=Ref("record", body.record))


def _record_corrected(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-record_corrected", record=Ref("record", body.record), corrects=body.corrects)


def _permit_given(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    params: dict[str, Param] = {"permit": Ref("permit", body.kind), "recipient": Ref("organisation", body.recipient)}
    if body.until is None:
        yield voice.say("event-permit_given", **params)
    else:
        yield voice.say("event-permit_given-until", **params, until=voice.day(body.until))
    yield from _for_records(voice, body.records)


def _for_records(voice: Voice, records: tuple[str, ...]) -> Told:
    if records:
        yield voice.say("event-for-records", records=voice.records(records))


def _permit_withdrawn(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    kind, recipient = voice.memory.permits.get(body.permit, (body.permit, ""))
    yield voice.say("event-permit_withdrawn", permit=Ref("permit", kind), recipient=voice.organisation(recipient))


def _disclosure_forbidden(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-disclosure_forbidden", recipient=Ref("organisation", body.recipient))
    yield from _for_records(voice, body.records)


def _prohibition_lifted(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    recipient = voice.organisation(voice.memory.bans.get(body.prohibition, ""))
    yield voice.say("event-prohibition_lifted", recipient=recipient)


# ── responsibility ─────────────────────────────────────────────────────────────────────────────────────────────────


def _role_named(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    code = "event-role_named" if body.worker else "event-role_named-organisation"
    yield voice.say(code, role=Ref("role", body.role), organisation=voice.organisation(body.organisation))


def _role_ended(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-role_ended", role=Ref("role", body.role))


def _coordination_passed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    sender, receiver = voice.organisation(body.from_), voice.organisation(body.to)
    yield voice.say("event-coordination_passed", sender=sender, receiver=receiver)


def _participant(code: str) -> Callable[[Voice, e.Event], Told]:
    def tell(voice: Voice, event: e.Event) -> Told:
        body: Any = event.body
        yield voice.say(code, organisation=Ref("organisation", body.organisation))

    return tell


# ── warm handover ──────────────────────────────────────────────────────────────────────────────────────────────────


def _handover_requested(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    receiver = Ref("organisation", body.receiver)
    if body.subject == "case":
        yield voice.say("event-handover_requested", receiver=receiver, sender=voice.organisation(body.sender))
    else:
        service = voice.service(body.subject.removeprefix("service:"))
        yield voice.say("event-handover_requested-service", receiver=receiver, service=service)


def _handover_agreed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-handover_agreed-waived" if body.waived else "event-handover_agreed")
    if body.reason:
        yield voice.say("event-with-reason", reason=voice.reason("", body.reason))


def _handover_met(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say(
        "event-handover_met-remote" if body.remote else "event-handover_met", roles=voice.roles(body.present)
    )


def _handover_completed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-handover_completed")
    if not body.warm:
        yield voice.say("event-without-meeting", reason=voice.reason("", body.without_meeting or "other"))


def _handover_ended(code: str) -> Callable[[Voice, e.Event], Told]:
    def tell(voice: Voice, event: e.Event) -> Told:
        body: Any = event.body
        yield voice.say(code, reason=voice.reason("", body.reason))

    return tell


def _handover_transferred(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-handover_transferred", receiver=Ref("organisation", body.to))


def _extract_disclosed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    recipient, records = Ref("organisation", body.recipient), voice.records(body.records)
    yield voice.say("event-extract_disclosed", recipient=recipient, records=records, basis=_basis(voice, body.basis))
    if body.overrides:
        yield voice.say("event-overrides")


def _basis(voice: Voice, basis: str) -> str:
    kind, _, what = basis.partition(":")
    if kind == "permit":
        return voice.say("word-permit", permit=Ref("permit", voice.memory.permits.get(what, (what, ""))[0]))
    if kind == "statute":
        return voice.say("word-statute", law=what)
    return voice.reason("", kind)


def _disclosure_withheld(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say(
        "event-disclosure_withheld",
        recipient=Ref("organisation", body.recipient),
        records=voice.records(body.records),
        reason=voice.reason("", body.reason),
    )


# ── parallel services ──────────────────────────────────────────────────────────────────────────────────────────────


def _service_opened(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say(
        "event-service_opened", service=Ref("service", body.kind), organiser=voice.organisation(body.organiser)
    )
    if body.provider != body.organiser:
        yield voice.say("event-provided-by", provider=voice.organisation(body.provider))
    if body.law:
        yield voice.say("event-service-law", law=body.law)


def _service_moved(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    kind = voice.kind_of(body.service)
    known = voice.pathway.services.get(kind)
    key = move_id(known.transitions, body.trigger, body.from_) if known else body.trigger
    service, move = Ref("service", kind), Ref("move", f"{kind}.{key}")
    if body.from_ == body.to:
        yield voice.say("event-service_moved-stays", service=service, move=move)
    else:
        yield voice.say("event-service_moved", service=service, move=move, entered=Ref("state", f"{kind}.{body.to}"))
    catalogue = known.transitions[key].reasons if known and key in known.transitions else ""
    yield from _additions(voice, event, catalogue)


def _service_ended(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    known = voice.pathway.services.get(voice.kind_of(body.service))
    named = {move.reasons for move in known.transitions.values() if move.reasons} if known else set()
    # A service that ends with the path has the path's reason.
    catalogues = [*sorted(named), voice.memory.catalogue]
    fitting = (each for each in catalogues if each and body.reason in voice.pathway.catalogues[each].items)
    reason = voice.reason(next(fitting, ""), body.reason)
    yield voice.say("event-service_ended", service=voice.service(body.service), reason=reason)


def _service_passed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-service_passed", service=voice.service(body.service), receiver=voice.organisation(body.to))


def _queue(voice: Voice, queue: str) -> str:
    return voice.label("service" if queue in voice.pathway.services else "move", queue)


def _waiting_started(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-waiting_started", queue=_queue(voice, body.queue))
    if body.expected_on is not None:
        yield voice.say("event-expected-on", expected_on=voice.day(body.expected_on))


def _waiting_ended(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-waiting_ended", queue=_queue(voice, body.queue))
    if body.reason:
        yield voice.say("event-with-reason", reason=voice.reason("", body.reason))


# ── deadlines and tasks ────────────────────────────────────────────────────────────────────────────────────────────


def _deadline_armed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-deadline_armed", deadline=voice.deadline(body.deadline), due_on=voice.day(body.due_on))


def _deadline_met(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    code = "event-deadline_met-late" if body.late else "event-deadline_met"
    yield voice.say(code, deadline=voice.deadline(body.deadline))


def _deadline_missed(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say(
        "event-deadline_missed", deadline=voice.deadline(body.deadline), roles=voice.roles(body.told) or "–"
    )


def _deadline_dropped(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-deadline_dropped", deadline=voice.deadline(body.deadline))


def _deadline_extended(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    deadline, due_on = voice.deadline(body.deadline), voice.day(body.due_on)
    yield voice.say("event-deadline_extended", deadline=deadline, due_on=due_on, reason=voice.reason("", body.reason))


def _task_set(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    what, owner = voice.what(body.trigger, body.requirement), voice.label("role", body.owner)
    yield voice.say("event-task_set", what=what, owner=owner, due_on=voice.day(body.due_on))


def _task_done(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    what = voice.what(*voice.memory.tasks.get(body.task, ("", body.task)))
    yield voice.say("event-task_done-needless" if body.reason else "event-task_done", what=what)
    if body.reason:
        yield voice.say("event-with-reason", reason=voice.reason("", body.reason))


def _warned(voice: Voice, event: e.Event) -> Told:
    body: Any = event.body
    yield voice.say("event-warned", what=voice.what(voice.advising(body.about), body.about))


# ── data protection ────────────────────────────────────────────────────────────────────────────────────────────────


def _plainly(code: str) -> Callable[[Voice, e.Event], Told]:
    return lambda voice, _event: [voice.say(code)]


SENTENCES: dict[type[e.Body], Callable[[Voice, e.Event], Told]] = {
    e.Opened: _opened,
    e.Moved: _moved,
    e.Acted: _acted,
    e.FlagRaised: _flag("event-flag_raised"),
    e.FlagLowered: _flag("event-flag_lowered"),
    e.StateCorrected: _state_corrected,
    e.Closed: _closed,
    e.Reopened: _reopened,
    e.Migrated: _migrated,
    e.Recorded: _recorded,
    e.RecordCorrected: _record_corrected,
    e.PermitGiven: _permit_given,
    e.PermitWithdrawn: _permit_withdrawn,
    e.DisclosureForbidden: _disclosure_forbidden,
    e.ProhibitionLifted: _prohibition_lifted,
    e.RoleNamed: _role_named,
    e.RoleEnded: _role_ended,
    e.CoordinationPassed: _coordination_passed,
    e.ParticipantJoined: _participant("event-participant_joined"),
    e.ParticipantLeft: _participant("event-participant_left"),
    e.HandoverRequested: _handover_requested,
    e.HandoverAgreed: _handover_agreed,
    e.HandoverDeclined: _plainly("event-handover_declined"),
    e.HandoverAccepted: _plainly("event-handover_accepted"),
    e.HandoverMet: _handover_met,
    e.HandoverCompleted: _handover_completed,
    e.HandoverReturned: _handover_ended("event-handover_returned"),
    e.HandoverCancelled: _handover_ended("event-handover_cancelled"),
    e.HandoverTransferred: _handover_transferred,
    e.ExtractDisclosed: _extract_disclosed,
    e.DisclosureWithheld: _disclosure_withheld,
    e.ServiceOpened: _service_opened,
    e.ServiceMoved: _service_moved,
    e.ServiceEnded: _service_ended,
    e.ServicePassed: _service_passed,
    e.WaitingStarted: _waiting_started,
    e.WaitingEnded: _waiting_ended,
    e.DeadlineArmed: _deadline_armed,
    e.DeadlineMet: _deadline_met,
    e.DeadlineMissed: _deadline_missed,
    e.DeadlineDropped: _deadline_dropped,
    e.DeadlineExtended: _deadline_extended,
    e.TaskSet: _task_set,
    e.TaskDone: _task_done,
    e.Warned: _warned,
    e.Restricted: _plainly("event-restricted"),
    e.RestrictionLifted: _plainly("event-restriction_lifted"),
    e.Erased: _plainly("event-erased"),
}

"""The story, scene by scene: what the people do. What becomes of it the engine says."""

from __future__ import annotations

__all__ = ["tell_story"]

from collections.abc import Callable
from datetime import date

from pathway_engine.case import commands as c
from pathway_engine.demo.stage import Stage

ACTIVITY = "supported_work_activity"


def tell_story(stage: Stage) -> None:
    """Take the client from the first contact to a job, by way of a lost one.

    Raises:
        StoryStopped: The region's pathway asks for something else than the story does.
    """
    for scene in SCENES:
        scene(stage)
        # In its own scene the handover tells at each step who coordinates.
        if scene is not _handover:
            stage.coordinator()


def _move(stage: Stage, actor: c.Actor, trigger: str, watch: set[str] | None = None, *, agreed: bool = True) -> None:
    agreement = {"client"} if agreed else frozenset[str]()
    stage.do(c.Move(case="", actor=actor, trigger=trigger, agreed_by=agreement), watch or set())


def _activity(stage: Stage, actor: c.Actor, trigger: str, reason: str = "") -> None:
    stage.do(
        c.MoveService(case="", actor=actor, service=ACTIVITY, trigger=trigger, reason=reason, agreed_by={"client"})
    )


def _contact(stage: Stage) -> None:
    cast = stage.cast
    stage.scene("contact", "2025-03-03")
    opening = c.Open(
        case="",
        actor=cast.worker,
        pathway=stage.pathway.pathway,
        client=cast.client_id,
        pending_on=date(2025, 3, 3),
        place="adult_social_work",
    )
    stage.do(opening, {"decision_due"})
    stage.records(cast.worker, "first_contact")
    _move(stage, cast.worker, "start_recognition", agreed=False)
    stage.records(cast.client, "own_request")
    _move(stage, cast.client, "identify_need", agreed=False)
    stage.note("contact-enough")
    stage.client_reads(worker=stage.say("worker"))


def _assessment(stage: Stage) -> None:
    cast = stage.cast
    stage.scene("assessment", "2025-03-20")
    _move(stage, cast.worker, "mark_multidisciplinary", agreed=False)
    stage.records(cast.worker, "needs_assessment")
    complete = c.Move(case="", actor=cast.worker, trigger="complete_assessment")
    stage.refuse(complete)
    stage.note("assessment-all")
    stage.note("assessment-supplied")
    stage.records(cast.worker, "needs_assessment_more", "multidisciplinary_participation")
    stage.do(c.NameWorker(case="", actor=cast.worker, role="own_worker", worker=cast.worker.subject))
    stage.do(complete)


def _plan(stage: Stage) -> None:
    stage.scene("plan", "2025-04-02")
    stage.records(stage.cast.worker, "client_plan")
    _move(stage, stage.cast.worker, "approve_plan")


def _service(stage: Stage) -> None:
    cast = stage.cast
    stage.scene("service", "2025-04-03")
    stage.do(c.OpenService(case="", actor=cast.worker, service=ACTIVITY, organiser=cast.county), {f"{ACTIVITY}_review"})
    _activity(stage, cast.counsellor, "place_found")
    stage.records(cast.counsellor, "work_activity_agreement")
    _activity(stage, cast.counsellor, "agree_place")
    stage.clock.move_to("2025-04-14")
    stage.records(cast.decider, "work_activity_decision", watch={"decision_due"})
    _activity(stage, cast.worker, "start_activity")


def _handover(stage: Stage) -> None:
    cast = stage.cast
    stage.scene("handover", "2025-04-22")
    stage.records(cast.worker, "referral", referrer=cast.county)
    referral = c.Move(
        case="",
        actor=cast.worker,
        trigger="refer_to_coaching",
        receiver=cast.services,
        receiver_worker=cast.coach.subject,
    )
    stage.do(referral, {"handover"})
    stage.client_reads()
    if stage.hidden_from(cast.coach):
        stage.note("handover-hidden")
    stage.do(c.AnswerHandover(case="", actor=cast.client, answer="agreed"))
    stage.note("handover-permit")
    permit = c.GivePermit(
        case="", actor=cast.client, kind="information_sharing", recipient=cast.services, until=date(2025, 12, 31)
    )
    stage.do(permit)
    stage.clock.move_to("2025-04-25")
    stage.do(c.AcceptHandover(case="", actor=cast.coach), {"handover"})
    stage.note("handover-early")
    stage.refuse(c.ReceiveHandover(case="", actor=cast.coach))
    stage.clock.move_to("2025-04-29")
    stage.do(c.MeetHandover(case="", actor=cast.coach, present={"client", "own_worker", "job_coach"}))
    stage.do(c.ReceiveHandover(case="", actor=cast.coach))
    stage.note("handover-done")


def _coaching(stage: Stage) -> None:
    cast, contact = stage.cast, {"first_employer_contact"}
    stage.scene("coaching", "2025-05-06")
    stage.records(cast.coach, "cooperation_agreement")
    _move(stage, cast.coach, "agree_coaching", contact)
    stage.clock.move_to("2025-05-20")
    stage.records(cast.coach, "vocational_profile", "job_search_plan")
    _move(stage, cast.coach, "complete_profile")
    stage.note("coaching-missed")
    stage.clock.move_to("2025-06-06")
    stage.watch_deadlines(contact)
    stage.note("coaching-late")
    stage.clock.move_to("2025-06-09")
    stage.records(cast.coach, "employer_contact", watch=contact)


def _review(stage: Stage) -> None:
    stage.scene("review", "2025-06-12")
    stage.records(stage.cast.counsellor, "next_step_review", watch={f"{ACTIVITY}_review"})
    _activity(stage, stage.cast.counsellor, "review_next_step")


def _job(stage: Stage) -> None:
    cast, contact = stage.cast, {"contact_after_job_start"}
    stage.scene("job", "2025-06-16")
    stage.records(cast.client, "disclosure_choice")
    _move(stage, cast.coach, "engage_employer", agreed=False)
    stage.clock.move_to("2025-06-23")
    _move(stage, cast.client, "start_supported_job", contact, agreed=False)
    stage.note("job-supplied")
    stage.clock.move_to("2025-06-25")
    stage.records(cast.coach, "client_contact", "benefits_counselling", "job_start", "support_plan", watch=contact)
    stage.note("job-activity")
    _activity(stage, cast.worker, "end_activity", "to_work")
    stage.client_reads(worker=stage.say("coach"))


def _lost(stage: Stage) -> None:
    cast, contact = stage.cast, {"contact_after_job_end"}
    stage.scene("lost", "2025-08-29")
    _move(stage, cast.client, "end_job", contact, agreed=False)
    stage.clock.move_to("2025-09-01")
    stage.records(cast.coach, "client_contact", "job_end", watch=contact)
    stage.records(cast.coach, "vocational_profile", updated_on="2025-09-01")


def _again(stage: Stage) -> None:
    cast = stage.cast
    stage.scene("again", "2025-09-15")
    stage.records(cast.coach, "benefits_counselling", given_on="2025-09-12")
    stage.records(cast.coach, "support_plan")
    stage.records(cast.coach, "job_start", started_on="2025-09-15")
    _move(stage, cast.coach, "start_supported_job", agreed=False)


SCENES: tuple[Callable[[Stage], None], ...] = (
    _contact,
    _assessment,
    _plan,
    _service,
    _handover,
    _coaching,
    _review,
    _job,
    _lost,
    _again,
)

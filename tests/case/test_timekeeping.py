"""Time limits: what arms, meets and drops them, and when they are told (semantics §T)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.testing import Desk
from tests.case.desks import CLIENT, COACH, WORKER, K, assessed, case, coached, opened, planned, types

TALK = c.Record(**K, actor=COACH, record="meeting", fields={"held_on": "3.3.2025", "present": ("client", "coach")})


def due(desk: Desk) -> dict[str, date]:
    """Give what runs, and until when."""
    return {name: running.due_on for name, running in case(desk).deadlines.items()}


def agreed(ends_on: str) -> c.Record:
    """Give an agreement that ends on a day."""
    return c.Record(**K, actor=WORKER, record="agreement", fields={"ends_on": ends_on})


def test_pending_counts_from_the_day_the_matter_became_pending() -> None:
    """Not from the opening: three months from 2 December, moved on from a Sunday to the Monday."""
    desk = opened(pending_on=date(2024, 12, 2))

    assert due(desk) == {"decision_due": date(2025, 3, 3)}


def test_an_event_anchors_on_the_day_it_happened() -> None:
    """A move told of two days later counts from its own day."""
    desk = opened()
    desk.wait(timedelta(days=10))
    desk.do(c.Record(**K, actor=WORKER, record="checklist", fields={"why": "…"}))
    desk.do(c.Move(**K, actor=WORKER, trigger="begin", at=desk.now - timedelta(days=2)))

    assert due(desk)["first_call"] == date(2025, 3, 11) + timedelta(days=5)


@pytest.mark.parametrize(("year", "days"), [(2025, 5), (2026, 10)])
def test_a_dated_length_is_chosen_by_the_day_of_the_event(year: int, days: int) -> None:
    """The same rule is five days long until the end of 2025, and ten from then on."""
    desk = Desk(opened().pathway, now=datetime(year, 3, 2, 9, tzinfo=UTC))
    desk.do(c.Open(**K, actor=WORKER, client="client"))
    desk.do(c.Record(**K, actor=WORKER, record="checklist", fields={"why": "…"}))
    desk.do(c.Move(**K, actor=WORKER, trigger="begin"))

    assert due(desk)["first_call"] == date(year, 3, 2) + timedelta(days=days)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    """Five working days from Wednesday before Easter: Good Friday and Easter Monday are none."""
    desk = planned()
    desk.go_to(date(2025, 4, 16))
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))

    assert due(desk)["agree_soon"] == date(2025, 4, 25)


def test_a_states_limit_is_dropped_on_leaving_and_begins_afresh_on_coming_back() -> None:
    """Out and in again: the days are counted anew."""
    desk = coached()
    first = due(desk)["agree_soon"]
    left = desk.do(c.Move(**K, actor=CLIENT, trigger="leave"))
    assert {"agree_soon", "coaching_talk"} & set(due(desk)) == set()
    assert "deadline_dropped" in types(left)

    desk.wait(timedelta(days=7))
    desk.do(c.Move(**K, actor=CLIENT, trigger="ask_coaching"))

    assert due(desk)["agree_soon"] == first + timedelta(days=7)


def test_a_groups_limit_goes_on_inside_the_group() -> None:
    """From engagement to job search the talk stays due on its day; the member's own limit ends."""
    desk = coached()
    talk = due(desk)["coaching_talk"]
    desk.do(c.Record(**K, actor=WORKER, record="agreement"))
    desk.wait(timedelta(days=3))
    desk.do(c.Move(**K, actor=COACH, trigger="agree", agreed_by={"client"}))

    assert due(desk)["coaching_talk"] == talk
    assert "agree_soon" not in due(desk)


def test_an_internal_move_touches_nothing() -> None:
    """Noting needs in assessment leaves every time limit as it was."""
    desk = assessed()
    before = case(desk).deadlines

    desk.do(c.Move(**K, actor=WORKER, trigger="note_needs"))

    assert case(desk).deadlines == before


def test_rounds_count_from_the_day_they_were_met_and_end_with_their_period() -> None:
    """Monthly for three months: each round from the last talk, none due after the three months are over."""
    desk = coached()
    assert due(desk)["coaching_talk"] == date(2025, 4, 3)
    for days, following in ((20, date(2025, 4, 23)), (25, date(2025, 5, 17))):
        desk.wait(timedelta(days=days))
        desk.do(TALK)
        assert due(desk)["coaching_talk"] == following

    desk.wait(timedelta(days=25))
    desk.do(TALK)

    assert "coaching_talk" not in due(desk)


def test_a_record_date_counts_backwards_and_follows_the_newest_record() -> None:
    """A week before the agreement ends; a new agreement moves it."""
    desk = planned()
    desk.do(agreed("30.6.2025"))
    assert due(desk)["before_end"] == date(2025, 6, 23)

    desk.do(agreed("31.12.2025"))

    assert due(desk)["before_end"] == date(2025, 12, 24)


def test_a_services_limits_follow_its_own_records() -> None:
    """An agreement made in a service arms that service's limit, and no other service's; ending the service drops it."""
    desk = planned()
    for service in ("activity", "day_activity"):
        desk.do(c.OpenService(**K, actor=WORKER, service=service))
    track = next(key for key, each in case(desk).services.items() if each.kind == "activity")

    desk.do(c.Record(**K, actor=WORKER, record="agreement", service=track, fields={"ends_on": "30.6.2025"}))

    assert due(desk)[f"before_end@{track}"] == date(2025, 6, 23)
    assert [name for name in due(desk) if name.startswith("before_end@")] == [f"before_end@{track}"]
    desk.do(c.EndService(**K, actor=WORKER, service=track, reason="own_wish"))
    assert not [name for name in due(desk) if name.endswith(track)]


def test_a_review_meets_its_own_service() -> None:
    """A meeting held in one service is no review of the other."""
    desk = planned()
    for service in ("activity", "day_activity"):
        desk.do(c.OpenService(**K, actor=WORKER, service=service))
    track = next(key for key, each in case(desk).services.items() if each.kind == "activity")
    before = due(desk)
    desk.wait(timedelta(days=30))

    done = desk.do(
        c.Record(
            **K, actor=WORKER, record="meeting", service=track, fields={"held_on": "2.4.2025", "present": "client"}
        )
    )

    assert "deadline_met" in types(done)
    assert due(desk)[f"activity_review@{track}"] == date(2025, 7, 2)
    assert before[f"activity_review@{track}"] == date(2025, 6, 3)


def test_a_correction_moves_the_date_but_is_no_new_meeting() -> None:
    """A corrected date is counted from; a correction of a meeting begins no new round."""
    desk = coached()
    desk.do(agreed("30.6.2025"))
    wrong = case(desk).records["agreement"].seq
    desk.do(c.Correct(**K, actor=WORKER, seq=wrong, fields={"ends_on": "31.7.2025"}))
    assert due(desk)["before_end"] == date(2025, 7, 24)
    desk.do(TALK)
    round_two, talk = due(desk)["coaching_talk"], case(desk).records["meeting"].seq
    desk.wait(timedelta(days=9))

    done = desk.do(
        c.Correct(**K, actor=COACH, seq=talk, fields={"held_on": "4.3.2025", "present": ("client", "coach")})
    )

    assert types(done) == ["record_corrected"]
    assert due(desk)["coaching_talk"] == round_two


def test_a_correction_of_an_older_record_changes_no_time_limit() -> None:
    """What counts now is the newer record; putting the older one right arms nothing."""
    desk = planned()
    desk.do(agreed("30.6.2025"))
    older = case(desk).records["agreement"].seq
    desk.do(agreed("31.12.2025"))

    desk.do(c.Correct(**K, actor=WORKER, seq=older, fields={"ends_on": "1.6.2025"}))

    assert due(desk)["before_end"] == date(2025, 12, 24)


def test_a_miss_is_told_from_the_midnight_after_the_due_day_and_once() -> None:
    """A second before midnight in Finland it is refused, at midnight told to those named, and then told already."""
    desk = opened()
    asked = c.DeadlineDue(**K, actor=c.SYSTEM, deadline="decision_due")
    desk.now = case(desk).deadlines["decision_due"].due_at - timedelta(seconds=1)
    assert [each.code for each in desk.refuse(asked).reasons] == ["deadline-not-due"]

    desk.wait(timedelta(seconds=1))
    (event,) = desk.do(asked).events

    assert isinstance(event.body, e.DeadlineMissed)
    assert (event.body.told, event.body.escalated) == (("recogniser", "decision_maker"), True)
    assert [each.code for each in desk.refuse(asked).reasons] == ["deadline-told-already"]


def test_what_is_done_late_is_met_late() -> None:
    """After the miss was told, meeting it says that it was late."""
    desk = coached()
    desk.go_to(date(2025, 4, 20))
    desk.tick()

    done = desk.do(TALK)

    assert [event.body.late for event in done.events if isinstance(event.body, e.DeadlineMet)].count(True) >= 1


def test_an_extension_gives_a_later_day_and_may_be_missed_anew() -> None:
    """Special reasons give more time; an earlier day is refused, and the new day is told when it passes."""
    desk = opened()
    desk.go_to(date(2025, 6, 10))
    assert len(desk.tick()) == 1
    early = c.ExtendDeadline(**K, actor=WORKER, deadline="decision_due", due_on=date(2025, 6, 1), reason="other")
    assert [each.code for each in desk.refuse(early).reasons] == ["deadline-not-later"]

    desk.do(c.ExtendDeadline(**K, actor=WORKER, deadline="decision_due", due_on=date(2025, 7, 31), reason="other"))

    assert not case(desk).deadlines["decision_due"].missed
    desk.go_to(date(2025, 8, 1))
    assert len(desk.tick()) == 1


def test_a_break_stops_no_time_limit_of_the_case() -> None:
    """The decision goes on being due on its day while the client takes a break."""
    desk = assessed()
    desk.do(c.Move(**K, actor=CLIENT, trigger="pause", reason="own_wish"))

    assert due(desk)["decision_due"] == date(2025, 6, 3)


def test_a_day_of_no_known_calendar_is_recorded_and_told() -> None:
    """Nobody knows the working days of 1985: the limit is not counted, which is told, and the case is opened."""
    desk = Desk(opened().pathway)

    done = desk.do(c.Open(**K, actor=WORKER, client="client", pending_on=date(1985, 1, 1)))

    assert [each.code for each in done.warnings] == ["warn-uncounted"]
    assert types(done) == ["opened", "warned"]
    assert due(desk) == {}


@pytest.mark.parametrize("day", ["31.12.1899", "1.1.2201", "9999-12-31"])
def test_a_day_outside_the_engines_years_is_not_taken(day: str) -> None:
    """A slip of the pen is told, not counted from."""
    assert [each.code for each in planned().refuse(agreed(day)).reasons] == ["field-type"]

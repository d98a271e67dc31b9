"""Sentences about what came of it: time, refusals, responsibility, the client's view, caseload (D, E, R, N, C)."""

from __future__ import annotations

__all__ = ["STEPS", "running", "written"]

import itertools
from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.leading import lead, open_service
from pathway_engine.bdd.reasons import called, is_acceptance, title_of
from pathway_engine.bdd.scene import Scene
from pathway_engine.bdd.timing import MOST, moved_on
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.deciding.timekeeping import HANDOVER
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.case.evolve import replay
from pathway_engine.case.model import Running
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition.labels import likened
from pathway_engine.durations import DateRangeError, DurationError
from pathway_engine.engine.reading import client_view
from pathway_engine.text import Ref

# ── time ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def passes(scene: Scene, duration: str) -> None:
    """D1: time passes; every time limit that runs out on the way is told of on its day."""
    try:
        _go_to(scene, moved_on(scene.today, duration, scene.desk.calendar))
    except (DurationError, DateRangeError):
        expected("too-long", typed=duration)


def on_day(scene: Scene, day: str) -> None:
    """D2: it is this day; time never runs back."""
    wanted = scene.day_of(day)
    if wanted < scene.today:
        expected("back-in-time", day=written(scene.today))
    _go_to(scene, wanted)


def _go_to(scene: Scene, day: date) -> None:
    # What was said of the case so far holds before the time passes, not after.
    scene.begin()
    desk = scene.desk
    target = datetime.combine(day, time(9), helsinki_zone()).astimezone(desk.now.tzinfo)
    while True:
        running = [each for case in desk.cases.values() for each in case.deadlines.values() if not each.missed]
        first = min((each.due_at for each in running if each.due_at <= target), default=None)
        if first is None:
            break
        desk.now = max(desk.now, first)
        desk.tick()
    desk.now = max(desk.now, target)


def running(scene: Scene, typed: str) -> list[Running]:
    """Give the time limits of that name that run; the name has to be one of the definition."""
    ids, of_handover = scene.labels.candidates("deadline", typed), is_acceptance(typed)
    if not ids and not of_handover:
        scene.unknown("deadline", typed)
    kinds = {track.id: track.kind for track in scene.case.services.values()}

    def name(each: Running) -> str:
        return f"{kinds.get(each.service, '')}.{each.rule}" if each.service else each.rule

    return [
        each
        for each in scene.case.deadlines.values()
        if name(each) in ids or (of_handover and each.id.startswith(f"{HANDOVER}:"))
    ]


def ends_on(scene: Scene, deadline: str, day: str) -> None:
    """D3: the time limit runs, and its last day is this."""
    wanted = scene.day_of(day)
    found = running(scene, deadline)
    if wanted not in [each.due_on for each in found]:
        days = ", ".join(written(each.due_on) for each in found) or "–"
        expected("deadline", deadline=deadline, wanted=written(wanted), found=days)


def has_passed(scene: Scene, deadline: str) -> None:
    """D4: the time limit was missed."""
    found = running(scene, deadline)
    if not any(each.missed for each in found):
        days = ", ".join(written(each.due_on) for each in found) or "–"
        expected("deadline-not-passed", deadline=deadline, found=days)


def is_told(scene: Scene, role: str, deadline: str) -> None:
    """D5: somebody was told that the time limit was missed."""
    key, ids = scene.find("role", role), scene.labels.candidates("deadline", deadline)
    if not ids and not is_acceptance(deadline):
        scene.unknown("deadline", deadline)
    rules = {each.rpartition(".")[2] for each in ids} | ({HANDOVER} if is_acceptance(deadline) else set())
    missed = [event.body for event in scene.journal if isinstance(event.body, e.DeadlineMissed)]
    told = [each for body in missed if body.rule in rules for each in body.told]
    if key not in told:
        roles = tuple(Ref("role", each) for each in dict.fromkeys(told)) or "–"
        expected("told", role=Ref("role", key), deadline=deadline, found=roles)


def written(day: date) -> str:
    """Write a date as Finnish and Swedish do."""
    return f"{day.day}.{day.month}.{day.year}"


# ── refusals ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _refusal(scene: Scene) -> Refused:
    if scene.tried is None:
        expected("nothing-tried")
    if isinstance(scene.tried, Accepted):
        expected("was-accepted", state=Ref("state", scene.case.state))
    return scene.tried


def refused(scene: Scene) -> None:
    """E1, E6: what was tried was not possible."""
    _refusal(scene)


def because(scene: Scene, reason: str) -> None:
    """E2: one of the reasons is this."""
    reasons = _refusal(scene).reasons
    if not any(likened(reason) in called(scene, each) for each in reasons):
        expected("because", reasons, wanted=reason)


def missing(scene: Scene) -> None:
    """E3: exactly this is missing, and exactly these can supply it."""
    reasons = list(_refusal(scene).reasons)
    for row in scene.rows():
        found = next((each for each in reasons if likened(row["0"]) in called(scene, each)), None)
        if found is None:
            expected("not-missing", _refusal(scene).reasons, wanted=row["0"])
        if "1" in row:
            wanted = {scene.find("role", each.strip()) for each in row["1"].split(",") if each.strip()}
            if wanted != set(found.who):
                who = found.suppliers(scene.language, scene.labels) or "–"
                expected("supplied", _refusal(scene).reasons, what=row["0"], found=who)
        reasons.remove(found)
    if reasons:
        extra = "; ".join(title_of(scene, each, scene.language) for each in reasons)
        expected("missing-more", _refusal(scene).reasons, extra=extra)


def unchanged(scene: Scene) -> None:
    """E4: what was tried left no trace in the case."""
    _refusal(scene)
    if scene.before.get(scene.id) != scene.case:
        expected("changed")


def not_a_reason(scene: Scene, reason: str) -> None:
    """E5: no move from here has this among its reasons, nor has closing."""
    moves = [rule.move for rule in scene.desk.machine().main.rules_from(scene.case.state)]
    for catalogue in dict.fromkeys(move.reasons for move in moves if move.reasons):
        if scene.naming.find_in("option", catalogue, reason) is not None:
            expected("is-a-reason", reason=reason, catalogue=Ref("catalogue", catalogue))


# ── responsibility ─────────────────────────────────────────────────────────────────────────────────────────────────


def coordinates(scene: Scene, organisation: str) -> None:
    """R1: as a background this organisation coordinates from the start; otherwise it has to coordinate now."""
    wanted = scene.find("organisation", organisation)
    if scene.mode == "given" and scene.id not in scene.desk.cases:
        scene.home = wanted
        return
    found = scene.case.coordinator.organisation
    if found != wanted:
        expected("coordinates", wanted=Ref("organisation", wanted), found=Ref("organisation", found))


def answers_for(scene: Scene, service: str, party: str) -> None:
    """R2: who provides a service; of a part of the main path, who coordinates while the client is in it."""
    wanted = scene.naming.find("organisation", party)
    if wanted is None:
        scene.unknown("organisation", party)
    if scene.naming.find("service", service) is not None:
        track = scene.track(service)
        found = {track.provider, track.organiser}
    else:
        state = scene.find("state", service)
        inside = scene.case.state == state or scene.case.state.startswith(f"{state}.")
        found = {scene.case.coordinator.organisation} if inside else set()
    if wanted not in found:
        shown = tuple(Ref("organisation", each) for each in sorted(found)) or "–"
        expected("answers-for", service=service, wanted=party, found=shown)


def always_one(scene: Scene) -> None:
    """R3: at every event of the journal exactly one organisation coordinated."""
    for event in scene.journal:
        case = replay(scene.case.id, scene.desk.register, scene.journal[: event.seq])
        if case is None or case.coordinator.organisation not in scene.pathway.organisations:
            expected("no-coordinator", seq=event.seq)


# ── the client's view ──────────────────────────────────────────────────────────────────────────────────────────────


def _view(scene: Scene) -> str:
    view = client_view(scene.pathway, scene.case, scene.language, {})
    services = (scene.pathway.services[track.kind].plain for track in scene.case.services.values())
    texts = [each.text.to(scene.language) for each in services if each]
    return " ".join([view.title, view.text, view.always, *texts])


def sees(scene: Scene, text: str) -> None:
    """N1: the client's page holds this text."""
    if likened(text) not in likened(_view(scene)):
        expected("sees", text=text, found=_view(scene))


def sees_all(scene: Scene) -> None:
    """N2: the client's page holds each of these texts."""
    for row in scene.table:
        sees(scene, row[0])


def sees_not(scene: Scene, text: str) -> None:
    """N3: the client's page does not hold this."""
    if likened(text) in likened(_view(scene)):
        expected("sees-not", text=text)


# ── caseload ───────────────────────────────────────────────────────────────────────────────────────────────────────


def caseload(scene: Scene, person: str, count: str, service: str) -> None:
    """C1: how many clients somebody has in a service or a part of the path; as a background they are brought there."""
    kind, state = scene.naming.find("service", service), scene.naming.find("state", service)
    if kind is None and state is None:
        scene.unknown("service", service)
    _bounded(count)
    worker = scene.desk.pseudonym(person)
    have = _clients(scene, worker, kind, state)
    if scene.mode != "given":
        if have != int(count):
            expected("caseload", person=person, wanted=count, found=have)
        return
    letter = scene.letter
    # Whoever has clients in two services has them twice over: the second line brings others, not the first ones again.
    free = (f"-{person}-{number}" for number in itertools.count() if f"k-{person}-{number}" not in scene.desk.cases)
    for _ in range(have, int(count)):
        scene.letter = next(free)
        if kind is not None:
            open_service(scene, kind)
        else:
            lead(scene, str(state))
        role = _role_of(scene, str(state))
        _take(scene, role, person)
    scene.letter = letter


def _bounded(count: str) -> None:
    if int(count) > MOST:
        expected("too-many", typed=count, most=MOST)


def _clients(scene: Scene, worker: str, kind: str | None, state: str | None) -> int:
    return sum(
        worker in {holder.worker for holder in case.named.values()}
        and (
            kind in {track.kind for track in case.services.values()}
            or (state is not None and (case.state == state or case.state.startswith(f"{state}.")))
        )
        for case in scene.desk.cases.values()
    )


def _role_of(scene: Scene, state: str) -> str:
    """Give the role that a limit counts in that part of the path; the coach's when none does."""
    counted = (each.per for each in scene.pathway.capacities.values() if state in each.counts)
    return next(counted, "job_coach" if "job_coach" in scene.pathway.roles else "own_worker")


def _take(scene: Scene, role: str, person: str) -> None:
    by = "own_worker" if "own_worker" in scene.pathway.roles else "coordinator"
    scene.quietly(c.NameWorker(role=role, organisation=scene.place(role), worker=person, **scene.base(by)))
    scene.persons[scene.id, role] = person


def warned(scene: Scene, warning: str) -> None:
    """C2: the last deed was accepted with this warning."""
    found = scene.tried.warnings if isinstance(scene.tried, Accepted) else ()
    if not any(likened(warning) in called(scene, each) for each in found):
        shown = "; ".join(each.text(scene.language, scene.labels) for each in found) or "–"
        expected("warned", wanted=warning, found=shown)


def in_queue(scene: Scene, service: str, count: str) -> None:
    """C3: the client's place in a queue, by the day of joining; as a background others join before."""
    _bounded(count)
    if scene.mode == "given":
        letter = scene.letter
        for number in range(1, int(count)):
            scene.letter = f"-queue-{number}"
            joins(scene, service)
        scene.letter = letter
        joins(scene, service)
        return
    queue = scene.naming.find("service", service) or scene.find("move", service)
    waiting = [case for case in scene.desk.cases.values() if queue in case.waiting]
    # Of those who joined on one day, the one who joined first stands before the others.
    waiting.sort(key=lambda case: (case.waiting[queue].since, scene.joined.index(case.id)))
    order = [case.id for case in waiting]
    found = order.index(scene.case.id) + 1 if scene.case.id in order else 0
    if found != int(count):
        expected("queue", wanted=count, found=found or "–")


def joins(scene: Scene, service: str) -> None:
    """C4: the client starts waiting for a service."""
    queue = scene.naming.find("service", service) or scene.find("move", service)
    for role in ("own_worker", "coordinator", scene.client_role):
        if role in scene.pathway.roles:
            decision = scene.attempt(c.JoinQueue(queue=queue, **scene.base(role)))
            if isinstance(decision, Accepted):
                scene.joined.append(scene.case.id)
                return
    if isinstance(scene.tried, Refused):
        expected("refused", scene.tried.reasons)


STEPS: Mapping[str, Callable[..., None]] = {
    "D1": passes,
    "D2": on_day,
    "D3": ends_on,
    "D4": has_passed,
    "D5": is_told,
    "E1": refused,
    "E2": because,
    "E3": missing,
    "E4": unchanged,
    "E5": not_a_reason,
    "E6": refused,
    "R1": coordinates,
    "R2": answers_for,
    "R3": always_one,
    "N1": sees,
    "N2": sees_all,
    "N3": sees_not,
    "C1": caseload,
    "C2": warned,
    "C3": in_queue,
    "C4": joins,
}

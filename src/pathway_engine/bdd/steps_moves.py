"""Sentences about moves, permits, warm handovers and services (S, L, V and P of the vocabulary)."""

from __future__ import annotations

__all__ = ["STEPS"]

from collections.abc import Callable, Mapping

from pathway_engine.bdd.failing import expected
from pathway_engine.bdd.leading import lead, lead_service, open_service
from pathway_engine.bdd.reasons import option_of, reason_code
from pathway_engine.bdd.scene import Scene
from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Step
from pathway_engine.case.model import HandoverHeld
from pathway_engine.definition.labels import likened
from pathway_engine.handovers import WITHOUT_MEETING
from pathway_engine.text import LANGUAGES, Ref, text_of

SERVICES = "services"
"""The state in which services are under way: where a client with a running service is, unless a scenario says."""

# ── moves ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _command(
    scene: Scene, actor: str, move: str, reason: str = "", receiver: str = "", *, agreed: bool = True
) -> c.Move | c.MoveService:
    """Make the command of a move: of the path, or of an open service when only that has a move of the name."""
    role = scene.played(actor)
    trigger = scene.naming.trigger(move)
    for track in scene.case.services.values():
        key = scene.naming.find_in("move", track.kind, move)
        if trigger is None and key is not None:
            return _in_service(scene, role, track.kind, move, reason)
    if trigger is None:
        scene.unknown("move", move)
    entries = [each for key, each in scene.pathway.transitions.items() if trigger in {key, each.trigger}]
    asked = {role for each in entries for role in each.agreed_by} if agreed else set()
    option = next((option_of(scene, each.reasons, reason) for each in entries if each.reasons and reason), reason)
    return c.Move(
        trigger=str(trigger), reason=option, receiver=receiver, agreed_by=frozenset(asked), **scene.base(role)
    )


def _in_service(scene: Scene, role: str, kind: str, move: str, reason: str = "") -> c.MoveService:
    key = scene.naming.find_in("move", kind, move)
    if key is None:
        scene.unknown("move", move)
    declared = scene.pathway.services[kind].transitions[str(key)]
    option = option_of(scene, declared.reasons, reason) if declared.reasons and reason else reason
    track = scene.track(kind)
    return c.MoveService(
        service=track.id,
        trigger=str(key),
        reason=option,
        agreed_by=frozenset(declared.agreed_by),
        **scene.base(role),
    )


def makes(scene: Scene, actor: str, move: str, reason: str = "") -> None:
    """S1, S6: the move is made; the sentence fails when it is refused. What is joint is agreed by all it asks."""
    scene.must(_command(scene, actor, move, reason))


def tries(scene: Scene, actor: str, move: str, reason: str = "") -> None:
    """S2, S7: the move is tried; the sentences that follow say what came of it."""
    scene.attempt(_command(scene, actor, move, reason))


def tries_alone(scene: Scene, actor: str, move: str) -> None:
    """S8: the move is tried without anybody's agreement."""
    scene.attempt(_command(scene, actor, move, agreed=False))


def _called(scene: Scene, move: str, role: str) -> list[Step]:
    """Give the moves of that name from here, of the path and of open services, as one role sees them."""
    case, found = scene.case, []
    for step in scene.desk.steps(case.id, scene.actor(role)):
        kind = case.services[step.service].kind if step.service else ""
        name = f"{kind}.{step.name}" if kind else step.name
        words = {scene.labels.label("move", name, language) for language in LANGUAGES}
        if likened(move) in {likened(each) for each in (*words, step.trigger)}:
            found.append(step)
    return found


def possible(scene: Scene, move: str, role: str) -> None:
    """S3: a role may make the move now."""
    found = _called(scene, move, _known(scene, move, role))
    if not any(step.allowed for step in found):
        reasons = tuple(reason for step in found for reason in step.reasons)
        expected("possible", reasons, move=move, role=role, state=Ref("state", scene.case.state))


def not_possible(scene: Scene, move: str, role: str) -> None:
    """S4: a role may not make the move now."""
    if any(step.allowed for step in _called(scene, move, _known(scene, move, role))):
        expected("not-possible", move=move, role=role)


def _known(scene: Scene, move: str, role: str) -> str:
    """Give the role; the move has to be one of the definition, or a misspelled one would never be possible."""
    if scene.naming.trigger(move) is None and not scene.labels.candidates("move", move):
        scene.unknown("move", move)
    return scene.find("role", role)


def next_moves(scene: Scene) -> None:
    """S5: exactly these moves are possible for somebody."""
    roles = [key for key, role in scene.pathway.roles.items() if role.relation]
    _same_moves(scene, roles)


def client_can(scene: Scene) -> None:
    """N4: exactly these moves are possible for the client."""
    _same_moves(scene, [scene.client_role])


def _same_moves(scene: Scene, roles: list[str]) -> None:
    found: dict[str, None] = {}
    for role in roles:
        for step in scene.desk.steps(scene.case.id, scene.actor(role)):
            kind = scene.case.services[step.service].kind if step.service else ""
            if step.allowed:
                found[scene.label("move", f"{kind}.{step.name}" if kind else step.name)] = None
    wanted = {likened(row["0"]): row["0"] for row in scene.rows()}
    here = {likened(each): each for each in found}
    if wanted.keys() != here.keys():
        absent = [each for key, each in wanted.items() if key not in here]
        extra = [each for key, each in here.items() if key not in wanted]
        expected("list", absent=", ".join(absent) or "–", extra=", ".join(extra) or "–")


# ── permits ────────────────────────────────────────────────────────────────────────────────────────────────────────


def permits(scene: Scene, permit: str, organisation: str, day: str = "") -> None:
    """L1, L2: the client gives a permit, to a day or without one."""
    scene.must(
        c.GivePermit(
            kind=scene.find("permit", permit),
            recipient=scene.find("organisation", organisation),
            until=scene.day_of(day) if day else None,
            **scene.base(scene.client_role),
        )
    )


def withdraws(scene: Scene, permit: str) -> None:
    """L3: the client withdraws a permit."""
    scene.must(c.WithdrawPermit(permit=scene.find("permit", permit), **scene.base(scene.client_role)))


def forbids(scene: Scene, organisation: str) -> None:
    """L4: the client forbids giving information."""
    recipient = scene.find("organisation", organisation)
    scene.must(c.Forbid(recipient=recipient, **scene.base(scene.client_role)))


def nothing_given(scene: Scene, organisation: str) -> None:
    """L5: nothing was ever given to the recipient."""
    recipient = scene.find("organisation", organisation)
    given = [each for each in _given(scene) if each.recipient == recipient]
    if given:
        records = tuple(Ref("record", record) for each in given for record in each.records)
        expected("given", records=records, organisation=Ref("organisation", recipient))


def given(scene: Scene, organisation: str, basis: str) -> None:
    """L6: exactly these records were given to the recipient, on this basis."""
    recipient = scene.find("organisation", organisation)
    kind = scene.naming.find("permit", basis) or basis
    found = [each for each in _given(scene) if each.recipient == recipient and _rests(scene, each, kind)]
    records = {record for each in found for record in each.records}
    wanted = {scene.find("record", row["0"]) for row in scene.rows()}
    if records != wanted:
        absent = tuple(Ref("record", each) for each in sorted(wanted - records)) or "–"
        extra = tuple(Ref("record", each) for each in sorted(records - wanted)) or "–"
        expected("list", absent=absent, extra=extra)


def _given(scene: Scene) -> list[e.ExtractDisclosed]:
    return [event.body for event in scene.journal if isinstance(event.body, e.ExtractDisclosed)]


def _rests(scene: Scene, body: e.ExtractDisclosed, kind: str) -> bool:
    permits = {event.body.permit: event.body.kind for event in scene.journal if isinstance(event.body, e.PermitGiven)}
    return kind in {permits.get(body.basis.removeprefix("permit:"), ""), body.basis.removeprefix("statute:")}


# ── warm handover ──────────────────────────────────────────────────────────────────────────────────────────────────


def proposes(scene: Scene, actor: str, organisation: str) -> None:
    """V1: the handover that leads on from here; of the possible ones the nearest in the order of the definition."""
    role, receiver = scene.played(actor), scene.find("organisation", organisation)
    order = {key: at for at, key in enumerate(scene.pathway.states)}
    here = order[scene.case.state]
    steps = [step for step in scene.desk.steps(scene.case.id, scene.actor(role)) if step.allowed and step.handover]
    onward = [step for step in steps if not step.service and not step.fact and order[step.to] > here]
    if onward:
        chosen = min(onward, key=lambda step: order[step.to])
        scene.must(_command(scene, actor, chosen.trigger, receiver=receiver))
        return
    scene.must(c.ProposeHandover(receiver=receiver, **scene.base(role)))


def proposes_move(scene: Scene, actor: str, move: str, organisation: str, reason: str = "") -> None:
    """V8, V10: a move is proposed as a warm handover, with the reason that the move asks for."""
    scene.must(_command(scene, actor, move, reason, receiver=scene.find("organisation", organisation)))


def _open(scene: Scene, organisation: str = "") -> HandoverHeld:
    receiver = scene.find("organisation", organisation) if organisation else ""
    found = [each for each in scene.case.handovers.values() if receiver in {"", each.receiver}]
    if not found:
        expected("no-handover")
    return found[-1]


def agrees(scene: Scene) -> None:
    """V2: the client agrees; when the proposal was the client's own or a joint act, it is agreed already."""
    held = _open(scene)
    if held.status == "requested":
        scene.must(c.AnswerHandover(handover=held.id, **scene.base(scene.client_role)))


def declines(scene: Scene) -> None:
    """V3: the client does not want it."""
    held = _open(scene)
    scene.must(c.AnswerHandover(handover=held.id, answer="declined", **scene.base(scene.client_role)))


def accepts(scene: Scene, organisation: str) -> None:
    """V4: the receiver will take the client."""
    held = _open(scene, organisation)
    scene.must(c.AcceptHandover(handover=held.id, **scene.base(held.receiver_role, held.receiver)))


def returns(scene: Scene, organisation: str, reason: str) -> None:
    """V5: the receiver gives it back."""
    held = _open(scene, organisation)
    code = reason_code(reason, ("not_competent", "no_room", "other"))
    scene.must(c.ReturnHandover(handover=held.id, reason=code, **scene.base(held.receiver_role, held.receiver)))


def receives(scene: Scene, organisation: str, reason: str = "") -> None:
    """V6, V9: the receiver takes the client, after the joint meeting or for a reason without it."""
    held = _open(scene, organisation)
    why = reason_code(reason, WITHOUT_MEETING) if reason else ""
    base = scene.base(held.receiver_role, held.receiver)
    scene.must(c.ReceiveHandover(handover=held.id, without_meeting=why, **base))


def status(scene: Scene, status: str) -> None:
    """V7: how far the last handover is."""
    types = [event.body.type for event in scene.journal if event.body.type.startswith("handover_")]
    code = types[-1].removeprefix("handover_") if types else "none"
    words = {text_of(f"status-{code}", language) for language in LANGUAGES} if code != "none" else {"–"}
    if likened(status) not in {likened(each) for each in words}:
        shown = text_of(f"status-{code}", scene.language) if code != "none" else "–"
        expected("status", wanted=status, found=shown)


# ── services ───────────────────────────────────────────────────────────────────────────────────────────────────────


def under_way(scene: Scene, service: str) -> None:
    """P1: as a background the service is opened by somebody who may; otherwise it has to be open."""
    kind = scene.find("service", service)
    if scene.mode != "given":
        scene.track(kind)
        return
    initial = scene.desk.machine().main.initial
    if scene.case.state == initial and SERVICES in scene.pathway.states:
        lead(scene, SERVICES)
    open_service(scene, kind)


def opens(scene: Scene, actor: str, service: str) -> None:
    """P2: somebody opens a service."""
    kind = scene.find("service", service)
    scene.must(c.OpenService(service=kind, **scene.base(scene.played(actor))))


def tries_to_open(scene: Scene, actor: str, service: str) -> None:
    """P8: somebody tries to open a service; the sentences that follow say what came of it."""
    kind = scene.find("service", service)
    scene.attempt(c.OpenService(service=kind, **scene.base(scene.played(actor))))


def ends(scene: Scene, actor: str, service: str, reason: str) -> None:
    """P3: somebody ends a service outright."""
    track = scene.track(service)
    known = {each.reasons for each in scene.pathway.services[track.kind].transitions.values() if each.reasons}
    option = next((option_of(scene, each, reason) for each in sorted(known)), reason)
    scene.must(c.EndService(service=track.id, reason=option, **scene.base(scene.played(actor))))


def makes_in_service(scene: Scene, actor: str, service: str, move: str, reason: str = "") -> None:
    """P4, P7: somebody makes a move in a service."""
    track = scene.track(service)
    scene.must(_in_service(scene, scene.played(actor), track.kind, move, reason))


def tries_in_service(scene: Scene, actor: str, service: str, move: str, reason: str = "") -> None:
    """P10, P11: somebody tries a move in a service; the sentences that follow say what came of it."""
    track = scene.track(service)
    scene.attempt(_in_service(scene, scene.played(actor), track.kind, move, reason))


def service_state(scene: Scene, service: str, state: str) -> None:
    """P5: as a background the service is led there by lawful steps; otherwise it has to be there."""
    kind = scene.find("service", service)
    found = scene.naming.find_in("state", kind, state)
    if found is None:
        scene.unknown("state", state)
    if scene.mode == "given":
        if kind not in {each.kind for each in scene.case.services.values()}:
            under_way(scene, service)
        lead_service(scene, kind, found)
        return
    track = scene.track(service)
    if track.state != found:
        here = Ref("state", f"{track.kind}.{track.state}")
        expected("state", wanted=Ref("state", f"{track.kind}.{found}"), found=here)


def others_go_on(scene: Scene) -> None:
    """P6: every service that was open before the last deed is as it was, but for the one it was about."""
    before, now = scene.before.get(scene.id, scene.case), scene.case
    changed = [each for key, each in before.services.items() if now.services.get(key) != each]
    if len(changed) > 1:
        expected("services-changed", services=tuple(Ref("service", each.kind) for each in changed))


STEPS: Mapping[str, Callable[..., None]] = {
    "S1": makes,
    "S2": tries,
    "S3": possible,
    "S4": not_possible,
    "S5": next_moves,
    "S6": makes,
    "S7": tries,
    "S8": tries_alone,
    "N4": client_can,
    "L1": permits,
    "L2": permits,
    "L3": withdraws,
    "L4": forbids,
    "L5": nothing_given,
    "L6": given,
    "V1": proposes,
    "V2": agrees,
    "V3": declines,
    "V4": accepts,
    "V5": returns,
    "V6": receives,
    "V7": status,
    "V8": proposes_move,
    "V9": receives,
    "V10": proposes_move,
    "P1": under_way,
    "P2": opens,
    "P3": ends,
    "P4": makes_in_service,
    "P5": service_state,
    "P6": others_go_on,
    "P7": makes_in_service,
    "P8": tries_to_open,
    "P10": tries_in_service,
    "P11": tries_in_service,
}

"""Who may do what, in full: actors x roles x organisations x actions x situations of a case (faults 63, §M3).

Every cell is asked of the library and of an oracle that was written from the rules. What neither allows is refused,
with nothing but what concerns authority said first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import product
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide, steps
from pathway_engine.case.decision import Refused
from pathway_engine.case.model import Case, Closure, HandoverHeld, Holder, Track
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.model import Organisation, Role
from pathway_engine.handovers import RELATIONS
from pathway_engine.machine import Machine, compile_pathway, in_force
from pathway_engine.testing import Desk, varied
from pathway_engine.testing.vocabulary import labelled
from tests.case import authority_oracle as oracle

DENIED = {"role-may-not", "no-relation", "role-elsewhere", "client-only", "own-matter"}
CLIENT, GUARDIAN, COACH, INTERPRETER, NOBODY = "client", "guardian-1", "coach-1", "interpreter-1", "stranger"
TITLE = labelled("x")


@cache
def pathway() -> Pathway:
    """Give the sample with an employer, a role for one kind of organisation only, and somebody who stands by."""
    roles = {
        **varied().roles,
        "employer": Role(title=TITLE, relation=()),
        "interpreter": Role(title=TITLE, relation=("named",)),
        "inspector": Role(title=TITLE, relation=("participant",), organisation="county"),
    }
    organisations = {**varied().organisations, "employer": Organisation(title=TITLE)}
    return evolve(varied(), roles=roles, organisations=organisations)


@cache
def machine() -> Machine:
    """Give it compiled."""
    return compile_pathway(pathway())


# ── situations of a case ───────────────────────────────────────────────────────────────────────────────────────────


@cache
def opened() -> tuple[Desk, Case]:
    """Give a case of the north with one of everything recorded, permitted and forbidden."""
    desk = Desk(pathway())
    north = c.Actor(subject="worker-1", organisation="north", roles={"worker", "coach"})
    k: dict[str, Any] = {"case": "k", "actor": north}
    desk.do(c.Open(**k, client=CLIENT))
    desk.do(c.Record(**k, record="checklist", fields={"signs": "school"}))
    desk.do(c.Record(**k, record="assessment", fields={"goals": "x"}))
    desk.do(c.GivePermit(**k, kind="share", recipient="east"))
    desk.do(c.Forbid(**k, recipient="south"))
    desk.do(c.JoinQueue(**k, queue="activity"))
    return desk, desk.cases["k"]


def person(subject: str) -> str:
    """Give a person as the case knows them."""
    return opened()[0].pseudonym(subject)


def asked_of(status: Any) -> HandoverHeld:
    """Give a handover of the case to the east."""
    none: dict[str, Any] = dict.fromkeys(("extract", "agreed_by"), ())
    words: dict[str, Any] = dict.fromkeys(("trigger", "receiver_worker", "basis", "statute", "reason"), "")
    return HandoverHeld(
        id="h9", status=status, subject="case", sender="north", receiver="east", receiver_role="coach",
        declinable=True, waived=False, seq=9, **none, **words,
    )  # fmt: skip


def assessed() -> int:
    """Give the number of the assessment."""
    return opened()[1].records["assessment"].seq


TRACK = Track(id="activity-9", kind="activity", state="agreed", organiser="north", provider="purchased", seq=9)


def situations() -> dict[str, Case]:
    """Give the case as it may be: who is named, who takes part, what is under way."""
    _, case = opened()
    named = {
        "coach": Holder(organisation="east", role="coach", worker=person(COACH)),
        "guardian": Holder(organisation="", role="guardian", worker=person(GUARDIAN)),
        "interpreter": Holder(organisation="south", role="interpreter", worker=person(INTERPRETER)),
    }
    ended = Closure(reason="moved_away", on=date(2025, 3, 3), seq=9)
    return {
        "plain": case,
        "without a client": evolve(case, client=""),
        "named": evolve(case, named=named),
        "a role held by an organisation": evolve(case, named={"worker": Holder(organisation="south", role="worker")}),
        "a service": evolve(case, services={TRACK.id: TRACK}, named=named),
        "a participant": evolve(case, participants=("south",)),
        "only asked": evolve(case, handovers={"h9": asked_of("requested")}),
        "accepted": evolve(case, handovers={"h9": asked_of("accepted")}, state="planning"),
        "closed": evolve(case, state="closed", closed=ended, named=named),
    }


# ── people ─────────────────────────────────────────────────────────────────────────────────────────────────────────

SUBJECTS = ("", CLIENT, GUARDIAN, COACH, INTERPRETER, NOBODY)
PLACES = ("", "north", "south", "east", "purchased", "county", "employer", "nowhere")


def role_sets() -> tuple[frozenset[str], ...]:
    """Give what roles somebody may say they have: none, each one, several, all, and such as nobody knows."""
    every = frozenset(pathway().roles)
    more = ({"guardian", "client"}, {"coach", "guardian"}, {"interpreter", "coach"}, {"system"}, {"wizard"}, {"Coach "})
    return (frozenset(), *(frozenset({role}) for role in sorted(every)), *map(frozenset, more), every)


def people(*, every: int = 1, start: int = 0) -> Iterator[c.Actor]:
    """Give everybody, as the case would know them; with `every` one in so many: a prime, so that all kinds come."""
    who = product(SUBJECTS, PLACES, role_sets(), ("", CLIENT, NOBODY))
    for number, (subject, place, roles, acting_for) in enumerate(who):
        if number % every == start % every:
            yield c.Actor(
                subject=person(subject) if subject else "",
                organisation=place,
                roles=roles,
                acting_for=person(acting_for) if acting_for else "",
            )


def denied(reasons: Any) -> bool:
    """Tell whether what was answered is that somebody may not."""
    return any(reason.code in DENIED for reason in reasons)


# ── the matrix ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("situation", situations())
def test_moves_are_for_whom_the_rules_say(situation: str) -> None:
    """In each state, for everybody: a move is open to exactly those whom the oracle lets."""
    case, desk = situations()[situation], opened()[0]
    cells, wrong = 0, []
    states = [case.state] if case.closed else [each for each in pathway().states if each != "closed"]
    for number, state in enumerate(states):
        here = evolve(case, state=state, held="planning" if state == "on_hold" else "")
        for actor in people(every=23 if len(states) > 1 else 1, start=number):
            for step in steps(machine(), here, actor, desk.facts(), desk.now):
                cells += 1
                track = here.services.get(step.service)
                if oracle.may(pathway(), here, actor, step.by, track) == denied(step.reasons):
                    wrong.append((state, step.trigger, step.by, actor, [each.code for each in step.reasons]))

    assert wrong == []
    assert cells > 1000


CARE = ("client", "coordinator", "own_worker")
ANSWERS = ("coordinator", "own_worker")
ACTS: dict[str, tuple[Callable[[], dict[str, Any]], Callable[[], tuple[str, ...]]]] = {
    "record checklist": (lambda: {"record": "checklist"}, lambda: ("recogniser", "client")),
    "record agreement": (lambda: {"record": "agreement"}, lambda: ("coach", "worker")),
    "correct record": (lambda: {"seq": assessed()}, lambda: ("worker", "client")),
    "give_permit": (lambda: {"kind": "share", "recipient": "east"}, lambda: CARE),
    "withdraw_permit": (lambda: {"permit": "share"}, lambda: CARE),
    "forbid": (lambda: {"recipient": "south"}, lambda: CARE),
    "lift_prohibition": (lambda: {"prohibition": "south"}, lambda: CARE),
    "name_worker": (lambda: {"role": "coach", "worker": "x", "organisation": "east"}, lambda: (*ANSWERS, "coach")),
    "open_service": (lambda: {"service": "day_activity"}, lambda: ("worker", "client")),
    "join_queue": (lambda: {"queue": "activity"}, lambda: CARE),
    "leave_queue": (lambda: {"queue": "activity"}, lambda: CARE),
    "propose_handover": (lambda: {"receiver": "purchased"}, lambda: CARE),
    "restrict": (lambda: {"reason": "other"}, lambda: CARE),
    "extend_deadline": (
        lambda: {"deadline": "decision_due", "due_on": date(2026, 1, 2), "reason": "other"},
        lambda: (*ANSWERS, "decision_maker"),
    ),
    "migrate": (lambda: {"to_digest": pathway().digest}, lambda: (*ANSWERS, "definition_approver")),
}
"""Act -> its arguments, and the roles that may do it: the client's own affairs, and what those who answer arrange."""


@pytest.mark.parametrize("act", ACTS)
def test_acts_beside_the_path_are_for_whom_the_rules_say(act: str) -> None:
    """Records, permits, prohibitions, names, services, queues, restriction: each open to exactly those who may."""
    desk, _ = opened()
    arguments, roles = ACTS[act][0](), ACTS[act][1]()
    kind = c.COMMANDS[act.partition(" ")[0]]
    wrong, allowed = [], 0
    for number, (situation, case) in enumerate(situations().items()):
        if case.closed or (act == "propose_handover" and case.handovers):
            continue
        for actor in people(every=23, start=number):
            command: Any = kind(case="k", actor=actor, **arguments)
            facts = desk.facts(command)
            answer = decide(machine(), case, command, evolve(facts, machine=machine()), desk.now)
            no = isinstance(answer, Refused) and denied(answer.reasons)
            allowed += not no
            if oracle.may(pathway(), case, actor, roles) == no:
                wrong.append((situation, actor, answer))

    assert wrong == []
    assert allowed


STEPS: dict[str, tuple[type[c.Command], dict[str, Any], str]] = {
    "agree": (c.AnswerHandover, {}, "requested"),
    "decline": (c.AnswerHandover, {"answer": "declined"}, "requested"),
    "accept": (c.AcceptHandover, {}, "agreed"),
    "meet": (c.MeetHandover, {"present": frozenset({"client", "coach", "worker@north"})}, "accepted"),
    "complete": (c.ReceiveHandover, {}, "met"),
    "complete_without_meeting": (c.ReceiveHandover, {"without_meeting": "urgent"}, "accepted"),
    "return": (c.ReturnHandover, {}, "requested"),
    "cancel": (c.CancelHandover, {}, "requested"),
    "transfer": (c.TransferHandover, {"to": "purchased"}, "requested"),
}


def test_every_step_of_a_handover_is_asked_about() -> None:
    """The table above leaves out no step."""
    assert set(STEPS) == set(RELATIONS)


PARTIES = {
    "agree": {"client", "sender", "receiver"},
    "decline": {"client", "sender", "receiver"},
    "accept": {"receiver"},
    "meet": {"sender", "receiver"},
    "complete": {"receiver"},
    "complete_without_meeting": {"receiver"},
    "return": {"receiver"},
    "cancel": {"client", "sender"},
    "transfer": {"receiver"},
}
"""Who takes which step (H2): either organisation may write down what the client said."""


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_a_handover_is_for_its_parties(step: str) -> None:
    """Client, sender or receiver, as the step says; nobody is two of them, and nobody comes without a role."""
    desk, _ = opened()
    kind, arguments, status = STEPS[step]
    case = evolve(situations()["named"], state="planning", handovers={"h9": asked_of(status)})
    wrong = []
    for actor in people():
        answer = decide(machine(), case, kind(case="k", actor=actor, **arguments), desk.facts(), desk.now)
        no = isinstance(answer, Refused) and denied(answer.reasons)
        at = {"client": "", "sender": "north", "receiver": "east"}
        yes = any(oracle.handover_party(pathway(), case, actor, each, at[each]) for each in PARTIES[step])
        if yes == no:
            wrong.append((actor, answer))

    assert wrong == []


@pytest.mark.parametrize(
    ("subject", "acting_for", "client", "becomes"),
    [
        (CLIENT, "", "", CLIENT),
        (CLIENT, "", CLIENT, CLIENT),
        (GUARDIAN, CLIENT, "", CLIENT),
        (GUARDIAN, CLIENT, CLIENT, CLIENT),
        (CLIENT, "", NOBODY, None),
        (GUARDIAN, CLIENT, NOBODY, None),
        ("", "", NOBODY, None),
    ],
)
def test_a_client_opens_a_case_in_the_own_name(subject: str, acting_for: str, client: str, becomes: str | None) -> None:
    """Nobody who comes as a client opens a case of somebody else; who represents one opens that one's."""
    desk = Desk(pathway())
    actor = c.Actor(subject=subject, acting_for=acting_for, roles="client")

    answer = desk.ask(c.Open(case="k", actor=actor, client=client, organisation="north"))

    if becomes is None:
        assert isinstance(answer, Refused)
        assert [each.code for each in answer.reasons] == ["client-only"]
    else:
        assert desk.cases["k"].client == desk.pseudonym(becomes)


@pytest.mark.parametrize("kind", [c.DeadlineDue, c.WithholdDisclosure, c.Erase])
def test_what_is_for_the_system_and_the_keeper_is_for_nobody_else(kind: type[c.Command]) -> None:
    """A deadline is told, and a disclosure held back, by the system; a case is erased by the register's keeper."""
    desk, case = opened()
    arguments: dict[str, Any] = {"deadline": "decision_due", "seq": 4, "ground": "unlawful"}
    wanted = {name: arguments[name] for name in ("deadline", "seq", "ground") if name in kind.__annotations__}
    allowed = set()
    for actor in people():
        answer = decide(machine(), case, kind(case="k", actor=actor, **wanted), desk.facts(), desk.now)
        if not (isinstance(answer, Refused) and denied(answer.reasons)):
            allowed.add((actor.organisation, *actor.roles) if kind is c.Erase else tuple(actor.roles))

    if kind is c.Erase:
        # The register of these cases is called `register`: none of the parties keeps it.
        assert allowed == set()
    else:
        assert allowed == {("system",)}


@pytest.mark.parametrize("region", ["rovaniemi", "siun-sote"])
def test_the_shipped_paths_are_for_whom_the_rules_say(region: str) -> None:
    """A whole region: each move of each state, for each role at each organisation, with and without a tie."""
    shipped = load(region)
    table = compile_pathway(shipped)
    desk = Desk(shipped)
    first = next(name for name, each in shipped.organisations.items() if each.kind == "wellbeing_county")
    desk.do(c.Open(case="k", actor=c.Actor(subject="w", organisation=first, roles="own_worker"), client=CLIENT))
    case, facts = desk.cases["k"], desk.facts()
    named = {"job_coach": Holder(organisation="kela", role="job_coach", worker=desk.pseudonym(COACH))}
    case = evolve(case, named=named)
    parties = [each for each in (first, "kela", "employer", "") if not each or each in shipped.organisations]
    wrong, cells = [], 0
    for number, state in enumerate(shipped.states):
        here = evolve(case, state=state)
        everybody = product((CLIENT, COACH, NOBODY), parties, sorted(shipped.roles))
        for at, (subject, place, role) in enumerate(everybody):
            if at % 13 != number % 13:
                continue
            actor = c.Actor(subject=desk.pseudonym(subject), organisation=place, roles={role})
            for rule in table.main.rules_from(state):
                by = in_force(rule.move.by, pending=here.pending_on, today=date(2025, 3, 3)) or ()
                command = c.Move(case="k", actor=actor, trigger=rule.trigger)
                answer = decide(table, here, command, facts, desk.now)
                if isinstance(answer, Refused) and {each.code for each in answer.reasons} & {"nothing-to-resume"}:
                    continue
                no = isinstance(answer, Refused) and denied(answer.reasons)
                cells += 1
                if oracle.may(shipped, here, actor, by) == no:
                    wrong.append((state, rule.trigger, by, actor))

    assert wrong == []
    assert cells > 2000

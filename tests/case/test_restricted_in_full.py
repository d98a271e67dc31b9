"""While use is restricted nothing is done but what protects the client, command by command (faults 70)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decide import decide
from pathway_engine.case.decision import Accepted, Refused
from pathway_engine.testing import varied
from tests.case.desks import CLIENT, WORKER, K, planned

STILL = {"lift_restriction", "withdraw_permit", "withhold_disclosure", "forbid", "deadline_due"}
"""What protects the client, and the clock: nothing else may be done."""

ARGUMENTS: dict[str, dict[str, Any]] = {
    "move": {"trigger": "ask_coaching"},
    "record": {"record": "checklist"},
    "correct": {"seq": 3},
    "give_permit": {"kind": "share", "recipient": "east"},
    "withdraw_permit": {"permit": "share"},
    "withhold_disclosure": {"seq": 1},
    "forbid": {"recipient": "east"},
    "lift_prohibition": {"prohibition": "south"},
    "name_worker": {"role": "coach", "worker": "x"},
    "end_role": {"role": "worker"},
    "propose_handover": {"receiver": "east"},
    "transfer_handover": {"to": "east"},
    "open_service": {"service": "day_activity"},
    "move_service": {"service": "day_activity", "trigger": "begin_activity"},
    "end_service": {"service": "day_activity", "reason": "other"},
    "join_queue": {"queue": "activity"},
    "leave_queue": {"queue": "activity"},
    "deadline_due": {"deadline": "decision_due"},
    "extend_deadline": {"deadline": "decision_due", "due_on": date(2026, 1, 2), "reason": "other"},
    "complete_task": {"task": "t1", "reason": "other"},
    "migrate": {"to_digest": varied().digest},
    "restrict": {"reason": "other"},
    "lift_restriction": {"reason": "other"},
    "erase": {"ground": "unlawful"},
}
KINDS = sorted(set(c.COMMANDS) - {"", "open"})


@pytest.mark.parametrize("name", KINDS)
def test_each_command_is_refused_while_use_is_restricted_but_those_that_protect(name: str) -> None:
    """Whoever asks: the client, a worker, the keeper or the system."""
    desk = planned()
    desk.do(c.GivePermit(**K, actor=CLIENT, kind="share", recipient="east"))
    restricted = evolve(desk.cases["k"], restricted=True)
    keeper = c.Actor(subject="keeper", organisation="register", roles="keeper")
    for actor in (CLIENT, WORKER, keeper, c.SYSTEM):
        command: Any = c.COMMANDS[name](**K, actor=actor, **ARGUMENTS.get(name, {}))
        taken = desk.take_in(command)
        asked = command if isinstance(taken, Refused) else taken.command
        answer = decide(desk.machine("k"), restricted, asked, desk.facts(command), desk.now)
        codes = [] if isinstance(answer, Accepted) else [reason.code for reason in answer.reasons]
        assert ("case-restricted" in codes) is (name not in STILL), (actor, codes)

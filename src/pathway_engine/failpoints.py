"""Named places where a fault can be made to happen, so that tests can kill, stop or break off a process exactly there.

They are off unless the environment variable `PATHWAY_FAILPOINTS` is set when this module is imported: off, a place
costs a call and one look at a flag. Never set it in production. The setting is a list of `NAME=ACTION`, with commas
between:

    PATHWAY_FAILPOINTS="work.before_commit=kill@3,relay.before_settle=delay:0.5"

`@3` means the third time the place is reached, and only then; without it, every time. Actions:

- `kill`: SIGKILL to this process; `term`: SIGTERM; `stop`: SIGSTOP, until somebody sends SIGCONT
- `raise`: raise `FailpointReached`; `interrupt`: raise `KeyboardInterrupt`
- `delay:SECONDS`: wait

A place is written `reach("work.before_commit")`.
"""

from __future__ import annotations

__all__ = ["POINTS", "VARIABLE", "FailpointReached", "Fault", "armed", "reach", "read"]

import os
import signal
import time
from collections import Counter
from collections.abc import Mapping

from attrs import frozen

VARIABLE = "PATHWAY_FAILPOINTS"

POINTS = (
    # A command, in the order in which it takes effect.
    "engine.after_load",
    "engine.after_definition",
    "work.before_begin",
    "work.after_begin",
    "append.after_case",
    "append.after_receipt",
    "append.after_claims",
    "append.after_entries",
    "append.after_deadlines",
    "append.after_holders",
    "append.after_messages",
    "append.after_key",
    "append.after_log",
    "work.before_commit",
    "work.after_commit",
    "engine.before_acknowledgement",
    # Workers.
    "queue.after_lent",
    "queue.after_settled",
    "deadlines.after_claim",
    "deadlines.before_settle",
    "relay.after_claim",
    "relay.before_delivery",
    "relay.before_settle",
)
"""Every place there is: a test walks them all."""

_SIGNALS = {"kill": signal.SIGTERM, "term": signal.SIGTERM, "stop": signal.SIGTERM}
# Windows has neither SIGKILL nor SIGSTOP; there every one of them ends the process.
for _action, _name in (("kill", "SIGKILL"), ("stop", "SIGSTOP")):
    _SIGNALS[_action] = getattr(signal, _name, signal.SIGTERM)


class FailpointReached(Exception):
    """A place was reached where a test wants a fault; its message is the place's name."""


@frozen
class Fault:
    """What happens at a place.

    Args:
        action: `kill`, `term`, `stop`, `raise`, `interrupt` or `delay`.
        occurrence: The time it is reached at which it happens, from 1; 0 for every time.
        seconds: How long a delay lasts.
    """

    action: str
    occurrence: int = 0
    seconds: float = 0.0


def read(setting: str) -> dict[str, Fault]:
    """Read a setting.

    Raises:
        ValueError: It names no place or action there is. A test with a slip of the pen would test nothing.
    """
    faults = {}
    for each in filter(None, (part.strip() for part in setting.split(","))):
        name, _, what = each.partition("=")
        what, _, occurrence = what.partition("@")
        action, _, seconds = what.partition(":")
        if name not in POINTS or action not in {*_SIGNALS, "raise", "interrupt", "delay"}:
            raise ValueError(f"{VARIABLE} holds {each!r}: no such place, or no such action")
        faults[name] = Fault(action, int(occurrence or 0), float(seconds or 0))
    return faults


def reach(name: str) -> None:
    """Come to a place; what is set for it happens."""
    if armed:
        _happen(name)


def _happen(name: str) -> None:
    _reached[name] += 1
    fault = _faults.get(name)
    if fault is None or fault.occurrence not in {0, _reached[name]}:
        return
    if fault.action in _SIGNALS:
        os.kill(os.getpid(), _SIGNALS[fault.action])
    elif fault.action == "raise":
        raise FailpointReached(name)
    elif fault.action == "interrupt":
        raise KeyboardInterrupt
    else:
        time.sleep(fault.seconds)


_faults: Mapping[str, Fault] = read(os.environ.get(VARIABLE, ""))
_reached: Counter[str] = Counter()

armed: bool = VARIABLE in os.environ
"""True when the variable was set at import."""

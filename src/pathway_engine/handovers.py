"""The warm handover as a small machine of its own (semantics §H).

    requested ──client agrees or waives──> agreed ──receiver──> accepted ──> met ──receiver──> completed
        └─client declines          └─ without a meeting, with a reason: accepted ──receiver──> completed, not warm

From every one of these states the receiver may return or transfer it, and the sender or the client cancel it. Until
`completed` the sender coordinates. It is a table because everybody has to agree on it: the engine, the checker and
the person who reads it.
"""

from __future__ import annotations

__all__ = ["END", "RELATIONS", "STEPS", "WITHOUT_MEETING", "needed_for", "next_status"]

END = "end"

STEPS: dict[tuple[str, str], str] = {
    ("agree", "requested"): "agreed",
    ("decline", "requested"): END,
    ("accept", "agreed"): "accepted",
    ("meet", "accepted"): "met",
    ("complete", "met"): END,
    ("complete_without_meeting", "accepted"): END,
    **{("return", status): END for status in ("requested", "agreed", "accepted", "met")},
    **{("cancel", status): END for status in ("requested", "agreed", "accepted", "met")},
    **{("transfer", status): END for status in ("requested", "agreed", "accepted", "met")},
}

RELATIONS: dict[str, tuple[str, ...]] = {
    "agree": ("client", "sender", "receiver"),
    "decline": ("client", "sender", "receiver"),
    "accept": ("receiver",),
    "meet": ("sender", "receiver"),
    "complete": ("receiver",),
    "complete_without_meeting": ("receiver",),
    "return": ("receiver",),
    "cancel": ("client", "sender"),
    "transfer": ("receiver",),
}
"""Who may take which step. Either organisation may write down the client's word: not every client signs in."""

WITHOUT_MEETING = ("client_waived", "client_not_reached", "urgent", "party_absent", "other")
"""Why a handover may be completed without a joint meeting: it is never a dead end, and always visible (§H4)."""


def next_status(step: str, status: str) -> str | None:
    """Give the status the step leads to, `END` when the handover is then over, or None when it is not possible."""
    return STEPS.get((step, status))


def needed_for(step: str) -> tuple[str, ...]:
    """Give the statuses from which the step is possible."""
    return tuple(status for name, status in STEPS if name == step)

"""Time limits: whether each says what it counts from, how long it is, and on what law it rests."""

from __future__ import annotations

__all__ = ["check_deadlines", "check_validity"]

from collections.abc import Mapping

from pathway_engine.definition.conditions import readable_field
from pathway_engine.definition.model import Dated, Deadline, Validity
from pathway_engine.definition.scope import References
from pathway_engine.durations import Duration

_ANCHORS = ("pending", "state_entered", "event:…", "record.….…")


def check_deadlines(names: References, deadlines: Mapping[str, Deadline], *prefix: str) -> None:
    """Check the time limits of the main path, or of the service at `prefix`."""
    for name, deadline in deadlines.items():
        _check(names, name, deadline, (*prefix, "deadlines", name))


def _check(names: References, name: str, deadline: Deadline, path: tuple[str, ...]) -> None:
    _check_anchor(names, deadline, *path, "from")
    names.each("state", deadline.in_, *path, "in")
    if deadline.from_ == "state_entered" and not deadline.in_:
        names.note_key("anchor-without-states", *path, name=name)
    _check_length(names, name, deadline, path)
    known = names.scope.ids["move"] | names.scope.ids["record"]
    for index, each in enumerate(deadline.met_by):
        if each not in known:
            homes = [("records", each), ("transitions", each)]
            names.unknown("record-or-move", each, known, (*path, "met_by", index), homes)
    names.each("role", deadline.notify, *path, "notify")
    names.each("role", deadline.escalate_to, *path, "escalate_to")
    if deadline.kind == "statutory" and not deadline.law:
        names.note_key("statutory-without-law", *path, name=name)
    if deadline.valid:
        check_validity(names, deadline.valid, *path, "valid")


def _check_anchor(names: References, deadline: Deadline, *path: str) -> None:
    anchor = deadline.from_
    kind, colon, event = anchor.partition(":")
    record, _, field = anchor.removeprefix("record.").partition(".")
    if anchor in ("pending", "state_entered"):
        return
    if kind == "event" and colon:
        known = names.scope.ids["move"] | names.scope.ids["record"]
        if event not in known:
            homes = [("records", event), ("transitions", event)]
            names.unknown("record-or-move", event, known, path, homes)
    elif anchor.startswith("record.") and field:
        names.one("record", record, *path)
        names.field(record, field, *path)
        found = readable_field(names, record, field, *path)
        if found and found.type != "date":
            names.note("anchor-no-date", *path, name=f"{record}.{field}", found=found.type)
    else:
        names.findings.unknown(names.origins.value(*path), "bad-anchor", anchor, _ANCHORS)


def _check_length(names: References, name: str, deadline: Deadline, path: tuple[str, ...]) -> None:
    if deadline.within is None and deadline.every is None:
        names.note_key("no-length", *path, name=name)
    for key, length in (("every", deadline.every), ("for", deadline.for_)):
        # A round of no length would come due for ever at one instant.
        if length is not None and (length.is_negative or length == Duration()):
            names.note("not-forward", *path, key, name=key)
    if deadline.for_ is not None and deadline.every is None:
        names.note("for-without-every", *path, "for", name=name)
    if deadline.calendar == "working_day":
        for place, length in _lengths(deadline):
            if not length.is_plain_days:
                names.note("working-days", *path, *place, name=str(length))


def _lengths(deadline: Deadline) -> list[tuple[tuple[str | int, ...], Duration]]:
    found: list[tuple[tuple[str | int, ...], Duration]] = []
    if isinstance(deadline.within, Dated):
        for index, period in enumerate(deadline.within.dated):
            found.append((("within", "dated", index, "value"), period.value))
    elif deadline.within is not None:
        found.append((("within",), deadline.within))
    if deadline.every is not None:
        found.append((("every",), deadline.every))
    return found


def check_validity(names: References, valid: Validity, *path: str) -> None:
    """Check that a period does not end before it begins."""
    if valid.from_ and valid.to and valid.to < valid.from_:
        names.note("bad-period", *path, "to", name=valid.to.isoformat())

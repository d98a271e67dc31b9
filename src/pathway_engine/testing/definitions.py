"""Making whole definitions that are sound enough to compile, with everything the language has in them."""

from __future__ import annotations

__all__ = ["make_pathway"]

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from attrs import evolve, frozen

from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.model import (
    PREVIOUS,
    Capacity,
    Dated,
    DatedValue,
    Deadline,
    Field,
    FieldType,
    Handover,
    Pathway,
    RecordType,
    Review,
    Service,
    State,
    StateKind,
    Transition,
    Validity,
)
from pathway_engine.durations import Duration
from pathway_engine.testing.choosing import Chooser
from pathway_engine.testing.demands import Ground, requirements
from pathway_engine.testing.vocabulary import CATALOGUES, FLAGS, ORGANISATIONS, PERMITS, ROLES, labelled

_LAST_BEFORE, _CHANGE = date(2025, 5, 31), date(2025, 6, 1)
"""The days around which every dated value of a generated definition changes."""

_DAYS = tuple(Duration.parse(each) for each in ("P3D", "P0D", "P14D", "P1M"))
_WORKING_DAYS = tuple(Duration.parse(each) for each in ("P1D", "P5D"))
_ROUNDS = tuple(Duration.parse(each) for each in ("P7D", "P1M"))
_MAKERS = ("own_worker", "coach", "client", "recogniser", "coordinator")
_TYPES: tuple[FieldType, ...] = (
    "text",
    "choice",
    "choices",
    "date",
    "integer",
    "boolean",
    "role",
    "organisation",
    "worker",
)


def make_pathway(choose: Chooser) -> Pathway:
    """Make a definition; its digest is set as the loader sets it."""
    records = _records(choose)
    services = {name: _service(choose, name, records) for name in ("activity", "advice")[: choose.between(0, 2)]}
    states = _states(choose)
    groups = ("group",) if "group.one" in states else ()
    counted = tuple(name for name, state in states.items() if state.kind != "final")
    capacities = {
        f"room_{over}": _capacity(choose, cast("Any", over), counted) for over in choose.some(["block", "warn"], 0, 2)
    }
    ground = Ground(records, tuple(services), tuple(capacities))
    moves = _moves(choose, _Places(states, groups, ground))
    limits = {
        f"limit_{number}": _deadline(choose, (*counted, *groups), moves, records)
        for number in range(choose.between(0, 3))
    }
    pathway = Pathway(
        pathway="generated",
        version="1",
        title=labelled("generated"),
        catalogues=CATALOGUES,
        roles=ROLES,
        organisations=ORGANISATIONS,
        flags=FLAGS,
        permits=PERMITS,
        records=records,
        states=states,
        groups={name: labelled(name) for name in groups},
        transitions=moves,
        deadlines=limits,
        services=services,
        capacities=capacities,
    )
    return evolve(pathway, digest=digest_of(pathway))


def _dated(choose: Chooser, make: Callable[[], Any]) -> Any:
    """A value, or now and then two values and the days between which it changes."""
    if not choose.once_in(5):
        return make()
    periods = (DatedValue(to=_LAST_BEFORE, value=make()), DatedValue(from_=_CHANGE, value=make()))
    return Dated(dated=periods, by="pending" if choose.once_in(2) else "event")


def _capacity(choose: Chooser, over: Any, states: tuple[str, ...]) -> Capacity:
    counts = choose.some(states, 1, 3)
    return Capacity(title=labelled(f"room_{over}"), per="coach", limit=1, over=over, counts=counts)


# ── records ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _records(choose: Chooser) -> dict[str, RecordType]:
    found = {}
    for name in ("form", "plan", "paper")[: choose.between(1, 3)]:
        makers = choose.some(("own_worker", "coach", "client"), 1, 3)
        fields = {f"a_{kind}": _field(choose, kind) for kind in choose.some(_TYPES, 0, 4)}
        found[name] = RecordType(title=labelled(name), kind="form", by=makers, fields=fields)
    talk = {
        "held_on": Field(title=labelled("held_on"), type="date", class_="coded", required=choose.once_in(2)),
        "there": Field(title=labelled("there"), type="roles", class_="coded", required=True),
    }
    by = ("own_worker", "coach", "client")
    return found | {"talk": RecordType(title=labelled("talk"), kind="meeting", by=by, fields=talk)}


def _field(choose: Chooser, kind: FieldType) -> Field:
    clear = kind != "text" and not choose.once_in(3)
    number = kind == "integer"
    return Field(
        title=labelled(f"a_{kind}"),
        type=kind,
        class_="coded" if clear else "special" if choose.once_in(2) else "confidential",
        required=choose.once_in(2),
        options="signs" if kind in {"choice", "choices"} else "",
        min=1 if number else None,
        max=9 if number else None,
    )


# ── states and moves ───────────────────────────────────────────────────────────────────────────────────────────────


@frozen
class _Places:
    """What moves may speak of while a definition is being put together."""

    states: Mapping[str, State]
    groups: tuple[str, ...]
    ground: Ground


def _states(choose: Chooser) -> dict[str, State]:
    def state(name: str, **more: Any) -> State:
        responsible = _dated(choose, lambda: choose.one(["own_worker", "coordinator", "coach"]))
        return State(title=labelled(name), responsible=responsible, **more)

    kinds: tuple[StateKind, ...] = ("ordinary", "ordinary", "outcome")
    found = {"first": state("first", initial=True)}
    found |= {name: state(name, kind=choose.one(kinds)) for name in ("second", "third")[: choose.between(0, 2)]}
    if choose.once_in(2):
        found["group.one"] = state("group.one", initial=choose.once_in(2))
        found["group.two"] = state("group.two")
    if choose.once_in(2):
        found["hold"] = state("hold", kind="hold")
    if choose.once_in(2):
        found["end"] = State(title=labelled("end"), kind="final")
    return found


def _moves(choose: Chooser, places: _Places) -> dict[str, Transition]:
    starts = (*places.states, *places.groups, "any")
    found = {}
    for number in range(choose.between(1, 7)):
        key = f"go_{number}"
        found[key] = _move(choose, places, key, choose.some(starts, 1, 2))
    if places.groups and choose.once_in(2):
        # The member's move stands before the group's.
        found["leave"] = _move(choose, places, "leave", ("group",))
        found["leave_two"] = evolve(_move(choose, places, "leave", ("group.two",)), trigger="leave")
    if "hold" in places.states:
        found["pause"] = evolve(_move(choose, places, "pause", ("any",)), to="hold", handover=None)
        title = labelled("resume")
        found["resume"] = Transition(title=title, from_=("hold",), to=PREVIOUS, by=("client", "own_worker"))
    if "end" in places.states:
        by = ("client", "recogniser")
        found["reopen"] = Transition(title=labelled("reopen"), from_=("end",), to="first", by=by)
    return found


def _move(choose: Chooser, places: _Places, key: str, from_: tuple[str, ...]) -> Transition:
    fact = choose.once_in(4)
    by_handover = not fact and choose.once_in(4)
    return Transition(
        title=labelled(key),
        from_=from_,
        to=choose.one([*places.states, *places.groups, ""]),
        by=_dated(choose, lambda: choose.some(_MAKERS, 1, 3)),
        agreed_by=("client",) if not fact and choose.once_in(4) else (),
        fact=fact,
        requires=requirements(choose, places.ground, 2),
        advises=requirements(choose, places.ground, 1),
        handover=_handover(choose, list(places.ground.records)) if by_handover else None,
        reasons="reasons" if choose.once_in(4) else "",
        sets=("in_coaching",) if choose.once_in(3) else (),
        clears=("in_coaching", "several_needs") if choose.once_in(4) else (),
        tasks_within=choose.one([None, *_DAYS]) if fact else None,
    )


def _handover(choose: Chooser, records: Sequence[str]) -> Handover:
    return Handover(
        to=choose.one(["coach", "own_worker", "coordinator"]),
        organisation=choose.one(["", "office", "north"]),
        when="always" if choose.once_in(2) else "another_organisation",
        extract=choose.some(records, 0, 2),
        basis=choose.one(["share", ""]),
        statute="L7" if choose.once_in(4) else "",
        accept_within=choose.one([None, *_DAYS]),
        declinable=not choose.once_in(3),
    )


# ── time limits and services ───────────────────────────────────────────────────────────────────────────────────────


def _deadline(
    choose: Chooser, states: Sequence[str], moves: Mapping[str, Transition], records: Mapping[str, RecordType]
) -> Deadline:
    from_ = choose.one(["pending", "state_entered", "state_entered", *_anchors(records, moves)])
    repeats = choose.once_in(3)
    working = not repeats and choose.once_in(3)
    days = _WORKING_DAYS if working else _DAYS
    return Deadline(
        title=labelled("limit"),
        from_=from_,
        in_=choose.some(states, 1, 2) if from_ == "state_entered" else (),
        within=None if repeats else _dated(choose, lambda: choose.one(days)),
        every=choose.one(_ROUNDS) if repeats else None,
        for_=Duration.parse("P3M") if repeats and choose.once_in(2) else None,
        met_by=choose.some(["talk", "form", *moves], 0, 2),
        kind="regional",
        valid=Validity(from_=_CHANGE, by="event") if choose.once_in(5) else None,
        calendar="working_day" if working else "day",
        shift=choose.once_in(3),
        on_miss="escalate" if choose.once_in(2) else "warn",
        escalate_to=("decision_maker",),
    )


def _anchors(records: Mapping[str, RecordType], moves: Mapping[str, Transition]) -> list[str]:
    dates = [
        f"record.{name}.{key}"
        for name, each in records.items()
        for key, field in each.fields.items()
        if field.type == "date" and field.class_ == "coded"
    ]
    return [*dates, "event:form", *(f"event:{move.trigger or key}" for key, move in moves.items())]


def _service(choose: Chooser, name: str, records: Mapping[str, RecordType]) -> Service:
    states = {
        "agreed": State(title=labelled("agreed"), initial=True, responsible="coach"),
        "running": State(title=labelled("running"), responsible="coach"),
        "over": State(title=labelled("over"), kind="final"),
    }
    places = _Places(states, (), Ground(records))

    def move(key: str, from_: tuple[str, ...], to: str) -> Transition:
        return evolve(_move(choose, places, key, from_), to=to, handover=None)

    moves = {
        "start": move("start", ("agreed",), "running"),
        "stay": move("stay", ("running",), ""),
        "stop": move("stop", ("agreed", "running"), "over"),
    }
    review = Review(every=Duration.parse("P1M"), met_by="talk") if choose.once_in(2) else None
    return Service(
        title=labelled(name),
        states=states,
        transitions=moves,
        deadlines={"limit": _deadline(choose, ("agreed", "running"), moves, records)},
        by=choose.some(("own_worker", "coach", "client"), 1, 3),
        requires=requirements(choose, places.ground, 1),
        review=review,
    )

"""Every move of the shipped definitions can be made: for each rule a case is put together in which it is accepted.

The case is not walked to its state (that is what the tests of the workflows do); it is placed there, with every record
filled in, somebody named in every role, and the flags as the move wants them. What is shown is that no requirement, no
role and no relation keeps a move from ever being made.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.authority import is_bystander
from pathway_engine.case import commands as c
from pathway_engine.case.decision import Accepted, Decision
from pathway_engine.case.model import Closure, Holder, RecordHeld, Track
from pathway_engine.definition import demands as d
from pathway_engine.definition import load
from pathway_engine.definition.model import Dated, Field, Handover, Pathway, Transition
from pathway_engine.machine import Rule
from pathway_engine.testing import Desk, varied
from tests.definitions.test_bad_definitions import WORKFLOWS

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yaml"))
ID = "k1"


@pytest.mark.parametrize("name", NAMES)
def test_every_move_of_the_main_path_can_be_made(name: str) -> None:
    """Each rule of the main path is accepted in some case, by somebody the definition lets make it."""
    desks = open_desks(load(WORKFLOWS / f"{name}.yaml"))

    assert [each for rule in rules(desks) for each in made(desks, rule, "")] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_service_can_be_opened_and_every_move_in_it_made(name: str) -> None:
    """Each service is opened by somebody, and each rule of it is accepted in some case."""
    desks = open_desks(load(WORKFLOWS / f"{name}.yaml"))

    for service in desks[0].pathway.services:
        assert list(opened(desks, service)) == []
        assert [each for rule in rules(desks, service) for each in made(desks, rule, service)] == []


def test_every_move_of_the_varied_sample_can_be_made() -> None:
    """The same holds for the sample of the test kit, which has a limit that blocks."""
    desks = open_desks(varied())

    assert [each for rule in rules(desks) for each in made(desks, rule, "")] == []


# ── putting a case together ────────────────────────────────────────────────────────────────────────────────────────


def open_desks(of: Pathway) -> list[Desk]:
    """Give desks in each of the years between which dated values change."""
    return [Desk(of), *(Desk(of, now=datetime(year, 12, 1, 8, tzinfo=UTC)) for year in (2024, 2026))]


def rules(desks: list[Desk], service: str = "") -> list[Rule]:
    """Give every rule of the main path, or of a service."""
    machine = desks[0].machine()
    table = machine.services[service] if service else machine.main
    return [rule for state in table.states for rule in table.rules_from(state)]


def made(desks: list[Desk], rule: Rule, service: str) -> Iterator[str]:
    """Try a rule in the cases that may fit it; give what kept it from being made in every one of them."""
    of, move, told = desks[0].pathway, rule.move, ""
    reason = next(iter(of.catalogues[move.reasons].items), "") if move.reasons else ""
    receiver = there(of, move.handover) if move.handover and not move.fact else ""
    for desk, role, flags in product(desks, makers(move), (raised(move), ())):
        actor = acting(of, role)
        place(desk, rule, service, flags, actor.organisation or home(of, ""))
        base: dict[str, Any] = {"case": ID, "actor": actor, "reason": reason, "agreed_by": frozenset(move.agreed_by)}
        command: c.Command = c.Move(trigger=rule.trigger, receiver=receiver, end_open="own_wish", **base)
        if service:
            command = c.MoveService(service=f"{service}-1", trigger=rule.trigger, **base)
        told = why_not(desk.ask(command))
        if not told:
            return
    yield f"{service} {rule.source} --{rule.trigger}: {told}"


def opened(desks: list[Desk], service: str) -> Iterator[str]:
    """Try to open a service; give what kept it from being opened."""
    of, told = desks[0].pathway, ""
    for desk, role in product(desks, of.services[service].by):
        actor = acting(of, role)
        place(desk, None, "", tuple(of.flags), actor.organisation or home(of, ""))
        told = why_not(desk.ask(c.OpenService(case=ID, actor=actor, service=service)))
        if not told:
            return
    yield f"opening {service}: {told}"


def why_not(decision: Decision) -> str:
    """Give why a command was refused; nothing when it was not."""
    return "" if isinstance(decision, Accepted) else "; ".join(each.text("en") for each in decision.reasons)


def home(of: Pathway, kind: str) -> str:
    """Give an organisation of a kind; of any when the kind is empty."""
    fitting = (name for name, party in of.organisations.items() if _fits(of, name, party.kind, kind))
    return next(fitting, "here")


def there(of: Pathway, handover: Handover) -> str:
    """Give an organisation that may receive."""
    kind = handover.organisation or of.roles[handover.to].organisation
    fitting = [name for name, party in of.organisations.items() if _fits(of, name, party.kind, kind)]
    return fitting[-1]


def place(desk: Desk, rule: Rule | None, service: str, flags: tuple[str, ...], here: str) -> None:
    """Put a case on the desk in which everything is at hand, in the state that a rule starts from."""
    desk.cases.clear()
    desk.journals.clear()
    of, today = desk.pathway, desk.now.date()
    first = of.states[desk.machine().main.initial].responsible
    opener = next((each for each in ("recogniser", first, *of.roles) if "anyone" in _relation(of, str(each))), first)
    client = "" if of.subject == "region" else "client"
    actor = c.Actor(subject="w", organisation=here, roles={str(opener)})
    desk.do(c.Open(case=ID, actor=actor, client=client, organisation=here))
    case, wanted = desk.cases[ID], list(singles(rule.move.requires)) if rule else []
    source = str(rule.source) if rule else ""
    state = source if source and not service else case.state
    track = Track(id=f"{service}-1", kind=service, state=source, organiser=here, provider=here, seq=1)
    desk.cases[ID] = evolve(
        case,
        state=state,
        held=rule.resumes if rule else "",
        coordinator=Holder(organisation=here, role="coordinator"),
        named={role: Holder(organisation=here, role=role, worker=desk.pseudonym("w")) for role in of.roles},
        records={name: record(of, name, wanted, today) for name in of.records},
        services={track.id: track} if service else {},
        flags=flags,
        closed=Closure(reason="other", on=today, seq=1) if of.states[state].kind == "final" else None,
    )


def _relation(of: Pathway, role: str) -> tuple[str, ...]:
    return of.roles[role].relation if role in of.roles else ()


def singles(requirements: tuple[d.Requirement, ...], alternatives: int | None = 1) -> Iterator[d.Requirement]:
    """Give every single requirement; of several alternatives the first, or as many as wanted (None: all)."""
    for each in requirements:
        match each:
            case d.AllOf():
                yield from singles(each.all, alternatives)
            case d.AnyOf():
                yield from singles(each.any[:alternatives], alternatives)
            case d.Not():
                pass
            case _:
                yield each


def raised(move: Transition) -> tuple[str, ...]:
    """Give the flags that a move wants up, conditions included."""
    wanted = [each for one in move.requires for each in (one, *([one.when] if one.when else []))]
    found = singles(tuple(wanted), None)
    return tuple(each.flag for each in found if isinstance(each, d.FlagRequirement) and each.up)


def record(of: Pathway, name: str, wanted: list[d.Requirement], today: date) -> RecordHeld:
    """Give a record with every field filled in, as the requirements want it."""
    coded: dict[str, Any] = {}
    sealed: dict[str, int] = {}
    wheres = [each.where for each in wanted if isinstance(each, d.RecordRequirement) and each.record == name]
    for key, field in of.records[name].fields.items():
        if field.class_ == "coded":
            coded[key] = value(of, field, key, wheres, today)
        else:
            sealed[key] = 1
    return RecordHeld(
        seq=1, record=name, coded=coded, sealed=sealed, occurred_on=today, role="w", organisation="x", digest=of.digest
    )


def value(of: Pathway, field: Field, key: str, wheres: list[d.Where], today: date) -> Any:
    """Give a value for a field that every condition is content with, if one is asked for."""
    for where in wheres:
        if key in where.equals:
            return where.equals[key]
        if key in where.one_of:
            return where.one_of[key][0]
        if key in where.min or key in where.max:
            return where.min.get(key, where.max.get(key))
    options = tuple(of.catalogues[field.options].items) if field.options else ()
    usual: Mapping[str, Any] = {
        "choice": options[:1] and options[0],
        "choices": options,
        "date": (today - timedelta(days=1)).isoformat(),
        "integer": field.min or 1,
        "boolean": True,
        "role": next(iter(of.roles)),
        "roles": tuple(of.roles),
        "organisation": home(of, ""),
    }
    return usual.get(field.type, "x")


def makers(move: Transition) -> tuple[str, ...]:
    """Give the roles that may make a move, at some time or other."""
    if isinstance(move.by, Dated):
        return tuple(role for each in move.by.dated for role in each.value)
    return move.by


def acting(of: Pathway, role: str) -> c.Actor:
    """Give somebody who acts in a role."""
    if "client" in of.roles[role].relation:
        return c.Actor(subject="client", roles={role})
    return c.Actor(subject="w", organisation=home(of, of.roles[role].organisation), roles={role})


def _fits(of: Pathway, name: str, party_kind: str, wanted: str) -> bool:
    """Tell whether a party is of the kind wanted, and one that acts: an employer only stands in records."""
    return wanted in {"", name, party_kind} and not is_bystander(of, name)

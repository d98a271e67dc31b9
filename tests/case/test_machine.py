"""Compiling: the table of moves, and who may make them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.authority import Standing, authority_of
from pathway_engine.case import commands as c
from pathway_engine.case.model import Holder, Track
from pathway_engine.definition.model import Dated, DatedValue, Pathway, Role, Transition
from pathway_engine.errors import DefinitionError
from pathway_engine.machine import compile_pathway, in_force
from pathway_engine.testing import varied
from pathway_engine.testing.vocabulary import labelled
from tests.case.desks import EAST, K, accepted, case, coached, planned, referred

TITLE = labelled("move")


def move(from_: tuple[str, ...], to: str = "", trigger: str = "") -> Transition:
    """Give a move that asks for nothing."""
    return Transition(title=TITLE, from_=from_, to=to, by=("client",), trigger=trigger)


def with_moves(moves: Mapping[str, Transition]) -> Pathway:
    """Give the sample with other moves."""
    return evolve(varied(), transitions=moves)


@pytest.mark.parametrize(
    ("moves", "code"),
    [
        ({"go": move(("nowhere",), "planning")}, "unknown-state"),
        ({"go": move(("planning",), "nowhere")}, "unknown-state"),
        ({"a": move(("planning",), "contact", "go"), "b": move(("planning",), "closed", "go")}, "colliding-moves"),
        ({"a": move(("coaching",), "contact", "go"), "b": move(("coaching",), "closed", "go")}, "colliding-moves"),
    ],
)
def test_what_transitions_would_take_without_a_word_is_an_error(moves: Mapping[str, Transition], code: str) -> None:
    """Unknown places and two moves of one word from one state stop the compiling."""
    with pytest.raises(DefinitionError) as caught:
        compile_pathway(with_moves(moves))

    assert [problem.code for problem in caught.value.problems] == [code]


def test_there_is_one_first_state() -> None:
    """No first state, or two of them, is an error."""
    for marks in ((), ("contact", "planning")):
        states = {key: evolve(each, initial=key in marks) for key, each in varied().states.items()}
        with pytest.raises(DefinitionError):
            compile_pathway(evolve(varied(), states=states))


def test_a_group_is_every_member_and_its_first_state_when_one_goes_there() -> None:
    """A move from a group starts in each member; a move to a group ends in its first state."""
    table = compile_pathway(
        with_moves({"out": move(("coaching",), "planning"), "in": move(("planning",), "coaching")})
    ).main

    assert {rule.source for state in table.states for rule in table.rules_from(state) if rule.name == "out"} == {
        "coaching.engagement",
        "coaching.job_search",
    }
    entered = table.find("in", "planning")
    assert entered is not None
    assert entered.target == "coaching.engagement"


def test_any_is_every_state_that_is_not_final() -> None:
    """A move from `any` starts everywhere but where the path has ended."""
    table = compile_pathway(with_moves({"look": move(("any",))})).main

    assert {state for state in table.states if table.find("look", state)} == set(table.states) - {"closed"}


def test_the_nearer_rule_stands_before_the_wider_one() -> None:
    """An exact state stands before its group and the group before `any`, in whatever order they are written."""
    moves = {
        "exact": move(("coaching.job_search",), "contact", "go"),
        "group": move(("coaching",), "planning", "go"),
        "wide": move(("any",), "employment", "go"),
    }
    for order in (moves, dict(reversed(moves.items()))):
        table = compile_pathway(with_moves(order)).main
        found = {state: table.find("go", state) for state in ("coaching.job_search", "coaching.engagement", "planning")}
        assert [rule.target for rule in found.values() if rule] == ["contact", "planning", "employment"]


def test_previous_leads_back_to_the_exact_state_left() -> None:
    """There is one rule for each state that can be put on hold, and the one that fits the memory is found."""
    table = compile_pathway(varied()).main

    for left in ("assessment", "planning", "coaching.engagement", "coaching.job_search"):
        rule = table.find("resume", "on_hold", left)
        assert rule is not None
        assert rule.target == left
    assert table.find("resume", "on_hold", "employment") is None
    assert table.find("resume", "on_hold") is None


def test_a_move_without_a_destination_stays() -> None:
    """It leads to its own state, and says so."""
    rule = compile_pathway(varied()).main.find("note_needs", "assessment")

    assert rule is not None
    assert (rule.stays, rule.target) == (True, "assessment")


def test_looking_never_grows_the_shared_table() -> None:
    """Asking after triggers and states that do not exist leaves the registries of `transitions` as they were."""
    table = compile_pathway(varied()).main
    before = {name: set(event.transitions) for name, event in table.shared.events.items()}

    for trigger in (*before, "nonsense"):
        for state in (*table.states, "nowhere"):
            table.find(trigger, state)
            table.rules_from(state)
            table.knows(trigger)

    assert {name: set(event.transitions) for name, event in table.shared.events.items()} == before
    assert table.shared.models == []


def test_a_dated_value_holds_on_its_first_and_last_day() -> None:
    """Both ends of a period belong to it; outside every period there is no value."""
    value: Any = Dated(
        dated=(
            DatedValue(from_=date(2022, 1, 1), to=date(2022, 12, 31), value="municipality"),
            DatedValue(from_=date(2023, 1, 1), to=date(2024, 12, 31), value="county"),
        ),
        by="event",
    )
    by_day: dict[date, str | None] = {day: in_force(value, pending=date(2020, 1, 1), today=day) for day in DAYS}

    assert list(by_day.values()) == [None, "municipality", "municipality", "county", "county", None]
    chosen: str | None = in_force(evolve(value, by="pending"), pending=date(2023, 1, 1), today=date(1999, 1, 1))
    assert chosen == "county"
    assert in_force("plain", pending=DAYS[0], today=DAYS[0]) == "plain"


DAYS = (
    date(2021, 12, 31),
    date(2022, 1, 1),
    date(2022, 12, 31),
    date(2023, 1, 1),
    date(2024, 12, 31),
    date(2025, 1, 1),
)


# ── who may: every relation, and what does not make it ─────────────────────────────────────────────────────────────


def standing(relation: str, actor: c.Actor, **changes: Any) -> bool:
    """Tell whether the actor stands in the relation to a case of the north, whose coach works in the east."""
    desk = planned()
    held = evolve(
        case(desk),
        client="client",
        named={
            "tried": Holder(organisation="east", role="tried", worker="anna"),
            "guardian": Holder(organisation="", role="guardian", worker="guardian"),
        },
        participants=("purchased",),
        services={"s": Track(id="s", kind="activity", state="agreed", organiser="south", provider="east", seq=1)},
    )
    held = evolve(held, **changes)
    roles = {**varied().roles, "tried": Role(title=TITLE, relation=(relation,))}  # type: ignore[arg-type]
    pathway = evolve(varied(), roles=roles)
    seen = Standing(
        authority=authority_of(pathway),
        case=held,
        actor=actor,
        provider=frozenset({"south", "east"}),
        receivers=frozenset({"office"}),
    )
    return seen.acting_role(["tried"]) == "tried"


def worker(organisation: str, subject: str = "somebody", roles: str = "tried") -> c.Actor:
    """Give a worker of an organisation."""
    return c.Actor(subject=subject, organisation=organisation, roles={roles})


@pytest.mark.parametrize(
    ("relation", "actor", "expected"),
    [
        ("client", c.Actor(subject="client", roles={"tried"}), True),
        ("client", c.Actor(subject="client", roles={"tried"}, acting_for="somebody"), False),
        ("client", c.Actor(subject="other", roles={"tried"}), False),
        ("client", c.Actor(subject="guardian", roles={"guardian", "tried"}, acting_for="client"), True),
        ("client", c.Actor(subject="guardian", roles={"guardian", "tried"}, acting_for="other"), False),
        ("client", c.Actor(subject="stranger", roles={"guardian", "tried"}, acting_for="client"), False),
        ("coordinating", worker("north"), True),
        ("coordinating", worker("south"), False),
        ("named", worker("east", "anna"), True),
        ("named", worker("east", "bo"), False),
        ("named", worker("north", "anna"), False),
        ("participant", worker("purchased"), True),
        ("participant", worker("north"), True),
        ("participant", worker("county"), False),
        ("provider", worker("east"), True),
        ("provider", worker("south"), True),
        ("provider", worker("north"), False),
        ("receiver", worker("office"), True),
        ("receiver", worker("north"), False),
        ("anyone", worker("north"), True),
        ("anyone", worker("county"), False),
        ("anyone", worker(""), False),
    ],
)
def test_a_relation_ties_whom_it_says_and_nobody_else(relation: str, actor: c.Actor, expected: bool) -> None:  # noqa: FBT001
    """Each relation holds for the right person or organisation, and for none beside it."""
    assert standing(relation, actor) == expected


def test_without_the_role_no_relation_helps() -> None:
    """The coordinator's colleague in another role may not act in this one."""
    assert not standing("coordinating", worker("north", roles="coach"))


def test_a_person_without_a_client_is_nobodys_client() -> None:
    """When the client is not identified, an actor without a subject is not taken for the client."""
    assert not standing("client", c.Actor(roles={"tried"}), client="")


def test_a_closed_case_may_be_taken_up_by_any_organisation() -> None:
    """The way back is open to whoever recognises a need, once the path has ended."""
    desk = coached()
    desk.do(
        c.Move(
            case="k",
            actor=c.Actor(subject="w", organisation="north", roles={"worker"}),
            trigger="close",
            reason="own_wish",
        )
    )
    stranger = c.Actor(subject="s", organisation="south", roles={"worker"})

    desk.do(c.Move(case="k", actor=stranger, trigger="reopen"))

    assert case(desk).coordinator.organisation == "south"


def test_a_receiver_may_act_only_once_it_has_accepted() -> None:
    """Being asked is no tie to the client; having accepted is."""
    talk = c.Record(**K, actor=EAST, record="meeting", fields={"held_on": "3.3.2025", "present": "coach"})

    assert [each.code for each in referred().refuse(talk).reasons] == ["no-relation"]
    accepted().do(talk)

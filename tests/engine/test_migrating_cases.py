"""Running cases go to another definition: told before, all or nobody, taken up again (§O3, promises 10 and 13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_engine import Actor
from pathway_engine.case import commands as c
from pathway_engine.case.model import Case
from pathway_engine.definition.model import Deadline, Pathway
from pathway_engine.durations import Duration
from pathway_engine.engine import CaseMigration, Moved, PathwayEngine, Planned
from pathway_engine.errors import DefinitionNotFound, SealBroken, Unreadable
from pathway_engine.stores.memory import MemoryStore
from pathway_engine.stores.port import Append, Loaded
from pathway_engine.testing import varied
from tests.engine.office import CLIENT, OUTSIDER, REGISTER, WORKER, Office
from tests.engine.versions import next_version

KEEPER = Actor(subject="keeper-1", organisation="north", roles="keeper")
RENAMED = {"planning": "plan"}
DAY = next(iter(varied().deadlines.values())).title


def check_in(*states: str) -> Deadline:
    """Give a deadline that begins in some states, and at once in cases that are there."""
    return Deadline(
        title=DAY, from_="state_entered", in_=states, within=Duration.parse("P9D"), met_by=("meeting",), kind="quality"
    )


def populate(office: Office) -> None:
    """Open a case in every kind of place: first contact, planning, a service, a break, a handover, the end."""
    office.open("contact")
    for case in ("plan", "service", "break", "handover", "over"):
        office.planned(case)
    office.do(c.OpenService, WORKER, "service", service="day_activity")
    office.do(c.Move, CLIENT, "break", trigger="pause", reason="own_wish")
    office.do(c.Move, WORKER, "handover", trigger="refer", receiver="east")
    office.do(c.NameWorker, WORKER, "over", role="coordinator", worker="worker-1")
    office.do(c.Move, WORKER, "over", trigger="close", reason="own_wish")


OPEN = ["break", "contact", "handover", "plan", "service"]


@pytest.fixture
def populated(office: Office) -> Office:
    """Give an office with those cases."""
    populate(office)
    return office


def to(pathway: Pathway, **more: Any) -> CaseMigration:
    """Ask that every case goes to a version, its planning to the plan there."""
    return CaseMigration(**{"to": pathway.digest, "from_": "varied@1", "states": RENAMED, **more})


def planned(engine: PathwayEngine, migration: CaseMigration, actor: Actor = KEEPER) -> dict[str, Planned]:
    """Plan; give the plan by case."""
    return {each.case: each for each in engine.plan_migration(migration, actor)}


def became(moved: Iterator[Moved]) -> dict[str, str]:
    """Carry out to the end; give what became of each."""
    return {each.planned.case: each.became for each in moved}


def journals(office: Office) -> dict[str, int]:
    """Give how long the journal of each case is."""
    return {case: len(office.journal(case)) for case in (*OPEN, "over")}


def digests(office: Office) -> set[str]:
    """Give the definitions that open cases run under."""
    return {row.digest for row in office.engine.cases().rows if row.closed_on is None}


# ── the plan ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_plan_says_where_each_open_case_goes_and_changes_nothing(populated: Office) -> None:
    """State, remembered state, services, deadlines kept, begun and dropped: of each open case, and of no closed one."""
    new = next_version(RENAMED, without=["first_call"], brought={"check_in": check_in("plan")})
    engine, before = populated.restarted(new), journals(populated)

    plan = planned(engine, to(new))

    assert list(plan) == OPEN
    assert {(each.from_, each.to) for each in plan.values()} == {
        ("contact", "contact"), ("planning", "plan"), ("on_hold", "on_hold"),
    }  # fmt: skip
    assert (plan["break"].held_from, plan["break"].held_to) == ("planning", "plan")
    assert [(each.kind, each.from_, each.to) for each in plan["service"].services] == [
        ("day_activity", "agreed", "agreed")
    ]
    assert (plan["plan"].begun, plan["plan"].dropped) == (("check_in",), ("first_call",))
    assert plan["contact"].kept == ("decision_due",)
    assert journals(populated) == before


def test_who_has_no_home_is_named_with_why(populated: Office) -> None:
    """A state, a remembered state, a service and the move of a handover that the new version does not know."""
    new = next_version(RENAMED, without=["day_activity", "refer"])
    plan = planned(populated.restarted(new), to(new, states={}))

    why = {case: [reason.text("en") for reason in each.reasons] for case, each in plan.items() if each.reasons}
    start = "The new definition has no place for: "
    assert why == {
        "break": [f"{start}planning."],
        "handover": [f"{start}planning.", f"{start}refer."],
        "plan": [f"{start}planning."],
        "service": [f"{start}planning.", f"{start}day_activity.agreed."],
    }
    assert plan["plan"].from_ == "planning"


def test_whoever_answers_for_a_part_must_be_known_there(populated: Office) -> None:
    """Else a part of the case would be in the hands of nobody, or wait in a queue that nobody can leave."""
    populated.do(c.JoinQueue, WORKER, "plan", queue="activity")
    new = next_version(RENAMED, without=["east", "activity"])
    plan = planned(populated.restarted(new), to(new))
    why = {case: [reason.text("en") for reason in each.reasons] for case, each in plan.items() if each.reasons}
    start = "The new definition has no place for: "
    assert why == {"handover": [f"{start}east."], "plan": [f"{start}activity."]}

    new = next_version(RENAMED, without=["north"])
    assert all(each.reasons for each in planned(populated.restarted(new), to(new)).values())


def test_a_register_is_gone_through_page_by_page(populated: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases leave the list while it is read: with a page for each case, planned and moved are the same."""
    new = next_version(RENAMED)
    engine = populated.restarted(new)
    whole = planned(engine, to(new))
    monkeypatch.setattr("pathway_engine.engine.migrating.MOST_ROWS", 1)

    assert planned(engine, to(new)) == whole
    assert [each.planned for each in engine.migrate_cases(to(new), KEEPER)] == list(whole.values())


def test_the_plan_asks_for_whoever_may(populated: Office) -> None:
    """An outsider learns nothing of the cases, and the attempt is logged; the coordinator's own worker may."""
    new = next_version(RENAMED)
    engine = populated.restarted(new)

    told = planned(engine, to(new), OUTSIDER)
    assert {(each.from_, each.reasons[0].code) for each in told.values()} == {("", "migration-not-yours")}
    left = to(new, leave="plan")
    assert planned(engine, left, OUTSIDER)["plan"].from_ == ""
    assert planned(engine, left)["plan"].from_ == "planning"
    assert not any(each.reasons for each in planned(engine, to(new), evolve(WORKER, roles={"coordinator"})).values())
    entry: Any = engine.store.read(REGISTER, "plan")[-1]
    assert (entry.action, entry.allowed) == ("migrate", False)


@pytest.mark.parametrize("fault", [Unreadable, SealBroken])
def test_a_case_that_cannot_be_read_stops_no_other(
    populated: Office, monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    """One whose row or wrapped key was altered is told with the reason; the others are planned."""
    new = next_version(RENAMED)
    engine = populated.restarted(new)
    read = engine._read

    def damaged(loaded: Loaded) -> Case | None:
        if loaded.row and loaded.row.case_id == "plan":
            raise fault
        return read(loaded)

    monkeypatch.setattr(engine, "_read", damaged)

    plan = planned(engine, to(new))
    assert {case: [reason.code for reason in each.reasons] for case, each in plan.items() if each.reasons} == {
        "plan": ["migration-unreadable"]
    }


def test_only_the_definitions_named_are_left(populated: Office) -> None:
    """By name and version, by name alone, by digest; what is under the new one already is never planned."""
    new = next_version(RENAMED)
    engine = populated.restarted(new)

    counts = {
        name: len(planned(engine, to(new, from_=name))) for name in ("varied@1", "varied", varied().digest, "varied@2")
    }
    assert counts == {"varied@1": 5, "varied": 5, varied().digest: 5, "varied@2": 0}
    with pytest.raises(DefinitionNotFound):
        planned(engine, to(new, to="0" * 64))


# ── carrying out ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_moves_while_one_has_no_home(populated: Office) -> None:
    """Only those without a home are given, and every journal is as it was."""
    new = next_version(RENAMED, without=["day_activity"])
    engine, before = populated.restarted(new), journals(populated)

    assert became(engine.migrate_cases(to(new), KEEPER)) == {"service": "homeless"}
    assert journals(populated) == before
    assert became(engine.migrate_cases(to(new, leave=["service"]), KEEPER)) == dict.fromkeys(
        ["break", "contact", "handover", "plan"], "migrated"
    )
    assert engine.case("service").definition_version == "1"


def test_what_was_planned_is_what_happens(populated: Office) -> None:
    """Each case is where the plan said; the handover goes on, and so does a deadline with its day."""
    new = next_version(RENAMED, without=["first_call"], brought={"check_in": check_in("plan")})
    engine = populated.restarted(new)
    before = {case: engine.case(case) for case in OPEN}
    plan = planned(engine, to(new))

    moved = list(engine.migrate_cases(to(new), KEEPER))

    assert [each.planned for each in moved] == list(plan.values())
    for case, told in plan.items():
        holds(told, before[case], engine.case(case))
    assert "refer" in [each.trigger for each in engine.case("handover").handovers.values()]
    assert list(engine.migrate_cases(to(new), KEEPER)) == []
    assert engine.case("over").definition_version == "1"


def holds(told: Planned, before: Case, after: Case) -> None:
    """See that what was told of a case is so."""
    assert (after.state, after.held) == (told.to, told.held_to)
    assert {each.id: after.services[each.id].state for each in told.services} == {
        each.id: each.to for each in told.services
    }
    assert set(after.deadlines) == {*told.kept, *told.begun}
    assert set(before.deadlines) == {*told.kept, *told.dropped}
    assert all(after.deadlines[each].due_on == before.deadlines[each].due_on for each in told.kept)


STATES = ("contact", "assessment", "planning", "employment")
TAKEN_OUT = ("day_activity", "refer", "first_call", "decision_due", "coaching_talk")


@settings(max_examples=25, deadline=None)
@given(
    renamed=st.sets(st.sampled_from(STATES)),
    mapped=st.sets(st.sampled_from(STATES)),
    without=st.sets(st.sampled_from(TAKEN_OUT)),
    in_=st.sampled_from(STATES),
    waited=st.integers(0, 40),
)
def test_plan_and_outcome_never_differ(
    renamed: set[str], mapped: set[str], without: set[str], in_: str, waited: int
) -> None:
    """Whatever a version renames, takes out or brings: the plan is what happens, and all move or none does."""
    memory = MemoryStore()
    office = Office(lambda: memory)
    populate(office)
    office.wait(timedelta(days=waited))
    names = {each: f"new_{each}" for each in renamed}
    new = next_version(names, without=without, brought={"check_in": check_in(names.get(in_, in_))})
    engine = office.restarted(new)
    migration = to(new, states={each: names.get(each, each) for each in mapped})
    before, lengths = {case: engine.case(case) for case in OPEN}, journals(office)

    plan = planned(engine, migration)
    moved = list(engine.migrate_cases(migration, KEEPER))

    homeless = [each for each in plan.values() if each.reasons]
    if homeless:
        assert [each.planned for each in moved] == homeless
        assert journals(office) == lengths
        return
    assert [each.planned for each in moved] == list(plan.values())
    for case, told in plan.items():
        holds(told, before[case], engine.case(case))


# ── stopped, at once, meanwhile ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("at", [1, 3, 5])
def test_stopped_in_the_middle_it_goes_on_from_there(
    populated: Office, at: int, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before or after a write: a new process moves those that are left, and none of them twice."""
    new = next_version(RENAMED)
    engine = populated.restarted(new)
    append, appended = engine.store.append, list[Append]()

    def dies(write: Append) -> None:
        appended.append(write)
        if len(appended) < at or when == "after":
            append(write)
        if len(appended) == at:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(engine.store, "append", dies)
        with pytest.raises(KeyboardInterrupt):
            list(engine.migrate_cases(to(new), KEEPER))
    again = became(populated.restarted(new).migrate_cases(to(new), KEEPER))

    assert len(again) == len(OPEN) - at + (when == "before")
    assert set(again.values()) <= {"migrated"}
    assert digests(populated) == {new.digest}
    for case in OPEN:
        assert [entry.type for entry in populated.journal(case)].count("migrated") == 1


def test_a_case_that_changed_meanwhile_is_looked_at_anew(populated: Office) -> None:
    """One moved on, one was closed, one got a service without a home, one came under the old version: none is lost."""
    new = next_version(RENAMED, without=["day_activity"])
    engine = populated.restarted(new)
    populated.do(c.EndService, WORKER, "service", service="day_activity", reason="other")
    carried = engine.migrate_cases(to(new), KEEPER)
    assert next(carried).planned.case == "break"

    populated.do(c.Record, WORKER, "contact", record="checklist", fields={"signs": "school"})
    populated.do(c.Move, WORKER, "contact", trigger="begin")
    populated.do(c.OpenService, WORKER, "plan", service="day_activity")
    populated.do(c.NameWorker, WORKER, "service", role="coordinator", worker="worker-1")
    populated.do(c.Move, WORKER, "service", trigger="close", reason="own_wish")
    populated.open("z-late")
    rest = list(carried)

    assert {each.planned.case: each.became for each in rest} == {
        "contact": "anew",
        "handover": "migrated",
        "plan": "stays",
        "service": "gone",
        "z-late": "anew",
    }
    assert {each.planned.case: each.planned.to for each in rest if each.became == "anew"} == {
        "contact": "assessment",
        "z-late": "contact",
    }
    assert [reason.code for each in rest if each.became == "stays" for reason in each.planned.reasons] == ["no-home"]


@pytest.mark.parametrize("second", [{"subject": "keeper-2"}, {"purpose": "other"}, {"acting_for": "keeper-3"}])
def test_two_who_carry_out_the_same_do_it_once(populated: Office, second: dict[str, str]) -> None:
    """Whoever comes second finds the case there; nothing is mapped twice, though names change places."""
    swapped = {"planning": "assessment", "assessment": "planning"}
    new = next_version(swapped)
    asked = to(new, states=swapped)
    one = populated.restarted(new).migrate_cases(asked, KEEPER)
    two = populated.restarted(new).migrate_cases(asked, evolve(KEEPER, **second))
    told = [each.became for pair in zip_longest(one, two) for each in pair if each]

    assert (told.count("migrated"), set(told)) == (len(OPEN), {"migrated", "there"})
    assert populated.engine.case("plan").state == "assessment"
    for case in OPEN:
        assert [entry.type for entry in populated.journal(case)].count("migrated") == 1


def test_a_migration_that_expects_another_definition_is_refused(populated: Office) -> None:
    """A case that left the definition meanwhile is not mapped by rules made for that one."""
    new = next_version(RENAMED)
    populated.engine = populated.restarted(new)
    refused = populated.refuse(c.Migrate, KEEPER, "plan", to_digest=new.digest, from_digest="0" * 64, states=RENAMED)

    assert [reason.code for reason in refused.reasons] == ["migrated-elsewhere"]


def test_a_case_that_came_back_can_go_again(populated: Office) -> None:
    """The keys are of one journey: a case that was brought back to the old version goes anew."""
    new = next_version(RENAMED)
    engine = populated.restarted(new, varied())
    there, back = to(new), CaseMigration(to=varied().digest, from_="varied@2", states={"plan": "planning"})

    for migration in (there, back, there):
        assert set(became(engine.migrate_cases(migration, KEEPER)).values()) == {"migrated"}
    assert engine.case("plan").state == "plan"
    assert engine.case("plan").pending_on == date(2025, 3, 3)

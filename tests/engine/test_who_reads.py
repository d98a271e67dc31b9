"""Who reads what of a case, by every way of reading that the engine has (faults 64; §B1, promise 7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case.decision import Refused
from pathway_engine.definition import load
from pathway_engine.engine import PathwayEngine
from pathway_engine.engine.auditing import access_log
from pathway_engine.errors import CaseNotFound, DefinitionNotFound
from pathway_engine.workers import OutboxRelay
from tests.engine.office import CLIENT, COACH, IDENTITY, OUTSIDER, REGISTER, WORKER, Office

SOUTH = c.Actor(subject="coach-2", organisation="south", roles="coach")
PURCHASED = c.Actor(subject="coach-3", organisation="purchased", roles="coach")

READS: dict[str, Callable[[PathwayEngine, str, c.Actor], Any]] = {
    "history": lambda engine, case, actor: engine.history(case, actor),
    "history opened": lambda engine, case, actor: engine.history(case, actor, unseal=True),
    "steps": lambda engine, case, actor: engine.steps(case, actor),
    "client view": lambda engine, case, actor: engine.client_view(case, actor, "fi"),
    "access log": access_log,
    "purge": lambda engine, case, actor: engine.purge(case, actor),
    "a command": lambda engine, case, actor: engine.do(c.Record(case=case, actor=actor, record="checklist")),
    "an erasure": lambda engine, case, actor: engine.do(c.Erase(case=case, actor=actor, ground="unlawful")),
    "a migration": lambda engine, case, actor: engine.do(c.Migrate(case=case, actor=actor, to_digest="f" * 64)),
    "a correction": lambda engine, case, actor: engine.do(c.Correct(case=case, actor=actor, seq=2)),
    "a time without a zone": lambda engine, case, actor: engine.do(
        c.Restrict(case=case, actor=actor, reason="other", at=datetime(2025, 3, 3))  # noqa: DTZ001 - that is the point
    ),
}


def asked(office: Office, read: str, actor: c.Actor, case: str) -> tuple[str, str]:
    """Give how a way of reading ends: the class of what is raised and what it says, free of the case's id."""
    try:
        found = READS[read](office.engine, case, actor)
    except Exception as error:  # noqa: BLE001 - whatever it says is compared
        return type(error).__name__, str(error).replace(case, "…")
    return "answered", type(found).__name__


def log(office: Office) -> list[Any]:
    """Give the case's log of use and disclosure."""
    return list(office.engine.store.read(REGISTER, "k"))


def handed(office: Office, *, until: str) -> None:
    """Hand a case of the north over to the east, as far as is said; the client lets only the assessment go."""
    office.planned()
    office.do(c.GivePermit, CLIENT, kind="share", recipient="east", records=("assessment",))
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    if until != "asked":
        office.do(c.AcceptHandover, COACH)
    if until == "received":
        office.do(c.ReceiveHandover, COACH, without_meeting="urgent")


# ── not found, whoever asks and however ────────────────────────────────────────────────────────────────────────────


def strangers() -> dict[str, tuple[Callable[[Office], None], c.Actor]]:
    """Give people who have nothing to do with a case, or no longer, or not yet; and what happened before."""

    def opened(office: Office) -> None:
        office.open()

    def ended(office: Office) -> None:
        office.open()
        office.do(c.NameWorker, WORKER, role="guardian", worker="guardian-1", organisation="north")
        office.do(c.EndRole, WORKER, role="guardian")

    def named(office: Office) -> None:
        office.open()
        office.do(c.NameWorker, WORKER, role="worker", worker="worker-1")

    def forbidden(office: Office) -> None:
        office.planned()
        office.do(c.EndRole, WORKER, role="worker")  # whoever stays named stays tied
        office.do(c.Forbid, CLIENT, recipient="north")
        office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
        office.do(c.AcceptHandover, COACH)
        office.do(c.ReceiveHandover, COACH, without_meeting="urgent")

    def returned(office: Office) -> None:
        handed(office, until="accepted")
        office.do(c.ReturnHandover, COACH, reason="no_room")

    guardian = c.Actor(subject="guardian-1", organisation="north", roles="guardian", acting_for=IDENTITY)
    return {
        "another organisation": (opened, OUTSIDER),
        "another client": (opened, c.Actor(subject="150280-900X", roles="client")),
        "another client with an organisation": (
            opened,
            c.Actor(subject="150280-900X", organisation="north", roles="client"),
        ),
        "nobody": (opened, c.Actor()),
        "the system": (opened, c.SYSTEM),
        "one asked to receive": (lambda office: handed(office, until="asked"), COACH),
        "one who gave it back": (returned, COACH),
        "the sender, whom the client forbade": (forbidden, WORKER),
        "a worker without a role": (named, c.Actor(subject="worker-1", organisation="north")),
        "a worker who went elsewhere": (named, c.Actor(subject="worker-1", organisation="south", roles="worker")),
        "a representative no more": (ended, guardian),
        "a representative of another": (
            opened,
            c.Actor(subject="guardian-1", organisation="south", roles="guardian", acting_for="150280-900X"),
        ),
        "a worker who says to act for the client": (
            named,
            c.Actor(subject="worker-1", organisation="south", roles="worker", acting_for=IDENTITY),
        ),
        "a representative of a role that is named": (
            opened,
            c.Actor(subject="guardian-9", organisation="north", roles="guardian"),
        ),
    }


@pytest.mark.parametrize("stranger", strangers())
def test_by_no_way_of_reading_does_a_stranger_tell_a_case_from_none(office: Office, stranger: str) -> None:
    """Absent and forbidden end alike, in the same words; what is forbidden is in the log, and nothing has changed."""
    before, actor = strangers()[stranger]
    before(office)
    length = len(office.journal())

    for read in READS:
        seen = len(log(office))
        assert asked(office, read, actor, "k") == asked(office, read, actor, "absent-1"), read
        assert [entry.allowed for entry in log(office)[seen:]] == ([] if "zone" in read else [False]), read

    assert len(office.journal()) == length


OWN = {
    "erase": lambda office, actor: office.ask(c.Erase, actor, ground="unlawful"),
    "migrate": lambda office, actor: office.ask(c.Migrate, actor, to_digest=office.engine.library.first.pathway.digest),
    "purge": lambda office, actor: office.engine.purge("k", actor, basis="transferred_to_archive"),
}


@pytest.mark.parametrize("acting_for", ["", IDENTITY, "somebody"])
@pytest.mark.parametrize("what", OWN)
def test_nobody_keeps_a_matter_of_their_own(office: Office, what: str, acting_for: str) -> None:
    """Whoever keeps the register erases, migrates and purges no case whose client they are; the attempt is logged."""
    office.planned()
    office.do(c.NameWorker, WORKER, role="coordinator", worker="worker-1")
    if what == "purge":
        office.do(c.Move, WORKER, trigger="close", reason="own_wish")
    length = len(office.journal())
    keeper = c.Actor(subject=IDENTITY, organisation="north", roles="keeper", acting_for=acting_for)

    refused = OWN[what](office, keeper)

    assert isinstance(refused, Refused)
    assert [reason.code for reason in refused.reasons] == ["own-matter"]
    assert not log(office)[-1].allowed
    assert len(office.journal()) == length


def test_an_officer_reads_the_log_of_their_own_case_as_its_client(office: Office) -> None:
    """The office gives no more than a client is told, and nothing to one who says they come for somebody else."""
    office.open()
    officer = c.Actor(subject=IDENTITY, organisation="north", roles="tietosuojavastaava")

    access_log(office.engine, "k", officer)

    assert log(office)[-1].role == ""
    with pytest.raises(CaseNotFound):
        access_log(office.engine, "k", evolve(officer, acting_for="somebody"))


def test_who_opens_their_own_case_opens_it_as_the_client(office: Office) -> None:
    """A worker of the organisation who comes as a client recognises no need of their own by profession."""
    worker = evolve(WORKER, subject=IDENTITY)

    done = office.do(c.Open, worker, client=IDENTITY)

    assert done.events[0].actor.role == "client"


def test_an_id_that_is_taken_is_told_only_to_who_may_open(office: Office) -> None:
    """Opening under an id is refused alike, taken or not, for whoever could not have opened it."""
    office.open()
    stranger = c.Actor(subject="x", organisation="north", roles="guardian")

    def codes(case: str, actor: c.Actor, **more: Any) -> Any:
        try:
            outcome = office.ask(c.Open, actor, case, client="150280-900X", **more)
        except DefinitionNotFound as error:
            return str(error)
        return [each.code for each in outcome.reasons] if isinstance(outcome, Refused) else "opened"

    assert codes("k", stranger) == codes("absent-1", stranger) == ["role-may-not"]
    assert codes("k", OUTSIDER, pathway="none") == codes("absent-1", OUTSIDER, pathway="none")
    assert codes("k", OUTSIDER) == ["case-exists"]
    assert codes("absent-1", OUTSIDER) == "opened"


# ── of what one finds, what one opens ──────────────────────────────────────────────────────────────────────────────


def opened_by(office: Office, actor: c.Actor) -> dict[str, set[str]]:
    """Give what somebody opens and what stays closed to them: names of sealed fields."""
    told = office.engine.history("k", actor, unseal=True)
    return {
        "opened": {name for each in told for name in each.personal},
        "withheld": {name for each in told for name in each.withheld},
    }


def test_another_register_opens_what_was_passed_to_it_and_no_more(office: Office) -> None:
    """The receiver reads the assessment, which the client let go, and not the checklist, which was withheld."""
    handed(office, until="received")

    assert opened_by(office, COACH) == {"opened": {"goals"}, "withheld": {"signs"}}
    assert opened_by(office, WORKER) == {"opened": {"goals", "signs"}, "withheld": set()}
    assert opened_by(office, CLIENT) == {"opened": {"goals", "signs"}, "withheld": set()}


def test_before_it_has_received_the_client_a_register_opens_nothing(office: Office) -> None:
    """Whoever has accepted sees where the case is, and opens nothing of it yet."""
    handed(office, until="accepted")

    assert opened_by(office, COACH) == {"opened": set(), "withheld": {"goals", "signs"}}


def test_the_sender_does_not_open_what_is_written_after_the_client_has_gone(office: Office) -> None:
    """It takes part and sees the steps; what the east writes down is the east's, and so is what a client says there."""
    handed(office, until="received")
    fields = {"held_on": "2025-03-03", "present": "coach", "notes": "Idässä."}
    office.do(c.Record, COACH, record="meeting", fields=fields)
    office.do(c.Record, CLIENT, record="checklist", fields={"why": "Asiakas sanoi idässä."})

    assert opened_by(office, WORKER) == {"opened": {"goals", "signs"}, "withheld": {"notes", "why"}}
    assert opened_by(office, COACH) == {"opened": {"goals", "notes", "why"}, "withheld": {"signs"}}


def test_what_is_said_for_the_client_stands_where_the_client_is(office: Office) -> None:
    """A guardian of another organisation writes for the client: whoever looks after the client opens it, theirs not."""
    office.planned()
    office.do(c.NameWorker, WORKER, role="guardian", worker="guardian-1", organisation="south")
    guardian = c.Actor(subject="guardian-1", organisation="south", roles="guardian", acting_for=IDENTITY)
    office.do(c.Record, guardian, record="checklist", fields={"why": "Päämiehen puolesta."})
    office.do(c.Record, evolve(CLIENT, organisation="south"), record="assessment", fields={"goals": "Itse"})

    assert opened_by(office, WORKER) == {"opened": {"goals", "signs", "why"}, "withheld": set()}
    colleague = c.Actor(subject="guardian-2", organisation="south", roles="worker")
    assert opened_by(office, colleague) == {"opened": set(), "withheld": {"goals", "signs", "why"}}


def test_the_parties_of_a_regions_own_matter_open_it_whole(office: Office) -> None:
    """An agreement between organisations has no client to protect, and no handover that could pass it on."""
    lead = c.Actor(subject="lead-1", organisation="wellbeing_county", roles={"agreement_lead", "service_developer"})
    office.engine = office.restarted(load("consensus-agreement"))
    office.do(c.Open, lead)
    office.do(c.NameWorker, lead, role="agreement_lead", worker="lead-1")
    office.do(c.NameWorker, lead, role="leadership", worker="head-1", organisation="municipality")
    office.do(c.Record, lead, record="agreement_contents", fields={"goal": "Kaikki töihin."})

    head = c.Actor(subject="head-1", organisation="municipality", roles="leadership")
    assert opened_by(office, head) == {"opened": {"goal"}, "withheld": set()}


def test_a_purchased_provider_opens_the_register_of_its_organiser(office: Office) -> None:
    """Between the two there is one controller."""
    office.planned()
    office.do(c.OpenService, WORKER, service="activity", provider="purchased")

    assert opened_by(office, PURCHASED) == {"opened": {"goals", "signs"}, "withheld": set()}


def test_the_provider_of_another_register_opens_nothing(office: Office) -> None:
    """A service is provided on what the provider itself writes, or was given."""
    office.planned()
    office.do(c.OpenService, WORKER, service="activity", provider="south")

    assert opened_by(office, SOUTH) == {"opened": set(), "withheld": {"goals", "signs"}}


def test_a_record_that_was_supplemented_is_passed_whole(office: Office) -> None:
    """What was passed are all the values that counted then, in whatever event they stand, and no later ones."""
    office.planned()
    office.do(c.Record, WORKER, record="assessment", fields={"hours": 4}, supplements=True)
    office.do(c.GivePermit, CLIENT, kind="share", recipient="east", records=("assessment",))
    office.do(c.Move, WORKER, trigger="refer", receiver="east", receiver_worker="coach-1", agreed_by="client")
    office.do(c.AcceptHandover, COACH)
    office.do(c.ReceiveHandover, COACH, without_meeting="urgent")
    office.do(c.Record, CLIENT, record="assessment", fields={"goals": "Uusi"})

    told = office.engine.history("k", COACH, unseal=True)
    assert [each.personal["goals"] for each in told if "goals" in each.personal] == ["työ", "Uusi"]
    assert {name for each in told for name in each.withheld} == {"signs"}


def test_what_was_held_back_before_it_left_is_not_opened(office: Office) -> None:
    """A permit withdrawn before the message left takes the records back from whoever would have looked them up."""
    handed(office, until="received")
    office.do(c.WithdrawPermit, CLIENT, permit="share")
    assert opened_by(office, COACH)["opened"] == {"goals"}

    relay = OutboxRelay(office.engine.store, lambda _: None, engine=office.engine, clock=office.sources.clock)
    while relay.run_once():
        office.wait(timedelta(seconds=1))

    assert opened_by(office, COACH) == {"opened": set(), "withheld": {"goals", "signs"}}


def test_opening_without_result_is_logged_like_any_other(office: Office) -> None:
    """Somebody tried to open: that nothing was opened does not matter to the client who asks who did."""
    handed(office, until="accepted")
    office.engine.history("k", COACH, unseal=True)

    last = log(office)[-1]
    assert (last.action, last.organisation, last.allowed) == ("open", "east", True)


def test_a_role_that_only_naming_ties_reads_the_cases_in_which_it_is_named(office: Office) -> None:
    """A representative of nobody, at an organisation that has to do with the case, does not find it."""
    office.open()
    keeper = c.Actor(subject="guardian-1", organisation="north", roles="guardian")
    with pytest.raises(CaseNotFound):
        office.engine.history("k", keeper)

    office.do(c.NameWorker, WORKER, role="guardian", worker="guardian-1", organisation="north")

    assert office.engine.history("k", keeper)

"""A definition that changes while cases are open changes none of them, and no history (faults 53, promise 10, §O3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from pathway_engine.case import commands as c
from pathway_engine.definition import Pathway, load_text
from tests.engine.conftest import Stores
from tests.engine.office import REGISTER, Office

BASE = """\
pathway: base
version: "1"
title: {fi: Perusta, sv: Grund, en: Base}
roles:
  client: {fi: asiakas, sv: klient, en: client, relation: client}
  worker: {fi: työntekijä, sv: handläggare, en: worker, relation: [anyone, coordinating]}
  helper: {fi: auttaja, sv: hjälpare, en: helper, relation: coordinating}
  own_worker: {fi: omatyöntekijä, sv: egen kontaktperson, en: own worker, relation: coordinating}
organisations:
  north: {fi: Pohjoinen, sv: Norr, en: North}
records:
  visit:
    title: {fi: Käynti, sv: Besök, en: Visit}
    kind: note
    by: worker
    fields:
      day: {type: date, class: coded, fi: päivä, sv: dag, en: day}
states:
  start: {initial: true, responsible: worker, fi: Alku, sv: Början, en: Start}
  middle: {responsible: worker, fi: Keskellä, sv: Mitten, en: Middle}
  over: {kind: final, fi: Loppu, sv: Slut, en: Over}
transitions:
  go_on: {fi: Jatka, sv: Fortsätt, en: Go on, from: start, to: middle, by: [worker, client]}
  finish: {fi: Päätä, sv: Avsluta, en: Finish, from: [start, middle], to: over, by: worker}
deadlines:
  look: {fi: Katso, sv: Se, en: Look, from: state_entered, in: middle, within: P14D, met_by: visit, kind: quality}
"""
REGION = """\
pathway: changing
extends: base@1
version: "{version}"
title: {{fi: Muuttuva, sv: Föränderlig, en: Changing}}
"""


def region(version: str, base: str = BASE) -> Pathway:
    """Give a region's definition over a base."""
    return load_text(REGION.format(version=version), sources={"base": base})


def changed(old: str, new: str) -> Callable[[], Pathway]:
    """Give a later version, whose parent says something else in one place."""
    assert old in BASE, old
    return lambda: region("2", BASE.replace(old, new))


CHANGES = {
    "a state is called otherwise": changed("middle", "centre"),
    "a state is gone": lambda: region(
        "2",
        BASE.replace("  middle: {responsible: worker, fi: Keskellä, sv: Mitten, en: Middle}\n", "")
        .replace("to: middle", "to: over")
        .replace("[start, middle]", "start")
        .replace("in: middle", "in: start"),
    ),
    "a time limit is shorter": changed("within: P14D", "within: P3D"),
    "a time limit is gone": lambda: region("2", BASE[: BASE.index("deadlines:")]),
    "a move asks for more": changed(
        "from: [start, middle], to: over, by: worker}",
        "from: [start, middle], to: over, by: worker, requires: [{record: visit}]}",
    ),
    "a move is for others": changed("to: over, by: worker}", "to: over, by: helper}"),
    "a move leads elsewhere": changed("from: [start, middle], to: over", "from: [start, middle], to: start"),
}


def journal(office: Office) -> list[Any]:
    """Give the rows of the case."""
    return list(office.engine.store.scan(REGISTER, "k"))


@pytest.mark.parametrize("change", CHANGES)
def test_an_open_case_goes_on_as_it_began(stores: Stores, change: str) -> None:
    """An engine that knows only the new version does with the case what the old one says; history is the same bytes."""
    office = Office(stores, pathways=(region("1"),))
    worker = c.Actor(subject="w", organisation="north", roles="worker")
    office.do(c.Open, worker, client="131052-900W")
    office.do(c.Move, worker, trigger="go_on")
    before, steps = journal(office), office.engine.steps("k", worker)
    due = {name: each.due_on for name, each in office.engine.case("k").deadlines.items()}
    newer = CHANGES[change]()

    office.engine = office.restarted(newer)

    assert journal(office) == before
    assert office.engine.steps("k", worker) == steps
    assert {name: each.due_on for name, each in office.engine.case("k").deadlines.items()} == due
    office.do(c.Move, worker, trigger="finish")
    assert office.engine.case("k").state == "over"
    assert {each.digest for each in journal(office)} == {region("1").digest}
    assert journal(office)[: len(before)] == before


def test_a_case_changes_its_rules_by_an_event_that_says_so(stores: Stores) -> None:
    """What came before keeps the digest it was decided under; from the event on the new version decides."""
    office = Office(stores, pathways=(region("1"),))
    worker = c.Actor(subject="w", organisation="north", roles="worker")
    office.do(c.Open, worker, client="131052-900W")
    office.do(c.Move, worker, trigger="go_on")
    before = journal(office)
    newer = CHANGES["a state is called otherwise"]()
    office.engine = office.restarted(newer)

    office.wait(timedelta(days=1))
    own_worker = c.Actor(subject="w", organisation="north", roles="own_worker")
    done = office.do(c.Migrate, own_worker, to_digest=newer.digest, states={"middle": "centre"})

    assert (done.case.state, done.case.digest) == ("centre", newer.digest)
    assert journal(office)[: len(before)] == before
    assert journal(office)[len(before)].type == "migrated"

"""How long the data of a case are kept, by the rules of its definition (703/2023, L33).

A pure question, like deciding: the case, what its journal says of flags and services, and the client's other cases
come in; the answer says whether the case may be purged, and by which rule. Until every rule that holds for it has run
out, it may not. What is not known keeps it: a rule whose day is not told has not begun to run.
"""

from __future__ import annotations

__all__ = ["Kept", "Matter", "Past", "Standing", "kept", "past_of", "tasks_of"]

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from attrs import field, frozen

from pathway_engine.case import events as e
from pathway_engine.case.model import Case
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import LEGAL_HOLD, SERVICE_TASKS, Pathway, Retention
from pathway_engine.definition.retention import day_of
from pathway_engine.durations import LAST_DATE, DateRangeError

Standing = Literal["due", "runs", "waits", "permanent", "no_rule", "open", "legal_hold", "restricted"]
"""`due`: may be purged. `runs`: not yet. `waits`: the day it is counted from is not known, or the rule is not sure. The
others keep a case whatever its rules say."""


@frozen
class Kept:
    """Whether a case is still kept, and why.

    Args:
        standing: How it stands.
        rule: Id of the rule that keeps it longest; empty when none says so.
        law: The law it rests on.
        until: Last day on which it is kept, when that is known.
    """

    standing: Standing
    rule: str = ""
    law: str = ""
    until: date | None = None


@frozen(kw_only=True)
class Past:
    """What a journal says that the case itself has forgotten.

    Args:
        raised: Flag that is up -> the day it was raised.
        services: Kinds of service that were ever opened.
        opened_on: The day the case was opened, the last time. A fact may be told for any day before, and its year may
            be a slip: no time of retention counts from a day before that.
    """

    raised: Mapping[str, date] = field(factory=dict)
    services: frozenset[str] = frozenset()
    opened_on: date = date.min


@frozen(kw_only=True)
class Matter:
    """Another case of the same client.

    Args:
        closed_on: Day of closing; None while it is open.
        tasks: Its service tasks.
        past: What its journal says.
    """

    closed_on: date | None
    tasks: frozenset[str]
    past: Past = field(factory=Past)

    @property
    def ended_on(self) -> date | None:
        """The day of closing from which time runs."""
        return None if self.closed_on is None else max(self.closed_on, self.past.opened_on)


def past_of(events: Iterable[e.Event]) -> Past:
    """Gather what a journal says of flags and services; a flag that was lowered is not up."""
    raised: dict[str, date] = {}
    services = set()
    opened_on = date.min
    for event in events:
        match event.body:
            case e.Opened() | e.Reopened():
                opened_on = helsinki_date(event.occurred_at)
            case e.FlagRaised(flag=flag):
                raised[flag] = max(opened_on, helsinki_date(event.occurred_at))
            case e.FlagLowered(flag=flag):
                raised.pop(flag, None)
            case e.ServiceOpened(kind=kind):
                services.add(kind)
            case _:
                pass
    return Past(raised=raised, services=frozenset(services), opened_on=opened_on)


def tasks_of(pathway: Pathway, case: Case, past: Past) -> frozenset[str]:
    """Give the service tasks of a case: its pathway's, those of services it has had, and those on record."""
    found = set(pathway.service_tasks)
    for kind in past.services | {track.kind for track in case.services.values()}:
        service = pathway.services.get(kind)
        found.update(service.service_tasks if service else ())
    for name, held in case.records.items():
        record = pathway.records.get(name)
        for key, value in held.coded.items():
            known = record.fields.get(key) if record else None
            if known is not None and known.options == SERVICE_TASKS:
                found.update(value if isinstance(value, tuple) else (str(value),))
    return frozenset(found)


def kept(
    rules: Mapping[str, Retention],
    pathway: Pathway,
    case: Case,
    past: Past,
    others: Iterable[Matter],
    today: date,
) -> Kept:
    """Tell whether a case is still kept.

    Args:
        rules: The rules of retention in force; the law decides by the day one asks, also for older cases.
        pathway: The definition the case runs under: it says which service tasks the case is.
        case: The case.
        past: What its journal says.
        others: The client's other cases.
        today: The day one asks.
    """
    for standing, keeps in _whatever_the_rules_say(case):
        if keeps:
            return Kept(standing)
    others = tuple(others)
    tasks = tasks_of(pathway, case, past)
    own = Matter(closed_on=case.closed.on if case.closed else None, tasks=tasks, past=past)
    found = [
        _by_rule(name, rule, case, (own, *others), today)
        for name, rule in rules.items()
        if tasks & set(rule.service_tasks) and _in_force(rule, case, today)
    ]
    # A task that no rule speaks of may be kept longer than all the others.
    spoken_of = {task for rule in rules.values() for task in rule.service_tasks}
    if not found or tasks - spoken_of:
        return Kept("no_rule")
    return max(found, key=lambda each: (_RANKS.index(each.standing), each.until or LAST_DATE))


_RANKS: tuple[Standing, ...] = ("due", "runs", "waits", "permanent")


def _whatever_the_rules_say(case: Case) -> Iterator[tuple[Standing, bool]]:
    yield "open", case.is_open
    yield "legal_hold", LEGAL_HOLD in case.flags
    yield "restricted", case.restricted


def _in_force(rule: Retention, case: Case, today: date) -> bool:
    if rule.valid is None:
        return True
    day = today if rule.valid.by == "event" else case.pending_on
    return (rule.valid.from_ or day) <= day <= (rule.valid.to or day)


def _by_rule(name: str, rule: Retention, case: Case, matters: tuple[Matter, ...], today: date) -> Kept:
    if rule.keep is None:
        return Kept("permanent", name, rule.law)
    start = _start(rule, case, matters)
    ended = not rule.once or any(flag in matter.past.raised for flag in rule.once for matter in matters)
    # By a rule whose source is not sure nothing is destroyed.
    if start is None or not ended or rule.verify:
        return Kept("waits", name, rule.law)
    try:
        until = rule.keep.add_to_date(start)
    except DateRangeError:
        until = LAST_DATE
    return Kept("due" if today > until else "runs", name, rule.law, until)


def _start(rule: Retention, case: Case, matters: tuple[Matter, ...]) -> date | None:
    """Give the day a rule counts from; None when it is not known."""
    if rule.from_ == "closing":
        return matters[0].ended_on
    if rule.from_ == "last_closing":
        closings = [each.ended_on for each in matters if each is matters[0] or each.tasks & set(rule.service_tasks)]
        known = [each for each in closings if each is not None]
        return max(known) if len(known) == len(closings) else None
    place = day_of(rule.day)
    if place is None or place.on is not None:
        return place.on if place else None
    if place.flag:
        # What was told in one case of the client holds for all: the later day, if two were told.
        return max((each.past.raised[place.flag] for each in matters if place.flag in each.past.raised), default=None)
    held = case.records.get(place.record)
    value = held.coded.get(place.field) if held else None
    return date.fromisoformat(value) if isinstance(value, str) else None

"""How clients move: times between states, warm handovers and waiting, who stopped on the way, where it led.

Four kinds of progress count (R062): work, study, rehabilitation, and services begun. A person counts once in each, for
going there in the period. Employed is what the definition declares with `counts_as`, in states and in services; a job
whose form says that it is outside the open market is none (R149).
"""

from __future__ import annotations

__all__ = ["flow"]

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from attrs import define, field

from pathway_engine.case import events as e
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway
from pathway_engine.reports.handing import HandoverTally, handover_tables
from pathway_engine.reports.histories import History, Period
from pathway_engine.reports.parallel import ServiceTally, employs, matter_table, service_tables
from pathway_engine.reports.tables import Report, Table, added_up, balanced, counted, middle, row
from pathway_engine.text import Ref, message

PROGRESS = ("work", "study", "rehabilitation", "services", "participation")
_PHASES = {"learn": "study", "recover": "rehabilitation", "participate": "participation"}
_DAY = 86_400


def flow(histories: Iterable[History], register: str, period: Period) -> Report:
    """Count a register's cases on their way.

    Args:
        histories: The register's cases, a region's own matters among them.
        register: The register.
        period: What happened on these days is counted; a time counts on the day it ended.
    """
    tally = _Tally(period)
    for history in histories:
        tally.take(history)
    pathways = (*((tally.pathway,) if tally.pathway else ()), *tally.services.others.values())
    return Report("flow", register, period, tuple(_tables(tally)), pathways)


@define
class _Tally:
    """What is counted on one way through the cases."""

    period: Period
    pathway: Pathway | None = None
    cases: Counter[str] = field(factory=Counter)
    entered: Counter[str] = field(factory=Counter)
    days_in: defaultdict[str, list[float]] = field(factory=lambda: defaultdict(list))
    spans: defaultdict[str, list[float]] = field(factory=lambda: defaultdict(list))
    persons: defaultdict[str, set[str]] = field(factory=lambda: defaultdict(set))
    left_coaching: Counter[str] = field(factory=Counter)
    closed_for: Counter[str] = field(factory=Counter)
    practice: Counter[str] = field(factory=Counter)
    handovers: HandoverTally = field(factory=HandoverTally)
    services: ServiceTally = field(factory=ServiceTally)

    def take(self, history: History) -> None:
        if history.pathway.subject == "region":
            self.services.matter(history, self.period)
            return
        self.pathway = history.pathway
        self._cases(history)
        self._stays(history)
        self._spans(history)
        self._progress(history)
        self.handovers.take(history, self.period)
        self.services.take(history, self.period)

    def _cases(self, history: History) -> None:
        is_open = True
        for event in history.events:
            day = helsinki_date(event.occurred_at)
            body = event.body
            if self.period.before_end(day):
                is_open = isinstance(body, e.Reopened) or (is_open and not isinstance(body, e.Closed))
            if not self.period.has(day):
                continue
            for kind, name in ((e.Opened, "opened"), (e.Closed, "closed"), (e.Reopened, "reopened")):
                self.cases[name] += isinstance(body, kind)
            if isinstance(body, e.Closed):
                self.closed_for[body.reason] += 1
            if isinstance(body, e.Warned) and body.code == "warn-practice":
                self.practice[body.about] += 1
        begun = self.period.before_end(helsinki_date(history.events[0].occurred_at))
        self.cases["open_at_end"] += is_open and begun

    def _stays(self, history: History) -> None:
        for state, entered, left in history.stays:
            self.entered[state] += self.period.has(helsinki_date(entered))
            if left and self.period.has(helsinki_date(left)):
                self.days_in[state].append(_days(entered, left))

    def _spans(self, history: History) -> None:
        """Times from one point of the path to another, each first reached (X020)."""
        first: dict[str, datetime] = {}
        for state, entered, left in history.stays:
            known = history.state(state)
            first.setdefault(state, entered)
            if known and "employed" in known.counts_as and history.at_ordinary_work(left):
                first.setdefault("employed", entered)
        if history.coached_at:
            first["coaching"] = history.coached_at
        for begin, end in SPANS:
            if begin not in first or end not in first or first[end] < first[begin]:
                continue
            if self.period.has(helsinki_date(first[end])):
                self.spans[f"{begin}_to_{end}"].append(_days(first[begin], first[end]))

    def _progress(self, history: History) -> None:
        coaching = _coaching_groups(history.pathway)
        before = ""
        for state, entered, left in history.stays:
            if self.period.has(helsinki_date(entered)):
                for kind in _kinds_of(history, state, left):
                    self.persons[kind].add(history.person)
                known = history.state(state)
                inside, was = state.partition(".")[0] in coaching, before.partition(".")[0] in coaching
                if was and not inside and known and known.kind != "hold" and "employed" not in known.counts_as:
                    self.left_coaching[state] += 1
            before = state
        if employs(history, self.period) or any(self.period.has(job.started_on) for job in history.jobs):
            self.persons["work"].add(history.person)


SPANS = (
    ("contact", "recognition"),
    ("contact", "assessment"),
    ("assessment", "planning"),
    ("planning", "services"),
    ("contact", "coaching"),
    ("coaching", "employed"),
    ("contact", "employed"),
)
"""From where to where times are told; `coaching` and `employed` are whatever state of that kind came first."""


def _kinds_of(history: History, state: str, left: datetime | None) -> Iterator[str]:
    known = history.state(state)
    if known is None:
        return
    if "employed" in known.counts_as:
        if history.at_ordinary_work(left):
            yield "work"
    elif known.phase in _PHASES:
        yield _PHASES[known.phase]
    elif state == "services" or state.partition(".")[0] in _coaching_groups(history.pathway):
        yield "services"


def _coaching_groups(pathway: Pathway) -> set[str]:
    return {group for group in pathway.groups if f"{group}.job_search" in pathway.states}


def _days(begin: datetime, end: datetime) -> float:
    return (end - begin).total_seconds() / _DAY


# ── tables ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _tables(tally: _Tally) -> Iterator[Table]:
    names = ("opened", "reopened", "closed", "open_at_end")
    shown = balanced(*(tally.cases[name] for name in names))
    rows = [row(name, f"report-row-{name.replace('_', '-')}", cell) for name, cell in zip(names, shown, strict=True)]
    yield Table("cases", "report-flow-cases", ("report-column-cases",), tuple(rows))
    yield _progress_table(tally)
    yield _states_table(tally)
    yield _spans_table(tally)
    yield from handover_tables(tally.handovers, tally.pathway)
    yield from _endings(tally)
    yield from service_tables(tally.services)
    rows = [row(name, _practice(name), counted(figure)) for name, figure in tally.practice.most_common()]
    yield Table("practice", "report-flow-practice", ("report-column-times",), tuple(rows))
    yield matter_table(tally.services)


def _practice(name: str) -> Ref:
    """Name what was agreed to be done: mostly a record, a meeting or a role; otherwise the entry's own id."""
    kind, _, about = name.partition(":")
    return Ref({"record": "record", "meeting": "record", "role_named": "role"}.get(kind, "practice"), about or name)


def _progress_table(tally: _Tally) -> Table:
    rows = [row(kind, f"report-progress-{kind}", counted(len(tally.persons[kind]))) for kind in PROGRESS]
    notes = (message("report-note-progress"),)
    return Table("progress", "report-flow-progress", ("report-column-persons",), tuple(rows), notes)


def _states_table(tally: _Tally) -> Table:
    rows = [
        row(state, Ref("state", state), counted(tally.entered[state]), middle(tally.days_in[state]))
        for state in (tally.pathway.states if tally.pathway else ())
        if tally.entered[state] or tally.days_in[state]
    ]
    return Table("states", "report-flow-states", ("report-column-entered", "report-column-median-days"), tuple(rows))


def _spans_table(tally: _Tally) -> Table:
    rows = [
        row(name, f"report-span-{name.replace('_', '-')}", counted(len(found)), middle(found))
        for name, found in ((f"{begin}_to_{end}", tally.spans[f"{begin}_to_{end}"]) for begin, end in SPANS)
    ]
    return Table("spans", "report-flow-spans", ("report-column-cases", "report-column-median-days"), tuple(rows))


def _endings(tally: _Tally) -> Iterator[Table]:
    """Who left coaching without a job, and why paths were closed; both add up."""
    left, whole = added_up(tally.left_coaching)
    rows = [row(state, Ref("state", state), figure) for state, figure in left.items()]
    rows.append(row("total", "report-total", whole))
    yield Table("left_coaching", "report-flow-left-coaching", ("report-column-times",), tuple(rows))
    closed, whole = added_up(tally.closed_for)
    known = tally.pathway.catalogues if tally.pathway else {}
    lists = [name for name in ("closing_reasons", "no_need_reasons") if name in known]
    rows = []
    for reason, figure in closed.items():
        named = next((name for name in lists if reason in known[name].items), "")
        rows.append(row(reason, Ref("option", f"{named}.{reason}") if named else "report-not-said", figure))
    rows.append(row("total", "report-total", whole))
    yield Table("closed", "report-flow-closed", ("report-column-times",), tuple(rows))

"""Services beside the path in figures, and what a region's own matters tell."""

from __future__ import annotations

__all__ = ["ServiceTally", "employs", "matter_table", "service_tables"]

from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from pathway_engine.case import events as e
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway
from pathway_engine.reports.histories import History, Period
from pathway_engine.reports.tables import Table, added_up, balanced, counted, of_whole, row, share
from pathway_engine.text import Ref, message

ONWARDS = ("to_work", "to_study", "to_support_service")
"""The reasons of ending work activity that lead on (R001)."""


@define
class ServiceTally:
    """Services of all cases, and the matters of the region."""

    pathway: Pathway | None = None
    opened: Counter[str] = field(factory=Counter)
    ended: Counter[str] = field(factory=Counter)
    running: Counter[str] = field(factory=Counter)
    unplanned: Counter[str] = field(factory=Counter)
    onwards: Counter[str] = field(factory=Counter)
    activity_ended: int = 0
    checks: Counter[str] = field(factory=Counter)
    others: dict[str, Pathway] = field(factory=dict)
    matters: Counter[tuple[str, str]] = field(factory=Counter)
    trained: Counter[str] = field(factory=Counter)
    campaigns: int = 0

    def take(self, history: History, period: Period) -> None:
        """Count a client's services."""
        self.pathway = history.pathway
        kinds: dict[str, str] = {}
        running: dict[str, str] = {}
        for event in history.events:
            day, body = helsinki_date(event.occurred_at), event.body
            if isinstance(body, e.ServiceOpened):
                kinds[body.service] = body.kind
                self.opened[body.kind] += period.has(day)
                if period.before_end(day):
                    running[body.service] = body.kind
            elif isinstance(body, e.ServiceEnded) or (isinstance(body, e.ServiceMoved) and body.ended):
                kind = kinds.get(body.service, "")
                if period.before_end(day):
                    running.pop(body.service, None)
                if period.has(day):
                    self._ended(history.pathway, kind, body.reason)
        self.running.update(running.values())
        if not _has_plan(history, period):
            self.unplanned.update(running.values())
        for each in history.of("needs_assessment"):
            if period.has(each.day("assessed_on") or each.on):
                self.checks["offered" if each.coded.get("health_check_offered") is True else "not_offered"] += 1

    def _ended(self, pathway: Pathway, kind: str, reason: str) -> None:
        self.ended[kind] += 1
        service = pathway.services.get(kind)
        lists = {move.reasons for move in service.transitions.values()} if service else set()
        if any(set(ONWARDS) <= set(pathway.catalogues[name].items) for name in lists if name in pathway.catalogues):
            self.activity_ended += 1
            self.onwards[reason if reason in ONWARDS else "elsewhere"] += 1

    def matter(self, history: History, period: Period) -> None:
        """Count a matter of the region: where it stands, and the trainings and campaigns it tells of."""
        if history.stays and period.before_end(helsinki_date(history.events[0].occurred_at)):
            *_, (state, _, _) = (stay for stay in history.stays if period.before_end(helsinki_date(stay[1])))
            self.matters[history.pathway.pathway, state] += 1
            self.others[history.pathway.pathway] = history.pathway
        for each in history.of("coach_training"):
            if period.has(each.day("held_on") or each.on):
                self.trained[str(each.coded.get("topic", "other"))] += each.number("people")
        self.campaigns += sum(period.has(each.day("held_on") or each.on) for each in history.of("employer_campaign"))


def employs(history: History, period: Period) -> bool:
    """Tell whether a service that counts as employed was opened in the period, such as a part-time job."""
    services = history.pathway.services
    return history.at_ordinary_work(None) and any(
        isinstance(event.body, e.ServiceOpened)
        and period.has(helsinki_date(event.occurred_at))
        and event.body.kind in services
        and "employed" in services[event.body.kind].counts_as
        for event in history.events
    )


def _has_plan(history: History, period: Period) -> bool:
    records = history.pathway.records
    return any(
        each.type in records and records[each.type].kind == "plan" and period.before_end(each.on)
        for each in history.records
    )


def service_tables(tally: ServiceTally) -> Iterator[Table]:
    """Give the tables of services: each kind's figures, where work activity led, what stands without a plan."""
    kinds = [
        kind
        for kind in (tally.pathway.services if tally.pathway else ())
        if tally.opened[kind] or tally.running[kind] or tally.ended[kind]
    ]
    rows = tuple(
        row(
            kind,
            Ref("service", kind),
            *balanced(tally.opened[kind], tally.ended[kind], tally.running[kind]),
            of_whole(tally.unplanned[kind], tally.running[kind]),
        )
        for kind in kinds
    )
    columns = ("opened", "ended", "running", "unplanned")
    yield Table("services", "report-flow-services", tuple(f"report-column-{name}" for name in columns), rows)
    led, whole = added_up({key: tally.onwards[key] for key in (*ONWARDS, "elsewhere")})
    found = [row(key, f"report-onwards-{key.replace('_', '-')}", figure, None) for key, figure in led.items()]
    onwards = sum(tally.onwards[key] for key in ONWARDS)
    found.append(row("total", "report-total", whole, None))
    found.append(row("onwards", "report-onwards-share", None, share(onwards, tally.activity_ended)))
    two = ("report-column-times", "report-column-share")
    yield Table("work_activity", "report-flow-work-activity", two, tuple(found))
    offered = tally.checks["offered"]
    checks = (row("offered", "report-row-health-check", counted(offered), share(offered, sum(tally.checks.values()))),)
    yield Table("health_checks", "report-flow-health-checks", two, checks, (message("report-note-health-check"),))


def matter_table(tally: ServiceTally) -> Table:
    """Give where the region's own matters stand; no client is behind these figures, so none is hidden."""
    rows = [
        row(f"{name}.{state}", "report-row-matter", figure, matter=Ref("pathway", name), state=Ref("state", state))
        for (name, state), figure in sorted(tally.matters.items())
    ]
    rows += [
        row(f"trained_{topic}", "report-row-trained", figure, topic=Ref("option", f"training_topics.{topic}"))
        for topic, figure in sorted(tally.trained.items())
    ]
    if tally.campaigns:
        rows.append(row("campaigns", "report-row-campaigns", tally.campaigns))
    return Table("matters", "report-flow-matters", ("report-column-figure",), tuple(rows))

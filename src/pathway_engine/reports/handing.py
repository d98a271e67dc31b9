"""Warm handovers and queues in figures: how long clients waited, and how many were met together."""

from __future__ import annotations

__all__ = ["HandoverTally", "handover_tables"]

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime

from attrs import define, field

from pathway_engine.case import events as e
from pathway_engine.case.events import Event
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.model import Pathway
from pathway_engine.handovers import WITHOUT_MEETING
from pathway_engine.reports.histories import History, Period
from pathway_engine.reports.tables import HIDDEN, LEAST, Table, added_up, counted, middle, row, share
from pathway_engine.text import Ref

_DAY = 86_400
_ENDED = {
    e.HandoverReturned: "returned",
    e.HandoverDeclined: "declined",
    e.HandoverCancelled: "cancelled",
    e.HandoverTransferred: "transferred",
}


@define
class HandoverTally:
    """Handovers and queues of all cases."""

    counts: Counter[str] = field(factory=Counter)
    without: Counter[str] = field(factory=Counter)
    days: defaultdict[str, list[float]] = field(factory=lambda: defaultdict(list))
    queues: defaultdict[str, list[float]] = field(factory=lambda: defaultdict(list))
    waiting: Counter[str] = field(factory=Counter)

    def take(self, history: History, period: Period) -> None:
        """Count the handovers and the waiting of a case; a time counts on the day it ended."""
        asked: dict[str, datetime] = {}
        accepted: dict[str, datetime] = {}
        queued: dict[str, datetime] = {}
        for event in history.events:
            inside = period.has(helsinki_date(event.occurred_at))
            self._handover(event, asked, accepted, inside=inside)
            body, at = event.body, event.occurred_at
            if isinstance(body, e.WaitingStarted):
                queued[body.queue] = at
            elif isinstance(body, e.WaitingEnded) and body.queue in queued:
                begun = queued.pop(body.queue)
                if inside:
                    self.queues[body.queue].append(_days(begun, at))
        for queue, begun in queued.items():
            self.waiting[queue] += period.before_end(helsinki_date(begun))

    def _handover(
        self, event: Event, asked: dict[str, datetime], accepted: dict[str, datetime], *, inside: bool
    ) -> None:
        body, at = event.body, event.occurred_at
        if isinstance(body, e.HandoverRequested):
            asked[body.handover] = at
            self.counts["requested"] += inside
        elif isinstance(body, e.HandoverAccepted):
            accepted[body.handover] = at
            if inside and body.handover in asked:
                self.days["to_accept"].append(_days(asked[body.handover], at))
        elif isinstance(body, e.HandoverCompleted) and inside:
            self.counts["warm" if body.warm else "not_warm"] += 1
            if not body.warm:
                self.without[body.without_meeting if body.without_meeting in WITHOUT_MEETING else "other"] += 1
            if body.handover in asked:
                self.days["to_receive"].append(_days(asked[body.handover], at))
        elif type(body) in _ENDED:
            self.counts[_ENDED[type(body)]] += inside
        elif isinstance(body, e.DeadlineMissed) and body.rule == "handover":
            self.counts["late"] += inside


def handover_tables(tally: HandoverTally, pathway: Pathway | None) -> Iterator[Table]:
    """Give the tables of handovers: how many, how warm, how long; and of queues."""
    yield _handovers(tally)
    yield _without_meeting(tally)
    yield _queues(tally, pathway)


def _handovers(tally: HandoverTally) -> Table:
    counts, accepted = tally.counts, tally.days["to_accept"]
    received = counts["warm"] + counts["not_warm"]
    shown, whole = added_up({key: counts[key] for key in ("warm", "not_warm")})
    # What was proposed and how it ended: a small figure among the ends would follow from the others.
    ends = ("returned", "declined", "cancelled", "transferred")
    few = any(0 < counts[key] < LEAST for key in (*ends, "warm", "not_warm"))
    requested = HIDDEN if few and counts["requested"] else counted(counts["requested"])
    rows = [
        row("requested", "report-handover-requested", requested, None),
        row("accepted", "report-handover-accepted", counted(len(accepted)), middle(accepted)),
        row("received", "report-handover-received", whole, middle(tally.days["to_receive"])),
        row("warm", "report-handover-warm", shown["warm"], None),
        row("warm_share", "report-handover-warm-share", share(counts["warm"], received), None),
        row("not_warm", "report-handover-not-warm", shown["not_warm"], None),
        *(row(key, f"report-handover-{key}", counted(counts[key]), None) for key in (*ends, "late")),
    ]
    columns = ("report-column-figure", "report-column-median-days")
    return Table("handovers", "report-flow-handovers", columns, tuple(rows))


def _without_meeting(tally: HandoverTally) -> Table:
    """Give the reasons; their total stands in the table above, so where it would tell, all of them are hidden."""
    reasons, whole = added_up({reason: tally.without[reason] for reason in WITHOUT_MEETING})
    told = dict.fromkeys(reasons, HIDDEN) if whole is HIDDEN else reasons
    rows = [row(reason, f"without-{reason}", figure) for reason, figure in told.items()]
    return Table("without_meeting", "report-flow-without-meeting", ("report-column-times",), tuple(rows))


def _queues(tally: HandoverTally, pathway: Pathway | None) -> Table:
    queues = sorted({*tally.queues, *tally.waiting})
    rows = [
        row(
            queue,
            _queue(pathway, queue),
            counted(tally.waiting[queue]),
            counted(len(tally.queues[queue])),
            middle(tally.queues[queue]),
        )
        for queue in queues
    ]
    columns = ("report-column-waiting", "report-column-got-in", "report-column-median-days")
    return Table("queues", "report-flow-queues", columns, tuple(rows))


def _queue(pathway: Pathway | None, queue: str) -> Ref:
    """Name what was waited for: a service, or a move."""
    return Ref("service" if pathway and queue in pathway.services else "move", queue)


def _days(begin: datetime, end: datetime) -> float:
    return (end - begin).total_seconds() / _DAY

"""The quality of coaching: the last review with its band and the next day, what was measured, what a reviewer may use.

A point is the reviewer's. A figure suggests one where the scale has numbers, and stays silent where it has none or
where nothing was recorded (R088, R091, R116).
"""

from __future__ import annotations

__all__ = ["fidelity"]

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define, field

from pathway_engine.definition import load
from pathway_engine.definition.model import Pathway
from pathway_engine.durations import Duration
from pathway_engine.reports.anchors import CRITERIA, GOOD, VARIANTS, band, months_to_review, point
from pathway_engine.reports.histories import History, Made, Period
from pathway_engine.reports.measures import Measures
from pathway_engine.reports.tables import HIDDEN, Cell, Report, Table, counted, row
from pathway_engine.text import Ref, message

CYCLE = "fidelity-cycle"


def fidelity(histories: Iterable[History], register: str, period: Period) -> Report:
    """Tell the quality of a register's coaching over a period.

    Args:
        histories: The register's cases; reviews, hours and trainings are its own matters.
        register: The register.
        period: What is measured happened on these days; of the reviews the last one before its end counts.
    """
    tally = _Tally(Measures(period))
    for history in histories:
        tally.take(history, period)
    cycle = tally.cycle or load(CYCLE)
    pathways = (cycle, *((tally.pathway,) if tally.pathway else ()))
    return Report("fidelity", register, period, tuple(_tables(tally)), pathways)


@define
class _Tally:
    measures: Measures
    reviews: list[Made] = field(factory=list)
    cycle: Pathway | None = None
    pathway: Pathway | None = None

    def take(self, history: History, period: Period) -> None:
        self.measures.take(history)
        if history.pathway.subject != "region":
            self.pathway = history.pathway
            return
        found = [each for each in history.of("fidelity_review") if period.before_end(_reviewed(each))]
        self.reviews += found
        if found:
            self.cycle = history.pathway

    @property
    def last(self) -> Made | None:
        """The last review."""
        return max(self.reviews, key=_reviewed, default=None)

    @property
    def variant(self) -> str:
        """The version of the scale that the last review used; the Finnish one before there is any."""
        used = str(self.last.coded.get("variant", "")) if self.last else ""
        return used if used in VARIANTS else VARIANTS[1]


def _reviewed(review: Made) -> date:
    return review.day("reviewed_on") or review.on


# ── tables ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _tables(tally: _Tally) -> Iterator[Table]:
    yield _review(tally)
    yield _criteria(tally)
    rows = [
        row(name, f"report-evidence-{name.replace('_', '-')}", figure, part)
        for name, figure, part in tally.measures.evidence()
    ]
    columns = ("report-column-figure", "report-column-share")
    yield Table("evidence", "report-fidelity-evidence", columns, tuple(rows))
    yield _staffing(tally)


def _review(tally: _Tally) -> Table:
    """The last total: its band, whether the method may be claimed, when to look again."""
    last = tally.last
    if last is None:
        return Table("review", "report-fidelity-review", ("report-column-figure",), ())
    total, on = last.number("total"), _reviewed(last)
    comparable = last.coded.get("comparable") is True
    due = Duration(months=months_to_review(total)).add_to_date(on)
    claim = total >= GOOD and comparable
    rows = (
        row("reviewed_on", "report-row-reviewed-on", message("report-day", day=on)),
        row(
            "variant",
            "report-row-variant",
            message("report-named", what=Ref("option", f"scale_variants.{tally.variant}")),
        ),
        row("total", "report-row-total-points", total),
        row("band", "report-row-band", message(f"report-band-{band(total).replace('_', '-')}")),
        row("comparable", "report-row-comparable", message(f"report-{'yes' if comparable else 'no'}")),
        row("claim", "report-row-claim", message(f"report-{'yes' if claim else 'no'}")),
        row("next_review", "report-row-next-review", message("report-day", day=due)),
    )
    return Table("review", "report-fidelity-review", ("report-column-figure",), rows, (message("report-note-tool"),))


def _criteria(tally: _Tally) -> Table:
    rows = []
    for criterion in CRITERIA:
        measured = tally.measures.of(criterion)
        cell = measured.cell
        suggested = point(
            criterion,
            measured.figure,
            variant=tally.variant,
            log_review=tally.measures.log_review,
            jobs=len(tally.measures.current_jobs),
        )
        given: Cell = tally.last.coded.get(criterion) if tally.last else None  # type: ignore[assignment]
        unit = f"report-unit-{criterion.replace('_', '-')}"
        shown = HIDDEN if cell is HIDDEN and suggested else suggested
        named = Ref("field", f"fidelity_review.{criterion}")
        rows.append(
            row(criterion, named, given, cell, shown, message(unit) if cell is not None else message("report-no-data"))
        )
    columns = ("report-column-point", "report-column-measured", "report-column-suggested", "report-column-unit")
    notes = (message("report-note-no-data"), message("report-note-purchase"))
    return Table("criteria", "report-fidelity-criteria", columns, tuple(rows), notes)


def _staffing(tally: _Tally) -> Table:
    """Clients by phase; what a coach must know grows from phase to phase (R082), and says nothing about the client."""
    phases = tally.measures.by_phase
    rows = [
        row(
            f"phase_{number}",
            "report-row-phase",
            counted(phases[number]),
            number,
            HIDDEN if counted(phases[number]) is HIDDEN else number * phases[number],
            number=number,
        )
        for number in range(1, 6)
    ]
    columns = ("report-column-persons", "report-column-weight", "report-column-weighted")
    return Table("staffing", "report-fidelity-staffing", columns, tuple(rows), (message("report-note-staffing"),))

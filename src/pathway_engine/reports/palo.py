"""The eight figures that the working-age coordination of Oulu keeps (R065-R076).

Age, from which service, topic, what the contact led to, the client's part in it, who of which profession took part,
coaching, and the result of coaching. Events and persons are different things and are counted apart: one contact may
bring many events, and one client may find work several times.
"""

from __future__ import annotations

__all__ = ["palo"]

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field

from pathway_engine.definition.model import Pathway
from pathway_engine.reports.histories import History, Job, Made, Period
from pathway_engine.reports.tables import (
    HIDDEN,
    LEAST,
    Cell,
    Report,
    Row,
    Table,
    added_up,
    counted,
    of_whole,
    row,
    share,
)
from pathway_engine.text import Ref, message

EVENT, CONTACT = "coordination_event", "coordination_contact"
UNKNOWN = ""
_COUNT, _SHARE = "report-column-events", "report-column-share"


def palo(histories: Iterable[History], register: str, period: Period) -> Report:
    """Count the eight figures of a register over a period.

    Args:
        histories: The register's cases; those of a region's own matters tell the coaches' resource.
        register: The register.
        period: Contacts, events and jobs of these days are counted.
    """
    tally = _Tally(period)
    for history in histories:
        tally.take(history)
    return Report("palo", register, period, tuple(_tables(tally)), (tally.pathway,) if tally.pathway else ())


@define
class _Tally:
    """What is counted on one way through the cases."""

    period: Period
    pathway: Pathway | None = None
    events: Counter[str] = field(factory=Counter)
    ages: Counter[str] = field(factory=Counter)
    sources: Counter[str] = field(factory=Counter)
    topics: Counter[str] = field(factory=Counter)
    led_to: Counter[str] = field(factory=Counter)
    presence: Counter[str] = field(factory=Counter)
    professions: Counter[str] = field(factory=Counter)
    participants: set[str] = field(factory=set)
    coached_jobs: list[tuple[str, Job]] = field(factory=list)
    jobs: list[tuple[str, Job]] = field(factory=list)
    resources: list[int] = field(factory=list)
    employers: int = 0

    def take(self, history: History) -> None:
        if history.pathway.subject == "region":
            self._resources(history)
            return
        if self.pathway is None or "event_categories" in history.pathway.catalogues:
            self.pathway = history.pathway
        self._coordination(history)
        if history.coached_from and self.period.before_end(history.coached_from):
            self.participants.add(history.person)
        for job in history.jobs:
            if self.period.has(job.started_on):
                self.jobs.append((history.person, job))
                if job.coached:
                    self.coached_jobs.append((history.person, job))

    def _coordination(self, history: History) -> None:
        contacts = history.of(CONTACT)
        for contact in contacts:
            if self.period.has(contact.day("contacted_on")):
                self.sources[_one(contact, "from_service")] += 1
                self.topics[_one(contact, "topic_kind")] += 1
        for event in history.of(EVENT):
            day = event.day("held_on") or event.on
            if not self.period.has(day):
                continue
            self.events[_one(event, "kind")] += 1
            # The age is that of the contact which the event follows; whoever is in no band is counted as another age.
            before = [each for each in contacts if (each.day("contacted_on") or each.on) <= day] or list(contacts)
            self.ages[_one(before[-1], "age_band") if before else "other"] += 1
            self.led_to.update(event.all_of("led_to"))
            self.presence["present" if event.coded.get("client_present") is True else "absent"] += 1
            if event.coded.get("kind") == "network":
                self.professions.update(event.all_of("professions"))

    def _resources(self, history: History) -> None:
        for each in history.of("working_time"):
            if self._overlaps(each):
                self.resources.append(each.number("full_time_percent"))
        self.employers += sum(each.number("employers") for each in history.of("employer_work") if self._overlaps(each))

    def _overlaps(self, made: Made) -> bool:
        first, last = made.day("from_day"), made.day("to_day")
        begins, ends = self.period.from_, self.period.to
        return not ((begins and last and last < begins) or (ends and first and first > ends))


def _one(made: Made, name: str) -> str:
    value = made.coded.get(name, UNKNOWN)
    return value if isinstance(value, str) else UNKNOWN


# ── the eight tables ──────────────────────────────────────────────────────────────────────────────────────────────────


def _tables(tally: _Tally) -> Iterator[Table]:
    """Give the eight, in the order in which the source lists them."""
    events = sum(tally.events.values())
    yield _parts("age", tally, tally.ages, "age_bands", _COUNT)
    yield _parts("from_service", tally, tally.sources, "recognition_places", "report-column-contacts")
    yield _parts("topic", tally, tally.topics, "contact_topics", "report-column-contacts")
    yield _several("led_to", tally, tally.led_to, "event_categories", events)
    yield _presence(tally)
    yield _professions(tally)
    yield _coaching(tally)
    yield _results(tally)


def _items(tally: _Tally, catalogue: str) -> tuple[str, ...]:
    known = tally.pathway.catalogues.get(catalogue) if tally.pathway else None
    return tuple(known.items) if known else ()


def _parts(id_: str, tally: _Tally, figures: Mapping[str, int], catalogue: str, column: str) -> Table:
    """Give a table whose rows add up to a whole."""
    known = dict.fromkeys(_items(tally, catalogue), 0)
    shown, total = added_up({**known, **figures})
    whole = sum(figures.values())
    rows = [row(key, _name(catalogue, key), shown[key], _share_of(shown[key], whole, total)) for key in shown]
    rows.append(row("total", "report-total", total, None))
    return Table(id_, f"report-palo-{id_.replace('_', '-')}", (column, _SHARE), tuple(rows))


def _share_of(shown: Cell, whole: int, total: Cell) -> Cell:
    """A share gives away what its figure hides, and so does one of a total that is hidden."""
    if not whole:
        return None
    return round(100 * shown / whole, 1) if isinstance(shown, int) and total is not HIDDEN else HIDDEN


def _several(id_: str, tally: _Tally, figures: Mapping[str, int], catalogue: str, events: int) -> Table:
    """Give a table of which one event may count in several rows."""
    keys = dict.fromkeys([*_items(tally, catalogue), *figures])
    rows = [
        row(key, _name(catalogue, key), counted(figures.get(key, 0)), share(figures.get(key, 0), events))
        for key in keys
    ]
    rows.append(row("events", "report-row-events", counted(events), None))
    title = f"report-palo-{id_.replace('_', '-')}"
    return Table(id_, title, (_COUNT, "report-column-share-of-events"), tuple(rows), (message("report-note-several"),))


def _name(catalogue: str, key: str) -> str | Ref:
    return Ref("option", f"{catalogue}.{key}") if key else "report-not-said"


def _presence(tally: _Tally) -> Table:
    shown, total = added_up({key: tally.presence[key] for key in ("present", "absent")})
    whole = sum(tally.presence.values())
    rows = [row(key, f"report-client-{key}", shown[key], _share_of(shown[key], whole, total)) for key in shown]
    return Table("client_present", "report-palo-client-present", (_COUNT, _SHARE), tuple(rows))


def _professions(tally: _Tally) -> Table:
    networks = tally.events["network"]
    rows = [
        row(role, Ref("role", role), counted(figure), share(figure, networks))
        for role, figure in sorted(tally.professions.items(), key=lambda each: (-each[1], each[0]))
    ]
    rows.append(row("networks", "report-row-networks", counted(networks), None))
    columns = (_COUNT, "report-column-share-of-networks")
    return Table("professions", "report-palo-professions", columns, tuple(rows))


def _coaching(tally: _Tally) -> Table:
    rows: list[Row] = [row("participants", "report-row-participants", counted(len(tally.participants)))]
    if tally.resources:
        rows.append(row("coaches", "report-row-coaches", round(_coaches(tally), 2)))
    if tally.employers:
        rows.append(row("employers", "report-row-employers", tally.employers))
    return Table("coaching", "report-palo-coaching", ("report-column-figure",), tuple(rows))


def _coaches(tally: _Tally) -> float:
    """Give how many full-time coaches there were, as a mean over the periods told."""
    return sum(tally.resources) / len(tally.resources) / 100


def _results(tally: _Tally) -> Table:
    """Give persons and jobs apart, for coaching and for all: "48" must never mean now the one, now the other."""
    by_coaching = _result(tally.coached_jobs, len(tally.participants))
    by_all = _result(tally.jobs)
    persons = len({person for person, _ in tally.coached_jobs})
    rows = [
        row(key, f"report-row-{key.replace('_', '-')}", by_coaching[key], _beside(by_coaching, by_all, key, tally))
        for key in by_coaching
    ]
    rate = share(persons, len(tally.participants))
    rows.insert(1, row("rate", "report-row-rate", rate, None))
    if tally.resources:
        shown = isinstance(by_coaching["persons_employed"], int)
        each = round(persons / _coaches(tally), 1) if shown and _coaches(tally) else HIDDEN
        rows.append(row("per_coach", "report-row-per-coach", each if persons else 0, None))
    notes = (message("report-note-rate", count=_shown(counted(len(tally.participants)))), message("report-note-jobs"))
    columns = ("report-column-by-coaching", "report-column-by-all")
    return Table("results", "report-palo-results", columns, tuple(rows), notes)


def _shown(cell: Cell) -> str:
    return ".." if cell is HIDDEN else str(cell)


def _result(jobs: list[tuple[str, Job]], whole_of: int = 0) -> dict[str, Cell]:
    times, whole = added_up(_times(jobs))
    sectors, _ = added_up(_sectors(jobs))
    persons = len({person for person, _ in jobs})
    return {
        "persons_employed": of_whole(persons, whole_of) if whole_of else counted(persons),
        "jobs": whole,
        **times,
        **{key: _share_of(figure, len(jobs), whole) for key, figure in sectors.items()},
    }


def _times(jobs: list[tuple[str, Job]]) -> dict[str, int]:
    full = sum(job.is_full for _, job in jobs)
    return {"full_time": full, "part_or_fixed": len(jobs) - full}


def _sectors(jobs: list[tuple[str, Job]]) -> dict[str, int]:
    found = Counter(_one(job.record, "sector") or "unknown" for _, job in jobs)
    sectors = {key: found[key] for key in ("company", "third_sector", "public_sector")}
    return {**sectors, "sector_unknown": found["unknown"]}


def _beside(less: Mapping[str, Cell], more: Mapping[str, Cell], key: str, tally: _Tally) -> Cell:
    """Give a figure of all jobs; one that lies so near to coaching's own that the few others show is hidden."""
    others = len(tally.jobs) - len(tally.coached_jobs)
    cell = more.get(key)
    own = less[key]
    if isinstance(cell, int) and isinstance(own, int) and 0 < cell - own < LEAST:
        return HIDDEN
    return HIDDEN if 0 < others < LEAST and not isinstance(cell, int) and cell is not None else cell

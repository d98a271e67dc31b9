"""The stage: asks the engine, and shows what it answered. Nothing shown is decided here."""

from __future__ import annotations

__all__ = ["Stage", "StoryStopped"]

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from attrs import evolve

from pathway_engine.case import commands as c
from pathway_engine.case import events as e
from pathway_engine.case.decision import Refused
from pathway_engine.case.model import Case
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.demo.cast import RECORDS, Cast, DemoClock
from pathway_engine.engine import Done, PathwayEngine
from pathway_engine.errors import CaseNotFound, PathwayError
from pathway_engine.show import Line, Teller, reason_lines
from pathway_engine.show.words import brief_day, wrapped
from pathway_engine.text import listed, message, render, text_of
from pathway_engine.workers import DeadlineWorker

WIDTH = 100

_QUIET = (e.DeadlineArmed, e.DeadlineMet, e.DeadlineDropped, e.FlagRaised, e.FlagLowered)
"""Book-keeping that the story shows only where it is about it; the journal at the end shows all."""

_HANDING_OVER = (
    e.HandoverRequested,
    e.HandoverAgreed,
    e.HandoverAccepted,
    e.HandoverMet,
    e.HandoverCompleted,
)
"""After these everybody wants to know who coordinates."""


class StoryStopped(PathwayError):
    """The pathway does not allow what the story needs."""


class Stage:
    """Carries out the story's commands and writes down what came of them.

    Args:
        engine: The engine, over the story's clock.
        clock: The clock.
        pathway: The region's pathway.
        language: `fi`, `sv` or `en`.
        write: Takes one line of text.
    """

    def __init__(
        self, engine: PathwayEngine, clock: DemoClock, pathway: Pathway, language: str, write: Callable[[str], object]
    ) -> None:
        self.engine = engine
        self.clock = clock
        self.pathway = pathway
        self.language = language
        self.write = write
        self.cast = Cast.of(pathway)
        self.case: Case | None = None
        self.events: list[e.Event] = []
        self.lines: list[Line] = []
        self.refused: list[dict[str, Any]] = []
        self.read: list[dict[str, str]] = []
        self._labels = Labels(pathway)
        self._teller = Teller(lambda _digest: pathway, language)
        self._scenes = 0
        self._day: date | None = None
        self._doer = ""

    @property
    def case_id(self) -> str:
        """Id of the case; empty before it is opened."""
        return self.case.id if self.case else ""

    # ── telling ───────────────────────────────────────────────────────────────────────────────────────────────────

    def say(self, code: str, **params: Any) -> str:
        """Write a message of the story."""
        return render(message(f"demo-{code}", **params), self.language, self._labels)

    def scene(self, name: str, day: str) -> None:
        """Begin a scene: its heading, and what is going on."""
        self.clock.move_to(day)
        self._scenes += 1
        self.heading(f"{self._scenes}  {self.say(f'{name}-title')}")
        self._day, self._doer = None, ""
        self.note(name)

    def heading(self, title: str) -> None:
        """Write a heading."""
        self.write("")
        self.write(f"── {title} ".ljust(WIDTH, "─"))

    def note(self, code: str, **params: Any) -> None:
        """Write a sentence of the story."""
        self._doer = ""
        for line in wrapped(self.say(code, **params)):
            self.write(line)

    # ── doing ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def do(self, command: c.Command, watch: Collection[str] = ()) -> Done:
        """Carry out a command that must be possible; show what it brought.

        Args:
            command: The command; its case is filled in.
            watch: Deadlines whose book-keeping is shown too.

        Raises:
            StoryStopped: It was refused.
        """
        outcome = self._ask(command)
        if isinstance(outcome, Refused):
            why = "; ".join(reason.text(self.language, self._labels) for reason in outcome.reasons)
            raise StoryStopped(self.say("stopped", command=command.name, why=why))
        self._show(self._taken_in(outcome), watch)
        return outcome

    def records(self, actor: c.Actor, *names: str, watch: Collection[str] = (), **changed: c.Value) -> None:
        """Make records one after another, filled in as in the cast's papers; show them on one line."""
        made: list[str] = []
        also: list[tuple[e.Event, Line]] = []
        for name in names:
            record = name.removesuffix("_more")
            command = c.Record(
                case="", actor=actor, record=record, fields={**RECORDS[name], **changed}, supplements=name != record
            )
            outcome = self._ask(command)
            if isinstance(outcome, Refused):
                raise StoryStopped(self.say("stopped", command=name, why=outcome.reasons[0].text(self.language)))
            told = self._taken_in(outcome)
            made += [self._labels.label("record", record, self.language) for event, _ in told if _records(event)]
            also += [(event, line) for event, line in told if not _records(event)]
        shown = [line.what for event, line in also if not isinstance(event.body, _QUIET) or _watched(event, watch)]
        recorded = self.say("recorded", records=listed(made, self.language))
        self._line(self._who(actor), recorded)
        for what in shown:
            self._line("", what)

    def refuse(self, command: c.Command) -> None:
        """Carry out a command that is not possible yet; show every reason.

        Raises:
            StoryStopped: It was possible after all.
        """
        outcome = self._ask(command)
        if not isinstance(outcome, Refused):
            raise StoryStopped(self.say("stopped", command=command.name, why="–"))
        who = self._who(command.actor)
        if isinstance(command, c.Move):
            tried = self.say("tries-move", who=who, move=self._labels.label("move", command.trigger, self.language))
        else:
            tried = self.say("tries-receive", who=who)
        head = f"{tried} {text_of('not-yet', self.language)}"
        for line in wrapped(head, " " * 9):
            self.write(line)
        for line in reason_lines(outcome.reasons, self._labels, self.language, indent=11):
            self.write(line)
        reasons = [{"code": each.code, "text": each.text(self.language, self._labels)} for each in outcome.reasons]
        self.refused.append({"command": command.name, "reasons": reasons})

    def hidden_from(self, actor: c.Actor) -> bool:
        """Tell whether the case does not exist for somebody who looks."""
        try:
            self.engine.steps(self.case_id, actor)
        except CaseNotFound:
            return True
        return False

    def watch_deadlines(self, rules: Collection[str]) -> None:
        """Let the deadlines worker run once, and show what it told."""
        DeadlineWorker(self.engine).run_once()
        told = self.engine.history(self.case_id, self.cast.worker)[len(self.events) :]
        self.case = self.engine.case(self.case_id)
        self._show([self._tell(each.event) for each in told], rules)

    def client_reads(self, **values: str) -> None:
        """Show what the client reads where the case is."""
        view = self.engine.client_view(self.case_id, self.cast.client, self.language, **values)
        self.read.append({"state": self.case.state if self.case else "", "title": view.title, "text": view.text})
        for line in wrapped(self.say("reads", text=view.text), "  │ ", "  │ "):
            self.write(line)

    # ── what is shown ─────────────────────────────────────────────────────────────────────────────────────────────

    def _ask(self, command: c.Command) -> Done | Refused:
        self.clock.tick()
        return self.engine.do(evolve(command, case=self.case_id))

    def _taken_in(self, outcome: Done) -> list[tuple[e.Event, Line]]:
        self.case = outcome.case
        return [self._tell(event) for event in outcome.events]

    def _tell(self, event: e.Event) -> tuple[e.Event, Line]:
        line = self._teller.tell(event)
        self.events.append(event)
        self.lines.append(line)
        return event, line

    def _show(self, told: Iterable[tuple[e.Event, Line]], watch: Collection[str]) -> None:
        shown = [(event, line) for event, line in told if not isinstance(event.body, _QUIET) or _watched(event, watch)]
        for place, (_, line) in enumerate(shown):
            self._line(line.who.partition(",")[0] if place == 0 else "", line.what)
        if any(isinstance(event.body, _HANDING_OVER) for event, _ in shown):
            self.coordinator()

    def coordinator(self) -> None:
        """Write who coordinates now."""
        if self.case is not None:
            organisation = self._labels.label("organisation", self.case.coordinator.organisation, self.language)
            self.write(f"         {self.say('coordinates', organisation=organisation)}")

    def _line(self, who: str, what: str) -> None:
        """Write who did what; day and doer stand where they change."""
        day = helsinki_date(self.clock.clock())
        shown = brief_day(day, self.language) if day != self._day else ""
        named = who if (day, who) != (self._day, self._doer) else ""
        self._day, self._doer = day, who or self._doer
        for line in wrapped(f"{named} · {what}" if named else what, f"  {shown:<7}", " " * 11, WIDTH):
            self.write(line)

    def _who(self, actor: c.Actor) -> str:
        return ", ".join(self._labels.label("role", role, self.language) for role in sorted(actor.roles))


def _records(event: e.Event) -> bool:
    return isinstance(event.body, e.Recorded)


def _watched(event: e.Event, watch: Collection[str]) -> bool:
    deadline = getattr(event.body, "deadline", "")
    return deadline.partition("@")[0].partition(":")[0] in watch

"""A first set of scenarios for a pathway: one for each move, and one for each service that is opened.

Each is rehearsed before it is written: who may make the move, what has to be recorded first, and where it leads. What
the rehearsal cannot find is left to the expert, with a line that says what is missing.
"""

from __future__ import annotations

__all__ = ["Sketch", "sketches", "written"]

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date

from attrs import frozen

from pathway_engine.bdd.failing import StepFailed
from pathway_engine.bdd.inheriting import unchanged
from pathway_engine.bdd.leading import lead, open_service
from pathway_engine.bdd.rehearsing import Rehearsal, Said, acted, background_of, fails
from pathway_engine.bdd.shelves import ready
from pathway_engine.bdd.steps_moves import SERVICES
from pathway_engine.bdd.wording import Wording
from pathway_engine.definition import demands as d
from pathway_engine.definition.model import Dated, Pathway, Transition
from pathway_engine.machine import Rule, Table, in_force
from pathway_engine.text import render, text_of

_USUAL_DAY = date(2025, 6, 2)
_MOST_TRIED = 6
"""How many organisations a handover is tried with."""


@frozen
class Sketch:
    """One scenario.

    Args:
        name: Its name.
        said: Its sentences, without those of the background.
        parent: The definition it is inherited from unchanged; empty for the region's own.
        lacks: What its writer has to fill in; empty when it holds as it is.
    """

    name: str
    said: tuple[Said, ...]
    parent: str
    lacks: str


def sketches(pathway: Pathway, parents: Iterable[Pathway], language: str) -> tuple[Sketch, ...]:
    """Write a scenario for each move and service, the region's own first.

    Args:
        pathway: The definition.
        parents: What it extends, the nearest first.
        language: `fi`, `sv` or `en`.
    """
    parents = tuple(parents)
    maker = _Maker(pathway, Wording(ready(pathway)[1], language))
    names: dict[str, int] = {}
    found = []
    for kind, id_, name, said in maker.all():
        parent = next((each.pathway for each in parents if unchanged(pathway, each, [(kind, id_)])), "")
        names[name] = names.get(name, 0) + 1
        numbered = f"{name} ({names[name]})" if names[name] > 1 else name
        found.append(Sketch(numbered, tuple(said), parent, maker.lacks(said)))
    return tuple(sorted(found, key=lambda each: bool(each.parent)))


@frozen
class _Maker:
    pathway: Pathway
    words: Wording

    def all(self) -> Iterator[tuple[str, str, str, list[Said]]]:
        machine = ready(self.pathway)[0]
        for key in self.pathway.transitions:
            rule = _first(machine.main, key)
            if rule is not None:
                yield "move", key, self._label("move", key), self._move(rule)
        for service, declared in self.pathway.services.items():
            named = self.words.name("service", service)
            opened = f"{text_of('skeleton-opened', self.words.language)}: {named}"
            yield "service", service, opened, self._opening(service)
            for key in declared.transitions:
                rule = _first(machine.services[service], key)
                if rule is not None:
                    name = f"{named}: {self._label('move', f'{service}.{key}')}"
                    yield "move", f"{service}.{key}", name, self._service_move(service, rule)

    def _label(self, kind: str, id_: str) -> str:
        return self.words.naming.labels.label(kind, id_, self.words.language)

    def _state(self, state: str) -> str:
        return self.words.name("state", state)

    # ── the background of every scenario ──────────────────────────────────────────────────────────────────────────

    def _day(self) -> date:
        """Give a day on which the definition is in force."""
        valid = self.pathway.valid
        day = max(_USUAL_DAY, valid.from_ or _USUAL_DAY)
        return min(day, valid.to or day)

    def _day_of(self, move: Transition) -> date:
        """Give a day on which somebody may make the move: the usual one, or the first of a period or its last."""
        day = self._day()
        if not isinstance(move.by, Dated) or self._roles(move, day):
            return day
        return next((each.from_ or each.to or day for each in move.by.dated if each.value), day)

    def background(self) -> list[Said]:
        pathway = self.words.naming.labels.label("pathway", self.pathway.pathway, self.words.language)
        use = self.words.say("T1", pathway=pathway if '"' not in pathway else self.pathway.pathway)
        return [Said("given", use), Said("given", self.words.say("T2", day=self.words.day(self._day())))]

    def lacks(self, said: list[Said]) -> str:
        """Say what a scenario still lacks; nothing when it holds."""
        failed = fails(self.pathway, self.words.language, [*self.background()[1:], *said])
        if failed is None:
            return ""
        labels = self.words.naming.labels
        reasons = (each.text(self.words.language, labels) for each in failed.reasons)
        return "; ".join((render(failed.what, self.words.language, labels), *reasons))

    def _scene(self, state: str = "", day: date | None = None) -> Rehearsal:
        scene = Rehearsal(language=self.words.language)
        scene.take(self.pathway)
        scene.mode = "given"
        scene.day = day or self._day()
        scene.desk.go_to(scene.day)
        if state:
            lead(scene, state)
        return scene

    @property
    def _at(self) -> str:
        """The row that says where the case is; a region's matter has no client."""
        return "T6" if self.pathway.subject == "region" else "T4"

    # ── the main path ─────────────────────────────────────────────────────────────────────────────────────────────

    def _move(self, rule: Rule) -> list[Said]:
        words, move, target, day = self.words, rule.move, rule.target, self._day_of(rule.move)
        said = [Said("given", words.say("T2", day=words.day(day)))] if day != self._day() else []
        said.append(Said("given", words.say(self._at, state=self._state(str(rule.source)))))
        with suppress(StepFailed):
            scene = self._scene(str(rule.source), day)
            said += background_of(scene, move.requires, words)
            if rule.move.to == "previous":
                target = str(scene.case.held or target)
        role = self._role(move)
        reason = self._reason(move)
        name = words.name("move", rule.trigger)
        sentence = words.say("S6" if reason else "S1", actor=words.actor(role), move=name, reason=reason)
        said.append(Said("when", sentence))
        said.append(Said("then", words.say(self._at, then=True, state=self._state(target))))
        if self.lacks(said):
            named = [*said[:-2], self._named(role), *said[-2:]]
            said = said if self.lacks(named) else named
        if not move.handover or not self.lacks(said):
            return said
        ways = (self._handed_over(said, move, role, name, party) for party in self._parties(move))
        return next((way for way in ways if not self.lacks(way)), said)

    def _named(self, role: str) -> Said:
        person = text_of("skeleton-person", self.words.language)
        return Said("given", self.words.say("A2", role=self.words.name("role", role), person=person))

    def _parties(self, move: Transition) -> list[str]:
        """Give the organisations a move may be handed over to, those of the right kind first."""
        to = move.handover.to if move.handover else ""
        wanted = self.pathway.roles[to].organisation if to in self.pathway.roles else ""
        parties = self.pathway.organisations
        right = [key for key, each in parties.items() if wanted in {key, each.kind}]
        return list(dict.fromkeys((*right, *parties)))[:_MOST_TRIED]

    def _handed_over(self, said: list[Said], move: Transition, role: str, name: str, party: str) -> list[Said]:
        """Write the move as a warm handover, step by step."""
        words, handover, reason = self.words, move.handover, self._reason(move)
        row = "V10" if reason else "V8"
        receiver = words.name("organisation", party)
        header = (text_of("skeleton-present", words.language),)
        client = next((key for key, each in self.pathway.roles.items() if "client" in each.relation), role)
        # Where both sides act in one role, the sender takes part in the role that stands behind it.
        behind = self.pathway.roles[role].held_by[:1]
        present = dict.fromkeys((client, role, *behind, handover.to if handover else role))
        table = (header, *((words.name("role", each),) for each in present))
        meeting = words.name("record", "handover_meeting")
        return [
            *said[:-2],
            Said("when", words.say(row, actor=words.actor(role), move=name, reason=reason, organisation=receiver)),
            *([Said("when", words.say("V2"))] if role != client else []),
            Said("when", words.say("V4", organisation=receiver)),
            Said("when", words.say("K6", record=meeting), table),
            Said("when", words.say("V6", organisation=receiver)),
            said[-1],
        ]

    def _role(self, move: Transition) -> str:
        return next(iter(self._roles(move, self._day_of(move))), next(iter(self.pathway.roles)))

    def _roles(self, move: Transition, day: date) -> tuple[str, ...]:
        return in_force(move.by, pending=day, today=day) or ()

    def _reason(self, move: Transition) -> str:
        options = self.pathway.catalogues[move.reasons].items if move.reasons else {}
        return next((self.words.name_in("option", move.reasons, each) for each in options), "")

    # ── services ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _opening(self, service: str) -> list[Said]:
        words, declared = self.words, self.pathway.services[service]
        start = self._start(service)
        said = [Said("given", words.say(self._at, state=self._state(start)))]
        with suppress(StepFailed):
            said += background_of(self._scene(start), declared.requires, words)
        named = words.name("service", service)
        said.append(Said("when", words.say("P2", actor=words.actor(declared.by[0]), service=named)))
        return [*said, Said("then", words.say("P1", then=True, service=named))]

    def _start(self, service: str) -> str:
        """Give the state in which a service is opened: one that raises a mark it asks for, or services under way."""
        table = ready(self.pathway)[0].main
        flags = {each.flag for each in self.pathway.services[service].requires if isinstance(each, d.FlagRequirement)}
        for state in table.states:
            for rule in table.rules_from(state):
                if flags.intersection(rule.move.sets):
                    return str(rule.target)
        return SERVICES if SERVICES in table.states else next(iter(table.states))

    def _service_move(self, service: str, rule: Rule) -> list[Said]:
        words, named = self.words, self.words.name("service", service)
        start = self._start(service)
        said = [Said("given", words.say(self._at, state=self._state(start)))] if start != SERVICES else []
        said.append(Said("given", words.say("P1", service=named)))
        table = ready(self.pathway)[0].services[service]
        try:
            scene = self._scene(start)
            open_service(scene, service)
            for each in _way(table, str(rule.source)):
                said += self._step(scene, service, each, "given")
        except StepFailed:
            scene = self._scene()
        said += self._step(scene, service, rule, "when")
        if table.states[rule.target].kind == "final":
            over = Said("then", words.say("P9", then=True, service=named))
            return [*said, over, Said("then", words.say("P6", then=True))]
        state = words.name_in("state", service, rule.target)
        return [*said, Said("then", words.say("P5", then=True, service=named, state=state))]

    def _step(self, scene: Rehearsal, service: str, rule: Rule, mode: str) -> list[Said]:
        """Write one move of a service with what it asks for, and make it."""
        words, move = self.words, rule.move
        said = list(background_of(scene, move.requires, words)) if scene.is_open else []
        reason = self._reason(move)
        named, name = words.name("service", service), words.name_in("move", service, rule.trigger)
        actor = words.actor(self._role(move))
        row = "P7" if reason else "P4"
        sentence = words.say(row, perfect=mode == "given", actor=actor, service=named, move=name, reason=reason)
        step = Said(mode, sentence)
        if mode == "given":
            acted(self.pathway, words.language, [step], scene)
        return [*said, step]


def _first(table: Table, key: str) -> Rule | None:
    """Give the move from the first state it starts in, in the order of the definition."""
    return next((rule for state in table.states for rule in table.rules_from(state) if rule.name == key), None)


def _way(table: Table, wanted: str) -> list[Rule]:
    """Give the fewest moves from the first state of a service to another."""
    ways: dict[str, list[Rule]] = {table.initial: []}
    queue = [table.initial]
    for at in queue:
        for rule in table.rules_from(at):
            if rule.target not in ways:
                ways[rule.target] = [*ways[at], rule]
                queue.append(rule.target)
    return ways.get(wanted, [])


# ── writing it down ────────────────────────────────────────────────────────────────────────────────────────────────


def written(pathway: Pathway, found: Iterable[Sketch], language: str) -> str:
    """Write a feature with some scenarios."""
    maker = _Maker(pathway, Wording(ready(pathway)[1], language))
    words = maker.words
    title = words.naming.labels.label("pathway", pathway.pathway, language)
    lines = [
        f"# language: {language}",
        f"{words.keyword('feature')}: {title}",
        f"  {text_of('skeleton-about', language)}",
    ]
    lines += ["", f"  {words.keyword('background')}:", *_steps(words, maker.background())]
    for each in found:
        lines.append("")
        if each.parent:
            lines.append(f"  # {text_of('skeleton-inherited', language).format(parent=each.parent)}")
        if each.lacks:
            lines.append(f"  # {text_of('skeleton-lacks', language)} {' '.join(each.lacks.split())}")
        lines += [f"  {words.keyword('scenario')}: {each.name}", *_steps(words, list(each.said))]
    return "\n".join(lines) + "\n"


def _steps(words: Wording, said: list[Said]) -> Iterator[str]:
    mode = ""
    for each in said:
        word = words.keyword("and") if each.mode == mode else words.keyword(each.mode)
        mode = each.mode
        yield f"    {word}{each.sentence}"
        widths = [max(len(row[at]) for row in each.table) for at in range(len(each.table[0]))] if each.table else []
        for row in each.table:
            yield "      | " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"

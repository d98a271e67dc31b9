"""A pathway as a Mermaid flowchart.

Moves between the same two states share one arrow. A move that starts in many states (a break, closing) starts in one
small box that names them, or the picture would be nothing but arrows. Labels come from files that anybody may have
written: what means something to Mermaid or to HTML is written as an entity, so no label can change the diagram.
"""

from __future__ import annotations

__all__ = ["mermaid", "service_mermaid"]

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from attrs import frozen

from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.machine import Rule, Table, compile_pathway
from pathway_engine.show.apart import apart
from pathway_engine.show.marking import INHERITED, SIGNS, TOUCHED, UNTOUCHED, Marks
from pathway_engine.text import message, render

MANY = 6
"""A move that starts in this many states, or more, is drawn from one box."""

_FACT, _HANDOVER, _PLAIN = "-.->", "==>", "-->"


def mermaid(
    pathway: Pathway,
    language: str,
    *,
    visited: Collection[str] = (),
    current: str = "",
    marks: Marks | None = None,
) -> str:
    """Draw the main path.

    Args:
        pathway: The effective definition.
        language: `fi`, `sv` or `en`.
        visited: Flat states to mark as visited.
        current: Flat state to mark as the present one.
        marks: What is known of its states and moves; written before the label of each.
    """
    table = compile_pathway(pathway).main
    return _Chart(pathway, Labels(pathway), language, table, "", marks).text(visited, current)


def service_mermaid(
    pathway: Pathway,
    service: str,
    language: str,
    *,
    visited: Collection[str] = (),
    current: str = "",
    marks: Marks | None = None,
) -> str:
    """Draw one service.

    Raises:
        KeyError: The pathway has no such service.
    """
    table = compile_pathway(pathway).services[service]
    return _Chart(pathway, Labels(pathway), language, table, service, marks).text(visited, current)


@frozen
class _Chart:
    pathway: Pathway
    labels: Labels
    language: str
    table: Table
    service: str
    marks: Marks | None

    def text(self, visited: Collection[str], current: str) -> str:
        kind, name = ("service", self.service) if self.service else ("pathway", self.pathway.pathway)
        title = re.sub(r"[^\w ()-]", " ", self.labels.label(kind, name, self.language))
        lines = ["---", f'title: "{title}"', "---", "flowchart TD", *self._nodes(), *self._arrows()]
        lines += self._marks("visited", [state for state in self.table.states if state in visited and state != current])
        lines += self._marks("current", [current] if current in self.table.states else [])
        lines += self._signs() if self.marks is not None else ()
        return "\n".join(lines) + "\n"

    # ── states ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _nodes(self) -> Iterator[str]:
        grouped: dict[str, list[str]] = defaultdict(list)
        for state in self.table.states:
            grouped[state.rpartition(".")[0]].append(state)
        for group, members in grouped.items():
            if group:
                yield f'  subgraph {_id("g", group)}["{_safe(self._label(group))}"]'
            for state in members:
                yield f"  {'  ' if group else ''}{self._node(state)}"
            if group:
                yield "  end"

    def _node(self, state: str) -> str:
        label = _safe(self._label(state))
        if self.marks is not None:
            label = f"{SIGNS[self.marks.of_state(state, self.service)]} {label}"
        known = self.table.states[state]
        shapes = {"outcome": ('(["', '"])'), "hold": ('{{"', '"}}'), "final": ('[["', '"]]')}
        left, right = shapes.get(known.kind, ('["', '"]'))
        return f"{_id('s', state)}{left}{label}{right}"

    def _label(self, state: str) -> str:
        return apart(self.pathway, self.labels, "state", state, self.language, self.service)

    # ── moves ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _arrows(self) -> Iterator[str]:
        moves: dict[tuple[str, str], list[Rule]] = defaultdict(list)
        for state in self.table.states:
            for rule in self.table.rules_from(state):
                if not rule.stays:
                    moves[rule.name, "" if rule.resumes else rule.target].append(rule)
        shared: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for (name, target), rules in moves.items():
            label = _safe(self._move_label(rules[0]))
            if self.marks is not None:
                label = f"{SIGNS[self.marks.of_moves([name], self.service)]} {label}"
            if len(rules) >= MANY:
                yield from self._wide(name, target, label, rules)
                continue
            for rule in rules:
                shared[str(rule.source), rule.target, _style(rule)].append(label)
        for (source, target, style), labels in shared.items():
            yield f'  {_id("s", source)} {style}|"{"<br/>".join(dict.fromkeys(labels))}"| {_id("s", target)}'

    def _wide(self, name: str, target: str, label: str, rules: list[Rule]) -> Iterator[str]:
        """Draw a move that starts, or ends, in many states from one box that names them."""
        box = _id("m", name)
        ends = [rule.target if not target else str(rule.source) for rule in rules]
        arrow = _style(rules[0])
        if target:
            said = render(message("show-from-states", states=self._together(ends)), self.language)
            yield f'  {box}("{_safe(said)}")'
            yield f'  {box} {arrow}|"{label}"| {_id("s", target)}'
        else:
            said = _safe(render(message("show-previous"), self.language))
            yield f'  {box}("{said}")'
            yield f'  {_id("s", str(rules[0].source))} {arrow}|"{label}"| {box}'

    def _together(self, states: Collection[str]) -> str:
        """Name many states shortly: by their group where all its members are among them."""
        if all(name in states for name, state in self.table.states.items() if state.kind != "final"):
            return render(message("show-any-state"), self.language)
        groups = {name: name.rpartition(".")[0] for name in self.table.states}
        whole = {
            group
            for group in groups.values()
            if group and all(name in states for name, of in groups.items() if of == group)
        }
        named = (groups[state] if groups[state] in whole else state for state in states)
        return " · ".join(self._label(each) for each in dict.fromkeys(named))

    def _move_label(self, rule: Rule) -> str:
        return apart(self.pathway, self.labels, "move", rule.name, self.language, self.service)

    def _signs(self) -> Iterator[str]:
        """Write the legend, and the look of each sign: the edge of the box differs as well as its colour."""
        marks = self.marks or Marks({}, {})
        looks = {
            TOUCHED: "fill:#e3f4ec,stroke:#0b6e4f,stroke-width:2px",
            INHERITED: "fill:#e8eefc,stroke:#1d4ed8,stroke-width:1px",
            UNTOUCHED: "fill:#fdecea,stroke:#b42318,stroke-width:2px,stroke-dasharray:5 4",
        }
        yield '  subgraph legend[" "]'
        yield from (
            f'    l_{mark}["{SIGNS[mark]} {_safe(render(message(f"diagram-{mark}"), self.language))}"]'
            for mark in looks
        )
        yield "  end"
        for mark, look in looks.items():
            states = [_id("s", each) for each in self.table.states if marks.of_state(each, self.service) == mark]
            yield f"  classDef {mark} {look}"
            yield f"  class {','.join((f'l_{mark}', *states))} {mark}"

    @staticmethod
    def _marks(kind: str, states: list[str]) -> list[str]:
        styles = {"visited": "fill:#dbeafe,stroke:#1d4ed8", "current": "fill:#1d4ed8,color:#ffffff,stroke:#1e3a8a"}
        if not states:
            return []
        ids = ",".join(_id("s", state) for state in states)
        return [f"  classDef {kind} {styles[kind]}", f"  class {ids} {kind}"]


def _style(rule: Rule) -> str:
    if rule.move.fact:
        return _FACT
    return _HANDOVER if rule.move.handover else _PLAIN


def _id(prefix: str, name: str) -> str:
    """Give a node's id: letters and digits only, and never a word of Mermaid's own such as `end`."""
    return f"{prefix}_" + re.sub(r"[^0-9a-z]", lambda found: "_" if found[0] in "._" else f"x{ord(found[0]):x}", name)


_ENTITIES = {letter: f"#{ord(letter)};" for letter in '"#&;<>`|\\[]{}()%~*_$'}


def _safe(words: str) -> str:
    """Write a label so that it is nothing but a label: no markup, no new line, no end of the quotes."""
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return "".join(_ENTITIES.get(letter, letter) for letter in plain)

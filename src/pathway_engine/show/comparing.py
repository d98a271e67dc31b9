"""What a region does otherwise, told in sentences it would use of itself."""

from __future__ import annotations

__all__ = ["compared"]

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen, has

from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.diff import Difference, differences
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import ANY_STATE, PREVIOUS, Dated, Pathway, PlainText, Review
from pathway_engine.durations import Duration
from pathway_engine.show.checklist import statements
from pathway_engine.show.describing import Describer, held
from pathway_engine.show.words import day_words, length_words, requirement_words, sentence, wrapped
from pathway_engine.text import Param, listed, message, render
from pathway_engine.text.catalogue import MESSAGES

# Headings and the kinds told under each, in this order.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "pathway": ("pathway",),
    "parties": ("organisation", "role"),
    "states": ("phase", "group", "state"),
    "moves": ("move",),
    "services": ("service",),
    "records": ("record", "field"),
    "limits": ("deadline", "capacity", "retention"),
    "other": ("catalogue", "option", "flag", "permit"),
}
# What the names under a key are names of.
_NAMED: Mapping[str, str] = {
    **dict.fromkeys(("by", "agreed_by", "held_by", "responsible", "notify", "escalate_to", "per"), "role"),
    **dict.fromkeys(("counts", "in"), "state"),
    **dict.fromkeys(("organiser", "organisation", "register"), "organisation"),
    **dict.fromkeys(("sets", "clears", "once"), "flag"),
    **dict.fromkeys(("reasons", "options"), "catalogue"),
    "phase": "phase",
    "extract": "record",
    "basis": "permit",
    "handover.to": "role",
}
# Roles and organisations are words like others; what these are called would run into the sentence.
_QUOTED = ("flag", "record", "catalogue", "permit", "state")
_DEMANDS = tuple(KINDS.values())


def compared(pathway: Pathway, other: Pathway, language: str, width: int = 100) -> Iterator[str]:
    """Tell what `pathway` does otherwise than `other`, line by line.

    Args:
        pathway: The region that speaks.
        other: What it is compared with; mostly what it extends.
        language: `fi`, `sv` or `en`.
        width: Columns.
    """
    found = differences(pathway, other)
    describer = Describer(pathway, Labels(pathway), language)
    teller = _Teller(pathway, other, Labels(pathway), Labels(other), language, describer)
    yield teller.say("diff-title", name=pathway.title.to(language))
    against = teller.say("diff-against", name=other.title.to(language), id=other.pathway, version=other.version)
    yield from wrapped(against, width=width)
    if not found:
        yield teller.say("diff-none")
    said_there = set(statements(other, language))
    own_words = [each for each in statements(pathway, language) if each not in said_there]
    stated = [(teller.say("diff-head-stated"), own_words)] if own_words else []
    for heading, told in (*stated, *teller.sections(found)):
        yield ""
        yield heading
        yield "─" * len(heading)
        for each in told:
            yield from wrapped(sentence(each), "- ", "  ", width)


@frozen
class _Teller:
    pathway: Pathway
    other: Pathway
    ours: Labels
    theirs: Labels
    language: str
    describer: Describer
    homes: dict[tuple[str, str, str], tuple[str, ...]] = field(factory=dict)

    def say(self, code: str, **params: Param) -> str:
        return render(message(code, **params), self.language)

    def sections(self, found: tuple[Difference, ...]) -> Iterator[tuple[str, list[str]]]:
        found = self._merged(found)
        for name, kinds in _HEADINGS.items():
            own = [each for each in found if each.kind in kinds and not each.is_text]
            own.sort(key=lambda each: each.change != "added")  # what is the region's own comes first
            told = list(dict.fromkeys(self._moves(own) if name == "moves" else self._each(own)))
            if told:
                yield self.say(f"diff-head-{name}"), told
        texts = list(self._texts([each for each in found if each.is_text or each.kind == "plain"]))
        if texts:
            yield self.say("diff-head-texts"), texts

    def _merged(self, found: tuple[Difference, ...]) -> tuple[Difference, ...]:
        """Take together what changes alike in several services, and remember in which."""
        kept: list[tuple[Any, Difference, list[str]]] = []
        for each in found:
            home = self._inside(each) if each.change == "changed" and not each.is_text else ""
            values = (each.gained, each.lost) if isinstance(each.after, tuple) else (each.after, each.before)
            mark = (each.kind, each.id.partition(".")[2] if home else each.id, each.key, home == "", *values)
            alike = next((homes for other, _, homes in kept if other == mark), None) if home else None
            if alike is None:
                kept.append((mark, each, [home] if home else []))
            else:
                alike.append(home)
        self.homes.update({(each.kind, each.id, each.key): tuple(homes) for _, each, homes in kept if homes})
        return tuple(each for _, each, _ in kept)

    def _each(self, found: list[Difference]) -> Iterator[str]:
        groups = _alike(found, self._listed_with, 2)
        for each in found:
            together = groups.get(each.id, []) if each.change == "added" else []
            if not together:
                yield from self.told(each)
            elif together[0] is each:
                yield self._several(together)

    def _listed_with(self, difference: Difference) -> tuple[str, str] | None:
        """Give what new things that a list of names does for have in common: their kind, and what they stand in."""
        if difference.change != "added" or f"diff-kinds-{difference.kind}" not in MESSAGES or self._inside(difference):
            return None
        home = difference.id.rpartition(".")[0]
        return (difference.kind, home if difference.kind != "state" else "")

    def _several(self, found: list[Difference]) -> str:
        """Tell of new things in one sentence."""
        first = found[0]
        home = first.id.rpartition(".")[0] if first.kind != "state" else ""
        names = [f"{self.say('diff-quoted', name=self._label(each.kind, each.id))}{self._more(each)}" for each in found]
        words = listed(names, self.language) if home else "; ".join(names)
        code = "diff-added-inside-many" if home else "diff-added-many"
        kinds = self.say(f"diff-kinds-{first.kind}")
        params: dict[str, Param] = {"home": self._home(first, home)} if home else {}
        return self.say(code, kinds=kinds, names=words, **params)

    def _moves(self, found: list[Difference]) -> Iterator[str]:
        """Tell of moves; what would be the same sentence over and over is told once, where it first comes up."""
        states = _alike(found, lambda each: each.gained if each.key == "from" and not each.lost else None, _FEWEST)
        ways = _alike(found, self._way, 1)
        for each in found:
            if together := states.get(each.id) if each.key == "from" else None:
                if together[0] is each:
                    moves = self._quoted([self._label("move", one.id) for one in together])
                    values = listed([self._member(each, value) for value in each.gained], self.language)
                    many = "-many" if len(each.gained) > 1 else ""
                    yield self.say(f"diff-moves-from-gained{many}", values=values, moves=moves)
            elif together := ways.get(each.id) if each.change == "added" else None:
                if together[0] is each:
                    yield self._ways(together)
            else:
                yield from self.told(each)

    def _way(self, difference: Difference) -> tuple[str, ...] | None:
        """Give what new entries of one move have in common: its name, and who makes it."""
        if difference.change != "added" or self._inside(difference):
            return None
        return (self._label("move", difference.id), *held(difference.after.by))

    def _ways(self, found: list[Difference]) -> str:
        """Tell where a move of several entries leads; one that the other has too is no new move."""
        name = self._label("move", found[0].id)
        known = {move.title.to(self.language) for move in self.other.transitions.values()}
        ways = "; ".join(
            f"{listed([self._state('', one) for one in each.after.from_], self.language)}"
            f" → {self._state('', each.after.to)}"
            for each in found
        )
        first, *others = (tuple(self.describer.terms(each.after)) for each in found)
        terms = " ".join(each for each in first if all(each in other for other in others))
        return self.say(f"diff-move-ways-{'more' if name in known else 'new'}", x=name, ways=ways, terms=terms)

    def _quoted(self, names: list[str]) -> str:
        return listed([self.say("diff-quoted", name=each) for each in names], self.language)

    def told(self, difference: Difference) -> Iterator[str]:
        """Tell one difference; what was gained and what was lost are told apart."""
        if difference.change != "changed":
            yield self._whole(difference)
            return
        if difference.key == "handover":
            begun = difference.after is not None
            after = self._label("role", difference.after.to) if begun else ""
            yield self._of(difference, f"diff-move-handover-{'begun' if begun else 'ended'}", after=after)
            return
        if isinstance(difference.after, tuple):
            yield from self._lists(difference)
            return
        code = f"diff-{difference.kind}-{difference.key}"
        if isinstance(difference.after, bool) and f"{code}-true" in MESSAGES:
            yield self._of(difference, f"{code}-{str(difference.after).lower()}")
            return
        after, before = (self._value(difference, value) for value in (difference.after, difference.before))
        base = self.other.title.to(self.language)
        yield self._of(difference, code if code in MESSAGES else "diff-changed", after=after, before=before, base=base)

    def _lists(self, difference: Difference) -> Iterator[str]:
        """Tell of a list; a requirement that asks for the same thing otherwise is told as one change."""
        asked = {each.id: each for each in difference.gained if isinstance(each, _DEMANDS)}
        pairs = [(asked[each.id], each) for each in difference.lost if isinstance(each, _DEMANDS) and each.id in asked]
        for after, before in pairs:
            told = {"after": self._member(difference, after), "before": self._member(difference, before)}
            base = self.other.title.to(self.language)
            yield self._of(difference, f"diff-{difference.kind}-{difference.key}-otherwise", base=base, **told)
        paired = [each for pair in pairs for each in pair]
        for way in ("gained", "lost"):
            values = tuple(each for each in getattr(difference, way) if each not in paired)
            if values:
                yield self._listing(difference, way, values)

    # ── things that came or went ──────────────────────────────────────────────────────────────────────────────────

    def _whole(self, difference: Difference) -> str:
        home, _, _ = difference.id.rpartition(".")
        inside = bool(home) and self._home(difference, home) != home
        code = f"diff-{difference.change}{'-inside' if inside else ''}"
        more = self._more(difference) if difference.change == "added" else ""
        return self._of(difference, code, home=self._home(difference, home) if inside else "", more=more)

    def _home(self, difference: Difference, home: str) -> str:
        """Give the label of what a thing stands in: a record, a list, a service."""
        kind = {"field": "record", "option": "catalogue"}.get(difference.kind, "service")
        return self._label(kind, home)

    def _more(self, difference: Difference) -> str:
        """Give what makes a new thing clear at a glance."""
        return self.describer.describe(difference.after, self._inside(difference))

    # ── keys that changed ─────────────────────────────────────────────────────────────────────────────────────────

    def _listing(self, difference: Difference, way: str, values: tuple[Any, ...]) -> str:
        code = f"diff-{difference.kind}-{difference.key}-{way}"
        if len(values) > 1 and f"{code}-many" in MESSAGES:
            code = f"{code}-many"
        told = [self._member(difference, each) for each in values]
        # Requirements are told at length: a list of them with commas and "and" would run together.
        one_is_enough = difference.key in ("by", "held_by", "relation")
        words = self._any(told) if one_is_enough else listed(told, self.language)
        words = "; ".join(told) if isinstance(values[0], _DEMANDS) else words
        return self._of(difference, code if code in MESSAGES else f"diff-{way}", values=words)

    def _of(self, difference: Difference, code: str, **params: Param) -> str:
        """Fill in a sentence about a thing, with the thing's own words."""
        last = difference.key.rpartition(".")[2]
        known: dict[str, Param] = {
            "x": self._named_inside(difference, self._label(difference.kind, difference.id)),
            "kind": self._kind(difference),
            "key": self.say(f"diff-key-{last}") if f"diff-key-{last}" in MESSAGES else difference.key,
        }
        return self.say(code, **{**known, **params})

    def _named_inside(self, difference: Difference, name: str) -> str:
        """Say in which services it is, of what changes in a service: by itself its name is many things' name."""
        homes = self.homes.get((difference.kind, difference.id, difference.key), ())
        if not homes:
            return name
        # The name stands in quotes: what follows it begins by closing them, and leaves the last to be closed.
        words = self._quoted([self._label("service", each) for each in homes])[1:-1]
        return self.say("diff-x-inside-many" if len(homes) > 1 else "diff-x-inside", x=name, homes=words)

    def _kind(self, difference: Difference) -> str:
        if difference.kind == "record":
            return (
                self.say(f"kind-{(difference.after or difference.before).kind}")
                if not difference.key
                else self.say("diff-kind-record")
            )
        return self.say(f"diff-kind-{difference.kind}")

    def _inside(self, difference: Difference) -> str:
        """Give the service a state or move belongs to; empty on the main path."""
        first = difference.id.partition(".")[0]
        return first if "." in difference.id and first in {**self.pathway.services, **self.other.services} else ""

    def _label(self, kind: str, id_: str) -> str:
        kind = "state" if kind == "group" else kind
        label = self.ours.label(kind, id_, self.language)
        return label if label != id_ else self.theirs.label(kind, id_, self.language)

    def _roles(self, ids: tuple[str, ...]) -> str:
        return self._any([self._label("role", each) for each in ids])

    def _any(self, words: list[str]) -> str:
        """Join words of which any one is enough: "a, b tai c"."""
        if len(words) < 2:
            return "".join(words)
        return self.say("word-any", first=", ".join(words[:-1]), second=words[-1])

    def _state(self, service: str, name: str) -> str:
        fixed = {"": "show-stays", ANY_STATE: "show-any-state", PREVIOUS: "show-previous"}
        if name in fixed:
            return self.say(fixed[name])
        label = self._label("state", f"{service}.{name}" if service else name)
        return self.say("diff-quoted", name=label)

    def _member(self, difference: Difference, value: Any) -> str:
        if isinstance(value, _DEMANDS):
            home = self.pathway if value in difference.gained else self.other
            return requirement_words(value, home, Labels(home), self.language)
        if difference.kind == "move" and difference.key == "from":
            return self._state(self._inside(difference), value)
        return self._named(difference.key, value)

    def _named(self, key: str, value: str) -> str:
        last = key.rpartition(".")[2]
        if last == "relation":
            return self.say(f"diff-relation-{value}")
        if last == "kind" and f"diff-limit-{value}" in MESSAGES:
            return self.say(f"diff-limit-{value}")
        if kind := _NAMED.get(key) or _NAMED.get(last):
            label = self._label(kind, value)
            return self.say("diff-quoted", name=label) if kind in _QUOTED else label
        if last == "met_by":
            found = [self._label(kind, value) for kind in ("record", "move")]
            return next((each for each in found if each != value), value)
        return str(value)

    def _value(self, difference: Difference, value: Any) -> str:
        if isinstance(value, str) and difference.kind == "move" and difference.key == "to":
            return self._state(self._inside(difference), value).strip("”“")
        if isinstance(value, str) and value:
            return self._named(difference.key, value)
        if isinstance(value, Review):
            # A review that came or went whole: how often it is, is what a reader wants to know of it.
            return length_words(value.every, self.language)
        if isinstance(value, Dated):
            return "; ".join(f"{self._value(difference, each.value)} ({self._days(each)})" for each in value.dated)
        if isinstance(value, tuple) and value:
            return listed([self._member(difference, each) for each in value], self.language)
        return self._plainly(value)

    def _plainly(self, value: Any) -> str:
        if isinstance(value, bool):
            return self.say(f"diff-{str(value).lower()}")
        if isinstance(value, Duration):
            return length_words(value, self.language)
        if isinstance(value, Dated):
            return "; ".join(f"{self._plainly(each.value)} ({self._days(each)})" for each in value.dated)
        if isinstance(value, date):
            return day_words(value, self.language)
        if has(type(value)):
            # A whole map that came: what is in it is too much for one sentence.
            return self.say("diff-own")
        return str(value) if value not in (None, "", ()) else self.say("diff-empty")

    def _days(self, period: Any) -> str:
        ends = (("diff-from-day", period.from_), ("diff-until-day", period.to))
        return ", ".join(self.say(code, day=day_words(day, self.language)) for code, day in ends if day)

    # ── texts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _texts(self, found: list[Difference]) -> Iterator[str]:
        """Tell each name that is ours; of the texts for clients only how many there are."""
        plain = 0
        base = self.other.title.to(self.language)
        for each in found:
            if isinstance(each.after or each.before, PlainText) or each.kind == "plain":
                plain += 1
            elif each.after and each.before and each.after.to(self.language) != each.before.to(self.language):
                after, before = each.after.to(self.language), each.before.to(self.language)
                told = {"after": after, "before": before, "base": base}
                told |= {"kind": self.say("diff-kind-review")} if each.key.startswith("review.") else {}
                yield self._of(each, "diff-named", **told)
        if plain:
            yield self.say("diff-plain-one") if plain == 1 else self.say("diff-plain-many", count=plain)


_FEWEST = 3
"""From so many alike on, differences are told together."""


def _alike(found: list[Difference], mark: Callable[[Difference], Any], fewest: int) -> dict[str, list[Difference]]:
    """Give, by id, the differences that are told together because there are so many alike."""
    groups: dict[Any, list[Difference]] = {}
    for each in found:
        if marked := mark(each):
            groups.setdefault(marked, []).append(each)
    return {each.id: group for group in groups.values() if len(group) >= fewest for each in group}

"""Reading a file of phrases, and all that can be wrong with it, each with its line and column."""

from __future__ import annotations

__all__ = ["Draft", "Fault", "Line", "read_drafts"]

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import product

from attrs import field, frozen

from pathway_engine.bdd.findings import Finding
from pathway_engine.bdd.sentences import matches, nearest, spelling_regex
from pathway_engine.definition.findings import Finding as ReadingFault
from pathway_engine.definition.findings import Findings, Halt
from pathway_engine.definition.reader import read
from pathway_engine.definition.tree import Items, Mark, Node, Scalar, Table
from pathway_engine.text import LANGUAGES, message, render

_HOLE = re.compile(r"\{([^{}]*)\}")
_KEYS = (*LANGUAGES, "steps")
_MOST_SAMPLES = 200
_SAMPLES = ("1.1.2025", "3", "3 kuukautta", "3 månader", "3 months", "asiakas", "klienten", "the client", '"x"', "x")
"""What may stand where a phrase fills something in without quotes."""


@frozen
class Fault:
    """One fault: its place, and its message or what the reader of YAML said."""

    mark: Mark
    code: str
    params: Mapping[str, str] = field(factory=dict)
    read: ReadingFault | None = None

    def told(self, file: str, language: str) -> Finding:
        """Put it into words."""
        words = render(message(f"phrase-{self.code}", **self.params), language) if self.read is None else ""
        text = self.read.problem(language).message if self.read is not None else words
        return Finding(file, max(self.mark.line, 1), max(self.mark.column, 1), f"phrase-{self.code}", text)


@frozen
class Line:
    """One sentence of a phrase as it was written, and the rows of its table."""

    sentence: str
    table: tuple[tuple[str, ...], ...]
    mark: Mark


@frozen
class Draft:
    """A phrase as it was written."""

    line: int
    spellings: Mapping[str, str]
    steps: tuple[Line, ...]
    marks: Mapping[str, Mark]


def read_drafts(data: bytes, file: str) -> tuple[list[Draft], list[Fault]]:
    """Read a file of phrases.

    Args:
        data: Its bytes.
        file: What to call it.

    Returns:
        The phrases without faults, and every fault.
    """
    findings = Findings()
    try:
        tree = read(data, file, findings)
    except Halt:
        tree = Table({}, Mark(file, 1, 1))
    faults = [Fault(each.mark, "yaml", read=each) for each in findings]
    if faults:
        return [], faults
    faults += [
        Fault(entry.mark, "key", {"name": key, "known": "phrases"})
        for key, entry in tree.entries.items()
        if key != "phrases"
    ]
    nodes = tree.get("phrases")
    if not isinstance(nodes, Items):
        return [], [*faults, Fault(nodes.mark if nodes else tree.mark, "no-phrases")]
    drafts: list[Draft] = []
    for node in nodes.nodes:
        found = _draft(node)
        wrong = [found] if isinstance(found, Fault) else list(_wrong(found, drafts))
        faults += wrong
        if isinstance(found, Draft) and not wrong:
            drafts.append(found)
    return drafts, sorted(faults, key=lambda each: each.mark[1:])


# ── one phrase ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _draft(node: Node) -> Draft | Fault:
    if not isinstance(node, Table):
        return Fault(node.mark, "not-a-phrase")
    for key, entry in node.entries.items():
        if key not in _KEYS:
            return Fault(entry.mark, "key", {"name": key, "known": ", ".join(_KEYS)})
    texts = {key: value for key in LANGUAGES if (value := node.get(key)) is not None}
    steps = node.get("steps")
    if not texts or any(not isinstance(each, Scalar) for each in texts.values()):
        return Fault(node.mark, "no-spelling")
    if not isinstance(steps, Items) or not steps.nodes:
        return Fault(steps.mark if steps else node.mark, "no-steps")
    lines = [_line(each) for each in steps.nodes]
    bad = next((each for each in lines if isinstance(each, Fault)), None)
    if bad is not None:
        return bad
    spellings = {key: _text(each) for key, each in texts.items()}
    marks = {key: each.mark for key, each in texts.items()}
    return Draft(node.mark.line, spellings, tuple(each for each in lines if isinstance(each, Line)), marks)


def _text(node: Node) -> str:
    """Give what a scalar says; a bare `true` or `3` is read as it was written by people, as words."""
    value = node.value if isinstance(node, Scalar) else ""
    return " ".join(str(value).split())


def _line(node: Node) -> Line | Fault:
    """Read a sentence, with its table as a list of names or as a map."""
    if isinstance(node, Scalar):
        return Line(_text(node), (), node.mark)
    if not isinstance(node, Table) or len(node.entries) != 1:
        return Fault(node.mark, "not-a-step")
    ((sentence, entry),) = node.entries.items()
    # YAML takes the colon that ends the sentence for its own.
    written = sentence if sentence.endswith(":") else f"{sentence}:"
    rows = entry.node
    if isinstance(rows, Items) and all(isinstance(each, Scalar) for each in rows.nodes):
        return Line(written, tuple((_text(each),) for each in rows.nodes), entry.mark)
    if isinstance(rows, Table) and all(isinstance(each.node, Scalar) for each in rows.entries.values()):
        return Line(written, tuple((key, _text(each.node)) for key, each in rows.entries.items()), entry.mark)
    return Fault(rows.mark, "not-a-table")


# ── what is wrong with it ──────────────────────────────────────────────────────────────────────────────────────────


def _wrong(draft: Draft, before: list[Draft]) -> Iterator[Fault]:
    names = {key: set(_HOLE.findall(text)) for key, text in draft.spellings.items()}
    first = next(iter(names))
    for key, mark in draft.marks.items():
        bad = sorted(each for each in names[key] if not each.isidentifier())
        if bad:
            yield Fault(mark, "bad-parameter", {"name": bad[0]})
            return
        if names[key] != names[first]:
            yield Fault(mark, "parameters-differ", {"names": ", ".join(sorted(names[key] ^ names[first]))})
    yield from _taken(draft, before)
    used: set[str] = set()
    for line in draft.steps:
        here = {
            name
            for text in (line.sentence, *(cell for row in line.table for cell in row))
            for name in _HOLE.findall(text)
        }
        used |= here
        for name in sorted(here - names[first]):
            yield Fault(line.mark, "unknown-parameter", {"name": name})
        yield from _step(line)
    for name in sorted(names[first] - used):
        yield Fault(draft.marks[first], "unused-parameter", {"name": name})


def _taken(draft: Draft, before: list[Draft]) -> Iterator[Fault]:
    """Look for another reading of the phrase: by the library, or by a phrase before it."""
    for key, text in draft.spellings.items():
        filled = list(_samples(text))
        shipped = next((found[0].id for each in filled if (found := matches(each))), "")
        if shipped:
            yield Fault(draft.marks[key], "taken", {"id": shipped})
        for other in before:
            regexes = [spelling_regex(each) for each in other.spellings.values()]
            if any(regex.fullmatch(each) for regex in regexes for each in filled):
                yield Fault(draft.marks[key], "twice", {"line": str(other.line)})


def _step(line: Line) -> Iterator[Fault]:
    """A step has to be one sentence of the library, whatever is filled in, and get the table it reads."""
    read = next((found for each in _samples(line.sentence) if (found := matches(each))), ())
    if not read and line.sentence.endswith(":"):
        read = next((found for each in _samples(line.sentence[:-1]) if (found := matches(each))), ())
        if read and not read[0].pattern.may_have_table:
            yield Fault(line.mark, "table-not-taken")
            return
    if not read:
        near = next((shown for key in LANGUAGES if (shown := nearest(_HOLE.sub("x", line.sentence), key))), "")
        yield Fault(line.mark, "step-near" if near else "step", {"typed": line.sentence, "near": near})
    elif len(read) > 1:
        yield Fault(line.mark, "step-ambiguous", {"ids": ", ".join(each.id for each in read)})
    elif read[0].pattern.wants_table and not line.table:
        yield Fault(line.mark, "table-wanted")


def _samples(text: str) -> Iterator[str]:
    """Fill a phrase in: between quotes one word will do, elsewhere what the library's sentences may hold there."""
    quoted = re.sub(r'(["”“»„])\{[^{}]*\}(["”“»«])', r"\1x\2", text)
    bare = list(dict.fromkeys(_HOLE.findall(quoted)))
    for number, values in enumerate(product(_SAMPLES, repeat=len(bare))):
        if number >= _MOST_SAMPLES:
            return
        filled = dict(zip(bare, values, strict=True))
        yield _HOLE.sub(partial(_value, filled), quoted)


def _value(filled: Mapping[str, str], hole: re.Match[str]) -> str:
    return filled[hole[1]]

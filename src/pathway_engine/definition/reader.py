"""Reading YAML that somebody else wrote: an event stream with limits, before anything is built.

Only PyYAML's *events* are used. Its composer and constructors recurse (200 kB of `[` ends the
process in the C version), resolve aliases and tags, let the last of two equal keys win and read
`12:30` as 750. Here a file is a tree of maps, lists and scalars, and nothing else:

* anchors, aliases, merge keys, tags, directives and further documents are refused: reuse between
  definitions is `extends` and `use`, which can be explained and checked;
* `true`, `false`, `null` and whole numbers without leading zeros have a type, all else is text;
* control, bidirectional and invisible characters are refused, and text is normalised to NFC.
"""

from __future__ import annotations

__all__ = ["LIMITS", "Limits", "read"]

import re
from collections.abc import Callable
from unicodedata import is_normalized, normalize

import yaml
from attrs import define, field, frozen
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from pathway_engine.definition.findings import Findings, Halt
from pathway_engine.definition.tree import Entry, Items, Mark, Node, Scalar, ScalarValue, Table

FAST = hasattr(yaml, "CSafeLoader")


@frozen
class Limits:
    """How much one file may ask for; the shipped definitions stay well below each.

    Args:
        size: Bytes of the file.
        depth: Maps and lists inside one another.
        nodes: Maps, lists, keys and values in all.
        keys: Keys of one map.
        scalar: Characters of one value.
        key: Characters of one key.
    """

    size: int = 1024 * 1024
    depth: int = 64
    nodes: int = 30_000
    keys: int = 2_000
    scalar: int = 10_000
    key: int = 200


LIMITS = Limits()

# C0 but tab, line feed and carriage return; DEL and C1 (NEL among them); line and paragraph
# separators, which would break lines for some readers only; bidirectional controls, which show text
# in another order than it is read; zero-width characters; surrogates and non-characters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_TYPED: dict[str, ScalarValue] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}

# What the parsers complain about, in the words of either, and our sentence for it.
_SYNTAX = (
    (r"cannot start any token|found a tab|found character '\\t'", "syntax-token"),
    (r"mapping values are not allowed", "syntax-colon"),
    (r"could not find expected ':'", "syntax-no-colon"),
    (r"did not find expected ',' or|expected ',' or", "syntax-comma"),
    (r"did not find expected <?'?(key|block end)|expected <block end>", "syntax-indent"),
    (r"did not find expected '-' indicator", "syntax-indent"),
    (r"unexpected end of stream|EOF while", "syntax-quote"),
    (r"node content", "syntax-value"),
    (r"escape", "syntax-escape"),
    (r"indentation", "syntax-indent"),
    (r"sequence entries are not allowed", "syntax-dash"),
)


def read(data: bytes, file: str, findings: Findings, *, fast: bool = FAST) -> Table:
    """Read one file into a tree.

    Args:
        data: The file's bytes.
        file: Its name, for the places of what is found in it.
        findings: Takes what is wrong with it.
        fast: Use the parser written in C.

    Raises:
        Halt: It cannot be read to the end, or holds no map; the reason is in `findings`.
    """
    text = _decode(data, file, findings)
    before = len(findings)
    loader = yaml.CSafeLoader if fast else yaml.SafeLoader
    builder = _Builder(file, findings, nfc=is_normalized("NFC", text))
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, file, findings) from None
    except (yaml.YAMLError, ValueError) as error:
        # The C parser's own complaints about characters; an escape can still make a lone surrogate.
        mark = builder.last
        raise findings.halt(mark, "yaml-syntax", "syntax-other", problem=str(error)) from None
    return _map(builder.root, file, findings, sound=len(findings) == before)


def _map(root: Node | None, file: str, findings: Findings, *, sound: bool) -> Table:
    if isinstance(root, Table) and root.entries:
        return root
    if isinstance(root, Table) and not sound:
        raise Halt  # every key was refused, and each with its reason
    mark = root.mark if root else Mark(file, 1, 1)
    empty = root is None or isinstance(root, Table) or (isinstance(root, Scalar) and root.value is None)
    raise findings.halt(mark, "empty-file" if empty else "not-a-map")


def _decode(data: bytes, file: str, findings: Findings) -> str:
    """Make text of the bytes, or say where they are not what they should be."""
    if len(data) > LIMITS.size:
        raise findings.halt(Mark(file, 1, 1), "too-large", most=LIMITS.size)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) >= 2:
        raise findings.halt(Mark(file, 1, 1), "not-utf8", "save-as-utf8")
    try:
        # Windows editors begin a UTF-8 file with a byte order mark; it means nothing.
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start + (3 if len(error.object) < len(data) else 0)]
        mark = _place(good.decode("utf-8-sig", "replace"), file)
        raise findings.halt(mark, "not-utf8", "save-as-utf8") from None
    if found := _REFUSED.search(text):
        mark = _place(text[: found.start()], file)
        raise findings.halt(mark, "bad-character", character=_named(found[0]))
    return text


def _place(before: str, file: str) -> Mark:
    """Give the place that comes right after the text `before`."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Mark(file, len(lines), len(lines[-1]) + 1)


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def _syntax(error: yaml.MarkedYAMLError, file: str, findings: Findings) -> Exception:
    place = error.problem_mark or error.context_mark
    mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file, 1, 1)
    problem = str(error.problem or error.context or "")
    both = f"{error.context} {problem}"
    hint = next((hint for shape, hint in _SYNTAX if re.search(shape, both)), "syntax-other")
    return findings.halt(mark, "yaml-syntax", hint, problem=problem)


@define
class _Open:
    """A map or list whose end has not been read yet."""

    mark: Mark
    entries: dict[str, Entry] | None
    nodes: list[Node] = field(factory=list)
    key: str | None = None
    key_mark: Mark | None = None
    skipping: bool = False


class _Builder:
    """Builds the tree from events, on a stack of its own rather than Python's."""

    def __init__(self, file: str, findings: Findings, *, nfc: bool) -> None:
        self.root: Node | None = None
        self.last = Mark(file, 1, 1)
        self._file = file
        self._findings = findings
        self._nfc = nfc
        self._open: list[_Open] = []
        self._count = 0
        self._documents = 0
        self._by_event: dict[type[Event], Callable[..., None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }

    def take(self, event: Event) -> None:
        """Take one event of the stream.

        Raises:
            Halt: A limit is reached, or the file uses what no definition may use.
        """
        handle = self._by_event.get(type(event))
        if handle:
            start = event.start_mark
            if start is None:  # pragma: no cover - the stub's doubt; both parsers give it
                return
            self.last = mark = Mark(self._file, start.line + 1, start.column + 1)
            handle(event, mark)

    def _document(self, event: DocumentStartEvent, mark: Mark) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._findings.halt(mark, "several-documents")
        if event.version or event.tags:
            raise self._findings.halt(mark, "directive")

    def _alias(self, event: AliasEvent, mark: Mark) -> None:
        raise self._findings.halt(mark, "alias", name=f"*{event.anchor}")

    def _start(self, event: MappingStartEvent | SequenceStartEvent, mark: Mark) -> None:
        self._check(event, mark)
        if len(self._open) >= LIMITS.depth:
            raise self._findings.halt(mark, "too-deep", most=LIMITS.depth)
        self._no_key_here(mark)
        entries: dict[str, Entry] | None = {} if type(event) is MappingStartEvent else None
        self._open.append(_Open(mark, entries))

    def _end(self, event: Event, mark: Mark) -> None:  # noqa: ARG002 - all handlers take both
        done = self._open.pop()
        if done.entries is None:
            self._place(Items(tuple(done.nodes), done.mark))
        else:
            self._place(Table(done.entries, done.mark))

    def _scalar(self, event: ScalarEvent, mark: Mark) -> None:
        self._check(event, mark)
        value = event.value
        if len(value) > LIMITS.scalar:
            raise self._findings.halt(mark, "too-long", most=LIMITS.scalar)
        if event.style == '"' and (found := _REFUSED.search(value)):
            # An escape such as "\u202e" brings in what the raw text may not hold.
            raise self._findings.halt(mark, "bad-character", character=_named(found[0]))
        if not self._nfc or event.style == '"':
            value = normalize("NFC", value)
        # The C parser calls the plain style '', the one in Python None.
        bare = not event.style
        typed = self._typed(value) if bare else value
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.entries is not None and inside.key is None:
            self._key(inside, value, typed, mark)
        else:
            self._place(Scalar(typed, mark, bare))

    @staticmethod
    def _typed(text: str) -> ScalarValue:
        if text in _TYPED:
            return _TYPED[text]
        return int(text) if _INTEGER.fullmatch(text) else text

    def _check(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent, mark: Mark) -> None:
        self._count += 1
        if self._count > LIMITS.nodes:
            raise self._findings.halt(mark, "too-many", most=LIMITS.nodes)
        if event.anchor is not None:
            raise self._findings.halt(mark, "alias", name=f"&{event.anchor}")
        if event.tag is not None:
            raise self._findings.halt(mark, "tag", name=event.tag)

    def _no_key_here(self, mark: Mark) -> None:
        if self._open and self._open[-1].entries is not None and self._open[-1].key is None:
            raise self._findings.halt(mark, "bad-key", "key-is-text", name="[…]")

    def _key(self, inside: _Open, text: str, typed: ScalarValue, mark: Mark) -> None:
        entries = inside.entries if inside.entries is not None else {}
        inside.key, inside.key_mark, inside.skipping = text, mark, True
        if text == "<<":
            raise self._findings.halt(mark, "merge-key")
        if not isinstance(typed, str) or not text.strip() or len(text) > LIMITS.key:
            self._findings.add(mark, "bad-key", "key-is-text", name=text)
        elif text in entries:
            self._findings.add(mark, "duplicate-key", name=text, first=entries[text].mark.line)
        elif len(entries) >= LIMITS.keys:
            raise self._findings.halt(mark, "too-many", most=LIMITS.keys)
        else:
            inside.skipping = False

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        if not self._open:
            self.root = node
            return
        inside = self._open[-1]
        if inside.entries is None:
            inside.nodes.append(node)
            return
        if not inside.skipping and inside.key is not None and inside.key_mark is not None:
            inside.entries[inside.key] = Entry(inside.key_mark, node)
        inside.key = None

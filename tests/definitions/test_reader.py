"""Reading YAML from others: what is understood, what is refused, and where."""

import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition.findings import Finding, Findings, Halt
from pathway_engine.definition.reader import FAST, LIMITS, read
from pathway_engine.definition.tree import Mark, Scalar, Table, plain

PARSERS = [pytest.param(False, id="python"), *([pytest.param(True, id="c")] if FAST else [])]
both = pytest.mark.parametrize("fast", PARSERS)


def understood(text: str | bytes, *, fast: bool = FAST) -> Table:
    """Read a text in which nothing is wrong."""
    findings = Findings()
    data = text.encode() if isinstance(text, str) else text
    tree = read(data, "x.yaml", findings, fast=fast)
    assert list(findings) == []
    return tree


def refused(data: str | bytes, *, fast: bool = FAST) -> list[Finding]:
    """Give what is found wrong with a text."""
    findings = Findings()
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        read(raw, "x.yaml", findings, fast=fast)
    except Halt:
        assert len(findings) > 0
    return list(findings)


def places(data: str | bytes, *, fast: bool = FAST) -> list[str]:
    """Give what is found wrong as `line:column code`."""
    return [f"{each.mark.line}:{each.mark.column} {each.code}" for each in refused(data, fast=fast)]


@both
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("1_000", "1_000"),
        ("2025-12-31", "2025-12-31"),
        ("9" * 5000, "9" * 5000),
        ('"12"', "12"),
        ("'true'", "true"),
        ("a\u0308a\u0308", "ää"),
        ('"a\\u0308"', "ä"),
    ],
)
def test_only_whole_numbers_booleans_and_null_have_a_type(written: str, meant: object, *, fast: bool) -> None:
    """Everything that YAML 1.1 would make times, octals, floats or booleans of stays text, in NFC."""
    value = plain(understood(f"key: {written}\n", fast=fast))["key"]

    assert (type(meant), meant) == (type(value), value)


@both
def test_every_key_and_value_knows_its_line_and_column(*, fast: bool) -> None:
    """Places are counted from 1, in characters, whatever comes before them in the line."""
    tree = understood('ä: {"😀": 1}\nb:\n  - c: |\n      text\n  - d\n', fast=fast)

    first, second = tree.entries["ä"], tree.entries["b"]
    assert isinstance(first.node, Table)
    assert first.mark == Mark("x.yaml", 1, 1)
    assert first.node.entries["😀"].mark == Mark("x.yaml", 1, 5)
    assert first.node.entries["😀"].node == Scalar(1, Mark("x.yaml", 1, 10), bare=True)
    assert second.node.mark == Mark("x.yaml", 3, 3)
    assert plain(tree) == {"ä": {"😀": 1}, "b": [{"c": "text\n"}, "d"]}


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 empty-file"),
        ("# only words\n", "1:1 empty-file"),
        ("- a\n- b\n", "1:1 not-a-map"),
        ("word\n", "1:1 not-a-map"),
        ("a: &x 1\n", "1:4 alias"),
        ("a: *x\n", "1:4 alias"),
        ("a: &x [*x]\n", "1:4 alias"),
        ("a: 1\n<<: {b: 2}\n", "2:1 merge-key"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4 tag"),
        ("a: !!str 1\n", "1:4 tag"),
        ("a: ! 1\n", "1:4 tag"),
        ("%YAML 1.1\n---\na: 1\n", "1:1 directive"),
        ("%TAG ! tag:example.org,2000:\n---\na: 1\n", "1:1 directive"),
        ("a: 1\n---\nb: 2\n", "2:1 several-documents"),
        ("a: 1\nb: 2\na: 3\n", "3:1 duplicate-key"),
        ("1: a\n", "1:1 bad-key"),
        ("true: a\n", "1:1 bad-key"),
        ("~: a\n", "1:1 bad-key"),
        ('"": a\n', "1:1 bad-key"),
        ("? [a]\n: b\n", "1:3 bad-key"),
        ("? {a: 1}\n: b\n", "1:3 bad-key"),
        ("a: b\x00c\n", "1:5 bad-character"),
        ('a: "b\\0c"\n', "1:4 bad-character"),
        ('a: "\\u202e"\n', "1:4 bad-character"),
        ("a: b\u202ec\n", "1:5 bad-character"),
        ("a: b\u200bc\n", "1:5 bad-character"),
        ("a: b\u0085c\n", "1:5 bad-character"),
        ("a: b\ufeffc\n", "1:5 bad-character"),
        ("a: b: c\n", "1:5 yaml-syntax"),
        ("a:\n\t- b\n", "2:1 yaml-syntax"),
        ("a: [b\n", "2:1 yaml-syntax"),
        ("a: 'b\n", "2:1 yaml-syntax"),
        ("a: @b\n", "1:4 yaml-syntax"),
        ("a:\n  - b\n c: d\n", "3:2 yaml-syntax"),
    ],
)
def test_what_no_definition_uses_is_refused_at_its_place(text: str, expected: str, *, fast: bool) -> None:
    """Both parsers refuse the same texts, each with the place of the fault."""
    assert [expected] == places(text, fast=fast)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: 1\nb: \xff\n", "2:4 not-utf8"),
        ("ä: 1\nö: ä".encode() + b"\xc3\n", "2:5 not-utf8"),
        (b"a: \xed\xa0\x80\n", "1:4 not-utf8"),
        (b"a: \xc0\xaf\n", "1:4 not-utf8"),
        ("a: 1\n".encode("utf-16"), "1:1 not-utf8"),
        ("a: 1\n".encode("utf-16-be"), "1:1 not-utf8"),
        ("a: 1\n".encode("utf-32"), "1:1 not-utf8"),
        ("ääni\n".encode("latin-1"), "1:1 not-utf8"),
    ],
)
def test_what_is_not_utf8_is_refused_at_its_place(data: bytes, expected: str) -> None:
    """The first wrong byte is named by line and column of the characters before it."""
    assert [expected] == places(data)


def test_a_byte_order_mark_at_the_very_beginning_is_passed_over() -> None:
    """What Windows editors write before the text shifts no column and is no fault."""
    tree = understood(b"\xef\xbb\xbfa: 1\n")

    assert tree.entries["a"].mark == Mark("x.yaml", 1, 1)


def test_several_faults_of_one_file_are_found_together() -> None:
    """Duplicate and wrong keys do not end the reading."""
    assert places("a: 1\na: 2\n7: 3\na: 4\n") == ["2:1 duplicate-key", "3:1 bad-key", "4:1 duplicate-key"]


def test_a_duplicate_key_names_the_first_line() -> None:
    """The reader of the message need not search for the other one."""
    [finding] = refused("b: 0\na: 1\nc: {}\na: 2\n")

    assert finding.params == {"name": "a", "first": 2}


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "brackets": (lambda: b"a: " + b"[" * 200_000, "too-deep"),
    "open braces": (lambda: b"a: " + b"{a: " * 100_000, "too-deep"),
    "block nesting": (lambda: b"- " * 100_000, "too-deep"),
    "indented nesting": (
        lambda: b"".join(b" " * n + b"a:\n" for n in range(1000)),
        "too-deep",
    ),
    "keys": (lambda: b"".join(b"k%d: 1\n" % n for n in range(100_000)), "too-large|too-many"),
    "the same key": (lambda: b"k: 1\n" * 100_000, "duplicate-key"),
    "long list": (lambda: b"a: [" + b"1," * 400_000 + b"1]\n", "too-many"),
    "empty lists": (lambda: b"a: [" + b"[]," * 300_000 + b"]\n", "too-many"),
    "question marks": (lambda: b"? " * 200_000, "bad-key|yaml-syntax|too-deep"),
    "scalar of a megabyte": (lambda: b"a: " + b"x" * 1_000_000, "too-long"),
    "scalar of words": (lambda: b"a: " + b"x " * 500_000, "too-long"),
    "scalar of lines": (lambda: b"a:\n" + b"  x\n" * 250_000, "too-long"),
    "quoted scalar": (lambda: b'a: "' + b"\\n" * 500_000 + b'"', "too-long"),
    "block scalar": (lambda: b"a: |\n" + b"  x\n" * 250_000, "too-long"),
    "unclosed quote": (lambda: b'a: "' + b"x\n " * 300_000, "yaml-syntax|too-long"),
    "comment": (lambda: b"#" + b"x" * 1_000_000, "empty-file"),
    "blank lines": (lambda: b"\n" * 1_000_000, "empty-file"),
    "fifty megabytes": (lambda: b"a: " + b"x" * 50_000_000, "too-large"),
    "long key": (lambda: b"x" * 1_000_000 + b": 1\n", "yaml-syntax|bad-key|too-long"),
    "long quoted key": (lambda: b'"' + b"x" * 1000 + b'": 1\n', "bad-key"),
    "laughs": (
        lambda: b"a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n",
        "alias",
    ),
    "merge bomb": (lambda: b"a: &a {x: 1}\nb: {<<: [*a, *a]}\n", "alias"),
    "self alias": (lambda: b"a: &a [*a]\n", "alias"),
    "anchors": (lambda: b"".join(b"k%d: &a%d 1\n" % (n, n) for n in range(50_000)), "alias"),
    "directives": (lambda: b"%X y\n" * 100_000, "directive|yaml-syntax"),
    "documents": (lambda: b"---\n" * 100_000, "several-documents"),
    "combining marks": (("a: e" + "\u0301" * 400_000).encode, "too-long"),
    "emoji": (("a: " + "😀" * 200_000).encode, "too-long"),
    "tabs": (lambda: b"a: b" + b"\t" * 500_000 + b"c\n", "too-long|yaml-syntax"),
    "colons": (lambda: b"a: " + b"b:" * 300_000, "yaml-syntax|too-long"),
}


@both
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_fast_and_within_bounds(name: str, *, fast: bool) -> None:
    """Each is refused with a place, in a moment and in a few megabytes beside the file itself."""
    make, expected = HOSTILE[name]
    data = make()
    took = []
    # The better of two runs: a collection of everybody's garbage may fall into one of them.
    for _ in range(2 if fast else 1):
        started = time.process_time()
        found = refused(data, fast=fast)
        took.append(time.process_time() - started)

    assert found[0].code in expected.split("|")
    assert found[0].mark.line >= 1
    assert found[0].mark.column >= 1
    # A guard against work that grows out of hand, with room for a slow machine: `python -m bench hostile` prints the
    # figures, which are held to 0.2 s for the parser in C.
    assert min(took) < (1.0 if fast else 5.0)


def test_memory_is_bounded_for_the_worst_file_that_is_read() -> None:
    """A file at all its limits takes some tens of megabytes, not gigabytes."""
    data = b"a: [" + b"[]," * 300_000 + b"]\n"
    tracemalloc.start()

    refused(data)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 80 * 1024 * 1024


def test_what_stays_below_every_limit_is_read() -> None:
    """The limits are where they are said to be: one less is fine."""
    deep = "a: " + "[" * (LIMITS.depth - 1) + "]" * (LIMITS.depth - 1)
    keys = "\n".join(f"k{number}: 1" for number in range(LIMITS.keys))

    understood(deep)
    understood(keys)
    understood("a: " + "x" * LIMITS.scalar)
    assert places("a: " + "[" * LIMITS.depth) == ["1:67 too-deep"]
    assert [f"{LIMITS.keys + 1}:1 too-many"] == places(keys + "\nmore: 1")
    assert places("a: " + "x" * (LIMITS.scalar + 1)) == ["1:4 too-long"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8")))
def test_any_bytes_give_a_tree_or_findings(data: bytes) -> None:
    """Nothing but a tree or findings comes out, and both parsers agree on which."""
    outcomes = []
    for fast in (False, FAST):
        findings = Findings()
        try:
            tree = plain(read(data, "x", findings, fast=fast))
            outcomes.append(repr(tree))
        except Halt:
            assert len(findings) > 0
            outcomes.append("refused")
    assert outcomes[0] == outcomes[1] or "refused" in outcomes


SCALARS = st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.text("abc äö-", max_size=8)
TREES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)


@both
@given(tree=st.dictionaries(st.text("abc", min_size=1, max_size=4), TREES, min_size=1, max_size=4))
def test_json_reads_as_itself(tree: dict[str, object], *, fast: bool) -> None:
    """JSON is YAML: what a JSON writer wrote is read as the same values."""
    import json

    text = json.dumps(tree, ensure_ascii=False)

    assert tree == plain(understood(text, fast=fast))

"""Whatever a label says, it is a label: wherever a definition, a case or a report is written out (faults 68)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.case import commands as c
from pathway_engine.cli.visible import visible
from pathway_engine.definition import Pathway, load_text
from pathway_engine.definition.digest import from_plain, to_plain
from pathway_engine.definition.labels import Labels
from pathway_engine.diagrams import picture
from pathway_engine.reports.histories import Period
from pathway_engine.reports.tables import Report, Table, row
from pathway_engine.reports.writing import as_csv, as_data, as_text
from pathway_engine.show import Teller, history_text, mermaid, situation, step_lines
from pathway_engine.show.outline import outline
from pathway_engine.show.yaml_text import yaml_text
from pathway_engine.testing import Desk, varied
from pathway_engine.text import Ref, Text, message

NASTY = (
    "'; DROP TABLE pathway_cases; --",
    "% _ %s %(x)s %d",
    "{} {0} {typed} {0.__class__}",
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>",
    '"]; click A href "javascript:alert(1)"',
    '%%{init: {"theme":"x"}}%%',
    '" URL="javascript:alert(1)',
    '=HYPERLINK("http://x")',
    "+1+cmd|'/c calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "a\r\n   42  Asiakas on päättynyt.",
    "a\n[INFO] forged",
    "[link](javascript:alert(1)) ![x](http://x)",
    "__proto__",
    "constructor",
    "&amp; &#x3c; ]]> <![CDATA[",
    "\\",
    "'\"`$(touch x)`",
    "ÅÄÖ åäö 😀 \u0391\u0410A",
    "\u05d0\u05d1 \u0627\u0644",
)
SHAPES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\u2028\u2029\ufeff"),
    min_size=1,
    max_size=30,
)


def hostile(words: str) -> Pathway:
    """Give the sample with every label in it replaced, whatever it belongs to; a number keeps them apart."""
    plain = to_plain(varied())
    numbers = iter(range(10_000))

    def replaced(node: Any) -> Any:
        if isinstance(node, dict):
            if set(node) == {"fi", "sv", "en"}:
                return dict.fromkeys(node, f"{words} {next(numbers)}")
            return {key: replaced(each) for key, each in node.items()}
        return [replaced(each) for each in node] if isinstance(node, list) else node

    return from_plain(replaced(plain))


def test_every_label_is_replaced() -> None:
    """The search is as good as its sample: roles, parties, fields, options, moves, services and time limits."""
    labels = Labels(hostile("NASTY"))
    kinds = "role coach, organisation east, field checklist.why, option signs.school, move begin, state planning"
    more = "service activity, deadline decision_due, record meeting, permit share, pathway varied, flag several_needs"
    for kind, id_ in (each.split() for each in f"{kinds}, {more}".split(", ")):
        assert labels.label(kind, id_, "sv").startswith("NASTY"), kind


# ── drawn ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", NASTY)
def test_a_diagram_has_the_same_parts_whatever_labels_say(words: str) -> None:
    """As many nodes and arrows in Mermaid, as many elements in SVG, each of a kind that draws and nothing else."""
    plain, drawn = (
        [re.sub(r'".*"', "", line) for line in mermaid(hostile(each), "fi").splitlines()[3:]] for each in ("x", words)
    )
    assert drawn == plain
    kinds = {each.tag.rpartition("}")[2] for each in ET.fromstring(picture(hostile(words), "fi")).iter()}  # noqa: S314
    assert kinds <= {"svg", "title", "rect", "text", "path", "circle", "polygon", "g"}


@given(words=SHAPES)
def test_a_picture_is_well_formed_whatever_labels_say(words: str) -> None:
    """Any letters that a definition may hold make a picture that a reader of XML reads."""
    text = Text(fi=words, sv=words, en=words)
    of = attrs.evolve(
        varied(), title=text, states={name: attrs.evolve(each, title=text) for name, each in varied().states.items()}
    )

    drawn = picture(of, "fi")

    assert drawn.count("<text") == len(list(ET.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")))  # noqa: S314


# ── written ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", NASTY)
def test_a_definition_written_as_yaml_or_json_is_the_same_again(words: str) -> None:
    """Not a letter is lost or gains a meaning on the way out and in."""
    of = hostile(words)

    again = load_text(yaml_text(of))

    assert to_plain(again) == to_plain(of)
    assert json.loads(json.dumps(to_plain(of), ensure_ascii=False)) == to_plain(of)


def lines_of(of: Pathway) -> Iterator[str]:
    """Give what people read of a case: history, situation and steps; and of a definition."""
    desk = Desk(of)
    worker = c.Actor(subject="worker-1", organisation="north", roles={"worker", "coach"})
    k: dict[str, Any] = {"case": "k", "actor": worker}
    desk.do(c.Open(**k, client="client"))
    desk.do(c.Record(**k, record="checklist", fields={"signs": "school"}))
    desk.do(c.Move(**k, trigger="begin"))
    desk.do(c.GivePermit(**k, kind="share", recipient="east"))
    desk.do(c.ProposeHandover(**k, receiver="east", receiver_role="coach"))
    labels = Labels(of)
    yield from history_text((Teller(lambda _: of, "sv").tell(event) for event in desk.journals["k"]), "sv")
    yield from situation(desk.cases["k"], of, "sv")
    yield from step_lines(desk.steps("k", worker), desk.cases["k"], labels, "sv")
    yield from outline(of, "sv").split("\n")


@pytest.mark.parametrize("words", NASTY)
def test_no_label_makes_a_line_of_its_own(words: str) -> None:
    """Nobody reads an event that was not: a label with a line feed in it stays inside its line."""
    for line in lines_of(hostile(words)):
        assert "\n" not in line
        assert "\r" not in line
        assert visible(line) == line


# ── counted ────────────────────────────────────────────────────────────────────────────────────────────────────────


def report(of: Pathway) -> Report:
    """Give a report whose rows are named by labels."""
    rows = tuple(row(name, Ref("state", name), 7, -3, 2.5) for name in of.states)
    table = Table("states", "report-title-flow", ("report-column-cases",) * 3, rows, (message("plain", text="–"),))
    return Report("flow", "north", Period(None, None), (table,), (of,))


@pytest.mark.parametrize("words", NASTY)
def test_a_spreadsheet_computes_nothing_that_a_label_says(words: str) -> None:
    """No cell begins as a formula does, unless it is a figure; there are as many rows and cells as there were."""
    of = hostile(words)
    read = list(csv.reader(io.StringIO(as_csv(report(of), "en"))))

    assert len(read) == 1 + 3 * len(of.states)
    assert {len(line) for line in read} == {6}
    for cell in (cell for line in read for cell in line):
        assert cell[:1] not in set("=+-@\t\r\n") or re.fullmatch(r"-?\d+(\.\d+)?", cell), cell
    assert any("-3" in line for line in read)
    assert json.loads(json.dumps(as_data(report(of))))["tables"][0]["id"] == "states"
    assert len([line for line in as_text(report(of), "fi") if "\n" in line]) == 0

"""Single rules of the checker: requirements that exclude one another, words that show a gate, reports of all kinds."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from pathway_engine.definition import demands as d
from pathway_engine.definition.check import SEVERITIES, check, examine
from pathway_engine.definition.check.asking import can_all_hold
from pathway_engine.definition.check.report import as_json, as_sarif, as_text, explain, failing, known_codes, nearest
from pathway_engine.definition.check.vocabulary import GATES, REASONS, first_match, words_of
from pathway_engine.definition.load import load_with_origins
from pathway_engine.errors import Problem
from pathway_engine.requirements import Situation, all_missing
from pathway_engine.testing import varied
from pathway_engine.text import LANGUAGES, Text
from tests.definitions.test_bad_definitions import BAD, shelf

# ── contradictions ─────────────────────────────────────────────────────────────────────────────────────────────────

TODAY = date(2025, 3, 3)
OF = varied()
RECORDS = {name: each for name, each in OF.records.items() if name in ("checklist", "assessment", "agreement")}


@frozen
class Held:
    """A record as a requirement sees it."""

    coded: dict[str, Any]
    used: bool
    occurred_on: date = TODAY
    sealed: frozenset[str] = frozenset({"goals", "why", "signs"})

    def holds(self, name: str) -> bool:
        """Tell whether a field is filled in."""
        return name in self.coded or name in self.sealed


@frozen(kw_only=True)
class AnyCase:
    """A case as a requirement sees it."""

    state: str = "planning"
    pending_on: date = TODAY
    entered_on: date = TODAY
    records: dict[str, Any] = field(factory=dict)
    named: dict[str, Any] = field(factory=dict)
    services: dict[str, Any] = field(factory=dict)
    permits: dict[str, Any] = field(factory=dict)
    flags: tuple[str, ...] = ()


@st.composite
def cases(draw: st.DrawFn) -> AnyCase:
    """Give cases with some records, filled in some way, and some flags."""
    found = {}
    for name, kind in RECORDS.items():
        if draw(st.booleans()):
            fields = {key: _value(draw, each.type) for key, each in kind.fields.items() if each.class_ == "coded"}
            kept = {key: value for key, value in fields.items() if draw(st.integers(0, 4))}
            found[name] = Held(kept, draw(st.booleans()))
    flags = draw(st.lists(st.sampled_from(sorted(OF.flags)), unique=True))
    return AnyCase(records=found, flags=tuple(flags), entered_on=TODAY - timedelta(days=draw(st.integers(0, 40))))


def _value(draw: st.DrawFn, kind: str) -> Any:
    signs = st.sampled_from(["school", "health"])
    return draw(
        {
            "choice": signs,
            "choices": st.lists(signs, unique=True).map(tuple),
            "date": st.sampled_from(["2025-01-01", "2025-06-01", "2026-01-01"]),
            "integer": st.integers(1, 9),
            "boolean": st.booleans(),
        }.get(kind, st.just("worker"))
    )


WHERES = [
    d.Where(),
    d.Where(present=("hours",)),
    d.Where(any_of=("hours", "areas")),
    d.Where(equals={"hours": 3}),
    d.Where(one_of={"hours": (3, 4)}),
    d.Where(min={"hours": 4}),
    d.Where(max={"hours": 3}),
    d.Where(contains={"areas": "school"}),
    d.Where(at_least={"areas": 2}),
    d.Where(equals={"wants_work": True}),
]


def asked() -> st.SearchStrategy[d.Requirement]:
    """Give requirements on three types of record and two flags, alone and inside one another."""
    flags = st.builds(d.FlagRequirement, flag=st.sampled_from(sorted(OF.flags)), up=st.booleans())
    plain = st.builds(d.RecordRequirement, record=st.sampled_from(sorted(RECORDS)), fresh=st.booleans())
    assessed = st.builds(
        d.RecordRequirement, record=st.just("assessment"), where=st.sampled_from(WHERES), fresh=st.booleans()
    )
    return st.recursive(st.one_of(flags, plain, assessed, assessed), _around, max_leaves=4)


def _around(inner: st.SearchStrategy[d.Requirement]) -> st.SearchStrategy[d.Requirement]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(d.AllOf, all=several),
        st.builds(d.AnyOf, any=several),
        st.builds(d.Not, not_=inner),
        st.builds(evolve, inner, when=inner),
    )


def required(record: str) -> frozenset[str]:
    """Give the required fields of a record."""
    return frozenset(name for name, each in OF.records[record].fields.items() if each.required)


@given(st.lists(asked(), max_size=4), st.lists(cases(), min_size=12, max_size=12))
def test_what_some_case_meets_is_no_contradiction(wanted: list[d.Requirement], some: list[AnyCase]) -> None:
    """The checker says "never" only of what no case meets: whatever is met once is not contradictory."""
    met = any(not all_missing(wanted, Situation(pathway=OF, case=case, today=TODAY)) for case in some)

    assert not met or can_all_hold(wanted, required)


PLAN = d.RecordRequirement(record="assessment")
HOURS = {"hours": 5}


@pytest.mark.parametrize(
    "excluding",
    [
        [d.FlagRequirement(flag="x"), d.Not(not_=d.FlagRequirement(flag="x"))],
        [d.FlagRequirement(flag="x", up=False), d.Not(not_=d.FlagRequirement(flag="x", up=False))],
        [d.ServiceRequirement(service="a"), d.ServiceRequirement(service="a", status="closed")],
        [d.Not(not_=PLAN), d.RecordRequirement(record="assessment", where=d.Where(equals=HOURS))],
        [d.Not(not_=PLAN), d.RecordRequirement(record="assessment", fresh=True)],
        [d.RecordRequirement(record="r", where=d.Where(one_of={"f": (1, 2)}, min={"f": 3}))],
        [d.RecordRequirement(record="r", where=d.Where(min={"f": "2026-01-01"}, max={"f": "2025-01-01"}))],
        [
            d.RecordRequirement(record="r", where=d.Where(equals={"f": 1})),
            d.RecordRequirement(record="r", where=d.Where(one_of={"f": (2, 3)})),
        ],
        [
            d.MeetingRequirement(meeting="m", present=("a", "b")),
            d.Not(not_=d.MeetingRequirement(meeting="m", present=("a",))),
        ],
        [
            d.EvaluationsRequirement(evaluations="m", by=("a",)),
            d.Not(not_=d.EvaluationsRequirement(evaluations="m", by=())),
        ],
        [d.BasisRequirement(basis="p", recipient="x"), d.Not(not_=d.BasisRequirement(basis="p"))],
        [d.AnyOf(any=(PLAN, PLAN)), d.Not(not_=d.AnyOf(any=(PLAN, d.FlagRequirement(flag="x"))))],
        [d.AllOf(all=(PLAN, d.Not(not_=d.AllOf(all=(PLAN, PLAN)))))],
        [PLAN, d.Not(not_=d.FlagRequirement(flag="x", when=PLAN)), d.FlagRequirement(flag="x")],
    ],
)
def test_contradictions_are_seen(excluding: list[d.Requirement]) -> None:
    """Each of these lists asks for something and for what excludes it."""
    assert not can_all_hold(excluding, required)


@pytest.mark.parametrize(
    "together",
    [
        [],
        [d.FlagRequirement(flag="x"), d.FlagRequirement(flag="y", up=False)],
        [d.FlagRequirement(flag="x"), d.FlagRequirement(flag="x", up=False, when=d.FlagRequirement(flag="y"))],
        [PLAN, d.Not(not_=d.RecordRequirement(record="assessment", fresh=True))],
        [PLAN, d.Not(not_=d.RecordRequirement(record="assessment", where=d.Where(equals=HOURS)))],
        [d.RecordRequirement(record="r", where=d.Where(min={"f": 3}, max={"f": 3}))],
        [
            d.MeetingRequirement(meeting="m", present=("a",)),
            d.Not(not_=d.MeetingRequirement(meeting="m", present=("a", "b"))),
        ],
        [d.Not(not_=d.AllOf(all=(PLAN, d.FlagRequirement(flag="x")))), PLAN],
        [
            d.AnyOf(any=(d.FlagRequirement(flag="x"), d.FlagRequirement(flag="y"))),
            d.Not(not_=d.FlagRequirement(flag="x")),
        ],
    ],
)
def test_what_can_be_met_is_let_be(together: list[d.Requirement]) -> None:
    """Each of these lists is met by some case."""
    assert can_all_hold(together, required)


def test_a_list_too_long_to_be_looked_through_is_taken_to_be_possible() -> None:
    """Fifteen alternatives of three each are not counted out, and nobody waits for it."""
    choices = [d.AnyOf(any=tuple(d.FlagRequirement(flag=f"{number}_{each}") for each in "abc")) for number in range(15)]
    impossible = [d.FlagRequirement(flag="z"), d.FlagRequirement(flag="z", up=False)]

    assert can_all_hold([*choices, *impossible], required)


# ── words ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("code", "called"),
    [
        ("readiness-gate", "ei valmis"),
        ("readiness-gate", "Valmiusarvio"),
        ("readiness-gate", "not_ready"),
        ("readiness-gate", "job_ready"),
        ("readiness-gate", "inte redo"),
        ("readiness-gate", "pisteet"),
        ("readiness-gate", "total_score"),
        ("diagnosis-gate", "Diagnoosi"),
        ("diagnosis-gate", "autism spectrum diagnosis"),
        ("benefit-gate", "etuuden saaja"),
        ("benefit-gate", "disability_pension"),
        ("benefit-gate", "eläkepäätös"),
        ("benefit-gate", "förmån"),
        ("absence-gate", "poissaolot"),
        ("absence-gate", "no_show"),
        ("absence-gate", "uteblev"),
        ("consent-gate", "Suostumus"),
        ("consent-gate", "samtycke"),
    ],
)
def test_words_that_show_a_gate(code: str, called: str) -> None:
    """Ids and labels of all three languages are read."""
    assert first_match(GATES[code], words_of(called, Text(called, called, called)))


@pytest.mark.parametrize(
    "called",
    [
        "Arvio on valmis",
        "report_ready",
        "Suunnitelma valmistui",
        "benefits_counselling",
        "Etuusneuvonta",
        "förmånsrådgivning",
        "Benefits counselling",
        "client's own view",
        "disclosure_choice",
        "Työ- ja toimintakyvyn arvio",
        "recognition_checklist",
        "Kutsutut, jotka eivät tulleet",
    ],
)
def test_words_with_a_harmless_use_are_let_be(called: str) -> None:
    """A paper may be ready, and counselling about benefits is a service."""
    words = words_of(called, Text(called, called, called))

    assert not any(first_match(pattern, words) for pattern in GATES.values())


@pytest.mark.parametrize(
    "called", ["ei valmis", "jono", "kö", "queue", "aika täynnä", "time is up", "tiden är slut", "poissaolo"]
)
def test_reasons_that_must_not_exist(called: str) -> None:
    """Neither the client's readiness nor the clock nor a queue is a reason."""
    assert REASONS.search(called)


@pytest.mark.parametrize(
    "called", ["oma toive", "muutto", "määräaika päättyi", "sovittu jakso päättyi", "eläke", "kör bil"]
)
def test_reasons_that_life_gives(called: str) -> None:
    """A fixed term may end, and a pension may begin."""
    assert not REASONS.search(called)


# ── reports ────────────────────────────────────────────────────────────────────────────────────────────────────────

ERROR = Problem("region.yaml", 4, 7, "no-outcome", "No way.", "error")
WARNING = Problem("region.yaml", 9, 1, "missing-plain", "No text.", "warning")
INFO = Problem("", 0, 0, "to-verify", "To verify.", "info")


def test_text_tells_what_ought_to_be_mended_and_strictly_everything() -> None:
    """A line for each problem with its place, and how many there are; notes only when asked for."""
    told = as_text([ERROR, WARNING, WARNING, INFO], "fi")

    assert told == [
        "region.yaml:4:7 no-outcome No way.",
        "region.yaml:9:1 missing-plain (varoitus) No text.",
        "Virheitä 1, varoituksia 1, tiedoksi 0.",
    ]
    assert "<text>:0:0 to-verify (info) To verify." in as_text([ERROR, INFO], "en", strict=True)
    assert as_text([INFO], "sv") == []


def test_only_errors_fail_and_strictly_warnings_too() -> None:
    """What is only good to know never fails."""
    assert failing([ERROR])
    assert not failing([WARNING, INFO])
    assert failing([WARNING], strict=True)
    assert not failing([INFO], strict=True)


def test_sarif_has_a_rule_for_every_code_and_a_place_for_every_result() -> None:
    """The log holds together: each result points to its rule, and every place is one an editor can open."""
    log = as_sarif([ERROR, WARNING, WARNING, INFO, Problem("/regions/ä b.yaml", 2, 3, "alias", "Alias.")], "sv")
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]

    assert log["version"] == "2.1.0"
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [each["ruleId"] for each in run["results"]]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note", "error"]
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert places[3]["artifactLocation"]["uri"] == "file:///regions/%C3%A4%20b.yaml"
    assert all(place["region"]["startLine"] >= 1 for place in places)
    assert json.loads(json.dumps(log)) == log


def test_json_has_every_field_of_a_problem() -> None:
    """Programs get what people get."""
    assert as_json([WARNING]) == [
        {
            "file": "region.yaml",
            "line": 9,
            "column": 1,
            "code": "missing-plain",
            "severity": "warning",
            "message": "No text.",
        }
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_with_an_example(language: str) -> None:
    """What it means, and how to mend it; a misspelt code is led to the right one."""
    for code in known_codes():
        lines = explain(code, language)
        assert lines[0] == code
        assert len(lines[2]) > 20
        if code in SEVERITIES:
            assert any(line.startswith("    ") for line in lines)
    assert explain("no-such", language) == []
    assert nearest("missing-plan") == "missing-plain"
    assert nearest("zzz") == ""


def test_a_definition_that_is_loaded_is_checked_as_one_that_is_examined() -> None:
    """`check` and `examine` say the same of a definition that loads."""
    name = "several-warnings"
    texts = {**shelf(), name: (BAD / f"{name}.yaml").read_bytes()}

    assert check(load_with_origins(name, sources=texts), "fi") == examine(name, sources=texts, language="fi")

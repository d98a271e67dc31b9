"""What was found, for people and for programs: text, JSON, SARIF; and what a code means.

Everything here is a function from values to values; printing is the command line's business.
"""

from __future__ import annotations

__all__ = ["as_json", "as_sarif", "as_text", "explain", "failing", "known_codes", "nearest"]

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pathway_engine._version import __version__
from pathway_engine.definition.findings import closest
from pathway_engine.errors import Problem
from pathway_engine.text import text_of
from pathway_engine.text.explanations import EXPLANATIONS

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def failing(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Tell whether what was found forbids using the definition; strictly, whether anything ought to be mended."""
    serious = {"error", "warning"} if strict else {"error"}
    return any(problem.severity in serious for problem in problems)


def as_text(problems: Iterable[Problem], language: str, *, strict: bool = False) -> list[str]:
    """Write a line for each problem, `file:line:column code message`, and how many there are.

    Args:
        problems: What was found; what several definitions have from one base is told once.
        language: Language of the words around: `fi`, `sv` or `en`.
        strict: Also tell what is only good to know.
    """
    told = [each for each in dict.fromkeys(problems) if strict or each.severity != "info"]
    counts = Counter(each.severity for each in told)
    lines = [_line(each, language) for each in told]
    if told:
        shown = {severity: counts[severity] for severity in _LEVELS}
        lines.append(text_of("check-summary", language).format_map(shown))
    return lines


def _line(problem: Problem, language: str) -> str:
    if problem.severity == "error":
        return str(problem)
    word = text_of(f"check-{problem.severity}", language)
    return f"{problem.file or '<text>'}:{problem.line}:{problem.column} {problem.code} ({word}) {problem.message}"


def as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Give every problem as plain data."""
    return [
        {
            "file": each.file,
            "line": each.line,
            "column": each.column,
            "code": each.code,
            "severity": each.severity,
            "message": each.message,
        }
        for each in problems
    ]


def as_sarif(problems: Sequence[Problem], language: str) -> dict[str, Any]:
    """Give a log in SARIF 2.1.0, which editors and code hosts show beside the lines.

    Args:
        problems: What was found.
        language: Language of the explanations.
    """
    told = list(dict.fromkeys(problems))
    codes = sorted({each.code for each in told})
    return {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "pathway-engine",
                        "version": __version__,
                        "rules": [_rule(code, language) for code in codes],
                    }
                },
                # Columns are counted in characters, not in UTF-16 units.
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, codes.index(each.code)) for each in told],
            }
        ],
    }


def _rule(code: str, language: str) -> Mapping[str, Any]:
    return {"id": code, "fullDescription": {"text": EXPLANATIONS[code].text.to(language)}}


def _result(problem: Problem, rule: int) -> Mapping[str, Any]:
    # A fault without a place, such as a file that is not there, stands at its beginning.
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    file = Path(problem.file)
    uri = file.as_uri() if file.is_absolute() else quote(file.as_posix())
    place = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": place}],
    }


def known_codes() -> tuple[str, ...]:
    """Give every code that a problem may have."""
    return tuple(sorted(EXPLANATIONS))


def explain(code: str, language: str) -> list[str]:
    """Write what a code means, why it matters, and an example of how to mend it; nothing for an unknown code."""
    found = EXPLANATIONS.get(code)
    if found is None:
        return []
    lines = [code, "", found.text.to(language)]
    for word, example in (("check-instead-of", found.wrong), ("check-write", found.right)):
        if example:
            lines += ["", text_of(word, language), *(f"    {line}" for line in example.splitlines())]
    return lines


def nearest(code: str) -> str:
    """Give the code that was perhaps meant; empty when none is like it."""
    return closest(code, EXPLANATIONS) or ""

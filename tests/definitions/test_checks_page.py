"""The reference page of the checker's codes says what the checker does: its tables are made from the code.

After a code is added or its explanation changed: `python -m tests.definitions.test_checks_page`.
"""

from pathlib import Path

from pathway_engine.definition.check import SEVERITIES
from pathway_engine.text.explanations import EXPLANATIONS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "checks.md"
BEGIN, END = "<!-- codes: made by tests/definitions/test_checks_page.py -->\n", "<!-- end of codes -->\n"


def tables() -> str:
    """Give the tables of all codes: the checker's by severity, then those of loading."""
    parts = []
    for heading, severity in (("Errors", "error"), ("Warnings", "warning"), ("Notes", "info")):
        parts.append(table(heading, [code for code, each in SEVERITIES.items() if each == severity]))
    parts.append(table("Errors of loading", sorted(set(EXPLANATIONS) - set(SEVERITIES))))
    return "\n".join(parts)


def table(heading: str, codes: list[str]) -> str:
    """Give one table."""
    rows = [f"| `{code}` | {EXPLANATIONS[code].text.en.replace('|', '&#124;')} |\n" for code in codes]
    return f"### {heading}\n\n| code | meaning |\n|---|---|\n{''.join(rows)}"


def page() -> str:
    """Give the page with its tables made anew."""
    text = PAGE.read_text(encoding="utf-8")
    head, tail = text.split(BEGIN)[0], text.split(END)[1]
    return f"{head}{BEGIN}\n{tables()}\n{END}{tail}"


def test_the_page_is_up_to_date() -> None:
    """Every code stands on the page with its severity and what it means."""
    assert page() == PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

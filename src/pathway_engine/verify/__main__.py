"""`python -m pathway_engine.verify DATABASE [--checkpoint FILE …]`: exit 0 clean, 1 findings, 2 cannot say."""

from __future__ import annotations

__all__ = ["main"]

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import CannotVerify, Evidence, verify_database
from .checkpoints import statements
from .evidence import HELD_AGAINST, UNSEEN
from .findings import CLEAN, LANGUAGES


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify a database and print what was found.

    Args:
        arguments: Those of the command line when left out.

    Returns:
        0 when the database is as its journals say, 1 when there are findings, 2 when nothing can be said.
    """
    parser = argparse.ArgumentParser(prog="verify", description="Verify the journals of a database.")
    parser.add_argument("database", help="sqlite:///path/to/file, the path of a SQLite file, or postgresql://…")
    parser.add_argument("--json", action="store_true", help="print findings as JSON, for programs")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the findings")
    parser.add_argument("--prefix", default="pathway_", help="what the name of every table begins with")
    parser.add_argument("--schema", default="", help="schema of the tables on PostgreSQL")
    _many(parser, "--checkpoint", "a checkpoint kept elsewhere; several oldest first")
    _many(parser, "--public-key", "PEM file of a key that signed them")
    parser.add_argument("--acknowledged", type=Path, metavar="FILE", help="what clients were told: CASE NUMBER [KEY]")
    asked = parser.parse_args(arguments)
    evidence = Evidence(tuple(asked.checkpoint), tuple(asked.public_key), asked.acknowledged)
    try:
        found = verify_database(asked.database, prefix=asked.prefix, schema=asked.schema, evidence=evidence)
    except CannotVerify as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if asked.json:
        sys.stdout.write(json.dumps([each.plain(asked.lang) for each in found], ensure_ascii=False, indent=2) + "\n")
    else:
        lines = [each.line(asked.lang) for each in found] or [CLEAN[asked.lang]]
        sys.stdout.writelines(f"{line}\n" for line in (*lines, *seen(evidence, asked.lang)))
    return 1 if found else 0


def _many(parser: argparse.ArgumentParser, name: str, told: str) -> None:
    parser.add_argument(name, action="append", default=[], type=Path, metavar="FILE", help=told)


def seen(evidence: Evidence, language: str) -> Iterator[str]:
    """Say which checkpoints a database was held against; without any, what could not be seen."""
    for told in statements(evidence.checkpoints, evidence.public_keys):
        yield HELD_AGAINST[language].format(**told._asdict())
    if not evidence.checkpoints:
        yield UNSEEN[language]


if __name__ == "__main__":
    sys.exit(main())

"""`python -m pathway_engine.verify DATABASE [--json] [--lang fi|sv|en]`: exit 0 clean, 1 findings, 2 cannot say."""

from __future__ import annotations

__all__ = ["main"]

import argparse
import json
import sys
from collections.abc import Sequence

from . import CannotVerify, verify_database
from .findings import CLEAN, LANGUAGES


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify a database and print what was found.

    Args:
        arguments: Those of the command line when left out.

    Returns:
        0 when the database is as its journals say, 1 when there are findings, 2 when nothing can be said.
    """
    parser = argparse.ArgumentParser(prog="verify", description="Verify the journals of a database.")
    parser.add_argument("database", help="sqlite:///path/to/file, or the path of a SQLite file")
    parser.add_argument("--json", action="store_true", help="print findings as JSON, for programs")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the findings")
    parser.add_argument("--prefix", default="pathway_", help="what the name of every table begins with")
    asked = parser.parse_args(arguments)
    try:
        found = verify_database(asked.database, prefix=asked.prefix)
    except CannotVerify as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if asked.json:
        sys.stdout.write(json.dumps([each.plain(asked.lang) for each in found], ensure_ascii=False, indent=2) + "\n")
    else:
        lines = [each.line(asked.lang) for each in found] or [CLEAN[asked.lang]]
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

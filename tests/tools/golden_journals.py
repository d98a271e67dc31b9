"""Write the golden journals of this version: once, when it is released.

    python -m tests.tools.golden_journals NAME        writes tests/golden/NAME.jsonl.gz
    python -m tests.tools.golden_journals NAME --again   writes it anew: only while NAME has never been released

A file of golden journals that was released is never written again: there are journals like those in registers. What a
later version writes otherwise goes into a file of its own, beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from pathway_engine.definition.digest import to_plain
from pathway_engine.journal.canonical import canonical_text
from pathway_engine.journal.ledger import opened
from tests.golden.keeping import GOLDEN, Kept, packed
from tests.golden.stories import REGISTER, Golden, told


def journals(definitions: dict[str, str]) -> Iterator[Kept]:
    """Tell every story, and give what is kept of it; the definitions it was told under are added to `definitions`."""
    for name, story in told():
        for case in story.cases:
            kept = _kept(story, name, case)
            for digest in {entry.digest for entry in kept.entries}:
                pathway = story.engine.library.of(digest, story.store).pathway
                definitions[digest] = canonical_text(to_plain(pathway))
            yield kept


def _kept(story: Golden, name: str, case: str) -> Kept:
    loaded = story.store.load(REGISTER, case)
    entries = story.store.scan(REGISTER, case)
    row = loaded.key
    key = story.keys.unwrap(REGISTER, case, row.wrapped, row.key_id) if row is not None and not loaded.erased else None
    return Kept(
        name=f"{name} {case}",
        entries=entries,
        key=key.secret if key else None,
        opened={each.seq: opened(each, key) for each in entries if each.sealed is not None} if key else {},
        state=loaded.row.snapshot,
    )


def main(arguments: list[str]) -> int:
    """Write the file; 1 when it is there already."""
    names = [each for each in arguments if each != "--again"]
    if len(names) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    path = GOLDEN / f"{names[0]}.jsonl.gz"
    if path.exists() and "--again" not in arguments:
        sys.stderr.write(f"{path} is there already: what was released is never written again\n")
        return 1
    definitions: dict[str, str] = {}
    kept = list(journals(definitions))
    path.write_bytes(packed(definitions, kept))
    sys.stdout.write(f"{len(kept)} journals, {sum(len(each.entries) for each in kept)} events: {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

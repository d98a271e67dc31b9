"""What was written into the wrong person's case is put right by erasing it and beginning anew (faults 70, §D2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_engine.case import commands as c
from pathway_engine.errors import CaseErased
from pathway_engine.verify import verify_database
from tests.keeping.archive import CLIENT, KEEPER, WORDS, WORKER, Archive, sqlite_store
from tests.keeping.test_erasing import raw, wrapped_key

OTHERS = "toisen ihmisen asia"


def test_what_is_another_person_s_goes_and_the_client_s_own_begins_anew(tmp_path: Path) -> None:
    """A correction keeps both values, so it is not enough: the case is erased, and its successor names it."""
    archive = Archive(sqlite_store(tmp_path))
    archive.opened()
    archive.do(c.Record, WORKER, record="talk", fields={"said": OTHERS})
    wrong = archive.engine.case("k").version
    archive.do(c.Correct, WORKER, seq=wrong, fields={"said": WORDS})
    told = [each.personal.get("said") for each in archive.engine.history("k", WORKER, unseal=True)]
    assert OTHERS in told
    key = wrapped_key(archive)

    archive.do(c.Erase, KEEPER, ground="wrong_person")
    archive.do(c.Open, WORKER, "anew", client=CLIENT.subject, continues="k")
    archive.do(c.Record, WORKER, "anew", record="talk", fields={"said": WORDS})

    with pytest.raises(CaseErased):
        archive.engine.history("k", CLIENT, unseal=True)
    assert archive.engine.history("anew", CLIENT, unseal=True)[-1].personal == {"said": WORDS}
    assert archive.engine.history("anew", CLIENT)[0].event.body.continues == "k"  # type: ignore[attr-defined]
    files = raw(tmp_path)
    assert key not in files
    assert OTHERS.encode() not in files
    assert verify_database(f"sqlite:///{tmp_path / 'cases.db'}") == []
    archive.store.close()


def test_an_erased_case_takes_in_nothing_personal_by_any_command() -> None:
    """Every command with a note, or with sealed fields, ends as one that cannot be: nothing is sealed without a key."""
    archive = Archive()
    archive.opened()
    archive.do(c.Erase, KEEPER, ground="wrong_person")
    length = archive.engine.case("k").version

    for command in (
        c.Record(case="k", actor=WORKER, record="talk", fields={"said": WORDS}),
        c.Correct(case="k", actor=WORKER, seq=2, fields={"said": WORDS}),
        c.Restrict(case="k", actor=CLIENT, reason="vapaa teksti"),
        c.Forbid(case="k", actor=CLIENT, recipient="north", note=WORDS),
        c.Move(case="k", actor=WORKER, trigger="finish", note=WORDS),
    ):
        with pytest.raises(CaseErased):
            archive.engine.do(command)

    assert archive.engine.case("k").version == length

"""A restricted case is not opened (GDPR art. 18), but by the client and for what the law leaves."""

from __future__ import annotations

import pytest

from pathway_engine.case import commands as c
from pathway_engine.engine.reading import UNSEALED_FOR
from pathway_engine.errors import CaseRestricted
from tests.keeping.archive import CLIENT, REGISTER, WORDS, Archive


def worker(purpose: str) -> c.Actor:
    """Give the worker, with a purpose."""
    return c.Actor(subject="worker-1", organisation="north", roles="worker", purpose=purpose)


def test_sealed_fields_of_a_restricted_case_stay_sealed(archive: Archive) -> None:
    """For everyday work they are not opened, and the attempt is logged as refused; the coded history is still told."""
    archive.opened()
    archive.do(c.Restrict, CLIENT, reason="other")

    with pytest.raises(CaseRestricted):
        archive.engine.history("k", worker("service"), unseal=True)
    assert len(archive.engine.history("k", worker("service"))) == archive.engine.case("k").version
    log = archive.store.read(REGISTER, "k")
    assert [(each.action, each.allowed) for each in log] == [("open", False), ("history", True)]  # type: ignore[union-attr]


@pytest.mark.parametrize("purpose", UNSEALED_FOR)
def test_for_some_purposes_a_restricted_case_is_opened(archive: Archive, purpose: str) -> None:
    """A legal claim, the client's own request, and the protection of others are what the law leaves."""
    archive.opened()
    archive.do(c.Restrict, CLIENT, reason="other")

    assert archive.engine.history("k", worker(purpose), unseal=True)[1].personal["said"] == WORDS


def test_the_client_s_own_access_is_not_restricted() -> None:
    """The client, and whoever represents them, reads what is kept, whatever the purpose says."""
    archive = Archive()
    archive.opened()
    archive.do(c.Restrict, CLIENT, reason="other")

    assert archive.engine.history("k", CLIENT, unseal=True)[1].personal["said"] == WORDS


def test_lifted_the_case_is_opened_as_before() -> None:
    """A restriction holds until it is lifted, and no longer."""
    archive = Archive()
    archive.opened()
    archive.do(c.Restrict, CLIENT, reason="other")
    archive.do(c.LiftRestriction, c.Actor(subject="w", organisation="north", roles="own_worker"), reason="other")

    assert archive.engine.history("k", worker("service"), unseal=True)[1].personal["said"] == WORDS

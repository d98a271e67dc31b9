"""What every store owes its callers, as tests that any store can be put to.

A store of your own is tested by one factory that gives an empty store each time::

    from pathway_engine.stores.conformance import conformance

    TestOurStore = conformance(lambda: OurStore(fresh_database()))

The first half are claims about writing, reading, queues and keeping, one test each; the second is a state machine of
Hypothesis that does the same to your store and to the memory store and wants the same answers. Needs the extra
`pathway-engine[testing]`.
"""

from __future__ import annotations

__all__ = ["conformance"]

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

_SUITES = ("writing", "reading", "queues", "keeping")
# A failed assertion shows its values, as in tests of one's own.
pytest.register_assert_rewrite(*(f"{__name__}.{each}" for each in (*_SUITES, "against_memory")))

from pathway_engine.stores.conformance import keeping, queues, reading, writing  # noqa: E402 - the line above comes first
from pathway_engine.stores.conformance.against_memory import against_memory  # noqa: E402
from pathway_engine.stores.port import Store  # noqa: E402

_Marked = Callable[..., object]


def conformance(factory: Callable[[], Store]) -> type:
    """Give a class of tests for pytest to collect: assign it to a name that begins with `Test`.

    Args:
        factory: Gives an empty store; it is closed after each test.
    """

    def store(_self: object) -> Iterator[Store]:
        made = factory()
        yield made
        made.close()

    tests: dict[str, Any] = {}
    for suite in (writing, reading, queues, keeping):
        tests |= {name: staticmethod(test) for name, test in _tests_of(suite)}
    tests["store"] = pytest.fixture(store)

    def test_it_answers_as_the_memory_store_does() -> None:
        """Whatever is done to both, in whatever order, both answer the same."""
        against_memory(factory)

    tests[test_it_answers_as_the_memory_store_does.__name__] = staticmethod(test_it_answers_as_the_memory_store_does)
    return type("Conformance", (), tests | {"__doc__": "What every store owes its callers."})


def _tests_of(suite: ModuleType) -> Iterator[tuple[str, _Marked]]:
    yield from ((name, test) for name, test in vars(suite).items() if name.startswith("test_"))

"""Next versions of the sample pathway, for cases that are to move to them."""

from collections.abc import Collection, Mapping
from typing import Any

from attrs import evolve

from pathway_engine.definition.digest import digest_of
from pathway_engine.definition.model import Deadline, Pathway
from pathway_engine.testing import varied


def next_version(
    renamed: Mapping[str, str] | None = None,
    *,
    without: Collection[str] = (),
    brought: Mapping[str, Deadline] | None = None,
    version: str = "2",
) -> Pathway:
    """Give the sample with states renamed, with things taken out of it by their ids, and with deadlines brought."""
    of, names = varied(), dict(renamed or {})

    def called(state: str) -> str:
        return names.get(state, state)

    def kept(things: Mapping[str, Any]) -> dict[str, Any]:
        return {key: each for key, each in things.items() if key not in without}

    moves = {
        key: evolve(each, from_=tuple(map(called, each.from_)), to=called(each.to) if each.to else each.to)
        for key, each in kept(of.transitions).items()
    }
    new = evolve(
        of,
        version=version,
        states={called(key): each for key, each in of.states.items()},
        transitions=moves,
        deadlines={
            **{key: evolve(each, in_=tuple(map(called, each.in_))) for key, each in kept(of.deadlines).items()},
            **(brought or {}),
        },
        services=kept(of.services),
        organisations=kept(of.organisations),
        capacities={key: evolve(each, counts=tuple(map(called, each.counts))) for key, each in of.capacities.items()},
    )
    return evolve(new, digest=digest_of(new))

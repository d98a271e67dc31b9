"""Requirements taken apart: every single one with its place, and whether several can hold together."""

from __future__ import annotations

__all__ = ["Asked", "asked", "can_all_hold"]

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from attrs import define, evolve, field, frozen

from pathway_engine.definition.check.comparing import Literal, clash
from pathway_engine.definition.demands import AllOf, AnyOf, FlagRequirement, Not, Requirement, ServiceRequirement
from pathway_engine.definition.tree import Path

# Ways of meeting requirements multiply; a list that needs more looking than this is taken to be possible.
_MOST_LOOKED_AT = 5000


@frozen
class Asked:
    """A single requirement inside a list.

    Args:
        what: The requirement.
        path: Where it stands.
        holds: False when it stands in a `not`: it must not hold.
    """

    what: Requirement
    path: Path
    holds: bool = True


def asked(requirements: Iterable[Requirement], *path: str | int) -> Iterator[Asked]:
    """Give every single requirement of a list. What stands in a `when` is not asked of anybody, and left out."""
    for index, each in enumerate(requirements):
        yield from _single(each, (*path, index), holds=True)


def _single(what: Requirement, path: Path, *, holds: bool) -> Iterator[Asked]:
    match what:
        case AllOf():
            for index, each in enumerate(what.all):
                yield from _single(each, (*path, "all", index), holds=holds)
        case AnyOf():
            for index, each in enumerate(what.any):
                yield from _single(each, (*path, "any", index), holds=holds)
        case Not():
            yield from _single(what.not_, (*path, "not"), holds=not holds)
        case _:
            yield Asked(what, path, holds)


# ── whether all of a list can hold at once ─────────────────────────────────────────────────────────────────────────


def can_all_hold(requirements: Sequence[Requirement], required: Callable[[str], frozenset[str]]) -> bool:
    """Tell whether some case could meet all the requirements at once.

    Args:
        requirements: What is asked.
        required: Gives the required fields of a type of record, which come with the record.

    Returns:
        False only when it is certain that none could. Two requirements are known to exclude each other when one is the
        other's contrary, or when they want different values of one field of one record.
    """
    return _Search(required).finds([(each, True) for each in requirements], ())


Goal = tuple[Requirement, bool]


@define
class _Search:
    required: Callable[[str], frozenset[str]]
    looked_at: int = field(default=0)

    def finds(self, goals: list[Goal], held: tuple[Literal, ...]) -> bool:
        """Look for a way to reach all goals beside what is held already."""
        self.looked_at += 1
        if not goals or self.looked_at > _MOST_LOOKED_AT:
            return True
        (what, holds), rest = goals[0], goals[1:]
        if what.when is not None:
            return self._on_condition(what, what.when, rest, held, holds=holds)
        match what:
            case AllOf():
                return self._several(what.all, rest, held, together=holds, holds=holds)
            case AnyOf():
                return self._several(what.any, rest, held, together=not holds, holds=holds)
            case Not():
                return self.finds([(what.not_, not holds), *rest], held)
            case _:
                return self._one(_literal(what, holds=holds), rest, held)

    def _one(self, literal: Literal, rest: list[Goal], held: tuple[Literal, ...]) -> bool:
        fits = not any(clash(literal, each, self.required) for each in (*held, literal))
        return fits and self.finds(rest, (*held, literal))

    def _on_condition(
        self, what: Requirement, when: Requirement, rest: list[Goal], held: tuple[Literal, ...], *, holds: bool
    ) -> bool:
        bare: Requirement = evolve(what, when=None)
        if holds:
            return self.finds([(when, False), *rest], held) or self.finds([(bare, True), *rest], held)
        return self.finds([(when, True), (bare, False), *rest], held)

    def _several(
        self, parts: Iterable[Requirement], rest: list[Goal], held: tuple[Literal, ...], *, together: bool, holds: bool
    ) -> bool:
        goals = [(each, holds) for each in parts]
        if together:
            return self.finds(list(chain(goals, rest)), held)
        return any(self.finds([goal, *rest], held) for goal in goals)


def _literal(what: Requirement, *, holds: bool) -> Literal:
    """Give what is asked in its plainest form, without name; "flag down" is the contrary of "flag up"."""
    plain: Requirement = evolve(what, id="")
    match plain:
        case FlagRequirement(up=False):
            return Literal(evolve(plain, up=True), not holds)
        case ServiceRequirement(status="closed"):
            return Literal(evolve(plain, status="open"), not holds)
        case _:
            return Literal(plain, holds)

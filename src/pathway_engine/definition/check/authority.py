"""Whether anybody at all can do what a definition asks of a role."""

from __future__ import annotations

__all__ = ["Authority", "every"]

from collections.abc import Iterable
from typing import TypeVar

from attrs import frozen

from pathway_engine.definition.model import Dated, Field, Pathway, RecordType

T = TypeVar("T")


def every(value: T | Dated[T]) -> tuple[T, ...]:
    """Give a value, or each of those it has over time."""
    return tuple(period.value for period in value.dated) if isinstance(value, Dated) else (value,)


@frozen
class Authority:
    """What people can do under a definition, whatever the case.

    A role without any relation to the case is somebody spoken of, never somebody who acts (semantics §M3, §B3).
    """

    pathway: Pathway

    def acts(self, role: str) -> bool:
        """Tell whether somebody can act in a role. Unknown roles are told of elsewhere and count as able."""
        known = self.pathway.roles.get(role)
        if known is None:
            return True
        # A region's matter, such as an agreement between authorities, has no client who could act in it.
        relations = set(known.relation) - ({"client"} if self.pathway.subject == "region" else set())
        return bool(relations)

    def anybody(self, roles: Iterable[str]) -> bool:
        """Tell whether somebody can act in one of the roles."""
        return any(self.acts(role) for role in roles)

    def may_move(self, by: tuple[str, ...] | Dated[tuple[str, ...]]) -> bool:
        """Tell whether somebody may make a move at some time."""
        return any(self.anybody(roles) for roles in every(by))

    def may_record(self, record: RecordType) -> bool:
        """Tell whether somebody may make a record of that type."""
        return self.anybody(record.by)

    def can_fill(self, field: Field) -> bool:
        """Tell whether somebody can supply a field: there is somebody, and something to choose from."""
        catalogue = self.pathway.catalogues.get(field.options)
        if catalogue is not None and not catalogue.items:
            return False
        return not field.by or self.anybody(field.by)

    def is_client(self, role: str) -> bool:
        """Tell whether it is the client who acts in a role."""
        known = self.pathway.roles.get(role)
        return known is not None and "client" in known.relation and self.acts(role)

"""Every name that a shipped definition uses leads somewhere."""

from collections.abc import Iterator, Mapping

from pathway_engine.definition.demands import (
    MeetingRequirement,
    RecordRequirement,
    RoleNamedRequirement,
)
from pathway_engine.definition.model import (
    Dated,
    Pathway,
)
from tests.workflows.shipped import all_deadlines, all_moves, each_pathway, leaves, makers, pathway


def _answering(of: Pathway) -> Iterator[str]:
    states = [*of.states.values()]
    for service in of.services.values():
        states.extend(service.states.values())
        yield from service.by
        if service.review:
            yield from service.review.notify
    for state in states:
        if isinstance(state.responsible, Dated):
            yield from (each.value for each in state.responsible.dated)
        elif state.responsible:
            yield state.responsible


def roles_named(of: Pathway) -> Iterator[str]:
    """Give every role that anything in a pathway names."""
    yield from _answering(of)
    for _, move in all_moves(of):
        yield from (*makers(move), *move.agreed_by)
        if move.handover:
            yield from (move.handover.to, *move.handover.escalate_to)
        for each in leaves((*move.requires, *move.advises)):
            if isinstance(each, RoleNamedRequirement):
                yield each.role_named
            elif isinstance(each, MeetingRequirement):
                yield from each.present
    for _, deadline in all_deadlines(of):
        yield from (*deadline.notify, *deadline.escalate_to)
    for record in of.records.values():
        yield from record.by
        for field in record.fields.values():
            yield from field.by
    for role in of.roles.values():
        yield from role.held_by
    yield from (capacity.per for capacity in of.capacities.values())


@each_pathway
def test_every_role_that_is_named_exists(name: str) -> None:
    """No move, record, state or time limit names a role that is not declared."""
    of = pathway(name)

    assert set(roles_named(of)) <= set(of.roles)


@each_pathway
def test_every_record_and_list_that_is_named_exists(name: str) -> None:
    """Moves and time limits rest on records that exist, and choices on lists that exist."""
    of = pathway(name)
    events = {*of.records, *(move.trigger or key for key, move in all_moves(of))}
    events |= {key.rpartition(".")[2] for key in events}

    for where, move in all_moves(of):
        wanted = list(leaves((*move.requires, *move.advises)))
        records = {each.record for each in wanted if isinstance(each, RecordRequirement)}
        assert records <= set(of.records), where
        assert move.handover is None or set(move.handover.extract) <= set(of.records), where
        assert not move.reasons or move.reasons in of.catalogues, where
    for where, deadline in all_deadlines(of):
        assert set(deadline.met_by) <= events, where
    for record in of.records.values():
        for field in record.fields.values():
            assert (field.options in of.catalogues) == field.type.startswith("choice")


@each_pathway
def test_what_is_asked_of_fields_can_be_seen(name: str) -> None:
    """Rules look at coded fields only; of a sealed one they ask at most that it is filled in."""
    of = pathway(name)

    for where, move in all_moves(of):
        for each in leaves((*move.requires, *move.advises)):
            if not isinstance(each, RecordRequirement):
                continue
            fields = of.records[each.record].fields
            named = (each.where.present, each.where.any_of)
            assert all(key in fields for keys in named for key in keys), where
            valued: list[Mapping[str, object]] = [
                each.where.equals,
                each.where.one_of,
                each.where.contains,
                each.where.at_least,
                each.where.min,
                each.where.max,
                each.where.within,
            ]
            keys = {key for asked in valued for key in asked}
            assert all(fields[key].class_ == "coded" for key in keys), where
    for where, deadline in all_deadlines(of):
        if deadline.from_.startswith("record."):
            _, record, field = deadline.from_.split(".")
            assert of.records[record].fields[field].class_ == "coded", where
            assert of.records[record].fields[field].type == "date", where

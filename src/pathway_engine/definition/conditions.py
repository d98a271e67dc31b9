"""Whether requirements can be asked at all: their names, and the fields they look at.

A sealed field is one whose class is not `coded`. The rules never see its content, so a requirement
may only ask whether it is filled in (semantics §D1).
"""

from __future__ import annotations

__all__ = ["check_requirements", "readable_field"]

import re
from collections.abc import Iterable
from datetime import date

from pathway_engine.definition.demands import (
    STATUSES,
    AllOf,
    AnyOf,
    BasisRequirement,
    CapacityRequirement,
    ElapsedRequirement,
    EvaluationsRequirement,
    FlagRequirement,
    MeetingRequirement,
    Not,
    PredicateRequirement,
    RecordRequirement,
    Requirement,
    RoleNamedRequirement,
    Scalar,
    ServiceRequirement,
    Where,
)
from pathway_engine.definition.findings import Word
from pathway_engine.definition.model import Field
from pathway_engine.definition.scope import References

# The single names in each kind of requirement: what they name, and the attribute, which is the key.
_NAMES: dict[type, tuple[tuple[str, str], ...]] = {
    RecordRequirement: (("record", "record"),),
    BasisRequirement: (("permit", "basis"), ("organisation", "recipient")),
    RoleNamedRequirement: (("role", "role_named"),),
    MeetingRequirement: (("record", "meeting"),),
    ServiceRequirement: (("service", "service"),),
    FlagRequirement: (("flag", "flag"),),
    EvaluationsRequirement: (("record", "evaluations"),),
    CapacityRequirement: (("capacity", "capacity"),),
}
_SINCE = ("state_entered", "pending")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# The comparisons of `where`, and the types of field each makes sense for.
_FITTING: dict[str, tuple[str, ...]] = {
    "equals": ("text", "choice", "date", "integer", "boolean", "role", "organisation", "worker"),
    "one_of": ("text", "choice", "date", "integer", "role", "organisation", "worker"),
    "contains": ("choices", "roles"),
    "at_least": ("choices", "roles"),
    "min": ("integer", "date"),
    "max": ("integer", "date"),
    "within": ("date",),
}


def check_requirements(names: References, requirements: Iterable[Requirement], *path: str | int) -> None:
    """Check each of a list of requirements and what is inside them."""
    for index, requirement in enumerate(requirements):
        _check(names, requirement, *path, index)


def _check(names: References, what: Requirement, *path: str | int) -> None:  # noqa: C901, PLR0912 - one case a kind
    if what.when is not None:
        _check(names, what.when, *path, "when")
    for kind, attribute in _NAMES.get(type(what), ()):
        names.one(kind, getattr(what, attribute), *path, attribute)
    match what:
        case RecordRequirement():
            _check_where(names, what.record, what.where, *path, "where")
        case ServiceRequirement() if what.status not in STATUSES:
            mark = names.origins.value(*path, "status")
            names.findings.unknown(mark, "unknown-value", what.status, STATUSES)
        case MeetingRequirement():
            names.each("role", what.present, *path, "present")
        case EvaluationsRequirement():
            names.each("role", what.by, *path, "by")
        case ElapsedRequirement():
            _check_since(names, what.since, *path, "since")
        case AllOf():
            check_requirements(names, what.all, *path, "all")
        case AnyOf():
            check_requirements(names, what.any, *path, "any")
        case Not():
            _check(names, what.not_, *path, "not")
        case PredicateRequirement():
            for index, each in enumerate(what.inputs):
                _check_input(names, each, *path, "inputs", index)
        case _:
            pass


def _check_since(names: References, since: str, *path: str | int) -> None:
    kind, _, record = since.partition(".")
    if kind == "record" and record:
        names.one("record", record, *path)
    elif since not in _SINCE:
        mark = names.origins.value(*path)
        names.findings.unknown(mark, "unknown-value", since, (*_SINCE, "record.…"))


def _check_input(names: References, given: str, *path: str | int) -> None:
    record, dot, field = given.partition(".")
    if dot:
        names.one("record", record, *path)
        names.field(record, field, *path)
        readable_field(names, record, field, *path)
    elif given not in ("state", "flag"):
        names.one("flag", given, *path)


def readable_field(names: References, record: str, name: str, *path: str | int) -> Field | None:
    """Give a field whose content rules may read; None, and a finding if it is sealed, when not."""
    known = names.scope.records.get(record)
    field = known.fields.get(name) if known else None
    if field is None:
        return None
    if field.class_ != "coded":
        names.note_key("sealed-field", *path, name=f"{record}.{name}", found=field.class_)
        return None
    return field


def _check_where(names: References, record: str, where: Where, *path: str | int) -> None:
    for key, asked in (("present", where.present), ("any_of", where.any_of)):
        for index, name in enumerate(asked):
            names.field(record, name, *path, key, index)
    for key, fitting in _FITTING.items():
        for name, value in getattr(where, key).items():
            place = (*path, key, name)
            if name not in names.scope.fields.get(record, {name}):
                names.findings.unknown(
                    names.origins.key(*place),
                    "unknown-name",
                    name,
                    names.scope.fields[record],
                    kind=Word("field"),
                )
                continue
            field = readable_field(names, record, name, *place)
            if field is None:
                continue
            if field.type not in fitting:
                names.note_key("wrong-comparison", *place, name=key, found=field.type)
            elif key not in ("at_least", "within"):
                _check_values(names, field, value, *place)


def _check_values(names: References, field: Field, value: Scalar | tuple[Scalar, ...], *path: str | int) -> None:
    if isinstance(value, tuple):
        for index, each in enumerate(value):
            _check_values(names, field, each, *path, index)
        return
    fits = {"integer": type(value) is int, "boolean": type(value) is bool, "date": _is_date(value)}
    if not fits.get(field.type, type(value) is str):
        names.note("wrong-value", *path, name=str(value), found=field.type)
    elif field.type in ("choice", "choices"):
        names.option(field.options, str(value), *path)
    elif field.type in ("role", "roles"):
        names.one("role", str(value), *path)
    elif field.type == "organisation":
        names.one("organisation", str(value), *path)


def _is_date(value: Scalar) -> bool:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True

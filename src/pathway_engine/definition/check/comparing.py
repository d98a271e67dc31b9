"""When two single requirements cannot both hold, and when one of them never can."""

from __future__ import annotations

__all__ = ["Literal", "clash", "never_fits"]

from collections.abc import Callable

from attrs import frozen

from pathway_engine.definition.demands import (
    BasisRequirement,
    EvaluationsRequirement,
    MeetingRequirement,
    RecordRequirement,
    Requirement,
    Scalar,
    Where,
)
from pathway_engine.definition.model import Field

RequiredFields = Callable[[str], frozenset[str]]


@frozen
class Literal:
    """A single requirement that must hold, or must not."""

    what: Requirement
    holds: bool


def clash(one: Literal, other: Literal, required: RequiredFields) -> bool:
    """Tell whether two requirements cannot both be met by one case; with itself, whether one never can be."""
    if one.holds != other.holds:
        yes, no = (one, other) if one.holds else (other, one)
        return yes.what == no.what or _brings_along(yes.what, no.what, required)
    if not one.holds:
        return False
    if isinstance(one.what, RecordRequirement) and isinstance(other.what, RecordRequirement):
        # A case has one record of a type that counts: both must be content with the same one.
        return one.what.record == other.what.record and _differ(one.what.where, other.what.where)
    return False


# ── one requirement brings another along ───────────────────────────────────────────────────────────────────────────


def _brings_along(strong: Requirement, weak: Requirement, required: RequiredFields) -> bool:
    """Tell whether whoever meets `strong` meets `weak` as well."""
    match strong, weak:
        case RecordRequirement(), RecordRequirement():
            same = strong.record == weak.record and strong.fresh >= weak.fresh
            return same and _narrower(strong.where, weak.where, required(strong.record))
        case MeetingRequirement(), MeetingRequirement():
            same = strong.meeting == weak.meeting and strong.fresh >= weak.fresh
            return same and set(strong.present) >= set(weak.present)
        case EvaluationsRequirement(), EvaluationsRequirement():
            same = strong.evaluations == weak.evaluations and strong.fresh >= weak.fresh
            return same and set(strong.by) >= set(weak.by)
        case BasisRequirement(), BasisRequirement():
            return strong.basis == weak.basis and not weak.recipient
        case _:
            return False


_COMPARISONS = ("equals", "one_of", "contains", "at_least", "min", "max", "within")


def _narrower(strong: Where, weak: Where, required: frozenset[str]) -> bool:
    """Tell whether a record that fits `strong` is certain to fit `weak`."""
    filled = {*required, *strong.present, *(name for key in _COMPARISONS for name in getattr(strong, key))}
    one_is_filled = set(weak.any_of) & filled or (strong.any_of and set(strong.any_of) <= set(weak.any_of))
    if not set(weak.present) <= filled or (weak.any_of and not one_is_filled):
        return False
    return all(getattr(weak, key).items() <= getattr(strong, key).items() for key in _COMPARISONS)


# ── two requirements want different values of one field ────────────────────────────────────────────────────────────


def _differ(one: Where, other: Where) -> bool:
    return any(_no_value(name, one, other) for name in _fields(one) & _fields(other))


def _fields(where: Where) -> set[str]:
    return {*where.equals, *where.one_of, *where.min, *where.max}


def _no_value(name: str, one: Where, other: Where) -> bool:
    """Tell whether no value of a field could please both."""
    choices = [{each.equals[name]} for each in (one, other) if name in each.equals]
    choices += [set(each.one_of[name]) for each in (one, other) if name in each.one_of]
    least = [_order(each.min[name]) for each in (one, other) if name in each.min]
    most = [_order(each.max[name]) for each in (one, other) if name in each.max]
    if least and most and max(least) > min(most):
        return True
    if not choices:
        return False
    left = [_order(value) for value in set.intersection(*choices)]
    return not any((not least or value >= max(least)) and (not most or value <= min(most)) for value in left)


def _order(value: Scalar) -> tuple[int, str]:
    # As `requirements` compares: whole numbers as numbers, days as their ISO text.
    return (value, "") if isinstance(value, int) else (0, str(value))


# ── one requirement wants a value that the field never has ─────────────────────────────────────────────────────────


def never_fits(where: Where, name: str, field: Field, choices: int) -> str:
    """Give the comparison that no value of the field can pass; empty when there is none.

    Args:
        where: What is asked.
        name: The field.
        field: How it is declared.
        choices: How many choices there are for a field of several.
    """
    failing = {
        "at_least": where.at_least.get(name, 0) > choices,
        "one_of": name in where.one_of and not where.one_of[name],
    }
    if field.type == "integer":
        failing |= {
            "equals": name in where.equals and not _within(where.equals[name], field),
            "one_of": name in where.one_of and not any(_within(value, field) for value in where.one_of[name]),
            "min": name in where.min and field.max is not None and _number(where.min[name]) > field.max,
            "max": name in where.max and field.min is not None and _number(where.max[name]) < field.min,
        }
    return next((key for key, fails in failing.items() if fails), "")


def _number(value: Scalar) -> int:
    return value if isinstance(value, int) else 0


def _within(value: Scalar, field: Field) -> bool:
    number = _number(value)
    return (field.min is None or number >= field.min) and (field.max is None or number <= field.max)

"""From a tree to attrs values, and back to plain data: the one cattrs converter of definitions.

Nothing is coerced: a number where text is due is a fault, not a conversion. Every fault is a
`Fault` with a stable code, and the path to it is the path of YAML keys in the tree, so its place is
found by walking there.
"""

from __future__ import annotations

__all__ = ["Fault", "faults_of", "plain_value", "structure", "unstructure"]

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin

from attrs import evolve, fields, has, resolve_types
from cattrs import (
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from pathway_engine.definition import demands, model
from pathway_engine.definition.demands import KINDS
from pathway_engine.definition.findings import Word
from pathway_engine.definition.model import Pathway
from pathway_engine.definition.overlay import names_of
from pathway_engine.definition.shorthand import yaml_keys
from pathway_engine.definition.tree import Path, Plain
from pathway_engine.durations import Duration, DurationError, check_date
from pathway_engine.text import Text

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_QUITE_BOOLEAN = {"yes", "no", "on", "off", "y", "n", "true", "false"}


class Fault(ValueError):
    """One value that is not what the model wants there.

    Args:
        code: Code of the finding.
        params: Parameters of its message.
        known: What could have stood there instead, for a suggestion.
        hints: Further sentences of the message.
        at_key: The key is at fault, rather than what it leads to.
    """

    def __init__(
        self,
        code: str,
        *,
        known: tuple[str, ...] = (),
        hints: tuple[str, ...] = (),
        at_key: bool = False,
        **params: str | Word,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
        self.known = known
        self.hints = hints
        self.at_key = at_key


def structure(data: Plain) -> Pathway:
    """Make a `Pathway` of plain data in its long form.

    Raises:
        BaseValidationError: With all that is wrong; `faults_of` takes it apart.
    """
    return _converter().structure(data, Pathway)


def unstructure(pathway: Pathway) -> dict[str, Plain]:
    """Give a pathway as plain data; what has its default value is left out."""
    return cast("dict[str, Plain]", _converter().unstructure(pathway))


def plain_value(value: Any) -> Plain:
    """Give any value of a definition as plain data, such as JSON can hold."""
    return _converter().unstructure(value)


def faults_of(error: BaseException, path: Path = ()) -> Iterator[tuple[Path, Fault]]:
    """Take an error of `structure` apart into the faults and the paths of YAML keys to them."""
    if isinstance(error, ClassValidationError):
        keys = yaml_keys(error.cl)
        with_notes, others = error.group_exceptions()
        for inner, note in with_notes:
            yield from _under(inner, (*path, keys[note.name]), error.cl)
        for other in others:
            yield from faults_of(other, path)
    elif isinstance(error, IterableValidationError):
        members, others = error.group_exceptions()
        for inner, place in members:
            yield from faults_of(inner, (*path, place.index))
        for other in others:
            yield from faults_of(other, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = tuple(yaml_keys(error.cl).values())
        for key in sorted(error.extra_fields):
            yield (*path, key), Fault("unknown-key", known=known, at_key=True, name=key)
    elif isinstance(error, Fault):
        yield path, error
    else:
        raise error


def _under(inner: BaseException, path: Path, of: type) -> Iterator[tuple[Path, Fault]]:
    if isinstance(inner, KeyError):
        # The generated code looked up a required key that is not there.
        code = "missing-language" if of is Text else "missing-key"
        yield path[:-1], Fault(code, at_key=True, name=str(path[-1]))
    else:
        yield from faults_of(inner, path)


def _told(value: Plain) -> Word:
    kinds = {dict: "map", list: "list", str: "text", bool: "yes-or-no", int: "number"}
    return Word(kinds.get(type(value), "nothing"))


def _wrong(value: Plain, wanted: str, hint: str = "") -> Fault:
    return Fault("wrong-type", wanted=Word(wanted), found=_told(value), hints=(hint,) if hint else ())


def _text(value: Plain, _: Any) -> str:
    if type(value) is str:
        return value
    raise _wrong(value, "text", "quote-it" if type(value) in (int, bool) else "")


def _whole(value: Plain, _: Any) -> int:
    if type(value) is int:
        return value
    raise _wrong(value, "number", "digits-only" if type(value) is str else "")


def _truth(value: Plain, _: Any) -> bool:
    if type(value) is bool:
        return value
    meant = type(value) is str and value.lower() in _NOT_QUITE_BOOLEAN
    raise _wrong(value, "yes-or-no", "true-or-false" if meant else "")


def _day(value: Plain, _: Any) -> date:
    if type(value) is not str or not _DATE.fullmatch(value):
        raise Fault("bad-date", name=str(value))
    try:
        return check_date(date.fromisoformat(value))
    except ValueError:
        raise Fault("bad-date", name=value) from None


def _length(value: Plain, _: Any) -> Duration:
    if type(value) is not str:
        raise _wrong(value, "duration")
    try:
        return Duration.parse(value)
    except DurationError as error:
        raise Fault("bad-duration", name=value, guess=error.suggestion) from None


def _one_of(wanted: Any) -> Callable[[Plain, Any], Any]:
    choices = cast("tuple[str, ...]", get_args(wanted))

    def choose(value: Plain, _: Any) -> str:
        if value in choices:
            return cast("str", value)
        if type(value) is not str:
            raise _wrong(value, "text")
        raise Fault("unknown-value", known=choices, name=value)

    return choose


def _either(wanted: Any) -> Callable[[Plain, Any], Any]:
    """Make a hook for `A | Dated[A] | None`; None is only ever the default, never written."""
    members = [each for each in get_args(wanted) if each is not type(None)]
    dated = next((each for each in members if get_origin(each) is model.Dated), None)
    bare = next(each for each in members if each is not dated)
    if set(members) == {str, int, bool}:
        return _scalar
    if len(members) > (2 if dated else 1):
        raise TypeError(f"no rule to choose among {wanted}")

    def structure_it(value: Plain, _: Any) -> Any:
        if dated and isinstance(value, dict):
            return _converter().structure(value, dated)
        return _converter().structure(value, bare)

    return structure_it


def _scalar(value: Plain, _: Any) -> str | int | bool:
    if isinstance(value, str | int):
        return value
    raise _wrong(value, "single")


def _list_of(wanted: Any) -> Callable[[Plain, Any], Any]:
    each = get_args(wanted)[0]
    is_demands = _is_demand(each)

    def structure_it(value: Plain, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _wrong(value, "list")
        members, errors = [], []
        for index, member in enumerate(value):
            try:
                members.append(_converter().structure(member, each))
            except Exception as error:  # noqa: BLE001 - passed on, with its place
                error.__notes__ = [IterableValidationNote("", index, each)]
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, tuple)
        if is_demands:
            names = names_of(value)
            members = [one if one.id else evolve(one, id=name) for one, name in zip(members, names, strict=True)]
        return tuple(members)

    return structure_it


def _map_of(wanted: Any) -> Callable[[Plain, Any], Any]:
    each = get_args(wanted)[1]

    def structure_it(value: Plain, _: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise _wrong(value, "map")
        entries, errors = {}, []
        for key, member in value.items():
            try:
                entries[key] = _converter().structure(member, each)
            except Exception as error:  # noqa: BLE001 - passed on, with its place
                error.__notes__ = [IterableValidationNote("", key, each)]
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, dict)
        return entries

    return structure_it


def _demand(value: Plain, _: Any) -> Any:
    if type(value) is not dict:
        raise _wrong(value, "map")
    tags = [key for key in value if key in KINDS]
    if len(tags) == 1:
        return _converter().structure(value, KINDS[tags[0]])
    if tags:
        raise Fault("several-requirements", name=", ".join(tags))
    others = [key for key in value if key not in ("id", "when", "where")]
    known = tuple(KINDS)
    raise Fault("unknown-requirement", known=known, name=str((others or list(value) or [""])[0]))


def _record(wanted: Any) -> Callable[[Plain, Any], Any]:
    of = get_origin(wanted) or wanted
    resolve_types(of, vars(demands) | vars(model))
    renamed = _renamed(of)
    structure_it = make_dict_structure_fn(
        wanted,
        _converter(),
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **renamed,
    )

    def structure_map(value: Plain, _: Any) -> Any:
        if type(value) is not dict:
            raise _wrong(value, "texts" if of is Text else "map")
        return structure_it(value, wanted)

    return structure_map


def _renamed(of: Any) -> dict[str, Any]:
    """Give cattrs the YAML keys of a class, and what the loader sets as no key at all."""
    keys = yaml_keys(of)
    return {
        each.name: override(rename=keys[each.name]) if each.name in keys else override(omit=True) for each in fields(of)
    }


def _plain_record(wanted: Any) -> Callable[[Any], Any]:
    of = get_origin(wanted) or wanted
    resolve_types(of, vars(demands) | vars(model))
    renamed = _renamed(of)
    return make_dict_unstructure_fn(wanted, _converter(), _cattrs_omit_if_default=True, **renamed)


def _is_demand(wanted: Any) -> bool:
    members = set(get_args(wanted)) - {type(None)}
    return members == set(KINDS.values())


def _is_union(wanted: Any) -> bool:
    return get_origin(wanted) is Union or type(wanted).__name__ == "UnionType"


@cache
def _converter() -> Converter:
    """Make the converter, once. The last hook registered is asked first."""
    made = Converter(detailed_validation=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _whole)
    made.register_structure_hook(bool, _truth)
    made.register_structure_hook(date, _day)
    made.register_structure_hook_factory(lambda of: has(_origin(of) or of), _record)
    made.register_structure_hook_factory(lambda of: _origin(of) is tuple, _list_of)
    made.register_structure_hook_factory(_is_map, _map_of)
    made.register_structure_hook_factory(lambda of: _origin(of) is Literal, _one_of)
    made.register_structure_hook_factory(_is_union, _either)
    made.register_structure_hook_func(_is_demand, _demand)
    made.register_structure_hook(Duration, _length)
    made.register_unstructure_hook_factory(lambda of: has(_origin(of) or of), _plain_record)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(Duration, str)
    made.register_unstructure_hook_func(
        lambda of: _origin(of) is tuple, lambda value: [made.unstructure(each) for each in value]
    )
    return made


def _origin(wanted: Any) -> Any:
    # cattrs asks about anything; the stub of get_origin thinks of parameter specifications only.
    return get_origin(wanted)


def _is_map(wanted: Any) -> bool:
    origin = get_origin(wanted)
    return isinstance(origin, type) and issubclass(origin, Mapping)

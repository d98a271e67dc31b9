"""Events and cases to and from plain data: what canonical JSON can carry.

An event's body is found by its type and version in the catalogue of events, so that old versions are read for ever.
Reading is strict: a field too many, a field missing or a value of another kind is a fault, never a guess. Attribute
names that end in an underscore because Python keeps the word for itself (`from_`) are written without it.
"""

from __future__ import annotations

__all__ = [
    "SNAPSHOT_FORMAT",
    "command_form",
    "from_plain",
    "read_actor",
    "read_body",
    "read_case",
    "read_event",
    "to_plain",
    "write_actor",
    "write_body",
    "write_case",
    "write_event",
]

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from pathway_engine.case.commands import Command, Value
from pathway_engine.case.events import BODIES, ActedBy, Body, Coded, Event
from pathway_engine.case.model import Case
from pathway_engine.errors import Unreadable
from pathway_engine.journal.canonical import instant, parse_day, parse_instant, parse_json

T = TypeVar("T")
Plain = dict[str, Any]

SNAPSHOT_FORMAT = 1
"""Format of a case's snapshot. A snapshot of another format is not read: the case is folded from its journal
instead."""


def write_body(body: Body) -> Plain:
    """Give an event's body as plain data; its type and version are kept beside it."""
    return to_plain(body)


def read_body(type_: str, version: int, data: object) -> Body:
    """Read an event's body.

    Raises:
        Unreadable: The catalogue does not know the type and version, or the data do not have their form.
    """
    form = BODIES.get((type_, version))
    if form is None:
        raise Unreadable(
            f"no event {type_!r} of version {version} in the catalogue: a newer version of the library wrote it"
        )
    return from_plain(data, form)


def write_actor(actor: ActedBy) -> Plain:
    """Give who acted as plain data."""
    return to_plain(actor)


def read_actor(data: object) -> ActedBy:
    """Read who acted.

    Raises:
        ValueError: The data do not have the form.
    """
    return from_plain(data, ActedBy)


def write_event(event: Event) -> Plain:
    """Give a whole event as plain data, for exports and `--json`; stores keep it as an `Entry`."""
    return {
        "seq": event.seq,
        "type": event.body.type,
        "version": event.body.version,
        "occurred_at": instant(event.occurred_at),
        "recorded_at": instant(event.recorded_at),
        "actor": write_actor(event.actor),
        "digest": event.digest,
        "body": write_body(event.body),
        "sealed": list(event.sealed),
    }


def read_event(data: Mapping[str, Any]) -> Event:
    """Read what `write_event` gave.

    Raises:
        ValueError: The data do not have the form.
    """
    if set(data) != _EVENT_KEYS:
        raise ValueError("an event with other keys than this version writes")
    return Event(
        seq=_exactly(int)(data["seq"], int),
        occurred_at=_instant(data["occurred_at"], datetime),
        recorded_at=_instant(data["recorded_at"], datetime),
        actor=read_actor(data["actor"]),
        digest=_exactly(str)(data["digest"], str),
        body=read_body(data["type"], data["version"], data["body"]),
        sealed=_texts(data["sealed"], tuple),
    )


def write_case(case: Case) -> Plain:
    """Give a case as plain data: the snapshot that spares reading its journal."""
    return {"format": SNAPSHOT_FORMAT, "case": to_plain(case)}


def read_case(snapshot: str) -> Case | None:
    """Read a snapshot; None when it has another format and the journal must be folded.

    Raises:
        Unreadable: It is no snapshot, or says it has this format and has not.
    """
    data = parse_json(snapshot)
    if not isinstance(data, dict):
        raise Unreadable("what is stored is no snapshot of a case")
    if data.get("format") != SNAPSHOT_FORMAT:
        return None
    return from_plain(data.get("case"), Case)


def command_form(command: Command) -> Plain:
    """Give what makes two commands the same for idempotency (semantics §P4).

    The key itself is left out, and so is a time that the caller did not state: the engine would fill in another one at
    each try. The result holds personal values in clear: it is hashed under a key and thrown away.
    """
    form = to_plain(command)
    for name in ("key", "sealed"):
        del form[name]
    if command.at is None:
        del form["at"]
    return {"command": command.name, **form}


_EVENT_KEYS = {"seq", "type", "version", "occurred_at", "recorded_at", "actor", "digest", "body", "sealed"}


def to_plain(value: Any) -> Plain:
    """Give a frozen value of ours as plain data."""
    plain: Plain = _CONVERTER.unstructure(value)
    return plain


def from_plain(data: object, form: type[T]) -> T:
    """Read a value that `to_plain` wrote.

    Raises:
        Unreadable: The data do not have the form of the class.
    """
    if not isinstance(data, dict):
        raise Unreadable(f"{form.__name__}: not an object")
    try:
        return _CONVERTER.structure(data, form)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unreadable(f"the data do not have the form of {form.__name__}: {type(error).__name__}") from error


def _exactly(kind: type[T]) -> Callable[[object, Any], T]:
    def check(value: object, _type: Any) -> T:
        # The exact type: True is an int to Python, and would become 1 on the way.
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected, not {type(value).__name__}")
        return value

    return check


def _day(value: object, _type: Any) -> date:
    return parse_day(_exactly(str)(value, str))


def _instant(value: object, _type: Any) -> datetime:
    return parse_instant(_exactly(str)(value, str))


def _texts(value: object, _type: Any) -> tuple[str, ...]:
    if type(value) is not list or not all(type(each) is str for each in value):
        raise ValueError("a list of texts expected")
    return tuple(value)


def _coded(value: object, _type: Any) -> Coded:
    if type(value) in (str, int, bool):
        return value  # type: ignore[return-value]
    return _texts(value, tuple)


def _coded_plain(value: object) -> object:
    if type(value) in (str, int, bool):
        return value
    if type(value) is tuple and all(type(each) is str for each in value):
        return list(value)
    if type(value) is date:
        return value.isoformat()
    raise ValueError(f"a value of kind {type(value).__name__} cannot be written")


def _is_texts(type_: Any) -> bool:
    return bool(type_ == tuple[str, ...])


def _converter() -> Converter:
    converter = Converter(detailed_validation=False, forbid_extra_keys=True)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(date, _day)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(datetime, _instant)
    converter.register_unstructure_hook(datetime, instant)
    converter.register_structure_hook_func(_is_texts, _texts)
    converter.register_unstructure_hook_func(_is_texts, list)
    converter.register_unstructure_hook_func(lambda type_: type_ == frozenset[str], sorted)
    converter.register_structure_hook_func(lambda type_: type_ == Coded, _coded)
    converter.register_unstructure_hook_func(lambda type_: type_ in (Coded, Value), _coded_plain)
    converter.register_unstructure_hook_factory(attrs.has, lambda form: _writer(form, converter))
    converter.register_structure_hook_factory(attrs.has, lambda form: _reader(form, converter))
    return converter


def _keys(form: type[Any]) -> dict[str, str]:
    return {each.name: each.name.rstrip("_") for each in attrs.fields(form)}


def _writer(form: type[Any], converter: Converter) -> Callable[[Any], Plain]:
    renamed = {name: override(rename=key) for name, key in _keys(form).items() if name != key}
    return make_dict_unstructure_fn(form, converter, **renamed)  # type: ignore[arg-type]


def _reader(form: type[Any], converter: Converter) -> Callable[[Any, Any], Any]:
    keys = _keys(form)
    renamed = {name: override(rename=key) for name, key in keys.items() if name != key}
    read = make_dict_structure_fn(form, converter, **renamed)  # type: ignore[arg-type]
    expected = set(keys.values())

    def whole(data: Mapping[str, Any], type_: Any) -> Any:
        # A default would fill in what is missing, and hide that a fact was cut short.
        if type(data) is not dict or data.keys() != expected:
            raise ValueError("fields missing, or too many")
        return read(data, type_)

    return whole


_CONVERTER = _converter()

"""What a person typed into a field, read as the value it stands for.

Choices, roles and organisations may be given as ids or as labels in any of the three languages; days as `15.12.2022`
or `2022-12-15`; yes and no in three languages; several choices separated by commas. What cannot be read is told with
what was expected; nothing is guessed.
"""

from __future__ import annotations

__all__ = ["FieldFault", "read_date", "read_value"]

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from pathway_engine.case.naming import Naming
from pathway_engine.definition.model import Field
from pathway_engine.durations import check_date
from pathway_engine.text import Message, Ref, message

TEXT_LIMIT = 20_000
_YES = {"kyllä", "ja", "yes", "true"}
_NO = {"ei", "nej", "no", "false"}
_FINNISH_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


class FieldFault(ValueError):
    """The value cannot be read; `expected` says what to write instead."""

    def __init__(self, expected: Message) -> None:
        self.expected = expected
        super().__init__(expected.code)


def read_value(field: Field, typed: Any, naming: Naming, pseudonym: Callable[[str], str]) -> Any:
    """Read what was typed into `field`.

    Args:
        field: The field.
        typed: Text, or a value of the field's own type.
        naming: Names of the definition.
        pseudonym: Turns a person's id into the register's pseudonym.

    Returns:
        Text, a whole number, a bool, an ISO date as text, an id, or a tuple of ids.

    Raises:
        FieldFault: The value does not fit the field.
    """
    return _READERS[field.type](field, typed, naming, pseudonym)


def clean_text(typed: str, limit: int = TEXT_LIMIT) -> str:
    """Give the text in NFC; refuse what no store keeps the same way.

    Raises:
        FieldFault: The text is too long, or holds NUL, another control character or half of a pair.
    """
    text = unicodedata.normalize("NFC", typed)
    if len(text) > limit:
        raise FieldFault(message("text-too-long", limit=limit))
    # A text that can be printed as one line has none of these, and most are such.
    suspect = () if text.isprintable() else text
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\r\t" for letter in suspect):
        raise FieldFault(message("text-not-clean"))
    return text


def read_date(typed: Any) -> date:
    """Read a day written as in Finland or in ISO form.

    Raises:
        FieldFault: It is no day, or lies outside the years the engine counts in.
    """
    found = _FINNISH_DAY.fullmatch(str(typed).strip())
    try:
        if isinstance(typed, date):
            return check_date(date(typed.year, typed.month, typed.day))
        if found:
            return check_date(date(int(found[3]), int(found[2]), int(found[1])))
        return check_date(date.fromisoformat(str(typed).strip()))
    except ValueError:  # a day of no calendar, or of a year that nothing is counted in
        raise FieldFault(message("expected-date")) from None


def _text(_field: Field, typed: Any, _naming: Naming, _pseudonym: Callable[[str], str]) -> str:
    if not isinstance(typed, str):
        raise FieldFault(message("expected-text"))
    return clean_text(typed)


def _date(_field: Field, typed: Any, _naming: Naming, _pseudonym: Callable[[str], str]) -> str:
    return read_date(typed).isoformat()


def _integer(field: Field, typed: Any, _naming: Naming, _pseudonym: Callable[[str], str]) -> int:
    bounds = f"{'' if field.min is None else field.min}–{'' if field.max is None else field.max}"
    expected = message("expected-integer", range="" if bounds == "–" else f"({bounds})")
    text = str(typed).strip()
    if isinstance(typed, bool) or not re.fullmatch(r"-?\d{1,9}", text):
        raise FieldFault(expected)
    number = int(text)
    if (field.min is not None and number < field.min) or (field.max is not None and number > field.max):
        raise FieldFault(expected)
    return number


def _boolean(_field: Field, typed: Any, _naming: Naming, _pseudonym: Callable[[str], str]) -> bool:
    if isinstance(typed, bool):
        return typed
    word = str(typed).strip().casefold()
    if word in _YES | _NO:
        return word in _YES
    raise FieldFault(message("expected-boolean"))


def _choice(field: Field, typed: Any, naming: Naming, _pseudonym: Callable[[str], str]) -> str:
    found = naming.find_in("option", field.options, str(typed))
    if found is None:
        items = naming.pathway.catalogues[field.options].items
        options = tuple(Ref("option", f"{field.options}.{item}") for item in items)
        raise FieldFault(message("expected-choice", options=options))
    return found


def _choices(field: Field, typed: Any, naming: Naming, pseudonym: Callable[[str], str]) -> tuple[str, ...]:
    chosen = (_choice(field, each, naming, pseudonym) for each in _several(typed))
    return tuple(dict.fromkeys(chosen))


def _several(typed: Any) -> Iterable[str]:
    parts = typed.split(",") if isinstance(typed, str) else typed
    if not isinstance(parts, Iterable):
        parts = (parts,)
    return [str(part).strip() for part in parts if str(part).strip()]


def _named(kind: str) -> Callable[[Field, Any, Naming, Callable[[str], str]], str]:
    def read(_field: Field, typed: Any, naming: Naming, _pseudonym: Callable[[str], str]) -> str:
        found = naming.find(kind, str(typed))
        if found is None:
            known = naming.pathway.roles if kind == "role" else naming.pathway.organisations
            raise FieldFault(message("expected-choice", options=tuple(Ref(kind, name) for name in known)))
        return found

    return read


def _roles(field: Field, typed: Any, naming: Naming, pseudonym: Callable[[str], str]) -> tuple[str, ...]:
    read = _named("role")
    return tuple(dict.fromkeys(read(field, each, naming, pseudonym) for each in _several(typed)))


def _worker(_field: Field, typed: Any, _naming: Naming, pseudonym: Callable[[str], str]) -> str:
    return pseudonym(clean_text(str(typed), 200))


_READERS: dict[str, Callable[[Field, Any, Naming, Callable[[str], str]], Any]] = {
    "text": _text,
    "date": _date,
    "integer": _integer,
    "boolean": _boolean,
    "choice": _choice,
    "choices": _choices,
    "role": _named("role"),
    "roles": _roles,
    "organisation": _named("organisation"),
    "worker": _worker,
}

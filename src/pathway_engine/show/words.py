"""Words for dates, requirements and moves, in the reader's language."""

from __future__ import annotations

__all__ = [
    "brief_day",
    "day_words",
    "length_words",
    "moment_words",
    "move_id",
    "reason_words",
    "requirement_words",
    "sentence",
    "wrapped",
]

from collections.abc import Iterator, Mapping
from datetime import datetime
from textwrap import TextWrapper
from typing import Any

from attrs import fields

from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition import demands as d
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway, Transition
from pathway_engine.durations import Duration
from pathway_engine.requirements import records_of
from pathway_engine.text import Ref, brief_day, day_words, listed, message, render, text_of


def moment_words(moment: datetime, language: str) -> str:
    """Write an instant as the clock shows it in Finland."""
    local = moment.astimezone(helsinki_zone())
    clock = f"{local.hour}:{local.minute:02}" if language == "en" else f"{local.hour}.{local.minute:02}"
    joint = {"fi": " klo ", "sv": " kl. ", "en": ", "}[language]
    return f"{day_words(local.date(), language)}{joint}{clock}"


def length_words(length: Duration, language: str) -> str:
    """Write a length of time: "3 kuukautta", "1 månad", "7 days before"."""
    amounts = [(each.name, abs(getattr(length, each.name))) for each in fields(Duration)]
    parts = [
        text_of(f"unit-{unit}-one" if n == 1 else f"unit-{unit}", language).format(n=n) for unit, n in amounts if n
    ]
    words = listed(parts or [text_of("unit-days", language).format(n=0)], language)
    return text_of("unit-before", language).format(time=words) if length.is_negative else words


def sentence(words: str) -> str:
    """Begin with a capital letter, whatever stands first."""
    return words[:1].upper() + words[1:]


def wrapped(words: str, first: str = "", then: str | None = None, width: int = 100) -> list[str]:
    """Break a text into lines; `first` and `then` stand before the first line and the others."""
    indent = " " * len(first) if then is None else then
    wrapper = TextWrapper(
        width=width, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return wrapper.wrap(words) or [first.rstrip()]


def move_id(moves: Mapping[str, Transition], trigger: str, left: str = "") -> str:
    """Give the key of the entry that a trigger means; several entries may share one word (semantics §M1)."""
    keys = [key for key, move in moves.items() if trigger == (move.trigger or key)]
    fitting = [key for key in keys if any(left == each or left.startswith(f"{each}.") for each in moves[key].from_)]
    return next(iter(fitting or keys), trigger)


def reason_words(pathway: Pathway, labels: Labels, catalogue: str, reason: str, language: str) -> str:
    """Write a coded reason: by the catalogue it came from, or by the library's own words; the code when neither."""
    listing = pathway.catalogues.get(catalogue)
    if listing is not None and reason in listing.items:
        return labels.label("option", f"{catalogue}.{reason}", language)
    for code in (f"word-{reason}", f"without-{reason}"):
        try:
            return text_of(code, language)
        except KeyError:
            continue
    return labels.label("move", reason, language)


# ── requirements ───────────────────────────────────────────────────────────────────────────────────────────────────


def requirement_words(asked: d.Requirement, pathway: Pathway, labels: Labels, language: str) -> str:
    """Write what a requirement asks for, as it stands in the definition."""
    words: str = _WORDS[type(asked)](asked, pathway, labels, language)
    if asked.when is None or _goes_without_saying(asked):
        return words
    unless = isinstance(asked.when, d.Not)
    held = asked.when.not_ if isinstance(asked.when, d.Not) else asked.when
    condition = requirement_words(held, pathway, labels, language)
    return render(message("show-unless" if unless else "show-when", what=words, condition=condition), language)


def _goes_without_saying(asked: d.Requirement) -> bool:
    """What is asked of a record is asked once there is one: nobody needs to read that each time."""
    when = asked.when
    if not isinstance(when, d.RecordRequirement) or when != d.RecordRequirement(id=when.id, record=when.record):
        return False
    return set(records_of(asked)) == {when.record}


def _record(asked: d.RecordRequirement, pathway: Pathway, labels: Labels, language: str) -> str:
    kind = pathway.records[asked.record].kind
    what = message("record-missing", kind=message(f"kind-{kind}"), record=Ref("record", asked.record))
    details = list(_where(asked, pathway, labels, language))
    if asked.fresh:
        details.append(text_of("show-fresh", language))
    words = render(what, language, labels)
    return f"{words} ({'; '.join(details)})" if details else words


def _where(asked: d.RecordRequirement, pathway: Pathway, labels: Labels, language: str) -> Iterator[str]:
    known = pathway.records[asked.record].fields

    def name(field: str) -> str:
        return labels.label("field", f"{asked.record}.{field}", language)

    def value(field: str, held: Any) -> str:
        if isinstance(held, bool):
            return text_of(f"diff-{str(held).lower()}", language)
        options = known[field].options
        return labels.label("option", f"{options}.{held}", language) if options else str(held)

    joint = render(message("word-any", first=" ", second=" "), language).strip(" ")
    where = asked.where
    yield from map(name, where.present)
    if where.any_of:
        yield f" {joint} ".join(map(name, where.any_of))
    for field, held in {**where.equals, **where.contains}.items():
        yield f"{name(field)}: {value(field, held)}"
    for field, several in where.one_of.items():
        yield f"{name(field)}: {f' {joint} '.join(value(field, each) for each in several)}"
    for field, least in {**where.at_least, **where.min}.items():
        yield render(message("show-at-least", name=name(field), n=least), language)
    for field, most in where.max.items():
        yield render(message("show-at-most", name=name(field), n=most), language)
    for field, age in where.within.items():
        yield render(message("show-at-most", name=name(field), n=length_words(age, language)), language)


def _together(code: str, record: str, roles: tuple[str, ...], labels: Labels, language: str) -> str:
    present = tuple(Ref("role", role) for role in roles)
    return render(message(code, record=Ref("record", record), roles=present), language, labels)


def _service(asked: d.ServiceRequirement, _pathway: Pathway, labels: Labels, language: str) -> str:
    code = "service-not-open" if asked.status == "open" else "service-still-open"
    return render(message(code, service=Ref("service", asked.service)), language, labels)


def _flag(asked: d.FlagRequirement, _pathway: Pathway, labels: Labels, language: str) -> str:
    return render(
        message("flag-down" if asked.up else "show-flag-down", flag=Ref("flag", asked.flag)), language, labels
    )


def _capacity(asked: d.CapacityRequirement, pathway: Pathway, labels: Labels, language: str) -> str:
    capacity = pathway.capacities[asked.capacity]
    label = labels.label("capacity", asked.capacity, language)
    return render(message(f"show-capacity-{capacity.over}", capacity=label, limit=capacity.limit), language)


def _elapsed(asked: d.ElapsedRequirement, _pathway: Pathway, _labels: Labels, language: str) -> str:
    return render(message("show-elapsed", time=length_words(asked.elapsed, language)), language)


def _all(asked: d.AllOf, pathway: Pathway, labels: Labels, language: str) -> str:
    return listed((requirement_words(each, pathway, labels, language) for each in asked.all), language)


def _any(asked: d.AnyOf, pathway: Pathway, labels: Labels, language: str) -> str:
    several = "; ".join(requirement_words(each, pathway, labels, language) for each in asked.any)
    return render(message("any-of", alternatives=several), language)


def _not(asked: d.Not, pathway: Pathway, labels: Labels, language: str) -> str:
    return render(message("show-not", what=requirement_words(asked.not_, pathway, labels, language)), language)


_WORDS: dict[type[Any], Any] = {
    d.RecordRequirement: _record,
    d.BasisRequirement: lambda asked, _pathway, labels, language: render(
        message("basis-missing", permit=Ref("permit", asked.basis)), language, labels
    ),
    d.RoleNamedRequirement: lambda asked, _pathway, labels, language: render(
        message("role-not-named", role=Ref("role", asked.role_named)), language, labels
    ),
    d.MeetingRequirement: lambda asked, _pathway, labels, language: _together(
        "meeting-missing", asked.meeting, asked.present, labels, language
    ),
    d.EvaluationsRequirement: lambda asked, _pathway, labels, language: _together(
        "evaluation-missing", asked.evaluations, asked.by, labels, language
    ),
    d.ServiceRequirement: _service,
    d.FlagRequirement: _flag,
    d.CapacityRequirement: _capacity,
    d.ElapsedRequirement: _elapsed,
    d.AllOf: _all,
    d.AnyOf: _any,
    d.Not: _not,
    d.PredicateRequirement: lambda asked, _pathway, _labels, language: render(
        message("predicate-unmet", name=asked.predicate), language
    ),
}

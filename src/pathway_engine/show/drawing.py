"""A client's way through a pathway, drawn with letters: each state once, and when the client was there."""

from __future__ import annotations

__all__ = ["drawing"]

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pathway_engine.case import events as e
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.show.apart import apart
from pathway_engine.show.words import brief_day, day_words


def drawing(pathway: Pathway, events: Iterable[e.Event], language: str, *, unvisited: bool = True) -> Iterator[str]:
    """Draw the way: `●` visited, `◉` where the client is now, `○` not visited.

    Args:
        pathway: The definition.
        events: The whole journal of a case.
        language: `fi`, `sv` or `en`.
        unvisited: False leaves out what was not visited.
    """
    stays = _stays(events)
    one_year = len({day.year for days in stays.values() for stay in days for day in stay if day}) < 2
    write = brief_day if one_year else day_words
    labels = Labels(pathway)
    shown = [state for state in pathway.states if unvisited or state in stays]
    widest = max((len(_label(pathway, labels, state, language)) + _indent(state) for state in shown), default=0)
    group = ""
    for state in shown:
        at = state.rpartition(".")[0]
        if at != group:
            group = at
            if at:
                yield f"  ┌ {labels.label('state', at, language)}"
        days = stays.get(state, [])
        here = bool(days) and days[-1][1] is None
        mark = "◉" if here else "●" if days else "○"
        label = _label(pathway, labels, state, language)
        spans = ", ".join(_span(first, last, write, language) for first, last in days)
        yield f"  {'│ ' if at else ''}{mark} {label.ljust(widest - _indent(state))}  {spans}".rstrip()


def _indent(state: str) -> int:
    return 2 if "." in state else 0


def _label(pathway: Pathway, labels: Labels, state: str, language: str) -> str:
    return apart(pathway, labels, "state", state, language)


def _stays(events: Iterable[e.Event]) -> dict[str, list[tuple[date, date | None]]]:
    """Give for each state the days of each stay in it; the last day is None where the client still is."""
    stays: dict[str, list[tuple[date, date | None]]] = defaultdict(list)
    here = ""
    for event in events:
        body = event.body
        entered = body.state if isinstance(body, e.Opened | e.Migrated) else ""
        entered = body.to if isinstance(body, e.Moved | e.StateCorrected) else entered
        if not entered:
            continue
        day = helsinki_date(event.occurred_at)
        if here:
            stays[here][-1] = (stays[here][-1][0], day)
        stays[entered].append((day, None))
        here = entered
    return stays


def _span(first: date, last: date | None, write: Callable[[date, str], str], language: str) -> str:
    begun = write(first, language)
    if last is None:
        return f"{begun} –"
    return begun if last == first else f"{begun} – {write(last, language)}"

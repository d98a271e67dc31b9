"""The history of a case, told in sentences: when, who, what.

Things are called by their labels; nothing personal is told, because an event holds nothing personal in clear. A
`Teller` remembers what earlier events named (a permit, a handover, a task), so feed it the events in order.
"""

from __future__ import annotations

__all__ = ["Line", "Teller", "brief_history", "history_text", "lines"]

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby

from attrs import frozen

from pathway_engine.case import events as e
from pathway_engine.case.model import Case
from pathway_engine.deadlines import helsinki_date
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.show.sentences import SENTENCES
from pathway_engine.show.voice import Memory, Voice
from pathway_engine.show.words import brief_day, moment_words, sentence, wrapped
from pathway_engine.text import message, render, text_of


@frozen
class Line:
    """One line of the history.

    Args:
        seq: Number of the event.
        at: When it happened.
        recorded_at: When it was written down.
        who: Role and organisation of the one who acted, as words.
        what: What happened, as one or more sentences.
        type: Type of the event.
    """

    seq: int
    at: datetime
    recorded_at: datetime
    who: str
    what: str
    type: str


class Teller:
    """Tells the events of one case, in order.

    Args:
        pathway_of: Gives the definition of a digest: each event is told by the names it was decided under.
        language: `fi`, `sv` or `en`.
    """

    def __init__(self, pathway_of: Callable[[str], Pathway], language: str) -> None:
        self.language = language
        self._pathway_of = pathway_of
        self._voices: dict[str, Voice] = {}
        self._memory = Memory()

    def know(self, case: Case) -> None:
        """Take up what a case holds, to tell only what comes after."""
        self._memory.know(case)

    def tell(self, event: e.Event) -> Line:
        """Tell one event."""
        # A migration is decided under the definition that the case leaves; the state it names is of the other.
        named_in = event.body.to_digest if isinstance(event.body, e.Migrated) else event.digest
        voice = self._voice(named_in)
        told = SENTENCES[type(event.body)](voice, event)
        self._memory.remember(event.body)
        what = " ".join(sentence(each) for each in told if each)
        return Line(event.seq, event.occurred_at, event.recorded_at, self.who(event), what, event.body.type)

    def who(self, event: e.Event) -> str:
        """Write who acted: the role, and the organisation when there is one."""
        actor, labels = event.actor, self._voice(event.digest).labels
        if actor.role == "system":
            return text_of("word-system", self.language)
        words = labels.label("role", actor.role, self.language) if actor.role else "–"
        if actor.acting_for:
            words = f"{words} {text_of('word-for-client', self.language)}"
        if not actor.organisation:
            return words
        return f"{words}, {labels.label('organisation', actor.organisation, self.language)}"

    def _voice(self, digest: str) -> Voice:
        voice = self._voices.get(digest)
        if voice is None:
            pathway = self._pathway_of(digest)
            voice = self._voices[digest] = Voice(pathway, Labels(pathway), self.language, self._memory)
        return voice


def lines(events: Iterable[e.Event], pathway_of: Callable[[str], Pathway], language: str) -> Iterator[Line]:
    """Tell the events of one case from its first on."""
    teller = Teller(pathway_of, language)
    return map(teller.tell, events)


def history_text(told: Iterable[Line], language: str, width: int = 100) -> Iterator[str]:
    """Give the lines of a printed history: what was done in one go stands under one heading."""
    for (at, who), together in groupby(told, key=lambda line: (line.at, line.who)):
        yield f"{moment_words(at, language)} · {who}"
        for line in together:
            yield from wrapped(line.what, f"{line.seq:>5}  ", width=width)


_BOOK_KEEPING = {"deadline_armed": "began", "deadline_met": "met", "deadline_dropped": "dropped"}


def brief_history(told: Iterable[Line], language: str, width: int = 100) -> Iterator[str]:
    """Give a printed history in few lines: day and doer where they change, deadlines of one moment counted together."""
    day = who = ""
    for at, together in groupby(told, key=_moment_and_kind):
        lines = list(together)
        now, doer = brief_day(helsinki_date(lines[0].at), language), lines[0].who.partition(",")[0]
        folded = at[1] and len(lines) > 1
        for line in lines[:1] if folded else lines:
            number = f"{line.seq}–{lines[-1].seq}" if folded else str(line.seq)
            words = _counted(lines, language) if folded else line.what
            changed = (now, doer) != (day, who)
            first = f"{now if now != day else '':<6}{number:>7}  "
            yield from wrapped(f"{doer} · {words}" if changed else words, first, width=width)
            day, who = now, doer


def _moment_and_kind(line: Line) -> tuple[datetime, bool]:
    return line.recorded_at, line.type in _BOOK_KEEPING


def _counted(lines: list[Line], language: str) -> str:
    kinds = [_BOOK_KEEPING[line.type] for line in lines]
    parts = [render(message(f"brief-{kind}", count=kinds.count(kind)), language) for kind in dict.fromkeys(kinds)]
    return render(message("brief-deadlines", parts=", ".join(parts)), language)

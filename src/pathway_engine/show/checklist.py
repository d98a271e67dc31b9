"""The regional checklist as people read it."""

from __future__ import annotations

__all__ = ["checklist_lines", "statements"]

from collections.abc import Iterable, Iterator

from attrs import frozen

from pathway_engine.definition.checklist import LEVELS, POINTS, SETTINGS, Overview, Point, Stated
from pathway_engine.definition.labels import Labels
from pathway_engine.definition.model import Pathway
from pathway_engine.show.words import day_words, wrapped
from pathway_engine.text import Param, message, render

_COVERED, _OPEN = "●", "○"


def checklist_lines(pathway: Pathway, found: Overview, language: str) -> Iterator[str]:
    """Write the seven points, the levels, the settings and the members: `●` what there is, `○` what is missing.

    Args:
        pathway: The effective definition.
        found: What was found in it.
        language: `fi`, `sv` or `en`.
    """
    return _Writer(pathway, Labels(pathway), language).lines(found)


def statements(pathway: Pathway, language: str) -> Iterator[str]:
    """Give what a region states of itself, point by point, and who is in its network besides the parties it names.

    Args:
        pathway: The effective definition.
        language: `fi`, `sv` or `en`.
    """
    held = pathway.checklist
    if held is None:
        return
    told = [
        *((f"point-{point}", getattr(held, point)) for point in POINTS),
        *((f"level-{level}", getattr(held.levels, level)) for level in LEVELS),
        *((f"setting-{setting}", getattr(held.settings, setting)) for setting in SETTINGS),
    ]
    for code, statement in told:
        if statement:
            point = render(message(f"checklist-{code}"), language)
            evidence = statement.evidence.to(language)
            yield render(message("diff-stated", point=point, evidence=evidence), language)
    if held.members:
        labels = Labels(pathway)
        members = "; ".join(labels.label("option", f"network_members.{each}", language) for each in held.members)
        yield render(message("diff-stated-members", members=members), language)


@frozen
class _Writer:
    pathway: Pathway
    labels: Labels
    language: str

    def lines(self, found: Overview) -> Iterator[str]:
        name = self.labels.label("pathway", self.pathway.pathway, self.language)
        yield self._say("checklist-title", name=name)
        yield self._say("checklist-covered", count=sum(1 for each in found.points if each.covers and not each.missing))
        for number, point in enumerate(found.points, 1):
            yield ""
            yield f"{number}. {self._say(f'checklist-point-{point.id}')}"
            yield from self._point(point)
        yield from self._stated("checklist-levels", "level", found.levels)
        yield from self._stated("checklist-settings", "setting", found.settings)
        yield from self._members(found)

    def _point(self, point: Point) -> Iterator[str]:
        for cover in point.covers:
            need = self._say(f"checklist-need-{cover.need}")
            if cover.items:
                labels = (self.labels.label(each.kind, each.id, self.language) for each in cover.items)
                yield from self._line(_COVERED, f"{need}: {self._several(labels)}")
            else:
                yield from self._line(_OPEN, self._say("checklist-missing", what=need))
        yield from self._statement(point.stated)

    def _statement(self, stated: Stated, about: str = "") -> Iterator[str]:
        """Write what the region states, and on a line of its own what it has not stated."""
        before, held = f"{about}: " if about else "", stated.statement
        if held is not None:
            parts = [self._say("checklist-stated", evidence=held.evidence.to(self.language))]
            if held.responsible:
                parts.append(self._say("checklist-owner", who=held.responsible.to(self.language)))
            if held.on:
                parts.append(self._say("checklist-day", day=day_words(held.on, self.language)))
            yield from self._line(_COVERED, before + "; ".join(parts))
        if stated.missing:
            missing = ", ".join(self._say(f"checklist-missing-{each}") for each in stated.missing)
            yield from self._line(_OPEN, before + self._say("checklist-missing", what=missing))

    def _stated(self, title: str, kind: str, all_stated: Iterable[Stated]) -> Iterator[str]:
        yield ""
        yield self._say(title)
        for each in all_stated:
            yield from self._statement(each, self._say(f"checklist-{kind}-{each.about}"))

    def _members(self, found: Overview) -> Iterator[str]:
        yield ""
        yield self._say("checklist-members")
        if not found.missing_members:
            yield from self._line(_COVERED, self._say("checklist-members-all"))
            return
        present, missing = (self._several(map(self._member, part)) for part in (found.members, found.missing_members))
        if present:
            yield from self._line(_COVERED, self._say("checklist-members-present", what=present))
        yield from self._line(_OPEN, self._say("checklist-missing", what=missing))

    def _member(self, member: str) -> str:
        known = self.pathway.catalogues.get("network_members")
        return known.items[member].to(self.language) if known and member in known.items else member

    def _several(self, labels: Iterable[str]) -> str:
        return " · ".join(dict.fromkeys(labels))

    def _line(self, mark: str, words: str) -> Iterator[str]:
        yield from wrapped(words, f"   {mark} ")

    def _say(self, code: str, **params: Param) -> str:
        return render(message(code, **params), self.language)

"""The regional checklist: seven points, what of a definition covers each, and what is missing (R006).

What a definition can show is read from it: places of recognition, plans, services, coaching, the way back from
inclusion. What no definition shows, the region states under `checklist:`: the evidence, who answers for it, since when;
a responsibility on each of the four levels of the organisations (R077); the four settings with an agreed practice of
multi-sectoral assessment (R019). What is neither shown nor stated is missing, and is said to be. Nothing here concerns
any client's case.
"""

from __future__ import annotations

__all__ = [
    "LEVELS",
    "MEMBERS",
    "PHASES",
    "POINTS",
    "SETTINGS",
    "Cover",
    "Item",
    "Overview",
    "Point",
    "Stated",
    "overview",
]

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import fields, frozen

from pathway_engine.definition.model import Checklist, Dated, Levels, Pathway, Settings, Statement, Transition

LEVELS = tuple(each.name for each in fields(Levels))
"""The four levels of an organisation (R077)."""

SETTINGS = tuple(each.name for each in fields(Settings))
"""Where the practice of multi-sectoral assessment is to be agreed (R019)."""

MEMBERS: Mapping[str, str] = {
    "employment_services": "employment_authority",
    "health_care": "wellbeing_county",
    "mental_health_services": "wellbeing_county",
    "social_services": "wellbeing_county",
    "kela": "kela",
    "schools": "educational_institution",
    "joint_service": "multisectoral_support",
    "guidance_centre": "guidance_centre",
    "employers": "employer",
    "service_providers": "service_provider",
    "ngos": "ngo",
}
"""The eleven members of the network (R011), each with the kind of party that it is or belongs to."""


PHASES = ("engagement", "profiling", "job_search", "employer_agreement", "job_support")
"""The five phases of supported employment (R085)."""


@frozen(order=True)
class Item:
    """A thing of the definition, by the kind and id that `Labels` knows it by."""

    kind: str
    id: str


@frozen
class Cover:
    """One thing that a point asks of a definition.

    Args:
        need: What is asked; its sentence is the message `checklist-need-…`.
        items: What of the definition answers it; nothing when it is missing.
    """

    need: str
    items: tuple[Item, ...]


@frozen
class Stated:
    """What the region states of one thing, and what of it is still open.

    Args:
        about: A point, level or setting.
        statement: The region's words; None when there are none.
    """

    about: str
    statement: Statement | None

    @property
    def missing(self) -> tuple[str, ...]:
        """What the region has still to state: `evidence`, `responsible`, `on`."""
        held = self.statement
        gaps = {
            "evidence": held is None,
            "responsible": held is None or held.responsible is None,
            "on": held is None or held.on is None,
        }
        return tuple(name for name, open_ in gaps.items() if open_)


@frozen
class Point:
    """One of the seven points.

    Args:
        id: The point.
        covers: What it asks of the definition, with what answers.
        stated: What the region states of it.
    """

    id: str
    covers: tuple[Cover, ...]
    stated: Stated

    @property
    def missing(self) -> tuple[str, ...]:
        """The needs that nothing in the definition answers."""
        return tuple(each.need for each in self.covers if not each.items)


@frozen
class Overview:
    """The whole checklist of a region.

    Args:
        points: The seven points.
        levels: The four levels of the organisations.
        settings: The four settings of multi-sectoral assessment.
        members: The network's members of whom the definition names a party, or who are stated to take part.
        missing_members: The others of the eleven.
    """

    points: tuple[Point, ...]
    levels: tuple[Stated, ...]
    settings: tuple[Stated, ...]
    members: tuple[str, ...]
    missing_members: tuple[str, ...]


def overview(pathway: Pathway) -> Overview:
    """Look through a region's definition, point by point.

    Args:
        pathway: The effective definition.
    """
    held = pathway.checklist or Checklist()
    present = [member for member in MEMBERS if member in held.members or _has_party(pathway, MEMBERS[member])]
    return Overview(
        points=tuple(
            Point(
                point,
                tuple(Cover(need, tuple(dict.fromkeys(find(pathway)))) for need, find in needs.items()),
                Stated(point, getattr(held, point)),
            )
            for point, needs in POINTS.items()
        ),
        levels=tuple(Stated(each, getattr(held.levels, each)) for each in LEVELS),
        settings=tuple(Stated(each, getattr(held.settings, each)) for each in SETTINGS),
        members=tuple(present),
        missing_members=tuple(member for member in MEMBERS if member not in present),
    )


def _has_party(pathway: Pathway, kind: str) -> bool:
    """Tell whether a party of a kind is named; there is one Kela, so its kind is the party."""
    return any(party.kind == kind for party in pathway.organisations.values()) or (
        kind == "kela" and kind in pathway.organisations
    )


# ── what a definition can show ────────────────────────────────────────────────────────────────────────────────────────

Find = Callable[[Pathway], Iterable[Item]]

_SECTIONS = {
    "catalogue": "catalogues",
    "record": "records",
    "service": "services",
    "move": "transitions",
    "deadline": "deadlines",
    "flag": "flags",
}


def _named(kind: str, *ids: str) -> Find:
    """Find things by the ids of the national model."""

    def find(pathway: Pathway) -> Iterator[Item]:
        section = getattr(pathway, _SECTIONS[kind])
        yield from (Item(kind, each) for each in ids if each in section)

    return find


def _every(kind: str, *ids: str) -> Find:
    """Find these things only if all of them are there: a part does not do for the whole."""
    return _together(*(_named(kind, each) for each in ids))


def _together(*finds: Find) -> Find:
    """Find what each of these finds, and nothing when one of them finds nothing."""

    def find(pathway: Pathway) -> list[Item]:
        parts = [list(each(pathway)) for each in finds]
        return [item for part in parts for item in part] if all(parts) else []

    return find


def _choosing(catalogue: str, kind: str) -> Find:
    """Find the records of a kind in which something of a list is chosen."""

    def find(pathway: Pathway) -> Iterator[Item]:
        for name, record in pathway.records.items():
            if record.kind == kind and any(each.options == catalogue for each in record.fields.values()):
                yield Item("record", name)

    return find


def _records(kind: str) -> Find:
    return lambda pathway: [Item("record", name) for name, each in pathway.records.items() if each.kind == kind]


def _in_phase(phase: str) -> Find:
    return lambda pathway: [Item("state", name) for name, each in pathway.states.items() if each.phase == phase]


def _parties(pathway: Pathway) -> Iterator[Item]:
    yield from (Item("organisation", name) for name, each in pathway.organisations.items() if each.kind)


def _joints(pathway: Pathway) -> Iterator[Item]:
    yield from (Item("move", name) for name, each in pathway.transitions.items() if each.handover)


def _responsible(pathway: Pathway) -> Iterator[Item]:
    for state in pathway.states.values():
        held = state.responsible
        names = [each.value for each in held.dated] if isinstance(held, Dated) else [held]
        yield from (Item("role", name) for name in names if name)


def _reviews(pathway: Pathway) -> Iterator[Item]:
    yield from (Item("deadline", name) for name, each in pathway.deadlines.items() if "plan_review" in each.met_by)
    yield from (Item("service", name) for name, each in pathway.services.items() if each.review)


def _coaching_groups(pathway: Pathway) -> tuple[str, ...]:
    return tuple(group for group in pathway.groups if f"{group}.job_search" in pathway.states)


def _coaching(pathway: Pathway) -> Iterator[Item]:
    """Find the states of coaching of every kind, if one kind has all five phases: a lighter one alone is not proven."""
    groups = _coaching_groups(pathway)
    if any(all(f"{group}.{phase}" in pathway.states for phase in PHASES) for group in groups):
        for group in groups:
            yield from (Item("state", name) for name in pathway.states if name.startswith(f"{group}."))


def _coach_loads(pathway: Pathway) -> Iterator[Item]:
    groups = _coaching_groups(pathway)
    for name, each in pathway.capacities.items():
        if any(counted.partition(".")[0] in groups for counted in each.counts):
            yield Item("capacity", name)


def _inclusion_services(pathway: Pathway) -> Iterator[Item]:
    yield from (Item("service", name) for name, each in pathway.services.items() if "look_together" in each.transitions)


def _ways_back(pathway: Pathway) -> Iterator[Item]:
    """Find the moves by which a client leaves inclusion alone, with nothing asked."""
    places = {name for name, each in pathway.states.items() if each.phase == "participate"}
    for name, move in pathway.transitions.items():
        if places & set(move.from_) and _free(move) and move.to not in places:
            yield Item("move", name)


def _free(move: Transition) -> bool:
    by = [role for each in move.by.dated for role in each.value] if isinstance(move.by, Dated) else move.by
    return bool(move.to) and "client" in by and not move.requires and not move.fact


def _looks(pathway: Pathway) -> Iterator[Item]:
    for name, each in pathway.deadlines.items():
        if "participation_review" in each.met_by:
            yield Item("deadline", name)


POINTS: Mapping[str, Mapping[str, Find]] = {
    # Nothing in a definition can show that a region wants something together.
    "shared_will": {},
    "network": {
        "members": _named("catalogue", "network_members"),
        "parties": _parties,
        "meetings": _choosing("network_members", "meeting"),
        "joints": _joints,
    },
    "assessment": {
        "signs": _choosing("recognition_signs", "form"),
        "places": _named("catalogue", "recognition_places"),
        "needs": _together(_in_phase("recognise"), _named("record", "needs_assessment")),
        "sectors": _together(
            _named("flag", "multidisciplinary"), _named("record", "multidisciplinary_participation", "team_network")
        ),
        "work-ability": _named("service", "work_ability_assessment"),
    },
    "service_chains": {
        "plans": _records("plan"),
        "services": lambda pathway: [Item("service", name) for name in pathway.services],
        "responsible": _responsible,
        "reviews": _reviews,
    },
    "coaching": {
        "phases": _coaching,
        "forms": _every("record", "referral", "cooperation_agreement", "vocational_profile", "job_search_plan"),
        "loads": _coach_loads,
        "pace": _every("deadline", "first_employer_contact", "weekly_contact", "contact_after_job_start"),
    },
    "employers": {
        "contacts": _together(_named("record", "employer_contact"), _named("catalogue", "employer_topics")),
        "disclosure": _named("record", "disclosure_choice"),
        "support": _together(
            _every("move", "engage_employer", "start_supported_job"), _named("record", "support_plan")
        ),
    },
    "participation": {
        "place": _in_phase("participate"),
        "activities": _inclusion_services,
        "way-back": _ways_back,
        "looks": _looks,
    },
}
"""The seven points, and for each what it asks of a definition."""

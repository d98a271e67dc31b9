"""What a region states for its checklist of seven points; it decides nothing in any case (R006)."""

from __future__ import annotations

__all__ = ["Checklist", "Levels", "Settings", "Statement"]

from datetime import date

from attrs import field, frozen

from pathway_engine.text import Text


def _about(text: str) -> dict[str, str]:
    return {"description": text}


@frozen(kw_only=True)
class Statement:
    """What only the region itself can say of a point of its checklist (R006): no definition shows it."""

    evidence: Text = field(metadata=_about("What has been agreed, and where it stands written."))
    responsible: Text | None = field(default=None, metadata=_about("Who answers for it."))
    on: date | None = field(default=None, metadata=_about("Day it was agreed or last looked at."))


@frozen(kw_only=True)
class Levels:
    """Who answers on each of the four levels of an organisation (R077)."""

    workers: Statement | None = field(default=None, metadata=_about("Workers."))
    front_line_managers: Statement | None = field(default=None, metadata=_about("Front-line managers."))
    middle_management: Statement | None = field(default=None, metadata=_about("Middle management."))
    top_management: Statement | None = field(default=None, metadata=_about("Top management."))


@frozen(kw_only=True)
class Settings:
    """Where the practice of multi-sectoral assessment has been agreed (R019)."""

    basic_services: Statement | None = field(default=None, metadata=_about("Services at the basic level."))
    special_services: Statement | None = field(default=None, metadata=_about("Services at the special level."))
    joint_service: Statement | None = field(default=None, metadata=_about("Multi-sectoral joint service."))
    guidance_centres: Statement | None = field(default=None, metadata=_about("One-Stop Guidance Centers."))


@frozen(kw_only=True)
class Checklist:
    """What the region states for its checklist of seven points; it decides nothing in any case (R006)."""

    shared_will: Statement | None = field(default=None, metadata=_about("The region wants it together."))
    network: Statement | None = field(default=None, metadata=_about("The network has a structure and ways of working."))
    assessment: Statement | None = field(default=None, metadata=_about("How needs are recognised and assessed."))
    service_chains: Statement | None = field(default=None, metadata=_about("Services join into chains and wholes."))
    coaching: Statement | None = field(default=None, metadata=_about("Evidence-based job coaching is on offer."))
    employers: Statement | None = field(default=None, metadata=_about("How employers are worked with."))
    participation: Statement | None = field(default=None, metadata=_about("Inclusion outside work is supported."))
    levels: Levels = field(factory=Levels, metadata=_about("Who answers on each level of the organisations."))
    settings: Settings = field(factory=Settings, metadata=_about("Where multi-sectoral assessment is agreed."))
    members: tuple[str, ...] = field(
        default=(), metadata=_about("Members of the network that take part, from the catalogue `network_members`.")
    )

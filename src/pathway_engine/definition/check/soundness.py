"""Whether the path holds: every state can be reached, leads on, and is left by somebody who may."""

from __future__ import annotations

__all__ = ["check_soundness"]

from pathway_engine.definition.check.authority import Authority
from pathway_engine.definition.check.graph import Graph, Hop, Verdict, judge
from pathway_engine.definition.check.places import Notes, Part
from pathway_engine.definition.model import PREVIOUS, Pathway


def check_soundness(notes: Notes, pathway: Pathway, part: Part, graph: Graph) -> Verdict:
    """Check the main path or a service, and give what walking it has shown."""
    verdict = judge(graph, part.moves)
    authority = Authority(pathway)
    _check_states(notes, authority, part, graph, verdict)
    _check_moves(notes, part, graph, verdict)
    # A region's own matter may go round for ever, such as a quality review; a client's path may not.
    if not verdict.goals and (part.service or pathway.subject == "client"):
        notes.key("no-end", *part.path, "states")
    return verdict


def _check_states(notes: Notes, authority: Authority, part: Part, graph: Graph, verdict: Verdict) -> None:
    section = (*part.path, "states")
    for name, state in part.states.items():
        if state.initial and state.kind in {"hold", "final"}:
            notes.key("odd-initial", *section, name, name=name, found=state.kind)
        if not verdict.reached(name):
            notes.key("unreachable-state", *section, name, name=name)
            continue
        leaving = graph.leaving(name)
        if name in verdict.stranded:
            also = [(*part.path, "transitions", hop.name) for hop in leaving]
            notes.key("no-outcome", *section, name, also=also, name=name)
        if leaving and state.kind != "final" and not _anybody_leaves(authority, part, leaving):
            notes.key("nobody-may-leave", *section, name, name=name)


def _anybody_leaves(authority: Authority, part: Part, leaving: list[Hop]) -> bool:
    return any(authority.may_move(part.moves[hop.name].by) for hop in leaving)


def _check_moves(notes: Notes, part: Part, graph: Graph, verdict: Verdict) -> None:
    section = (*part.path, "transitions")
    counts = {hop.name for hop in graph.all}
    shadows = {shadow.name: shadow.by for shadow in graph.shadows}
    for name in verdict.dead:
        if part.moves[name].to == PREVIOUS:
            notes.key("homeless-previous", *section, name, name=name)
        elif name not in counts and name in shadows:
            notes.key("always-shadowed", *section, name, name=name, first=shadows[name])
        else:
            notes.key("never-fires", *section, name, name=name, state=", ".join(part.moves[name].from_))
    for name, move in part.moves.items():
        # Only the main path remembers the state it was put on hold in; a service starts and stops instead.
        if part.service and move.to == PREVIOUS and name not in verdict.dead:
            notes.value("previous-in-service", *section, name, "to", name=name)
    for shadow in graph.shadows:
        if shadow.name not in verdict.dead:
            path = (*section, shadow.name)
            notes.key("shadowed-move", *path, name=shadow.name, state=shadow.source, first=shadow.by)
    _check_holds(notes, part, graph)


def _check_holds(notes: Notes, part: Part, graph: Graph) -> None:
    """A client on hold who is put on hold again has nowhere to go back to: only the last state is remembered."""
    holds = {name for name, state in part.states.items() if state.kind == "hold"}
    for hop in graph.all:
        if hop.source in holds and hop.target in holds:
            path = (*part.path, "transitions", hop.name, "from")
            notes.value("hold-to-hold", *path, name=hop.name, state=hop.source)

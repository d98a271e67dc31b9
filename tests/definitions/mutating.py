"""Good definitions, changed at random as a slip or a bold idea would change them; and judged twice."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from random import Random
from typing import Any

from pathway_engine.definition.check import SEVERITIES, check_pathway
from pathway_engine.definition.findings import Finding, Findings
from pathway_engine.definition.model import Pathway
from pathway_engine.definition.names import check_names
from pathway_engine.definition.origins import Origins
from pathway_engine.definition.structure import structure, unstructure
from pathway_engine.definition.tree import Entry, Items, Mark, Node, Scalar, Table
from tests.definitions.walk import is_broken, opinion

Plain = dict[str, Any]
HERE = Mark("mutant", 1, 1)


def to_plain(pathway: Pathway) -> Plain:
    """Give a pathway as plain data in the long form, without what was computed."""
    plain = unstructure(pathway)
    plain.pop("digest", None)
    return plain


def grown(value: Any) -> Node:
    """Give plain data as the tree a reader would make of it; everything stands at one place."""
    if isinstance(value, dict):
        return Table({key: Entry(HERE, grown(each)) for key, each in value.items()}, HERE)
    if isinstance(value, list | tuple):
        return Items(tuple(grown(each) for each in value), HERE)
    return Scalar(value, HERE)


def judged(plain: Plain) -> tuple[Pathway, list[Finding]]:
    """Put plain data through loading's check of names and, if that finds no error, through the checker."""
    pathway, findings = structure(plain), Findings()
    tree = grown(plain)
    assert isinstance(tree, Table)
    origins = Origins(tree)
    check_names(pathway, origins, findings)
    if not findings.errors:
        check_pathway(pathway, origins, findings)
    return pathway, list(findings)


VERDICTS = {
    "unreachable": {"unreachable-state"},
    "stranded": {"no-outcome"},
    "dead": {"never-fires", "always-shadowed", "homeless-previous"},
    "locked": {"nobody-may-leave"},
}
"""What the walk finds -> the codes in which the checker tells of it."""


def disagreement(plain: Plain) -> str:
    """Say where the checker and the walk differ on a definition; empty when they agree."""
    _, findings = judged(plain)
    refused = [each.code for each in findings if each.severity == "error" and each.code not in SEVERITIES]
    if is_broken(plain) or refused:
        return "" if is_broken(plain) == bool(refused) else f"broken {is_broken(plain)}, loading says {refused}"
    seen = {kind: {str(each.params["name"]) for each in findings if each.code in VERDICTS[kind]} for kind in VERDICTS}
    walked: dict[str, set[str]] = {kind: set() for kind in VERDICTS}
    for path in (plain, *plain.get("services", {}).values()):
        for kind, names in opinion(path, plain["roles"]).items():
            walked[kind] |= names
    return "" if seen == walked else f"checker {seen}, walk {walked}"


# ── mutations ──────────────────────────────────────────────────────────────────────────────────────────────────────


def mutant(good: Plain, seed: int) -> Plain:
    """Give a definition with one to three changes."""
    chance, plain = Random(seed), deepcopy(good)  # noqa: S311 - for tests
    for _ in range(chance.randint(1, 3)):
        if plain["transitions"]:
            chance.choice(MUTATIONS)(plain, chance)
    return plain


def _path(plain: Plain, chance: Random) -> Plain:
    """Give the main path, or now and then a service."""
    services = list(plain.get("services", {}).values())
    path: Plain = chance.choice(services) if services and chance.random() < 0.2 else plain
    return path if path["transitions"] else plain


def _move(path: Plain, chance: Random) -> Plain:
    move: Plain = (
        path["transitions"][chance.choice(list(path["transitions"]))] if path["transitions"] else {"from": [], "by": []}
    )
    return move


def drop_state(plain: Plain, chance: Random) -> None:
    """Drop a state and leave whatever speaks of it."""
    states = _path(plain, chance)["states"]
    if len(states) > 1:
        del states[chance.choice(list(states))]


def forget_state(plain: Plain, chance: Random) -> None:
    """Drop a state together with everything that speaks of it."""
    path = _path(plain, chance)
    left = [name for name in path["states"] if not path["states"][name].get("initial")]
    if not left or len(path["states"]) == 1:
        return
    name = chance.choice(left)
    del path["states"][name]
    group = name.rpartition(".")[0]
    gone = {name} | ({group} if group and not any(each.startswith(f"{group}.") for each in path["states"]) else set())
    for move in path["transitions"].values():
        move["from"] = [each for each in move["from"] if each not in gone]
    _keep(path, "transitions", lambda move: move["from"] and move.get("to") not in gone)
    for deadline in path.get("deadlines", {}).values():
        if "in" in deadline:
            deadline["in"] = [each for each in deadline["in"] if each not in gone]
    _keep(path, "deadlines", lambda deadline: deadline["from"] != "state_entered" or deadline["in"])
    for capacity in path.get("capacities", {}).values():
        capacity["counts"] = [each for each in capacity["counts"] if each not in gone]
    for each in gone & set(path.get("groups", {})):
        del path["groups"][each]
    _forget_moves(plain)


def forget_move(plain: Plain, chance: Random) -> None:
    """Drop a move together with the time limits that count from it or are met by it."""
    path = _path(plain, chance)
    if len(path["transitions"]) > 1:
        del path["transitions"][chance.choice(list(path["transitions"]))]
        _forget_moves(plain)


def _keep(
    path: Plain, section: str, wanted: Callable[[Any], object], looked_at: Callable[[Plain], Any] = lambda each: each
) -> None:
    if section in path:
        path[section] = {name: each for name, each in path[section].items() if wanted(looked_at(each))}


def _forget_moves(plain: Plain) -> None:
    for path in (plain, *plain.get("services", {}).values()):
        known = {move.get("trigger", key) for key, move in path["transitions"].items()} | set(path["transitions"])
        known |= set(plain.get("records", {}))
        _keep(path, "deadlines", known.issuperset, _words)
        if "review" in path and path["review"]["met_by"] not in known:
            del path["review"]


def _words(deadline: Plain) -> set[str]:
    anchor = deadline["from"]
    return {*deadline.get("met_by", []), *([anchor.removeprefix("event:")] if anchor.startswith("event:") else [])}


def redirect(plain: Plain, chance: Random) -> None:
    """Lead a move elsewhere."""
    path = _path(plain, chance)
    places = [*path["states"], *path["states"], *plain.get("groups", {}), "", "previous", "nowhere"]
    _move(path, chance)["to"] = chance.choice(places)


def start_elsewhere(plain: Plain, chance: Random) -> None:
    """Drop, add or change one of the states a move starts in."""
    path = _path(plain, chance)
    move = _move(path, chance)
    places = [*path["states"], *plain.get("groups", {}), "any"]
    change = chance.randrange(3)
    if change and len(move["from"]) > 1:
        move["from"].pop(chance.randrange(len(move["from"])))
    elif change or not move["from"]:
        move["from"] = [chance.choice(places)]
    else:
        move["from"] = list(dict.fromkeys([*move["from"], chance.choice(places)]))


def fewer_makers(plain: Plain, chance: Random) -> None:
    """Take a role, or all roles, from a move."""
    move = _move(_path(plain, chance), chance)
    if isinstance(move["by"], list) and move["by"]:
        move["by"] = [] if chance.random() < 0.5 else move["by"][1:]


def drop_role(plain: Plain, chance: Random) -> None:
    """Take a role's ties to the case away."""
    plain["roles"][chance.choice(list(plain["roles"]))]["relation"] = []


def other_kind(plain: Plain, chance: Random) -> None:
    """Make a state one of another kind."""
    states = _path(plain, chance)["states"]
    state = states[chance.choice(list(states))]
    state["kind"] = chance.choice(["ordinary", "outcome", "hold", "final"])


def other_beginning(plain: Plain, chance: Random) -> None:
    """Begin in another state."""
    states = _path(plain, chance)["states"]
    for state in states.values():
        state.pop("initial", None)
    states[chance.choice(list(states))]["initial"] = True


def share_word(plain: Plain, chance: Random) -> None:
    """Call a move by another move's word."""
    path = _path(plain, chance)
    _move(path, chance)["trigger"] = chance.choice([*path["transitions"], "word"])


MUTATIONS: tuple[Callable[[Plain, Random], None], ...] = (
    drop_state,
    forget_state,
    forget_state,
    forget_move,
    forget_move,
    redirect,
    redirect,
    start_elsewhere,
    start_elsewhere,
    fewer_makers,
    drop_role,
    other_kind,
    other_beginning,
    share_word,
)


def disagreements(good: Iterable[Plain], seeds: Iterable[int]) -> list[str]:
    """Judge mutants of several definitions in turn; give those on which the checker and the walk differ."""
    definitions = list(good)
    found = []
    for seed in seeds:
        difference = disagreement(mutant(definitions[seed % len(definitions)], seed))
        if difference:
            found.append(f"seed {seed}: {difference}")
    return found

"""A second opinion on a definition: a walk by brute force that shares nothing with the checker or the machine.

It takes a definition as plain data, as its YAML would be read in the long form, and tries everything: every move from
every place, again and again until nothing new turns up. It is slow and short on purpose, so that it can be checked by
eye. Requirements are taken to be met.
"""

from collections.abc import Iterator
from typing import Any

Plain = dict[str, Any]


def opinion(path: Plain, roles: Plain) -> dict[str, set[str]]:
    """Say what a walk shows: states nobody gets to, gets home from, or may leave; moves nobody comes to make."""
    states, moves = path["states"], path["transitions"]
    steps = set(_steps(path))
    places: set[Any] = {(next(name for name in states if states[name].get("initial")), "")}
    made: set[tuple[Any, str, Any]] = set()
    while True:
        found = {(place, key, _next(states, place, to)) for place in places for key, at, to in steps if at == place[0]}
        # `previous` is a step only to the state that is remembered, and only if some plain move led from it to here.
        found = {
            (place, key, after)
            for place, key, after in found
            if after or any((at, to) == (place[1], place[0]) for _, at, to in steps)
        }
        found = {(place, key, after or _next(states, place, place[1])) for place, key, after in found}
        if found <= made:
            break
        made |= found
        places |= {after for _, _, after in found}
    return {
        "unreachable": set(states) - {state for state, _ in places},
        "stranded": _stranded(states, places, made),
        "dead": set(moves) - {key for _, key, _ in made},
        "locked": {state for state, _ in places if _locked(path, roles, steps, state)},
    }


def _steps(path: Plain) -> Iterator[tuple[str, str, str]]:
    """Give (move, state it starts in, state it leads to); the exactest entry of a word counts."""
    states, moves = path["states"], path["transitions"]
    for state in states:
        for word in {move.get("trigger", key) for key, move in moves.items()}:
            named = [key for key, move in moves.items() if move.get("trigger", key) == word]
            for level in (
                {state},
                {state.rpartition(".")[0]} - {""},
                {"any"} if kind(states, state) != "final" else set(),
            ):
                hits = [key for key in named if level & set(moves[key]["from"])]
                if hits:
                    for key in hits:
                        yield key, state, _target(states, moves[key].get("to", ""))
                    break


def _target(states: Plain, to: str) -> str:
    if not to or to == "previous" or to in states:
        return to
    members = [name for name in states if name.startswith(to + ".")]
    return next((name for name in members if states[name].get("initial")), members[0])


def _next(states: Plain, place: tuple[str, str], to: str) -> tuple[str, str] | None:
    if not to:
        return place
    if to == "previous":
        return None
    return to, place[0] if kind(states, to) == "hold" else ""


def _stranded(states: Plain, places: set[Any], made: set[Any]) -> set[str]:
    homes = {name for name in states if kind(states, name) == "outcome"} or {
        name for name in states if kind(states, name) == "final"
    }
    home = {place for place in places if place[0] in homes}
    while more := {a for a, _, b in made if b in home and a not in home and kind(states, a[0]) != "final"}:
        home |= more
    return {place[0] for place in places - home if kind(states, place[0]) != "final"} if homes else set()


def _locked(path: Plain, roles: Plain, steps: set[Any], state: str) -> bool:
    keys = {key for key, at, to in steps if at == state and to not in {"", state}}
    by = [path["transitions"][key]["by"] for key in keys]
    each = [
        role
        for one in by
        for period in (one["dated"] if isinstance(one, dict) else [{"value": one}])
        for role in period["value"]
    ]
    able = any(roles[role].get("relation", ["named"]) for role in each)
    return bool(keys) and not able and kind(path["states"], state) != "final"


def kind(states: Plain, state: str) -> str:
    """Give the kind of a state."""
    return str(states[state].get("kind", "ordinary"))


# ── whether the words lead anywhere ────────────────────────────────────────────────────────────────────────────────


def is_broken(whole: Plain) -> bool:
    """Say whether a state, role or move is spoken of that does not exist, or a path has no single beginning."""
    groups, roles, records = set(whole.get("groups", {})), set(whole["roles"]), set(whole.get("records", {}))
    paths = [(whole, groups), *((service, set()) for service in whole.get("services", {}).values())]
    return any(_is_wrong(path, set(path["states"]) | known, roles, records) for path, known in paths)


def _is_wrong(path: Plain, places: set[str], roles: set[str], records: set[str]) -> bool:
    states, moves, limits = path["states"], path["transitions"], path.get("deadlines", {}).values()
    starts = [(move.get("trigger", key), at) for key, move in moves.items() for at in set(move["from"])]
    back = {at for move in moves.values() if move.get("to") == "previous" for at in move["from"]}
    words = {move.get("trigger", key) for key, move in moves.items()} | set(moves) | records
    told = {each for limit in limits for each in limit.get("met_by", [])}
    told |= {limit["from"].removeprefix("event:") for limit in limits if limit["from"].startswith("event:")}
    spoken = {each for limit in limits for each in limit.get("in", [])}
    spoken |= {each for capacity in path.get("capacities", {}).values() for each in capacity["counts"]}
    return not (
        spoken | {at for _, at in starts} - {"any"} | {move.get("to", "") for move in moves.values()} - {"", "previous"}
        <= places
        and told <= words
        and sum(state.get("initial", False) for state in states.values()) == 1
        and all(at in states and kind(states, at) == "hold" for at in back)
        and all(states[name].get("responsible") or kind(states, name) == "final" for name in states)
        and all(role in roles for move in moves.values() for role in _all_roles(move["by"]))
        and len(starts) == len(set(starts))
    )


def _all_roles(by: Any) -> list[str]:
    return [role for period in by["dated"] for role in period["value"]] if isinstance(by, dict) else by

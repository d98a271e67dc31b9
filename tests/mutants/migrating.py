"""The protections of moving running cases to another definition, many at once."""

from __future__ import annotations

__all__ = ["MIGRATING"]

_ENGINE, _TESTS = "engine/migrating.py", "tests/engine/test_migrating_cases.py::"

Row = tuple[str, int, str, str, tuple[str, str], str]

MIGRATING: tuple[Row, ...] = (
    (
        "migrate-whole",
        13,
        "While one case has no home in the new definition, none moves",
        _ENGINE,
        ("            if homeless:\n                return\n", ""),
        _TESTS + "test_nothing_moves_while_one_has_no_home",
    ),
    (
        "migrate-anew",
        13,
        "A case that came to the old definition while the others moved is not left there",
        _ENGINE,
        ("            if row.case_id not in stayed:\n", "            if not row.case_id:\n"),
        _TESTS + "test_a_case_that_changed_meanwhile_is_looked_at_anew",
    ),
    (
        "migrate-from",
        10,
        "A case is mapped by rules made for the definition it runs under, or not at all",
        "case/deciding/migrating.py",
        ('command.from_digest not in {"", case.digest}', "not case.digest"),
        _TESTS + "test_a_migration_that_expects_another_definition_is_refused",
    ),
    (
        "migrate-parties",
        6,
        "No case goes to a definition that does not know the organisations that answer for it",
        "case/deciding/migrating.py",
        ("        if name not in target.pathway.organisations:\n", "        if not name:\n"),
        _TESTS + "test_whoever_answers_for_a_part_must_be_known_there",
    ),
    (
        "migrate-key",
        2,
        "The key of a case's migration is of one journey, so that it can be made again after a way back",
        _ENGINE,
        (":{planned.case}:{planned.version}", ":{planned.case}"),
        _TESTS + "test_a_case_that_came_back_can_go_again",
    ),
    (
        "migrate-hidden",
        7,
        "Whoever has nothing to do with a case does not learn from a plan where it stands",
        _ENGINE,
        ("        if not may_ask(shelf.machine, case, taken.command.actor, command):\n", "        if not case:\n"),
        _TESTS + "test_the_plan_asks_for_whoever_may",
    ),
)

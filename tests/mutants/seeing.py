"""The protections of who acts, who sees and what is shown: authority, opening, leaks, outputs."""

from __future__ import annotations

__all__ = ["SEEING"]

_AUTHORITY, _OPENING, _READING, _CORE = "authority.py", "engine/opening.py", "engine/reading.py", "engine/core.py"
_MATRIX, _READS = "tests/case/test_authority_matrix.py::", "tests/engine/test_who_reads.py::"
_MOVES, _STRANGER = (
    "test_moves_are_for_whom_the_rules_say",
    "test_by_no_way_of_reading_does_a_stranger_tell_a_case_from_none",
)

_OWN = "test_nobody_keeps_a_matter_of_their_own"

Row = tuple[str, int, str, str, tuple[str, str], str]

SEEING: tuple[Row, ...] = (
    # ── Who acts ───────────────────────────────────────────────────────────────────────────────────────────────────
    (
        "own-matter",
        7,
        "Nobody works on a matter of their own",
        _AUTHORITY,
        ("return office.is_client or (office.personal and role in actor.roles)", "return bool(role in actor.roles)"),
        _MATRIX + _MOVES,
    ),
    (
        "own-whoever-for",
        7,
        "Whoever says that they act for somebody else works on their own matter no more than others",
        _AUTHORITY,
        ("return bool(client and self.actor.subject == client) or self.is_client()", "return self.is_client()"),
        _MATRIX + _MOVES,
    ),
    (
        "own-erase",
        7,
        "Nobody erases a case of their own",
        "case/deciding/erasing.py",
        ("if draft.standing().is_own():", "if False:"),
        _READS + _OWN,
    ),
    (
        "own-purge",
        7,
        "Nobody purges a case of their own",
        "engine/keeping.py",
        ("actor=actor).is_own()", "actor=actor).is_own() and False"),
        _READS + _OWN,
    ),
    (
        "role-as-said",
        7,
        "A role is held when the host says so, not by being named alone",
        _AUTHORITY,
        ("        if role in actor.roles:\n", "        if role in actor.roles or self._is_named(role):\n"),
        _MATRIX + _MOVES,
    ),
    (
        "speaks-for",
        7,
        "A worker of the case does not speak for the client by saying so",
        _AUTHORITY,
        ("role in offices and offices[role].personal and self._is_named(role)", "self._is_named(role)"),
        _MATRIX + _MOVES,
    ),
    (
        "receives-in-a-role",
        7,
        "Who sends or receives a client works for the organisation",
        "case/deciding/handing_over.py",
        ("draft.machine.authority.professions(actor)", "tuple(actor.roles)"),
        _MATRIX + "test_a_step_of_a_handover_is_for_its_parties",
    ),
    # ── Who sees ───────────────────────────────────────────────────────────────────────────────────────────────────
    (
        "named-sees",
        7,
        "In a role that asks to be named one sees the cases in which one is named",
        _READING,
        ("(here and not offices[role].personal)", "here"),
        _READS + "test_a_role_that_only_naming_ties_reads_the_cases_in_which_it_is_named",
    ),
    (
        "opens-own",
        7,
        "Another register opens what was passed to it",
        _OPENING,
        ("if event.seq in open_to else", "if event.seq else"),
        _READS + "test_another_register_opens_what_was_passed_to_it_and_no_more",
    ),
    (
        "opens-held-back",
        7,
        "What was held back before it left is not opened",
        _OPENING,
        ("                passed[body.disclosure].pop(name, None)\n", "                pass\n"),
        _READS + "test_what_was_held_back_before_it_left_is_not_opened",
    ),
    (
        "absent-forbidden",
        7,
        "What else is missing tells no stranger that a case is there",
        _CORE,
        ("            self._refused(shelf, case, command, Refused(()), now)\n", ""),
        _READS + _STRANGER,
    ),
    (
        "id-taken",
        7,
        "Only whoever may open a case learns that an id is taken",
        "case/decide.py",
        (
            "        if isinstance(draft_or_no, Refused):\n",
            "        if case is None and isinstance(draft_or_no, Refused):\n",
        ),
        _READS + "test_an_id_that_is_taken_is_told_only_to_who_may_open",
    ),
    # ── What is shown ──────────────────────────────────────────────────────────────────────────────────────────────
    (
        "no-formula",
        12,
        "A spreadsheet computes nothing that a label says",
        "reports/writing.py",
        ("cell[:1] in _SIGNS", "not cell"),
        "tests/show/test_nasty_words.py::test_a_spreadsheet_computes_nothing_that_a_label_says",
    ),
    (
        "one-line-labels",
        12,
        "A label stays on its line",
        "definition/labels.py",
        ('_BREAKS.sub(" ", text.to(language))', "text.to(language)"),
        "tests/show/test_nasty_words.py::test_no_label_makes_a_line_of_its_own",
    ),
    (
        "terminal-commands",
        12,
        "A terminal is shown no command that somebody wrote",
        "cli/output.py",
        ("click.echo(visible(line))", "click.echo(line)"),
        "tests/cli/test_nasty_words.py::test_a_text_comes_back_to_the_letter_and_stays_in_its_place",
    ),
    (
        "command-repr",
        15,
        "No `repr` of a command says what somebody typed",
        "case/commands/base.py",
        ('return repr(value) if fits else "…"', "return repr(value)"),
        "tests/engine/test_canary_elsewhere.py::test_no_command_shows_what_somebody_typed",
    ),
    # ── What lasts ─────────────────────────────────────────────────────────────────────────────────────────────────
    (
        "golden-bodies",
        10,
        "An event that was released keeps its form",
        "case/events/path.py",
        ("    holds: bool = False\n", '    holds: bool = False\n    more: str = ""\n'),
        "tests/golden/test_golden.py::test_each_event_is_read_and_would_be_written_as_it_was",
    ),
)

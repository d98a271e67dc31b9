"""All messages, in one mapping from code to the sentences in Finnish, Swedish and English.

A code is made of small words with hyphens, and is stable: programs may compare it. The sentences stand in one module
for each area.
"""

from __future__ import annotations

__all__ = ["MESSAGES"]

from pathway_engine.text.access_messages import MESSAGES as _ACCESS
from pathway_engine.text.bdd_messages import MESSAGES as _BDD
from pathway_engine.text.case_migration_messages import MESSAGES as _CASE_MIGRATION
from pathway_engine.text.check_messages import MESSAGES as _CHECK
from pathway_engine.text.checking_messages import MESSAGES as _CHECKING
from pathway_engine.text.checklist_messages import MESSAGES as _CHECKLIST
from pathway_engine.text.cli_messages import MESSAGES as _CLI
from pathway_engine.text.coverage_messages import MESSAGES as _COVERAGE
from pathway_engine.text.definition_messages import MESSAGES as _DEFINITION
from pathway_engine.text.demo_messages import MESSAGES as _DEMO
from pathway_engine.text.describing_messages import MESSAGES as _DESCRIBING
from pathway_engine.text.diagram_messages import MESSAGES as _DIAGRAM
from pathway_engine.text.diff_messages import MESSAGES as _DIFF
from pathway_engine.text.doctor_messages import MESSAGES as _DOCTOR
from pathway_engine.text.event_messages import MESSAGES as _EVENTS
from pathway_engine.text.fitting_messages import MESSAGES as _FITTING
from pathway_engine.text.keeping_messages import MESSAGES as _KEEPING
from pathway_engine.text.lint_messages import MESSAGES as _LINT
from pathway_engine.text.migrate_messages import MESSAGES as _MIGRATE
from pathway_engine.text.page_messages import MESSAGES as _PAGE
from pathway_engine.text.phrase_messages import MESSAGES as _PHRASES
from pathway_engine.text.refusal_messages import MESSAGES as _REFUSALS
from pathway_engine.text.relay_messages import MESSAGES as _RELAY
from pathway_engine.text.releasing_messages import MESSAGES as _RELEASING
from pathway_engine.text.report_messages import MESSAGES as _REPORTS
from pathway_engine.text.show_messages import MESSAGES as _SHOW
from pathway_engine.text.skeleton_messages import MESSAGES as _SKELETON
from pathway_engine.text.standing_messages import MESSAGES as _STANDING
from pathway_engine.text.usage_messages import MESSAGES as _USAGE

MESSAGES: dict[str, tuple[str, str, str]] = {
    **_DEFINITION,
    **_CHECK,
    **_CHECKLIST,
    **_CHECKING,
    **_ACCESS,
    **_DOCTOR,
    **_REFUSALS,
    **_EVENTS,
    **_SHOW,
    **_CLI,
    **_DIAGRAM,
    **_DIFF,
    **_DESCRIBING,
    **_DEMO,
    **_LINT,
    **_FITTING,
    **_MIGRATE,
    **_BDD,
    **_STANDING,
    **_REPORTS,
    **_KEEPING,
    **_RELAY,
    **_RELEASING,
    **_CASE_MIGRATION,
    **_COVERAGE,
    **_PHRASES,
    **_SKELETON,
    **_PAGE,
    **_USAGE,
}

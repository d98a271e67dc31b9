"""What a host needs to test its definitions, and the code around them: a desk, samples, seeded sources, strategies.

    from pathway_engine.testing import Desk, varied

Nothing here needs hypothesis but `pathway_engine.testing.strategies`, which is imported by its own name.
"""

from pathway_engine.journal.sources import SeededSources
from pathway_engine.testing.desk import Desk, Unexpected
from pathway_engine.testing.samples import smallest, varied

__all__ = ["Desk", "SeededSources", "Unexpected", "smallest", "varied"]

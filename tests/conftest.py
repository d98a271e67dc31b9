"""Settings shared by every test: the Hypothesis profiles.

`fast` is the default: few examples and always the same ones, so that a red test is red again on
the next run and on the next machine. `soak` (make soak) looks for what `fast` cannot find.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fast",
    max_examples=50,
    stateful_step_count=20,
    derandomize=True,
    database=None,
    deadline=None,
    # A machine with two busy cores generates slowly; that is no finding about the code.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    max_examples=5000,
    stateful_step_count=100,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))

"""Workers: what has to happen when nobody asks for it.

`DeadlineWorker` tells that deadlines were missed, `OutboxRelay` tells the world outside what happened. Any number of
either may run at once, in any number of processes: a store lends each thing to one worker at a time, and what a
worker took and never finished comes free when its lease ends. One bad case or poison message stops nobody else: it is
tried again later and later, and at last set aside until somebody looks at it (promises 8, 9 and 12).

A host calls `run_once` as often as it likes from its own scheduler, or `run` in a process or thread of its own.
"""

from pathway_engine.workers.deadlines import DeadlineWorker
from pathway_engine.workers.outbox import Envelope, OutboxRelay
from pathway_engine.workers.working import stop_on_signals

__all__ = ["DeadlineWorker", "Envelope", "OutboxRelay", "stop_on_signals"]

"""Run the benchmarks: `python -m bench [NAME…]`, or `make bench` for all of them.

A benchmark is a module `bench/bench_*.py`. Its docstring's first line says what it measures, and
its `run()` gives rows of (what, figure, budget), already written out. Figures of one run on one
machine may be compared with each other and with nothing else, so budgets are ratios within a run.
"""

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast


class Benchmark(Protocol):
    """What a benchmark module offers."""

    __doc__: str | None

    def run(self) -> Iterable[tuple[str, str, str]]:
        """Measure, and give a row for each figure."""


def names() -> list[str]:
    """Give the benchmarks there are, without `bench_`."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(wanted: list[str]) -> int:
    """Run the wanted benchmarks, or all; 2 if there is none of a name."""
    unknown = sorted(set(wanted) - set(names()))
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are: {', '.join(names())}")
        return 2
    print(f"Benchmarks: {', '.join(names())}")
    for name in wanted or names():
        benchmark = cast("Benchmark", import_module(f"bench.bench_{name}"))
        print(f"\n{(benchmark.__doc__ or name).splitlines()[0]}")
        for what, figure, budget in benchmark.run():
            print(f"  {what:<52} {figure:>14}  {budget}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

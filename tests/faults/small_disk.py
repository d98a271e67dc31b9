"""A run on a disk of three megabytes, in a mount namespace of its own: `unshare -m python -m tests.faults.small_disk`.

The mount is seen by nobody else and goes away with the process. Ends with 0 when everything held.
"""

from __future__ import annotations

__all__ = ["possible"]

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pathway_engine.errors import StoreFull, StoreUnavailable
from tests.faults.checking import books, broken_off, ended
from tests.faults.run import WARM, Run, read_lines

SIZE = 3_000_000


def possible() -> bool:
    """Tell whether this process may mount something for itself."""
    unshare = shutil.which("unshare")
    trial = "mount -t tmpfs -o size=64k tmpfs /mnt"
    if unshare is None:
        return False
    return not subprocess.run([unshare, "-m", "sh", "-c", trial], check=False, capture_output=True).returncode


def full(base: Path) -> None:
    """Fill the disk somewhere in the run: it is told, reading works, and once there is room the same run goes on."""
    whole, disk = base / "whole", base / "disk"
    whole.mkdir()
    Run(f"sqlite:///{whole / 'cases.db'}", whole).go()
    wanted = books(f"sqlite:///{whole / 'cases.db'}")
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], check=True)
    told = 0
    for filler in range(1_700_000, 3_000_000, 250_000):
        told += _fill(base / str(filler), disk, filler, wanted)
    # With little in the way the run is told in the middle; with much, before it has begun.
    assert told >= 3, told
    _read_only(base / "read-only", disk)


def _fill(folder: Path, disk: Path, filler: int, wanted: object) -> bool:
    folder.mkdir()
    for old in disk.iterdir():
        old.unlink()
    (disk / "filler").write_bytes(bytes(filler))
    url = f"sqlite:///{disk / 'cases.db'}"
    run = Run(url, folder)
    try:
        run.open()
    except (StoreFull, StoreUnavailable):
        return True
    full = True
    try:
        run.work()
        full = False
    except StoreFull:
        acked = {line["key"] for line in read_lines(folder / "acks")} - {"deadline"}
        assert books(url).commands == len(acked)
        # Reading works: this is the case as it was acknowledged last.
        last = [line["last"] for line in read_lines(folder / "acks") if line.get("case") == WARM][-1:]
        assert not last or run.engine.case(WARM).version >= last[0]
        assert broken_off(url, folder, wanted) == []  # type: ignore[arg-type]
        (disk / "filler").unlink()
        run.work()
    run.close()
    assert ended(url, folder, wanted, faults=1) == []  # type: ignore[arg-type]
    return full


def _read_only(folder: Path, disk: Path) -> None:
    """Remount the disk for reading only under an open engine: writing is refused as such, reading works."""
    folder.mkdir()
    for old in disk.iterdir():
        old.unlink()
    url = f"sqlite:///{disk / 'cases.db'}"
    run = Run(url, folder)
    run.open()
    run.paths()
    before = run.engine.case(WARM)
    run.store.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    run.engine = run.engine.over(run.store)
    with pytest.raises(StoreUnavailable):
        run.handover()
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert run.engine.case(WARM) == before
    run.handover()
    run.close()


if __name__ == "__main__":
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    with TemporaryDirectory(prefix="pathway-small-") as scratch:
        try:
            full(Path(scratch))
        finally:
            subprocess.run(["umount", "-l", f"{scratch}/disk"], check=False)
    sys.exit(0)

"""What of a PostgreSQL server and of the engine on it endangers a promise."""

from __future__ import annotations

__all__ = ["examine_postgres"]

from collections.abc import Iterator

from pathway_engine.doctor.finding import Finding, finding
from pathway_engine.stores.sql.probing import Habits, Probe

_LEAST_VERSION = 14
_BOUNDS_TRANSACTIONS = 17


def examine_postgres(probe: Probe, habits: Habits) -> Iterator[Finding]:
    """Examine a server as the store's own engine meets it: settings of server, database and user together."""
    yield from _durability(probe)
    yield from _engine(probe, habits)
    yield from _bounds(probe)


def _durability(probe: Probe) -> Iterator[Finding]:
    if _setting(probe, "fsync") == "off":
        yield finding("error", "pg-fsync", 1)
    if _setting(probe, "full_page_writes") == "off":
        yield finding("error", "pg-full-page-writes", 1)
    commit, standbys = _setting(probe, "synchronous_commit"), _setting(probe, "synchronous_standby_names")
    # `local` waits for this server's disk, which is all there is to wait for without a standby.
    if commit == "off" or (standbys and commit in {"local", "remote_write"}):
        yield finding("error", "pg-synchronous-commit", 1, value=commit)
    if probe.value("SELECT pg_is_in_recovery()"):
        yield finding("error", "pg-recovery", 1, 4)
    elif not standbys:
        yield finding("info", "pg-no-standby", 1)
    if _setting(probe, "default_transaction_read_only") == "on":
        yield finding("warning", "read-only", 1)


def _engine(probe: Probe, habits: Habits) -> Iterator[Finding]:
    isolation = habits.isolation or _setting(probe, "default_transaction_isolation")
    if habits.autocommit:
        yield finding("error", "autocommit", 4, 1)
    elif isolation != "read committed":
        yield finding("warning", "isolation", 12, value=isolation)


def _bounds(probe: Probe) -> Iterator[Finding]:
    version = int(_setting(probe, "server_version_num")) // 10_000
    if version < _LEAST_VERSION:
        yield finding("warning", "pg-version", 12, version=_setting(probe, "server_version"))
    elif version < _BOUNDS_TRANSACTIONS:
        yield finding("info", "pg-transaction-timeout", 12, version=_setting(probe, "server_version"))
    if (length := _setting(probe, "log_parameter_max_length_on_error")) not in {"", "0"}:
        yield finding("warning", "pg-log-parameters", 7, value=length)
    if (logged := _setting(probe, "log_statement")) in {"mod", "all"}:
        yield finding("warning", "pg-log-statement", 7, value=logged)
    if _setting(probe, "idle_in_transaction_session_timeout") == "0":
        yield finding("info", "pg-idle-timeout", 12)


def _setting(probe: Probe, name: str) -> str:
    """Give a setting as it holds for this session; empty when the server does not know it."""
    return str(probe.value("SELECT current_setting(:name, true)", name=name) or "")

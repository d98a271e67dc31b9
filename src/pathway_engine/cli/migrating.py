"""`pathway migrate`: bring the tables to the version that this library writes."""

from __future__ import annotations

__all__ = ["migrate"]

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import speaking
from pathway_engine.cli.output import Output
from pathway_engine.errors import OutcomeUnknown


@click.command()
@click.option("--db", required=True, envvar="PATHWAY_DB", help="Database: sqlite:///file, or the file's path.")
@click.option("--check", is_flag=True, help="Change nothing; end with 1 when there is something to do.")
@click.option("--schema", help="Schema of the database that the tables stand in.")
@click.option("--prefix", default="pathway_", show_default=True, help="What every table's name begins with.")
@speaking
def migrate(out: Output, db: str, check: bool, schema: str | None, prefix: str) -> None:  # noqa: FBT001 - a flag of the command line
    """Bring the tables to the version that this library writes, all of it or nothing. Make a backup first."""
    from pathway_engine.stores.sql.migrations import migrate_database

    desk = Desk(out, db, "", "", "")
    if desk.file is not None and not desk.file.exists():
        raise out.fault("migrate-db-missing", path=str(desk.file))
    try:
        migration = migrate_database(desk.url, schema=schema, prefix=prefix, only_plan=check)
    except ValueError as error:
        raise out.fault("fault-ValueError", detail=str(error)) from None
    except OutcomeUnknown:
        raise out.fault("migrate-unknown") from None
    data = {"found": migration.found, "wanted": migration.wanted, "steps": list(migration.steps)}
    if not migration.steps:
        code = "migrate-nothing"
    elif migration.found:
        code = "migrate-would" if check else "migrate-done"
    else:
        code = "migrate-would-make" if check else "migrate-made"
    waits = bool(migration.steps) and check
    line = out.say(code, found=migration.found, wanted=migration.wanted)
    out.answer(data | {"done": not waits}, [line])
    out.end(1 if waits else 0)

"""`pathway access-log`: who used a case's data, and to whom they were passed."""

from __future__ import annotations

__all__ = ["access_log"]

from collections.abc import Iterator
from datetime import datetime, time

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import acting, day, secret
from pathway_engine.cli.output import Output, shelf_of
from pathway_engine.deadlines import helsinki_zone
from pathway_engine.definition.labels import Labels
from pathway_engine.engine import PathwayEngine
from pathway_engine.engine.auditing import OFFICER, AccessLog
from pathway_engine.engine.auditing import access_log as read_log
from pathway_engine.errors import CaseNotFound
from pathway_engine.journal.forms import to_plain
from pathway_engine.journal.uses import DisclosureEntry, UseEntry
from pathway_engine.show.words import moment_words, wrapped
from pathway_engine.stores.port import Wanted

_SHOWN = 12
"""How much of a pseudonym a person reads; programs get the whole."""


@click.command("access-log")
@click.option("--case", "case_id", default="", help="Id of the case.")
@click.option("--client", help="Id of a client: all the client's cases; - asks for it. The actor's own for a client.")
@click.option("--since", metavar="DAY", help="Only from this day on.")
@click.option("--special-reason", is_flag=True, help="The client has one to read what is older than two years.")
@acting
def access_log(desk: Desk, case_id: str, client: str | None, since: str | None, *, special_reason: bool) -> None:
    """Tell who used a case's data and to whom they were passed, for the client or the data-protection officer.

    The officer acts as data_protection_officer@ORGANISATION. Reading the log is itself logged.
    """
    first = day(since, desk.out)
    moment = datetime.combine(first, time(), helsinki_zone()) if first else None
    wanted = secret(client, "client") or (desk.actor.acting_for or desk.actor.subject if not case_id else "")
    if not case_id and not (wanted and (client or "client" in desk.actor.roles)):
        raise desk.out.fault("access-nobody")
    told = []
    for engine, each in _cases(desk, case_id, wanted):
        try:
            told.append((engine, read_log(engine, each, desk.actor, since=moment, reason=special_reason)))
        except CaseNotFound:
            # Of a client's cases those are told that the actor may see; absent and forbidden look alike.
            if case_id:
                raise
    data = [_plain(engine, log) for engine, log in told]
    lines = [line for engine, log in told for line in _lines(desk.out, engine, log)]
    desk.out.answer(data[0] if case_id else data, lines or [desk.out.say("cli-no-cases")])


def _cases(desk: Desk, case_id: str, client: str) -> Iterator[tuple[PathwayEngine, str]]:
    """Give the cases asked for, each with the engine of its register."""
    for register in desk.registers():
        engine = desk.engine(register, *(desk.pathways() if case_id else ()))
        if case_id:
            # Of a purged case only the log is left.
            if desk.store.load(register, case_id).row is not None or desk.store.read(register, case_id, limit=1):
                yield engine, case_id
                return
            continue
        wanted, after = Wanted(client=engine.pseudonym(client)), ""
        while True:
            page = desk.store.cases(register, wanted, after)
            yield from ((engine, row.case_id) for row in page.rows)
            if not page.after:
                break
            after = page.after
    if case_id:
        raise CaseNotFound(case_id)


def _plain(engine: PathwayEngine, log: AccessLog) -> dict[str, object]:
    entries = [
        {"kind": "use" if isinstance(each, UseEntry) else "disclosure", **to_plain(each)} for each in log.entries
    ]
    return {"register": engine.register, "case": log.case_id, "entries": entries, "withheld": log.withheld}


# ── in words ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _lines(out: Output, engine: PathwayEngine, log: AccessLog) -> Iterator[str]:
    row = engine.store.load(engine.register, log.case_id).row
    labels = shelf_of(engine, row.digest).labels if row else engine.library.first.labels
    yield out.say("access-title", case=log.case_id)
    for each in log.entries:
        first, *more = _use(out, labels, log, each) if isinstance(each, UseEntry) else _passed(out, labels, log, each)
        yield from wrapped(f"{moment_words(each.at, out.language)}  {first}")
        yield from (line for words in more for line in wrapped(words, "    "))
    if not log.entries:
        yield out.say("access-none")
    if log.withheld:
        yield out.say("access-withheld", count=log.withheld)


def _use(out: Output, labels: Labels, log: AccessLog, entry: UseEntry) -> Iterator[str]:
    action = _action(out, entry.action)
    who = _who(out, labels, log, entry)
    yield out.say("access-use" if entry.allowed else "access-refused", who=who, action=action)
    told = [out.say("access-purpose", purpose=entry.purpose)]
    told += [out.say("access-for-other")] if entry.acting_for and entry.acting_for != log.client else []
    told += [out.say("access-basis", basis=entry.basis)] if entry.basis else []
    told += [out.say("access-data", data=", ".join(entry.data))] if entry.data else []
    told += [out.say("access-agent", agent=entry.agent)] if entry.agent else []
    yield " · ".join(told)


def _passed(out: Output, labels: Labels, log: AccessLog, entry: DisclosureEntry) -> Iterator[str]:
    records = ", ".join(labels.label("record", each, out.language) for each in entry.records)
    recipient = labels.label("organisation", entry.recipient, out.language)
    who = labels.label("organisation", entry.discloser, out.language) or out.say("access-system")
    code = "access-not-passed" if entry.withheld else "access-disclosed"
    yield out.say(code, who=who, recipient=recipient, records=records)
    told = [out.say("access-act-of", person=_person(out, log, entry.subject))]
    told += [out.say("access-purpose", purpose=entry.purpose)] if entry.purpose else []
    told += [out.say("access-basis", basis=entry.basis)] if entry.basis else []
    yield " · ".join(told)


def _who(out: Output, labels: Labels, log: AccessLog, entry: UseEntry) -> str:
    person = _person(out, log, entry.subject)
    if entry.subject and entry.subject == log.client:
        return person
    roles = ", ".join(_role(out, labels, role) for role in entry.role.split(",") if role)
    at = labels.label("organisation", entry.organisation, out.language) if entry.organisation else ""
    return ", ".join(each for each in (roles, at, person) if each)


def _role(out: Output, labels: Labels, role: str) -> str:
    return out.say("access-officer") if role == OFFICER else labels.label("role", role, out.language)


def _person(out: Output, log: AccessLog, subject: str) -> str:
    if not subject:
        return out.say("access-system")
    return out.say("access-client") if subject == log.client else out.say("access-person", person=subject[:_SHOWN])


def _action(out: Output, action: str) -> str:
    try:
        return out.say(f"access-did-{action}")
    except KeyError:
        return out.say("access-did-other", action=action)

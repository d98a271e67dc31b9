"""`pathway report`: figures of a register, for those who lead and develop the services."""

from __future__ import annotations

__all__ = ["report"]

from collections.abc import Iterator

import click

from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import at_desk, day
from pathway_engine.definition import Pathway, load
from pathway_engine.definition.sources import installed
from pathway_engine.reports import REPORTS, Period, as_csv, as_data, as_text, made
from pathway_engine.stores.port import MOST_ROWS


@click.command()
@click.argument("name", type=click.Choice(sorted(REPORTS)), metavar="palo|fidelity|flow")
@click.option("--from", "first", metavar="DAY", help="First day; from the beginning when left out.")
@click.option("--to", "last", metavar="DAY", help="Last day; to the end when left out.")
@click.option("--csv", "rows", is_flag=True, help="One line for each figure, for a spreadsheet.")
@at_desk
def report(desk: Desk, name: str, first: str | None, last: str | None, *, rows: bool) -> None:
    """Count a register's figures, without anything personal; figures about fewer than five clients are hidden.

    palo: what the working-age coordination counts, and the result of coaching. fidelity: the quality criteria, measured
    and reviewed. flow: times between states, warm handovers, queues, who stopped, and where it led.
    """
    register = _register(desk)
    period = Period(day(first, desk.out), day(last, desk.out))
    if period.from_ and period.to and period.from_ > period.to:
        raise desk.out.fault("report-days-reversed", first=period.from_, last=period.to)
    found = made(name, desk.store, register, period, _at_hand(desk, register))
    if rows:
        click.echo(as_csv(found, desk.out.language), nl=False)
        return
    desk.out.answer(as_data(found), as_text(found, desk.out.language))


def _at_hand(desk: Desk, register: str) -> Iterator[Pathway]:
    """Give the shipped definitions that the register's cases run under: they know the order of their lists."""
    shipped = installed()
    used = {row.pathway for row in desk.store.cases(register, limit=MOST_ROWS).rows}
    yield from (load(name, language=desk.out.language) for name in shipped.names("") if name in used)


def _register(desk: Desk) -> str:
    """Give the register that was named, or the only one of the region's that has cases."""
    used = [each for each in desk.registers() if desk.store.cases(each, limit=1).rows]
    if len(used) != 1:
        raise desk.out.fault("report-register-needed")
    return used[0]

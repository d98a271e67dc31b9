"""`pathway case handover`: the warm handover, step by step."""

from __future__ import annotations

__all__ = ["COMMANDS"]

import click

from pathway_engine.case import commands as c
from pathway_engine.cli.acts import CASE
from pathway_engine.cli.desk import Desk
from pathway_engine.cli.options import doing, secret

HANDOVER = click.option("--handover", default="", help="Its id; the one under way when left out.")


@click.group()
def handover() -> None:
    """Hand a client over warmly. Until the receiver has received the client, the sender coordinates."""


@handover.command()
@CASE
@click.argument("receiver")
@click.option("--receiver-role", default="coordinator", show_default=True, help="Role that receives.")
@click.option("--receiver-worker", help="Id of the worker who will receive; - asks for it.")
@click.option("--service", default="", help="Service to hand over; the case when left out.")
@click.option("--extract", multiple=True, metavar="RECORD", help="A record to pass on; may be repeated.")
@click.option("--basis", default="", help="Kind of permit the extract rests on.")
@doing
def propose(
    desk: Desk,
    case_id: str,
    receiver: str,
    receiver_worker: str | None,
    extract: tuple[str, ...],
    **more: str,
) -> None:
    """Propose a handover without a move of its own; one that belongs to a move is proposed by `move`."""
    worker = secret(receiver_worker, "receiver worker")
    desk.do(c.ProposeHandover, case_id, receiver=receiver, receiver_worker=worker, extract=extract, **more)


@handover.command()
@CASE
@click.argument("answer", type=click.Choice(["agreed", "waived", "declined"]))
@click.option("--reason", default="", help="Why it was waived.")
@HANDOVER
@doing
def answer(desk: Desk, case_id: str, answer: str, reason: str, handover: str) -> None:
    """Write down the client's answer."""
    desk.do(c.AnswerHandover, case_id, answer=answer, reason=reason, handover=handover)


@handover.command()
@CASE
@click.option("--worker", help="Id of the worker who will receive; - asks for it.")
@HANDOVER
@doing
def accept(desk: Desk, case_id: str, worker: str | None, handover: str) -> None:
    """The receiver will take the client."""
    desk.do(c.AcceptHandover, case_id, worker=secret(worker, "worker"), handover=handover)


@handover.command()
@CASE
@click.option("--present", multiple=True, required=True, metavar="ROLE", help="Who was present; may be repeated.")
@click.option("--remote", is_flag=True, help="By phone or video.")
@HANDOVER
@doing
def meet(desk: Desk, case_id: str, present: tuple[str, ...], handover: str, *, remote: bool) -> None:
    """Client, sender and receiver have met."""
    desk.do(c.MeetHandover, case_id, present=frozenset(present), remote=remote, handover=handover)


@handover.command()
@CASE
@click.option("--without-meeting", default="", metavar="REASON", help="Why there was no joint meeting.")
@HANDOVER
@doing
def receive(desk: Desk, case_id: str, without_meeting: str, handover: str) -> None:
    """The receiver takes the client: the move happens and the coordination passes."""
    desk.do(c.ReceiveHandover, case_id, without_meeting=without_meeting, handover=handover)


@handover.command("return")
@CASE
@click.option("--reason", default="other", help="Why.")
@HANDOVER
@doing
def return_(desk: Desk, case_id: str, reason: str, handover: str) -> None:
    """The receiver gives it back; nothing else changes."""
    desk.do(c.ReturnHandover, case_id, reason=reason, handover=handover)


@handover.command()
@CASE
@click.option("--reason", default="other", help="Why.")
@HANDOVER
@doing
def cancel(desk: Desk, case_id: str, reason: str, handover: str) -> None:
    """The sender or the client takes it back."""
    desk.do(c.CancelHandover, case_id, reason=reason, handover=handover)


@handover.command()
@CASE
@click.argument("to")
@HANDOVER
@doing
def transfer(desk: Desk, case_id: str, to: str, handover: str) -> None:
    """The receiver sends the request on to the authority that is competent."""
    desk.do(c.TransferHandover, case_id, to=to, handover=handover)


COMMANDS = (handover,)

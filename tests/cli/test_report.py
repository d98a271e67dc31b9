"""`pathway report`: figures of a register, for people, spreadsheets and programs."""

import csv
import io
from itertools import product

from pathway_engine.reports import REPORTS
from pathway_engine.text import LANGUAGES
from tests.cli.command_line import IDENTITY, WORDS, Terminal


def test_a_report_is_made_in_each_language(terminal: Terminal) -> None:
    """Each report is made from what is in the database, tells nothing personal, and hides the one client."""
    terminal.planned()

    for name, language in product(REPORTS, LANGUAGES):
        text = terminal.run("report", name, "--region", "rovaniemi", "--lang", language).stdout
        assert "report-" not in text
        assert ".." in text
        for secret in (IDENTITY, WORDS, "worker-1", terminal.case):
            assert secret not in text


def test_programs_read_ids_and_figures(terminal: Terminal) -> None:
    """The data name register, days and tables; one client is hidden, nobody is nought."""
    terminal.planned()

    data = terminal.json("report", "flow", "--register", "lapland_county", "--from", "2025-01-01", "--to", "31.12.2099")

    assert (data["register"], data["from"], data["to"]) == ("lapland_county", "2025-01-01", "2099-12-31")
    cases = next(table for table in data["tables"] if table["id"] == "cases")["rows"]
    assert [row["figures"] for row in cases] == [["hidden"], [0], [0], ["hidden"]]


def test_spreadsheets_read_one_line_a_figure(terminal: Terminal) -> None:
    """CSV has table, row and column by id, and their names in the reader's language."""
    terminal.planned()

    text = terminal.run("report", "flow", "--region", "rovaniemi", "--csv", "--lang", "fi").stdout
    lines = list(csv.DictReader(io.StringIO(text)))

    opened = next(line for line in lines if (line["table"], line["row"]) == ("cases", "opened"))
    assert (opened["column"], opened["figure"], opened["rivi"]) == ("cases", "hidden", "Avattu")


def test_a_report_needs_one_register(terminal: Terminal) -> None:
    """Without cases there is no register to count, and the fault says how to name one."""
    terminal.open()

    assert terminal.run("report", "flow", "--region", "satakunta", "--lang", "fi", code=2).stderr == (
        "Kerro rekisteri: --register. Raportti tehdään yhdestä rekisteristä.\n"
    )


def test_days_the_wrong_way_round_are_no_period(terminal: Terminal) -> None:
    """A report over no day at all would be nought everywhere; the slip is told instead."""
    terminal.open()

    days = ("--from", "31.12.2025", "--to", "1.1.2025")
    result = terminal.run("report", "flow", "--region", "rovaniemi", *days, "--lang", "fi", code=2)
    assert result.stderr == "Ensimmäinen päivä (31.12.2025) on viimeisen (1.1.2025) jälkeen.\n"

"""Running `pathway` as its users do, in the same process."""

import json
from pathlib import Path
from typing import Any

from attrs import define, field
from click.testing import CliRunner, Result

from pathway_engine.cli import main

COUNTY, SERVICES = "lapland_county", "rovaniemi_employment_services"
IDENTITY = "131052-900W"  # of the range that is never given to a person
WORDS = "Haluan kahvilaan töihin"
WORKER = ("--as", f"own_worker@{COUNTY}", "--person", "worker-1")
COACH = ("--as", f"job_coach@{SERVICES}", "--person", "coach-1")
CLIENT = ("--as", "client", "--person", IDENTITY)

OURS = ("LANG", "DB", "KEYS", "REGION", "REGISTER", "AS", "PERSON")
ENVIRONMENT = dict.fromkeys((*(f"PATHWAY_{name}" for name in OURS), "LC_ALL", "LC_MESSAGES", "LANG"))
"""Nothing of the tester's own surroundings."""


def pathway(*arguments: str, input: str | None = None, **environment: str) -> Result:  # noqa: A002 - as click has it
    """Run one command."""
    return CliRunner().invoke(main, arguments, env={**ENVIRONMENT, **environment}, input=input)


@define
class Terminal:
    """A terminal at one database, with one case open."""

    db: Path
    case: str = field(default="")

    def run(self, *arguments: str, code: int = 0, **more: Any) -> Result:
        """Run a command at the database, and see that it ends as it should."""
        result = pathway(*arguments, "--db", str(self.db), **more)
        assert result.exit_code == code, result.output
        return result

    def json(self, *arguments: str, code: int = 0) -> Any:
        """Run a command for a program."""
        return json.loads(self.run(*arguments, "--json", code=code).stdout)

    def open(self, *more: str) -> str:
        """Open a case of the client."""
        asked = ("case", "open", "--region", "rovaniemi", "--client", IDENTITY, "--pending-on", "2025-03-03")
        self.case = str(self.json(*asked, *WORKER, *more)["case"]["id"])
        return self.case

    def do(self, *arguments: str, code: int = 0, who: tuple[str, ...] = WORKER, lang: str = "en") -> Result:
        """Do something to the case: `do("move", "identify_need")`, `do("handover accept")`."""
        command, *rest = arguments
        return self.run("case", *command.split(), self.case, *rest, *who, "--lang", lang, code=code)

    def ask(self, *arguments: str, code: int = 0, who: tuple[str, ...] = WORKER) -> Any:
        """Do something to the case as a program."""
        command, *rest = arguments
        return self.json("case", *command.split(), self.case, *rest, *who, code=code)

    def assessed(self) -> None:
        """Bring the case to planning."""
        self.open()
        self.do("move", "start_recognition")
        self.do("record", "own_request", "--set", f"request={WORDS}")
        self.do("move", "identify_need")
        self.do("name", "own_worker", "--worker", "worker-1")
        areas = ("goals_and_skills", "work_ability", "special_support")
        fields = {**dict.fromkeys(areas, WORDS), "not_discussed": ["care_and_rehabilitation"], "own_view": WORDS}
        path = self.db.with_name("assessment.json")
        path.write_text(json.dumps(fields), encoding="utf-8")
        self.do("record", "needs_assessment", "--fields", str(path))
        self.do("move", "complete_assessment")

    def planned(self) -> None:
        """Bring the case to its services."""
        self.assessed()
        plan = {"goals": WORDS, "indicators": WORDS, "review_on": "2027-01-01", "responsible": "own_worker"}
        self.do(
            "record", "client_plan", *(part for name, value in plan.items() for part in ("--set", f"{name}={value}"))
        )
        self.do("move", "approve_plan", "--agreed", "client")

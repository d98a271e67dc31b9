"""Read the fenced blocks of a Markdown page, and run them.

How a page's blocks are treated is told in docs/how-to/write-an-example.md.
"""

import doctest
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import yaml
from gherkin.parser import Parser

FENCE = re.compile(r"^ *(?P<ticks>`{3,}|~{3,}) *(?P<info>\S*)")
NOT_RUN = re.compile(r"<!-- not run: (?P<reason>\S.*) -->")
NAMED = re.compile(r"# file: (?P<name>\S+)\n")
EXIT = re.compile(r"\s+# exit (?P<status>\d+)$")
EXPORT = re.compile(r"export (?P<name>[A-Z_]+)=(?P<value>.+)")
COMMANDS = {"cat", "cp", "ls", "mkdir", "pathway", "pytest", "python"}


@attrs.frozen
class Block:
    """One fenced block: where it is, its language, its text, and why it is not run if so."""

    path: Path
    line: int
    language: str
    text: str
    not_run: str | None = None

    @property
    def place(self) -> str:
        """The block's place in the clickable form `file:line`."""
        return f"{self.path}:{self.line}"

    @property
    def file(self) -> str | None:
        """The name of the file that the block shows, if its first line says `# file: name`."""
        named = NAMED.match(self.text)
        return named["name"] if named else None


def blocks(path: Path) -> Iterator[Block]:
    """Give a page's fenced blocks in order; MyST's own directives are not among them."""
    lines = iter(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    reason = None
    for number, line in lines:
        fence = FENCE.match(line)
        if fence is None:
            said = NOT_RUN.search(line)
            # The reason holds for the block that follows it at once.
            reason = said["reason"] if said else (reason if not line.strip() else None)
            continue
        text = list(iter(partial(next_row, lines, fence["ticks"]), None))
        if not fence["info"].startswith("{"):
            yield Block(path, number, fence["info"], "\n".join(text) + "\n", reason)
        reason = None


def next_row(lines: Iterator[tuple[int, str]], end: str) -> str | None:
    """Give the next line of a block, or None when its closing fence is reached."""
    _, row = next(lines, (0, end))
    return None if row.strip() == end else row


class Page:
    """One page's examples at work: a folder of its own, and the names its Python has made."""

    def __init__(self, folder: Path, definitions: Path) -> None:
        self.folder = folder
        self.definitions = definitions
        self.names: dict[str, Any] = {"__name__": "__main__"}
        # Examples are in English, whoever runs the tests.
        self.exported = {"PATHWAY_LANG": "en"}

    def run(self, block: Block) -> None:
        """Run one block by its language.

        Raises:
            AssertionError: The language is not one of ours, or the example does not hold.
        """
        runners: dict[str, Callable[[Block], None]] = {
            "console": self.console,
            "gherkin": self.gherkin,
            "json": lambda block: void(json.loads(block.text)),
            "mermaid": lambda _: None,
            "python": self.python,
            "text": lambda _: None,
            "toml": lambda block: void(tomllib.loads(block.text)),
            "yaml": self.yaml,
        }
        assert block.language in runners, f"{block.place}: no way to run {block.language!r}"
        if block.file:
            target = self.folder / block.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
        if block.not_run is None:
            runners[block.language](block)

    def python(self, block: Block) -> None:
        """Execute Python in the page's names; a session with `>>>` must print what it shows."""
        if block.file:
            return
        if ">>> " in block.text:
            report = io.StringIO()
            test = doctest.DocTestParser().get_doctest(block.text, self.names, block.place, str(block.path), block.line)
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            runner.run(test, out=report.write, clear_globs=False)
            self.names.update(test.globs)
            assert runner.failures == 0, report.getvalue()
            return
        # Empty lines before the code make a traceback point into the page.
        code = compile("\n" * block.line + block.text, str(block.path), "exec")
        exec(code, self.names)  # noqa: S102 - our own documentation

    def yaml(self, block: Block) -> None:
        """Read YAML; a whole definition must pass `pathway check` beside the shipped ones."""
        value = yaml.safe_load(block.text)
        if not (isinstance(value, dict) and "pathway" in value):
            return
        folder = self.folder / "definitions"
        shutil.copytree(self.definitions, folder, dirs_exist_ok=True)
        target = folder / f"{value['pathway']}.yaml"
        target.write_text(block.text, encoding="utf-8")
        self.command(f"pathway check {target}", 0, block)

    def gherkin(self, block: Block) -> None:
        """Parse Gherkin: a feature with scenarios, each of them with steps."""
        feature = Parser().parse(block.text)["feature"]
        assert feature, f"{block.place}: no feature"
        scenarios = [child["scenario"] for child in children(feature) if "scenario" in child]
        assert scenarios, f"{block.place}: no scenario"
        assert all(scenario["steps"] for scenario in scenarios), f"{block.place}: no steps"

    def console(self, block: Block) -> None:
        """Run each `$ command`; what stands under it must be what it prints, if anything does.

        A line `...` stands for any lines. `# exit 1` after the command is its exit status.
        """
        for session in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, shown = session.partition("\n")
            status = EXIT.search(command)
            printed = self.command(EXIT.sub("", command), int(status["status"]) if status else 0, block)
            pattern = re.escape(shown.strip()).replace(r"\.\.\.", r"[\s\S]*")
            assert not shown.strip() or re.fullmatch(pattern, printed.strip()), (
                f"{block.place}: `{command}` prints\n{printed}"
            )

    def command(self, command: str, status: int, block: Block) -> str:
        """Run one command in the page's folder and give what it prints; what it exports lives on in the page."""
        export = EXPORT.fullmatch(command)
        if export:
            value = f'{export["value"]}; printf %s "${export["name"]}"'
            self.exported[export["name"]] = self.shell(f"{export['name']}={value}", status, block)
            return ""
        assert command.split(maxsplit=1)[0] in COMMANDS, f"{block.place}: no way to run {command!r}"
        return self.shell(command, status, block)

    def shell(self, command: str, status: int, block: Block) -> str:
        """Run a line of shell."""
        done = subprocess.run(  # noqa: S602 - our own documentation, with its redirections
            command,
            shell=True,
            cwd=self.folder,
            env=os.environ | self.exported | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == status, (
            f"{block.place}: `{command}` ends with {done.returncode}\n{done.stdout}{done.stderr}"
        )
        return done.stdout


def children(feature: Any) -> list[Any]:
    """Give what stands in a feature and in its rules; Gherkin's own types leave rules out."""
    rules = [child["rule"] for child in feature["children"] if "rule" in child]
    return [*feature["children"], *(child for rule in rules for child in rule["children"])]


def void(_: object) -> None:
    """Drop a value that was made only to see that it can be made."""

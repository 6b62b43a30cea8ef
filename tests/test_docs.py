"""The documentation is true: what the README shows runs, every command and option is in it, and every link leads on.

That `.env.example` names every setting is in `tests/bot/test_settings.py`.
"""

import re
import shlex
from pathlib import Path

import click
import pytest

from bot.cli import footnote as program
from tests.conftest import Footnote

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FENCES = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
SHELL_LINES = [
    line for kind, body in FENCES if kind == "sh" for line in body.splitlines() if line and not line.startswith("#")
]
COMMANDS = [line.partition("#")[0].strip() for line in SHELL_LINES if line.startswith("footnote ")]
REPORT = next(body for kind, body in FENCES if kind == "markdown")


def test_the_commands_of_the_readme_run_in_their_order(footnote: Footnote, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "bridge.md").write_text(REPORT, "utf-8")
    (reports / "about.csv").write_text("path,author\nbridge.md,M. Lind\n", "utf-8")
    for command in COMMANDS:
        ran = footnote(*shlex.split(command)[1:])
        # Before it is named as the metadata, a CSV in the folder is a file of no known kind.
        expected = (0, 1) if command == "footnote add reports/" else (0,)
        assert ran.status in expected, f"{command}: {ran.err}"


def test_the_make_targets_of_the_readme_exist() -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    asked = re.findall(r"\bmake (\w+)", README)
    assert set(asked) - set(targets) - {"and", "Without"} == set()


def test_every_command_is_in_the_readme() -> None:
    assert isinstance(program, click.Group)
    for name in program.commands:
        assert re.search(rf"`(?:footnote )?{name}\b", README), name


OPTIONS = {
    f"{command.name} {option.opts[-1]}": option
    for command in [program, *(program.commands.values() if isinstance(program, click.Group) else ())]
    for option in command.params
    if isinstance(option, click.Option)
}


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_says_in_the_help_what_it_is_for_and_is_in_the_readme(option: str) -> None:
    assert OPTIONS[option].help
    assert re.search(rf"(?<![\w-]){option.split()[1]}(?![\w-])", README) or option.endswith("--version")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_relative_link_leads_somewhere(document: str) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)]+)\)", (ROOT / document).read_text("utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_dependency_has_a_line_in_the_readme() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    core = re.search(r"^dependencies = \[(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    assert core is not None
    names = re.findall(r'"([A-Za-z0-9.-]+?)[><=]', core[1])
    assert [name for name in names if name not in README] == []

"""Plain values of options take a short way; it has to lead where typer's own way leads."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from align.cli import app

WORDS = (
    ["{here}", "-"],
    ["{here}", "{folder}"],
    ["{here}", "{folder}/none", "--only", "dropped", "--only", "added", "--encoding", "utf-8"],
    ["{here}", "-", "--color", "never", "-U", "3", "--width", "80", "--max-segments", "7", "--json"],
    ["{here}", "", "--max-segments", "seven"],
    ["{here}", "-", "--color", "pink"],
)


def parsed(words: list[str], *, short: bool) -> Any:
    """Return the values of the options of `diff`, or what is wrong with them."""
    command: Any = typer.main.get_command(app)
    command = command.commands["diff"]
    if not short:
        command.__class__ = typer.core.TyperCommand
    try:
        return command.make_context("diff", list(words)).params
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize("words", WORDS, ids=str)
def test_the_short_way_leads_where_the_long_one_does(words: list[str], tmp_path: Path) -> None:
    """For files that are there and are not, lists, choices and numbers, right and wrong ones."""
    given = [word.format(here=__file__, folder=tmp_path) for word in words]
    assert parsed(given, short=True) == parsed(given, short=False)


def test_plain_values_need_no_pydantic() -> None:
    """Its import is a tenth of the time of a comparison."""
    program = (
        "import sys, typer, align.cli as cli\n"
        "command = typer.main.get_command(cli.app)\n"
        "command.make_context('versalign', ['diff', 'a', 'b'])\n"
        "command.commands['diff'].make_context('diff', ['a', 'b', '--only', 'dropped', '--encoder', 'use'])\n"
        "print('pydantic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "False\n", done.stderr

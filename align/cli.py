"""The command `versalign`: parses, calls, prints, exit code.

Other rooms add their sub-commands through the entry-point group `versalign.commands` (a name and a typer application,
or the function of one command), so that no import points upwards.
"""

import gc
import os
import sys
from typing import TYPE_CHECKING

import typer

from align.command.align import align
from align.command.arguments import complete_arguments
from align.command.audit import audit
from align.command.cache import cache
from align.command.chatter import own_lines
from align.command.completion import is_asked_for
from align.command.convert import convert
from align.command.diff import diff
from align.command.exits import exit_code
from align.command.help import EXAMPLES, GroupedCommand, PlainGroup
from align.command.options import options
from align.command.review import review

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_DIGITS = 5  # of the size of a terminal

app = typer.Typer(
    cls=PlainGroup,
    epilog=EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(options)
app.command(cls=GroupedCommand)(diff)
app.command(cls=GroupedCommand)(audit)
app.command(cls=GroupedCommand)(align)
app.command()(review)
app.command()(convert)
app.command()(cache)


@app.command()
def doctor() -> None:
    """Say what is installed, which encoder and which languages it knows."""
    from align.doctor import describe_installation
    from align.sanitize import sanitize_line

    for line in describe_installation():
        typer.echo(sanitize_line(line))


def main() -> None:
    """Run the command; `align.command.exits` tells how it ends."""
    for name in ("COLUMNS", "LINES"):
        if len(os.environ.get(name, "")) > _DIGITS:
            del os.environ[name]  # libraries make a number of it, of whatever length
    # Modules and compiled kernels are half a million objects that stay: looking for garbage among them takes .15 s.
    gc.set_threshold(300_000)
    sys.exit(exit_code(_run))


def _run() -> int | None:
    """Run the command and return its exit code."""
    arguments = sys.argv[1:]
    own = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    groups = {} if arguments[:1] and arguments[0] in own else _groups()
    completing = is_asked_for()
    if not completing:
        arguments = complete_arguments(arguments, commands=own | groups.keys(), groups=groups)
    for name in sorted(groups):
        if completing or arguments[0] == name or arguments[0].startswith("-"):
            loaded = groups[name].load()
            if isinstance(loaded, typer.Typer):
                app.add_typer(loaded, name=name)
            else:
                app.command(name)(loaded)
    with own_lines():
        code: int | None = app(args=arguments, prog_name="versalign", standalone_mode=False)
    return code


def _groups() -> "dict[str, EntryPoint]":
    """Return the sub-commands of the other rooms; only those that are asked for are loaded, and all for the help."""
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group="versalign.commands")}

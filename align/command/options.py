"""The options of the command itself, which all print something and end."""

from typing import Annotated

import typer

from align.command.completion import completion_script, install_completion


def _show_version(wanted: bool) -> None:
    """Print the version and end."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"versalign {version('versalign')}")
        raise typer.Exit


def _show_completion(shell: str) -> None:
    """Print the script for a shell and end."""
    if shell:
        typer.echo(completion_script(shell))
        raise typer.Exit


def _install_completion(shell: str) -> None:
    """Install the script for a shell and end."""
    if shell:
        typer.echo(install_completion(shell))
        raise typer.Exit


def options(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, help="Print the version.")] = False,
    show: Annotated[
        str,
        typer.Option("--show-completion", callback=_show_completion, help="Print the completion script for a shell."),
    ] = "",
    install: Annotated[
        str,
        typer.Option("--install-completion", callback=_install_completion, help="Make your shell complete commands."),
    ] = "",
) -> None:
    """Compare versions of a text across languages: what did this version keep, and what did it drop?

    Without a command it is diff.
    """

"""Completion of commands and options in the shell: the script that the shell reads, and where it is put.

The script calls the command with the words so far in the environment; typer answers, before anything heavy is loaded.
"""

import os
from pathlib import PurePath

from align.errors import InputError, OptionError

OPTIONS = ("--install-completion", "--show-completion")
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_PROGRAM, _VARIABLE = "versalign", "_VERSALIGN_COMPLETE"


def current_shell() -> str:
    """Return the name of the user's shell; empty if it is not known."""
    return PurePath(os.environ.get("SHELL", "")).name


def is_asked_for() -> bool:
    """Return whether a shell asks for what may stand next; from then on typer knows how to answer each shell."""
    if _VARIABLE not in os.environ:
        return False
    from typer.completion import completion_init

    completion_init()
    return True


def completion_script(shell: str) -> str:
    """Return the script that makes a shell ask for completions.

    Raises:
        OptionError: for another shell.
    """
    from typer.completion import get_completion_script

    return get_completion_script(prog_name=_PROGRAM, complete_var=_VARIABLE, shell=_known(shell, OPTIONS[1]))


def install_completion(shell: str) -> str:
    """Put the script where the shell reads it at its start, and return what to tell the user.

    Raises:
        OptionError: for another shell.
        InputError: if the shell's files cannot be written, or there is no such shell.
    """
    from typer.completion import install

    try:
        name, path = install(shell=_known(shell, OPTIONS[0]), prog_name=_PROGRAM, complete_var=_VARIABLE)
    except (OSError, RuntimeError) as error:  # Path.home() raises the latter without a home
        raise InputError(
            f"expected to write the completion of {shell}, found: {error}; see versalign --show-completion {shell}"
        ) from None
    return f"{name} completion is in {path}; it works in the next shell that you start"


def _known(shell: str, option: str) -> str:
    """Return the name of a shell that we have a script for."""
    if shell not in SHELLS:
        raise OptionError(f"expected {option} with one of {', '.join(SHELLS)}, found {shell!r}")
    return shell

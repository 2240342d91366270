"""Arguments as people write them, made into those that the parser takes.

`versalign A B` means `versalign diff A B`, and a command without anything shows its help. A word that is neither a
command nor a file is a slip of the pen: it is said so, with what may have been meant.
"""

import os
import re
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from align.command.completion import OPTIONS, current_shell
from align.errors import OptionError

DEFAULT = "diff"
_WORD = re.compile(r"[\w-]+")


def complete_arguments(
    arguments: Sequence[str], *, commands: Collection[str], groups: Collection[str] = ()
) -> list[str]:
    """Return the arguments with what people leave out.

    Args:
        arguments: what stands behind the name of the program.
        commands: names of all commands; they win over files of the same name, which `./NAME` still reaches.
        groups: those of them that have commands of their own, and do nothing without.

    Raises:
        OptionError: if the first is a word that is no command and no file.

    >>> complete_arguments(["en.txt", "fr.txt"], commands=["diff", "align"])
    ['diff', 'en.txt', 'fr.txt']
    >>> complete_arguments([], commands=["diff", "align"])
    ['--help']
    """
    first = arguments[0] if arguments else ""
    if not arguments or (len(arguments) == 1 and first in groups):
        return [*arguments, "--help"]
    if len(arguments) == 1 and first in OPTIONS:
        return [first, current_shell()]
    if first in commands or (first.startswith("-") and first != "-"):
        return list(arguments)
    if _WORD.fullmatch(first) and first != "-" and not os.path.exists(first):  # noqa: PTH110 (Path("\0") raises)
        raise OptionError(f"no such command or file {first!r}; {_advice(first, commands)}")
    return [DEFAULT, *arguments]


def _advice(word: str, commands: Collection[str]) -> str:
    """Return what may have been meant, or where all commands are told.

    >>> _advice("dif", ["align", "diff"]), _advice("novel", ["align", "diff"])
    ('did you mean diff?', 'see versalign --help')
    """
    near = get_close_matches(word.lower(), sorted(commands), n=1)
    return f"did you mean {near[0]}?" if near else "see versalign --help"

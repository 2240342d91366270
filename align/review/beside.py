"""A process beside this one, which imports what this one does, and is asked and answers through pipes."""

import os
import subprocess
import sys
from typing import BinaryIO

_LARGE = 1 << 18  # bytes from which on glibc gives memory back as soon as it is free; else it would for the first only


def start_beside(module: str, *arguments: str, errors: int | None = None) -> "subprocess.Popen[bytes]":
    """Start the function `main` of a module in a process of its own, with pipes for what it reads and what it says.

    Args:
        module: full name of it.
        errors: where its standard error goes, as `subprocess` has it; where that of this process goes if None.
        arguments: that it finds in `sys.argv`.
    """
    # What is imported there is what is imported here, and nothing from the working directory.
    paths = os.pathsep.join(filter(None, sys.path))
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"from {module} import main; main()", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env={"MALLOC_MMAP_THRESHOLD_": str(_LARGE), **os.environ, "PYTHONPATH": paths},
        start_new_session=True,  # Ctrl+C is for who has started it
    )


def own_output() -> BinaryIO:
    """Return standard output as a stream that nobody else can write to: what others print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers

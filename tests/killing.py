"""Kill a process at moments of chance, so that what it wrote can be checked: whole or not there, and never torn."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
READY = "ready\n"


def killed(command: Sequence[str], *, times: int, seed: int, first: float = 0.0, last: float) -> Iterator[int]:
    """Run a command again and again, kill it each time (SIGKILL), and yield how often so far, for a check.

    Args:
        command: with its arguments; it is run in the project's folder.
        times: how often.
        seed: of the moments.
        first: seconds before the earliest moment. None of them is counted before a script has printed `READY`.
        last: seconds before the latest one.
    """
    chance = random.Random(seed)
    for number in range(1, times + 1):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT) as job:
            if command[:2] == [sys.executable, "-c"]:
                assert job.stdout is not None
                assert job.stdout.readline() == READY
            time.sleep(chance.uniform(first, last))
            job.kill()
        yield number


def script(body: str, *arguments: str | Path) -> list[str]:
    """Return the command of a script in Python, which does `body` for ever.

    Args:
        body: what is done; `n` counts up, `Path` and the arguments as `sys.argv[1:]` are known.
        arguments: of the script.
    """
    head, _, loop = body.partition("---\n")
    lines = "".join(f"    {line}\n" for line in loop.splitlines())
    whole = f"import itertools, sys\nfrom pathlib import Path\n{head}print('ready', flush=True)\n"
    return [sys.executable, "-c", f"{whole}for n in itertools.count():\n{lines}", *map(str, arguments)]

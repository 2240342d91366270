"""The command as its user meets it: run here, with streams of its own, or in a process of its own."""

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from align.cli import main

COMMAND = [sys.executable, "-c", "from align.cli import main; main()"]
Done = subprocess.CompletedProcess[str]


def versalign(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Done:
    """Run the command in this process, which has its kernels ready, and return what it printed.

    Args:
        arguments: of the command.
        stdin: what it reads from standard input.
        env: what the environment says beside 100 columns.
    """
    given = [*map(str, arguments)]
    with _streams(stdin) as (out, err), patch.dict(os.environ, {"COLUMNS": "100", **(env or {})}):
        with patch.object(sys, "argv", ["versalign", *given]):
            code = _exit_code()
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(given, code, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8"))


def versalign_process(*arguments: str | Path, env: dict[str, str] | None = None) -> Done:
    """Run the command in a process of its own and return what it printed.

    Args:
        arguments: of the command.
        env: what the environment says beside 100 columns.
    """
    environment = {**os.environ, "COLUMNS": "100", **(env or {})}
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, env=environment, check=False, encoding="utf-8")


def _exit_code() -> int:
    threshold = gc.get_threshold()
    try:
        main()
    except SystemExit as stop:
        code = stop.code
        assert code is None or isinstance(code, int), code
        return code or 0
    finally:
        gc.set_threshold(*threshold)
    return 0


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Put standard streams of bytes in the place of this process's own."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        patch.object(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8")),
        patch.object(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8")),
    ):
        yield out, err

"""A call in a process of its own, so that the memory that it takes is free when it has returned.

The process ends with the call, whatever happens: when this one is interrupted it is killed, and it ends by itself when
this one is gone.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from threading import Thread
from traceback import format_exc
from typing import Any, TypeVar

from align.command.pairs import with_patience
from align.errors import AlignError, InputError
from align.review.beside import own_output, start_beside

_Result = TypeVar("_Result")


def call_apart(function: Callable[..., _Result], *arguments: object) -> _Result:
    """Return what a function returns, or raise what it raises; standard error stays what it is.

    Args:
        function: that can be pickled: of a module, or a `partial` of one.
        arguments: of it, which can be pickled, as what it returns can.

    Raises:
        InputError: the process was killed.
    """
    process = start_beside(__name__)
    try:
        done, found = with_patience(lambda: _answer(process, (function, arguments)))
    except (EOFError, BrokenPipeError, pickle.UnpicklingError):
        code = process.wait()
        raise InputError(
            f"expected the texts to be read and aligned, found that their process was ended ({code}), as it is where "
            "memory is short; nothing was made"
        ) from None
    finally:
        process.kill()
        process.wait()
    if done:
        result: _Result = found
        return result
    raise found


def _answer(process: "subprocess.Popen[bytes]", question: object) -> tuple[bool, Any]:
    """Return whether the call returned, and what it returned or raised."""
    assert process.stdin
    assert process.stdout
    with process.stdin as questions, process.stdout as answers:
        questions.write(pickle.dumps(question))
        questions.flush()
        answer: tuple[bool, Any] = pickle.load(answers)
        return answer


def main() -> None:
    """Call what comes on standard input, and say on standard output what comes of it."""
    import gc

    from align.command.chatter import own_lines

    gc.set_threshold(300_000)  # as the command does
    answers = own_output()
    function, arguments = pickle.load(sys.stdin.buffer)
    Thread(target=_end_with_asker, daemon=True).start()
    with own_lines(), answers:
        try:
            pickle.dump((True, function(*arguments)), answers)
        except Exception as error:
            if not isinstance(error, AlignError):
                error.add_note(f"It was raised in a process of its own:\n{format_exc()}")
            pickle.dump((False, error), answers)


def _end_with_asker() -> None:
    """End this process when nobody can ask any more."""
    os.read(0, 1)
    os._exit(1)

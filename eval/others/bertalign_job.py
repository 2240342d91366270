"""The process that runs Bertalign: pairs as lines of JSON on stdin, links as lines of JSON on stdout.

Its package prints what it does; that goes to stderr.
"""

import json
import sys
from contextlib import redirect_stdout
from importlib import import_module
from time import perf_counter
from types import ModuleType
from typing import Any


def main() -> None:
    """Answer every line."""
    with redirect_stdout(sys.stderr):
        package = import_module("bertalign")
        inner = import_module("bertalign.aligner")
    for line in sys.stdin:
        question = json.loads(line)
        with redirect_stdout(sys.stderr):
            answer = _answer(package, inner, question)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _answer(package: ModuleType, inner: ModuleType, question: dict[str, Any]) -> dict[str, Any]:
    """Return the links of a pair, or what went wrong."""
    languages = iter(question["languages"])
    vars(inner)["detect_lang"] = lambda text: next(languages)
    start = perf_counter()
    aligner = package.Bertalign("\n".join(question["source"]), "\n".join(question["target"]), is_split=True)
    counts = len(question["source"]), len(question["target"])
    if (aligner.src_num, aligner.tgt_num) != counts:
        return {"error": f"expected {counts} sentences, it made {aligner.src_num, aligner.tgt_num} of them"}
    aligner.align_sents()
    links = [[list(map(int, source)), list(map(int, target))] for source, target in aligner.result]
    return {"links": links, "seconds": perf_counter() - start}


if __name__ == "__main__":
    main()

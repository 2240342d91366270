"""The process that runs the package: pairs as lines of JSON on stdin, links as lines of JSON on stdout.

It may run under another Python than ours, so that it imports nothing of ours. What the package prints goes to stderr.
The package would detect languages, and may load a model from whatever folder has its name; both are told to it instead.
"""

import json
import sys
from contextlib import redirect_stdout
from importlib import import_module
from time import process_time
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
            try:
                answer = _answer(package, inner, question)
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _answer(package: ModuleType, inner: ModuleType, question: dict[str, Any]) -> dict[str, Any]:
    """Return the links of a pair, or what went wrong."""
    languages = iter(question["languages"])
    vars(inner)["detect_lang"] = lambda text: next(languages)
    start = process_time()
    texts = "\n".join(question["source"]), "\n".join(question["target"])
    aligner = package.Bertalign(*texts, is_split=True, model=question["model"])
    counts = len(question["source"]), len(question["target"])
    if (aligner.src_num, aligner.tgt_num) != counts:
        return {"error": f"expected {counts} sentences, it made {aligner.src_num, aligner.tgt_num} of them"}
    aligner.align_sents()
    links = [[list(map(int, source)), list(map(int, target))] for source, target in aligner.result]
    return {"links": links, "seconds": process_time() - start}


if __name__ == "__main__":
    main()

"""Bertalign (Liu and Zhu 2022, doi:10.1093/llc/fqac089) in a process of its own.

It is GPL, and loads its network on import. The process reads one pair a line as JSON and answers with one line; it
works offline, and the languages are told to it where it would ask a web service. Loading does not count in the seconds.
"""

import json
import os
import subprocess
import sys
from importlib.util import find_spec

from align.errors import InputError
from eval.gold.sets import GoldPair, segment_ids, spread_nulls
from eval.system import Prediction, System

JOB = "eval.others.bertalign_job"


def missing() -> str:
    """Return what is missing."""
    return "" if find_spec("bertalign") else "the package bertalign"


def make() -> System:
    """Return the aligner; its process ends with ours."""
    offline = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    process = subprocess.Popen(
        [sys.executable, "-m", JOB],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **offline},
        encoding="utf-8",
    )
    return Bertalign(process)


class Bertalign:
    """The aligner behind a running process."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Keep the process."""
        self._process = process

    def __call__(self, pair: GoldPair) -> Prediction:
        """Return what Bertalign makes of a pair.

        Raises:
            InputError: it cannot be run, or refuses the pair.
        """
        ids = segment_ids(pair, "source"), segment_ids(pair, "target")
        question = {
            "source": [" ".join(pair.source[number].split()) for number in ids[0]],
            "target": [" ".join(pair.target[number].split()) for number in ids[1]],
            "languages": [pair.source_language, pair.target_language],
        }
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise InputError(f"{pair.name}: the process of bertalign has no pipes")
        try:
            stdin.write(json.dumps(question) + "\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise InputError(f"{pair.name}: bertalign ended with {self._process.wait()}; its messages are above")
        answer = json.loads(line)
        if "error" in answer:
            raise InputError(f"{pair.name}: bertalign: {answer['error']}")
        links = [
            (tuple(ids[0][number] for number in source), tuple(ids[1][number] for number in target))
            for source, target in answer["links"]
        ]
        return Prediction(spread_nulls(links), seconds=float(answer["seconds"]), signature="bertalign")

    def close(self) -> None:
        """End the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()

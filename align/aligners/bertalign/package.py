"""The package `bertalign` (2.0.1 and later) in a process of its own: it is GPL, and needs Python 3.12 or later.

The process runs under our Python if the package is installed there, or under the one that `VERSALIGN_BERTALIGN` names.
It is asked in JSON about texts that are split into sentences already, is told the languages instead of detecting them,
and works offline. Its links come without scores or probabilities, and a warning says so.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from align.aligners.places import find_places, spread_beads
from align.bitext import Alignment, Bead, Document, Span
from align.documents import SEGMENTER
from align.encoding import Encoder
from align.encoding.network import NetworkEncoder
from align.errors import InputError, ModelError, OptionError

PYTHON = "VERSALIGN_BERTALIGN"  # names another Python that has the package
MODEL = "sentence-transformers/LaBSE"
JOB = Path(__file__).with_name("job.py")
Link = tuple[tuple[int, ...], tuple[int, ...]]
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}


def align(source: Document, target: Document, encoder: Encoder | None = None) -> Alignment:
    """Return the alignment of two documents by the package.

    Args:
        source: one version.
        target: the other.
        encoder: a transformer in a folder; LaBSE for None, if it is on this machine.

    Raises:
        OptionError: for an encoder that is no transformer in a folder.
        ModelError: the package is missing.
        InputError: it refuses the texts.
    """
    model, name = _model_of(encoder)
    python = need_python()
    places = find_places(source), find_places(target)
    texts = [
        [" ".join(document.segments[number].text.split()) for number in numbers]
        for document, numbers in zip((source, target), places, strict=True)
    ]
    links: Sequence[Link] = ()
    if all(texts):
        links, _ = bertalign_process(python).links(texts[0], texts[1], (source.language, target.language), model)
    return Alignment(
        source,
        target,
        tuple(spread_beads(beads_of(links, len(texts[0]), len(texts[1])), source, target)),
        f"aligner bertalign package, encoder {name}, segmenter {SEGMENTER}",
        warnings=("the package bertalign tells no probabilities; all of its beads count as sure",),
    )


def beads_of(links: Sequence[Link], n: int, m: int) -> list[Bead]:
    """Return links as beads over places, and null beads for all that is in none.

    Args:
        links: in order; both sides of each are unbroken.
        n: source places.
        m: target places.
    """
    beads: list[Bead] = []
    i = j = 0
    for source, target in [*((one, other) for one, other in links if one and other), ((n,), (m,))]:
        beads += [Bead(Span(k, k + 1), Span(j, j), 0.0, 1.0) for k in range(i, source[0])]
        beads += [Bead(Span(source[0], source[0]), Span(k, k + 1), 0.0, 1.0) for k in range(j, target[0])]
        i, j = source[-1] + 1, target[-1] + 1
        if source[0] < n:
            beads.append(Bead(Span(source[0], i), Span(target[0], j), 0.0, 1.0))
    return beads


def find_python() -> str:
    """Return the Python that has the package; empty when none is known."""
    return os.environ.get(PYTHON) or (sys.executable if find_spec("bertalign") else "")


def need_python() -> str:
    """Return the Python that has the package.

    Raises:
        ModelError: none is known.
    """
    if found := find_python():
        return found
    raise ModelError(
        'expected the package bertalign, which needs Python 3.12, found none; run: pip install "bertalign>=2.0.1" '
        f"there, and name that Python in {PYTHON}"
    )


@cache
def bertalign_process(python: str) -> "BertalignProcess":
    """Return the running process of a Python; it ends with ours."""
    return BertalignProcess(python)


class BertalignProcess:
    """The package behind pipes."""

    def __init__(self, python: str) -> None:
        """Start the process.

        Raises:
            ModelError: there is no such Python.
        """
        try:
            self._process = subprocess.Popen(
                [python, str(JOB)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, **_OFFLINE},
                encoding="utf-8",
            )
        except OSError as error:
            found = error.strerror
            raise ModelError(f"{python}: expected a Python that has bertalign ({found}); see {PYTHON}") from None

    def links(
        self, source: Sequence[str], target: Sequence[str], languages: tuple[str, str], model: str
    ) -> tuple[list[Link], float]:
        """Return what the package makes of sentences, and the seconds of its processor.

        Args:
            source: sentences, none of them empty or with a line break.
            target: the same.
            languages: of both.
            model: name or folder of its network.

        Raises:
            InputError: it ended, or refuses them.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            raise InputError("the process of bertalign has no pipes")
        question = {"source": source, "target": target, "languages": languages, "model": model}
        try:
            stdin.write(json.dumps(question) + "\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise InputError(f"bertalign ended with {self._process.wait()}; its messages are above")
        answer = json.loads(line)
        if "error" in answer:
            raise InputError(f"bertalign: {answer['error']}")
        return [(tuple(one), tuple(other)) for one, other in answer["links"]], float(answer["seconds"])

    def close(self) -> None:
        """End the process."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


def _model_of(encoder: Encoder | None) -> tuple[str, str]:
    """Return the model for the package, and its name in the signature."""
    if encoder is None:
        return MODEL, MODEL
    if isinstance(encoder, NetworkEncoder) and encoder.folder is not None:
        return str(encoder.folder.resolve()), encoder.signature
    raise OptionError(f"expected --encoder transformer:FOLDER for the package bertalign, found {encoder.signature}")

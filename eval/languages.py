"""How well languages are told: `python -m eval.languages GOLD` prints the share that is right, by length of the text.

Documents of so many sentences that follow each other, twenty of a length and language, spread evenly. Bosnian is told
as Croatian, whose rules hold for it, and counts as right so.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from align.language import identify, primary_language
from eval.gold.lines import read_lines
from eval.results import share

SIZES = (1, 5, 20, 100)
DOCUMENTS = 20
_TOLD_AS = {"bs": "hr"}


def score_language(sentences: Sequence[str], language: str, size: int) -> float:
    """Return the share of documents of `size` sentences whose language is told right, 0 to 1.

    Args:
        sentences: in the order of their texts.
        language: the right tag, of which the primary part counts.
        size: sentences of a document.
    """
    last = max(0, len(sentences) - size)
    starts = range(0, last + 1, max(1, last // (DOCUMENTS - 1)))
    told = [identify(" ".join(sentences[start : start + size])).language for start in starts]
    right = primary_language(language)
    return told.count(_TOLD_AS.get(right, right)) / len(told)


def main(folder: Path) -> None:
    """Score all languages and print a table."""
    lines = [f"| language | {' | '.join(map(str, SIZES))} |", "| --- |" + " ---: |" * len(SIZES)]
    rows = {
        language: [score_language(sentences, language, size) for size in SIZES]
        for language, sentences in sorted(read_lines(folder).items())
    }
    means = [sum(column) / len(rows) for column in zip(*rows.values(), strict=True)]
    lines += [f"| {name} | {' | '.join(map(share, row))} |" for name, row in {**rows, "mean": means}.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

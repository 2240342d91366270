"""How well languages are told: `python -m eval.languages GOLD` prints the share that is right, by length of the text.

Documents of so many sentences that follow each other, each cut as a paragraph a document; twenty of a length and
language at most, spread evenly. Languages of one tag here count as one (Norwegian), as do those that identification
cannot tell apart by design (Bosnian is written as Croatian).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from align.language import identify
from eval.gold.lines import read_lines
from eval.results import share

SIZES = (1, 5, 20, 100)
DOCUMENTS = 20


def score_language(sentences: Sequence[str], language: str, size: int) -> float:
    """Return the share of documents of `size` sentences whose language is told right, 0 to 1.

    Args:
        sentences: in the order of their texts.
        language: the right tag.
        size: sentences of a document.
    """
    starts = range(0, max(1, len(sentences) - size + 1), max(size, (len(sentences) - size) // (DOCUMENTS - 1)))
    told = [identify(" ".join(sentences[start : start + size])).language for start in starts]
    return sum(found == language for found in told) / len(told)


def main(folder: Path) -> None:
    """Score all languages and print a table."""
    lines = ["| language | " + " | ".join(f"{size}" for size in SIZES) + " |", "| --- |" + " ---: |" * len(SIZES)]
    rows = {
        language: [score_language(sentences, language, size) for size in SIZES]
        for language, sentences in sorted(read_lines(folder).items())
    }
    means = [sum(column) / len(rows) for column in zip(*rows.values(), strict=True)]
    lines += [f"| {name} | {' | '.join(map(share, row))} |" for name, row in {**rows, "mean": means}.items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

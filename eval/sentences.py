"""How well sentences are cut: `python -m eval.sentences GOLD` prints precision, recall and F1 of the boundaries.

Twenty sentences that follow each other are joined as their script joins them, and cut again. A boundary is right where
a gold sentence begins. A line of the gold that holds two sentences counts against us; it does so in every version.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from align.sentences.split import split_sentences
from eval.gold.lines import read_lines
from eval.results import share

CHUNK = 20
_UNSPACED = frozenset({"ja", "zh"})


@dataclass(frozen=True, slots=True)
class CutScore:
    """Boundaries found, those of them that are right, and those of the gold."""

    found: int
    right: int
    gold: int

    @property
    def rates(self) -> tuple[float, float, float]:
        """Precision, recall and F1, from 0 to 1."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        return precision, recall, 2 * self.right / max(1, self.found + self.gold)


def score_cuts(sentences: Sequence[str], language: str) -> CutScore:
    """Return how the boundaries between sentences are found again, over chunks of `CHUNK`.

    Args:
        sentences: as people cut them, without white space at their ends.
        language: a primary tag.
    """
    gap = "" if language in _UNSPACED else " "
    found = right = gold = 0
    for first in range(0, len(sentences), CHUNK):
        chunk = [sentence.strip() for sentence in sentences[first : first + CHUNK]]
        starts = set(accumulate(len(sentence) + len(gap) for sentence in chunk[:-1]))
        ours = {span.start for span in split_sentences(gap.join(chunk), language)} - {0}
        found, right, gold = found + len(ours), right + len(ours & starts), gold + len(starts)
    return CutScore(found, right, gold)


def main(folder: Path) -> None:
    """Score all languages and print a table."""
    lines = ["| language | precision | recall | F1 |", "| --- | ---: | ---: | ---: |"]
    for language, sentences in sorted(read_lines(folder).items()):
        cells = map(share, score_cuts(sentences, language).rates)
        lines.append(f"| {language} | {' | '.join(cells)} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

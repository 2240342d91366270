"""What hard line ends do: `python -m eval.wrapped GOLD` wraps the articles of NTREX and prints what changes.

Each article is written in paragraphs of four sentences, once with a paragraph a line and once wrapped, and read as
plain text. A *false cut* is an end of a sentence that the wrapped text has and the other has not. In pairs of articles
with sentences dropped, added, moved and replaced (`eval.near`) the findings of both are compared: what is claimed of
which text.
"""

import logging
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.bitext import Comparison, Document
from align.comparison import compare
from align.documents import document_from_text
from align.report.terminal.width import wrap
from eval.near.protocol import change_pair, parallel_articles

PAIRS = (("en", "de"), ("fr", "en"), ("en", "es"), ("ru", "en"), ("zh", "en"), ("en", "ja"), ("fi", "en"))
WIDTHS = (25, 32, 40, 50, 64, 72, 80)
LEVEL = 30  # per cent of the sentences are dropped
_SENTENCES = 4  # of a paragraph
_UNSPACED = frozenset({"zh", "ja"})
_PER_CUT = 50  # one false cut in so many sentences is allowed


@dataclass(frozen=True, slots=True)
class CutScore:
    """Articles of a language at all widths: how many, their sentences, false cuts, and articles with too many."""

    language: str
    articles: int
    sentences: int
    cuts: int
    bad: int


@dataclass(frozen=True, slots=True)
class FindingScore:
    """Changed pairs of articles, and those of them whose findings are the same wrapped and not wrapped."""

    languages: str
    pairs: int
    same: int


def score_cuts(folder: Path, language: str, other: str) -> CutScore:
    """Return the false cuts in the articles of a language.

    Args:
        folder: as `eval.near.protocol.near_sets` takes it.
        language: of the articles.
        other: any other language there.
    """
    articles = sentences = cuts = bad = 0
    for article in parallel_articles(folder, language, other):
        whole = _ends(_read(article.source, language, lambda paragraph: [paragraph]))
        for width in WIDTHS:
            found = len(_ends(_read(article.source, language, _wrapping(width))) - whole)
            articles += 1
            sentences += len(whole)
            cuts += found
            bad += found > math.ceil(len(whole) / _PER_CUT)
    return CutScore(language, articles, sentences, cuts, bad)


def score_findings(folder: Path, source: str, target: str) -> FindingScore:
    """Return in how many changed articles wrapping changes no finding; each article has one of the widths.

    Args:
        folder: as `eval.near.protocol.near_sets` takes it.
        source: a language there.
        target: another one.
    """
    articles = parallel_articles(folder, source, target)
    same = 0
    for number, article in enumerate(articles):
        pair = change_pair(article, articles[(number + 1) % len(articles)], level=LEVEL, seed=0).pair
        width = WIDTHS[number % len(WIDTHS)]
        claims = [
            _claims(compare(_read(pair.source, source, lay_out), _read(pair.target, target, lay_out)))
            for lay_out in (lambda paragraph: [paragraph], _wrapping(width))
        ]
        same += claims[0] == claims[1]
    return FindingScore(f"{source}-{target}", len(articles), same)


def _wrapping(width: int) -> Callable[[str], list[str]]:
    return lambda paragraph: wrap(paragraph, width)


def _read(sentences: Sequence[str], language: str, lay_out: Callable[[str], list[str]]) -> Document:
    """Return a document of paragraphs that a function puts on lines."""
    between = "" if language in _UNSPACED else " "
    starts = range(0, len(sentences), _SENTENCES)
    paragraphs = [between.join(map(str.strip, sentences[k : k + _SENTENCES])) for k in starts]
    text = "\n\n".join("\n".join(lay_out(paragraph)) for paragraph in paragraphs)
    return document_from_text(text, language=language)


def _ends(document: Document) -> set[int]:
    """Return how many visible characters are before each end of a segment."""
    ends: set[int] = set()
    length = 0
    for segment in document.segments:
        length += len(_letters(segment.text))
        ends.add(length)
    return ends


def _claims(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return what is claimed of which text."""
    source, target = comparison.alignment.source.text, comparison.alignment.target.text
    return [
        (
            it.kind,
            _letters(source[it.source.start : it.source.stop]),
            _letters(target[it.target.start : it.target.stop]),
        )
        for it in comparison.findings
    ]


def _letters(text: str) -> str:
    """Return what wrapping leaves as it is: it drops spaces, and a word with a hyphen may break there."""
    return "".join(text.split()).replace("-", "")


def main(folder: Path) -> None:
    """Score all languages and pairs and print two tables."""
    logging.basicConfig(level=logging.WARNING)
    ntrex = folder / "ntrex128"
    languages = {language: other for pair in PAIRS for language, other in (pair, pair[::-1])}
    head = "| language | articles | sentences | false cuts | articles with too many |"
    lines = [head, "| --- | ---: | ---: | ---: | ---: |"]
    for language, other in sorted(languages.items()):
        cut = score_cuts(ntrex, language, other)
        lines.append(f"| {cut.language} | {cut.articles} | {cut.sentences} | {cut.cuts} | {cut.bad} |")
    lines += ["", "| pair | articles | same findings |", "| --- | ---: | ---: |"]
    for source, target in PAIRS:
        score = score_findings(ntrex, source, target)
        lines.append(f"| {score.languages} | {score.pairs} | {score.same / score.pairs:.3f} |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

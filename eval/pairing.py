"""How well documents are paired by content: `python -m eval.pairing [GOLD]`.

Of the news articles of NTREX-128 those of two languages get names that tell nothing, and every third has no partner:
205 documents, or 410 where each article is cut in two, which leaves documents of two sentences, too.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora.pairing import Wish, pair_documents
from eval.gold.sets import DEFAULT_FOLDER

PAIRS = ("en-fr", "en-de", "en-ru", "en-zh", "en-ar", "en-fi", "de-fr", "es-tr", "ja-en", "cs-pl", "hi-en", "en-sv")


def read_articles(folder: Path, language: str, parts: int) -> dict[str, list[str]]:
    """Return the lines of each part of an article of NTREX-128 in a language.

    Args:
        folder: with `DOCUMENT_IDS.tsv` and a file a language.
        language: of the file.
        parts: into which each article is cut.
    """
    names = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").splitlines()
    lines = (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    articles: dict[str, list[str]] = {}
    for name, line in zip(names, lines, strict=True):
        articles.setdefault(name.split("\t")[0], []).append(line)
    return {
        f"{name}/{part}": lines[len(lines) * part // parts : len(lines) * (part + 1) // parts]
        for name, lines in articles.items()
        for part in range(parts)
    }


def measure_pairing(folder: Path, source: str, target: str, parts: int) -> tuple[float, float]:
    """Return recall and precision of pairing by content.

    Args:
        folder: of NTREX-128.
        source: language of one side.
        target: language of the other.
        parts: into which each article is cut.
    """
    with TemporaryDirectory() as place:
        truth = set(_write_shuffled(folder, (source, target), parts, Path(place)))
        pairing = pair_documents(Wish((Path(place),), (source, target), ways=("content",)))
        found = {(pair.source.name, pair.target.name) for pair in pairing.pairs}
    return len(found & truth) / len(truth), len(found & truth) / max(len(found), 1)


def _write_shuffled(folder: Path, languages: tuple[str, str], parts: int, place: Path) -> Iterator[tuple[str, str]]:
    """Write articles under names that tell nothing, every third alone, and yield the names of the pairs."""
    sides = [read_articles(folder, language, parts) for language in languages]
    for number, article in enumerate(sides[0]):
        names = [sha256(f"{article}{side}".encode()).hexdigest()[:12] + ".txt" for side in languages]
        alone = number % 3 == 0
        for side, name in enumerate(names):
            if not alone or side == number // 3 % 2:
                (place / name).write_text("\n\n".join(sides[side][article]), encoding="utf-8")
        if not alone:
            yield names[0], names[1]


def main() -> None:
    """Print recall and precision of each language pair, of articles and of halves."""
    folder = (Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER) / "ntrex128"
    for pair in PAIRS:
        source, target = pair.split("-")
        told = [
            "recall {:.3f}  precision {:.3f}".format(*measure_pairing(folder, source, target, parts))
            for parts in (1, 2)
        ]
        sys.stdout.write(f"{pair}  {'  halves: '.join(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

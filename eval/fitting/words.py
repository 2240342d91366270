"""Find the networks that judge words and runs of words, on development data.

1. *differs*: on whole pages and sentences with a difference label for every token (SwissGov-RSD, iSTS).
2. *absent*: on words that annotators found without a counterpart (subtitles, errors of omission and addition), and on
   articles in 31 pairs of languages with planted changes.
3. *run*: on the runs that the second network finds in those articles, and in parts of them that are documents of a few
   sentences, each fold by networks that have not seen it.

`python -m eval.fitting.words GOLD` writes `align/words/weights.json`, and what the networks reach on pages and articles
that they were fitted without to `eval/results/words.json`; it takes two minutes of a processor. The same data give the
same files on the same kind of processor.
"""

import json
import logging
import sys
from pathlib import Path

from align.blas import one_thread
from align.encoding import WordForms, load_encoder
from align.words.model import PATH, WordModel, model_to_dict
from eval.fitting.word_examples import FOLDS, fold_of, planted_articles, span_examples, token_examples
from eval.fitting.word_networks import Examples, fit_absent, fit_differs, fit_runs, runs_of
from eval.fitting.word_report import report_words

LOG = logging.getLogger(__name__)


@one_thread()
def fit(folder: Path, encoder: WordForms, signature: str) -> WordModel:
    """Return the networks fitted on the development data in `folder`.

    Args:
        folder: with gold sets.
        encoder: what gives the vectors.
        signature: of the encoder.
    """
    tokens, spans = list(token_examples(folder, encoder)), list(span_examples(folder, encoder))
    articles = list(planted_articles(folder / "ntrex128", encoder))
    # What stands alone in a single pair of sentences is told by the annotated sets.
    whole = [article for article in articles if not article.is_part]
    marked = [side for _, side in spans]
    folds = fold_of([side.group for side in marked])
    runs: list[tuple[int, Examples]] = []
    unseen = []
    for fold in range(FOLDS):
        without = [side for side, own in zip(marked, folds, strict=True) if own != fold]
        network = fit_absent(without, [article for article in whole if article.fold != fold])
        unseen.append(network)
        runs.extend((fold, part) for it in articles if it.fold == fold for part in runs_of(it, network))
        LOG.info("fold %d of %d", fold + 1, FOLDS)
    model = WordModel(
        fit_absent(marked, whole),
        fit_differs([side for _, side in tokens]),
        fit_runs([part for _, part in runs]),
        signature,
    )
    report_words(tokens, spans, articles, unseen, runs)
    return model


def main(folder: Path) -> None:
    """Fit and write the networks."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    encoder = load_encoder()
    if not isinstance(encoder, WordForms):
        raise TypeError("the embedded encoder has to know words")
    model = fit(folder, encoder, encoder.signature)
    PATH.write_text(json.dumps(model_to_dict(model)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Score everything: alignment sets, retrieval files and the files that mark what has no counterpart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import numpy as np

from align.encoding import Encoder, load_encoder
from eval.gold.labels import NOT_JUDGED, is_label_file, label_files, read_labels, read_spans, span_files
from eval.gold.sets import GoldPair, read_set, set_names
from eval.metrics.beads import BLOCK, METRICS, Counts, count_blocks, rates
from eval.metrics.calibration import Reliability, bin_outcomes, split_reliability
from eval.metrics.retrieval import Retrieval, read_parallel, retrieval_files, score_retrieval
from eval.metrics.words import LabelScore, score_label_file
from eval.system import System, align_pair

FEW = 10  # documents below which blocks are resampled and not documents
_RETRIEVAL = "flores200_dev"
_WARM_UP = GoldPair("warm-up", "en", "de", ("One.", "Two."), ("Eins.", "Zwei."), ())

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SetScore:
    """What a system reached on an alignment set.

    Attributes:
        name: of the set.
        digest: of its sentences and links.
        documents: how many there are.
        units: counts of what may be resampled, int64 (units, metrics, 4).
        unit: what a unit is.
        beads: reliability of the beads with two sides.
        nulls: reliability of the null beads.
        seconds: time in the system.
        signature: of the system.
    """

    name: str
    digest: str
    documents: int
    units: Counts
    unit: str
    beads: Reliability
    nulls: Reliability
    seconds: float
    signature: str

    @property
    def counts(self) -> Counts:
        """Return the counts over all documents, int64 (metrics, 4)."""
        counts: Counts = self.units.sum(axis=0)
        return counts

    def rate(self, metric: str) -> tuple[float, float, float]:
        """Return precision, recall and F1."""
        precision, recall, f1 = rates(self.counts[METRICS.index(metric)]).tolist()
        return precision, recall, f1

    def units_of(self, metric: str) -> Counts:
        """Return the counts of one metric by unit, int64 (units, 4), as `eval.metrics.significance` takes them."""
        counts: Counts = self.units[:, METRICS.index(metric)]
        return counts


@dataclass(frozen=True, slots=True)
class MarkCount:
    """What a file with token labels or spans holds: pairs, and judged tokens or marks."""

    name: str
    pairs: int
    marks: int
    unit: str


@dataclass(frozen=True, slots=True)
class Scores:
    """All that one run found, with the signature of the encoder and a digest of the data."""

    sets: tuple[SetScore, ...]
    retrieval: dict[str, Retrieval]
    marks: tuple[MarkCount, ...]
    labels: tuple[LabelScore, ...]
    encoder: str
    data: str


def score_set(name: str, pairs: Sequence[GoldPair], system: System, *, report: Report = lambda _: None) -> SetScore:
    """Return what a system reaches on the documents of a set; `report` is told the name of each one before its turn."""
    units, seconds, signature = [], 0.0, ""
    beads = nulls = bin_outcomes([], [])
    for pair in pairs:
        report(pair.name)
        found = system(pair)
        blocks = 1 if len(pairs) >= FEW else max(1, len(pair.links) // BLOCK)
        units.append(count_blocks(pair, found.links, blocks=blocks))
        of_beads, of_nulls = split_reliability(pair, found.links, found.probabilities)
        beads, nulls = beads + of_beads, nulls + of_nulls
        seconds, signature = seconds + found.seconds, found.signature
    unit = "documents" if len(pairs) >= FEW else f"blocks of {BLOCK} beads"
    digest = digest_pairs(pairs)
    return SetScore(name, digest, len(pairs), np.concatenate(units), unit, beads, nulls, seconds, signature)


def score_folder(
    folder: Path,
    names: Sequence[str],
    *,
    aligner: str = "default",
    encoder: Encoder | None = None,
    report: Report = lambda _: None,
) -> Scores:
    """Return what an aligner of ours reaches on the named sets of a gold folder, on everything when none is named.

    Retrieval is measured with the same encoder, the embedded one for None.

    A small pair goes first and uncounted, so that loading the encoder and the kernels is in no set's time
    (`eval.bench.measure` measures the cold start).

    Raises:
        OptionError: for a set or an aligner that is not there, or an encoder for an aligner that reads no vectors.
        InputError: for gold that is wrong.
    """
    chosen = {name: read_set(folder, name) for name in names or set_names(folder)}
    system = partial(align_pair, aligner=aligner, encoder=encoder)
    encoder = encoder or load_encoder()
    system(_WARM_UP)
    sets = tuple(score_set(name, pairs, system, report=report) for name, pairs in chosen.items())
    digests = [score.digest for score in sets]
    if names:
        return Scores(sets, {}, (), (), encoder.signature, _digest_texts(digests))
    texts, files = retrieval_files(folder / _RETRIEVAL), (*label_files(folder), *span_files(folder))
    digests += [sha256(path.read_bytes()).hexdigest() for path in (*texts, *files)]
    retrieval = _score_retrieval(texts, encoder, report)
    marks, labels = _count_marks(files, report), _score_labels(files, encoder, report)
    return Scores(sets, retrieval, marks, labels, encoder.signature, _digest_texts(digests))


def digest_pairs(pairs: Sequence[GoldPair]) -> str:
    """Return 12 hexadecimal digits that change with any sentence or link."""
    return _digest_texts(repr((pair.name, pair.source, pair.target, pair.links)) for pair in pairs)


def _score_retrieval(files: Iterable[Path], encoder: Encoder, report: Report) -> dict[str, Retrieval]:
    """Return the retrieval accuracy of every language."""
    found = {}
    for path in files:
        text = read_parallel(path)
        report(text.name)
        found[text.target_language] = score_retrieval(text, encoder)
    return found


def _count_marks(files: Iterable[Path], report: Report) -> tuple[MarkCount, ...]:
    """Return how much there is to judge in the files with token labels and spans."""
    counts = []
    for path in files:
        report(path.stem)
        if is_label_file(path):
            labels = read_labels(path)
            judged = [label != NOT_JUDGED for pair in labels for label in (*pair.source_labels, *pair.target_labels)]
            counts.append(MarkCount(path.stem, len(labels), sum(judged), "tokens"))
        else:
            spans = read_spans(path)
            marks = sum(len(pair.source_marks) + len(pair.target_marks) for pair in spans)
            counts.append(MarkCount(path.stem, len(spans), marks, "marks"))
    return tuple(counts)


def _score_labels(files: Iterable[Path], encoder: Encoder, report: Report) -> tuple[LabelScore, ...]:
    """Return how well the words without a counterpart are told in the files that mark them."""
    scores: list[LabelScore] = []
    for path in files:
        report(f"{path.stem} words")
        scores.extend(score_label_file(path, encoder))
    return tuple(scores)


def _digest_texts(texts: Iterable[str]) -> str:
    """Return 12 hexadecimal digits over texts in their order."""
    total = sha256()
    for text in texts:
        total.update(sha256(text.encode("utf-8", "surrogatepass")).digest())
    return total.hexdigest()[:12]

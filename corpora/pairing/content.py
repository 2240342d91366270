"""Pair documents by what they say, whatever they are called.

1. Candidates: of each document those of the other language whose vectors, the mean of their sentences', are nearest.
2. Each candidate is weighed: how near the nearest sentences are both ways, whether these are in one order, how many
   numbers and names in Latin script both have, and how much nearer they are than the nearest others of either document:
   in some languages all is less near.
3. The surest pairs are taken first, each document once. What is not more probable than not stays alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import exp

import numpy as np

from align.language import primary_language
from align.lattice.arrays import Floats
from corpora.executors.local import run
from corpora.find import Found
from corpora.pairing import DocumentPair, Pairing, Wish, pairs_of_languages
from corpora.pairing.digests import Digest, digest_documents

_CANDIDATES = 8
_AT_ONCE = 16  # documents of a task
_ROWS = 1024  # documents whose candidates are looked for at a time
# Log odds from similarity, order, numbers, names and lead: logistic regression on articles of NTREX-128, and halves of
# them, in twelve language pairs, against their nearest others, November 2026 (`python -m eval.pairing`).
_WEIGHTS = (6.9, 7.7, 2.3, 0.9, 16.9)
_OFFSET = -10.0
_RIVAL = 0.25  # similarity of the nearest other document, where there are hardly any others
_NEUTRAL = 0.3  # share of values in common that tells nothing, where there are none
_EVEN = 0.5


def pair_by_content(documents: tuple[Found, ...], wish: Wish) -> Pairing:
    """Return the pairs that the texts tell.

    Args:
        documents: to pair.
        wish: with the languages; a document in another one stays alone.
    """
    tasks = (documents[start : start + _AT_ONCE] for start in range(0, len(documents), _AT_ONCE))
    found = [digest for part in run(digest_documents, tasks, jobs=wish.jobs) for digest in part]
    found.sort(key=lambda digest: digest.document)
    troubles = tuple(digest.trouble for digest in found if digest.trouble is not None)
    by_language: dict[str, list[Digest]] = {}
    for digest in found:
        if digest.trouble is None:
            by_language.setdefault(digest.language, []).append(digest)
    pairs: list[DocumentPair] = []
    wished = tuple(primary_language(tag) for tag in wish.languages)
    for one, other in pairs_of_languages(by_language, wished):
        pairs += _pair(by_language.get(one, []), by_language.get(other, []))
    taken = {document for pair in pairs for document in (pair.source, pair.target)}
    bad = {trouble.document for trouble in troubles}
    alone = (document for document in documents if document not in taken and document.name not in bad)
    return Pairing(tuple(pairs), tuple(alone), troubles)


Evidence = tuple[float, float, float, float]


def weigh(source: Digest, target: Digest) -> Evidence:
    """Return what speaks for two documents: similarity of their sentences, order, common numbers and names, 0 to 1.

    Args:
        source: one document.
        target: the other.
    """
    gram = source.vectors.astype(np.float32) @ target.vectors.astype(np.float32).T
    to_target, to_source = gram.max(axis=1), gram.max(axis=0)
    # A short version is all in the long one, of which much may be in no sentence of the short one.
    similarity = 0.7 * max(to_target.mean(), to_source.mean()) + 0.3 * min(to_target.mean(), to_source.mean())
    best = gram.argmax(axis=1) if len(gram) <= len(gram.T) else gram.argmax(axis=0)
    # As if one more rose and one more fell: two sentences are in order in every other pair of documents.
    order = float((np.diff(best) > 0).sum() + 1) / (len(best) + 1)
    return float(similarity), order, _common(source.numbers, target.numbers), _common(source.names, target.names)


def probability_of(evidence: Evidence, lead: float) -> float:
    """Return how sure a pair is, 0 to 1.

    Args:
        evidence: what `weigh` returns.
        lead: by how much their similarity is above that of either with any other document.
    """
    odds = _OFFSET + sum(weight * value for weight, value in zip(_WEIGHTS, (*evidence, lead), strict=True))
    return 1.0 / (1.0 + exp(-odds))


def _pair(sources: list[Digest], targets: list[Digest]) -> Iterator[DocumentPair]:
    """Yield the pairs of the documents in two languages, the surest first."""
    found = {(i, j): weigh(sources[i], targets[j]) for i, j in _candidates(sources, targets)}
    leads = leads_of({pair: evidence[0] for pair, evidence in found.items()})
    weighed = [(-probability_of(evidence, leads[pair]), *pair, evidence) for pair, evidence in found.items()]
    done: tuple[set[int], set[int]] = (set(), set())
    for negative, i, j, evidence in sorted(weighed):
        if i not in done[0] and j not in done[1] and -negative >= _EVEN:
            done[0].add(i)
            done[1].add(j)
            source, target = sources[i], targets[j]
            told = "content: similarity {:.2f}, order {:.2f}, numbers {:.2f}, names {:.2f}, lead {:.2f}"
            told = told.format(*evidence, leads[i, j])
            yield DocumentPair(
                source.document, target.document, source.language, target.language, round(-negative, 4), told
            )


def leads_of(similarities: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """Return by how much each pair is more similar than any other one of its two documents.

    Args:
        similarities: of source and target, by their numbers; where there are no others, what is usual of them counts.
    """
    best: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
    for pair, similarity in similarities.items():
        for document, known in zip(pair, best, strict=True):
            known[document] = sorted([*known.get(document, ()), similarity])[-2:]
    leads = {}
    for pair, similarity in similarities.items():
        # Of each document the best two are known, one of which may be this pair.
        both = (known[document] for document, known in zip(pair, best, strict=True))
        rivals = [found[-2 if found[-1] == similarity else -1] for found in both if len(found) > 1]
        leads[pair] = similarity - max([_RIVAL, *rivals])
    return leads


def _candidates(sources: list[Digest], targets: list[Digest]) -> Iterable[tuple[int, int]]:
    """Return the numbers of sources and targets that are near each other, seen from either side."""
    if not sources or not targets:
        return ()
    one, other = _means(sources), _means(targets)
    found: set[tuple[int, int]] = set()
    for rows, columns, flip in ((one, other, False), (other, one, True)):
        count = min(_CANDIDATES, len(columns))
        for start in range(0, len(rows), _ROWS):
            near = np.argpartition(-(rows[start : start + _ROWS] @ columns.T), count - 1, axis=1)[:, :count]
            for number, row in enumerate(near.tolist(), start):
                found.update((column, number) if flip else (number, column) for column in row)
    return sorted(found)


def _means(digests: list[Digest]) -> Floats:
    """Return the directions of documents, float32 (n, d), without what all of a language have in common."""
    means = np.stack([digest.vectors.astype(np.float32).mean(axis=0) for digest in digests])
    if len(means) > 1:
        means = means - means.mean(axis=0) * np.float32(1 - 1 / len(means))
    directions: Floats = means / (np.linalg.norm(means, axis=1, keepdims=True) + np.float32(1e-9))
    return directions


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that is in the larger one."""
    return len(one & other) / min(len(one), len(other)) if one and other else _NEUTRAL

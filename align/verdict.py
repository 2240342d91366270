"""What two documents are to each other."""

from align.bitext import EVEN, Comparison, Coverage, Fate, Verdict
from align.revision import is_revised

RELATED = 0.35  # closeness from which other articles have a subject in common; of random news pairs 1 to 2 % reach it


def judge(version_probability: float, closeness: float) -> Verdict:
    """Return the verdict before anything is known of differences: versions are near-parallel.

    Args:
        version_probability: that the documents are versions of one text, 0 to 1.
        closeness: cosine of the two documents as wholes, -1 to 1.

    >>> judge(0.97, 0.8)
    <Verdict.NEAR_PARALLEL: 'near-parallel'>
    """
    if version_probability < EVEN:
        return Verdict.RELATED if closeness >= RELATED else Verdict.UNRELATED
    return Verdict.NEAR_PARALLEL


def is_complete(comparison: Comparison) -> bool:
    """Return whether nothing at all is to be reported: no finding, no bead in doubt, all sentences covered.

    Only then two versions are the same: an auditor has nothing to look at. In one language the texts have to be
    identical, too, but for spaces and quotation marks.
    """
    return (
        not comparison.findings
        and Fate.UNCERTAIN not in comparison.fates
        and _is_whole(comparison.source_coverage)
        and _is_whole(comparison.target_coverage)
        and not is_revised(comparison)
    )


def _is_whole(coverage: Coverage) -> bool:
    return coverage.segments == coverage.segments_in_all

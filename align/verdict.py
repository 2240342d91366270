"""What two documents are to each other."""

from align.bitext import EVEN, Coverage, Verdict

COMPLETE = 0.9  # share of the sentences on both sides that "same" asks for
RELATED = 0.35  # closeness from which other articles have a subject in common; of random news pairs 1 to 2 % reach it


def judge(version_probability: float, source: Coverage, target: Coverage, closeness: float) -> Verdict:
    """Return the verdict.

    Args:
        version_probability: that the documents are versions of one text, 0 to 1.
        source: how much of the source the target has.
        target: the same the other way round.
        closeness: cosine of the two documents as wholes, -1 to 1.

    >>> judge(0.97, Coverage(9, 10, 80, 100), Coverage(9, 9, 90, 90), 0.8)
    <Verdict.SAME: 'same'>
    """
    if version_probability < EVEN:
        return Verdict.RELATED if closeness >= RELATED else Verdict.UNRELATED
    complete = all(side.segments >= COMPLETE * side.segments_in_all for side in (source, target))
    return Verdict.SAME if complete else Verdict.NEAR_PARALLEL

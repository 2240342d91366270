"""The ladder of Vecalign (Thompson and Koehn 2019): `[0, 1]:[2]:0.73`, a line a bead, null beads included.

Vecalign's third field is a cost, where lower is better; ours is the probability of the bead. Segments are numbered
over the whole document, page furniture included; with `--segmented` they are the numbers of the non-blank lines.
A ladder is in order: what moved is null on both sides.
"""

from collections.abc import Iterator

from align.bitext import Alignment


def lines(alignment: Alignment) -> Iterator[str]:
    """Yield one line a bead."""
    for bead in alignment.beads:
        source = ", ".join(map(str, range(bead.source.start, bead.source.stop)))
        target = ", ".join(map(str, range(bead.target.start, bead.target.stop)))
        yield f"[{source}]:[{target}]:{bead.probability:.4f}"

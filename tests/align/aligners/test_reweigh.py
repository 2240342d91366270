"""A bead that sure moves cross is as sure as it would be without them."""

from align import compare, document_from_text
from align.bitext import Fate

ENGLISH = """The mill on the upper river was built in 1702 by two brothers from the coast.

Its owners turned to paper, and for sixty years they sold it in the capital.

Of the great wheel only the axle is left, on which children now sit and fish.

[1] The old millstone lies in the churchyard.

[2] The letters were burnt in the war."""
FRENCH = """Le moulin de la rivière haute fut construit en 1702 par deux frères venus de la côte.

[1] La vieille meule se trouve au cimetière.

Ses propriétaires se mirent au papier, et pendant soixante ans ils le vendirent dans la capitale.

[2] Les lettres ont été brûlées pendant la guerre.

De la grande roue, il ne reste que l'axe, sur lequel des enfants s'assoient aujourd'hui pour pêcher."""


def test_notes_below_their_paragraphs_are_as_sure_as_what_moved() -> None:
    """Notes stand at the end here and below their paragraphs there: all of it is kept or moved, nothing in doubt."""
    comparison = compare(document_from_text(ENGLISH, language="en"), document_from_text(FRENCH, language="fr"))
    assert set(comparison.fates) == {Fate.KEPT, Fate.MOVED}
    assert len(comparison.alignment.moves) == 2
    beads = zip(comparison.alignment.beads, comparison.fates, strict=True)
    assert all(bead.probability > 0.8 for bead, fate in beads if fate is Fate.KEPT)

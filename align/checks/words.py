"""Words and clauses inside of kept beads that only one version has, or that were worded anew.

Between two languages runs of words are judged that have no counterpart (`align.checks.clauses`); in one language a word
diff tells what changed (`align.checks.rewording`), and runs are judged only where most of a sentence is new. Whole
sentences that have gone or come are for other checks, unless they stand in a bead with others that were kept.
"""

from collections.abc import Iterator

from align.bitext import Comparison, Finding
from align.checks.clauses import find_clauses
from align.checks.rewording import find_rewordings
from align.encoding import Encoder, load_encoder
from align.language import primary_language
from align.words.places import kept_places


def find_words(comparison: Comparison, encoder: Encoder | None = None) -> Iterator[Finding]:
    """Yield what words only one side of a bead has, and what was worded anew; see `align.checks.Check`."""
    alignment = comparison.alignment
    source, target = (primary_language(document.language) for document in (alignment.source, alignment.target))
    found: list[Finding] = []
    places = tuple(kept_places(comparison))
    if source == target:
        rewordings, places = find_rewordings(comparison, places)
        found.extend(rewordings)
    if places and {source, target} <= (encoder or load_encoder()).languages:
        found.extend(find_clauses(alignment, places, encoder))
    yield from sorted(found, key=lambda finding: (finding.bead, finding.source.start, finding.target.start))

"""The lattice of beads and the paths through it: numbers only, no noun of the project.

Its words, one for each thing:

- *place*: between two segments, or before the first or after the last one; n segments have n + 1 places. What an
  aligner passes in as segments are those that take part; their numbers are called places of the document there, too.
- *cell*: a source and a target place, (i, j): i source and j target segments lie behind it.
- *band*: the cells that are searched, a half-open range of target places for each source place.
- *block*: consecutive segments of a side, [i, a] for the a segments that end at place i; of a bead, one on each side.
- *reach*: how many segments before a place a block that ends there may have.
- *candidate*: a bead that may be taken: its two blocks, known by the cell where they end, and its score.
- *step*: what a path takes from one cell to the next: a candidate, or a null segment of one side.
- *floor*: the mean cosine of random pairs in these documents. *level*: how far above it that of good pairs is.
- *hub*: how close segments are to their nearest neighbours on the other side, whichever these are, in the mean.
- *share*: of the weight of all paths, what goes through a step: its probability.
- *rate*: the share of all segments that is null in a pair.
"""

"""The default aligner: evidence, two passes over a lattice, moves; `aligner` tells the whole story."""

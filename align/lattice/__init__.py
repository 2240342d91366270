"""The lattice of beads and the paths through it: numbers only, no noun of the project."""

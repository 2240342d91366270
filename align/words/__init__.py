"""Words of kept beads: which of them have a counterpart on the other side, which have none, and which differ."""

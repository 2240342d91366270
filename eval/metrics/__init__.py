"""How good: beads, calibration, retrieval, labels, and what a whole folder of gold scores."""

"""Data with known truth: alignment sets, sample articles, files with labels."""

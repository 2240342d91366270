"""Names in texts: where they are, how they sound, and how one version renders those of the other."""

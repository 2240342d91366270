"""Articles of which the truth is known because we changed them: the near-parallel protocol and the self-test."""

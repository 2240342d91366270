"""Bertalign: the published method over any encoder of ours, and the package of that name in a process of its own."""

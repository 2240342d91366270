"""How good, how fast, how sure: gold sets, metrics and the commands `versalign eval …`."""

"""Many documents: parallel text, and the encoder trained from it."""

"""How the weights of the default aligner are found on development data."""

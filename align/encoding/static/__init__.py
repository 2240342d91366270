"""The embedded encoder: a vocabulary of pieces, a table with one row a piece, and the words made of them."""

"""Page furniture told from article text: `judge` decides for a whole page, the other modules know one kind each."""

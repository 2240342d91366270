"""Text to sentences, as half-open character spans of the text itself."""

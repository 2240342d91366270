"""The structure of documents: its elements, what of them a translation keeps, and which correspond to which."""

"""Parallel text to an encoder: vocabulary, batches, training, the artefact."""

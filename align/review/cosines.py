"""How close texts are to each other, by the embedded encoder."""

from functools import lru_cache


@lru_cache(maxsize=64)
def cosines(text: str, others: tuple[str, ...]) -> tuple[float, ...]:
    """Return the cosine of a text with each of some others, -1 to 1; loads the encoder when first asked.

    Args:
        text: of one side.
        others: of the other side.
    """
    import numpy as np

    from align.encoding import load_encoder

    vectors = load_encoder().encode([text, *others])
    norms = np.maximum(np.linalg.norm(vectors, axis=1), 1e-9)
    unit = vectors / norms[:, None]
    return tuple(float(value) for value in unit[1:] @ unit[0])

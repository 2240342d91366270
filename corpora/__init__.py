"""Many documents: a parallel corpus, and the encoder trained from it.

    from pathlib import Path
    import corpora

    rows = corpora.build(corpora.Recipe(inputs=(Path("articles"),), output=Path("corpus")))
    corpora.read(Path("corpus"))

The names below are loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpora.building import build
    from corpora.encoder.training import train_encoder
    from corpora.frames import read, read_parts
    from corpora.recipe import Recipe, read_recipe

__all__ = ["Recipe", "build", "read", "read_parts", "read_recipe", "train_encoder"]
_ELSEWHERE = {
    "Recipe": "corpora.recipe",
    "build": "corpora.building",
    "read": "corpora.frames",
    "read_parts": "corpora.frames",
    "read_recipe": "corpora.recipe",
    "train_encoder": "corpora.encoder.training",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'corpora' has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE[name]), name)

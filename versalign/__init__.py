"""Compare versions of a text across languages: the public names of `align`, under the name of the project.

    from versalign import compare, read_document

They are loaded on first use, so that importing costs nothing.
"""

from typing import TYPE_CHECKING, Any

import align

if TYPE_CHECKING:
    from align import *  # noqa: F403

    __version__: str

__all__ = [*align.__all__, "__version__"]


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name == "__version__":
        from importlib.metadata import version

        return version("versalign")
    if name in align.__all__:
        return getattr(align, name)
    raise AttributeError(f"module 'versalign' has no attribute {name!r}")

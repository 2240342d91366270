"""Compare versions of a text across languages: what did this version keep, and what did it drop?

    from align import compare, read_document

    comparison = compare(read_document(Path("en.txt")), read_document(Path("fr.txt")))
    comparison.to_frame()

The names below are loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.aligners import align_documents
    from align.bitext import Alignment, Bead, Comparison, Document, Fate, Finding, Move, Role, Segment, Span, Verdict
    from align.comparison import compare
    from align.documents import document_from_text, read_document
    from align.encoding import load_encoder
    from align.errors import AlignError
    from align.exchange import read_beads, write_beads

__all__ = [
    "AlignError",
    "Alignment",
    "Bead",
    "Comparison",
    "Document",
    "Fate",
    "Finding",
    "Move",
    "Role",
    "Segment",
    "Span",
    "Verdict",
    "align_documents",
    "compare",
    "document_from_text",
    "load_encoder",
    "read_beads",
    "read_document",
    "write_beads",
]
_ELSEWHERE = {
    "AlignError": "align.errors",
    "align_documents": "align.aligners",
    "compare": "align.comparison",
    "document_from_text": "align.documents",
    "load_encoder": "align.encoding",
    "read_beads": "align.exchange",
    "read_document": "align.documents",
    "write_beads": "align.exchange",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'align' has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "align.bitext")), name)

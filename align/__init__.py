"""Compare versions of a text across languages: what did this version keep, and what did it drop?

    from align import compare

    comparison = compare(Path("en.txt"), Path("fr.txt"))
    comparison.to_frame()

The names below are loaded on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.aligners import align_documents
    from align.bitext import (
        Alignment,
        Bead,
        Comparison,
        Document,
        Element,
        Evidence,
        Fate,
        Finding,
        Move,
        Role,
        Segment,
        Severity,
        Span,
        Structure,
        Verdict,
    )
    from align.comparison import compare, comparison_of
    from align.documents import document_from_text, read_document
    from align.encoding import load_encoder
    from align.errors import AlignError
    from align.exchange import read_beads, write_beads
    from align.report.read_json import read_json

__all__ = [
    "AlignError",
    "Alignment",
    "Bead",
    "Comparison",
    "Document",
    "Element",
    "Evidence",
    "Fate",
    "Finding",
    "Move",
    "Role",
    "Segment",
    "Severity",
    "Span",
    "Structure",
    "Verdict",
    "align_documents",
    "compare",
    "comparison_of",
    "document_from_text",
    "load_encoder",
    "read_beads",
    "read_document",
    "read_json",
    "write_beads",
]
_ELSEWHERE = {
    "AlignError": "align.errors",
    "align_documents": "align.aligners",
    "compare": "align.comparison",
    "comparison_of": "align.comparison",
    "document_from_text": "align.documents",
    "load_encoder": "align.encoding",
    "read_beads": "align.exchange",
    "read_document": "align.documents",
    "read_json": "align.report.read_json",
    "write_beads": "align.exchange",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'align' has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "align.bitext")), name)

"""The ids of findings: the same claim about the same text has the same id, wherever it stands.

An id is made from the check, the kind and the texts of both sides, and from no offset. So a decision about a finding
survives that a sentence is put in front, that lines are wrapped anew, and that the tool runs again. Where the same is
claimed of the same text twice, the first has number 0, the second number 1, and so on. A sentence that is put into a
replacement changes its text, and makes another claim of it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from align.bitext import Alignment, Document, Finding, Span


def identities(findings: Iterable[Finding], alignment: Alignment) -> Iterator[str]:
    """Yield the id of each finding, 12 hexadecimal digits.

    Args:
        findings: all that were found, in the order of the beads; the order among equal ones is their number.
        alignment: whose documents the characters of the findings are in.
    """
    numbers = Counter[tuple[str, ...]]()
    for finding in findings:
        texts = _text(alignment.source, finding.source), _text(alignment.target, finding.target)
        claim = (finding.check, finding.kind, *texts)
        key = "\0".join((*claim, str(numbers[claim]))).encode("utf-8", "surrogatepass")
        numbers[claim] += 1
        yield hashlib.sha256(key).hexdigest()[:12]


def _text(document: Document, chars: Span) -> str:
    """Return the text of a claim, composed and with its white space folded."""
    return " ".join(normalize("NFC", document.text[chars.start : chars.stop]).split())

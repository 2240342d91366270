"""Whether two versions in one language are the same word for word: a revised text is never "nothing to report"."""

import re
from unicodedata import normalize

from align.bitext import Comparison, Document
from align.flow import flow
from align.language import primary_language
from align.ledger import is_blank

_UNKNOWN = "und"
_QUOTES = str.maketrans(dict.fromkeys('«»„“”‟〝〞＂「」『』"‹›‚‘’‛＇`´', "'"))
_APART = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")


def is_revised(comparison: Comparison) -> bool:
    """Return whether two versions in one language are not identical but for spaces and quotation marks."""
    source, target = comparison.alignment.source, comparison.alignment.target
    if _UNKNOWN in (source.language, target.language):
        return False
    return primary_language(source.language) == primary_language(target.language) and not reads_alike(source, target)


def reads_alike(one: Document, other: Document) -> bool:
    r"""Return whether the texts of two documents are the same but for spaces, line ends and the shape of quotes.

    Args:
        one: of two documents.
        other: the other one.

    >>> from align.documents import document_from_text
    >>> texts = "She said “no”.", 'She  said\n"no".', "She said no."
    >>> one, two, three = (document_from_text(text, language="en") for text in texts)
    >>> reads_alike(one, two), reads_alike(one, three)
    (True, False)
    """
    return _bare(one) == _bare(other)


def _bare(document: Document) -> str:
    shown = (flow(segment.text) for segment in document.segments if not is_blank(segment.text))
    text = normalize("NFC", "".join(shown)).translate(_QUOTES)
    return _APART.sub("", text)

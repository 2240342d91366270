"""Gold texts, which are article text from end to end, read as plain text with one sentence a line."""

from pathlib import Path

import pytest

from align.bitext import Role
from align.documents import read_document

GOLD = Path(__file__).parents[4] / "shared" / "gold"
SETS = ("textberg", "mac", "transread", "hunalign", "parice", "opus_books")
_MOST = 5  # files with a heading of their own, such as that of a chapter


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"the gold texts are not at {GOLD}")
def test_article_text_stays_article_text() -> None:
    """In nearly all files every segment is article text."""
    files = [path for name in SETS for path in sorted((GOLD / name).iterdir()) if path.suffix != ".gold"]
    documents = [read_document(path, language=path.suffix[1:]) for path in files]
    found = [doc.name for doc in documents if any(segment.role is not Role.BODY for segment in doc.segments)]
    assert len(documents) == 46
    assert len(found) <= _MOST, found

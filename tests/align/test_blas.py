"""The number of threads that numpy's products may use changes no byte of a result."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from align import align_documents, document_from_text
from align.bitext import Alignment, Document
from align.blas import one_thread

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(autouse=True)
def _two_threads() -> Iterator[None]:
    """Let the library have two threads, on a machine with one processor, too."""
    with threadpool_limits(2, "blas"):
        yield


def threads() -> set[int]:
    """Return how many threads numpy's library may use; scipy brings another one."""
    return {found["num_threads"] for found in threadpool_info() if "numpy" in found["filepath"]}


def long_document(language: str, times: int) -> Document:
    """Return all sample articles in one language one after the other, so many times, each time numbered."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob(f"*/{language}.txt"))]
    return document_from_text("\n\n".join(f"{k}\n\n{text}" for k in range(times) for text in texts), language=language)


def aligned(source: Document, target: Document, count: int) -> Alignment:
    """Return the alignment that so many threads give."""
    with threadpool_limits(count, "blas"):
        return align_documents(source, target)


@pytest.mark.parametrize("times", [3, 10], ids=["all cells", "a band"])
def test_alignments_are_the_same_on_one_thread_and_on_two(times: int) -> None:
    """Scores and probabilities to the last bit, where all cells are searched and where only a band is."""
    source, target = long_document("en", times), long_document("fr", 10)
    assert aligned(source, target, 1) == aligned(source, target, 2)


def test_the_limit_holds_until_the_last_has_left() -> None:
    """Whoever leaves first must not give threads back to the other."""
    first, second = ExitStack(), ExitStack()
    assert threads() == {2}
    first.enter_context(one_thread())
    second.enter_context(one_thread())
    first.close()
    assert threads() == {1}
    second.close()
    assert threads() == {2}

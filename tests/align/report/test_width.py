"""The width of what is displayed: every line fits, and wrapping loses and splits nothing."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from align.report.terminal.width import pad, wrap
from tests.align.comparisons import short
from tests.align.hostile import FORBIDDEN, TEXTS
from tests.align.report.renderings import terminal


@settings(max_examples=60)
@given(TEXTS.filter(str.strip), TEXTS.filter(str.strip), st.integers(60, 200))
def test_no_line_is_wider_than_the_console(source: str, target: str, width: int) -> None:
    """Whatever the texts hold, lines fit and no control character is left."""
    report = terminal(short(source=source, target=target), width, context=None)
    assert all(cell_len(line) <= width for line in report.split("\n"))
    assert not FORBIDDEN & set(report)


@settings(max_examples=100)
@given(TEXTS, st.integers(2, 30))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    """Lines fit and together hold all that is not white space."""
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(pad(line, width)) >= cell_len(line) for line in lines)


def test_wrapping_never_splits_a_cluster() -> None:
    """A family of three, a flag and an accent stay whole where the line has to break."""
    family, flag, accent, syllable = "👨‍👩‍👧", "🇫🇷", "e\u0301", "क्षि"
    for cluster in (family, flag, accent, syllable):
        lines = wrap(cluster * 5, 4)
        assert all(len(line) % len(cluster) == 0 for line in lines)
        assert "".join(lines) == cluster * 5


def test_wrapping_keeps_closing_marks_with_their_character() -> None:
    """No Chinese line begins with a full stop; French punctuation keeps its no-break space."""
    assert wrap("他说：“你好”。她笑。", 8) == ["他说：", "“你好”。", "她笑。"]
    assert wrap("Quoi\u00a0? Rien", 7) == ["Quoi\u00a0?", "Rien"]


def test_wrapping_is_linear_in_repeated_marks() -> None:
    """A hundred thousand brackets are no trap."""
    begin = time.process_time()
    wrap("(" * 100_000, 40)
    wrap("「" * 50_000 + "北" * 50_000, 40)
    assert time.process_time() - begin < 5

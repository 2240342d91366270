"""The pandas table of a comparison."""

from dataclasses import replace

from align.bitext import Alignment, Bead, Comparison, Coverage, Document, Fate, Segment, Span, Verdict
from align.report.frame import comparison_frame
from tests.align.comparisons import chinese
from tests.align.exchange.writings import written


def _document(name: str, *sentences: str) -> Document:
    text, segments = "", []
    for number, sentence in enumerate(sentences):
        segments.append(Segment(sentence, Span(len(text), len(text) + len(sentence)), number // 2))
        text += sentence + "\n"
    return Document(name, "en", text, tuple(segments))


def _comparison(source: Document, target: Document, *beads: tuple[Fate, Span, Span]) -> Comparison:
    alignment = Alignment(source, target, tuple(Bead(s, t, 0.5, 0.75) for _, s, t in beads), "signature")
    coverage = Coverage(0, 0, 0, 0)
    return Comparison(alignment, tuple(fate for fate, _, _ in beads), Verdict.SAME, coverage, coverage, ())


def test_frame_has_one_row_a_bead() -> None:
    """Texts of a bead are as read; a missing side is an empty text, a missing paragraph is missing."""
    source, target = _document("a", "One.", "Two.", "Three."), _document("b", "Un et deux.", "Quatre.")
    comparison = _comparison(
        source,
        target,
        (Fate.MERGED, Span(0, 2), Span(0, 1)),
        (Fate.DROPPED, Span(2, 3), Span(1, 1)),
        (Fate.ADDED, Span(3, 3), Span(1, 2)),
    )
    frame = comparison.to_frame()
    assert frame["fate"].tolist() == ["merged", "dropped", "added"]
    assert frame["shape"].tolist() == ["2-1", "1-0", "0-1"]
    assert frame["source_text"].tolist() == ["One.\nTwo.", "Three.", ""]
    assert frame["target_text"].tolist() == ["Un et deux.", "", "Quatre."]
    assert frame[["source_start", "source_stop"]].to_numpy().tolist() == [[0, 2], [2, 3], [3, 3]]
    assert frame["source_paragraph"].isna().tolist() == [False, False, True]
    assert frame["source_paragraph"].tolist()[:2] == [0, 1]
    assert not frame[["source_text", "target_text"]].isna().any(axis=None)


def test_frame_has_the_same_types_with_and_without_rows() -> None:
    """An empty comparison gives a table that can be put below any other."""
    one, empty = _document("a", "One."), _document("b")
    full = comparison_frame(_comparison(one, one, (Fate.KEPT, Span(0, 1), Span(0, 1))))
    none = comparison_frame(_comparison(empty, empty))
    assert none.empty
    assert none.dtypes.astype(str).to_dict() == full.dtypes.astype(str).to_dict()
    assert full.dtypes.astype(str)["source_text"] == "str"
    assert list(full) == [
        *["bead", "fate", "shape", "source_start", "source_stop", "target_start", "target_stop"],
        *["source_text", "target_text", "score", "probability", "source_paragraph", "target_paragraph"],
        "move",
        "continues",
    ]


def test_no_space_is_put_between_chinese_sentences() -> None:
    """The table and the tab-separated beads have the text of several sentences as it was read."""
    comparison = chinese()
    alignment = comparison.alignment
    split = replace(alignment, beads=(Bead(Span(0, 5), Span(0, 4), 1.0, 0.9),))
    frame = replace(comparison, alignment=split, fates=(Fate.KEPT,)).to_frame()
    assert frame["source_text"].tolist() == [alignment.source.text]
    assert frame["target_text"].tolist() == [alignment.target.text]
    assert alignment.target.text.startswith("灯笼街的茶馆在2024年因火灾停业，星期六重新开张。店主林女士")
    _, cells = written(split, "tsv")
    assert cells.split("\t")[-2:] == [text.text.replace("\n", "\\n") for text in (alignment.source, alignment.target)]

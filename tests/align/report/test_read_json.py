"""What `--json` wrote is read back as it was, and what it did not write is refused with its place."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf, isfinite
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Counterpart,
    Document,
    Element,
    Meta,
    Move,
    Role,
    Segment,
    Span,
    Structure,
)
from align.comparison import comparison_of
from align.errors import InputError
from align.report.as_json import Json, to_dict
from align.report.read_json import read_json
from tests.align.comparisons import bridge, chinese, from_right, orchard, short, two_articles
from tests.align.report.renderings import as_json

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
shares = st.floats(0, 1)
scores = st.floats(allow_nan=False)
_Claim = TypeVar("_Claim", Bead, Move)


@st.composite
def documents(draw: st.DrawFn, size: int) -> Document:
    """Make a document of so many segments, with any white space around them."""
    spaces = st.text(st.sampled_from(" \n\t\u3000\xa0\x85\u2028"), max_size=3)
    text, segments = "", []
    for number in range(size):
        text += draw(spaces)
        words = draw(texts.filter(str.strip))
        chars = Span(len(text), len(text) + len(words))
        segments.append(Segment(words, chars, number // 3, draw(st.sampled_from(Role))))
        text += words
    title, byline, date, encoding, digest = (draw(texts) for _ in range(5))
    warnings, verbatim, segmented = draw(st.lists(texts, max_size=2)), draw(st.booleans()), draw(st.booleans())
    meta = Meta(title, byline, date, encoding, digest, tuple(warnings), verbatim, segmented)
    place = draw(st.integers(0, len(text)))
    elements = st.builds(Element, st.sampled_from(Structure), st.just(Span(place, len(text))), texts)
    structure = draw(st.none() | st.lists(elements, max_size=2).map(tuple))
    return Document(draw(texts), draw(texts), text + draw(spaces), tuple(segments), meta, structure)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Make a comparison of two documents out of beads of any shape, null beads with a counterpart and moves."""
    shapes = draw(st.lists(st.sampled_from([(1, 1), (2, 1), (1, 3), (1, 0), (0, 1)]), max_size=8))
    source = draw(documents(sum(height for height, _ in shapes)))
    target = draw(documents(sum(breadth for _, breadth in shapes)))
    beads: list[Bead] = []
    row = column = 0
    for height, breadth in shapes:
        others = target if height else source
        closest = None
        if not (height and breadth) and others.segments and draw(st.booleans()):
            place = draw(st.integers(0, len(others.segments) - 1))
            closest = Counterpart(Span(place, place + 1), draw(scores))
        spans = Span(row, row + height), Span(column, column + breadth)
        beads.append(Bead(*spans, draw(scores), draw(shares), closest))
        row, column = row + height, column + breadth
    sources = [bead.source for bead in beads if not bead.target]
    targets = draw(st.permutations([bead.target for bead in beads if not bead.source]))
    pairs = list(zip(sources, targets, strict=False))[: draw(st.integers(0, 3))]
    moves = tuple(Move(one, two, draw(scores), draw(shares)) for one, two in pairs)
    return comparison_of(
        Alignment(
            source,
            target,
            tuple(beads),
            signature=draw(texts),
            version_probability=draw(shares),
            closeness=draw(st.floats(-1, 1)),
            warnings=tuple(draw(st.lists(texts, max_size=2))),
            moves=moves,
        )
    )


def rounded(comparison: Comparison) -> Comparison:
    """Return the comparison with its numbers as the report states them."""
    alignment = comparison.alignment
    beads = (
        replace(
            _rounded(bead),
            rejected=bead.rejected and replace(bead.rejected, score=_round(bead.rejected.score)),
        )
        for bead in alignment.beads
    )
    changed = replace(
        alignment,
        beads=tuple(beads),
        moves=tuple(map(_rounded, alignment.moves)),
        version_probability=_round(alignment.version_probability),
        closeness=_round(alignment.closeness),
    )
    findings = tuple(replace(finding, probability=_round(finding.probability)) for finding in comparison.findings)
    return replace(comparison, alignment=changed, findings=findings)


def _rounded(claim: _Claim) -> _Claim:
    return replace(claim, score=_round(claim.score), probability=_round(claim.probability))


def _round(number: float) -> float:
    return round(number, 4) if isfinite(number) else -inf


@given(comparisons())
def test_what_was_written_is_read_back(comparison: Comparison) -> None:
    """Every field, up to the rounding of numbers; what has been read is written as the same bytes."""
    text = as_json(comparison)
    found = read_json(io.StringIO(text))
    assert found == rounded(comparison)
    assert as_json(found) == text


@pytest.mark.parametrize("make", [bridge, chinese, from_right, orchard, two_articles, short])
def test_a_file_is_read_back(make: Callable[[], Comparison], tmp_path: Path) -> None:
    """In each script; a byte order mark in front changes nothing."""
    path = tmp_path / "comparison.json"
    for encoding in ("utf-8", "utf-8-sig"):
        path.write_text(as_json(make()), encoding=encoding)
        assert read_json(path) == rounded(make())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1:1: expected JSON, found: Expecting value"),
        ('{\n "schema_version": 6,\n "verdict" "same"}', ":3:12: expected JSON"),
        ("[]", "the whole: expected a value of type object, found []"),
        ("{}", "schema_version: expected 3, 4, 5 or 6, found None"),
        (
            '{"schema_version": 2}',
            "schema_version: expected 3, 4, 5 or 6, found 2; compare the documents again with --json",
        ),
        ('{"schema_version": 6}', "the whole: expected a key 'version', found none"),
        ('{"schema_version": NaN}', "expected numbers that JSON knows, found NaN"),
        ("[" * 100_000, "brackets that nest without end"),
    ],
)
def test_what_is_no_comparison_is_refused_in_one_line(text: str, message: str, tmp_path: Path) -> None:
    """The message begins with the file and says where in it."""
    path = tmp_path / "comparison.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_json(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_not_text_is_refused(tmp_path: Path) -> None:
    """The message names it."""
    with pytest.raises(InputError, match=r"nowhere\.json: expected a file to read, found: No such file"):
        read_json(tmp_path / "nowhere.json")
    (tmp_path / "latin.json").write_bytes(b'{"name": "caf\xe9"}')
    with pytest.raises(InputError, match=r"latin\.json: .*utf-8"):
        read_json(tmp_path / "latin.json")


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        (("verdict",), "equal", "verdict: expected one of same, near-parallel, related, unrelated, found 'equal'"),
        (("beads", 1, "source"), [3, 1], "beads[1]: expected 0 <= start <= stop, found start 3, stop 1"),
        (("beads", 1, "source"), [1], "beads[1].source: expected 2 items or more, found 1"),
        (("beads", 1, "source"), [0, 1, 2], "beads[1].source: expected 2 items or fewer, found 3"),
        (("beads", 1, "source", 0), True, "beads[1].source[0]: expected a value of type integer, found True"),
        (("beads", 1, "source", 0), -1, "beads[1].source[0]: expected a number from 0, found -1"),
        (("beads", 1, "probability"), 1.5, "beads[1].probability: expected a number up to 1, found 1.5"),
        (("beads", 1, "source"), [1, 2], "beads and moves: expected a bead from segments 2 and 2"),
        (("beads", 3, "rejected", "segments"), [0, 99], "beads[3].rejected: expected some of 4 segments"),
        (("source", "segments", 2, "text"), "She", "source: segments[2]: expected 33 characters"),
        (("source", "segments", 2, "before"), "", "source: tea.en.txt: the text at"),
        (("source", "after"), "and more", "source: tea.en.txt: text after character"),
        (("findings", 0, "bead"), 5, "findings[0]: expected one of 5 beads, found number 5"),
        (("findings", 0, "source"), [0, 9999], "findings[0]: expected source within"),
        (("findings", 0, "id"), "x", "findings[0].id: expected a string like ^[0-9a-f]{12}$, found 'x'"),
        (
            ("findings", 0, "evidence", 0, "text"),
            "Some of them had waited since five in the evening.",
            "findings[0]: evidence[0]: expected the text of the",
        ),
        (("findings", 0, "places", "source", "line"), 9, "findings[0]: expected the place {'line': 3, 'column': 38"),
        (("findings", 0, "evidence", 0, "place", "column"), 9, "findings[0]: evidence[0]: expected the place {"),
        (("findings", 0, "remark"), "", "findings[0]: expected no key but those of the schema, found 'remark'"),
    ],
)
def test_what_was_changed_by_hand_is_refused_with_its_place(
    place: tuple[str | int, ...], value: object, message: str
) -> None:
    """What the schema says is asked first, and then whether all parts fit each other."""
    found = comparison_of(chinese().alignment)
    data = json.loads(as_json(found))
    _put(data, place, value)
    with pytest.raises(InputError) as caught:
        read_json(io.StringIO(json.dumps(data)))
    assert message in str(caught.value)


@pytest.mark.parametrize("version", [3, 4, 5])
def test_a_comparison_of_a_version_before_is_read(version: int) -> None:
    """5 has no continuations, 4 no words and no reasons, 3 no lines and columns and nothing of how a text was read."""
    comparison = comparison_of(chinese().alignment)
    data = json.loads(as_json(comparison))
    data["schema_version"] = version
    del data["continuations"]
    if version == 5:
        assert read_json(io.StringIO(json.dumps(data))) == rounded(comparison)
        return
    del data["gravest"]
    for side in ("source", "target"):
        del data["coverage"][side]["words"], data["coverage"][side]["words_in_all"]
    for finding in data["findings"]:
        del finding["reasons"]
    if version < 4:
        _forget_places(data)
    older = rounded(comparison)
    older = replace(
        older,
        source_coverage=replace(older.source_coverage, words=0, words_in_all=0),
        target_coverage=replace(older.target_coverage, words=0, words_in_all=0),
        findings=tuple(replace(finding, reasons=()) for finding in older.findings),
    )
    assert read_json(io.StringIO(json.dumps(data))) == older
    data["findings"][0]["reasons"] = []
    with pytest.raises(InputError, match="expected no key but those of the schema, found 'reasons'"):
        read_json(io.StringIO(json.dumps(data)))


def _forget_places(data: Json) -> None:
    for side in ("source", "target"):
        del data[side]["verbatim"], data[side]["segmented"], data[side]["structure"]
    for finding in data["findings"]:
        del finding["places"]
        for evidence in finding["evidence"]:
            del evidence["place"]


def test_any_other_value_anywhere_is_read_or_refused() -> None:
    """Whatever a person or a program made of the file, there is no other error than the one that says where."""
    original = to_dict(comparison_of(chinese().alignment))
    odd: list[Any] = [None, -1, 10**400, 1e300, "x", [], {}, False]
    refused = 0
    for place in list(_places(original)):
        for value in odd:
            data = json.loads(json.dumps(original))
            _put(data, place, value)
            try:
                read_json(io.StringIO(json.dumps(data)))
            except InputError:
                refused += 1
    assert refused > 500


def _places(data: Any) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to each value in JSON."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (key,)
        yield from ((key, *rest) for rest in _places(value))


def _put(data: Json, place: tuple[str | int, ...], value: object) -> None:
    at: Any = data
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value

"""Differences planted in the user's own pair."""

import math
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from random import Random

import pytest

from align.bitext import (
    Alignment,
    Bead,
    Comparison,
    Coverage,
    Document,
    Fate,
    Finding,
    Segment,
    Severity,
    Span,
    Verdict,
)
from align.errors import InputError
from eval.near.plant import Plan, make_plan, new_texts, rebuild, source_order, target_order
from eval.near.selftest import KindScore, confident_beads, run_selftest, selftest_result, wilson_interval

NO_COVERAGE = Coverage(0, 0, 0, 0)


def make_document(count: int, *, language: str = "en", digits: str = "0123456789") -> Document:
    """Return a document of sentences that begin with their number, two to a paragraph."""
    segments, parts, end = [], [], 0
    for number in range(count):
        text = (
            f"w{chr(97 + number // 26)}{chr(97 + number % 26)} has "
            + "".join(digits[int(digit)] for digit in str(number + 10))
            + "."
        )
        if number:
            parts.append("\n\n" if number % 2 == 0 else " ")
            end += len(parts[-1])
        parts.append(text)
        segments.append(Segment(text, Span(end, end + len(text)), paragraph=number // 2))
        end += len(text)
    return Document("text", language, "".join(parts), tuple(segments))


def perfect(source: Document, target: Document, *, blind: bool = False, checks: bool = False) -> Comparison:
    """Compare by the first words of the sentences; `blind` is sure of no null bead, `checks` sees changed numbers."""
    beads: list[Bead] = []
    findings: list[Finding] = []
    first, second = ([segment.text.split()[0] for segment in side.segments] for side in (source, target))
    for same, i, i_stop, j, j_stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if same == "equal":
            for a, b in zip(range(i, i_stop), range(j, j_stop), strict=True):
                one, two = source.segments[a], target.segments[b]
                if checks and one.text != two.text:
                    findings.append(_changed(len(beads), one.chars, two.chars))
                beads.append(Bead(Span(a, a + 1), Span(b, b + 1), 1.0, 1.0))
            continue
        beads += [Bead(Span(a, a + 1), Span(j, j), 1.0, 1.0) for a in range(i, i_stop)]
        beads += [Bead(Span(i_stop, i_stop), Span(b, b + 1), 1.0, 1.0) for b in range(j, j_stop)]
    null = {"1-0": Fate.DROPPED, "0-1": Fate.ADDED, "1-1": Fate.KEPT}
    fates = [Fate.UNCERTAIN if blind and bead.shape != "1-1" else null[bead.shape] for bead in beads]
    alignment = Alignment(source, target, tuple(beads), "aligner fake")
    return Comparison(alignment, tuple(fates), Verdict.SAME, NO_COVERAGE, NO_COVERAGE, tuple(findings))


def perfect_but(fate: Fate, source: Document, target: Document) -> Comparison:
    """Compare as `perfect` does, and give another fate to what was added."""
    found = perfect(source, target)
    return replace(found, fates=tuple(fate if each is Fate.ADDED else each for each in found.fates))


def _changed(bead: int, source: Span, target: Span) -> Finding:
    return Finding(
        check="number",
        kind="changed",
        severity=Severity.HIGH,
        bead=bead,
        source=source,
        target=target,
        probability=1.0,
        message="it",
    )


def test_a_perfect_comparison_finds_all_but_numbers() -> None:
    """Omissions and additions are found; for numbers there is no check, and that is said."""
    test = run_selftest(make_document(40), make_document(40), rounds=4, compare=perfect)
    scores = {kind.kind: kind for kind in test.kinds}
    assert scores["omission"].recall == scores["addition"].recall == 1.0
    assert scores["omission"].planted == scores["addition"].planted == 12
    assert (scores["number"].found, scores["number"].note) == (0, "")
    assert scores["number"].planted > 0
    assert (scores["replaced"].recall, scores["replaced"].planted) == (1.0, 12)
    assert scores["move"].found == 0
    assert "reported as dropped and added" in scores["move"].note
    assert test.alarms == 0 < test.untouched


def test_a_blind_comparison_finds_nothing() -> None:
    """What is reported as uncertain is not found."""
    test = run_selftest(
        make_document(40),
        make_document(40),
        rounds=2,
        compare=lambda source, target: perfect(source, target, blind=True),
    )
    assert [kind.found for kind in test.kinds] == [0] * len(test.kinds)


def test_findings_of_a_number_check_count() -> None:
    """A finding of the check `number` on the sentence is a hit."""
    test = run_selftest(
        make_document(40),
        make_document(40),
        rounds=2,
        compare=lambda source, target: perfect(source, target, checks=True),
    )
    number = next(kind for kind in test.kinds if kind.kind == "number")
    assert number.recall == 1.0
    assert number.note == ""


def test_what_is_changed_inside_sentences_is_planted_by_kind() -> None:
    """Of each kind that the sentences have something of; what no finding tells is not found."""
    texts = [f"The mayor of Porto said on Tuesday that {k} boats did not sail." for k in range(100, 140)]
    text, segments, end = "\n\n".join(texts), [], 0
    for number, sentence in enumerate(texts):
        segments.append(Segment(sentence, Span(end, end + len(sentence)), paragraph=number))
        end += len(sentence) + 2
    document = Document("text", "en", text, tuple(segments))
    same = partial(perfect_but, Fate.KEPT)
    test = run_selftest(document, document, rounds=2, compare=same)
    scores = {kind.kind: kind for kind in test.kinds}
    assert {"weekday", "negation"} <= set(scores)
    assert scores["weekday"].planted == 2


def test_sentences_that_are_said_to_have_moved_count() -> None:
    """A fate of the target sentence is a hit; the same of an untouched sentence is a false alarm."""
    all_moved = partial(perfect_but, Fate.MOVED)
    test = run_selftest(make_document(40), make_document(40), rounds=2, compare=all_moved)
    scores = {kind.kind: kind for kind in test.kinds}
    assert scores["move"].recall == 1.0
    assert (scores["addition"].recall, test.alarms) == (0.0, 0)


def test_a_short_pair_is_refused() -> None:
    """With few confident beads there is nothing to measure with."""
    with pytest.raises(InputError, match="expected 8 sentences at least that surely correspond, found 5"):
        run_selftest(make_document(5), make_document(5), compare=perfect)


def test_the_result_has_a_row_for_each_kind() -> None:
    """Recall and interval stand beside what was planted."""
    source, target = make_document(20), make_document(20)
    result = selftest_result(run_selftest(source, target, rounds=1, compare=perfect), source, target)
    table = result.tables["selftest"]
    assert [row[0] for row in table.rows][:5] == ["omission", "addition", "move", "replaced", "number"]
    assert table.rows[0][3] == "1.000"


@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩"])
def test_a_changed_number_keeps_its_script(digits: str) -> None:
    """The first digit becomes the next one; 1 follows 9."""
    target = make_document(3, digits=digits)
    assert new_texts(target, Plan(numbers=[(0, 0)])) == {0: f"waa has {digits[2]}{digits[0]}."}


def test_no_bead_is_used_twice() -> None:
    """What one kind plants is left alone by the others."""
    document = make_document(60)
    plan = make_plan([(number, number) for number in range(60)], document, Random(3))
    used = [*plan.omitted, *plan.added, *plan.moved, *plan.numbers, *(bead for two in plan.replaced for bead in two)]
    assert len(plan.replaced) == len(plan.omitted) == len(plan.added)
    assert len(used) == len(plan.touched()) == len(set(used))


def test_a_replaced_sentence_has_another_one_in_its_place() -> None:
    """The source loses that of the donor, the target what is replaced: neither has both of one bead any more."""
    document = make_document(6)
    plan = Plan(replaced=[((1, 1), (4, 4))])
    assert source_order(document, plan) == [0, 1, 2, 3, 5]
    assert target_order(document, plan, [(number, number) for number in range(6)], Random(1)) == [0, 4, 2, 3, 5]


def test_what_keeps_a_replaced_sentence_has_not_found_it() -> None:
    """To call one side dropped is not enough, nor to call the pair kept."""
    keeps_places = partial(perfect_but, Fate.KEPT)
    test = run_selftest(make_document(40), make_document(40), rounds=2, compare=keeps_places)
    scores = {kind.kind: kind for kind in test.kinds}
    assert (scores["replaced"].found, scores["omission"].recall) == (0, 1.0)
    assert scores["replaced"].planted > 0


def test_moved_sentences_stand_elsewhere() -> None:
    """The run stays together and passes more sentences than it has."""
    document = make_document(20)
    plan = Plan(moved=[(4, 4), (5, 5)])
    order = target_order(document, plan, [(number, number) for number in range(20)], Random(1))
    place = order.index(4)
    assert order[place + 1] == 5
    assert sorted(order) == list(range(20))
    assert abs(place - 4) > 2


def test_a_rebuilt_document_keeps_paragraphs() -> None:
    """Segments of one paragraph stay on one line; the texts are those of the segments."""
    document = rebuild(make_document(4), [0, 1, 3], {3: "new."})
    assert document.text == "waa has 10. wab has 11.\n\nnew."
    assert [segment.paragraph for segment in document.segments] == [0, 0, 1]


def test_only_sure_single_sentences_are_the_truth() -> None:
    """Null beads and unsure ones are no ground to plant on."""
    document = make_document(3)
    beads = (
        Bead(Span(0, 1), Span(0, 1), 1.0, 0.95),
        Bead(Span(1, 2), Span(1, 2), 1.0, 0.5),
        Bead(Span(2, 3), Span(2, 2), 1.0, 1.0),
        Bead(Span(3, 3), Span(2, 3), 1.0, 1.0),
    )
    alignment = Alignment(document, document, beads, "fake")
    fates = (Fate.KEPT, Fate.KEPT, Fate.DROPPED, Fate.ADDED)
    assert confident_beads(Comparison(alignment, fates, Verdict.SAME, NO_COVERAGE, NO_COVERAGE, ())) == [(0, 0)]


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (15, 148, 0.062, 0.16)],
)
def test_the_interval_is_that_of_wilson(hits: int, total: int, low: float, high: float) -> None:
    """Known values; an interval never leaves 0 to 1."""
    assert wilson_interval(hits, total) == pytest.approx((low, high), abs=6e-4)


def test_nothing_planted_has_no_recall() -> None:
    """A text without numbers has no recall for them."""
    assert math.isnan(KindScore("number", 0, 0).recall)

"""Passages out of order: what the alignment, the comparison and the exchange formats say of them."""

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align import compare
from align.aligners import align_documents
from align.bitext import Alignment, Bead, Fate, Move, Span, Verdict
from align.documents import document_from_text
from align.passages import Passage, join_moves, moves_of_beads
from tests.align.aligners.test_default import ENGLISH, FRENCH
from tests.align.aligners.test_default import document as lines
from tests.align.comparisons import document, orchard
from tests.align.exchange.writings import written

REPORT = [
    [
        "The town of Velmar will turn off half of its street lamps after midnight from November.",
        "The council hopes to save 240,000 crowns a year.",
    ],
    [
        "Lamps at crossings and near the hospital will stay on.",
        "Residents can ask for a lamp to be kept lit by writing to the town hall.",
        "Each request will be answered within three weeks.",
    ],
    [
        "Velmar tried the measure in two districts last winter.",
        "The police counted no more burglaries there than in the year before.",
        "Three pedestrians fell on unlit pavements, one of whom broke an arm.",
    ],
    [
        "The astronomical society of the region welcomes the plan.",
        "Its chairwoman Ilse Korhonen said that children in Velmar had never seen the Milky Way.",
    ],
    ["A bakery owner fears that his staff will have to walk to work in the dark.", "He starts at two in the morning."],
    ["The council will review the decision in March."],
]
BERICHT = [
    [
        "Die Stadt Velmar schaltet ab November nach Mitternacht die Hälfte ihrer Straßenlaternen aus.",
        "Der Stadtrat hofft, damit 240.000 Kronen im Jahr zu sparen.",
    ],
    [
        "Im vergangenen Winter hat Velmar die Maßnahme in zwei Stadtteilen erprobt.",
        "Die Polizei zählte dort nicht mehr Einbrüche als im Jahr davor.",
        "Drei Fußgänger stürzten auf unbeleuchteten Gehwegen, einer von ihnen brach sich den Arm.",
    ],
    [
        "Die astronomische Gesellschaft der Region begrüßt den Plan.",
        "In Velmar hätten Kinder noch nie die Milchstraße gesehen, sagte ihre Vorsitzende Ilse Korhonen.",
    ],
    [
        "Ein Bäckermeister fürchtet, dass seine Angestellten im Dunkeln zur Arbeit gehen müssen.",
        "Er fängt um zwei Uhr morgens an.",
    ],
    [
        "An Kreuzungen und beim Krankenhaus bleiben die Laternen an.",
        "Wer möchte, dass eine Laterne weiter brennt, kann dies beim Rathaus schriftlich beantragen.",
        "Jeder Antrag soll innerhalb von drei Wochen beantwortet werden.",
    ],
    ["Im März will der Stadtrat die Entscheidung überprüfen."],
]


def spans(moves: tuple[Move, ...]) -> list[tuple[int, int, int, int]]:
    """Return moves as plain numbers."""
    return [(move.source.start, move.source.stop, move.target.start, move.target.stop) for move in moves]


def prose(paragraphs: list[list[str]]) -> str:
    """Return paragraphs as a text."""
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs)


def test_a_paragraph_that_moved_is_one_finding_on_both_sides() -> None:
    """Nothing of it is dropped or added, all of it is covered, and the finding covers it here and there."""
    source = document_from_text(prose(REPORT), name="report.txt", language="en")
    target = document_from_text(prose(BERICHT), name="bericht.txt", language="de")
    comparison = compare(source, target)
    assert spans(comparison.alignment.moves) == [(2, 3, 9, 10), (3, 4, 10, 11), (4, 5, 11, 12)]
    assert comparison.fates.count(Fate.MOVED) == 6
    assert not {Fate.DROPPED, Fate.ADDED, Fate.UNCERTAIN} & set(comparison.fates)
    assert comparison.source_coverage.share == comparison.target_coverage.share == 1.0
    assert comparison.verdict is Verdict.NEAR_PARALLEL
    (finding,) = comparison.findings
    assert (finding.check, finding.kind) == ("move", "moved")
    assert source.text[finding.source.start : finding.source.stop] == " ".join(REPORT[1])
    assert target.text[finding.target.start : finding.target.stop] == " ".join(BERICHT[4])
    assert comparison.alignment.beads[finding.bead].source.start == 2
    assert finding.probability == min(move.probability for move in comparison.alignment.moves) > 0.5


def test_moved_and_merged_sentences_are_one_move() -> None:
    """A move is n-m as a bead is."""
    joined = f"{FRENCH[1][:-1]}, et {FRENCH[2][0].lower()}{FRENCH[2][1:]}"
    moved = [FRENCH[0], *FRENCH[3:7], joined, FRENCH[7]]
    assert spans(align_documents(lines(ENGLISH, "en"), lines(moved, "fr")).moves) == [(1, 3, 5, 6)]


def test_of_two_passages_that_cross_the_shorter_one_moved() -> None:
    """Two sentences that pass five have moved, and not the five."""
    moved = [*FRENCH[2:7], *FRENCH[:2], FRENCH[7]]
    assert spans(align_documents(lines(ENGLISH, "en"), lines(moved, "fr")).moves) == [(0, 1, 5, 6), (1, 2, 6, 7)]


@pytest.mark.parametrize("taken", range(6))
@pytest.mark.parametrize("put", range(6))
def test_swapped_documents_give_the_mirror(taken: int, put: int) -> None:
    """Whichever paragraph moved wherever, the other way round the same segments correspond, in order or not."""
    paragraphs = ordered_as_the_report()
    paragraphs.insert(put, paragraphs.pop(taken))
    source = lines([sentence for paragraph in REPORT for sentence in paragraph], "en")
    target = lines([sentence for paragraph in paragraphs for sentence in paragraph], "de")
    there, back = align_documents(source, target), align_documents(target, source)
    assert pairs(there) == {(second, first) for first, second in pairs(back)}


def ordered_as_the_report() -> list[list[str]]:
    """Return the paragraphs of the German version in the order of the English one."""
    return [BERICHT[k] for k in (0, 4, 1, 2, 3, 5)]


def pairs(alignment: Alignment) -> set[tuple[Span, Span]]:
    """Return all that corresponds: which of two equal passages has moved may differ from the mirror."""
    beads = [(bead.source, bead.target) for bead in alignment.beads if bead.source and bead.target]
    return {*beads, *((move.source, move.target) for move in alignment.moves if move.probability >= 0.5)}


@settings(max_examples=15)
@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=12))
def test_a_text_against_itself_has_no_moves(sentences: list[str]) -> None:
    """Not even when its sentences are repeated."""
    itself = lines(sentences, "en")
    assert align_documents(itself, itself).moves == ()


def test_a_passage_that_moved_far_in_a_long_text_is_found() -> None:
    """Among a thousand sentences that either side has alone, four that stand elsewhere are still seen."""
    choice = random.Random(3)
    german = [word for paragraph in BERICHT for sentence in paragraph for word in sentence.split()]
    english = [word for paragraph in REPORT for sentence in paragraph for word in sentence.split()]
    letters = ["".join(choice.choices("bcdfgklmnprstvz", k=5)) for _ in range(200)]
    common = [" ".join(choice.choices(english, k=9)) for _ in range(240)]  # enough for versions of one text
    first = [" ".join(choice.choices(german, k=9)) for _ in range(900)]
    second = [" ".join(choice.choices(letters, k=9)) for _ in range(900)]
    passage = ENGLISH[:4]
    source = lines([*passage, *common[:120], *first, *common[120:]], "en")
    target = lines([*common[:120], *second, *common[120:], *passage], "en")
    moves = align_documents(source, target).moves
    likely = spans(tuple(move for move in moves if move.probability >= 0.5))
    assert {(k, k + 1, 1140 + k, 1141 + k) for k in range(4)} <= set(likely)


def test_a_phrase_that_is_everywhere_has_not_moved() -> None:
    """A sentence with several equal ones on the other side is no evidence."""
    refrain = "He said no more about it."
    source = lines([ENGLISH[0], refrain, *ENGLISH[1:4], ENGLISH[4]], "en")
    target = lines([*ENGLISH[:4], refrain, ENGLISH[4], refrain, ENGLISH[5], refrain], "en")
    assert all(move.probability < 0.5 for move in align_documents(source, target).moves)


def test_other_articles_have_no_moves() -> None:
    """Of documents that are no versions nothing is claimed."""
    source = document_from_text(prose(REPORT), language="en")
    assert align_documents(source, lines(FRENCH, "fr")).moves == ()


def alignment(*moves: Move) -> Alignment:
    """Return an alignment with the null beads 0 and 2 of the source and 1 and 2 of the target."""
    side = document("a", "en", [["One.", "Two.", "Three."]])
    ends = [(0, 1, 0, 0), (1, 2, 0, 1), (2, 3, 1, 1), (3, 3, 1, 2), (3, 3, 2, 3)]
    beads = tuple(Bead(Span(i, i_end), Span(j, j_end), 0.0, 0.9) for i, i_end, j, j_end in ends)
    return Alignment(side, side, beads, "sig", moves=moves)


@pytest.mark.parametrize(
    "moves",
    [
        [Move(Span(1, 2), Span(1, 2), 0.0, 0.9)],
        [Move(Span(0, 1), Span(0, 1), 0.0, 0.9)],
        [Move(Span(0, 2), Span(1, 2), 0.0, 0.9)],
        [Move(Span(0, 1), Span(1, 2), 0.0, 0.9), Move(Span(2, 3), Span(1, 3), 0.0, 0.9)],
    ],
    ids=["kept source", "kept target", "beyond the nulls", "taken twice"],
)
def test_a_move_takes_null_beads_that_no_other_takes(moves: list[Move]) -> None:
    """The ledger balances, or there is no alignment."""
    with pytest.raises(ValueError, match="expected a move of null beads that are in no other one"):
        alignment(*moves)


def test_moves_stand_in_the_order_of_the_source() -> None:
    """So that a passage is a run of moves."""
    first, second = Move(Span(0, 1), Span(1, 2), 0.0, 0.9), Move(Span(2, 3), Span(2, 3), 0.0, 0.9)
    assert moves_of_beads(alignment(first, second)) == {0: 0, 2: 1, 3: 0, 4: 1}
    with pytest.raises(ValueError, match="in the order of the source"):
        alignment(second, first)


def test_an_empty_side_is_no_move() -> None:
    """Nor is a probability beyond 1."""
    with pytest.raises(ValueError, match="expected segments on both sides"):
        Move(Span(0, 0), Span(1, 2), 0.0, 0.9)
    with pytest.raises(ValueError, match="probability from 0 to 1"):
        Move(Span(0, 1), Span(1, 2), 0.0, 1.1)


def test_moves_that_follow_each_other_on_both_sides_are_a_passage() -> None:
    """A sentence between them, on either side, parts them."""
    moves = [Move(Span(k, k + 1), Span(k + 5 + (k > 1), k + 6 + (k > 1)), 0.0, 0.9 - k / 10) for k in range(3)]
    assert join_moves(moves) == (Passage(Span(0, 2), Span(5, 7), 0.8), Passage(Span(2, 3), Span(8, 9), 0.7))


def test_formats_tell_which_beads_belong_to_a_move() -> None:
    """TSV and JSON lines give the number of the move, be it one row or its null beads; rungs have null beads only."""
    moved = orchard().alignment
    header, *rows = [line.split("\t") for line in written(moved, "tsv", in_order=True)]
    place = header.index("move")
    numbers = ["", "", "0", "1", "1", "", "", "", "", "", "0", "1"]
    assert [row[place] for row in rows] == numbers
    assert [row[place + 1] for row in rows] == [{"": "", "0": "0.9500", "1": "0.8600"}[number] for number in numbers]
    records = [json.loads(line)["move"] for line in written(moved, "jsonl", in_order=True)]
    assert ["" if record is None else str(record["number"]) for record in records] == numbers
    assert records[-1] == {"number": 1, "source": [8, 9], "target": [2, 4], "score": 1.8, "probability": 0.86}
    told = [json.loads(line) for line in written(moved, "jsonl")]
    whole = [(record["source"]["segments"], record["target"]["segments"]) for record in told if record["move"]]
    assert whole == [([7, 8], [1, 2]), ([8, 9], [2, 4])]
    assert [record["probability"] for record in told if record["move"]] == [0.95, 0.86]
    assert written(moved, "vecalign", in_order=True) == written(replace(moved, moves=()), "vecalign")
    assert len(written(moved, "hunalign")) == len(moved.beads)  # the last rung, and two null beads in one


def test_the_table_pairs_the_rows_of_a_move() -> None:
    """Both rows have its number, and rows without a move none."""
    frame = orchard().to_frame()
    assert frame.loc[frame["move"] == 1, "fate"].tolist() == ["moved"] * 3
    assert frame["move"].isna().sum() == 7

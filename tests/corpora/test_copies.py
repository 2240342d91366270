"""Copies, near copies, and splits without leaks."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from corpora.columns import make_columns
from corpora.dedup import find_repeated
from corpora.filters import LIMITS
from corpora.filters.sides import side_of
from corpora.folding import text_key_and_words
from corpora.ledger import Ledger, Part, score_boilerplate, take_stock
from corpora.overlap import Overlap
from corpora.recipe import Dedup, Splits
from corpora.rows import Row
from corpora.splits import assign_parts, count_leaks

SCORES = {name: limit.value for name, limit in LIMITS.items()}
LONG = "The committee said on Friday that the bridge over the estuary would stay closed until the middle of next spring"
LANG = "Le comité a dit vendredi que le pont sur l'estuaire resterait fermé jusqu'au milieu du printemps prochain"


def row(source: str, target: str, place: str = "a") -> Row:
    """Return a row that passes all filters."""
    return {
        "source": source,
        "target": target,
        "source_document": f"en/{place}",
        "target_document": f"fr/{place}",
        "scores": SCORES,
    }


def stock(*rows: Row, near: str = "both") -> Ledger:
    """Return the ledger of rows."""
    documents = [(row["source_document"], row["target_document"]) for row in rows]
    return take_stock([Part(make_columns(rows, range(len(rows))), documents)], LIMITS, near, rows=len(rows))


@pytest.mark.parametrize(
    ("sides", "gone"), [("both", [4]), ("source", [1, 4]), ("target", [2, 4]), ("either", [1, 2, 4]), ("off", [])]
)
def test_exact_copies(sides: str, gone: list[int]) -> None:
    """Letters and digits alone are compared, of the sides that are asked for; the first stays."""
    ledger = stock(row("A b.", "x"), row("a, B!", "y"), row("c", "X"), row("d", "z"), row("A b", "x."), near="off")
    found = find_repeated(ledger, Dedup(exact=sides, near="off"))
    assert np.flatnonzero(found["duplicate"]).tolist() == gone


@pytest.mark.parametrize(("sides", "gone"), [("both", [1]), ("source", [1, 2]), ("either", [1, 2]), ("target", [1])])
def test_near_copies(sides: str, gone: list[int]) -> None:
    """A word more is nearly the same; another target is not, where both sides count."""
    other = "Une tout autre phrase, dont personne ne sait ce qu'elle vient faire ici parmi les textes de ce petit essai"
    ledger = stock(row(LONG, LANG), row(f"{LONG}.", f"Or, {LANG}"), row(f"{LONG}!", other), near=sides)
    found = find_repeated(ledger, Dedup(exact="off", near=sides, similarity=0.8))
    assert np.flatnonzero(found["near-duplicate"]).tolist() == gone


def test_boilerplate_is_in_many_documents() -> None:
    """Of few documents nothing is claimed."""
    many = [row(f"Sentence {k}", f"Phrase {k}", str(k)) for k in range(20)]
    many += [row("Subscribe now", "Abonnez-vous", str(k)) for k in range(5)]
    ledger = stock(*many)
    scores = score_boilerplate(ledger, LIMITS["boilerplate"])
    assert scores[:20].max() == 0
    assert set(scores[20:]) == {0.25}
    assert np.flatnonzero(ledger.drops).tolist() == list(range(20, 25))
    assert score_boilerplate(stock(*many[:2], *many[20:23]), LIMITS["boilerplate"]).max() == 0


def test_splits_share_no_text_and_no_document() -> None:
    """A text of dev or test is not in train, whatever the document."""
    rows = [row(f"Sentence {k % 37} of {k % 11}", f"Phrase {k % 37} de {k % 11}", str(k // 4)) for k in range(400)]
    ledger = stock(*rows, near="off")
    parts = assign_parts(ledger, np.ones(len(rows), dtype=bool), Splits(dev=0.1, test=0.1))
    assert {0, 1, 2} <= set(parts.tolist())
    assert count_leaks(ledger, parts) == 0
    texts = [{rows[k]["source"] for k in np.flatnonzero(parts == part)} for part in range(3)]
    assert not texts[0] & texts[1] | texts[0] & texts[2] | texts[1] & texts[2]
    again = assign_parts(ledger, np.ones(len(rows), dtype=bool), Splits(dev=0.1, test=0.1))
    assert (parts == again).all()


def test_texts_near_those_of_a_test_set_are_held(tmp_path: Path) -> None:
    """On either side, whatever side they have in the test set; of short texts only the same ones are."""
    path = tmp_path / "test.tsv"
    path.write_text(f"Then {LONG}\tx\n{LANG} !\nOpen it now\n", encoding="utf-8")
    rows = (
        row(LONG, "y"),
        row("a", f"Or {LANG}"),
        row("b", LONG),
        row(LONG[:60], "z"),
        row("c", "open it NOW"),
        row("d", "e"),
    )
    columns = make_columns(rows, range(len(rows)))
    assert Overlap([path], similarity=0.8).held_by(columns).tolist() == [True, True, True, False, True, False]
    assert Overlap([path], similarity=None).held_by(columns).tolist() == [False] * 4 + [True, False]
    assert not Overlap([], similarity=0.8).held_by(columns).any()
    ledger = take_stock(
        [Part(columns, [("a", "b")] * len(rows))], LIMITS, "both", Overlap([path], similarity=0.8), rows=6
    )
    assert np.flatnonzero(find_repeated(ledger, Dedup())["overlap"]).tolist() == [0, 1, 2, 4]


def test_a_ledger_keeps_little_of_each_row() -> None:
    """Sketches of 256 bytes and some numbers: the columns of a part, more than twice as much, go when it is counted."""
    one = make_columns([row(LONG, LANG)], [0])
    parts = (Part(np.repeat(one, 1000), [(f"a{number}", f"b{number}")]) for number in range(20))
    tracemalloc.start()
    ledger = take_stock(parts, LIMITS, "both", rows=20_000)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(ledger.sources) == 20_000
    assert kept < 330 * 20_000
    assert peak < 450 * 20_000


@pytest.mark.parametrize(
    "text",
    [
        "The Straße, no. 2",
        "İstanbul ŉ ſ",
        "snake_case and _x_",
        "Café cafe\u0301",
        "l’été — 2º ½",
        "Привет, мир",
        "日本語の文",
        "",
    ],
)
def test_words_that_the_filters_found_give_the_same_key(text: str) -> None:
    """They are used only where folding would find the same ones."""
    side = side_of(text, "fr")
    assert text_key_and_words(text, side.words if side.is_latin else None) == text_key_and_words(text)

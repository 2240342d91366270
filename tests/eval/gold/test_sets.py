"""Reading alignment sets: what is there is kept, what is wrong is refused with its place."""

from pathlib import Path

import pytest

from align.errors import InputError, OptionError
from eval.gold.sets import GoldPair, pair_document, read_links, read_set, segment_ids, set_names
from tests.eval.pairs import GOLD, MISSING, SHARED

HEADER = "set\tdoc\tsrc_ext\ttgt_ext\tn_src\tn_tgt\tn_beads\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a gold folder with one set of one document."""
    (tmp_path / "toy").mkdir()
    (tmp_path / "MANIFEST.tsv").write_text(HEADER + "toy\tone\tde\tdesimple\t2\t3\t2\n", encoding="utf-8")
    (tmp_path / "toy/one.de").write_text("Eins.\nZwei.\u2028Noch zwei.\n", encoding="utf-8")
    (tmp_path / "toy/one.desimple").write_text("Eins.\nZwei.\nDrei.\n", encoding="utf-8")
    (tmp_path / "toy/one.gold").write_text("[1]:[0, 2]\n[0]:[1]\n", encoding="utf-8")
    return tmp_path


def test_crossings_and_gaps_are_kept(folder: Path) -> None:
    """The links are those of the file, in its order; a line separator inside a sentence cuts nothing."""
    (pair,) = read_set(folder, "toy")
    assert pair.links == (((1,), (0, 2)), ((0,), (1,)))
    assert pair.source == ("Eins.", "Zwei.\u2028Noch zwei.")
    assert (pair.name, pair.source_language, pair.target_language) == ("toy/one", "de", "de")


@pytest.mark.parametrize(
    ("lines", "place", "reason"),
    [
        ("[0]:[0]\n[6]:[1]\n", 2, "expected source ids below 6, found 6"),
        ("[0]:[5]\n", 1, "expected target ids below 5, found 5"),
        ("[]:[]\n", 1, "expected an id on one side at least"),
        ("[0]:[0]\n\n", 2, "expected a bead such as"),
        ("[0]:[0]:0.5\n", 1, "expected a bead such as"),
        ("0:0\n", 1, "expected a bead such as"),
        ("[-1]:[0]\n", 1, "expected a bead such as"),
        ("[0]:[0]\r\n", 1, "expected a bead such as"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(tmp_path: Path, lines: str, place: int, reason: str) -> None:
    """File, line, what was expected and what was found."""
    path = tmp_path / "x.gold"
    path.write_bytes(lines.encode())
    with pytest.raises(InputError) as caught:
        read_links(path, source_count=6, target_count=5)
    assert str(caught.value).startswith(f"{path}:{place}: ")
    assert reason in str(caught.value)


def test_links_are_read(tmp_path: Path) -> None:
    """Null beads on both sides, one id and many."""
    path = tmp_path / "x.gold"
    path.write_text("[0]:[0]\n[1, 2]:[1]\n[3]:[]\n[4]:[2,3]\n[5]:[]\n[]:[4]\n", encoding="utf-8")
    assert read_links(path, source_count=6, target_count=5) == GOLD


def test_ids_in_several_beads_are_kept_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Gold of the field has them; once for a file, with the first place."""
    path = tmp_path / "x.gold"
    path.write_text("[0]:[0]\n[2, 1]:[1, 1]\n[0]:[]\n[3]:[0]\n", encoding="utf-8")
    links = read_links(path, source_count=6, target_count=5)
    assert links == (((0,), (0,)), ((2, 1), (1,)), ((0,), ()), ((3,), (0,)))
    told = "ids are in several beads, 2 times, such as source id 0 on lines 1 and 3; all are kept"
    assert [record.getMessage() for record in caplog.records] == [f"{path}: {told}"]


def test_a_byte_that_is_not_utf8_is_refused_with_its_line(folder: Path) -> None:
    """The second line of the source is in Latin-1."""
    (folder / "toy/one.de").write_bytes(b"Eins.\nGr\xfcn.\n")
    with pytest.raises(InputError, match=r"one\.de:2: expected UTF-8, found byte 0xfc"):
        read_set(folder, "toy")


def test_a_file_that_is_not_as_the_manifest_says_is_refused(folder: Path) -> None:
    """One sentence too many."""
    (folder / "toy/one.de").write_text("Eins.\nZwei.\nDrei.\n", encoding="utf-8")
    with pytest.raises(InputError, match="expected 2 sentences by the manifest, found 3"):
        read_set(folder, "toy")


def test_a_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    """As is a manifest with other columns."""
    with pytest.raises(InputError, match=r"MANIFEST\.tsv: expected a readable file, found: No such file"):
        set_names(tmp_path)
    (tmp_path / "MANIFEST.tsv").write_text("name\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"MANIFEST\.tsv:1: expected the columns"):
        set_names(tmp_path)


def test_an_unknown_set_is_refused_with_those_there_are(folder: Path) -> None:
    """So that a typing error is seen."""
    with pytest.raises(OptionError, match="expected a set among toy, found 'toys'"):
        read_set(folder, "toys")


def test_a_pair_refuses_links_to_sentences_that_it_has_not() -> None:
    """Made in code, without a reader."""
    with pytest.raises(ValueError, match="expected ids from 0 to 0"):
        GoldPair("x", "de", "en", ("a",), ("b",), (((1,), (0,)),))


def test_a_document_has_a_segment_for_each_sentence_that_is_not_blank() -> None:
    """And the ids lead back to the sentences."""
    pair = GoldPair("x", "de", "en", ("Eins.", " ", "", "Vier. "), ("One.",), ())
    document = pair_document(pair, "source")
    assert [segment.text for segment in document.segments] == ["Eins.", "Vier. "]
    assert segment_ids(pair, "source") == (0, 3)
    assert (document.language, pair_document(pair, "target").language) == ("de", "en")


@pytest.mark.skipif(not SHARED.is_dir(), reason=MISSING)
def test_every_shared_set_can_be_read() -> None:
    """With a document for both sides of every pair."""
    for name in set_names(SHARED):
        for pair in read_set(SHARED, name):
            assert len(pair_document(pair, "source").segments) == len(segment_ids(pair, "source"))
            assert len(pair_document(pair, "target").segments) == len(segment_ids(pair, "target"))

"""Scoring sets, and the command that scores everything."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.errors import OptionError
from eval.cli import app
from eval.gold.sets import GoldPair
from eval.metrics.accuracy import accuracy_result
from eval.metrics.score import FEW, Scores, digest_pairs, score_folder, score_set
from eval.system import Prediction, align_pair
from tests.eval.gold.test_labels import LABELS, RATED, write
from tests.eval.pairs import GOLD, TEST, make_pair

SOURCE = "Der Zug hält in Bern.\nDie Brücke ist aus Holz.\nAm Abend regnet es.\n"
TARGET = "The train stops in Bern.\nThe bridge is made of wood.\nIt rains in the evening.\n"


def found_by_hand(pair: GoldPair) -> Prediction:
    """Return the prediction whose counts are known."""
    return Prediction(TEST, (0.9,) * len(TEST), seconds=0.5, signature="by hand")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a gold folder with a little of everything."""
    (tmp_path / "MANIFEST.tsv").write_text(
        "set\tdoc\tsrc_ext\ttgt_ext\tn_src\tn_tgt\ntoy\tone\tde\ten\t3\t3\n", encoding="utf-8"
    )
    for name in ("toy", "flores200_dev", "omission"):
        (tmp_path / name).mkdir()
    (tmp_path / "toy/one.de").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "toy/one.en").write_text(TARGET, encoding="utf-8")
    (tmp_path / "toy/one.gold").write_text("[0]:[0]\n[1]:[1]\n[2]:[2]\n", encoding="utf-8")
    lines = "".join(f"{a}\t{b}\n" for a, b in zip(TARGET.splitlines(), SOURCE.splitlines(), strict=True))
    (tmp_path / "flores200_dev/f.en-de.tsv.gz").write_bytes(gzip.compress(lines.encode()))
    write(tmp_path / "omission/toy_rsd.jsonl", LABELS)
    write(tmp_path / "omission/toy.jsonl", RATED)
    return tmp_path


def test_a_set_of_few_documents_is_resampled_by_blocks() -> None:
    """45 beads make 2 blocks of 20; the counts are those of the whole."""
    links = tuple(((number,), (number,)) for number in range(45))
    pair = make_pair(links, source=45, target=45)
    score = score_set("toy", [pair, make_pair()], lambda pair: Prediction(pair.links))
    assert (len(score.units), score.unit) == (2 + 1, "blocks of 20 beads")
    assert score.rate("strict") == (1.0, 1.0, 1.0)


def test_a_set_of_many_documents_is_resampled_by_documents() -> None:
    """Time and reliability add up: 6 beads and half a second a document."""
    seen: list[str] = []
    score = score_set("toy", [make_pair()] * FEW, found_by_hand, report=seen.append)
    assert (len(score.units), score.unit, score.seconds) == (FEW, "documents", FEW / 2)
    assert int((score.beads + score.nulls).counts.sum()) == 6 * FEW
    assert seen == ["hand/one"] * FEW
    assert score.rate("null") == pytest.approx((1 / 2, 1 / 3, 2 / 5))


def test_the_digest_changes_with_sentences_and_links() -> None:
    """And not by itself."""
    assert digest_pairs([make_pair()]) == digest_pairs([make_pair()])
    assert digest_pairs([make_pair()]) != digest_pairs([make_pair(TEST)])
    assert digest_pairs([make_pair()]) != digest_pairs([make_pair(target=6)])


def test_the_result_has_the_numbers_of_the_scores() -> None:
    """Strict 3/6 and 2/3 with F1 4/7, lax F1 4/5, null F1 2/5, link F1 4/5; of 6 beads at 0.9 three are right."""
    score = score_set("toy", [make_pair()], found_by_hand)
    result = accuracy_result(Scores((score,), {}, (), (), "e", "d"))
    assert result.tables["accuracy"].rows == (
        ("toy", "1", "0.500", "0.667", "0.571", "– to –", "0.800", "0.400", "0.800", "0.400", "0.50"),
    )
    assert result.signature == "by hand"
    body = result.body["sets"][0]
    assert body["metrics"]["null"]["counts"] == [1, 2, 1, 3]
    assert body["calibration"]["nulls"]["error"] == pytest.approx(0.4)


def test_a_prediction_has_a_probability_for_every_link_or_none() -> None:
    """Anything else is a mistake in the system under test."""
    with pytest.raises(ValueError, match="expected 6 probabilities, found 1"):
        Prediction(GOLD, (1.0,))


def test_our_aligner_covers_every_sentence_once_blank_ones_too() -> None:
    """Null beads are one per sentence."""
    source, target = (*SOURCE.splitlines(), ""), (" ", *TARGET.splitlines())
    found = align_pair(GoldPair("x", "de", "en", source, target, ()))
    assert sorted(number for link in found.links for number in link[0]) == [0, 1, 2, 3]
    assert sorted(number for link in found.links for number in link[1]) == [0, 1, 2, 3]
    assert {((3,), ()), ((), (0,))} <= set(found.links)
    assert all(len(link[0]) + len(link[1]) == 1 for link in found.links if not all(link))
    assert len(found.probabilities) == len(found.links)
    assert "aligner" in found.signature


def test_a_pair_with_an_empty_side_is_all_null() -> None:
    """Nothing is aligned with nothing."""
    assert align_pair(GoldPair("x", "de", "en", ("Eins.",), (), ())).links == (((0,), ()),)


def test_the_command_scores_everything_and_keeps_it(folder: Path, tmp_path: Path) -> None:
    """JSON on stdout, progress on stderr, files where they are asked for."""
    found = CliRunner().invoke(app, ["score", "--gold", str(folder), "--json", "--output", str(tmp_path / "out")])
    assert found.exit_code == 0, found.output
    data = json.loads(found.stdout)
    assert data["body"]["sets"][0]["metrics"]["strict"]["counts"][3] == 3
    assert set(data["body"]["retrieval"]) == {"de"}
    assert data["body"]["marks"] == {"toy_rsd": {"pairs": 1, "tokens": 4}, "toy": {"pairs": 1, "marks": 2}}
    assert data["data"]
    assert "encoder" in data["signature"]
    assert "toy" in found.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["accuracy.json", "accuracy.md"]


@pytest.mark.parametrize(("option", "start"), [("--markdown", "### Alignment sets"), ("--gold", "Alignment sets")])
def test_the_command_prints_for_people_and_for_pages(folder: Path, option: str, start: str) -> None:
    """A named set is scored alone."""
    command = ["score", "toy", "--gold", str(folder), *([option] if option == "--markdown" else [])]
    found = CliRunner().invoke(app, command)
    assert found.exit_code == 0, found.output
    assert found.stdout.startswith(start)
    assert "Retrieval" not in found.stdout


def test_an_unknown_set_is_refused(folder: Path) -> None:
    """Before anything is loaded."""
    with pytest.raises(OptionError, match="expected a set among toy"):
        score_folder(folder, ["toys"])

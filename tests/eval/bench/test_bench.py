"""Speed and memory."""

import json
import subprocess
import sys

import pytest

from eval.bench import job, memory
from eval.bench.corpus import measure_rows
from eval.bench.measure import Bench, Start, bench_result, measure_load, run_job
from eval.bench.synthetic import make_pair, seed_sentences
from eval.others.compare import OURS

SENTENCES = (("It cost 1,500 euros.", "Cela a coûté 1 500 euros."), ("Nobody was hurt.", "Il n'y a pas de blessés."))


def test_synthetic_documents_have_their_size_and_truth() -> None:
    """The links cover both sides; the same seed gives the same pair."""
    pair = make_pair(SENTENCES, 300)
    assert 300 <= len(pair.source) <= 301
    assert abs(len(pair.target) - 300) < 40
    assert sorted(i for link in pair.links for i in link[0]) == list(range(len(pair.source)))
    assert sorted(j for link in pair.links for j in link[1]) == list(range(len(pair.target)))
    assert pair == make_pair(SENTENCES, 300)
    assert pair.source != make_pair(SENTENCES, 300, seed=1).source[: len(pair.source)]


def test_synthetic_targets_may_be_longer() -> None:
    """A share of the sentences is two in the target, and the links say so."""
    pair = make_pair(SENTENCES, 300, split=0.5)
    assert len(pair.target) > 1.3 * len(pair.source)
    assert sorted(j for link in pair.links for j in link[1]) == list(range(len(pair.target)))
    assert max(len(link[1]) for link in pair.links) == 2


def test_synthetic_sentences_share_names_and_numbers() -> None:
    """Both sides of a sentence carry the same new name and number."""
    pair = make_pair(SENTENCES[:1], 50)
    for source, target in pair.links:
        if len(source) == len(target) == 1:
            first, second = pair.source[source[0]], pair.target[target[0]]
            assert first.split(":")[0] == second.split(":")[0]
            number = first.split("cost ")[1].split()[0]
            assert number.isdecimal()
            assert f" {number} " in second


def test_the_sample_articles_give_sentences() -> None:
    """There are dozens of English sentences with their French ones."""
    sentences = seed_sentences()
    assert len(sentences) > 30
    assert all(source and target for source, target in sentences)


def test_made_up_pairs_are_judged() -> None:
    """Some are copies, and some nearly; what is measured is told."""
    numbers = measure_rows(400)
    assert numbers["rows"] == 400
    assert 250 < numbers["kept"] < 390
    assert numbers["peak"] > 10
    assert numbers["per_cpu_second"] > 0


def test_memory_is_told() -> None:
    """This process has used some, and one that it started has."""
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    assert memory.peak_memory() > 10
    assert memory.peak_memory_of_children() > 5


def test_a_measurement_is_a_process() -> None:
    """Size, seconds and memory come back as numbers."""
    numbers = run_job("align", "length", "40")
    assert numbers["sentences"] == 40
    assert numbers["seconds"] > 0
    assert numbers["peak"] >= numbers["before"] > 10


def test_loading_is_timed_step_by_step() -> None:
    """How long it takes is for `eval bench` to tell: a busy machine takes twice as long."""
    numbers = measure_load(times=1)
    assert {"import", "load", "encode"} <= set(numbers)
    assert all(seconds > 0.0 for seconds in numbers.values())


def test_many_pairs_are_counted() -> None:
    """Pairs a second follow from pairs and seconds."""
    numbers = job.measure_many("length", 2)
    assert numbers["per_second"] == pytest.approx(2 / numbers["seconds"])


def test_the_result_has_ratios(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times of others are given as multiples of ours, by size."""
    monkeypatch.setattr("eval.bench.measure.load_encoder", lambda: type("Fake", (), {"signature": "toy-1"}))
    ours = {"sentences": 40.0, "target": 41.0, "seconds": 0.5, "before": 90.0, "peak": 100.0}
    theirs = {"sentences": 40.0, "target": 41.0, "seconds": 2.0, "before": 90.0, "peak": 120.0}
    many = {"pairs": 2.0, "seconds": 1.0, "per_second": 2.0}
    bench = Bench(
        {"import": 0.009, "load": 0.0015, "encode": 0.13},
        {"sentences": 10.0, "seconds": 1.0, "per_second": 10.0},
        {OURS: (ours,), "length": (theirs,)},
        {OURS: many, "length": many},
        (Start("versalign --help", 1.0, 0.25),),
        {"hunalign": "a program hunalign on PATH"},
        {"beads": 9, "first": 1.2, "empty": 1.0, "opening": 0.5, "checked": 4.04, "key": 21.4, "correct": 99.5}
        | {"memory": 70.2, "checks": 220.4, "made": 6.5, "memory_making": 71.0, "making": 380.0},
    )
    result = bench_result(bench)
    rows = result.tables["bench"].rows
    assert rows == (
        ("40", "41", OURS, "0.500", "1.0", "90", "100"),
        ("40", "41", "length", "2.000", "4.0", "90", "120"),
    )
    assert result.tables["bench-start"].rows == (("versalign --help", "1.00", "0.25"),)
    assert [row[1] for row in result.tables["bench-load"].rows] == ["9", "2", "130"]
    found = [row[1] for row in result.tables["bench-review"].rows]
    assert found == ["9", "1.20", "1.00", "1.20", "0.50", "4.04", "21", "100", "70", "220", "291", "6.50", "71", "380"]
    assert "numba" in result.signature
    assert json.dumps(result.body)

"""Runs over inputs that nobody would write keep every promise; and the judge sees what breaks one."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from eval.fuzz.cases import make_case
from eval.fuzz.judge import MOST_SECONDS, Run, faults_of

COUNT = 500
QUIET = Run(("diff", "a.txt", "b.txt"), 0, b"fine\n", b"", 0.1, 0, ())
PLANTED = "import os, sys, align.cli; align.cli.main = {}; from eval.fuzz.__main__ import main; sys.exit(main())"


def fuzzing(*arguments: str, planted: str = "") -> subprocess.Popen[str]:
    """Start the fuzzer in a process of its own, as it forks others and lends them its streams."""
    start = ["-c", PLANTED.format(planted)] if planted else ["-m", "eval.fuzz"]
    return subprocess.Popen([sys.executable, *start, *arguments], stdout=subprocess.PIPE, text=True)


def test_no_promise_is_broken() -> None:
    """The same few cases every time, in two processes; the command runs thousands (docs/reliability.md)."""
    half = str(COUNT // 2)
    with (
        fuzzing("--count", half, "--seed", "15") as one,
        fuzzing("--count", half, "--first", half, "--seed", "15") as other,
    ):
        told = [process.communicate(timeout=900)[0] for process in (one, other)]
    for text in told:
        assert f"{half} cases, 0 faults" in text, text[-3000:]
    assert one.returncode == other.returncode == 0


def test_a_case_is_the_same_again() -> None:
    """By seed and number, so that one alone can be repeated."""
    assert [make_case(7, number) for number in range(40)] == [make_case(7, number) for number in range(40)]
    assert make_case(7, 3) != make_case(8, 3)


@pytest.mark.parametrize("harm", ["os.abort", "lambda: os._exit(0)"])
def test_a_crash_is_one_fault_and_the_rest_goes_on(harm: str) -> None:
    """It is told with the command that repeats it; the next case runs in another process."""
    with fuzzing("--count", "2", "--seed", "1", planted=harm) as process:
        told, _ = process.communicate(timeout=900)
    assert process.returncode == 1
    assert re.findall(r"--seed 1 --only (\d)", told) == ["0", "1"]
    assert told.count("died with status") == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": 70}, "exit code 70"),
        ({"code": -11}, "exit code -11"),
        ({"code": 2}, "without a word"),
        ({"seconds": MOST_SECONDS + 1}, r"11\.0 s"),
        ({"memory": 3 << 20}, "3072 MB"),
        ({"err": b"Traceback (most recent call last):\nKeyError: 'a'\n"}, "traceback: KeyError: 'a'"),
        ({"err": b"WARNING: something\n"}, "foreign line on stderr"),
        ({"err": b"versalign: \x1b[31m\n"}, "raw .* in stderr"),
        ({"out": "a\u202eb".encode()}, "raw .* in stdout"),
        ({"out": b"\x1b[31mred\x1b[0m"}, "raw .* in stdout"),
        ({"out": b"a\t=1+1\n", "step": ("align", "--format", "tsv")}, "formula in stdout"),
        ({"out": "x\t\u200b＝1".encode(), "step": ("align", "--format", "tsv")}, "formula|raw"),
    ],
)
def test_the_judge_sees_what_breaks_a_promise(change: dict[str, object], reason: str) -> None:
    """Each kind by itself."""
    assert faults_of(QUIET) == []
    assert any(re.search(reason, fault) for fault in faults_of(replace(QUIET, **change)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("segments", "beads", "reason"),
    [
        ([("", "One.", 0)], [(0, 1)], ""),
        ([("", "One.", 1)], [(0, 1)], "characters lost"),
        ([("x", "One.", 1)], [(0, 1)], "characters lost"),
        ([("", "One.", 0)], [(0, 1), (0, 1)], "do not cover"),
        ([("", "One.", 0)], [], "do not cover"),
    ],
)
def test_the_judge_counts_the_ledger(
    segments: list[tuple[str, str, int]], beads: list[tuple[int, int]], reason: str
) -> None:
    """Characters and segments, each exactly once."""
    told = [{"before": before, "text": text, "chars": [start, start + len(text)]} for before, text, start in segments]
    document = {"segments": told, "after": "\n"}
    report = {"source": document, "target": document, "beads": [{"source": [*b], "target": [*b]} for b in beads]}
    found = faults_of(replace(QUIET, step=("diff", "--json"), out=json.dumps(report).encode()))
    assert bool(found) == bool(reason)
    assert all(reason in fault for fault in found)


def test_a_file_that_a_run_wrote_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables have no formulas, and nothing that is text hides anything."""
    monkeypatch.chdir(tmp_path)
    for name, data in (("a.tsv", b"b\t@SUM(A1)"), ("b.jsonl", b'"\x7f"'), ("c.tmx", b"\xff")):
        Path(name).write_bytes(data)
        assert faults_of(replace(QUIET, written=(Path(name),)))
    for name in ("a.npy", "a.parquet", "a.safetensors", "a.model"):
        Path(name).write_bytes(b"\xff\x7f")
        assert faults_of(replace(QUIET, written=(Path(name),))) == []

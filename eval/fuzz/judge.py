"""What has to hold of every run, whatever it was given."""

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from align.ledger import is_blank
from eval.fuzz.cases import Step

MOST_SECONDS = 10.0  # of the processor, in one run
MOST_MEMORY = 1 << 20  # KB that one run may add
CODES = frozenset({0, 1, 2})
# Ours, or progress: what people see on standard error.
_KNOWN_LINE = re.compile(
    r"versalign: |wrote \S|written: |\d+ of \d+ pairs |\d+ pairs, \d+ documents without partner|[\w ]+: \d+ of \d+ "
    r"shards, |read \S+|pass \d+ of \d+, batch|.*: not there, so only the sample articles count|$"
)
_PLACE = re.compile(r'File ".*/((?:align|corpora|eval)/.*)", line (\d+)')
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# Controls, bidirectional marks, invisible characters that hide text, halves of characters.
_RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_AS_READ = frozenset({"gold", "config"})  # folders: gold is data, one sentence a line, as its texts were
_BINARY = (b"SQLite", b"PAR1", b"\x1f\x8b", b"\xfd7zXZ", b"\x93NUMPY")
_NO_TEXT = frozenset({".model", ".npy", ".parquet", ".safetensors"})
_TABLES = frozenset({".tsv", ".csv"})
_FORMULA = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff\xad]*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?[0-9.]+(e-?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command did.

    Attributes:
        step: its arguments.
        code: how it ended.
        out: what it wrote to standard output.
        err: the same of standard error.
        seconds: of the processor.
        memory: KB that it added to what the process had used at most.
        written: the files that are new or other than before it.
    """

    step: Step
    code: int
    out: bytes
    err: bytes
    seconds: float
    memory: int
    written: tuple[Path, ...]


def faults_of(run: Run) -> list[str]:
    """Return what is wrong with a run."""
    found = []
    if run.code not in CODES:
        found.append(f"exit code {run.code}")
    if run.seconds > MOST_SECONDS:
        found.append(f"{run.seconds:.1f} s")
    if run.memory > MOST_MEMORY:
        found.append(f"{run.memory >> 10} MB")
    err = run.err.decode("utf-8", "surrogateescape")
    if "Traceback" in err:
        found.append(f"traceback: {err.strip().splitlines()[-1][:200]} ({_place(err)})")
    else:
        foreign = [line for line in err.split("\n") if not _KNOWN_LINE.match(line)]
        found += [f"foreign line on stderr: {line[:120]!a}" for line in foreign[:1]]
    if run.code == 2 and not err.strip():
        found.append("exit code 2 without a word")
    colours = "always" in run.step
    found += _raw(_COLOURS.sub("", err) if colours else err, "stderr")
    out = "" if run.out.startswith(_BINARY) else run.out.decode("utf-8", "surrogateescape")
    found += _raw(_COLOURS.sub("", out) if colours else out, "stdout")
    if "tsv" in run.step and run.step[0] == "align":
        found += _formulas(out, "stdout")
    if run.step[:2] != ("eval", "readme"):  # it fills tables into a text of one's own, which may hold anything
        found += [fault for path in run.written for fault in _of_file(path)]
    if run.code in (0, 1) and run.step[:1] == ("diff",) and ("--json" in run.step or "json" in run.step):
        found += _unbalanced(out)
    return found


def _place(err: str) -> str:
    """Return the last of our lines in a traceback."""
    return ":".join((_PLACE.findall(err) or [("?",)])[-1])


def mirror_faults(runs: list[Run]) -> list[str]:
    """Return what differs between two reports of the same comparison from its two sides."""
    one, other = (json.loads(run.out) for run in runs)
    swapped = {"dropped": "added", "added": "dropped", "merged": "split", "split": "merged"}
    beads = {(*bead["source"], *bead["target"], bead["fate"]) for bead in one["beads"] if _is_full(bead)}
    back = {
        (*bead["target"], *bead["source"], swapped.get(bead["fate"], bead["fate"]))
        for bead in other["beads"]
        if _is_full(bead)
    }
    found = [f"no mirror: {sorted(beads ^ back)[:2]}"] if beads != back else []
    # What was lost is told sooner than what was gained, and the same are those versions of which nothing is told.
    verdicts = {one["verdict"], other["verdict"]}
    findings = one["findings"] or other["findings"]
    if len(verdicts) > 1 and not (findings and verdicts == {"same", "near-parallel"}):
        found.append(f"no mirror: {one['verdict']} and {other['verdict']}")
    return found


def _is_full(bead: dict[str, Any]) -> bool:
    """Return whether a bead has two sides; where the others stand is not the same from both sides."""
    return all(bead[side][0] < bead[side][1] for side in ("source", "target"))


def _of_file(path: Path) -> list[str]:
    """Return what is wrong with a file that a run wrote; those that are no text are passed over."""
    data, name = path.read_bytes(), path.name
    if data.startswith(_BINARY) or path.suffix in _NO_TEXT:
        return []
    if path.suffix.startswith(".versalign-") or name.endswith(("-wal", "-shm")):
        return []
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return [f"{name} is no UTF-8"]
    found = [] if path.parts[0] in _AS_READ else _raw(text, name)
    return found + _formulas(text, name) if path.suffix in _TABLES else found


def _raw(text: str, where: str) -> list[str]:
    met = _RAW.search(text)
    return [f"raw {met[0]!a} in {where}: {text[max(0, met.start() - 30) : met.end() + 10]!a}"] if met else []


def _formulas(text: str, where: str) -> list[str]:
    for row in text.split("\n"):
        for cell in row.split("\t"):
            if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
                return [f"formula in {where}: {cell[:60]!a}"]
    return []


def _unbalanced(out: str) -> list[str]:
    """Return what is wrong with the ledger of a report in JSON: every character and every segment exactly once."""
    report = json.loads(out)
    found = []
    for side in ("source", "target"):
        document, place = report[side], 0
        for segment in document["segments"]:
            place += len(segment["before"])
            if not is_blank(segment["before"]) or segment["chars"] != [place, place + len(segment["text"])]:
                found.append(f"{side}: characters lost at {segment['chars']}")
            place += len(segment["text"])
        if not is_blank(document["after"]):
            found.append(f"{side}: {document['after'].strip()[:20]!a} is in no segment")
        spans = [[0, 0], *(bead[side] for bead in report["beads"])]
        if any(before[1] != after[0] for before, after in pairwise(spans)) or spans[-1][1] != len(document["segments"]):
            found.append(f"{side}: the beads do not cover the segments once")
    return found[:2]

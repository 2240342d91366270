"""Every output against every text of the attack table: what comes out is plain to see, drives nothing, runs nowhere."""

import io
import json
import logging
import warnings
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.bitext import Alignment, Bead, Comparison, Document, Evidence, Meta, Segment, Span, Verdict
from align.command.chatter import own_lines
from align.command.exits import exit_code
from align.command.many import Pair, align_many
from align.comparison import comparison_of
from align.errors import InputError
from align.exchange import FORMATS, LADDERS, read_units, units_of, write_units
from align.report import REPORTS, load_report
from align.report.view import View
from align.review import make_project
from align.review.lessons import write_lessons
from align.review.minutes import described, write_minutes
from corpora.card_page import to_html, to_markdown
from corpora.commands import explain, stats
from corpora.find import Found
from corpora.pairing import DocumentPair, Pairing
from corpora.pairing.manifest import write_pairing
from corpora.rows import FIELDS, to_line
from eval.results import Result, Table, to_json
from eval.results import to_markdown as result_markdown
from eval.show import show
from tests.align.report.renderings import terminal
from tests.attacks import ATTACKS, formulas, hidden, markup

ALL = " ".join(ATTACKS.values())
NAME = ALL.replace("/", " ").replace("\0", " ")


def document(side: str) -> Document:
    """Return a document with an attack as each segment, and in all that is told beside."""
    segments, parts, start = [], [], 0
    for number, attack in enumerate(ATTACKS.values()):
        text = attack.strip() or attack
        segments.append(Segment(text, Span(start, start + len(text)), number // 3))
        parts.append(text)
        start += len(text) + 1
    meta = Meta(title=ALL, byline=ALL, date=ALL, warnings=(ALL,))
    return Document(f"{side} {NAME}", "en" if side == "source" else "fr", "\n".join(parts), tuple(segments), meta)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    """Return a comparison in which each attack is kept, dropped and added, and told in findings."""
    source, target = document("source"), document("target")
    beads = []
    for k in range(len(ATTACKS)):
        if k % 3:
            beads.append(Bead(Span(k, k + 1), Span(k, k + 1), 2.0, 0.9))
        else:
            beads += [Bead(Span(k, k + 1), Span(k, k), 2.0, 0.8), Bead(Span(k + 1, k + 1), Span(k, k + 1), 2.0, 0.7)]
    made = comparison_of(Alignment(source, target, tuple(beads), f"signature {ALL}", warnings=(ALL,)))
    evidence = (Evidence(ALL, "source", Span(0, 5), source.text[:5]),)
    findings = tuple(replace(each, message=ALL, evidence=evidence) for each in made.findings)
    return replace(made, findings=findings, verdict=Verdict.NEAR_PARALLEL)


def reported(name: str) -> Callable[[Comparison, Path], str]:
    """Return what writes a comparison as a report."""

    def write(comparison: Comparison, folder: Path) -> str:
        file = io.StringIO()
        load_report(name)(comparison, file=file, view=View(context=None))
        return file.getvalue()

    return write


def exchanged(name: str) -> Callable[[Comparison, Path], str]:
    """Return what writes a comparison in an exchange format."""

    def write(comparison: Comparison, folder: Path) -> str:
        write_units(units_of(comparison, blank_lines=name in LADDERS), folder / "out", name)
        paths = sorted(folder.iterdir())
        return "".join(path.read_bytes().decode("utf-8") for path in paths)

    return write


def minutes(comparison: Comparison, folder: Path) -> str:
    """Return the minutes of a review in which everything was said."""
    file = io.StringIO()
    with make_project(folder / "p.versalign", comparison.alignment) as project:
        project.note(ALL)
        project.reject(project.bead_ids[0], ALL)
        project.comment(project.bead_ids[1], ALL)
        write_minutes(project, file)
    return file.getvalue()


def lessons(pattern: str) -> Callable[[Comparison, Path], str]:
    """Return what writes the gold set and the pairs of a review in which everything is right, and gives some files."""

    def write(comparison: Comparison, folder: Path) -> str:
        with make_project(folder / "p.versalign", comparison.alignment) as project:
            for bead in project.bead_ids:
                project.accept(bead)
            write_lessons(project, folder / "out")
        return "".join(path.read_text(encoding="utf-8") for path in sorted((folder / "out").glob(pattern)))

    return write


def findings_listed(comparison: Comparison, folder: Path) -> str:
    """Return the lines of `review --list`."""
    with make_project(folder / "p.versalign", comparison.alignment) as project:
        return "".join("\t".join((each, *told)) + "\n" for each, told in described(project).items())


def card() -> dict[str, Any]:
    """Return the card of a corpus in which whatever comes from outside is an attack."""
    counted = {"characters": {"source": 1, "target": 1}, "words": {"source": 1, "target": 1}, "probability": [1, 0]}
    told = {"action": ALL, "at_least": 0.5, "up_to": 1.0, "marks": 0, "alone": 0, "suggested": 0.5, "histogram": [1, 0]}
    return {
        "signature": ALL,
        "command": f"`{ALL}`",
        "rows": {"kept": 1, "in": 1},
        "documents": {"pairs": 1, "unpaired": 0, "quarantined": 0, "evidence": {ALL: 1}},
        "splits": dict.fromkeys(("train", "dev", "test", "withheld", "leaks"), 0),
        "shards": 1,
        "kept": {"languages": {ALL: 1}, "labels": {ALL: 1}, **counted},
        "reasons": {ALL: 1},
        "filters": {ALL: told},
        "beads": {ALL: 1},
        "sources": [{"origin": ALL, "licence": ALL, "document_pairs": 1}],
        "sha256": {ALL: "00"},
    }


def manifest(comparison: Comparison, folder: Path) -> str:
    """Return a table of pairs with names as bad as a disk takes."""
    name = Found(NAME, Path(NAME))
    pairing = Pairing((DocumentPair(name, name, "en", "fr", 0.9, "names"),), (name,))
    write_pairing(pairing, folder / "pairs.tsv")
    return (folder / "pairs.tsv").read_text(encoding="utf-8")


def index(comparison: Comparison, folder: Path) -> str:
    """Return the table that `align` of many pairs writes."""

    def refuse(pair: Pair, path: Path) -> str:
        raise InputError(ALL)

    align_many([Pair(Path(NAME), Path(NAME), "x")], folder, ".tsv", refuse)
    return (folder / "index.tsv").read_text(encoding="utf-8")


def looked_at(comparison: Comparison, folder: Path) -> str:
    """Return what `corpus stats` and `corpus explain` print of a corpus that somebody has tampered with."""
    row = dict.fromkeys(FIELDS, ALL) | {"id": "1 " + ALL, "probability": 0.5, "scores": {ALL: 0.5}}
    (folder / "pairs.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (folder / "card.json").write_text(json.dumps({"filters": {ALL: {"at_least": 0.4, "action": ALL}}}))
    with redirect_stdout(io.StringIO()) as file:
        stats(folder)
        explain(folder, "1 ")
    return file.getvalue()


def result() -> Result:
    """Return a result whose every text is an attack."""
    return Result(ALL, ALL, ALL, {"t": Table(ALL, (ALL, ALL), ((ALL, ALL),))}, {ALL: ALL})


def shown(comparison: Comparison, folder: Path) -> str:
    """Return a result as a person sees it."""
    with redirect_stdout(io.StringIO()) as file:
        show(result(), output=None, as_json=False, as_markdown=False)
    return file.getvalue()


OUTPUTS: Mapping[str, Callable[[Comparison, Path], str]] = {
    **{name: reported(name) for name in REPORTS},
    "terminal, narrow": lambda comparison, _: terminal(comparison, 60, context=None),
    **{name: exchanged(name) for name in FORMATS if name != "parquet"},
    "minutes": minutes,
    "gold set": lessons("review/*"),
    "pairs for training": lessons("pairs/*"),
    "list": findings_listed,
    "card.md": lambda *_: to_markdown(card()),
    "card.html": lambda *_: to_html(card()),
    "rows of a corpus": lambda *_: to_line(dict.fromkeys(FIELDS, ALL)).decode(),
    "manifest.tsv": manifest,
    "index.tsv": index,
    "stats and explain": looked_at,
    "result.json": lambda *_: to_json(result()),
    "result.md": lambda *_: result_markdown(result()),
    "result": shown,
}
TABLES = {"tsv", "pairs for training", "manifest.tsv", "index.tsv"}
PAGES = {"minutes", "card.md", "card.html"}


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_attack_comes_through(name: str, comparison: Comparison, tmp_path: Path) -> None:
    """Nothing hidden, no formula, no markup; and every row is a line, whatever splits lines."""
    text = OUTPUTS[name](comparison, tmp_path)
    assert len(text) > 20
    assert not hidden(text)
    assert len(text.splitlines()) == text.count("\n") + (not text.endswith("\n"))
    if name in TABLES:
        assert not formulas(text)
        assert len({line.count("\t") for line in text.splitlines()}) == 1
    if name in PAGES:
        assert not markup(text)
    if name in {"json", "sarif", "jsonl", "result.json", "rows of a corpus"}:
        assert [json.loads(part) for part in (text.splitlines() if name == "jsonl" else [text])]


@pytest.mark.parametrize("name", ["tsv", "jsonl", "parquet"])
def test_texts_come_back_from_what_programs_read(name: str, comparison: Comparison, tmp_path: Path) -> None:
    """Character by character; in Parquet, whose cells nobody prints, they stand as they are, but for surrogates."""
    write_units(units_of(comparison), tmp_path / "out", name)
    wanted = [[side.text for side in unit.sides] for unit in units_of(comparison)]
    if name == "parquet":
        wanted = [[text.encode("utf-8", "backslashreplace").decode() for text in texts] for texts in wanted]
    assert [[side.text for side in unit.sides] for unit in read_units(tmp_path / "out", name)] == wanted


def test_what_is_said_on_standard_error_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    """Errors in one line, bugs with their traceback; of what libraries log or warn of, nothing at all."""

    def chatting() -> int:
        with own_lines():
            logging.getLogger("pypdfium2.made_later").error("foreign %s", ALL)
            logging.getLogger("align.lattice.kept").warning("own %s", ALL)
            warnings.warn(f"foreign {ALL}", stacklevel=1)
            raise InputError(ALL)

    def broken() -> int:
        raise ValueError(ALL)

    assert (exit_code(chatting), exit_code(broken)) == (2, 70)
    said = capsys.readouterr().err
    assert not hidden(said)
    assert "foreign" not in said
    assert said.startswith("versalign: warning: own ␛[31mred")
    assert said.splitlines()[1].startswith("versalign: ␛[31mred")
    assert "Traceback" in said.splitlines()[2]

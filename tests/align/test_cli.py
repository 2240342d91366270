"""The command as its user meets it: what it prints, and how it ends."""

import json
import zipfile
from pathlib import Path

import pytest

from align import align_documents, read_document
from align.aligners import ALIGNERS
from align.exchange import FORMATS
from align.report import REPORTS
from tests.running import versalign, versalign_process

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
ENGLISH, FRENCH = SEEDS / "ferry" / "en.txt", SEEDS / "ferry" / "fr.txt"


def test_diff_shows_what_was_dropped() -> None:
    """The main job: dropped sentences stand in the report, and the exit code says that there are some."""
    done = versalign_process("diff", ENGLISH, FRENCH)
    assert done.returncode == 1
    assert "13 of 33 sentences are missing" in done.stdout
    assert "(dropped)" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.stderr == ""


def test_a_text_against_itself_has_no_findings() -> None:
    """Nothing is reported, and the exit code is 0."""
    done = versalign("diff", ENGLISH, ENGLISH)
    assert done.returncode == 0
    assert "every sentence of either version" in done.stdout


def test_json_accounts_for_every_segment() -> None:
    """The beads cover both sides, in order, without a gap; the segments are the text over their characters."""
    report = json.loads(versalign("diff", ENGLISH, FRENCH, "--json").stdout)
    assert report["schema_version"] == 6
    assert report["signature"]
    for side in ("source", "target"):
        ends = [0, *(bead[side][1] for bead in report["beads"])]
        assert [bead[side][0] for bead in report["beads"]] == ends[:-1]
        assert ends[-1] == len(report[side]["segments"])
        assert len(report[side]["sha256"]) == 64
    kinds = {finding["kind"] for finding in report["findings"]}
    assert "dropped" in kinds


def test_same_input_gives_same_bytes() -> None:
    """Two runs print the same, whatever the hash seed and the number of threads."""
    first = versalign_process("diff", ENGLISH, FRENCH, "--json", env={"PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "1"})
    second = versalign_process("diff", ENGLISH, FRENCH, "--json", env={"PYTHONHASHSEED": "2"})
    assert first.stdout == second.stdout


def test_only_shows_the_named_fates() -> None:
    """`--only dropped` leaves the kept sentences out."""
    done = versalign("diff", ENGLISH, FRENCH, "--only", "dropped", "--plain")
    rows = [line for line in done.stdout.splitlines() if "probability" in line]
    assert rows
    assert all("dropped" in row for row in rows)


def test_standard_input_is_a_file_too() -> None:
    """`-` reads one version from standard input."""
    done = versalign("diff", ENGLISH, "-", stdin=FRENCH.read_bytes())
    assert done.returncode == 1
    assert "<stdin>" in done.stdout


@pytest.mark.parametrize(("command", "tables"), [("diff", (ALIGNERS, REPORTS)), ("align", (ALIGNERS, FORMATS))])
def test_help_lists_the_names_of_the_tables(command: str, tables: tuple[dict[str, str], ...]) -> None:
    """There is no second list of them: what is in a table can be asked for."""
    shown = "".join(versalign(command, "--help", env={"COLUMNS": "200"}).stdout.split())
    assert all("|".join(table) in shown for table in tables)


def test_the_aligner_is_chosen_by_name() -> None:
    """It signs what it finds; one without vectors needs no encoder, and refuses one that is named."""
    by_length = versalign("diff", ENGLISH, FRENCH, "--aligner", "length", "--json")
    assert "aligner length-" in json.loads(by_length.stdout)["signature"]
    assert (
        versalign("align", ENGLISH, FRENCH, "--aligner", "length").stdout != versalign("align", ENGLISH, FRENCH).stdout
    )
    refused = versalign("align", ENGLISH, FRENCH, "--aligner", "length", "--encoder", "embedded")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "expected no encoder for the aligner by length" in refused.stderr


@pytest.mark.parametrize("name", ["plain", "json"])
def test_a_report_is_chosen_by_name_or_by_its_flag(name: str) -> None:
    """`--plain` is short for `--report plain`."""
    named = versalign("diff", ENGLISH, FRENCH, "--report", name)
    assert named.stdout == versalign("diff", ENGLISH, FRENCH, f"--{name}").stdout
    assert named.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["align", "--format", "tvs"], "jsonl, tmx, moses, parquet, found 'tvs'; did you mean 'tsv'?"),
        (
            ["align", "--aligner", "lenght"],
            "as aligner default, length, bertalign, bertalign-package, found 'lenght'; did you mean 'length'?",
        ),
        (["diff", "--aligner", "defualt"], "did you mean 'default'?"),
        (
            ["diff", "--report", "jason"],
            "as report terminal, plain, json, sarif, github, found 'jason'; did you mean 'json'?",
        ),
        (["diff", "--report", "json", "--plain"], "expected one of --report, --plain and --json"),
        (["diff", "--encoder", "embeded"], "did you mean 'embedded'?"),
    ],
)
def test_a_slip_in_a_name_is_told_before_anything_is_read(arguments: list[str], message: str) -> None:
    """One line says what there is and what was probably meant."""
    command, *options = arguments
    done = versalign(command, "nowhere.txt", "nothing.txt", *options)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


@pytest.mark.parametrize("format_", ["vecalign", "vecalign-cost", "tsv", "jsonl"])
def test_align_writes_every_bead(format_: str, tmp_path: Path) -> None:
    """Each format has a line a bead, on standard output and in a file alike."""
    printed = versalign("align", ENGLISH, FRENCH, "--format", format_)
    assert printed.returncode == 0
    written = versalign("align", ENGLISH, FRENCH, "--format", format_, "-o", tmp_path / "beads")
    assert written.stdout == ""
    assert (tmp_path / "beads").read_text(encoding="utf-8") == printed.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["beads"]
    beads = align_documents(read_document(ENGLISH), read_document(FRENCH)).beads
    assert len(printed.stdout.splitlines()) == len(beads) + (format_ == "tsv")


def test_align_says_on_stderr_what_to_know_before_trusting_the_beads() -> None:
    """A line a warning; the beads stay what a program reads."""
    quiet = versalign("align", ENGLISH, FRENCH)
    done = versalign("align", ENGLISH, FRENCH, "--source-lang", "am")
    assert quiet.stderr == ""
    assert done.stderr.startswith("versalign: warning: the encoder was not trained on Amharic (am)")
    assert done.stderr.count("\n") == 1
    assert len(done.stdout.splitlines()) == len(quiet.stdout.splitlines())


def test_segmented_lines_are_the_segments(tmp_path: Path) -> None:
    """With `--segmented` each line is one segment, also when it holds two sentences."""
    source, target = tmp_path / "s.txt", tmp_path / "t.txt"
    source.write_text("The bridge is closed. It is old.\nThe ferry runs every hour.\n", encoding="utf-8")
    target.write_text("Le pont est fermé. Il est vieux.\nLe bac part toutes les heures.\n", encoding="utf-8")
    done = versalign("align", source, target, "--segmented")
    assert [line.rsplit(":", 1)[0] for line in done.stdout.splitlines()] == ["[0]:[0]", "[1]:[1]"]


def test_doctor_names_encoder_and_languages() -> None:
    """What is installed and which languages the model knows is one command away."""
    done = versalign("doctor")
    assert done.returncode == 0
    assert "versalign-static" in done.stdout
    assert "French" in done.stdout


def test_help_names_every_command() -> None:
    """The help of the command lists those of the other rooms, too."""
    done = versalign("--help")
    assert done.returncode == 0
    for command in ("diff", "align", "doctor", "corpus", "eval"):
        assert command in done.stdout


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Write files that cannot be compared, each for a reason of its own."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "latin.txt").write_bytes("Le café fermé.".encode("latin-1"))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    (tmp_path / "folder").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["{bad}/missing.txt"], "missing.txt"),
        (["{bad}/folder"], "folder"),
        (["{bad}/empty.txt"], "empty"),
        (["{bad}/blank.txt"], "blank.txt"),
        (["{bad}/binary.bin"], "binary.bin"),
        (["{bad}/scan.pdf"], "scan.pdf"),
        (["{bad}/bomb.docx"], "bomb.docx"),
        (["{bad}/latin.txt", "--encoding", "utf-8"], "utf-8"),
        (["{bad}/latin.txt", "--encoding", "klingon"], "klingon"),
        (["{good}", "--target-lang", "xx"], "'xx'"),
        (["{good}", "--only", "lost"], "'lost'"),
        (["{good}", "--width", "10"], "10"),
        (["{good}", "--json", "--plain"], "--plain"),
        (["{good}", "--colour"], "--colour"),
        ([], "target"),
    ],
)
def test_trouble_is_one_line_and_exit_code_2(arguments: list[str], message: str, bad: Path) -> None:
    """What the user can put right is said in one line that names it; there is no traceback."""
    filled = [argument.format(bad=bad, good=FRENCH) for argument in arguments]
    done = versalign("diff", ENGLISH, *filled)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.startswith("versalign: ")
    assert len(done.stderr.splitlines()) == 1


def test_both_sides_cannot_be_standard_input() -> None:
    """Standard input is read once."""
    assert versalign("diff", "-", "-", stdin=b"Yes.").returncode == 2


def test_output_that_cannot_be_written_is_trouble(tmp_path: Path) -> None:
    """A missing folder is named, and nothing is left behind."""
    done = versalign("align", ENGLISH, FRENCH, "-o", tmp_path / "nowhere" / "beads.txt")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        ". " * 50_000,
        "\x1b]0;owned\x07\x1b[31mRed news\x1b[0m came in. \u202eIt was reversed.\u202c",
        "One sentence only.",
    ],
    ids=["repeated", "dots", "escapes", "one-sentence"],
)
def test_strange_texts_end_in_a_report(text: str, tmp_path: Path) -> None:
    """Odd but readable input gives a report without a raw control character, or a clear line."""
    path = tmp_path / "strange.txt"
    path.write_text(text, encoding="utf-8")
    done = versalign("diff", ENGLISH, path)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)


def test_formats_that_are_not_read_are_one_line_and_exit_code_2(tmp_path: Path) -> None:
    """From a file and from standard input."""
    memory = b'<?xml version="1.0"?>\n<tmx version="1.4"><body/></tmx>\n'
    (tmp_path / "a.tmx").write_bytes(memory)
    for done in (versalign("diff", tmp_path / "a.tmx", FRENCH), versalign("diff", "-", FRENCH, stdin=memory)):
        assert (done.returncode, done.stdout) == (2, "")
        assert "a TMX file (a translation memory), which is not read" in done.stderr
        assert done.stderr.count("\n") == 1


def test_limits_are_options(tmp_path: Path) -> None:
    """What is beyond them is refused with the name of the option; wrong ones are the user's mistake."""
    for option, value, message in (
        ("--max-segments", "3", "expected at most 3 segments"),
        ("--max-size", "0", "a whole number from 1 on"),
    ):
        done = versalign("align", ENGLISH, FRENCH, option, value)
        assert (done.returncode, done.stdout) == (2, "")
        assert message in done.stderr
    path = tmp_path / "a.txt"
    path.write_text("It was so. " * 120_000)
    done = versalign("diff", path, FRENCH, "--max-size", "1")
    assert done.returncode == 2
    assert "expected at most 1 MB of text, unpacked, found more; split it, or raise --max-size" in done.stderr

"""`versalign audit` as people and build servers use it: formats, exit codes, baselines, many pairs, explanations."""

import json
from pathlib import Path

import pytest

from tests.align.hostile import FORBIDDEN
from tests.align.test_cli import ENGLISH, FRENCH
from tests.running import Done, versalign

HARBOUR = """The ferry leaves from the old pier every hour. Dogs travel free of charge on every deck.

The crossing takes forty minutes. His claims could not be independently confirmed.

The captain has worked here for thirty years. She knows every rock in the bay.
"""
PORT = """Le ferry part du vieux quai toutes les heures. Les chiens voyagent gratuitement sur tous les ponts.

La traversée dure quarante minutes.

La capitaine travaille ici depuis trente ans. Elle connaît chaque rocher de la baie.
"""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Write a text and its translation without the caveat."""
    source, target = tmp_path / "en.txt", tmp_path / "fr.txt"
    source.write_text(HARBOUR, encoding="utf-8")
    target.write_text(PORT, encoding="utf-8")
    return source, target


def audit(*arguments: str | Path) -> Done:
    """Run the audit."""
    return versalign("audit", *arguments)


def ids(*arguments: str | Path) -> list[str]:
    """Return the ids of the findings that an audit tells."""
    return [finding["id"] for finding in json.loads(audit(*arguments, "--json").stdout)["findings"]]


def test_each_finding_is_told_with_its_file_line_and_column(pair: tuple[Path, Path]) -> None:
    """On both sides, with severity, kind, reason and id; the digest stands first and last."""
    done = audit(*pair, "--width", "200")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "1 of 6 sentences is missing. In it: 1 caveat."
    assert lines[0] in lines[-8:]
    assert f"{pair[1]}:3:36: high: dropped, caveat [{ids(*pair)[0]}]" in lines
    assert f"({pair[0]}:3:35)" in done.stdout
    assert "Checked" in done.stdout


def test_sarif_is_what_the_standard_asks_for(pair: tuple[Path, Path]) -> None:
    """One run, each rule once, results with the place in the target, and beside it that in the source."""
    done = audit(*pair, "--format", "sarif")
    assert done.returncode == 1
    log = json.loads(done.stdout)
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "versalign")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    (result,) = run["results"]
    assert (result["level"], result["kind"]) == ("error", "fail")
    assert rules[result["ruleIndex"]] == result["ruleId"] == "dropped"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == pair[1].as_uri()
    assert place["region"] == {"startLine": 3, "startColumn": 36, "endLine": 3, "endColumn": 36}
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 35
    assert result["partialFingerprints"] == {"versalignFinding/v1": ids(*pair)[0]}


def test_annotations_are_one_line_each(pair: tuple[Path, Path]) -> None:
    """As workflow commands want them, with colons and commas of names escaped."""
    (line,) = audit(*pair, "--format", "github").stdout.splitlines()
    name = str(pair[1]).replace(":", "%3A").replace(",", "%2C")
    assert line.startswith(f"::error file={name},line=3,endLine=3,col=36,title=versalign%3A dropped (high)::")
    assert "His claims could not be independently confirmed." in line


@pytest.mark.parametrize("form", ["text", "sarif", "github"])
def test_no_text_from_outside_drives_a_terminal_or_a_build(form: str, tmp_path: Path) -> None:
    """Neither the text nor the name of a file."""
    source, target = tmp_path / "a\x1b[31m,::b.txt", tmp_path / "c\x1b]0;x.txt"
    source.write_text(HARBOUR.replace("His claims", "His \x1b[31mclaims \u202e %0A ::error::"), encoding="utf-8")
    target.write_text(PORT, encoding="utf-8")
    done = audit(source, target, "--format", form)
    assert done.returncode == 1
    assert not FORBIDDEN & set(done.stdout)
    assert done.stdout.count("\n::") == 0 or form != "github"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "high"], 1),
        (["--fail-on", "high,1"], 0),
        (["--ignore", "dropped"], 0),
        (["--ignore", "omission", "--ignore", "moved,added"], 0),
        (["--fail-on", "low", "--ignore", "link"], 1),
    ],
)
def test_what_counts_can_be_said(arguments: list[str], code: int, pair: tuple[Path, Path]) -> None:
    """By severity, by probability, and by kinds that are left out."""
    done = audit(*pair, *arguments)
    assert (done.returncode, done.stderr) == (code, "")
    assert ("is missing" in done.stdout) == ("--ignore" not in arguments or "link" in arguments)


def test_a_baseline_makes_only_new_findings_count(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """What is written is read again; text put in front changes nothing; another omission is told alone."""
    known = tmp_path / "known.json"
    assert audit(*pair, "--write-baseline", known).returncode == 0
    done = audit(*pair, "--baseline", known)
    assert done.returncode == 0
    assert "1 finding of the baseline" in done.stdout
    pair[0].write_text("It was a bright day in the harbour.\n\n" + HARBOUR, encoding="utf-8")
    pair[1].write_text(
        "C’était une belle journée au port.\n\n" + PORT.split("\n\n", 2)[0] + "\n\n" + PORT.split("\n\n", 1)[1]
    )
    assert audit(*pair, "--baseline", known).returncode == 0
    pair[1].write_text(pair[1].read_text(encoding="utf-8").replace("Elle connaît chaque rocher de la baie.", ""))
    done = audit(*pair, "--baseline", known, "--json")
    assert done.returncode == 1
    assert [finding["kind"] for finding in json.loads(done.stdout)["findings"]] == ["dropped"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"baseline_version": 1, "findings": [{"id": 3}]}', "\0"])
def test_what_is_no_baseline_is_refused(text: str, pair: tuple[Path, Path], tmp_path: Path) -> None:
    """In one line, with exit code 2."""
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    done = audit(*pair, "--baseline", path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert str(path) in done.stderr


def test_one_finding_is_explained(pair: tuple[Path, Path]) -> None:
    """What it claims, both texts, why it matters, and what came closest; the beginning of its id is enough."""
    (identity,) = ids(*pair)
    done = audit(*pair, "--explain", identity[:6], "--width", "120")
    for words in (identity, "no counterpart in the target", "caveat", "His claims could not", "Runner-up", ":3:35"):
        assert words in done.stdout
    refused = audit(*pair, "--explain", "ffffffffffff")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_versions_in_one_language_are_told_apart(tmp_path: Path) -> None:
    """A comma makes an exit code of 1, spaces and quotes do not."""
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("She said “no” to them, at once. It rained all day.")
    for text, code in (
        ('She said "no"  to them, at once.\nIt rained all day.\n', 0),
        ("She said “no” to them at once. It rained all day.", 1),
    ):
        two.write_text(text)
        assert audit(one, two).returncode == versalign("diff", one, two).returncode == code


def test_many_pairs_in_one_run(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """By a table, two folders or two patterns; a bad pair stops nothing, and makes the exit code 2."""
    for name, text in (("en/x/a.md", HARBOUR), ("en/b.md", HARBOUR), ("fr/x/a.md", PORT), ("fr/b.md", " \n")):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "pairs.tsv").write_text("source\ttarget\nen.txt\tfr.txt\nen/b.md\tfr/b.md\n")
    done = audit(tmp_path / "en", tmp_path / "fr")
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1] == "1 of 2 pairs with findings that count, 1 could not be compared"
    assert "found only white space" in done.stderr or "expected" in done.stderr
    patterns = audit(tmp_path / "en" / "**" / "*.md", tmp_path / "fr" / "**" / "*.md", "--format", "sarif")
    assert patterns.returncode == 2
    assert len(json.loads(patterns.stdout)["runs"][0]["results"]) == 1
    table = audit("--pairs", tmp_path / "pairs.tsv", "--json")
    assert table.returncode == 2
    assert [len(one["findings"]) for one in json.loads(table.stdout)] == [1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fail-on", "severe"], "expected --fail-on with high, medium or low"),
        (["--fail-on", "high,2"], "expected --fail-on with high, medium or low"),
        (["--ignore", "dropt"], "did you mean 'dropped'?"),
        (["--format", "serif"], "did you mean 'sarif'?"),
        (["--format", "sarif", "--json"], "expected one of --format and --json"),
        (["--pairs", "x.tsv"], "expected --pairs alone"),
    ],
)
def test_a_slip_is_told_before_anything_is_read(arguments: list[str], message: str) -> None:
    """One line, exit code 2."""
    done = audit("nowhere.txt", "nothing.txt", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


def test_the_json_is_that_of_diff() -> None:
    """With the same findings and the gravest among them."""
    one, two = (
        json.loads(audit(ENGLISH, FRENCH, "--json").stdout),
        json.loads(versalign(ENGLISH, FRENCH, "--json").stdout),
    )
    assert one == two
    assert one["gravest"][0] in {finding["id"] for finding in one["findings"] if finding["severity"] == "high"}


def test_what_is_not_checked_of_a_language_is_said(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """And a lexicon of one's own mends it."""
    pair[1].write_text("नौका हर घंटे पुराने घाट से चलती है। कप्तान तीस साल से यहाँ काम करती है। वह हर चट्टान को जानती है।", "utf-8")
    said = audit(*pair, "--width", "120").stdout
    assert (
        "Unchecked negations, words of doubt, caveats, who says so, titles, number words: none are known in Hindi"
        in said
    )
    lexicon = tmp_path / "hi.toml"
    lexicon.write_text('language = "hi"\nnegation = ["नहीं"]\n', encoding="utf-8")
    assert "Unchecked words of doubt," in audit(*pair, "--width", "120", "--lexicon", lexicon).stdout


def test_a_glossary_adds_its_terms(pair: tuple[Path, Path], tmp_path: Path) -> None:
    """Among the other findings, each with an id."""
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("en\tfr\ncaptain\tcommandante\nferry\tferry\n", encoding="utf-8")
    found = json.loads(audit(*pair, "--glossary", glossary, "--json").stdout)["findings"]
    assert [it["kind"] for it in found if it["check"] == "terminology"] == ["term-missing"]
    assert all(it["id"] for it in found)


def test_an_encoder_is_chosen_as_everywhere() -> None:
    """With the pooling of a transformer, which is refused where there is none to pool."""
    done = versalign("audit", ENGLISH, FRENCH, "--pooling", "mean")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "pooling" in done.stderr

"""What the sample articles in `seeds/` promise: a complete truth, identical to the files, with all that was planted."""

import re
from collections import Counter
from pathlib import Path

import pytest

from align.reading import read_bytes
from tests.truth import ASIDE, SEEDS, Article, Pair, TruthRow, Version, entries, read_manifest, read_truth, visible_text

ARTICLES, NEGATIVES = read_manifest()
PAIRS = [pair for article in ARTICLES for pair in article.pairs]
VERSIONS = [version for article in ARTICLES for version in article.versions]

# What the manifest calls a phenomenon, and how the truth tells it: by the fate of a row, or by how a remark begins.
BY_FATE = {
    "omission": "dropped",
    "addition": "added",
    "merge": "merged",
    "split": "split",
    "move": "moved",
    "furniture": "furniture",
}
BY_NOTE = {
    "quotation-lost": "quotation lost",
    "caveat-dropped": "caveat dropped",
    "caveat-added": "caveat added",
    "attribution-dropped": "attribution dropped",
    "warning-omitted": "warning omitted",
    "number-changed": "number: ",
    "measure-changed": "measure: ",
}
CHANGE = re.compile(r"(?:number|measure): (.+) -> (.+)")


def name(item: Pair | Version | Article) -> str:
    """Name a test case after its files."""
    if isinstance(item, Article):
        return item.name
    if isinstance(item, Version):
        return f"{item.path.parent.name}/{item.path.name}"
    return f"{item.source.parent.name}/{item.source.stem}-{item.target.stem}"


each_pair = pytest.mark.parametrize("pair", PAIRS, ids=name)
each_version = pytest.mark.parametrize("version", VERSIONS, ids=name)


def truth_of(pair: Pair) -> tuple[TruthRow, ...]:
    """Return the truth of a pair that has one."""
    assert pair.truth is not None
    return read_truth(pair.truth)


def sides(pair: Pair) -> list[tuple[Path, list[TruthRow], list[tuple[str, ...]]]]:
    """Return file, rows and claimed beginnings of either side."""
    rows = list(truth_of(pair))
    return [(pair.source, rows, [row.source for row in rows]), (pair.target, rows, [row.target for row in rows])]


def claims(version: Version) -> list[tuple[Path, list[tuple[str, str]]]]:
    """Return for every truth file that speaks of a version its claims: fate and beginning."""
    found = []
    for pair in PAIRS:
        for path, rows, columns in sides(pair):
            if path == version.path and pair.truth is not None:
                claimed = [(row.fate, one) for row, column in zip(rows, columns, strict=True) for one in column]
                found.append((pair.truth, claimed))
    return found


def test_every_file_is_listed_in_the_manifest() -> None:
    """Nothing lies in the folder that the manifest does not name, and nothing it names is missing."""
    listed = {version.path for version in VERSIONS} | {pair.truth for pair in PAIRS}
    listed |= {SEEDS / "README.md", SEEDS / "manifest.toml"}
    assert {path for path in SEEDS.rglob("*") if path.is_file()} == listed


def test_languages_genres_and_formats() -> None:
    """All seven languages, the three genres and four formats occur, in at least six articles with truth."""
    assert {version.language for version in VERSIONS} == {"en", "fr", "de", "es", "ru", "zh", "ar"}
    assert {article.genre for article in ARTICLES} >= {"news", "feature", "instructions"}
    assert {version.path.suffix for version in VERSIONS} == {".txt", ".md", ".html", ".docx"}
    assert sum(bool(article.pairs) for article in ARTICLES) >= 6


def test_pairs_of_many_languages() -> None:
    """There are at least fourteen pairs, some of them without English and one within a language."""
    languages = {version.path: version.language for version in VERSIONS}
    combinations = [(languages[pair.source], languages[pair.target]) for pair in PAIRS]
    assert len(combinations) >= 14
    assert {("fr", "de"), ("es", "fr"), ("ru", "ar"), ("zh", "ru"), ("en", "en")} <= set(combinations)


@pytest.mark.parametrize("article", [article for article in ARTICLES if article.pairs], ids=name)
def test_articles_have_the_length_of_articles(article: Article) -> None:
    """An article has two to four versions, and the fullest has 18 to 45 sentences."""
    assert 2 <= len(article.versions) <= 4
    lengths = [
        sum(fate not in ASIDE for fate, _ in claimed)
        for version in article.versions
        for _, claimed in claims(version)[:1]
    ]
    assert 18 <= max(lengths) <= 45


@each_pair
def test_every_beginning_is_found_exactly_once(pair: Pair) -> None:
    """A beginning is identical, character by character, to one place of its file and to no other."""
    for path, _, columns in sides(pair):
        text = visible_text(path)
        assert [one for column in columns for one in column if text.count(one) != 1] == []


@each_pair
def test_no_sentence_is_claimed_twice(pair: Pair) -> None:
    """Every beginning stands in one row, and none starts at the same place as another."""
    for path, _, columns in sides(pair):
        text = visible_text(path)
        places = Counter(text.index(one) for column in columns for one in column)
        assert max(places.values()) == 1


@each_pair
def test_rows_stand_in_the_order_of_the_texts(pair: Pair) -> None:
    """Rows follow the source; on the target side only what was moved is out of order."""
    for path, rows, columns in sides(pair):
        text = visible_text(path)
        still = path == pair.source
        places = [
            text.index(one)
            for row, column in zip(rows, columns, strict=True)
            for one in column
            if still or row.fate != "moved"
        ]
        assert places == sorted(places)


@each_version
def test_every_truth_of_a_version_claims_the_same_sentences(version: Version) -> None:
    """What is a sentence, a headline or furniture does not depend on the version it is compared with."""
    claimed = [sorted((one, fate if fate in ASIDE else "body") for fate, one in each) for _, each in claims(version)]
    assert all(each == claimed[0] for each in claimed)


@each_version
def test_every_paragraph_begins_an_entry(version: Version) -> None:
    """No paragraph is left out of the truth."""
    text = visible_text(version.path)
    paragraphs = [re.sub(r"^(#+ |\d+\. )?\*?", "", line.strip()) for line in text.splitlines() if line.strip()]
    for truth, claimed in claims(version):
        beginnings = tuple(re.sub(r"^\d+\. ", "", one) for _, one in claimed)
        left = [paragraph for paragraph in paragraphs if not paragraph.startswith(beginnings)]
        assert left == [], f"{truth.name} leaves out {left}"


@each_version
def test_an_entry_holds_one_sentence(version: Version) -> None:
    """Between two beginnings of article text no second sentence hides, as far as its marks show."""
    text = visible_text(version.path)
    for _, claimed in claims(version):
        found = entries(text, [one for _, one in claimed])
        for fate, one in claimed:
            if fate not in ASIDE:
                ends = re.findall(r"[.!?؟](?=\s+[^\W\d_])|[。！？](?!”)", re.sub(r"^\d+\. ", "", found[one]).strip())
                assert len(ends) <= 1, found[one]


@each_pair
def test_everything_planted_occurs(pair: Pair) -> None:
    """The manifest names exactly the phenomena that the truth shows."""
    rows = truth_of(pair)
    fates = {row.fate for row in rows}
    notes = [note for row in rows for note in row.notes]
    found = {phenomenon for phenomenon, fate in BY_FATE.items() if fate in fates}
    found |= {key for key, start in BY_NOTE.items() if any(note.startswith(start) for note in notes)}
    assert set(pair.planted) == found


def test_every_phenomenon_is_planted_somewhere() -> None:
    """No phenomenon that the project speaks of lacks an example."""
    assert {phenomenon for pair in PAIRS for phenomenon in pair.planted} == {*BY_FATE, *BY_NOTE}


@each_pair
def test_changed_numbers_stand_in_the_sentences(pair: Pair) -> None:
    """A remark `number: A -> B` means that A is in the source sentence and B in the target sentence."""
    (_, rows, sources), (_, _, targets) = sides(pair)
    before = entries(visible_text(pair.source), [one for column in sources for one in column])
    after = entries(visible_text(pair.target), [one for column in targets for one in column])
    for row in rows:
        for change in filter(None, map(CHANGE.fullmatch, row.notes)):
            assert change[1] in "".join(before[one] for one in row.source)
            assert change[2] in "".join(after[one] for one in row.target)


@each_pair
def test_lost_quotations_are_quotations(pair: Pair) -> None:
    """A remark `quotation lost` stands at a dropped sentence with a quotation mark."""
    (_, rows, sources), _ = sides(pair)
    before = entries(visible_text(pair.source), [one for column in sources for one in column])
    lost = [row for row in rows if "quotation lost" in row.notes]
    assert all(row.fate == "dropped" and re.search('[«“„"「]', before[row.source[0]]) for row in lost)


SAME = {"merge", "split", "furniture"}


@each_pair
def test_verdicts_follow_the_truth(pair: Pair) -> None:
    """Two versions are `same` when nothing differs but how their sentences are cut and what surrounds the article."""
    rows = [row for row in truth_of(pair) if row.fate not in ASIDE]
    differs = {row.fate for row in rows} & {"dropped", "added", "moved"} or set(pair.planted) - SAME
    assert pair.verdict == ("near-parallel" if differs else "same")


def test_negatives_are_pairs_of_listed_files() -> None:
    """Related and unrelated pairs both occur, between files of the manifest from different articles."""
    assert {pair.verdict for pair in NEGATIVES} == {"related", "unrelated"}
    files = {version.path for version in VERSIONS}
    assert all({pair.source, pair.target} <= files for pair in NEGATIVES)
    assert all(pair.source.parent != pair.target.parent for pair in NEGATIVES)


@each_version
def test_the_reader_keeps_the_article(version: Version) -> None:
    """Reading a file loses no sentence and doubles none; the furniture of a page may be left out."""
    text = read_bytes(version.path.read_bytes(), name=version.path.name).text
    for _, claimed in claims(version):
        sentences = [one for fate, one in claimed if fate not in ASIDE]
        assert [one for one in sentences if text.count(one) != 1] == []


@pytest.mark.parametrize(
    ("content", "line", "complaint"),
    [
        ("fate\tsource\ttarget\n", 1, "header"),
        ("fate\tsource\ttarget\tnote\nkept\tOne\tUn\n", 2, "4 columns, found 3"),
        ("fate\tsource\ttarget\tnote\nkept\tOne\tUn\t\nlost\tTwo\t\t\n", 3, "'lost'"),
        ("fate\tsource\ttarget\tnote\nmerged\tOne\tUn\t\n", 2, "'merged' cannot have the shape 1-1"),
        ("fate\tsource\ttarget\tnote\nheadline\t\t\t\n", 2, "'headline' cannot have the shape 0-0"),
        ("fate\tsource\ttarget\tnote\nsplit\tOne\tUn ||  || Deux\t\n", 2, "beginnings"),
        ("fate\tsource\ttarget\tnote\nkept\tOne\tUn\t", 2, "newline"),
        ("fate\tsource\ttarget\tnote\n", 1, "rows"),
    ],
)
def test_a_wrong_truth_line_is_refused(tmp_path: Path, content: str, line: int, complaint: str) -> None:
    """The message tells file, line number and what was expected."""
    path = tmp_path / "en-fr.truth.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(complaint)) as caught:
        read_truth(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")

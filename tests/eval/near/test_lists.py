"""Lists of short entries in another order."""

from pathlib import Path

from eval.near.lists import SIZES, make_lists


def write_entries(folder: Path, count: int) -> None:
    """Write articles whose sentences are numbers, those of the target backwards."""
    (folder / "DOCUMENT_IDS.tsv").write_text("".join(f"article{k // 20}\n" for k in range(count)), encoding="utf-8")
    for language, sign in (("en", 1), ("fr", -1)):
        text = "".join(f"Number {str(k)[::sign]} of all.\n" for k in range(1000, 1000 + count))
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")


def test_an_entry_stays_linked_to_its_own(tmp_path: Path) -> None:
    """The source is sorted; of the target some entries stand elsewhere, or all are sorted as well."""
    write_entries(tmp_path, 200)
    made = list(make_lists(tmp_path, ("en", "fr"), seed=1))
    assert [(len(pair.source), pair.name.split("/")[0]) for pair in made] == [
        (size, f"list-{kind}-{size}") for size in SIZES for kind in ("alone", "sorted")
    ]
    for pair in made:
        assert list(pair.source) == sorted(pair.source)
        words = [(pair.source[link[0][0]].split()[1], pair.target[link[1][0]].split()[1]) for link in pair.links]
        assert all(word == other[::-1] for word, other in words)
        assert (list(pair.target) == sorted(pair.target)) is ("sorted" in pair.name)


def test_few_entries_make_no_list(tmp_path: Path) -> None:
    """Short sentences are rare."""
    write_entries(tmp_path, SIZES[-1] - 10)
    assert not list(make_lists(tmp_path, ("en", "fr")))

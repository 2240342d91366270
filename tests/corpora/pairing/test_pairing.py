"""Which documents are paired, by names, by a manifest, and by what they say."""

from hashlib import sha256
from pathlib import Path

import pytest

from align.errors import InputError
from corpora.pairing import Wish, pair_documents
from corpora.pairing.content import leads_of, probability_of
from corpora.pairing.manifest import write_pairing
from tests.corpora.articles import PLACES, write_articles


def names(folder: Path, **wish: object) -> set[tuple[str, str]]:
    """Return the names of the pairs of a folder."""
    pairing = pair_documents(Wish((folder,), **wish))  # type: ignore[arg-type]
    return {(pair.source.name, pair.target.name) for pair in pairing.pairs}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("storm.en.txt", "storm.fr.txt"),
        ("en/storm.txt", "fr/storm.txt"),
        ("storm_en.html", "storm_fr.html"),
        ("en_storm.txt", "fr_storm.txt"),
        ("2024/en/a/storm.txt", "2024/fr/a/storm.txt"),
        ("storm-en-GB.txt", "storm-pt-BR.txt"),
        ("English/storm.txt", "French/storm.md"),
        ("en.txt", "fr.txt"),
        ("news.en", "news.fr"),
    ],
)
def test_names_that_differ_in_the_language_pair(tmp_path: Path, source: str, target: str) -> None:
    """Wherever the language stands."""
    for name in (source, target, "alone.en.txt", "storm.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    assert names(tmp_path, ways=("names",)) == {(source, target)}


def test_wished_languages_tell_source_and_target(tmp_path: Path) -> None:
    """And leave others alone."""
    for language in ("en", "fr", "de"):
        (tmp_path / f"a.{language}.txt").write_text("It rained.", encoding="utf-8")
    assert names(tmp_path, ways=("names",), languages=("fr", "en")) == {("a.fr.txt", "a.en.txt")}
    assert len(names(tmp_path, ways=("names",))) == 3


def test_a_word_of_the_name_is_no_language(tmp_path: Path) -> None:
    """`it` and `no` are, but nothing is there in another one."""
    for name in ("making-it.txt", "say-no.txt", "new/a.txt", "old/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    assert names(tmp_path, ways=("names",)) == set()


def test_two_folders_pair_by_what_is_below_them(tmp_path: Path) -> None:
    """Whatever they are called."""
    for name in ("old/a.txt", "new/a.txt", "new/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    pairing = pair_documents(Wish((tmp_path / "old", tmp_path / "new"), ways=("names",)))
    assert [(pair.source.name, pair.target.name) for pair in pairing.pairs] == [("new/a.txt", "old/a.txt")]
    assert [document.name for document in pairing.unpaired] == ["new/b.txt"]


def test_content_pairs_what_names_do_not_tell(tmp_path: Path) -> None:
    """Each article finds its translation, and one without stays alone."""
    write_articles(tmp_path / "in", count=1)
    texts = {
        "en": "The orchestra will play three new symphonies in the concert hall. Tickets for students cost nine euros.",
        "fr": "L'orchestre jouera trois nouvelles symphonies dans la salle de concert. Pour les étudiants, le billet "
        "coûte neuf euros.",
    }
    for language, text in texts.items():
        path = tmp_path / "in" / language / f"{PLACES[0]}.txt"
        path.rename(tmp_path / "in" / f"{sha256(language.encode()).hexdigest()[:8]}.txt")
        (tmp_path / "in" / f"{sha256(text.encode()).hexdigest()[:8]}.txt").write_text(text, encoding="utf-8")
    lone = "The parliament debated the new tax on fuel for eleven hours. The finance minister defended the bill."
    (tmp_path / "in" / "lone.txt").write_text(lone, encoding="utf-8")
    pairing = pair_documents(Wish((tmp_path / "in",), ("en", "fr")))
    assert len(pairing.pairs) == 2
    for pair in pairing.pairs:
        both = [document.path.read_text(encoding="utf-8") for document in (pair.source, pair.target)]
        assert ("orchestra" in both[0]) == ("orchestre" in both[1])
    assert [document.name for document in pairing.unpaired] == ["lone.txt"]


def test_a_weak_likeness_counts_where_the_others_are_weaker() -> None:
    """In some languages all vectors are less near; what stands out from the nearest others is a pair there, too."""
    weak = (0.42, 0.9, 0.3, 0.3)
    assert probability_of(weak, 0.17) > 0.5 > probability_of(weak, -0.1)


def test_a_lead_is_over_the_nearest_other_of_either_document() -> None:
    """Of two that share a document only one leads; two as near as each other lead nobody."""
    leads = leads_of({(0, 0): 0.7, (0, 1): 0.5, (1, 1): 0.6, (2, 2): 0.8, (3, 2): 0.8})
    assert leads == pytest.approx({(0, 0): 0.2, (0, 1): -0.2, (1, 1): 0.1, (2, 2): 0.0, (3, 2): 0.0})


def test_a_pair_alone_leads_what_is_usual() -> None:
    """Otherwise two documents without any others would always be a pair."""
    assert leads_of({(0, 0): 0.3}) == pytest.approx({(0, 0): 0.05})


def test_a_pairing_is_a_manifest(tmp_path: Path) -> None:
    """What `corpus pair` writes gives the same pairs again; a document without partner stays one."""
    folder = write_articles(tmp_path / "in")
    (folder / "en" / "lone.txt").write_text("It rained.", encoding="utf-8")
    pairing = pair_documents(Wish((folder,), ways=("names",)))
    write_pairing(pairing, tmp_path / "pairs.tsv")
    again = pair_documents(Wish((), manifest=tmp_path / "pairs.tsv", ways=("manifest",)))
    assert [pair.source.path for pair in again.pairs] == [pair.source.path for pair in pairing.pairs]
    assert [document.path.name for document in again.unpaired] == ["lone.txt"]


def test_a_manifest_tells_what_is_wrong_with_it(tmp_path: Path) -> None:
    """A missing file is set aside; a row that is none is refused with its line."""
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    (tmp_path / "m.tsv").write_text("source\ttarget\na.txt\tgone.txt\n", encoding="utf-8")
    pairing = pair_documents(Wish((), manifest=tmp_path / "m.tsv", ways=("manifest",)))
    assert [trouble.document for trouble in pairing.troubles] == ["gone.txt"]
    assert [document.name for document in pairing.unpaired] == ["a.txt"]
    (tmp_path / "m.tsv").write_text("source\ttarget\na.txt\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"m\.tsv:2: expected source and target"):
        pair_documents(Wish((), manifest=tmp_path / "m.tsv", ways=("manifest",)))

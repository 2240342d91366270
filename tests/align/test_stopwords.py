"""Function words tell a language only where nothing else could be meant; the model is asked otherwise."""

import subprocess
import sys
from pathlib import Path

import pytest

from align.stopwords import tell_by_stop_words

SEEDS = Path(__file__).parents[2] / "seeds"
LATIN = (
    "af br ca cs cy da de en es et eu fi fo fr fy ga gd gl hr hu id is it lb lt lv ms nl no oc pl pt ro sk sl sq sv tr"
)
BOKMAAL = "Det var en gang en mann som ikke ville gå hjem. Han satt i båten sin og så på sjøen, og det ble kveld. "
PORTUGUESE = (
    "O barco não saiu do porto porque o motor estava com um problema, e os passageiros foram para casa de "
    "autocarro. A companhia disse que não era a primeira vez e que ele é muito velho, mas não há outro. "
)
ENGLISH = "They had been told that it would not be long, but the boat was late, and what she said of him was true. "
OCCITAN = "Lo batèu es al pòrt e los pescaires son partits dins la vila amb lor peis, coma o fan totes los matins. "


def modules_after(*paths: Path) -> set[str]:
    """Return the modules that are loaded when the languages of files have been identified, in a process of its own."""
    code = (
        "import sys; from pathlib import Path; from align.language import identify\n"
        "for path in sys.argv[1:]: identify(Path(path).read_text(encoding='utf-8'))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, paths)], capture_output=True, text=True, timeout=60, check=True
    )
    return set(done.stdout.split())


def test_articles_are_told_without_the_model() -> None:
    """The sample articles need no model, which takes longer to load than all the rest of the command."""
    assert not {"py3langid", "py3langid.langid"} & modules_after(*(SEEDS / "ferry").glob("[df]*.[mt][dx]*"))


@pytest.mark.parametrize(
    "path", sorted(SEEDS.glob("*/*.[mt][dx]*")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_the_samples_are_in_the_language_of_their_name(path: Path) -> None:
    """Function words say of each sample what its name says, or nothing."""
    told = tell_by_stop_words([path.read_text(encoding="utf-8")], LATIN.split())
    assert told is None or told[0] == path.stem.split("-")[0].split(".")[0]


def test_a_language_is_told_from_its_neighbours() -> None:
    """Portuguese is told also where Galician and Spanish are possible, by the words that they do not have."""
    told = tell_by_stop_words([PORTUGUESE * 2], LATIN.split())
    assert told is not None
    assert told[0] == "pt"
    assert 0.8 < told[1] <= 1.0


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("The end of the way.", LATIN),
        (BOKMAAL, "da no"),
        ("Tom Anna Berlin Madrid Radio Hotel " * 40 + "what was it that they had " * 3, LATIN),
        (PORTUGUESE * 2 + ENGLISH * 2, LATIN),
        ("", LATIN),
    ],
    ids=["few words", "near neighbours", "names", "two languages", "nothing"],
)
def test_a_doubt_is_left_to_the_model(text: str, possible: str) -> None:
    """Nothing is said of short texts, of neighbours with the same words, and of texts in two languages."""
    assert tell_by_stop_words([text], possible.split()) is None


@pytest.mark.parametrize("claimed", ["fr", "es", "ca", "it"])
def test_a_neighbour_that_is_listed_is_not_taken_for_a_larger_language(claimed: str) -> None:
    """Occitan is neither French nor Spanish, Catalan or Italian."""
    told = tell_by_stop_words([OCCITAN * 4], LATIN.split())
    assert told is None or told[0] != claimed


@pytest.mark.parametrize(("greek", "asked"), [(0, False), (8, True)], ids=["one script", "two"])
def test_a_text_in_two_scripts_is_left_to_the_model(greek: int, asked: bool, tmp_path: Path) -> None:
    """How sure a language is among letters of another script is for the model to say."""
    path = tmp_path / "text.txt"
    path.write_text(PORTUGUESE * 4 + "Το πλοίο δεν έφυγε από το λιμάνι. " * greek, encoding="utf-8")
    assert ("py3langid.langid" in modules_after(path)) == asked

"""Glossaries, and the terms that a target does not render by them."""

from pathlib import Path

import pytest

from align.bitext import Severity
from align.checks.terminology import find_terms
from align.errors import InputError
from align.lexica.glossary import Glossary, Term, read_glossary
from tests.align.checks.parallel import parallel

TBX = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="a"><langSet xml:lang="en"><tig><term>sluice gate</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>vanne</term></tig>
<tig><term>porte d'eau</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>"""
NEW_TBX = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en"><text><body><conceptEntry>
<langSec xml:lang="en"><termSec><term>weir</term></termSec></langSec>
<langSec xml:lang="de-AT"><termSec><term>Wehr</term></termSec></langSec></conceptEntry></body></text></tbx>"""


def write(folder: Path, text: str, name: str = "terms.tsv") -> Path:
    """Return a file with a glossary."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_terms_is_read(tmp_path: Path) -> None:
    """Alternatives are parted by a bar; remarks and empty lines are left out."""
    path = write(tmp_path, "# rivers\n\nweir\tbarrage|seuil\nsluice gate\tvanne\n")
    terms = read_glossary(path, "en", "fr").terms
    assert terms == (Term(("weir",), ("barrage", "seuil")), Term(("sluice gate",), ("vanne",)))


def test_a_table_with_languages_is_turned_as_needed(tmp_path: Path) -> None:
    """And refused for other ones."""
    path = write(tmp_path, "fr\ten\nvanne\tsluice gate\n")
    assert read_glossary(path, "en-GB", "fr").terms == (Term(("sluice gate",), ("vanne",)),)
    with pytest.raises(InputError, match="a glossary of en and de, found fr and en"):
        read_glossary(path, "en", "de")


def test_both_kinds_of_tbx_are_read(tmp_path: Path) -> None:
    """Terms that are not to be used any more are left out."""
    assert read_glossary(write(tmp_path, TBX, "a.tbx"), "en", "fr").terms == (Term(("sluice gate",), ("vanne",)),)
    assert read_glossary(write(tmp_path, NEW_TBX, "b.tbx"), "de", "en").terms == (Term(("Wehr",), ("weir",)),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("weir\n", ":1: expected a term, a tab and its rendering"),
        ("weir\tseuil\tWehr\n", ":1: expected a term, a tab"),
        ("weir\t|\n", "expected a term"),
        ("", "found no term in it"),
        ("<martif><termEntry>", "expected TBX, found"),
        ("<martif/>", "expected terms in en and fr, found no entry"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><martif>&b;</martif>', "found declarations"),
    ],
)
def test_what_is_no_glossary_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    """The message names the file and the line."""
    with pytest.raises(InputError, match=message) as refusal:
        read_glossary(write(tmp_path, text), "en", "fr")
    assert "terms.tsv" in str(refusal.value)
    assert "\n" not in str(refusal.value)


GLOSSARY = Glossary("terms.tsv", "", "", (Term(("weir",), ("barrage", "seuil")), Term(("gate",), ("porte",))))


def test_a_term_without_its_rendering_is_told() -> None:
    """The finding points at the term and names what it should be."""
    comparison = parallel(["The weirs were closed."], ["Les digues étaient fermées."], "en-fr")
    (finding,) = find_terms(comparison, GLOSSARY)
    assert (finding.kind, finding.severity) == ("term-missing", Severity.MEDIUM)
    assert finding.evidence[0].text == "weirs"
    assert "“barrage” or “seuil”" in finding.message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The weir was closed.", "Les seuils étaient fermés."),
        ("The weird story ends.", "L'histoire finit."),
        ("The mill was closed.", "Le moulin était fermé."),
    ],
    ids=["inflected", "other-word", "no-term"],
)
def test_terms_that_are_rendered_in_any_form_are_silent(source: str, target: str) -> None:
    """And words that only begin like one."""
    assert list(find_terms(parallel([source], [target], "en-fr"), GLOSSARY)) == []


def test_a_longer_term_stands_for_the_shorter_one_in_it() -> None:
    """Each is asked for by itself elsewhere; terms of Chinese are found within the text."""
    glossary = Glossary("g", "", "", (*GLOSSARY.terms, Term(("sluice gate",), ("vanne",))))
    comparison = parallel(["The sluice gate is old."], ["La vanne est vieille."], "en-fr")
    assert list(find_terms(comparison, glossary)) == []
    chinese = Glossary("g", "zh", "en", (Term(("水闸",), ("sluice gate",)),))
    assert len(list(find_terms(parallel(["旧水闸关了。"], ["The old door is closed."], "zh-en"), chinese))) == 1

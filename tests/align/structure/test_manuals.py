"""Manuals in eight dialects of markup: their translations have no finding, and what is planted in one is found.

The pages are in `manuals`, each with a faithful translation.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from align.bitext import Comparison, Document, Role, Severity
from align.comparison import compare
from align.documents import read_document

MANUALS = Path(__file__).parent / "manuals"
NAMES = sorted({path.name.partition(".")[0] for path in MANUALS.iterdir()})
HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW


def pages(name: str) -> tuple[Path, Path]:
    """Return the English page of a manual and its translation."""
    (source,) = MANUALS.glob(f"{name}.en.*")
    (target,) = (path for path in MANUALS.glob(f"{name}.*") if path != source)
    return source, target


@cache
def original(name: str) -> Document:
    """Return the English page."""
    return read_document(pages(name)[0])


def with_change(name: str, old: str, new: str, folder: Path) -> Comparison:
    """Return the comparison of a page with a translation in which one place was changed."""
    target = pages(name)[1]
    text = target.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path = folder / target.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    return compare(original(name), path)


@pytest.mark.parametrize("name", NAMES)
def test_a_faithful_translation_has_no_finding(name: str) -> None:
    """Neither in its text nor in its structure: addresses, anchors, pictures and comments are in its language."""
    source, target = pages(name)
    for comparison in (compare(original(name), target), compare(target, source)):
        assert [(it.kind, it.message) for it in comparison.findings] == []
        assert comparison.alignment.source.structure
        assert len(comparison.alignment.source.structure) == len(comparison.alignment.target.structure or ())


@pytest.mark.parametrize("name", NAMES)
def test_no_markup_is_article_text(name: str) -> None:
    """What macros, front matter and directives are made of is in no sentence."""
    for path in pages(name):
        document = read_document(path)
        article = " ".join(segment.text for segment in document.segments if segment.role is not Role.CODE)
        marks = (
            "{{",
            "}}",
            "{%",
            "%}",
            ":::",
            "!!!",
            "???",
            "[!",
            "{#",
            "{:",
            "import ",
            "<Tab",
            "cSpell",
            "[^",
            "|==",
            "::",
        )
        assert not [mark for mark in marks if mark in article]
        assert document.meta.title


PLANTED = [
    ("hugo", "--minutes 15\n", "--minutes 50\n", "code", HIGH),
    ("hugo", "```bash\n# Commencer par la première vanne\nwaterd --valve 1 --minutes 15\n```\n", "", "code", MEDIUM),
    ("hugo", "# Commencer par la première vanne\nwaterd --valve 1", "waterd", "code", HIGH),
    ("hugo", "/fr/docs/parts/cables/#longueur", "https://shop.example/cables", "link", MEDIUM),
    ("hugo", '{{< ref "repair.md" >}}', '{{< ref "buy.md" >}}', "link", LOW),
    (
        "hugo",
        "[câble de la bonne longueur](/fr/docs/parts/cables/#longueur)",
        "câble de la bonne longueur",
        "link",
        LOW,
    ),
    ("hugo", "/images/pump.fr.png", "/images/door.png", "image", LOW),
    ("hugo", '{{% alert title="Attention" color="warning" %}}\n', "", "macro", MEDIUM),
    ("hugo", '{{< glossary_tooltip text="gardien" term_id="caretaker" >}}', "gardien", "macro", LOW),
    ("hugo", '{{% tab name="Hiver" %}}', '{{% note name="Hiver" %}}', "macro", MEDIUM),
    ("hugo", "## Lancer le programme\n", "", "heading", MEDIUM),
    ("mdn", "> [!NOTE]", "> [!WARNING]", "macro", MEDIUM),
    ("mdn", '{{Glossary("bus", "bus', '{{Glossary("train", "bus', "macro", MEDIUM),
    ("mdn", "pause: 200 }", "pause: 2000 }", "code", HIGH),
    ("mdn", '{{APIRef("Lamp")}}', "", "macro", LOW),
    ("mdn", "\nblink(times, options)\n", "\n", "code", HIGH),
    ("mdn", "### Paramètres", "## Paramètres", "heading", LOW),
    ("mdn", "- `times`", "- `fois`", "code", MEDIUM),
    (
        "docusaurus",
        "| `lines` | 30 | Die Zahl der Zeilen, die auf einer Seite gezeigt werden. |\n",
        "",
        "table",
        MEDIUM,
    ),
    ("docusaurus", "./img/first-page.png", "./img/cover.png", "image", LOW),
    ("docusaurus", "https://library.example/de/download", "https://other.example/de/download", "link", MEDIUM),
    ("docusaurus", "npm install village-reader", "npm install city-reader", "code", HIGH),
    ("docusaurus", "Ordner `books`", "Ordner `--books`", "code", HIGH),
    ("docusaurus", ":::danger", ":::tip", "macro", MEDIUM),
    ("docusaurus", "![Die erste Seite des Lesers](./img/first-page.png)\n", "", "image", LOW),
    ("jekyll", 'file="oven.jpg"', 'file="pan.jpg"', "image", LOW),
    ("jekyll", "hours: 3", "hours: 4", "code", HIGH),
    ("jekyll", "{% include comments.html %}\n", "", "macro", LOW),
    ("jekyll", "{{ site.baseurl }}/list.html", "https://mill.example/shop", "link", MEDIUM),
    ("mkdocs", '!!! warning "Stürme"', '!!! note "Stürme"', "macro", MEDIUM),
    ("mkdocs", "weather --check", "weather --clear", "code", HIGH),
    ("mkdocs", "    ```sh\n    weather --log --remote tower\n    ```\n", "", "code", MEDIUM),
    ("mkdocs", "rules.de.md#nacht", "https://shop.example/lamps", "link", MEDIUM),
    ("mkdocs", "[TOC]\n", "", "macro", LOW),
    ("sphinx", ".. note:: La", ".. warning:: La", "macro", MEDIUM),
    ("sphinx", "copy --all --target", "copy --target", "code", HIGH),
    ("sphinx", "``--verify``", "``--check``", "code", HIGH),
    ("sphinx", "cartes   40 Go\n", "", "table", MEDIUM),
    ("sphinx", "https://town.example/archive", "https://town.example/shop", "link", MEDIUM),
    ("sphinx", "<folders>`", "<https://shop.example/>`", "link", MEDIUM),
    ("sphinx", ".. toctree::\n   :maxdepth: 1\n\n   folders\n   restore\n", "", "macro", LOW),
    ("sphinx", "Faire une copie\n---------------\n", "", "heading", MEDIUM),
    ("asciidoc", "--train 407 --bed", "--train 407 --seat", "code", HIGH),
    ("asciidoc", "https://train.example/es/tickets", "https://bus.example/es/tickets", "link", MEDIUM),
    ("asciidoc", "|2 |Asientos\n", "", "table", MEDIUM),
    ("asciidoc", "WARNING: No", "NOTE: No", "macro", MEDIUM),
    ("asciidoc", "image::dining-car.png[El vagón restaurante]\n", "", "image", LOW),
    ("asciidoc", "== Comprar un billete\n", "", "heading", MEDIUM),
    ("page", "--retry 3", "--retry 5", "code", HIGH),
    ("page", "curl -X POST", "curl -X PUT", "code", HIGH),
    ("page", "<tr><td>Gull</td><td>6</td></tr>", "", "table", MEDIUM),
    ("page", 'href="/fr/rules"', 'href="https://shop.example/"', "link", MEDIUM),
    ("page", '<img src="/img/boat-fr.png" alt="Un bateau">', "", "image", LOW),
    ("page", "<h2>Tailles</h2>", "", "heading", MEDIUM),
]


@pytest.mark.parametrize(("name", "old", "new", "kind", "severity"), PLANTED)
def test_what_is_planted_in_a_translation_is_found(
    name: str, old: str, new: str, kind: str, severity: Severity, tmp_path: Path
) -> None:
    """As one finding of its kind and as grave as it is, and nothing else of the structure is claimed."""
    found = [it for it in with_change(name, old, new, tmp_path).findings if it.check == "structure"]
    assert [(it.kind, it.severity) for it in found] == [(kind, severity)], [it.message for it in found]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("hugo", "# Commencer par la première vanne\n", "# Une autre remarque\n"),
        ("hugo", "/fr/docs/parts/cables/#longueur", "../parts/cables/"),
        ("mdn", '"La lampe s\'est arrêtée"', '"Finie"'),
        ("mdn", "/fr/docs/Workshop/API/Lamp_API/Using_lamps#capteurs", "/docs/Workshop/API/Lamp_API/Using_lamps"),
        ("docusaurus", "https://library.example/de/download", "http://www.library.example/de-DE/download/index.html"),
        ("docusaurus", "./img/first-page.png", "/docs/de/img/first-page-de.png"),
        ("docusaurus", "`false`", "false"),
        ("sphinx", "https://town.example/archive", "https://fr.town.example/archive/"),
        ("jekyll", "### Cómo se hace el fuego", "### Hacer fuego"),
    ],
)
def test_what_a_translation_may_change_is_no_finding(name: str, old: str, new: str, tmp_path: Path) -> None:
    """Comments, strings, marks of a language in addresses, anchors, and the words of headings."""
    assert [it.message for it in with_change(name, old, new, tmp_path).findings] == []


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("hugo", "Videz tous les tuyaux avant la première nuit de gel.\n"),
        ("mdn", '> La méthode ne fonctionne que si la lampe est reliée au {{Glossary("bus", "bus de l\'atelier")}}.\n'),
        ("docusaurus", "Entfernen Sie den Ordner `books` nicht, solange der Leser offen ist.\n"),
        ("jekyll", "Traigan por favor su propio cuenco y un paño.\n"),
        ("mkdocs", "    Klopfen Sie einmal an das Barometer, bevor Sie es ablesen.\n"),
        ("sphinx", "   Le câble entre les deux machines passe sous le plancher.\n"),
        ("asciidoc", "* Un asiento cuesta la mitad que una cama.\n"),
    ],
)
def test_a_sentence_that_is_missing_in_markup_is_an_omission(name: str, old: str, tmp_path: Path) -> None:
    """Whatever it stands in; what was in it is not told again."""
    comparison = with_change(name, old, "", tmp_path)
    kinds = Counter(it.kind for it in comparison.findings if it.severity is not LOW)
    assert kinds["dropped"] == (name != "sphinx")
    assert not kinds - Counter(["dropped"])

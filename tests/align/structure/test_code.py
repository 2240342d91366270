"""What of code a translation keeps, and what it may change."""

import pytest

from align.structure.code import changed_lines, code_lines, likeness


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("java", "List<Boat> all; // here", "List<Boat> all; // ici"),
        ("python", "x = 1  # one\nprint('Hello')", "x = 1  # eins\n\nprint('Hallo')"),
        (
            "js",
            'run(2); // twice\n/* then\nstop */ say("Hi");',
            'run(2); // deux fois\n/* puis arrêter */ say("Salut");',
        ),
        ("sql", "SELECT name -- the name\nFROM boats;", "SELECT name -- le nom\nFROM boats;"),
        ("html", "<p class='a'>Hello <b>you</b></p> <!-- x -->", "<p class='a'>Bonjour <b>toi</b></p>"),
        ("yaml", "title: The old boat\nsize: 3", "title: Le vieux bateau\nsize: 3"),
        ("bash", "cp <file> <your folder>", "cp <fichier> <votre dossier>"),
        ("mermaid", "graph TD\nA[Start] -->|yes| B(End)", "graph TD\nA[Début] -->|oui| B(Fin)"),
        ("", "The boat has left the harbour.", "Le bateau a quitté le port."),
        ("text", "3 boats\nGood morning to you", "3 boats\nBonjour à vous"),
        ("json", '{"name": "boat", "size": 3}', '{"name": "bateau", "size": 3}'),
        ("rust", "run(1); // go", "run(1); // geh"),
        ("", "\tmake  all", "    make all"),
    ],
)
def test_words_for_readers_may_be_translated(language: str, source: str, target: str) -> None:
    """Comments, strings, placeholders, labels, values and output are no changes."""
    assert changed_lines(code_lines(source, language), code_lines(target, language)) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "pair"),
    [
        ("bash", "rm -r old", "rm -rf old", ("rm -r old", "rm -rf old")),
        ("", "npm install boat", "npm install ship", ("npm install boat", "npm install ship")),
        ("", "make all\nmake test", "make all", ("make test", "")),
        ("json", '{"name": "boat"}', '{"nom": "boat"}', ('{"name": ""}', '{"nom": ""}')),
        ("yaml", "size: 3", "size: 4", ("size: 3", "size: 4")),
        ("html", "<p>Hello</p>", "<div>Hallo</div>", ("<p></p>", "<div></div>")),
        ("c", "#include <stdio.h>", "#include <stdlib.h>", ("#include <stdio.h>", "#include <stdlib.h>")),
        ("java", "List<Boat> all;", "List<Ship> all;", ("List<Boat> all;", "List<Ship> all;")),
    ],
)
def test_all_else_is_a_change(language: str, source: str, target: str, pair: tuple[str, str]) -> None:
    """A flag, a name, a key, a line."""
    found = changed_lines(code_lines(source, language), code_lines(target, language))
    assert found == [pair]


def test_long_code_is_compared_line_by_line_where_it_stands() -> None:
    """A thousand lines, of which one is another."""
    lines = [f"step {number};" for number in range(1000)]
    changed = [*lines[:500], "stop 500;", *lines[501:]]
    assert changed_lines(tuple(lines), tuple(changed)) == [("step 500;", "stop 500;")]


def test_likeness_is_the_share_of_common_tokens() -> None:
    """From nothing to all."""
    assert likeness(("a b c d",), ("a b e f",)) == 0.5
    assert likeness((), ()) == 1.0
    assert likeness(("a",), ()) == 0.0

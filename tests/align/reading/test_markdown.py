"""Markdown in the dialects of documentation: nothing vanishes, markup is no text, and the structure is told."""

import re
import time
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import Role, Structure
from align.errors import InputError
from align.reading import read_bytes
from align.reading.front_matter import split_front_matter
from tests.align.reading.readings import check_tiling, elements, pairs, read_text, texts

Lines = list[str]


def _indented(lines: Lines, first: str, other: str) -> Lines:
    """Return lines with a mark before the first one and room before the others."""
    return [(first if number == 0 else other) + line if line else "" for number, line in enumerate(lines)]


def _quoted(lines: Lines, head: str = "") -> Lines:
    return [f"> {line}".rstrip() for line in ([head, *lines] if head else lines)]


# A `W` is a word of its own, which must be read.
LEAVES = st.sampled_from(
    [
        ["W and *W* and [W](u.md) and `W`."],
        ["W", "W  ", "W"],
        ["## W `W` {#id}"],
        ["W", "==="],
        ["```sh", "W", "```"],
        ["    W"],
        ["| W | W |", "|---|:-:|", "| W | `W` |", "| [W](u) | |"],
        ['![W](a.png "W")'],
        ["<details><summary>W</summary>", "", "W", "", "</details>"],
        ["<div class='x'>", "<p>W <b>W</b></p>", "</div>"],
        ['{{< figure src="a.png" caption="W" >}}'],
        ['W {{Glossary("x", "W")}} W {% include a.html %} W.'],
        ["{% highlight ruby %}", "W", "{% endhighlight %}"],
        ["[^1]: W"],
        ["W[^1] and <W> and <b>W</b> <!-- no --> W"],
        ["Term W", ": W"],
        ["<Card title='W'>", "W", "</Card>"],
        ["[W]: W W"],
    ]
)


def _nested(blocks: st.SearchStrategy[Lines]) -> st.SearchStrategy[Lines]:
    several = st.lists(blocks, min_size=1, max_size=3).map(
        lambda parts: [line for part in parts for line in (*part, "")]
    )
    return st.one_of(
        several,
        several.map(_quoted),
        several.map(lambda lines: _quoted(lines, "[!NOTE] W")),
        several.map(lambda lines: _indented(lines, "- ", "  ")),
        several.map(lambda lines: _indented(lines, "12. ", "    ")),
        several.map(lambda lines: _indented(lines, "- [ ] ", "  ")),
        several.map(lambda lines: ['!!! note "W"', *_indented(lines, "    ", "    "), ""]),
        several.map(lambda lines: [":::tip[W]", "", *lines, "", ":::"]),
        several.map(lambda lines: ['{{% alert title="W" %}}', *lines, "{{% /alert %}}"]),
        several.map(lambda lines: ["<Tabs>", "", *lines, "", "</Tabs>"]),
    )


PAGES = st.recursive(LEAVES, _nested, max_leaves=12)


def numbered(lines: Lines) -> tuple[str, set[str]]:
    """Return a page in which each `W` is a word of its own, and these words."""
    numbers = count()
    text = re.sub(r"\bW\b", lambda _: f"w{next(numbers)}w", "\n".join(lines))
    return text, set(re.findall(r"\bw\d+w\b", text))


@settings(max_examples=300, deadline=None)
@given(PAGES, st.sampled_from([".md", ".mdx"]))
def test_every_word_of_a_page_is_read(lines: Lines, suffix: str) -> None:
    """Whatever the words stand in, and however deeply that is nested."""
    text, words = numbered(lines)
    reading = read_text(text, f"page{suffix}")
    check_tiling(reading)
    assert words <= set(re.findall(r"w\d+w", reading.text))
    for element in reading.structure or ():
        assert element.chars.stop <= len(reading.text)


@pytest.mark.parametrize("depth", [5, 19, 20, 60, 400])
@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", ">"])
def test_no_depth_of_quotations_and_lists_loses_text(mark: str, depth: int) -> None:
    """All marks on one line, and a level more on each line."""
    assert "deep" in read_text(mark * depth + "deep", "a.md").text
    room = " " * len(mark)
    steps = [(">" if mark[0] == ">" else room) * level + mark + f"w{level}w" for level in range(depth)]
    words = re.findall(r"w\d+w", read_text("\n".join(steps), "a.md").text)
    assert words == [f"w{level}w" for level in range(depth)]


@pytest.mark.parametrize(
    ("matter", "told"),
    [
        ("---\ntitle: A day\ncSpell:ignore: Tellis\ntags : [a, b]\n---", {"title": "A day"}),
        ("---\ntitle: 'A day\nauthor: \"Ann Lee\"\n\tweight: {\n---", {"title": "A day", "author": "Ann Lee"}),
        ("---\ntitle: Lamps: a guide\ntitle: Lamps\n---", {"title": "Lamps"}),
        ("---\n# a remark\ntitle: >-\n  A long\n  day\nauthors:\n  - name: Ann Lee\n    url: x\n  - Bo\n---",
         {"title": "A long day", "author": "Ann Lee, Bo"}),
        ("---\ndescription: |\n  Some words.\n\n  More words.\ndate: 2024-05-01 # a\n...", {"date": "2024-05-01"}),
        ("\ufeff---\r\ntitle: A day\r\nlang: pt_BR\r\n---", {"title": "A day", "language": "pt_BR"}),
        ("---\ntitle: A day\nweight: 2", {"title": "A day"}),
        ("---\n\"title\": A day\nog:title: B\n$schema: c\n---", {"title": "A day"}),
        ("+++\ntitle = \"A day\"\n[params]\nauthor = 'x'\n+++", {"title": "A day"}),
        ("+++\ntitle = A day\nweight = [1,\n+++", {"title": "A day"}),
        ('{\n  "title": "A day",\n  "author": {"name": "Ann Lee"}\n}', {"title": "A day", "author": "Ann Lee"}),
        ('{\n  "title": "A day",\n  "tags": ["a",],\n}', {"title": "A day"}),
    ],
)  # fmt: skip
def test_front_matter_is_meta_however_broken(matter: str, told: dict[str, str]) -> None:
    """No line of it is text, nor a headline."""
    text = f"{matter}\n\nThe first sentence stands here."
    assert split_front_matter(text.replace("\r\n", "\n"))[0] == told
    reading = read_text(text, "a.md")
    assert texts(reading) == ["The first sentence stands here."]
    assert (reading.title, reading.byline) == (told.get("title", ""), told.get("author", ""))


@pytest.mark.parametrize(
    "text",
    [
        "---\nTwo rules with prose, and a colon: here.\n---\n\nMore.",
        "---\n\nA paragraph.\n\n---",
        "{name} said: yes.\n\nNo.",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    """Rules with prose between them, and a brace."""
    assert split_front_matter(text) == ({}, text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('A {{Glossary("tree", "the tree")}} grows.', "A the tree grows."),
        ('A {{Glossary("tree")}} grows.', "A tree grows."),
        ('See {{domxref("Node.append()", "", "", "nocode")}}.', "See Node.append()."),
        ('The {{< tooltip text="pods" id="pod" >}} run.', "The pods run."),
        ("It is {{ page.price }} {% raw_price x %}long.", "It is  long."),
        ("A word{: .big } and {#anchor}more[^2].", "A word and more."),
        ("Use <Icon name='x' size={24} /> here.", "Use x here."),
        ("See {ref}`the page <target>` or {term}`tree`.", "See the page or tree."),
        ("Write `{{ name }}` and `{% if %}`.", "Write {{ name }} and {% if %}."),
        ("Give <file> and {curly} braces.", "Give <file> and {curly} braces."),
        ("One <!-- two --> three.", "One  three."),
    ],
)
def test_a_macro_in_a_sentence_stands_for_its_text(line: str, text: str) -> None:
    """It breaks no sentence, and what it is made of is not read."""
    assert texts(read_text(line, "a.md")) == [text]


def test_code_keeps_what_looks_like_a_macro() -> None:
    """In fences, indented, and between tags."""
    reading = read_text("```\n{{ a }}\n:::note\n```\n\n    {% b %}\n\n{% raw %}\n{{ c }}\n{% endraw %}", "a.md")
    assert pairs(reading) == [(Role.CODE, code) for code in ("{{ a }}\n:::note", "{% b %}", "{{ c }}")]


def test_the_structure_of_a_page_is_told() -> None:
    """Kind, text and value, in the order of their beginnings; containers hold what is in them."""
    text = (
        "# T\n\n> [!TIP]\n> See [it](u.md) and `x`.\n\n![](a.png)\n\n|a|b|\n|-|-|\n|1|2|\n\n```sh\nls\n```\n\n{{toc}}\n"
    )
    assert elements(read_text(text, "a.md")) == [
        (Structure.HEADING, "T", "1"),
        (Structure.MACRO, "See it and x.", "tip"),
        (Structure.LINK, "it", "u.md"),
        (Structure.INLINE, "x", ""),
        (Structure.IMAGE, "", "a.png"),
        (Structure.ROW, "a\n\nb", "2"),
        (Structure.ROW, "1\n\n2", "2"),
        (Structure.CODE, "ls", "sh"),
        (Structure.MACRO, "", "toc"),
    ]


def test_sentences_in_a_table_are_article_text() -> None:
    """Labels and values are cells; a column of sentences is text as a whole."""
    page = (
        "| Name | Meaning |\n|---|---|\n| `a` | It opens the door of the house. |\n| `b` | It sings for all of us. |\n"
        "| `c` | None. |\n"
    )
    roles = {text: role for role, text in pairs(read_text(page, "a.md"))}
    assert {text for text, role in roles.items() if role is Role.CELL} == {"Name", "Meaning", "a", "b", "c"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(mark * 10_000, id=mark[:8])
        for mark in (
            "{",
            "{{",
            "{{< a ",
            "{% a ",
            "<A ",
            "<A {",
            "{#a",
            "](a{{",
            "> ",
            "- ",
            '{{< "',
            ":::note\n",
            "+++\n",
            "|a",
        )
    ],
)
def test_no_repetition_of_marks_makes_it_slow(text: str) -> None:
    """Time grows with the length of the text."""
    begin = time.process_time()
    with suppress(InputError):
        read_bytes(text.encode(), name="a.md")
    assert time.process_time() - begin < 8  # under one second on an idle machine


def test_bold_words_alone_on_the_first_line_of_a_paragraph_are_a_line_of_their_own() -> None:
    """They are the title of a note; bold words at the end of a wrapped line are a part of the sentence."""
    assert texts(read_bytes("> **Nota**\n> El agua daña las raíces.\n".encode(), name="a.md")) == [
        "Nota",
        "El agua daña las raíces.",
    ]
    assert texts(read_bytes(b"**Cold water**\nharms the roots.\n", name="a.md")) == ["Cold water harms the roots."]

"""Rules, page numbers, running heads and the licences of e-books in plain text, and what only looks like them."""

import pytest

from align.bitext import Role
from align.flow import flow
from align.reading import Reading
from align.reading.ebook import find_boilerplate
from tests.align.reading.readings import check_tiling, pairs, read_text, texts

STORY = (
    "The boats came home one after the other and were tied up at the quay. Nobody spoke. Only the old man hummed, as "
    "he always did when the wind was in the west and the ships lay low in the water. Then he went home."
)


def article(reading: Reading) -> list[str]:
    """Return the blocks that are not furniture, on one line each."""
    return [flow(text) for role, text in pairs(reading) if role is not Role.FURNITURE]


def furniture(reading: Reading) -> list[str]:
    """Return the blocks that are furniture."""
    return [text for role, text in pairs(reading) if role is Role.FURNITURE]


PAGES = """\
The boats came home one after the other and were tied up at
the quay. Nobody spoke. Only the old man hummed, as he always
did when the
{}
wind was in the west and the ships lay
{}
low in the water. Then he went home.
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("42   THE SALT MILL", "THE SALT MILL   43"),
        ("42   THE SALT MILL", "THE FLOOD   43"),
        ("The Salt Mill 42", "The Salt Mill 43"),
        ("THE SALT MILL", "THE SALT MILL"),
        ("— 27 —", "- 28 -"),
        ("[Page 19]", "[Page 20]"),
        ("Seite 19", "Seite 20 von 31"),
        ("p. 19", "{20}"),
        ("стр. 19", "第20页"),
        ("12", "13"),
        ("* * *", "________"),
        ("THE SALT MILL\n\n42", "\n43\n"),
    ],
)
def test_the_marks_of_a_page_do_not_cut_a_sentence(first: str, second: str) -> None:
    """They are furniture behind the paragraph; nothing is lost, and as many lines end as before."""
    text = PAGES.format(first, second)
    reading = read_text(text)
    assert article(reading) == [STORY]
    assert furniture(reading) == [line for line in f"{first}\n{second}".split("\n") if line]
    assert reading.text.count("\n") == text.count("\n")
    assert sorted(reading.text.split()) == sorted(text.split())
    check_tiling(reading)


def test_the_edges_of_pages_that_form_feeds_end_are_marks() -> None:
    """As a program writes that makes text of a print."""
    pages = [
        "The Salt Mill\nThe boats came home one after the other and were tied up at\nthe quay. Nobody spoke.\n1\n",
        "The Salt Mill\nOnly the old man hummed, as he always did when the wind was\n2\n",
        "The Salt Mill\nin the west and the ships lay low in the water. Then he went home.\n3\n",
    ]
    reading = read_text("\f".join(pages))
    assert " ".join(article(reading)) == STORY
    assert (
        furniture(reading) == ["The Salt Mill", "1", "The Salt Mill", "2", "The Salt Mill", "3"]
        or len(furniture(reading)) == 6
    )


def test_a_page_number_in_brackets_goes_from_within_a_line() -> None:
    """One at the beginning or the end of a paragraph stays where it stands."""
    reading = read_text("[Pg 4] The boats came [Pg 5] home one after the other. [Pg 6]\n")
    assert pairs(reading) == [
        (Role.FURNITURE, "[Pg 4]"),
        (None, "The boats came home one after the other."),
        (Role.FURNITURE, "[Pg 5]"),
        (Role.FURNITURE, "[Pg 6]"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1\n\nThe mill was shut.\n\n2\n\nNobody knew why.\n\n3\n\nThe old man went home.",
        "Chapter 1\n\nThe mill was shut.\n\nChapter 2\n\nNobody knew why.",
        "Where is he?\n...\nI do not know.\n...",
        "Salt\n12\nFlour\n13\nButter\n14",
        "In the year 1936 42 boats came home.",
        "And so they go\nRound and round\nAnd so they go\nDown to the ground",
    ],
    ids=["numbered chapters", "chapters", "silence", "table", "numbers in a sentence", "refrain"],
)
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    """A number or a line that comes again is a mark only where a page may end."""
    assert texts(read_text(text)) == [line for line in text.split("\n") if line]
    assert furniture(read_text(text)) == []


MILL = [
    "The mill stood still for eleven days, because nobody had thought of oiling the wheel.",
    "On the twelfth day the miller's daughter came back from the fair with a can of grease.",
    "By the evening there was flour in every sack, and bread in every house of the valley.",
]
BEGUN, GONE_ON = "The mill stood still for eleven days, because", "nobody had thought of oiling the wheel."


@pytest.mark.parametrize(
    ("between", "marks"),
    [
        (["41", "42"], ["41", "42"]),
        (["THE MILL\n41", "THE MILL\n42"], ["THE MILL", "41", "THE MILL", "42"]),
        (["7", "8"], ["7", "8"]),
        (["1", "2"], []),
        (["1936", "1937"], []),
        (["12", "9"], []),
        (["42\nsacks were sold.", "So it went on."], []),
        (["How many sacks were sold in the years that followed the great flood?\n\n42", "And in 1937?\n\n43"], []),
    ],
    ids=["numbers", "running heads", "small numbers", "chapters", "years", "a countdown", "glued", "answers"],
)
def test_a_page_that_ends_between_sentences(between: list[str], marks: list[str]) -> None:
    """Its number is no text where it counts pages; years, chapters and answers are text."""
    paragraphs = [piece for pair in zip(MILL, [*between, ""], strict=True) for piece in pair if piece]
    reading = read_text("\n\n".join(paragraphs))
    assert furniture(reading) == marks
    check_tiling(reading)


def test_the_number_of_one_page_between_wrapped_paragraphs() -> None:
    """The last line before it is short; in scripts without capitals any letter begins a sentence."""
    reading = read_text(f"{MILL[0]} {MILL[1][:40]}\n{MILL[1][41:60]}.\n\n12\n\n{MILL[2]}")
    assert furniture(reading) == ["12"]
    japanese = "水車は十一日のあいだ動かなかった。誰も車に油をさそうとは思わなかったのだ。"
    assert furniture(read_text(f"{japanese}\n\n12\n\n{japanese}")) == ["12"]


@pytest.mark.parametrize(
    "mark", ["The Salt Mill\n\n42", "42\nThe Salt Mill", "The Valley Post – 3 May 1936\nPage 2", "The Salt Mill: II 42"]
)
def test_a_line_beside_a_number_inside_a_sentence_is_a_running_head(mark: str) -> None:
    """Though it stands there once, and is not in capitals."""
    reading = read_text(f"{BEGUN}\n\n{mark}\n\n{GONE_ON}\n\n{MILL[1]}\n")
    assert article(reading) == [MILL[0], MILL[1]]
    assert furniture(reading) == mark.replace("\n\n", "\n").split("\n")


def test_a_paragraph_at_the_edge_of_a_page_is_no_running_head() -> None:
    """It begins a sentence, though it is short and stands beside the number of a page."""
    reading = read_text(f"{MILL[0]}\n\nThe miller's daughter came\n\n41\n\fback from the fair.\n\n{MILL[2]}\n\n42\n\f")
    assert furniture(reading) == ["41", "42"]
    assert "The miller's daughter came back from the fair." in article(reading)


def test_the_title_above_a_text_is_no_running_head() -> None:
    """Those that come again inside sentences are."""
    reading = read_text(f"The Salt Mill\n\n{BEGUN}\n\nThe Salt Mill\n\n{GONE_ON}\n\n{MILL[1]}\n")
    assert article(reading) == ["The Salt Mill", MILL[0], MILL[1]]


BOOKS = {
    "marks": (
        ["The Open Shelf eBook of The Mill, by Ann Holm", "You may give this eBook away.", "Title: The Mill"],
        ["*** START OF THE OPEN SHELF EBOOK THE MILL ***"],
        ["*** END OF THE OPEN SHELF EBOOK THE MILL ***", "This licence applies to all our books."],
    ),
    "a mark on two lines": (
        ["Title: The Mill", "Author: Ann Holm"],
        ["*** START OF THE OPEN SHELF EBOOK THE MILL, THE DAM", "AND THE WEIR ***"],
        ["End of the Open Shelf eBook of The Mill"],
    ),
    "German": (
        ["Freies Regal, E-Book Nr. 12", "Titel: Die Mühle", "Autorin: Ann Holm", "Erscheinungsdatum: 3. Mai 2004"],
        ["Sprache: Deutsch"],
        ["*** ENDE DES E-BOOKS DIE MÜHLE ***", "Lizenz"],
    ),
    "French": (
        ["Ce livre numérique est libre de droits.", "Titre : Le moulin", "Auteur : Ann Holm"],
        ["Langue : français"],
        ["*** FIN DU LIVRE NUMÉRIQUE LE MOULIN ***"],
    ),
    "Italian": (
        ["Questo e-book è stato realizzato da volontari.", "TITOLO: Il mulino", "AUTORE: Ann Holm"],
        ["LICENZA: si veda il sito"],
        [],
    ),
    "Japanese": (
        ["水車小屋", "-" * 40, "【テキスト中に現れる記号について】", "《》：ルビ"],
        ["-" * 40],
        ["底本：「水車小屋」灯台書房", "2003年4月1日作成"],
    ),
}
TEXT = ["CHAPTER I", "The mill was shut on Monday.", "Nobody in the village knew the title of the book: it was gone."]


@pytest.mark.parametrize("kind", BOOKS)
def test_head_and_tail_of_an_e_book_are_furniture(kind: str) -> None:
    """The text between them is what it is elsewhere."""
    above, last, below = BOOKS[kind]
    reading = read_text("\n\n".join([*above, "\n".join(last), *TEXT, *below]))
    assert article(reading) == TEXT
    assert furniture(reading) == [*above, *last, *below]


def test_the_catalogue_of_an_e_book_tells_title_and_author() -> None:
    """They are those of the document."""
    reading = read_text("An eBook\n\nTitle: The Mill\n\nAuthor: Ann Holm\n\nThe mill was shut on Monday.")
    assert (reading.title, reading.byline) == ("The Mill", "Ann Holm")


@pytest.mark.parametrize(
    "lines",
    [
        ["Language: the art of talking", "The mill was shut."],
        ["Start of the week", "The mill was shut.", "End of the story about an e-book that nobody read, said Ann."],
        ["Title: none", "The mill was shut.", "Author: nobody"],
        ["*** START ***", "The mill was shut.", "*** END ***"][1:2],
    ],
)
def test_other_texts_have_no_such_head(lines: list[str]) -> None:
    """One line like those of a catalogue, or a word of an end, is not enough."""
    found = find_boilerplate(lines)
    assert (found.head, found.tail) == (0, len(lines))


def test_a_chinese_sentence_goes_on_behind_a_page_number_after_a_comma() -> None:
    """Without capitals a comma tells as much as a line without any mark."""
    reading = read_text("雨下了三天。老李把船拖到树下，\n\n第20页\n\n回家去了。\n\n— 21 —\n\n第二天船不见了。\n")
    assert article(reading) == ["雨下了三天。老李把船拖到树下，回家去了。", "第二天船不见了。"]
    assert furniture(reading) == ["第20页", "— 21 —"]

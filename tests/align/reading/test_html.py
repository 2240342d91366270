"""What the reader of web pages makes of them: blocks, roles, what is hidden, and pages made to do harm."""

import pytest

from align.bitext import Role, Structure
from align.errors import InputError
from tests.align.reading.readings import SENTENCE, check_tiling, elements, pairs, read_text, texts

PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Harbour closes - Courier</title><style>p {{}}</style></head>
<body class="has-sidebar"><header><a href="/">Courier</a></header><nav><ul><li>News</li><li>Sport</li></ul></nav>
<main><article><h1>Harbour closes</h1><p class="byline">By <a rel="author">Ann Lee</a></p><time>4 March 2021</time>
<p>{SENTENCE} It was   the <b>last</b>
one.</p><p hidden>Not shown.</p><p style="display: none">Nor this.</p>
<figure><img src="q.png" alt="x"><figcaption>The quay at night</figcaption></figure>
<div class="advert-box">Buy a boat</div><h2>What comes next</h2>
<p>{SENTENCE.replace("Thursday", "Friday")}</p><p>Line one<br>Line two</p>
</article></main><section id="comments"><p>What a pity, I liked that ferry very much.</p></section>
<script>var x = "no";</script><footer>Imprint</footer></body></html>"""


def test_a_web_page_falls_into_blocks_with_roles() -> None:
    """Tags and names of classes tell the roles; what a browser hides is left out."""
    reading = read_text(PAGE, "a.html")
    assert pairs(reading) == [
        (Role.FURNITURE, "Courier"),
        (Role.FURNITURE, "News"),
        (Role.FURNITURE, "Sport"),
        (Role.HEADLINE, "Harbour closes"),
        (Role.BYLINE, "By Ann Lee"),
        (Role.DATE, "4 March 2021"),
        (Role.BODY, f"{SENTENCE} It was the last one."),
        (Role.CAPTION, "The quay at night"),
        (Role.FURNITURE, "Buy a boat"),
        (Role.HEADING, "What comes next"),
        (Role.BODY, SENTENCE.replace("Thursday", "Friday")),
        (Role.BODY, "Line one"),
        (Role.BODY, "Line two"),
        (Role.COMMENT, "What a pity, I liked that ferry very much."),
        (Role.FURNITURE, "Imprint"),
    ]
    assert (reading.title, reading.language) == ("Harbour closes", "en-GB")
    check_tiling(reading)


def test_a_page_of_bare_divisions_and_breaks_is_read() -> None:
    """No paragraph tag is needed."""
    reading = read_text(f"<div>Harbour<br><br>{SENTENCE}<br><br>{SENTENCE}<div>End.</div></div>", "a.html")
    assert texts(reading) == ["Harbour", SENTENCE, SENTENCE, "End."]


PARAGRAPHS = "".join(f"<p>{SENTENCE} It was number {number}.</p>" for number in range(6))


def test_a_page_with_the_site_name_as_first_heading_is_understood() -> None:
    """The heading that fits the title of the page is the headline, whatever its level."""
    page = f"""<html><head><meta property="og:title" content="Harbour closes"></head><body class="comments-open">
    <h1>Courier</h1><div class="menu"><a>Home</a></div><div class="entry"><h2>Harbour closes</h2>
    <div>Posted on <time>4 March 2021</time> by <span class="author">Ann Lee</span></div>{PARAGRAPHS}<p>— Oui.</p>
    <p>The end came at night.</p><div class="sharing"><h3>Share this:</h3></div></div><div>Made by hand</div>
    </body></html>"""
    found = dict((text, role) for role, text in pairs(read_text(page, "a.html")))
    assert found["Harbour closes"] is Role.HEADLINE
    assert found["— Oui."] is found["The end came at night."] is Role.BODY
    assert {found[text] for text in ("Courier", "Home", "Share this:", "Made by hand")} == {Role.FURNITURE}


@pytest.mark.parametrize("wrapper", ["form", "aside", 'div class="widget"', 'section id="related"', "footer"])
def test_what_holds_most_of_the_page_is_not_furniture(wrapper: str) -> None:
    """A form around the whole page, as some servers make it, takes nothing away."""
    page = f"<html><body><{wrapper}><h2>Harbour closes</h2>{PARAGRAPHS}</{wrapper.split()[0]}></body></html>"
    assert Role.FURNITURE not in {role for role, _ in pairs(read_text(page, "a.html"))}


def test_readings_of_characters_are_left_out() -> None:
    """Ruby would repeat the word in the middle of the sentence."""
    page = "<p><ruby>港<rt>みなと</rt></ruby>は冬の後に閉鎖される。</p><p>a<!-- no -->b &amp; c</p>"
    assert texts(read_text(page, "a.html")) == ["港は冬の後に閉鎖される。", "ab & c"]


def test_xhtml_with_empty_scripts_is_read_whole() -> None:
    """An empty script element does not swallow the page."""
    root = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
    assert texts(read_text(f'{root}<head><script src="x"/></head><body><p>Text.</p></body></html>', "a.xhtml")) == [
        "Text."
    ]


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "lol"><!ENTITY b "&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'],
    ids=["bomb", "file"],
)
def test_entities_of_a_page_are_not_expanded(entity: str) -> None:
    """Neither bombs nor files come in through entities."""
    page = f'<?xml version="1.0"?><!DOCTYPE html [{entity}]><html><body><p>Text &b;</p></body></html>'
    text = read_text(page, "a.xhtml").text
    assert "lol" not in text.partition("Text")[2]
    assert "root:" not in text


def test_a_page_nested_too_deeply_is_refused_instead_of_cut() -> None:
    """The parser would drop the text in silence."""
    with pytest.raises(InputError, match="nested"):
        read_text("<div>" * 400 + "deep" + "</div>" * 400, "a.html")


def test_the_structure_of_a_page_is_told() -> None:
    """Headings, code, rows, images and links; those of the page's own site are local."""
    page = f"""<html><head><link rel="canonical" href="https://own.example/en/a"></head><body><main><h1>Harbour</h1>
    <p>{SENTENCE} See <a href="https://own.example/en/b">our  page</a>, <a href="https://other.example/">theirs</a> or
    <code>ls</code>.<img src="a.png"></p><h2>Next</h2><pre class="language-sh"><code>ls -l
    cd</code></pre><table><tr><th>Name</th><th>Size</th></tr><tr><td>Tern</td><td>{SENTENCE}</td></tr></table>
    <pre>Roses are red,
violets are blue</pre><table><tr><td>{SENTENCE}</td><td>Menu</td></tr></table></main></body></html>"""
    reading = read_text(page, "a.html")
    assert sorted((kind, text[:12], value) for kind, text, value in elements(reading)) == sorted(
        [
            (Structure.HEADING, "Harbour", "1"),
            (Structure.LINK, "our page", "/en/b"),
            (Structure.LINK, "theirs", "https://other.example/"),
            (Structure.INLINE, "ls", ""),
            (Structure.IMAGE, "", "a.png"),
            (Structure.HEADING, "Next", "2"),
            (Structure.CODE, "ls -l\n    cd", "sh"),
            (Structure.ROW, "Name\n\nSize", "2"),
            (Structure.ROW, f"Tern\n\n{SENTENCE}"[:12], "2"),
        ]
    )
    roles = {text: role for role, text in pairs(reading)}
    assert (roles["ls -l\n    cd"], roles["Tern"]) == (Role.CODE, Role.CELL)
    assert roles["Menu"] is not Role.CELL
    assert Role.CODE not in {roles["Roses are red,"], roles["violets are blue"]}


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="pagenum">[Pg 12]</span>',
        '<a class="page-number" id="p12">12</a>',
        '<span epub:type="pagebreak" id="p12">12</span>',
        '<span role="doc-pagebreak">xii</span>',
    ],
)
def test_the_number_of_a_printed_page_is_no_word_of_its_sentence(mark: str) -> None:
    """It follows its paragraph as page furniture, and parts no word; a name of a class alone tells nothing."""
    half = len(SENTENCE) // 2
    reading = read_text(
        f"<article><p>{SENTENCE[:half]}{mark}{SENTENCE[half:]}</p><p>{SENTENCE}</p></article>", "a.html"
    )
    number = next(part for part in ("[Pg 12]", "xii", "12") if part in mark.split(">")[1])
    assert pairs(reading) == [(Role.BODY, SENTENCE), (Role.FURNITURE, number), (Role.BODY, SENTENCE)]
    reading = read_text(f'<article><p>{SENTENCE} A <span class="pagebreak">turn</span> of it.</p></article>', "a.html")
    assert texts(reading) == [f"{SENTENCE} A turn of it."]

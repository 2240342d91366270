"""Boxes of web pages are judged by what is in them, whatever their tag, name and place."""

import pytest

from align.bitext import Role
from align.furniture.judge import assign_roles, describe
from tests.align.reading.readings import read_text, texts

FIRST = "The bus to the upper villages will run only twice a day from September."
SECOND = "Seventeen children live more than five kilometres from the school, and the youngest of them is six years old."
THIRD = "The head teacher fears that some will arrive late in winter, when the road is covered with snow."
PROSE = "Parents who drive their children themselves can ask for a refund of fuel costs."
P = f"<p>{PROSE}</p>"
LETTER = "<p>All the news of the valley, every Friday in your inbox.</p>"
WANTED = f"{LETTER}<form><input type='email'><button>Sign up</button></form>"
PLACES = ("above", "inside", "below")

BOXES_OF_PROSE = {
    "aside": f"<aside>{P}</aside>",
    "aside without paragraph": f"<aside>{PROSE}</aside>",
    "aside with headline": f"<aside class='box'><h4>Refunds</h4>{P}</aside>",
    "aside with list": f"<aside><h4>Refunds</h4>{P}<ul><li>bring the receipts</li></ul></aside>",
    "aside with link": f"<aside>{P}<a href='/form'>Get the form</a></aside>",
    "sidebar": f"<div class='sidebar'>{P}</div>",
    "widget": f"<div class='widget'><h3>Good to know</h3>{P}</div>",
    "related": f"<section class='related'>{P}</section>",
    "promo": f"<div class='promo-box'>{P}</div>",
    "social": f"<div class='social'>{P}</div>",
    "recommended": f"<div class='recommended'>{P}</div>",
    "menu": f"<div class='menu'>{P}</div>",
    "modal": f"<div class='modal'>{P}</div>",
    "box in a box": f"<aside><div class='widget'><div class='social-note'>{P}</div></div></aside>",
    "header": f"<header>{P}</header>",
    "details": f"<details><summary>What about fuel?</summary>{P}</details>",
    "form": f"<form>{P}<label>Name</label><input type='text'></form>",
    "complementary": f"<div role='complementary'>{P}</div>",
    "note": f"<div role='note' class='admonition'><p>Note</p>{P}</div>",
    "column of boxes": f"<div id='sidebar'><div class='widget'><h3>Good to know</h3>{P}</div><div class='widget'>"
    f"<h3>Latest</h3><a href='/a'>Bridge opens</a></div><div class='widget'><h3>Letter</h3>{WANTED}</div></div>",
    "accordion": f"<div class='accordion'><h3><button>Who pays for fuel?</button></h3>{P}</div>",
    "fold": f"<div hidden='until-found'>{P}</div>",
}

BOXES_OF_FURNITURE = {
    "links": "<aside class='related'><h3>Related</h3><ul><li><a href='/a'>Bridge opens</a></li></ul></aside>",
    "most read": "<div class='sidebar'><h3>Most read</h3><ol><li><a href='/a'>Bridge opens</a></li></ol></div>",
    "teasers": "<div class='related-posts'><h4><a href='/a'>Bridge opens</a></h4><p>The mayor opened a new bridge.</p>"
    "<h4><a href='/b'>Council votes</a></h4><p>The budget is smaller than that of last year.</p></div>",
    "teasers in a list": "<aside><ul><li><a href='/a'>Bridge opens</a><p>The mayor opened a new bridge.</p></li>"
    "<li><a href='/b'>Council votes</a><p>The budget is smaller than that of last year.</p></li></ul></aside>",
    "cards": "<div class='teasers'><a href='/a'><h3>Bridge opens</h3><p>The mayor opened a new bridge.</p></a></div>",
    "newsletter": f"<div class='newsletter'>{WANTED}</div>",
    "newsletter in an aside": f"<aside>{WANTED}</aside>",
    "newsletter in a box": f"<div class='cta'><h3>The Friday letter</h3>{WANTED}</div>",
    "notice": "<div id='cookie-bar'><p>We use cookies on our website to remember your preferences and visits.</p>"
    "<button>Accept all</button><button>Settings</button></div>",
    "notice with a title": "<div role='dialog'><h1>We value your privacy</h1><p>We and our 214 partners store and "
    "access personal data on your device.</p><button>Reject all</button><button>I accept</button></div>",
    "notice without a name": "<div class='qc-x'><h2>We value your privacy</h2><p>We and our 214 partners store and "
    "access personal data on your device.</p><a href='#'>Settings</a> <button>I accept</button></div>",
    "share bar": "<div class='share'><span>Share</span><a href='https://f'>Facebook</a><a href='/m'>Email</a></div>",
    "path": "<ol class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ol>",
    "appeal": "<div class='donate'><h3>Support us</h3><p>Independent journalism needs your help. Donate five euros "
    "a month to our newsroom.</p><a href='/d'>Donate</a></div>",
    "call": "<div class='promo'><h3>The valley in pictures</h3><p>Our calendar for the new year has twelve pictures of "
    "the valley.</p><a href='/shop'>Order now</a></div>",
    "quotation": "<aside class='pullquote'><p>“The youngest of them is six years old.”</p></aside>",
    "portrait": "<div class='author-box'><h4>Ann Lee</h4><p>Ann Lee writes on schools. She lives in Oban.</p></div>",
    "advertisement": "<div class='ad-slot'><p>Buy your boat at Miller. Nobody has more boats than we have.</p></div>",
    "marked advertisement": "<aside><p>Advertisement</p><p>Nobody has more boats than Miller has.</p></aside>",
    "question": "<form class='poll'><p>Should the evening bus be kept?</p><label><input type='radio'>Yes</label>"
    "<label><input type='radio'>No</label><button>Vote</button></form>",
    "foot": "<footer><p>The Valley Courier. All rights reserved.</p><a href='/i'>Imprint</a></footer>",
}


def page(box: str, place: str, wrapper: str) -> str:
    """Return a page with a box at some place of it."""
    above, inside, below = (box if place == here else "" for here in PLACES)
    article = f"<h1>The school bus</h1><p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p>"
    name = wrapper.split()[0]
    body = f"<body>{above}<{wrapper}>{article}</{name}>{below}</body>"
    return f"<html lang='en'><head><title>The school bus - Courier</title></head>{body}</html>"


def roles_of(source: str) -> tuple[dict[str, Role | None], tuple[str, str, str]]:
    """Return the role of each block and title, author and date of a page."""
    reading = read_text(source, "a.html")
    blocks = assign_roles(reading, language="en")
    roles = dict(zip(texts(reading), (block.role for block in blocks), strict=True))
    return roles, describe(reading, blocks)


@pytest.mark.parametrize("wrapper", ["article", "div class='content'"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("box", BOXES_OF_PROSE.values(), ids=BOXES_OF_PROSE)
def test_prose_in_a_box_is_article_text(box: str, place: str, wrapper: str) -> None:
    """A box of sentences is no furniture, and takes nothing from the article around it."""
    roles, (title, _, _) = roles_of(page(box, place, wrapper))
    assert {roles[text] for text in (FIRST, SECOND, THIRD, PROSE)} == {Role.BODY}
    assert title == "The school bus"


@pytest.mark.parametrize("wrapper", ["article", "div class='content'"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("box", BOXES_OF_FURNITURE.values(), ids=BOXES_OF_FURNITURE)
def test_boxes_of_links_notices_and_appeals_stay_furniture(box: str, place: str, wrapper: str) -> None:
    """Nothing of such a box is article text, or title, author or date of the article."""
    roles, described = roles_of(page(box, place, wrapper))
    article = {text for text, role in roles.items() if role in (Role.BODY, Role.HEADLINE)}
    assert article == {"The school bus", FIRST, SECOND, THIRD}
    assert described == ("The school bus", "", "")


def test_readers_comments_stay_comments_and_a_box_named_comment_is_looked_into() -> None:
    """A comment has an age or a button to reply; a box of that name between two paragraphs may be the editor's."""
    thread = "<div class='comment'><b>Karl</b> <time>2 days ago</time><p>What a pity, I liked that bus.</p></div>"
    roles, _ = roles_of(page(f"<section id='comments'><h3>1 comment</h3>{thread}</section>", "below", "article"))
    assert roles["What a pity, I liked that bus."] is Role.COMMENT
    roles, _ = roles_of(page(f"<div class='comment'>{P}</div>", "inside", "article"))
    assert roles[PROSE] is Role.BODY


def test_entries_that_touch_are_read_apart() -> None:
    """Only a style sheet holds them apart; letters of one word stay together."""
    reading = read_text(
        "<p><span>4 March 2021</span><span>Ann Lee</span></p><p><span>T</span><span>he bus</span></p>", "a.html"
    )
    assert texts(reading) == ["4 March 2021 Ann Lee", "The bus"]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<meta property='og:title' content='The school bus'>", id="open graph"),
        pytest.param("<title>Courier: The school bus</title>", id="behind the name of the site"),
        pytest.param(
            '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "The school bus"}]</script>',
            id="json-ld",
        ),
        pytest.param(
            "<script type='application/ld+json'>{broken</script><title>The school bus | Courier</title>",
            id="broken json-ld",
        ),
    ],
)
def test_the_title_is_the_headline_of_the_article(head: str) -> None:
    """Not the name of the site, nor the heading of a notice, though both are of the first level."""
    notice = "<h1>We value your privacy</h1><p>We use cookies on your device.</p><button>Accept all</button>"
    article = f"<h1><a href='/'>Courier</a></h1><h2>The school bus</h2><p>{FIRST}</p><p>{SECOND}</p>"
    _, described = roles_of(f"<html><head>{head}</head><body><div>{notice}</div>{article}</body></html>")
    assert described[0] == "The school bus"

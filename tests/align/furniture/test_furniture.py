"""What is article text and what is page furniture, in texts written for these tests and in the seed documents."""

import csv
import time
from collections import Counter
from pathlib import Path

import pytest

from align.bitext import Role, Span
from align.furniture.judge import assign_roles, describe
from align.furniture.shapes import Shape, describe_line
from align.reading import Block, Reading, read_bytes, read_file
from tests.align.furniture.more_pages import MORE_PAGES
from tests.align.furniture.pages import DATE_AND_HEADLINE, ENGLISH_PAGE, PAGES, blocks_and_roles
from tests.truth import Pair, read_manifest, read_truth

ARTICLES, _ = read_manifest()
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def roles_of(texts: list[str], language: str = "und") -> list[Role | None]:
    """Return the roles of pasted paragraphs."""
    reading = read_bytes("\n\n".join(texts).encode(), name="pasted.txt")
    return [block.role for block in assign_roles(reading, language=language)]


@pytest.mark.parametrize("page", [*PAGES.values(), *MORE_PAGES.values()], ids=[*PAGES, *MORE_PAGES])
def test_every_block_of_a_pasted_page_gets_its_role(page: str) -> None:
    """Furniture of every kind is told from article text by general evidence."""
    texts, expected = blocks_and_roles(page)
    found = roles_of(texts)
    assert list(zip(texts, found, strict=True)) == list(zip(texts, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The boats go out\nThe boats come in\nAnd nobody knows\nWhat they have seen.", id="poem"),
        pytest.param("Milk\nEggs\nBread\nHome\nShare", id="list"),
        pytest.param("Meeting moved to Tuesday", id="note"),
        pytest.param(
            "Lemon cake\n200 g flour\n3 eggs\n1 lemon\nMix the flour and the eggs well in a very large bowl.",
            id="recipe",
        ),
        pytest.param(
            "— Vous venez demain ?\n— Oui.\n— Et votre frère, qui devait réparer le vieux bateau ?\n— Non.",
            id="dialogue",
        ),
        pytest.param(
            "Q: When did you leave?\nA: In May.\nQ: Who came with you when the boat left the harbour at last?\nA: Ann.",
            id="interview",
        ),
        pytest.param(
            "Subscribers of the paper can donate by a click, the mayor said on Monday in a newsletter of the town.\n"
            "By signing the treaty both towns agreed on a new bridge.\nHe signed.",
            id="article on subscriptions",
        ),
        pytest.param(
            "The mayor said on Monday that the harbour would close after the storm.\nWhat comes next\nNobody knows.",
            id="short paragraphs",
        ),
        pytest.param(
            "Copyright law changed in 2021, the court said on Friday.\nPhotos by visitors went round the world.",
            id="words of furniture in sentences",
        ),
        pytest.param(
            "PARIS, March 3 - The last ferry between the islands left the quay on Thursday evening.", id="dateline"
        ),
        pytest.param(
            "The mayor said on Monday that the harbour would close after the storm. Nobody was surprised.\n"
            "A warm coat\nTwo pairs of gloves\n"
            "The captain took both from the shelf and left the house without a word to his wife. It was cold.",
            id="list between paragraphs",
        ),
        pytest.param(
            "Who was the last keeper of the light before the lamp was changed in the year of the storm?\n"
            "Nobody at all\n"
            "The captain took both from the shelf and left the house without a word to his wife. It was cold.",
            id="answer between paragraphs",
        ),
        pytest.param(
            "The mayor said on Monday that the harbour would close after the storm, and he left.\n"
            "By Monday, the staff had left\nReactions\nAnn Lee: We were never asked about any of this before.\n"
            "The captain took both from the shelf and left the house without a word to his wife. It was cold.",
            id="words of bylines and comments",
        ),
    ],
)
def test_when_in_doubt_a_block_is_body(text: str) -> None:
    """Lists, poems, dialogues and sentences that merely use the words of furniture lose nothing."""
    assert set(roles_of(text.splitlines())) == {Role.BODY}


def test_lines_of_a_text_cut_before_are_no_headings() -> None:
    """One sentence a line without blank lines: a line without a stop is a sentence that lost it."""
    lines = [
        "The mayor said on Monday that the harbour would close after the storm.",
        "It was late",
        "The captain took his coat from the shelf and left the house without a word.",
    ]
    reading = read_bytes("\n".join(lines).encode(), name="cut.txt")
    assert [block.role for block in assign_roles(reading)] == [Role.BODY] * 3


def test_speakers_are_not_subheadings() -> None:
    """A name with a colon that comes again is who speaks next."""
    texts = [
        "Ann:",
        "I left the harbour on the last ferry of that year.",
        "Ben:",
        "So did I.",
        "Ann:",
        "I did not see you on it.",
    ]
    assert set(roles_of(texts)) == {Role.BODY}


def test_the_format_is_believed_unless_a_block_is_certain_furniture() -> None:
    """A caption stays one, an advertisement inside the body does not stay body."""
    texts = [
        "A view of the quay",
        "The last ferry between the two islands left the quay on Thursday evening.",
        "Advertisement",
    ]
    text = "\n\n".join(texts)
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in texts]
    blocks = tuple(Block(span, role) for span, role in zip(spans, [Role.CAPTION, Role.BODY, Role.BODY], strict=True))
    assert [block.role for block in assign_roles(Reading(text, blocks))] == [Role.CAPTION, Role.BODY, Role.FURNITURE]


def test_title_author_and_date_are_found_in_pasted_text() -> None:
    """The date is that of the article, not that of the masthead; "By" is no part of the name."""
    texts, _ = blocks_and_roles(ENGLISH_PAGE)
    reading = read_bytes("\n\n".join(texts).encode(), name="pasted.txt")
    found = describe(reading, assign_roles(reading))
    assert found == ("Ferry line closes after ninety years of service", "Ann Lee and Paul de Groot", "March 4, 2021")


def test_what_the_format_tells_outranks_the_blocks() -> None:
    """Title, author and date of the format are kept."""
    reading = Reading("Some text.", (Block(Span(0, 10), Role.BODY),), title="T", byline="A", date="2021-03-04")
    assert describe(reading, reading.blocks) == ("T", "A", "2021-03-04")


@pytest.mark.parametrize(
    ("begun", "gone_on", "role"),
    [
        ("The quay of Osterholm has been shut", "since the crane fell into the basin on Friday.", Role.BODY),
        ("Die Mole von Osterholm ist gesperrt", "seit der Kran am Freitag ins Becken stürzte.", Role.BODY),
        ("奥斯特霍尔姆的码头已经关闭，", "因为起重机星期五掉进了港池，工人们还在清理码头的残骸。", Role.BODY),
        ("The quay of Osterholm is shut", "The crane fell into the basin on Friday.", Role.HEADLINE),
        ("奥斯特霍尔姆的码头已经关闭", "起重机星期五掉进了港池，工人们还在清理码头的残骸。", Role.HEADLINE),
    ],
    ids=["small letter", "German", "comma", "headline", "headline without capitals"],
)
def test_a_first_sentence_that_a_caption_cuts_is_no_headline(begun: str, gone_on: str, role: Role) -> None:
    """It goes on below the caption; what is whole above one is the headline."""
    more = ["The harbour master said that nobody had been on the quay when it happened."] * 2
    assert roles_of([begun, "The crane in May. Photo: J. Voss", gone_on, *more])[0] is role


@pytest.mark.parametrize(
    "caption",
    [
        "The crane in May. Photo: J. Voss",
        "Der Kran im Mai. Foto: J. R. Voß",
        "Кран в мае. Фото: И. Петров",
        "The crane. Photo by Ann B. Lee/AP",
        "港のクレーン＝山田太郎撮影",
    ],
)
def test_a_credit_may_have_initials(caption: str) -> None:
    """Their stops end no sentence."""
    assert describe_line(caption).shape is Shape.CAPTION
    assert describe_line("She wrote of the photo: J. Voss was there. It rained.").shape is Shape.SENTENCE


def test_a_date_is_taken_out_of_a_headline() -> None:
    """A date before the headline becomes the date, the rest the title."""
    texts, _ = blocks_and_roles(DATE_AND_HEADLINE)
    reading = read_bytes("\n\n".join(texts).encode(), name="pasted.txt")
    title, _, date = describe(reading, assign_roles(reading))
    assert (title, date) == ("Ferry scandal: captains reportedly made to sign new papers", "2021-03-04")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 100_000, id="one word"),
        pytest.param("- " * 50_000, id="dashes"),
        pytest.param("1 " * 50_000, id="numbers"),
        pytest.param("Home\n" * 20_000, id="labels"),
        pytest.param("Name\n2d ago\n" * 10_000, id="ages"),
        pytest.param("Label:\nThe last ferry left the quay on Thursday.\n" * 5_000, id="subheadings"),
        pytest.param(
            "Harbour news today\n" * 10_000 + "The last ferry left the quay on Thursday evening, said the mayor.",
            id="head",
        ),
    ],
)
def test_monstrous_texts_take_no_monstrous_time(text: str) -> None:
    """No rule costs the square of the length."""
    start = time.process_time()
    reading = read_bytes(text.encode(), name="monster.txt")
    assert len(assign_roles(reading)) == len(reading.blocks)
    assert time.process_time() - start < 10


def seed(number: str) -> tuple[Reading, tuple[Block, ...]]:
    """Return a seed document, or skip where the seeds are not at hand."""
    if not SEEDS.is_dir():
        pytest.skip(f"the seed documents are not at {SEEDS}")
    _, reading = read_file(next(SEEDS.glob(f"{number}_*.txt")))
    return reading, assign_roles(reading)


@pytest.mark.parametrize(
    ("number", "counts"),
    [
        ("000", {Role.BODY: 6}),
        ("001", {Role.BODY: 14, Role.HEADLINE: 1, Role.BYLINE: 1, Role.DATE: 1, Role.FURNITURE: 12}),
        ("002", {Role.BODY: 18, Role.HEADLINE: 1, Role.BYLINE: 1, Role.DATE: 2, Role.FURNITURE: 3, Role.COMMENT: 18}),
        ("003", {Role.BODY: 21, Role.HEADLINE: 1, Role.HEADING: 2, Role.BYLINE: 1, Role.DATE: 1, Role.FURNITURE: 4}),
        ("004", {Role.BODY: 15, Role.HEADLINE: 1}),
    ],
)
def test_seed_documents_fall_into_their_parts(number: str, counts: dict[Role, int]) -> None:
    """Each seed has as many blocks of each role as a person counts."""
    _, blocks = seed(number)
    assert Counter(block.role for block in blocks) == counts


def test_seed_agrees_with_the_truth_made_by_hand() -> None:
    """Every sentence of the gold file lies in a block of the kind that the file says."""
    reading, blocks = seed("001")
    with (SEEDS / "000-001.gold.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["en_begins"]]
    flat = reading.text.replace("\xa0", " ")
    for row in rows:
        place = flat.index(row["en_begins"])
        block = next(block for block in blocks if block.chars.start <= place < block.chars.stop)
        assert (block.role is Role.BODY) == (row["fate"] in ("kept", "dropped"))
        assert (block.role is Role.HEADLINE) == (row["fate"] == "headline")


def expected_roles(fate: str, note: str) -> set[Role]:
    """Return the roles that a row of the truth allows."""
    if fate != "furniture":
        return {Role.HEADLINE, Role.HEADING} if fate == "headline" else {Role.BODY}
    kind = note.split(";")[0]
    return {Role(kind)} if kind in set(Role) else set(Role) - {Role.BODY, Role.HEADLINE, Role.HEADING}


@pytest.mark.parametrize(
    "pair",
    [pair for article in ARTICLES for pair in article.pairs],
    ids=lambda pair: f"{pair.truth.parent.name}-{pair.truth.stem}",
)
def test_sample_articles_agree_with_their_truth(pair: Pair) -> None:
    """Headlines, subheadings, furniture and article text are told apart as the truth says."""
    assert pair.truth is not None
    rows = read_truth(pair.truth)
    for path, side in ((pair.source, "source"), (pair.target, "target")):
        _, reading = read_file(path)
        blocks = assign_roles(reading, language=path.stem.split("-")[0])
        for row in rows:
            for beginning in getattr(row, side):
                place = reading.text.index(beginning)
                block = next(block for block in blocks if block.chars.start <= place < block.chars.stop)
                assert block.role in expected_roles(row.fate, row.note), beginning


LIGHTHOUSE = {
    "ko": (
        ["홈", "뉴스", "섬의 등대가 새 주인을 만났다", "입력 2021.05.04 09:30", "한지우 기자", "공유하기", "인쇄"],
        ["등대지기는 서른 해 동안 섬에서 혼자 살았고 월요일에 마침내 열쇠를 마을에 넘겨주었다.",
         "이제 그 집에는 도서관이 들어선다."],
        ["관련 기사", "항구의 다리가 다시 열린다", "뉴스레터 구독", "댓글 (4)", "개인정보처리방침"],
    ),
    "el": (
        ["Αρχική", "Ειδήσεις", "Ο φάρος του νησιού αλλάζει χέρια", "4 Μαΐου 2021, 09:30", "Κοινοποίηση", "Εκτύπωση"],
        ["Ο φύλακας έζησε τριάντα χρόνια μόνος στο νησί και τη Δευτέρα έδωσε τα κλειδιά στο χωριό.",
         "Το σπίτι γίνεται βιβλιοθήκη τον χειμώνα."],
        ["Σχετικά άρθρα", "Η γέφυρα ανοίγει ξανά", "Εγγραφείτε στο newsletter", "Σχόλια (4)", "Πολιτική απορρήτου"],
    ),
    "he": (
        ["דף הבית", "חדשות", "המגדלור באי עובר ידיים", "4 במאי 2021, 09:30", "שתפו", "הדפסה"],
        ["השומר חי שלושים שנה לבדו באי, וביום שני מסר סוף סוף את המפתחות לאנשי הכפר הקטן.",
         "הבית יהפוך בקרוב לספרייה של הכפר."],
        ["כתבות נוספות", "הגשר נפתח מחדש", "הירשמו לניוזלטר", "תגובות (4)", "מדיניות פרטיות"],
    ),
    "fa": (
        ["صفحه اصلی", "اخبار", "فانوس دریایی جزیره دست به دست شد", "۴ مهٔ ۲۰۲۱، ۰۹:۳۰", "اشتراک‌گذاری", "چاپ"],
        ["نگهبان سی سال تنها در جزیره زندگی کرد و روز دوشنبه سرانجام کلیدها را به دهکده داد.",
         "خانه به زودی کتابخانهٔ دهکده می‌شود."],
        ["مطالب مرتبط", "پل دوباره باز می‌شود", "عضو خبرنامه شوید", "نظرات (4)", "حریم خصوصی"],
    ),
    "hi": (
        ["होम", "समाचार", "द्वीप का प्रकाशस्तंभ अब गाँव का हुआ", "4 मई 2021, 09:30", "शेयर करें", "प्रिंट करें"],
        ["रखवाला तीस साल तक द्वीप पर अकेला रहा और सोमवार को आखिर उसने चाबियाँ गाँव को सौंप दीं।",
         "वह घर अब गाँव का पुस्तकालय बनेगा।"],
        ["संबंधित खबरें", "पुल फिर खुलेगा", "हमारे न्यूज़लेटर के लिए सदस्यता लें", "टिप्पणियाँ (4)", "गोपनीयता नीति"],
    ),
    "hu": (
        ["Címlap", "Hírek", "Gazdát cserél a sziget világítótornya", "2021. május 4., 09:30", "Megosztás",
         "Nyomtatás"],
        ["Az őr harminc évig élt egyedül a szigeten, és hétfőn végre átadta a kulcsokat a falunak.",
         "A házból télen könyvtár lesz."],
        ["Kapcsolódó cikkek", "Újra nyit a híd", "Iratkozz fel hírlevelünkre", "Hozzászólások (4)", "Adatvédelem"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LIGHTHOUSE)
def test_pages_in_further_languages_have_their_furniture(language: str) -> None:
    """Menus, dates, buttons and lists of articles are told from what they surround, in any script."""
    head, article, tail = LIGHTHOUSE[language]
    roles = dict(zip([*head, *article, *tail], roles_of([*head, *article, *tail], language), strict=True))
    assert roles[head[2]] is Role.HEADLINE
    assert roles[head[3]] is Role.DATE or roles[head[3]] is Role.FURNITURE
    assert [roles[text] for text in article] == [Role.BODY, Role.BODY]
    assert not {roles[text] for text in (*head[:2], *head[4:], *tail)} & {Role.BODY, Role.HEADLINE, Role.HEADING}

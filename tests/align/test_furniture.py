"""What is article text and what is page furniture, in texts written for these tests and in the seed documents."""

import csv
import time
from collections import Counter
from pathlib import Path

import pytest

from align.bitext import Role, Span
from align.furniture import assign_roles, describe
from align.reading import Block, Reading, read_bytes, read_file

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

MARKS = {
    "H": Role.HEADLINE,
    "B": Role.BODY,
    "Y": Role.BYLINE,
    "D": Role.DATE,
    "P": Role.CAPTION,
    "C": Role.COMMENT,
    "F": Role.FURNITURE,
}

ENGLISH_PAGE = """
F Skip to content
F The Harbour Courier
F The Harbour Courier The Harbour
F Port Ellen, Islay  Est. May 3, 1891
F Light Rain 12° Light Rain
F News >  Islands
H Ferry line closes after ninety years of service
D March 4, 2021 Updated Fri., March 5, 2021 at 9:10 a.m.
Y By Ann Lee and Paul de Groot
F Share
B PORT ELLEN, March 4 - The last ferry between the two islands left the quay on Thursday evening.
P Photo: Ann Lee / The Harbour Courier
B "We are sad," the captain said.
F Advertisement:
B Nobody waved.
F https://images.example.org/resize?picture=ferry
F Read more: Bridge opens to traffic
F Ferry line closes after ninety years of service
H What comes next:
B The council has asked three companies to study a bridge. One of them built the tunnel in the north.
B 12 March 2021
B A second meeting was held in the school.
B He left.
F The Harbour Courier
F Independent journalism needs you.
F Give to our fund with the options below. Gifts are not tax deductible and pay for our reporters.
F Active Person
F Sign up for the morning letter in your inbox
F © 2021 The Harbour Courier. All rights reserved.
"""

AGGREGATOR_PAGE = """
D date 2021-03-04 ContributorsPublishers
H Captain of the last ferry says farewell to the islands
Y By Ann Lee
F Courier
D 3 days ago
B The captain of the last ferry has said farewell to the islands that he served for thirty years.
B He will retire in June.
C Comments
C Karl M.
C 2d ago
C what a pity, it was never late and the coffee was good, I shall miss it very much
C Reply
C 16
C Anna
C 1d ago
C The bridge will be faster, but nobody will know the captain of a bridge.
C Reply
F IN THIS ARTICLE
C Courier
"""

TWICE_TITLED_PAGE = """
F Support Us
H Relatives of the crew ask the company for the log of the lost ship
D Tuesday, 2 March 2021, 16:43
F Relatives of the crew ask the company for the log of the lost ship
Y JANE DOE – TUESDAY, 2 MARCH 2021, 16:43
B More than forty relatives of the crew have written to the company and ask for the log of the ship.
B Source: North Coast Radio, which has a copy of the letter
F Advertisement:
B Quote from the letter: "We ask for the log of the ship.
B We have waited for five months."
B Details: The company says that the log is lost, and that the search has ended.
H Background:
B The ship left the harbour in October and has not been seen since.
F Advertisement:
"""

DATE_AND_HEADLINE = """
H date 2021-03-04 Ferry scandal: captains reportedly made to sign new papers
B Captains who have worked for the line for years say that they were made to sign new papers in February.
B "I signed because I was tired. "
"""

GERMAN_PAGE = """
F Startseite > Regional > Hafen
H Fährlinie endet nach neunzig Jahren
Y Von Anna Lehmann
D 4. März 2021, 10:15 Uhr
B Die letzte Fähre zwischen den beiden Inseln hat am Donnerstagabend den Kai verlassen.
F Anzeige
B Der Kapitän sagte, er sei traurig.
F Lesen Sie auch: Brücke wird eröffnet
B Die Gemeinde hat drei Firmen gebeten, eine Brücke zu planen.
F Teilen
C Kommentare (2)
C Karl M.
C vor 3 Tagen
C Schade um die schöne Fähre, sie war immer pünktlich.
C Antworten
"""

FRENCH_PAGE = """
F Accueil | Région | Culture
H La dernière ligne de ferry ferme après quatre-vingt-dix ans
Y Par Anne Leroy
D Publié le 4 mars 2021 à 10h15
B Le dernier ferry entre les deux îles a quitté le quai jeudi soir, a annoncé la mairie.
F Publicité
B « C’est triste », a dit le capitaine.
B — Oui.
F À lire aussi
F Un pont ouvre au nord
F Les bus changent d’horaires
"""

SPANISH_PAGE = """
F Menú
H La última línea de transbordador cierra tras noventa años
Y Por Ana López
D Actualizado: 4 de marzo de 2021 - 10:15
B El último transbordador entre las dos islas salió del muelle el jueves por la noche, informó el alcalde.
F Publicidad
B Recibe el premio su hermana.
F Te puede interesar: Un puente abre en el norte
B El capitán se jubila en junio.
F Todos los derechos reservados
"""

RUSSIAN_PAGE = """
F Меню
H Паромная линия закрывается
D 4 марта 2021, 10:15
Y Автор: Анна Лебедева
B Последний паром между двумя островами отошёл от причала в четверг вечером, сообщил капитан порта.
F Реклама
P Фото: Анна Лебедева
B «Нам грустно», — сказал он.
F Подписывайтесь на наш телеграм-канал
B Совет попросил три компании изучить возможность строительства моста.
F Читайте также
F Мост открыт
"""

UKRAINIAN_PAGE = """
F Головна > Новини
H Поромна лінія закривається після дев’яноста років
D Четвер, 4 березня 2021, 10:15
B Останній пором між двома островами відійшов від причалу в четвер увечері, повідомив капітан порту.
F Реклама:
B Капітан підписав угоду з портом і не відповідає на листи.
C Коментарі
C Іван
C 2 дні тому
C Шкода, дуже гарний був пором, завжди ходив за розкладом.
C Відповісти
"""

CHINESE_PAGE = """
H 港口在冬天后关闭
Y 记者 王小明
D 2021年3月4日
F 分享
B 市政府星期四宣布，因为风暴造成的损坏，旧港口将在冬天以后关闭。
F 广告
B 船长说他很难过，因为他在这里工作了三十年。
F 相关新闻
F 大桥开通
"""

ARABIC_PAGE = """
F الرئيسية
H إغلاق الميناء القديم بعد الشتاء
Y بقلم أحمد علي
D 4 مارس 2021
B أعلنت المدينة يوم الخميس أن الميناء القديم سيغلق بعد الشتاء بسبب الأضرار التي سببتها العاصفة.
F إعلان
B قال القبطان إنه حزين جدا لأنه عمل هنا ثلاثين عاما.
"""

POLISH_PAGE = """
F Strona główna > Region
H Linia promowa zamknięta po dziewięćdziesięciu latach
Y Anna Nowak
D 4 marca 2021, 10:15
B Ostatni prom między dwiema wyspami odpłynął w czwartek wieczorem, poinformował kapitan portu.
F Reklama
P Fot. Jan Kowalski
B – To smutne – powiedział.
F Czytaj także: Nowy most
B Rada miasta poprosiła trzy firmy o zbadanie możliwości budowy mostu.
"""

TURKISH_PAGE = """
H Feribot hattı doksan yıl sonra kapanıyor
Y Yazan: Ayşe Yılmaz
D 4 Mart 2021 10:15
B İki ada arasındaki son feribot perşembe akşamı iskeleden ayrıldı, dedi belediye başkanı.
F Reklam
B Kaptan çok üzgün olduğunu söyledi ve haziranda emekli olacak.
F İlgili haberler
F Köprü açıldı
"""

BANNER_AND_QUESTION = """
F We use cookies on this site. Click accept to agree, or read our privacy policy for more on your choices.
F Accept all
H Why is the old harbour closing this winter?
Y By Ann Lee
D 4 March 2021
B The mayor said on Monday that the harbour would close after the storm.
B It will open again in May.
"""

STANDFIRST = """
H Harbour closes for the winter
B The town will lose its last ferry, and nobody knows what comes after it.
Y By Jane Doe
D Published: 4 March 2021
B The mayor said on Monday that the harbour would close after the storm.
B 12 March 2021
B A second meeting was held in the school.
"""


def blocks_and_roles(page: str) -> tuple[list[str], list[Role]]:
    """Return the lines of a page and the roles that are marked before them."""
    lines = page.strip().splitlines()
    return [line[2:] for line in lines], [MARKS[line[0]] for line in lines]


def roles_of(texts: list[str], language: str = "und") -> list[Role | None]:
    """Return the roles of pasted paragraphs."""
    reading = read_bytes("\n\n".join(texts).encode(), name="pasted.txt")
    return [block.role for block in assign_roles(reading, language=language)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(ENGLISH_PAGE, id="newspaper"),
        pytest.param(AGGREGATOR_PAGE, id="aggregator"),
        pytest.param(TWICE_TITLED_PAGE, id="headline twice"),
        pytest.param(DATE_AND_HEADLINE, id="date before headline"),
        pytest.param(GERMAN_PAGE, id="de"),
        pytest.param(FRENCH_PAGE, id="fr"),
        pytest.param(SPANISH_PAGE, id="es"),
        pytest.param(RUSSIAN_PAGE, id="ru"),
        pytest.param(UKRAINIAN_PAGE, id="uk"),
        pytest.param(POLISH_PAGE, id="pl"),
        pytest.param(TURKISH_PAGE, id="tr"),
        pytest.param(CHINESE_PAGE, id="zh"),
        pytest.param(ARABIC_PAGE, id="ar"),
        pytest.param(BANNER_AND_QUESTION, id="cookie banner and a question for a headline"),
        pytest.param(STANDFIRST, id="author below the standfirst"),
    ],
)
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
    ],
)
def test_when_in_doubt_a_block_is_body(text: str) -> None:
    """Lists, poems, dialogues and sentences that merely use the words of furniture lose nothing."""
    assert set(roles_of(text.splitlines())) == {Role.BODY}


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
    start = time.perf_counter()
    reading = read_bytes(text.encode(), name="monster.txt")
    assert len(assign_roles(reading)) == len(reading.blocks)
    assert time.perf_counter() - start < 10


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
        ("003", {Role.BODY: 21, Role.HEADLINE: 3, Role.BYLINE: 1, Role.DATE: 1, Role.FURNITURE: 4}),
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

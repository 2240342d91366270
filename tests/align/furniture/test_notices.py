"""Notices, boxes and bars do not unseat what stands beside them, and texts about them stay texts."""

import time

import pytest

from align.bitext import Role
from align.furniture.judge import assign_roles, describe
from align.furniture.notices import mark_notices
from align.furniture.shapes import describe_line
from align.reading import read_bytes
from tests.align.furniture.notice_pages import NOTICE_PAGES
from tests.align.furniture.pages import blocks_and_roles


def roles_of(text: str) -> dict[str, Role | None]:
    """Return the roles of pasted lines."""
    lines = text.strip().splitlines()
    blocks = assign_roles(read_bytes("\n\n".join(lines).encode(), name="pasted.txt"))
    return {line: block.role for line, block in zip(lines, blocks, strict=True)}


@pytest.mark.parametrize("page", NOTICE_PAGES.values(), ids=NOTICE_PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_notices_do_not_unseat_headline_author_and_date(page: str, between: str) -> None:
    """Wherever a notice stands, all other lines have the roles that they have without it."""
    texts, expected = blocks_and_roles(page)
    reading = read_bytes(between.join(texts).encode(), name="pasted.txt")
    blocks = assign_roles(reading)
    assert list(zip(texts, [block.role for block in blocks], strict=True)) == list(zip(texts, expected, strict=True))
    assert describe(reading, blocks)[0] == texts[expected.index(Role.HEADLINE)]


def test_what_is_told_beside_the_reading_time_is_understood() -> None:
    """Author and date are those of the line, without the minutes."""
    page = "Town buys the old brewery\n\nBy Ann Lee · 4 March 2021 · 4 min read\n\n" + (
        "The town of Aldmere has bought the old brewery on the river for 1.2 million pounds."
    )
    reading = read_bytes(page.encode(), name="pasted.txt")
    assert describe(reading, assign_roles(reading))[1:] == ("Ann Lee", "4 March 2021")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The court said on Monday that the consent banner of the shop was illegal.\n"
            "Nobody can refuse cookies there without reading the privacy policy of its partners first.\n"
            "“You share your data with us and our partners, and we store cookies on your device”, said the banner.\n"
            "The judges found that users were misled, and set a fine of two million euros.",
            id="court on cookies",
        ),
        pytest.param(
            "We take your privacy seriously, and this policy says which personal data we collect and why.\n"
            "On your device our site stores cookies, so that you stay logged in.\n"
            "A copy of the policy hangs in the hall of our school, where parents can read it at any hour.\n"
            "Our partners see your personal data only with your consent, which you may withdraw.\n"
            "The headmistress answers all letters within two weeks of their arrival.\n"
            "You have the right to a copy of your personal data, and our team sends it to you.",
            id="privacy policy",
        ),
        pytest.param(
            "We bake our cookies in a small oven, and your house will smell of them for days.\n"
            "Take them out after ten minutes, before they are brown, and let them cool on a rack.",
            id="recipe",
        ),
        pytest.param(
            "Three networks were blocked in the country on Tuesday, the minister said:\nFacebook\nInstagram\nTikTok\n"
            "Nobody knows when they will be open again, and the minister did not answer any questions.",
            id="list of networks",
        ),
        pytest.param(
            "Choose the entry that you need from the menu in the upper corner of the window.\nSettings\nSave\n"
            "Both of these buttons store the changes that you have made in the form before.",
            id="buttons of a manual",
        ),
        pytest.param(
            "He had 4 minutes to read it.\nThe letter of the captain was long, and the ship left the quay at noon.",
            id="minutes in a sentence",
        ),
    ],
)
def test_texts_about_notices_are_texts(text: str) -> None:
    """Words of consent, names of networks and minutes occur in article text."""
    assert set(roles_of(text).values()) == {Role.BODY}


NOTICES = [
    "This site uses cookies.|Got it",
    "Cookies help us deliver our services. By using our services, you agree to our use of cookies.|OK|Learn more",
    "We would like to use analytics cookies to see how you use this service.|Accept analytics cookies|View cookies",
    "Before you continue|We use cookies and data to deliver our services.|Reject all|Accept all|More options",
    "En poursuivant votre navigation, vous acceptez l'utilisation de cookies sur votre appareil.|OK",
    "Nous et nos 812 partenaires utilisons des cookies.|Paramétrer|Refuser|Accepter & Fermer",
    "Diese Website verwendet Cookies, um Inhalte und Anzeigen zu personalisieren.|Details zeigen|OK",
    "Este sitio web utiliza cookies propias y de terceros.|Aceptar|Más información",
    "Il rispetto della tua privacy è la nostra priorità|Noi e i nostri fornitori usiamo i cookie.|Più opzioni|Accetto",
    "Este site usa cookies para garantir que você tenha a melhor experiência.|Entendi",
    "Wij en onze partners gebruiken cookies. U kunt uw toestemming altijd intrekken.|Meer opties|Akkoord",
    "Ta strona używa ciasteczek, aby ułatwić Ci korzystanie z serwisu.|Rozumiem",
    "Ми використовуємо файли cookie, щоб зробити сайт зручнішим для вас.|Прийняти|Налаштування",
    "Používáme cookies, abychom vám zajistili co nejlepší zážitek.|Přijmout vše|Odmítnout",
    "我们使用 Cookie 和类似技术来个性化内容和广告。|全部接受|管理 Cookie",
    "当社と当社のパートナーは、お客様のデバイスにクッキーを保存します。|すべて同意する|設定を管理",
    "نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا.|موافق|المزيد من المعلومات",
    "Gizliliğinize önem veriyoruz|Ortaklarımız cihazınızda çerezler saklıyor.|Tümünü kabul et|Reddet",
    "Vi använder cookies för att ge dig en bättre upplevelse.|Godkänn alla|Inställningar",
    "저희는 사용자 경험을 개선하기 위해 쿠키를 사용합니다.|모두 수락|설정",
]


BARS_AND_BOXES = [
    "Sign up for our newsletter|Stay up to date with the latest news from Aldmere.|Enter your email|Subscribe",
    "Newsletter|Jeden Morgen die wichtigsten Nachrichten in Ihrem Postfach.|E-Mail-Adresse|Anmelden",
    "Главные новости каждое утро на вашу почту.|Ваш e-mail|Подписаться",
    "Receba as notícias no seu e-mail|Toda manhã, as notícias mais importantes.|Seu e-mail|Inscreva-se",
    "メールマガジン|毎朝、最新のニュースをメールでお届けします。|メールアドレスを入力|登録する",
    "Teilen|Facebook|WhatsApp|E-Mail|Drucken",
    "شارك|فيسبوك|تويتر|واتساب",
    "Gift this article",
    "Время чтения — 4 минуты",
    "読了まで約4分",
    "Listen to this article · 4:32 min",
    "Filed under: Local, Music",
    "#brewery #music",
    "You are here: Home > News",
    "1.2K shares",
]


@pytest.mark.parametrize("notice", [*NOTICES, *BARS_AND_BOXES])
@pytest.mark.parametrize("place", [0, 1, 3, 4, 6])
def test_notices_boxes_and_bars_at_any_place_are_furniture(notice: str, place: int) -> None:
    """Above the masthead, below it, in the head, between two paragraphs and at the end."""
    marked = ["F THE ALDMERE GAZETTE", "H Town buys the old brewery", "Y By Ann Lee", "D 4 March 2021"]
    marked += ["B The town of Aldmere has bought the old brewery for 1.2 million pounds, the mayor said on Monday."]
    marked += ["B The building has stood empty since 2009, and a storm has damaged its roof two years ago."]
    page = [*marked[:place], *(f"F {line}" for line in notice.split("|")), *marked[place:]]
    texts, expected = blocks_and_roles("\n".join(page))
    found = assign_roles(read_bytes("\n".join(texts).encode(), name="pasted.txt"))
    assert list(zip(texts, [block.role for block in found], strict=True)) == list(zip(texts, expected, strict=True))


def test_a_headline_on_privacy_below_a_notice_stays_the_headline() -> None:
    """The words of a notice in a headline do not draw it into the notice above."""
    page = """
This website uses cookies to improve your experience.
Accept all
Parliament votes on privacy law
By Ann Lee
The parliament has voted for a law on privacy, after a debate that lasted for nine hours.
Its members will meet again on Tuesday, when the second chamber has read the text.
"""
    found = roles_of(page)
    assert found["Parliament votes on privacy law"] is Role.HEADLINE
    assert found["Accept all"] is Role.FURNITURE


@pytest.mark.parametrize("line", ["We use cookies on your device with our partners.", "Accept all", "Share", "x"])
def test_long_pages_of_notices_take_no_long_time(line: str) -> None:
    """No rule costs the square of the length."""
    start = time.process_time()
    assert len(mark_notices([describe_line(line)] * 20_000)) == 20_000
    assert time.process_time() - start < 10

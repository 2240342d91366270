"""Which lines of plain text are one paragraph: wrapped prose of any width and script, and what looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.documents import document_from_text
from align.flow import flow
from align.reading.wrapping import join_runs
from align.report.terminal.width import wrap
from tests.align.reading.readings import read_text, texts

ARTICLES = {
    "en": (
        "The harbour of Aldmere was dredged for the first time in nine years. The work took eleven weeks and cost more "
        "than the council had hoped, said Ruth Hale, who keeps the books. Two boats had to be lifted out of the mud.",
        "Nobody had thought of the swans. They left for the reservoir in the first night and came back when the last "
        "barge was gone. A fisherman counted forty of them.",
    ),
    "de": (
        "Der Hafen von Aldmere wurde zum ersten Mal seit neun Jahren ausgebaggert. Die Landwirtschaftskammer hatte vor "
        "Überschwemmungen gewarnt. Nach Angaben der Kämmerin Ruth Hale kosteten die Arbeiten mehr als erwartet.",
        "An die Schwäne hatte niemand gedacht. Sie zogen in der ersten Nacht zum Stausee und kehrten zurück, als der "
        "letzte Lastkahn fort war. Ein Fischer zählte vierzig Tiere.",
    ),
    "fr": (
        "Le port d’Aldmere a été dragué pour la première fois depuis neuf ans. « Les travaux ont duré onze semaines, "
        "dit Ruth Hale, et ils ont coûté plus que prévu. » Deux bateaux ont dû être tirés de la vase.",
        "Personne n’avait pensé aux cygnes. Ils partirent dès la première nuit pour le lac et revinrent après le "
        "départ de la dernière barge. Un pêcheur en compta quarante.",
    ),
    "fi": (
        "Aldmeren satama ruopattiin ensimmäisen kerran yhdeksään vuoteen. Työt kestivät yksitoista viikkoa, ja "
        "kunnanvaltuustossa keskusteltiin tulvasuojelusuunnitelmista. Kaksi venettä nostettiin mudasta.",
        "Kukaan ei ollut ajatellut joutsenia. Ne lähtivät ensimmäisenä yönä tekojärvelle ja palasivat, kun viimeinen "
        "proomu oli poissa. Kalastaja laski niitä neljäkymmentä.",
    ),
    "ru": (
        "Гавань Олдмира углубили впервые за девять лет. Работы заняли одиннадцать недель и обошлись дороже, чем "
        "надеялся совет. Две лодки пришлось поднимать из ила.",
        "О лебедях никто не подумал. В первую же ночь они улетели на водохранилище и вернулись, когда ушла последняя "
        "баржа. Рыбак насчитал сорок птиц.",
    ),
    "ar": (
        "جرى تعميق ميناء المدينة للمرة الأولى منذ تسع سنوات. استغرقت الأعمال أحد عشر أسبوعا وكلفت أكثر مما كان المجلس "
        "يأمل. واضطر العمال إلى رفع قاربين من الطين.",
        "لم يفكر أحد في طيور البجع. غادرت في الليلة الأولى إلى الخزان وعادت بعد رحيل آخر صندل. وأحصى صياد أربعين منها.",
    ),
    "zh": (
        "奥德米尔港九年来第一次清淤。工程持续了十一个星期，花的钱比镇议会希望的要多。两条船不得不从淤泥里吊出来，其中一条已经烂了。",
        "没有人想到那些天鹅。第一天夜里它们就飞到水库去了，等最后一条驳船离开以后才回来。一个渔夫数了数，一共四十只。",
    ),
    "ja": (
        "オルドミアの港は九年ぶりに浚渫された。工事は十一週間続き、費用は町議会の見込みを上回った。二隻の船は泥の中から引き上げなければならなかった。",
        "白鳥のことは誰も考えていなかった。白鳥は最初の夜に貯水池へ飛び去り、最後のはしけがいなくなってから戻ってきた。漁師が数えると四十羽いた。",
    ),
    "ko": (
        "올드미어 항구는 구 년 만에 처음으로 준설되었다. 공사는 열한 주 동안 이어졌고 의회가 바란 것보다 많은 "
        "돈이 들었다. 배 두 척은 진흙에서 끌어 올려야 했다.",
        "백조를 생각한 사람은 아무도 없었다. 백조들은 첫날 밤 저수지로 떠났다가 마지막 바지선이 떠난 뒤에 돌아왔다. "
        "어부가 세어 보니 마흔 마리였다.",
    ),
}


def sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a text on one line each."""
    return [flow(segment.text) for segment in document_from_text(text, language=language).segments]


@given(st.sampled_from(sorted(ARTICLES)), st.integers(25, 110), st.booleans())
def test_wrapping_changes_no_sentence(language: str, width: int, indented: bool) -> None:
    """Whatever the width, wrapped prose has the sentences that it had before; paragraphs may have an indent instead."""
    paragraphs = ARTICLES[language]
    rows = [wrap(paragraph, width) for paragraph in paragraphs]
    if indented:
        wrapped = "\n".join("\n".join(["  " + row[0], *row[1:]]) for row in rows)
    else:
        wrapped = "\n\n".join("\n".join(row) for row in rows)
    assert sentences(wrapped, language) == sentences("\n\n".join(paragraphs), language)


@given(st.sampled_from(["zh", "ja"]), st.integers(12, 45))
def test_wrapping_by_characters_changes_no_sentence(language: str, length: int) -> None:
    """Programs that count characters, not cells, and let any character begin a line but a closing mark."""
    rows = []
    for paragraph in ARTICLES[language]:
        while paragraph:
            cut = length + (paragraph[length : length + 1] in tuple("。，、"))
            rows.append(paragraph[:cut])
            paragraph = paragraph[cut:]
        rows.append("")
    assert sentences("\n".join(rows), language) == sentences("\n\n".join(ARTICLES[language]), language)


NARROW = """\
The coun-
cil of the vil-
lage wants to
mend the road
to the mill be-
fore the win-
ter. Nobody
has to pay for
it. The mill-
er is glad.
"""


def test_a_narrow_column_with_parted_words_is_joined() -> None:
    """Words that are parted at the end of a line are whole where they are shown."""
    assert [flow(block) for block in texts(read_text(NARROW))] == [
        "The council of the village wants to mend the road to the mill before the winter. Nobody has to pay for it. "
        "The miller is glad."
    ]


RULES = """\
Members may borrow a key from
the porter at any hour of the day.
A key must be given back
before ten at night.
Whoever loses a key pays
for a new lock, unless the lock
was broken before.
"""


def test_lines_that_were_broken_by_hand_go_on_before_a_small_letter() -> None:
    """A line without a stop is no sentence where the next line begins with a small letter."""
    assert sentences(RULES, "en") == [
        "Members may borrow a key from the porter at any hour of the day.",
        "A key must be given back before ten at night.",
        "Whoever loses a key pays for a new lock, unless the lock was broken before.",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            "The baker wakes before the birds can sing,\nHe lights the lamp and ties his apron on,\nAnd no one knows "
            "what sorrow he may bring\nTo every loaf that leaves him with the dawn.\nHis wife has gone to live across "
            "the sea,\nHer letters lie unopened by the door.",
            id="verse",
        ),
        pytest.param(
            "Barquero, no me lleves todavía,\nque queda en la otra orilla mi sombrero,\ny el viento, que no sabe de "
            "dinero,\nlo cambia por un poco de alegría;\nmañana, cuando vuelva el nuevo día,\n"
            "será de quien lo vio primero.",
            id="verse in small letters",
        ),
        pytest.param("山路无人雪满天，\n老僧扫叶到门前。\n钟声一夜随风去，\n留得寒灯照客眠。", id="Chinese verse"),
        pytest.param("Milk\nsome butter\n200 g of flour\neggs\nsalt", id="shopping list"),
        pytest.param("- milk from the shop\n- eggs and a loaf of bread\n- butter\n- salt and pepper", id="items"),
        pytest.param(
            "1. Open the lid.\n2. Take out the filter\n3. Rinse it with cold water\n4. Close the lid", id="steps"
        ),
        pytest.param("Ruth Hale\n14 Harbour Street\nAldmere\nUnited Kingdom", id="address"),
        pytest.param("Town        Boats   Swans\nAldmere        12      40\nOrrin           3       0", id="table"),
        pytest.param(
            "The harbour was dredged.\nIt took eleven weeks.\nNobody had thought of the swans.\nThey came back.",
            id="a sentence a line",
        ),
        pytest.param("— Who is it?\n— It is only me, said the boy.\n— Come in, then.\n— I cannot.", id="speech"),
        pytest.param(
            "「誰ですか。」\n「わたしです。」\n「お入りなさい。」\n「いいえ、もう行きます。」", id="Japanese speech"
        ),
        pytest.param("渡船停运通知\n老陈在河边开了三十年的渡船。", id="Chinese heading"),
    ],
)
def test_other_lines_stand_alone(lines: str) -> None:
    """Verse, lists, addresses, tables and sentences on lines of their own are not joined."""
    assert texts(read_text(lines)) == lines.split("\n")


def test_verse_inside_prose_keeps_its_lines() -> None:
    """What the document says about its runs does not outvote a run that says something else."""
    prose = "\n\n".join("\n".join(wrap(paragraph, 60)) for paragraph in ARTICLES["en"])
    verse = (
        "The baker wakes before the birds can sing,\nHe lights the lamp and ties his apron on,\nAnd sells his bread."
    )
    blocks = texts(read_text(f"{prose}\n\n{verse}\n\n{prose}"))
    assert len(blocks) == 2 + 3 + 2
    assert blocks[2:5] == verse.split("\n")


def test_nothing_is_joined_where_there_is_nothing() -> None:
    """No run, no paragraph."""
    assert join_runs([]) == []


@pytest.mark.parametrize(
    ("text", "flowing"),
    [
        ("The mill-\ner left.", "The miller left."),
        ("a well-\nknown miller", "a well-known miller"),
        ("the state-of-\nthe-art mill", "the state-of-the-art mill"),
        ("in den Jahren 1990-\n2000", "in den Jahren 1990-2000"),
        ("die Nord-\nSüd-Achse", "die Nord-Süd-Achse"),
        ("Vor-\nund Nachteile", "Vor- und Nachteile"),
        ("soft\u00ad\nly", "softly"),
        ("он что-\nто знал", "он что-то знал"),
        ("渡し\n船", "渡し船"),
        ("나는\n집에", "나는 집에"),
        ("he came—\nand left", "he came—and left"),
        ("he came —\nand left", "he came — and left"),
        ("one\n\n  two ", "one two"),
        (" one line ", " one line "),
        ("\n", ""),
    ],
)
def test_a_text_of_several_lines_flows(text: str, flowing: str) -> None:
    """What stands at the end of a line for the line's sake is undone, and nothing else."""
    assert flow(text) == flowing

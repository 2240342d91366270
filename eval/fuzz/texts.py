"""Texts: sentences in six languages, and pieces that drive terminals, break layouts, rows or parsers."""

from random import Random

PARALLEL: dict[str, tuple[str, ...]] = {
    "en": (
        "The old lighthouse will be lit again in spring.",
        "Its lamp has been dark for thirty years.",
        "Two sisters bought the tower for 12,000 euros.",
        "They want to bake bread in the keeper's kitchen.",
        "Nobody knows how deep the well behind it is.",
        "The village council agreed on Tuesday evening.",
        "A path of white stones leads down to the beach.",
        "Visitors are asked to leave their dogs at home.",
    ),
    "fr": (
        "Le vieux phare sera rallumé au printemps.",
        "Sa lampe est éteinte depuis trente ans.",
        "Deux sœurs ont acheté la tour pour 12 000 euros.",
        "Elles veulent cuire du pain dans la cuisine du gardien.",
        "Personne ne sait combien est profond le puits qui est derrière.",
        "Le conseil du village a donné son accord mardi soir.",
        "Un chemin de pierres blanches descend jusqu'à la plage.",
        "Les visiteurs sont priés de laisser leurs chiens à la maison.",
    ),
    "de": (
        "Der alte Leuchtturm wird im Frühling wieder angezündet.",
        "Seine Lampe ist seit dreißig Jahren dunkel.",
        "Zwei Schwestern kauften den Turm für 12.000 Euro.",
        "Sie wollen in der Küche des Wärters Brot backen.",
        "Niemand weiß, wie tief der Brunnen dahinter ist.",
        "Der Gemeinderat stimmte am Dienstagabend zu.",
        "Ein Weg aus weißen Steinen führt zum Strand hinunter.",
        "Besucher werden gebeten, ihre Hunde zu Hause zu lassen.",
    ),
    "ru": (
        "Старый маяк снова зажгут весной.",
        "Его лампа не горела тридцать лет.",
        "Две сестры купили башню за 12 000 евро.",
        "Они хотят печь хлеб на кухне смотрителя.",
        "Никто не знает, насколько глубок колодец за ним.",
        "Совет деревни дал согласие во вторник вечером.",
        "Дорожка из белых камней ведёт к пляжу.",
        "Посетителей просят оставлять собак дома.",
    ),
    "zh": (
        "旧灯塔将在春天重新点亮。",
        "它的灯已经熄灭了三十年。",
        "两姐妹花一万二千欧元买下了这座塔。",
        "她们想在守塔人的厨房里烤面包。",
        "没有人知道后面的井有多深。",
        "村委会周二晚上同意了。",
        "一条白石小路通向海滩。",
        "请游客把狗留在家里。",
    ),
    "ar": (
        "ستضاء المنارة القديمة من جديد في الربيع.",
        "ظل مصباحها مطفأ منذ ثلاثين عاما.",
        "اشترت أختان البرج بمبلغ 12000 يورو.",
        "تريدان خبز الخبز في مطبخ الحارس.",
        "لا أحد يعرف عمق البئر التي خلفها.",
        "وافق مجلس القرية مساء الثلاثاء.",
        "طريق من الحجارة البيضاء ينزل إلى الشاطئ.",
        "يطلب من الزوار ترك كلابهم في البيت.",
    ),
}

NASTY = (
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x9b2J", "\x07\x08\x7f", "\x85", "\x0b", "\x0c",
    "\u202etxt.exe\u202c", "\u2066in\u2069", "\u200f\u200e\u061c", "\ufeff", "\u200b", "\u2060\u00ad", "\u2028",
    "\u2029",
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\u200b=1+1", "\uff1dHYPERLINK(1)", "\t=1", "'=1",
    "\U000e0041\U000e007f", "\ufffd", "\ufffe", "\U0010ffff", "e\u0301" * 40, "👨‍👩‍👧", "می‌خواهم",
    "[link=x]y[/link] [bold", ":smile:", "%s %n {0} {x!r:>9}", "${HOME} `id`", "\\N \\t \\u0041 \\", "a\tb", '"', "'",
    "&amp;&#0;&#x1b;&lt;b&gt;&bogus;", "<b onclick=x>", "]]>", "<!--", "-->", "<?php", "]]]]", "((((", "{{<", "{%",
    "0" * 300, "x" * 3000, "http://a.example/" + "y" * 200, "1e999", "-0", "NaN", "None", "...", "。。。", "…", "—",
    "Share on Facebook", "Advertisement", "Read more:", "©", "***", "---", "===", "| a | b |", "> > > >", "1) 2) 3)",
)  # fmt: skip
BREAKS = ("\n", "\n", "\n\n", "\r\n", "\r", " ", "\n\n\n\n", "\t", "\n \n")


def nasty(random: Random) -> str:
    """Return a piece that somebody may put into a text to do harm, or one of random characters."""
    chance = random.random()
    if chance < 0.85:
        return random.choice(NASTY)
    if chance < 0.87:
        return "a\0b"
    return "".join(map(chr, (random.choice((random.randrange(0xD800), random.randrange(0x250))) for _ in range(6))))


def prose(random: Random, language: str = "") -> str:
    """Return some sentences with pieces that may do harm between and inside of them."""
    sentences = sentences_of(random, language)
    for _ in range(random.choice((0, 1, 1, 2, 4))):
        place = random.randrange(len(sentences))
        cut = random.randrange(len(sentences[place]) + 1)
        parts = (nasty(random), sentences[place][:cut] + nasty(random) + sentences[place][cut:])
        sentences[place : place + random.randrange(2)] = [random.choice(parts)]
    mostly = random.choice(BREAKS)
    return "".join(sentence + (mostly if random.random() < 0.7 else random.choice(BREAKS)) for sentence in sentences)


def sentences_of(random: Random, language: str = "") -> list[str]:
    """Return some sentences in order; of those left out, some stand elsewhere or twice."""
    told = PARALLEL[language or random.choice(list(PARALLEL))]
    kept = [sentence for sentence in told if random.random() < 0.8] or [told[0]]
    for _ in range(random.choice((0, 0, 1, 2))):
        kept.insert(random.randrange(len(kept) + 1), random.choice(told))
    return kept


def word(random: Random) -> str:
    """Return a word that stands where a name, a key or a value is expected."""
    return random.choice(("", "a", "id", "0", "-1", "1e400", "en", "xx-XX", nasty(random), "x" * 300, "../a", "ä"))

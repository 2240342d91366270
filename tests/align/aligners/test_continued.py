"""What stands in the middle of a sentence: a caption, an advertisement, a note, on either side, in any script."""

import random
from collections.abc import Sequence

import pytest

from align.aligners import align_documents
from align.bitext import Alignment, Document, Fate, Role
from align.comparison import comparison_of
from align.continuations import runs_of
from tests.align.comparisons import Sentence, document

Halves = tuple[str, str]

BEFORE = ["The swimming pool of Lisgrove will be shut from Monday until the end of the summer."]
BEHIND = [
    "Children who have a season ticket may swim in the lake free of charge.",
    "The school of the village has lent its changing rooms.",
    "Work on the roof is to begin as soon as the scaffolding has arrived.",
]
ENGLISH = ("The big basin, whose tiles were laid by volunteers in the spring of 1973,", "has lost water for two years.")
TEXTS: dict[str, tuple[Halves, list[str], list[str]]] = {
    "fr": (
        ("Le grand bassin, dont les carreaux ont été posés par des bénévoles au printemps 1973,",
         "perd de l'eau depuis deux ans."),
        ["La piscine de Lisgrove sera fermée de lundi jusqu'à la fin de l'été."],
        [
            "Les enfants qui ont un abonnement pourront nager gratuitement dans le lac.",
            "L'école du village a prêté ses vestiaires.",
            "Les travaux du toit commenceront dès que l'échafaudage sera arrivé.",
        ],
    ),
    "zh": (
        ("1973年春天由志愿者铺设瓷砖的大泳池，", "两年来一直在漏水。"),
        ["利斯格罗夫的游泳池从星期一起关闭，直到夏末。"],
        ["持有季票的儿童可以免费在湖里游泳。", "村里的学校借出了更衣室。", "脚手架一到，屋顶的工程就会开始。"],
    ),
    "ar": (
        ("الحوض الكبير، الذي وضع متطوعون بلاطه في ربيع عام 1973،", "يفقد الماء منذ عامين."),
        ["سيغلق مسبح ليسغروف من يوم الاثنين حتى نهاية الصيف."],
        [
            "يمكن للأطفال الذين لديهم تذكرة موسمية السباحة في البحيرة مجانا.",
            "أعارت مدرسة القرية غرف تبديل الملابس.",
            "سيبدأ العمل في السقف حالما تصل السقالات.",
        ],
    ),
}  # fmt: skip
CAPTION: Sentence = (Role.CAPTION, "Lisgrove in July. Photo: D. Orme")
ADVERTISEMENT: Sentence = (Role.FURNITURE, "Advertisement")
NOTE: Sentence = "[1] See the minutes of the parish, volume nine."
WIDE = ((2, 4), (2,))


def version(language: str, before: Sequence[str], middle: Sequence[Sentence], behind: Sequence[str]) -> Document:
    """Return a document with a paragraph for each sentence."""
    return document(f"pool.{language}", language, [[it] for it in ("Lisgrove", *before, *middle, *behind)])


def pair(language: str, between: Sequence[Sentence]) -> tuple[Document, Document]:
    """Return an English version, something standing between the halves of a sentence, and one in another language."""
    halves, before, behind = TEXTS[language]
    gap = "" if language == "zh" else " "
    source = version("en", BEFORE, [ENGLISH[0], *between, ENGLISH[1]], BEHIND)
    return source, version(language, before, [gap.join(halves)], behind)


def wide(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the segments of the beads that go on behind something."""
    return [runs.link for runs in runs_of(alignment).values()]


@pytest.mark.parametrize("between", [CAPTION, ADVERTISEMENT, NOTE], ids=["caption", "page line", "note"])
@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_goes_on_behind_what_stands_in_it(language: str, between: Sentence) -> None:
    """Both halves are one bead, in any script, and nothing lacks a part; swapped documents give the mirror."""
    source, target = pair(language, [between])
    alignment = align_documents(source, target)
    assert wide(alignment) == [WIDE]
    comparison = comparison_of(alignment)
    assert comparison.target_coverage.share == 1.0
    assert {finding.kind for finding in comparison.findings} <= {"line-dropped", "dropped"}
    assert all(finding.bead == 3 for finding in comparison.findings)
    assert wide(align_documents(target, source)) == [WIDE[::-1]]


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_in_three_parts_is_one_bead(language: str) -> None:
    """Two captions stand in it."""
    parts = [
        "The big basin,",
        CAPTION,
        "whose tiles were laid by volunteers in the spring of 1973,",
        CAPTION,
        ENGLISH[1],
    ]
    source = version("en", BEFORE, parts, BEHIND)
    _, target = pair(language, [])
    comparison = comparison_of(align_documents(source, target))
    assert wide(comparison.alignment) == [((2, 4, 6), (2,))]
    assert {finding.kind for finding in comparison.findings} <= {"line-dropped"}
    assert comparison.source_coverage.share == comparison.target_coverage.share == 1.0


def test_a_sentence_that_both_versions_cut_elsewhere_is_one_bead() -> None:
    """Each has a caption in it; halves that stand beside each other say different things."""
    (first, second), before, behind = TEXTS["fr"]
    own = "Le grand bassin,", CAPTION, f"{first.removeprefix('Le grand bassin, ')} {second}"
    source = version("en", BEFORE, [ENGLISH[0], CAPTION, ENGLISH[1]], BEHIND)
    comparison = comparison_of(align_documents(source, version("fr", before, own, behind)))
    assert wide(comparison.alignment) == [((2, 4), (2, 4))]
    assert not comparison.findings


def test_two_sentences_that_a_caption_parts_may_be_one_in_the_other_version() -> None:
    """The halves are sentences of their own; the caption has its counterpart."""
    source = version("en", BEFORE, ["The town sells the old kiosk.", CAPTION, "The money is for the pumps."], BEHIND)
    _, before, behind = TEXTS["fr"]
    sentence = "La commune vend le vieux kiosque, et l'argent est destiné aux pompes."
    target = version("fr", before, [sentence, (Role.CAPTION, "Lisgrove en juillet. Photo : D. Orme")], behind)
    comparison = comparison_of(align_documents(source, target))
    assert wide(comparison.alignment) == [WIDE]
    assert comparison.fates[2:5] == (Fate.MERGED, Fate.ASIDE, Fate.MERGED)
    assert not comparison.findings


def test_halves_that_stand_beside_each_other_are_two_beads() -> None:
    """Where both versions have the caption in the sentence, nothing goes on behind it."""
    (first, second), before, behind = TEXTS["fr"]
    source, _ = pair("fr", [CAPTION])
    target = version("fr", before, [first, (Role.CAPTION, "Lisgrove en juillet. Photo : D. Orme"), second], behind)
    alignment = align_documents(source, target)
    assert not alignment.continuations
    assert [bead.shape for bead in alignment.beads] == ["1-1"] * 8


@pytest.mark.parametrize(
    "further",
    ["A petition for a new pool has three hundred names on it.", "Swimming is taught there since the war."],
    ids=["something else", "something like it"],
)
def test_a_sentence_behind_a_caption_may_be_new(further: str) -> None:
    """It is dropped, and goes on with nothing."""
    source = version("en", BEFORE, [" ".join(ENGLISH), CAPTION, further], BEHIND)
    halves, before, behind = TEXTS["fr"]
    target = version("fr", before, [" ".join(halves)], behind)
    comparison = comparison_of(align_documents(source, target))
    assert not comparison.alignment.continuations
    assert comparison.fates[4] is Fate.DROPPED


def test_no_sentence_goes_on_behind_a_heading() -> None:
    """What follows one begins something new."""
    source, target = pair("fr", [(Role.HEADING, "A pool for all")])
    assert not align_documents(source, target).continuations


def test_any_captions_leave_a_sound_alignment() -> None:
    """Captions, page lines and headings anywhere, sentences cut anywhere: the ledger balances, and again the same."""
    chance = random.Random(5)
    (first, second), before, behind = TEXTS["fr"]
    roles = (Role.CAPTION, Role.FURNITURE, Role.HEADING, Role.BODY)
    for _ in range(25):
        sides = []
        for language, sentences in (("en", [*BEFORE, *ENGLISH, *BEHIND]), ("fr", [*before, first, second, *behind])):
            told: list[Sentence] = []
            for sentence in sentences:
                at = sentence.find(" ", chance.randrange(len(sentence)))
                parts = [sentence[:at], sentence[at + 1 :]] if at > 0 and chance.random() < 0.3 else [sentence]
                for part in parts:
                    told += [part] if chance.random() < 0.9 else []
                    told += [(chance.choice(roles), chance.choice(sentences)[:40])] if chance.random() < 0.3 else []
            sides.append(version(language, [], told, []))
        alignment = align_documents(*sides)
        assert align_documents(*sides) == alignment
        comparison_of(alignment)

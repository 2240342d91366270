"""Sentences on one line each, for aligners and checks, and the way back: no finding changes with the width of lines."""

from dataclasses import replace

import pytest

from align import compare, document_from_text
from align.bitext import Role, Span
from align.flow import flow
from align.unwrapped import unwrap

WRAPPED = {
    "en": "The har-\nbour is closed. Nobody\nknows why, and the mother-\nin-law waits.\n\nThe ferry will not\nsail.",
    "ja": "雨は今日も止ま\nなかった。港は来週\nまで閉まるだろ\nう。\n\n船は 2019 年に\n売られた。",
    "zh": "自 1994 年以来，桥一直没有\n人修。去年 7 月大桥又关闭了\n两个月。",
}
PAIRS = {
    "en": (
        "The mayor said on Saturday that the bridge will not be opened before winter. Inspectors counted 17 cracks.\n\n"
        "Ruth Amsel, the engineer, called the damage serious. Nobody was hurt.",
        "The mayor said on Sunday that the bridge will be opened before winter. Inspectors counted 71 cracks.\n\n"
        "Ruth Harber, the engineer, called the damage serious.",
    ),
    "de": (
        "Die Brücke bleibt nach Angaben der Stadt bis Samstag gesperrt. Der Schaden ist vermutlich nicht groß.\n\n"
        "Siebzehn Arbeiter prüfen die Pfeiler. Niemand wurde verletzt.",
        "The bridge is closed until Sunday. The damage is big.\n\nSeventy workers inspect the piers. Nobody was hurt.",
    ),
    "ja": (
        "橋は日曜日まで閉鎖されるだろうと市長は述べた。検査員は17か所の亀裂を見つけた。\n\n"
        "負傷者はいなかった。船は出なかった。",
        "The bridge is closed until Saturday. Inspectors found 71 cracks.\n\n"
        "There were injured people. The ship did not sail.",
    ),
}


@pytest.mark.parametrize("language", WRAPPED)
def test_sentences_are_on_one_line_and_lead_back(language: str) -> None:
    """Each is what flowing makes of it, and each of its letters is that letter of the text as read."""
    document = document_from_text(WRAPPED[language], language=language)
    flowing = unwrap(document)
    assert [segment.text for segment in flowing.document.segments] == [flow(it.text) for it in document.segments]
    for place, letter in enumerate(flowing.document.text):
        back = flowing.chars(Span(place, place + 1))
        assert letter == document.text[back.start] or (letter, document.text[back.start]) == (" ", "\n")
    for segment, original in zip(flowing.document.segments, document.segments, strict=True):
        assert flowing.chars(segment.chars) == original.chars
    assert flowing.wrapped(flowing.document) is document


def test_other_roles_come_back_with_the_words_as_read() -> None:
    """A document whose segments were cut in two has their places in the text as read."""
    document = document_from_text("One and\ntwo. Three and\nfour.", language="en")
    flowing = unwrap(document)
    first, second = flowing.document.segments
    changed = replace(flowing.document, segments=(replace(first, role=Role.HEADING), second))
    back = flowing.wrapped(changed)
    assert [(it.text, it.role) for it in back.segments] == [
        ("One and\ntwo.", Role.HEADING),
        ("Three and\nfour.", Role.BODY),
    ]


def test_a_text_without_wrapped_sentences_is_left_as_it_is() -> None:
    """No copy is made of it; lines that are sentences are no wrapped sentence."""
    document = document_from_text("It rained.\nWe left.\n\nIt stopped.", language="en")
    assert unwrap(document).document is document


def test_a_chinese_space_beside_latin_letters_is_kept_where_the_text_has_it() -> None:
    """A line's end hides whether there was one."""
    assert flow("自 1994 年以来，共有\n17 人。") == "自 1994 年以来，共有 17 人。"
    assert flow("自1994年以来，共有\n17人。") == "自1994年以来，共有17人。"
    assert flow("谈判 -\n经过多年 -\n失败。") == "谈判 - 经过多年 - 失败。"


@pytest.mark.parametrize("language", PAIRS)
def test_findings_are_the_same_however_wide_the_lines_are(language: str) -> None:
    """Words that a line's end cuts, such as the Japanese for Sunday, are read whole; ids and messages stay, too."""

    def wrapped(text: str) -> str:
        unspaced = text[0] > "\u3000"
        paragraphs = []
        for paragraph in text.split("\n\n"):
            if unspaced:
                lines = [paragraph[k : k + 13] for k in range(0, len(paragraph), 13)]
            else:
                lines = [""]
                for word in paragraph.split():
                    lines = [*lines[:-1], f"{lines[-1]} {word}".strip()]
                    lines += [""] if len(lines[-1]) > 24 else []
            paragraphs.append("\n".join(filter(None, lines)))
        return "\n\n".join(paragraphs)

    def read(source: str, target: str) -> list[object]:
        found = compare(document_from_text(source, language=language), document_from_text(target, language="en"))
        text = found.alignment.source.text, found.alignment.target.text
        return [
            (
                it.id,
                it.message,
                it.severity,
                flow(text[0][it.source.start : it.source.stop]),
                flow(text[1][it.target.start : it.target.stop]),
                [each.label for each in it.evidence],
            )
            for it in found.findings
        ]

    source, target = PAIRS[language]
    findings = read(source, target)
    assert findings == read(wrapped(source), wrapped(target))
    assert len(findings) > 1

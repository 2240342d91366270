"""What scripts tell of lengths before a single pair is known."""

import pytest

from align.aligners.default.marks import count_marks
from align.aligners.default.scripts import usual_ratio

ENGLISH = ["The harbour was closed because of the storm.", "Nobody was hurt."] * 5
GERMAN = ["Der Hafen wurde wegen des Sturms geschlossen.", "Niemand wurde verletzt."] * 5
RUSSIAN = ["Порт закрыли из-за шторма.", "Никто не пострадал."] * 5
CHINESE = ["由于暴风雨，港口已关闭。", "没有人受伤。"] * 5
KANA = ["みなとは あらしのために しまりました。", "だれも けがを しませんでした。"] * 5
KOREAN = ["폭풍 때문에 항구가 폐쇄되었다.", "다친 사람은 없었다."] * 5


def ratio_of(source: list[str], target: list[str]) -> float:
    """Return the usual ratio of two texts."""
    return usual_ratio(count_marks(source), count_marks(target))


@pytest.mark.parametrize(
    ("source", "target", "ratio"),
    [
        (ENGLISH, GERMAN, 0.0),
        (ENGLISH, RUSSIAN, 0.55),
        (ENGLISH, CHINESE, 0.0),
        (ENGLISH, KANA, 0.3),
        (ENGLISH, KOREAN, 0.3),
        (RUSSIAN, CHINESE, -0.55),
    ],
)
def test_scripts_tell_the_ratio_of_bytes(source: list[str], target: list[str], ratio: float) -> None:
    """Two bytes a letter in Cyrillic; a Chinese character says as much as three letters, a syllable as two."""
    assert ratio_of(source, target) == pytest.approx(ratio, abs=0.12)
    assert ratio_of(target, source) == pytest.approx(-ratio_of(source, target))


def test_the_ratio_does_not_depend_on_how_much_there_is() -> None:
    """A brief has that of its article; only of tiny texts less is made."""
    assert ratio_of(ENGLISH * 9, RUSSIAN[:6]) == pytest.approx(ratio_of(ENGLISH, RUSSIAN), abs=0.1)
    assert 0.0 < ratio_of(["Yes."], ["Да."]) < 0.1


def test_any_text_has_a_ratio() -> None:
    """None at all, half a surrogate pair, pictures of four bytes."""
    assert ratio_of([], []) == 0.0
    assert abs(ratio_of(["\ud800"], ["a"])) < 0.1
    assert ratio_of(["a" * 400], ["😀" * 400]) == pytest.approx(0.2, abs=0.1)


def test_sizes_are_those_of_utf_8() -> None:
    """One to four bytes a character, and three for half a surrogate pair."""
    texts = ["a\x7f", "é߿", "ࠀ￿\ud800", "😀𐀀", "mixed: é 早 😀"]
    assert count_marks(texts).sizes.tolist() == [len(text.encode("utf-8", "surrogatepass")) for text in texts]

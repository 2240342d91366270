"""What scripts tell of lengths before a single pair is known."""

import pytest

from align.aligners.default.scripts import usual_ratio

ENGLISH = ["The harbour was closed because of the storm.", "Nobody was hurt."] * 5
GERMAN = ["Der Hafen wurde wegen des Sturms geschlossen.", "Niemand wurde verletzt."] * 5
RUSSIAN = ["Порт закрыли из-за шторма.", "Никто не пострадал."] * 5
CHINESE = ["由于暴风雨，港口已关闭。", "没有人受伤。"] * 5
KANA = ["みなとは あらしのために しまりました。", "だれも けがを しませんでした。"] * 5
KOREAN = ["폭풍 때문에 항구가 폐쇄되었다.", "다친 사람은 없었다."] * 5


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
    assert usual_ratio(source, target) == pytest.approx(ratio, abs=0.12)
    assert usual_ratio(target, source) == pytest.approx(-usual_ratio(source, target))


def test_the_ratio_does_not_depend_on_how_much_there_is() -> None:
    """A brief has that of its article; only of tiny texts less is made."""
    assert usual_ratio(ENGLISH * 9, RUSSIAN[:6]) == pytest.approx(usual_ratio(ENGLISH, RUSSIAN), abs=0.1)
    assert 0.0 < usual_ratio(["Yes."], ["Да."]) < 0.1


def test_any_text_has_a_ratio() -> None:
    """None at all, half a surrogate pair, pictures of four bytes."""
    assert usual_ratio([], []) == 0.0
    assert abs(usual_ratio(["\ud800"], ["a"])) < 0.1
    assert usual_ratio(["a" * 400], ["😀" * 400]) == pytest.approx(0.2, abs=0.1)

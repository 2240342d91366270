"""What is read in a text: numbers, number words, dates, weekdays and times, with their characters."""

from time import process_time

import pytest

from align.ledger import Span
from align.values import Kind, Value, read_values


def numbers(text: str, language: str, *, firm: bool = True) -> list[float]:
    """Return the largest reading of every certain number in a text."""
    found = (value for value in read_values(text, language) if value.kind is Kind.NUMBER and value.firm is firm)
    return [max(value.readings) for value in found]


def only(text: str, language: str) -> Value:
    """Return the only value of a text."""
    (value,) = read_values(text, language)
    return value


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("1,350 seats", "en", 1350),
        ("1 350 places", "fr", 1350),
        ("1\u202f350 places", "de", 1350),
        ("1’350 Plätze", "de", 1350),
        ("12,34,567 rupees", "en", 1234567),
        ("1.350.000,5 Euro", "de", 1350000.5),
        ("٣٫٥ كيلومتر", "ar", 3.5),
        ("0.125 grams", "en", 0.125),
        ("3.5 million people", "en", 3.5e6),
        ("£3.5bn", "en", 3.5e9),
        ("3,5 Mrd. Euro", "de", 3.5e9),
        ("3,5 milliards d’euros", "fr", 3.5e9),
        ("3.500 millones", "es", 3.5e9),
        ("2,5 млн рублей", "ru", 2.5e6),
        ("300 тысячами жителей", "ru", 300e3),
        ("5 लाख लोग", "hi", 5e5),
        ("300万人", "zh", 3e6),
        ("1亿2000万元", "zh", 1.2e8),
        ("1億4,200万人", "ja", 1.42e8),
        ("350k followers", "en", 350e3),
        ("1 ½ m", "de", 1.5),
        ("2 млн 300 тыс. человек", "ru", 2.3e6),
        ("1억 2000만 명", "ko", 1.2e8),
        ("37万5,000ドル", "ja", 375e3),
        ("八成的人", "zh", 80),
        ("2割", "ja", 20),
        ("2 billones de pesos", "es", 2e12),
        ("2 Billionen Euro", "de", 2e12),
    ],
)
def test_digits_are_read_as_each_language_writes_them(text: str, language: str, number: float) -> None:
    """With their groups, their decimals and their magnitudes."""
    assert numbers(text, language) == [pytest.approx(number)]


def test_what_is_ambiguous_keeps_both_readings() -> None:
    """A single mark before three digits may be of either sort; before others it cannot."""
    assert only("1.350", "en").readings == only("1.350", "de").readings == {1350.0, 1.35}
    assert only("1.35", "de").readings == {1.35}
    assert only("5m", "en").readings == {5.0, 5e6}


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("two hundred and fifty-three thousand", "en", 253000),
        ("a million", "en", 1e6),
        ("twenty-first", "en", 21),
        ("half a million", "en", 500e3),
        ("nineteen eighty-four", "en", 1984),
        ("seven-and-twenty", "en", 27),
        ("anderthalb Millionen", "de", 1.5e6),
        ("drie-en-veertig", "nl", 43),
        ("diez y seis", "es", 16),
        ("ventesimo", "it", 20),
        ("двадцать четвёртого", "ru", 24),
        ("тридцатых", "ru", 30),
        ("trzydziestych", "pl", 30),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("soixante et onze", "fr", 71),
        ("deux cent mille", "fr", 200000),
        ("dix-huit", "fr", 18),
        ("einundzwanzig", "de", 21),
        ("dreitausendvierhundertfünf", "de", 3405),
        ("zweihundertfünfzig Millionen", "de", 250e6),
        ("vierten", "de", 4),
        ("dos mil quinientos millones", "es", 2.5e9),
        ("mil millones", "es", 1e9),
        ("treinta y uno", "es", 31),
        ("ventotto", "it", 28),
        ("tremilacinquecento", "it", 3500),
        ("duas mil e quinhentas", "pt", 2500),
        ("vinte e um", "pt", 21),
        ("tweeëntwintig", "nl", 22),
        ("driehonderdvijftig", "nl", 350),
        ("двести тридцать пять тысяч", "ru", 235000),
        ("четырёх", "ru", 4),
        ("седьмого", "ru", 7),
        ("двадцять п’ять", "uk", 25),
        ("dwudziestu pięciu", "pl", 25),
        ("三百五十", "zh", 350),
        ("二〇一九年", "zh", 2019),
        ("两百三十万", "zh", 2.3e6),
        ("百分之三十", "zh", 30),
        ("二十三歳", "ja", 23),
    ],
)
def test_number_words_are_read(text: str, language: str, number: float) -> None:
    """In one word or several, and in their cases."""
    assert numbers(text, language) == [number]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("one of them", "en"),
        ("both of them, once or twice, a dozen of millions", "en"),
        ("un homme et une femme", "fr"),
        ("beide Frauen, ein Paar", "de"),
        ("一些人，两国，四川，十分", "zh"),
        ("一人で、三月", "ja"),
    ],
)
def test_words_that_may_say_no_number_are_not_certain(text: str, language: str) -> None:
    """Articles, pairs, dozens and parts of words are there for what the other side says."""
    assert numbers(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("三名警察", "zh", True),
        ("第三", "zh", True),
        ("三星手机", "zh", False),
        ("两个半月", "zh", True),
        ("三つ", "ja", True),
    ],
)
def test_a_chinese_character_is_a_number_where_something_is_counted(text: str, language: str, counted: bool) -> None:
    """With a counter behind it or an ordinal before it."""
    assert bool(numbers(text, language)) is counted


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("two and a half metres", "en", 2.5),
        ("deux ans et demi", "fr", 2),
        ("due milioni e mezzo", "it", 2.5e6),
        ("два с половиной года", "ru", 2.5),
        ("两年半", "zh", 2.5),
    ],
)
def test_a_half_is_added(text: str, language: str, number: float) -> None:
    """Where it stands right behind the number."""
    assert number in read_values(text, language)[0].readings


def test_a_range_has_its_magnitude_on_both_ends() -> None:
    """3 to 5 million may be 3 or 3 million to 5 million; two numbers of which none has a magnitude stay as they are."""
    first, second = read_values("from 3 to 5 million", "en")
    assert first.readings == {3.0, 3e3, 3e4, 3e6}
    assert second.readings == {5e6}
    assert read_values("10 of 1000", "en")[0].readings == {10.0}


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("on 3 May 2019.", "en", "3 May 2019"),
        ("on May 3, 2019.", "en", "May 3, 2019"),
        ("le 1er mai 2019 au soir", "fr", "1er mai 2019"),
        ("am 3. Mai 2019", "de", "3. Mai 2019"),
        ("el 3 de mayo de 2019", "es", "3 de mayo de 2019"),
        ("3 de maio de 2019", "pt", "3 de maio de 2019"),
        ("il 3 maggio 2019", "it", "3 maggio 2019"),
        ("третьего мая 2019 года", "ru", "третьего мая 2019"),
        ("2019年5月3日，", "zh", "2019年5月3日"),
    ],
)
def test_a_date_is_one_expression(text: str, language: str, date: str) -> None:
    """Month, day and year know the date that they are in."""
    of_date = [value for value in read_values(text, language) if value.whole or value.kind is Kind.MONTH]
    assert [max(value.readings) for value in of_date if value.kind is Kind.MONTH] == [5]
    wholes = {value.shown for value in of_date}
    assert {text[span.start : span.stop] for span in wholes} == {date}


def test_numeric_dates_are_parts_of_one_expression() -> None:
    """Nobody knows which is the day; a chain of digits that is no date is nothing."""
    values = read_values("on 03/05/2019 or 2019-05-03", "en")
    assert [max(value.readings) for value in values] == [3, 5, 2019, 2019, 5, 3]
    assert {value.shown for value in values} == {Span(3, 13), Span(17, 27)}
    assert read_values("version 10.1.2.7", "en") == ()


@pytest.mark.parametrize(
    ("text", "language", "month"),
    [("May went home", "en", 5), ("they may march", "en", None), ("mars est rouge", "fr", 3), ("in June", "en", 6)],
)
def test_a_name_that_is_a_word_besides_is_no_certain_month(text: str, language: str, month: int | None) -> None:
    """Unless a day or a year stands beside it."""
    months = [value for value in read_values(text, language) if value.kind is Kind.MONTH]
    assert any(value.firm for value in months) is (text == "in June")
    assert month is None or month in months[0].readings


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("on Tuesday", "en", 1),
        ("mardi soir", "fr", 1),
        ("am Dienstagabend", "de", 1),
        ("los viernes", "es", 4),
        ("na segunda-feira", "pt", 0),
        ("в среду", "ru", 2),
        ("субботняя игра", "ru", 5),
        ("у п’ятницю", "uk", 4),
        ("czwartkowy mecz", "pl", 3),
        ("星期二", "zh", 1),
        ("周日", "zh", 6),
        ("月曜日", "ja", 0),
        ("w sobotę", "pl", 5),
        ("am Sonnabend", "de", 5),
        ("बृहस्पतिवार को", "hi", 3),
        ("روز سه‌شنبه", "fa", 1),
        ("روز سه شنبه", "fa", 1),
        ("روز شنبه", "fa", 5),
    ],
)
def test_weekdays_are_read_in_their_cases(text: str, language: str, day: int) -> None:
    """Monday is 0."""
    (value,) = [value for value in read_values(text, language) if value.kind is Kind.WEEKDAY]
    assert value.readings == {day}
    assert value.firm


def test_a_japanese_weekday_is_shown_whole() -> None:
    """With the 日 that may be left out, so that no half of a word is marked."""
    assert only("市は水曜日に開いた", "ja").chars == Span(2, 5)
    assert only("水曜に", "ja").chars == Span(0, 2)


@pytest.mark.parametrize(
    ("text", "language"),
    [("среди них", "ru"), ("в среднем", "ru"), ("a segunda vez", "pt"), ("sun and sat", "en")],
)
def test_words_like_weekdays_are_none(text: str, language: str) -> None:
    """Neither "among" nor "second", nor short forms."""
    assert not [value for value in read_values(text, language) if value.kind is Kind.WEEKDAY and value.firm]


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("at 5 p.m.", "en", {17 * 60}),
        ("at 7:55", "en", {475, 475 + 720}),
        ("at 7.55am", "en", {475}),
        ("à 7 h 55", "fr", {475, 475 + 720}),
        ("à 17 heures", "fr", {17 * 60}),
        ("um 7.55 Uhr", "de", {475, 475 + 720}),
        ("alle 17.30", "it", {17 * 60 + 30}),
        ("в 19 часов", "ru", {19 * 60}),
        ("下午5点半", "zh", {17 * 60 + 30}),
        ("午前9時15分", "ja", {9 * 60 + 15}),
        ("half past seven", "en", {450, 450 + 720}),
        ("halb acht", "de", {450, 450 + 720}),
        ("half acht", "nl", {450, 450 + 720}),
        ("Viertel nach sechs", "de", {375, 375 + 720}),
        ("в половине восьмого", "ru", {450, 450 + 720}),
        ("six heures et quart", "fr", {375, 375 + 720}),
        ("las tres y cuarto", "es", {195, 195 + 720}),
    ],
)
def test_times_are_minutes_of_the_day(text: str, language: str, minutes: set[int]) -> None:
    """Without a half of the day an hour up to 12 may be either."""
    (value,) = [value for value in read_values(text, language) if value.firm and value.kind is Kind.TIME]
    assert value.readings == minutes


def test_a_range_in_words_is_no_compound() -> None:
    """Between four and twenty are two numbers; 三四十人 are thirty or forty people."""
    assert numbers("between four and twenty", "en") == [4, 20]
    assert numbers("tussen vier en twintig", "nl") == [4, 20]
    assert read_values("三四十人", "zh")[0].readings == {30, 40}


@pytest.mark.parametrize("language", ["fr", "zh"])
@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "1,", "1 000 ", "三点", "1万", "万" * 10_000, "1:", "deux et ", "vingt-", "http://"],
    ids=lambda text: text[:10],
)
def test_no_repetition_makes_it_slow(text: str, language: str) -> None:
    """Twice as long a text takes about twice as long, and what no number can be is none."""
    text *= max(1, 10_000 // len(text))
    start = process_time()
    read_values(text, language)
    assert process_time() - start < 1.5


def test_numbers_in_addresses_of_pages_say_nothing() -> None:
    """What a link leads to is compared elsewhere."""
    assert numbers("see https://example.org/2019/64-boats for 3 pictures", "en") == [3]


def test_a_language_without_tables_has_its_digits() -> None:
    """And its months, where CLDR knows them."""
    assert numbers("64 laivaa", "fi") == [64]
    assert [value.kind for value in read_values("3. toukokuuta 2019", "fi")] == [Kind.NUMBER, Kind.MONTH, Kind.NUMBER]
    assert numbers("64 things in xx", "xx") == [64]

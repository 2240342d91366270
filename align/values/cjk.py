"""Numbers, dates, weekdays and times in Chinese and Japanese, where no space tells a number from the word it is in.

A character for a number is firm only where its surroundings say so: with a counter behind it (三人), with 第 before it,
or as part of a number of two or more characters (二十三). All others (一些, 两国, 四川) are loose.
"""

import re
from collections.abc import Iterator

from align.ledger import Span
from align.values.clock import time_value
from align.values.value import Kind, Value

_DIGITS = {
    letter: value for value, row in enumerate("〇零 一壹 二两兩貳 三 四 五 六 七 八 九".split()) for letter in row
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "憶": 10**8, "兆": 10**12}
_LONGEST = 16  # characters of a number
_NUMERAL = "〇零一二两兩三四五六七八九十百千"
_COUNTERS = {
    "zh": "个個名位年岁歲天日月周週次人件条條场場支只隻张張家座辆輛艘架枚篇本部届屆轮輪项項种種点點分秒倍成级級层層代"
    "段步米吨公英平百万亿小时美欧元",
    "ja": "人つ年月日時分秒回件本枚台社歳才個名番位度階週世円ドカヶか倍割点羽匹頭冊杯歩戸校軒州か箇",
}
_NO_COUNT = ("十分", "一分", "三分之", "百分之", "千万别", "一点", "一天天", "一部", "九州", "一人", "一年", "一个")
_WEEKDAYS = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    "月": 0,
    "火": 1,
    "水": 2,
    "木": 3,
    "金": 4,
    "土": 5,
}
_PM = frozenset("下午 晚上 傍晚 晚间 午後 夜 夕方".split())
_AM = frozenset("上午 凌晨 早上 清晨 早晨 午前 朝".split())
_TOKEN = re.compile(
    r"(?:星期|礼拜|周|週|禮拜)(?P<week>[一二三四五六日天])|(?P<youbi>[月火水木金土日])曜日?"
    rf"|(?P<half>{'|'.join(_PM | _AM)})?(?P<hour>(?<![\d,.])\d{{1,2}}|[一二两兩三四五六七八九十]{{1,3}})"
    r"(?:点|點|時(?!間|代|期)|时(?!间|代|期))"
    r"(?:(?P<minute>\d{1,2}|[一二三四五六七八九十]{1,3})分?|(?P<thirty>半))?(?![\d多个])"
    r"|(?P<year>\d{4})年(?=\d{1,2}月)|(?P<month>\d{1,2}|十[一二]|[一二三四五六七八九十])月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})?[日号號]?"
    r"|(?P<amount>(?<![\d.,])\d+(?:[.,]\d+)*\s?[余餘多]?[十百千万萬亿億憶兆]+"
    r"(?:\s?\d+(?:[.,]\d+)*\s?[百千万萬]+)*(?:\d+(?:,\d{3})*(?![\d年月日]))?)"
    r"|(?P<tenths>(?:\d(?:\.\d)?|[一二两兩三四五六七八九])(?=[成割](?![立功本员年为了长都合])))"
    rf"|(?P<about>[一二三四五六七八九]{{2}}[十百千万萬])"
    rf"|(?P<hundredth>百分之)?(?P<numeral>(?:[{_NUMERAL}]+点)?[{_NUMERAL}]*[{_NUMERAL}万萬亿億兆])(?P<after>.?)"
)


def read_cjk(text: str, language: str) -> Iterator[Value]:
    """Yield the values that are written with Chinese characters or with digits and such, in order.

    Args:
        text: any.
        language: `zh` or `ja`.

    >>> [sorted(value.readings) for value in read_cjk("二十三人，300万元，第三次", "zh")]
    [[23.0], [3000000.0], [3.0]]
    """
    for match in _TOKEN.finditer(text):
        span = Span(*match.span())
        if match["week"] or match["youbi"]:
            day = match["week"] or match["youbi"]
            yield Value(Kind.WEEKDAY, span, frozenset({float(_WEEKDAYS[day])}))
        elif match["hour"]:
            yield from _time(match, span)
        elif match["year"]:
            yield Value(Kind.NUMBER, Span(*match.span("year")), frozenset({float(match["year"])}))
        elif match["month"]:
            yield from _date(match, span, text)
        elif match["amount"] and len(match["amount"]) <= 2 * _LONGEST:
            yield Value(Kind.NUMBER, span, frozenset({_amount(match["amount"])}))
        elif match["tenths"]:
            tenths = _small(match["tenths"]) or 0.0
            yield Value(Kind.NUMBER, span, frozenset({tenths, 10 * tenths}))
        elif match["about"]:  # 三四十人 are thirty or forty people
            size = (_TENS | _MYRIADS)[match["about"][-1]]
            readings = frozenset(float(_DIGITS[letter] * size) for letter in match["about"][:-1])
            yield Value(Kind.NUMBER, span, readings, firm=False)
        elif match["numeral"]:
            yield from _numeral(match, text, language)


def number_of(written: str) -> float | None:
    """Return the number that characters say, None where they say none: 二十三, 二〇一九, but not 三四 (three or four).

    >>> number_of("二十三"), number_of("二〇一九"), number_of("三四"), number_of("一百万"), number_of("十")
    (23.0, 2019.0, None, 1000000.0, 10.0)
    """
    if len(written) > _LONGEST:
        return None
    if all(letter in _DIGITS for letter in written):
        if len(written) > 1 and not (len(written) == 4 or set(written) & {"〇", "零"}):
            return None
        return float("".join(str(_DIGITS[letter]) for letter in written))
    total = section = 0
    digit: int | None = None
    for letter in written:
        if letter in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[letter]
        elif letter in _TENS:
            section += (1 if digit is None else digit) * _TENS[letter]
            digit = None
        else:
            total = (total + section + (digit or 0) or 1) * _MYRIADS[letter]
            section, digit = 0, None
    return float(total + section + (digit or 0))


def _amount(written: str) -> float:
    """Return the value of digits with characters for large numbers: 1亿2000万, 3万5千."""
    total = 0.0
    for match in re.finditer(r"(\d+(?:[.,]\d+)*)\s?[余餘多]?([十百千万萬亿億憶兆]*)", written):
        number = match[1].replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", match[1]) else match[1]
        size = 1.0
        for letter in match[2]:
            size *= _TENS.get(letter) or _MYRIADS[letter]
        total += float(number.replace(",", ".", 1).replace(",", "")) * size
    return float(f"{total:.12g}")


def _time(match: re.Match[str], span: Span) -> Iterator[Value]:
    hour, minute = _small(match["hour"]), 30.0 if match["thirty"] else _small(match["minute"] or "0")
    if hour is None or minute is None:
        return
    half = match["half"]
    value = time_value(span, int(hour), int(minute), afternoon=None if not half else half in _PM)
    if value is not None and (half or match["hour"].isdecimal() or match["minute"]):
        yield value
    else:
        yield Value(Kind.NUMBER, span, frozenset({hour}), firm=False)


def _date(match: re.Match[str], span: Span, text: str) -> Iterator[Value]:
    month, day = _small(match["month"]), _small(match["day"] or "")
    if month is None or not 1 <= month <= 12 or text[match.end() : match.end() + 1] in ("間", "间"):
        return
    start = span.start
    if text[start - 1 : start] == "年" and start >= 5 and text[start - 5 : start - 1].isdecimal():
        start -= 5
    whole = Span(start, span.stop)
    yield Value(Kind.MONTH, Span(*match.span("month")), frozenset({month}), whole=whole)
    if day is not None:
        yield Value(Kind.NUMBER, Span(*match.span("day")), frozenset({day}), whole=whole)


def _numeral(match: re.Match[str], text: str, language: str) -> Iterator[Value]:
    written, after = match["numeral"], match["after"]
    start, stop = match.span("numeral")
    if len(written) > 1 and written[-1] in "两兩":  # a unit, of silver, behind other characters
        written, after, stop = written[:-1], written[-1], stop - 1
    whole, _, decimals = written.partition("点")
    number = number_of(whole) if whole else None
    if number is None:
        for offset, letter in enumerate(written):
            if letter in _DIGITS:
                place = Span(start + offset, start + offset + 1)
                yield Value(Kind.NUMBER, place, frozenset({float(_DIGITS[letter])}), firm=False)
        return
    if decimals and all(letter in _DIGITS for letter in decimals):
        number = float(f"{int(number)}." + "".join(str(_DIGITS[letter]) for letter in decimals))
    counted = after and after in _COUNTERS[language] and not text.startswith(_NO_COUNT, start)
    ordinal = text[start - 1 : start] == "第"
    firm = bool(match["hundredth"]) or ordinal or (counted and whole not in ("一", "零")) or _is_long(whole)
    if ordinal and number == 1:
        firm = False
    readings = {number}
    if text[stop + 1 : stop + 2] == "半" or text[stop + 2 : stop + 3] == "半":
        readings.add(number + 0.5)
    yield Value(Kind.NUMBER, Span(start, stop), frozenset(readings), firm=bool(firm))


def _is_long(written: str) -> bool:
    """Tell whether a numeral has two characters that multiply or add, so that it can be nothing else."""
    return len(written) > 1 and written not in ("千万", "百万", "万一", "一一", "十一", "一千", "一百", "一万", "万千")


def _small(written: str) -> float | None:
    if not written:
        return None
    return float(written) if written[0].isdecimal() else number_of(written)

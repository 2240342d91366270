"""How bytes get broken on their way: cut off, flipped, doubled, with something put in."""

from random import Random

_PIECES = (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"<", b"\x1b[2J", b"\n" * 50, b"\x80" * 9)
_LONGEST = 1 << 20


def harmed(random: Random, data: bytes) -> bytes:
    """Return the bytes with one to four things done to them."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(_WAYS)(random, data)[:_LONGEST]
    return data


def _cut(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _flip(random: Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(min(len(broken), random.choice((1, 3, 20)))):
        broken[random.randrange(len(broken))] = random.randrange(256)
    return bytes(broken)


def _put_in(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(_PIECES) + data[place:]


def _leave_out(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + data[place + random.choice((1, 8, 100)) :]


def _double(random: Random, data: bytes) -> bytes:
    first = random.randrange(len(data) + 1)
    last = random.randrange(first, len(data) + 1)
    return data[:last] + data[first:last] * random.choice((1, 2, 20)) + data[last:]


def _recode(random: Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(random.choice(("utf-16", "utf-16-be", "utf-32", "cp1252", "shift_jis", "koi8-r")), "replace")


_WAYS = (_cut, _flip, _flip, _put_in, _leave_out, _double, _recode)

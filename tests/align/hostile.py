"""Texts that would drive a terminal or break a layout, and the characters that no report may hold."""

from hypothesis import strategies as st

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://x.example\x1b\\click\x1b]8;;\x1b\\",
    "\x9b2J\x07\r\x08\x7f",
    "[link=http://x.example]y[/link] [bold red]z[/] :smile: \\[x]",
    "abc\u202edef\u2066ghi\u2069\u200f\ufeff",
    "lone \ud800 surrogate",
]

FORBIDDEN = frozenset(map(chr, [*range(10), *range(11, 32), *range(0x7F, 0xA0), 0x200E, 0x200F, 0x061C, 0xFEFF])) | (
    frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]))
)

TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *HOSTILE,
                "北京、「东京」。",
                "👨‍👩‍👧",
                "🇫🇷",
                "क्षत्रिय",
                "می‌خواهم",
                "❤️",
                "שלום",
                "a" * 90,
                " ",
                "\u200d",
                "((((",
            ]
        ),
        st.text(max_size=12),
    ),
    max_size=8,
).map("".join)

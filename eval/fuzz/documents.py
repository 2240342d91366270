"""Documents of one file without parts: plain text, markup, pages, subtitles, RTF."""

from collections.abc import Callable
from random import Random

from eval.fuzz.texts import nasty, prose, word

Maker = Callable[[Random, str], bytes]


def _plain(random: Random, language: str) -> bytes:
    coding = random.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1251", "gb18030"))
    return prose(random, language).encode(coding, random.choice(("replace", "ignore")))


def _markup(*pieces: str) -> Maker:
    """Return a maker that puts marks of a format between the paragraphs of a text."""

    def make(random: Random, language: str) -> bytes:
        parts = []
        for paragraph in prose(random, language).split("\n"):
            mark = random.choice((*pieces, "", ""))
            parts.append(mark.replace("@", paragraph) if "@" in mark else mark + paragraph)
        if random.random() < 0.1:
            parts.insert(random.randrange(len(parts) + 1), random.choice(pieces).replace("@", "x") * 60)
        return "\n".join(parts).encode("utf-8", "surrogatepass")

    return make


_MARKDOWN = _markup(
    "# ", "> > ", "- ", "   * ", "1. ", "| @ | b |\n|---|---|\n| c |", "```\n@\n```", "[@](http://a.example 'b')",
    "![@](x)",
    "---\ntitle: @\n---\n", "<div>\n@", "</div>", "[^1]: @", "$$ @", "> [!NOTE]\n> @", "{{< call @ >}}", "{% raw %}@",
    "    @",
    "<Tab title={@}>\n", "import @ from 'a'\n", "export const a = {\n@", "<!-- @", "::: @\n", "~~~", "&#27; @", "\\",
    "<a\n",
)  # fmt: skip
_RST = _markup(
    "@\n====", ".. note::\n   @", ".. code-block:: python\n\n   @", "::\n\n    @", ":ref:`@`", ".. image:: @",
    ".. |a| replace:: @",
    ".. [1] @", "+--+--+\n| @ | b |\n+--+--+", "==  ==\n@  b\n==  ==", ".. include:: /etc/passwd",
    ".. raw:: html\n\n   @", "`@ <a>`_",
    ".. _a: @", "* @", "#. @", "@ ::", ".. list-table:: @\n\n   * - a", ".. only:: html\n\n   @", ".. math:: @",
    "__ @", "|a|",
)  # fmt: skip
_ASCIIDOC = _markup(
    "= ", "== ", "* ", ". ", "----\n@\n----", "|===\n| @ | b\n|===", "NOTE: ", "image::@[]", "link:@[a]",
    "[source,c]\n", "include::@[]",
    ":a: ", "{a}", "++++\n@", "//// \n@", "ifdef::a[]\n", "<<@>>", "[[@]]", "@::\n  b", "____\n", "a:: ", "+\n",
    "xref:@[",
)  # fmt: skip
_PAGE = _markup(
    "<p>", "<h1>@</h1>", "<table><tr><td>@<td>b", "<script>@</script>", "<!-- @ -->", "<style>@", "</p></div>",
    "<ul><li>", "<a href='@'>b</a>",
    "<div hidden>@</div>", "<span style='display:none'>@</span>", "<img alt='@' src=x onerror=y>", "<pre>@</pre>",
    "<svg><text>@</text></svg>",
    "<math><mi>@</mi></math>", "<template>@</template>", "<iframe srcdoc='@'>", "<base href='@'>",
    "<meta charset='@'>", "&#27;[31m&#x202e;",
    "<title>@</title>", "<nav>@</nav>", "<footer>@</footer>", "<aside>@</aside>", "<bdo dir=rtl>@</bdo>", "<br>",
    "<textarea>@", "<![CDATA[@]]>",
    "<html lang='@'>", "<time datetime='@'>b</time>", "<form><button>@</button></form>", "<noscript>@</noscript>",
    "<ruby>@<rt>b</ruby>",
)  # fmt: skip


def _page(random: Random, language: str) -> bytes:
    body = _PAGE(random, language)
    if random.random() < 0.1:
        body = b"<div>" * random.choice((50, 3000)) + body
    if random.random() < 0.3:
        body = b"<!DOCTYPE html><html><head>" + body[:80] + b"</head><body><article>" + body
    return body


def _rtf(random: Random, language: str) -> bytes:
    words = (
        "\\par ", "\\b ", "\\'e9", "\\u8216?", "\\u-3913?", "\\bin5 abcde", "\\bin99999 ", "{\\*\\x y}",
        "{\\fonttbl{\\f0 A;}}", "\\cell ", "\\row ",
        "{\\info{\\title @}}", "\\ansicpg1251 ", "\\ansicpg99999 ", "\\uc9 ", "\\u99999999 ", "{", "}", "\\",
        "\\line ", "{\\pict 00ff}", "\\tab ",
        "\\f9999 ", "{\\field{\\*\\fldinst HYPERLINK a}{\\fldrslt b}}", "\\deff-1 ", "\\v ", "{\\footnote c}",
    )  # fmt: skip
    parts = [letter if ord(letter) < 128 else f"\\u{ord(letter) % 65536}?" for letter in prose(random, language)]
    for _ in range(random.randrange(12)):
        parts.insert(random.randrange(len(parts) + 1), random.choice(words))
    if random.random() < 0.1:
        parts.insert(0, "{" * random.choice((40, 3000)))
    return ("{\\rtf1\\ansi " + "".join(parts) + random.choice(("}", "", "}}"))).encode("latin-1", "replace")


def _cues(head: str, comma: str) -> Maker:
    def make(random: Random, language: str) -> bytes:
        parts = [head]
        for number, line in enumerate(prose(random, language).splitlines() or [""]):
            start = random.choice((f"00:00:{number:02}{comma}000", "00:01", f"99:99:99{comma}9", word(random)))
            arrow = random.choice((" --> ", " --> ", "-->", " -> "))
            parts.append(f"{number}\n{start}{arrow}00:00:{number + 1:02}{comma}500 {word(random)}\n{line}\n")
            if random.random() < 0.1:
                parts.append(random.choice(("NOTE a\n", "STYLE\n::cue{}\n", f"<c.{nasty(random)}>x</c>\n", "{\\an8}")))
        return "\n".join(parts).encode("utf-8", "surrogatepass")

    return make


DOCUMENTS: dict[str, Maker] = {
    ".txt": _plain,
    ".md": _MARKDOWN,
    ".mdx": _MARKDOWN,
    ".rst": _RST,
    ".adoc": _ASCIIDOC,
    ".html": _page,
    ".rtf": _rtf,
    ".srt": _cues("", ","),
    ".vtt": _cues("WEBVTT\n", "."),
}

"""Prompts: short paragraphs that ask the reader of a page to subscribe, follow, click, give or read on.

A story may begin a sentence with the same words ("Follow us, shouted the soldiers"). So a whole sentence is a prompt
only if it goes on to speak of what pages ask for; without a stop, or with a colon in its phrase, it is one by its
beginning.
"""

import re

from align.furniture.counting import begins
from align.furniture.phrases import fold, phrases


def is_prompt(text: str, words: int, *, ends: bool) -> bool:
    """Tell whether a paragraph is a prompt.

    Args:
        text: of the paragraph, with single spaces.
        words: how many it has.
        ends: whether it ends in a stop.

    >>> [is_prompt(it, 8, ends=True) for it in ("Follow us, said the boy, and run.", "Follow us on Facebook.")]
    [False, True]
    >>> is_prompt("Follow us for more", 4, ends=False), is_prompt("Read also: The bridge is open.", 6, ends=True)
    (True, True)
    """
    if words > _WORDS_OF_PROMPT:
        return False
    start = fold(text)
    phrase = begins(start[:80], "prompts")
    if not phrase:
        return False
    rest = start[len(phrase) :]
    certain = phrase[-1] in ":：" or any(word in phrase for word in _THINGS)
    if certain or _asks_for_something(rest):
        return True
    return not ends and rest[:1] not in _SPOKEN


_WORDS_OF_PROMPT = 25
# Who says the words follows after these.
_COMMAS = frozenset(",;،，、")
_SPOKEN = _COMMAS | frozenset("!！?？.…")
# What pages ask for, in words that are alike in most languages; the others are the appeals of each language.
_THINGS = (
    "cookie|newsletter|javascript|facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|tiktok|mastodon|"
    "bluesky|threads|wechat|google|app store|podcast|rss|e-mail|email|www.|http|@|.com|.org"
).split("|")
# "Support us!" and "Support our work."; "Support our king!" may be said in a story.
_US = re.compile(
    r"\W{0,3}(?:(?:us|uns|nous|nos|ons|нас|nas|nás|bizi|bize)"
    r"|(?:our|unsere|notre|nuestr[oa]|il nostro|la nostra|o nosso|a nossa|onze|нашу|наш|naszą|naši)\s"
    r"(?:work|team|project|newsroom|arbeit|redaktion|travail|équipe|rédaction|projet|trabajo|equipo|redacción|proyecto|"
    r"lavoro|redazione|progetto|trabalho|redação|projeto|werk|redactie|работу|редакцию|роботу|редакцію|проект|pracę|"
    r"redakcję|práci|redakci))(?:\s\w{1,12}){0,2}[\s.!]{0,3}"
)
_NETWORK = re.compile(r"(?<![^\W\d_])(?:x|app|apps|vk|line)(?![^\W\d_])")


def _asks_for_something(rest: str) -> bool:
    """Tell whether what follows the phrase speaks of letters, money, sites or networks."""
    if any(thing in rest for thing in _THINGS) or _US.fullmatch(rest) is not None:
        return True
    # Behind a comma somebody says so, and the words of appeals are common ones.
    appeals = _NETWORK.search(rest) is not None or any(appeal in rest for appeal in set(phrases("appeals")))
    return appeals and rest[:1] not in _COMMAS

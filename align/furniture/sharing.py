"""Buttons that share, send or print a page: "Share on Facebook", "Print this page".

Such a line is short and has no stop; it begins or ends with what to do, and names a network or the page.
"""

import re

from align.furniture.counting import is_unspaced
from align.furniture.phrases import fold


def is_sharing(key: str, words: int) -> bool:
    """Tell whether a line is such a button.

    Args:
        key: the line as `align.furniture.shapes.line_key` gives it.
        words: how many it has.

    >>> [is_sharing(it, 4) for it in ("share on facebook", "seite drucken", "分享到微信", "share the bread")]
    [True, True, True, False]
    """
    if words > _WORDS_OF_LINE or key[-1:] in _STOPS:
        return False
    if is_unspaced(key):
        return any(verb in key for verb in _UNSPACED_VERBS) and any(thing in key for thing in _UNSPACED_THINGS)
    first, *others = _WORD.findall(_BESIDE.sub("", key)) or [""]
    if not 0 < len(others) < _WORDS_OF_BUTTON or not _INDEFINITE.isdisjoint(others):
        return False
    if first not in _VERBS:
        first, *others = [others[-1], first, *others[:-1]]
    return first in _VERBS and any(word in _THINGS or word.startswith(_NETWORKS) for word in others)


_WORDS_OF_BUTTON = 5
_WORDS_OF_LINE = 12
_STOPS = frozenset(".!?…。！？؟,;")
_WORD = re.compile(r"[^\W\d_]+")
# "Click to share on Facebook (opens in new window)"
_BESIDE = re.compile(r"^click to |\s?\([^()]{1,40}\)$")
# "Print a page" is the heading of a manual.
_INDEFINITE = frozenset("a an ein eine einen un une una uma um een".split())
_VERBS = frozenset(
    fold(
        "share tweet pin print send email mail forward teilen teile drucken ausdrucken versenden senden twittern "
        "weiterleiten empfehlen partager partagez partage imprimer imprimez envoyer envoyez tweeter compartir comparte "
        "compartilo compártelo imprimir imprime enviar envía tuitear condividi condividere stampa stampare invia "
        "inviare compartilhar compartilhe partilhar partilhe imprima envie delen deel printen afdrukken doorsturen "
        "verstuur поделиться поделитесь распечатать отправить твитнуть поділитися поділіться роздрукувати надіслати "
        "udostępnij podziel drukuj wydrukuj wyślij sdílet sdílejte sdílej vytisknout tisk poslat شارك مشاركة طباعة "
        "اطبع أرسل إرسال غرد paylaş paylaşın yazdır gönder dela skriv skicka del tilaa jaa tulosta distribuie "
        "megosztás nyomtatás κοινοποίηση εκτύπωση שתף הדפס साझा 공유 공유하기 인쇄"
    ).split()
)
_NETWORKS = tuple(
    fold(
        "facebook twitter whatsapp linkedin telegram instagram pinterest reddit tumblr mastodon bluesky threads "
        "messenger tiktok viber vkontakte вконтакте фейсбук твиттер телеграм ватсап твітер فيسبوك تويتر واتساب تلغرام "
        "تليغرام 페이스북 트위터 카카오톡 פייסבוק फेसबुक"
    ).split()
)
_THINGS = frozenset(
    fold(
        "x this page article story post link mail email vk seite artikel beitrag lien courriel mél página artículo "
        "noticia enlace correo pagina articolo notizia artigo notícia matéria bericht страницу статью новость ссылку "
        "почте сторінку статтю посилання stronę artykuł stránku článek odkaz الصفحة المقال المقالة الخبر الرابط صفحة "
        "بريد sayfayı makaleyi haberi sidan artikeln siden artikkelen sivu artikkeli oldal cikk"
    ).split()
)
_UNSPACED_VERBS = ("分享", "转发", "轉發", "打印", "列印", "シェア", "共有", "印刷", "ツイート", "送る", "ポスト")
_UNSPACED_THINGS = (
    *_NETWORKS,
    *"微信 微博 朋友圈 本页 本頁 此页 本文 文章 新闻 新聞 链接 臉書 脸书 推特 line qq".split(),
    *"ページ 記事 リンク フェイスブック ツイッター".split(),
)

"""What page furniture says, in twenty-nine languages: one row a kind, phrases parted by `|`, all in small letters.

Kinds of `Phrases`, from the most certain to the least:

- *adverts*: whole lines. *labels*: the same, of words that may also be a heading.
- *related*: whole lines that head a list of other articles.
- *comments*: whole lines that head readers' comments, numbers aside. *replies*: whole lines inside them.
- *prompts*: how a paragraph begins that asks for something. *appeals*: what it contains, evidence at the edges only.

The phrases of lines that tell who, when and of which picture are in `particulars`; `phrases` looks them up as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from align.furniture.further_phrases import FURTHER_PHRASES
from align.furniture.particulars import PARTICULARS, Particulars
from align.language import primary_language


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of furniture in one language."""

    adverts: str
    labels: str
    related: str
    comments: str
    replies: str
    prompts: str
    appeals: str


@cache
def phrases(kind: str, language: str = "und") -> tuple[str, ...]:
    """Return the phrases of one kind in one language, in all languages when it is not in the table.

    Args:
        kind: a field of `Phrases` or `Particulars`.
        language: a BCP 47 tag, of which the primary part counts.

    >>> ["werbung" in phrases("adverts", language) for language in ("de-AT", "fr", "und")]
    [True, False, True]
    """
    table: Mapping[str, Phrases | Particulars] = PHRASES if hasattr(Phrases, kind) else PARTICULARS
    own = table.get(primary_language(language))
    return tuple(fold(phrase) for row in ([own] if own else table.values()) for phrase in getattr(row, kind).split("|"))


def fold(text: str) -> str:
    """Return the form in which phrases are compared: small letters, composed, plain apostrophes.

    >>> fold("SCHLIEẞEN"), fold("İlgili"), fold("Aujourd’hui")
    ('schliessen', 'ilgili', "aujourd'hui")
    """
    if text.isascii():
        return text.lower()
    # Turkish capital I with a dot folds to an i and a dot of its own, a Greek iota with two marks to three characters.
    folded = normalize("NFC", text).casefold().replace("\u0307", "").replace("’", "'")
    return folded if folded.isascii() else normalize("NFC", folded)


PHRASES = {
    "en": Phrases(
        adverts="advertisement|advertising|ad|sponsored|sponsored content|promoted|scroll to continue with content|"
        "article continues below|story continues below advertisement|article continues after this advert",
        labels="share|share this|share this article|save|print|email|copy link|link copied|tweet|subscribe|"
        "subscribe now|sign in|sign up|log in|login|register|my account|menu|search|home|support us|donate|"
        "donate now|follow us|newsletter|newsletters|skip to content|skip to main content|listen|read more|"
        "show more|load more|view all|see all|back to top|close|accept|accept all|privacy policy|"
        "terms of use|terms of service|contact us|about us|in this article|contributors|publishers|"
        "advertisers|tags|topics|published|cookie settings",
        related="related|related articles|related stories|related topics|related content|read next|up next|"
        "most read|most popular|popular|trending|trending now|recommended|recommended for you|"
        "you may also like|you might also like|more stories|more news|top stories|latest news|editor's picks|"
        "more on this story|more from",
        comments="comments|comment|view comments|show comments|leave a comment|join the conversation|"
        "join the discussion|reader comments|readers' comments|responses",
        replies="reply|like|report|reply to|show replies|view replies|upvote|downvote|log in to comment|"
        "be the first to comment",
        prompts="subscribe to|newsletter:|subscribe now|subscribe for|sign up for|sign up to|sign up now|follow us|"
        "click here|read more:|read also:|also read:|see also:|read more about|related:|get breaking news|"
        "get the latest|get our newsletter|get our app|share this article|share this story|share this page|"
        "support our journalism|support our work|donate to|become a member|become a subscriber|"
        "download our app|join our newsletter|join our mailing list|already a subscriber|to continue reading|"
        "we use cookies|this site uses cookies|this website uses cookies|enable javascript|"
        "please enable javascript|please enable cookies|enter your email|by signing up, you|"
        "by signing up you|by subscribing, you|by subscribing you|thank you for reading|follow topics|"
        "support independent|support local journalism|support local news|support local reporting|"
        "support quality journalism|support our reporting|support our newsroom|give to our",
        appeals="inbox|newsletter|tax deductible|tax-deductible|subscri|donat|gifts|journalism|cookie|"
        "email address|our readers|privacy policy|terms of|sign up|click|advertis|app store|google play|"
        "unsubscribe|paywall|membership|support local|support independent|reporting|readers|a month|per month",
    ),
    "fr": Phrases(
        adverts="publicité|annonce|contenu sponsorisé|la suite après la publicité|la suite après cette publicité",
        labels="partager|partager l'article|imprimer|envoyer|s'abonner|abonnez-vous|se connecter|connexion|"
        "accueil|recherche|rechercher|menu|faire un don|suivez-nous|lire la suite|voir plus|fermer|accepter|"
        "tout accepter|mentions légales|réservé aux abonnés|article réservé aux abonnés|dans cet article|"
        "contact|politique de confidentialité|nous contacter|qui sommes-nous",
        related="à lire aussi|lire aussi|sur le même sujet|articles liés|les plus lus|les plus lues|"
        "à la une|voir aussi|articles similaires|recommandé pour vous|sur le même thème|dernières nouvelles",
        comments="commentaires|commentaire|les commentaires|vos commentaires|vos réactions|réactions|"
        "laisser un commentaire|commentaires des lecteurs",
        replies="répondre|j'aime|signaler|réagir|soyez le premier à commenter",
        prompts="abonnez-vous|inscrivez-vous|suivez-nous|cliquez ici|lire aussi :|lire aussi:|à lire aussi|"
        "à lire :|lire la suite|partagez cet|soutenez|faites un don|recevez |retrouvez-nous|déjà abonné|"
        "ce site utilise des cookies|nous utilisons des cookies|aidez-nous|rejoignez-nous",
        appeals="newsletter|abonn|votre boîte mail|faire un don|défiscalis|journalisme|cookie|"
        "adresse e-mail|désinscri|publicité|soutenez|soutenir|par mois|don mensuel",
    ),
    "de": Phrases(
        adverts="anzeige|werbung|gesponsert|nach der anzeige weiterlesen|lesen sie nach der anzeige weiter",
        labels="teilen|artikel teilen|drucken|merken|abonnieren|jetzt abonnieren|anmelden|einloggen|"
        "registrieren|startseite|suche|menü|spenden|jetzt spenden|folgen sie uns|newsletter|weiterlesen|"
        "mehr anzeigen|schließen|akzeptieren|impressum|datenschutz|agb|kontakt|in diesem artikel|nach oben|"
        "zur startseite",
        related="mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren|"
        "meistgelesen|meistgelesene artikel|ähnliche artikel|verwandte artikel|themen|weitere artikel|"
        "empfohlen|aktuelle nachrichten|weitere nachrichten",
        comments="kommentare|kommentar|alle kommentare|leserkommentare|kommentar schreiben|diskutieren sie mit",
        replies="antworten|gefällt mir|melden|kommentar melden|antworten anzeigen|schreiben sie den ersten kommentar",
        prompts="abonnieren sie|melden sie sich|folgen sie uns|klicken sie hier|lesen sie auch|"
        "lesen sie mehr|mehr zum thema:|lesen sie hier|unterstützen sie|spenden sie|jetzt den newsletter|"
        "newsletter abonnieren|newsletter bestellen|newsletter:|"
        "teilen sie diesen|wir verwenden cookies|diese website verwendet cookies|unterstütze unabhängigen|"
        "unterstütze uns|werden sie mitglied",
        appeals="newsletter|abonn|postfach|spende|journalismus|cookie|e-mail-adresse|abmelden|"
        "datenschutzerklärung|werbung|unterstützen sie|im monat|pro monat",
    ),
    "es": Phrases(
        adverts="publicidad|anuncio|contenido patrocinado|continúa tras la publicidad",
        labels="compartir|imprimir|guardar|suscríbete|suscribirse|suscríbase|iniciar sesión|regístrate|"
        "inicio|portada|buscar|menú|dona|donar|síguenos|boletín|leer más|ver más|cerrar|aceptar|aviso legal|"
        "en este artículo|contacto|política de privacidad",
        related="te puede interesar|le puede interesar|noticias relacionadas|artículos relacionados|"
        "más noticias|lo más leído|lo más visto|relacionados|relacionado|últimas noticias|más información|"
        "ver también|te recomendamos",
        comments="comentarios|comentario|ver comentarios|deja un comentario|deja tu comentario|"
        "comentarios de los lectores",
        replies="responder|me gusta|denunciar|ver respuestas|sé el primero en comentar",
        prompts="suscríbete|newsletter:|boletín:|"
        "suscríbase|regístrate|síguenos|haz clic|haga clic|lee también|lea también|"
        "leer también|te puede interesar:|haz una donación|utilizamos cookies|este sitio utiliza cookies|"
        "hazte socio|hazte socia|haga una donación|apoya el periodismo|apoya nuestro|apoye nuestro|apóyanos|apóyenos",
        appeals="boletín|suscrip|suscríb|tu correo|su correo|donación|periodismo|cookie|correo electrónico|"
        "publicidad|al mes|hazte soci|apoya",
    ),
    "it": Phrases(
        adverts="pubblicità|contenuto sponsorizzato|l'articolo prosegue dopo la pubblicità",
        labels="condividi|stampa|salva|abbonati|accedi|registrati|cerca|menù|dona ora|seguici|leggi tutto|"
        "mostra altro|chiudi|accetta|note legali|in questo articolo|contatti|privacy",
        related="leggi anche|articoli correlati|ti potrebbe interessare|potrebbe interessarti|i più letti|"
        "più letti|ultime notizie|correlati|vedi anche|altre notizie",
        comments="commenti|commento|lascia un commento|mostra commenti",
        replies="rispondi|mi piace|segnala|sii il primo a commentare",
        prompts="abbonati a|abbonati per|iscriviti|seguici|clicca qui|leggi anche|leggi di più|condividi |"
        "sostieni |fai una donazione|questo sito utilizza|utilizziamo i cookie|sostienici|diventa socio",
        appeals="newsletter|abbonamento|abbonati|iscriviti|iscrizion|tua email|tua casella|donazione|"
        "giornalismo|cookie|indirizzo email|pubblicità|al mese|sostieni",
    ),
    "pt": Phrases(
        adverts="publicidade|anúncio|continua após a publicidade",
        labels="compartilhar|compartilhe|partilhar|imprimir|salvar|assine|assinar|entrar|cadastre-se|"
        "início|buscar|pesquisar|doe|doar|siga-nos|leia mais|ver mais|fechar|aceitar|termos de uso|neste artigo",
        related="leia também|veja também|notícias relacionadas|artigos relacionados|mais lidas|mais lidos|"
        "relacionadas|últimas notícias|mais notícias|você também pode gostar",
        comments="comentários|comentário|ver comentários|deixe um comentário|deixe o seu comentário",
        replies="responder|curtir|gosto|denunciar|seja o primeiro a comentar",
        prompts="assine a|assine o|assine já|assine nossa|inscreva-se|siga-nos|clique aqui|leia também|"
        "leia mais|veja também|compartilhe |apoie |faça uma doação|utilizamos cookies|este site utiliza|"
        "apoie-nos|torne-se assinante",
        appeals="newsletter|assinatur|assine|inscreva|seu e-mail|doação|jornalismo|cookie|"
        "endereço de e-mail|publicidade|por mês|apoie",
    ),
    "nl": Phrases(
        adverts="advertentie|gesponsord|tekst loopt door onder de advertentie",
        labels="delen|deel|afdrukken|bewaren|abonneren|abonneer|word abonnee|inloggen|aanmelden|zoeken|"
        "doneer|volg ons|nieuwsbrief|lees meer|meer tonen|sluiten|accepteren|privacybeleid|in dit artikel",
        related="lees ook|gerelateerd|gerelateerde artikelen|meest gelezen|meer nieuws|aanbevolen|"
        "bekijk ook|laatste nieuws|meer over dit onderwerp",
        comments="reacties|reactie|commentaar|reageer|plaats een reactie|alle reacties",
        replies="beantwoorden|reageren|vind ik leuk|rapporteren|antwoord",
        prompts="abonneer u|abonneer je|meld je aan|meld u aan|schrijf je in|volg ons|klik hier|lees ook|"
        "lees meer|steun ons|steun onze|doneer aan|ontvang onze|ontvang de nieuwsbrief|deel dit|"
        "wij gebruiken cookies|deze website gebruikt|steun onafhankelijke|word lid|word vriend",
        appeals="nieuwsbrief|abonn|je inbox|uw inbox|doneer|donatie|journalistiek|cookie|e-mailadres|advertentie|"
        "per maand|steun",
    ),
    "ru": Phrases(
        adverts="реклама|на правах рекламы",
        labels="поделиться|распечатать|сохранить|подписаться|войти|регистрация|главная|поиск|меню|"
        "поддержать|пожертвовать|читать далее|показать ещё|показать еще|закрыть|принять|контакты|о нас|"
        "в этой статье|наверх",
        related="читайте также|по теме|материалы по теме|похожие статьи|самое читаемое|популярное|главное|"
        "последние новости|еще по теме|ещё по теме|рекомендуем|другие новости|новости партнеров|новости партнёров",
        comments="комментарии|комментарий|комментариев|оставить комментарий|обсуждение|комментарии читателей",
        replies="ответить|нравится|пожаловаться|показать ответы",
        prompts="подписывайтесь|подпишитесь|подписаться на|следите за нами|следите за новостями|"
        "нажмите здесь|нажмите сюда|читайте также|читайте подробнее|поддержите|поделитесь|присоединяйтесь|"
        "получайте|мы используем|сайт использует|скачайте",
        appeals="рассылк|подписк|подпиш|подписыв|пожертвован|журналистик|cookie|куки|электронную почту|"
        "реклам|телеграм-канал|в месяц|поддерж",
    ),
    "uk": Phrases(
        adverts="реклама",
        labels="поділитися|роздрукувати|зберегти|підписатися|увійти|реєстрація|головна|пошук|меню|"
        "підтримати|підтримати нас|пожертвувати|читати далі|показати більше|закрити|прийняти|контакти|"
        "про нас|у цій статті|нагору",
        related="читайте також|за темою|матеріали за темою|схожі статті|найпопулярніше|популярне|"
        "останні новини|ще за темою|головне|рекомендуємо|інші новини",
        comments="коментарі|коментар|коментарів|залишити коментар|обговорення",
        replies="відповісти|подобається|поскаржитися|показати відповіді",
        prompts="підписуйтесь|підписуйтеся|підпишіться|стежте за нами|стежте за новинами|натисніть тут|"
        "читайте також|підтримайте|поділіться|приєднуйтесь|приєднуйтеся|отримуйте|ми використовуємо|завантажте",
        appeals="розсилк|підписк|підпиш|підписуйт|пожертв|журналістик|cookie|електронну пошту|реклам|телеграм-канал|"
        "на місяць|підтрима",
    ),
    "pl": Phrases(
        adverts="reklama|materiał sponsorowany",
        labels="udostępnij|drukuj|zapisz|subskrybuj|zaloguj się|zarejestruj się|strona główna|szukaj|"
        "wesprzyj nas|obserwuj nas|czytaj dalej|czytaj więcej|pokaż więcej|zamknij|akceptuję|kontakt|o nas|"
        "w tym artykule",
        related="czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|"
        "przeczytaj także|powiązane artykuły|najczęściej czytane|popularne|polecane|najnowsze|powiązane",
        comments="komentarze|komentarz|dodaj komentarz|zobacz komentarze|skomentuj",
        replies="odpowiedz|lubię to|zgłoś|pokaż odpowiedzi",
        prompts="zapisz się|subskrybuj|śledź nas|obserwuj nas|kliknij tutaj|kliknij, aby|czytaj także|"
        "czytaj też|zobacz także|zobacz też|wesprzyj|dołącz do|udostępnij |używamy plików|ta strona używa",
        appeals="newsletter|subskry|prenumer|skrzynk|darowizn|dziennikarstw|cookie|adres e-mail|reklam|miesięcznie|"
        "wesprzyj",
    ),
    "cs": Phrases(
        adverts="reklama|inzerce",
        labels="sdílet|tisk|uložit|předplatit|předplatné|přihlásit se|registrace|domů|hledat|podpořte nás|"
        "sledujte nás|číst dále|číst více|zobrazit více|zavřít|přijmout|kontakt|o nás|v tomto článku",
        related="čtěte také|přečtěte si také|související|související články|nejčtenější|"
        "mohlo by vás zajímat|další zprávy|doporučujeme",
        comments="komentáře|komentář|diskuse|diskuze|přidat komentář|vstoupit do diskuse",
        replies="odpovědět|líbí se mi|nahlásit|zobrazit odpovědi",
        prompts="přihlaste se|odebírejte|sledujte nás|klikněte|čtěte také|přečtěte si|podpořte|sdílejte|"
        "používáme cookies|tento web používá",
        appeals="newsletter|předplat|odběr|schránk|darovat|žurnalistik|cookie|e-mailov|reklam|inzerc|měsíčně|podpoř",
    ),
    "zh": Phrases(
        adverts="广告|廣告",
        labels="分享|打印|收藏|订阅|訂閱|登录|登入|注册|註冊|首页|首頁|搜索|搜尋|菜单|选单|支持我们|"
        "关注我们|阅读更多|查看更多|展开|关闭|返回顶部|联系我们|关于我们",
        related="相关阅读|相關閱讀|相关新闻|相關新聞|相关文章|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|热门文章|"
        "热门新闻|最新消息|猜你喜欢|更多新闻",
        comments="评论|評論|留言|网友评论|发表评论|条评论|全部评论|读者评论|最新评论|读者留言",
        replies="回复|回覆|点赞|赞|举报|檢舉",
        prompts="订阅我们|訂閱我們|关注我们|點擊這裡|點擊查看|点击这里|点击查看|扫描二维码|扫码|请登录后|"
        "下载app|欢迎订阅|延伸阅读：|相关阅读：|支持我们的|支持独立|支持本报",
        appeals="订阅|訂閱|邮箱|二维码|公众号|广告|cookie|捐款|捐赠|下载|每月|支持我们",
    ),
    "ja": Phrases(
        adverts="広告|pr",
        labels="シェア|シェアする|印刷|保存|購読|購読する|ログイン|会員登録|ホーム|検索|メニュー|寄付|"
        "フォロー|フォローする|続きを読む|もっと見る|閉じる|同意する|お問い合わせ|目次",
        related="関連記事|関連ニュース|あわせて読みたい|おすすめ記事|おすすめ|人気記事|ランキング|"
        "アクセスランキング|最新ニュース|こちらも読まれています",
        comments="コメント|コメント一覧|コメントする|件のコメント|みんなのコメント|読者のコメント",
        replies="返信|返信する|いいね|いいね！|通報|通報する",
        prompts="メールマガジンに登録|フォローして|クリックして|関連記事：|【関連記事】|あわせて読みたい：|"
        "会員限定|この記事は有料|ログインして|ご支援|ご寄付",
        appeals="購読|メルマガ|メールマガジン|メールアドレス|会員登録|広告|cookie|クッキー|寄付|ダウンロード|ご支援|月額",
    ),
    "ar": Phrases(
        adverts="إعلان|اعلان",
        labels="شارك|مشاركة|طباعة|حفظ|اشترك|اشترك الآن|تسجيل الدخول|الرئيسية|بحث|القائمة|تبرع|تابعنا|"
        "اقرأ المزيد|المزيد|إغلاق|موافق|اتصل بنا|من نحن",
        related="اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|الأكثر قراءة|ذات صلة|"
        "آخر الأخبار|قد يعجبك أيضا",
        comments="التعليقات|تعليقات|تعليق|أضف تعليق|أضف تعليقا|اترك تعليقا|تعليقات القراء",
        replies="رد|أعجبني|إبلاغ|الرد",
        prompts="اشترك في|اشتركوا في|تابعنا على|تابعونا|اضغط هنا|اقرأ أيضا|اقرأ أيضاً|شارك هذا|ادعم|سجل الآن|"
        "انضم إلى|ادعموا|تبرع ل|تبرعوا",
        appeals="النشرة|اشتراك|اشترك|بريدك|تبرع|الإعلان|ملفات تعريف الارتباط|البريد الإلكتروني|شهريا|ادعم",
    ),
    "tr": Phrases(
        adverts="reklam",
        labels="paylaş|yazdır|kaydet|abone ol|giriş yap|üye ol|kayıt ol|ana sayfa|anasayfa|ara|menü|"
        "bağış yap|takip et|bizi takip edin|devamını oku|daha fazla|kapat|kabul et|iletişim|hakkımızda|"
        "bu yazıda",
        related="ilgili haberler|ilgili içerikler|benzer haberler|en çok okunanlar|çok okunanlar|"
        "son dakika|bunlar da ilginizi çekebilir|ayrıca okuyun|diğer haberler|önerilen haberler|"
        "ilginizi çekebilir",
        comments="yorumlar|yorum|yorum yap|yorum yaz|tüm yorumlar",
        replies="yanıtla|cevapla|beğen|şikayet et|yanıtları göster",
        prompts="abone olun|abone ol |bizi takip|takip edin|tıklayın|ayrıca okuyun|bunu da okuyun|"
        "destek olun|bültenimize|kaydolun|çerez kullanıyoruz|bu site çerez|bize destek",
        appeals="bülten|abone|e-posta|bağış|gazetecilik|çerez|reklam|üyelik|ayda|destek ol",
    ),
    **{language: Phrases(**rows) for language, rows in FURTHER_PHRASES.items()},
}

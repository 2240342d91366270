"""What the bars of a page say, to share it and to find it: one row a language, all in small letters.

Phrases are parted by `|`.

- *shares*: words of a line that shares, prints or keeps a page.
- *reading*: words beside the minutes that reading takes; *minutes*: how the word for minutes begins.
- *homes*: the first step of a path through the site; *here*: what may stand before the path.
- *tags*: what stands before a list of tags.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarPhrases:
    """The phrases of bars in one language."""

    shares: str
    reading: str
    minutes: str
    homes: str
    here: str
    tags: str


# The same in most languages.
NETWORKS = (
    "facebook|twitter|x|x (twitter)|twitter/x|whatsapp|telegram|linkedin|pinterest|reddit|messenger|"
    "instagram|youtube|tiktok|threads|bluesky|mastodon|flipboard|pocket|tumblr|viber|xing|e-mail|email|"
    "mail|sms|line|hatena|vk|вконтакте|одноклассники|微信|微博|qq|はてなブックマーク|はてブ|facebook messenger|"
    "google+|rss|link|"
    "фейсбук|твиттер|телеграм|вотсап|朋友圈|新浪微博|推特|脸书|微信好友|フェイスブック|ツイッター|فيسبوك|تويتر|واتساب|إكس|تيليجرام"
)

BAR_PHRASES = {
    "en": BarPhrases(
        shares="add to your saved stories|add to reading list|share|share on|share via|share to|share by|post on|"
        "send by|tweet this|copy link|copy url|print|print this page|print article|save|save article|save for later|"
        "bookmark|gift this article|shares|likes|views",
        reading="read|reading time|read time|time to read|reading|listen|listening time|audio|listen to this article|"
        "listen to article",
        minutes="min",
        homes="home|homepage|front page",
        here="you are here",
        tags="tags|tagged|tag|filed under|posted in|more on",
    ),
    "fr": BarPhrases(
        shares="partager|partager sur|partager par|envoyer par|envoyer|imprimer|copier le lien|enregistrer|partages|"
        "sauvegarder|offrir l'article|écouter l'article",
        reading="lecture|temps de lecture|écouter|lire",
        minutes="min",
        homes="accueil|page d'accueil|la une",
        here="vous êtes ici",
        tags="tags|mots-clés|mots clés|étiquettes|thèmes|classé dans|publié dans",
    ),
    "de": BarPhrases(
        shares="teilen|auf|per|artikel teilen|teilen auf|drucken|merken|link kopieren|kopieren|artikel merken|"
        "artikel drucken|speichern|vorlesen|verschicken|artikel verschenken|weiterleiten",
        reading="lesezeit|lesedauer|zu lesen|anhören|artikel anhören|vorlesen|hören",
        minutes="min",
        homes="startseite|start|home",
        here="sie sind hier|sie befinden sich hier",
        tags="schlagwörter|schlagworte|stichwörter|stichworte|themen|tags|abgelegt unter|kategorien",
    ),
    "es": BarPhrases(
        shares="compartir|compartir en|compartir por|enviar por|imprimir|guardar|copiar enlace|copiar el enlace|"
        "copiar|compartido|veces compartido|escuchar",
        reading="lectura|tiempo de lectura|de lectura|leer|escuchar",
        minutes="min",
        homes="inicio|portada",
        here="está aquí|estás en|estás aquí|usted está aquí|se encuentra en",
        tags="etiquetas|temas|tags|archivado en|publicado en|más sobre",
    ),
    "it": BarPhrases(
        shares="condividi|condividi su|condividi via|invia per|stampa|salva|copia link|copia il link|condivisioni|"
        "ascolta",
        reading="lettura|tempo di lettura|di lettura|ascolta|leggi",
        minutes="min",
        homes="home|homepage|prima pagina",
        here="ti trovi in|sei qui|sei in",
        tags="tag|tags|argomenti|etichette|archiviato in|pubblicato in",
    ),
    "pt": BarPhrases(
        shares="compartilhar|compartilhe|partilhar|compartilhar no|partilhar no|compartilhar via|enviar por|imprimir|"
        "salvar|guardar|copiar link|copiar o link|partilhas|compartilhamentos|ouvir",
        reading="leitura|tempo de leitura|de leitura|ler|ouvir",
        minutes="min",
        homes="início|página inicial|home",
        here="você está aqui|está aqui|você está em",
        tags="tags|etiquetas|tópicos|assuntos|arquivado em|publicado em",
    ),
    "nl": BarPhrases(
        shares="delen|deel|deel op|delen via|delen op|deel via|mail|afdrukken|printen|opslaan|bewaren|kopieer link|"
        "link kopiëren|luister",
        reading="leestijd|lezen|leesduur|luister",
        minutes="min",
        homes="home|voorpagina",
        here="u bent hier|je bent hier",
        tags="tags|trefwoorden|onderwerpen|geplaatst in",
    ),
    "ru": BarPhrases(
        shares="поделиться|поделиться в|поделитесь|отправить|распечатать|печать|сохранить|скопировать ссылку|"
        "копировать ссылку|в закладки|слушать",
        reading="время чтения|чтения|на чтение|читать|время на чтение|слушать|прочтения",
        minutes="мин",
        homes="главная|главная страница|на главную",
        here="вы здесь|вы находитесь здесь",
        tags="теги|метки|темы|рубрика|рубрики|ключевые слова",
    ),
    "uk": BarPhrases(
        shares="поділитися|поділитися в|поширити|поширити у|роздрукувати|друк|зберегти|скопіювати посилання|слухати",
        reading="час читання|читання|на читання|читати|слухати",
        minutes="хв",
        homes="головна|головна сторінка|на головну",
        here="ви тут|ви знаходитесь тут",
        tags="теги|мітки|теми|рубрика|ключові слова",
    ),
    "pl": BarPhrases(
        shares="udostępnij|udostępnij na|udostępnij przez|drukuj|wydrukuj|zapisz|kopiuj link|skopiuj link|poleć|"
        "posłuchaj",
        reading="czytania|czas czytania|przeczytasz|czytania artykułu|posłuchaj",
        minutes="min",
        homes="strona główna|start|główna",
        here="jesteś tutaj|jesteś tu",
        tags="tagi|tematy|słowa kluczowe|kategorie|kategoria",
    ),
    "cs": BarPhrases(
        shares="sdílet|sdílet na|sdílej|tisk|vytisknout|uložit|kopírovat odkaz|poslat e-mailem|poslechnout",
        reading="čtení|doba čtení|čas čtení|poslechnout",
        minutes="min",
        homes="domů|úvod|hlavní stránka|titulní stránka",
        here="nacházíte se zde|jste zde",
        tags="štítky|tagy|témata|klíčová slova|rubrika",
    ),
    "zh": BarPhrases(
        shares="分享|分享到|分享至|转发|打印|列印|收藏|复制链接|複製連結|字号|收听|点赞",
        reading="阅读时间|阅读|閱讀時間|閱讀|预计阅读|阅读需|閱讀需|朗读|收听",
        minutes="分",
        homes="首页|首頁|主页|主頁",
        here="当前位置|您现在的位置|您的位置|您當前的位置|目前位置|所在位置|位置",
        tags="标签|標籤|关键词|关键字|關鍵字|分类|分類|话题",
    ),
    "ja": BarPhrases(
        shares="シェア|シェアする|でシェア|ツイート|ポスト|印刷|印刷する|保存|保存する|リンクをコピー|urlをコピー|"
        "ブックマーク|この記事をシェア|聴く",
        reading="読了時間|読了目安|読了まで|読了|で読めます|で読める|読む時間|音声",
        minutes="分",
        homes="ホーム|トップ|home|トップページ",
        here="現在位置|現在地|現在のページ",
        tags="タグ|キーワード|カテゴリー|カテゴリ|関連タグ",
    ),
    "ar": BarPhrases(
        shares="شارك|مشاركة|شارك على|شارك عبر|مشاركة عبر|مشاركة على|طباعة|اطبع|حفظ|نسخ الرابط|انسخ الرابط|استمع",
        reading="وقت القراءة|قراءة|مدة القراءة|للقراءة|استمع",
        minutes="دق",
        homes="الرئيسية|الصفحة الرئيسية",
        here="أنت هنا",
        tags="الوسوم|وسوم|كلمات مفتاحية|الكلمات المفتاحية|مواضيع|تصنيفات",
    ),
    "tr": BarPhrases(
        shares="paylaş|paylaşım|da paylaş|ta paylaş|yazdır|kaydet|bağlantıyı kopyala|linki kopyala|dinle",
        reading="okuma süresi|okuma|okunma süresi|dinle",
        minutes="dk|dak",
        homes="ana sayfa|anasayfa",
        here="buradasınız",
        tags="etiketler|etiket|konular|kategori",
    ),
    "sv": BarPhrases(
        shares="dela|dela på|skriv ut|spara|kopiera länk|lyssna",
        reading="lästid|läsning|att läsa|lyssna",
        minutes="min",
        homes="hem|start|startsida",
        here="du är här",
        tags="taggar|ämnen|etiketter",
    ),
    "no": BarPhrases(
        shares="del|del på|del artikkel|skriv ut|udskriv|lagre|gem|kopier lenke|kopier link|lytt",
        reading="lesetid|læsetid|lesing|å lese|at læse|lytt",
        minutes="min",
        homes="hjem|forside|forsiden",
        here="du er her",
        tags="emner|stikkord|emneord",
    ),
    "ko": BarPhrases(
        shares="공유|공유하기|인쇄|저장|링크 복사|듣기",
        reading="읽는 시간|읽기|소요|듣기",
        minutes="분",
        homes="홈",
        here="현재 위치",
        tags="태그|키워드",
    ),
    "fi": BarPhrases(
        shares="jaa|tulosta|tallenna|kopioi linkki|kuuntele",
        reading="lukuaika|lukemiseen|kuuntele",
        minutes="min",
        homes="etusivu|koti",
        here="olet tässä",
        tags="avainsanat|aiheet|tunnisteet",
    ),
    "el": BarPhrases(
        shares="κοινοποίηση|μοιραστείτε|μοιράσου το|εκτύπωση|αποθήκευση|αντιγραφή συνδέσμου",
        reading="χρόνος ανάγνωσης|ανάγνωση|ανάγνωσης",
        minutes="λεπτ",
        homes="αρχική|αρχική σελίδα",
        here="βρίσκεστε εδώ",
        tags="ετικέτες|θέματα",
    ),
    "ro": BarPhrases(
        shares="distribuie|trimite|tipărește|salvează|copiază linkul|ascultă",
        reading="timp de citire|timp de lectură|citire|lectură",
        minutes="min",
        homes="acasă|prima pagină",
        here="ești aici|sunteți aici",
        tags="etichete|subiecte",
    ),
    "hu": BarPhrases(
        shares="megosztás|megosztom|nyomtatás|mentés|link másolása",
        reading="olvasási idő|olvasás|olvasásra",
        minutes="perc",
        homes="kezdőlap|címlap|főoldal",
        here="ön itt van|itt vagy|jelenlegi hely",
        tags="címkék|témák",
    ),
    "vi": BarPhrases(
        shares="chia sẻ|in bài|lưu|sao chép liên kết",
        reading="thời gian đọc|đọc",
        minutes="phút",
        homes="trang chủ",
        here="bạn đang ở đây",
        tags="từ khóa|thẻ|chủ đề",
    ),
    "id": BarPhrases(
        shares="bagikan|cetak|simpan|salin tautan",
        reading="waktu baca|baca|membaca",
        minutes="menit",
        homes="beranda",
        here="anda di sini",
        tags="tag|topik|kata kunci",
    ),
}

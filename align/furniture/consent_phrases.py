"""What consent notices and newsletter boxes say: one row a language, phrases parted by `|`, all in small letters.

- *cores*: how words of consent begin, of which a notice has one; *topics*: how further words of it begin.
- *voices*: words by which a site speaks of itself; *readers*: words by which it speaks to its reader.
- *buttons*: whole lines that mean something beside a notice only.
- *fields*: whole lines that mean something beside a newsletter box only.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConsentPhrases:
    """The phrases of notices and boxes in one language."""

    cores: str
    topics: str
    voices: str
    readers: str
    buttons: str
    fields: str


# Buttons that stand beside other things as well: they prove no notice.
WEAK_BUTTONS = (
    "cookie policy|privacy policy|privacy notice|politique de cookies|politique de confidentialité|"
    "datenschutzerklärung|política de cookies|política de privacidad|política de privacidade|cookiebeleid|"
    "privacybeleid|политика конфиденциальности|політика конфіденційності|polityka prywatności|polityka cookies|"
    "隐私政策|隱私權政策|zásady ochrany osobních údajů|プライバシーポリシー|クッキーポリシー|سياسة الخصوصية|"
    "gizlilik politikası|save|close|ok|okay|yes|no|details|about|continue|more information|learn more|find out more|"
    "options|marketing|statistics|analytics|performance|functional|necessary|confirm|dismiss|speichern|schließen|ja|"
    "nein|mehr erfahren|mehr informationen|weitere informationen|statistik|statistiken|partner|impressum|enregistrer|"
    "fermer|oui|non|en savoir plus|confirmer|guardar|cerrar|sí|más información|confirmar|salva|chiudi|sì|conferma|"
    "scopri di più|salvar|fechar|sim|não|saiba mais|opslaan|sluiten|nee|meer informatie|сохранить|закрыть|да|нет|"
    "подробнее|зберегти|закрити|так|ні|докладніше|детальніше|zapisz|zamknij|tak|nie|więcej informacji|uložit|zavřít|"
    "ano|ne|více informací|保存|关闭|關閉|是|否|好|确定|统计|更多信息|功能|閉じる|はい|いいえ|確認|詳細|機能|統計|"
    "分析|حفظ|إغلاق|نعم|لا|kaydet|kapat|evet|hayır|tamam|spara|stäng|nej|läs mer|lagre|lukk|luk|nei|les mer|læs mere|"
    "저장|닫기|예|아니요|확인"
)

# Above a notice, whole or as their beginning.
HEADINGS = (
    "your choices|before you continue|welcome|important notice|vos choix|avant de continuer|bienvenue|"
    "le respect de votre vie privée est notre priorité|ihre wahl|bevor sie fortfahren|willkommen|wichtiger hinweis|"
    "sus opciones|antes de continuar|bienvenido|tu privacidad es importante para nosotros|le tue scelte|"
    "prima di continuare|benvenuto|la tua privacy è importante|suas escolhas|bem-vindo|"
    "a sua privacidade é importante|uw keuzes|jouw keuzes|voordat u verdergaat|welkom|ваш выбор|"
    "прежде чем продолжить|добро пожаловать|ваш вибір|перш ніж продовжити|ласкаво просимо|twój wybór|"
    "zanim przejdziesz dalej|witamy|vaše volba|než budete pokračovat|vítejte|您的选择|继续之前|欢迎|重要提示|"
    "ご確認ください|続行する前に|ようこそ|大切なお知らせ|اختياراتك|قبل المتابعة|مرحبا|أهلا بك|tercihleriniz|"
    "devam etmeden önce|hoş geldiniz|dina val|innan du fortsätter|välkommen|dine valg|velkommen|før du fortsetter|"
    "환영합니다|계속하기 전에"
)

CONSENT_PHRASES = {
    "en": ConsentPhrases(
        cores="notification|cookie|consent|privacy|personal data",
        topics="agree|service|improve|analytic|latest news|partner|device|legitimate interest|personalis|personaliz|"
        "advertis|third part|third-part|vendor|browsing|tracking|identifier|experience|preferences|similar technolog|"
        "at any time|traffic|data processing",
        voices="we|our|us|site|website",
        readers="you|your",
        buttons="not now|later|no, thanks|no thanks|show purposes|disagree|view cookies|accept all|accept|"
        "accept cookies|accept all cookies|accept & continue|accept and continue|accept and close|agree|i agree|"
        "i accept|agree and close|agree and proceed|allow all|allow all cookies|allow selection|allow|deny|decline|"
        "decline all|reject|reject all|reject all cookies|refuse|settings|cookie settings|privacy settings|manage|"
        "manage settings|manage preferences|manage options|manage cookies|manage choices|customise|customize|options|"
        "more options|more information|learn more|find out more|preferences|cookie policy|privacy policy|"
        "privacy notice|necessary only|only necessary|essential only|necessary|strictly necessary|functional|"
        "statistics|analytics|performance|targeting|marketing|save|save settings|save preferences|confirm|"
        "confirm choices|confirm my choices|continue|continue without accepting|got it|ok|okay|yes|no|close|dismiss|"
        "details|about|show details|list of partners|list of vendors|our partners|view partners|always active",
        fields="email|e-mail|email address|your email|your email address|enter your email|enter your email address|"
        "sign up|sign me up|subscribe|subscribe now|join|submit|send|go|get the newsletter|no thanks|i agree",
    ),
    "fr": ConsentPhrases(
        cores="notifications|cookie|consent|vie privée|données personnelles|traceurs|confidentialité",
        topics="acceptez|services|améliorer|partenaire|appareil|terminal|intérêt légitime|personnalis|publicité|"
        "publicitaire|tiers|navigation|expérience|mesure d'audience|préférences|à tout moment|technologies similaires|"
        "fréquentation",
        voices="nous|notre|nos|site",
        readers="vous|votre|vos",
        buttons="plus tard|non merci|non, merci|accepter les cookies|continuer|tout accepter|accepter|accepter tout|"
        "accepter et continuer|accepter et fermer|j'accepte|tout refuser|refuser|continuer sans accepter|paramétrer|"
        "paramètres|paramétrer les cookies|gérer les cookies|gérer mes choix|personnaliser|je choisis|en savoir plus|"
        "plus d'options|préférences|politique de cookies|d'accord|fermer|politique de confidentialité|enregistrer|"
        "confirmer|confirmer mes choix|statistiques|fonctionnels|marketing|nécessaires|strictement nécessaires|"
        "voir nos partenaires|nos partenaires|s'abonner pour refuser|compris|oui|non",
        fields="e-mail|email|adresse e-mail|adresse email|votre e-mail|votre email|votre adresse e-mail|"
        "votre adresse email|je m'inscris|s'inscrire|m'inscrire|s'abonner|je m'abonne|valider|envoyer|ok",
    ),
    "de": ConsentPhrases(
        cores="benachrichtigung|cookie|einwillig|zustimm|privatsphäre|datenschutz|personenbezogen",
        topics="verwendung|verbessern|dienst|inhalte|partner|gerät|endgerät|berechtigt|personalisier|werbung|"
        "drittanbieter|dritt|nutzererlebnis|erlebnis|tracking|jederzeit|nutzungsdaten|zugriff|analyse|einstellungen|"
        "widerruf|verarbeit",
        voices="wir|unser|unsere|unseren|unserer|website|webseite|seite",
        readers="sie|ihr|ihre|ihren|ihrem|ihrer|du|dein|deine|deinen|deiner|deinem",
        buttons="nein, danke|nein danke|später|zwecke anzeigen|nicht jetzt|alle akzeptieren|akzeptieren|"
        "alles akzeptieren|alle cookies akzeptieren|akzeptieren und weiter|zustimmen|zustimmen und weiter|"
        "einverstanden|alle ablehnen|ablehnen|alles ablehnen|nur notwendige|nur notwendige cookies|nur erforderliche|"
        "einstellungen|cookie-einstellungen|datenschutzeinstellungen|einstellungen verwalten|auswahl erlauben|"
        "alle zulassen|auswahl bestätigen|auswahl speichern|speichern|mehr erfahren|mehr informationen|"
        "weitere informationen|mehr optionen|anpassen|details|details zeigen|notwendig|präferenzen|statistik|"
        "statistiken|marketing|funktional|essenziell|verstanden|ok|schließen|datenschutzerklärung|impressum|partner|"
        "unsere partner|ohne zustimmung weiter|mit werbung weiterlesen|weiter mit werbung|ja|nein|konfigurieren",
        fields="e-mail|e-mail-adresse|ihre e-mail|ihre e-mail-adresse|deine e-mail-adresse|anmelden|jetzt anmelden|"
        "abonnieren|jetzt abonnieren|kostenlos anmelden|eintragen|absenden|bestellen|registrieren|jetzt bestellen",
    ),
    "es": ConsentPhrases(
        cores="notificaciones|cookie|consentimiento|privacidad|datos personales",
        topics="acepta|servicios|mejorar|socios|dispositivo|interés legítimo|personaliza|publicidad|anuncios|terceros|"
        "navegación|experiencia|proveedores|preferencias|en cualquier momento|tecnologías similares|tráfico",
        voices="nosotros|nuestro|nuestros|nuestra|nuestras|utilizamos|usamos|almacenamos|valoramos|sitio|web",
        readers="usted|su|sus|tu|tus|ti|te",
        buttons="acepto|ahora no|no, gracias|no gracias|más tarde|aceptar todo|aceptar todas|aceptar|"
        "aceptar y continuar|aceptar y cerrar|aceptar cookies|aceptar todas las cookies|rechazar|rechazar todo|"
        "rechazar todas|configurar|configuración|ajustes|configuración de cookies|configurar cookies|gestionar|"
        "gestionar opciones|gestionar preferencias|más información|más opciones|personalizar|preferencias|guardar|"
        "confirmar|solo necesarias|necesarias|funcionales|estadísticas|analíticas|marketing|política de cookies|"
        "política de privacidad|entendido|de acuerdo|continuar sin aceptar|nuestros socios|ver socios|cerrar|sí|no|ok",
        fields="correo electrónico|correo|email|e-mail|tu correo|tu correo electrónico|su correo electrónico|tu email|"
        "suscribirse|suscríbete|suscribirme|apúntate|enviar|registrarme|regístrate|inscribirme",
    ),
    "it": ConsentPhrases(
        cores="notifiche|cookie|consenso|privacy|dati personali",
        topics="servizi|migliorare|accett|partner|dispositivo|legittimo interesse|interesse legittimo|personalizza|"
        "pubblicità|annunci|terze parti|navigazione|esperienza|fornitori|preferenze|in qualsiasi momento|"
        "tecnologie simili|traffico",
        voices="noi|nostro|nostri|nostra|nostre|utilizziamo|usiamo|archiviamo|sito",
        readers="tuo|tua|tuoi|tue|te|tu|puoi|suo|vostro|vostra|vostri",
        buttons="più opzioni|non ora|no grazie|no, grazie|accetta i cookie|accetta tutto|accetta tutti|accetta|"
        "accetta e continua|accetta e chiudi|accetto|rifiuta|rifiuta tutto|rifiuta tutti|impostazioni|gestisci|"
        "gestisci preferenze|gestisci opzioni|personalizza|preferenze|scopri di più|maggiori informazioni|"
        "ulteriori informazioni|altre opzioni|solo necessari|necessari|funzionali|statistiche|statistici|marketing|"
        "salva|conferma|continua senza accettare|cookie policy|privacy policy|ho capito|chiudi|i nostri partner|"
        "elenco dei partner|ok|sì|no",
        fields="email|e-mail|indirizzo email|indirizzo e-mail|la tua email|la tua e-mail|il tuo indirizzo email|"
        "iscriviti|iscriviti ora|abbonati|invia|registrati|mi iscrivo",
    ),
    "pt": ConsentPhrases(
        cores="notificações|cookie|consentimento|privacidade|dados pessoais",
        topics="serviços|melhorar|concord|parceiros|dispositivo|interesse legítimo|personaliza|publicidade|anúncios|"
        "terceiros|navegação|experiência|fornecedores|preferências|a qualquer momento|tecnologias semelhantes|tráfego",
        voices="nós|nosso|nossos|nossa|nossas|utilizamos|usamos|armazenamos|valorizamos|site",
        readers="você|seu|sua|seus|suas|teu|tua",
        buttons="agora não|não, obrigado|mais tarde|aceitar tudo|aceitar todos|aceitar|aceito|aceitar e continuar|"
        "aceitar e fechar|aceitar cookies|rejeitar|rejeitar tudo|rejeitar todos|recusar|recusar tudo|configurações|"
        "definições|configurar|gerir|gerenciar|gerir preferências|gerenciar preferências|gerenciar opções|"
        "personalizar|preferências|saiba mais|saber mais|mais informações|mais opções|apenas necessários|necessários|"
        "funcionais|estatísticas|marketing|guardar|salvar|confirmar|política de cookies|política de privacidade|"
        "entendi|continuar sem aceitar|concordo|fechar|ok|sim|não",
        fields="e-mail|email|o seu e-mail|seu e-mail|seu melhor e-mail|endereço de e-mail|inscrever-se|inscreva-se|"
        "subscrever|assinar|cadastrar|cadastre-se|enviar|quero receber",
    ),
    "nl": ConsentPhrases(
        cores="meldingen|cookie|toestemming|privacy|persoonsgegevens",
        topics="diensten|verbeteren|partner|apparaat|gerechtvaardigd belang|personalis|gepersonaliseerd|advertentie|"
        "derden|leveranciers|ervaring|voorkeuren|op elk moment|vergelijkbare techn|surfgedrag",
        voices="wij|we|onze|ons|website|site",
        readers="u|uw|je|jouw|jij",
        buttons="niet nu|nee, bedankt|nee bedankt|alles accepteren|alle cookies accepteren|accepteren|accepteer|"
        "akkoord|ga akkoord|alles weigeren|weigeren|afwijzen|alles afwijzen|instellingen|cookie-instellingen|"
        "voorkeuren|voorkeuren beheren|beheren|aanpassen|meer informatie|meer opties|alleen noodzakelijk|"
        "alleen noodzakelijke cookies|noodzakelijk|functioneel|statistieken|analytisch|marketing|opslaan|bevestigen|"
        "cookiebeleid|privacybeleid|doorgaan zonder accepteren|begrepen|sluiten|onze partners|oké|ok|ja|nee",
        fields="e-mail|e-mailadres|uw e-mailadres|je e-mailadres|jouw e-mailadres|aanmelden|inschrijven|schrijf me in|"
        "abonneren|verzenden|verstuur|meld je aan",
    ),
    "ru": ConsentPhrases(
        cores="уведомлени|cookie|куки|согласи|конфиденциальност|персональны|личных данных",
        topics="улучш|сервис|партнер|партнёр|устройств|персонализ|реклам|третьи|удобств|аналитик|метрик|"
        "в любой момент|настройк|пользовательск|обработк",
        voices="мы|наш|наши|наших|нашими|наша|нашего|сайт|сайте|сайта|сайтом",
        readers="вы|вас|вам|ваш|ваши|ваших|вашем|ваше|вашего|вашу|ваших",
        buttons="не сейчас|позже|нет, спасибо|принять все|принять|принять всё|принимаю|согласен|согласиться|"
        "я согласен|хорошо|понятно|отклонить|отклонить все|отклонить всё|отказаться|настройки|настроить|"
        "настройки cookie|подробнее|узнать больше|узнать подробнее|только необходимые|необходимые|функциональные|"
        "аналитические|маркетинговые|сохранить|подтвердить|политика конфиденциальности|закрыть|наши партнеры|ок|ok|да|"
        "нет",
        fields="e-mail|email|ваш e-mail|ваш email|электронная почта|ваша почта|введите e-mail|подписаться|"
        "подписаться на рассылку|отправить|оформить подписку",
    ),
    "uk": ConsentPhrases(
        cores="cookie|кукі|згод|конфіденційн|персональні дан|персональних дан|приватн",
        topics="партнер|пристро|персоналіз|реклам|третіх|третіми|зручн|аналітик|налаштуван|у будь-який|обробк",
        voices="ми|наш|наші|наших|нашими|сайт|сайті|сайту",
        readers="ви|вас|вам|ваш|ваші|вашому|ваших|вашого",
        buttons="прийняти все|прийняти всі|прийняти|погоджуюсь|погоджуюся|згоден|зрозуміло|добре|відхилити|"
        "відхилити все|відхилити всі|відмовитися|налаштування|налаштувати|докладніше|детальніше|дізнатися більше|"
        "лише необхідні|необхідні|зберегти|підтвердити|політика конфіденційності|закрити|так|ні|ок|ok",
        fields="e-mail|email|ваш e-mail|ваш email|електронна пошта|ваша електронна пошта|підписатися|надіслати",
    ),
    "pl": ConsentPhrases(
        cores="powiadomieni|cookie|ciastecz|zgod|prywatnoś|danych osobowych|dane osobowe",
        topics="usług|korzystani|partner|urządzen|prawnie uzasadnion|personaliz|reklam|stron trzecich|dostawc|"
        "preferencj|w każdej chwili|w dowolnym momencie|ruch na|przetwarz|wygod",
        voices="my|nasz|nasi|nasza|nasze|naszych|naszymi|używamy|wykorzystujemy|cenimy|strona|witryna|serwis|stronie",
        readers="ty|twój|twoja|twoje|twoją|twoim|twojej|twoich|twojego|ci|cię|państwa|państwu|możesz",
        buttons="nie teraz|nie, dziękuję|później|zaakceptuj wszystko|akceptuj wszystko|akceptuję wszystko|"
        "akceptuj wszystkie|zaakceptuj|akceptuj|akceptuję|zgadzam się|przejdź do serwisu|odrzuć|odrzuć wszystko|"
        "odrzuć wszystkie|odmów|ustawienia|ustawienia cookies|ustawienia zaawansowane|zarządzaj|zarządzaj opcjami|"
        "dostosuj|więcej opcji|więcej informacji|dowiedz się więcej|tylko niezbędne|niezbędne|funkcjonalne|"
        "statystyczne|marketingowe|zapisz|potwierdź|polityka prywatności|polityka cookies|rozumiem|zamknij|"
        "nasi partnerzy|ok|tak|nie",
        fields="e-mail|email|adres e-mail|twój e-mail|twój adres e-mail|podaj e-mail|zapisz się|zapisz mnie|"
        "subskrybuj|wyślij",
    ),
    "cs": ConsentPhrases(
        cores="cookie|souhlas|soukromí|osobních údajů|osobní údaje",
        topics="partner|zařízení|oprávněn|personaliz|reklam|třetích stran|dodavatel|předvol|kdykoli|návštěvnost|"
        "zpracov",
        voices="my|náš|naši|naše|našich|našimi|používáme|využíváme|web|webu|stránky",
        readers="vy|vás|vám|váš|vaše|vašem|vašeho|vaší|vašich",
        buttons="přijmout vše|přijmout všechny|přijmout|souhlasím|povolit vše|odmítnout|odmítnout vše|"
        "odmítnout všechny|nastavení|nastavení cookies|podrobné nastavení|upravit|více informací|další možnosti|"
        "pouze nezbytné|nezbytné|funkční|statistické|marketingové|uložit|potvrdit|zásady ochrany osobních údajů|"
        "rozumím|zavřít|ok|ano|ne",
        fields="e-mail|email|váš e-mail|vaše e-mailová adresa|zadejte e-mail|přihlásit se|odebírat|odeslat|"
        "přihlásit k odběru",
    ),
    "zh": ConsentPhrases(
        cores="cookie|隐私|隱私|同意|个人信息|个人数据|個人資料",
        topics="合作伙伴|合作夥伴|设备|裝置|设置|設定|个性化|個人化|广告|廣告|第三方|体验|體驗|浏览|瀏覽|随时|隨時|"
        "流量",
        voices="我们|我們|本网站|本站|本網站|网站",
        readers="您|你",
        buttons="全部接受|接受全部|接受所有|接受所有cookie|接受所有 cookie|接受|同意|同意并继续|我同意|全部拒绝|"
        "拒绝全部|拒绝所有|拒绝|拒絕|全部拒絕|设置|設定|cookie设置|cookie 设置|隐私设置|管理|管理选项|管理偏好|"
        "偏好设置|更多选项|更多信息|了解更多|仅必要|仅限必要|必要|功能|统计|营销|保存|确认|隐私政策|隱私權政策|知道了|"
        "我知道了|关闭|關閉|好|确定|是|否",
        fields="邮箱|电子邮箱|电子邮件|您的邮箱|请输入邮箱|输入您的邮箱|订阅|訂閱|立即订阅|提交|注册|发送",
    ),
    "ja": ConsentPhrases(
        cores="cookie|クッキー|同意|プライバシー|個人データ|個人情報",
        topics="パートナー|デバイス|端末|パーソナライズ|広告|第三者|閲覧|体験|利便性|設定|いつでも|アクセス|利用状況",
        voices="当サイト|当社|弊社|本サイト|当ウェブサイト|私たち|このサイト|サイト",
        readers="お客様|あなた|ユーザー|ご利用|ご覧|皆様|お使い",
        buttons="すべて同意|すべてに同意|すべて同意する|すべて許可|すべて許可する|すべて受け入れる|すべて承諾|"
        "同意する|同意して続ける|同意|承諾|許可する|すべて拒否|すべて拒否する|拒否|拒否する|同意しない|設定|設定する|"
        "cookie設定|cookieの設定|クッキー設定|詳細設定|設定を管理|オプション|その他のオプション|詳細|詳しくはこちら|"
        "詳細を見る|詳しく見る|必須のみ|必須|機能|統計|分析|マーケティング|保存|確認|プライバシーポリシー|"
        "クッキーポリシー|閉じる|ok|はい|いいえ|了解",
        fields="メールアドレス|メールアドレスを入力|eメール|登録|登録する|購読|購読する|送信|申し込む|無料登録",
    ),
    "ar": ConsentPhrases(
        cores="ملفات تعريف الارتباط|cookie|الكوكيز|موافقت|الخصوصية|خصوصيت|البيانات الشخصية|بياناتك",
        topics="شركاؤنا|شركائنا|جهازك|الإعلانات|إعلانات|تخصيص|طرف ثالث|أطراف ثالثة|تجربت|التصفح|تفضيلات|في أي وقت|حركة",
        voices="نحن|نستخدم|نستعمل|موقعنا|لدينا|شركاؤنا|وشركاؤنا|الموقع|نقدر|نحترم",
        readers="جهازك|تجربتك|بياناتك|موافقتك|خصوصيتك|لك|يمكنك|بخصوصيتك|لموقعنا",
        buttons="قبول الكل|قبول|أوافق|موافق|الموافقة على الكل|قبول جميع ملفات تعريف الارتباط|رفض الكل|رفض|الإعدادات|"
        "إعدادات|إعدادات ملفات تعريف الارتباط|إدارة الخيارات|إدارة التفضيلات|تخصيص|خيارات أخرى|المزيد من المعلومات|"
        "معرفة المزيد|الضرورية فقط|ضرورية|وظيفية|إحصائية|تسويقية|حفظ|تأكيد|سياسة الخصوصية|فهمت|إغلاق|حسنا|حسنًا|نعم|لا",
        fields="البريد الإلكتروني|بريدك الإلكتروني|أدخل بريدك الإلكتروني|اشترك|اشترك الآن|إرسال|سجل|تسجيل",
    ),
    "tr": ConsentPhrases(
        cores="çerez|onay|rıza|gizlili|kişisel veri",
        topics="ortak|cihaz|meşru menfaat|kişiselleştir|reklam|üçüncü taraf|deneyim|tercih|istediğiniz zaman|trafi",
        voices="biz|sitemiz|sitemizde|ortaklarımız|kullanıyoruz|önemsiyoruz|site|sitesi|sitede",
        readers="siz|size|sizin|deneyiminizi|cihazınızda|cihazınıza|onayınızı|gizliliğinize|gizliliğiniz|verilerinizi|"
        "tercihlerinizi",
        buttons="tümünü kabul et|hepsini kabul et|kabul et|kabul ediyorum|kabul et ve devam et|tümünü reddet|"
        "hepsini reddet|reddet|ayarlar|çerez ayarları|yönet|tercihleri yönet|özelleştir|daha fazla bilgi|"
        "daha fazla seçenek|yalnızca gerekli|gerekli|kaydet|onayla|gizlilik politikası|anladım|tamam|kapat|evet|hayır",
        fields="e-posta|e-posta adresi|e-posta adresiniz|abone ol|kaydol|kayıt ol|gönder",
    ),
    "sv": ConsentPhrases(
        cores="cookie|kakor|samtyck|integritet|personuppgift",
        topics="partner|enhet|personlig|annons|tredje part|upplevelse|inställning|när som helst|trafik|"
        "berättigat intresse",
        voices="vi|vår|våra|webbplats|webbplatsen|sajt",
        readers="du|dig|din|ditt|dina",
        buttons="acceptera alla|acceptera|acceptera alla cookies|godkänn alla|godkänn|jag godkänner|neka alla|neka|"
        "avvisa alla|avvisa|inställningar|cookieinställningar|hantera inställningar|anpassa|läs mer|mer information|"
        "endast nödvändiga|bara nödvändiga|nödvändiga|spara|ok|stäng|jag förstår|ja|nej",
        fields="e-post|e-postadress|din e-postadress|prenumerera|anmäl dig|skicka",
    ),
    "no": ConsentPhrases(
        cores="cookie|informasjonskaps|kapsler|samtykk|personvern|personopplysning|privatliv|persondata|"
        "personoplysning",
        topics="partner|enhet|personlig|persontilpas|annons|reklame|tredjepart|opplevelse|oplevelse|innstilling|"
        "indstilling|når som helst|trafik",
        voices="vi|vår|våre|vores|nettsted|nettstedet|hjemmeside|hjemmesiden",
        readers="du|deg|dig|din|ditt|dine",
        buttons="godta alle|godta|aksepter alle|aksepter|accepter alle|accepter|tillad alle|jeg godtar|avvis alle|"
        "avvis|afvis alle|afvis|innstillinger|indstillinger|tilpass|tilpas|administrer|les mer|læs mere|"
        "mer informasjon|kun nødvendige|bare nødvendige|nødvendige|lagre|gem|ok|lukk|luk|ja|nei|nej",
        fields="e-post|e-mail|e-postadresse|din e-postadresse|din e-mail|meld deg på|tilmeld|tilmeld dig|abonner|send",
    ),
    "ko": ConsentPhrases(
        cores="쿠키|동의|개인정보|개인 정보",
        topics="파트너|기기|맞춤|광고|제3자|경험|설정|언제든지|분석",
        voices="당사|저희|사이트|우리",
        readers="귀하|사용자|이용자|회원|고객",
        buttons="모두 수락|모두 동의|모두 허용|수락|동의|동의함|모두 거부|거부|설정|쿠키 설정|관리|자세히|자세히 보기|"
        "더 알아보기|필수|필수만|저장|확인|닫기|예|아니요",
        fields="이메일|이메일 주소|이메일을 입력하세요|구독|구독하기|신청하기|보내기",
    ),
}

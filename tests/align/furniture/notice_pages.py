"""Pasted pages with consent notices, share bars, reading times, paths, tags and boxes; marked as in `pages.py`."""

NOTICE_ON_TOP = """
F We value your privacy
F We and our 214 partners store and/or access information on a device, such as cookies, and process personal data.
F Manage options
F I agree
F Home > News > Local
H Town buys the old brewery
H The council wants to open a music school
Y By Ann Lee
D 4 March 2021
F 4 min read
F Share
F Facebook
F Twitter
F Email
F Copy link
B The town of Aldmere has bought the old brewery for 1.2 million pounds. A music school is to move in.
B The building has stood empty since 2009. Its roof was badly damaged in the storm two years ago.
"""

NOTICE_AT_THE_END = """
F Skip to content
F THE ALDMERE GAZETTE
F News
F Sport
F Culture
H Town buys the old brewery on the river
Y Ann Lee · 4 March 2021 · 4 min read
F Tags: brewery, music, council
B The town of Aldmere has bought the old brewery for 1.2 million pounds. A music school is to move in.
B The building has stood empty since 2009. Its roof was badly damaged in the storm two years ago.
F Cookie settings
F We use cookies and similar technologies. By clicking "Accept all" you consent to the use of your data.
F Marketing
F Accept all
F Only necessary
"""

NOTICE_IN_THE_MIDDLE = """
H Town buys the old brewery on the river
Y By Ann Lee
D Published 4 March 2021, 10:30
F Reading time: 3 minutes
B The town of Aldmere has bought the old brewery for 1.2 million pounds. A music school is to move in.
F Get the morning briefing
F The most important news of the day in your inbox every morning. You can unsubscribe at any time.
F Your email address
F Sign up
B The building has stood empty since 2009. Its roof was badly damaged in the storm two years ago.
F Your privacy
F This website uses cookies to improve your experience and to measure traffic.
F Reject all
F Accept all
B The mayor expects the work to take three years, and he will speak in the town hall on Tuesday.
"""

GERMAN_NOTICE = """
F Aldmerer Anzeiger
F Wir verwenden Cookies
F Wir und unsere 214 Partner speichern Informationen auf Ihrem Gerät und verarbeiten personenbezogene Daten.
F Alle akzeptieren
F Einstellungen
F Alle ablehnen
F Startseite > Lokales > Aldmere
F Brauerei
H Stadt kauft die alte Brauerei
Y Von Ann Lee
D 04.03.2021, 10:30 Uhr
F Lesezeit: 3 Min.
F Teilen
F Merken
F Drucken
B Die Stadt Aldmere hat die alte Brauerei für 1,2 Millionen Pfund gekauft. Eine Musikschule soll einziehen.
B Das Gebäude steht seit 2009 leer. Das Dach wurde vor zwei Jahren im Sturm schwer beschädigt.
"""

FRENCH_NOTICE = """
F Le respect de votre vie privée est notre priorité
F Avec votre accord, nos partenaires et nous utilisons des cookies pour mesurer l'audience.
F Continuer sans accepter
F Tout accepter
F Paramétrer
F La Gazette d'Aldmere
F Accueil > Actualités > Aldmere
H La ville achète l'ancienne brasserie
Y Par Ann Lee
D Publié le 4 mars 2021 à 10h30
F Temps de lecture : 3 min
F Partager sur Facebook
B La ville d'Aldmere a acheté l'ancienne brasserie pour 1,2 million de livres. Une école de musique va s'y installer.
B Le bâtiment était vide depuis 2009. La toiture a beaucoup souffert de la tempête d'il y a deux ans.
"""

SPANISH_NOTICE = """
F Tu privacidad es importante para nosotros
F Nosotros y nuestros 214 socios almacenamos cookies en tu dispositivo para mostrar publicidad personalizada.
F Aceptar todo
F Configurar
F Rechazar todo
F Inicio > Noticias > Local
H El pueblo compra la antigua cervecería
Y Por Ana Leal
D 4 de marzo de 2021
F Tiempo de lectura: 3 min
F Compartir
F Copiar enlace
B El pueblo de Aldmere ha comprado la antigua cervecería por 1,2 millones. Allí se instalará una escuela de música.
B El edificio llevaba vacío desde 2009. La tormenta de hace dos años dañó gravemente el tejado.
"""

ITALIAN_NOTICE = """
F Noi e i nostri 214 partner archiviamo cookie sul tuo dispositivo e trattiamo dati personali.
F Rifiuta tutto
F Accetta tutto
F Home > Notizie > Locale
H Il paese compra il vecchio birrificio
Y di Anna Lai
D 4 marzo 2021
F Tempo di lettura: 3 minuti
F Condividi su Facebook
B Il paese di Aldmere ha comprato il vecchio birrificio per 1,2 milioni. Vi si trasferirà una scuola di musica.
B L'edificio era vuoto dal 2009. La tempesta di due anni fa ha danneggiato gravemente il tetto.
"""

POLISH_NOTICE = """
F Szanujemy Twoją prywatność
F My i nasi partnerzy używamy plików cookie na Twoim urządzeniu, aby dopasować reklamy.
F Akceptuję wszystko
F Ustawienia zaawansowane
F Strona główna > Wiadomości > Lokalne
H Miasto kupuje stary browar
D 4 marca 2021
F Czas czytania: 3 min
F Udostępnij
F Drukuj
B Miasto Aldmere kupiło stary browar nad rzeką za 1,2 miliona funtów. Wprowadzi się do niego szkoła muzyczna.
B Budynek stał pusty od 2009 roku. Dach został poważnie uszkodzony podczas burzy dwa lata temu.
"""

RUSSIAN_NOTICE = """
F Мы используем файлы cookie, чтобы сделать сайт удобнее. Продолжая пользоваться сайтом, вы соглашаетесь с этим.
F Хорошо
F Главная
F Новости
F Общество
H Город купил старую пивоварню
D 4 марта 2021, 10:30
Y Анна Ли
F Время чтения: 3 минуты
F Поделиться
F ВКонтакте
F Телеграм
B Город Олдмир купил старую пивоварню у реки за 1,2 миллиона фунтов. Туда переедет музыкальная школа.
B Здание пустовало с 2009 года. Два года назад буря сильно повредила его крышу.
B Мэр ожидает, что работы займут три года, и расскажет о них во вторник в ратуше.
"""

CHINESE_NOTICE = """
F 我们重视您的隐私
F 我们和我们的214个合作伙伴在您的设备上存储cookie，用于衡量页面的阅读情况。
F 全部接受
F 设置
F 首页 > 新闻 > 本地
H 小镇买下旧啤酒厂
Y 记者 李明
D 2021年3月4日
F 阅读时间：3分钟
F 分享到微信
B 奥德米尔镇以一百二十万英镑买下了河边的旧啤酒厂。一所音乐学校将搬进去。
B 这座建筑自2009年以来一直空着。两年前的暴风雨严重损坏了它的屋顶。
"""

JAPANESE_NOTICE = """
F 当サイトでは、利便性の向上のためにクッキーを使用しています。
F 同意する
F 設定
F ホーム > ニュース > 地域
H 市が古い醸造所を買い取る
D 2021年3月4日
F 読了時間：約3分
F シェア
F ツイート
B アルドミア市は川沿いの古い醸造所を百二十万ポンドで買い取った。音楽学校が入る予定だ。
B 建物は二〇〇九年から空いていた。二年前の嵐で屋根が大きく壊れた。
"""

ARABIC_NOTICE = """
F نحن نقدر خصوصيتك
F نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لتخزين المعلومات على جهازك.
F قبول الكل
F الإعدادات
F الرئيسية > أخبار > محليات
H المدينة تشتري مصنع الجعة القديم
D 4 مارس 2021
F وقت القراءة: 3 دقائق
F شارك
B اشترت مدينة ألدمير مصنع الجعة القديم على النهر مقابل 1.2 مليون جنيه. ومن المقرر أن تنتقل إليه مدرسة للموسيقى.
B ظل المبنى خاليا منذ عام 2009. وتضرر سقفه بشدة في عاصفة قبل عامين.
"""

NOTICE_PAGES = {
    "notice on top": NOTICE_ON_TOP,
    "notice at the end": NOTICE_AT_THE_END,
    "notice and box in the middle": NOTICE_IN_THE_MIDDLE,
    "German notice": GERMAN_NOTICE,
    "French notice": FRENCH_NOTICE,
    "Spanish notice": SPANISH_NOTICE,
    "Italian notice": ITALIAN_NOTICE,
    "Polish notice": POLISH_NOTICE,
    "Russian notice": RUSSIAN_NOTICE,
    "Chinese notice": CHINESE_NOTICE,
    "Japanese notice": JAPANESE_NOTICE,
    "Arabic notice": ARABIC_NOTICE,
}

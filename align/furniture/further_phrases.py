"""What page furniture says in fourteen further languages; see `phrases` for the kinds."""

FURTHER_PHRASES: dict[str, dict[str, str]] = {
    "ko": {
        "adverts": "광고|스폰서|협찬|유료광고 포함",
        "labels": "공유하기|공유|인쇄|인쇄하기|저장|스크랩|링크 복사|url 복사|기사 저장|구독|구독하기|로그인|"
        "회원가입|메뉴|검색|홈|더보기|전체보기|닫기|동의|개인정보처리방침|개인정보 처리방침|이용약관|"
        "회사소개|문의하기|맨위로|글자크기|본문 듣기|뉴스레터|페이스북|트위터|카카오톡|네이버|밴드",
        "related": "관련 기사|관련기사|관련 뉴스|관련뉴스|많이 본 뉴스|많이 본 기사|인기 기사|인기 뉴스|추천 기사|"
        "추천기사|주요 뉴스|주요뉴스|최신 기사|최신 뉴스|실시간 뉴스|함께 볼 만한 기사|다른 기사",
        "comments": "댓글|댓글 쓰기|댓글쓰기|댓글 보기|독자 댓글|의견 쓰기",
        "replies": "답글|답글 쓰기|좋아요|신고|공감",
        "prompts": "관련기사:|관련기사 |관련 기사:|뉴스레터 구독|뉴스레터를 구독|구독하세요|지금 구독|여기를 클릭|"
        "쿠키를 사용|이 사이트는 쿠키|후원하기|앱을 다운로드",
        "appeals": "뉴스레터|구독|이메일|후원|쿠키|광고|회원|다운로드",
    },
    "el": {
        "adverts": "διαφήμιση|διαφημιση|χορηγούμενο|χορηγούμενο περιεχόμενο",
        "labels": "κοινοποίηση|κοινοποιήστε|μοιραστείτε|μοιράσου το|εκτύπωση|αποθήκευση|εγγραφή|σύνδεση|είσοδος|"
        "αναζήτηση|μενού|αρχική|αρχική σελίδα|περισσότερα|κλείσιμο|αποδοχή|αποδοχή όλων|"
        "πολιτική απορρήτου|όροι χρήσης|επικοινωνία|σχετικά με εμάς|αντιγραφή συνδέσμου|ακολουθήστε μας",
        "related": "σχετικά άρθρα|σχετικές ειδήσεις|σχετικά|διαβάστε επίσης|διαβάστε ακόμα|δείτε επίσης|δημοφιλή|"
        "τα πιο δημοφιλή|τελευταία νέα|τελευταίες ειδήσεις|προτεινόμενα|περισσότερα άρθρα",
        "comments": "σχόλια|σχόλιο|αφήστε σχόλιο|προσθέστε σχόλιο",
        "replies": "απάντηση|μου αρέσει|αναφορά",
        "prompts": "διαβάστε επίσης|διαβάστε ακόμα|δείτε επίσης|εγγραφείτε στο|εγγραφείτε στην|ακολουθήστε μας|"
        "κάντε κλικ|χρησιμοποιούμε cookies|αυτός ο ιστότοπος|στηρίξτε",
        "appeals": "newsletter|ενημερωτικό δελτίο|εγγραφ|συνδρομ|cookies|διαφήμισ|δωρεά|email",
    },
    "he": {
        "adverts": "פרסומת|מודעה|תוכן ממומן|תוכן שיווקי",
        "labels": "שתפו|שיתוף|שתף|הדפסה|הדפס|שמירה|העתקת קישור|הרשמה|התחברות|כניסה|תפריט|חיפוש|דף הבית|ראשי|עוד|"
        "סגור|סגירה|אישור|מדיניות פרטיות|תנאי שימוש|צור קשר|צרו קשר|אודות|עקבו אחרינו|פייסבוק|טוויטר|"
        "ווטסאפ",
        "related": "כתבות קשורות|כתבות נוספות|עוד בנושא|קראו גם|קראו עוד|הנקראות ביותר|הכי נקראות|מומלצים|"
        "חדשות אחרונות|אולי יעניין אותך|עוד כתבות",
        "comments": "תגובות|הוסף תגובה|הוסיפו תגובה|כתוב תגובה",
        "replies": "הגב|השב|אהבתי|דווח",
        "prompts": "קראו גם|קראו עוד|הירשמו לניוזלטר|הצטרפו לניוזלטר|הירשמו ל|הצטרפו ל|לחצו כאן|עקבו אחרינו|"
        "אתר זה משתמש|אנו משתמשים בעוגיות|תמכו",
        "appeals": "ניוזלטר|הירשמ|מנוי|עוגיות|פרסומ|תרומ|דואר אלקטרוני",
    },
    "fa": {
        "adverts": "تبلیغات|آگهی|تبلیغ|رپورتاژ آگهی",
        "labels": "اشتراک‌گذاری|اشتراک گذاری|به اشتراک بگذارید|چاپ|ذخیره|کپی لینک|عضویت|ثبت نام|ثبت‌نام|ورود|منو|"
        "جستجو|صفحه اصلی|صفحهٔ اصلی|خانه|بیشتر|بستن|پذیرفتن|حریم خصوصی|قوانین و مقررات|تماس با ما|"
        "درباره ما|دربارهٔ ما|ما را دنبال کنید|تلگرام|توییتر|فیس‌بوک",
        "related": "مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|بیشتر بخوانید|همچنین بخوانید|پربازدیدترین‌ها|پربازدیدها|"
        "پربیننده‌ترین|آخرین اخبار|مطالب پیشنهادی|پیشنهاد سردبیر",
        "comments": "نظرات|دیدگاه‌ها|نظر بدهید|ارسال نظر|نظر کاربران|ثبت دیدگاه",
        "replies": "پاسخ|پسندیدن|گزارش",
        "prompts": "بیشتر بخوانید|همچنین بخوانید|در خبرنامه|عضو خبرنامه|عضو شوید|ما را دنبال|اینجا کلیک|"
        "این سایت از کوکی|از ما حمایت",
        "appeals": "خبرنامه|عضو|اشتراک|کوکی|تبلیغ|حمایت|ایمیل",
    },
    "hi": {
        "adverts": "विज्ञापन|प्रायोजित",
        "labels": "शेयर करें|साझा करें|प्रिंट करें|प्रिंट|सेव करें|लिंक कॉपी करें|लॉग इन|लॉगिन|साइन इन|सदस्यता लें|"
        "मेनू|मेन्यू|खोजें|होम|मुख्य पृष्ठ|और पढ़ें|और देखें|बंद करें|स्वीकार करें|गोपनीयता नीति|"
        "उपयोग की शर्तें|संपर्क करें|हमारे बारे में|हमें फॉलो करें|फेसबुक|ट्विटर|व्हाट्सएप",
        "related": "संबंधित खबरें|संबंधित समाचार|संबंधित लेख|यह भी पढ़ें|ये भी पढ़ें|सबसे ज्यादा पढ़ी गई|"
        "सबसे लोकप्रिय|ताज़ा खबरें|ताजा खबरें|ट्रेंडिंग|अन्य खबरें",
        "comments": "टिप्पणियां|टिप्पणियाँ|टिप्पणी|टिप्पणी करें|कमेंट",
        "replies": "जवाब दें|पसंद|रिपोर्ट करें",
        "prompts": "यह भी पढ़ें|ये भी पढ़ें|हमारे न्यूज़लेटर|न्यूज़लेटर के लिए|सब्सक्राइब करें|यहां क्लिक|"
        "यहाँ क्लिक|हमें फॉलो|हम कुकीज़|यह वेबसाइट कुकीज़",
        "appeals": "न्यूज़लेटर|सब्सक्राइब|सदस्यता|कुकीज़|विज्ञापन|ईमेल|दान",
    },
    "sv": {
        "adverts": "annons|reklam|sponsrat innehåll|annonssamarbete",
        "labels": "dela|dela artikeln|skriv ut|spara|kopiera länk|prenumerera|logga in|bli prenumerant|meny|sök|"
        "hem|startsida|läs mer|visa mer|stäng|godkänn|acceptera alla|integritetspolicy|användarvillkor|"
        "kontakta oss|om oss|följ oss",
        "related": "läs också|läs även|läs mer|relaterat|relaterade artiklar|mest läst|mest lästa|senaste nytt|"
        "fler nyheter|rekommenderat|mer om ämnet",
        "comments": "kommentarer|kommentar|skriv en kommentar|lämna en kommentar",
        "replies": "svara|gilla|anmäl",
        "prompts": "läs också|läs även|prenumerera på|anmäl dig till|skriv upp dig|följ oss|klicka här|"
        "vi använder cookies|vi använder kakor|den här webbplatsen använder|stöd vår",
        "appeals": "nyhetsbrev|prenumer|cookies|kakor|annons|e-post|donera|inkorg",
    },
    "hu": {
        "adverts": "hirdetés|reklám|támogatott tartalom|szponzorált tartalom",
        "labels": "megosztás|megosztom|nyomtatás|mentés|link másolása|feliratkozás|előfizetés|bejelentkezés|"
        "belépés|regisztráció|menü|keresés|főoldal|címlap|tovább|több|bezárás|elfogadom|adatvédelem|"
        "adatvédelmi tájékoztató|felhasználási feltételek|kapcsolat|rólunk|impresszum|kövess minket",
        "related": "kapcsolódó cikkek|kapcsolódó|kapcsolódó hírek|olvasta már|ezt is olvasd el|legolvasottabb|"
        "legnépszerűbb|friss hírek|legfrissebb|ajánlott cikkek|további cikkek",
        "comments": "hozzászólások|hozzászólás|kommentek|szólj hozzá|vélemények",
        "replies": "válasz|tetszik|jelentés",
        "prompts": "olvasd el ezt is|ezt is olvasd|olvassa el ezt is|iratkozzon fel|iratkozz fel|kövess minket|"
        "kattintson ide|kattints ide|sütiket használunk|ez a weboldal sütiket|támogasd",
        "appeals": "hírlevél|feliratkoz|előfizet|sütik|hirdet|e-mail|támogat|adomány",
    },
    "ro": {
        "adverts": "publicitate|reclamă|conținut sponsorizat",
        "labels": "distribuie|distribuie articolul|tipărește|salvează|copiază linkul|abonează-te|abonare|"
        "autentificare|conectare|înregistrare|meniu|caută|căutare|acasă|prima pagină|citește mai mult|"
        "mai mult|închide|accept|acceptă toate|politica de confidențialitate|termeni și condiții|contact|"
        "despre noi|urmărește-ne",
        "related": "articole similare|articole asemănătoare|știri similare|citește și|citiți și|cele mai citite|"
        "ultimele știri|recomandări|te-ar putea interesa|alte articole",
        "comments": "comentarii|comentariu|lasă un comentariu|adaugă un comentariu",
        "replies": "răspunde|îmi place|raportează",
        "prompts": "citește și|citiți și|citeşte şi|abonează-te la|abonați-vă la|urmărește-ne|click aici|apasă aici|"
        "folosim cookie|acest site folosește|susține",
        "appeals": "newsletter|abonea|abonaț|cookie|publicitat|e-mail|donați",
    },
    "da": {
        "adverts": "annonce|reklame|sponsoreret|sponsoreret indhold|annoncørbetalt indhold",
        "labels": "del|del artiklen|del artikel|udskriv|print|gem|kopier link|abonner|bliv abonnent|log ind|menu|"
        "søg|forside|nyheder|læs mere|vis mere|luk|accepter|accepter alle|privatlivspolitik|"
        "cookiepolitik|kontakt|kontakt os|om os|følg os",
        "related": "læs også|relateret|relaterede artikler|relaterede nyheder|mest læste|mest læst|seneste nyt|"
        "seneste nyheder|flere nyheder|anbefalet|mere om emnet",
        "comments": "kommentarer|kommentar|skriv en kommentar",
        "replies": "svar|synes godt om|anmeld",
        "prompts": "læs også|tilmeld dig|tegn abonnement|abonner på|følg os|klik her|vi bruger cookies|"
        "dette websted bruger|støt vores",
        "appeals": "nyhedsbrev|abonn|tilmeld|cookies|e-mail|indbakke",
    },
    "nb": {
        "adverts": "annonse|reklame|annonsørinnhold|sponset innhold|betalt innhold",
        "labels": "del|del artikkelen|del saken|skriv ut|lagre|kopier lenke|abonner|bli abonnent|logg inn|meny|søk|"
        "hjem|forsiden|nyheter|les mer|vis mer|lukk|godta|godta alle|personvern|personvernerklæring|"
        "vilkår|kontakt oss|om oss|følg oss",
        "related": "les også|relatert|relaterte saker|relaterte artikler|mest lest|mest leste|siste nytt|"
        "siste nyheter|flere nyheter|anbefalt|mer om saken",
        "comments": "kommentarer|kommentar|skriv en kommentar|legg igjen en kommentar",
        "replies": "svar|liker|rapporter",
        "prompts": "les også|meld deg på|abonner på|følg oss|klikk her|vi bruker informasjonskapsler|"
        "vi bruker cookies|dette nettstedet bruker|støtt vår",
        "appeals": "nyhetsbrev|abonn|meld deg på|informasjonskapsler|cookies|annonse|e-post|innboks",
    },
    "fi": {
        "adverts": "mainos|ilmoitus|kaupallinen yhteistyö|mainos alkaa|mainos päättyy",
        "labels": "jaa|jaa artikkeli|tulosta|tallenna|kopioi linkki|tilaa|kirjaudu|kirjaudu sisään|valikko|haku|"
        "hae|etusivu|uutiset|lue lisää|näytä lisää|sulje|hyväksy|hyväksy kaikki|tietosuoja|"
        "tietosuojaseloste|käyttöehdot|yhteystiedot|ota yhteyttä|tietoa meistä|seuraa meitä",
        "related": "lue myös|aiheeseen liittyvät|aiheeseen liittyvää|luetuimmat|suosituimmat|uusimmat|"
        "tuoreimmat uutiset|lisää uutisia|suosittelemme|lisää aiheesta",
        "comments": "kommentit|kommentti|kommentoi|jätä kommentti",
        "replies": "vastaa|tykkää|ilmoita",
        "prompts": "lue myös|tilaa uutiskirje|tilaa uutiskirjeemme|seuraa meitä|napsauta tästä|klikkaa tästä|"
        "käytämme evästeitä|tämä sivusto käyttää",
        "appeals": "uutiskirje|tilaa|tilaus|evästeit|mainos|sähköposti|lahjoit",
    },
    "bg": {
        "adverts": "реклама|спонсорирано съдържание|платена публикация",
        "labels": "сподели|споделете|принтирай|печат|запази|копирай линка|абонирай се|вход|регистрация|меню|"
        "търсене|начало|новини|виж още|прочети още|затвори|приемам|приемам всички|"
        "политика за поверителност|общи условия|контакти|за нас|последвайте ни",
        "related": "още по темата|свързани статии|свързани новини|прочетете още|прочети още|вижте още|най-четени|"
        "най-четено|последни новини|препоръчани|подобни статии",
        "comments": "коментари|коментар|напиши коментар|остави коментар",
        "replies": "отговори|харесва ми|докладвай",
        "prompts": "прочетете още|прочетете и|вижте още|абонирайте се|последвайте ни|кликнете тук|натиснете тук|"
        "използваме бисквитки|този сайт използва|подкрепете",
        "appeals": "бюлетин|абон|бисквитки|реклам|имейл|дарение|подкреп",
    },
    "vi": {
        "adverts": "quảng cáo|nội dung tài trợ|tài trợ",
        "labels": "chia sẻ|in bài|lưu|lưu bài|sao chép liên kết|đăng ký|đăng nhập|menu|tìm kiếm|trang chủ|tin tức|"
        "xem thêm|đọc thêm|đóng|đồng ý|chấp nhận|chính sách bảo mật|điều khoản sử dụng|liên hệ|"
        "giới thiệu|về chúng tôi|theo dõi chúng tôi",
        "related": "tin liên quan|bài liên quan|bài viết liên quan|đọc thêm|xem thêm|tin cùng chuyên mục|đọc nhiều|"
        "xem nhiều|tin mới|tin mới nhất|có thể bạn quan tâm|tin nổi bật",
        "comments": "bình luận|ý kiến|ý kiến bạn đọc|gửi bình luận|viết bình luận",
        "replies": "trả lời|thích|báo cáo",
        "prompts": "đọc thêm:|xem thêm:|đăng ký nhận|đăng ký bản tin|theo dõi chúng tôi|nhấn vào đây|bấm vào đây|"
        "chúng tôi sử dụng cookie|trang web này sử dụng|ủng hộ",
        "appeals": "bản tin|đăng ký|cookie|quảng cáo|email|ủng hộ",
    },
    "id": {
        "adverts": "iklan|advertorial|konten bersponsor|advertisement|scroll untuk lanjut membaca",
        "labels": "bagikan|cetak|simpan|salin tautan|salin link|berlangganan|masuk|daftar|menu|cari|beranda|berita|"
        "baca selengkapnya|lihat semua|selengkapnya|tutup|setuju|terima|terima semua|kebijakan privasi|"
        "syarat dan ketentuan|hubungi kami|kontak|tentang kami|ikuti kami|redaksi",
        "related": "artikel terkait|berita terkait|baca juga|terpopuler|paling banyak dibaca|berita terkini|"
        "berita terbaru|rekomendasi|rekomendasi untuk anda|berita lainnya|lihat juga|terkini",
        "comments": "komentar|tulis komentar|tinggalkan komentar|beri komentar",
        "replies": "balas|suka|laporkan",
        "prompts": "baca juga|lihat juga|berlangganan newsletter|berlangganan |dapatkan berita|ikuti kami|"
        "klik di sini|kami menggunakan cookie|situs ini menggunakan|dukung ",
        "appeals": "newsletter|buletin|langganan|cookie|iklan|email|donasi|dukung",
    },
}

"""What page furniture says in eight further languages; see `phrases` for the kinds, and `particulars` for theirs."""

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
        "appeals": "newsletter|abon|cookie|publicit|reclam|e-mail|donea|donați",
    },
}
FURTHER_PARTICULARS: dict[str, dict[str, str]] = {
    "ko": {
        "ages": "# ?(?:초|분|시간|일|주|개월|달|년) 전|어제|방금",
        "bylines": "글|글:|글쓴이|글쓴이:|기자|기자:|취재|작성자|작성자:|특파원",
        "credits": "사진|사진:|사진=|사진제공|사진 제공|자료사진|그래픽|이미지",
        "updates": "입력|수정|등록|게시|최종수정|최종 수정|기사입력|기사 입력|업데이트|승인|작성",
        "functions": "기자|특파원|편집|논설|칼럼|사진|번역|옮김",
        "desks": "편집국|편집부|뉴스룸|취재팀",
    },
    "el": {
        "ages": r"πριν (?:από )?(?:#|έναν?|μία|μια) ?(?:δευτ\w*|λεπτ\w*|ώρ\w*|μέρ\w*|ημέρ\w*|εβδομάδ\w*|μήν\w*|"
        r"χρόν\w*)|χθες|χτες",
        "bylines": "του|της|γράφει ο|γράφει η|κείμενο|κείμενο:|ρεπορτάζ|ρεπορτάζ:|συντάκτης:|από τον|από την",
        "credits": "φωτογραφία|φωτογραφίες|φωτο|εικόνα|πηγή",
        "updates": "ενημερώθηκε|τελευταία ενημέρωση|δημοσιεύθηκε|δημοσιεύτηκε|ημερομηνία",
        "functions": "ανταποκρ|δημοσιογράφ|συντάκτ|αρθρογράφ|φωτογράφ|μετάφρ|μεταφρ",
        "desks": "σύνταξη|συντακτικ|ομάδα",
    },
    "he": {
        "ages": "לפני (?:# )?(?:שנייה|שניות|דקה|דקות|שעה|שעות|שעתיים|יום|ימים|יומיים|שבוע|שבועות|חודש|חודשים|שנה|"
        "שנים)|אתמול",
        "bylines": "מאת|מאת:|כתב|כתבה|כתב:|כתבה:|כתבו:",
        "credits": "צילום|צילום:|צילומים|תמונה|קרדיט",
        "updates": "עודכן|עודכן לאחרונה|פורסם|תאריך|פורסם בתאריך",
        "functions": "כתב|כתבת|עורך|עורכת|עיתונאי|צלם|תרגום|תרגם|תרגמה",
        "desks": "מערכת|צוות|סוכנויות",
    },
    "fa": {
        "ages": "(?:# )?(?:ثانیه|دقیقه|ساعت|روز|هفته|ماه|سال) پیش|دیروز",
        "bylines": "نویسنده|نویسنده:|نوشته|نوشتهٔ|به قلم|خبرنگار:|گزارش:|گزارشگر:|مترجم:",
        "credits": "عکس|عکس:|تصویر|منبع عکس|منبع تصویر|عکاس:",
        "updates": "به‌روزرسانی|به روز رسانی|منتشر شده|تاریخ انتشار|تاریخ|آخرین به‌روزرسانی|انتشار",
        "functions": "خبرنگار|سردبیر|روزنامه‌نگار|نویسنده|مترجم|ترجمه|عکاس",
        "desks": "تحریریه|سرویس|گروه",
    },
    "hi": {
        "ages": "# ?(?:सेकंड|मिनट|घंटे|घंटा|दिन|सप्ताह|हफ्ते|महीने|साल) (?:पहले|पूर्व)|कल",
        "bylines": "लेखक|लेखक:|द्वारा|रिपोर्ट:|संवाददाता:|लेखिका:",
        "credits": "फोटो|फ़ोटो|तस्वीर|चित्र|छवि|फोटो:",
        "updates": "अपडेट|अपडेटेड|अद्यतन|प्रकाशित|अंतिम अपडेट|पब्लिश|तारीख",
        "functions": "संवाददाता|पत्रकार|संपादक|लेखक|अनुवाद|फोटोग्राफर",
        "desks": "डेस्क|संपादकीय|ब्यूरो|टीम",
    },
    "sv": {
        "ages": r"för (?:en|ett|#) ?(?:sek\w*|min\w*|tim\w*|dag\w*|vecka|veckor|månad\w*|år) sedan|igår",
        "bylines": "av|text|text:|skriven av|reporter:|publicerad av|intervju av|text och foto:",
        "credits": "foto|foto:|bild|bilder|illustration",
        "updates": "uppdaterad|uppdaterat|publicerad|publicerat|senast uppdaterad|datum",
        "functions": "korrespondent|reporter|redakt|journalist|krönikör|fotograf|översätt|medarbet",
        "desks": "redaktion|vår",
    },
    "hu": {
        "ages": r"(?:egy|#) ?(?:mp|másodperc\w*|perc\w*|órá\w*|nap\w*|het\w*|hónap\w*|hónapp\w*|"
        r"év\w*) ?(?:ezelőtt)?|tegnap",
        "bylines": "írta|írta:|szerző|szerző:|szöveg:|riporter:|szerzők:",
        "credits": "fotó|fotó:|fotók|kép|képek|illusztráció|forrás",
        "updates": "frissítve|frissült|megjelent|közzétéve|utolsó frissítés|dátum",
        "functions": "tudósító|újságíró|szerkeszt|riporter|fotós|fotóriporter|fordít",
        "desks": "szerkesztőség|munkatárs",
    },
    "ro": {
        "ages": r"acum (?:o|un|#) ?(?:de )?(?:sec\w*|min\w*|or[ăe]|zi|zile|săptămân\w*|lun[ăi]|an|ani)|ieri",
        "bylines": "de|autor|autor:|text|text:|scris de|publicat de|reportaj de|un articol de",
        "credits": "foto|foto:|fotografie|imagine|sursa foto|sursă foto",
        "updates": "actualizat|actualizare|publicat|ultima actualizare|data",
        "functions": "corespondent|reporter|redact|jurnalist|editor|fotograf|traduc|editorialist",
        "desks": "redacți|noștri",
    },
}

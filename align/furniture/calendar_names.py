"""Names of months and weekdays, wide and short, in all languages of the particulars, from CLDR as Babel has it.

They are written out because reading them takes Babel a tenth of a second; a test holds them against it.
"""

MONTHS = frozenset(
    (
        "Apr|April|Ara|Aralık|Aug|August|Ağu|Ağustos|Dec|December|Dez|Dezember|Eki|Ekim|Eyl|Eylül|Feb|Februar|"
        "February|Haz|Haziran|Jan|Januar|January|Jul|Juli|July|Jun|June|Juni|Kas|Kasım|Mai|Mar|March|Mart|May|"
        "Mayıs|März|Nis|Nisan|Nov|November|Oca|Ocak|Oct|October|Okt|Oktober|Sep|Sept|September|Tem|Temmuz|abr|"
        "abril|ago|agosto|août|apr|april|aprile|aprilie|aug|august|augusti|augustus|augusztus|avr|avril|bře|"
        "březen|března|cze|czerwca|czerwiec|dec|december|decembrie|dez|dezembro|dic|dicembre|diciembre|dub|duben|"
        "dubna|déc|décembre|ene|enero|feb|febbraio|febr|febrero|februari|februarie|február|fev|fevereiro|févr|"
        "février|gen|gennaio|giu|giugno|gru|grudnia|grudzień|ian|ianuarie|iul|iulie|iun|iunie|jan|janeiro|"
        "januari|január|janv|janvier|juil|juillet|juin|jul|julho|juli|julio|jun|junho|juni|junio|júl|július|jún|"
        "június|kvě|květen|května|kwi|kwiecień|kwietnia|led|leden|ledna|lip|lipca|lipiec|lis|listopad|listopada|"
        "listopadu|lug|luglio|lut|lutego|luty|maart|mag|maggio|mai|maio|maj|maja|mar|marca|mars|martie|marzec|"
        "marzo|março|may|mayo|mei|mrt|máj|május|márc|március|noiembrie|nov|november|novembre|novembro|noviembre|"
        "oct|octobre|octombrie|octubre|okt|oktober|október|ott|ottobre|out|outubro|paź|październik|października|"
        "pro|prosince|prosinec|sep|sept|september|septembre|septembrie|septiembre|set|setembro|settembre|sie|"
        "sierpień|sierpnia|srp|srpen|srpna|sty|styczeń|stycznia|szept|szeptember|wrz|wrzesień|września|zář|září|"
        "ápr|április|úno|únor|února|červen|července|červenec|června|čvc|čvn|říj|říjen|října|Şub|Şubat|Απρ|"
        "Απρίλιος|Απριλίου|Αυγ|Αυγούστου|Αύγουστος|Δεκ|Δεκέμβριος|Δεκεμβρίου|Ιαν|Ιανουάριος|Ιανουαρίου|Ιουλ|"
        "Ιουλίου|Ιουν|Ιουνίου|Ιούλιος|Ιούνιος|Μάιος|Μάρτιος|Μαΐ|Μαΐου|Μαρ|Μαρτίου|Νοέμβριος|Νοε|Νοεμβρίου|Οκτ|"
        "Οκτωβρίου|Οκτώβριος|Σεπ|Σεπτέμβριος|Σεπτεμβρίου|Φεβ|Φεβρουάριος|Φεβρουαρίου|авг|август|августа|апр|"
        "апрель|апреля|бер|березень|березня|вер|вересень|вересня|груд|грудень|грудня|дек|декабрь|декабря|жовт|"
        "жовтень|жовтня|июл|июль|июля|июн|июнь|июня|квіт|квітень|квітня|лип|липень|липня|лист|листопад|листопада|"
        "лют|лютий|лютого|май|мар|март|марта|мая|нояб|ноябрь|ноября|окт|октябрь|октября|сент|сентябрь|сентября|"
        "серп|серпень|серпня|січ|січень|січня|трав|травень|травня|февр|февраль|февраля|черв|червень|червня|янв|"
        "январь|января|אוגוסט|אוג׳|אוקטובר|אוק׳|אפריל|אפר׳|דצמבר|דצמ׳|יולי|יוני|ינואר|ינו׳|מאי|מרץ|נובמבר|נוב׳|"
        "ספטמבר|ספט׳|פברואר|פבר׳|آوریل|أبريل|أغسطس|أكتوبر|اوت|اکتبر|دسامبر|ديسمبر|سبتمبر|سپتامبر|فبراير|فوریه|"
        "مارس|مايو|مه|نوامبر|نوفمبر|يناير|يوليو|يونيو|ژانویه|ژوئن|ژوئیه|अक्टूबर|अक्टू॰|अगस्त|अग॰|अप्रैल|जनवरी|"
        "जन॰|जुलाई|जुल॰|जून|दिसंबर|दिस॰|नवंबर|नव॰|फ़रवरी|फ़र॰|मई|मार्च|सितंबर|सित॰|一月|七月|三月|九月|二月|五月|八月|六月|十一月|"
        "十二月|十月|四月"
    ).split("|")
)
WEEKDAYS = frozenset(
    (
        "Cmt|Cs|Cum|Cuma|Cumartesi|Di|Dienstag|Do|Donnerstag|Fr|Freitag|Fri|Friday|Mi|Mittwoch|Mo|Mon|Monday|"
        "Montag|Paz|Pazar|Pazartesi|Per|Perşembe|Pzt|Sa|Sal|Salı|Samstag|Sat|Saturday|So|Sonntag|Sun|Sunday|Sze|"
        "Szo|Thu|Thursday|Tue|Tuesday|Wed|Wednesday|csütörtök|czw|czwartek|di|dim|dimanche|dinsdag|do|dom|"
        "domenica|domingo|donderdag|dum|duminică|fre|fredag|gio|giovedì|hétfő|jeu|jeudi|joi|jue|jueves|kedd|lun|"
        "lundi|lunedì|lunes|luni|lör|lördag|ma|maandag|mar|mardi|martedì|martes|marți|mer|mercoledì|mercredi|mie|"
        "miercuri|mié|miércoles|mån|måndag|ne|neděle|niedz|niedziela|ons|onsdag|piątek|po|pon|pondělí|"
        "poniedziałek|pt|pá|pátek|péntek|qua|quarta-feira|qui|quinta-feira|sab|sabato|sam|samedi|seg|"
        "segunda-feira|sex|sexta-feira|so|sob|sobota|st|středa|szerda|szombat|sáb|sábado|sâm|sâmbătă|sön|söndag|"
        "ter|terça-feira|tis|tisdag|tors|torsdag|vasárnap|ven|vendredi|venerdì|vie|viernes|vin|vineri|vr|vrijdag|"
        "wo|woensdag|wt|wtorek|za|zaterdag|zo|zondag|Çar|Çarşamba|út|úterý|čt|čtvrtek|śr|środa|Δευ|Δευτέρα|Κυρ|"
        "Κυριακή|Πέμ|Πέμπτη|Παρ|Παρασκευή|Σάβ|Σάββατο|Τετ|Τετάρτη|Τρί|Τρίτη|воскресенье|вс|вт|вторник|вівторок|"
        "нд|неділя|пʼятниця|пн|понедельник|понеділок|пт|пятница|сб|середа|ср|среда|суббота|субота|четвер|четверг|"
        "чт|יום א׳|יום ב׳|יום ג׳|יום ד׳|יום ה׳|יום ו׳|יום חמישי|יום ראשון|יום רביעי|יום שבת|יום שישי|יום שלישי|"
        "יום שני|שבת|الأحد|الأربعاء|الاثنين|الثلاثاء|الجمعة|الخميس|السبت|جمعه|دوشنبه|سه‌شنبه|شنبه|پنجشنبه|"
        "چهارشنبه|یکشنبه|गुरु|गुरुवार|बुध|बुधवार|मंगल|मंगलवार|रवि|रविवार|शनि|शनिवार|शुक्र|शुक्रवार|सोम|सोमवार|周一|"
        "周三|周二|周五|周六|周四|周日|土曜日|日曜日|星期一|星期三|星期二|星期五|星期六|星期四|星期日|月曜日|木曜日|水曜日|火曜日|金曜日|금요일|목요일|수요일|월요일|일요일|토요일|화요일"
    ).split("|")
)

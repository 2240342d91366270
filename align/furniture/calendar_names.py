"""Names of months and weekdays, wide and short, in all languages of the particulars, from CLDR as Babel has it.

They are written out because reading them takes Babel a tenth of a second; a test holds them against it.
"""

MONTHS = frozenset(
    (
        "Agu|Agustus|Apr|April|Ara|Aralık|Aug|August|Ağu|Ağustos|Dec|December|Des|Desember|Dez|Dezember|Eki|Ekim|"
        "Eyl|Eylül|Feb|Februar|Februari|February|Haz|Haziran|Jan|Januar|Januari|January|Jul|Juli|July|Jun|June|"
        "Juni|Kas|Kasım|Mai|Mar|March|Maret|Mart|May|Mayıs|Mei|März|Nis|Nisan|Nov|November|Oca|Ocak|Oct|October|"
        "Okt|Oktober|Sep|Sept|September|Tem|Temmuz|abr|abril|ago|agosto|août|apr|april|aprile|aprilie|aug|august|"
        "augusti|augustus|augusztus|avr|avril|bře|březen|března|cze|czerwca|czerwiec|dec|december|decembrie|des|"
        "desember|dez|dezembro|dic|dicembre|diciembre|dub|duben|dubna|déc|décembre|elo|elokuu|elokuuta|ene|enero|"
        "feb|febbraio|febr|febrero|februar|februari|februarie|február|fev|fevereiro|févr|février|gen|gennaio|giu|"
        "giugno|gru|grudnia|grudzień|heinä|heinäkuu|heinäkuuta|helmi|helmikuu|helmikuuta|huhti|huhtikuu|"
        "huhtikuuta|ian|ianuarie|iul|iulie|iun|iunie|jan|janeiro|januar|januari|január|janv|janvier|joulu|"
        "joulukuu|joulukuuta|juil|juillet|juin|jul|julho|juli|julio|jun|junho|juni|junio|júl|július|jún|június|"
        "kesä|kesäkuu|kesäkuuta|kvě|květen|května|kwi|kwiecień|kwietnia|led|leden|ledna|lip|lipca|lipiec|lis|"
        "listopad|listopada|listopadu|loka|lokakuu|lokakuuta|lug|luglio|lut|lutego|luty|maalis|maaliskuu|"
        "maaliskuuta|maart|mag|maggio|mai|maio|maj|maja|mar|marca|marras|marraskuu|marraskuuta|mars|martie|marts|"
        "marzec|marzo|março|may|mayo|mei|mrt|máj|május|márc|március|noiembrie|nov|november|novembre|novembro|"
        "noviembre|oct|octobre|octombrie|octubre|okt|oktober|október|ott|ottobre|out|outubro|paź|październik|"
        "października|pro|prosince|prosinec|sep|sept|september|septembre|septembrie|septiembre|set|setembro|"
        "settembre|sie|sierpień|sierpnia|srp|srpen|srpna|sty|styczeń|stycznia|syys|syyskuu|syyskuuta|szept|"
        "szeptember|tammi|tammikuu|tammikuuta|thg 1|thg 10|thg 11|thg 12|thg 2|thg 3|thg 4|thg 5|thg 6|thg 7|"
        "thg 8|thg 9|tháng 1|tháng 10|tháng 11|tháng 12|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|"
        "tháng 9|touko|toukokuu|toukokuuta|wrz|wrzesień|września|zář|září|ápr|április|úno|únor|února|červen|"
        "července|červenec|června|čvc|čvn|říj|říjen|října|Şub|Şubat|Απρ|Απρίλιος|Απριλίου|Αυγ|Αυγούστου|"
        "Αύγουστος|Δεκ|Δεκέμβριος|Δεκεμβρίου|Ιαν|Ιανουάριος|Ιανουαρίου|Ιουλ|Ιουλίου|Ιουν|Ιουνίου|Ιούλιος|Ιούνιος|"
        "Μάιος|Μάρτιος|Μαΐ|Μαΐου|Μαρ|Μαρτίου|Νοέμβριος|Νοε|Νοεμβρίου|Οκτ|Οκτωβρίου|Οκτώβριος|Σεπ|Σεπτέμβριος|"
        "Σεπτεμβρίου|Φεβ|Φεβρουάριος|Φεβρουαρίου|авг|август|августа|апр|апрель|апреля|април|бер|березень|березня|"
        "вер|вересень|вересня|груд|грудень|грудня|дек|декабрь|декабря|декември|жовт|жовтень|жовтня|июл|июль|июля|"
        "июн|июнь|июня|квіт|квітень|квітня|лип|липень|липня|лист|листопад|листопада|лют|лютий|лютого|май|мар|"
        "март|марта|мая|ное|ноември|нояб|ноябрь|ноября|окт|октомври|октябрь|октября|сент|сентябрь|сентября|сеп|"
        "септември|серп|серпень|серпня|січ|січень|січня|трав|травень|травня|фев|февр|февраль|февраля|февруари|"
        "черв|червень|червня|юли|юни|янв|январь|января|яну|януари|אוגוסט|אוג׳|אוקטובר|אוק׳|אפריל|אפר׳|דצמבר|דצמ׳|"
        "יולי|יוני|ינואר|ינו׳|מאי|מרץ|נובמבר|נוב׳|ספטמבר|ספט׳|פברואר|פבר׳|آوریل|أبريل|أغسطس|أكتوبر|اوت|اکتبر|"
        "دسامبر|ديسمبر|سبتمبر|سپتامبر|فبراير|فوریه|مارس|مايو|مه|نوامبر|نوفمبر|يناير|يوليو|يونيو|ژانویه|ژوئن|"
        "ژوئیه|अक्टूबर|अक्टू॰|अगस्त|अग॰|अप्रैल|जनवरी|जन॰|जुलाई|जुल॰|जून|दिसंबर|दिस॰|नवंबर|नव॰|फ़रवरी|फ़र॰|मई|"
        "मार्च|सितंबर|सित॰|一月|七月|三月|九月|二月|五月|八月|六月|十一月|十二月|十月|四月"
    ).split("|")
)
WEEKDAYS = frozenset(
    (
        "Chủ Nhật|Cmt|Cum|Cuma|Cumartesi|Di|Dienstag|Do|Donnerstag|Fr|Freitag|Fri|Friday|Jumat|Kamis|Mi|Minggu|"
        "Mittwoch|Mo|Mon|Monday|Montag|Paz|Pazar|Pazartesi|Per|Perşembe|Pzt|Rabu|Sa|Sabtu|Sal|Salı|Samstag|Sat|"
        "Saturday|Selasa|Senin|So|Sonntag|Sun|Sunday|Thu|Thursday|Thứ Ba|Thứ Bảy|Thứ Hai|Thứ Năm|Thứ Sáu|Thứ Tư|"
        "Tue|Tuesday|Wed|Wednesday|csütörtök|czw|czwartek|di|dim|dimanche|dinsdag|do|dom|domenica|domingo|"
        "donderdag|duminică|fredag|gio|giovedì|hétfő|jeu|jeudi|joi|jue|jueves|kedd|keskiviikko|keskiviikkona|"
        "lauantai|lauantaina|lun|lundi|lunedì|lunes|luni|lördag|lørdag|ma|maanantai|maanantaina|maandag|mandag|"
        "mar|mardi|martedì|martes|marți|mer|mercoledì|mercredi|miercuri|mié|miércoles|måndag|ne|neděle|niedz|"
        "niedziela|onsdag|perjantai|perjantaina|piątek|po|pon|pondělí|poniedziałek|pt|pá|pátek|péntek|qua|"
        "quarta-feira|qui|quinta-feira|sab|sabato|sam|samedi|seg|segunda-feira|sex|sexta-feira|so|sob|sobota|st|"
        "středa|sunnuntai|sunnuntaina|szerda|szombat|sáb|sábado|sâmbătă|söndag|søndag|ter|terça-feira|tiistai|"
        "tiistaina|tirsdag|tisdag|torsdag|torstai|torstaina|vasárnap|ven|vendredi|venerdì|vie|viernes|vineri|vr|"
        "vrijdag|wo|woensdag|wt|wtorek|za|zaterdag|zo|zondag|Çar|Çarşamba|út|úterý|čt|čtvrtek|śr|środa|Δευτέρα|"
        "Κυριακή|Πέμπτη|Παρασκευή|Σάββατο|Τετάρτη|Τρίτη|воскресенье|вс|вт|вторник|вівторок|нд|неделя|неділя|"
        "пʼятниця|петък|пн|понеделник|понедельник|понеділок|пт|пятница|сб|середа|ср|среда|сряда|суббота|субота|"
        "събота|четвер|четверг|четвъртък|чт|יום חמישי|יום ראשון|יום רביעי|יום שבת|יום שישי|יום שלישי|יום שני|"
        "الأحد|الأربعاء|الاثنين|الثلاثاء|الجمعة|الخميس|السبت|جمعه|دوشنبه|سه‌شنبه|شنبه|پنجشنبه|چهارشنبه|یکشنبه|"
        "गुरुवार|बुधवार|मंगलवार|रविवार|शनिवार|शुक्रवार|सोमवार|周一|周三|周二|周五|周六|周四|周日|土曜日|日曜日|星期一|星期三|星期二|星期五|星期六|"
        "星期四|星期日|月曜日|木曜日|水曜日|火曜日|金曜日|금요일|목요일|수요일|월요일|일요일|토요일|화요일"
    ).split("|")
)

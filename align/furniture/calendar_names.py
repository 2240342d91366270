"""Names of months and weekdays, wide and short, in all languages of the particulars, from CLDR as Babel has it.

They are written out because reading them takes Babel a tenth of a second; a test holds them against it.
"""

MONTHS = frozenset(
    (
        "Apr|April|Ara|Aralık|Aug|August|Ağu|Ağustos|Dec|December|Dez|Dezember|Eki|Ekim|Eyl|Eylül|Feb|Februar|"
        "February|Haz|Haziran|Jan|Januar|January|Jul|Juli|July|Jun|June|Juni|Kas|Kasım|Mai|Mar|March|Mart|May|Mayıs|"
        "März|Nis|Nisan|Nov|November|Oca|Ocak|Oct|October|Okt|Oktober|Sep|Sept|September|Tem|Temmuz|abr|abril|ago|"
        "agosto|août|apr|april|aprile|aug|augustus|avr|avril|bře|březen|března|cze|czerwca|czerwiec|dec|december|dez|"
        "dezembro|dic|dicembre|diciembre|dub|duben|dubna|déc|décembre|ene|enero|feb|febbraio|febrero|februari|fev|"
        "fevereiro|févr|février|gen|gennaio|giu|giugno|gru|grudnia|grudzień|jan|janeiro|januari|janv|janvier|juil|"
        "juillet|juin|jul|julho|juli|julio|jun|junho|juni|junio|kvě|květen|května|kwi|kwiecień|kwietnia|led|leden|"
        "ledna|lip|lipca|lipiec|lis|listopad|listopada|listopadu|lug|luglio|lut|lutego|luty|maart|mag|maggio|mai|"
        "maio|maj|maja|mar|marca|mars|marzec|marzo|março|may|mayo|mei|mrt|nov|november|novembre|novembro|noviembre|"
        "oct|octobre|octubre|okt|oktober|ott|ottobre|out|outubro|paź|październik|października|pro|prosince|prosinec|"
        "sep|sept|september|septembre|septiembre|set|setembro|settembre|sie|sierpień|sierpnia|srp|srpen|srpna|sty|"
        "styczeń|stycznia|wrz|wrzesień|września|zář|září|úno|únor|února|červen|července|červenec|června|čvc|čvn|říj|"
        "říjen|října|Şub|Şubat|авг|август|августа|апр|апрель|апреля|бер|березень|березня|вер|вересень|вересня|груд|"
        "грудень|грудня|дек|декабрь|декабря|жовт|жовтень|жовтня|июл|июль|июля|июн|июнь|июня|квіт|квітень|квітня|лип|"
        "липень|липня|лист|листопад|листопада|лют|лютий|лютого|май|мар|март|марта|мая|нояб|ноябрь|ноября|окт|октябрь|"
        "октября|сент|сентябрь|сентября|серп|серпень|серпня|січ|січень|січня|трав|травень|травня|февр|февраль|"
        "февраля|черв|червень|червня|янв|январь|января|أبريل|أغسطس|أكتوبر|ديسمبر|سبتمبر|فبراير|مارس|مايو|نوفمبر|"
        "يناير|يوليو|يونيو|一月|七月|三月|九月|二月|五月|八月|六月|十一月|十二月|十月|四月"
    ).split("|")
)
WEEKDAYS = frozenset(
    (
        "Cmt|Cum|Cuma|Cumartesi|Di|Dienstag|Do|Donnerstag|Fr|Freitag|Fri|Friday|Mi|Mittwoch|Mo|Mon|Monday|Montag|Paz|"
        "Pazar|Pazartesi|Per|Perşembe|Pzt|Sa|Sal|Salı|Samstag|Sat|Saturday|So|Sonntag|Sun|Sunday|Thu|Thursday|Tue|"
        "Tuesday|Wed|Wednesday|czw|czwartek|di|dim|dimanche|dinsdag|do|dom|domenica|domingo|donderdag|gio|giovedì|"
        "jeu|jeudi|jue|jueves|lun|lundi|lunedì|lunes|ma|maandag|mar|mardi|martedì|martes|mer|mercoledì|mercredi|mié|"
        "miércoles|ne|neděle|niedz|niedziela|piątek|po|pon|pondělí|poniedziałek|pt|pá|pátek|qua|quarta-feira|qui|"
        "quinta-feira|sab|sabato|sam|samedi|seg|segunda-feira|sex|sexta-feira|so|sob|sobota|st|středa|sáb|sábado|ter|"
        "terça-feira|ven|vendredi|venerdì|vie|viernes|vr|vrijdag|wo|woensdag|wt|wtorek|za|zaterdag|zo|zondag|Çar|"
        "Çarşamba|út|úterý|čt|čtvrtek|śr|środa|воскресенье|вс|вт|вторник|вівторок|нд|неділя|пʼятниця|пн|понедельник|"
        "понеділок|пт|пятница|сб|середа|ср|среда|суббота|субота|четвер|четверг|чт|الأحد|الأربعاء|الاثنين|الثلاثاء|"
        "الجمعة|الخميس|السبت|周一|周三|周二|周五|周六|周四|周日|土曜日|日曜日|星期一|星期三|星期二|星期五|星期六|星期四|星期日|月曜日|木曜日|水曜日|火曜日|金曜日"
    ).split("|")
)

"""How lines begin that tell the particulars of an article, in the languages of `phrases`; all in small letters.

Kinds of `Particulars`, phrases parted by `|`:

- *ages*: "3 days ago" as a regular expression in which `#` is a number.
- *bylines*, *credits* (of pictures), *updates*: how a line with a name, a picture credit or a day begins.
- *functions*: how the words begin that follow an author's name: what she is, or who translated.
- *desks*: how the words begin that sign for a newsroom instead of a person.
"""

from dataclasses import dataclass

from align.furniture.further_particulars import FURTHER_PARTICULARS


@dataclass(frozen=True, slots=True)
class Particulars:
    """The phrases of particulars in one language."""

    ages: str
    bylines: str
    credits: str
    updates: str
    functions: str
    desks: str


PARTICULARS = {
    "en": Particulars(
        ages=r"(?:about |over )?(?:an?|#) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|"
        r"wks?|weeks?|months?|mo|y|yrs?|years?) ago|yesterday|just now",
        bylines="by|written by|reporting by|story by|text by|words by|posted by|published by|reported by|compiled by|"
        "report by|words:|text:|from our correspondent|translated by|writing by|editing by|"
        "additional reporting by",
        credits="photo|photos|photo by|photograph|photograph by|image|images|picture|photo credit|"
        "image credit|image caption|courtesy",
        updates="updated|last updated|last modified|published|posted|first published|date|modified",
        functions="additional reporting|correspondent|reporter|edit|writ|"
        "staff|columnist|critic|bureau|photographer|contributor|analyst|"
        "producer|translat|our",
        desks="newsroom|staff|editor|our|news",
    ),
    "fr": Particulars(
        ages=r"il y a (?:un|une|#) ?(?:s|secondes?|min|minutes?|h|heures?|j|jours?|semaines?|mois|ans?)|hier",
        bylines="par|propos recueillis par|texte :|texte:|de notre correspondant|d'après|texte de|publié par|"
        "écrit par|rédigé par|recueilli par|reportage de|traduit par|texte et photos :",
        credits="photo|crédit|crédits|crédit photo|image|illustration|légende",
        updates="mis à jour|mise à jour|publié|modifié|posté|dernière mise à jour",
        functions="correspondant|envoyé|journaliste|reporter|rédact|chroniqu|photograph|critique|traduit|traduct|adapt",
        desks="rédaction|notre|nos",
    ),
    "de": Particulars(
        ages=r"vor (?:einem|einer|#) ?(?:sek\w*|min\w*|std\.?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|"
        r"jahr(?:en)?)|gestern",
        bylines="von|text von|ein gastbeitrag von|interview von|aufgezeichnet von|text:|autor:|autorin:|"
        "geschrieben von|ein bericht von|eine reportage von|reportage von",
        credits="foto|fotos|bild|bilder|bildquelle|grafik|abbildung|quelle: dpa",
        updates="aktualisiert|zuletzt aktualisiert|veröffentlicht|stand|erstellt|datum",
        functions="korrespondent|reporter|redakt|journalist|autor|kolumnist|fotograf|volontär|chef|aus dem|übersetz|"
        "deutsch von",
        desks="redaktion|unserer|unserem",
    ),
    "es": Particulars(
        ages=r"hace (?:un|una|#) ?(?:s|segundos?|min|minutos?|h|horas?|d|días?|semanas?|mes(?:es)?|años?)|"
        r"ayer",
        bylines="por|escrito por|texto de|texto:|publicado por|redacción:|con información de|una crónica de|"
        "reportaje de|autor:|autora:",
        credits="foto|fotos|fotografía|imagen|crédito|créditos",
        updates="actualizado|actualizada|publicado|última actualización|fecha|modificado",
        functions="corresponsal|enviad|periodista|reporter|redact|editor|columnista|fotógraf|traduc|crític",
        desks="redacción|nuestr",
    ),
    "it": Particulars(
        ages=r"(?:un|una|un'|#) ?(?:secondi?|min|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|"
        r"ann[oi]) fa|ieri",
        bylines="di|a cura di|testo di|dal nostro inviato|scritto da|pubblicato da|testo:|reportage di|articolo di|"
        "autore:",
        credits="foto|fotografia|immagine|credit|crediti",
        updates="aggiornato|aggiornata|pubblicato|ultimo aggiornamento|ultima modifica",
        functions="corrispondente|inviat|giornalista|redat|redazione|editorialista|fotograf|critic|traduzione|tradott",
        desks="redazione|nostr",
    ),
    "pt": Particulars(
        ages=r"há (?:um|uma|#) ?(?:s|segundos?|min|minutos?|h|horas?|dias?|semanas?|mês|meses|"
        r"anos?)(?: atrás)?|ontem",
        bylines="por|escrito por|texto de|da redação|publicado por|texto:|reportagem de|reportagem:|autor:|autora:",
        credits="foto|fotos|fotografia|imagem|crédito|créditos",
        updates="atualizado|atualizada|publicado|atualizado em|última atualização",
        functions="correspondente|enviad|jornalista|repórter|redat|editor|colunista|fotógraf|traduç|traduzid|crític",
        desks="redação|noss",
    ),
    "nl": Particulars(
        ages=r"(?:een|#) ?(?:s|sec\w*|min\w*|u|uur|dag(?:en)?|we?e?k(?:en)?|maand(?:en)?|jaar|"
        r"jaren) geleden|gisteren",
        bylines="door|tekst|geschreven door|van onze redactie|tekst:|auteur:|een reportage van|een verslag van",
        credits="foto|foto's|beeld|afbeelding|bron",
        updates="bijgewerkt|gepubliceerd|laatst bijgewerkt|geplaatst|laatste update",
        functions="correspondent|verslaggever|redact|journalist|columnist|fotograaf|medewerker|vertaal|vertaling|"
        "uit het",
        desks="redactie|onze",
    ),
    "ru": Particulars(
        ages=r"# ?(?:сек\w*|мин\w*|ч|час\w*|дн\w*|день|нед\w*|месяц\w*|мес|год\w*|лет)\.? назад|вчера",
        bylines="автор|автор:|текст|текст:|авторы:|беседовал|беседовала|подготовил|подготовила|материал подготовил|"
        "материал подготовила",
        credits="фото|фотография|изображение|иллюстрация|источник фото",
        updates="обновлено|опубликовано|дата|последнее обновление",
        functions="корреспондент|спецкор|журналист|репорт|редакт|обозревател|колумнист|фотограф|перев|собкор",
        desks="редакци|наш|собственн",
    ),
    "uk": Particulars(
        ages=r"# ?(?:сек\w*|хв\w*|год\w*|дн\w*|день|тиж\w*|місяц\w*|рок\w*|років)\.? тому|вчора|учора",
        bylines="автор|автор:|авторка:|текст:|автори:|текст|авторка|спілкувався|спілкувалася|підготував|підготувала",
        credits="фото|світлина|зображення|ілюстрація",
        updates="оновлено|опубліковано|дата|останнє оновлення",
        functions="кореспондент|спецкор|журналіст|репорт|редакт|оглядач|колумніст|фотограф|перекл|власкор",
        desks="редакці|наш|власн",
    ),
    "pl": Particulars(
        ages=r"# ?(?:sek\w*|min\w*|godz\w*|dni|dzień|tyg\w*|miesi\w*|lat\w*|rok\w*)\.? temu|wczoraj",
        bylines="autor|autor:|autorka:|tekst:|opracował|opracowała|oprac.|autorka|tekst|rozmawiał|rozmawiała|napisał|"
        "napisała",
        credits="fot|fot.|foto|zdjęcie|zdjęcia|ilustracja",
        updates="aktualizacja|opublikowano|zaktualizowano|data publikacji|data",
        functions="korespondent|reporter|dziennikar|redak|publicyst|felietonist|fotograf|tłum|przekł|przeł",
        desks="redakcj|nasz",
    ),
    "cs": Particulars(
        ages=r"před (?:#|jednou|jedním)? ?(?:sek\w*|min\w*|hod\w*|dny|dnem|týdn\w*|týd\w*|měsíc\w*|let|lety|"
        r"rok\w*)|včera",
        bylines="autor|autor:|autorka:|text:|připravil|připravila|autorka|napsal|napsala|od",
        credits="foto|fotografie|snímek|ilustrační foto",
        updates="aktualizováno|publikováno|vydáno|datum",
        functions="zpravodaj|reportér|redakt|novinář|komentátor|fotograf|přelož|překlad|dopisovatel",
        desks="redakc|naš",
    ),
    "zh": Particulars(
        ages=r"# ?(?:秒|分钟|分鐘|小时|小時|天|周|週|个月|個月|年)前|昨天|刚刚",
        bylines="作者|作者：|作者:|记者|記者|文/|文／|文｜|撰文|编辑：|责任编辑|撰稿|采写|文:|文：|文 |"
        "本报记者|本報記者|本刊记者|本刊記者|新华社记者|特约记者|通讯员|译者|編輯：",
        credits="图：|图片来源|圖片來源|图源|摄影|攝影|图/|图片：",
        updates="更新|发布|發布|发布时间|更新时间|日期|发表于",
        functions="记者|記者|编辑|編輯|通讯员|特派|翻译|翻譯|编译|译自|译",
        desks="本报|本報|编辑部|編輯部",
    ),
    "ja": Particulars(
        ages=r"# ?(?:秒|分|時間|日|週間|か月|ヶ月|年)前|昨日",
        bylines="文・|文＝|文：|取材・文|記者|筆者|執筆|取材|文 |文/|文／|著者|ライター|構成",
        credits="写真|写真：|写真・|撮影|画像|提供：|©",
        updates="更新|公開|配信|最終更新|掲載",
        functions="記者|編集|特派員|論説|写真家|訳|翻訳",
        desks="編集部|取材班",
    ),
    "ar": Particulars(
        ages=r"(?:قبل|منذ) (?:# )?(?:ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|ساعتين|يوم|يومين|أيام|أسبوع|أسابيع|"
        r"شهر|أشهر|سنة|سنوات)|أمس",
        bylines="بقلم|كتب:|كتبت:|كتبه|الكاتب:|كاتب:|إعداد|تقرير:|تحرير:|ترجمة:|المراسل:",
        credits="صورة|الصورة|تصوير|مصدر الصورة",
        updates="تحديث|آخر تحديث|نشر|نشر في|تاريخ النشر|التاريخ",
        functions="مراسل|مراسلة|محرر|صحفي|صحافي|كاتب|كاتبة|ترجم",
        desks="هيئة|فريق|المحرر",
    ),
    "tr": Particulars(
        ages=r"(?:bir|#) ?(?:sn|saniye|dk|dakika|sa|saat|gün|hafta|ay|yıl) önce|dün",
        bylines="yazan|yazan:|haber:|yazar:|haber|derleyen|yazan |muhabir:|kaleme alan|röportaj:",
        credits="fotoğraf|foto|görsel|fotoğraflar",
        updates="güncelleme|güncellendi|yayınlanma|son güncelleme|tarih|yayın tarihi",
        functions="muhabir|editör|gazeteci|yazar|temsilci|fotoğraf|çevir|çeviren",
        desks="haber merkezi|editör|yazı işleri",
    ),
    **{language: Particulars(**rows) for language, rows in FURTHER_PARTICULARS.items()},
}

"""Languages are told apart offline, and tags are checked before anything is computed."""

import socket

import pytest

from align.aligners import align_documents
from align.documents import document_from_text
from align.errors import OptionError
from align.language import check_language, direction, identify, language_name, primary_language

PARAGRAPHS = {
    "af": "Die ou man het elke oggend na die hawe gestap om die bote te sien. Hy het nooit met "
    "die vissers gepraat nie, maar almal het hom geken en vir hom gegroet.",
    "ar": "كان الرجل العجوز يمشي كل صباح إلى الميناء ليرى القوارب. لم يكن يتحدث مع الصيادين، لكن الجميع كانوا يعرفونه.",
    "be": "Стары чалавек кожную раніцу хадзіў у порт, каб паглядзець на лодкі. Ён "
    "ніколі не размаўляў з рыбакамі, але ўсе яго ведалі.",
    "bg": "Старият човек всяка сутрин ходеше до пристанището, за да види лодките. "
    "Той никога не говореше с рибарите, но всички го познаваха.",
    "bn": "বৃদ্ধ লোকটি প্রতিদিন সকালে নৌকা দেখতে বন্দরে যেতেন। তিনি জেলেদের সঙ্গে কথা বলতেন না।",
    "ca": "El vell caminava cada matí fins al port per veure les barques. Mai no "
    "parlava amb els pescadors, però tothom el coneixia.",
    "cs": "Starý muž chodil každé ráno do přístavu, aby viděl lodě. S rybáři nikdy nemluvil, ale všichni ho znali.",
    "da": "Den gamle mand gik hver morgen ned til havnen for at se bådene. "
    "Han talte aldrig med fiskerne, men alle kendte ham.",
    "de": "Der alte Mann ging jeden Morgen zum Hafen, um die Boote zu sehen. Er "
    "sprach nie mit den Fischern, aber alle kannten ihn.",
    "el": "Ο γέρος πήγαινε κάθε πρωί στο λιμάνι για να δει τις βάρκες. Δεν μιλούσε ποτέ με τους ψαράδες.",
    "en": "The old man walked to the harbour every morning to see the boats. He "
    "never talked to the fishermen, but they all knew him.",
    "es": "El viejo caminaba cada mañana hasta el puerto para ver los barcos. "
    "Nunca hablaba con los pescadores, pero todos lo conocían.",
    "et": "Vana mees kõndis igal hommikul sadamasse paate vaatama. Ta ei "
    "rääkinud kunagi kaluritega, kuid kõik tundsid teda.",
    "fa": "پیرمرد هر روز صبح به بندر می‌رفت تا قایق‌ها را ببیند. او هرگز با "
    "ماهیگیران حرف نمی‌زد، اما همه او را می‌شناختند.",
    "fi": "Vanha mies käveli joka aamu satamaan katsomaan veneitä. Hän ei koskaan "
    "puhunut kalastajien kanssa, mutta kaikki tunsivat hänet.",
    "fr": "Le vieil homme marchait chaque matin jusqu’au port pour voir les bateaux. Il "
    "ne parlait jamais aux pêcheurs, mais tous le connaissaient.",
    "he": "הזקן הלך כל בוקר לנמל כדי לראות את הסירות. הוא מעולם לא דיבר עם הדייגים, אבל כולם הכירו אותו.",
    "hi": "बूढ़ा आदमी हर सुबह नावों को देखने बंदरगाह जाता था। वह मछुआरों से कभी बात नहीं करता था, लेकिन सब उसे जानते थे।",
    "hr": "Starac je svakoga jutra hodao do luke kako bi vidio brodove. Nikada "
    "nije razgovarao s ribarima, ali svi su ga poznavali.",
    "hu": "Az öregember minden reggel lement a kikötőbe, hogy lássa a hajókat. "
    "Soha nem beszélt a halászokkal, de mindenki ismerte.",
    "hy": "Ծերունին ամեն առավոտ գնում էր նավահանգիստ՝ նավակները տեսնելու։",
    "id": "Lelaki tua itu berjalan ke pelabuhan setiap pagi untuk melihat perahu. Ia tidak "
    "pernah berbicara dengan para nelayan, tetapi semua mengenalnya.",
    "it": "Il vecchio camminava ogni mattina fino al porto per vedere le barche. "
    "Non parlava mai con i pescatori, ma tutti lo conoscevano.",
    "ja": "老人は毎朝、船を見るために港まで歩いた。漁師たちと話すことはなかったが、皆が彼を知っていた。",
    "ka": "მოხუცი ყოველ დილით ნავსადგურში მიდიოდა ნავების სანახავად.",
    "ko": "노인은 매일 아침 배를 보려고 항구까지 걸어갔다. 어부들과 이야기하지는 않았지만 모두가 그를 알았다.",
    "lt": "Senas vyras kiekvieną rytą eidavo į uostą pažiūrėti laivų. Jis "
    "niekada nekalbėjo su žvejais, bet visi jį pažinojo.",
    "lv": "Vecais vīrs katru rītu gāja uz ostu, lai redzētu laivas. Viņš "
    "nekad nerunāja ar zvejniekiem, bet visi viņu pazina.",
    "mk": "Стариот човек секое утро одеше до пристаништето за да ги види "
    "бродовите. Никогаш не зборуваше со рибарите, но сите го знаеја.",
    "mr": "म्हातारा माणूस रोज सकाळी होड्या पाहण्यासाठी बंदरावर जात असे. तो कोळ्यांशी कधीच बोलत नसे, पण सगळे त्याला ओळखत होते.",
    "nl": "De oude man liep elke ochtend naar de haven om de boten te zien. Hij "
    "sprak nooit met de vissers, maar ze kenden hem allemaal.",
    "no": "Den gamle mannen gikk hver morgen ned til havna for å se på båtene. "
    "Han snakket aldri med fiskerne, men alle kjente ham.",
    "pl": "Stary człowiek chodził co rano do portu, żeby zobaczyć łodzie. "
    "Nigdy nie rozmawiał z rybakami, ale wszyscy go znali.",
    "pt": "O velho caminhava todas as manhãs até o porto para ver os barcos. "
    "Nunca falava com os pescadores, mas todos o conheciam.",
    "ro": "Bătrânul mergea în fiecare dimineață până în port ca să vadă bărcile. "
    "Nu vorbea niciodată cu pescarii, dar toți îl cunoșteau.",
    "ru": "Старик каждое утро ходил в порт, чтобы посмотреть на лодки. Он "
    "никогда не говорил с рыбаками, но все его знали.",
    "sk": "Starý muž chodil každé ráno do prístavu, aby videl lode. S "
    "rybármi sa nikdy nerozprával, ale všetci ho poznali.",
    "sl": "Stari mož je vsako jutro hodil do pristanišča, da bi videl čolne. Z "
    "ribiči ni nikoli govoril, vendar so ga vsi poznali.",
    "sr": "Старац је сваког јутра ишао до луке да види чамце. Никада није "
    "разговарао са рибарима, али су га сви познавали. Ноћу је ћутао.",
    "sv": "Den gamle mannen gick varje morgon ner till hamnen för att se båtarna. "
    "Han talade aldrig med fiskarna, men alla kände honom.",
    "ta": "முதியவர் ஒவ்வொரு காலையும் படகுகளைப் பார்க்கத் துறைமுகத்திற்கு நடந்தார்.",
    "th": "ชายชราเดินไปที่ท่าเรือทุกเช้าเพื่อดูเรือ",
    "tr": "Yaşlı adam her sabah tekneleri görmek için limana yürürdü. "
    "Balıkçılarla hiç konuşmazdı ama herkes onu tanırdı.",
    "uk": "Старий щоранку ходив у порт, щоб подивитися на човни. Він "
    "ніколи не говорив з рибалками, але всі його знали.",
    "ur": "بوڑھا آدمی ہر صبح کشتیاں دیکھنے بندرگاہ جاتا تھا۔ وہ ماہی گیروں "
    "سے کبھی بات نہیں کرتا تھا، لیکن سب اسے جانتے تھے۔",
    "vi": "Ông lão đi bộ ra bến cảng mỗi sáng để ngắm thuyền. Ông không bao "
    "giờ nói chuyện với ngư dân, nhưng ai cũng biết ông.",
    "yi": "דער אַלטער מאַן איז יעדן פֿרימאָרגן געגאַנגען צום פּאָרט צו זען די שיפֿלעך. קיינער "
    "האָט מיט אים נישט גערעדט, אָבער אַלע האָבן אים געקענט. װוּ גײסטו?",
    "zh": "老人每天早上都走到港口去看船。他从不和渔夫说话，但大家都认识他。",
}

SENTENCES = [
    ("en", "Nobody wanted to open the door."),
    ("fr", "Personne ne voulait ouvrir la porte."),
    ("de", "Niemand wollte die Tür öffnen."),
    ("es", "Nadie quería abrir la puerta."),
    ("it", "Nessuno voleva aprire la porta."),
    ("pt", "Ninguém queria abrir a porta, disse a mãe."),
    ("nl", "Niemand wilde de deur openmaken."),
    ("sv", "Ingen ville öppna dörren."),
    ("pl", "Nikt nie chciał otworzyć drzwi."),
    ("cs", "Nikdo nechtěl otevřít dveře."),
    ("hu", "Senki sem akarta kinyitni az ajtót."),
    ("fi", "Kukaan ei halunnut avata ovea."),
    ("tr", "Kimse kapıyı açmak istemedi."),
    ("ro", "Nimeni nu a vrut să deschidă ușa."),
    ("ru", "Никто не хотел открывать дверь."),
    ("uk", "Ніхто не хотів відчиняти двері, бо її не замкнули."),
    ("fa", "هیچ‌کس نمی‌خواست در را باز کند."),
    ("ar", "لم يرد أحد أن يفتح الباب."),
    ("zh", "没有人想开门。"),
    ("ja", "誰もドアを開けたがらなかった。"),
]


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.items(), ids=PARAGRAPHS)
def test_a_paragraph_is_enough(language: str, text: str) -> None:
    """Two sentences tell the language."""
    assert identify(text).language == language


@pytest.mark.parametrize(("language", "text"), SENTENCES, ids=[language for language, _ in SENTENCES])
def test_one_sentence_is_mostly_enough(language: str, text: str) -> None:
    """A short sentence of common words is told, too."""
    assert identify(text).language == language


@pytest.mark.parametrize("text", ["", " \n", "123 — 456!", "😀 … ?"])
def test_without_letters_the_language_is_undetermined(text: str) -> None:
    """No guess is made from digits and marks."""
    found = identify(text)
    assert (found.language, found.confidence) == ("und", 0.0)


def test_furniture_in_another_language_is_outvoted() -> None:
    """An English masthead and menu do not make a French page English."""
    menu = "Subscribe now and support our work. Sign in. Newsletter. Read more about cookies. " * 3
    found = identify(menu + "\n" + PARAGRAPHS["fr"] * 8)
    assert found.language == "fr"


@pytest.mark.parametrize(("main", "quoted"), [("ru", "uk"), ("ar", "fa"), ("zh", "ja"), ("en", "el"), ("hi", "mr")])
def test_a_quotation_does_not_change_the_language(main: str, quoted: str) -> None:
    """A sentence of a neighbour's letters in a long text is a quotation."""
    assert identify(PARAGRAPHS[main] * 12 + PARAGRAPHS[quoted][:60] + PARAGRAPHS[main] * 12).language == main


def test_nynorsk_is_norwegian() -> None:
    """Both kinds of Norwegian have one tag."""
    text = "Den gamle mannen gjekk ned til hamna kvar morgon for å sjå på båtane. Han snakka aldri med fiskarane."
    assert identify(text).language == "no"


def test_addresses_do_not_count() -> None:
    """Links are of no language."""
    assert identify("https://example.org/the-old-man-and-the-boats-in-the-harbour " + PARAGRAPHS["it"]).language == "it"


def test_capitals_do_not_matter() -> None:
    """A text set in capitals keeps its language."""
    assert identify(PARAGRAPHS["de"].upper()).language == "de"


def test_a_paragraph_is_more_certain_than_a_word() -> None:
    """The confidence grows with the evidence and stays within 0 and 1."""
    word, paragraph = identify("Radio"), identify(PARAGRAPHS["en"])
    assert 0.0 < word.confidence < paragraph.confidence <= 1.0


def test_no_network_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is part of the package."""

    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert identify(PARAGRAPHS["sv"]).language == "sv"


@pytest.mark.parametrize("text", ["a" * 1_000_000, "中" * 1_000_000, "www." * 250_000, "\ud800" * 1000 + "a"])
def test_a_long_or_broken_text_is_no_trouble(text: str) -> None:
    """Only samples are read, whatever the length."""
    assert identify(text).language


@pytest.mark.parametrize(
    ("given", "checked"),
    [
        ("FR", "fr"),
        (" fr ", "fr"),
        ("fr_FR", "fr-FR"),
        ("pt-br", "pt-BR"),
        ("zh-hant", "zh-Hant"),
        ("ZH_HANT_tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("en-UK", "en-GB"),
        ("iw", "he"),
        ("fra", "fr"),
        ("nb", "nb"),
        ("und", "und"),
    ],
)
def test_a_tag_gets_the_usual_casing(given: str, checked: str) -> None:
    """What people write for a language is understood, and stays as it is when checked again."""
    assert check_language(given) == checked
    assert check_language(checked) == checked


@pytest.mark.parametrize(
    "tag", ["xx", "", "-", "english", "français", "fr-", "fr--FR", "fr-Xxxx", "fr-ZZZ", "q", "12", "*"]
)
def test_an_unknown_tag_is_refused_with_what_was_found(tag: str) -> None:
    """The message tells what was expected and what was found."""
    with pytest.raises(OptionError, match="expected a language code such as fr or pt-BR, found '") as caught:
        check_language(tag)
    assert repr(tag) in str(caught.value)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("fr", "French"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("nb", "Norwegian Bokmål"),
        ("und", "Unknown language"),
        ("qq", "qq"),
    ],
)
def test_a_tag_has_an_english_name(tag: str, name: str) -> None:
    """A tag without a name stands for itself."""
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        *(("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("yi", "rtl"), ("ckb", "rtl"), ("ug", "rtl")),
        *(
            ("az-Arab", "rtl"),
            ("pa_Arab_PK", "rtl"),
            ("ar-Latn", "ltr"),
            ("ku", "ltr"),
            ("zh-Hant", "ltr"),
            ("und", "ltr"),
            ("pnb", "rtl"),
            ("arz", "rtl"),
            ("iw", "rtl"),
        ),
    ],
)
def test_the_script_decides_the_direction(tag: str, expected: str) -> None:
    """A script in the tag counts more than the language."""
    assert direction(tag) == expected


@pytest.mark.parametrize(
    ("tag", "primary"),
    [
        *(("nb", "no"), ("nn-NO", "no"), ("nob", "no"), ("no", "no"), ("FR_ca", "fr"), (" pt-BR ", "pt")),
        *(("zh-Hant-TW", "zh"), ("cmn", "zh"), ("iw", "he"), ("arb", "ar"), ("hbs", "sr"), ("ckb", "ckb")),
        *(("und", "und"), ("qq", "qq"), ("", "")),
    ],
)
def test_tables_are_looked_up_by_one_name_a_language(tag: str, primary: str) -> None:
    """Casing, region, script and the age of a code do not decide whether a language is known."""
    assert primary_language(tag) == primary
    assert primary_language(primary) == primary


def test_norwegian_is_known_to_the_encoder_whichever_form_a_tag_names() -> None:
    """No warning tells that the encoder was not trained on it."""
    for tag in ("nb", "nn", "no"):
        source = document_from_text("Brua er stengt. Arbeidet tar to uker.", language=tag)
        assert align_documents(source, source).warnings == ()

"""The commonest function words of languages that share a script: they tell a language without a model.

The lists hold articles, pronouns, prepositions, conjunctions and forms of "be" and "have", as they are written: small
letters, what stands before or after an apostrophe by itself. A language is listed where articles in it are compared, or
where it is the neighbour of one: Luxembourgish keeps German from being claimed of it.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

# 14,000 samples in 58 languages, of one sentence to a hundred, November 27, 2026: of those that pass these three none
# is told wrong. Of five sentences seven in ten pass, of twenty nearly nine.
_SHARE = 0.15  # of all words that are function words of the language
_APART = 8  # function words that it does not have in common with a rival
_MARGIN = 5  # times as many as the rival has for itself

# Of the words in Latin letters, single letters aside: prose has .2 to .5, names and commands have .1 at most.
_PROSE = 0.15
_KINDS = 7  # different ones; code has few (for, in, if, not, is, as)

# One sentence is in another language than its text with two function words that only that one has, and three times as
# many as the language of the text has for itself; it is among the five that most of its words are of.
_TELLING = 2
_MARGIN_IN_ONE = 3
_NEAREST = 5
_RELATED = 0.5  # kinship from which two languages are not told apart by a sentence

_LATIN_WORD = re.compile(r"[a-zß-öø-ɏḁ-ỿ]+")
_WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f])+")  # with the vowel signs of Devanagari
_STOP_WORDS = {
    "af": "die van en in het is nie dat vir met was om te aan hy by sy op word ek deur as wat ook sal kan daar ons "
    "na uit hulle maar een haar hierdie toe so moet wees kon sou hom meer tot oor",
    "az": "və bir bu ki ilə üçün də da olan o olaraq ən daha hər çox kimi sonra isə edir var onun amma qədər onlar "
    "görə deyil lakin idi həm olub biz mən nə ya əgər ola",
    "br": "ar an ur a e ha da eo ez oa n gant war er evit ne en ma he o un met pe hag int bet vez ket ivez ouzh zo",
    "ca": "de la el i que a en els les un una l d per del és amb no al dels es va són ha més com s pel o han aquest "
    "aquesta seu seva als però hi si perquè pels molt entre van quan ser era també",
    "cs": "a v se na že je s z o do i k to ve pro za si jsou ale by jako jeho po od tak už který která které byl "
    "byla bylo byly při také než jen co této tento podle před má jsem není až když nebo",
    "cy": "y yn a i r o ei ar yr wedi oedd mae n am bod gan fod eu at ac ond na roedd hefyd hyn sydd nid fel yw ein "
    "bydd eich mewn wrth gyda",
    "da": "og i at er en det til på af for den med de som ikke der var et har han fra om ved sig men jeg efter også "
    "vi kan blev hun skal over eller være hvor nu blevet mere ud så mod noget meget selv hvad kun da",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
    "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber "
    "vor zur bis mehr durch man sein wurde sei hatte kann gegen vom wenn ich wir ihr",
    "en": "the of and to in a is that for it was on as with he be at by are this have from or had his not but they "
    "which were an has been their will would who one she her its if we there what all can you said about more "
    "when so than them i out up into after no my do could",
    "eo": "la de kaj en estas al por ne ke kun ĝi estis li ili kiu mi vi sed pri el pli tio oni kiel aŭ unu ankaŭ "
    "ŝi sur per si ĉi tiu tiuj kiuj post ĝis havas ĉar se povas kiam nur dum laŭ",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me sin "
    "sobre este ya entre cuando todo esta ser son también fue había era muy años hasta desde está mi porque "
    "qué solo han yo hay nos según",
    "et": "ja on ei et oli ta see mis kui ka aga ning või seda oma kes mida selle pole olid siis veel nii ma me nad "
    "olla välja üks juba kuid üle tema pärast ole mille saab nende enne meie sest ainult",
    "eu": "eta da du ez dira bat ere dute zen izan zuen baina egin behar bi den hori zuten ziren baino beste dela "
    "dituzte bere duen hau gehiago oso arte egiten izango dago ditu horren",
    "fi": "vuonna kuitenkin sanoi heidän kaikki olisi ennen voidaan itse lisäksi vuoden hyvin eikä jossa aikana muun "
    "ja on ei että oli hän se mutta ovat joka kun myös ole olla tai kuin niin sen jos nyt sekä mukaan vain jo "
    "hänen ne olivat jotka voi noin ollut kanssa sitä mitä siitä tämä vielä sitten jälkeen minä eivät minun",
    "fo": "og í at er á tað sum ein til ikki av fyri við hevur vóru var eru hann um frá men teir tey hon vit eg "
    "kann skal her nú",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont l d s n qu "
    "c mais avec ou son aux cette comme ont été ses être tout nous sa fait elle leur ces même y lui avait "
    "aussi je vous était entre sans deux après j on",
    "fy": "de fan en in it is dat te op foar mei wie net hy syn as by der ek oan om út wurdt wurde se mar troch ha "
    "sy wy dy oer nei noch ûnder",
    "ga": "an na ar a agus i is go le ag bhí sé tá do ní ó leis atá mar sin seo gur nach iad sí raibh aon chun ach "
    "faoi den bhfuil ina á dá maidir",
    "gd": "an na a air agus e is tha gu le aig bha do nach bho leis mar sin seo gun iad i robh ach fo de anns ann "
    "cha dh eil ri bhith",
    "gl": "de a o que e do da en os un as no na unha se por con para non dos ao máis das como é polo pola nos nas "
    "súa seu foi ou mais tamén esta este sobre ser entre moi son pero cando está nun nunha xa ás ten",
    "hr": "i je u da se na su za od s koji koja koje nije ne što o iz kao bi će ali ili bio bila samo već još do po "
    "sa kako ga biti prema kada te on ona oni nego ovo tako tijekom",
    "ht": "nan yo la a ki te pou ak li nou se pa yon sa sou ap mwen gen fè lè men tout epi kote anpil",
    "hu": "a az és hogy nem is egy volt meg csak de ez van már még azt el vagy mint ha ki ezt aki pedig után ami "
    "minden így lesz lehet kell sem voltak ők akkor szerint során majd ahogy mert amely között",
    "id": "yang dan di dengan untuk dari ini dalam itu pada tidak adalah ke akan oleh juga telah ia mereka bisa "
    "sebagai dia karena ada saya kami tersebut atau bahwa sudah lebih seperti tapi tetapi hanya kita bahkan "
    "orang saat menjadi setelah secara namun masih para",
    "is": "og að í á er sem til um við var ekki en með fyrir hann það af þess hefur eru þá hún ég verið því úr "
    "þetta frá sér eftir þegar þeir eða voru þar hefði svo upp hans þær vera kom mér",
    "it": "di e che la il in a un per è una del non le i della con si da sono al come dei più l gli nel alla anche "
    "ha dell d lo ma o se su delle dal questo ai nella ci ed era sua suo dalla hanno stato tra sul loro "
    "quando io mi degli perché cui fu all c essere",
    "jv": "ing lan sing iki kang saka karo iku ora ana dadi marang kanggo uga wong kabeh nganti wis bisa utawa "
    "amarga dening nalika kaya yaiku",
    "ku": "û di de ku ji li bi bo ew wê wî ev jî ne ya yê yên in e ê xwe her hatiye lê ez me",
    "la": "et in est non ad ut cum qui quod sed de si ex quae per esse hoc etiam ab atque sunt eius nec aut quam "
    "enim se ac quo",
    "lb": "de an a dat ass vun der déi den net mat op hunn fir sinn eng war huet ze datt en awer vum well dem och "
    "si gëtt beim wéi duerch nach ginn",
    "lt": "ir kad į iš su yra tai buvo o bet ne per taip apie kaip jis už ar nuo jau tik dar jo prie po labai savo "
    "dėl iki kai to bus kurie jie jos kuris jų prieš ji mes nėra arba aš tuo gali",
    "lv": "un ir ar no par ka uz tas to viņš lai bet nav bija arī kas pēc kā ja pie vai es savu tā jau tiek viņa "
    "tikai šo vēl viņi gan kur pirms ne bez līdz kurā tika būs",
    "mg": "ny sy amin fa izay ho dia tsy an izy ireo no tamin ka na izany ary",
    "ms": "yang dan di dengan untuk dari ini dalam itu pada tidak adalah ke akan oleh juga telah ia mereka boleh "
    "sebagai dia kerana ada saya kami tersebut atau bahawa sudah lebih seperti tetapi hanya kita orang ialah "
    "menjadi selepas secara namun masih para daripada kepada bagi lagi",
    "mt": "li ta il l u fil ma hu minn f biex tal b din huma dan mal għal kien kienet lil hija dwar meta fuq jew "
    "iżda aktar wara ukoll mill għall",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er die als ook om maar door bij hij uit wordt "
    "naar nog dan over heeft was werd zich ze worden wel of meer hebben al we kan deze geen tot ik had haar "
    "je moet veel dit zou waar wat",
    "no": "og i er på det som til en av for at med ikke de har den et om fra han var seg men ble jeg vi eller ved "
    "kan være også etter hun da skal nå opp vil hadde blir mer over der noe så hva bare mot enn når blitt "
    "mellom ut selv ein å",
    "oc": "de la lo e que los en a las un una es per dins del amb se dels son al foguèt mai pas l d sus aquel "
    "aquela coma tanben òm qui entre",
    "pl": "w i na z się nie do że to jest o jak za po od przez jego a ale dla tym co są już tak tego oraz był było "
    "była czy który która które ich jej być może tylko przed też ma ze pod nad gdy został u bardzo kiedy "
    "jednak mnie sobie",
    "pt": "de a o que e do da em os um as no na uma se por com para não dos ao mais das como é pelo pela nos nas "
    "sua seu foi ou mas também esta este sobre ser entre muito são quando está num numa já às tem eu isso ele "
    "ela era à",
    "ro": "de și în a la cu care pe nu o un din că mai să se este pentru au ca fost sau ce al sunt lui prin ai după "
    "ale dar cel fi între această fără acest cei cele lor s i unei le era când el îl am acum doar până va",
    "sk": "a v na sa je že s z o do to i aj ktorý ktorá ktoré pre ako za ale po by si od so k sú bol bola bolo boli "
    "pri vo jeho tak už len podľa ktorí medzi čo aby keď pred nie má ich alebo kde až teraz",
    "sl": "in je v na se so za da ki pa z s o ne ni od po pri iz bi tudi bil bila bilo kot do še bo ali le že ter "
    "sem več samo med ga ko pred kako kaj njegov nad biti če jih lahko",
    "so": "oo ka ku in iyo waa ee ah la uu ay aan u waxaa ayaa soo si loo inuu isaga kale iyada",
    "sq": "të e në dhe i që për me një nga është nuk më u si se do ka ai por ishte kjo ky janë pas kanë edhe ajo "
    "duke mund këtë kur vetëm tij saj ishin deri prej kishte po tek",
    "sr": "i je u da se na su za od s koji koja koje nije ne što o iz kao bi će ali ili bio bila samo već još do po "
    "sa kako ga biti prema kada te on ona oni šta nego ovo tako и је у да се на су за од с који која које "
    "није не што о из као би ће али или био била само још до по са како га бити према када он",
    "sv": "och i att en det som på är av för med den till inte har de ett om var han från sig men vi jag så kan när "
    "under också eller efter hon nu skulle ska där vid kommer mot hade sina blev mer ut över sin vara än "
    "blivit alla upp vad varit måste",
    "sw": "ya na wa kwa ni katika za la kuwa hii cha huo yake hiyo au kama ambao pia watu hilo alikuwa lakini baada "
    "hivyo wake ambayo kila si",
    "tl": "ang ng sa na mga at ay ni si para hindi ito isang niya siya nang kung may mula ko ako pa din rin kanyang "
    "ngunit dahil",
    "tr": "ve bir bu da de için ile olarak çok daha o ne gibi olan en var kadar sonra ama her değil ki mi ise ya "
    "şey onun ben hiç diye iki olduğu olduğunu ancak göre kendi bile oldu önce biz",
    "uz": "va bu bilan uchun bir ham edi esa bo lgan u o deb uning lekin emas keyin har ko bor kerak shu kabi",
    "vi": "và của là có một cho được không trong các người với này những đã để đó khi từ ông cũng đến về ở như tôi "
    "nhưng ra vào năm sự bị nhiều theo nó thì trên anh hơn tại sẽ rất",
    "hi": "है हैं के की का में से को पर और यह वह कि था थे थी ने भी नहीं एक हो कर जो लिए इस तो साथ ही या उन उनके "
    "अपने किया गया बाद उस कहा हुए रहे करने लेकिन कुछ जा हुआ अब जब तक दिया",
    "mr": "आहे आणि च्या ला ने हे ते या तो मध्ये होते होता होती नाही केले करण्यात असे आहेत की व एक ही म्हणून पण तर "
    "त्या त्यांनी काही साठी त्याच्या असून झाले मात्र यांनी",
    "ne": "छ छन् र को मा लाई ले गरेको भएको हुन् हो यो त्यो पनि थियो गर्न भन्ने गर्ने तर एक उनले रहेको गरेका भने "
    "हुने गरी छैन भयो त्यस यस सबै तथा",
    "bg": "на и да в за се от е с по не са че като до това си при му но ще след които беше има го или той може тази "
    "който ли още само през към бе повече би която със много бил",
    "mk": "на и да во за се од е со по не што дека го ќе до како тоа ги при но му која сите има или тој може оваа "
    "кој само кои беше сум нема повеќе би ја уште бил меѓу",
    "ru": "и в не на что с по он как из за его от о это для к но было был была у так же то а или они мы до если уже "
    "при все только её более бы который я были их чтобы также когда",
    "uk": "і в не на що з по він як із за його від о це для до але було був була у так та то а або вони ми якщо вже "
    "при все тільки її більше й я були їх щоб також коли є про",
}


def tell_by_stop_words(pieces: Sequence[str], languages: Collection[str]) -> tuple[str, float] | None:
    """Return the language whose function words leave no doubt, and how sure that is; None where they leave one.

    Args:
        pieces: the text, or parts of it.
        languages: primary tags, among which the answer is looked for.

    >>> tell_by_stop_words(["What was it that she had been told when they were out?"] * 2, ["en", "de"])
    ('en', 1.0)
    """
    words = Counter(word for piece in pieces for word in _WORD.findall(piece.lower()))
    known = {word: number for word, number in words.items() if word in _languages_of()}
    hits = _count(known, languages)
    best = max(languages, key=lambda language: hits[language])
    if hits[best] < _SHARE * words.total():
        return None
    common = _count({word: number for word, number in known.items() if best in _languages_of()[word]}, languages)
    sure = 1.0
    for rival in set(languages) - {best}:
        apart, against = hits[best] - common[rival], hits[rival] - common[rival]
        if apart < max(_APART, _MARGIN * against):
            return None
        sure = min(sure, apart / (apart + against))
    return best, sure


def holds_function_words(pieces: Sequence[str]) -> bool:
    """Tell whether the words in Latin letters are prose of some language, not only names.

    Args:
        pieces: the text, or parts of it.

    >>> holds_function_words(["Рядом с Visual Studio Code"]), holds_function_words(["Рядом: the end of the road"])
    (False, True)
    """
    words = Counter(word for piece in pieces for word in _LATIN_WORD.findall(piece.lower()) if len(word) > 1)
    hits, kinds = Counter[str](), Counter[str]()
    for word, number in words.items():
        for language in _languages_of().get(word, ()):
            hits[language] += number
            kinds[language] += 1
    best = max(hits, key=lambda language: hits[language], default="")
    return hits[best] >= max(2, _PROSE * words.total()) and kinds[best] >= min(_KINDS, words.total() // 5)


def words_of(text: str) -> frozenset[str]:
    """Return the different words of a text in small letters."""
    return frozenset(_WORD.findall(text.lower()))


def other_language(words: frozenset[str], language: str) -> str:
    """Return the language whose function words a sentence has instead of those of its text; empty if there is none.

    Args:
        words: of the sentence, each once.
        language: of the text, a primary tag; its relatives are not told from it.

    >>> other_language(words_of("Das ist das Ende von allem"), "en")
    'de'
    """
    known = _languages_of()
    own = function_words(language)
    telling = [word for word in words if len(word) > 1 and word in known and word not in own]
    if len(telling) < _TELLING:
        return ""
    for tag, _ in Counter(tag for word in telling for tag in known[word]).most_common(_NEAREST):
        ours = sum(tag in known[word] for word in telling)
        if ours >= max(_TELLING, _MARGIN_IN_ONE * len(own_words(language, tag) & words)) and (
            kinship(tag, language) < _RELATED
        ):
            return tag
    return ""


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the commonest function words of a language, in small letters; none without a list.

    Args:
        language: a primary tag.

    >>> "und" in function_words("de"), function_words("und")
    (True, frozenset())
    """
    return frozenset(_STOP_WORDS.get(language, "").split())


@cache
def own_words(language: str, rival: str) -> frozenset[str]:
    """Return the function words of a language that another one has not, single letters aside; none without a list.

    Args:
        language: a primary tag.
        rival: the same, of the other language; one without a list has no words.

    >>> "und" in own_words("de", "en"), "in" in own_words("de", "en")
    (True, False)
    """
    return frozenset(word for word in function_words(language) - function_words(rival) if len(word) > 1)


@cache
def kinship(language: str, other: str) -> float:
    """Return the share of the shorter list of function words that two languages have in common, 0 without a list.

    Args:
        language: a primary tag.
        other: the same.

    >>> kinship("hr", "sr") > 0.9 > 0.5 > kinship("da", "fi")
    True
    """
    lists = [function_words(tag) for tag in (language, other)]
    return len(lists[0] & lists[1]) / (min(map(len, lists)) or 1)


def _count(words: dict[str, int], languages: Collection[str]) -> dict[str, int]:
    """Return how often function words of each language occur."""
    counts = dict.fromkeys(languages, 0)
    for word, number in words.items():
        for language in _languages_of()[word]:
            if language in counts:
                counts[language] += number
    return counts


@cache
def _languages_of() -> dict[str, frozenset[str]]:
    """Return the languages that each word is a function word of."""
    languages: dict[str, set[str]] = {}
    for language, words in _STOP_WORDS.items():
        for word in words.split():
            languages.setdefault(word, set()).add(language)
    return {word: frozenset(found) for word, found in languages.items()}

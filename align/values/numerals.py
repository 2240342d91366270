"""Number words of languages that put spaces between words: the tables; `align.values.lexicon` reads them.

A row has words in the order of their values, with `/` between forms of one of them. Forms are in lower case and
without ё. *Loose* words may be no numbers at all (an article, "both", "dozen"): they speak for a number of the other
side, and are never missed themselves.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    Attributes:
        units: from 2 on, one by one.
        tens: from 20 on, by tens.
        hundreds: from 100 on, by hundreds; where there is one word only, it multiplies.
        ordinals: from 3 on, one by one.
        round_ordinals: from 20 on, by tens.
        loose: `word:value`.
        others: `word:value` of further words.
        joins: words between two parts of a number.
        halves: regular expression of what adds a half behind a number.
        parted: `between` of compounds such as German "einundzwanzig": unit, this, ten.
        units_of_compounds: from 1 on, as they stand in compounds.
    """

    units: str
    tens: str
    hundreds: str
    ordinals: str = ""
    round_ordinals: str = ""
    loose: str = ""
    others: str = ""
    joins: str = ""
    halves: str = ""
    parted: str = ""
    units_of_compounds: str = ""


NUMERALS: dict[str, Numerals] = {
    "en": Numerals(
        units="two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen",
        tens="twenty thirty forty fifty sixty seventy eighty ninety",
        hundreds="hundred/hundreds",
        ordinals="third/thirds fourth/fourths fifth/fifths sixth/sixths seventh eighth ninth tenth/tenths eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
        round_ordinals="twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
        loose="zero:0 one:1 once:1 first:1 single:1 second:2 both:2 twice:2 twin:2 twins:2 double:2 pair:2 couple:2 "
        "triple:3 trio:3 dozen:12 decade:10 decades:10 century:100 centuries:100 half:0.5 half:50 quarter:4 quarters:4 "
        "quarter:0.25 fortnight:14 fortnight:2 teens:13 teenage:10 teenager:10 teenagers:10 "
        "twenties:20 thirties:30 forties:40 fifties:50 sixties:60 "
        "seventies:70 eighties:80 nineties:90 thousandth:1000 noon:12 midnight:12",
        joins="and a",
        halves=r"\s+and\s+a\s+half\b|-and-a-half\b",
    ),
    "fr": Numerals(
        units="deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
        tens="vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante",
        hundreds="cent/cents",
        ordinals="troisième/troisièmes quatrième/quatrièmes cinquième/cinquièmes sixième/sixièmes septième huitième "
        "neuvième dixième/dixièmes onzième douzième treizième quatorzième quinzième seizième",
        round_ordinals="vingtième trentième quarantième cinquantième soixantième",
        others="tiers:3 deuxième:2 deuxièmes:2",
        loose="zéro:0 un:1 une:1 premier:1 première:1 premiers:1 premières:1 second:2 seconde:2 "
        "double:2 paire:2 couple:2 demi:0.5 demie:0.5 moitié:0.5 moitié:50 quart:4 quart:0.25 quarts:4 dizaine:10 "
        "dizaines:10 douzaine:12 quinzaine:15 quinzaine:14 quinzaine:2 vingtaine:20 trentaine:30 quarantaine:40 "
        "cinquantaine:50 soixantaine:60 centaine:100 décennie:10 décennies:10 siècle:100 siècles:100 trio:3 triple:3 "
        "midi:12 minuit:12 trimestre:3 semestre:6",
        joins="et",
        halves=r"\s+et\s+demie?\b",
    ),
    "de": Numerals(
        units="zwei/zween/zwo drei/dreien vier/vieren fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn siebzehn achtzehn neunzehn",
        tens="zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        hundreds="hundert",
        ordinals="dritt viert fünft sechst siebt/siebent achtt neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt "
        "sechzehnt siebzehnt achtzehnt neunzehnt",
        round_ordinals="zwanzigst dreißigst vierzigst fünfzigst sechzigst siebzigst achtzigst neunzigst hundertst",
        others="drittel:3 viertel:4 fünftel:5 sechstel:6 zehntel:10 achten:8 "
        "zweite:2 zweiten:2 zweiter:2 zweites:2 zweitem:2",
        loose="null:0 ein:1 eine:1 einen:1 einem:1 einer:1 eines:1 eins:1 einmal:1 erste:1 ersten:1 erster:1 erstes:1 "
        "erstem:1 einzige:1 einzigen:1 einziger:1 beide:2 beiden:2 "
        "beider:2 beides:2 zweimal:2 doppelt:2 doppelte:2 doppelten:2 paar:2 zwillinge:2 dutzend:12 halb:0.5 halbe:0.5 "
        "halben:0.5 halbes:0.5 halber:0.5 hälfte:0.5 hälfte:50 viertel:0.25 anderthalb:1.5 eineinhalb:1.5 dreimal:3 "
        "jahrzehnt:10 jahrzehnte:10 jahrzehnten:10 jahrhundert:100 jahrhunderts:100 achte:8 trio:3 mittag:12 "
        "mitternacht:12 quartal:4 hunderte:100",
        joins="und",
        halves=r"einhalb\b",
        parted="und",
        units_of_compounds="ein zwei drei vier fünf sechs sieben acht neun",
    ),
    "nl": Numerals(
        units="twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien",
        tens="twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        hundreds="honderd",
        ordinals="derde/derden vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
        "vijftiende zestiende zeventiende achttiende negentiende",
        round_ordinals="twintigste dertigste veertigste vijftigste zestigste zeventigste tachtigste negentigste",
        others="tweede:2",
        loose="nul:0 een:1 één:1 eerste:1 beide:2 beiden:2 allebei:2 dubbel:2 dubbele:2 paar:2 tweeën:2 "
        "drieën:3 vieren:4 dozijn:12 tiental:10 tientallen:10 half:0.5 halve:0.5 helft:0.5 helft:50 kwart:0.25 kwart:4 "
        "anderhalf:1.5 anderhalve:1.5 decennium:10 decennia:10 eeuw:100 tweemaal:2 driemaal:3 trio:3",
        joins="en",
        halves=r"(?:ë|e)nhalve?\b",
        parted="en ën",
        units_of_compounds="een twee drie vier vijf zes zeven acht negen",
    ),
    "es": Numerals(
        units="dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis diecisiete dieciocho diecinueve",
        tens="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        hundreds="cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
        "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas "
        "novecientos/novecientas",
        ordinals="tercer/tercero/tercera/terceros/terceras/tercios/tercio cuarto/cuarta/cuartos/cuartas quinto/quinta "
        "sexto/sexta séptimo/séptima octavo/octava/octavos noveno/novena décimo/décima undécimo/undécima "
        "duodécimo/duodécima",
        round_ordinals="vigésimo/vigésima trigésimo/trigésima cuadragésimo quincuagésimo sexagésimo",
        others="veintiuno:21 veintiún:21 veintiuna:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 "
        "veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29",
        loose="cero:0 un:1 una:1 uno:1 primer:1 primero:1 primera:1 primeros:1 primeras:1 segundo:2 segunda:2 ambos:2 "
        "ambas:2 par:2 pareja:2 doble:2 docena:12 decena:10 decenas:10 medio:0.5 media:0.5 mitad:0.5 mitad:50 "
        "cuarto:0.25 década:10 décadas:10 siglo:100 siglos:100 veintena:20 quincena:15 centenar:100 trío:3 triple:3 "
        "mediodía:12 medianoche:12 trimestre:3",
        joins="y",
        halves=r"\s+y\s+medi[oa]\b",
    ),
    "it": Numerals(
        units="due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
        "diciassette diciotto diciannove",
        tens="venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        hundreds="cento",
        ordinals="terzo/terza/terzi/terze quarto/quarta/quarti/quarte quinto/quinta/quinti sesto/sesta settimo/settima "
        "ottavo/ottava/ottavi nono/nona decimo/decima undicesimo/undicesima dodicesimo/dodicesima "
        "tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo diciannovesimo",
        round_ordinals="ventesimo/ventesima trentesimo/trentesima quarantesimo cinquantesimo sessantesimo settantesimo "
        "ottantesimo novantesimo centesimo",
        loose="zero:0 un:1 uno:1 una:1 primo:1 prima:1 primi:1 prime:1 secondo:2 seconda:2 entrambi:2 entrambe:2 "
        "ambedue:2 doppio:2 doppia:2 paio:2 coppia:2 dozzina:12 decina:10 decine:10 mezzo:0.5 mezza:0.5 metà:0.5 "
        "metà:50 quarto:0.25 decennio:10 decenni:10 secolo:100 secoli:100 ventina:20 trentina:30 quarantina:40 "
        "cinquantina:50 centinaio:100 trio:3 triplo:3 mezzogiorno:12 mezzanotte:12 trimestre:3",
        joins="e",
        halves=r"\s+e\s+mezz[oa]\b",
        units_of_compounds="uno due tre quattro cinque sei sette otto nove",
    ),
    "pt": Numerals(
        units="dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
        "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
        tens="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        hundreds="cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas "
        "seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas",
        ordinals="terceiro/terceira/terceiros/terços/terço quarto/quarta/quartos quinto/quinta sexto/sexta "
        "sétimo/sétima oitavo/oitava nono/nona décimo/décima",
        round_ordinals="vigésimo/vigésima trigésimo/trigésima quadragésimo quinquagésimo sexagésimo",
        loose="zero:0 um:1 uma:1 primeiro:1 primeira:1 primeiros:1 primeiras:1 segundo:2 segunda:2 ambos:2 ambas:2 "
        "par:2 dupla:2 casal:2 dobro:2 duplo:2 dúzia:12 dezena:10 dezenas:10 meio:0.5 meia:0.5 metade:0.5 metade:50 "
        "quarto:0.25 década:10 décadas:10 século:100 séculos:100 vintena:20 quinzena:15 centena:100 trio:3 "
        "triplo:3 trimestre:3",
        joins="e",
        halves=r"\s+e\s+mei[oa]\b",
    ),
    "ru": Numerals(
        units="два/две/двух/двум/двумя/двое/двоих три/трех/трем/тремя/трое/троих четыре/четырех/четырем/четырьмя/"
        "четверо/четверых пять/пяти/пятью/пятеро/пятерых шесть/шести/шестью/шестеро/шестерых семь/семи/семью/семеро/"
        "семерых восемь/восьми/восемью девять/девяти/девятью десять/десяти/десятью одиннадцать/одиннадцати "
        "двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати "
        "шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати",
        tens="двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти "
        "семьдесят/семидесяти восемьдесят/восьмидесяти девяносто/девяноста",
        hundreds="сто/ста/сотни двести/двухсот триста/трехсот четыреста/четырехсот пятьсот/пятисот шестьсот/шестисот "
        "семьсот/семисот восемьсот/восьмисот девятьсот/девятисот",
        ordinals="трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
        "шестнадцат семнадцат восемнадцат девятнадцат",
        round_ordinals="двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност сот",
        others="треть:3 трети:3 третий:3 третья:3 третье:3 третьего:3 третьему:3 третьем:3 третью:3 третьей:3 третьи:3 "
        "третьих:3 третьим:3 второй:2 вторая:2 второе:2 "
        "второго:2 второму:2 вторым:2 вторую:2 втором:2 вторые:2 вторых:2",
        loose="ноль:0 один:1 одна:1 одно:1 одного:1 одной:1 одному:1 одним:1 одну:1 одном:1 одни:1 первый:1 первая:1 "
        "первое:1 первого:1 первой:1 первому:1 первым:1 первую:1 первом:1 первые:1 первых:1 "
        "оба:2 обе:2 обоих:2 обеих:2 пара:2 пары:2 "
        "пару:2 дважды:2 вдвое:2 двойной:2 двойная:2 двойное:2 трижды:3 втрое:3 дюжина:12 дюжины:12 десяток:10 "
        "десятка:10 десятки:10 десятков:10 половина:0.5 половина:50 половины:0.5 половину:0.5 половиной:0.5 "
        "полтора:1.5 полторы:1.5 полутора:1.5 четверть:4 четверть:0.25 четверти:4 десятилетие:10 десятилетия:10 "
        "десятилетий:10 век:100 века:100 веке:100 столетия:100 столетие:100 полдень:12 полночь:12",
        halves=r"\s+с\s+половиной\b",
    ),
    "uk": Numerals(
        units="два/дві/двох/двом/двома/двоє три/трьох/трьом/трьома/троє чотири/чотирьох/чотирьом/четверо "
        "п'ять/п’ять/п'яти/п’яти/п'ятьох/п’ятьох шість/шести/шістьох сім/семи/сімох вісім/восьми/вісьмох "
        "дев'ять/дев’ять/дев'яти/дев’яти десять/десяти/десятьох одинадцять/одинадцяти дванадцять/дванадцяти тринадцять "
        "чотирнадцять п'ятнадцять/п’ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять/дев’ятнадцять",
        tens="двадцять/двадцяти тридцять/тридцяти сорок/сорока п'ятдесят/п’ятдесят/п’ятдесяти шістдесят/шістдесяти "
        "сімдесят/сімдесяти вісімдесят/вісімдесяти дев'яносто/дев’яносто",
        hundreds="сто/ста двісті/двохсот триста/трьохсот чотириста/чотирьохсот п'ятсот/п’ятсот шістсот сімсот вісімсот "
        "дев'ятсот/дев’ятсот",
        ordinals="трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят "
        "шістнадцят сімнадцят вісімнадцят дев'ятнадцят",
        round_ordinals="двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност сот",
        loose="один:1 одна:1 одне:1 одного:1 однієї:1 одну:1 перший:1 перша:1 перше:1 першого:1 першої:1 другий:2 "
        "друга:2 друге:2 другого:2 другої:2 обидва:2 обидві:2 обох:2 пара:2 третій:3 третя:3 третє:3 третього:3 "
        "третьої:3 третина:3 третини:3 чверть:4 половина:0.5 половини:0.5 половину:0.5 половина:50 десяток:10 "
        "десятки:10 десятків:10 півтора:1.5 десятиліття:10 століття:100",
    ),
    "pl": Numerals(
        units="dwa/dwie/dwóch/dwu/dwoma/dwoje/dwaj trzy/trzech/trzem/trzema/troje/trzej cztery/czterech/czterem/czworo "
        "pięć/pięciu/pięcioro sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu "
        "jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu "
        "szesnaście/szesnastu siedemnaście/siedemnastu osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu",
        tens="dwadzieścia/dwudziestu trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu "
        "sześćdziesiąt/sześćdziesięciu siedemdziesiąt/siedemdziesięciu osiemdziesiąt/osiemdziesięciu "
        "dziewięćdziesiąt/dziewięćdziesięciu",
        hundreds="sto/stu dwieście/dwustu trzysta/trzystu czterysta/czterystu pięćset/pięciuset sześćset/sześciuset "
        "siedemset/siedmiuset osiemset/ośmiuset dziewięćset/dziewięciuset",
        ordinals="trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast "
        "szesnast siedemnast osiemnast dziewiętnast",
        round_ordinals="dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
        "dziewięćdziesiąt setn",
        loose="jeden:1 jedna:1 jedno:1 jednego:1 jednej:1 jednym:1 jedną:1 pierwszy:1 pierwsza:1 pierwsze:1 "
        "pierwszego:1 pierwszej:1 pierwszym:1 drugi:2 druga:2 drugie:2 drugiego:2 drugiej:2 drugim:2 oba:2 obie:2 "
        "obaj:2 obu:2 para:2 pary:2 dwukrotnie:2 podwójny:2 trzeci:3 trzecia:3 trzecie:3 trzeciego:3 trzeciej:3 "
        "trzecim:3 czwarty:4 czwarta:4 czwartej:4 ćwierć:4 połowa:0.5 połowa:50 połowę:0.5 połowy:0.5 pół:0.5 "
        "półtora:1.5 tuzin:12 dziesiątki:10 dekada:10 dekady:10 dekad:10 wiek:100 wieku:100",
    ),
}

"""What the sentence splitter knows of single languages: abbreviations and reporting clauses.

Tables are strings of words, sorted, without the last full stop. An entry in lower case stands for every casing
("dr": Dr., DR.); an entry with a capital only for that casing and for all capitals ("Jan" is not "jan.").

- `ALWAYS`: a sentence does not end here (titles, "z. B.").
- `BEFORE_NUMBER`: it does not end here when a number follows ("No. 5").
- `SOFT`: it ends here only when the next word often begins a sentence ("Apple Inc. The …"); `starters` has those words.
- `REPORTING`: a clause after a closed quotation that belongs to the same sentence, in scripts without small letters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from align.sentences.starters import STARTERS

_ORDINALS = frozenset({"az", "de", "lb", "tr"})
_ROMAN_ORDINALS = _ORDINALS | {"cs", "da", "et", "eu", "fi", "hr", "hu", "is", "lv", "no", "pl", "sk", "sl", "sr"}


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of one language.

    Attributes:
        always: abbreviations after which the sentence goes on.
        before_number: those after which it goes on with a number.
        soft: those after which it goes on unless a word of `starters` follows.
        starters: words that often begin a sentence.
        ordinals: "3." can mean "third" before a word with a capital.
        roman_ordinals: "IV." can mean "the fourth".
        reporting: matches the rest of a sentence after a closed quotation.
    """

    always: frozenset[str]
    before_number: frozenset[str]
    soft: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    roman_ordinals: bool
    reporting: re.Pattern[str] | None


@lru_cache(maxsize=64)
def habits(language: str) -> Habits:
    """Return what is known of a primary language tag.

    >>> "z.b" in habits("de").always
    True
    """
    return Habits(
        always=_words("und", ALWAYS) | _words(language, ALWAYS),
        before_number=_words("und", BEFORE_NUMBER) | _words(language, BEFORE_NUMBER),
        soft=_words("und", SOFT) | _words(language, SOFT),
        starters=_words(language, STARTERS),
        ordinals=language in _ORDINALS,
        roman_ordinals=language in _ROMAN_ORDINALS,
        reporting=re.compile(REPORTING[language]) if language in REPORTING else None,
    )


def _words(language: str, table: dict[str, str]) -> frozenset[str]:
    return frozenset(table.get(language, "").split())


ALWAYS = {
    "und": "capt cf dr mr mrs ms msgr prof v vs",
    "ar": "أ أ.د د ص م م.م",
    "bg": "акад бул в-к г-жа г-н гр д-р доц жк инж напр о-в проф св срв т.е т.нар ул",
    "ca": "av c dra edif fig ntra p.ex pl prof pàg pça sr sra srta sta v.gr",
    "cs": "aj akad arch bl brig doc gen hl ing j.e jižn judr kap kpt kupř mgr mj mjr mudr např odd okr p paní phdr "
    "plk por pozn pplk pprap prap prof provd prům pí r red resp rndr sev sl srov sv t.j t.zv t.č tj tzn tzv tř ul vl "
    "zejm zvl č čp čís řec",
    "da": "adv afd ang bl.a blandt cand d d.v.s dir div dr ev evt f f.eks fhv fr frk fx gl hhv hr højesteretsdr "
    "ifm iht ing inkl jf jvf kbh kl kst kv lic m.h.t m.m mag maks mht mv n ndr nr nuv o.lign obs pga ph pkt pr red s "
    "sdr sign skt sml stk stud sv t t.eks th tidl tlf u vedr ø",
    "de": "Mag abb abg abk allg amerik angebl anm apl aufl bd begr bes betr bez bsp bspw bzgl bzw ca chr d.h d.i d.j "
    "dgl dipl dt ebd ehem eigtl einschl engl entspr etw ev evtl exkl fr frdl frl frz geb gegr ges gest gez ggf griech "
    "hl hr hrn hrsg i.a i.allg i.d.r i.s.d i.v i.v.m ing inkl insb insbes ital jap jur kath kfm lat lfd lic lt m.a.w "
    "m.e med mind nachm näml nördl o.a o.g op phil rd rel resp russ röm s s.a s.o s.u schwed sog span spez st stv "
    "südl theol u u.a u.e u.u u.ä urspr v v.a verf vgl vorl vorm westl wiss z z.b z.hd z.t z.zt zw zzgl östl übl",
    "el": "αγ αρ βλ γεν δηλ διδ δρ κ κα καθ κκ κος κτλπ λ.χ λεωφ μ.μ μτφ οδ π.χ πρβ σημ στρ ταγμ υπολ χιλ",
    "en": "Adm Amb Asst Brig Cmdr Col Comdr Cpl Cpt Det Dist Drs Fr Ft Gen Gov Hon Insp Lieut Lt Maj Messrs Mlle "
    "Mme Mmes Mt Mx Ofc Pfc Pres Pvt Rep Reps Rev Revd Rt Sen Sens Sgt Spc Supt Treas aka approx c ca dept e.g eg esp "
    "est i.e ie incl misc orig resp v ver viz w.r.t",
    "es": "EE adm admón almte apdo aprox arq art atte av avda bco c c.f c/c cap cdad cf cnel col comte cía d dir "
    "dpto dra dres dña ed edif ej exca excma excmo fdez fig fr fray gdor gob gral hno hnos ilma ilmo ing izq lcda "
    "lcdo lic ma mons ntra ntro p p.e p.ej pag pbro pdte plza pral prof profa prov pza pág párr rda rep rev sgto sr "
    "sra sras sres srta srtas sta sto tel tte ud uds v v.gr vda",
    "et": "hr k.a lp mag nn nr nt näit pr prof s.o sh sm st sünd t.h tn u vrd",
    "fa": "آ دکتر ص م",
    "fi": "alik av engl ent esim fil fm gen hist hra huom ilm ins jr kapt kat kenr ks kts l leht lis luutn lääk "
    "maj mm nk ns nti nykyis oik os prof puh pvm res ruots rva s saks so srk synt tal tarkk tms toht toim tri ts v "
    "v.t vars vast venäj vm vrt ylik",
    "fr": "Col M MM MMe Me adj adm al am apr arr av bd bld boul cdt cf ch chap coll conf coord coq dir doct dr e.a "
    "env exc fasc fig féd gal gén h hab id ill ing intr inv lt m.m mgr mlle mlles mme mmes obs op p p.ex paragr pl pr "
    "princ prof préf qqn resp réf rééd s sgt st ste suiv supra t trad tél v vs éd édit",
    "he": "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
    "hi": "आई आर ई ए एच एन एफ एम एल एस ओ कु के जी जे टी डब्ल्यू डा डी डॉ पं पी प्रो बी मो यू रु वाई वी श्री सी सुश्री स्व",
    "hr": "akad bl br dipl doc dr gen gosp gđa gđica hrv ing inž izv kap kbr mag mr nadb nar npr odn op prim prof "
    "r str sv tj tzv ul usp v vlč čl đ",
    "hu": "alez alt bp br cca dr ezr főhdgy gr hdgy id ifj ill kb ld m megj min mo mr nagyk pl pr prof r st stb sz "
    "szds szt sztb t tc tel tsz tszf u ua ui v vsz vö özv ún",
    "it": "amm arch arciv art avv bibl c ca cap cav cc cfr circ conf cons cpv d dir dott dott.ssa dr egr es f.lli "
    "fig gen geom giorn ill ing lett lgt m magg mons n ndr on op p p.e p.es p.za pag par prof prof.ssa prov ps rag "
    "rev s s.a sac seg sen sig sig.na sig.ra sigg ss st tel trad v v.d vd ved",
    "nl": "a.d aanw afb afd bijv blz bv ca cf d.d d.i d.m.v d.w.z dhr dr drs ed f.a fam fig geb gebr gen h hfst "
    "i.c i.o i.p.v i.v.m incl ing ir j.l jhr jkvr jr kath kol lic lt m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v mej mevr "
    "min mr mvr mw n.a.v nr o.a o.b.v o.i.v o.l.v o.m o.m.v ong p p.p pag par prof resp s s.v.p secr st t.a.v t.b.v "
    "t.g.v t.o.v t.w.v tel v vb vgl vlg vnl vs w.o z.g.a zgn zog",
    "no": "adv avd bl.a ca d.v.s dir dvs ev evt f f.eks fhv fr frk gt hhv hr ifm iht ing inkl jf jfr kap kgl kl kr "
    "m.h.t maks mht mtp nr nåv o.l p.g.a pga pkt red s sml st stk stud sv t.d t.o.m tidl tlf vedr",
    "pl": "abp adw al amb ang asp bl bp br ca cd cyt dh doc dr ds dyr dyw fot gen hab hr insp inż jw kard kl km "
    "kmdr kol kom kpr kpt ks lic lit m.in m.st mec mgr min mjr muz mł n.p nadkom następ nb niem np nt o ob os ozn p "
    "p.o pl podkom por pos pow ppor ppłk proc prof prok przew przyp ps pt płk r.ż red ref rep ros rotm ryc rys s "
    "sierż st stgn str syg sygn szer szt t tel tj tow tzn tzw tłum ub ul wg wsp wyd wł zast zaw zał zob zwł łac śp śr "
    "św śś",
    "pt": "Cap adj adm al alm apt art av brig c cel cf cia cmdt cond cons corr d dep des desemb dir doc dr dra "
    "dras drs eclo ed ema eng engª engº esp exa exma exmo fig fl gal gen gov hab ilma ilmo jr lda lic lt m maj min ms "
    "n.º nr obs op p p.ex pc pe pres prof prof.ª profa pág págs pça r reg rev revmo s sarg sec sen sr sra sras sres "
    "srta sta sto tel ten trad trav v v.g vd vda",
    "ro": "Cap Gen acad adj al alin art av bd bl bul cca cf col com cpt d dl dna dnă dr dra drs ed ex fam fig ing "
    "jud lect lit lt min mold mr mun nr orig p p.ex pag pct pg pl plt pr prof resp sf sg slt str sv t tel trad v şos "
    "șos",
    "ru": "авт акад англ букв бул бывш в-ва вкл внутр г г-жа г-жи г-н г-на г-ном гг-да ген гл д дер дир доц ж ж-л "
    "зав зам засл заст и.о изд инж итал к-т кап кв корп лат латв лейт м м-р наб назв наим напр нач о о-в обр ок оп "
    "орг осн отв отд оч п пер пл пом пос пр-т преп прибл прим просп прот проф псевд р ред русск с сб св свящ сев сер "
    "сеч см сов сост соч ср ст стр т т.е т.к т.н т.наз т.о т.с таб табл тов ул упр ур уст ф фиг фр франц х худ ч чл ш "
    "яп",
    "sk": "akad arch bl doc ev gen hl ing j.e judr kap kpt mgr mudr najm napr okr p plk pozn pplk pr prof r resp "
    "rndr str sv t.j t.č tj tzn tzv ul zv č čl",
    "sl": "akad dipl doc dr g ga gdč gen gl ing inž mag mlad npr pl podp pr prim prof r red str sv t.i tel tj tov "
    "ul univ ur",
    "sr": "akad dipl doc dr g gen gđa ing mr npr odn prof r sv tj tzv ul акад бр г ген госп гђа доц др инж мр нпр "
    "одн проф р св тзв тј ул",
    "sv": "adj adv anm avd bl.a ca civ civilek d.s d.v.s d.y d.ä dr dvs e.d ekon ev evt exkl f f.d f.n f.ö fig fr "
    "fr.o.m frk föreg förf förk gm h hr i.e ing inkl jfr kand kap kl kv lic ll m.a.o m.fl mag n.b nr o.d ordf p.g.a "
    "p.s pga prof prop red ref resp s s.a.s s.k sid sign skt st stf stud t.ex t.o.m t.v tel tf tfn th tidn to uppl "
    "utg v v.g vd vol",
    "tr": "Av Org alb alm apt arş asb ast atgm ağb bk bkz bnb bçvş böl bş bşk cad cd dek dipl doç dr drl dç ecz "
    "edt ef ekon ener ens erm fak fr gen gön haz hst hv hz ing j jeol krş ktp lt m mah md mim müh mür no nr onb op "
    "opr ord pal prof psik r sn sok suba t teğ tug tuğg tümg uzm ver yard yb yd yrd yy yzb çev çvş ör örn öğ öğr üçvş "
    "şb şrt şti",
    "uk": "акад англ буд бул викл вул г ген гр д дир дит доц ж заст зб зв к кв кн корп лат лейт м мал муз мін напр "
    "нач нім о о.с оз ок оп орг осн ост п пер пл польськ пом пор пос поч пп пр-т прим пров просп прот проф псевд р "
    "р-н ред рос с св сел сер сист см смт соц спец ср ст стор т т.зв т.н т.ч т.є таб табл тов укр ур ф фр ч чл ш щ ім "
    "інж",
    "ur": "ایس ایف ایل ایم این اے بی سی وی ٹی پی ڈاکٹر ڈی",
}

BEFORE_NUMBER = {
    "und": "abb abs app art bd cap ch chap col fig figs lib lit nn no nos nr op p pag par pp sec sect sek tab tel "
    "vol vols",
    "cs": "kap obr odst písm s sb str sv tab tel č čl čís",
    "da": "bind kap nr pkt s side stk str",
    "de": "absch bl erw hausnr hs jg kap lfg nrn pos rn rz s str tel tsd tz ziff",
    "el": "άρ άρθ αρ εδ κεφ πίν παρ σ σελ σσ τ τηλ τόμ",
    "en": "Apr Aug Dec Feb Jan Jul Jun Mar No Nov Oct Sep Sept al b bk circa cl cls d ed eds ex exp ext ff fl fn "
    "ft l ll m n nos nt para paras pl pt pts r reg regs rev s sched ser sess ss st stat subs suppl v vv",
    "es": "ap apdo arts depto disp ed ep expte fasc fol l lám n n.º núm núms pp pág págs párr s séc t tfno tít vers",
    "fi": "kpl luv n nro s sivu",
    "fr": "al alin art arts c d ex f fol l liv n n° pag ph pp r ref sect suppl tabl tit vers vol",
    "hi": "क्र पृ रु सं",
    "hr": "br kap red st str sv tab tel toč čl",
    "hu": "em fsz ker köt lj o old sz tv ép évf",
    "it": "all alleg artt cod cpv es fasc lett lib ll n nn num pagg pp rif sez tab tav tit",
    "nl": "artt bl blz dl hfdst jrg lid nnr nrs vs",
    "no": "bind kap nr pkt s side",
    "pl": "cz dz godz lok m nr pkt poz r rozdz s sek str t tab tys ust wiersz z zob",
    "pt": "al arts fls fs inc l n n.º núm par pp proc pág págs s t tít",
    "ro": "alin anexa bl cap et hot lit nr pag pct poz sc sect vol",
    "ru": "абз вып г д илл кв кн корп л мин ном оп отд п подп пп разд рис с см сс ст стр т табл тел тт ф ч чч эт",
    "sk": "kap obr ods písm s str tab tel zb č čl",
    "sr": "br str tab čl бр стр таб чл",
    "sv": "art kap mom nr prop s sid tab",
    "tr": "bap cilt fık mad md s sf ss",
    "uk": "абз вип д кв кн корп л мал оп п пп рис розд с ст стор т табл тел ч іл",
}

SOFT = {
    "und": "Ch Co Corp Inc Jr Ltd Ph Sr Th Yu Zh",
    "de": "Aug Dez Di Do Feb Fr Hbf Jan Mi Min Mo Nov Okt Pf Pl Sa Sek Sept Std e.v jh jhd jhs mill mio mrd n.chr "
    "p str tel tsd v.chr",
    "en": "Assoc Ave Bldg Blvd Bros Cie Dept Esq Ind Intl Mfg Natl Ph.D Rd St Univ al cit plc",
    "es": "EE.UU a.c cía d.c ee.uu s.a s.l",
    "fr": "apr.j.-c av.j.-c cie j.-c",
    "it": "S.p.A a.c d.c s.p.a s.r.l",
    "nl": "b.v n.chr n.v v.chr",
    "pl": "n.e p.n.e",
    "pt": "a.c d.c ltda s.a",
    "ru": "им н.э обл р-н",
    "tr": "A.Ş Ltd m.s m.ö Şti",
    "uk": "обл",
}

# A verb of saying soon after the quotation; the clauses are bounded, so that no match runs away.
REPORTING = {
    "ar": r"(?:قال|قالت|قالوا|سأل|سألت|صاح|صاحت|صرخ|صرخت|هتف|هتفت|أجاب|أجابت|همس|همست|أضاف|أضافت|تابع|تمتم)\b",
    "en": r"(?!(?:He|She|It|They|We|I|You|The|A|An|This|That|Then|And|But|When|As|So|No|Yes|Who|What)\b)"
    r"(?:[A-Z][\w.’'-]{0,20} ){1,3}"
    r"(?:said|asked|cried|shouted|whispered|replied|answered|yelled|exclaimed|called|wrote|added)"
    r"(?=[.,;:]| to | with | in | from | at | as )",
    "fa": r"(?:گفت|گفتند|پرسید|پرسیدند|فریاد زد|پاسخ داد|داد زد|جواب داد)\b",
    "he": r"(?:אמר|אמרה|אמרו|שאל|שאלה|שאלו|קרא|קראה|צעק|צעקה|לחש|לחשה|ענה|ענתה|השיב|השיבה|הוסיף|הוסיפה|מלמל|מלמלה)\b",
    "hi": r"(?:[^\s।,]{1,20} ){0,4}(?:कहा|पूछा|बोला|बोली|बोले|चिल्लाया|चिल्लाई|जवाब दिया)\s?[।,]",
    "ja": r"と(?!にかく|ころ|ても|うとう|もかく|つぜん|つく|きどき)|って|という|など|なんて|を|が|の(?!んび)"
    r"|は(?![いぁじや])|に(?!わか|ほん)|で(?!も)|も(?!う|し|っと|ちろん)|だ(?!が|から|って)",
    "ko": r"(?:[^\s.,]{1,12} ){0,3}(?:말했다|물었다|외쳤다|소리쳤다|대답했다|중얼거렸다|덧붙였다|속삭였다)[.,]",
    "zh": r"[—]{0,2}[^。！？，：；“”「」\s]{0,12}(?:说|説|說|道|问|問|喊|叫|答|嚷|骂|罵|吼)(?:道|着|著|了)?[。，,]",
}

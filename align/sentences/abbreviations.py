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
from align.stopwords import function_words

_ORDINALS = frozenset({"az", "de", "lb", "tr"})
_ENDINGS = {"de": ("str",), "nl": ("str",)}
_ROMAN_ORDINALS = _ORDINALS | {"cs", "da", "et", "eu", "fi", "hr", "hu", "is", "lv", "no", "pl", "sk", "sl", "sr"}


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of one language.

    Attributes:
        always: abbreviations after which the sentence goes on.
        before_number: those after which it goes on with a number.
        soft: those after which it goes on unless a word of `starters` follows.
        starters: words that often begin a sentence; where no list was made, function words of more than one letter.
        listed: there is a list of them, so that any other word is less likely to begin one.
        endings: those that are the end of a compound, too ("Goethestr.").
        ordinals: "3." can mean "third" before a word with a capital.
        roman_ordinals: "IV." can mean "the fourth".
        reporting: matches the rest of a sentence after a closed quotation.
    """

    always: frozenset[str]
    before_number: frozenset[str]
    soft: frozenset[str]
    starters: frozenset[str]
    listed: bool
    endings: tuple[str, ...]
    ordinals: bool
    roman_ordinals: bool
    reporting: re.Pattern[str] | None

    def may_be_one(self, word: str) -> bool:
        """Tell whether a word without stops may be an abbreviation: it is in a table, or ends as those of compounds."""
        key = word.lower()
        tables = self.always, self.before_number, self.soft
        return any(key in table or word in table for table in tables) or key.endswith(self.endings)


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
        starters=_words(language, STARTERS) or frozenset(word for word in function_words(language) if len(word) > 1),
        listed=language in STARTERS,
        endings=_ENDINGS.get(language, ()),
        ordinals=language in _ORDINALS,
        roman_ordinals=language in _ROMAN_ORDINALS,
        reporting=re.compile(REPORTING[language]) if language in REPORTING else None,
    )


def _words(language: str, table: dict[str, str]) -> frozenset[str]:
    return frozenset(table.get(language, "").split())


ALWAYS = {
    "und": "a.k.a capt cf dr f.k.a mr mrs ms msgr prof v vs",
    "af": "adv asb bl bv d.i d.w.s dr ds ev gen genl kapt kol lt luit mej mev mnr mrs nl o.a prof sers st t.o.v vgl",
    "ar": "أ أ.د د ص م م.م",
    "az": "akad b.e.ə bax dos e.ə k.c kv m.s mln mlrd müh məs prof tel ünv şək",
    "be": "акад в вобл вул г гг гл д-р дац др кв напр праф св т.е т.зв тав ул інж",
    "bg": "адв адм акад англ арх бел бивш бл бр бул бълг в-к вж вкл вх г г-жа г-н гг ген гл гр д-р дир доц ет жк инж "
    "кап кв кн л.с лат м.г маг мин напр нац нем о-в о-р о.з ок п.к пл полк пом пор прев проф р св сержт сл ср срв ст "
    "стр т.г т.е т.к т.нар т.с тел тит тов ул фиг фр франц хил чл",
    "bn": "অধ্যা আর ই ই.পূ ইউ ইঞ্জি এ এইচ এক্স এন এফ এম এল এস ও ওয়াই কি.মি কিউ কে কো খ্রি খ্রি.পূ জি জে জেড টি ড "
    "ডব্লিউ ডা ডাঃ ডি পি পৃ প্রকৌ প্রফে বি বিএ ভ ভি মি মি.মি মিস মিসেস মো মোঃ মোছা মোসা মোহা রা রাঃ লি শ্রী সা সি "
    "সে.মি",
    "ca": "Mn Sr Sra Srs St Sta Sts adm aprox apt av avda bda c ca cf coord ctra doc dr dra drs ed edif exc excm "
    "excma fig fl gal gral hble hon il·lm il·lma km mn mons màx mín ntra núm p.e p.ex pg pl pla pp prof profa prov "
    "pàg pàgs pça ref rev sec segs sgt sr sra srta sta tel trad urb v.g v.gr",
    "cs": "aj akad arch bl brig doc gen hl ing j.e jižn judr kap kpt kupř mgr mj mjr mudr např odd okr p paní phdr "
    "plk por pozn pplk pprap prap prof provd prům pí r red resp rndr sev sl srov sv t.j t.zv t.č tj tzn tzv tř ul vl "
    "zejm zvl č čp čís řec",
    "da": "adv afd ang bl.a blandt cand d d.v.s dir div dr ev evt f f.eks fhv fr frk fx gl hhv hr højesteretsdr ifm "
    "iht ing inkl jf jvf kbh kl kst kv lic m.h.t m.m mag maks mht mv n ndr nr nuv o.lign obs pga ph pkt pr red s sdr "
    "sign skt sml stk stud sv t t.eks th tidl tlf u vedr ø",
    "de": "Mag abb abg abk allg amerik angebl anm apl aufl bd begr bes betr bez bsp bspw bzgl bzw ca chr d.h d.i d.j "
    "dgl dipl dt ebd ehem eigtl einschl engl entspr etw ev evtl exkl fr frdl frl frz geb gegr ges gest gez ggf griech "
    "hl hr hrn hrsg i.a i.allg i.d.r i.s.d i.v i.v.m ing inkl insb insbes ital jap jur kath kfm lat lfd lic lt m.a.w "
    "m.e med mind nachm näml nördl o.a o.g op phil rd rel resp russ röm s s.a s.o s.u schwed sog span spez st stv "
    "südl theol u u.a u.e u.u u.ä urspr v v.a verf vgl vorl vorm westl wiss z z.b z.hd z.t z.zt zw zzgl östl übl",
    "el": "αγ αρ βλ γεν δηλ διδ δρ κ κα καθ κκ κος κτλπ λ.χ λεωφ μ.μ μτφ οδ π.χ πρβ σημ στρ ταγμ υπολ χιλ",
    "en": "Adm Amb Asst Brig Cmdr Col Comdr Cpl Cpt Det Dist Drs Fr Ft Gen Gov Hon Insp Lieut Lt Maj Messrs Mlle Mme "
    "Mmes Mt Mx Ofc Pfc Pres Pvt Rep Reps Rev Revd Rt Sen Sens Sgt Spc Supt Treas aka approx c ca dept e.g eg esp est "
    "i.e ie incl misc orig resp v ver viz w.r.t",
    "es": "EE adm admón almte apdo aprox arq art atte av avda bco c c.f c/c cap cdad cf cnel col comte cía d dir dpto "
    "dra dres dña ed edif ej exca excma excmo fdez fig fr fray gdor gob gral hno hnos ilma ilmo ing izq lcda lcdo lic "
    "ma mons ntra ntro p p.e p.ej pag pbro pdte plza pral prof profa prov pza pág párr rda rep rev sgto sr sra sras "
    "sres srta srtas sta sto tel tte ud uds v v.gr vda",
    "et": "apr aug dets dipl hr jaan jaan.k jrk juh k.a kol kpt kt lp ltn mag mjr nn nr nt näit pr prof s.o sept sh "
    "sm st sünd t.h tel tlk tn toim u u.a vrd vrdl vt",
    "eu": "adib dk dr jn jr k.a k.o zk",
    "fa": "آ دکتر ص م",
    "fi": "alik av engl ent esim fil fm gen hist hra huom ilm ins jr kapt kat kenr ks kts l leht lis luutn lääk maj "
    "mm nk ns nti nykyis oik os prof puh pvm res ruots rva s saks so srk synt tal tarkk tms toht toim tri ts v v.t "
    "vars vast venäj vm vrt ylik",
    "fr": "Col M MM MMe Me adj adm al am apr arr av bd bld boul cdt cf ch chap coll conf coord coq dir doct dr e.a "
    "env exc fasc fig féd gal gén h hab id ill ing intr inv lt m.m mgr mlle mlles mme mmes obs op p p.ex paragr pl pr "
    "princ prof préf qqn resp réf rééd s sgt st ste suiv supra t trad tél v vs éd édit",
    "gl": "EE av cf d dna dr dra excmo fig ilmo mons núm p.ex pr pral prof profa pza páx páxs r sr sra sras sres sta "
    "sto tel ud uds vol",
    "he": "א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
    "hi": "आई आर ई ए एच एन एफ एम एल एस ओ कु के जी जे टी डब्ल्यू डा डी डॉ पं पी प्रो बी मो यू रु वाई वी श्री सी सुश्री स्व",
    "hr": "akad bl br dipl doc dr gen gosp gđa gđica hrv ing inž izv kap kbr mag mr nadb nar npr odn op pr prim prof "
    "r str sv tj tzv ul usp v vlč čl đ",
    "hu": "alez alt bp br cca dr ezr főhdgy gr hdgy id ifj ill kb ld m megj min mo mr nagyk pl pr prof r st stb sz "
    "szds szt sztb t tc tel tsz tszf u ua ui v vsz vö özv ún",
    "hy": "դ թ թթ հ մ.թ մ.թ.ա պրոֆ վ տ փ ք.ծ.ա",
    "id": "AKBP AKP Bpk Brigjen Brigpol Bripka Gg H Hj Ir Irjen Jend Jl Jln KH Kab Kapt Kec Kel Kol Kombes Komjen "
    "Kompol Letjen Letkol Lt Mayjen Nn No Ny Pdt Prof Prov Rp Sdr Sdri Serma Sersan Tn Ust Yth a.l a.n bdk d.a d.h dg "
    "dkk dr dra drg drh drs hlm ir jl jln k.h ltn mgr msh pd psl r.a rm st tgl th thn tsb tst u.b u.p yg yth",
    "is": "a.m.k alm bls e.k forstj frk fyrrv hf hr hæstv kl kr m.a m.ö.o millj nr o.fl p próf r s sbr sk sr st stk "
    "t.d tbl u.þ.b ísl þ.e þ.e.a.s þ.m.t þorst",
    "it": "amm arch arciv art avv bibl c ca cap cav cc cfr circ conf cons cpv d dir dott dott.ssa dr egr es f.lli fig "
    "gen geom giorn ill ing lett lgt m magg mons n ndr on op p p.e p.es p.za pag par prof prof.ssa prov ps rag rev s "
    "s.a sac seg sen sig sig.na sig.ra sigg ss st tel trad v v.d vd ved",
    "ka": "აკად გვ დოქ ე.ი ე.წ ელ კვ მაგ ნახ პროფ ქ ძვ ძვ.წ წმ",
    "kk": "акад б.д.д б.з.б б.з.д доц ж обл проф т.б т.с.с ғ",
    "lt": "a.k ad adv akad al angl aps apskr apyg arab arch asist aut avd b brig bt d dek dir dirv doc dr dz el faks "
    "fil filol gen gerb gr habil inž isp jaun k kand kap kl kpt kun lek lenk liet lot lt m m.p mag mjr mob n nr nuor "
    "op org p past plg plk plkt plt pr pref prof pvz r red rus s sav skyr slav sp spec str sud t t.p t.y tel tn tūkst "
    "vad vadin ved vert vid vok vyr vysk šv žr žurn žyd",
    "lv": "akad aut dipl doc dr gs inž kap kpt ks l.cien latv lp lpp mag milj mljrd nod nr piem plkst plkv proc prof "
    "red resp sk sv sv.ģ t.i tūkst vec vid vlt zv ģen ģim š.g šā.g",
    "mk": "акад бул г г-а г-дин г-ца г-ѓа ген д-р доц др инж м-р на.пр напр о-в проф св сл стр т.е т.н т.ш тел ул чл",
    "mr": "आय आर एच एन एफ एम एल एस ओ कु कॅ के चिं जी जे टी डब्ल्यू डी डॉ नि न्या प पं पी पु प्रा बी यू लि व्ही श्री श्रीम सं सी सौ",
    "ms": "Ar Cik Dr En Hj Hjh Ir Jln Kg Kpt Lt Mej No Pn Prof Sdr Sgt Tn Ts Tun YB Yg a.m d.a hlm jln kep m.s sdn "
    "spt st tel",
    "ne": "आइ आर ई ए एच एन एफ एम एल एस के जी जे टी डा डि डी प पी प्रा बी वि वि.सं श्री सं सी",
    "nl": "a.d aanw afb afd bijv blz bv ca cf d.d d.i d.m.v d.w.z dhr dr drs ed f.a fam fig geb gebr gen h hfst i.c "
    "i.o i.p.v i.v.m incl ing ir j.l jhr jkvr jr kath kol lic lt m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v mej mevr min "
    "mr mvr mw n.a.v nr o.a o.b.v o.i.v o.l.v o.m o.m.v ong p p.p pag par prof resp s s.v.p secr st t.a.v t.b.v t.g.v "
    "t.o.v t.w.v tel v vb vgl vlg vnl vs w.o z.g.a zgn zog",
    "no": "adv avd bl.a ca d.v.s dir dvs ev evt f f.eks fhv fr frk gt hhv hr ifm iht ing inkl jf jfr kap kgl kl kr "
    "m.h.t maks mht mtp nr nåv o.l p.g.a pga pkt red s sml st stk stud sv t.d t.o.m tidl tlf vedr",
    "pl": "abp adw al amb ang asp bl bp br ca cd cyt dh doc dr ds dyr dyw fot gen hab hr insp inż jw kard kl km kmdr "
    "kol kom kpr kpt ks lic lit m.in m.st mec mgr min mjr muz mł n.p nadkom następ nb niem np nt o ob os ozn p p.o pl "
    "podkom por pos pow ppor ppłk proc prof prok przew przyp ps pt płk r r.ż red ref rep ros rotm ryc rys s sierż st "
    "stgn str syg sygn szer szt t tel tj tow tzn tzw tłum ub ul wg wsp wyd wł zast zaw zał zob zwł łac śp śr św śś",
    "pt": "Cap adj adm al alm apt art av brig c cel cf cia cmdt cond cons corr d dep des desemb dir doc dr dra dras "
    "drs eclo ed ema eng engª engº esp exa exma exmo fig fl gal gen gov hab ilma ilmo jr lda lic lt m maj min ms n.º "
    "nr obs op p p.ex pc pe pres prof prof.ª profa pág págs pça r reg rev revmo s sarg sec sen sr sra sras sres srta "
    "sta sto tel ten trad trav v v.g vd vda",
    "ro": "Cap Gen acad adj al alin art av bd bl bul cca cf col com cpt d dl dna dnă dr dra drs ed ex fam fig ing jud "
    "lect lit lt min mold mr mun nr orig p p.ex pag pct pg pl plt pr prof resp sf sg slt str sv t tel trad v şos șos",
    "ru": "авт акад англ букв бул бывш в-ва вкл внутр г г-жа г-жи г-н г-на г-ном гг гг-да ген гл д дер дир доц ж ж-л "
    "зав зам засл заст и.о изд инж итал к-т кап кв корп лат латв лейт м м-р наб назв наим напр нач о о-в обр ок оп "
    "орг осн отв отд оч п пер пл пом пос пр-т преп прибл прим просп прот проф псевд р ред русск с сб св свящ сев сер "
    "сеч см сов сост соч ср ст стр т т.е т.к т.н т.наз т.о т.с таб табл тов ул упр ур уст ф фиг фр франц х худ ч чл ш "
    "яп",
    "sk": "akad arch bl doc ev gen hl ing j.e judr kap kpt mgr mudr najm napr okr p plk pozn pplk pr prof r resp rndr "
    "str sv t.j t.č tel tj tzn tzv ul zv č čl čís",
    "sl": "akad dipl doc dr g ga gdč gen gl gosp ing inž mag mlad npr pl podp pr prim prof r red str sv t.i tel tj "
    "tov ul univ ur",
    "sq": "Sh dr inxh kap mr nr prof shën tel z znj znjsh zt",
    "sr": "akad dipl doc dr g gen gđa ing mr npr odn prof r sv tj tzv ul Св акад бр г ген госп гђа доц др инж мр нпр "
    "одн проф р св тзв тј ул",
    "sv": "adj adv anm avd bl.a ca civ civilek d.s d.v.s d.y d.ä dr dvs e.d ekon ev evt exkl f f.d f.n f.ö fig fr "
    "fr.o.m frk föreg förf förk gm h hr i.e ing inkl jfr kand kap kl kv lic ll m.a.o m.fl mag n.b nr o.d ordf p.g.a "
    "p.s pga prof prop red ref resp s s.a.s s.k sid sign skt st stf stud t.ex t.o.m t.v tel tf tfn th tidn to uppl "
    "utg v v.g vd vol",
    "sw": "Bi Bw Dak Dk Dkt Jen Kapt Luteni Mch Mh Mhe Mt Prof Sh na.k nk",
    "ta": "கி.பி கி.மு செல்வி டாக்டர் திரு திருமதி பேரா",
    "tr": "Av Org alb alm apt arş asb ast atgm ağb bk bkz bnb bçvş böl bş bşk cad cd dek dipl doç dr drl dç ecz edt "
    "ef ekon ener ens erm fak fr gen gön haz hst hv hz ing j jeol krş ktp lt m mah md mim müh mür no nr onb op opr "
    "ord pal prof psik r sn sok suba t teğ tug tuğg tümg uzm ver yard yb yd yrd yy yzb çev çvş ör örn öğ öğr üçvş şb "
    "şrt şti",
    "uk": "акад англ буд бул викл вул г ген гр д див дир дит доп доц ж заст зб зв к кв кн корп лат лейт м мал муз мін "
    "напр нач нім о о.с оз ок оп орг осн ост п пер пл польськ пом пор пос поч пп пр-т прим пров просп прот проф псевд "
    "р р-н ред рос рр с с.г св сел сер сист см смт соц спец ср ст стор т т.зв т.н т.ч т.є таб табл тов укр ур ф фр ч "
    "чл ш щ ім інж",
    "ur": "ایس ایف ایل ایم این اے بی سی وی ٹی پی ڈاکٹر ڈی",
    "vi": "BS BS.CK1 BS.CK2 BSCK Bs CN Dr GS GSTS Gs HT Ht KP KS KSV KTS Kp Ks LM LS Lm Ls Mr Mrs Ms NCS NGND NGƯT "
    "NSND NSƯT NXB Ns Nxb P.GS PGS PGSTS Pgs St TP TS TSKH TT TX Tel Th.S ThS Ths ThsBS Tp Ts Tt Tx VS vd Đ/C Đ/c ĐD "
    "ĐT ĐĐ đ/c",
}

BEFORE_NUMBER = {
    "und": "abb abs app art bd cap ch chap col fig figs lib lit nn no nos nr op p pag par pp sec sect sek tab tel vol "
    "vols",
    "be": "арт вып г гг гл грн д кап кв кн коп корп руб с ст стар т тел тыс ч",
    "bg": "ал ап бл в вх г гл ет кв л лв м мин н п пор р ред с сек см ст стр т табл тел фиг хил ч чл",
    "bn": "ক্র খ ধা নং পৃ",
    "ca": "ap apt cap f fig l n nre núm p par pis pp pt pàg pàgs s t tel vol",
    "cs": "kap obr odst písm s sb str sv tab tel č čl čís",
    "da": "bind kap nr pkt s side stk str",
    "de": "absch bl erw hausnr hs jg kap lfg nrn pos rn rz s str tel tsd tz ziff",
    "el": "άρ άρθ αρ εδ κεφ πίν παρ σ σελ σσ τ τηλ τόμ",
    "en": "Apr Aug Dec Feb Jan Jul Jun Mar No Nov Oct Sep Sept al b bk circa cl cls d ed eds ex exp ext ff fl fn ft l "
    "ll m n nos nt para paras pl pt pts r reg regs rev s sched ser sess ss st stat subs suppl v vv",
    "es": "ap apdo arts depto disp ed ep expte fasc fol l lám n n.º núm núms pp pág págs párr s séc t tfno tít vers",
    "fi": "kpl luv n nro s sivu",
    "fr": "al alin art arts c d ex f fol l liv n n° pag ph pp r ref sect suppl tabl tit vers vol",
    "hi": "क्र पृ रु सं",
    "hr": "br kap red st str sv tab tel toč čl",
    "hu": "em fsz ker köt lj o old sz tv ép évf",
    "id": "ay hal hlm jl jld kav lamp nmr no pasal pkl ps psl rt rw tel telp tgl thn vol",
    "is": "bls gr kap kl nr s tbl tel",
    "it": "all alleg artt cod cpv es fasc lett lib ll n nn num pagg pp rif sez tab tav tit",
    "lt": "a art d dal eil ež g iliustr kab kap kn l lent m min nr p paragr pasl pav psl punkt pvz r s sek sk skyr "
    "str straipsn stulp t tel tom val žr",
    "lv": "gs lpp nod nr p plkst s sk sēj tab tālr",
    "mk": "бр гл л с ст стр т таб тел ч чл",
    "nl": "artt bl blz dl hfdst jrg lid nnr nrs str vs",
    "no": "bind kap nr pkt s side",
    "pl": "cz dz godz gr lok m nr pkt poz r rozdz s sek str t tab tys ust wiersz z zob zł",
    "pt": "al arts fls fs inc l n n.º núm par pp proc pág págs s t tít",
    "ro": "alin anexa bl cap et hot lit nr pag pct poz sc sect vol",
    "ru": "абз вып г д илл кв кн коп корп л мин ном оп отд п подп пп разд рис руб с сек см сс ст стр т табл тел тт ф "
    "ч чч эт",
    "sk": "kap obr ods písm s str tab tel zb č čl",
    "sl": "odst pogl str tel tč čl št",
    "sq": "f kap nr pika tel",
    "sr": "br str tab čl бр стр таб чл",
    "sv": "art kap mom nr prop s sid tab",
    "sw": "Na na uk",
    "tr": "bap cilt fık mad md s sf ss",
    "uk": "абз вип год грн д іл кв кн коп корп крб л мал оп п пп рис розд руб с сек ст стор т табл тел хв ч",
    "vi": "H K P Q S T Tr t tr Đ đ",
}

SOFT = {
    "und": "Ch Co Corp Inc Jr Ltd Ph Sr St Th Yu Zh",
    "be": "ім",
    "bg": "Ал Бл Вас Вл Ив Йор Кр Люб Мих Ник Пл Ст Хр Цв им кн лв обл общ пр р",
    "ca": "a.c d.c s.a s.l",
    "de": "Aug Dez Di Do Feb Fr Hbf Jan Mi Min Mo Nov Okt Pf Pl Sa Sek Sept Std e.v jh jhd jhs mill mio mrd n.chr p "
    "str tel tsd v.chr",
    "en": "Assoc Ave Bldg Blvd Bros Cie Dept Esq Ind Intl Mfg Natl Ph.D Rd St Univ al cit plc",
    "es": "EE.UU a.c cía d.c ee.uu s.a s.l",
    "fr": "apr.j.-c av.j.-c cie j.-c",
    "id": "CV PT Tbk m.h m.m m.pd m.si ph.d s.e s.h s.kom s.pd s.sos s.t",
    "it": "S.p.A a.c d.c s.p.a s.r.l",
    "lt": "a ct lt mln mlrd",
    "lv": "g m s",
    "nl": "b.v n.chr n.v str v.chr",
    "pl": "n.e p.n.e",
    "pt": "a.c d.c ltda s.a",
    "ru": "им н.э обл р-н",
    "sk": "a.s s.r.o",
    "tr": "A.Ş Ltd m.s m.ö Şti",
    "uk": "обл",
    "vi": "H S T",
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
    "ko": r"(?:이?라(?:고|고도|며|면서|는|던)|하고|하며)(?=[\s,])"
    r"|(?:[^\s.,]{1,12} ){0,3}(?:말|물|외|소리|대답|중얼거|덧붙|속삭|답)(?:했|었|쳤|렸|였)(?:다|습니다|어요)[.,]",
    "zh": r"[—]{0,2}[^。！？，：；“”「」\s]{0,12}(?:说|説|說|道|问|問|喊|叫|答|嚷|骂|罵|吼)(?:道|着|著|了)?[。，,]",
}

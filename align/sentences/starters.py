"""Words that often begin a sentence, by language: after an abbreviation they tell that a new sentence begins.

All are in lower case and sorted; a language is one string of words. `abbreviations` looks them up.
"""

STARTERS = {
    "cs": "a ale ani ano až byl byla bylo dnes i jak jako jeho jejich její jenže já kde kdo když ke my na ne nebo "
    "no od on ona oni pak po podle pokud pro proto protože před přesto s se současně ta tak také takže tam tato tedy "
    "ten tento teď to toto tu ty u v ve vy však z za ze že",
    "da": "alle da de den der deres det dette disse efter en et for fra han hans hun hvad hvem hver hvis hvor i "
    "ifølge ikke ingen ja jeg man med men mens nej nu når og også om på selv siden som så ved vi vores",
    "de": "aber alle allerdings als also am an auch auf aus bei beide bis da dabei dafür dagegen daher damals "
    "damit danach dann daran darauf darin darum das dass davon dazu dem den denn dennoch der deren deshalb dessen die "
    "dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer einige er erst es für gegen "
    "hier ich ihr ihre im in insgesamt ist ja jede jeder jedoch jetzt kein keine laut man mehr mein mit nach nachdem "
    "natürlich nein nicht noch nun nur ob obwohl oder ohne schließlich schon sein seine seit seitdem selbst sie sind "
    "so sogar solche soll sondern später trotz trotzdem um und uns unser unter viele vom von vor warum was weder "
    "wegen weil weitere welche wenn wer wie wieder wir wo während zu zudem zuletzt zum zunächst zur zwar zwei "
    "zwischen über",
    "el": "έτσι ήταν αλλά αν από αυτά αυτή αυτοί αυτό αυτός για δεν εγώ εδώ εκεί εμείς ενώ εσύ η καθώς και κι με "
    "μετά μια ο οι πριν σε στη στην στις στο στον στους τα τη την της τι τις το τον του τους των τότε τώρα ως όμως "
    "όπως όταν ότι",
    "en": "a about after again all also although among an and another any are as asked at be because before both "
    "but by can could despite did do does during each even every few finally first for from had has have he her here "
    "his how however i if in instead is it its just last later like many maybe meanwhile more most much my nearly "
    "neither never nevertheless next no nobody none nor not nothing now of officials on once one only or other our "
    "over perhaps please police several she should since so some still such than that the their then there therefore "
    "these they this those though three through thus to today together too two under unlike until was we were what "
    "when where whether which while who whoever why will with within without would yes yet you your",
    "es": "a además ahora al algunos antes aquel aquella así aun aunque cada casi como con cuando cuándo de del "
    "desde después donde durante dónde el ella ellas ellos en entonces entre era es esa esas ese eso esos esta estas "
    "este esto estos fue ha hace hasta hay hoy la las le les lo los luego mi mientras mis muchos muy más nada nadie "
    "ni no nos nosotros nuestra nuestro o otra otro otros para pero por porque pues que quien quién qué se según si "
    "sin sobre solo son su sus sí también tampoco tan todas todo todos tras tu un una uno usted y ya yo él",
    "fi": "ei ennen entä he heidän hän hänen ja jo jos joten kaikki kun kuten kyllä me miksi mikä mikäli minä "
    "missä mitä mutta myös ne niin nyt näin oli on se sen siellä siitä silloin sinä sitten tai te tuo tämä tässä vaan "
    "vaikka vain",
    "fr": "ainsi alors après au aucun aucune aussi autre autres aux avant avec beaucoup c ce cela celle celui "
    "cependant certains ces cet cette ceux chacun chaque comme comment d dans de depuis des deux donc du durant dès "
    "elle elles en encore enfin ensuite entre est et eux hier il ils j jamais je jusqu l la le les leur leurs lors "
    "lorsqu lorsque lui là ma mais malgré mes moi moins mon même n ne ni non nos notre nous nul on or ou oui où par "
    "parce parmi pas pendant personne peu peut plus plusieurs pour pourquoi pourtant près puis puisque qu quand que "
    "quel quelle quelques qui quoi rien s sa sans se selon ses si soit son sous sur ta tandis tant tel toi ton "
    "toujours tous tout toute toutefois toutes trois très tu un une vers voici voilà vos votre vous y",
    "hr": "a ako ali bila bio da dok i iako ili ipak iz ja jer još kad kada kako koji mi na naime nakon ne nema no "
    "o od on ona oni po pod prema s sada sam se su ta tada tako te to u uz već vi za zato što",
    "hu": "a aki akkor ami amikor az azonban azt azután bár csak de e egy előtt ez ezek ezt ezért ha hanem hiszen "
    "hogy igen is itt majd mert mi mikor mindenki miért most már még nagyon nem nincs ott pedig sem senki te tehát ti "
    "ugyanis után utána vagy valamint van volt így ő ők",
    "it": "a ad agli ai al alcuni alla alle allora altri anche ancora appena c che chi ci ciò come con cosa così d "
    "da dal dalla dalle degli dei del della delle di dopo dove due durante e ed egli era essi fino forse già gli ha "
    "ho i ieri il in infatti infine inoltre intanto invece io l la le lei li lo loro lui ma mai mentre mi molti ne "
    "negli nei nel nella nelle nessuno niente noi non nonostante o oggi ogni ora ormai per perché perciò però più poi "
    "poiché prima proprio pure qua quale quali quando quanto quel quella quelle quelli quello questa queste questi "
    "questo qui quindi se secondo sempre senza si solo sono sotto sta su sua sue sugli sui sul sulla suo suoi sì tra "
    "troppo tu tutta tutti tutto un una uno va vi voi è",
    "nl": "aan al alle als bij daar daarna daarom dan dat de deze die dit doch door dus een eerst en er geen haar "
    "had heeft het hij hoe hoewel hun iedereen ik in is ja je jij maar man meer men met mijn na naar nee niemand niet "
    "niets nog nu of om omdat onder ons onze ook op over pas sinds te ten terwijl toch toen tot u uit van vanaf veel "
    "volgens voor waar waarom want was wat we wel wie wij ze zij zijn zo zonder",
    "no": "alle da de den denne deres det dette disse eller en er et etter for fra ha han hans hennes her hun hva "
    "hvem hver hvis hvor i ifølge ikke ingen ja jeg man mange med men mens nei nå når og også om på selv siden som så "
    "ved vi våre",
    "pl": "a albo ale ani bo by być był była było chociaż co czy dla dlaczego dlatego do gdy gdyby gdzie i ich ja "
    "jak jako jednak jego jej jest jeszcze jeśli już każdy kiedy kto która które który lecz ma mimo może my mój na "
    "nad nasz natomiast nic nie niech nikt o obecnie od on ona one oni oraz po pod podczas ponadto ponieważ potem "
    "przed przez przy się skąd stąd są ta tak także tam te tego ten teraz też to trzeba tu tutaj ty tylko w we według "
    "więc wszyscy wtedy z za zaś ze że",
    "pt": "a agora ainda alguns além antes ao aos apenas após aquela aquele aqui as assim até cada com como da das "
    "de depois desde do dos durante e ela elas ele eles em embora enquanto entre então era essa esse esta estas este "
    "estes eu foi hoje há isso isto já logo lá mais mas me mesmo meu minha muito muitos na nada nas nem ninguém no "
    "nos nossa nosso num numa nunca não nós o onde os ou outra outro outros para pela pelo pois por porque portanto "
    "porém quando que quem se segundo sem sempre ser seu seus sim sob sobre sua suas só também tanto toda todas todo "
    "todos tu tudo um uma umas uns você vocês é",
    "ro": "a acea aceasta acest acesta aceste acum ai al ale am apoi ar are asta astfel atunci au avea care ce cei "
    "cel cele cine cu cum când că da dacă dar de deci deja despre deși din după e ea ei el ele era este eu fi fără "
    "iar la le lor lui mai mult ne nici nimeni nimic noi nu o pe pentru prin sa sau se si sub sunt să tot totuși toți "
    "tu un una unde unul va voi în încă însă într între și",
    "ru": "а без более будет был была были было в вам вас ведь весь во вот впрочем все всего всё вы где да даже "
    "для до его ее если есть еще ещё её же за здесь и из или им их к каждый как какой когда конечно которая которые "
    "который кто ли лишь между меня мне многие может можно мой мы на над надо наш не него нельзя нет ни никто ничего "
    "но ну о об однако он она они оно от очень перед по под пока после потом потому почему почти при про с сам "
    "сегодня сейчас со сразу так также такие такой там те тем теперь то тогда только тот ты у уже хотя чего через что "
    "чтобы эта эти это этот я",
    "sv": "alla allt att av bara bland de den denna deras dessa det detta dock du där därför då efter eller en "
    "enligt ett flera från för förra ha hade han hans har hela hennes hon hur här i idag ingen inte ja jag kanske man "
    "med medan men mer mot många nej ni nu när nästan och också om på redan samma sedan ser sin som så trots under ut "
    "utan vad var vara varför vem vi vid vilken vår är även över",
    "tr": "acaba ama ancak artık aynı ayrıca bazı belki ben bir biz bu buna bunu bunun burada böyle böylece bütün "
    "da daha de demek diğer en eğer fakat gibi hem hemen henüz hep hepsi her hiç ile ise için işte ki kim kimse nasıl "
    "ne neden nerede o olarak onlar onu onun orada oysa pek sadece sen siz sonra tüm ve veya ya yalnız yani yine yok "
    "zaten çok çünkü önce şimdi şu",
    "uk": "а або адже але без би був була були було в вже ви вона вони воно все всі він га де до ж з за зараз зі й "
    "його кожен коли мене мені ми може можна між на навіть над не нема ну ні ніхто нічого о однак ось по поки потім "
    "при про під після та так також там те тепер ти тим то тоді тому тільки у хоча хто це цей ця ці через чи чому що "
    "щоб я як яка який якщо які і із їх її",
}

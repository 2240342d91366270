"""More pasted pages in the notation of `pages.py`, written before the rules that they test were changed."""

ENGLISH_MAGAZINE = """
F Menu
F The Fellside Gazette
F Home > Countryside > Walls
H Dry stone wallers wanted as old hands retire
B Three valleys are looking for people who can lay a wall without mortar, and nobody has applied.
Y By Harriet Loxley, farming editor
D Published 2 June 2019, 07:15
P A gap in the wall above Thorle. Photo: Harriet Loxley/The Fellside Gazette
B Last spring a wall came down in the dale above Thorle, and it still lies in the grass. Nobody has come to mend it.
B "You need patience and good boots," said Walter Denny, who has built walls for fifty years. He learned from his uncle.
H A craft without heirs
B The guild had forty members when Denny joined. Today it has nine, and the youngest of them is fifty-four years old.
F Advertisement
B A course at the college was closed for want of students. The county has offered to pay the fees of the first six.
F Support independent journalism: become a friend of the Gazette for 4 pounds a month.
F Most read
F Sheep blocks railway for two hours
F Bakery reopens after the flood
C Comments (3)
C dalesman44: My grandfather built half of those walls.
C Mrs P: Pay them properly and they will come. It is as simple as that!
C R. Haigh: I would do it if I were younger.
F © 2019 The Fellside Gazette
"""

FRENCH_COMMENTS = """
F Se connecter
H Le moulin de Saint-Aubrac tourne à nouveau
D Publié le 8 mai 2018
Y Par Étienne Vasseur, envoyé spécial
P Le moulin vu de la rive gauche. © Étienne Vasseur
B Après onze ans de silence, la roue du moulin de Saint-Aubrac a recommencé à tourner samedi devant la foule.
B Les travaux ont coûté 340 000 euros. La commune en a payé un tiers, et une souscription a réuni le reste en deux ans.
H Une meule venue d'Auvergne
B La pierre pèse plus d'une tonne. Il a fallu un camion, une grue et toute une matinée pour la poser à sa place.
F Lire aussi : Le pont suspendu fermé tout l'été
B « Je n'y croyais plus », dit la meunière, Odette Brial, en regardant couler la première farine dans le sac.
F Faites un don et soutenez une presse libre, à partir de 2 euros par mois.
C 2 commentaires
C Papi Jo : Bravo à toute l'équipe, quelle belle aventure.
C Lili : On peut acheter la farine où ?
F Mentions légales
"""

GERMAN_REPRINT = """
H Das letzte Kino von Ellerbruch schließt im Herbst
Y Von Jost Hinrichs, Ellerbrucher Bote
P Der Saal fasst 212 Zuschauer. (Foto: Marlene Ott)
B Das Kino am Markt zeigt Ende September seinen letzten Film. Das teilte die Betreiberin am Dienstag mit.
B Seit drei Jahren kommen immer weniger Besucher. Im vergangenen Winter saßen oft nur vier Menschen im Saal.
H Kein Käufer in Sicht
B Ein Investor aus der Kreisstadt wollte das Haus übernehmen. Er zog sein Angebot zurück, als er das Dach sah.
B Die Gemeinde prüft nun, ob ein Verein den Betrieb fortführen kann. Eine Entscheidung soll im August fallen.
F Mehr zum Thema
F Freibad öffnet später
F Newsletter abonnieren
F Unterstützen Sie unsere Arbeit mit einem freiwilligen Abo ab 5 Euro im Monat.
"""

SPANISH_BARE_NAME = """
H Los pastores de Valdemira recuperan la trashumancia a pie
Y Elena Quiroga Sanz
B Más de mil ovejas salieron ayer de Valdemira hacia los pastos del norte, como hacían los abuelos de sus dueños.
B El viaje dura dieciséis días. Los pastores duermen al raso y solo llevan dos mulas, una tienda y algo de comida.
H Un oficio que vuelve
B Hace diez años quedaban dos rebaños en el valle. Hoy son siete, y tres de ellos pertenecen a gente joven.
P El rebaño cruza el puente viejo de Arlanzo. Fotografía: Elena Quiroga
B «No es nostalgia, es una forma de vivir», explicó Marina Salas, que dejó la ciudad para aprender el oficio.
F Noticias relacionadas
F El queso de Valdemira gana un premio
C Comentarios (2)
C Toño: Qué alegría volver a verlos pasar por el pueblo.
C Rosa M.: Ojalá dure.
"""

RUSSIAN_COMMENTS = """
F Главная
F Новости > Культура
H В Верхнеозёрске открыли музей деревянных лодок
D 11 сентября 2020, 14:30
Y Текст: Павел Кручинин, корреспондент
P Лодка рыбака Ефима Лыкова. Фото: Павел Кручинин
B В Верхнеозёрске в субботу открылся музей деревянных лодок. В нём собраны тридцать две лодки со всего озера.
B Первые экспонаты нашли в сараях и на чердаках. Многие пришлось разбирать и чинить по частям, рассказали мастера.
H Мастерская рядом с залом
B При музее работает мастерская, где лодки не только чинят, но и строят заново. Туда записались уже многие.
F Читайте также: Мост через Лузу закроют на ремонт
B Вход в музей до конца года бесплатный. Зимой его будут открывать только по выходным, сообщили в администрации.
F Поддержите нашу редакцию: подписка стоит 100 рублей в месяц.
C Комментарии: 2
C Старик: Мой дед на такой ходил. Спасибо, что сохранили.
C Ольга К.: А где это находится?
"""

CHINESE_PAGE = """
F 首页 > 社会
H 云岭村最后一座水磨重新转动
Y 本刊记者 陆青禾
D 2019年5月3日
P 修复后的水磨房外景。摄影：陆青禾
B 停转二十三年以后，云岭村的水磨星期六又转动起来。村里的老人站在桥上看了整整一个上午，谁也不愿意先离开。
B 修复工作花了两年时间。木匠们找不到图纸，只好根据照片和老人的记忆一点一点地把轮子重新做出来。
H 年轻人回来了
B 负责磨房的是二十八岁的田小雨。她去年从城里回到村里，打算用水磨磨出来的面粉开一家小面馆。
F 相关阅读
F 古桥修缮完工
C 评论（2）
C 山里人：小时候经常去那里玩，真怀念。
C 阿芳：面粉在哪里可以买到？
"""

JAPANESE_PAGE = """
H 霧島町の木造駅舎、七十年ぶりに改修へ
Y 記者 森野あかね
D 2018年10月4日
P 改修を待つ駅舎（写真：森野あかね）
B 霧島町は四日、築九十年になる木造の駅舎を来年の春から改修すると発表した。工事は一年半かかる見込みだという。
B 駅舎は一日の利用者が四十人ほどに減り、一時は取り壊しも検討された。しかし住民が署名を集め、町に保存を求めてきた。
H 待合室は図書室に
B 改修後の待合室には小さな図書室が置かれる。本は町民が持ち寄り、駅で列車を待つ人が自由に読めるようにする計画だ。
F 関連記事
F 峠のトンネルが開通
"""

ARABIC_BARE_NAME = """
H صيادو مرسى الزعفران يعودون إلى البحر بعد عام من التوقف
Y هالة المنصوري
B عاد صيادو مرسى الزعفران أمس إلى البحر بعد عام كامل من التوقف بسبب إصلاح الميناء. وخرج أول قارب قبل شروق الشمس.
P قوارب الصيد عند مدخل المرسى. تصوير: هالة المنصوري
B وكانت العاصفة قد هدمت الرصيف في الشتاء الماضي وأغرقت تسعة قوارب. وتكفلت البلدية بثلث كلفة الإصلاح والباقي من القروض.
H سوق بلا سمك
B وبقي سوق السمك مغلقًا طوال تلك المدة، واضطر كثير من الباعة إلى العمل في الحقول أو في المدن البعيدة.
F اقرأ أيضا: افتتاح طريق الجبل
B وقال الصياد سالم عبد الرحيم إنه لم ينم ليلة العودة من الفرح، وإن أولاده رافقوه إلى القارب.
C التعليقات (2)
C أبو يوسف: الحمد لله على عودتكم سالمين.
C نورة: متى يفتح السوق؟
"""

NAMES_AND_HEADINGS_IN_NO_HEAD = """
B The pilot boat left at six in the morning with four men on board and a mail bag for the lighthouse.
B Who was the last keeper of the light before the lamp was changed to electricity in the year 1961?
B John Marrow of Ling
B The answer was known to everybody in the village, but nobody had written it down before last winter.
B Ellen Marrow
B Her daughter keeps the log books in a tin under the stairs and shows them to anyone who asks kindly.
"""

DUTCH_PAGE = """
F Inloggen
H Laatste touwslager van Oudewaal geeft zijn vak door
Y Door Pieter van der Meulen, verslaggever
D Gepubliceerd: 9 april 2017 - 08:00
B In de lijnbaan van Oudewaal draait het wiel weer. Vijf leerlingen leren er hoe je een tros slaat.
B De touwslager is zevenenzeventig en zegt dat hij niet kon stoppen zolang niemand het van hem had overgenomen.
H Driehonderd meter lang
B De lijnbaan is de langste van het land. In de oorlog verdween een deel van het dak, maar het houtwerk bleef staan.
F Lees ook: Sluis gaat dicht voor onderhoud
F Steun ons werk en word vriend voor 3 euro per maand.
C Reacties (1)
C Joke: Wat een prachtig verhaal.
"""

ITALIAN_PAGE = """
H Il faro di Capo Sorlina riaccende la sua lampada
B Dopo vent'anni di buio la luce torna a girare, ma il guardiano non c'è più.
Y di Bruno Taverni, inviato
P La lanterna restaurata. (Foto: Bruno Taverni)
B La lampada del faro di Capo Sorlina si è riaccesa ieri sera davanti a trecento persone. Era spenta dal 1998.
B Il restauro è durato quattro anni. Le lenti, fatte a mano, sono state lucidate una per una.
H La casa del guardiano
B Nella casa accanto nascerà un piccolo museo. Il comune cerca ora qualcuno che voglia abitarci tutto l'anno.
F Leggi anche
F Nuovo traghetto per le isole
F © Riproduzione riservata
"""

ENGLISH_ESSAY = """
H On mending nets
Y Hester Quill
B My aunt mended nets in a shed that smelled of tar, and she never once looked at her hands while she did it.
B The shed had one window, and in that window stood a clock that was always wrong. Nobody ever thought of setting it.
B Comments
B She disliked comments of every kind, and most of all those of the priest, who had never held a needle in his life.
B Priest: a man who comes for tea and stays for supper. That was her definition, and she told it to anybody who asked.
"""

MORE_PAGES = {
    "magazine with comments": ENGLISH_MAGAZINE,
    "fr with comments": FRENCH_COMMENTS,
    "de reprint": GERMAN_REPRINT,
    "es with a bare name": SPANISH_BARE_NAME,
    "ru with comments": RUSSIAN_COMMENTS,
    "zh with comments": CHINESE_PAGE,
    "ja": JAPANESE_PAGE,
    "ar with a bare name": ARABIC_BARE_NAME,
    "nl with comments": DUTCH_PAGE,
    "it with a standfirst": ITALIAN_PAGE,
    "essay that looks like a page": ENGLISH_ESSAY,
    "answers and names between paragraphs": NAMES_AND_HEADINGS_IN_NO_HEAD,
}

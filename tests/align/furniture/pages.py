"""Pasted pages, written for the tests of furniture; the mark before each line is the role that it shall get."""

from align.bitext import Role

MARKS = {
    "H": Role.HEADLINE,
    "B": Role.BODY,
    "Y": Role.BYLINE,
    "D": Role.DATE,
    "P": Role.CAPTION,
    "C": Role.COMMENT,
    "F": Role.FURNITURE,
}

ENGLISH_PAGE = """
F Skip to content
F The Harbour Courier
F The Harbour Courier The Harbour
F Port Ellen, Islay  Est. May 3, 1891
F Light Rain 12° Light Rain
F News >  Islands
H Ferry line closes after ninety years of service
D March 4, 2021 Updated Fri., March 5, 2021 at 9:10 a.m.
Y By Ann Lee and Paul de Groot
F Share
B PORT ELLEN, March 4 - The last ferry between the two islands left the quay on Thursday evening.
P Photo: Ann Lee / The Harbour Courier
B "We are sad," the captain said.
F Advertisement:
B Nobody waved.
F https://images.example.org/resize?picture=ferry
F Read more: Bridge opens to traffic
F Ferry line closes after ninety years of service
H What comes next:
B The council has asked three companies to study a bridge. One of them built the tunnel in the north.
B 12 March 2021
B A second meeting was held in the school.
B He left.
F The Harbour Courier
F Independent journalism needs you.
F Give to our fund with the options below. Gifts are not tax deductible and pay for our reporters.
F Active Person
F Sign up for the morning letter in your inbox
F © 2021 The Harbour Courier. All rights reserved.
"""

AGGREGATOR_PAGE = """
D date 2021-03-04 ContributorsPublishers
H Captain of the last ferry says farewell to the islands
Y By Ann Lee
F Courier
D 3 days ago
B The captain of the last ferry has said farewell to the islands that he served for thirty years.
B He will retire in June.
C Comments
C Karl M.
C 2d ago
C what a pity, it was never late and the coffee was good, I shall miss it very much
C Reply
C 16
C Anna
C 1d ago
C The bridge will be faster, but nobody will know the captain of a bridge.
C Reply
F IN THIS ARTICLE
C Courier
"""

TWICE_TITLED_PAGE = """
F Support Us
H Relatives of the crew ask the company for the log of the lost ship
D Tuesday, 2 March 2021, 16:43
F Relatives of the crew ask the company for the log of the lost ship
Y JANE DOE – TUESDAY, 2 MARCH 2021, 16:43
B More than forty relatives of the crew have written to the company and ask for the log of the ship.
B Source: North Coast Radio, which has a copy of the letter
F Advertisement:
B Quote from the letter: "We ask for the log of the ship.
B We have waited for five months."
B Details: The company says that the log is lost, and that the search has ended.
H Background:
B The ship left the harbour in October and has not been seen since.
F Advertisement:
"""

DATE_AND_HEADLINE = """
H date 2021-03-04 Ferry scandal: captains reportedly made to sign new papers
B Captains who have worked for the line for years say that they were made to sign new papers in February.
B "I signed because I was tired. "
"""

GERMAN_PAGE = """
F Startseite > Regional > Hafen
H Fährlinie endet nach neunzig Jahren
Y Von Anna Lehmann
D 4. März 2021, 10:15 Uhr
B Die letzte Fähre zwischen den beiden Inseln hat am Donnerstagabend den Kai verlassen.
F Anzeige
B Der Kapitän sagte, er sei traurig.
F Lesen Sie auch: Brücke wird eröffnet
B Die Gemeinde hat drei Firmen gebeten, eine Brücke zu planen.
F Teilen
C Kommentare (2)
C Karl M.
C vor 3 Tagen
C Schade um die schöne Fähre, sie war immer pünktlich.
C Antworten
"""

FRENCH_PAGE = """
F Accueil | Région | Culture
H La dernière ligne de ferry ferme après quatre-vingt-dix ans
Y Par Anne Leroy
D Publié le 4 mars 2021 à 10h15
B Le dernier ferry entre les deux îles a quitté le quai jeudi soir, a annoncé la mairie.
F Publicité
B « C’est triste », a dit le capitaine.
B — Oui.
F À lire aussi
F Un pont ouvre au nord
F Les bus changent d’horaires
"""

SPANISH_PAGE = """
F Menú
H La última línea de transbordador cierra tras noventa años
Y Por Ana López
D Actualizado: 4 de marzo de 2021 - 10:15
B El último transbordador entre las dos islas salió del muelle el jueves por la noche, informó el alcalde.
F Publicidad
B Recibe el premio su hermana.
F Te puede interesar: Un puente abre en el norte
B El capitán se jubila en junio.
F Todos los derechos reservados
"""

RUSSIAN_PAGE = """
F Меню
H Паромная линия закрывается
D 4 марта 2021, 10:15
Y Автор: Анна Лебедева
B Последний паром между двумя островами отошёл от причала в четверг вечером, сообщил капитан порта.
F Реклама
P Фото: Анна Лебедева
B «Нам грустно», — сказал он.
F Подписывайтесь на наш телеграм-канал
B Совет попросил три компании изучить возможность строительства моста.
F Читайте также
F Мост открыт
"""

UKRAINIAN_PAGE = """
F Головна > Новини
H Поромна лінія закривається після дев’яноста років
D Четвер, 4 березня 2021, 10:15
B Останній пором між двома островами відійшов від причалу в четвер увечері, повідомив капітан порту.
F Реклама:
B Капітан підписав угоду з портом і не відповідає на листи.
C Коментарі
C Іван
C 2 дні тому
C Шкода, дуже гарний був пором, завжди ходив за розкладом.
C Відповісти
"""

CHINESE_PAGE = """
H 港口在冬天后关闭
Y 记者 王小明
D 2021年3月4日
F 分享
B 市政府星期四宣布，因为风暴造成的损坏，旧港口将在冬天以后关闭。
F 广告
B 船长说他很难过，因为他在这里工作了三十年。
F 相关新闻
F 大桥开通
"""

ARABIC_PAGE = """
F الرئيسية
H إغلاق الميناء القديم بعد الشتاء
Y بقلم أحمد علي
D 4 مارس 2021
B أعلنت المدينة يوم الخميس أن الميناء القديم سيغلق بعد الشتاء بسبب الأضرار التي سببتها العاصفة.
F إعلان
B قال القبطان إنه حزين جدا لأنه عمل هنا ثلاثين عاما.
"""

POLISH_PAGE = """
F Strona główna > Region
H Linia promowa zamknięta po dziewięćdziesięciu latach
Y Anna Nowak
D 4 marca 2021, 10:15
B Ostatni prom między dwiema wyspami odpłynął w czwartek wieczorem, poinformował kapitan portu.
F Reklama
P Fot. Jan Kowalski
B – To smutne – powiedział.
F Czytaj także: Nowy most
B Rada miasta poprosiła trzy firmy o zbadanie możliwości budowy mostu.
"""

TURKISH_PAGE = """
H Feribot hattı doksan yıl sonra kapanıyor
Y Yazan: Ayşe Yılmaz
D 4 Mart 2021 10:15
B İki ada arasındaki son feribot perşembe akşamı iskeleden ayrıldı, dedi belediye başkanı.
F Reklam
B Kaptan çok üzgün olduğunu söyledi ve haziranda emekli olacak.
F İlgili haberler
F Köprü açıldı
"""

BANNER_AND_QUESTION = """
F We use cookies on this site. Click accept to agree, or read our privacy policy for more on your choices.
F Accept all
H Why is the old harbour closing this winter?
Y By Ann Lee
D 4 March 2021
B The mayor said on Monday that the harbour would close after the storm.
B It will open again in May.
"""

STANDFIRST = """
H Harbour closes for the winter
B The town will lose its last ferry, and nobody knows what comes after it.
Y By Jane Doe
D Published: 4 March 2021
B The mayor said on Monday that the harbour would close after the storm.
B 12 March 2021
B A second meeting was held in the school.
"""


PAGES = {
    "newspaper": ENGLISH_PAGE,
    "aggregator": AGGREGATOR_PAGE,
    "headline twice": TWICE_TITLED_PAGE,
    "date before headline": DATE_AND_HEADLINE,
    "de": GERMAN_PAGE,
    "fr": FRENCH_PAGE,
    "es": SPANISH_PAGE,
    "ru": RUSSIAN_PAGE,
    "uk": UKRAINIAN_PAGE,
    "pl": POLISH_PAGE,
    "tr": TURKISH_PAGE,
    "zh": CHINESE_PAGE,
    "ar": ARABIC_PAGE,
    "cookie banner and a question for a headline": BANNER_AND_QUESTION,
    "author below the standfirst": STANDFIRST,
}


def blocks_and_roles(page: str) -> tuple[list[str], list[Role]]:
    """Return the lines of a page and the roles that are marked before them; an `H` below article text is a heading."""
    lines = page.strip().splitlines()
    roles = [MARKS[line[0]] for line in lines]
    text = roles.index(Role.BODY) if Role.BODY in roles else len(roles)
    below = [Role.HEADING if role is Role.HEADLINE else role for role in roles[text:]]
    return [line[2:] for line in lines], [*roles[:text], *below]

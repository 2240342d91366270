"""Sentences of the pages in `pages/` with their translations in the clean texts, to be left out on one side each."""

PLANTED = {
    "en-news": [
        (
            "Drivers have to book a place two days before the crossing.",
            "Les conducteurs doivent réserver une place deux jours avant la traversée.",
        ),
        ("The crossing takes five hours.", "La traversée dure cinq heures."),
        (
            "It hopes that more young families will stay on the island.",
            "Il espère que davantage de jeunes familles resteront sur l'île.",
        ),
    ],
    "fr-wordpress": [
        ("Le four appartient à la commune.", "The oven belongs to the village."),
        ("Il n'a demandé que le prix des briques.", "He asked only for the price of the bricks."),
    ],
    "de-zeitung": [
        ("Das Uhrwerk wurde 1911 in Straßburg gebaut.", "The clockwork was built in Strasbourg in 1911."),
        ("Nicht alle freuen sich über den Klang.", "Not everybody is glad about the sound."),
    ],
    "es-diario": [
        ("No hace falta tener carné de la biblioteca.", "It is not necessary to have a library card."),
        ("Hoy la colección tiene noventa variedades.", "Today the collection has ninety varieties."),
    ],
    "zh-portal": [
        (
            "茶馆每天早上六点开门，晚上九点关门。",
            "The teahouse opens every day at six in the morning and closes at nine in the evening.",
        ),
        ("八十岁的陈老先生带来了自己的杯子。", "Eighty-year-old Mr Chen brought his own cup."),
    ],
    "ru-portal": [
        (
            "Детей, которые едут в школу, Савельев перевозит бесплатно.",
            "Children who are on their way to school Savelyev carries free of charge.",
        ),
        ("Ученика у него пока нет.", "He has no apprentice yet."),
        (
            "Сваи для него привезли, но потом увезли обратно.",
            "The piles for it were brought, but then they were taken away again.",
        ),
    ],
    "ja-blog": [
        (
            "四月からは、村の図書室として使われる予定だ。",
            "From April it is to be used as the reading room of the village.",
        ),
        ("卒業生は双子の姉妹二人だけだった。", "The only graduates were two twin sisters."),
    ],
    "it-rivista": [
        (
            "Chi si addormentava durante la guardia perdeva tutta la legna.",
            "Wer bei der Wache einschlief, verlor das ganze Holz.",
        ),
        ("I sentieri si coprirono di rovi.", "Die Pfade wuchsen mit Brombeeren zu."),
    ],
    "pt-jornal": [
        (
            "Os pais precisam assinar uma autorização na prefeitura.",
            "Los padres tienen que firmar una autorización en el ayuntamiento.",
        ),
        ("Os barcos foram doados por um clube da capital.", "Los barcos los donó un club de la capital."),
    ],
    "nl-handleiding": [
        (
            "Ook papier met glanzende inkt hoort niet in het vuur.",
            "Paper with glossy ink does not belong in the fire either.",
        ),
        ("Neem alstublieft niet meer mee dan één mand per dag.", "Please do not take more than one basket a day."),
        (
            "Zet een raam open en houd een brandende krant voor de opening.",
            "Open a window and hold a burning newspaper in front of the opening.",
        ),
        ("De as blijft nog een dag heet.", "The ash stays hot for another day."),
    ],
}

"""Small articles in two languages, made for the tests of corpora."""

from pathlib import Path

PLACES = ("Alnmouth", "Brixham", "Cromer", "Dunbar", "Eyemouth", "Fowey", "Girvan", "Hythe")
_ENGLISH = (
    "The council of {place} voted on Monday to close the old harbour for {number} weeks.",
    "Engineers had found deep cracks in the northern wall after the storms of the winter.",
    "Fishermen from {place} fear that they will lose a third of their income this year.",
    "The repairs will cost about {number} thousand pounds, the mayor told reporters.",
    "A temporary pier is to be built beside the lighthouse before the summer begins.",
)
_FRENCH = (
    "Le conseil de {place} a voté lundi la fermeture du vieux port pendant {number} semaines.",
    "Des ingénieurs avaient découvert de profondes fissures dans le mur nord après les tempêtes de l'hiver.",
    "Les pêcheurs de {place} craignent de perdre un tiers de leurs revenus cette année.",
    "Les réparations coûteront environ {number} mille livres, a déclaré le maire aux journalistes.",
    "Une jetée provisoire doit être construite à côté du phare avant le début de l'été.",
)


def write_articles(folder: Path, *, count: int = 4) -> Path:
    """Write articles as `en/PLACE.txt` and `fr/PLACE.txt` and return the folder."""
    for language, sentences in (("en", _ENGLISH), ("fr", _FRENCH)):
        (folder / language).mkdir(parents=True, exist_ok=True)
        for number, place in enumerate(PLACES[:count]):
            chosen = sentences[number % 2 :] if number % 3 else sentences
            text = " ".join(chosen).format(place=place, number=number + 11)
            (folder / language / f"{place}.txt").write_text(text + "\n", encoding="utf-8")
    return folder

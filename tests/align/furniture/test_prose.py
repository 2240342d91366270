"""Article text that looks like page furniture, and furniture that looks like it: each kind beside its control."""

import pytest

from align.bitext import Role
from align.documents import document_from_text
from align.furniture.judge import assign_roles
from align.reading import read_bytes

BEFORE = (
    "The lower village lies on the far bank, and nobody had crossed the river there since the flood of last autumn."
)
AFTER = (
    "Towards evening the wind went down at last, and the two men carried the boat back up to the shed behind the inn."
)

LAST = "Nobody asked them where they had been, and by the time the snow came the matter was forgotten in both villages."


def roles_of(*texts: str, language: str = "und", between: str = "\n\n") -> list[str]:
    """Return the roles of pasted paragraphs as words."""
    reading = read_bytes(between.join(texts).encode(), name="pasted.txt")
    return [str(block.role) for block in assign_roles(reading, language=language)]


def role_of(text: str, language: str = "und") -> str:
    """Return the role of a paragraph between two others."""
    return roles_of(BEFORE, text, AFTER, language=language)[1]


@pytest.mark.parametrize(
    ("language", "clauses"),
    [
        ("en", "(a) Dogs are on a lead.|(b) Bicycles stay outside.|(c) No fires are lit after dark."),
        ("de", "(b) Hunde sind anzuleinen|(c) Miete und Kaution|(d) Schlüssel und Haftung"),
        ("fr", "a) Le loyer est dû en mai.|(b) La clé est rendue.|(c) Le feu est interdit depuis 2019 partout."),
        ("es", "(b) Las llaves se devuelven.|(c) Se prohíbe fumar.|(d) Se pagan los daños."),
        ("it", "(b) Le chiavi si restituiscono|(C) Sono vietati i fuochi|(d) Si pagano i danni"),
        ("pl", "(a) Psy prowadzi się na smyczy.|(b) Rowery zostają na zewnątrz.|(c) Ognisk nie wolno palić."),
        ("ru", "(b) Ключи возвращают сторожу.|(c) Костры запрещены.|(d) Ущерб оплачивает наниматель."),
        ("zh", "(a) 租金提前一周支付。|(b) 钥匙交给管理员。|(c) 大楼内禁止使用明火。"),
    ],
)  # fmt: skip
def test_the_third_clause_of_a_contract_is_no_credit(language: str, clauses: str) -> None:
    """A "(c)" is a copyright mark only where no other letter stands beside it."""
    texts = clauses.split("|")
    assert roles_of(BEFORE, *texts, AFTER, language=language, between="\n") == ["body"] * (len(texts) + 2)


def test_a_clause_alone_is_no_credit_when_it_is_a_sentence() -> None:
    """A sentence is not a name; the clauses beside it may be long."""
    assert role_of("(c) Open fire is forbidden in the whole of the building.") == "body"
    assert role_of("The tenant pays for: (a) the rent. (b) the power. (c) the cleaning of the hall") == "body"


@pytest.mark.parametrize(
    "text", ["(c) Northern Picture Agency", "© Northern Picture Agency", "(c) 2021 Ida Berg", "Foto: Ida Berg"]
)
def test_a_credit_stays_outside_of_the_article(text: str) -> None:
    """The mark before a name, or a name and a year, is a credit."""
    assert role_of(text) != "body"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harbour office explained:"),
        ("en", "The following rules apply:"),
        ("fr", "Le maire du village a répondu :"),
        ("de", "Nach einer Weile sagte der Alte:"),
        ("de", "Dabei gilt:"),
        ("es", "La alcaldesa contestó:"),
        ("it", "Il capitano rispose così:"),
        ("pt", "O vizinho respondeu:"),
        ("nl", "De burgemeester zei daarop:"),
        ("ru", "Комендант ответил:"),
        ("pl", "Sołtys odpowiedział na to:"),
        ("zh", "村长回答说："),
    ],
)
def test_who_speaks_is_article_text(language: str, text: str) -> None:
    """A line that ends in a colon says who speaks or begins a list."""
    assert role_of(text, language) == "body"
    assert roles_of(text, AFTER, language=language) == ["body", "body"]


@pytest.mark.parametrize("text", ["Background:", "Hintergrund:", "What happens now:", "Pourquoi c'est important :"])
def test_a_label_with_a_colon_is_a_heading(text: str) -> None:
    """One word, or a question, that stands apart between two paragraphs."""
    assert role_of(text) == "heading"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Fahrer sei zu schnell gewesen, sagte eine Sprecherin der Polizei am späten Abend. dpa/AFP"),
        ("de", "Der Fahrer sei zu schnell gewesen, sagte eine Sprecherin der Polizei am späten Abend. (jw/dpa)"),
        ("fr", "Le chauffeur roulait trop vite, a dit une porte-parole de la police dans la soirée. AFP/Reuters"),
        ("es", "El conductor iba demasiado rápido, dijo una portavoz de la policía por la noche. (efe/dpa)"),
        ("en", "The driver had been going too fast, a spokeswoman of the police said late on Friday. AP/Reuters"),
        ("de", "Der Fahrer sei zu schnell gewesen, sagte eine Sprecherin der Polizei am späten Abend. /dpa"),
        ("nl", "De bestuurder reed te hard, zei een woordvoerster van de politie laat op de avond. anp/dpa"),
    ],
)
def test_a_last_paragraph_may_name_its_agencies(language: str, text: str) -> None:
    """A sentence with the marks of agencies behind it is text; a photographer has a first name."""
    assert roles_of(BEFORE, AFTER, text, language=language) == ["body"] * 3
    assert role_of("The quay at noon on Monday. Ida Berg/AFP") == "caption"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Follow us, said the girl, and do not look back until you are past the mill."),
        ("en", "Sign up now, the sergeant said, and you will see the sea before the year is out."),
        ("en", "Click here! he shouted, and pointed to the brass knob beside the door."),
        ("en", "Follow us, the miller said, and in a month you will have forgotten what hunger is."),
        ("de", "Folgen Sie uns, rief der Wirt, und achten Sie auf die Stufen."),
        ("de", "Unterstützen Sie den Jungen, bat die Mutter, er ist noch nie geritten."),
        ("fr", "Suivez-nous, dit la fillette, et ne vous retournez pas avant le moulin."),
        ("fr", "Soutenez votre frère, dit le médecin, il ne tient plus debout."),
        ("es", "Síguenos, dijo la niña, y no mires atrás hasta pasar el molino."),
        ("it", "Seguici, disse la bambina, e non voltarti prima del mulino."),
        ("nl", "Volg ons, zei het meisje, en kijk niet om voor de molen."),
        ("ru", "Присоединяйтесь, сказал хозяин, и налейте себе чаю."),
        ("pl", "Dołącz do nas, powiedział gospodarz, i nalej sobie herbaty."),
        ("tr", "Takip edin, dedi çocuk, ve değirmene kadar arkanıza bakmayın."),
    ],
)
def test_an_imperative_in_a_story_is_text(language: str, text: str) -> None:
    """A sentence that begins like a prompt but asks for nothing that pages ask for."""
    assert role_of(text, language) == "body"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Follow us on Instagram and never miss a story."),
        ("en", "Sign up now for our morning letter"),
        ("en", "Read also: The last ferry has left."),
        ("de", "Folgen Sie uns auf Facebook und Instagram."),
        ("de", "Abonnieren Sie unseren Newsletter."),
        ("de", "Unterstützen Sie unsere Arbeit."),
        ("fr", "Soutenez-nous !"),
        ("fr", "Suivez-nous sur Facebook pour ne rien manquer."),
        ("es", "Suscríbete a nuestro boletín y recibe las noticias en tu correo."),
        ("it", "Iscriviti alla nostra newsletter."),
        ("pt", "Assine nossa newsletter e receba tudo no seu e-mail."),
        ("ru", "Подписывайтесь на наш телеграм-канал."),
    ],
)
def test_a_prompt_between_paragraphs_is_furniture(language: str, text: str) -> None:
    """It speaks of letters, networks or money, or it is no sentence at all."""
    assert role_of(text, language) == "furniture"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il pleuvait depuis trois jours."),
        ("en", "Nobody had come."),
        ("de", "Es regnete seit Tagen."),
        ("es", "Llovía desde el lunes."),
        ("it", "Pioveva da tre giorni."),
        ("ru", "Дождь шёл третий день."),
        ("zh", "雨已经下了三天。"),
        ("en", "What a winter it was!"),
    ],
)
def test_a_short_first_sentence_is_no_headline(language: str, text: str) -> None:
    """A line with a stop above the text is its first sentence; without one it is the headline."""
    assert roles_of(text, AFTER, language=language) == ["body", "body"]
    assert roles_of("Two men and a boat", AFTER)[0] == "headline"


def test_a_headline_with_a_stop_stands_above_a_date() -> None:
    """Where the head of a page is evident, its headline may be a sentence."""
    assert roles_of("The boat has gone.", "3 May 2021", AFTER)[:2] == ["headline", "date"]


@pytest.mark.parametrize(
    "dialogue",
    [
        '"Is it you?"|"Yes."|"Where have you been?"|"Out."|"All night?"',
        "— C'est toi ?|— Oui.|— Où étais-tu ?|— Dehors.|— Toute la nuit ?",
        "„Bist du es?“|„Ja.“|„Wo warst du?“|„Draußen.“",
        "»Bist du es?«|»Ja.«|»Wo warst du so lange?«|»Draußen.«",
        "« C'est toi ? »|« Oui. »|« Où étais-tu ? »",
        "— ¿Eres tú?|— Sí.|— ¿Dónde estabas anoche?|— Fuera.",
        "— Это ты?|— Я.|— Где ты был всю ночь?|— В лесу.",
        "“是你吗？”|“是。”|“你去哪儿了？”",
    ],
)
def test_a_chapter_may_open_in_dialogue(dialogue: str) -> None:
    """Every line of speech above the first long sentence is text, also one that comes again below."""
    lines = dialogue.split("|")
    assert set(roles_of(*lines, AFTER, lines[1], between="\n")) == {"body"}


@pytest.mark.parametrize("mark", ["[2]", " [2]", "²", "¹²", "[note 3]", "[1][2]", "*", "†", "3", " (3)"])
def test_a_paragraph_may_end_in_the_mark_of_a_note(mark: str) -> None:
    """What closes behind the stop does not make a heading of a short sentence."""
    assert role_of(f"The tower was a prison until the war.{mark}") == "body"
    assert role_of("The tower and the war") == "heading"


@pytest.mark.parametrize(
    "button",
    [
        "Share on Facebook", "Print this page", "Share this article", "Click to share on Twitter (Opens in new window)",
        "Auf Facebook teilen", "Seite drucken", "Partager sur Facebook", "Imprimer cette page", "Compartir en WhatsApp",
        "Condividi su Facebook", "Stampa questa pagina", "Compartilhar no WhatsApp", "Deel dit artikel",
        "Поделиться в Telegram", "Поділитися у Facebook", "Udostępnij na Facebooku", "Sdílet na Facebooku",
        "分享到微信", "Facebookでシェア", "شارك على فيسبوك", "Facebook'ta paylaş", "Tweet",
    ],
)  # fmt: skip
def test_a_share_bar_is_furniture(button: str) -> None:
    """Behind the text and within it, in the languages of the phrases."""
    assert roles_of(BEFORE, AFTER, button)[2] == "furniture"


@pytest.mark.parametrize("text", ["Share the bread", "Print a page", "The mail is late", "He printed the page"])
def test_words_of_buttons_alone_make_none(text: str) -> None:
    """A network or the page has to be named, and what to do has to come first or last."""
    assert roles_of(BEFORE, AFTER, text)[2] == Role.BODY


def test_a_section_about_reactions_holds_no_comments() -> None:
    """A paragraph below the heading, and a day below that, are the article's; names and replies are readers'."""
    assert roles_of(BEFORE, "Reactions", AFTER, "3 May 2021", LAST)[2:] == ["body"] * 3
    assert "comment" in roles_of(BEFORE, AFTER, "Comments", "Ida", "2 days ago", "What a pity, I liked it.", "Reply")


def test_what_goes_on_below_is_no_headline() -> None:
    """A first paragraph that a blank line cuts within a sentence, or that holds a whole one, is article text."""
    first = "The old man had waited for the boat since noon. Nobody had told him that"
    for second in ("it would not come. He sat down.", "“It may be late”, and he sat down."):
        document = document_from_text(f"{first}\n\n{second}\n\nHe ate his bread.\n", language="en")
        assert {segment.role for segment in document.segments} == {Role.BODY}

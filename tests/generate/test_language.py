# ruff: noqa: RUF001  other alphabets look alike in places
import pytest

from quizapp.errors import QuizError
from quizapp.generate.language import english_paragraphs, look_at

ENGLISH = (
    "The ferry left the harbour at dawn with forty passengers on board, and nobody on the quay could say when it would"
    " be back. The captain had told his crew that the storm was over, but the wind was still strong."
)
FOREIGN = {
    "German": "Die Fähre verließ den Hafen am frühen Morgen mit vierzig Passagieren an Bord, und niemand am Kai konnte"
    " sagen, wann sie zurück sein würde. Der Kapitän hatte der Mannschaft gesagt, dass der Sturm vorbei ist.",
    "French": "Le ferry a quitté le port à l'aube avec quarante passagers à bord, et personne sur le quai ne pouvait"
    " dire quand il serait de retour. Le capitaine avait dit à son équipage que la tempête était passée.",
    "Spanish": "El barco salió del puerto al amanecer con cuarenta pasajeros a bordo y nadie en el muelle podía decir"
    " cuándo volvería. El capitán había dicho a la tripulación que la tormenta ya no era un peligro para los viajeros.",
    "Italian": "Il traghetto ha lasciato il porto all'alba con quaranta passeggeri a bordo, e nessuno sul molo poteva"
    " dire quando sarebbe tornato. Il capitano aveva detto che la tempesta non era più un pericolo per la nave.",
    "Portuguese": "O barco deixou o porto ao amanhecer com quarenta passageiros a bordo e ninguém no cais podia dizer"
    " quando ele voltaria. O capitão disse que a tempestade já não era um perigo para os passageiros.",
    "Dutch": "De veerboot verliet de haven bij zonsopgang met veertig passagiers aan boord en niemand op de kade kon"
    " zeggen wanneer hij terug zou zijn. De kapitein had gezegd dat de storm"
    " voorbij was en het niet meer gevaarlijk is.",
    "Polish": "Prom opuścił port o świcie z czterdziestoma pasażerami na pokładzie i nikt na nabrzeżu nie wiedział,"
    " kiedy się wróci. Kapitan powiedział, że burza już jest za nimi i nie ma się czego bać, ale to nie było tak.",
    "Turkish": "Feribot şafakta kırk yolcu ile limandan ayrıldı ve rıhtımda kimse ne zaman döneceğini bilmiyordu. "
    "Kaptan fırtına için artık çok geç olduğunu söyledi ama rüzgar daha güçlü idi ve bu bir sorun gibi değil.",
    "Cyrillic letters (Russian, Ukrainian, Bulgarian …)": "Паром покинул гавань на рассвете с сорока пассажирами на"
    " борту, и никто на причале не мог сказать, когда он вернётся.",
    "Japanese": "フェリーは夜明けに四十人の乗客を乗せて港を出た。いつ戻るのか誰も知らなかった。",
    "Greek": "Το πλοίο έφυγε από το λιμάνι την αυγή με σαράντα επιβάτες και κανείς δεν ήξερε πότε θα γυρίσει.",
}


def test_english_stays():
    assert english_paragraphs([ENGLISH]) == ((True,), ())


def test_a_single_sentence_is_enough():
    assert english_paragraphs(["Belgrave became the tenth member of the league."]) == ((True,), ())


@pytest.mark.parametrize(("language", "text"), FOREIGN.items(), ids=lambda value: value[:12])
def test_another_language_is_named(language, text):
    assert look_at(text).language == language
    with pytest.raises(QuizError, match="looks like"):
        english_paragraphs([text, text])


@pytest.mark.parametrize(("language", "text"), FOREIGN.items(), ids=lambda value: value[:12])
def test_a_foreign_paragraph_is_left_out_and_told(language, text):
    kept, notices = english_paragraphs([ENGLISH, text, ENGLISH])
    assert kept == (True, False, True)
    assert notices == (f"1 paragraph left out: {language}",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no running text"),
        ("12 34 56 ... 78", "no running text"),
        ("xq zvb krt plm wqx " * 20, "noise"),
        (ENGLISH.upper(), "capitals"),
        (ENGLISH.replace(".", "").replace(",", ""), "no sentence ends"),
        ("\U0001f600 \U0001f680 " * 50, "no running text"),
    ],
)
def test_what_is_no_prose_is_refused_with_what_was_seen(text, said):
    with pytest.raises(QuizError, match=said):
        english_paragraphs([text])


def test_a_refusal_names_the_file():
    with pytest.raises(QuizError) as caught:
        english_paragraphs([FOREIGN["German"]], "brief.txt")
    assert str(caught.value).startswith("brief.txt: the text is not in English: it looks like German; ")

import pytest

from quizapp.generate.article import EntityKind


def names(article, kind):
    return [entity.name for entity in article.entities if entity.kind is kind]


def test_a_person_is_one_entity_under_all_names(read, entity):
    article = read(
        "Estonian President Maria Tamm met the crew. Mrs. Tamm praised them. Tamm left, and Ms Tamm's aides followed."
    )
    person = entity(article, "Maria Tamm")
    assert person.kind is EntityKind.PERSON
    assert person.aliases == {"Tamm"}
    assert person.short == "Tamm"
    assert len(person.mentions) == 4
    assert (person.role, person.nationality, person.gender) == ("Estonian President", "Estonian", "f")


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Former Harbour Director John Stone spoke.", "John Stone", "former Harbour Director"),
        ("The palace spokesman, Peter Holm, said nothing.", "Peter Holm", "palace spokesman"),
        ("Anna Berg, curator for shells at the museum, said so.", "Anna Berg", "curator for shells"),
        ("Anna Berg, a professor at Kell University, said so.", "Anna Berg", "professor at Kell University"),
        ("Embattled Danish Prime Minister Anna Berg resigned.", "Anna Berg", "Danish Prime Minister"),
        ("Sen. Tom Cole, a farmer, voted no.", "Tom Cole", "Senator"),
        ("His friend Peter Holm said so.", "Peter Holm", ""),
        ("Angela Holm, 62, said so.", "Angela Holm", ""),
    ],
)
def test_the_office_beside_a_name_is_its_role(read, entity, sentence, name, role):
    person = entity(read(sentence), name)
    assert person.kind is EntityKind.PERSON
    assert person.role == role


def test_an_acronym_in_brackets_is_an_alias(read, entity):
    article = read("The Alpine Shipping Council (ASC) met in Bern. The ASC has nine members.")
    council = entity(article, "ASC")
    assert council.name == "Alpine Shipping Council"
    assert (council.short, council.spoken) == ("ASC", "the Alpine Shipping Council")
    assert council.kind is EntityKind.ORGANISATION
    assert len(council.mentions) == 2


def test_an_expansion_in_brackets_gives_the_full_name(read, entity):
    article = read("Fishing is a tenth of its GDP (Gross Domestic Product).")
    assert entity(article, "GDP").name == "Gross Domestic Product"


def test_a_short_form_joins_the_one_long_name(read, entity):
    article = read("The U.S. Supreme Court ruled on the case. The Supreme Court had heard it in May.")
    assert len(entity(article, "U.S. Supreme Court").mentions) == 2


def test_a_surname_that_two_bear_belongs_to_neither(read):
    article = read("Anna Berg met Peter Berg in Bern. Berg then said that the talks were over.")
    assert names(article, EntityKind.PERSON)[:2] == ["Anna Berg", "Peter Berg"]
    assert all(len(each.mentions) == 1 for each in article.entities if each.name in ("Anna Berg", "Peter Berg"))


def test_a_surname_that_looks_like_a_word_is_found(read, entity):
    article = read("The minister praised Lisa Page and Jeff Sessions. Page left the team. Sessions on Monday resigned.")
    assert len(entity(article, "Lisa Page").mentions) == 2
    assert len(entity(article, "Jeff Sessions").mentions) == 2


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Tajikistan and Nepal signed it.", "Tajikistan", EntityKind.COUNTRY),
        ("Trade with the U.S. fell.", "U.S.", EntityKind.COUNTRY),
        ("The boat sank off Kiel in the night.", "Kiel", EntityKind.PLACE),
        ("They crossed the Baltic Sea by boat.", "Baltic Sea", EntityKind.PLACE),
        ("The Lisbon Declaration was signed there.", "Lisbon Declaration", EntityKind.OTHER),
        ("They want to use the Trans-Caspian Corridor.", "Trans-Caspian Corridor", EntityKind.OTHER),
        ("The Senate Finance Committee voted on it.", "Senate Finance Committee", EntityKind.ORGANISATION),
        ("Turkish mediation failed.", "Turkish", EntityKind.NATIONALITY),
        ("Central Asian countries disagreed.", "Central Asian", EntityKind.NATIONALITY),
        ("The telescope was trained on Venus all night.", "Venus", EntityKind.OTHER),
        ("The wall called Hadrian's Wall is old.", "Hadrian's Wall", EntityKind.PLACE),
    ],
)
def test_kinds(read, entity, sentence, name, kind):
    assert entity(read(sentence), name).kind is kind


def test_a_name_keeps_no_title_and_no_bracket(read):
    article = read("FBI Director John Stone met members of the Alpine League (AL). Recep Tayyip Erdogan was there.")
    everything = {entity.name for entity in article.entities}
    assert {"FBI", "John Stone", "Alpine League", "Recep Tayyip Erdogan"} <= everything
    assert not any("(" in name or "Director" in name for name in everything)


def test_every_mention_is_found_at_its_tokens(read):
    article = read("Estonian President Maria Tamm met Peter Holm (an aide) in Bern. Tamm left.")
    for entity in article.entities:
        for mention in entity.mentions:
            sentence = article.sentences[mention.sentence]
            span = sentence.span.doc[mention.start : mention.end]
            assert span.text == mention.text
            assert all(article.entity_at(sentence, token) is entity for token in span)


def test_percent_and_hedge_stay_with_the_number(read):
    article = read("The league has around 30% of the trade and at least 21 ports.")
    assert names(article, EntityKind.NUMBER) == ["around 30%", "at least 21"]

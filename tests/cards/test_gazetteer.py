from collections import Counter
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards import gazetteer
from quizapp.cards.gazetteer import data

COUNTRIES = gazetteer.countries()
NAMES = {each.name for each in COUNTRIES}


def test_there_are_193_members_of_the_united_nations_and_the_places_beside_them():
    standings = Counter(each.standing.split()[0] for each in COUNTRIES)
    assert standings["member"] == 193
    assert {each.name for each in COUNTRIES if each.standing == "observer"} == {"Vatican City", "Palestine"}
    assert {each.name for each in COUNTRIES if each.standing == "disputed"} == {"Taiwan", "Kosovo", "Western Sahara"}


@pytest.mark.parametrize(
    ("continent", "members"),
    [("Africa", 54), ("Asia", 47), ("Europe", 43), ("North America", 23), ("South America", 12), ("Oceania", 14)],
)
def test_each_continent_has_its_number_of_members(continent, members):
    there = [each for each in COUNTRIES if each.continent == continent and each.standing == "member"]
    assert len(there) == members


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("Central Asia", {"Kazakhstan", "Uzbekistan", "Kyrgyzstan", "Tajikistan", "Turkmenistan"}),
        ("North Africa", {"Egypt", "Libya", "Tunisia", "Algeria", "Morocco", "Sudan", "Western Sahara"}),
    ],
)
def test_a_region_has_its_countries(region, names):
    assert {each.name for each in gazetteer.countries_in(region)} == names


@pytest.mark.parametrize("each", COUNTRIES, ids=lambda each: each.name)
def test_every_country_is_whole(each):
    assert each.official
    assert each.capitals
    assert each.adjectives
    assert each.people
    assert each.region
    words = (*each.names, *each.capitals, *each.demonyms)
    assert all(word == word.strip() and word and "|" not in word and "/" not in word for word in words)
    assert len(set(each.names)) == len(each.names)
    if each.standing.startswith("attached"):
        assert gazetteer.country(each.standing.removeprefix("attached to ")).standing == "member"
    else:
        assert each.standing in {"member", "observer", "disputed"}


def test_no_name_is_borne_by_two_countries():
    bearers = Counter(name for each in COUNTRIES for name in set(map(data.key, each.names)))
    assert [name for name, count in bearers.items() if count > 1] == []


def test_no_capital_is_shared_and_few_demonyms_are():
    assert [seat for seat, count in Counter(each.capitals[0] for each in COUNTRIES).items() if count > 1] == []
    shared = {word for each in COUNTRIES for word in each.demonyms if len(gazetteer.countries_of_demonym(word)) > 1}
    assert shared == {"Congolese", "Korean", "Koreans", "Dominican", "Dominicans"}


def test_every_name_capital_and_demonym_leads_back_to_its_country():
    for each in COUNTRIES:
        assert all(gazetteer.country(name) is each for name in each.names)
        assert all(gazetteer.country_of_capital(seat) is each for seat in each.capitals)
        assert all(each in gazetteer.countries_of_demonym(word) for word in each.demonyms)


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("the United States of America", "United States"),
        ("UK", "United Kingdom"),
        ("Britain", "United Kingdom"),
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Czechia", "Czech Republic"),
        ("The Gambia", "Gambia"),
        ("Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "Ivory Coast"),
        ("Burma", "Myanmar"),
        ("People's Republic of China", "China"),
        ("Republic of China", "Taiwan"),
        ("DR Congo", "Democratic Republic of the Congo"),
        ("Holy See", "Vatican City"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(name, common):
    assert gazetteer.country(name).name == common


@pytest.mark.parametrize("name", ["", "turkey", "Korea", "Congo", "Atlantis", "the"])
def test_what_names_no_country_or_two_names_none(name):
    assert gazetteer.country(name) is None


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("Kazakhstan", "Astana"),
        ("Turkey", "Ankara"),
        ("Australia", "Canberra"),
        ("Brazil", "Brasília"),
        ("Canada", "Ottawa"),
        ("Switzerland", "Bern"),
        ("Nigeria", "Abuja"),
        ("Pakistan", "Islamabad"),
        ("Myanmar", "Naypyidaw"),
        ("South Africa", "Pretoria"),
        ("the US", "Washington, D.C."),
        ("New Zealand", "Wellington"),
        ("Atlantis", None),
    ],
)
def test_capitals(name, seat):
    assert gazetteer.capital(name) == seat


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Turkish", "Turkey"),
        ("Turk", "Turkey"),
        ("Turks", "Turkey"),
        ("Dutch", "Netherlands"),
        ("Dutchmen", "Netherlands"),
        ("Poles", "Poland"),
        ("Swiss", "Switzerland"),
        ("Filipino", "Philippines"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Britons", "United Kingdom"),
        ("Kyrgyz", "Kyrgyzstan"),
        ("Icelanders", "Iceland"),
        ("New Zealanders", "New Zealand"),
        ("Japanese", "Japan"),
        ("Germans", "Germany"),
        ("Afghans", "Afghanistan"),
        ("Iraqis", "Iraq"),
        ("Congolese", None),
        ("Martian", None),
    ],
)
def test_demonyms(word, name):
    found = gazetteer.country_of_demonym(word)
    assert (found.name if found else None) == name


def test_the_demonyms_of_a_country_are_adjectives_and_people():
    assert gazetteer.demonyms("the Netherlands") == ("Dutch", "Dutchman", "Dutchmen", "Dutchwoman", "Dutchwomen")
    assert gazetteer.demonyms("Atlantis") == ()


def test_the_plurals_of_peoples_are_english():
    plurals = {pair[1] for each in COUNTRIES for pair in each.people}
    assert {"Chinese", "Swiss", "Frenchmen", "Seychellois", "Danes", "Germans", "Manxmen", "Basotho"} <= plurals
    assert not {"Germen", "Chineses", "Swisss", "Frenchmans", "Ottomen"} & plurals


@pytest.mark.parametrize(
    ("city", "name"),
    [
        ("Astana", "Kazakhstan"),
        ("The Hague", "Netherlands"),
        ("Istanbul", "Turkey"),
        ("Shanghai", "China"),
        ("Atlanta", "United States"),
        ("Kiev", "Ukraine"),
        ("Bogota", "Colombia"),
        ("Gotham", None),
    ],
)
def test_cities(city, name):
    found = gazetteer.country_of_city(city)
    assert (found.name if found else None) == name


def test_every_listed_city_stands_in_a_known_country_and_is_no_capital():
    for city, name in gazetteer.cities().items():
        assert gazetteer.country(name).name == name
        assert gazetteer.country_of_capital(city) is None or city in {"George Town", "San Jose"}
    assert len(gazetteer.cities()) > 250


def test_no_city_is_listed_twice():
    listed = [city.strip() for line in data._lines("cities") for city in line.partition(":")[2].split(";")]
    assert len(listed) == len(set(listed))
    assert {seat for seat, _ in gazetteer.states().values()}.isdisjoint(listed)


def test_there_are_fifty_states_with_fifty_capitals():
    assert len(gazetteer.states()) == 50
    assert len({seat for seat, _ in gazetteer.states().values()}) == 50
    assert gazetteer.states()["Texas"] == ("Austin", "Southwest")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("NATO", 32),
        ("EU", 27),
        ("SCO", 10),
        ("BRICS", 10),
        ("ASEAN", 11),
        ("G7", 7),
        ("G20", 19),
        ("OPEC", 12),
        ("AU", 55),
        ("Arab League", 22),
        ("Commonwealth", 56),
        ("Council of Europe", 46),
        ("OECD", 38),
        ("GCC", 6),
        ("CIS", 9),
        ("CSTO", 6),
        ("Eurozone", 20),
        ("Schengen", 29),
        ("APEC", 21),
        ("ECOWAS", 12),
        ("PIF", 18),
    ],
)
def test_an_organisation_has_its_number_of_members(name, count):
    assert len(set(gazetteer.organisation(name).members)) == count


def test_organisations_are_consistent():
    bearers = Counter(name for each in gazetteer.organisations() for name in set(map(data.key, each.names)))
    assert [name for name, count in bearers.items() if count > 1] == []
    for each in gazetteer.organisations():
        assert set(each.members) <= NAMES, each.name
        assert len(set(each.members)) == len(each.members), each.name
        assert gazetteer.country(each.name) is None
    union = set(gazetteer.organisation("EU").members)
    assert set(gazetteer.organisation("Eurozone").members) < union
    assert union < set(gazetteer.organisation("Council of Europe").members)
    africa = {each.name for each in gazetteer.countries_in("Africa")}
    assert set(gazetteer.organisation("African Union").members) == africa


def test_the_members_of_an_organisation_are_countries():
    assert "Turkey" in {each.name for each in gazetteer.countries_in("NATO")}
    assert gazetteer.countries_in("Atlantis") == ()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Moscow", "Russia"),
        ("the Kremlin", "Russia"),
        ("Beijing", "China"),
        ("Washington", "United States"),
        ("White House", "United States"),
        ("Brussels", "European Union"),
        ("Elysee", "France"),
        ("Texas", None),
    ],
)
def test_metonyms(word, name):
    assert gazetteer.metonym(word) == name


def test_every_metonym_speaks_for_a_country_or_a_union():
    assert all(gazetteer.country(name) or gazetteer.organisation(name) for name, _ in gazetteer.metonyms().values())


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Belarus", ("country",)),
        ("Georgia", ("country", "state")),
        ("Turkish", ("nationality", "language")),
        ("Swiss", ("nationality", "people")),
        ("Turks", ("people",)),
        ("German", ("nationality", "people", "language")),
        ("Astana", ("city",)),
        ("the SCO", ("organisation",)),
        ("Kremlin", ("metonym",)),
        ("May", ("month",)),
        ("Thursday", ("weekday",)),
        ("ten", ("number",)),
        ("tenth", ("ordinal",)),
        ("21st", ("ordinal",)),
        ("Mars", ("planet",)),
        ("Central Asia", ("region",)),
        ("Pacific", ("ocean",)),
        ("Shanghai", ("city",)),
        ("Lukashenko", ()),
        ("", ()),
    ],
)
def test_the_kinds_of_a_name(name, kinds):
    assert gazetteer.kinds_of(name) == kinds
    assert gazetteer.kind_of(name) == (kinds[0] if kinds else None)


@pytest.mark.parametrize(
    ("kind", "near", "first"),
    [
        ("country", "Kazakhstan", {"Uzbekistan", "Kyrgyzstan", "Tajikistan", "Turkmenistan"}),
        ("nationality", "Norwegian", {"British", "Swedish", "Danish", "Finnish", "Irish"}),
        ("people", "Danes", {"Britons", "Swedes", "Norwegians", "Finns"}),
        ("people", "Dane", {"Briton", "Swede", "Norwegian", "Finn"}),
        ("city", "Astana", {"Tashkent", "Bishkek", "Dushanbe", "Ashgabat"}),
        ("city", "Istanbul", {"Izmir", "Antalya", "Bursa"}),
        ("state", "Texas", {"Arizona", "New Mexico", "Oklahoma"}),
        ("organisation", "SCO", {"NATO", "CSTO", "AUKUS"}),
        ("organisation", "World Bank", {"International Monetary Fund", "European Central Bank"}),
        ("month", "January", {"February", "December"}),
        ("month", "Jan.", {"Feb.", "Dec."}),
        ("seat", "Austin", {"Phoenix", "Santa Fe", "Oklahoma City"}),
        ("seat", "Oslo", {"London", "Stockholm", "Copenhagen"}),
        ("ocean", "Pacific", {"Atlantic"}),
        ("weekday", "Sunday", {"Monday", "Saturday"}),
        ("planet", "Mercury", {"Venus", "Earth"}),
        ("metonym", "Kremlin", {"White House", "Capitol Hill"}),
    ],
)
def test_the_members_of_a_class_come_in_the_order_of_likeness(kind, near, first):
    assert set(gazetteer.class_members(kind, near)[: len(first)]) == first


def test_a_class_is_whole_but_for_what_is_near():
    assert len(gazetteer.class_members("month", "May")) == 11
    assert len(gazetteer.class_members("country", "Türkiye")) == len(COUNTRIES) - 1
    assert "Turkey" not in gazetteer.class_members("country", "Türkiye")
    assert len(gazetteer.class_members("weekday")) == 7
    assert gazetteer.class_members("no such kind", "x") == ()


def test_relatives_say_nearly_the_same():
    assert {"Türkiye", "Turkish", "Turks", "Ankara"} <= set(gazetteer.relatives("Turkey"))
    assert {"Russia", "Moscow", "Russian"} <= set(gazetteer.relatives("Kremlin"))
    assert "European Union" in gazetteer.relatives("EU")
    assert "Austin" in gazetteer.relatives("Texas")
    assert gazetteer.relatives("Lukashenko") == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("zero", 0),
        ("ten", 10),
        ("Twenty-one", 21),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two thousand twenty-four", 2024),
        ("two million", 2_000_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("10", None),
        ("a", None),
        ("ten eleven", None),
        ("twenty ten", None),
        ("one and", None),
        ("tenth", None),
        ("million-dollar baby", None),
        ("", None),
    ],
)
def test_number_words(words, number):
    assert gazetteer.number_of_word(words) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first", 1),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("21st", 21),
        ("11th", 11),
        ("11st", None),
        ("one", None),
        ("fiveth", None),
        ("north", None),
        ("", None),
    ],
)
def test_ordinals(words, number):
    assert gazetteer.number_of_ordinal(words) == number


@given(st.integers(0, 10**15 - 1))
def test_numbers_in_words_are_read_back(number):
    assert gazetteer.number_of_word(gazetteer.word_of_number(number)) == number
    assert gazetteer.number_of_ordinal(gazetteer.ordinal_of_number(number)) == number


@pytest.mark.parametrize("number", [-1, 10**15])
def test_a_number_beyond_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        gazetteer.word_of_number(number)


@given(st.text())
def test_any_text_can_be_asked_for(text):
    kinds = gazetteer.kinds_of(text)
    assert (gazetteer.kind_of(text) is None) == (not kinds)
    gazetteer.relatives(text)
    gazetteer.metonym(text)
    gazetteer.organisation(text)


@pytest.mark.parametrize("file", ["countries", "cities", "states", "organisations", "words", "metonyms", "articles"])
def test_each_file_names_its_sources_and_has_whole_rows(file):
    text = resources.files("quizapp.cards.gazetteer").joinpath(f"{file}.txt").read_text("utf-8")
    heading = [line for line in text.splitlines() if line.startswith("#")]
    assert "written by the project from general knowledge" in " ".join(heading).replace("# ", "").replace("\n", " ")
    assert "\t" not in text
    assert text.endswith("\n")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(set(lines))


def test_closed_classes_repeat_no_name():
    names = Counter((member.kind, name) for member in data.members() for name in set(map(data.key, member.names)))
    assert [name for name, count in names.items() if count > 1] == []
    months = [member for member in data.members() if member.kind == "month"]
    assert len(months) == 12
    assert all(member.circular for member in months)

import pytest

from quizapp.generate.article import Abstention

KELL = "Estonian President Maria Tamm met the crew in Kell. "


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        # One antecedent, in the sentence or as the subject of the one before.
        ("Maria Tamm praised the harbour. She then left.", "She", "Maria Tamm"),
        ("Maria Tamm said that she was tired.", "she", "Maria Tamm"),
        ("Mr. Holm lives in Bern. He was born there.", "He", "Holm"),
        ("The Alpine League met in Bern. It has nine members.", "It", "the Alpine League"),
        ("Divers who clean the hull are paid well. They work at night.", "They", "divers"),
        ("Peter Holm and Anna Berg met in Bern. They signed a treaty.", "They", "Peter Holm and Anna Berg"),
        # Two that agree: silence.
        ("Peter Holm met John Stone. He was tired.", "He", None),
        ("The Alpine League praised the Danube Forum. It has nine members.", "It", None),
        ("Peter Holm told John Stone that he was wrong.", "he", None),
        ("The league and the forum said that its members had left.", "its", None),
        # Who does something for a purpose owns what is his, and not what he does it with.
        ("Anna Berg and Tim Holm sang songs to remind Norway of their pay.", "their", "Anna Berg and Tim Holm's"),
        # What a report is about, it does not own; the only country named may own it.
        ("Norway read a report about its handling of the flood.", "its", "Norway's"),
        ("Norway read a list of its members.", "its", None),
        # Who speaks of himself, whoever is named in an aside.
        ("Peter Holm, who met John Stone, said he was tired.", "he", "Peter Holm"),
        ("Peter Holm, who met John Stone, said Tim Marsh knew that he was tired.", "he", None),
        # What only tells more of the subject, and places, are no rivals.
        (
            "The Alpine League, a group paid by the Danube Fund, works in the suburbs of Bern. It has nine members.",
            "It",
            "the Alpine League",
        ),
        # What "it is" may be what happened; who stands inside what a clause tells of need not be its "he".
        ("The Alpine League met in Bern. It is a response to the strike.", "It", None),
        ("The Alpine League met in Bern. It follows a strike.", "It", None),
        ("It rained on the statue of Peter Holm, for which he paid.", "he", None),
        # Right behind the verb of saying it is who says it, whatever else is named.
        ("The Alpine League praised the Danube Forum and said it was tired.", "it", "the Alpine League"),
        ("The Alpine League said the Danube Forum knew it was tired.", "it", None),
        # Persons joined by "and" who alone are many.
        ("It was a victory for Peter Holm and Anna Berg. They had sued Norway.", "They", "Peter Holm and Anna Berg"),
        ("It was a victory for Peter Holm and Anna Berg. Norway Officials say they had sued.", "they", None),
        ("The list includes Peter Holm and Anna Berg. They had sued Norway.", "They", None),
        ("It was a victory for Peter Holm, Anna Berg and the nurses. They had sued.", "They", None),
        # A name that may be somebody's acts nearer.
        ("Peter Holm won. It rained. IBM pledged to pay those who had not voted for him.", "him", None),
        # What somebody is, is nobody else.
        ("Peter Holm won a term as president. He was then fined.", "He", "Peter Holm"),
        # A pronoun before it that nobody can place: silence.
        ("It rained. As he rowed to the boat, Tim Holm waved and he sank.", "he", None),
        # Gender tells two persons apart.
        ("Peter Holm met Anna Berg. She was tired.", "She", "Anna Berg"),
        # Possessives are bound by their subject.
        ("Russia and China are showing their unity.", "their", "Russia and China's"),
        ("Norway wants to keep its influence over the strait.", "its", "Norway's"),
        ("Anna Berg, who sold her boat, lives in Bern.", "her", "Anna Berg's"),
        ("Norway, punished by Sweden for its support of the strike, gave in.", "its", "Norway's"),
        ("The league has 40% of the world's ships and 30% of its ports.", "its", "the world's"),
        ("Norway said that Sweden had lost its ports.", "its", None),
        ("The remains of two men in their thirties were found.", "their", None),
        ("Peter Holm blamed John Stone for his mistake.", "his", None),
        ("Peter Holm was fined with Zorvo Ardim and his wife.", "his", None),
        ("Lockheed, which owns 30 ships in Norway, opened its first shop in Bern.", "its", "Lockheed's"),
        ("Lockheed, which owns ships in its port in Norway, left.", "its", "Lockheed's"),
        # Words that stand for nothing.
        ("It is clear that the boat has sunk.", "It", None),
        ("Norway is alone when it comes to whales.", "it", None),
        # The second of two joined clauses goes on about the subject of the first.
        ("Lockheed has 60 shops in Norway and it has sold 90 ships.", "it", "Lockheed"),
        (
            "Anna Berg and Tim Holm cannot live without the money ships bring, but they were glad.",
            "they",
            "Anna Berg and Tim Holm",
        ),
        ("Lockheed sued Boeing and it lost 90 ships.", "it", None),
        # What only somebody does, no thing does; what may be told of a thing is.
        ("The Alpine League met after the flood, as it planned to buy ships.", "it", "the Alpine League"),
        ("The Alpine League met in Bern. The flood rose. It decided to sail.", "It", None),
        ("The trip to Norway ended in a storm. It decided to buy ships.", "It", None),
        ("Boeing unveiled a car in Bern and said it would cost nine crowns.", "it", None),
        ("Boeing unveiled a car in Bern and said it planned to sell nine.", "it", "Boeing"),
        ("Boeing said it was unable to sell nine ships.", "it", "Boeing"),
        # One "he" for all of a sentence.
        ("Peter Holm met John Stone. When Peter Holm left, he waved.", "he", "Peter Holm"),
        # An object is not its own subject.
        ("Peter Holm met him in Bern.", "him", None),
        ("The fisherman who found him caught in a net waved.", "him", None),
    ],
)
def test_pronouns(read, meanings, text, word, meaning):
    found = [each for each in meanings(read(text)) if each[0] == word]
    assert found[0][1] == meaning


@pytest.mark.parametrize(
    ("paragraphs", "meaning"),
    [
        # Whom the title names goes on in a new paragraph, though others were named.
        (["Wren Holm sailed to Bern. Anna Berg met Wren Holm.", "The harbour was old. He left in May."], "Wren Holm"),
        # Nobody else may have come up since, and he must be a man as far as the text tells.
        (["Wren Holm sailed to Bern.", "John Stone met the crew. The harbour was old. He left in May."], None),
        (["Wren Holm sold her ship to John Stone.", "The harbour was old. He left in May."], "John Stone"),
        # Who spoke before a quotation is who acts after it.
        (
            [
                "Wren Holm was old.",
                '"We go," said Wren Holm, who had met John Stone. "The harbour is old."',
                "He left in May.",
            ],
            "Wren Holm",
        ),
    ],
)
def test_whom_an_article_is_about(read, meanings, paragraphs, meaning):
    article = read(*paragraphs, title="Holm sails around the world")
    assert ("He", meaning) in meanings(article)


def test_a_pronoun_tells_whether_somebody_is_a_man(read, meanings):
    article = read("Wren Holm sold his ship. Wren Holm met Anna Berg. She waved.")
    assert ("She", "Anna Berg") in meanings(article)


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        # Another noun for the same thing.
        (
            "A controversial ruling on tolls by Judge Anna Berg ended the strike. The decision was a surprise.",
            "The decision",
            "the ruling on tolls by Judge Anna Berg",
        ),
        # A modifier picks the one that has it.
        (
            "Norway offered a new loan and a harbour bill for Kell. Sweden rejected the harbour bill.",
            "the harbour bill",
            "the harbour bill for Kell",
        ),
        ("The 2015 fishing agreement with Norland failed. The deal was unpopular.", "The deal", "the 2015 fishing"),
        (
            "Strikes in Norland went on. Sweden deplored those nationwide strikes.",
            "those nationwide strikes",
            "the strikes in",
        ),
        # What only paints the one thing of its name, and another word for it: the same thing.
        (
            "Norway read a scathing inspector's report about its role in the 2016 Kell flood. The 90-page report ends.",
            "The 90-page report",
            "the inspector's report about Norway's role in the 2016 Kell flood",
        ),
        (
            "Norway read a scathing report about the 2016 Kell flood. It rained. The review blamed Sweden.",
            "The review",
            "the report about the 2016 Kell flood",
        ),
        # An event is known by where it took place.
        ("A fire broke out at a hotel in central Bern. The fire killed four.", "The fire", "the fire at a hotel in"),
        ("A fire broke out. It was cold in Bern. The fire killed four.", "The fire", None),
        ("A fire broke out in Bern. A fire broke out in Kell. The fire killed four.", "The fire", None),
        # A word that may tell it from another, or a second thing of that name: silence.
        ("Norway read a report about the Kell flood. The annual report was sent to Bern.", "The annual report", None),
        (
            "Norway read a report on the Kell flood. Sweden wrote a report on the Kell fire. The 90-page report ends.",
            "The 90-page report",
            None,
        ),
        ("It rained. The 90-page report was sent to Bern.", "The 90-page report", None),
        # The article tells an old deal from a new one.
        ("The 2015 fishing deal with Norland failed. The original deal was long. The deal was odd.", "The deal", None),
        # Money is no thing, and a region far away is another one.
        ("A 2015 toll of nine crowns in Kell ended. The crown fell.", "The crown", None),
        # A count of one country's is not the whole kind.
        ("Sweden has 900 big cats in nine parks. It rained. It snowed. Gangs kill the cats.", "the cats", None),
        # Two that it may be, or too little said: silence.
        ("Norway passed a bill on tolls. Sweden passed a bill on boats. The bill was unpopular.", "The bill", None),
        ("Norway passed a bill. The bill was unpopular.", "The bill", None),
        ("Norway wants another deal with Sweden. The deal was unpopular.", "The deal", None),
        # What a country has one of.
        ("Norway is short of money. The government wants to borrow.", "The government", "the Norwegian government"),
        ("Norway and Sweden are short of money. The government wants to borrow.", "The government", None),
        (
            "OSLO — Lawyers are short of money. The government wants to borrow.",
            "The government",
            "the Norwegian government",
        ),
    ],
)
def test_earlier_descriptions(read, meanings, text, word, meaning):
    said = dict(reversed(meanings(read(text)))).get(word)
    assert said is None if meaning is None else said.startswith(meaning)


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        # By type, if exactly one organisation of that type stands near.
        ("The Alpine League met in Bern. The group has nine members.", "The group", "the Alpine League"),
        ("NATO met in Bern. This alliance has many members.", "This alliance", "NATO"),
        ("The Alpine League and the Danube Forum met. The group has nine members.", "The group", None),
        ("The FBI defended itself. Republicans criticised the bureau.", "the bureau", "the FBI"),
        # By the head of the name.
        (
            "The Kell Civil Rights Commission met. Two men sued the commission.",
            "the commission",
            "the Kell Civil Rights Commission",
        ),
        ("The Maritime Museum in Kell has the bottle. The museum is old.", "The museum", "the Maritime Museum"),
        # A substance by the only name put beside its sort.
        ("Few know the strong drug, zolipam, in Bern. The drug is cheap.", "The drug", "zolipam"),
        ("Few know a drug, zolipam, or another drug, meridone, in Bern. The drug is cheap.", "The drug", None),
        ("Few know the drug. The drug is cheap.", "The drug", None),
        # A storm by its name, a city by what it is called.
        ("Hurricane Kella hit Norway in May. The storm killed nine men.", "The storm", "Hurricane Kella"),
        ("Cyclone Kella and Hurricane Mott hit Norway. The storm killed nine men.", "The storm", None),
        ("Many live in Kella, a port of 900 men in Norway. The road to the city fell.", "the city", "Kella"),
        (
            "Many live in Kella, a port of 900 men in Norway. It rained. It rained. It rained. The city fell.",
            "The city",
            None,
        ),
        ("Many left Kella, a port in Norway, for Mott, a town in Norway. The city fell.", "The city", None),
        # By office.
        ("President Maria Tamm was in Kell. The president waved.", "The president", "Maria Tamm"),
        (
            "President Maria Tamm met former President Peter Holm. The former president left.",
            "The former president",
            "Peter Holm",
        ),
        ("Estonian President Maria Tamm met Latvian President Peter Holm. The president left.", "The president", None),
        ("Estonian President Maria Tamm spoke. “We agree,” her Latvian counterpart said.", "her", "Maria Tamm's"),
        (
            "Estonian King Carl Tamm met Latvian King Peter Holm. King Tamm spoke. “No,” his Latvian counterpart said.",
            "his Latvian counterpart",
            "Peter Holm",
        ),
        # By kind.
        ("Norway was punished. The country gave in.", "The country", "Norway"),
        ("Norway and Sweden were punished. The country gave in.", "The country", None),
        # By the one fuller description.
        ("A long wooden bridge fell. The bridge was old.", "The bridge", "the long wooden bridge"),
        ("A wooden bridge and an iron bridge fell. The bridge was old.", "The bridge", None),
        ("Anna Berg and Peter Holm came to Bern. The couple sued the baker.", "The couple", "Anna Berg and Peter Holm"),
        # Just so many of a kind were named last.
        (
            "Estonian President Maria Tamm met Latvian President Peter Holm. The two leaders signed a treaty.",
            "The two leaders",
            "Maria Tamm and Peter Holm",
        ),
        (
            (
                "Estonian President Maria Tamm met Latvian President Peter Holm and Prime Minister John Stone. The two"
                " leaders signed a treaty."
            ),
            "The two leaders",
            None,
        ),
        ("Anna Berg met Peter Holm. The two leaders signed a treaty.", "The two leaders", None),
        (
            "Norway, Sweden and Denmark joined. The three countries share a sea.",
            "The three countries",
            "Norway, Sweden",
        ),
        ("Norway, Sweden and Denmark joined. The two countries share a sea.", "The two countries", None),
        ("Two men were shot. Peter Holm told John Stone so. The two men were old.", "The two men", None),
        # The country of the only people named, and what stands before its name.
        ("Tunisian troops marched. The country has nine ports.", "The country", "Tunisia"),
        ("Tunisian and Libyan troops marched. The country has nine ports.", "The country", None),
        ("Anna Berg owns the Hotel Roma, a house in Bern. The hotel has nine rooms.", "The hotel", "the Hotel Roma"),
        # A business by its name, and no institution.
        ("Boeing lost money in May. The company has 900 workers.", "The company", "Boeing"),
        ("Norway fined the insurance giant QRT. The company has 900 workers.", "The company", "QRT"),
        ("Norway fined the militant group Kellar. The group has 900 men.", "The group", "Kellar"),
        ("Boeing sold ships to Lockheed. The company has 900 workers.", "The company", None),
        ("The Kell Trade Commission lost money. The company has 900 workers.", "The company", None),
        ("The United Nations lost money. The company has 900 workers.", "The company", None),
        # The country that its own sentence names.
        ("Norway sold ships. Troops left Sweden before the country voted.", "the country", "Sweden"),
        ("Norway sold ships. Troops left Sweden for Denmark before the country voted.", "the country", None),
        ("The trial ended in Bern. This verdict was a surprise.", "This verdict", None),
        ("This summit in Bern was the last.", "This", "the"),
    ],
)
def test_descriptions(read, meanings, text, word, meaning):
    said = dict(reversed(meanings(read(text)))).get(word)
    assert said is None if meaning is None else said.startswith(meaning)


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish president met the crew.",
        "The release of the long report by the owners was a surprise.",
        "The world is round.",
        "The palace spokesman, Peter Holm, waved.",
    ],
)
def test_a_description_that_stands_by_itself_is_no_reference(read, meanings, text):
    assert meanings(read(text)) == []


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("Anna Berg, who lives in Bern, waved.", "who", "Anna Berg"),
        ("The league, which has nine members, met.", "which", "the league"),
        ("They wrote to Norway, whose ports are closed.", "whose", "Norway's"),
        ("Peter Holm and Anna Berg, who live in Bern, waved.", "who", "Peter Holm and Anna Berg"),
        ("He wrote to Peter Holm and Anna Berg, who vowed to come.", "who", None),
        ("The bill was based on a report by the board of trade, which some say was wrong.", "which", None),
        ("Large firms are entering the trade, which should help the ports.", "which", None),
    ],
)
def test_relative_pronouns(read, meanings, text, word, meaning):
    found = [each for each in meanings(read(text)) if each[0] == word]
    assert found[0][1] == meaning


def test_there_is_the_one_open_place(read, meanings):
    article = read("# Lapland wanted", "Norway and Sweden are rivals in Lapland. Oslo has influence there.")
    assert ("there", "Lapland") in meanings(article)


def test_there_abstains_between_two_places(read, meanings):
    article = read("The boats stop in Bergen and in Oslo. Few people live there.")
    assert ("there", None) in meanings(article)


def test_a_heading_parts_a_pronoun_from_its_antecedent(read, meanings):
    article = read("The Alpine League praised the harbour.", "# The storm", "It has nine members.")
    assert ("It", None) in meanings(article)


def test_pronouns_in_a_quotation_stay_unresolved(read, meanings):
    found = meanings(read('"We saw him," said Peter Holm. "They left us."'))
    assert found == [("We", None), ("him", None), ("They", None), ("us", None)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We go," said Captain Peter Holm.', ["Peter Holm"]),
        ('Anna Berg praised the crew. "They were good," she said.', ["Anna Berg"]),
        ('"We go," Peter Holm said. "Nobody stays here."', ["Peter Holm", "Peter Holm"]),
        ('"Nobody stays here. We all go," Peter Holm said.', ["Peter Holm", "Peter Holm"]),
        ('The harbour spokesman, Peter Holm, described the plan as "impossible".', ["Peter Holm"]),
        ('The boat is known as "the whale" in Bern.', [None]),
    ],
)
def test_speakers(read, text, speakers):
    article = read(text)
    assert [each.speaker.text if each.speaker else None for each in article.quotations] == speakers


CURLY = (
    "“We can’t go,” said Captain Peter Holm. Holm’s crew of the Alpine League (AL) left on Monday. The group met there."
)


@pytest.mark.parametrize(
    "changed",
    [
        CURLY.replace("“", '"').replace("”", '"').replace("’", "'"),
        CURLY.replace("left on Monday. ", "left on Monday.e left on. "),
        CURLY.replace(" Holm’s", "  Holm’s"),
    ],
    ids=["straight quotes", "splice", "blanks"],
)
def test_the_same_is_read_from_a_page_that_is_set_otherwise(read, meanings, changed):
    first, second = read(CURLY, date="2024-07-04"), read(changed, date="2024-07-04")
    assert meanings(first) == meanings(second)
    assert [e.name for e in first.entities] == [e.name for e in second.entities]


def test_junk_lines_change_nothing(read, meanings):
    first = read(KELL + "She left.", "The president was tired.")
    second = read(KELL + "She left.", "Click here for more", "The president was tired.", "To see in video")
    assert meanings(first) == meanings(second)
    assert [s.text for s in first.sentences] == [s.text for s in second.sentences]


def test_every_abstention_says_why(read):
    article = read("Peter Holm met John Stone. He was tired. This was the report that they wanted. I go there.")
    reasons = [each.reason for each in article.resolved.values() if isinstance(each, Abstention)]
    assert reasons
    assert all(reasons)


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        # What somebody decided, where no noun said it before.
        (
            "Norway's Supreme Court struck down a toll in Bern. It rained. The ruling was a surprise.",
            "The ruling",
            "the decision by Norway's Supreme Court to strike down a toll",
        ),
        (
            "President Peter Holm dismissed Anna Berg and closed nine ports in May. The move was a surprise.",
            "The move",
            "Peter Holm's move to dismiss Anna Berg and close nine ports",
        ),
        (
            "Sweden decided to leave NATO. The decision was a surprise.",
            "The decision",
            "Sweden's decision to leave NATO",
        ),
        (
            "Sweden and Norway agreed to sell the port of Kell. The deal was odd.",
            "The deal",
            "Sweden and Norway's deal to",
        ),
        (
            (
                "The High Court ruled in favour of a Kell baker who had refused to bake a cake for a wedding in Bern."
                " The ruling was odd."
            ),
            "The ruling",
            "the High Court's ruling in favour of a Kell baker",
        ),
        (
            "The High Court ruled that Lockheed owed nine crowns. The verdict was odd.",
            "The verdict",
            "the High Court's verdict on",
        ),
        ("Peter Holm resigned in May. The resignation was a surprise.", "The resignation", "Peter Holm's resignation"),
        ("Norway beat Sweden in Bern. The victory was a surprise.", "The victory", "Norway's victory over Sweden"),
        ("A guard was stabbed in Bern. The attack was a surprise.", "The attack", "the stabbing of a guard in Bern"),
        ("Sweden agreed on Sunday to leave NATO. The deal was odd.", "The deal", "Sweden's deal to leave NATO"),
        (
            "Norway awarded the Games to Sweden. The decision was odd.",
            "The decision",
            "Norway's decision to award the Games to",
        ),
        # Only a court rules, a denied or possible deed is none, and of two nobody can tell which is meant.
        ("Peter Holm struck down a toll in Bern. The ruling was a surprise.", "The ruling", None),
        ("Sweden did not decide to leave NATO. The decision was a surprise.", "The decision", None),
        ("Sweden might suspend a toll in Bern. The decision was a surprise.", "The decision", None),
        ("A guard was stabbed in Bern and a nurse was shot in Kell. The attack was a surprise.", "The attack", None),
        (
            "Norway banned cars. Sweden left. Norway lifted a toll and Sweden banned cars. The decision was odd.",
            "The decision",
            None,
        ),
        ("The guard was stabbed. The attack was a surprise.", "The attack", None),
        # A word that may tell it from another.
        ("Sweden decided to leave NATO. The second decision was a surprise.", "The second decision", None),
    ],
)
def test_what_was_done(read, meanings, text, word, meaning):
    said = dict(reversed(meanings(read(text)))).get(word)
    assert said is None if meaning is None else said is not None and said.startswith(meaning)


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        # By age: the one of that age, else the only one near who is of no other.
        (
            "Peter Holm, 34, beat Tim Marsh, 41, in Bern. It rained. Police arrested the 34-year-old in Bern.",
            "the 34-year-old",
            "Peter Holm",
        ),
        (
            "Peter Holm, 34, beat Tim Marsh, 41, in Bern. It rained. The 34-year-old runner waved.",
            "The 34-year-old runner",
            "Peter Holm",
        ),
        (
            "Peter Holm, a 34-year-old clerk, beat Tim Marsh. The 55-year-old lawyer waved.",
            "The 55-year-old lawyer",
            "Tim Marsh",
        ),
        ("Peter Holm beat Tim Marsh in Bern. The 55-year-old lawyer waved.", "The 55-year-old lawyer", None),
        # By what the article calls him, with words that were said of him.
        ("Peter Holm, a Kell lawyer, met Tim Marsh. It rained. The lawyer waved.", "The lawyer", "Peter Holm"),
        (
            "Peter Holm, a former miner, met Tim Marsh. It rained. The former miner left.",
            "The former miner",
            "Peter Holm",
        ),
        (
            "Peter Holm, a Kell lawyer, met Tim Marsh, a lawyer in Bern. It rained on both of them. The lawyer waved.",
            "The lawyer",
            None,
        ),
        (
            "Peter Holm, a Kell lawyer, spoke in Bern in May. A lawyer called him a fool and left. The lawyer waved.",
            "The lawyer",
            None,
        ),
        ("Anna Berg, a Kell lawyer, sued Tim Marsh. It rained on both of them. The man waved.", "The man", None),
        # By what he did.
        (
            "Peter Holm ran to Bern in May. Tim Marsh met Peter Holm. Peter Holm was ill. They gave the runner a boat.",
            "the runner",
            "Peter Holm",
        ),
        ("Peter Holm swam to Bern in May. Tim Marsh met Peter Holm. They gave the runner a boat.", "the runner", None),
    ],
)
def test_somebody_described(read, meanings, text, word, meaning):
    assert dict(reversed(meanings(read(text)))).get(word) == meaning


def test_a_deputy_is_of_somebody_in_office(read, meanings):
    article = read("President Anna Berg thanked Peter Holm, whose deputy had left.")
    assert ("whose", None) in meanings(article)

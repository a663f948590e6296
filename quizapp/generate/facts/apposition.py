"""Who somebody is: an apposition closed by commas, or the office before a name.

Rules: ``apposition`` ("the Kremlin spokesman, Dmitri Peskov,"; "Turkey, a NATO member"), ``role``
("FBI Director Christopher Wray"). Both become "X is Y"; offices are told as of the article's month.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.dating import month_of
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort

_BARE = frozenset(
    {
        "prime minister",
        "vice president",
        "attorney general",
        "chief executive",
        "foreign minister",
        "finance minister",
        "defense minister",
        "defence minister",
        "chief minister",
        "state senator",
        "ceo",
        "editor",
        "coach",
        "founder",
        "manager",
        "president",
        "senator",
        "representative",
        "minister",
        "chairman",
        "governor",
        "mayor",
        "secretary",
        "speaker",
        "director",
        "justice",
        "judge",
        "king",
        "queen",
        "prince",
        "chief",
        "general",
        "officer",
        "official",
        "leader",
        "author",
    }
)
_NO_HOLDER = frozenset(
    {
        "former",
        "ex",
        "late",
        "acting",
        "deputy",
        "vice",
        "assistant",
        "attorney",
        "secretary",
        "prime",
        "chief",
        "special",
        "senior",
        "then",
    }
)
"""First words of offices that need a "where" to be one person's."""
_CLOSERS = frozenset({",", ".", ";", ":", "--", "—", "–", '"', ")"})
_NOUNS_OF = {
    EntityKind.COUNTRY: frozenset(
        {
            "country",
            "state",
            "nation",
            "republic",
            "member",
            "neighbour",
            "neighbor",
            "ally",
            "island",
            "kingdom",
            "power",
        }
    ),
    EntityKind.PLACE: lexicon.PLACE_NOUNS | {"capital", "home", "hub"},
    EntityKind.ORGANISATION: frozenset(
        "group organisation organization company firm charity agency body party union bank university institute"
        " alliance bloc network newspaper think-tank tank maker manufacturer retailer producer provider club"
        " association center centre".split()
    ),
}


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield "X is Y" for appositions that hold, and for offices before a name."""
    for token in sentence.span:
        if token.dep_ == "appos" and not syntax.in_quotation(token):
            if _several_offices(token):
                yield from _offices(article, sentence, token)
            else:
                yield _apposition(article, sentence, token)
    yield from _roles(article, sentence)


def _apposition(article: Article, sentence: Sentence, second: Token) -> Fact | Silence:
    first = second.head
    if not _closed(second) or not _adjacent(first, second):
        return Silence(sentence, "apposition", "commas do not close it", second.text)
    if _in_a_list(first, second) and not _names_the_holder(article, sentence, first, second):
        return Silence(sentence, "apposition", "it stands in a list", second.text)
    name, description = _name_first(article, sentence, first, second)
    entity = article.entity_at(sentence, name)
    if entity is None or not _describes(description) or not _agree(entity, description):
        return Silence(sentence, "apposition", "no name stands beside a description that fits it", second.text)
    subject = phrases.phrase(article, sentence, name)
    said = phrases.phrase(article, sentence, description)
    if isinstance(subject, Abstention):
        return Silence(sentence, "apposition", subject.reason, subject.text)
    if isinstance(said, Abstention):
        return Silence(sentence, "apposition", said.reason, said.text)
    if _in_a_list(first, second):
        subject = replace(subject, sort=Sort.PERSON, plural=False, members=1)
    subject = replace(subject, text=entity.spoken, entity=entity)
    return _is(
        article, Fact("apposition", sentence, subject, Predicate(name, "be", "is"), (Argument(Slot.ATTRIBUTE, said),))
    )


def _in_a_list(first: Token, second: Token) -> bool:
    return len(syntax.conjuncts(first)) > 1 or first.dep_ == "conj" or len(syntax.conjuncts(second)) > 1


def _names_the_holder(article: Article, sentence: Sentence, first: Token, second: Token) -> bool:
    """Say whether one office and one person stand beside each other in a list: "the mayor, Ada Holm, and …"."""
    for office, name in ((first, second), (second, first)):
        entity = article.entity_at(sentence, name)
        person = entity is not None and entity.kind is EntityKind.PERSON
        definite = office is first or office.left_edge.lower_ not in {"a", "an"}
        if person and definite and office.tag_ in _ONE and lexicon.names_person(office.lemma_.lower()):
            return office is first or len(syntax.conjuncts(office)) == 1
    return False


def _several_offices(second: Token) -> bool:
    """Say whether several things are said of one: "chairman of the parliament and leader of the Nahda party"."""
    joined = syntax.conjuncts(second)
    return len(joined) > 1 and all(lexicon.names_person(one.lemma_.lower()) and one.tag_ in _ONE for one in joined)


_ONE = frozenset({"NN", "NNP"})


def _offices(article: Article, sentence: Sentence, second: Token) -> Iterator[Fact | Silence]:
    """Yield one fact for each of the offices that are said of somebody with a name."""
    name = second.head
    entity = article.entity_at(sentence, name)
    joined = syntax.conjuncts(second)
    if entity is None or entity.kind is not EntityKind.PERSON or not _adjacent(name, second) or not _closed(second):
        yield Silence(sentence, "apposition", "it stands in a list", second.text)
        return
    whole = syntax.phrase_tokens(second)
    shared = tuple(token for child in joined[-1].rights if child.dep_ == "prep" for token in child.subtree)
    for one in joined:
        others = {token for other in joined if other.i > one.i for token in other.subtree}
        own = tuple(token for token in one.subtree if token in whole and token not in others and token.dep_ != "cc")
        alone = not any(child.dep_ == "prep" for child in one.rights)
        tokens = syntax.tidied((*own, *(token for token in shared if token in whole)) if alone else own)
        said = phrases.phrase_of(article, sentence, one, tokens)
        if isinstance(said, Abstention):
            yield Silence(sentence, "apposition", said.reason, said.text)
            continue
        subject = Phrase(entity.spoken, Sort.PERSON, syntax.phrase_tokens(name), name, entity=entity)
        yield _is(
            article,
            Fact("apposition", sentence, subject, Predicate(name, "be", "is"), (Argument(Slot.ATTRIBUTE, said),)),
        )


def _name_first(article: Article, sentence: Sentence, first: Token, second: Token) -> tuple[Token, Token]:
    """Return which of two nouns beside each other is the name, then which describes it."""
    if article.entity_at(sentence, second) is not None and not _describes(second):
        return second, first
    if article.entity_at(sentence, first) is None and article.entity_at(sentence, second) is not None:
        return second, first
    return first, second


def _describes(noun: Token) -> bool:
    """Say whether a noun describes: a common noun, or "the top Democrat"."""
    return noun.pos_ == "NOUN" or (
        noun.lemma_.lower() in lexicon.PERSON_NOUNS and any(child.dep_ == "det" for child in noun.children)
    )


def _roles(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Offices that stand right before a name: tokens joined to it as compounds or modifiers."""
    done: set[int] = set()
    for entity in article.register.in_sentence(sentence.number):
        if entity.kind is not EntityKind.PERSON or not entity.role or entity.number in done:
            continue
        mention = next((one for one in entity.mentions if one.sentence == sentence.number), None)
        first = entity.mentions[0] if entity.mentions else None
        if mention is None or (mention is not first and not _is_here(sentence, entity)):
            continue
        fact = _role(article, sentence, entity, mention.start, mention.end)
        if fact is not None:
            done.add(entity.number)
            yield fact


def _is_here(sentence: Sentence, entity: Entity) -> bool:
    return entity.role in sentence.text


def _role(article: Article, sentence: Sentence, entity: Entity, start: int, end: int) -> Fact | Silence | None:
    doc = sentence.span.doc
    words = entity.role.split()
    head = doc[end - 1]
    before = list(doc[max(0, start - len(words) - 2) : end])
    text = "".join(token.text_with_ws for token in before)
    if entity.role not in text:
        return None
    office = words[-1].lower()
    if not lexicon.names_person(office) or (len(words) == 1 and office in _BARE) or entity.role.lower() in _BARE:
        return Silence(sentence, "role", "an office without a word of where, or none the rules know", entity.role)
    owned = "'s " in entity.role
    unique = not owned and office in lexicon.UNIQUE_OFFICES and len(words) > 1 and words[0].lower() not in _NO_HOLDER
    spoken = f"the {entity.role}" if unique else entity.role
    if not unique and not owned and not entity.role[0].isupper():
        spoken = f"{'an' if entity.role[0] in 'aeiou' else 'a'} {entity.role}"
    subject = Phrase(entity.name, Sort.PERSON, (head,), head, entity=entity)
    said = Phrase(spoken, Sort.PERSON, tuple(token for token in before if token.i < start), head)
    return _is(article, Fact("role", sentence, subject, Predicate(head, "be", "is"), (Argument(Slot.ATTRIBUTE, said),)))


def _is(article: Article, fact: Fact) -> Fact:
    """Return "subject is said" with the right verb, told of the article's month when it is known."""
    plural = fact.subject.plural
    if not article.date or fact.subject.sort is not Sort.PERSON:
        return replace(fact, predicate=replace(fact.predicate, form="are" if plural else "is"))
    month = Phrase(f"in {month_of(article.date)}", Sort.DATE, (), fact.predicate.token)
    arguments = (*fact.arguments, Argument(Slot.FIXED, month))
    return replace(fact, predicate=replace(fact.predicate, form="were" if plural else "was"), arguments=arguments)


def _agree(entity: Entity, description: Token) -> bool:
    noun = description.lemma_.lower()
    if entity.kind is EntityKind.PERSON:
        return lexicon.names_person(noun)
    return noun in _NOUNS_OF.get(entity.kind, frozenset())


def whole_name(last: Token) -> Token:
    """Return the head of the name that ``last`` ends: "Union" of "the Union of Applied Chemistry"."""
    longer = last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.pos_ == "PROPN"
    return last.head.head if longer else last


def name_beside(article: Article, sentence: Sentence, noun: Token) -> Token | None:
    """Return the name right before a noun that says what it is: "Orvane, the company"; None if there is none."""
    name = whole_name(noun.head)
    first = noun.left_edge
    if noun.dep_ != "appos" or noun.tag_ != "NN" or first.lower_ not in {"a", "an", "the"} or name.pos_ != "PROPN":
        return None
    right_behind = first.nbor(-1).text == "," and first.i - 1 == syntax.phrase_tokens(name)[-1].i + 1
    alone = len(syntax.conjuncts(noun)) == 1 and name.dep_ != "conj" and len(syntax.conjuncts(name)) == 1
    return name if right_behind and alone and article.entity_at(sentence, name) is not None else None


def _closed(second: Token) -> bool:
    last = syntax.phrase_tokens(second)[-1]
    if last.i + 1 >= len(last.doc):
        return True
    return last.nbor(1).text in _CLOSERS


def _adjacent(first: Token, second: Token) -> bool:
    start = syntax.phrase_tokens(second)[0]
    return (
        start.i > 0
        and start.nbor(-1).text in {",", "--", "—", "–"}
        and start.i - syntax.phrase_tokens(first)[-1].i == 2
    )

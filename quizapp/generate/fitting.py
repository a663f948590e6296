"""Whether an entity fits a description: by its office, by the head of its name, by its type."""

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.lexicon import OFFICES
from quizapp.generate.vocabulary import EVENT_WORDS, ORGANISATION_WORDS, PLACE_WORDS, STORMS, THING_WORDS
from quizapp.generate.world import bare, kinds, nation_of

_SPELLINGS = {"organisation": "organization", "centre": "center", "programme": "program"}
_HEADS = ORGANISATION_WORDS | PLACE_WORDS | THING_WORDS | EVENT_WORDS

_TYPES = {
    "organization": {
        "alliance",
        "union",
        "organization",
        "council",
        "league",
        "association",
        "commonwealth",
        "community",
    },
    "alliance": {"alliance", "organization", "union", "treaty", "compact", "league", "pact"},
    "bloc": {"union", "alliance", "organization", "community", "association"},
    "group": {"organization", "alliance", "group", "union", "association", "movement", "league", "party"},
    "body": {"organization", "council", "commission", "committee", "union", "board", "federation"},
    "agency": {"agency", "bureau", "service", "administration", "organization", "authority"},
    "party": {"party", "alliance", "front", "movement", "union", "coalition"},
    "bureau": {"bureau"},
    "company": {"company", "corporation", "corp", "inc", "ltd", "technologies", "group", "motors", "industries"},
    "firm": {"company", "corporation", "corp", "inc", "ltd", "technologies", "group", "firm"},
    "charity": {"foundation", "fund", "trust", "charity"},
    "newspaper": {"times", "post", "guardian", "telegraph", "journal", "tribune"},
    "panel": {"committee", "commission", "panel"},
    "chamber": {"senate", "house", "chamber"},
}

_WELL_KNOWN = {"FBI": {"bureau", "agency"}, "CIA": {"agency"}, "NASA": {"agency"}, "VOA": set(), "BBC": {"broadcaster"}}


def fits_office(person: Entity, words: list[str]) -> bool:
    """Say whether ``words`` ("former", "president") are the office of ``person``.

    A nationality must be his; "former" stands on both sides or on neither.
    """
    nations = [word for word in words if nation_of(word.title())]
    if nations and nation_of(person.nationality) != nation_of(nations[0].title()):
        return False
    office = [word for word in _before_preposition(person.role.lower().split()) if not nation_of(word.title())]
    wanted = [word for word in words if word not in nations]
    if not office or not wanted or office[-1] != wanted[-1]:
        return False
    if wanted[-1] not in OFFICES and len(wanted) < 2 and len(office) > 1:
        return False
    if ("former" in office) != ("former" in wanted) or ("deputy" in office) != ("deputy" in wanted):
        return False
    return set(wanted) <= set(office)


def named_by(entity: Entity, noun: str) -> bool:
    """Say whether ``noun`` is the head of the entity's name: "commission" of "Civil Rights Commission"."""
    if entity.kind in (
        EntityKind.PERSON,
        EntityKind.NATIONALITY,
        EntityKind.DATE,
        EntityKind.NUMBER,
        EntityKind.COUNTRY,
    ):
        return False
    words = [_spelled(word) for word in entity.name.lower().split()]
    head = _before_preposition(words)[-1:]
    if words[0] in STORMS and noun in STORMS:
        return True
    return len(words) > 1 and (head == [_spelled(noun)] or words[0] == noun in _IN_FRONT)


_IN_FRONT = frozenset({"hotel", "lake", "mount", "camp", "fort", "port", "stadium", "cafe", "restaurant"})
"""What stands before the name it is of: "Hotel Roma"."""


def is_of_type(entity: Entity, noun: str, known_as: set[str]) -> bool:
    """Say whether an entity is a ``noun``: by what the article calls it (``known_as``), its name, the gazetteer."""
    if entity.kind is EntityKind.PERSON or nation_of(entity.name) or entity.name.lower().split()[-1] in OFFICES:
        return False
    wanted = _spelled(noun)
    if wanted in known_as:
        return True
    if entity.kind is not EntityKind.ORGANISATION:
        return False
    if any(wanted in _WELL_KNOWN[name] for name in (entity.name, entity.short) if name in _WELL_KNOWN):
        return True
    types = _TYPES.get(wanted, set())
    words = {_spelled(word) for word in entity.name.lower().split()}
    known = gazetteer.organisation(bare(entity.name)) or gazetteer.organisation(entity.short or entity.name)
    if known is not None:
        words |= {_spelled(word) for word in known.name.lower().split()} | {known.group}
    return bool(types & words)


def may_be_called(entity: Entity, noun: str) -> bool:
    """Say whether an organisation whose type its name does not tell might be meant by a word like "group"."""
    if (
        entity.kind not in (EntityKind.ORGANISATION, EntityKind.EVENT)
        or _spelled(noun) not in _LOOSE
        or "metonym" in kinds(entity.name)
    ):
        return False
    words = [_spelled(word) for word in entity.name.lower().split()]
    return _before_preposition(words)[-1] not in _DISTINCT


_LOOSE = frozenset({"group", "organization", "alliance", "bloc", "body"})
_DISTINCT = frozenset(
    "senate house court ministry department university museum police party congress parliament company bank college"
    " school"
    " bureau agency office government cabinet hospital times church club inc corp institute"
    " institution observatory".split()
)


COMPANIES = frozenset(
    "company firm retailer manufacturer carmaker automaker airline startup start-up supermarket brewer maker chain"
    " conglomerate drugmaker chipmaker lender insurer".split()
)
"""What a business is called once it has been named."""


def may_be_company(entity: Entity) -> bool:
    """Say whether a name that is no institution's may be a company's: "Pedego", "Kell Motors"."""
    if entity.kind is not EntityKind.ORGANISATION or "metonym" in kinds(entity.name):
        return False
    known = gazetteer.organisation(bare(entity.name)) or gazetteer.organisation(entity.short or entity.name)
    if known is not None:
        return known.group.split()[-1] in {"company", "bank", "maker", "carmaker", "retailer", "airline"}
    words = [_spelled(word) for word in entity.name.lower().split()]
    plain = not {_before_preposition(words)[-1], words[-1]} & ((_HEADS | {"exchange", "index"}) - _BUSINESSES)
    return plain and entity.name.lower() not in _NEWS


_BEFORE = frozenset({"compound", "amod", "nmod"})
_NEWS = frozenset({"reuters", "bloomberg", "associated press", "agence france-presse", "guardian", "new york times"})
"""Who is named for having been told, seldom for what it does."""
_BUSINESSES = frozenset("company bank corp corporation inc ltd airlines airways motors group holdings".split())


def called(article: Article, entity: Entity) -> set[str]:
    """Return the nouns that the article applies to an entity: "a region" behind it, "insurance giant" before it."""
    found: set[str] = set()
    for mention in entity.mentions:
        doc = article.sentences[mention.sentence].span.doc
        root = doc[mention.start : mention.end].root
        beside = [child for child in root.children if child.dep_ == "appos"]
        if root.dep_ == "appos":
            beside.append(root.head)
        if root.dep_ == "nsubj" and root.head.lemma_ == "be":
            beside.extend(child for child in root.head.children if child.dep_ == "attr")
        if root.dep_ in {"nsubj", "dobj"} and _names_at_once(root, mention.start):
            beside.append(root.head)
        if entity.kind is not EntityKind.PERSON:
            beside.extend(child for child in root.children if child.dep_ in _BEFORE and child.i < mention.start)
        found.update(_spelled(noun.lemma_.lower()) for noun in beside if noun.tag_ == "NN")
    return found | ({"company", "firm"} if found & (COMPANIES | {"giant"}) else set())


def _names_at_once(root: Token, start: int) -> bool:
    """Say whether a name was hung on the noun right before it: "the Cuban artist | Kcho"."""
    noun = root.head
    return noun.i == start - 1 and noun.tag_ == "NN"


def _before_preposition(words: list[str]) -> list[str]:
    stop = next(
        (i for i, word in enumerate(words) if i and word in ("of", "for", "on", "at", "in", "to", "against", "and")),
        len(words),
    )
    return words[:stop]


def _spelled(word: str) -> str:
    return _SPELLINGS.get(word, word)

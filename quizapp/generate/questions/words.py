"""The question word for a phrase: who, which country, what."""

from dataclasses import dataclass

from quizapp.cards import gazetteer
from quizapp.generate import lexicon
from quizapp.generate.article import Article
from quizapp.generate.fact import Phrase, Sort
from quizapp.generate.vocabulary import FIRST_OF_NAMES

_NUMBER_WORDS = {2: "two", 3: "three"}
_ORGANISATION_NOUNS = {
    "body": "commission committee council court department ministry agency bureau congress senate house parliament "
    "assembly authority board administration office tribunal cabinet",
    "institution": "university college school institute academy museum library hospital",
    "company": "inc inc. corp corp. ltd ltd. company motors airlines holdings",
    "party": "party democrats republicans",
    "newspaper": "times post guardian journal herald tribune gazette",
}
_OWN_NOUNS = frozenset(
    "aquarium zoo museum gallery theatre theater observatory university hospital bank airline".split()
)
"""Last words of names that ask for themselves: "which museum"."""
_NAMED_NOUNS = frozenset({"party", "newspaper", "charity", "bank", "airline", "union", "coalition"})
"""Common nouns that ask for themselves where a name stands before them: "the Congress party"."""
_WHO_ORGANISATIONS = frozenset(
    {"west", "kremlin", "white house", "taliban", "opposition", "public", "congress", "pentagon"}
)
_BUILT = frozenset(
    {
        "bridge",
        "tower",
        "castle",
        "cathedral",
        "church",
        "palace",
        "temple",
        "canal",
        "dam",
        "airport",
        "stadium",
        "park",
    }
)
_KINDS_OF_THINGS = frozenset(
    "accord act agreement award bill charter constitution convention declaration pact prize project treaty vaccine war"
    " revolution earthquake hurricane typhoon cyclone festival championship cup summit virus programme program".split()
)
"""Words of a name that tell what bears it: "the Treaty of Ulm", "the Brunner Prize"."""
_REGIONS = frozenset(
    {
        "central",
        "eastern",
        "western",
        "northern",
        "southern",
        "southeast",
        "northeast",
        "northwest",
        "southwest",
        "middle",
        "east",
    }
)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question phrase and how it behaves."""

    words: str
    """Lower case: "which country", "who"."""
    singular: bool = True
    """It takes a singular verb."""
    leads: bool = False
    """A preposition goes before it ("in which country"), not to the end."""


def asking(article: Article, phrase: Phrase) -> Asking | None:
    """Return the question phrase for who or what ``phrase`` names; None if no single word fits."""
    if phrase.members > 3:
        return None
    several = _NUMBER_WORDS.get(phrase.members, "")
    british = is_british(article)
    found: Asking | None = None
    match phrase.sort:
        case Sort.PERSON:
            found = _joint_people(article, phrase, several) if several else Asking("who")
        case Sort.COUNTRY:
            found = (
                Asking(f"which {several} countries", singular=False, leads=True)
                if several
                else Asking("which country", leads=True)
            )
        case Sort.ORGANISATION if several:
            found = Asking(f"which {several} organi{'s' if british else 'z'}ations", singular=False, leads=True)
        case Sort.ORGANISATION:
            found = organisation(phrase.text, british=british)
        case Sort.PLACE:
            found = _place(phrase)
        case Sort.THING:
            found = _body(phrase) or _kind_of_thing(phrase) or Asking("what")
    return found


def _body(phrase: Phrase) -> Asking | None:
    """Return "which body" for "the British parliament", "which party" for "the Congress party"."""
    noun = phrase.head.lemma_.lower() if phrase.head.tag_ == "NN" else ""
    before = [token for token in phrase.tokens if token.head == phrase.head and token.i < phrase.head.i]
    if phrase.members == 1 and noun in _NAMED_NOUNS and any(token.pos_ == "PROPN" for token in before):
        return Asking(f"which {noun}", leads=True)
    if phrase.members > 1 or not any(token.ent_type_ == "NORP" for token in phrase.tokens):
        return None
    return Asking("which body", leads=True) if noun in _ORGANISATION_NOUNS["body"].split() else None


def _kind_of_thing(phrase: Phrase) -> Asking | None:
    """Return "which cyclone" for "Cyclone Brenn" and "which treaty" for "the Treaty of Ulm": a name that tells what."""
    entity = phrase.entity
    if entity is None or phrase.members > 1 or phrase.plural or phrase.head.pos_ != "PROPN":
        return None
    if phrase.text.removeprefix("the ") != entity.name.removeprefix("the "):
        return None
    words = entity.name.removeprefix("the ").split()
    first, last = words[0].lower(), words[-1].lower()
    if len(words) > 1 and first in FIRST_OF_NAMES:
        return Asking(f"which {first}")
    if len(words) > 1 and first in _KINDS_OF_THINGS and words[1] in {"of", "on", "for", "against", "between"}:
        return Asking(f"which {first}")
    if len(words) > 1 and last in _KINDS_OF_THINGS and not any(word in {"of", "on", "for"} for word in words):
        return Asking(f"which {last}")
    return None


def _joint_people(article: Article, phrase: Phrase, several: str) -> Asking | None:
    if phrase.head.pos_ not in {"PROPN", "PRON"} and phrase.entity is None:
        return Asking("who")
    roles = [
        entity.role.split()[-1].lower() for entity in article.entities if entity.role and entity.name in phrase.text
    ]
    if len(roles) == phrase.members and len(set(roles)) == 1 and roles[0] in lexicon.OFFICES:
        return Asking(f"which {several} {roles[0]}s", singular=False, leads=True)
    return Asking(f"which {several} people", singular=False, leads=True)


def organisation(name: str, *, british: bool) -> Asking:
    """Return "which company", "which body" … by what the name of an organisation ends or starts with."""
    name = name.removeprefix("the ").lower()
    if name in _WHO_ORGANISATIONS:
        return Asking("who")
    last = name.split()[-1]
    first = name.split(" of ")[0].split(" for ")[0].split(" on ")[0].split()[-1]
    for word in (last, first):
        if word in _OWN_NOUNS:
            return Asking(f"which {word}", leads=True)
    for noun, endings in _ORGANISATION_NOUNS.items():
        if last in endings.split() or first in endings.split():
            return Asking(f"which {noun}", leads=True)
    return Asking(f"which organi{'s' if british else 'z'}ation", leads=True)


def _place(phrase: Phrase) -> Asking | None:
    if phrase.members > 1 and phrase.head.pos_ == "PROPN":
        return None
    if phrase.text.removeprefix("the ") == "West":
        return Asking("who")
    noun = phrase.head.lemma_.lower()
    if phrase.text.startswith(("a ", "an ")):
        return Asking("what")
    if phrase.head.pos_ == "NOUN" and phrase.plural:
        return Asking("what")
    if phrase.head.pos_ == "NOUN":
        return Asking(
            f"which {noun}"
            if noun in lexicon.PLACE_NOUNS and any(token.pos_ == "PROPN" for token in phrase.tokens)
            else "what",
            leads=True,
        )
    words = _kind_of_place(phrase.text.removeprefix("the "))
    return Asking(words, leads=words != "what")


def _kind_of_place(name: str) -> str:
    """Return "which city", "which bridge" … for a place with a name, "what" when nothing tells."""
    words = name.lower().split()
    if words[-1] in lexicon.PLACE_NOUNS | _BUILT:
        return f"which {words[-1]}"
    for kind in gazetteer.kinds_of(name):
        if kind in {gazetteer.CITY, gazetteer.STATE, "continent", "region", "ocean", "sea", "river"}:
            return f"which {kind}"
    return "which region" if words[0] in _REGIONS else "what"


def is_british(article: Article) -> bool:
    """Say whether the article spells "organisation" with an s, as far as it shows."""
    text = " ".join(sentence.text for sentence in article.sentences[:40]).lower()
    british = sum(text.count(word) for word in ("isation", "ise ", "our ", "favour", "centre", "labour", "programme"))
    american = sum(text.count(word) for word in ("ization", "ize ", "favor ", "center", "labor ", "program "))
    return british > american + text.count(" our ") + text.count(" four ")

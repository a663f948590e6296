"""Numbers that stand in the middle of a sentence and still say something whole.

Rule ``existence``: "there are 118 known elements".
Rule ``counted``: "1.8 million people eligible for DACA", "37 states affected by the ruling": how many.
The number needs its noun, and the noun something after it that says which are counted.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import phrases, sorts, syntax
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every counted noun that says by itself what is counted."""
    for expletive in sentence.span:
        if expletive.dep_ == "expl" and expletive.lower_ == "there" and not syntax.in_quotation(expletive):
            found = _existing(article, sentence, expletive.head)
            if found is not None:
                yield found
    for noun in sentence.span:
        if noun.tag_ != "NNS" or sorts.number_token(noun) is None or syntax.in_quotation(noun):
            continue
        said = next((child for child in noun.children if child.i > noun.i and _says_what(child)), None)
        if said is not None and not syntax.is_aside(said):
            yield _counted(article, sentence, noun, said)


def _existing(article: Article, sentence: Sentence, verb: Token) -> Fact | Silence | None:
    """As in "There are 118 known elements in the periodic table": how many there are."""
    noun = next((child for child in verb.children if child.dep_ == "attr"), None)
    if noun is None or sorts.number_token(noun) is None or verb.dep_ != "ROOT":
        return None
    places = {child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"in", "on", "at"}}
    inside = {token for place in places for token in place.subtree}
    worded = phrases.phrase_of(
        article, sentence, noun, syntax.tidied(token for token in syntax.phrase_tokens(noun) if token not in inside)
    )
    if isinstance(worded, Abstention):
        return Silence(sentence, "existence", worded.reason, worded.text)
    places |= {child for child in verb.children if child.dep_ == "prep"}
    arguments = [Argument(Slot.FIXED, Phrase("there", Sort.CLAUSE, (verb,), verb))]
    for place in sorted(places, key=lambda token: token.i):
        said = phrases.phrase_of(article, sentence, place, syntax.phrase_tokens(place))
        if isinstance(said, Abstention):
            return Silence(sentence, "existence", said.reason, said.text)
        arguments.append(Argument(Slot.FIXED, said))
    return Fact("existence", sentence, worded, Predicate(verb, "be", verb.lower_), tuple(arguments))


def _says_what(token: Token) -> bool:
    if token.dep_ == "amod" and token.pos_ == "ADJ" and token.lower_ != "worth":
        return any(child.dep_ == "prep" for child in token.children)
    return (
        token.dep_ == "acl" and token.tag_ == "VBN" and any(child.dep_ in {"prep", "agent"} for child in token.children)
    )


def _gives_reason(token: Token) -> bool:
    """Say whether "for exchanging …" hangs here: nearly always it belongs to the verb of the sentence."""
    return token.lower_ == "for" and any(child.dep_ == "pcomp" for child in token.children)


def _counted(article: Article, sentence: Sentence, noun: Token, said: Token) -> Fact | Silence:
    inside = set(said.subtree)
    bare = syntax.tidied(token for token in syntax.phrase_tokens(noun) if token not in inside)
    worded = phrases.phrase_of(article, sentence, noun, bare)
    loose = {token for child in said.subtree if _gives_reason(child) for token in child.subtree}
    after = syntax.tidied(token for token in syntax.phrase_tokens(said) if token not in loose)
    rest = phrases.phrase_of(article, sentence, said, after)
    for one in (worded, rest):
        if isinstance(one, Abstention):
            return Silence(sentence, "counted", one.reason, one.text)
    if (
        not isinstance(worded, Phrase)
        or not isinstance(rest, Phrase)
        or worded.text.startswith(("the ", "these ", "those "))
    ):
        return Silence(sentence, "counted", "the count points back to one made before", noun.text)
    past = sentence.span.root.tag_ == "VBD"
    group = Predicate(said, "be", "were" if past else "are")
    tail = Argument(Slot.FIXED, Phrase(rest.text, Sort.CLAUSE, rest.tokens, said, substitutions=rest.substitutions))
    return Fact("counted", sentence, worded, group, (tail,), risk=0.1)

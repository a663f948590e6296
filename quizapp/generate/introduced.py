"""What a sentence brings in with "a": told in its other clauses by what it is first said to do.

"A bomb exploded outside a mosque in Kabul, killing 12 people": the bomb that exploded outside a mosque
in Kabul killed 12 people. Without that, "a bomb" could be any.
"""

from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import definite, phrases, syntax
from quizapp.generate.arguments import pieces
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Argument, Phrase, Silence, Slot, Sort
from quizapp.generate.verbgroup import verb_group

_LONGEST = 12
"""Words of such a description."""


def introduced(article: Article, sentence: Sentence, verb: Token, subject: Phrase) -> Phrase | None:
    """Return ``subject``, which ``verb`` brings in, as "the … that …"; None where it is not new or not told apart."""
    head = subject.head
    if subject.entity is not None or subject.members > 1 or not _is_brought_in(head):
        return None
    group = verb_group(verb)
    if isinstance(group, str) or group.negation or group.auxiliaries or verb.tag_ != "VBD":
        return None
    told = _told(article, sentence, verb)
    bare = _bare(article, sentence, subject)
    if (
        not told
        or isinstance(bare, Abstention)
        or not any(definite.has_name(article, sentence, one.phrase) for one in told)
    ):
        return None
    who = "who" if subject.sort is Sort.PERSON else "that"
    text = f"the {bare.text} {who} {group.form} {' '.join(one.text for one in told)}"
    if len(text.split()) > _LONGEST:
        return None
    tokens = (*subject.tokens, verb, *(token for one in told for token in one.phrase.tokens))
    put = tuple(pair for one in told for pair in one.phrase.substitutions)
    return replace(subject, text=text, tokens=tokens, substitutions=(*subject.substitutions, *put))


def _is_brought_in(head: Token) -> bool:
    return head.tag_ == "NN" and any(child.lower_ in {"a", "an"} and child.dep_ == "det" for child in head.children)


def _told(article: Article, sentence: Sentence, verb: Token) -> list[Argument]:
    """Return what the verb is said with: its object and where; nothing if any of it cannot be worded."""
    found = list(pieces(At(article, sentence, (), negative=False), verb, frozenset()))
    if any(isinstance(one, Silence) for one in found):
        return []
    arguments = [one for one in found if isinstance(one, Argument) and one.phrase.tokens and one.phrase.head.i > verb.i]
    kept = [one for one in arguments if not one.optional or one.slot is Slot.PLACE]
    return [one for one in kept if one.slot not in {Slot.TIME, Slot.CAUSE, Slot.PURPOSE}]


def _bare(article: Article, sentence: Sentence, subject: Phrase) -> Phrase | Abstention:
    """Return the noun without its article and without what only paints it: "large, damaging"."""
    head = subject.head
    gone = {
        token
        for child in head.lefts
        if child.dep_ == "det" or (child.dep_ == "amod" and child.text.islower() and child.ent_type_ == "")
        for token in child.subtree
    }
    gone |= {token for token in subject.tokens if token.is_punct and token.i < head.i}
    return phrases.phrase_of(
        article, sentence, head, syntax.tidied(token for token in subject.tokens if token not in gone)
    )

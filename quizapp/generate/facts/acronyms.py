"""What letters stand for: "Shanghai Cooperation Organization (SCO)", "DACA (Deferred Action …)".

Rule ``acronym``: the letters are the initials of the name, in order.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate.article import Article, Parenthetical, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort


def find(_article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every acronym that a bracket spells out."""
    for lifted in sentence.parentheticals:
        if lifted.kind in {"acronym", "expansion"}:
            yield _spelled_out(sentence, lifted)


def _spelled_out(sentence: Sentence, lifted: Parenthetical) -> Fact | Silence:
    before = sentence.span.doc[sentence.span.start : lifted.after + 1]
    if lifted.kind == "acronym":
        letters, name = lifted.text, _name_before(list(before), lifted.text)
    else:
        letters, name = before[-1].text, lifted.text
    if not name or not initials_fit(letters, name):
        return Silence(sentence, "acronym", "the letters are not the initials of the name", f"{letters}: {name}")
    head = before[-1]
    subject = Phrase(letters, Sort.THING, (head,), head)
    said = Phrase(name, Sort.THING, tuple(before[-len(name.split()) :]), head)
    return Fact(
        "acronym",
        sentence,
        subject,
        Predicate(head, "stand", "stand", ("does",), particle="for"),
        (Argument(Slot.OBJECT, said),),
    )


def _name_before(words: list[Token], letters: str) -> str:
    """Return the shortest run of words at the end whose initials are ``letters``."""
    for length in range(2, min(len(words), 2 * len(letters) + 2) + 1):
        run = words[-length:]
        name = "".join(token.text_with_ws for token in run).strip()
        plain = length == len(letters) > 2 and all(token.is_alpha for token in run)
        if (name[:1].isupper() or plain) and initials_fit(letters, name):
            return name
    return ""


def initials_fit(letters: str, name: str) -> bool:
    """Say whether ``letters`` are the initials of the words of ``name``, small words left out or not."""
    wanted = re.sub(r"[^A-Z]", "", letters)
    words = re.findall(r"[A-Za-z][\w']*", name)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    everything = "".join(word[0].upper() for word in words)
    return len(wanted) > 1 and wanted in {capitals, everything}

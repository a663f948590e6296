"""Gates on what a sentence leaves behind when it is cut: nouns without an owner, prepositions without a noun (2, 3)."""

import re
from collections.abc import Iterator

from quizapp.cards import gazetteer
from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Slot, Sort

_QUOTED = re.compile(r'"[^"]*"')
_EVENTS = (
    "moment|decision|bill|vote|law|ruling|legislation|meeting|conference|measure|deal|crisis|case|shooting|attack"
    "|ceremony|hearing|trial|incident|proposal|announcement|agreement|debate|failure|step|move|issue|talks|protests"
)
_NO_REFERENT = re.compile(
    rf"(?<!share of )(?<!percent of )(?<!% of )"
    rf"\bthe (?:(?!U\.S|[A-Z]|\d)[\w-]+ ){{0,3}}?(?:(?:{_EVENTS})\b(?! (?:of|to|that|which|who|over|between|by"
    r"|against|in|on|at|about|modeled)\b)|moment\b)(?!-)"
)
_PEOPLE = (
    "heads of state|leaders|residents|officials|lawmakers|staff|critics|experts|senators|activists|voters|locals"
    "|participants|respondents"
)
_NO_OWNER = re.compile(
    r"(?:^According to (?!officials,)(?:[a-z]+ ){0,2}|"
    rf"\b(?:do|does|did|has|have|had|are|were|is|was|by|of|that) )(?:{_PEOPLE})"
    r"\b(?! (?:of|in|from|at|on|for|who|like)\b)"
)
_ANYBODY = re.compile(
    r"\b(?:do|does|did|are|have|has) (?:an? group of|[a-z ]+ (?:like|such as|including)) "
    r"|which organi[sz]ation did .* go\b|^An? group of |^[A-Z][a-z ]+ (?:like|such as|including) "
)
_COMPARED = re.compile(
    r"\bmore [a-z]+(?:ed|ive|ful|ous|al|ic|ent|ant|able)\b"
    r"|\b(?:stronger|better|bigger|larger|smaller|faster|cheaper|greater|higher|lower|weaker) (?!house)[a-z]"
)
_OF_ANOTHER = re.compile(r"\b(?:[Aa] fresh|the same|similar|such(?! as\b)|parallel|the (?:latest|current|recent))\b")
"""Words that need one told before: "a fresh challenge", "such objects", "the latest arrests"."""
_TWO_PREPOSITIONS = re.compile(r" of (?:near|by|from|to|with|of|on)\b")
_NOBODYS_WORD = re.compile(
    r"(?:the |an? )?(?:[a-z-]+ )?"
    r"(?:estimates?|reports?|research|stud(?:y|ies)|data|figures|surveys?|polls?|work|evidence"
    r"|results?|analysis|statistics|experts|authorities|observers)"
)
_CUT_SHORT = re.compile(r"(?:only )?(?:the )?(?:first|second|third|last|only|next|\w+est) [a-z]+")
_SOMEBODY = re.compile(
    r"\b[Tt]he (?:[\w-]+ ){0,2}?(?:man|woman|boy|girl|couple|victim|suspect|attacker|gunman|hunter|gatherer|baby"
    r"|patient|driver|passenger|teenager|prisoner|hostages?|kidnappers)"
    r"\b(?! (?:of|from|in|at|on) )(?!-)"
)
"""Somebody the article tells of and the card does not name."""
_SOME_PLACE = re.compile(
    r"\b[Tt]he (?:(?!first|second|third|only|last|\w+est\b)[a-z-]+ ){0,2}?(?:nation|country|island|village|town|city)"
    r"\b(?! (?:of|from|in|the|that|which|where|called|named|off|on|near|with)\b)(?!['’-]| [a-z]+ (?:of|in)\b)"
)
"""Some place the article tells of and the card does not name."""
_ITS_DEED = re.compile(
    r"(?:\b[A-Z][\w.]*(?:'s|’s|s'|s’)|\b[Tt]he [A-Z]\w+) (?:[a-z]+ )?"
    r"(?:move|request|decision|bid|attempt|effort|demands?|offer|proposal|ruling|announcement|step|tweet|remarks?|claim)"
    r"\b(?! (?:to|of|for|on|that|over|against|about|in|by|with|as)\b)"
)
"""A deed of somebody with a name, of which nothing more is told: "Bolivia's request"."""
_THE_ONE = re.compile(r"\b(?:to|than|like|as) the ones? (?:that|which|who)\b")
_HANGING = re.compile(r"\b(?:is|was|are|were) (?:only )?the (?:first|second|third|only|last) \w+\?$")
"""What is the first or the only one of something the question leaves out."""
_TWICE_TOLD = re.compile(
    r"\b(?:acknowledged?|recommend(?:ed)?|say|says|said|believes?|thinks?|claims?)"
    r" (?:needs|should|is|was|will|would|can|could|must)\b"
)
_SIMILAR = re.compile(r"\bsimilar [a-z]+\b(?! (?:to|as)\b)")
_ONE_SIDE = re.compile(r"…[^%]* to [\d.]+ ?(?:percent|%)\W*$")
"""The share of one side of a vote, and nobody it is the share of."""
_STATES = re.compile(
    r"\bhow many (?:[a-z-]+ )?(?:states|provinces|counties|districts|lawmakers|senators)\b", re.IGNORECASE
)
_NAME = re.compile(r"(?<!^)\b[A-Z][\w.'-]+")


_UNTOLD = (
    (_NO_REFERENT, " is told nowhere on the card"),
    (_NO_OWNER, ": whose or which is not told"),
    (_ANYBODY, " may be anybody"),
    (_OF_ANOTHER, " points to one that the card does not tell"),
    (_TWO_PREPOSITIONS, ": what stood between is gone"),
    (_HANGING, ": of what is not told"),
    (re.compile(r"^On which organi[sz]ation\b"), " asks for what nothing happens on"),
    (_SOMEBODY, " is somebody whom the card does not name"),
    (_SOME_PLACE, " is some place that the card does not name"),
    (_THE_ONE, ": one of what stands only in the answer"),
    (_ITS_DEED, ": which one is not told"),
)


def nothing_undefined(_article: Article, card: Candidate) -> str | None:
    """No "the decision" or "leaders" that the card does not tell the which or whose of (3)."""
    return next(_undefined(card, _QUOTED.sub("", card.question)), None)


_FIRST_OF_ALL = re.compile(r"^How long (?:after|before) the (?:first|last) ")
"""The clause behind it goes on to tell which."""


def _undefined(card: Candidate, question: str) -> Iterator[str]:
    if re.match(r"What (?:found|shows?|showed|suggests?|suggested|revealed|ruled|concluded) that ", question):
        yield "a study is asked for as if it were nobody's"
    question = _FIRST_OF_ALL.sub("How long after ", question)
    for pattern, what in _UNTOLD:
        if found := pattern.search(question):
            yield f"{found[0]!r}{what}"
    if re.search(r"\b(?:and|or) (?:many |some |several )?others\b", f"{question} {card.answer}"):
        yield "'others' are told nowhere on the card"
    if _STATES.search(question) and not _NAME.search(question):
        yield "of which country is not told"
    whose = card.fact.attribution.split()[-1] if card.fact.attribution else ""
    if whose[:1].isupper() and question.count(whose) > 1:
        yield f"{whose} is named twice"
    yield from _no_answer(card)


def _no_answer(card: Candidate) -> Iterator[str]:
    nobody = _NOBODYS_WORD.fullmatch(card.answer) and card.rule.endswith(("/subject", "/speaker"))
    if nobody or re.fullmatch(rf"(?:the )?(?:[a-z]+ )?(?:{_PEOPLE})", card.answer):
        yield "the answer is nobody in particular"
    if _CUT_SHORT.fullmatch(card.answer):
        yield "the answer is cut short: of what it is the first or the only one is not told"


def nothing_torn(article: Article, card: Candidate) -> str | None:
    """No preposition cut from the noun it belongs to, no comparison with nothing, no prediction long past (2)."""
    question = _QUOTED.sub("", card.question)
    objects = [one for one in card.fact.arguments if one.slot is Slot.OBJECT and one.phrase is not card.asked]
    if question.endswith(" with?") and objects:
        return "what stands at the end belongs to the object"
    similar = _SIMILAR.search(question) or (_SIMILAR.search(card.answer) if card.sort is not Sort.QUOTE else None)
    if (found := _COMPARED.search(question) or similar) and " than " not in question:
        return f"{found[0]!r} is compared with nothing"
    if _TWICE_TOLD.search(question) and card.kind is Kind.BASIC and not card.rule.endswith("/speaker"):
        lead = re.search(r"\b(?:does|did|has|have|do)\b", question)
        if lead:
            return "one clause is pushed into another"
    if not article.date and re.search(r"\b(?:will|going to)\b.* by (?:…|(?:19|20)\d\d)", question):
        return "it was still to come when it was written"
    return _gap_unsure(card) if card.kind is Kind.CLOZE else None


def _gap_unsure(card: Candidate) -> str | None:
    """Say why a gap might be filled otherwise: one of two joined, or a name whose kind the hint may have wrong."""
    if card.sort is Sort.ORGANISATION and " " not in card.answer and not card.answer.isupper():
        return "it is not sure that it names an organisation"
    if _ONE_SIDE.search(card.question) and card.fact.predicate.lemma not in lexicon.CHANGE_VERBS:
        return "whose share it is is not told"
    if re.match(r"According to …, (?:he|she|they|it)\b", card.question):
        return "the gap is whom its pronoun means"
    return (
        "others fit the gap"
        if re.search(r"… and\b|\band (?:the )?…|…, [A-Z][\w.]* and\b|, …, |^Several of", card.question)
        else None
    )


def of_the_kind_asked(_article: Article, card: Candidate) -> str | None:
    """A country is asked for only where the answer is one, a person only where it is somebody (8)."""
    if card.kind is not Kind.BASIC:
        return None
    answer = re.sub(r"^the ", "", card.answer)
    if re.search(r"\bwhich country\b", card.question, re.IGNORECASE) and gazetteer.country(answer) is None:
        return "the answer is no country"
    if not re.match(r"(?:According to .+, )?who\b", card.question, re.IGNORECASE):
        return None
    if re.search(r"\d", answer):
        return "the answer is nobody"
    if card.rule.startswith(("role/", "apposition/")):
        return None
    somebody = re.match(r"an? ", card.answer) and card.rule.endswith(("/subject", "/speaker", "/agent"))
    office = card.sort is Sort.PERSON and answer.split()[-1].lower() in lexicon.OFFICES and card.answer == answer
    return "the answer is nobody in particular" if somebody or office else None

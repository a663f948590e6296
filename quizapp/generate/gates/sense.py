"""Gates on what a card means by itself: rubric points 3, 4, 6, 10. Each returns a reason or None."""

import re

from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words

_QUOTED = re.compile(r'"[^"]*"')
_SUBJECT_PRONOUNS = re.compile(
    r"\b(?!(?-i:US|IT)\b)(he|she|they|it|him|them|we|us|i|me|you|my|our|your|himself|herself|themselves|itself|those|these|this|ones)\b",
    re.IGNORECASE,
)
_POSSESSIVES = re.compile(r"\b(his|her|its|their)\b", re.IGNORECASE)
_RELATIVE_TIME = re.compile(
    r"\b(now|today|yesterday|tomorrow|tonight|overnight|so far|to date|by then|these days|at the time"
    r"|currently|recently|lately|ago|nowadays|(?:last|next|this|past) (?:\w+ )?"
    r"(?:year|month|week|summer|winter|spring|autumn|fall|night|decade|century|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:recent|coming|previous) (?:years|months|weeks|days)"
    r"|earlier|later|soon|here|there|herein|therein|thereof|the (?:day|week|month|year)(?! \d{4}))\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(r"\bhow long ago\b|(?:\d,\d{3}|\d{4,}|thousand|million|billion) years ago\b", re.IGNORECASE)
"""So long ago that the day of the article does not matter."""
_THERE_IS = re.compile(r"\b(?:is|are|was|were|been) there\b")
"""This "there" names no place."""
_META = re.compile(
    r"\b(article|the text|the passage|the author|according to the (?:report|text|article))\b", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:the|this|these|that|those|both|such)\s+(?P<noun>[a-z][\w-]*)(?P<after>\s*(?:[?,.\"]|$)|\s+(?P<next>[\w'-]+))"
)
_SHARED_OUT = re.compile(r"\b(?:share|percent|per cent|half|third)s? of the votes?\b|% of the votes?\b")
_BARE_BODY = re.compile(
    r"\bthe (?:Commission|Committee|Council|Ministry|Department|Board|Agency|Bureau|Center|Centre|Institute|University"
    r"|Company|Bill|Act|Convention|Treaty|Court|Foundation|Association|Organization|Organisation|Union|Party|President"
    r"|Minister)(?! (?:of|for|on|[A-Z]))"
)
_GROUPS = lexicon.GROUP_NOUNS
_BINDING = frozenset(
    {"of", "between", "against", "for", "in", "at", "on", "from", "that", "who", "which", "with", "to", "by"}
)
_NAMED = re.compile(r"(?<![.?!\"] )(?<!^)\b[A-Z][\w.'-]+|\"[^\"]+\"")
_A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def self_contained(_article: Article, card: Candidate) -> str | None:
    """No pronoun whose noun the card does not name, nothing that points back or hangs on today (3)."""
    question = _QUOTED.sub('"…"', card.question)
    rest = _QUOTED.sub('"…"', card.answer)
    return _says_no_name(card, _without_known_doers(card, question), rest) or _hangs_on_the_day(question, rest)


def _without_known_doers(card: Candidate, question: str) -> str:
    """Leave out "as he boarded a ferry" where the rest of the question names him, and nobody else he may be."""
    for one in card.fact.arguments:
        doer = one.phrase.entity
        if one.slot is Slot.ANCHOR and doer is not None and one.text in question:
            rest = question.replace(one.text, "")
            others = [other.phrase for other in card.fact.arguments if other.phrase.sort is Sort.PERSON]
            if doer.name in rest and len(others) < _TWO and card.asked is card.fact.subject:
                question = rest
    return question


_TWO = 2


def _hangs_on_the_day(question: str, rest: str) -> str | None:
    question = _THERE_IS.sub("", question)
    question, rest = _LONG_AGO.sub("", question), _LONG_AGO.sub("", rest)
    if found := _RELATIVE_TIME.search(question) or _RELATIVE_TIME.search(rest):
        return f"{found[0]!r} hangs on the day of the article"
    return "it speaks of the article" if _META.search(question) else None


def _says_no_name(card: Candidate, question: str, rest: str) -> str | None:
    found = _SUBJECT_PRONOUNS.search(_without_own_pronoun(card, question))
    if found and not (found[1].lower() == "it" and card.substitutions):
        return f"it says {found[0]!r} without naming it"
    if re.search(r"\banother\b", question):
        return "'another' points to one named elsewhere"
    if card.sort is not Sort.CLAUSE and (found := _SUBJECT_PRONOUNS.search(rest)):
        return f"the answer says {found[0]!r} without naming it"
    if (found := _POSSESSIVES.search(rest)) and card.fact.subject.text not in card.question:
        return f"the answer says {found[0]!r} without naming whose"
    return None


def _without_own_pronoun(card: Candidate, question: str) -> str:
    """Leave out the pronoun of somebody who speaks of himself: "According to Ada Holm, where was she born?"."""
    subject = card.fact.subject.text
    if card.rule.startswith("age/"):
        return re.sub(r" when (?:s?he) ", " ", question, count=1)  # "How old was Ada Holm when she …?"
    itself = card.fact.attribution and subject in lexicon.SUBJECT_PRONOUNS
    return re.sub(rf"\b{subject}\b", "", question, count=1) if itself else question


def nothing_points_back(_article: Article, card: Candidate) -> str | None:
    """No "the group" or "the summit" that only a reader of the article could place (3)."""
    for text in (_QUOTED.sub('"…"', card.question), _QUOTED.sub('"…"', card.answer)):
        if match := _BARE_BODY.search(text):
            return f"{match[0]!r} is only a part of a name"
        for match in _POINTING.finditer(_SHARED_OUT.sub("", text)):
            noun = match["noun"].lower()
            follows = (match["next"] or "").lower()
            if (
                noun in _GROUPS
                and noun not in lexicon.UNIQUE_THINGS
                and follows not in _BINDING
                and not _goes_on(follows, card)
            ):
                return f"'the {noun}' is named nowhere on the card"
    return None


def _goes_on(follows: str, card: Candidate) -> bool:
    """Say whether the noun phrase goes on after the noun: "the summit meeting in …"."""
    return (
        any(token.lower_ == follows and token.pos_ in {"NOUN", "PROPN"} for token in card.sentence.span)
        and follows != ""
    )


def anchored(article: Article, card: Candidate) -> str | None:
    """Something on the card has a name: else nobody can tell what it is about (3)."""
    text = re.sub(
        r"^(According to|Who|What|Which|When|Where|Why|How|In|On|For|With|By|Of|At|From|To|Against)\b",
        "",
        card.question,
    )
    text = weight.DAY.sub("", text)
    opens = card.rule.endswith("/in its place") and weight.NAME.match(card.fact.subject.text) is not None
    if card.kind is Kind.CLOZE or opens or _NAMED.search(text) or _is_general(card) or _has_its_year(card):
        return None
    if weight.OF_THE_WORLD.search(text):
        return None
    if card.rule.startswith(_DEFINING) and len(set(content_words(card.question)) - _ASKING) >= _ENOUGH_TO_DEFINE:
        return None
    if _FOREMOST.search(text) and article.topic is not None and article.topic.stands_in(text):
        return None
    return "nothing in the question has a name"


_DEFINING = ("definition/", "kind/", "the kind/")
"""Rules that ask what a thing is called that is told by what it is."""
_ENOUGH_TO_DEFINE = 3
_FOREMOST = re.compile(
    r"\bthe (?:first|second|third|only|last|youngest|oldest|largest|biggest|highest|longest|fastest)\b"
)
"""What one alone was."""


def _has_its_year(card: Candidate) -> bool:
    """Say whether a year stands with enough beside it: "won 34 seats in the 2021 election" leaves open where."""
    telling = [word for word in set(content_words(card.question)) - _ASKING if not _A_YEAR.fullmatch(word)]
    return _A_YEAR.search(card.question) is not None and len(telling) >= _ENOUGH - 1


def _is_general(card: Candidate) -> bool:
    """Say whether a question tells enough to be placed without a name.

    That is a question with many words of content and nothing definite, or a present count of the
    world at large.
    """
    telling = set(content_words(card.question)) - _ASKING
    definite = re.search(r"\b(the (?!\w+ of )|(?:this|these|another|other|such|his|her|its|their)\b)", card.question)
    if len(telling) >= _ENOUGH and not definite and not card.answer.startswith(("a ", "an ")):
        return not card.fact.subject.text.startswith(("a ", "an "))
    if not definite and _of_a_kind(card) and len(telling) >= _ENOUGH_TO_COUNT - (card.asked is not card.fact.subject):
        return True
    if card.sort not in {Sort.COUNT, Sort.SHARE} or card.fact.predicate.token.tag_ not in {"VBP", "VBZ"}:
        return False
    return not definite and len(telling) >= _ENOUGH_TO_COUNT


def _of_a_kind(card: Candidate) -> bool:
    """Say whether something is told of all of a kind, and still holds: "South American Indians have chewed …"."""
    subject, predicate = card.fact.subject, card.fact.predicate
    auxiliary = "".join(predicate.auxiliaries[:1])
    lasting = predicate.token.tag_ in {"VBP", "VBZ"} or auxiliary in {"have", "has", "are", "do"}
    bare = subject.plural and subject.tokens[0].tag_ not in {"DT", "PRP$", "CD", "PRP", "WDT", "WP", "JJR"}
    shared = predicate.token.tag_ == "VBG" or (card.asked is subject and subject.entity is None)
    instance = any(token.lower_ in {"like", "such", "including"} for token in subject.tokens)
    return (
        lasting
        and bare
        and not shared
        and not instance
        and subject.head.tag_ in {"NNS", "NNPS"}
        and card.fact.construct == "clause"
    )


_ASKING = frozenset(
    "how many do does did what share people who which body organization organisation country company party city where"
    " when why".split()
)
_ENOUGH, _ENOUGH_TO_COUNT = 6, 4
"""Words of content that place a question which names nobody."""


def negation_kept(_article: Article, card: Candidate) -> str | None:
    """A denial stays a denial (10)."""
    word = card.fact.predicate.negation
    if word and not re.search(rf"\b({word}|n't|no)\b", card.question):
        return "the negation is lost"
    return None


_HEDGE = (
    "about|around|approximately|roughly|nearly|almost|some|more than|less than|fewer than|at least|at most|over|up to"
    "|as many as|an estimated|under"
)
_HEDGED = re.compile(rf"\b(?:{_HEDGE})\s+\$?\d", re.IGNORECASE)


def hedge_kept(_article: Article, card: Candidate) -> str | None:
    """Keep the word before a number with it: "around 30%" stays "around" (10)."""
    if not _HEDGED.search(card.sentence.span.text):
        return None
    said = f"{card.question} {card.answer}".lower()
    for number in re.findall(r"\d[\d,.]*\d|\d", card.answer):
        pattern = rf"\b({_HEDGE})\s+\$?{re.escape(number)}(?![\d,])"
        found = re.search(pattern, card.sentence.span.text, re.IGNORECASE)
        if found and found[1].lower() not in said:
            return f"the hedge {found[1]!r} is lost"
    return None


def one_answer(_article: Article, card: Candidate) -> str | None:
    """Want one answer that says something: no choice, no "some", nobody in particular (6)."""
    if card.kind is not Kind.BASIC:
        return None
    words = card.answer.lower().split()
    if _done_by_many(card):
        return "the doers are nobody in particular: they do it to others too"
    if " or " in f" {card.answer.lower()} " and card.sort is not Sort.QUOTE:
        return "the answer is a choice"
    if words and words[0] in _INDEFINITE and card.sort not in {Sort.COUNT, Sort.SHARE}:
        return "the answer is not definite"
    return _says_too_little(card, [word.strip('"') for word in words if word not in _INDEFINITE | {"a", "an", "the"}])


def nothing_left_open(_article: Article, card: Candidate) -> str | None:
    """A noun that needs to say to what has it: "the commitment of the league" leaves open to what (2)."""
    fact = card.fact
    for phrase in (fact.subject, *(argument.phrase for argument in fact.arguments)):
        head = phrase.head
        if head.lemma_.lower() not in _TO_WHAT or phrase.text not in f"{card.question} {card.answer}":
            continue
        if not any(token.lower_ in {"to", "for"} for token in phrase.tokens if token.i > head.i):
            return f"it leaves open to what the {head.lower_} is"
    return None


_TO_WHAT = frozenset(
    "commitment willingness readiness determination ability inability tendency intention reluctance unwillingness"
    " obligation propensity".split()
)


def _done_by_many(card: Candidate) -> bool:
    """Say whether people without a name do it to somebody with one: "heads of state receive Ada Holm"."""
    doer = card.fact.subject
    nobody = doer.sort is Sort.PERSON and doer.plural and doer.entity is None and doer.text.islower()
    asked = card.asked is not None and card.asked.sort is Sort.PERSON and card.asked is not doer
    return nobody and asked and doer.members == 1 and doer.text.split()[0] != "the"


def _says_too_little(card: Candidate, bare: list[str]) -> str | None:
    if len(bare) == 3 and bare[:2] == ["heads", "of"]:  # "heads of state"
        return "the answer is nobody in particular"
    if len(bare) != 1 or card.asked is None:
        return None
    trivial = card.rule.endswith("/object") and re.fullmatch(r"an? [a-z]+", card.answer)
    if trivial or bare[0].rstrip("s") in lexicon.VAGUE_NOUNS | _PALE:
        return "the answer says too little"
    head = card.asked.head
    people = card.asked.sort is Sort.PERSON or head.lemma_.lower() in lexicon.PERSON_NOUNS
    if head.tag_ == "NNS" and people and card.answer.islower() and card.answer.endswith(head.lower_):
        return "the answer is nobody in particular"
    short = len(card.question.split()) < _TELLING and "/object" in card.rule
    if short and head.tag_ == "NN" and card.sort is Sort.THING and card.answer.lower() == bare[0]:
        return "the answer says too little"
    return None


_TELLING = 9
"""Words of a question that a bare noun may answer."""
_INDEFINITE = frozenset(
    {"some", "many", "few", "several", "most", "all", "each", "any", "another", "other", "such", "both", "no"}
)
_PALE = frozenset(
    "people person official officer lawmaker leader member man woman child worker expert critic supporter government"
    " country place time year question answer result change report law bill vote decision case attempt work problem"
    " dilemma search effort comment statement speech debate talk meeting chance risk goal school project".split()
)

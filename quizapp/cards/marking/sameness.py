"""Whether two answers are the same to a fair examiner: right, close enough, or wrong.

Right is what means the same and differs in form alone. Close is what an examiner takes with a
remark: a slip of the pen, a missing "of", a missing unit. All else is wrong, and in doubt it is
wrong: a false "right" teaches an error.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizapp.cards import gazetteer
from quizapp.cards.marking.difference import LONGEST
from quizapp.cards.marking.folding import as_it_stands, folded, has_words, plain
from quizapp.cards.marking.measures import MONTHS
from quizapp.cards.marking.outcome import Outcome, better, worse
from quizapp.cards.marking.slips import is_plural, slips
from quizapp.cards.marking.tokens import Token, bare, joined, readings, spelled, without_leads
from quizapp.cards.marking.units import unit_named

_MOST_SLIPS = 3

_NEGATIONS = frozenset({"not", "no", "non", "never", "none", "neither", "nor", "without", "un"})
_LINKING = frozenset({"of", "and"})
_BOUNDING = frozenset({"more", "over", "least", "nearly", "almost", "under", "less", "fewer", "up", "above", "below"})
_BOUNDING |= {"than", "at", "to", "exactly", "only", "just"}
_GOES_WITHOUT = frozenset("river mount king queen pope emperor empress prince princess lord lady general".split())
"""What may stand in front of a name, which is known without it."""
_CLASSES = frozenset(
    "river lake sea ocean mount mountain mountains island islands city desert strait gulf bay peninsula canal "
    "street bridge tower museum university company war battle treaty party prize theory law effect disease "
    "syndrome act church cathedral castle palace airport station dynasty empire century".split()
)
"""What a name may be called beside its own words; it goes without saying where the question says it."""

_COUNTED = re.compile(r"\b(?:how many|how much|number of|count of)\s+((?:\S+\s+){0,2}[^\W\d_]+)", re.IGNORECASE)
_BY_A_DIGIT = re.compile(r"(?<=\d\s)[^\W\d_]{6,}|[^\W\d_]{6,}(?=,?\s\d)")
_ASIDE = re.compile(r"(?<=\S)\s+\((?P<said>[^()]*)\)")


def same(one: str, other: str, strict: bool = False) -> bool:
    """Say whether two texts are one answer, differing in form alone."""
    return compare(one, other, strict=strict, slips_taken=False) is Outcome.RIGHT


def compare(wanted: str, typed: str, question: str = "", *, strict: bool = False, slips_taken: bool = True) -> Outcome:
    """Return how ``typed`` compares with one accepted answer.

    Args:
        wanted: the accepted answer.
        typed: what was given for it.
        question: what it says need not be said again, and what it names is not an answer.
        strict: nothing but the very letters is right.
        slips_taken: False if only what is the same in other form counts.
    """
    wanted, typed = wanted[:LONGEST], typed[:LONGEST]
    if as_it_stands(wanted) == as_it_stands(typed):
        return Outcome.RIGHT if typed.strip() else Outcome.WRONG
    if strict or not has_words(wanted) or not has_words(typed):
        return Outcome.WRONG
    if _is_one_name(wanted, typed, question):
        return Outcome.RIGHT
    spelt = _BY_A_DIGIT.sub(_month_meant, typed)
    if spelt != typed and slips_taken:
        return worse(Outcome.CLOSE, compare(wanted, spelt, question))
    outcome = Outcome.WRONG
    for one in _sayings(wanted):
        for other in _sayings(typed):
            outcome = better(outcome, _compare_readings(one, other, question))
    if outcome is Outcome.CLOSE and (not slips_taken or _is_another_name(wanted, typed)):
        return Outcome.WRONG
    return outcome


def _month_meant(match: re.Match[str]) -> str:
    """Return the month that a word beside a number must mean, or the word."""
    word = folded(match[0])
    return next((month for month in MONTHS if month != word and slips(month, word)), match[0])


def _sayings(text: str) -> list[str]:
    """Return the text, and the text without an aside in brackets, and an aside that is its acronym."""
    said = [text]
    aside = _ASIDE.search(text)
    if aside and not re.fullmatch(r"[ivxIVX\d]+", aside["said"]):
        rest = _ASIDE.sub("", text)
        if has_words(rest):
            said.append(rest)
            if aside["said"].isupper() and _is_acronym(aside["said"], rest):
                said.append(aside["said"])
    return said


def _is_acronym(letters: str, text: str) -> bool:
    """Say whether letters are initials of a text, in order."""
    initials = iter(word[0] for word in folded(text).split())
    return len(letters) > 1 and all(letter in initials for letter in folded(letters))


def _compare_readings(wanted: str, typed: str, question: str) -> Outcome:
    outcome = Outcome.WRONG
    known = _Known.of(question)
    for one in readings(wanted, question):
        for other in readings(typed, question):
            outcome = better(outcome, _compare_tokens(one, other, known))
    return outcome


@dataclass(frozen=True, slots=True)
class _Known:
    """What a question says already, so that an answer may say it or not."""

    classes: frozenset[str] = frozenset()
    """What kind of thing a name is: "Which river …?"."""
    counted: frozenset[str] = frozenset()
    """What is counted: "How many countries …?"."""
    units: frozenset[str] = frozenset()

    @classmethod
    def of(cls, question: str) -> "_Known":
        words = [folded(word) for word in re.findall(r"[^\W\d_]+", plain(question)) if word.islower()]
        counted = [spelled(folded(word)) for found in _COUNTED.finditer(plain(question)) for word in found[1].split()]
        units = {unit_named(word) for word in words} | {unit_named(f"{word}s") for word in words}
        return cls(frozenset(words) & _CLASSES, frozenset(counted), frozenset(units - {""}))

    def says(self, tokens: Sequence[Token], place: int) -> bool:
        """Say whether the question has said what stands in this place."""
        token = tokens[place]
        if token.is_unit:
            return token.text in self.units
        if token.surface in self.classes:
            return True
        while place and tokens[place].text in self.counted:
            place -= 1
        return tokens[place].is_number and token.text in self.counted


def _compare_tokens(wanted: Sequence[Token], typed: Sequence[Token], known: _Known) -> Outcome:
    if not wanted or not typed or _negations(wanted) != _negations(typed):
        return _joined_outcome(wanted, typed) if wanted and typed and _hyphenated(wanted, typed) else Outcome.WRONG
    wanted, typed = without_leads(wanted, typed)
    outcome = better(_in_order(wanted, typed), _joined_outcome(wanted, typed))
    if outcome is not Outcome.RIGHT:
        outcome = better(outcome, _shortened(wanted, typed, known))
    return better(outcome, _turned_round(wanted, typed))


def _negations(tokens: Iterable[Token]) -> Counter[str]:
    return Counter(token.text for token in tokens if token.text in _NEGATIONS)


def _hyphenated(wanted: Sequence[Token], typed: Sequence[Token]) -> bool:
    """Say whether "non" stands apart in one of them only: "non-fiction" and "nonfiction"."""
    firsts = {wanted[0].text, typed[0].text}
    return "non" in firsts and len(firsts) == 2 and all(text.startswith("non") for text in firsts)


def _in_order(wanted: Sequence[Token], typed: Sequence[Token]) -> Outcome:
    """Compare token by token."""
    if len(wanted) != len(typed):
        return Outcome.WRONG
    outcome, found = Outcome.RIGHT, 0
    for one, other in zip(wanted, typed, strict=True):
        if one.means(other):
            continue
        if f"{one.text}.0" == other.text or one.text == f"{other.text}.0":
            outcome = Outcome.CLOSE
            continue
        if one.exact or other.exact:
            return Outcome.WRONG
        if is_plural(one.text, other.text):
            outcome = worse(outcome, Outcome.CLOSE if one.capital else Outcome.RIGHT)
            continue
        here = slips(one.text, other.text)
        if not here or (one.capital and gazetteer.kinds_of(other.surface.capitalize())):
            return Outcome.WRONG
        found += here
        outcome = Outcome.CLOSE
    return outcome if found <= _MOST_SLIPS else Outcome.WRONG


def _joined_outcome(wanted: Sequence[Token], typed: Sequence[Token]) -> Outcome:
    """Compare without the spaces: "ice cream" and "icecream"."""
    if len(wanted) == len(typed):
        return Outcome.WRONG
    one, other = joined(wanted), joined(typed)
    if one == other:
        return Outcome.RIGHT
    long = all(len(token.surface) > 2 for token in (*wanted, *typed))
    letters = long and one.isalpha() and other.isalpha() and abs(len(wanted) - len(typed)) == 1
    return Outcome.CLOSE if letters and slips(one, other) == 1 else Outcome.WRONG


def _shortened(wanted: Sequence[Token], typed: Sequence[Token], known: _Known) -> Outcome:
    """Compare without what may be left out or added: small words, units, what the question says."""
    if any(token.is_unit for token in wanted) != any(token.is_unit for token in typed):
        wanted, typed = bare(wanted), bare(typed)
    rest, missing = _without(wanted, typed, known, _may_be_missing)
    said, extra = _without(typed, wanted, known, _may_be_extra)
    told = [t for place, t in enumerate(rest) if not known.says(rest, place) and t.text not in _LINKING | _BOUNDING]
    if not told or (len(rest) == len(wanted) and len(said) == len(typed)):
        return Outcome.WRONG
    return worse(worse(missing, extra), _in_order(rest, said))


def _without(
    tokens: Sequence[Token],
    others: Sequence[Token],
    known: _Known,
    forgiven: Callable[[Sequence[Token], int, Sequence[Token]], bool],
) -> tuple[list[Token], Outcome]:
    """Return the tokens but those that only this side has and that may be left out, and what that costs."""
    shared = {token.text for token in others}
    outcome = Outcome.RIGHT
    kept: list[Token] = []
    for place, token in enumerate(tokens):
        if token.text in shared:
            kept.append(token)
        elif known.says(tokens, place):
            continue
        elif forgiven(tokens, place, others):
            outcome = Outcome.CLOSE
        else:
            kept.append(token)
    return kept, outcome


def _may_be_extra(tokens: Sequence[Token], place: int, wanted: Sequence[Token]) -> bool:
    unit = tokens[place].is_unit and not any(token.is_unit for token in wanted)
    return unit or _is_linking(tokens, place)


def _may_be_missing(tokens: Sequence[Token], place: int, _: Sequence[Token]) -> bool:
    token = tokens[place]
    bounding = token.text in _BOUNDING and all(
        other.text in _BOUNDING or other.is_number for other in tokens[place : _next_number(tokens, place) + 1]
    )
    titled = place == 0 and len(tokens) > 1 and token.text in _GOES_WITHOUT and tokens[1].capital
    return bounding or titled or token.is_unit or _is_linking(tokens, place)


def _next_number(tokens: Sequence[Token], place: int) -> int:
    return next((other for other in range(place, len(tokens)) if tokens[other].is_number), len(tokens))


def _is_linking(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].text in _LINKING and 0 < place < len(tokens) - 1


def _turned_round(wanted: Sequence[Token], typed: Sequence[Token]) -> Outcome:
    """Compare a name with its two parts the other way round: "Xi Jinping" and "Jinping Xi"."""
    name = len(wanted) == len(typed) == 2 and all(token.capital and not token.exact for token in wanted)
    return worse(Outcome.CLOSE, _in_order(wanted, typed[::-1])) if name else Outcome.WRONG


def _is_one_name(wanted: str, typed: str, question: str) -> bool:
    """Say whether both name one country or organisation, and the question does not name it so itself."""
    one, other = " ".join(wanted.split()), " ".join(typed.split())
    countries = gazetteer.country(one), gazetteer.country(other)
    bodies = gazetteer.organisation(one), gazetteer.organisation(other)
    is_one = (countries[0] is not None and countries[0] == countries[1]) or (
        bodies[0] is not None and bodies[0] == bodies[1]
    )
    return is_one and not re.search(rf"\b{re.escape(folded(other))}\b", folded(plain(question)))


def _is_another_name(wanted: str, typed: str) -> bool:
    """Say whether what is close to the answer, other than by leaving words out, is the name of something else."""
    if set(folded(plain(typed)).split()) <= set(folded(plain(wanted)).split()):
        return False
    return bool(gazetteer.kinds_of(" ".join(typed.split()))) and not _is_one_name(wanted, typed, "")

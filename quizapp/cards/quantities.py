"""Wrong numbers that look like the right one: counts, shares, sums, durations, ordinals.

A quantity is a number in a frame: "more than 1.8 million people" is 1.8 between "more than " and
" million people". A wrong choice keeps the frame, the way the number is written (figures, words,
commas, decimals) and its roundness, and is 15 to 60 per cent off; a number too small for that has its
nearest neighbours instead.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from quizapp.cards.chance import by_hash
from quizapp.cards.numerals import (
    number_of_ordinal,
    number_of_word,
    ordinal_in_digits,
    ordinal_of_number,
    word_of_number,
)

NEAREST, FARTHEST = 0.15, 0.60
"""How far off a wrong number is, as a share of the right one."""
_SMALL_REACH = 4
"""How many steps from a small number its neighbours may be."""

# What may stand before a number without being part of a name.
_LEAD = (
    r"(?:(?:about|around|approximately|roughly|some|nearly|almost|over|just|only|well|more than|less than|fewer than"
    r"|under|up to|at least|at most|as many as|as much as|close to|a total of|an estimated|an additional|another"
    r"|exactly|in|on|for|by|after|within|every|aged|age|the)\s+)*"
)
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
)
_WORDS = rf"(?:{_WORD})(?:(?:-|\s+|\s+and\s+)(?:{_WORD}))*"
_UNIT = r"(?:\s?(?:%|°[CF]?)|[a-zA-Z]{1,3}\d?|-[a-z][a-z-]*)?(?:\s+(?:[a-z][a-z'/-]*|US|Celsius|Fahrenheit)){0,5}"
_QUANTITY = re.compile(
    rf"(?P<lead>(?i:{_LEAD}))(?P<sign>(?:US|A|C|HK)?[$€£¥₹]\s?)?"
    rf"(?:(?P<figures>{_FIGURES})|(?P<words>(?i:{_WORDS})\b))(?P<unit>{_UNIT})"
)
_ORDINAL_UNIT = r"(?: (?:century|place|anniversary|member|time|edition|round|term|floor|grade|day|week|month|year))?"
_ORDINAL = re.compile(rf"(?P<lead>(?:(?:the|in|on|for|its|their)\s+)*)(?P<ordinal>[\w-]+)(?P<unit>{_ORDINAL_UNIT})")
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_TIME_UNIT = re.compile(r"(?<! a)(?<! per)\s(second|minute|hour|day|week|month|year|decade|century)$")
_FRACTION = re.compile(
    rf"(?:{_WORDS}|an?)[ -](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth|hundredth)s?.*", re.IGNORECASE
)
_SHARE = re.compile(r"\s?(?:%|percent|per cent|percentage points?)\b|\s?%$")
_INVARIABLE = re.compile(r"\s?(?:%|percent|per cent|-|hundred|thousand|million|billion|trillion|dozen)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its frame."""

    lead: str
    """What stands before the number, with its space: a hedge, a preposition, a currency sign."""
    value: int
    """The number, times ten for each of its decimals."""
    decimals: int
    unit: str
    """What stands after the number, with its space."""
    style: str
    """How the number is written: "figures", "commas", "words", "ordinal" or "ordinal figures"."""
    capital: bool = False
    """Whether a number in words begins with a capital letter."""

    @property
    def magnitude(self) -> float:
        """Return the number itself."""
        return self.value / float(10**self.decimals)

    def __str__(self) -> str:
        """Return the quantity as it is written."""
        number = _WRITERS[self.style](self)
        unit = self.unit
        if self.value != 1 and not self.style.startswith("ordinal") and (match := _TIME_UNIT.search(unit)):
            unit = unit.replace("century", "centuries") if match[1] == "century" else f"{unit}s"
        return f"{self.lead}{number[:1].upper() + number[1:] if self.capital else number}{unit}"


def quantity(text: str) -> Quantity | None:
    """Return ``text`` as a quantity, or None if it is not one number in a plain frame."""
    return None if _FRACTION.fullmatch(text) else _ordinal(text) or _cardinal(text)


def near(right: Quantity, others: Iterable[Quantity], seed: str) -> list[Quantity]:
    """Return wrong quantities for ``right``, the best first: those of ``others`` that fit, then made ones.

    Of the made ones the first few lie well apart; which they are depends on ``seed`` alone.
    """
    if right.value == 1 and _needs_plural(right) and not _TIME_UNIT.search(right.unit):
        return []
    values = _values(right)
    fitting = {other.value for other in others if _fits(right, other)}
    drawn = sorted(by_hash(values, seed), key=lambda value: abs(value - right.value) > max(2, FARTHEST * right.value))
    order = [*by_hash(fitting, seed), *_spread(drawn, right.value)]
    return [replace(right, value=value) for value in dict.fromkeys(order)]


def _cardinal(text: str) -> Quantity | None:
    match = _QUANTITY.fullmatch(text)
    if not match or any(number_of_word(word) is not None for word in match["unit"].split() if word not in _SCALES):
        return None
    lead = match["lead"] + (match["sign"] or "")
    if match["words"]:
        value = number_of_word(match["words"])
        shouted = match["words"][1:] != match["words"][1:].lower()
        if value is None or shouted or match["sign"]:
            return None
        return Quantity(lead, value, 0, match["unit"], "words", match["words"][0].isupper())
    whole, _, decimals = match["figures"].partition(".")
    if len(whole) > 15 or len(decimals) > 3 or (len(whole) > 1 and whole[0] == "0"):
        return None
    style = "commas" if "," in whole or len(whole) < 4 else "figures"
    return Quantity(lead, int(whole.replace(",", "") + decimals), len(decimals), match["unit"], style)


def _ordinal(text: str) -> Quantity | None:
    match = _ORDINAL.fullmatch(text)
    value = number_of_ordinal(match["ordinal"]) if match else None
    if not match or not value:
        return None
    style = "ordinal figures" if match["ordinal"][0].isdigit() else "ordinal"
    return Quantity(match["lead"], value, 0, match["unit"], style, match["ordinal"][0].isupper())


def _values(right: Quantity) -> list[int]:
    """Return the wrong values for a quantity, none of them telling by being rounder or less round."""
    steps = () if right.unit == " century" else _steps(right.value)
    for step in steps:
        found = [value for value in _in_reach(right.value, step) if _like(right, value, step)]
        if len(found) >= 3:
            return found
    neighbours = range(max(1, right.value - _SMALL_REACH), right.value + _SMALL_REACH + 1)
    return [value for value in neighbours if value != right.value and _like(right, value, 1)]


def _steps(value: int) -> Iterable[int]:
    """Yield the round steps that divide ``value``, the largest first, down to 1."""
    power = 10 ** max(0, len(str(value)) - 1)
    while power:
        for step in (power, power // 2):
            if step and value % step == 0:
                yield step
        power //= 10


def _in_reach(value: int, step: int) -> list[int]:
    lowest, highest = value * (1 - FARTHEST), value * (1 + FARTHEST)
    first = -(-int(lowest) // step) * step
    # A long number has too many neighbours to list: strides keep them to a few hundred.
    stride = step * max(1, int((highest - lowest) / step / 400) | 1)
    return [each for each in range(first, int(highest) + 1, stride) if _is_off(value, each)]


def _is_off(value: int, other: int) -> bool:
    return NEAREST <= abs(other - value) / value <= FARTHEST if value else False


def _like(right: Quantity, value: int, step: int) -> bool:
    if value < 1 or value == right.value:
        return False
    if _SHARE.match(right.unit) and right.magnitude <= 100 and value > 100 * 10**right.decimals:
        return False
    if right.unit == " century" and right.style.startswith("ordinal") and value > 21 >= right.value:
        return False
    if value == 1 and _needs_plural(right):
        return False
    if value < 10**right.decimals <= right.value:
        return False
    rounder = right.decimals == 1 or (step == 1 and (right.decimals or right.value > 20))
    return not (rounder and right.value % 10 and value % 10 == 0)


def _needs_plural(right: Quantity) -> bool:
    return bool(right.unit.strip()) and not right.style.startswith("ordinal") and not _INVARIABLE.match(right.unit)


def _fits(right: Quantity, other: Quantity) -> bool:
    same_frame = other.unit == right.unit and other.decimals == right.decimals
    small = right.value <= 6 and right.decimals == 0 and abs(other.value - right.value) <= _SMALL_REACH
    off = _is_off(right.value, other.value) or small
    round_alike = abs(_zeros(right.value) - _zeros(other.value)) <= 1
    sign = right.lead.strip()[-1:] in "$€£¥₹" and right.lead.strip()[-1:] != other.lead.strip()[-1:]
    ordinal = other.style.startswith("ordinal") == right.style.startswith("ordinal")
    return same_frame and off and round_alike and ordinal and not sign and _like(right, other.value, 0)


def _zeros(value: int) -> int:
    """Return how many noughts a number ends in."""
    return len(str(value)) - len(str(value).rstrip("0"))


def _spread(values: list[int], right: int) -> list[int]:
    """Bring to the front three values that lie at least a tenth of the right one apart."""
    apart: list[int] = []
    for value in values:
        if len(apart) < 3 and all(abs(value - other) * 10 >= right for other in apart):
            apart.append(value)
    return [*apart, *(value for value in values if value not in apart)]


def _figures(each: Quantity) -> str:
    whole, rest = divmod(each.value, 10**each.decimals)
    written = f"{whole:,}" if each.style == "commas" else str(whole)
    return f"{written}.{rest:0{each.decimals}}" if each.decimals else written


_WRITERS: dict[str, Callable[[Quantity], str]] = {
    "figures": _figures,
    "commas": _figures,
    "words": lambda each: word_of_number(each.value),
    "ordinal": lambda each: ordinal_of_number(each.value),
    "ordinal figures": lambda each: ordinal_in_digits(each.value),
}

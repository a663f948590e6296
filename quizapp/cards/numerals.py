"""Numbers as English writes them out: "ten", "twenty-one", "two million", "tenth"."""

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ODD_ORDINAL_STEMS = {ordinal: cardinal for cardinal, ordinal in _ODD_ORDINALS.items()}

_VALUES = {word: value for value, word in enumerate(_SMALL)}
_VALUES |= {word: 20 + 10 * index for index, word in enumerate(_TENS)}


def number_of_word(text: str) -> int | None:
    """Return the number that ``text`` writes out in words ("ten" is 10, "two million" 2000000), or None.

    Letter case, hyphens, a leading "a" and "and" between parts make no difference. Digits are not words.
    """
    words = text.casefold().replace("-", " ").split()
    if not words or not any(word in _VALUES or word in _SCALES or word in ("hundred", "dozen") for word in words):
        return None
    total = part = 0
    for place, word in enumerate(words):
        if word in _VALUES:
            if part % (100 if _VALUES[word] >= 10 else 10) or (_VALUES[word] < 10 and 10 <= part % 100 < 20):
                return None
            part += _VALUES[word]
        elif word in ("a", "an") and place == 0 and len(words) > 1:
            part = 1
        elif word == "hundred" and part < 100:
            part = (part or 1) * 100
        elif word == "dozen":
            part = (part or 1) * 12
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        elif word != "and" or place in (0, len(words) - 1):
            return None
    return total + part


def word_of_number(number: int) -> str:
    """Return ``number`` in words: 10 is "ten", 21 "twenty-one", 1200 "one thousand two hundred".

    Raises:
        ValueError: the number is negative or has a thousand trillions or more.
    """
    if not 0 <= number < 10**15:
        raise ValueError(number)
    for word, value in sorted(_SCALES.items(), key=lambda scale: -scale[1]):
        if number >= value:
            return _joined(word_of_number(number // value) + f" {word}", number % value, " ")
    if number >= 100:
        return _joined(f"{_SMALL[number // 100]} hundred", number % 100, " ")
    if number >= 20:
        return _joined(_TENS[number // 10 - 2], number % 10, "-")
    return _SMALL[number]


def number_of_ordinal(text: str) -> int | None:
    """Return the place that an ordinal names ("tenth" and "10th" are 10), or None."""
    folded = text.strip().casefold()
    digits, suffix = folded[:-2].replace(",", ""), folded[-2:]
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) < 16 and suffix == _suffix(int(digits)) else None
    head, hyphen, last = folded.replace(" ", "-").rpartition("-")
    cardinal = _cardinal_stem(last)
    return number_of_word(f"{head}{hyphen}{cardinal}") if cardinal else None


def ordinal_of_number(number: int) -> str:
    """Return an ordinal in words: 10 is "tenth", 21 "twenty-first"."""
    words = word_of_number(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ODD_ORDINALS:
        return head + _ODD_ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def ordinal_in_digits(number: int) -> str:
    """Return an ordinal in digits: 10 is "10th", 21 "21st"."""
    return f"{number}{_suffix(number)}"


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _cardinal_stem(ordinal: str) -> str:
    if ordinal in _ODD_ORDINAL_STEMS:
        return _ODD_ORDINAL_STEMS[ordinal]
    stem = f"{ordinal[:-4]}y" if ordinal.endswith("ieth") else ordinal.removesuffix("th")
    known = stem in _VALUES or stem in _SCALES or stem == "hundred"
    return stem if known and stem != ordinal and stem not in _ODD_ORDINALS else ""


def _joined(head: str, rest: int, by: str) -> str:
    return f"{head}{by}{word_of_number(rest)}" if rest else head
